"""Quotations: what stands between marks, over the untouched text of one article.

Handles curly, straight, angled and mixed marks (opened curly, closed straight), a quotation that runs over several
paragraphs (each opened anew, only the last one closed), marks that are never closed, single marks as the outer
level, and nested marks. Whether the words between them are speech is decided by whoever attributes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

__all__ = ["Quotation", "find"]

_OPEN = "“„«"
_CLOSE = "”»‟"
_STRAIGHT = '"'
_DOUBLE = re.compile(r"[\"“”„«»‟]|''|``")
_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'](?=[\w\[…])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…\])—–”-])[’'](?![\w’'])")
_ELISION = re.compile(r"[‘’'](?:\d0s|\d\d\b|em\b|tis\b|twas\b|cause\b|til\b|n\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Code points ``start`` to ``end`` of the article, marks included. ``depth`` is 0 for the outermost marks.

    ``closed`` is false where the end is the paragraph's end, not a mark; ``continues`` is true where the quotation goes
    on from the paragraph before it.
    """

    start: int
    end: int
    depth: int = 0
    closed: bool = True
    continues: bool = False


def find(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Find the quotations of ``text`` in its ``paragraphs`` (offset pairs, in order).

    >>> [ (q.start, q.end) for q in find('He said "no" twice', [(0, 18)]) ]
    [(8, 12)]
    """
    found: list[Quotation] = []
    running = False  # the paragraph before ended inside a quotation
    single = False  # and that one was opened by a single mark
    for number, (start, end) in enumerate(paragraphs):
        doubles = list(_doubles(text, start, end, running))
        running = bool(doubles) and not doubles[-1].closed
        covered = [(q.start, q.end) for q in doubles]
        found += doubles
        singles = list(_singles(text, start, end, covered))
        following = text[slice(*paragraphs[number + 1])] if number + 1 < len(paragraphs) else ""
        left = _left_open(text, max([start, *(q.end for q in (*doubles, *singles))]), end, following)
        singles += [left] if left is not None else []
        if single and singles and not text[start : singles[0].start].strip():
            singles[0] = replace(singles[0], continues=True)
        single = left is not None
        found += singles
    return tuple(sorted(_deep(found)))


def _deep(found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Give the quotations with their depth: 1 for those inside another, whichever marks are the outer ones."""
    for one in found:
        inside = any(o.start <= one.start and one.end <= o.end and o != one for o in found)
        yield replace(one, depth=int(inside))


def _doubles(text: str, start: int, end: int, running: bool) -> Iterator[Quotation]:
    opened: int | None = None
    continues = False
    for match in _DOUBLE.finditer(text[start:end]):
        at, mark = start + match.start(), match.group()
        if mark == "''" and at + 2 < end and text[at + 2 : at + 3] == "'":
            continue
        if opened is None:
            if _inch(text, at, mark):
                continue
            if mark in _CLOSE and not _can_open(text, at, len(mark), start, end):
                continue  # a closing mark whose opening was lost
            opened = at
            continues = running and not text[start:at].strip()
        elif mark != "”" and _can_open(text, at, len(mark), start, end):
            # opened again before it was closed: the first was never closed, unless one level deeper
            nested_close = re.search(r"[\"”]\W{0,3}[\"”]", text[at + 1 : end])
            if nested_close:
                continue
            yield Quotation(opened, _before(text, opened, at), closed=False, continues=continues)
            opened, continues = at, False
        else:
            close = at + len(mark)
            if mark in _CLOSE and text[close : close + 1] in _CLOSE and text[close : close + 1]:
                continue
            yield Quotation(opened, close, continues=continues)
            opened = None
            running = False
    if opened is not None:
        stop = end
        while stop > opened and text[stop - 1].isspace():
            stop -= 1
        if stop - opened > 1:
            yield Quotation(opened, stop, closed=False, continues=continues)


def _inch(text: str, at: int, mark: str) -> bool:
    return mark == _STRAIGHT and at > 0 and text[at - 1].isdigit() and not text[at + 1 : at + 2].isalnum()


def _can_open(text: str, at: int, size: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + size] if at + size < end else " "
    return (before.isspace() or before in "([—–-") and not after.isspace()


def _before(text: str, start: int, at: int) -> int:
    while at > start + 1 and text[at - 1].isspace():
        at -= 1
    return at


def _singles(text: str, start: int, end: int, covered: Sequence[tuple[int, int]]) -> Iterable[Quotation]:
    part = text[start:end]
    if "'" not in part and "‘" not in part:
        return
    at = 0
    while (opening := _SINGLE_OPEN.search(part, at)) is not None:
        at = opening.end()
        if _ELISION.match(part, opening.start()) or part[opening.start() : opening.start() + 2] in ("''", "``"):
            continue
        outer = next(((s, e) for s, e in covered if s < start + opening.start() < e), None)
        limit = (outer[1] - start - 1) if outer else len(part)
        closing = _closing_single(part, at, limit)
        if closing is None:
            continue
        yield Quotation(start + opening.start(), start + closing, depth=1 if outer else 0)
        at = closing


_OPENS_SENTENCE = re.compile(r"(?:\A|(?<=[.!?:,]\s))‘(?=[A-Z][\w’,]*\s)")


def _left_open(text: str, start: int, end: int, following: str) -> Quotation | None:
    """Find a sentence after ``start`` whose single mark is not closed: the next paragraph opens with one again."""
    opening = _OPENS_SENTENCE.search(text, start, end) if following.lstrip().startswith("‘") else None
    if opening is None:
        return None
    return Quotation(opening.start(), start + len(text[start:end].rstrip()), closed=False)


def _closing_single(part: str, at: int, limit: int) -> int | None:
    """Find the end of a single-quoted stretch; a plural possessive ("the dockers' strike") does not close it."""
    candidates = list(_SINGLE_CLOSE.finditer(part, at, limit))
    for match in candidates:
        before = part[match.start() - 1]
        follows = part[match.end() : match.end() + 2]
        if before in ".,!?…" or not follows.strip() or not (before == "s" and re.match(r" [a-z]", follows)):
            return match.end()
    return candidates[0].end() if len(candidates) == 1 else None
