"""The text a person sees on a web page, as one canonical string."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rashomon.data import patterns

__all__ = ["Line", "shallow", "visible_lines", "visible_text"]

_GAP = "\n\n"

_UNSEEN = {
    "head", "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "canvas", "audio",
    "video", "datalist",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
    "optgroup", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "textarea",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
"""Elements that HTML's own style sheet sets on a line of their own, with table cells and options."""

_TELLING = {
    "a", "h1", "h2", "h3", "h4", "h5", "h6", "article", "aside", "blockquote", "button", "figcaption", "footer",
    "form", "header", "li", "main", "nav", "p", "table", "time",
}  # fmt: skip
"""Elements whose name says something about the text in them."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_TAGS = re.compile(rf"</?(?!(?:{'|'.join(sorted(_UNSEEN))})\b)[a-z][^<>]*>", re.I)
_OPENING = re.compile(r"<[a-z]", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
"""What HTML collapses. A no-break space is not in it, and stays."""
_DEEPEST = 2000
"""Nesting at which the page is flattened first: libxml2 drops all that follows the 2,048th level."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its text, its offset in the visible text, and what the markup says of it.

    ``marks`` are the names of the elements it stands in (``"h1"``, ``"figcaption"``, ``"nav"``) and the roles that
    their classes and ids hint at (``"role:comment"``); ``linked`` is the share of its characters that are links.
    """

    text: str
    start: int
    marks: frozenset[str]
    linked: float


def visible_text(html: str) -> str:
    """Give the visible text of a page: one line for each block element, blocks parted by a blank line.

    Entities are decoded and white space is collapsed to one space, as a browser does; head, scripts, styles, comments
    and elements marked hidden are left out; two line breaks (``<br>``) in a row part blocks, a single one is a space.
    Never raises on markup, however broken; a page without text gives ``""``.

    >>> visible_text("<h1>Gate&nbsp;shut</h1><p>By <b>Ines\\n Carrow</b><script>x()</script></p>")
    'Gate\\xa0shut\\n\\nBy Ines Carrow'
    """
    return _GAP.join(line.text for line in visible_lines(html))


def visible_lines(html: str) -> tuple[Line, ...]:
    """Give the lines of ``visible_text``, each with its offset and what the markup says of it."""
    html = html.replace("\0", "")
    lines, depth = _walk(html)
    if depth >= _DEEPEST:
        lines, _ = _walk(_TAGS.sub("<hr>", html))
    return tuple(lines)


def shallow(html: str) -> str:
    """Give ``html`` as it is, or without its elements where they are nested too deep for any parser."""
    opened = len(_OPENING.findall(html))
    if opened < _DEEPEST or _walk(html.replace("\0", ""))[1] < _DEEPEST:
        return html
    return _TAGS.sub("<hr>", html)


def _walk(html: str) -> tuple[list[Line], int]:
    """Give the lines of the page in order, and its deepest nesting."""
    from lxml import etree
    from lxml import html as markup

    parser = markup.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = markup.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:  # no element at all
        return [], 0
    lines = _Lines()
    opened: list[frozenset[str]] = [frozenset()]  # the marks of every element that is open
    deepest = breaks = 0  # breaks: line breaks since the last word
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if start := event == "start":
            opened.append(opened[-1] | _marks(element))
            deepest = max(deepest, len(opened) - 1)
        if start and _unseen(element):
            walk.skip_subtree()
            continue
        if start and element.tag == "br":
            breaks += 1
            lines.end() if breaks > 1 else lines.add(" ", opened[-1])
        if element.tag in _BLOCKS:
            lines.end()
        if not start:
            opened.pop()
        if text := element.text if start else element.tail:
            breaks = 0 if text.strip() else breaks
            lines.add(_SPACE.sub(" ", text), opened[-1])
    lines.end()
    return lines.done, deepest


class _Lines:
    """Gathers the text of one line after the other."""

    def __init__(self) -> None:
        self.done: list[Line] = []
        self._pieces: list[tuple[str, frozenset[str]]] = []
        self._offset = 0

    def add(self, text: str, marks: frozenset[str]) -> None:
        self._pieces.append((text, marks))

    def end(self) -> None:
        pieces, self._pieces = self._pieces, []
        text = _SPACE.sub(" ", "".join(text for text, _ in pieces)).strip(" ")
        if not text.strip():
            return
        seen = [(piece.strip(), marks) for piece, marks in pieces if piece.strip()]
        linked = sum(len(piece) for piece, marks in seen if "a" in marks)
        shared = frozenset.intersection(*(marks for _, marks in seen))
        self.done.append(Line(text, self._offset, shared, linked / max(1, sum(len(piece) for piece, _ in seen))))
        self._offset += len(text) + len(_GAP)


def _marks(element: Any) -> frozenset[str]:
    marks = {element.tag} & _TELLING
    whole = element.tag in {"html", "body", "main", "article"}
    for hint in () if whole else (element.get("class"), element.get("id")):
        if hint and (found := patterns("markup-hints.txt").search(hint)):
            marks.add(f"role:{found.lastgroup}")
    return frozenset(marks)


def _unseen(element: Any) -> bool:
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    return element.tag in _UNSEEN or bool(hidden)
