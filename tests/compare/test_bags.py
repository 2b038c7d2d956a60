"""Words as bags: what stretches of text have in common."""

from __future__ import annotations

import pytest

from factory import span
from lighthouse import Report, person, story
from rashomon.compare.bags import around, bags, inside, mean
from rashomon.compare.weights import likeness

KEEPER = person("Osla Brand")
TOLD = story(
    Report("The lamp burned out. Osla Brand slept.\n\nGulls came.", "Skerry Post", None, []),
    Report("The lamps burn brightly at night.", "The Echo", None, []),
    cast=(KEEPER,),
)
HELD = bags(TOLD)


def test_the_words_inside_count_in_their_plain_forms():
    """ "Lamp burned" and "lamps burn" are the same words; what both have weighs alike."""
    left = inside(HELD, span(TOLD.articles[0], "lamp burned"))
    right = inside(HELD, span(TOLD.articles[1], "lamps burn"))
    assert likeness(left, right) == pytest.approx(1.0)


def test_words_outside_the_span_do_not_count():
    """Half a sentence has half its words."""
    assert set(inside(HELD, span(TOLD.articles[0], "The lamp"))) == {"lamp"}


def test_what_is_around_counts_too_and_less():
    """The paragraph lends its words to a claim of it, the next paragraph does not."""
    found = around(HELD, span(TOLD.articles[0], "lamp"))
    assert "gull" not in found
    assert found["lamp"] > found["sleep"]


def test_a_person_is_a_term_wherever_named():
    """Names of one person are one term."""
    assert f"#{KEEPER.id}" in inside(HELD, span(TOLD.articles[0], "Osla Brand"))


def test_the_mean_points_between():
    """The mean of two bags is as like the one as the other; of none there is nothing."""
    one, other = {"lamp": 1.0}, {"gull": 1.0}
    assert likeness(mean([one, other]), one) == pytest.approx(likeness(mean([one, other]), other))
    assert mean([]) == {}
