"""What a page's markup says about its article: outlet, headline, authors, date, language, address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.model import Fact
from rashomon.read.dates import iso_prefix

__all__ = ["Markup", "describe"]

_ARTICLES = re.compile(r"article|report|newsitem|blogposting|webpage", re.I)
_TITLE_PARTS = re.compile(r"\s+(?:[|•·–—-]|::|»)\s+")
_UNKNOWN = Fact()


@dataclass(frozen=True, slots=True)
class Markup:
    """The facts of a page's markup; a Fact without a value is not in it. ``lang`` is the declared language code."""

    outlet: Fact = _UNKNOWN
    title: Fact = _UNKNOWN
    authors: tuple[Fact, ...] = ()
    published: Fact = _UNKNOWN
    genre: Fact = _UNKNOWN
    url: str | None = None
    lang: str | None = None


def describe(html: str) -> Markup:
    """Read the facts of the page ``html``, each with the element it was read from as evidence. Never raises."""
    from lxml import etree
    from lxml import html as markup

    parser = markup.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = markup.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return Markup()
    meta = _meta(tree)
    linked = [item for item in _linked_data(tree) if _ARTICLES.search(str(item.get("@type", "")))]
    linked.sort(key=lambda item: "page" in str(item.get("@type", "")).lower())
    title, suffix = _title(tree, meta, linked)
    return Markup(
        outlet=_outlet(meta, linked, suffix),
        title=title,
        authors=tuple(_authors(meta, linked)),
        published=_published(tree, meta, linked) or Fact(),
        genre=_first(meta, ("article:section",)) or Fact(),
        url=_url(tree, meta),
        lang=(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower()[:2] or None,
    )


def _meta(tree: Any) -> dict[str, tuple[str, str]]:
    """Give content and evidence of every meta element, by its name in small letters; the first of a name counts."""
    found: dict[str, tuple[str, str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, (content, f'meta {key}="{name}"'))
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Give every object of the page's JSON-LD, nested ones after the one they stand in."""
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        try:
            waiting = [json.loads(script.text or "null", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                yield item
                graph = item.get("@graph")
                waiting.extend(graph if isinstance(graph, list) else [])


def _first(meta: dict[str, tuple[str, str]], names: tuple[str, ...]) -> Fact | None:
    for name in names:
        if name in meta:
            value, evidence = meta[name]
            return Fact(_clean(value), "markup", evidence)
    return None


def _clean(value: str) -> str:
    return " ".join(value.split())


def _named(value: Any) -> list[str]:
    """Give the names in a JSON-LD person or organisation, however it is written."""
    if isinstance(value, list):
        return [name for one in value for name in _named(one)]
    if isinstance(value, dict):
        value = value.get("name")
        return _named(value) if isinstance(value, str | list) else []
    return [_clean(value)] if isinstance(value, str) and value.strip() and not value.startswith("http") else []


def _outlet(meta: dict[str, tuple[str, str]], linked: list[dict[str, Any]], suffix: Fact | None) -> Fact:
    named = _first(meta, ("og:site_name",))
    if named is not None and not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", named.value or ""):
        return named
    for item in linked:
        for name in _named(item.get("publisher")):
            return Fact(name, "markup", "JSON-LD publisher")
    tags = ("application-name", "dc.publisher", "dcterms.publisher", "cre", "publisher", "twitter:app:name:iphone")
    return named or _first(meta, tags) or suffix or Fact()


def _title(tree: Any, meta: dict[str, tuple[str, str]], linked: list[dict[str, Any]]) -> tuple[Fact, Fact | None]:
    """Give the headline, and the outlet where the page's title names it after the headline."""
    page = _clean(" ".join(element.text_content() for element in tree.xpath("//head/title")[:1]))
    heads = [head for head in (_clean(element.text_content()) for element in tree.iter("h1")) if head]
    chosen: Fact | None = Fact(heads[0], "markup", "the h1 element") if len(heads) == 1 else None
    if chosen is None:
        chosen = next(
            (Fact(head, "markup", "the h1 element that the page's title repeats") for head in heads if head in page),
            None,
        )
    for item in linked:
        if chosen is None and isinstance(item.get("headline"), str):
            chosen = Fact(_clean(item["headline"]), "markup", "JSON-LD headline")
    chosen = chosen or _first(meta, ("og:title", "twitter:title", "dc.title"))
    parts = _TITLE_PARTS.split(page)
    if chosen is None and len(parts) == 2 and (stood := _standing(tree, parts)):
        site = parts[1] if stood == parts[0] else parts[0]
        return Fact(stood, "markup", "the part of the title element that stands on the page"), Fact(
            site, "markup", "the other part of the title element"
        )
    suffix = (
        Fact(parts[-1], "markup", "the end of the title element")
        if len(parts) > 1 and len(parts[-1].split()) <= 5
        else None
    )
    if chosen is None and page:
        chosen = Fact(
            page.removesuffix(parts[-1]).rstrip(" |•·–—-:»") if suffix else page, "markup", "the title element"
        )
    return chosen or Fact(), suffix


def _standing(tree: Any, parts: list[str]) -> str | None:
    """Give that part of a page's title that is a line of the page, and no menu's."""
    lines = {_clean(element.text) for element in tree.iter() if isinstance(element.tag, str) and element.text}
    lines -= {_clean(element.text_content()) for element in tree.iter("a", "title")}
    return next((part for part in parts if len(part.split()) >= 4 and part in lines), None)


def _authors(meta: dict[str, tuple[str, str]], linked: list[dict[str, Any]]) -> Iterator[Fact]:
    for item in linked:
        if names := _named(item.get("author")):
            yield from (Fact(name, "markup", "JSON-LD author") for name in dict.fromkeys(names))
            return
    for tag in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"):
        if tag in meta and not meta[tag][0].startswith("http"):
            for name in re.split(r",| and |;", meta[tag][0]):
                if name := re.sub(r"^by\s+", "", name.strip(), flags=re.I):
                    yield Fact(name, "markup", meta[tag][1])
            return


def _published(tree: Any, meta: dict[str, tuple[str, str]], linked: list[dict[str, Any]]) -> Fact | None:
    for item in linked:
        if day := iso_prefix(item.get("datePublished")):
            return Fact(day, "markup", "JSON-LD datePublished")
    tags = ("article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publish-date",
            "publish_date", "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created", "parsely-pub-date",
            "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "og:published_time")  # fmt: skip
    for tag in tags:
        if tag in meta and (day := iso_prefix(meta[tag][0])):
            return Fact(day, "markup", meta[tag][1])
    # of time elements only the page's first can be the article's own: later ones stand in links and comments
    for element in tree.xpath("//time[@datetime][not(ancestor::aside or ancestor::footer or ancestor::nav)]")[:1]:
        if day := iso_prefix(element.get("datetime")):
            return Fact(day, "markup", "the first time element")
    return None


def _url(tree: Any, meta: dict[str, tuple[str, str]]) -> str | None:
    for element in tree.xpath('//link[@rel="canonical"][@href]')[:1]:
        return str(element.get("href")).strip() or None
    return meta["og:url"][0] if "og:url" in meta else None
