"""Who speaks words that no cue brings in: whom the sentence before them is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.analyse.contents import Range
from rashomon.analyse.language import Paragraph
from rashomon.analyse.syntax import child, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["brought_in", "turned_to"]


def turned_to(paragraph: Paragraph, at: int) -> Range | None:
    """Give whom the sentence right before offset ``at`` of the paragraph is about, as a range of the article.

    In 'Carrow was asked how many. "A few."' and 'She laughed. "No."' she is who speaks. None where it is nobody.
    """
    before = [s for s in paragraph.doc.sents if s.end_char <= at and any(letter.isalpha() for letter in s.text)]
    who = _person(before[-1]) if before and _outside(paragraph, before[-1]) else None
    return _range(paragraph, who) if who is not None else None


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
