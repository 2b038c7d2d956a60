"""The measures of shifts and origins, on a story of two sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rashomon.evals.account_scores import accounts, accounts_figures
from rashomon.evals.accounts import Account, account
from rashomon.evals.readings import Reading, Telling, from_gold
from rashomon.model import Span

TEXT = "Brand denied it. Brand admits it. The pilot saw it. The lamp was out."
FILE = "01-post.txt"


def place(quote: str) -> dict[str, Any]:
    """Give where a quote stands, as gold has it."""
    return {"file": FILE, "quote": quote, "start": TEXT.index(quote), "end": TEXT.index(quote) + len(quote)}


def statement(quote: str, *chain: str) -> dict[str, Any]:
    """Give a statement of gold that the last of ``chain`` holds."""
    return {
        **place(quote),
        "holder": chain[-1] if chain else "narrator",
        "source_chain": ["Post", *chain],
        "stance": "asserts",
    }


def gold() -> Account:
    """Give gold with one proposition, three origins of it, and one shift of two steps."""
    made = {
        "documents": [{"doc": "d1", "file": FILE, "outlet": "Post"}],
        "propositions": [
            {
                "id": "p1",
                "proposition": "The lamp was out.",
                "statements": [
                    statement("Brand denied it", "Brand"),
                    statement("Brand admits it", "Brand"),
                    statement("The pilot saw it", "the pilot"),
                    statement("The lamp was out"),
                ],
            }
        ],
        "position_changes": [
            {
                "id": "s1",
                "holder": "Brand",
                "topic": "p1",
                "steps": [{**place(one), "stance": "denies"} for one in ("Brand denied it", "Brand admits it")],
            }
        ],
    }
    return account(made, {FILE: TEXT})


def span(quote: str) -> Span:
    """Give where a quote stands."""
    return Span(FILE, place(quote)["start"], place(quote)["end"])


TURN = (span("Brand denied it"), span("Brand admits it"))
OTHER = (span("The pilot saw it"), span("The lamp was out"))


def figures(system: Reading) -> dict[str, float]:
    """Give the measures of a system on the story."""
    return accounts_figures(accounts(gold(), system))


@pytest.mark.parametrize(
    ("shifts", "precision", "f1"),
    [((TURN,), 1.0, 1.0), ((TURN, OTHER), 0.5, 2 / 3), ((TURN, TURN), 1.0, 1.0), ((OTHER,), 0.0, 0.0), ((), 0.0, 0.0)],
)
def test_shifts_are_measured_both_ways(shifts: tuple[tuple[Span, ...], ...], precision: float, f1: float):
    """What is shown and is none costs precision; a shift shown twice is right twice and found once."""
    found = figures(Reading(shifts=shifts))
    assert (found["shifts_precision"], found["shifts_F1"]) == (precision, pytest.approx(f1))


def system(*origins: str) -> Reading:
    """Give a system that tells all four statements, each with the label of its origin."""
    quotes = ("Brand denied it", "Brand admits it", "The pilot saw it", "The lamp was out")
    tellings = tuple(Telling(one, span(one), "Brand", False, "asserts", (), "p1") for one in quotes)
    return Reading(tellings=tellings, origins=dict(zip(quotes, origins, strict=True)))


def test_origins_are_measured_as_groups_of_statements():
    """Right groups score 1; all alone lose the pair's recall, all in one the precision."""
    assert figures(system("a", "a", "b", "c"))["origins_B3_F1"] == 1.0
    alone = 2 * 1 * (3 / 4) / (1 + 3 / 4)
    assert figures(system("a", "b", "c", "d"))["origins_B3_F1"] == pytest.approx(alone)
    one = (2 * 2 / 4 + 2 / 4) / 4
    assert figures(system("a", "a", "a", "a"))["origins_B3_F1"] == pytest.approx(2 * one / (one + 1))


def test_a_second_annotation_has_origins_too():
    """Gold against itself is faultless."""
    assert figures(from_gold(gold()))["origins_B3_F1"] == 1.0


def test_claims_about_different_things_are_not_to_be_opposed():
    """The share of pairs of claims about different propositions that a conflict puts on opposite sides."""
    made = gold()
    (first,) = made.propositions
    apart = replace(
        made,
        propositions=tuple(
            replace(first, id=f"p{number}", statements=(replace(one, proposition=f"p{number}"),))
            for number, one in enumerate(first.statements)
        ),
    )
    told = system("a", "b", "c", "d")
    clashing = replace(told, conflicts=((TURN[:1], TURN[1:]),))
    assert accounts_figures(accounts(apart, told))["conflicts_unrelated_opposed"] == 0
    assert accounts_figures(accounts(apart, clashing))["conflicts_unrelated_opposed"] == pytest.approx(1 / 6)
    assert figures(clashing)["conflicts_unrelated_opposed"] == 0
