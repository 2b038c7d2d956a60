"""Files, directories and standard input to articles: one that cannot be read never stops the others."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import EmptyInput, NoArticle, RashomonError, TooLarge, UnreadableFile
from rashomon.model import Article, Options, Problem
from rashomon.read.article import article, from_given, from_record
from rashomon.read.bundles import reports_in
from rashomon.read.decode import LARGEST, decode
from rashomon.read.feeds import entries_in, is_feed, is_xml
from rashomon.read.mail import is_mail, messages
from rashomon.read.page import is_page
from rashomon.read.records import Record, lines, records

__all__ = ["SUFFIXES", "articles", "articles_in", "standard_input"]

SUFFIXES = (
    ".txt", ".text", ".md", ".html", ".htm", ".json", ".jsonl", ".xml", ".rss", ".atom", ".eml", ".mbox",
)  # fmt: skip
"""What a directory is searched for, each with or without ``.gz``; a file named outright may be called anything."""

_LARGEST_DATA = 25 * LARGEST
"""Bytes of the largest file of many records."""

_GIVEN = Options()


def articles(paths: Sequence[str | Path], options: Options = _GIVEN) -> tuple[list[Article], list[Problem]]:
    """Read every article in ``paths``: files, directories (searched all through) and ``"-"`` for standard input.

    Articles come in the order of their names, whatever the order of ``paths``. A text that stands in two files is kept
    once. What could not be read, or was left out, is a Problem; nothing is raised.
    """
    return _sorted(result for path in sorted({str(path) for path in paths}) for result in _read(path, options))


def articles_in(files: Sequence[tuple[str, bytes]]) -> tuple[list[Article], list[Problem]]:
    """Read every article in ``files``, each a name and its bytes; as ``articles`` does, but nothing is opened."""
    opened = ((name, partial(BytesIO, data)) for name, data in sorted(files))
    return _sorted(result for name, file in opened for result in _packed(name, file, _GIVEN))


def _sorted(results: Iterable[Article | RashomonError]) -> tuple[list[Article], list[Problem]]:
    """Give the articles by name, each text once, and as a Problem what was left out."""
    kept: list[Article] = []
    problems: list[Problem] = []
    for result in results:
        if isinstance(result, Article):
            kept.append(result)
        else:
            problems.append(Problem(result.name, result.cause, result.mend))
    kept.sort(key=lambda one: one.name)
    first: dict[str, Article] = {}
    for one in kept:
        same = first.setdefault(" ".join(one.text.split()), one)
        if same is not one and same.name != one.name:
            problems.append(Problem(one.name, f"this is the same text as {same.name}", "it is read once"))
    return list(first.values()), sorted(problems, key=lambda problem: (problem.name, problem.cause))


def _read(path: str, options: Options) -> Iterator[Article | RashomonError]:
    if path == "-":
        try:
            yield from _contents(standard_input(_LARGEST_DATA + 1), "-", options)
        except RashomonError as error:
            yield error
        return
    where = Path(path)
    if not where.is_dir():
        yield from _file(where, options)
        return
    found = sorted(_below(where))
    if not found:
        kinds = ", ".join(SUFFIXES)
        yield NoArticle(path, "there is no article in this folder", f"it is searched for {kinds}, and .gz of those")
    for one in found:
        yield from _file(one, options)


def standard_input(most: int = -1) -> bytes:
    """Give what stands on standard input, ``most`` bytes of it at most. Raises ``UnreadableFile``."""
    try:
        if sys.stdin is None:
            raise ValueError("it is closed")
        return sys.stdin.buffer.read(most)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile("-", f"standard input cannot be read ({why.lower()})", "pipe a text into it") from error


def _below(folder: Path) -> Iterator[Path]:
    """Give the files below a folder that can hold articles; a README speaks of the folder and is none."""
    for one in folder.rglob("*"):
        name = one.name.lower().removesuffix(".gz")
        if name.endswith(SUFFIXES) and not name.startswith((".", "readme")) and not one.is_dir():
            yield one


def _file(path: Path, options: Options) -> Iterator[Article | RashomonError]:
    yield from _packed(str(path), lambda: path.open("rb"), options)


def _packed(name: str, opened: Callable[[], BinaryIO], options: Options) -> Iterator[Article | RashomonError]:
    """Read the file ``name``, unpacked where its name says that it is packed."""
    try:
        with opened() as raw, gzip.open(raw) if name.lower().endswith(".gz") else raw as file:
            data = file.read(_LARGEST_DATA + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield UnreadableFile(name, "it is not a whole gzip file", "pack it again")
    except FileNotFoundError:
        yield UnreadableFile(name, "there is no such file", "check the path")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        yield UnreadableFile(name, f"it cannot be read ({why.lower()})", "check that it may be read")
    else:
        yield from _contents(data, name, options)


def _contents(data: bytes, name: str, options: Options) -> Iterator[Article | RashomonError]:
    """Read the contents of one file, which may hold many reports."""
    kind = name.lower().removesuffix(".gz")
    try:
        if kind.endswith((".json", ".jsonl", ".ndjson")) or (name == "-" and data.lstrip()[:1] in (b"{", b"[")):
            yield from _records(data, name, options)
        elif is_mail(data):
            yield from _given(list(messages(data, name)), name, options)
        elif is_feed(data):
            yield from _given(list(entries_in(data, name)), name, options)
        elif kind.endswith((".xml", ".rss", ".atom")) and is_xml(data) and not is_page(decode(data, name)[0]):
            raise NoArticle(name, "this is XML, but neither a feed nor a page", "give the article as text or as a page")
        else:
            yield from _texts(data, name, options)
    except RashomonError as error:
        yield error


def _given(found: Sequence[Record | NoArticle], name: str, options: Options) -> Iterator[Article | RashomonError]:
    """Give the articles of ``found``, numbered where there are several: they stand in one file."""
    for at, one in enumerate(found, 1):
        try:
            own = f"{name}:{at}" if len(found) > 1 else name
            yield one if isinstance(one, NoArticle) else from_given(one, own, options)
        except RashomonError as error:
            yield error


def _texts(data: bytes, name: str, options: Options) -> Iterator[Article | RashomonError]:
    """Read a page or a text, or each of the reports that a text holds one after the other."""
    text, notes = decode(data, name)
    parts = (text,) if is_page(text) else reports_in(text)
    for at, part in enumerate(parts, 1):
        try:
            read = article(part, f"{name}:{at}" if len(parts) > 1 else name, options)
            yield replace(read, notes=(*notes, *read.notes))
        except RashomonError as error:
            yield error


def _records(data: bytes, name: str, options: Options) -> Iterator[Article | RashomonError]:
    if len(data) > _LARGEST_DATA:
        raise TooLarge(name, f"it is over {_LARGEST_DATA // 1_000_000} MB", "split it")
    if not data.strip():
        raise EmptyInput(name, "the file is empty", "give a file with text in it")
    text, notes = decode(data, name, _LARGEST_DATA)
    many = name.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson"))
    found = list(lines(text, name)) if many else list(enumerate(records(text, name), 1))
    for at, value in found:
        label = f"{name}:{at}" if many or len(found) > 1 else name
        try:
            if isinstance(value, RashomonError):
                raise value
            yield from_record(value, label, options, notes)
        except RashomonError as error:
            yield error
