"""Offset-safe normalising: every function here keeps the length of the text, so offsets never move."""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["LineIndex", "plain", "trim"]

_ONE_TO_ONE = str.maketrans(
    {
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "\v": " ",
        "\f": " ",
        "\x85": " ",
        "\xa0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u200a": " ",
        "\u202f": " ",
        "\u3000": " ",
        "\u2028": " ",
        "\u2029": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\u00ad": " ",
        "‘": "'",
        "’": "'",
        "‛": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
    }
)


def plain(text: str) -> str:
    """Give ``text`` with line ends, odd spaces and curly marks made plain, one code point for one.

    Hard-wrapped lines are rejoined this way: the line end becomes the space it stood for, and every offset stays.

    >>> plain("“It\u2019s\u00a0over,”\\nhe said")
    '"It\\'s over," he said'
    """
    return text.translate(_ONE_TO_ONE)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow the offsets ``start`` to ``end`` so that no white space stands at either edge.

    >>> trim(" a b ", 0, 5)
    (1, 4)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


class LineIndex:
    """Turns an offset into the line a reader would count: 1 for the first; CRLF, CR and LF each end a line.

    >>> LineIndex("a\\r\\nb").line(3)
    2
    """

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0] + [m.end() for m in re.finditer(r"\r\n|\r|\n", text)]

    def line(self, offset: int) -> int:
        """Give the 1-based number of the line that ``offset`` (code points) stands on."""
        return bisect_right(self._starts, offset)
