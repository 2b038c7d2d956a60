"""Rules as data: word lists and patterns, one entry a line, and the functions that load them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby

__all__ = ["cues", "entries", "joined", "patterns"]

_EDGE = r"\b"


@cache
def entries(name: str) -> tuple[str, ...]:
    """Give the entries of the data file ``name`` in order: one a line, without blank lines and ``#`` comments.

    Raises ``FileNotFoundError`` where there is no such file.

    >>> "january" in entries("months.txt")
    True
    """
    lines = files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
    stripped = (line.strip() for line in lines)
    return tuple(line for line in stripped if line and not line.startswith("#"))


@cache
def patterns(name: str) -> re.Pattern[str]:
    """Give one pattern that matches wherever an entry of the data file ``name``, each a regular expression, matches.

    Letter case is ignored except inside ``(?-i:...)``.
    """
    return re.compile("|".join(f"(?:{entry})" for entry in entries(name)), re.IGNORECASE)


@cache
def cues(name: str) -> re.Pattern[str]:
    """Give the same pattern for text in small letters (``text.small``), which is searched several times quicker.

    Where letter case counts, an entry that cannot begin with the letter at hand is passed over at once. Entries that
    begin at the edge of a word do so in all their alternatives.
    """
    return re.compile(joined(entries(name)))


def joined(rows: Iterable[str]) -> str:
    r"""Give one regular expression for several, the first that matches at a place being the one that counts.

    For those in a row that begin at the edge of a word, each in all its alternatives, the edge is looked for once.

    >>> joined([r"\bgate", r"\bwall\b", "shut"])
    '\\b(?:(?:gate)|(?:wall\\b))|(?:(?:shut))'
    """
    runs = groupby(rows, key=lambda row: row.startswith(_EDGE))
    return "|".join(_EDGE + _any(row[len(_EDGE) :] for row in run) if edge else _any(run) for edge, run in runs)


def _any(rows: Iterable[str]) -> str:
    return f"(?:{'|'.join(f'(?:{row})' for row in rows)})"
