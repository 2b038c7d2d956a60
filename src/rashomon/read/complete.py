"""What only the set of reports can tell: the year of a date that stands without one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rashomon.data import entries
from rashomon.model import Article, Fact
from rashomon.read.dates import stamps, weekdays
from rashomon.read.lines import Paragraph, pieces, prose

__all__ = ["complete"]

_NEAREST = timedelta(days=183)
"""How far apart two reports of one story may be dated; beyond half a year the other year is as near."""
_SURE = timedelta(days=92)
"""How long after the latest time that a single report names it may have been written."""


def complete(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Give ``articles`` with the missing years supplied that the set allows, each with the evidence in words.

    A report dated without a year gets the year that lies nearest to the dates of the others, or else the one in which
    its day follows the latest times that the reports name. A weekday beside the day must agree. Where these leave two
    years open, or none, the date stays unknown.
    """
    return tuple(_completed(one, articles) for one in articles)


def _completed(article: Article, articles: Sequence[Article]) -> Article:
    day = article.dateline.value or ""
    if article.published.value is not None or not re.fullmatch(r"\d\d-\d\d", day):
        return article
    others = [other for other in articles if other.id != article.id]
    weekday = _weekday(article)
    dated = [(other.outlet_name, when) for other in others if (when := _day(other.published.value))]
    found = _nearest(day, weekday, dated) or _following(day, weekday, [(one, _named(one)) for one in articles])
    if found is None:
        return article
    value, evidence = found
    return replace(article, published=Fact(value, "inferred", evidence, article.dateline.span))


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None


def _weekday(article: Article) -> int | None:
    # a line that gave the dateline its date stands in the evidence
    return next((stamp.weekday for stamp in stamps(article.dateline.evidence)), None)


def _candidates(day: str, weekday: int | None, years: Iterable[int]) -> list[date]:
    found = [when for year in sorted(set(years)) if (when := _day(f"{year:04}-{day}"))]
    return [when for when in found if weekday is None or when.weekday() == weekday]


def _nearest(day: str, weekday: int | None, dated: list[tuple[str, date]]) -> tuple[str, str] | None:
    """Give the date nearest to those of the other reports, where all of them choose the same year."""
    chosen = set()
    for _, other in dated:
        near = [
            when
            for when in _candidates(day, weekday, range(other.year - 1, other.year + 2))
            if abs(when - other) <= _NEAREST
        ]
        chosen.update(sorted(near, key=lambda when: abs(when - other))[:1])
    if len(chosen) != 1:
        return None
    value = chosen.pop().isoformat()
    named = ", ".join(f"{name} is dated {when.isoformat()}" for name, when in dated[:3])
    return value, f"day and month stand in the text; the year follows from the other reports: {named}"


def _following(day: str, weekday: int | None, named: list[tuple[Article, date | None]]) -> tuple[str, str] | None:
    """Give the first such day after the latest time that the reports name, where they agree on the year."""
    votes: dict[date, list[tuple[Article, date]]] = {}
    for article, latest in named:
        if latest is None:
            continue
        after = [when for when in _candidates(day, None, (latest.year, latest.year + 1)) if when >= latest]
        if after and after[0] - latest <= _NEAREST:
            votes.setdefault(after[0], []).append((article, latest))
    votes = {when: told for when, told in votes.items() if weekday is None or when.weekday() == weekday}
    if len(votes) != 1:
        return None
    when, told = next(iter(votes.items()))
    sure = weekday is not None or len(told) > 1 or when - told[0][1] <= _SURE
    if not sure:
        return None
    said = ", ".join(f"{article.outlet_name} speaks of {latest.isoformat()[:7]}" for article, latest in told[:3])
    week = f", and it is a {weekdays[weekday].capitalize()} as the text says" if weekday is not None else ""
    return (
        when.isoformat(),
        f"day and month stand in the text; it is the first such day after the times named: {said}{week}",
    )


def _named(article: Article) -> date | None:
    """Give the latest month or day, with its year, that the report's own paragraphs name."""
    if article.body:
        spans = [block.span for block in article.body if block.role in {"body", "quotation"}]
        found = [Paragraph(span.start, span.end, article.text[span.start : span.end]) for span in spans]
    else:
        found = [piece for piece in pieces(article.text) if prose(piece.text)]
    times: list[date] = []
    for paragraph in found:
        times.extend(when for stamp in stamps(paragraph.text) if stamp.iso and (when := _day(stamp.iso)))
        for month, year in re.findall(
            rf"\b({'|'.join(entries('months.txt'))}),? ((?:1[89]|20)\d\d)\b", paragraph.text, re.I
        ):
            times.append(date(int(year), entries("months.txt").index(month.lower()) + 1, 1))
    return max(times, default=None)
