"""Who speaks words that no cue brings in: whom the sentence before them is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.analyse.contents import Range
from rashomon.analyse.cues import any_cue
from rashomon.analyse.language import Paragraph
from rashomon.analyse.syntax import child, noun_phrase
from rashomon.data import entries

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["brought_in", "said_of", "turned_to"]


def turned_to(paragraph: Paragraph, at: int) -> Range | None:
    """Give whom the sentence right before offset ``at`` of the paragraph is about, as a range of the article.

    In 'Carrow was asked how many. "A few."' and 'She laughed. "No."' she is who speaks. None where it is nobody.
    """
    before = [s for s in paragraph.doc.sents if s.end_char <= at and any(letter.isalpha() for letter in s.text)]
    who = _person(before[-1]) if before and _outside(paragraph, before[-1]) else None
    return _range(paragraph, who) if who is not None else None


_FEWEST = 3
"""Words of a part of a sentence between marks from which it is somebody's words, not a title or a nickname."""


def said_of(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Give whose words the part ``start`` to ``end`` of a sentence, between marks, is: a range of the article.

    In 'Carrow had "no quarrel with the gate"' they are Carrow's: what a report says of somebody in marks, it has from
    them. None where the sentence is about nobody who speaks, or tells a saying of its own.
    """
    words = paragraph.doc.text[start:end].strip("\"'“”‘’ ").split()
    sentence = next((s for s in paragraph.doc.sents if s.start_char <= start < s.end_char), None)
    if sentence is None or len(words) < _FEWEST or all(word[:1].isupper() for word in words):
        return None
    subject = child(sentence.root, "nsubj")
    if subject is None or subject.idx >= start or any_cue(sentence.root) is not None:
        return None
    named = subject.pos_ == "PROPN" and subject.ent_type_ in ("PERSON", "ORG", "")
    known = named or subject.lower_ in ("he", "she", "they")
    role = subject.pos_ == "NOUN" and subject.lemma_.lower() in entries("anonymous-sources.txt")
    return _range(paragraph, subject) if known or role else None


def brought_in(paragraph: Paragraph) -> Range | None:
    """Give the one who is named where a paragraph brings in what follows: "The letter over Ms Tarn's name reads:".

    A range of the article; None where it does not end in a colon, or its last sentence names nobody or several.
    """
    *_, last = paragraph.doc.sents
    named = [one for one in last.ents if one.label_ in ("PERSON", "ORG")]
    if not paragraph.doc.text.rstrip().endswith(":") or len(named) != 1:
        return None
    bare = re.sub(r"['’]s?\Z", "", named[0].text)
    start = named[0].start_char + paragraph.start
    return start, start + len(bare)


def _outside(paragraph: Paragraph, sentence: Tokens) -> bool:
    """Tell whether a sentence is the narrator's: no mark stands in it or is open at its start."""
    text = paragraph.doc.text
    return not any(mark in sentence.text for mark in '"“”') and text.count('"', 0, sentence.start_char) % 2 == 0


def _person(sentence: Tokens) -> Token | None:
    subject = child(sentence.root, "nsubj", "nsubjpass")
    if subject is None:
        return None
    known = subject.ent_type_ == "PERSON" or subject.lower_ in ("he", "she")
    return subject if known else None


def _range(paragraph: Paragraph, who: Token) -> Range:
    first, stop = noun_phrase(who)
    tokens = paragraph.doc[first:stop]
    return tokens.start_char + paragraph.start, tokens.end_char + paragraph.start
