"""Articles that are one witness: those of one outlet, and those that have much of their report from one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rashomon.compare.components import components
from rashomon.model import Alignment, Article, Block, Span

__all__ = ["find"]

_SHARE = 0.2
"""Share of the shorter report that copies must cover. On the benchmark's development stories outlets that took one
paragraph of background, and are witnesses of their own, have up to .13 from one another. Pairs of ECB+ from .2 to .3
have a report's news from one agency, hardly ever its background alone. A family too many hides a witness; one too few
makes two of one, which is worse."""


def find(
    articles: Sequence[Article], blocks: Sequence[Sequence[Block]], alignments: Sequence[Alignment]
) -> tuple[tuple[str, ...], ...]:
    """Give the ids of the articles in families, each article in one, in the order of ``articles``.

    ``blocks`` stand in that order too; only the running text counts as report. What a speaker said to both makes no
    family; neither does an outlet that is not known.
    """
    ids = [article.id for article in articles]
    links = (*_outlets(articles), *_copied(articles, blocks, alignments))
    return tuple(map(tuple, components(ids, links)))


def _outlets(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """Give the articles whose outlet another has, with the first that has it."""
    first: dict[str, str] = {}
    for article in articles:
        name = " ".join((article.outlet.value or "").casefold().removeprefix("the ").split())
        if name:
            yield first.setdefault(name, article.id), article.id


def _copied(
    articles: Sequence[Article], blocks: Sequence[Sequence[Block]], alignments: Sequence[Alignment]
) -> Iterator[tuple[str, str]]:
    """Give each two articles of which copies cover enough of the shorter."""
    length = {
        article.id: sum(b.span.end - b.span.start for b in own if b.role in ("body", "quotation"))
        for article, own in zip(articles, blocks, strict=True)
    }
    both: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for alignment in alignments:
        if alignment.kind == "copy":
            for pair in combinations(sorted({span.article for span in alignment.spans}), 2):
                both[pair] += alignment.spans
    for pair, spans in both.items():
        shorter = min(pair, key=lambda article: (length[article], article))
        if _covered(span for span in spans if span.article == shorter) >= _SHARE * length[shorter] > 0:
            yield pair


def _covered(spans: Iterable[Span]) -> int:
    """Give the number of code points that ``spans`` of one article cover."""
    covered = reached = 0
    for span in sorted(spans):
        covered += max(0, span.end - max(span.start, reached))
        reached = max(reached, span.end)
    return covered
