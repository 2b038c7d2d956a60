"""Claims that only point back to one told before: "those claims were repeated by aides", "had backed his account".

Who repeats or backs a denial denies as well, and the words of such a claim are pointless without who does it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from rashomon.analyse.claims import claim_id
from rashomon.analyse.language import Prose
from rashomon.data import entries
from rashomon.model import Attribution, Claim, Span

__all__ = ["pointed_back"]

_FAR = 700
"""Code points back that "those claims" may point: the paragraph and about two before it."""
_GAP = 3
"""Code points between a claim and who makes it, where nothing but a joint parts them."""
_REPEATS = re.compile(
    r"(?:amplif|back|corroborat|echo|endors|parrot|reaffirm|reassert|reiterat|relay|renew|repeat|restat|second|support|"
    r"uph[eo]ld|vouch)\w*|(?:by|up)$"
)
"""Cues of whoever makes a claim that was made before their own."""


@cache
def _pointer() -> re.Pattern[str]:
    """What names a claim told before: "those claims", "his earlier account", "the same allegations"."""
    nouns = "|".join(entries("pointing-nouns.txt"))
    first = r"th(?:at|ese|is|ose)|(?:the|that) same|h(?:is|er)|its|their|the|[A-Z][\w'’-]*(?:'|’)s?"
    return re.compile(rf"(?:that )?(?:{first})(?: \w+)?\s+(?:{nouns})\b", re.IGNORECASE)


def pointed_back(prose: Prose, claims: Sequence[Claim], attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """Give the claims, in order of the text, each that points back with its source in its span and the right stance.

    Whoever repeats or backs what was denied denies it; what it points back to is the last claim before it that somebody
    else plainly asserts or denies.
    """
    by_id = {one.id: one for one in attributions}
    told: list[Claim] = []
    for one in claims:
        by = by_id.get(one.attribution or "")
        points = by is not None and _points(prose.article.text, by)
        told.append(_pointing(prose.article.text, one, by, told, by_id) if points and by is not None else one)
    return tuple(sorted(told, key=lambda one: (one.span, one.attribution or "")))


def _points(text: str, by: Attribution) -> bool:
    """Tell whether all that an attribution holds is a name for something told before."""
    (*more, last) = by.contents
    words = " ".join(text[last.start : last.end].split())
    return not more and by.cue is not None and _pointer().fullmatch(words) is not None


def _pointing(
    text: str, claim: Claim, by: Attribution, told: Sequence[Claim], known: Mapping[str, Attribution]
) -> Claim:
    stance = claim.stance
    verb = text[by.cue.start : by.cue.end].split()[-1].lower() if by.cue is not None else ""
    if stance == "asserts" and _REPEATS.match(verb):
        before = (one for one in reversed(told) if one.attribution is not None and one.stance in ("asserts", "denies"))
        last = next((one for one in before if _other(text, known[one.attribution or ""], by)), None)
        if last is not None and claim.span.start - last.span.end <= _FAR:
            stance = last.stance
    span = claim.span
    for part in (by.cue, by.source):
        if part is not None and part.start - span.end <= _GAP + len("by ") and span.start - part.end <= _GAP:
            span = Span(span.article, min(span.start, part.start), max(span.end, part.end))
    return replace(claim, span=span, stance=stance, id=claim_id(span, claim.attribution))


def _other(text: str, one: Attribution, by: Attribution) -> bool:
    if one.source is None or by.source is None:
        return one.source is not None
    return text[one.source.start : one.source.end].lower() != text[by.source.start : by.source.end].lower()
