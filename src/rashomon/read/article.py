"""One input to one Article: decode it, tell what it is, read its facts off markup, layout or metadata."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePath

from rashomon.errors import NoArticle
from rashomon.model import Article, Block, Fact, Options, Span
from rashomon.read.decode import decode
from rashomon.read.facts import find
from rashomon.read.language import language
from rashomon.read.lines import Paragraph, pieces, prose
from rashomon.read.page import is_page, page
from rashomon.read.records import Record, record, records
from rashomon.read.remarks import remarks
from rashomon.read.visible import visible_lines
from rashomon.text import plain

__all__ = ["article", "from_given", "from_record"]

_GIVEN = Options()
_MARKED = re.compile(
    r"\s*<(p|div|h[1-6]|figure|section|article|span|table|ul|ol|blockquote|img|a|b|strong|em|i)\b[^<>]*>", re.I
)
"""How a piece of a page begins, as feeds and records hold it."""
_TOP = 12
"""Paragraphs at the top of a text among which its headline may stand again."""
_ENOUGH = 12
"""Paragraphs of prose that are enough to tell a language by."""


def article(data: bytes | str, name: str, options: Options = _GIVEN) -> Article:
    """Give the article in ``data``, which was read from ``name``: plain text, an HTML page, or one JSON record.

    ``options.outlet`` and ``options.published`` overrule what the article says of itself.
    Raises ``EmptyInput``, ``NotText``, ``TooLarge``, ``NoArticle`` and ``UnknownLanguage``, and no other error.
    """
    text, notes = decode(data, name)
    if is_page(text) or _suffix(name) in {".html", ".htm", ".xhtml"}:
        return _from_page(text, name, options, notes)
    if _suffix(name) in {".json", ".jsonl", ".ndjson"}:
        found = records(text, name)
        if len(found) != 1:
            raise NoArticle(name, f"it holds {len(found)} articles", "read it as a file of articles")
        return from_record(found[0], name, options, notes)
    return _from_text(text, name, options, notes)


def from_record(
    value: Mapping[str, object], name: str, options: Options = _GIVEN, notes: tuple[str, ...] = ()
) -> Article:
    """Give the article in one JSON record, named ``name``. Raises as ``article`` does."""
    return from_given(record(value, name), name, options, notes)


def from_given(given: Record, name: str, options: Options = _GIVEN, notes: tuple[str, ...] = ()) -> Article:
    """Give the article whose text and metadata are ``given``, named ``name``. Raises as ``article`` does."""
    text, more = decode(given.text, name)
    noted = (*notes, *given.notes, *more)
    if is_page(text):
        read = _from_page(text, name, options, noted)
    elif _MARKED.match(text):
        read = _from_page(f"<html><body><article>{text}</article></body></html>", name, options, noted)
    else:
        read = _from_text(text, name, options, noted, given)
    return _with_given(read, given, options)


def _suffix(name: str) -> str:
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def _from_text(text: str, name: str, options: Options, notes: tuple[str, ...], given: Record | None = None) -> Article:
    if not any(character.isalnum() for character in text):
        raise NoArticle(name, "there are no words in it", "give the text of a report")
    ident = _ident(text, name)
    found = pieces(text)
    seen = find(ident, name, found)
    flowing = islice((piece.text for piece in found if prose(piece.text)), _ENOUGH)
    own = " ".join(flowing) or text
    read = Article(
        ident, name, text, _hash(text), seen.outlet, seen.title, seen.authors, seen.dateline, seen.published,
        language(own, name), notes=(*notes, *remarks(found)),
    )  # fmt: skip
    return _with_options(read, options) if given is None else read


def _from_page(html: str, name: str, options: Options, notes: tuple[str, ...]) -> Article:
    lines = visible_lines(html)
    text = "\n\n".join(line.text for line in lines)
    if not any(character.isalnum() for character in text):
        raise NoArticle(name, "the page has no visible text", "save the page after it has loaded, or give its text")
    ident = _ident(text, name)
    read = page(html, name, ident, lines)
    shown, markup = read.shown, read.markup
    own = " ".join(text[block.span.start : block.span.end] for block in read.body if block.role == "body")
    title = markup.title if markup.title.value else shown.title
    return _with_options(
        Article(
            ident, name, text, _hash(text),
            outlet=markup.outlet if markup.outlet.value else shown.outlet,
            title=replace(title, span=_headline(read.body, shown.title.span)),
            authors=shown.authors or markup.authors,
            dateline=shown.dateline,
            published=markup.published if markup.published.value else shown.published,
            language=language(own or text, name),
            genre=markup.genre,
            url=markup.url,
            notes=(*notes, *remarks(_own(text, read.body))),
            body=read.body,
        ),
        options,
    )  # fmt: skip


def _own(text: str, body: Sequence[Block]) -> list[Paragraph]:
    """Give the paragraphs of a page that markup proved to be its report's."""
    own = (block.span for block in body if block.role in {"body", "quotation"})
    return [Paragraph(span.start, span.end, plain(text[span.start : span.end])) for span in own]


def _headline(body: Sequence[Block], shown: Span | None) -> Span | None:
    return next((block.span for block in body if block.role == "headline"), shown)


def _with_given(read: Article, given: Record, options: Options) -> Article:
    """Put a record's own metadata before what the text shows."""
    title = _shown(given.title, read)
    return _with_options(
        replace(
            read,
            outlet=given.outlet if given.outlet.value else _unless_stem(read.outlet, given.sender),
            title=title if title.value else read.title,
            authors=given.authors or read.authors,
            published=given.published if given.published.value else read.published,
            language=replace(given.language, value="en") if _says_english(given.language) else read.language,
            url=given.url or read.url,
        ),
        options,
    )


def _says_english(language: Fact) -> bool:
    return (language.value or "").lower().split("-")[0].split("_")[0] in {"en", "eng", "english"}


def _unless_stem(outlet: Fact, sender: Fact) -> Fact:
    """Give the outlet that the text shows, or the sender where only the file's name would stand for it."""
    known = outlet.value is not None and outlet.basis != "inferred"
    return outlet if known else replace(sender, basis="inferred") if sender.value else Fact()


def _shown(title: Fact, read: Article) -> Fact:
    """Give a headline that stands beside the text where it stands in it, too, without the site's name around it."""
    wanted = _letters(title.value or "")
    for piece in pieces(read.text)[:_TOP] if wanted else ():
        words = _letters(piece.text)
        around = len(piece.text.split()) >= 3 and (wanted.endswith(words) or wanted.startswith(words))
        if words == wanted or around:
            return replace(title, value=" ".join(piece.text.split()), span=Span(read.id, piece.start, piece.end))
    return title


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _with_options(read: Article, options: Options) -> Article:
    """Let the caller's word stand first, and the file's name where no outlet is known."""
    outlet, published = read.outlet, read.published
    if options.outlet:
        outlet = Fact(options.outlet, "given", "given by the caller")
    elif outlet.value is None:
        stem = PurePath(read.name.removesuffix(".gz")).stem if read.name != "-" else "standard input"
        outlet = Fact(stem, "inferred", "no outlet is named; this is the file's name")
    if options.published:
        published = Fact(options.published, "given", "given by the caller")
    return replace(read, outlet=outlet, published=published)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _ident(text: str, name: str) -> str:
    return hashlib.sha256(f"{name}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
