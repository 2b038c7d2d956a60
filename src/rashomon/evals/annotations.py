"""From quotes to offsets: what people annotated becomes ``gold.json``.

Annotators never count offsets: they write quotes, and the longer passage that each stands in (see the guidelines in
evals/gold). Here every quote is looked up in the article's text. White space in a quote stands for any white space of
the text, so a quote may be written on one line though the file is hard-wrapped; all other characters must be exact.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from rashomon.read.visible import visible_text
from rashomon.text import plain

__all__ = ["OWN_VOICE", "TEXTS", "MisquoteError", "build", "locate", "read_text", "text_name", "texts", "write_visible"]

Item = Mapping[str, Any]

OWN_VOICE = ("narrator", "headline", "author")
"""Holders that are the outlet itself: its report, its headline, its columnist."""

TEXTS = (".txt", ".html", ".htm")
"""Endings of the files under ``articles/`` that are reports."""


class MisquoteError(ValueError):
    """A quote cannot be found, or not be told from its twins."""


def read_text(path: Path) -> str:
    """Give the text of an article file: UTF-8 (a byte-order mark is left out), else windows-1252. Line ends stay."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace")


def text_name(file: str) -> str:
    """Give the name of the file that offsets point into: for a page, that of its visible text.

    >>> text_name("articles/03-gazette.html"), text_name("01-wire.txt")
    ('03-gazette.html.txt', '01-wire.txt')
    """
    name = Path(file).name
    return name + ".txt" if name.endswith((".html", ".htm")) else name


def write_visible(page: Path) -> Path:
    """Write the visible text of an HTML file beside it, as ``NAME.html.txt``, and give that path."""
    target = page.with_name(page.name + ".txt")
    target.write_text(visible_text(read_text(page)), encoding="utf-8", newline="")
    return target


def texts(folder: Path) -> dict[str, str]:
    """Give the text of each article of the story in ``folder``, by the name of its text file, in order of names."""
    files = sorted(path for path in (folder / "articles").glob("*") if path.name.endswith(TEXTS))
    names = {text_name(path.name): path for path in files if not path.name.endswith(TEXTS[1:])}
    return {name: read_text(path) for name, path in names.items()}


def locate(text: str, quote: str, passage: str | None = None, nth: int | None = None) -> tuple[int, int]:
    """Give the offsets (code points) of ``quote`` inside the one place where ``passage`` stands in ``text``.

    A quote that begins or ends with a letter or figure is not found inside a longer word. ``nth`` (from 1) chooses
    among several. Raises ``MisquoteError``, which says what is wrong and what would mend it.

    >>> locate("He said no. She said\\nno more.", "no", "She said no", None)
    (21, 23)
    """
    start, end = _passage(text, passage)
    found = _hits(text, quote, start, end)
    return _choose(text, found, quote, nth, ())


@lru_cache(maxsize=64)  # an attribution looks its parts up in one passage
def _passage(text: str, passage: str | None) -> tuple[int, int]:
    if passage is None:
        return 0, len(text)
    found = _hits(text, passage, 0, len(text))
    if len(found) == 1:
        return found[0]
    if found:
        raise MisquoteError(f"the passage {_short(passage)} stands {len(found)} times in the text; make it longer")
    raise MisquoteError(f"the passage {_short(passage)} is not in the text{_hint(text, passage)}")


