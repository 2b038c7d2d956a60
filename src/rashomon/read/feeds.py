"""Feeds, RSS and Atom: each entry a report, with the feed's title as its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rashomon.errors import NoArticle
from rashomon.model import Fact
from rashomon.read.dates import iso_prefix
from rashomon.read.lines import named_like_outlet
from rashomon.read.records import Record, given_fact

__all__ = ["entries_in", "is_feed", "is_xml"]

_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml\b")
_FEED = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.S
)
_PARTS = re.compile(r"\s+(?:[|•·–—-]|::|»)\s+")
_TEXTS = ("encoded", "content", "description", "summary")
"""The elements that hold an entry's words, the fullest first; the last two are often summaries."""
_SUMMARY = "the feed gives no more than a summary of it"
_LONG = 80
"""Words from which what stands under "description" is taken for the report itself."""


def is_feed(data: bytes) -> bool:
    """Tell whether ``data`` is an RSS or Atom feed by how it begins."""
    return _FEED.match(data[:4000]) is not None


def is_xml(data: bytes) -> bool:
    """Tell whether ``data`` says of itself that it is XML, of whatever kind."""
    return _XML.match(data[:100]) is not None


def entries_in(data: bytes, name: str) -> Iterator[Record | NoArticle]:
    """Give each entry of a feed, or its error, in order; nothing outside the file is loaded.

    Raises ``NoArticle`` where the feed cannot be parsed or is empty.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(data.lstrip(), parser=parser)
    except etree.XMLSyntaxError:
        root = None
    found = [] if root is None else list(root.iter("{*}item", "{*}entry"))
    if not found:
        raise NoArticle(name, "there is no entry in this feed", "save the feed again, or give the articles' pages")
    outlet = _outlet(root)
    for at, entry in enumerate(found, 1):
        yield _record(entry, outlet) or NoArticle(
            f"{name}:{at}" if len(found) > 1 else name, "this entry of the feed holds no text", "give the page itself"
        )


def _record(entry: Any, outlet: Fact) -> Record | None:
    kind, text = next(((kind, text) for kind in _TEXTS if (text := _words(entry, kind)).strip()), ("", ""))
    if not text:
        return None
    brief = kind in {"description", "summary"} and len(text.split()) < _LONG
    dates = (iso_prefix(_said(entry, kind)) for kind in ("published", "pubDate", "date", "issued", "updated"))
    authors = [_said(one, "name") or _text(one) for one in entry.iter("{*}creator", "{*}author")]
    return Record(
        text,
        title=given_fact(_bare(_said(entry, "title")), "the entry's title"),
        published=given_fact(next((day for day in dates if day), ""), "the entry's date"),
        authors=tuple(
            given_fact(one, "the entry's author") for one in dict.fromkeys(authors) if one and "@" not in one
        ),
        outlet=outlet,
        url=_link(entry),
        notes=(_SUMMARY,) if brief else (),
    )


def _outlet(root: Any) -> Fact:
    """Give the feed's title, or that part of it that names an outlet ("World | The Orrin Post")."""
    channel = next(root.iter("{*}channel"), root)
    title = _said(channel, "title")
    parts = _PARTS.split(title)
    return given_fact(next((part for part in parts if named_like_outlet(part)), title), "the feed's title")


def _words(entry: Any, kind: str) -> str:
    """Give the words of an element as text or markup; an Atom element may hold XHTML as it is."""
    from lxml import etree

    for element in entry.iterchildren(f"{{*}}{kind}"):
        if len(element):
            return "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
        return element.text or ""
    return ""


def _said(element: Any, kind: str) -> str:
    return next((_text(child) for child in element.iterchildren(f"{{*}}{kind}")), "")


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _bare(title: str) -> str:
    """Give a title without the markup that feeds write into it."""
    return re.sub(r"<[^<>]+>", "", title).strip()


def _link(entry: Any) -> str | None:
    for element in entry.iterchildren("{*}link"):
        if element.get("rel") in {None, "alternate"}:
            return (element.get("href") or element.text or "").strip() or None
    return None
