"""The small measures that all scorers share: spans that overlap, names that agree, groups that match."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence

from rashomon.model import Span

__all__ = ["agree", "ari", "bcubed", "chars", "f1", "macro_f1", "overlap", "pair", "ratio", "tokens"]

Pair = tuple[int, int]

_EMPTY = frozenset(
    "the a an of to and or in on for by with some all us u s own official report reports not who".split()  # noqa: SIM905
)
"""Words that do not tell one holder from another: those of the accounts scorer."""


def overlap(left: Span, right: Span) -> int:
    """Give the number of code points that two spans share."""
    if left.article != right.article:
        return 0
    return max(0, min(left.end, right.end) - max(left.start, right.start))


def tokens(name: str | None) -> frozenset[str]:
    """Give the words of a holder's name or description that tell it from others.

    >>> sorted(tokens("the harbour master, Ines Carrow"))
    ['carrow', 'harbour', 'ines', 'master']
    """
    words = re.findall(r"[a-zà-ÿ0-9]+", (name or "").lower())
    return frozenset(word for word in words if len(word) > 1 and word not in _EMPTY)


def agree(left: str | None, right: str | None) -> bool:
    """Say whether two descriptions of holders share a telling word."""
    return bool(tokens(left) & tokens(right))


def chars(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """Give the offsets of the characters in ``spans`` that are not white space."""
    return frozenset(at for span in spans for at in range(span.start, span.end) if not text[at].isspace())


def pair(
    gold: Sequence[frozenset[int]],
    system: Sequence[frozenset[int]],
    better: Callable[[int, int], bool] = lambda _gold, _system: False,
    least: float = 0.5,
) -> list[Pair]:
    """Pair sets of characters one to one, best first, where intersection over union is ``least`` or more.

    Of pairs that overlap about equally (to a tenth), those that ``better`` says yes to come first: two attributions may
    share one content, the paper's and its officials'.
    """
    holders: dict[int, set[int]] = defaultdict(set)
    for g, wanted in enumerate(gold):
        for at in wanted:
            holders[at].add(g)
    ranked = []
    for s, found in enumerate(system):
        for g in {g for at in found for g in holders.get(at, ())}:
            shared = len(gold[g] & found)
            iou = shared / (len(gold[g]) + len(found) - shared)
            if iou >= least:
                ranked.append((-round(iou, 1), not better(g, s), -iou, g, s))
    taken_gold, taken_system, pairs = set(), set(), []
    for *_, g, s in sorted(ranked):
        if g not in taken_gold and s not in taken_system:
            taken_gold.add(g)
            taken_system.add(s)
            pairs.append((g, s))
    return pairs


def ratio(part: float, whole: float) -> float:
    """Give ``part / whole``, 0 where there is nothing."""
    return part / whole if whole else 0.0


def f1(right: float, gold: float, system: float) -> float:
    """Give the harmonic mean of precision and recall from counts."""
    return ratio(2 * right, gold + system)


def macro_f1(pairs: Counter[tuple[str, str]]) -> dict[str, float]:
    """Give the F1 of each gold label from counts of (gold, system) labels; their plain mean is the macro F1."""
    found = {}
    for label in sorted({gold for gold, _ in pairs}):
        right = pairs[label, label]
        wanted = sum(n for (gold, _), n in pairs.items() if gold == label)
        given = sum(n for (_, system), n in pairs.items() if system == label)
        found[label] = f1(right, wanted, given)
    return found


def bcubed(gold: Sequence[Hashable], system: Sequence[Hashable]) -> tuple[float, float]:
    """Give B-cubed precision and recall of the groups that ``system`` labels make (Bagga and Baldwin 1998)."""
    wanted, given, both = Counter(gold), Counter(system), Counter(zip(gold, system, strict=True))
    precision = sum(n * n / given[s] for (_, s), n in both.items())
    recall = sum(n * n / wanted[g] for (g, _), n in both.items())
    return ratio(precision, len(gold)), ratio(recall, len(gold))


def ari(gold: Sequence[Hashable], system: Sequence[Hashable]) -> float:
    """Give the adjusted Rand index of two groupings (Hubert and Arabie 1985)."""
    both = sum(map(_pairs, Counter(zip(gold, system, strict=True)).values()))
    wanted, given = (sum(map(_pairs, Counter(labels).values())) for labels in (gold, system))
    expected = wanted * given / max(_pairs(len(gold)), 1)
    return (both - expected) / max((wanted + given) / 2 - expected, 1e-9)


def _pairs(number: int) -> float:
    return number * (number - 1) / 2
