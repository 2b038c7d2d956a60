"""What comes first on the page, and what each outlet has of it."""

from __future__ import annotations

from rashomon.present.report.rank import Cell, cells, core, disputed
from rashomon.present.story_file import export
from whole import DAY, OPEN, whole


def test_what_outlets_deny_comes_first_then_what_clashes():
    """A denied proposition comes before one with a hard conflict, that before one with a soft one."""
    rows = disputed(export(whole()))
    assert [row.proposition["id"] for row in rows] == ["p-open", "p-day", "p-hurt"]
    assert [row.against for row in rows] == [1, 0, 0]


def test_cells_tell_own_voice_from_what_is_reported():
    """An outlet's own stance stands apart from those it reports; an outlet that is silent has no cell."""
    rows = {row.proposition["id"]: row for row in disputed(export(whole()))}
    assert cells(rows["p-open"]) == [
        Cell("Orrin Echo", (), ("hedges",)),
        Cell("Orrin Post", (), ("asserts", "denies", "declines")),
        Cell("Radio Orrin", (), ("asserts",)),
    ]
    assert cells(rows["p-hurt"])[0] == Cell("Orrin Echo", ("asserts",), ())


def test_the_core_is_what_confirmed_links_hold_to_the_title():
    """Suggested links lead nowhere; where there are no links, all claims are the core."""
    rows = {row.proposition["id"]: row for row in disputed(export(whole()))}
    opened, day = rows["p-open"], rows["p-day"]
    assert core(opened.proposition, opened.claims) == {one.id for at, one in enumerate(OPEN) if at != 2}
    assert core(day.proposition, day.claims) == {DAY[0].id, DAY[2].id}
    assert core({**day.proposition, "links": []}, day.claims) == {one.id for one in DAY}
