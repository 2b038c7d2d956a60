"""Attributions that the grammar of one sentence shows: a cue, its source and its content.

The method is that of PolNeAR's reading of attribution (Newell, Margolin and Ruths 2018; Pareti 2012 for the parts):
a lexicon of cues with the frames their content may take, and the dependency tree to find source and content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon.analyse import cues
from rashomon.analyse.contents import Range, complements, joined, minus, stretch
from rashomon.analyse.cues import Cue
from rashomon.analyse.syntax import chars, child, is_passive, lifted, noun_phrase, subject, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["Relation", "relations", "source_range"]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution within one parsed paragraph; ranges are code points of its doc.

    ``head`` is the token index of the cue's head word (the verb, noun, adjective or adverb); -1 for punctuation cues.
    ``source_head`` is that of the source, -1 where no words name it. ``quoted`` says that a quotation is tied to it;
    ``parent`` is the head of the relation it stands within where nothing but the grammar shows that ("X, citing Y, said").
    """

    head: int
    cue: Range
    entry: Cue
    contents: tuple[Range, ...]
    source: Range | None = None
    source_head: int = -1
    addressee: Range | None = None
    distance: Range | None = None
    quoted: bool = False
    parent: int = -1


def relations(doc: Doc) -> list[Relation]:
    """Give the attributions of a parsed paragraph, in order of their cues; quotations are attached later."""
    found: list[Relation] = []
    for sentence in doc.sents:
        found += _in_sentence(sentence)
    return found


def _in_sentence(sentence: Tokens) -> Iterator[Relation]:
    verbs, nouns, adjectives, adverbs = cues.verbs(), cues.nouns(), cues.adjectives(), cues.adverbs()
    taken: set[int] = set()  # heads that are part of another cue: "say" in "refused to say"
    distances: list[Token] = []
    found: list[Relation] = []
    for token in sentence:
        lower, pos = token.lower_, token.pos_
        if pos == "VERB" or (pos == "AUX" and token.dep_ in ("ROOT", "ccomp")):
            entry = verbs.get(token.lemma_.lower())
            if entry is not None and token.i not in taken and token.dep_ != "amod":
                if entry.stance == "declines" and (told := _telling(token)) is not None:
                    taken.add(told.i)
                    found += _declined(token, told, entry)
                else:
                    found += _verbal(token, entry, sentence)
        elif pos == "NOUN":
            entry = nouns.get(token.lemma_.lower())
            if entry is not None:
                found += _nominal(token, entry)
            elif lower == "comment":
                found += _no_comment(token)
        elif pos == "ADJ":
            entry = adjectives.get(lower)
            if entry is not None and token.dep_ in ("acomp", "attr", "oprd", "conj"):
                found += _adjectival(token, entry)
        elif pos == "ADV" and lower in adverbs:
            distances.append(token)
        if lower in ("according", "per"):
            found += _according(token, sentence)
    found = _cited(found, sentence)
    for adverb in distances:
        at = next((i for i, r in enumerate(found) if r.head == adverb.head.i and r.entry.category == "speech"), None)
        if at is None:
            found += _adverbial(adverb)
        else:
            found[at] = replace(found[at], distance=chars(adverb.doc, adverb.i, adverb.i + 1))
    return iter(found)


_TELLING = frozenset(
    "say tell comment discuss answer respond reply speak talk elaborate confirm deny reveal disclose identify name specify "
    "explain provide rule give address acknowledge be".split()
)


def _telling(verb: Token) -> Token | None:
    """Find the verb of telling that is refused: "declined to comment", "refused to say whether"."""
    told = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    return told if told is not None and told.lemma_ in _TELLING and told.i - verb.i <= 3 else None


def _declined(verb: Token, told: Token, entry: Cue) -> Iterator[Relation]:
    doc = verb.doc
    source = subject(verb)
    named = chars(doc, *noun_phrase(source)) if source is not None else None
    cue = (chars(doc, *cues.group(verb))[0], told.idx + len(told.text))
    parts = [
        c for c in told.children if c.i > told.i and c.dep_ in ("dobj", "prep", "ccomp", "advcl", "xcomp", "conj", "attr", "oprd")
    ]
    ranges = [stretch(part) for part in parts if part.dep_ != "conj" or part.lemma_ in _TELLING]
    if not ranges:
        cue, ranges = (cue[0], told.idx), [(told.idx, told.idx + len(told.text))]
        cue = trimmed(doc.text, *cue)
    contents = _cleaned(doc.text, ranges, [cue])
    if contents:
        yield Relation(verb.i, cue, entry, contents, named, source.i if source is not None else -1)