def _choose(
    text: str, found: Sequence[tuple[int, int]], quote: str, nth: int | None, taken: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    if not found:
        raise MisquoteError(f"{_short(quote)} is not in its passage{_hint(text, quote)}")
    if nth is not None:
        if not 1 <= nth <= len(found):
            raise MisquoteError(f"{_short(quote)} stands {len(found)} times in its passage; there is no {nth}th")
        return found[nth - 1]
    free = [hit for hit in found if all(hit[1] <= start or end <= hit[0] for start, end in taken)]
    if len(found) == 1 or len(free) == 1:
        return (free or list(found))[0]
    raise MisquoteError(
        f"{_short(quote)} stands {len(found)} times in its passage; shorten the passage or say which: "
        f'{{"quote": {json.dumps(quote, ensure_ascii=False)}, "nth": 1}}'
    )


def _hits(text: str, quote: str, start: int, end: int) -> list[tuple[int, int]]:
    words = quote.split()
    if not words:
        raise MisquoteError("the quote is empty")
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    pattern = re.compile(before + r"\s+".join(map(re.escape, words)) + after)
    return [match.span() for match in pattern.finditer(text, start, end)]


def _hint(text: str, quote: str) -> str:
    """Say what stands in the text where it differs only in its marks, or how far it agrees."""
    even = _marks(text)
    for words in (quote.split(), quote.split()[:6], quote.split()[:3]):
        match = re.search(r"\s+".join(re.escape(_marks(word)) for word in words), even, re.I)
        if match:
            there = text[match.start() : match.start() + max(len(quote), 20)]
            return f"; near it the text has {_short(there, 160)}"
    return ""


def _marks(text: str) -> str:
    return plain(text).translate({ord("–"): "-", ord("—"): "-", ord('"'): "'"})


def _short(quote: str, limit: int = 90) -> str:
    return repr(quote if len(quote) <= limit else quote[: limit - 1] + "…")


@dataclass(frozen=True, slots=True)
class _Desk:
    """The texts of one story, and the list of what is wrong in its annotations, which grows as they are read."""

    texts: Mapping[str, str]
    wrong: list[str] = field(default_factory=list)

    def span(self, where: str, item: Item, taken: Sequence[tuple[int, int]] = ()) -> dict[str, Any]:
        """Give ``item`` (file, quote, passage, nth) as file, quote, start, end; offsets 0, 0 where it is wrong."""
        file = text_name(str(item.get("file", "")))
        blank = {"file": file, "quote": "", "start": 0, "end": 0}
        text = self.texts.get(file)
        if text is None:
            self.wrong.append(f"{where}: there is no article {file!r}")
            return blank
        try:
            start, end = _passage(text, item.get("passage"))
            quote = item["quote"]
            start, end = _choose(text, _hits(text, quote, start, end), quote, item.get("nth"), taken)
        except KeyError:
            self.wrong.append(f"{where}: it has no quote")
            return blank
        except MisquoteError as error:
            self.wrong.append(f"{where}: {error}")
            return blank
        return {"file": file, "quote": text[start:end], "start": start, "end": end}

    def keys(self, where: str, item: Item, must: str, may: str = "") -> None:
        """Note the keys of ``item`` that lack or that nobody knows."""
        lacks, strange = set(must.split()) - set(item), set(item) - set(must.split()) - set(may.split())
        if lacks:
            self.wrong.append(f"{where}: it has no {', '.join(sorted(lacks))}")
        if strange:
            self.wrong.append(f"{where}: nobody knows the key {', '.join(sorted(strange))}")


def build(folder: Path, annotations: str = "annotations") -> tuple[dict[str, Any], list[str]]:
    """Give the gold of the story in ``folder``, and every problem met on the way, one sentence each.

    The gold is whole only where there is no problem. A second annotator's ``story.json`` may leave out ``documents``;
    they are then the first annotator's.
    """
    desk = _Desk(texts(folder))
    _stale_pages(desk, folder)
    story = _load(desk, folder / annotations / "story.json")
    if "documents" not in story and annotations != "annotations":
        story = {**story, "documents": _load(desk, folder / "annotations" / "story.json").get("documents", [])}
    documents = [_document(desk, entry) for entry in story.get("documents", [])]
    docs = {entry["file"]: entry["doc"] for entry in documents}
    gold: dict[str, Any] = {"story": story.get("story", folder.name), "kind": story.get("kind", "")}
    gold["documents"] = documents
    gold |= _story(desk, story)
    gold["attributions"], gold["times"] = [], []
    for file, doc in docs.items():
        if file not in desk.texts:
            desk.wrong.append(f"story.json document {doc}: there is no article {file!r}")
            continue
        page = _load(desk, folder / annotations / (file.removesuffix(".txt").removesuffix(".html") + ".json"))
        where = f"{file.removesuffix('.txt')}"
        named = text_name(page.get("file", file))
        if named != file:
            desk.wrong.append(f"{where}: its annotations name the file {named!r}")
        gold["attributions"] += _attributions(desk, where, file, doc, page.get("attributions", []))
        gold["times"] += _times(desk, where, file, page.get("times", []))
    desk.wrong.extend(f"{file}: story.json has no document for it" for file in desk.texts if file not in docs)
    return gold, desk.wrong


def _load(desk: _Desk, path: Path) -> Item:
    where = f"{path.parent.name}/{path.name}"
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        desk.wrong.append(f"{where}: the file is missing")
    except ValueError as error:
        desk.wrong.append(f"{where}: not JSON: {error}")
    else:
        if isinstance(value, dict):
            return value
        desk.wrong.append(f"{where}: it must be one JSON object")
    return {}


def _stale_pages(desk: _Desk, folder: Path) -> None:
    for page in sorted((folder / "articles").glob("*.htm*")):
        if page.name.endswith(TEXTS[1:]) and desk.texts.get(page.name + ".txt") != visible_text(read_text(page)):
            desk.wrong.append(
                f"{page.name}: {page.name}.txt is missing or not its visible text; make it with `visible`"
            )


def _document(desk: _Desk, entry: Item) -> dict[str, Any]:
    where = f"story.json document {entry.get('doc')}"
    desk.keys(where, entry, "doc file outlet genre date family boilerplate")
    file = text_name(entry.get("file", ""))
    boiler = [
        desk.span(f"{where} boilerplate {number}", {"file": file, **item})
        for number, item in enumerate(entry.get("boilerplate", []), 1)
    ]
    return {**entry, "file": file, "boilerplate": sorted(boiler, key=lambda span: int(span["start"]))}


_PLACED = {"file", "quote", "passage", "nth"}


def _placed(desk: _Desk, where: str, item: Item) -> dict[str, Any]:
    """Give ``item`` with its quote looked up; what else it says comes first."""
    return {key: value for key, value in item.items() if key not in _PLACED} | desk.span(where, item)


def _each(desk: _Desk, story: Item, part: str, spans: str) -> Iterator[dict[str, Any]]:
    """Yield each entry of one ``part`` of the story with the quotes in its list ``spans`` looked up."""
    files = {entry.get("doc"): entry.get("file", "") for entry in story.get("documents", [])}
    for number, entry in enumerate(story.get(part, []), 1):
        where = f"story.json {part} {entry.get('id') or entry.get('concept') or number}"
        inner = entry.get(spans, [])
        placed = [
            _placed(desk, f"{where} {spans} {place}", {"file": files.get(item.get("doc"), ""), **item})
            for place, item in enumerate(inner, 1)
        ]
        yield {**entry, spans: [_outlet_alone(item) for item in placed]}


def _outlet_alone(item: dict[str, Any]) -> dict[str, Any]:
    """Leave "narrator" off the end of a chain: the outlet's own voice goes through nobody."""
    chain = item.get("source_chain", [])
    if len(chain) > 1 and chain[-1] == item.get("holder") and chain[-1] in OWN_VOICE:
        return {**item, "source_chain": chain[:-1]}
    return item


def _story(desk: _Desk, story: Item) -> dict[str, Any]:
    gold: dict[str, Any] = {
        part: list(_each(desk, story, part, spans))
        for part, spans in (
            ("propositions", "statements"),
            ("conflicts", "values"),
            ("position_changes", "steps"),
            ("copies", "spans"),
        )
    }
    gold["omissions"] = [{**item, "file": text_name(item.get("file", ""))} for item in story.get("omissions", [])]
    gold["word_choice"] = list(_each(desk, story, "word_choice", "variants"))
    gold["traps"] = [_placed(desk, f"story.json trap {item.get('trap')!r}", item) for item in story.get("traps", [])]
    return gold


def _attributions(desk: _Desk, where: str, file: str, doc: str, items: Sequence[Item]) -> list[dict[str, Any]]:
    made = [_attribution(desk, f"{where} {item.get('id')}", file, doc, item) for item in items]
    return sorted(
        filter(None, made), key=lambda item: (item["contents"][0]["start"] if item["contents"] else 0, item["id"])
    )


def _attribution(desk: _Desk, where: str, file: str, doc: str, item: Item) -> dict[str, Any] | None:
    desk.keys(
        where,
        item,
        "id source cue contents kind stance holder within",
        "passage implied_source addressee distance note",
    )
    try:  # one sentence about a passage, not one for each quote in it
        _passage(desk.texts[file], item.get("passage"))
    except MisquoteError as error:
        desk.wrong.append(f"{where}: {error}")
        return None
    taken: list[tuple[int, int]] = []

    def place(name: str, quote: str | Item | None) -> dict[str, Any] | None:
        """Look one quote up; of several places, the one that no part looked up before it takes."""
        if quote is None:
            return None
        entry = {"quote": quote} if isinstance(quote, str) else dict(quote)
        span = desk.span(f"{where} {name}", {"file": file, "passage": item.get("passage"), **entry}, taken)
        taken.append((span["start"], span["end"]))
        return {key: span[key] for key in ("quote", "start", "end")}

    contents = item.get("contents") or []
    if not contents:
        desk.wrong.append(f"{where}: it has no contents")
    within = item.get("within")
    return {
        "id": f"{doc}.{item.get('id')}",
        "file": file,
        "contents": [place("contents", quote) for quote in ([contents] if isinstance(contents, str) else contents)],
        "source": place("source", item.get("source")),
        "implied_source": item.get("implied_source"),
        "cue": place("cue", item.get("cue")),
        "kind": item.get("kind"),
        "stance": item.get("stance"),
        "holder": item.get("holder"),
        "within": None if within is None else f"{doc}.{within}",
        "addressee": place("addressee", item.get("addressee")),
        "distance": place("distance", item.get("distance")),
    }


def _times(desk: _Desk, where: str, file: str, items: Sequence[Item]) -> list[dict[str, Any]]:
    made = []
    for number, item in enumerate(items, 1):
        place = f"{where} time {number} ({item.get('quote')!r})"
        desk.keys(place, item, "quote type value", "passage nth note file")
        span = desk.span(place, {**item, "file": file})
        made.append(span | {"type": item.get("type"), "value": item.get("value")})
    return sorted(made, key=lambda item: (item["start"], item["end"]))
