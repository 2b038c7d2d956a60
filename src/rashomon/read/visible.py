"""The text a person sees on a web page, as one canonical string."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["visible_text"]

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

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_TAGS = re.compile(rf"</?(?!(?:{'|'.join(sorted(_UNSEEN))})\b)[a-z][^<>]*>", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
"""What HTML collapses. A no-break space is not in it, and stays."""
_DEEPEST = 2000
"""Nesting at which the page is flattened first: libxml2 drops all that follows the 2,048th level."""


def visible_text(html: str) -> str:
    """Give the visible text of a page: one line for each block element, blocks parted by a blank line.

    Entities are decoded and white space is collapsed to one space, as a browser does; head, scripts, styles, comments
    and elements marked hidden are left out; two line breaks (``<br>``) in a row part blocks, a single one is a space.
    Never raises on markup, however broken; a page without text gives ``""``.

    >>> visible_text("<h1>Gate&nbsp;shut</h1><p>By <b>Ines\\n Carrow</b><script>x()</script></p>")
    'Gate\\xa0shut\\n\\nBy Ines Carrow'
    """
    html = html.replace("\0", "")
    pieces, depth = _walk(html)
    if depth >= _DEEPEST:
        pieces, _ = _walk(_TAGS.sub("<hr>", html))
    lines = (_SPACE.sub(" ", block).strip(" ") for block in "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line.strip())


def _walk(html: str) -> tuple[list[str], int]:
    """Give the text of the page in order, with ``"\\n"`` wherever a block begins or ends, and its deepest nesting."""
    from lxml import etree
    from lxml import html as markup

    parser = markup.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = markup.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:  # no element at all
        return [], 0
    pieces: list[str] = []
    depth = deepest = breaks = 0  # breaks: line breaks since the last word
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        start = event == "start"
        depth += 1 if start else -1
        deepest = max(deepest, depth)
        if start and _unseen(element):
            walk.skip_subtree()
            continue
        if start and element.tag == "br":
            breaks += 1
            pieces.append("\n" if breaks > 1 else " ")
        if element.tag in _BLOCKS:
            pieces.append("\n")
        if text := element.text if start else element.tail:
            breaks = 0 if text.strip() else breaks
            pieces.append(_SPACE.sub(" ", text))
    return pieces, deepest


def _unseen(element: Any) -> bool:
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    return element.tag in _UNSEEN or bool(hidden)
