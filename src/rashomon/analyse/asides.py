"""Sayings set in between commas: "the gate, she said, was shut, and nobody had opened it".

A parser ties such an aside to whatever stands beside it, and often to a part only of what is told. It is read off the
words instead: what stands round the aside, in its sentence, is what somebody says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.analyse import cues
from rashomon.analyse.cues import Cue
from rashomon.analyse.relation import Relation, cleaned
from rashomon.analyse.syntax import chars, text_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["asides"]

_OPENS = frozenset({",", "–", "—", "-"})
_CLOSES = frozenset({",", ".", ";", "–", "—", "-", ":"})
_SOURCE = frozenset({"DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM", "PART"})
_BETWEEN = frozenset({"ADV", "AUX"})
_LONGEST = 8
"""Words of the one who says, and of what may stand behind the verb ("told the Post on Monday")."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
_NO_SOURCE = frozenset({"that", "which", "this", "what", "there", "nothing", "so", "much", "little", "no", "yes"})
_WRITER = frozenset({"i", "we", "you", "one", "some", "us", "me"})
"""Words for whoever writes or reads: an aside of theirs says nothing of anybody."""
_FEWEST = 3
"""Words that must stand round an aside: fewer are no statement ("Yes, she said")."""
_OF_THEM = re.compile(r"[\s,]*(?:an?|the|who|which|whose|his|her|its|\d+)\b")
"""What goes on to say who it is that speaks: "said Ivo Tarn, an engineer, ..."."""
_JOINT = re.compile(r"(?:but|and|yet|so|still|nor|or|though)\b[\s,]*", re.IGNORECASE)
_ADDED = re.compile(r"[\s,]*(?:adding|saying|citing|quoting)\b")

Aside = tuple[int, int, int, int]
"""Tokens: where the aside begins and ends (half-open), and where the words for the one who says do."""


def asides(sentence: Tokens, found: Sequence[Relation]) -> list[Relation]:
    """Give the relations of a sentence with those whose cue stands in an aside holding all that stands round it."""
    out = list(found)
    for verb in sentence:
        entry = cues.verb_cue(verb) if verb.pos_ in ("VERB", "AUX", "NOUN") and verb.tag_ in _FINITE else None
        if entry is None or not entry.frames & {"S", "Q"} or entry.category not in ("speech", "thought"):
            continue
        aside = _before(verb, sentence) or _behind(verb, sentence)
        if aside is not None:
            out = _held(out, verb, entry, aside, sentence)
    return out


def _before(verb: Token, sentence: Tokens) -> Aside | None:
    """Read ", the company said on Monday,"."""
    first = verb.i
    while first - 1 > sentence.start and verb.doc[first - 1].pos_ in _BETWEEN:
        first -= 1
    stop, first = first, first
    while first - 1 > sentence.start and verb.doc[first - 1].pos_ in _SOURCE and stop - first < _LONGEST:
        first -= 1
    if first == stop or verb.doc[first - 1].text not in _OPENS or not _names(verb.doc[first:stop]):
        return None
    end = _end(verb.i + 1, sentence, verb)
    return None if end is None else (first, end, first, stop)


def _behind(verb: Token, sentence: Tokens) -> Aside | None:
    """Read ", said the company,"; not "the firm, which sank, denies it", where somebody stands before the verb."""
    first, stop = verb.i, verb.i + 1
    if any(c.dep_ == "nsubj" and c.i < first for c in verb.children):
        return None
    while stop < sentence.end and verb.doc[stop].pos_ in _SOURCE and stop - first <= _LONGEST:
        stop += 1
    if stop == first + 1 or first == sentence.start or verb.doc[first - 1].text not in _OPENS:
        return None
    if not _names(verb.doc[first + 1 : stop]):
        return None
    end = _end(stop, sentence, verb)
    return None if end is None else (first, end, first + 1, stop)


