"""Several who hold one thing together: "the ministry and Orrin Lines both denied it" is a claim of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

from rashomon.model import Analysis, Article, Claim, Span

__all__ = ["each"]

_JOINT = re.compile(r"\s*(?:,|,?\s+and|,?\s+as well as|,?\s+along with)\s+(?:(?:both|the)\s+)?", re.IGNORECASE)
_INCLUDING = re.compile(r",?\s+(?:including|among them|such as|led by)\s", re.IGNORECASE)
_FIRST = re.compile(r"\s*(?:both\s+)?(?:the\s+)?", re.IGNORECASE)


def each(article: Article, analysis: Analysis, exact: Callable[[Span], str | None]) -> Analysis:
    """Give the analysis with a claim for each of those whom the story names and a source names together.

    ``exact`` gives the entity that a mention names. "A and B" is a claim of A and one of B; "officials, including A"
    one of the officials and one of A. Whoever is named by nothing but a role stays with the rest.
    """
    named = {one.id: _named(article.text, one.source, analysis, exact) for one in analysis.attributions}
    claims = [
        made for claim in analysis.claims for made in _each(claim, *named.get(claim.attribution or "", ((), False)))
    ]
    return replace(analysis, claims=tuple(claims))


def _each(claim: Claim, holders: tuple[str, ...], all_of_them: bool) -> Iterator[Claim]:
    if not all_of_them or not holders:
        yield claim
    for number, holder in enumerate(holders):
        if holder == claim.holder and not all_of_them:
            continue
        key = f"{claim.id}|{holder}"
        own = claim.id if all_of_them and number == 0 else "c" + sha256(key.encode()).hexdigest()[:12]
        yield replace(claim, id=own, holder=holder, chain=(*claim.chain[:-1], holder))


def _named(
    text: str, source: Span | None, analysis: Analysis, exact: Callable[[Span], str | None]
) -> tuple[tuple[str, ...], bool]:
    """Give the entities that a source names beside one another, and whether they are all of it."""
    if source is None:
        return (), False
    inside = sorted(
        m.span
        for m in analysis.mentions
        if m.form == "name" and source.start <= m.span.start and m.span.end <= source.end
    )
    outer = [a for a in inside if not any(b != a and b.start <= a.start and a.end <= b.end for b in inside)]
    known = [(span, who) for span in outer if (who := exact(span)) is not None]
    among = _INCLUDING.search(text, source.start, source.end)
    if among is not None:
        return tuple(dict.fromkeys(who for span, who in known if span.start >= among.end())), False
    if len({who for _, who in known}) < 2 or len(known) != len(outer):
        return (), False
    gaps = [text[a.end : b.start] for a, b in pairwise(outer)]
    edges = _FIRST.fullmatch(text[source.start : outer[0].start]) and not text[outer[-1].end : source.end].strip()
    whole = edges and all(_JOINT.fullmatch(gap) for gap in gaps) and " and" in "".join(gaps).lower().replace("\n", " ")
    return (tuple(dict.fromkeys(who for _, who in known)), True) if whole else ((), False)
