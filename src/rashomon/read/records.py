"""JSON articles with their own metadata, one or many to a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import NoArticle, RashomonError
from rashomon.model import Fact
from rashomon.read.dates import iso_prefix

__all__ = ["KEYS", "Record", "given_fact", "lines", "record", "records"]

KEYS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "articletext", "articlebody", "bodytext", "fulltext", "plaintext",
             "article", "html"),
    "title": ("title", "headline", "webtitle", "head"),
    "published": ("published", "date", "publishdate", "publishedat", "publicationdate", "datepublish", "datepublished",
                  "pubdate", "publisheddate", "publishedon", "firstpublished", "createdat", "created", "timestamp"),
    "authors": ("authors", "author", "byline", "by"),
    "outlet": ("outlet", "source", "publisher", "site", "sitename", "publication", "newspaper", "domain",
               "sourcedomain"),
    "url": ("url", "link", "canonicalurl", "permalink", "weburl"),
    "language": ("language", "lang"),
}  # fmt: skip
"""The keys under which a record may hold each thing, by their letters alone ("publishedat" stands for "published_at"
and "publishedAt"); the first that holds one counts."""

_HOLDERS = ("articles", "items", "documents", "docs", "data", "results", "hits", "entries", "records")
"""Keys of an object that holds a list of records."""
_UNKNOWN = Fact()


@dataclass(frozen=True, slots=True)
class Record:
    """A record's text and its metadata; a Fact without a value is not in it.

    ``sender`` is who sent it, which names the outlet where nothing better does; ``notes`` are for a person to see.
    """

    text: str
    title: Fact = _UNKNOWN
    published: Fact = _UNKNOWN
    authors: tuple[Fact, ...] = ()
    outlet: Fact = _UNKNOWN
    language: Fact = _UNKNOWN
    url: str | None = None
    sender: Fact = _UNKNOWN
    notes: tuple[str, ...] = ()


def record(value: Mapping[str, Any], name: str) -> Record:
    """Read one record, named ``name``. Raises ``NoArticle`` where no key holds a text."""
    low = _by_letters(value)
    text = _found(low, "text") or next((low[key] for key in KEYS["text"] if key in low), None)
    if text is None:
        held = ", ".join(repr(str(key)) for key in list(value)[:8]) or "nothing"
        raise NoArticle(name, f"no key holds a text (it has {held})", "name the text 'text', 'body' or 'content'")
    key, words = text
    if isinstance(words, Mapping):  # WordPress: {"rendered": "<p>..."}
        words = words.get("rendered") or words.get("text")
    if isinstance(words, list):
        words = "\n\n".join(str(part) for part in words)
    if not isinstance(words, str) or not words.strip():
        raise NoArticle(name, f"the key {key!r} holds no text", "give a text, or leave the record out")
    return Record(
        words,
        _fact(low, "title"),
        _published(low),
        tuple(_authors(low)),
        _fact(low, "outlet"),
        _fact(low, "language"),
        _fact(low, "url").value,
    )


def records(text: str, name: str) -> list[Mapping[str, Any]]:
    """Give the records of a JSON text: an object, a list of objects, or an object that holds such a list.

    Raises ``NoArticle`` where it is not JSON or holds no records.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        try:
            return [value for _, value in lines(text, name) if not isinstance(value, RashomonError)] or _none(name)
        except NoArticle:
            where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
            raise NoArticle(name, f"this is not JSON{where}", "mend the file, or give the article as text") from error
    if isinstance(value, dict) and str(value.get("format", "")).startswith("rashomon-story"):
        raise NoArticle(name, "this is a story file, made from articles", "give the articles, or run 'rashomon verify'")
    if isinstance(value, dict):
        held = next((value[key] for key in _HOLDERS if isinstance(value.get(key), list)), None)
        value = [value] if held is None or _found(_by_letters(value), "text") else held
    if isinstance(value, list):
        found = [one for one in value if isinstance(one, dict)]
        if found:
            return list(found)
    return _none(name)


def _none(name: str) -> list[Mapping[str, Any]]:
    raise NoArticle(name, "there is JSON, but no article in it", "give objects with a 'text'")


def lines(text: str, name: str) -> Iterator[tuple[int, Mapping[str, Any] | NoArticle]]:
    """Give the number, from 1, of each line of a JSONL text that is not blank, with its record or its error."""
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            yield number, value
        else:
            yield (
                number,
                NoArticle(f"{name}:{number}", "this line is not a JSON object", "mend the line or leave it out"),
            )


Held = Mapping[str, tuple[str, Any]]
"""What a record holds, by the letters of its keys: the key as it is written, and the value."""


def _by_letters(value: Mapping[str, Any]) -> Held:
    return {"".join(filter(str.isalnum, str(key).lower())): (str(key), held) for key, held in value.items()}


def _found(low: Held, thing: str) -> tuple[str, Any] | None:
    return next((low[key] for key in KEYS[thing] if key in low and low[key][1] not in (None, "", [], {})), None)


def given_fact(value: str, evidence: str) -> Fact:
    """Give what is told beside an article, a Fact without a value where that is nothing."""
    return Fact(value, "given", evidence) if value else Fact()


def _fact(low: Held, thing: str) -> Fact:
    for letters in KEYS[thing]:
        key, value = low.get(letters, (letters, None))
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("title") or value.get("rendered")
        if isinstance(value, str) and value.strip():
            return Fact(" ".join(value.split()), "given", f"the key {key!r} of the record")
    return Fact()


def _published(low: Held) -> Fact:
    for letters in KEYS["published"]:
        key, value = low.get(letters, (letters, None))
        if day := iso_prefix(None if isinstance(value, list | dict) else value):
            return Fact(day, "given", f"the key {key!r} of the record")
    return Fact()


def _authors(low: Held) -> Iterator[Fact]:
    found = _found(low, "authors")
    if found is None:
        return
    key, value = found
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, Mapping) else one
        for part in re.split(r"\s*(?:;|,|\band\b)\s*", name) if isinstance(name, str) else ():
            if part := re.sub(r"^by\s+", "", part.strip(), flags=re.I):
                yield Fact(part, "given", f"the key {key!r} of the record")
