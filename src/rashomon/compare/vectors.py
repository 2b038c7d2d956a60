"""Weightings of many texts side by side: products of chosen pairs, and of each text with all.

Rows are kept sparse: a story of a hundred reports has thousands of claims and more terms, and few terms in each claim.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.integer]
    Floats = NDArray[np.floating]

__all__ = ["Rows", "dots", "means", "products", "rows"]

_Key = TypeVar("_Key", bound=Hashable)

_PAIRS = 4096
"""Pairs looked at together: enough that the time goes into arithmetic, few enough to stay small in memory."""
_CELLS = 1_000_000
"""Products held together when each text is multiplied with all."""


class Rows(NamedTuple):
    """Weightings one after the other: that of text ``n`` are the entries ``starts[n]`` to ``starts[n + 1]``.

    ``terms`` are numbers of terms under ``width``, ``weights`` what they weigh.
    """

    starts: Ints
    terms: Ints
    weights: Floats
    width: int


def rows(weightings: Sequence[Mapping[_Key, float]]) -> Rows:
    """Give ``weightings`` as rows."""
    import numpy as np

    numbers: dict[_Key, int] = {}
    terms = [numbers.setdefault(term, len(numbers)) for weights in weightings for term in weights]
    values = [value for weights in weightings for value in weights.values()]
    starts = np.concatenate([[0], np.cumsum([len(weights) for weights in weightings], dtype=int)]).astype(int)
    return Rows(starts, np.array(terms, dtype=int), np.array(values, dtype=float), max(1, len(numbers)))


def dots(of: Rows, left: Ints, right: Ints) -> Floats:
    """Give the sum of products of weights for each pair of rows, ``left[n]`` with ``right[n]``."""
    import numpy as np

    found = np.zeros(len(left))
    for at in range(0, len(left), _PAIRS):
        one, other = left[at : at + _PAIRS], right[at : at + _PAIRS]
        several, place = np.unique(one, return_inverse=True)
        dense = np.zeros((len(several), of.width))
        entries, owner = _entries(of, several)
        dense[owner, of.terms[entries]] = of.weights[entries]
        entries, owner = _entries(of, other)
        values = dense[place[owner], of.terms[entries]] * of.weights[entries]
        found[at : at + _PAIRS] = np.bincount(owner, values, len(one))
    return found


def means(of: Rows) -> Floats:
    """Give for each row, of length 1, the mean of its products with all others; 0 where there is no other."""
    import numpy as np

    number = len(of.starts) - 1
    total = np.bincount(of.terms, of.weights, of.width)
    owner = np.repeat(np.arange(number), np.diff(of.starts))
    own = np.bincount(owner, of.weights * of.weights, number)
    return np.asarray((np.bincount(owner, total[of.terms] * of.weights, number) - own) / max(1, number - 1))


def products(of: Rows, most: int) -> Iterator[Floats]:
    """Yield for each row its products with all rows, terms that more than ``most`` rows hold left out."""
    import numpy as np

    number = len(of.starts) - 1
    owner = np.repeat(np.arange(number), np.diff(of.starts))
    order = np.argsort(of.terms, kind="stable")
    held = np.bincount(of.terms, minlength=of.width)
    turned = Rows(np.concatenate([[0], np.cumsum(held)]), owner[order], of.weights[order], number)
    step = max(1, _CELLS // max(1, number))
    for at in range(0, number, step):
        several = np.arange(at, min(number, at + step))
        entries, whose = _entries(of, several)
        kept = held[of.terms[entries]] <= most
        entries, whose = entries[kept], whose[kept]
        found, entry = _entries(turned, of.terms[entries])
        values = turned.weights[found] * of.weights[entries][entry]
        cells = whose[entry] * number + turned.terms[found]
        summed = np.asarray(np.bincount(cells, values, len(several) * number), dtype=float)
        yield from summed.reshape(len(several), number)


def _entries(of: Rows, numbers: Ints) -> tuple[Ints, Ints]:
    """Give the entries of the rows ``numbers``, one after the other, and each one's row's place in ``numbers``."""
    import numpy as np

    lengths = of.starts[numbers + 1] - of.starts[numbers]
    owner = np.repeat(np.arange(len(numbers)), lengths)
    before = np.cumsum(lengths) - lengths
    return np.arange(len(owner)) - before[owner] + of.starts[numbers][owner], owner
