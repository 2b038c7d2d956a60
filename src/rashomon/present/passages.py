"""The passages that stand in more than one report, for the terminal: copies, shared quotations, what was altered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.model import Alignment, Article, Difference, Span, Story
from rashomon.present.lines import one_line
from rashomon.text import LineIndex

__all__ = ["shared"]

_MOST = 6
"""Differences shown for each passage; the story file has them all."""


def shared(story: Story) -> Iterator[RenderableType]:
    """Give each shared passage: its kind, where it stands, the words of the first, and how the others differ."""
    if not story.alignments:
        return
    articles = {article.id: article for article in story.articles}
    numbers = {article.id: number for number, article in enumerate(story.articles, 1)}
    yield from ("", Text("Passages that stand in more than one report", style="bold"))
    for one in story.alignments:
        yield Padding(Group(*_passage(one, articles, numbers)), (1, 0, 0, 2))


def _passage(one: Alignment, articles: Mapping[str, Article], numbers: Mapping[str, int]) -> Iterator[RenderableType]:
    kind = "copied" if one.kind == "copy" else "quoted by all"
    same = "word for word" if one.similarity >= 1 else f"{one.similarity:.0%} of the words the same"
    yield Text.assemble((f"= {kind}", "bold"), f" · {same}")
    yield Text(_words(one.spans[0], articles))
    for difference in one.differences[:_MOST]:
        yield _difference(difference, articles, numbers)
    if len(one.differences) > _MOST:
        yield Text(f"and {len(one.differences) - _MOST} more differences", style="dim")
    places = (
        f"{numbers[span.article]} line {LineIndex(articles[span.article].text).line(span.start)}" for span in one.spans
    )
    where = " · ".join(places)
    origin = f" · first in {numbers[one.direction.origin]}: {one_line(one.direction.basis)}" if one.direction else ""
    yield Text(f"report {where}{origin}", style="dim")


def _difference(one: Difference, articles: Mapping[str, Article], numbers: Mapping[str, int]) -> Text:
    left, right = _words(one.left, articles), _words(one.right, articles)
    other = f"  report {numbers[one.right.article]}"
    if left and right:
        return Text.assemble(f"{other} has ", (f"“{right}”", "italic"), " for ", (f"“{left}”", "italic"))
    return Text.assemble(f"{other} leaves out " if left else f"{other} adds ", (f"“{left or right}”", "italic"))


def _words(span: Span, articles: Mapping[str, Article]) -> str:
    return one_line(articles[span.article].text[span.start : span.end])
