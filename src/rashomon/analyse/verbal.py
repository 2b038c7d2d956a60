"""Attributions whose cue is a verb: said, denied, wants, is expected to, declined to comment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.analyse import cues
from rashomon.analyse.contents import Range, after, complements, stretch
from rashomon.analyse.cues import Cue
from rashomon.analyse.relation import Relation, cleaned, without_tail
from rashomon.analyse.syntax import (
    chars,
    child,
    is_passive,
    lifted,
    noun_phrase,
    passive_agent,
    subject,
    text_of,
    trimmed,
)
from rashomon.data import entries

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["antecedent", "declined", "refused", "silent", "source_range", "telling", "verbal"]


def verbal(verb: Token, entry: Cue, sentence: Tokens) -> Iterator[Relation]:
    """Read a verb of saying, thinking, ruling or showing with its source and content; none where it has no content."""
    doc = verb.doc
    if entry.category == "raising":
        yield from _raised(verb, entry)
        return
    if (let := _made_known(verb)) is not None:
        yield from _told(verb, let, entry)
        return
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl") and child(verb, "aux") is None)
    passive = (passive and not _active(verb, entry)) or _asked_aside(verb)
    source = passive_agent(verb) if passive else subject(verb) or _inverted(verb, entry) or before(verb)
    if source is not None and source.left_edge.lower_ == "what":
        return  # "what she denied was having asked": a clause speaks for nobody
    parts = complements(verb, entry) or _cleft(verb)
    if passive and "A" in entry.frames:
        parts = [p for p in parts if p.dep_ != "nsubjpass"]
    charge = _strayed(source, entry) if passive else None
    if charge is not None:
        parts = [*(c for c in verb.children if c.dep_ == "nsubjpass"), charge]
    if passive and source is None and (entry.word in ("ask", "call") or not _passive_content(parts, entry)):
        return
    first, stop = cues.group(verb)
    if len(parts) == 1 and parts[0].i == stop and parts[0].lower_ in entry.prepositions and any(parts[0].children):
        stop += 1
        parts = list(parts[0].children)
    named_so = any(p.dep_ in ("ccomp", "oprd", "attr", "xcomp", "prep") for p in parts)
    if entry.word == "call" and not named_so and stop == verb.i + 1:
        return  # "called the envoy": a telephone call, not a name
    cue = chars(doc, first, stop)
    named = source_range(source, verb) if source is not None else None
    if named is not None and charge is not None:
        named = trimmed(text_of(doc), named[0], min(named[1], charge.idx))
    ranges = [after(part, verb) for part in parts if source is None or part.i != source.i]
    lifts = [t for part in parts if part.dep_ == "ccomp" for t in part.conjuncts if lifted(t)]
    holes = [cue, *([named] if named else []), *((_but(t), stretch(t)[1]) for t in lifts)]
    if not ranges and (told := _told_of(verb, entry, source)) is not None:
        ranges = [told]
    if not ranges:
        if (late := _late_source(verb, entry, source)) is not None:
            source, named = late, chars(doc, late.left_edge.i, late.right_edge.i + 1)
            holes = [cue, named]
            ranges = [(sentence.start_char, named[0])]
        else:
            ranges = _surrounding(verb, entry, source, sentence)
    contents = tuple(
        trimmed(text_of(doc), *without_tail(text_of(doc), part)) for part in cleaned(text_of(doc), ranges, holes)
    )
    if contents:
        head = antecedent(source, verb).i if source is not None else -1
        yield Relation(verb.i, cue, entry, contents, named, head, _addressee(verb, entry, passive))


def source_range(source: Token, verb: Token) -> Range:
    """Give the range of the source; one that the verb's clause describes ("a letter saying") ends before it."""
    doc = source.doc
    pronoun = source
    source = antecedent(source, verb)
    first, stop = noun_phrase(source)
    if pronoun.i > source.i and pronoun.lower_ != "that":
        return chars(
            doc, first, pronoun.i + 1
        )  # "the harbour master, who": the noun and the pronoun that stands for it
    if verb.dep_ in ("acl", "relcl") and source.i < verb.i < stop:
        stop = min(verb.left_edge.i, verb.i)
    while stop - 1 > source.i and doc[stop - 1].is_punct:
        stop -= 1
    return chars(doc, first, stop)


