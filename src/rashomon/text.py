"""Offset-safe normalising: every function here keeps the length of the text, so offsets never move."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.data import patterns

__all__ = ["LineIndex", "paragraphs", "plain", "small", "trim"]

_STOP = re.compile(r"[.!?…:;][\"'”’)\]»]*$")
"""The end of a sentence, or of a line that announces the next one."""

_OPEN = re.compile(r"\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with|that|who|his|her|its|their)$", re.I)
"""Words that no line of its own ends with."""

_PLAIN = {
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
_ODD = re.compile(f"[{''.join(_PLAIN)}]")


def plain(text: str) -> str:
    """Give ``text`` with line ends, odd spaces and curly marks made plain, one code point for one.

    Hard-wrapped lines are rejoined this way: the line end becomes the space it stood for, and every offset stays.

    >>> plain("“It\u2019s\u00a0over,”\\nhe said")
    '"It\\'s over," he said'
    """
    return _ODD.sub(lambda found: _PLAIN[found[0]], text)


def small(text: str) -> str:
    """Give ``text`` in small letters, one code point for one; a letter whose small form is two stays as it is.

    >>> small("No LONGER")
    'no longer'
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


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


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something on it: its trimmed offsets, its indent, and the blank lines above it."""

    start: int
    end: int
    text: str
    indent: int
    gap: int


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Give the offsets (code points, half-open) of the paragraphs of a plain text, in order, trimmed.

    Lines that were broken to a width belong to one paragraph, even when some of them are short; lines that are
    paragraphs of their own stay apart. What tells the two: a break in mid-sentence (no full stop before it, a small
    letter after it) happens in wrapped text only.

    >>> text = "The gate was shut,\\nshe said.\\n\\nNobody\\nasked."
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['The gate was shut,\\nshe said.', 'Nobody\\nasked.']
    """
    lines = _lines(text)
    found: list[tuple[int, int]] = []
    width = sorted(len(line.text) for line in lines)[int(len(lines) * 0.9)] if lines else 0
    for chunk, wrapped in _chunks(lines):
        if len(chunk) > 2:
            width = sorted(len(line.text) for line in chunk)[int(len(chunk) * 0.9)]
        opened = [chunk[0]]
        for before, line in pairwise(chunk):
            joined = _continues(before, line) if wrapped is None else _flows(opened, line, width, wrapped)
            if not joined:
                found.append((opened[0].start, opened[-1].end))
                opened = []
            opened.append(line)
        found.append((opened[0].start, opened[-1].end))
    return tuple(found)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    offset = gap = 0
    for raw in text.splitlines(keepends=True):
        start, end = trim(text, offset, offset + len(raw))
        if start < end:
            lines.append(_Line(start, end, text[start:end], start - offset, gap))
            gap = 0
        else:
            gap += 1
        offset += len(raw)
    return lines


def _chunks(lines: Sequence[_Line]) -> Iterator[tuple[list[_Line], float | None]]:
    """Give the runs of lines without a blank line, each with the share of the width that a full line of it has.

    The share is None for a run whose lines are paragraphs by themselves, low where blank lines part the paragraphs.
    """
    close = [pair for pair in pairwise(lines) if pair[1].gap == 0]
    apart = [pair for pair in pairwise(lines) if pair[1].gap == 1]
    # every line of a wrapped text set with a blank line after it: one blank line is then no gap
    spaced = _share(apart) >= 0.4 and len(apart) >= 4 and not close
    most = 1 if spaced else 0
    wrapped = _share(close) >= 0.25
    chunks: list[list[_Line]] = []
    for line in lines:
        before = chunks[-1][-1] if chunks else None
        if before is not None and (line.gap <= most or (wrapped and _continues(before, line))):
            chunks[-1].append(line)
        else:
            chunks.append([line])
    everywhere = _share(apart if spaced else close)
    for chunk in chunks:
        pairs = list(pairwise(chunk))
        share = max(
            everywhere if everywhere >= 0.4 or len(pairs) < 3 else 0.0, _share(pairs) if len(pairs) >= 3 else 0.0
        )
        if share < 0.25:  # wrapped reports have .5 to .8 of their breaks in mid-sentence, all others under .05
            yield chunk, None
        else:
            yield chunk, 0.92 if len(chunk) > 14 or len(chunks) < 3 or spaced else 0.4


def _share(pairs: Sequence[tuple[_Line, _Line]]) -> float:
    return sum(_continues(before, line) for before, line in pairs) / max(1, len(pairs))


def _continues(before: _Line, line: _Line) -> bool:
    """Tell whether the break between two lines stands in mid-sentence."""
    if _STOP.search(before.text) or _fresh(line.text) or _alone(before.text):
        return False
    word = line.text.split(None, 1)[0]
    return word[:1].islower() and word.isascii() and len(before.text.split()) > (3 if line.gap == 0 else 5)


def _flows(opened: Sequence[_Line], line: _Line, width: int, full: float) -> bool:
    """Tell whether ``line`` goes on with the paragraph of the lines ``opened``, in text wrapped at ``width``."""
    before = opened[-1]
    if before.text.startswith(">") or line.text.startswith(">"):
        return before.text[0] == line.text[0]
    if _fresh(line.text) or _alone(before.text) or (line.indent > before.indent + 1 and len(opened) > 1):
        return False
    room = len(before.text) + 1 + len(line.text.split(None, 1)[0])
    if _STOP.search(before.text):
        return room > full * width
    if len(opened) == 1 and not line.text[0].islower() and before.text[0].isupper():
        return room > 0.6 * width or before.text.rstrip().endswith((",", "-")) or _OPEN.search(before.text) is not None
    return True


def _fresh(line: str) -> bool:
    return (patterns("line-starts.txt").match(line) or _stamp(line)) is not None


def _alone(line: str) -> bool:
    return len(line) < 120 and (patterns("line-alone.txt").match(line) or _stamp(line)) is not None


def _stamp(line: str) -> re.Match[str] | None:
    return patterns("stamp.txt").match(line) if len(line) < 60 else None
