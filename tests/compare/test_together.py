"""Several who hold one thing together: a claim of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factory import article, attribution, claim, span
from rashomon.compare.together import each
from rashomon.model import Analysis, Mention, Span

KNOWN = {"the Orrin Ministry": "ministry", "Orrin Ministry": "ministry", "Selby Lines": "lines", "Ivo Tarn": "tarn"}


def holders(source: str, *names: str) -> list[tuple[str, ...]]:
    """Give the chains of the claims made of one whose ``source`` holds ``names``."""
    report = article(f"Yesterday {source} denied that the gate was open.")
    by = attribution(report, source, "denied", "that the gate was open")
    one = claim(report, "that the gate was open", by, [source])
    mentions = tuple(Mention(span(report, name), "organisation") for name in names)

    def exact(part: Span) -> str | None:
        return KNOWN.get(report.text[part.start : part.end])

    made = each(report, Analysis(report.id, mentions, attributions=(by,), claims=(one,)), exact)
    assert len({claim.id for claim in made.claims}) == len(made.claims)
    assert {claim.span for claim in made.claims} == {one.span}
    return [claim.chain[1:] for claim in made.claims]


def test_two_named_together_are_two_holders():
    """Each has a claim of their own, and nobody is called by both names."""
    found = holders("the Orrin Ministry and Selby Lines", "Orrin Ministry", "Selby Lines")
    assert found == [("ministry",), ("lines",)]


def test_one_of_a_group_holds_it_too():
    """The group stays a holder."""
    found = holders("senior clerks, including Ivo Tarn", "Ivo Tarn")
    assert found == [("senior clerks, including Ivo Tarn",), ("tarn",)]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Ivo Tarn of Selby Lines", ("Ivo Tarn", "Selby Lines")),
        ("Ivo Tarn and a clerk of Selby Lines", ("Ivo Tarn", "Selby Lines")),
        ("Selby Lines, Ivo Tarn", ("Selby Lines", "Ivo Tarn")),
        ("Ivo Tarn and Ada Lund", ("Ivo Tarn", "Ada Lund")),
    ],
)
def test_names_that_do_not_stand_beside_one_another_are_one_source(source: str, names: tuple[str, ...]):
    """A name that only describes, one the story does not know, and an apposition leave the claim as it is."""
    assert holders(source, *names) == [(source,)]


def test_what_nobody_is_said_to_hold_stays():
    """The outlet's own voice has one claim."""
    report = article("The gate was open.")
    one = replace(claim(report, "The gate was open"), attribution=None)
    analysis = Analysis(report.id, claims=(one,))
    assert each(report, analysis, lambda _: None) == analysis