def antecedent(source: Token, verb: Token) -> Token:
    """Give the noun that a relative pronoun stands for, where it is near; any other source is itself."""
    if source.lower_ == "who" and verb.dep_ == "ccomp" and source.i > 1 and source.doc[source.i - 1].text == ",":
        before = source.doc[source.i - 2]
        return before if before.pos_ in ("NOUN", "PROPN") else source  # "was told by a third, who says"
    if source.lower_ not in ("who", "which", "that") or verb.dep_ != "relcl":
        return source
    noun = verb.head
    near = noun.i < source.i and source.i - noun.i <= 12
    return noun if near and noun.pos_ in ("NOUN", "PROPN", "PRON") else source


def _active(verb: Token, entry: Cue) -> bool:
    """Tell whether a verb read as a participle tells a clause: "the owner, Ivo Tarn, admitted that"."""
    if is_passive(verb) or "S" not in entry.frames or "A" in entry.frames or verb.i < 2:
        return False
    clause = child(verb, "ccomp")
    told = clause is not None and clause.i > verb.i and clause.left_edge.lower_ in ("that", "he", "she", "it", "they")
    return told and verb.doc[verb.i - 1].text in (",", ")") and passive_agent(verb) is None


_QUESTION = frozenset(
    {"about", "by", "for", "how", "if", "on", "over", "what", "when", "where", "whether", "who", "why"}
)


def _asked_aside(verb: Token) -> bool:
    """Tell whether somebody is asked in passing: "the mayor, asked about the log, denied", "Asked why, she said"."""
    doc, before = verb.doc, cues.group(verb)[0] - 1
    if verb.lower_ not in ("asked", "pressed") or verb.i + 1 >= len(doc) or doc[verb.i + 1].lower_ not in _QUESTION:
        return False
    opens = before < verb.sent.start or doc[before].text in (",", "–", "-") or doc[before].lower_ == "when"
    return opens and any(t.text == "," for t in doc[verb.i : verb.sent.end])


_SOURCES = frozenset({"PROPN", "NOUN", "PRON"})


def before(verb: Token) -> Token | None:
    """Find who does a finite verb that the parser leaves without a subject: the name or noun that stands before it.

    What is set off between the two is passed over: "Ana Lund, 34, described", "Ivo Tarn (the owner) says".
    """
    doc, first = verb.doc, cues.group(verb)[0]
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or verb.dep_ == "acl"
    if not finite or is_passive(verb) or first <= verb.sent.start:
        return None
    at = first - 1
    if verb.dep_ == "relcl" and doc[at].tag_ != "PRP":
        return None
    if doc[at].pos_ == "ADV":
        at -= 1
    if doc[at].text in (",", ")"):
        over = _over(verb, at)
        if over is None:
            return None
        at = over
    word = doc[at]
    if word.ent_type_ in ("DATE", "TIME", "ORDINAL", "CARDINAL") or word.lemma_ in ("time", "day", "week", "year"):
        return None
    if (
        word.pos_ not in _SOURCES
        or word.tag_ in ("WDT", "WP", "PRP$")
        or (word.tag_ == "PRP" and word.lower_ in _OBJECTS)
    ):
        return None
    while word.head.i > word.i and word.head.i <= at and word.dep_ in ("compound", "nmod"):
        word = word.head
    up = word
    while up.dep_ == "pobj" and up.head.dep_ == "prep" and up.head.head.pos_ in _SOURCES and up.head.head.i < up.i:
        up = up.head.head  # "the head of the union"
    return up if up.right_edge.i < verb.i else word


def _over(verb: Token, mark: int) -> int | None:
    """Give the last word before what is set off up to ``mark``, or of it where that is a name; None where nothing is.

    Of "the owner (Ivo Tarn) says" it is the name, of "Ana Lund, 34, described" what stands before the first comma.
    """
    doc, first = verb.doc, verb.sent.start
    opening = "(" if doc[mark].text == ")" else ","
    start = next((i for i in range(mark - 1, max(first, mark - _SET_OFF) - 1, -1) if doc[i].text == opening), None)
    if start is None or start - 1 < first:
        return None
    inside = doc[start + 1 : mark]
    return mark - 1 if len(inside) and all(t.pos_ == "PROPN" for t in inside) else start - 1


