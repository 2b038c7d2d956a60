"""What the story is about: the disputed propositions with their sides, then what is agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Claim, Conflict, Proposition, Slot, Span
from rashomon.present.lines import counted, day, listed, shortened
from rashomon.present.terminal.clash import clash
from rashomon.present.terminal.layout import (
    CLASHES,
    MARKS,
    bullet,
    heading,
    indented,
    more,
    placed,
    row,
    spoken,
    stance,
    telling,
)  # fmt: skip
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.sides import Telling, in_order, is_agreed, is_disputed, sure, tellings, within

__all__ = ["about", "parted", "propositions"]

_DISPUTED, _AGREED = 3, 3
"""Propositions of an overview."""

_HOLDERS = 2
"""Holders shown on each side in an overview; the others are named."""

_VALUES = 2
"""Conflicts of a proposition that an overview shows with it."""

_SHORT, _LONG = 110, 320
"""Code points of a telling in an overview, and where everything is shown."""

_AGAIN = 50
"""Code points of a telling that the title has shown already."""

_TITLE = 120

_WHOLE = ("that ", "whether ", "how ", "why ", "what ", "“", '"')
"""How words begin that are told whole without their cue."""

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
        for one in _leading(page):
            yield from ("", *_block(page, one))
        yield from more(0 if whole else len(disputed) - _DISPUTED, "disputed proposition")
    if agreed:
        yield heading("Agreed", f"{counted(len(agreed), 'proposition')} that two families report and nobody denies")
        for one in agreed[: None if whole else _AGREED]:
            yield from ("", *_block(page, one)) if whole else [_line(page, one)]
        yield from more(0 if whole else len(agreed) - _AGREED, "agreed proposition")
    if others and whole:
        yield heading("Others", "one family's own, or held together by suggestions")
        for one in others:
            yield from ("", *_block(page, one))
    elif others:
        yield from more(len(others), "proposition", note=" of one family, or only suggested")


def parted(page: Page) -> frozenset[str]:
    """Give the conflicts (ids) that stand with their propositions where those are shown."""
    shown = page.story.propositions if page.shown.everything else _leading(page)
    found = (conflict for one in shown for conflict in (*_valued(page, one), *_opposed(page, one)))
    return frozenset(conflict.id for conflict in found)


def _leading(page: Page) -> list[Proposition]:
    """Give the disputed propositions that are shown with their sides."""
    disputed = [one for one in in_order(page, page.story.propositions) if is_disputed(page, one)]
    return disputed if page.shown.everything else disputed[:_DISPUTED]


def about(page: Page, proposition: str, most: int = _TITLE) -> Text:
    """Give the title of the proposition with that id, the question it answers, and the handle to ask for it by."""
    one = page.propositions[proposition]
    asked = f" · {_QUESTIONS[one.slot]}? {page.handle(proposition)}"
    return Text.assemble(_title(page, one, most), (asked, "not bold dim"))


def _title(page: Page, proposition: Proposition, most: int) -> Text:
    """Give the words of the title, after its cue where they are no sentence without it ("accused X of Y")."""
    claim, words = page.titles.get(proposition.title), page.words(proposition.title)
    if claim and not words.startswith(_WHOLE):
        told = telling(page, claim, most)
        return told if " … " not in told.plain else Text(shortened(words, most))
    return Text(shortened(words, most))


def _line(page: Page, proposition: Proposition) -> RenderableType:
    mark, colour = MARKS["asserts"]
    line = about(page, proposition.id).append(f" — {_told_by(page, proposition)}", "dim")
    return bullet(Text(mark, colour), line)


def _told_by(page: Page, proposition: Proposition) -> str:
    """Say which outlets tell it, and from how many first sources."""
    return listed(page.outlets(_reports(page, proposition)), 5) + _from(page, proposition)


def _told_in(page: Page, proposition: Proposition) -> str:
    """Say how many reports tell it, and from how many first sources."""
    told, total = len(_reports(page, proposition)), len(page.articles)
    return (f"in {told} of {total} reports" if total > 1 else "in the report") + _from(page, proposition)


def _reports(page: Page, proposition: Proposition) -> set[str]:
    return {page.claims[one].span.article for one in sure(page, proposition) or proposition.claims}


def _from(page: Page, proposition: Proposition) -> str:
    first = len(page.origins[proposition.id])
    return f" · {counted(first, 'origin')}" if first else ""


def _block(page: Page, proposition: Proposition) -> Iterator[RenderableType]:
    """Give a proposition: its title, who tells it, each side, and, where all is shown, what is only suggested."""
    whole = page.shown.everything
    told = tellings(page, proposition)
    certain, perhaps = [one for one in told if one.sure], [one for one in told if not one.sure]
    detail = [f"{_QUESTIONS[proposition.slot]}?", _told_by(page, proposition) if whole else _told_in(page, proposition)]
    if perhaps and certain and not whole:
        detail.append(f"{sum(len(one.claims) for one in perhaps)} more suggested")
    title = _title(page, proposition, _TITLE)
    title.stylize("bold")
    yield indented([title.append(f" · {page.handle(proposition.id)}", "not bold dim")], 2)
    yield indented([Text(" · ".join(detail), "dim")], 2)
    yield from _clashes(page, proposition)
    yield from _sides(page, certain if whole else _untold(page, proposition, certain), proposition.title)
    if perhaps and (whole or not certain):
        yield indented([Text("? perhaps of the same thing: links that are suggested, not confirmed", "italic")], 4)
        yield from _sides(page, perhaps, proposition.title)
    if page.shown.why:
        yield from _links(page, proposition)


def _valued(page: Page, proposition: Proposition) -> list[Conflict]:
    """Give the conflicts of numbers, dates and names that are shown with a proposition."""
    found = [one for one in page.conflicts[proposition.id] if one.kind != "polarity"]
    return found if page.shown.everything else found[:_VALUES]


def _clashes(page: Page, proposition: Proposition) -> Iterator[RenderableType]:
    """Give the conflicts of a proposition with their sides; in an overview of yes and no that there is one."""
    opposed = _opposed(page, proposition)
    for one in [*_valued(page, proposition), *(opposed if page.shown.everything else opposed[:1])]:
        mark, colour = CLASHES[one.severity]
        yield indented([Text(f"{mark} {one.severity} · {one.kind}", f"bold {colour}")], 4)
        if one.kind != "polarity" or page.shown.everything:
            yield indented(list(clash(page, one)), 6)


def _opposed(page: Page, proposition: Proposition) -> list[Conflict]:
    return [one for one in page.conflicts[proposition.id] if one.kind == "polarity"]


def _untold(page: Page, proposition: Proposition, told: Sequence[Telling]) -> list[Telling]:
    """Give the tellings that the sides of conflicts of values have not shown; none that assert where nobody denies."""
    valued = _valued(page, proposition)
    shown = [page.claims[claim] for one in valued for side in one.sides for claim in side.claims]
    denied = any(one.stance == "denies" for one in told)
    left = [replace(one, claims=tuple(claim for claim in one.claims if not _told(claim, shown))) for one in told]
    return [one for one in left if one.claims and (denied or not valued or one.stance != "asserts")]


def _told(claim: Claim, shown: Sequence[Claim]) -> bool:
    return any(
        one.holder == claim.holder and (within(claim.span, one.span) or within(one.span, claim.span)) for one in shown
    )


def _sides(page: Page, told: Sequence[Telling], title: Span) -> Iterator[RenderableType]:
    for one in MARKS:
        side = [found for found in told if found.stance == one]
        if side:
            yield row(page, stance(one), list(_side(page, side, title)))


def _side(page: Page, side: Sequence[Telling], title: Span) -> Iterator[RenderableType]:
    most = len(side) if page.shown.everything else _HOLDERS
    for one in side[:most]:
        yield from _telling(page, one, title)
    if rest := side[most:]:
        names = list(dict.fromkeys(spoken(page, one.claims[0]).plain for one in rest))
        yield Text(f"so {'do' if len(names) > 1 else 'does'} {listed(names, 3)}", "dim")


def _telling(page: Page, one: Telling, title: Span) -> Iterator[RenderableType]:
    """Give who says it, in which words, through whom and where; all of their claims where all is shown."""
    if not page.shown.everything:
        first, *others = one.claims
        words = telling(page, first, _AGAIN if first.span == title else _SHORT)
        yield Text.assemble(spoken(page, first), ": ", words, placed(page, first, *others, chain=True))
        return
    for claim in one.claims:
        said = f" ({day(claim.said)})" if claim.said else ""
        words = telling(page, claim, _LONG)
        yield Text.assemble(spoken(page, claim), said, ": ", words, placed(page, claim, chain=True))


def _links(page: Page, proposition: Proposition) -> Iterator[RenderableType]:
    """Give each link with its two tellings, and in words why."""
    for link in sorted(proposition.links, key=lambda one: (one.status, -one.score, one.left, one.right)):
        mark = "=" if link.status == "confirmed" else "?"
        lines: list[RenderableType] = []
        for claim in (page.claims[link.left], page.claims[link.right]):
            lines.append(Text.assemble(telling(page, claim, _LONG), placed(page, claim)))
        lines += [Text(f"because {found.detail}", "dim") for found in link.evidence]
        yield from ("", indented([Text(f"{mark} {link.status}, {link.score:.0%}", "bold"), *lines], 4))
