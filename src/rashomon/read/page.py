"""A web page as an article: its visible text, the blocks that are the report, and what markup and text say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Block, Fact, Role, Span
from rashomon.read.extract import report
from rashomon.read.facts import Facts, find
from rashomon.read.lines import Paragraph
from rashomon.read.markup import Markup, describe
from rashomon.read.visible import Line, shallow
from rashomon.text import plain

__all__ = ["Page", "is_page", "page"]

_OPENING = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_BOXES = {"appeal", "related", "comment", "disclaimer"}
"""What the markup sets apart says nothing of the article."""
_ABOVE = 12
"""Lines above the report in which its headline, byline and date are looked for."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the blocks that markup proves, what its text shows of itself and what its markup says."""

    body: tuple[Block, ...]
    shown: Facts
    markup: Markup


def is_page(text: str) -> bool:
    """Tell whether a text is an HTML page by its beginning."""
    return _OPENING.match(text[:4000]) is not None


def page(html: str, name: str, article: str, lines: Sequence[Line]) -> Page:
    """Read the page ``html``, named ``name``, whose ``lines`` are the text of the article with the id ``article``."""
    html = shallow(html)
    markup = describe(html)
    if markup.published.value is None:
        markup = _with_date(markup, _searched(html))
    body = report(html, article, lines)
    body = _with_headline(body, article, lines, markup.title)
    body = _with_standfirst(body, article, lines)
    words = [block for block in body if block.role in {"body", "quotation"}]
    first = next((at for at, line in enumerate(lines) if words and line.start == words[0].span.start), 0)
    last = next((at for at, line in enumerate(lines) if words and line.start == words[-1].span.start), len(lines) - 1)
    boxes = {block.span.start for block in body if block.role in _BOXES}
    near = [line for line in lines[max(0, first - _ABOVE) : last + 1] if line.start not in boxes]
    seen = [Paragraph(line.start, line.start + len(line.text), plain(line.text)) for line in near]
    return Page(body, find(article, name, seen), markup)


def _with_headline(body: tuple[Block, ...], article: str, lines: Sequence[Line], title: Fact) -> tuple[Block, ...]:
    """Name the line that is the headline, which extraction often leaves out."""
    if title.value is None or any(block.role == "headline" for block in body):
        return body
    wanted = _letters(title.value)
    first = next((block.span.start for block in body if block.role in {"body", "quotation"}), 0)
    same = [line for line in lines if _letters(line.text) == wanted]
    if not same:
        return body
    above = [line for line in same if line.start <= first]
    line = next((line for line in same if "h1" in line.marks), above[-1] if above else same[0])
    role: Role = "headline"
    block = Block(Span(article, line.start, line.start + len(line.text)), role)
    return tuple(sorted([other for other in body if other.span.start != line.start] + [block]))


def _with_standfirst(body: tuple[Block, ...], article: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    """Name the summary between headline and report, which extraction often leaves out."""
    named = {block.span.start: block.role for block in body}
    head = next((start for start, role in named.items() if role == "headline"), None)
    first = next((block.span.start for block in body if block.role == "body" and _long(block)), None)
    if head is None or first is None:
        return body
    found = [
        Block(Span(article, line.start, line.start + len(line.text)), "heading")
        for line in lines
        if head < line.start < first and line.start not in named and _is_standfirst(line)
    ]
    return tuple(sorted([*body, *found]))


def _long(block: Block) -> bool:
    return block.span.end - block.span.start > 100  # bylines and dates are extracted as body too


def _is_standfirst(line: Line) -> bool:
    return (
        len(line.text.split()) >= 6
        and line.linked == 0
        and bool(line.marks & {"p", "h2", "h3", "header", "role:standfirst"})
    )


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def _with_date(markup: Markup, date: Fact) -> Markup:
    return Markup(markup.outlet, markup.title, markup.authors, date, markup.genre, markup.url, markup.lang)


def _searched(html: str) -> Fact:
    """Give the date that htmldate finds in the page's address or elements, without its guesses from loose text."""
    from htmldate import find_date

    try:
        day = find_date(html, original_date=True, extensive_search=False)
    except Exception:  # a date is never worth a page
        day = None
    return Fact(str(day), "markup", "htmldate, from the page's address or elements") if day else Fact()