_NO_COMMENT = Cue("no comment", "speech", "declines", frozenset(), frozenset())


def _no_comment(noun: Token) -> Iterator[Relation]:
    """Read "had no comment", "could not be reached for comment", "was not available for comment"."""
    doc = noun.doc
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    negated = any(c.dep_ == "neg" for c in verb.children) or any(c.lower_ == "no" for c in noun.children)
    reached = verb.lemma_ in ("reach", "have", "be", "return", "respond") or verb.lower_ in ("unavailable", "available")
    if verb.lower_ in ("available", "unavailable"):
        negated = negated or verb.lower_ == "unavailable" or any(c.dep_ == "neg" for c in verb.head.children)
        verb = verb.head
    source = child(verb, "nsubj", "nsubjpass") if negated and reached else None
    if source is None or verb.i > noun.i:
        return
    first = cues.group(verb)[0]
    last = noun.i - 1
    cue = trimmed(doc.text, *chars(doc, first, last + 1))
    content = (noun.idx, stretch(noun)[1])
    yield Relation(verb.i, cue, _NO_COMMENT, _cleaned(doc.text, [content], []), chars(doc, *noun_phrase(source)), source.i)


def _cited(found: list[Relation], sentence: Tokens) -> list[Relation]:
    """Give those cited by a participle ("Reuters, citing two officials, reported that P") the content they are cited for."""
    out = []
    for relation in found:
        head = sentence.doc[relation.head]
        citing = head.lemma_ in ("cite", "quote") and head.tag_ == "VBG" and head.dep_ in ("advcl", "acl", "prep", "conj")
        host = next((r for r in found if r is not relation and r.head in (head.head.i, head.head.head.i)), None) if citing else None
        cited = child(head, "dobj") if citing else None
        if host is None or cited is None or cited.pos_ not in ("NOUN", "PROPN", "PRON"):
            out.append(relation)
            continue
        named = chars(head.doc, *noun_phrase(cited))
        contents = tuple(part for part in _cleaned(head.doc.text, minus(list(host.contents), named), [relation.cue]))
        out.append(replace(relation, source=named, source_head=cited.i, contents=contents, parent=host.head))
    return out


def _verbal(verb: Token, entry: Cue, sentence: Tokens) -> Iterator[Relation]:
    doc = verb.doc
    if entry.category == "raising":
        yield from _raised(verb, entry)
        return
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl") and child(verb, "aux") is None)
    source = _agent(verb) if passive else subject(verb) or _inverted(verb, entry)
    parts = complements(verb, entry)
    if passive and "A" in entry.frames:
        parts = [p for p in parts if p.dep_ != "nsubjpass"]
    if passive and source is None and (entry.word in ("ask", "call") or not _passive_content(parts)):
        return
    first, stop = cues.group(verb)
    if len(parts) == 1 and parts[0].i == stop and parts[0].lower_ in entry.prepositions and any(parts[0].children):
        stop += 1
        parts = list(parts[0].children)
    if entry.word == "call" and not any(p.dep_ in ("ccomp", "oprd", "attr", "xcomp", "prep") for p in parts):
        if stop == verb.i + 1:
            return  # "called the envoy": a telephone call, not a name
    cue = chars(doc, first, stop)
    named = source_range(source, verb) if source is not None else None
    ranges = [stretch(part) for part in parts if source is None or part.i != source.i]
    lifts = [t for part in parts if part.dep_ == "ccomp" for t in part.conjuncts if lifted(t)]
    holes = [cue, *([named] if named else []), *((_but(t), stretch(t)[1]) for t in lifts)]
    if not ranges:
        ranges = _surrounding(verb, entry, source, sentence)
    contents = _cleaned(doc.text, ranges, holes)
    if contents:
        head = source.i if source is not None else -1
        yield Relation(verb.i, cue, entry, contents, named, head, _addressee(verb, entry, passive))


def source_range(source: Token, verb: Token) -> Range:
    """Give the range of the source; a noun that the verb's clause describes ("a letter saying") ends before the clause."""
    doc = source.doc
    if source.lower_ == "that" and verb.dep_ == "relcl" and verb.head.i < source.i:
        source = verb.head
    first, stop = noun_phrase(source)
    if verb.dep_ in ("acl", "relcl") and source.i < verb.i < stop:
        stop = min(verb.left_edge.i, verb.i)
    while stop - 1 > source.i and doc[stop - 1].is_punct:
        stop -= 1
    return chars(doc, first, stop)


