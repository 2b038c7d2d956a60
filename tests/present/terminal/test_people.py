"""Who speaks in more than one report, as the terminal shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factory import article, attribution, entity, gate, span
from rashomon.model import Analysis, Story
from rashomon.present import terminal
from rashomon.present.terminal import WIDEST, Section, Shown


def plain_text(story: Story, width: int = WIDEST) -> str:
    """Give the people of ``story``."""
    return terminal.plain_text(story, Shown((Section.people,)), width)


def test_who_speaks_across():
    """Those who speak in two reports are in the table with a mark for each stance, the others are counted."""
    shown = plain_text(gate())
    row = next(line for line in shown.splitlines() if line.startswith("Ines Carrow  "))
    assert row.split()[2:] == ["×1", "∅1"]
    assert "3 more speak in one report only." in shown


@pytest.mark.parametrize("width", [20, 40, 80])
def test_the_table_holds_at_any_width(width: int):
    """Every number of every speaker is there, in columns or, where they do not fit, in a row."""
    text = "Ines Carrow said it was shut. "
    reports = [article(text, f"{n}.txt") for n in range(8)]
    carrow = entity("Ines Carrow of the Harbour", span(reports[0], "Ines Carrow"))
    said = [attribution(one, "Ines Carrow", "said", "it was shut", speaker=carrow) for one in reports]
    denied = [replace(one, id=f"{one.id}d", stance="denies") for one in said]
    analyses = tuple(Analysis(r.id, attributions=(a, *[d] * 12)) for r, a, d in zip(reports, said, denied, strict=True))
    table = plain_text(Story(tuple(reports), (), (carrow,), analyses), width=width).split("\nPeople")[1]
    assert table.count("+1") == table.count("×12") == 8
    assert max(map(len, table.splitlines())) <= width


def test_nobody_speaks_twice():
    """Where no speaker is shared, that is said."""
    first = gate()
    alone = replace(first.analyses[1], attributions=first.analyses[1].attributions[1:])
    assert "nobody speaks in more than one report" in plain_text(replace(first, analyses=(first.analyses[0], alone)))
