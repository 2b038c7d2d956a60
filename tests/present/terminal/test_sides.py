"""What a proposition's claims are to a reader: the core, the disputed, the agreed, and who is shown first."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model import Link, Proposition, Story
from rashomon.present.terminal import Shown
from rashomon.present.terminal.page import Page, page
from rashomon.present.terminal.sides import core, in_order, is_agreed, is_disputed, outermost, sure, tellings
from whole import DAY, HURT, OPEN, whole


def made(story: Story | None = None) -> Page:
    """Give the page of ``story``."""
    return page(story or whole(), 80, Shown())


def proposition(name: str, story: Story | None = None) -> Proposition:
    """Give the proposition of that name."""
    return next(one for one in (story or whole()).propositions if one.id == name)


def test_the_core_is_what_confirmed_links_hold_together():
    """Suggested links tie nothing; where nothing is confirmed there is no core."""
    assert core(proposition("p-open")) == {OPEN[at].id for at in (0, 1, 3, 4)}
    loose = replace(proposition("p-open"), links=(Link(OPEN[0].id, OPEN[1].id, "suggested", 0.9),))
    assert core(loose) == frozenset()
    two = replace(
        proposition("p-open"),
        links=(
            Link(OPEN[0].id, OPEN[1].id, "confirmed", 0.9),
            Link(OPEN[2].id, OPEN[3].id, "confirmed", 0.9),
            Link(OPEN[3].id, OPEN[4].id, "confirmed", 0.9),
        ),
    )
    assert core(two) == {OPEN[2].id, OPEN[3].id, OPEN[4].id}


def test_what_clashes_is_surely_of_it():
    """A claim that a conflict names is of its proposition, whatever its link is."""
    assert DAY[1].id not in core(proposition("p-day"))
    assert DAY[1].id in sure(made(), proposition("p-day"))


def test_disputed_is_what_cannot_all_hold_or_is_surely_denied():
    """A hard conflict, one of yes and no, or a confirmed link between an assertion and a denial of two holders."""
    assert is_disputed(made(), proposition("p-open"))
    assert is_disputed(made(), proposition("p-day"))
    assert not is_disputed(made(), proposition("p-hurt"))
    story = whole()
    weak = replace(
        proposition("p-open"), links=tuple(replace(one, status="suggested") for one in proposition("p-open").links)
    )
    assert not is_disputed(made(replace(story, propositions=(weak,))), weak)
    parted = tuple(replace(one, kind="polarity") for one in story.conflicts)
    assert is_disputed(made(replace(story, conflicts=parted)), proposition("p-hurt"))


def test_nobody_disputes_with_themselves():
    """One holder who asserts and denies is no dispute."""
    story = whole()
    claims = {one.id: replace(one, holder="Ines Carrow") for one in OPEN}
    analyses = tuple(
        replace(one, claims=tuple(replace(claims.get(c.id, c), proposition=c.proposition) for c in one.claims))
        for one in story.analyses
    )
    assert not is_disputed(made(replace(story, analyses=analyses, conflicts=())), proposition("p-open"))


def test_agreed_needs_two_families():
    """The Post and the Echo are one family here; the radio makes them two."""
    assert is_agreed(made(), proposition("p-hurt"))
    assert not is_agreed(made(), proposition("p-open"))
    story = whole()
    one = replace(story, families=(tuple(article.id for article in story.articles),))
    assert not is_agreed(made(one), proposition("p-hurt"))


def test_what_is_told_most_widely_comes_first():
    """More families, then more holders, then more claims; the order of the input makes no difference."""
    story = whole()
    ordered = [one.id for one in in_order(made(), story.propositions)]
    assert ordered == [one.id for one in in_order(made(), story.propositions[::-1])]
    assert ordered[-1] == "p-open" or ordered[0] in {"p-day", "p-hurt"}


def test_words_within_words_are_told_once():
    """Of two claims of one holder and stance, one within the other, the outer is told; of another holder both are."""
    inner = replace(OPEN[0], id="inner", span=replace(OPEN[0].span, start=OPEN[0].span.start + 5))
    assert outermost([inner, OPEN[0], OPEN[1]]) == [OPEN[0], OPEN[1]]
    assert outermost([replace(inner, holder="Somebody"), OPEN[0]])[0].id == "inner"
    twin = replace(OPEN[0], id="twin")
    assert outermost([OPEN[0], twin]) == [OPEN[0], twin]


def test_tellings_begin_with_those_that_are_sure():
    """Each holder once a stance; who surely speaks of it first, the title's own telling at the head."""
    told = tellings(made(), proposition("p-open"))
    assert [(one.stance, one.sure, len(one.claims)) for one in told] == [
        ("asserts", True, 2),
        ("denies", True, 1),
        ("hedges", True, 1),
        ("declines", False, 1),
    ]
    assert told[0].claims[0].id == OPEN[0].id
    assert HURT[0].id not in {claim.id for one in told for claim in one.claims}
