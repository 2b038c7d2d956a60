"""Whom the opening of a report describes before it names him."""

from __future__ import annotations

import pytest

from parsed import prose, quoted, told
from rashomon.analyse.coreference import resolve
from rashomon.analyse.entities import find

LEAD = "A|DET|det|1 {0}|NOUN|nsubj|2 found|VERB|ROOT|2|find flaws|NOUN|dobj|2 .|PUNCT|punct|2"
NAMED = (
    "Justice|PROPN|compound|2||B-PERSON Imre|PROPN|compound|2||I-PERSON Tarn|PROPN|nsubj|3||I-PERSON "
    "said|VERB|ROOT|3|say so|ADV|advmod|3 .|PUNCT|punct|3"
)
OTHER = (
    "Judge|PROPN|compound|2||B-PERSON Ines|PROPN|compound|2||I-PERSON Carrow|PROPN|nsubj|3||I-PERSON "
    "agreed|VERB|ROOT|3|agree too|ADV|advmod|3 .|PUNCT|punct|3"
)


def later(*sentences: str, speakers: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Give what each resolved mention refers to, by their words; each sentence is a paragraph."""
    report = prose(*sentences)
    said = [told(report, who, what) for who, what in speakers]
    return {quoted(report, r.span): quoted(report, r.antecedent) for r in resolve(report, find(report), said)}


def test_the_lead_speaks_of_the_one_named_further_down():
    """ "A judge found flaws. Justice Imre Tarn said so": justices are judges, and there is no other."""
    found = later(LEAD.format("judge"), NAMED, speakers=(("Tarn", "so"),))
    assert found["A judge"] == "Justice Imre Tarn"


def test_of_two_whom_it_can_be_said_of_neither_is_meant():
    """With two judges further down the lead's stays open."""
    found = later(LEAD.format("judge"), NAMED, OTHER, speakers=(("Tarn", "so"), ("Carrow", "too")))
    assert "A judge" not in found


@pytest.mark.parametrize("noun", ["lawyer", "official"])
def test_a_role_that_is_not_said_of_him_or_says_nothing_stays_open(noun: str):
    """A lawyer is no judge, and "an official" may be anybody."""
    assert f"A {noun}" not in later(LEAD.format(noun), NAMED, speakers=(("Tarn", "so"),))
