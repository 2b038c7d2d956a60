"""From an article to its blocks: cut the text, judge each piece, and cover every visible character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.clean.furniture import Unit, role_of, unit
from rashomon.clean.region import region
from rashomon.clean.roles import name_roles
from rashomon.model import REPORT_ROLES, Article, Block, Role, Span
from rashomon.text import paragraphs, trim

__all__ = ["blocks"]

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_CREDIT = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing|compiled|translated|graphics?)(?: and \w+)? by [^()]{2,300}\)\W*$",
    re.I,
)
"""Who reported and edited, in brackets behind the last sentence."""
_TRUSTED = 0.4
"""Share of the words of the layout's own reading below which what markup proved is set aside as a failed extraction."""


def blocks(article: Article) -> tuple[Block, ...]:
    """Give the blocks of ``article`` in order: each visible character of its text stands in exactly one.

    Where markup proved what the report is (``article.body``) that is kept; the rest, and plain text, is judged by its
    layout and words. Offsets are code points into ``article.text``. A text without visible characters gives ``()``.
    """
    units = tuple(_units(article))
    guesses = [role_of(unit) for unit in units]
    proved = {block.span.start: block.role for block in article.body}
    start, end = region(units, guesses)
    own = sum(units[at].words for at in range(start, end) if guesses[at] is None)
    marked = sum(unit.words for unit in units if proved.get(unit.start) in REPORT_ROLES)
    if marked < _TRUSTED * own:
        proved = {at: role for at, role in proved.items() if role not in REPORT_ROLES}
    roles = name_roles(article, units, guesses, proved, (start, end))
    return tuple(
        Block(Span(article.id, first, last), role)
        for unit, role in zip(units, roles, strict=True)
        for first, last, role in _split(article, unit, role)
    )


def _units(article: Article) -> Iterator[Unit]:
    """Cut the text where its markup or its layout cuts it."""
    offsets: Sequence[tuple[int, int]]
    if article.body:
        found = (trim(article.text, line.start(), line.end()) for line in _LINE.finditer(article.text))
        offsets = list(found)
    else:
        offsets = paragraphs(article.text)
    for start, end in offsets:
        credit = _CREDIT.search(article.text, start, end)
        if credit is not None and credit.start() > start:
            yield unit(article.text, *trim(article.text, start, credit.start()))
            start = credit.start()
        yield unit(article.text, start, end)


def _split(article: Article, unit: Unit, role: Role) -> Iterator[tuple[int, int, Role]]:
    """Part a dateline from the paragraph that it opens, and a headline from the agency's slug before it."""
    title = article.title.span
    if role == "headline" and title is not None and unit.start < title.start < unit.end:
        yield *trim(article.text, unit.start, title.start), "navigation"
        yield title.start, unit.end, role
        return
    dateline = article.dateline.span
    if dateline is not None and dateline.start == unit.start and dateline.end <= unit.end and role in REPORT_ROLES:
        yield dateline.start, dateline.end, "dateline"
        start, end = trim(article.text, dateline.end, unit.end)
        if start < end:
            yield start, end, role
    else:
        yield unit.start, unit.end, role
