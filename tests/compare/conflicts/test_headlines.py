"""A headline and the report below it."""

from dataclasses import replace

import pytest

from clashing import story, sure
from factory import span
from rashomon.compare.conflicts.contenders import Contender, contenders
from rashomon.compare.conflicts.headlines import headlined
from rashomon.compare.conflicts.polarity import affirmed
from rashomon.compare.prepared import prepared
from rashomon.model import Block


def pair(headline: str, line: str) -> tuple[Contender, Contender]:
    """Give the claims of one report: its headline and a line of its body."""
    made = story((f"{headline}\n\n{line}", [(headline, "Outlet 0"), (line, "a steward")]))
    own = made.articles[0]
    blocks = (Block(span(own, headline), "headline"), Block(span(own, line), "body"))
    whole = replace(made, blocks=(blocks,))
    one, other = contenders(whole, prepared(whole).gists)
    return one, other


@pytest.mark.parametrize(
    ("headline", "line", "clash"),
    [
        ("Violent night at the port", "the march was peaceful", True),
        ("Violent night at the port", "the march was violent", False),
        ("Violent night at the port", "was the march peaceful?", False),
    ],
)
def test_a_headline_its_report_belies(headline, line, clash):
    """A headline clashes with a claim below it that says the contrary, not with one that says the same or asks."""
    assert (headlined(*pair(headline, line), sure) is not None) == clash


def test_far_lines_and_lines_of_the_body_are_no_headline_and_report():
    """A line that is about something else does not belie the headline, nor does one line of the body another."""
    one, other = pair("Violent night at the port", "the march was peaceful")
    assert headlined(one, other, lambda a, b: 0.0) is None
    assert headlined(replace(one, headline=False), other, sure) is None


def test_claims_on_one_side_of_contraries_stand_together():
    """A claim near another is on its side where it says the same of a pair of contraries, and not where the other."""
    one, other = pair("Violent night at the port", "the march was peaceful")
    key = frozenset(key for key in one.signed.keys if key[0] == "~")
    assert affirmed(one, one, key, sure)
    assert not affirmed(one, other, key, sure)
