"""The same thing under different names."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.model import Variant, Wording
from rashomon.present.lines import listed
from rashomon.present.terminal.layout import bullet, heading, indented, more
from rashomon.present.terminal.page import Page

__all__ = ["wording"]

_MOST = 4
"""Things of an overview."""

_VARIANTS = 4


def wording(page: Page) -> Iterator[RenderableType]:
    """Give each thing that goes by several names, and who calls it what."""
    found = sorted(
        page.story.wording, key=lambda one: (-len({s.article for v in one.variants for s in v.spans}), one.referent)
    )
    if not found:
        return
    yield heading("Wording", "one thing, different names")
    most = len(found) if page.shown.everything else _MOST
    for one in found[:most]:
        yield bullet("/", Text(page.name(one.referent), "bold"))
        yield indented(list(_variants(page, one)), 4)
    yield from more(len(found) - most, "thing")


def _variants(page: Page, one: Wording) -> Iterator[RenderableType]:
    variants = sorted(one.variants, key=lambda each: (-len(each.spans), each.text))
    most = len(variants) if page.shown.everything else _VARIANTS
    for each in variants[:most]:
        yield _variant(page, each)
    yield from more(len(variants) - most, "name", 0)


def _variant(page: Page, one: Variant) -> Text:
    """Give a name in the words of its first place, and the outlets that use it; all places where all is shown."""
    spans = sorted(one.spans, key=lambda span: ([a.id for a in page.story.articles].index(span.article), span.start))
    who = [page.where(span) for span in spans] if page.shown.everything else page.outlets(s.article for s in spans)
    where = listed(who, len(who) if page.shown.everything else 4)
    first = "" if page.shown.everything else f" · {page.where(spans[0])}"
    return Text.assemble((f"“{page.words(spans[0])}”", "italic"), (f" · {where}{first}", "dim"))
