"""What the story is about: the disputed propositions with their sides, then what is agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.model import Proposition, Slot
from rashomon.present.lines import counted, day, listed, shortened
from rashomon.present.terminal.layout import MARKS, heading, indented, more, row, stance, telling
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.sides import Telling, core, in_order, is_agreed, is_disputed, tellings

__all__ = ["about", "propositions"]

_DISPUTED, _AGREED = 4, 5
"""Propositions of an overview."""

_HOLDERS = 2
"""Holders shown on each side in an overview; the others are named."""

_SHORT, _LONG = 110, 320
"""Code points of a telling in an overview, and where everything is shown."""

_TITLE = 150

_QUESTIONS: dict[Slot, str] = {
    "happened": "did it happen",
    "number": "how many",
    "time": "when",
    "place": "where",
    "who": "who did it",
    "about": "about what",
    "proper": "was it proper",
    "follows": "what follows",
}


def propositions(page: Page) -> Iterator[RenderableType]:
    """Give the disputed propositions with their sides, the agreed ones, and how many others there are."""
    ordered = in_order(page, page.story.propositions)
    disputed = [one for one in ordered if is_disputed(page, one)]
    agreed = [one for one in ordered if is_agreed(page, one)]
    others = [one for one in ordered if one not in disputed and one not in agreed]
    whole = page.shown.everything
    if disputed:
        yield heading("Disputed", counted(len(disputed), "proposition"))
        for one in disputed[: None if whole else _DISPUTED]:
            yield from ("", *_block(page, one))
        yield from more(0 if whole else len(disputed) - _DISPUTED, "disputed")
    if agreed:
        yield heading("Agreed", f"{counted(len(agreed), 'proposition')} that two families report and nobody denies")
        for one in agreed[: None if whole else _AGREED]:
            yield from ("", *_block(page, one)) if whole else [indented(list(_line(page, one)), 2)]
        yield from more(0 if whole else len(agreed) - _AGREED, "agreed")
    if others and whole:
        yield heading("Others", "one family's own, or held together by suggestions")
        for one in others:
            yield from ("", *_block(page, one))
    elif others:
        yield from more(len(others), "of one family, or held together by suggestions only")


def about(page: Page, proposition: str, most: int = _TITLE) -> Text:
    """Give the title of the proposition with that id, and the handle to ask for it by."""
    one = page.propositions[proposition]
    title = Text(_title(page, one, most))
    return title.append(f" · {page.handle(proposition)}", "not bold dim")


def _title(page: Page, proposition: Proposition, most: int = _TITLE) -> str:
    return shortened(page.words(proposition.title), most)


def _line(page: Page, proposition: Proposition) -> Iterator[RenderableType]:
    title = Text.assemble((f"{MARKS['asserts'][0]} ", MARKS["asserts"][1]), about(page, proposition.id))
    yield title
    yield indented([Text(_told_by(page, proposition), "dim")], 2)


def _told_by(page: Page, proposition: Proposition) -> str:
    """Say how many outlets tell it, and from how many first sources."""
    outlets = page.outlets(page.claims[one].span.article for one in core(proposition) or proposition.claims)
    first = len(page.origins[proposition.id])
    return listed(outlets, 5) + (f" · {counted(first, 'origin')}" if first else "")


def _block(page: Page, proposition: Proposition) -> Iterator[RenderableType]:
    """Give a proposition: its title, who tells it, each side, and, where all is shown, what is only suggested."""
    yield indented([Text(_title(page, proposition), "bold")], 2)
    detail = f"asked: {_QUESTIONS[proposition.slot]} · {_told_by(page, proposition)} · {page.handle(proposition.id)}"
    yield indented([Text(detail, "dim")], 2)
    told = list(tellings(page, proposition))
    sure, perhaps = [one for one in told if one.sure], [one for one in told if not one.sure]
    yield from _sides(page, sure)
    if perhaps and (page.shown.everything or not sure):
        yield indented([Text("? perhaps about the same thing: links that are suggested, not confirmed", "italic")], 4)
        yield from _sides(page, perhaps)
    elif perhaps:
        yield from more(sum(len(one.claims) for one in perhaps), "suggested", 4)
    if page.shown.why:
        yield from _links(page, proposition)


def _sides(page: Page, told: Sequence[Telling]) -> Iterator[RenderableType]:
    for one in MARKS:
        side = [found for found in told if found.stance == one]
        if side:
            yield row(page, stance(one), list(_side(page, side)))


def _side(page: Page, side: Sequence[Telling]) -> Iterator[RenderableType]:
    most = len(side) if page.shown.everything else _HOLDERS
    for one in side[:most]:
        yield from _telling(page, one)
    if rest := side[most:]:
        names = list(dict.fromkeys(page.name(one.holder) for one in rest))
        yield Text(f"so {'do' if len(names) > 1 else 'does'} {listed(names, 3)}", "dim")


def _telling(page: Page, one: Telling) -> Iterator[RenderableType]:
    """Give who says it and in which words; under it through whom, when and where; all claims where all is shown."""
    whole = page.shown.everything
    for at, claim in enumerate(one.claims[: None if whole else 1]):
        words = telling(page, claim, _LONG if whole else _SHORT)
        own = claim.attribution is None
        name = Text(page.outlet(claim.span.article) if own else page.name(one.holder), "bold")
        yield Text.assemble(name, ": ", words) if at == 0 or own else words
        detail = ["own voice" if own else _through(page, claim.chain, claim.span.article)]
        detail += [day(claim.said)] if claim.said else []
        detail.append(page.where(claim.span))
        if not whole and len(one.claims) > 1:
            detail.append("also " + listed([page.where(other.span) for other in one.claims[1:]], 2))
        yield Text(" · ".join(detail), "dim")


def _through(page: Page, chain: Sequence[str], article: str) -> str:
    """Give the holders from the outlet up to, and without, the first speaker, who is named before."""
    return " ‹ ".join([page.outlet(article), *(page.name(one) for one in chain[1:-1])])


def _links(page: Page, proposition: Proposition) -> Iterator[RenderableType]:
    """Give each link with its two tellings, and in words why."""
    for link in sorted(proposition.links, key=lambda one: (one.status, -one.score, one.left, one.right)):
        left, right = page.claims[link.left].span, page.claims[link.right].span
        mark = "= confirmed" if link.status == "confirmed" else "? suggested"
        lines: list[RenderableType] = [Text(f"{page.words(left)} · {page.where(left)}")]
        lines.append(Text(f"{page.words(right)} · {page.where(right)}"))
        lines += [Text(f"because {found.detail}", "dim") for found in link.evidence]
        yield Group("", row(page, Text(f"{mark} {link.score:.0%}", "bold"), lines))
