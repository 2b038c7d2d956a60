"""Rules as data: word lists and patterns, one entry a line, and the two functions that load them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["entries", "patterns"]


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