def _but(verb: Token) -> int:
    first = verb.left_edge.i
    before = verb.doc[first - 1]
    return before.idx if before.lower_ == "but" else verb.doc[first].idx


def _cleaned(text: str, ranges: list[Range], holes: list[Range]) -> tuple[Range, ...]:
    ranges = joined(ranges, 1)
    for hole in holes:
        ranges = minus(ranges, hole)
    kept = (trimmed(text, start, end) for start, end in ranges)
    return tuple((s, e) for s, e in joined([r for r in kept if r[1] - r[0] > 0], 1) if re.search(r"\w", text[s:e]))


def _passive_content(parts: list[Token]) -> bool:
    """Tell whether a passive without an agent still attributes: "it is said that", "is expected to", "was told that"."""
    return any(p.dep_ in ("ccomp", "xcomp", "oprd", "attr", "advcl") for p in parts)


def _agent(verb: Token) -> Token | None:
    by = child(verb, "agent")
    if by is None:
        by = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "by"), None)
    return child(by, "pobj") if by is not None else None


def _inverted(verb: Token, entry: Cue) -> Token | None:
    """Find the source that stands after the verb and was parsed as something else: '"...," said the sources'."""
    if "Q" not in entry.frames:
        return None
    after = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "attr", "npadvmod", "oprd")), None)
    if after is None or after.left_edge.i != verb.i + 1 or after.pos_ not in ("PROPN", "PRON", "NOUN"):
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


def _surrounding(verb: Token, entry: Cue, source: Token | None, sentence: Tokens) -> list[Range]:
    """Give the clause round a parenthetical "he said" that the parser did not tie to it."""
    if "Q" not in entry.frames or source is None or source.dep_ != "nsubj":
        return []
    doc, text = verb.doc, verb.doc.text
    start, end = sentence.start_char, sentence.end_char
    inner = sorted((verb.i, source.left_edge.i, source.right_edge.i))
    first, last = inner[0], inner[-1]
    comma_before = first > sentence.start and doc[first - 1].text in (",", "-", "–", "—")
    comma_after = last + 1 >= sentence.end or doc[last + 1].is_punct or doc[last + 1].pos_ in ("ADP", "NOUN", "PROPN", "ADV")
    if not comma_before or not comma_after or first - sentence.start < 3:
        return []
    before = (start, doc[first - 1].idx)
    if '"' in text[before[0] : before[1]]:
        return []
    after = []
    if last + 1 < sentence.end and doc[last + 1].text in (",", "-", "–", "—") and verb.dep_ in ("parataxis", "ccomp", "advcl", "dep"):
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
    yield Relation(verb.i, cue, entry, _cleaned(doc.text, ranges, [cue]))


_LIGHT = frozenset("make issue raise express voice have offer give deliver repeat renew release send face reject deny hear share drop dismiss withdraw".split())


def _nominal(noun: Token, entry: Cue) -> Iterator[Relation]:
    doc = noun.doc
    parts = []
    for part in noun.children:
        if part.i < noun.i:
            continue
        if part.dep_ in ("acl", "relcl", "ccomp", "xcomp") and (
            ("S" in entry.frames and _that(part)) or ("I" in entry.frames and _to(part))
        ):
            parts.append(part)
        elif part.dep_ == "prep" and part.lower_ in entry.prepositions and child(part, "pobj", "pcomp") is not None:
            parts.append(part)
    if not parts:
        predicate = noun.head if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else None
        if predicate is None:
            return
        parts = [c for c in predicate.children if c.dep_ == "ccomp" and c.i > predicate.i and _that(c)]
        parts += [c for c in predicate.children if c.dep_ == "xcomp" and c.i > predicate.i and _to(c) and "I" in entry.frames]
        if not parts:
            return
    source = _possessor(noun) or _by(noun) or _light_subject(noun)
    named = chars(doc, *noun_phrase(source)) if source is not None else None
    cue = chars(doc, noun.i, noun.i + 1)
    ranges = []
    for part in parts:
        if part.dep_ == "prep" and part.i == noun.i + 1:
            cue = (cue[0], part.idx + len(part.text))
            ranges += [stretch(c) for c in part.children]
        else:
            ranges.append(stretch(part))
    contents = _cleaned(doc.text, ranges, [cue] + ([named] if named else []))
    if contents:
        yield Relation(noun.i, cue, entry, contents, named, source.i if source is not None else -1)


