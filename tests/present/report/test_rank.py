"""What comes first on the page, and what each outlet has of it."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model import Story
from rashomon.present.report.rank import Cell, Row, cells, ranked
from rashomon.present.story_file import export
from whole import DAY, OPEN, whole


def _rows(story: Story) -> dict[str, Row]:
    return {row.proposition["id"]: row for row in ranked(export(story))}


def test_what_is_disputed_comes_first_then_what_most_witnesses_tell():
    """A hard conflict and a sure denial make a dispute, a conflict of degree makes none; more families come first."""
    rows = _rows(whole())
    assert list(rows) == ["p-day", "p-open", "p-hurt"]
    assert [row.disputed for row in rows.values()] == [True, True, False]


def test_a_denial_that_is_only_perhaps_of_the_same_is_no_dispute():
    """Where the link between what is asserted and what is denied is a suggestion, nothing is disputed."""
    story = whole()
    loose = tuple(
        replace(one, links=tuple(replace(link, status="suggested") for link in one.links)) for one in story.propositions
    )
    assert not _rows(replace(story, propositions=loose))["p-open"].disputed


def test_cells_tell_own_voice_from_what_is_reported():
    """An outlet's own stance stands apart from those it reports; an outlet that is silent has no cell."""
    rows = _rows(whole())
    assert cells(rows["p-open"]) == [
        Cell("Orrin Echo", (), ("hedges",)),
        Cell("Orrin Post", (), ("asserts", "denies", "declines")),
        Cell("Radio Orrin", (), ("asserts",)),
    ]
    assert cells(rows["p-hurt"])[0] == Cell("Orrin Echo", ("asserts",), ())


def test_what_is_sure_is_what_confirmed_links_hold_together_and_what_clashes():
    """A suggested link makes nothing sure; a claim that clashes is; without links and conflicts nothing is."""
    rows = _rows(whole())
    assert rows["p-open"].sure == {one.id for at, one in enumerate(OPEN) if at != 2}
    assert rows["p-day"].sure == {one.id for one in DAY}
    bare = replace(whole(), conflicts=(), propositions=tuple(replace(one, links=()) for one in whole().propositions))
    assert _rows(bare)["p-day"].sure == set()
