"""Attributions whose cue is no verb: a noun, an adjective of mind, an adverb, "according to", "no comment"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.analyse import cues
from rashomon.analyse.contents import stretch
from rashomon.analyse.cues import Cue
from rashomon.analyse.named_sayings import named_saying
from rashomon.analyse.relation import Relation, cleaned
from rashomon.analyse.syntax import chars, child, is_passive, noun_phrase, passive_agent, subject, text_of, trimmed
from rashomon.data import entries

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["according", "adjectival", "adverbial", "no_comment", "nominal", "viewed"]


def nominal(noun: Token, entry: Cue) -> Iterator[Relation]:
    """Read "claims by two dockers that", "the ministry's denial of", "raised concerns about", "his fear is that"."""
    doc = noun.doc
    parts = []
    for part in noun.children:
        if part.i < noun.i:
            continue
        if (
            part.dep_ in ("acl", "relcl", "ccomp", "xcomp")
            and (("S" in entry.frames and _that(part)) or ("I" in entry.frames and _to(part)))
        ) or (part.dep_ == "prep" and part.lower_ in entry.prepositions and child(part, "pobj", "pcomp") is not None):
            parts.append(part)
    if not parts and (clause := _next_clause(noun, entry)) is not None:
        parts = [clause]
    if not parts:
        predicate = noun.head if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else None
        if predicate is None:
            yield from named_saying(noun, entry)
            return
        parts = [c for c in predicate.children if c.dep_ == "ccomp" and c.i > predicate.i and _that(c)]
        parts += [
            c for c in predicate.children if c.dep_ == "xcomp" and c.i > predicate.i and _to(c) and "I" in entry.frames
        ]
        if not parts:
            yield from named_saying(noun, entry)
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
    contents = cleaned(text_of(doc), ranges, [cue] + ([named] if named else []))
    if contents:
        yield Relation(noun.i, cue, entry, contents, named, source.i if source is not None else -1)


def _next_clause(noun: Token, entry: Cue) -> Token | None:
    """Find the clause with "that" right after a noun, hung elsewhere by the parser: "stands by his charge that"."""
    that = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if that is None or that.lower_ != "that" or "S" not in entry.frames or that.head.left_edge.i != that.i:
        return None
    if that.dep_ in ("nsubj", "nsubjpass") or _possessor(noun) is None:
        return None
    return that.head if that.head.pos_ in ("VERB", "AUX") and that.head.i > that.i else None


_ASKS = frozenset({"idea", "clue", "knowledge", "notion", "inkling", "memory", "recollection"})
"""Nouns of knowing, whose clause may be any question: "had no idea who called"."""


def _that(clause: Token) -> bool:
    first = clause.left_edge
    if clause.head.lemma_ in _ASKS and first.lower_ in ("who", "what", "when", "where", "which"):
        return True
    return first.lower_ in ("that", "whether", "how", "why", "if") and (
        first.dep_ in ("mark", "advmod") or first.pos_ == "SCONJ"
    )


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
    entry = cues.verb_cue(head)
    if entry is not None and entry.stance == "denies":
        return None  # "rejected the claim that": whoever claimed it is somebody else
    if noun.dep_ == "dobj" and head.lemma_ in entries("light-verbs.txt"):
        return passive_agent(head) if is_passive(head) else subject(head)
    if noun.dep_ == "pobj" and head.lower_ in ("of", "under", "in") and head.head.lemma_ in ("be", "remain"):
        return subject(head.head)  # "is of the opinion that", "was under the impression that"
    return None


def adjectival(adjective: Token, entry: Cue) -> Iterator[Relation]:
    """Read "was confident that", "is aware of", "remains eager to"."""
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
            or (c.dep_ in ("prep", "agent") and c.lower_ in entry.prepositions and c.head.i == adjective.i)
            or (c.dep_ == "advcl" and "S" in frames and c.left_edge.lower_ in ("that", "whether", "if"))
        )
    ]
    source = subject(verb)
    if not parts or source is None or source.lower_ in ("it", "this", "that", "there", "which"):
        return
    first = min(
        [verb.i] + [c.i for c in verb.children if c.dep_ in ("aux", "neg", "advmod") and source.i < c.i < adjective.i]
    )
    cue = chars(doc, first, adjective.i + 1)
    named = chars(doc, *noun_phrase(source))
    contents = cleaned(text_of(doc), [stretch(p) for p in parts], [cue, named])
    if contents:
        yield Relation(adjective.i, cue, entry, contents, named, source.i)


_NO_COMMENT = Cue("no comment", "speech", "declines", frozenset(), frozenset())


def no_comment(noun: Token) -> Iterator[Relation]:
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
    cue = trimmed(text_of(doc), *chars(doc, first, last + 1))
    content = (noun.idx, stretch(noun)[1])
    yield Relation(
        verb.i, cue, _NO_COMMENT, cleaned(text_of(doc), [content], []), chars(doc, *noun_phrase(source)), source.i
    )


_ADVERB = Cue("allegedly", "raising", "hedges", frozenset(), frozenset())
_ACCORDING = Cue("according to", "speech", "asserts", frozenset(), frozenset())


def adverbial(adverb: Token) -> Iterator[Relation]:
    """Read "allegedly": nobody is named, and the narrator keeps a distance from the clause."""
    doc = adverb.doc
    verb = adverb.head
    if verb.pos_ not in ("VERB", "AUX"):
        verb = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), verb)
    start, end = stretch(verb)
    cue = chars(doc, adverb.i, adverb.i + 1)
    contents = cleaned(text_of(doc), [(start, end)], [cue])
    if contents:
        yield Relation(adverb.i, cue, _ADVERB, contents, distance=cue)


def according(token: Token, sentence: Tokens) -> Iterator[Relation]:
    """Read "according to X" and "per X", before, after and inside the clause they vouch for."""
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
    yield from _vouched(token, stop, source, sentence)


def viewed(noun: Token, sentence: Tokens) -> Iterator[Relation]:
    """Read "in the mayor's view", "by her own account", "in the words of one docker"."""
    lead = noun.head
    if lead.dep_ != "prep" or lead.lower_ not in ("in", "by", "on", "from") or lead.head.pos_ not in ("VERB", "AUX"):
        return
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    source = child(noun, "poss", "nsubj") or (child(of, "pobj") if of is not None else None)
    if source is not None and source.lower_ not in ("its", "my", "our"):
        yield from _vouched(lead, noun.i + 1, source, sentence)


def _vouched(token: Token, stop: int, source: Token, sentence: Tokens) -> Iterator[Relation]:
    """Give the clause that a phrase from ``token`` on vouches for, before it, after it and round it."""
    doc, text = token.doc, text_of(token.doc)
    phrase = noun_phrase(source)
    named = chars(doc, *phrase)
    cue = chars(doc, token.i, stop)
    start, end = sentence.start_char, sentence.end_char
    last = max(named[1], cue[1])
    if token.i == sentence.start or (token.i == sentence.start + 1 and not doc[sentence.start].is_alpha):
        ranges = [(last, end)]
    else:
        verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
        if (
            verb is not None
            and verb.dep_ == "advcl"
            and doc[token.i - 1].text == ","
            and not text[last:end].strip(" .\"'")
        ):
            verb = sentence.root  # "it sank at nine, before the gate was shut, according to the log"
        clause = stretch(verb) if verb is not None else (start, end)
        ranges = [(clause[0], cue[0])]
        rest = text[last : clause[1]]
        if rest.startswith(",") and len(rest) > 15 and doc[max(phrase[1], stop) : sentence.end].root.dep_ != "advcl":
            ranges.append((last, clause[1]))
    contents = cleaned(text, ranges, [cue, named])
    if contents:
        yield Relation(token.i, cue, _ACCORDING, contents, named, source.i)
