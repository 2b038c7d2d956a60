"""Who speaks in more than one report, and in what stances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Stance, Story
from rashomon.present.lines import one_line
from rashomon.present.terminal.layout import MARKS, heading
from rashomon.present.terminal.page import Page

__all__ = ["people"]


def people(page: Page) -> Iterator[RenderableType]:
    """Give those who speak in more than one report with how often they take which stance in each; count the others."""
    story = page.story
    heard = _heard(story)
    shared = {speaker: cells for speaker, cells in heard.items() if len(cells) > 1}
    order = sorted(shared, key=lambda one: (-len(shared[one]), -_said(shared[one]), page.entities[one].name, one))
    rows = [
        (page.name(speaker), [_cell(shared[speaker].get(one.id, Counter())) for one in story.articles])
        for speaker in order
    ]
    yield heading("People", "who speaks in more than one report" if rows else "nobody speaks in more than one report")
    if rows:
        yield from _table(rows, page.width)
        outlets = (one_line(one.outlet_name) for one in story.articles)
        yield Text(" · ".join(f"{number} {outlet}" for number, outlet in enumerate(outlets, 1)), style="dim")
        yield Text("  ").join(Text.assemble((mark, colour), f" {stance}") for stance, (mark, colour) in MARKS.items())
    if others := len(heard) - len(shared):
        yield Text(f"{others} more {'speaks' if others == 1 else 'speak'} in one report only.", style="dim")


def _table(rows: Sequence[tuple[str, Sequence[Text]]], width: int) -> Iterator[RenderableType]:
    """Give speakers against reports, or, where that is wider than ``width``, each speaker's reports in a row."""
    numbers = range(len(rows[0][1]))
    widths = [max(len(str(n + 1)), *(len(cells[n]) for _, cells in rows)) for n in numbers]
    room = width - sum(widths) - 2 * len(widths)
    if room < 14:
        for name, cells in rows:
            yield Text(name, "bold")
            heard = (Text.assemble((f"{n + 1} ", "dim"), cells[n]) for n in numbers if cells[n])
            yield Padding(Text("   ").join(heard), (0, 0, 0, 2))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("", width=min(room, max(len(name) for name, _ in rows)), overflow="fold")
    for n in numbers:
        table.add_column(str(n + 1), width=widths[n])
    for name, cells in rows:
        table.add_row(Text(name, "bold"), *cells)
    yield table


def _heard(story: Story) -> dict[str, dict[str, Counter[Stance]]]:
    """Give for each speaker and each article in which they speak how often they took each stance."""
    heard: dict[str, dict[str, Counter[Stance]]] = {}
    for analysis in story.analyses:
        for one in analysis.attributions:
            if one.speaker is not None:
                heard.setdefault(one.speaker, {}).setdefault(analysis.article, Counter())[one.stance] += 1
    return heard


def _said(cells: Mapping[str, Counter[Stance]]) -> int:
    return sum(cell.total() for cell in cells.values())


def _cell(stances: Counter[Stance]) -> Text:
    kinds: Iterable[Stance] = (stance for stance in MARKS if stances[stance])
    return Text(" ").join(Text(f"{MARKS[stance][0]}{stances[stance]}", MARKS[stance][1]) for stance in kinds)