_SET_OFF = 16
"""Words that may be set off between a name and its verb."""
_OBJECTS = frozenset({"him", "her", "them", "me", "us"})


def _told_of(verb: Token, entry: Cue, source: Token | None) -> Range | None:
    """Give the noun that a relative clause says something of: "an account that the board disputes", "the 200 claimed".

    None where the clause has its own content, or nobody is named who says it.
    """
    noun = verb.head
    if source is None or not entry.frames & {"O", "S"} or noun.pos_ not in ("NOUN", "NUM", "PROPN") or noun.i > verb.i:
        return None
    object_ = next((c for c in verb.children if c.dep_ == "dobj" and c.i < verb.i), None)
    relative = verb.dep_ == "relcl" and noun.i < source.i < verb.i and source.lower_ not in ("who", "which", "that")
    claimed = verb.dep_ == "acl" and verb.tag_ == "VBN" and source.i > verb.i and verb.i == noun.i + 1
    if not (relative and (object_ is None or object_.lower_ in ("that", "which"))) and not claimed:
        return None
    told = noun.lemma_.lower() in cues.nouns() or noun.lemma_.lower() in entries("told-nouns.txt") or noun.like_num
    if not told or source.lower_ in ("i", "we", "you", "one"):
        return None
    return chars(verb.doc, noun.left_edge.i, noun.i + 1)


def _strayed(source: Token | None, entry: Cue) -> Token | None:
    """Find the charge that the parser hung on the accuser: "was accused by Ms Tarn, a singer, of lying"."""
    if source is None or entry.word not in ("accuse", "charge"):
        return None
    return next(
        (c for c in source.children if c.dep_ == "prep" and c.lower_ in ("of", "with") and child(c, "pcomp")), None
    )


def _made_known(verb: Token) -> Token | None:
    """Find the verb that says who tells in "he let it be known that"."""
    let = verb.head
    made = verb.lemma_ == "know" and verb.tag_ == "VBN" and let.lemma_ in ("let", "make") and let.i < verb.i
    return let if made else None


def _told(verb: Token, let: Token, entry: Cue) -> Iterator[Relation]:
    """Read "he let it be known that": the one who lets it is the source."""
    doc, source = verb.doc, subject(let)
    cue = chars(doc, cues.group(let)[0], verb.i + 1)
    contents = cleaned(text_of(doc), [stretch(part) for part in verb.children if part.dep_ == "ccomp"], [cue])
    if contents:
        named = source_range(source, let) if source is not None else None
        head = antecedent(source, let).i if source is not None else -1
        yield Relation(verb.i, cue, entry, contents, named, head)


def _cleft(verb: Token) -> list[Token]:
    """Give what stands after "is" in "what she rejects is the idea that", "what they doubt is that"."""
    is_ = verb.head
    what = next((c for c in verb.children if c.lower_ == "what" and c.dep_ == "dobj"), None)
    if what is None or verb.dep_ != "csubj" or is_.lemma_ != "be":
        return []
    return [c for c in is_.children if c.i > is_.i and c.dep_ in ("attr", "ccomp", "acomp", "xcomp")]


def _but(verb: Token) -> int:
    first = verb.left_edge.i
    before = verb.doc[first - 1]
    return int(before.idx if before.lower_ in ("but", "and") else verb.doc[first].idx)


def refused(verb: Token) -> Iterator[Relation]:
    """Read "would not elaborate" and "will not discuss prices": what somebody will not tell."""
    modal = next((c for c in verb.children if c.tag_ == "MD" and c.lower_ in ("would", "will", "wo")), None)
    negation = child(verb, "neg")
    source = subject(verb) or (child(verb, "nsubjpass") if verb.lemma_ == "draw" else None)
    if (
        modal is None
        or negation is None
        or source is None
        or modal.i > verb.i
        or source.lower_ in ("it", "this", "that")
    ):
        return
    doc = verb.doc
    parts = [
        c
        for c in verb.children
        if c.i > verb.i
        and (
            (c.dep_ in ("dobj", "prep", "ccomp", "advcl") and c.tag_ != "PRP")
            or (c.dep_ == "advmod" and c.lower_ in ("why", "how", "when", "where"))
        )
    ]
    cue = chars(doc, modal.i, verb.i + 1 if parts else max(modal.i, negation.i) + 1)
    contents = cleaned(text_of(doc), [stretch(p) for p in parts] or [chars(doc, verb.i, verb.i + 1)], [cue])
    if contents:
        yield Relation(verb.i, cue, _REFUSED, contents, source_range(source, verb), antecedent(source, verb).i)


