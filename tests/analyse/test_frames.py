"""Frames: what each clause says of whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsed import prose
from rashomon.analyse import frames
from rashomon.analyse.language import Prose
from rashomon.model import Frame, Span


def words(report: Prose, span: Span | None) -> str | None:
    """Give the words of a part."""
    return None if span is None else report.article.text[span.start : span.end]


def told(report: Prose) -> list[tuple[str, str | None, str | None]]:
    """Give each frame's predicate, agent and patient; for what somebody is, the role in place of the agent."""
    return [
        (one.predicate, words(report, one.role or one.agent), words(report, one.patient)) for one in frames.find(report)
    ]


ACTIVE = "Carrow|PROPN|nsubj|1 rang|VERB|ROOT|1|ring the|DET|det|3 pilot|NOUN|dobj|1 .|PUNCT|punct|1"
PASSIVE = (
    "The|DET|det|1 pilot|NOUN|nsubjpass|3 was|AUX|auxpass|3|be rung|VERB|ROOT|3|ring by|ADP|agent|3 Carrow|PROPN|pobj|4"
)
REDUCED = "shots|NOUN|ROOT|0|shot fired|VERB|acl|0|fire by|ADP|agent|1 them|PRON|pobj|2"


@pytest.mark.parametrize(
    ("row", "frame"),
    [
        (ACTIVE, ("ring", "Carrow", "the pilot")),
        (PASSIVE, ("ring", "Carrow", "The pilot")),
        (REDUCED, ("fire", "them", "shots")),
    ],
)
def test_who_does_it_is_the_agent_however_it_is_told(row: str, frame: tuple[str, str, str]):
    """A passive, whole or reduced to its participle, is turned round."""
    assert told(prose(row)) == [frame]


def test_verbs_joined_share_their_subject():
    """ "Carrow came and shut the gate", "who shut the gate": whoever does the first does the second."""
    joined = prose("Carrow|PROPN|nsubj|1 came|VERB|ROOT|1|come and|CCONJ|cc|1 shut|VERB|conj|1 it|PRON|dobj|3")
    assert told(joined) == [("come", "Carrow", None), ("shut", "Carrow", "it")]
    who = prose("docker|NOUN|ROOT|0 who|PRON|nsubj|2 shut|VERB|relcl|0 it|PRON|dobj|2")
    assert told(who) == [("shut", "docker", "it")]
    cleft = prose("was|AUX|ROOT|0|be Carrow|PROPN|attr|0 who|PRON|nsubj|3 rang|VERB|ccomp|0|ring")
    assert ("ring", "Carrow", None) in told(cleft)


def test_particle_and_negation():
    """A particle makes another verb of one; "not", "never" and "nobody" negate it."""
    row = "Nobody|PRON|nsubj|1 stood|VERB|ROOT|1|stand up|ADP|prt|1 ,|PUNCT|punct|1 nor|CCONJ|cc|1"
    found = frames.find(prose(row))
    assert [(one.predicate, one.negated) for one in found] == [("stand_up", True)]


def test_by_what_means():
    """A means of speaking stands in a phrase of the verb; what else is done "by" or "in" is none."""
    report = prose("He|PRON|nsubj|1 resigned|VERB|ROOT|1|resign by|ADP|prep|1 text|NOUN|compound|4 message|NOUN|pobj|2")
    (found,) = frames.find(report)
    assert words(report, found.means) == "text message"
    (found,) = frames.find(prose("He|PRON|nsubj|1 resigned|VERB|ROOT|1|resign in|ADP|prep|1 tears|NOUN|pobj|2"))
    assert found.means is None


def test_a_hyphen_joins_what_the_parser_cuts(parse_text: Callable[..., Prose]):
    """ "E-mail" is one word, though the parser makes three of it."""
    report = parse_text("Carrow resigned by e-mail on Monday.")
    assert [words(report, one.means) for one in frames.find(report)] == ["e-mail"]


@pytest.mark.parametrize(
    "row",
    [
        "Hallam|PROPN|nsubj|1 was|AUX|ROOT|1|be first|ADJ|amod|3 mate|NOUN|attr|1 .|PUNCT|punct|1",
        "Hallam|PROPN|ROOT|0 ,|PUNCT|punct|0 first|ADJ|amod|3 mate|NOUN|appos|0 ,|PUNCT|punct|0",
        "first|ADJ|amod|1 mate|NOUN|ROOT|1 Hallam|PROPN|appos|1",
        "first|ADJ|amod|2 mate|NOUN|compound|2 Hallam|PROPN|ROOT|2",
        "Hallam|PROPN|nsubj|1 worked|VERB|ROOT|1|work as|ADP|prep|1 first|ADJ|amod|4 mate|NOUN|pobj|2",
    ],
)
def test_what_somebody_is_said_to_be(row: str):
    """By a copula, in apposition on either side, before the name, or after "worked as"."""
    assert ("be", "first mate", "Hallam") in told(prose(row))


def test_as_whom_somebody_is_known():
    """ "Named the driver as Hallam" says who the driver is; a negated role is told as such."""
    row = (
        "Police|NOUN|nsubj|1 named|VERB|ROOT|1|name the|DET|det|3 driver|NOUN|dobj|1 as|ADP|prep|1 Hallam|PROPN|pobj|4"
    )
    assert ("be", "Hallam", "the driver") in told(prose(row))
    denied = prose("Hallam|PROPN|nsubj|1 was|AUX|ROOT|1|be not|PART|neg|1 mate|NOUN|attr|1")
    assert [one.negated for one in frames.find(denied)] == [True]


LABELS = [
    "nsubj",
    "nsubjpass",
    "dobj",
    "conj",
    "relcl",
    "acl",
    "xcomp",
    "pcomp",
    "agent",
    "prep",
    "pobj",
    "appos",
    "attr",
]


CELLS = st.tuples(st.sampled_from(["VERB", "NOUN", "PROPN", "AUX"]), st.sampled_from(LABELS), st.integers(0, 7))


@given(st.lists(CELLS, min_size=1, max_size=8))
def test_parts_stand_in_the_text_whatever_the_parser_says(cells: list[tuple[str, str, int]]):
    """Each part is words of the article, frames stand in order, and no tree, however odd, breaks the reading."""
    # a word hangs on one before it, so that the rows make a tree
    hung = [(pos, label, min(head, i - 1)) if i else (pos, "ROOT", 0) for i, (pos, label, head) in enumerate(cells)]
    rows = [f"W{i}|{pos}|{label}|{head}{'|be' * (pos == 'AUX')}" for i, (pos, label, head) in enumerate(hung)]
    report = prose(" ".join(rows))
    found = frames.find(report)
    text = report.article.text
    for one in found:
        for span in (one.span, one.agent, one.patient, one.means, one.role):
            assert span is None or (span.start < span.end <= len(text) and text[span.start : span.end].strip())
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert all(isinstance(one, Frame) for one in found)
