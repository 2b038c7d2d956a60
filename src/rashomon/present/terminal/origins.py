"""Where what is reported goes back to: first sources, not outlets, are counted."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Origin, Proposition
from rashomon.present.lines import counted, listed
from rashomon.present.terminal.layout import bullet, heading, indented, more
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.propositions import about
from rashomon.present.terminal.sides import weight

__all__ = ["origins"]

_MOST = 4
"""Propositions of an overview."""


def origins(page: Page) -> Iterator[RenderableType]:
    """Give the propositions that more outlets report than first sources stand behind, then, asked for, the others."""
    known = [one for one in page.story.propositions if page.origins[one.id]]
    whole = page.shown.everything
    wanted = [one for one in known if whole or _repeated(page, one) > 0]
    wanted.sort(key=lambda one: (-_repeated(page, one), *(-part for part in weight(page, one)), one.id))
    if not wanted:
        return
    yield heading("Origins", "where what is repeated goes back to")
    most = len(wanted) if whole else _MOST
    for one in wanted[:most]:
        yield bullet("‹", about(page, one.id))
        yield from _sources(page, one)
    yield from more(len(wanted) - most, "proposition", note=" with fewer origins than outlets")


def _repeated(page: Page, proposition: Proposition) -> int:
    """Give how many more outlets there are than origins."""
    found = page.origins[proposition.id]
    return len({outlet for one in found for outlet in one.outlets}) - len(found)


def _sources(page: Page, proposition: Proposition) -> Iterator[RenderableType]:
    found = sorted(page.origins[proposition.id], key=lambda one: (-one.families, -len(one.outlets), one.claims))
    outlets = len({outlet for one in found for outlet in one.outlets})
    total = f"reported by {counted(outlets, 'outlet')}, {counted(len(found), 'origin')}"
    if len(found) == 1:
        yield indented([Text.assemble(f"{total}: ", _source(page, found[0]))], 4)
    else:
        yield indented([Text(total)], 4)
        most = len(found) if page.shown.everything else 3
        for one in found[:most]:
            told = "own report" if one.outlets == (one.holder,) else listed([page.name(o) for o in one.outlets], 4)
            yield indented([Text.assemble(_source(page, one), (f" · {told}", "dim"))], 6)
        yield from more(len(found) - most, "origin", 6)
    if page.shown.why:
        for one in found:
            if one.basis:
                yield indented([Text(f"because {one.basis}", "dim")], 6)


def _source(page: Page, one: Origin) -> Text:
    """Give a first source: its name, how many it is where it has none, and the outlet that had it first."""
    name = page.name(one.holder)
    text = Text(name, "bold")
    if one.anonymous:
        text.append(" (anonymous)" if one.count is None or str(one.count) in name else f" (anonymous, {one.count})")
    if one.through and page.name(one.through) != name:
        text.append(f" to {page.name(one.through)}", "not bold")
    return text