def silent(verb: Token) -> Iterator[Relation]:
    """Read "said nothing about prices", "gave no figure", "made no comment on it": what somebody leaves unsaid."""
    doc, source = verb.doc, subject(verb)
    nothing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and _unsaid(verb, c)), None)
    if nothing is None or source is None or source.lower_ in ("it", "this", "that", "which"):
        return
    first = cues.group(verb)[0]
    parts = [c for c in [*nothing.children, *verb.children] if c.i > nothing.i and c.dep_ in ("prep", "acl", "relcl")]
    cue = chars(doc, first, nothing.i + 1)
    ranges = [stretch(p) for p in parts]
    if not ranges:
        cue, ranges = trimmed(text_of(doc), cue[0], nothing.left_edge.idx), [stretch(nothing)]
    contents = cleaned(text_of(doc), ranges, [cue])
    if contents:
        entry = _REFUSED if verb.lemma_ != "know" else _KNOWS_NOTHING
        yield Relation(verb.i, cue, entry, contents, source_range(source, verb), antecedent(source, verb).i)


def _unsaid(verb: Token, said: Token) -> bool:
    if verb.lemma_ in ("say", "know"):
        return bool(said.lower_ in ("nothing", "little"))
    absent = any(c.dep_ == "det" and c.lower_ == "no" for c in said.children)
    return absent and verb.lemma_ in ("give", "offer", "make", "provide") and said.lemma_ in entries("told-nouns.txt")


_KNOWS_NOTHING = Cue("know nothing", "thought", "unaware", frozenset(), frozenset())
_REFUSED = Cue("would not", "speech", "declines", frozenset(), frozenset())


def telling(verb: Token) -> Token | None:
    """Find the verb of telling that is refused: "declined to comment", "refused to say whether"."""
    told = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    return told if told is not None and told.lemma_ in entries("telling-verbs.txt") and told.i - verb.i <= 3 else None


def declined(verb: Token, told: Token, entry: Cue) -> Iterator[Relation]:
    """Read a refusal to tell: its cue is both verbs, its content what is not told, else the telling itself."""
    doc = verb.doc
    source = subject(verb)
    named = chars(doc, *noun_phrase(source)) if source is not None else None
    cue = (chars(doc, *cues.group(verb))[0], told.idx + len(told.text))
    parts = [
        c
        for c in told.children
        if c.i > told.i and c.dep_ in ("dobj", "prep", "ccomp", "advcl", "xcomp", "conj", "attr", "oprd")
    ]
    ranges = [stretch(part) for part in parts if part.dep_ != "conj" or part.lemma_ in entries("telling-verbs.txt")]
    if not ranges:
        cue, ranges = (cue[0], told.idx), [(told.idx, told.idx + len(told.text))]
        cue = trimmed(text_of(doc), *cue)
    lifts = [(_but(t), stretch(t)[1]) for t in told.subtree if t.i > told.i and lifted(t)]
    contents = cleaned(text_of(doc), ranges, [cue, *lifts])
    if contents:
        yield Relation(verb.i, cue, entry, contents, named, source.i if source is not None else -1)


def _passive_content(parts: list[Token], entry: Cue) -> bool:
    """Tell whether a passive without an agent still attributes: "it is said that", "is accused of"."""
    if "T" in entry.frames and any(p.dep_ == "prep" and p.lower_ in ("of", "for") for p in parts):
        return True
    return any(p.dep_ in ("ccomp", "xcomp", "oprd", "attr", "advcl") for p in parts)


