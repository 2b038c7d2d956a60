"""One passage told twice with a difference that changes what it says: a "not", "may" for "will", "only"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.compare.conflicts.clash import Clash, Part
from rashomon.compare.conflicts.tellings import Telling
from rashomon.model import Alignment, ConflictKind, Difference, Span, Story
from rashomon.text import plain

__all__ = ["altered"]

_NEGATION = re.compile(r"(?:not|never|no|n't|\w+n't)", re.IGNORECASE)
_SCOPE = re.compile(r"(?:alone|only|solely|all|every|always|any|some|most)", re.IGNORECASE)
_MAYBE = re.compile(r"(?:may|might|could|can)", re.IGNORECASE)
_SURELY = re.compile(r"(?:will|would|shall|must|does|did|is|was)", re.IGNORECASE)


Change = tuple[ConflictKind, str, str]
"""Over what two tellings part, and what each says."""


def altered(story: Story, told: Sequence[Telling]) -> Iterator[Clash]:
    """Yield the clashes of claims that share a passage of ``story`` with a difference that changes what it says."""
    texts = {article.id: article.text for article in story.articles}
    for alignment in story.alignments:
        changes: dict[Change, set[Span]] = defaultdict(set)
        for difference in alignment.differences:
            change = _change(alignment, difference, texts)
            if change is not None:
                changes[change].add(_whole(difference.right, alignment.spans))
        for change, changed in sorted(changes.items()):
            for one in alignment.spans:
                for other in sorted(changed) if one not in changed else ():
                    yield from _clash(alignment, change, (one, other), told)


def _clash(alignment: Alignment, change: Change, spans: tuple[Span, Span], told: Sequence[Telling]) -> Iterator[Clash]:
    left, right = (_best(span, told) for span in spans)
    if left is not None and right is not None:
        kind, *values = change
        parts = [Part(one.claim.id, value, one.claim.span) for one, value in zip((left, right), values, strict=True)]
        detail = f"one passage is told with “{values[0]}” and with “{values[1]}”"
        yield Clash(kind, "hard", parts[0], parts[1], round(alignment.similarity, 3), detail)


def _whole(span: Span, passages: Sequence[Span]) -> Span:
    """Give the passage that ``span`` stands in."""
    return next(
        one for one in passages if one.article == span.article and one.start <= span.start and span.end <= one.end
    )


def _change(alignment: Alignment, difference: Difference, texts: Mapping[str, str]) -> Change | None:
    left, right = (plain(texts[span.article][span.start : span.end]) for span in (difference.left, difference.right))
    word = left or right
    if not left or not right:
        if _NEGATION.fullmatch(word):
            return ("polarity", "no", "yes") if left else ("polarity", "yes", "no")
        if alignment.kind == "quotation" and _SCOPE.fullmatch(word):
            bare = f"without “{word}”"
            return "exclusivity", left or bare, right or bare
        return None
    if any(a.fullmatch(left) and b.fullmatch(right) for a, b in ((_MAYBE, _SURELY), (_SURELY, _MAYBE))):
        return "polarity", left, right
    return None


def _best(span: Span, told: Sequence[Telling]) -> Telling | None:
    """Give the claim that has most of a passage, of several the shortest."""

    def shared(one: Telling) -> int:
        own = one.claim.span
        return min(own.end, span.end) - max(own.start, span.start) if own.article == span.article else 0

    fit = [one for one in told if shared(one) > 0]
    return max(fit, key=lambda one: (shared(one), one.claim.span.start - one.claim.span.end, -one.number), default=None)
