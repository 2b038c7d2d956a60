"""Which lines of a page are the report: trafilatura's answer, laid over the page's visible lines."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence

from rashomon.model import Block, Role, Span
from rashomon.read.visible import Line

__all__ = ["report"]

_WORD = re.compile(r"\w+")
_COVERED = 0.6
"""Share of a line's word triples that the extracted text must hold: under it, the line only resembles the report."""
_BOXES = {"role:appeal", "role:related", "role:comment", "role:disclaimer"}
_BOXED = 0.25
"""Share of the report's words above which such a class is the whole page's, not a box's."""
_LINKED = 0.8
"""Share of an item's letters that lead elsewhere, above which it is a link and no item of the report."""
_NEAR = 4
"""Lines between a short line and the nearest line of the report, beyond which it is a chance match."""


def report(html: str, article: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    """Give the blocks of ``lines`` that are the report, with their roles, for the article whose id is ``article``.

    What the report is comes from trafilatura (``favor_precision``), and from readability where that finds nothing
    (both as published: Barbaresi 2021; Peters and Goldhaber's port of Arc90). Their text is aligned to the page's
    lines by triples of words, so that joined, split and normalised lines are still found.
    """
    extracted = _trafilatura(html) or _readability(html)
    covered = _without_boxes(lines, _align(lines, extracted))
    headings = {_key(text) for tag, text in extracted if tag == "head"}
    found = []
    for at, line in enumerate(lines):
        role: Role | None = _role(line, headings) if at in covered else _beside(line)
        if role is not None:
            found.append(Block(Span(article, line.start, line.start + len(line.text)), role))
    return tuple(found)


def _without_boxes(lines: Sequence[Line], covered: set[int]) -> set[int]:
    """Leave out what the markup calls an appeal, links or comments, unless that is much of the report."""
    boxed = {at for at in covered if lines[at].marks & _BOXES}
    words = {at: len(_key(lines[at].text)) for at in covered}
    small = sum(words[at] for at in boxed) <= _BOXED * sum(words.values())
    return covered - boxed if small else covered


def _role(line: Line, headings: set[tuple[str, ...]]) -> Role:
    if "h1" in line.marks:
        return "headline"
    if "figcaption" in line.marks or "role:caption" in line.marks:
        return "caption"
    if _key(line.text) in headings or line.marks & {"h2", "h3", "h4", "h5", "h6"}:
        return "heading"
    if line.linked > _LINKED:
        return "related"
    return "quotation" if "blockquote" in line.marks else "body"


def _beside(line: Line) -> Role | None:
    """Give the role that the markup hints at for a line outside the report; None where it says nothing."""
    if "figcaption" in line.marks:
        return "caption"
    hinted = [mark.removeprefix("role:") for mark in line.marks if mark.startswith("role:")]
    for role in ("comment", "appeal", "related", "disclaimer", "byline", "navigation"):
        if role in hinted:
            return role
    if line.marks & {"nav", "footer", "button", "form"}:
        return "navigation"
    return None


def _trafilatura(html: str) -> list[tuple[str, str]]:
    """Give the tag and text of each block that trafilatura takes for the report."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "readability", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they cannot read is this module's to say
    try:
        document = trafilatura.bare_extraction(html, favor_precision=True, include_comments=False)
    except Exception:  # any page at all must be read: layout takes over
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    blocks = [
        (str(child.tag), " ".join(child.itertext())) for child in body.iter("p", "head", "item", "cell", "quote", "ab")
    ]
    return [(tag, text) for tag, text in blocks if text.strip()]


def _readability(html: str) -> list[tuple[str, str]]:
    from lxml import html as markup
    from readability import Document

    try:
        summary = Document(html).summary(html_partial=True)
        tree = markup.fromstring(summary)
    except Exception:  # as above
        return []
    return [("p", text) for child in tree.iter("p", "li", "blockquote") if (text := child.text_content().strip())]


def _align(lines: Sequence[Line], extracted: Sequence[tuple[str, str]]) -> set[int]:
    """Give the indices of the lines whose words are the extracted text's."""
    whole = Counter(_key(text) for _, text in extracted)
    tokens = [word for _, text in extracted for word in (*_key(text), "\n")]
    triples = set(zip(tokens, tokens[1:], tokens[2:], strict=False))
    covered: set[int] = set()
    short: list[int] = []
    for at, line in enumerate(lines):
        words = _key(line.text)
        if len(words) < 5:
            short.append(at)
            continue
        own = list(zip(words, words[1:], words[2:], strict=False))
        if sum(triple in triples for triple in own) >= _COVERED * len(own):
            covered.add(at)
    covered = _once(lines, covered, whole)
    near = {at + step for at in covered for step in range(-_NEAR, _NEAR + 1)}
    return covered | {at for at in short if at in near and whole[_key(lines[at].text)]}


def _once(lines: Sequence[Line], covered: set[int], whole: Counter[tuple[str, ...]]) -> set[int]:
    """Of lines that stand on the page several times, keep as many as were extracted: those among most others."""
    kept = set(covered)
    copies: dict[tuple[str, ...], list[int]] = {}
    for at in sorted(covered):
        copies.setdefault(_key(lines[at].text), []).append(at)
    for key, places in copies.items():
        extra = len(places) - max(1, whole[key])
        if extra > 0:
            crowd = {at: sum(at + step in covered for step in range(-5, 6)) for at in places}
            kept.difference_update(sorted(places, key=lambda at: (crowd[at], -at))[:extra])
    return kept


def _key(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
