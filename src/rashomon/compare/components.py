"""What hangs together: the groups that links make of things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

__all__ = ["components"]

Item = TypeVar("Item", bound=Hashable)


def components(items: Sequence[Item], links: Iterable[tuple[Item, Item]]) -> list[list[Item]]:
    """Give ``items`` in groups of those that ``links`` join, directly or through others; all in the order of ``items``.

    >>> components("abcde", [("a", "d"), ("d", "c")])
    [['a', 'c', 'd'], ['b'], ['e']]
    """
    root = {item: item for item in items}

    def top(item: Item) -> Item:
        while root[item] != item:
            root[item] = root[root[item]]  # shortens the way for the next
            item = root[item]
        return item

    for one, other in links:
        root[top(one)] = top(other)
    groups: dict[Item, list[Item]] = defaultdict(list)
    for item in root:
        groups[top(item)].append(item)
    return list(groups.values())