def _that(clause: Token) -> bool:
    first = clause.left_edge
    return first.lower_ in ("that", "whether", "how", "why", "if") and (first.dep_ in ("mark", "advmod") or first.pos_ == "SCONJ")


def _to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _possessor(noun: Token) -> Token | None:
    return child(noun, "poss")


def _by(noun: Token) -> Token | None:
    for prep in noun.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("by", "from", "among") and prep.i > noun.i:
            return child(prep, "pobj")
    return None


def _light_subject(noun: Token) -> Token | None:
    head = noun.head
    if noun.dep_ == "dobj" and head.lemma_ in _LIGHT:
        return _agent(head) if is_passive(head) else subject(head)
    return None


def _adjectival(adjective: Token, entry: Cue) -> Iterator[Relation]:
    doc = adjective.doc
    verb = adjective.head
    if verb.lemma_ not in ("be", "feel", "seem", "remain", "become", "sound", "appear", "grow"):
        return
    frames = entry.frames
    parts = [
        c
        for c in [*adjective.children, *verb.children]
        if c.i > adjective.i
        and (
            (c.dep_ == "ccomp" and "S" in frames)
            or (c.dep_ == "xcomp" and (("I" in frames and _to(c)) or ("S" in frames and not _to(c))))
            or (c.dep_ in ("prep", "agent") and c.lower_ in entry.prepositions and c.head is adjective)
            or (c.dep_ == "advcl" and c.head is adjective and "S" in frames and c.left_edge.lower_ in ("that", "whether", "if"))
        )
    ]
    source = subject(verb)
    if not parts or source is None or source.lower_ in ("it", "this", "that", "there", "which"):
        return
    first = min([verb.i] + [c.i for c in verb.children if c.dep_ in ("aux", "neg", "advmod") and source.i < c.i < adjective.i])
    cue = chars(doc, first, adjective.i + 1)
    named = chars(doc, *noun_phrase(source))
    contents = _cleaned(doc.text, [stretch(p) for p in parts], [cue, named])
    if contents:
        yield Relation(adjective.i, cue, entry, contents, named, source.i)


_ADVERB = Cue("allegedly", "raising", "hedges", frozenset(), frozenset())
_ACCORDING = Cue("according to", "speech", "asserts", frozenset(), frozenset())


def _adverbial(adverb: Token) -> Iterator[Relation]:
    doc = adverb.doc
    verb = adverb.head
    if verb.pos_ not in ("VERB", "AUX"):
        verb = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), verb)
    start, end = stretch(verb)
    cue = chars(doc, adverb.i, adverb.i + 1)
    contents = _cleaned(doc.text, [(start, end)], [cue])
    if contents:
        yield Relation(adverb.i, cue, _ADVERB, contents, distance=cue)


def _according(token: Token, sentence: Tokens) -> Iterator[Relation]:
    doc = token.doc
    after = token.i + 1
    if token.lower_ == "according":
        if after >= len(doc) or doc[after].lower_ != "to":
            return
        to = doc[after]
        source = child(to, "pobj") or child(token, "pobj")
        stop = after + 1
    else:
        source = child(token, "pobj")
        stop = after
        if source is None or source.ent_type_ not in ("PERSON", "ORG") or doc[token.i - 1].text != ",":
            return
    if source is None:
        return
    phrase = noun_phrase(source)
    named = chars(doc, *phrase)
    cue = chars(doc, token.i, stop)
    start, end = sentence.start_char, sentence.end_char
    text = doc.text
    if token.i == sentence.start or (token.i == sentence.start + 1 and not doc[sentence.start].is_alpha):
        ranges = [(named[1], end)]
    else:
        verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
        clause = stretch(verb) if verb is not None else (start, end)
        ranges = [(clause[0], cue[0])]
        rest = text[named[1] : clause[1]]
        if rest.startswith(",") and len(rest) > 15 and doc[phrase[1] : sentence.end].root.dep_ != "advcl":
            ranges.append((named[1], clause[1]))
    contents = _cleaned(text, ranges, [cue, named])
    if contents:
        yield Relation(token.i, cue, _ACCORDING, contents, named, source.i)