def _names(phrase: Tokens) -> bool:
    last = phrase[-1]
    if last.lower_ in _WRITER and len(phrase) == 1:
        return False
    if any(word.tag_ in _RELATIVES for word in phrase):
        return False
    return bool(last.pos_ in ("PROPN", "NOUN", "PRON") and last.lower_ not in _NO_SOURCE and last.tag_ != "PRP$")


def _end(at: int, sentence: Tokens, verb: Token) -> int | None:
    """Give where the aside ends: at the next mark, where only an addressee or a time stands before it."""
    told = sentence.doc[at] if at < sentence.end else None
    if told is not None and told.pos_ in _SOURCE and told.ent_type_ not in ("DATE", "TIME"):
        entry = cues.verb_cue(verb)
        if entry is None or not ("A" in entry.frames or told.lower_ in ("so", "now", "only")):
            return None  # "the Post has a photograph": it says nothing of what stands before
    for i in range(at, min(at + _LONGEST, sentence.end)):
        word = sentence.doc[i]
        if word.text in _CLOSES or word.is_space:
            return i
        if word.pos_ in ("VERB", "AUX", "SCONJ") or word.text in ('"', "'") or word.tag_ in ("WDT", "WP", "TO"):
            return None
    return sentence.end if at >= sentence.end else None


def _held(found: list[Relation], verb: Token, entry: Cue, aside: Aside, sentence: Tokens) -> list[Relation]:
    doc, text = verb.doc, text_of(verb.doc)
    first, end, who, stop = aside
    hole = chars(doc, first, end)
    old = next((one for one in found if one.head == verb.i), None)
    if old is not None and (old.source is None or old.entry.stance == "declines"):
        return found
    closed = doc[end].text if end < sentence.end else "."
    if closed == ":" and (old is None or min(s for s, _ in old.contents) > hole[0]):
        return found  # "In a letter, she wrote:" brings in what follows
    before = (_opening(sentence, first), hole[0])
    rest = (hole[1], _close(found, hole[1], sentence)) if closed in _OPENS | {":"} else (hole[1], hole[1])
    if doc[first - 2].tag_ in _RELATIVES or doc[first - 2].pos_ == "SCONJ":
        return found  # "the day on which, it says, it first heard"
    if _ADDED.match(text, rest[0]) or (who > verb.i and _OF_THEM.match(text, rest[0])):
        rest = (rest[0], rest[0])
    if any('"' in text[start:stop] for start, stop in (before, rest)):
        return found  # marks tie what stands between them
    contents = cleaned(text, [trimmed(text, *before), trimmed(text, *rest)], [hole])
    if sum(len(text[s:e].split()) for s, e in contents) < _FEWEST:
        return found
    if old is not None:
        return [replace(one, contents=contents) if one is old else one for one in found]
    source = chars(doc, who, stop)
    return [*found, Relation(verb.i, chars(doc, *cues.group(verb)), entry, contents, source, stop - 1)]


def _close(found: Sequence[Relation], start: int, sentence: Tokens) -> int:
    """Give where the statement ends behind an aside: with the sentence, or at a semicolon where another speaks."""
    for word in sentence:
        if word.text == ";" and word.idx >= start:
            speaks = (one for one in found if one.source is not None and "Q" in one.entry.frames)
            if any(one.source is not None and one.source[0] > word.idx for one in speaks):
                return int(word.idx)
    return int(sentence.end_char)


def _opening(sentence: Tokens, first: int) -> int:
    """Give where the statement before an aside begins: after the last semicolon, without the word that joins it on."""
    text = text_of(sentence.doc)
    marks = [i for i in range(sentence.start, first) if sentence.doc[i].text in (";", ":")]
    start = sentence.doc[marks[-1] + 1].idx if marks and marks[-1] + 1 < first else sentence.start_char
    while start < len(text) and text[start].isspace():
        start += 1
    joint = _JOINT.match(text, start)
    return joint.end() if joint else start
