"""Several reports in one text: cut where a line of signs stands and a new report's head follows it."""

from __future__ import annotations

import re
from itertools import pairwise

from rashomon.read.facts import find
from rashomon.read.lines import pieces, prose

__all__ = ["reports_in"]

_RULE = re.compile(
    r"^[ \t]*(?:([=_*#~+\u2014\u2013-])(?:[ \t]?\1){7,}"
    r"|(?:document|article|item) \d+ of \d+|\d+ of \d+ (?:documents|articles|items)|end of document)[ \t]*\r?$",
    re.I | re.M,
)
"""A line of eight signs or more, and what archives print between the documents of one file."""


def reports_in(text: str) -> tuple[str, ...]:
    """Give the reports of ``text``: itself, or its parts where rules cut it into several with a head each.

    A head is a headline above prose and two of an outlet, a date and a byline. What has no head of its own belongs to
    the part before it: rules stand within reports too.
    """
    cuts = [0, *(match.end() for match in _RULE.finditer(text)), len(text)]
    if len(cuts) < 3:
        return (text,)
    parts: list[tuple[int, int]] = []
    heads = 0
    for start, end in pairwise(cuts):
        headed = _has_head(text[start:end])
        heads += headed
        if parts and not (headed and heads > 1):
            start = parts.pop()[0]
        parts.append((start, end))
    return tuple(text[start:end] for start, end in parts) if heads > 1 else (text,)


def _has_head(part: str) -> bool:
    found = pieces(part)
    if not any(prose(piece.text) for piece in found):
        return False
    seen = find("", "", found)
    named = [seen.outlet.basis == "text", seen.published.value or seen.dateline.value, seen.authors]
    return seen.title.value is not None and sum(map(bool, named)) >= 2
