"""How lines are laid out: marks, headings, rows with a hanging indent that give it up where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Claim, Span, Stance
from rashomon.present.lines import around, plural, shortened
from rashomon.present.terminal.page import Page

__all__ = [
    "CLASHES", "MARKS", "bullet", "heading", "indented", "more", "placed", "row", "spoken", "stance", "telling",
]  # fmt: skip

MARKS: dict[Stance, tuple[str, str]] = {
    "asserts": ("+", "green"),
    "denies": ("×", "red"),
    "hedges": ("~", "yellow"),
    "declines": ("∅", "magenta"),
    "unaware": ("?", "cyan"),
}
"""Each stance's mark and colour, in the order in which sides are shown."""

CLASHES = {"hard": ("≠", "red"), "soft": ("≈", "yellow")}
"""Each severity's mark and colour."""

_NARROW = 60
"""Columns under which a row's words stand under its label, not beside it."""

_LABEL = 11
"""Columns of a label: a mark, a space and the longest word of a stance."""

_REACH = 40
"""Code points between a cue and what it tells: room for a date or an addressee."""


def heading(title: str, about: str = "") -> RenderableType:
    """Give the title of a section after an empty line, with what there is of it."""
    return Group("", Text.assemble((title, "bold underline"), (f" · {about}" if about else "", "dim")))


def stance(one: Stance) -> Text:
    """Give the mark and the word of a stance in its colour."""
    mark, colour = MARKS[one]
    return Text(f"{mark} {one}", f"bold {colour}")


def row(
    page: Page, label: Text, lines: Sequence[RenderableType], indent: int = 4, room: int = _LABEL
) -> RenderableType:
    """Give ``lines`` beside their ``label``, which has ``room`` columns, or under it where the terminal is narrow."""
    if page.width < _NARROW:
        return Padding(Group(label, indented(lines, 2)), (0, 0, 0, 2))
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=room)
    table.add_column(ratio=1)
    table.add_row(label, Group(*lines))
    return Padding(table, (0, 0, 0, indent))


def bullet(mark: str | Text, line: Text, indent: int = 2) -> RenderableType:
    """Give a line whose wrapped part stands under its words, not under its mark."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_row(mark, line)
    return Padding(table, (0, 0, 0, indent))


def indented(lines: Sequence[RenderableType], indent: int) -> RenderableType:
    """Give ``lines`` moved in by ``indent`` columns."""
    return Padding(Group(*lines), (0, 0, 0, indent))


def more(hidden: int, noun: str, indent: int = 2, note: str = "") -> Iterator[RenderableType]:
    """Say how much more there is, where there is any."""
    if hidden > 0:
        told = f"and {hidden} more {noun if hidden == 1 else plural(noun)}{note} (--all)"
        yield Padding(Text(told, "dim"), (0, 0, 0, indent))


def spoken(page: Page, claim: Claim) -> Text:
    """Give who stands behind a claim: its holder, or the outlet that says it in its own voice."""
    return Text(page.outlet(claim.span.article) if claim.attribution is None else page.name(claim.holder), "bold")


def placed(page: Page, claim: Claim, *others: Claim, chain: bool = False) -> Text:
    """Give where a claim stands, dimmed: its outlet, through whom where ``chain`` is wanted, its file and line.

    After it the number of the places of ``others``, and the name of who confirmed it.
    """
    parts = [] if claim.attribution is None else [page.outlet(claim.span.article)]
    parts += [page.name(one) for one in claim.chain[1:-1]] if chain and claim.attribution else []
    where = page.where(claim.span)
    who = "" if parts == [page.file(claim.span.article)] else " ‹ ".join(parts)
    places = {page.where(one.span) for one in others} - {where}
    rest = f" (+{len(places)})" if places else ""
    signed = f" ✓ confirmed by {page.confirmed[claim.id]}" if claim.id in page.confirmed else ""
    return Text(f" — {who}{', ' if who else ''}{where}{rest}{signed}", "dim")


def telling(page: Page, claim: Claim, most: int, focus: str = "") -> Text:
    """Give the words of a claim, at most ``most`` code points, with ``focus`` among them.

    What is retold reads on from its cue, dimmed, where that stands shortly before it.
    """
    said = page.attributions.get(claim.attribution or "")
    words = Text(around(page.words(claim.span), focus, most) if focus else shortened(page.words(claim.span), most))
    cue = said.cue if said and said.kind == "indirect" else None
    if cue is None or not 0 <= claim.span.start - cue.end <= _REACH:
        return words
    gap = " " if page.words(Span(cue.article, cue.end, claim.span.start)) == "" else " … "
    return Text.assemble((page.words(cue), "italic dim"), gap, words)
