"""A second opinion on a sentence, by the order of its words, for cues of which the parse shows nothing.

A small parser hangs a clause on the wrong word, or takes "claims" for a noun; the order of the words is plain all the
same: who, a cue, "that" or a clause with a subject of its own. It is asked only about finite cues that no relation has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.analyse import cues
from rashomon.analyse.contents import Range
from rashomon.analyse.cues import Cue
from rashomon.analyse.relation import SOME, Relation, cleaned, without_tail
from rashomon.analyse.syntax import chars, text_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["surface"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON"})
_SUBJECTS = SOME | {"he", "she", "they", "it", "we", "i", "who", "neither", "none"}
_WITHIN = frozenset({"IN", "POS"})
_MARKS = frozenset({",", "-", "–", "—"})
_STOPS = re.compile(r";|(?<=[a-z]{3})[.!?]['’\"]?\s")
_ASIDE = 16
"""Words of an aside between who speaks and the cue."""
_BETWEEN = 8
"""Words that may stand between a cue and its "that": "said at the time that", "told the board on Monday that"."""
_LONGEST = 6
"""Words of a clause's subject that is told by its order alone."""


def surface(sentence: Tokens, found: Sequence[Relation]) -> list[Relation]:
    """Give the relations of a sentence with those that only the order of its words shows."""
    out = list(found)
    for word in sentence:
        entry = _entry(word)
        if entry is None or any(
            start <= word.idx < end for one in out for start, end in (one.cue, one.source or (0, 0))
        ):
            continue
        start = _clause(word, entry, sentence)
        source = _source(word, sentence) if start is not None else None
        if start is None or source is None:
            continue
        doc, text = word.doc, text_of(word.doc)
        cue = chars(doc, *cues.group(word))
        named = chars(doc, source[0], source[1])
        if named[0] < cue[1] and cue[0] < named[1]:
            cue = chars(doc, word.i, word.i + 1)
        part = without_tail(text, _ended(text, doc[start].idx, sentence.end_char))
        if text[: part[0]].count('"') % 2 or text[part[0] : part[1]].count('"') % 2:
            continue  # marks tie what stands between them
        contents = cleaned(text, [trimmed(text, *part)], [])
        if contents:
            out.append(Relation(word.i, cue, entry, contents, named, source[2]))
    return out


def _ended(text: str, start: int, end: int) -> Range:
    """End what is told at a semicolon, or where the parser ran two sentences together."""
    stop = _STOPS.search(text, start, end)
    return start, stop.start() if stop else end


def _entry(word: Token) -> Cue | None:
    """Give the cue that a finite verb is, or a word of small letters that the tagger may have taken for another."""
    if word.tag_ in ("VBD", "VBZ", "VBP"):
        entry = cues.verb_cue(word)
    elif word.is_lower and word.lower_.endswith(("s", "ed")) and word.dep_ not in ("amod", "compound"):
        entry = next((cues.verbs()[stem] for stem in _stems(word.lower_) if stem in cues.verbs()), None)
    else:
        entry = None
    tells = entry is not None and entry.frames & {"S", "M"} and entry.category in ("speech", "thought")
    return entry if tells else None


def _stems(word: str) -> list[str]:
    return [word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"), word.removesuffix("d")]


def _clause(word: Token, entry: Cue, sentence: Tokens) -> int | None:
    """Give the first word of the clause that a cue brings in; None where none is plain."""
    doc, at = word.doc, int(word.i) + 1
    while at < sentence.end and at - word.i <= _BETWEEN and doc[at].lower_ != "that":
        if doc[at].is_punct or doc[at].pos_ in ("VERB", "AUX", "SCONJ", "CCONJ"):
            break
        at += 1
    told = at < sentence.end and doc[at].lower_ == "that" and _subject(at + 1, sentence) is not None
    if told and ("A" in entry.frames or at == word.i + 1 or doc[word.i + 1].pos_ in ("ADP", "ADV")):
        return at
    if "S" not in entry.frames or "A" in entry.frames or entry.category != "speech":
        return None
    return _subject(word.i + 1, sentence)


def _subject(first: int, sentence: Tokens) -> int | None:
    """Give ``first`` where a clause's subject stands there with its finite verb right behind it, else None."""
    doc, at = sentence.doc, first
    while at < sentence.end and at - first < _LONGEST and (doc[at].pos_ in _NOMINAL or doc[at].tag_ in _WITHIN):
        at += 1
    if at == first or at >= sentence.end or doc[first].pos_ == "ADP" or doc[at - 1].tag_ in ("PRP$", "IN", "POS"):
        return None
    while at < sentence.end and doc[at].pos_ == "ADV":
        at += 1
    return first if at < sentence.end and doc[at].tag_ in _FINITE else None


def _source(word: Token, sentence: Tokens) -> tuple[int, int, int] | None:
    """Give who stands right before a cue: first word, end, and the word that heads it; None where nobody does."""
    doc, end = word.doc, cues.group(word)[0]
    while end - 1 > sentence.start and doc[end - 1].pos_ in ("ADV", "AUX"):
        end -= 1
    if any(one.lemma_ in ("be", "get") for one in doc[end : word.i]):
        return None  # "was asked": it is told to whoever stands there
    if end - 1 > sentence.start and doc[end - 1].text in _MARKS:
        end = _before(end - 1, sentence)
    if end <= sentence.start:
        return None
    last = doc[end - 1]
    if last.lower_ in _SUBJECTS:
        return end - 1, end, end - 1
    if last.pos_ not in ("NOUN", "PROPN") or last.ent_type_ in ("DATE", "TIME"):
        return None
    first = end - 1
    while first > sentence.start and (doc[first - 1].pos_ in _NOMINAL or doc[first - 1].tag_ == "POS"):
        first -= 1
    if first > sentence.start and doc[first - 1].pos_ in ("ADP", "VERB", "AUX"):
        return None  # what these lead to speaks only where the parse says so: "in the letter he wrote"
    return first, end, end - 1


def _before(mark: int, sentence: Tokens) -> int:
    """Give the end of what stands before an aside that ends at ``mark``: "The organisers, a coalition, announced"."""
    doc = sentence.doc
    opened = (i for i in range(mark - 1, max(sentence.start, mark - _ASIDE), -1) if doc[i].text == doc[mark].text)
    return next(opened, sentence.start)
