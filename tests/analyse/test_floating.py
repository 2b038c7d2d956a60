"""Who speaks words that no cue brings in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parsed import prose
from rashomon.analyse.floating import brought_in, said_of, turned_to
from rashomon.analyse.language import Prose

ASKED = (
    "Carrow|PROPN|nsubjpass|2||B-PERSON was|AUX|auxpass|2|be asked|VERB|ROOT|2|ask twice|ADV|advmod|2 .|PUNCT|punct|2 "
)
LEFT = "The|DET|det|1 ferry|NOUN|nsubj|2 left|VERB|ROOT|2|leave .|PUNCT|punct|2 "
SAID = '"|PUNCT|punct|{0} Never|ADV|ROOT|{0} .|PUNCT|punct|{0} "|PUNCT|punct|{0}'


@pytest.mark.parametrize(("before", "who"), [(ASKED, "Carrow"), (LEFT, None)])
def test_whom_the_sentence_before_is_about_speaks(before: str, who: str | None):
    """Whoever was asked answers; a ferry says nothing."""
    size = len(before.split())
    report = prose(before + SAID.format(size + 1))
    text = report.article.text
    found = turned_to(report.paragraphs[0], text.index('"'))
    assert (text[slice(*found)] if found else None) == who


LETTER = (
    "The|DET|det|1 letter|NOUN|nsubj|6 over|ADP|prep|1 Ms|PROPN|compound|4||B-PERSON Tarn|PROPN|poss|2||I-PERSON "
    "'s|PART|case|4||I-PERSON reads|VERB|ROOT|6|read {}"
)


@pytest.mark.parametrize(
    ("end", "who"),
    [
        (":|PUNCT|punct|6", "Ms Tarn"),
        (".|PUNCT|punct|6", None),
        ("to|ADP|prep|6 Carrow|PROPN|pobj|7||B-PERSON :|PUNCT|punct|6", None),
    ],
)
def test_the_one_who_is_named_brings_in_what_follows(end: str, who: str | None):
    """Before a colon the one name of the sentence is the writer's; of two, and before a full stop, nobody's."""
    report = prose(LETTER.format(end))
    found = brought_in(report.paragraphs[0])
    assert (report.article.text[slice(*found)] if found else None) == who


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ('She had "no quarrel with the gate".', "She"),
        ('Mr Tarn had "no quarrel with the gate".', "Mr Tarn"),
        ('The road had "no quarrel with the gate".', None),
        ('She drove a "beast".', None),
        ('She sang "The Last Ferry Home".', None),
    ],
)
def test_a_part_between_marks_is_that_of_whom_the_sentence_is_about(
    parse_text: Callable[..., Prose], sentence: str, whose: str | None
):
    """What is told of a person in marks is in that person's words; titles, single words and roads speak for nobody."""
    start, end = sentence.index('"'), sentence.rindex('"') + 1
    found = said_of(parse_text(sentence).paragraphs[0], start, end)
    assert (sentence[slice(*found)] if found else None) == whose