def _inverted(verb: Token, entry: Cue) -> Token | None:
    """Find the source that stands after the verb and was parsed as something else: '"...," said the sources'."""
    if "Q" not in entry.frames:
        return None
    after = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "attr", "npadvmod", "oprd")), None)
    if after is None or after.left_edge.i != verb.i + 1 or after.pos_ not in ("PROPN", "PRON", "NOUN", "NUM"):
        return None
    before = verb.doc[verb.i - 1].text if verb.i else ""
    return after if before in (",", '"', "'", "?", "!", "''") else None


def _addressee(verb: Token, entry: Cue, passive: bool) -> Range | None:
    if "A" in entry.frames:
        told = child(verb, "nsubjpass") if passive else child(verb, "dobj", "dative")
        if told is not None and told.dep_ == "dative" and told.pos_ == "ADP":
            told = child(told, "pobj")
    else:
        to = next((c for c in verb.children if c.dep_ in ("prep", "dative") and c.lower_ == "to"), None)
        told = child(to, "pobj") if to is not None and "to" not in entry.prepositions and "Q" in entry.frames else None
    return chars(verb.doc, *noun_phrase(told)) if told is not None else None


def _late_source(verb: Token, entry: Cue, source: Token | None) -> Token | None:
    """Find the true source of "The minister took five calls, officials told the paper", misread as one long subject."""
    if source is None or "Q" not in entry.frames or source.i > verb.i:
        return None
    last = verb.i - 1
    for part in source.subtree:
        if part.dep_ in ("appos", "conj") and part.pos_ in ("NOUN", "PROPN") and part.right_edge.i == last:
            first = part.left_edge.i
            clause = [
                t for t in verb.doc[source.left_edge.i : first] if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ", "VBP")
            ]
            if verb.doc[first - 1].text == "," and clause:
                return part
    return None


def _surrounding(verb: Token, entry: Cue, source: Token | None, sentence: Tokens) -> list[Range]:
    """Give the clause round a parenthetical "he said" that the parser did not tie to it."""
    if "Q" not in entry.frames or source is None or source.dep_ != "nsubj":
        return []
    doc, text = verb.doc, text_of(verb.doc)
    if verb.i + 1 < len(doc) and doc[verb.i + 1].text == ":":
        return []  # "In a letter she wrote:" brings in what follows
    start, end = sentence.start_char, sentence.end_char
    told = [c.i for c in verb.children if c.dep_ in ("dobj", "dative") and c.tag_ == "PRP" and c.i == verb.i + 1]
    inner = sorted((verb.i, source.left_edge.i, source.right_edge.i, *told))  # "the warden now tells us"
    first, last = inner[0], inner[-1]
    comma_before = first > sentence.start and doc[first - 1].text in (",", "-", "–", "—")
    comma_after = (
        last + 1 >= sentence.end or doc[last + 1].is_punct or doc[last + 1].pos_ in ("ADP", "NOUN", "PROPN", "ADV")
    )
    if not comma_before or not comma_after or first - sentence.start < 3:
        return []
    before = (start, doc[first - 1].idx)
    if text[before[1] - 1] in "\"'" or text[: before[1]].count('"') % 2:
        return []
    after = []
    if (
        last + 1 < sentence.end
        and doc[last + 1].text in (",", "-", "–", "—")
        and verb.dep_ in ("parataxis", "ccomp", "advcl", "dep")
    ):
        after = [(doc[last + 1].idx + 1, end)]
    return [before, *after]


def _raised(verb: Token, entry: Cue) -> Iterator[Relation]:
    """Read "the deal appears to hold": nobody is named, and what appears is the subject with the infinitive."""
    part = child(verb, "xcomp", "oprd", "ccomp", "acomp")
    if part is None or (part.dep_ in ("oprd", "acomp") and part.pos_ != "ADJ"):
        return
    who = child(verb, "nsubj", "expl")
    ranges = [stretch(part)]
    if who is not None and who.dep_ == "nsubj" and who.lower_ not in ("it", "there"):
        ranges.insert(0, stretch(who))
    doc = verb.doc
    cue = chars(doc, *cues.group(verb))
    yield Relation(verb.i, cue, entry, cleaned(text_of(doc), ranges, [cue]))
