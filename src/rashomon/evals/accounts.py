"""The benchmark of accounts as frozen values: ``load`` reads the ``gold.json`` of one story.

A ``Span`` here has an article's *file name* (of its text: ``03-gazette.html.txt`` for a page) where the rest of the
house has the article's id. Offsets are code points into that file's text, half-open; dates are ISO prefixes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import StoryError
from rashomon.evals.annotations import OWN_VOICE, texts
from rashomon.evals.places import GOLD
from rashomon.model import Span, Timex

__all__ = [
    "KINDS",
    "OWN_VOICE",
    "SEVERITIES",
    "STANCES",
    "TRAPS",
    "Account",
    "Clash",
    "Copy",
    "Document",
    "Omission",
    "Proposition",
    "Said",
    "Shift",
    "Statement",
    "Step",
    "Trap",
    "Value",
    "Wording",
    "load",
    "stories",
]

STANCES = {
    "asserts": "asserts",
    "denies": "denies",
    "hedges": "hedges",
    "no_comment": "declines",
    "does_not_know": "unaware",
}
"""The stances of statements, and what the story file calls them."""

KINDS = ("direct", "indirect", "mixed", "block")
SEVERITIES = ("hard", "soft", "variant_not_conflict")
TRAPS = (
    "one outlet twice",
    "article against its own headline",
    "same word for another event",
    "denial of part of a charge",
    "non-denial",
    '"as for the rest, it is wrong"',
    "count with bounds",
    'typo that drops "not"',
    "column argues against what it reports",
    "appeal full of stance verbs and dates",
    "just before and just after midnight",
    "ages, ranks and sums that differ",
    "quotation altered in one word that matters",
    "same words quoted from one speech by two outlets",
    "copied paragraph with light edits",
    "correction",
    "spokesperson contradicts the principal",
    "anonymous group whose number grows",
    "unit change",
    "translated quotation in two versions",
    "two people with one surname",
)


@dataclass(frozen=True, slots=True)
class Document:
    """One article of the story: ``date`` is its ISO date or None; documents of one ``family`` are one witness."""

    doc: str
    file: str
    outlet: str
    genre: str
    date: str | None
    date_basis: str
    family: str
    boilerplate: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One holder's telling of a proposition, in the smallest words that carry its stance (the story file's names)."""

    span: Span
    quote: str
    proposition: str
    holder: str
    chain: tuple[str, ...]
    stance: str
    said: str | None
    hedge_cue: str | None


@dataclass(frozen=True, slots=True)
class Proposition:
    """One question of the story and every statement, in all articles, that bears on it."""

    id: str
    text: str
    kind: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One side of a conflict: the ``value`` in neutral words, who holds it, and where it stands."""

    span: Span
    value: str
    holder: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Values that cannot all hold (hard), that differ in degree (soft), or that only seem to (variant_not_conflict)."""

    id: str
    kind: str
    severity: str
    proposition: str | None
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A holder's stance at one date, and where it stands."""

    span: Span
    stance: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Shift:
    """A holder whose stance on one topic (a proposition's id) changed."""

    id: str
    holder: str
    topic: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that stands in several articles: ``copy`` or ``shared quotation``; ``altered`` where it was edited."""

    id: str
    kind: str
    altered: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Omission:
    """An article that is silent on a proposition which at least two other families report."""

    file: str
    proposition: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One thing under names that carry a view."""

    concept: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Trap:
    """A known difficulty, and where it stands."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Said:
    """A gold attribution. ``implied`` says who the source is where no words name it; ``within`` is an id."""

    id: str
    file: str
    source: Span | None
    implied: str | None
    cue: Span | None
    contents: tuple[Span, ...]
    kind: str
    stance: str
    holder: str
    within: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """One story with its gold. ``texts`` holds the text of each article by file name."""

    story: str
    kind: str
    texts: Mapping[str, str]
    documents: tuple[Document, ...]
    propositions: tuple[Proposition, ...]
    clashes: tuple[Clash, ...]
    shifts: tuple[Shift, ...]
    copies: tuple[Copy, ...]
    omissions: tuple[Omission, ...]
    wording: tuple[Wording, ...]
    traps: tuple[Trap, ...]
    said: tuple[Said, ...]
    times: tuple[Timex, ...]


def stories(split: str | None = None, root: Path = GOLD) -> list[Path]:
    """Give the folders of the benchmark's stories, in order: those of ``split`` (dev or test), or all."""
    return sorted(path.parent for path in root.glob(f"{split or '*'}/*/gold.json"))


def load(folder: Path, name: str = "gold.json") -> Account:
    """Read one story of the benchmark, its articles and its gold.

    Raises ``StoryError`` where the file is missing, is not JSON, or lacks a part.
    """
    path = folder / name
    try:
        return account(json.loads(path.read_text(encoding="utf-8")), texts(folder))
    except FileNotFoundError as error:
        raise StoryError(str(path), "there is no such file", "make it with `python -m rashomon.evals build`") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoryError(str(path), f"it is not gold: {error!r}", "build it again from its annotations") from error


def account(gold: Mapping[str, Any], articles: Mapping[str, str]) -> Account:
    """Give the gold of one story (the object of a ``gold.json``) over its ``articles`` as frozen values."""
    return Account(
        story=gold.get("story", ""),
        kind=gold.get("kind", ""),
        texts=articles,
        documents=tuple(map(_document, gold["documents"])),
        propositions=tuple(map(_proposition, gold["propositions"])),
        clashes=tuple(map(_clash, gold.get("conflicts", ()))),
        shifts=tuple(map(_shift, gold.get("position_changes", ()))),
        copies=tuple(
            Copy(c["id"], c["kind"], bool(c.get("altered")), _spans(c["spans"])) for c in gold.get("copies", ())
        ),
        omissions=tuple(Omission(_file(o), o["proposition"]) for o in gold.get("omissions", ())),
        wording=tuple(Wording(w["concept"], _spans(w["variants"])) for w in gold.get("word_choice", ())),
        traps=tuple(Trap(t["trap"], _span(t)) for t in gold.get("traps", ())),
        said=tuple(map(_said, gold.get("attributions", ()))),
        times=tuple(Timex(_span(t), t["type"], t["value"]) for t in gold.get("times", ())),
    )


def _file(item: Mapping[str, Any]) -> str:
    return Path(item["file"]).name


def _span(item: Mapping[str, Any], file: str | None = None) -> Span:
    return Span(file or _file(item), item["start"], item["end"])


def _spans(items: Sequence[Mapping[str, Any]], file: str | None = None) -> tuple[Span, ...]:
    return tuple(_span(item, file) for item in items)


def _document(item: Mapping[str, Any]) -> Document:
    date = item.get("date") or {}
    return Document(
        doc=item["doc"],
        file=_file(item),
        outlet=item.get("outlet") or "",
        genre=item.get("genre") or "",
        date=date.get("value"),
        date_basis=date.get("basis") or "unknown",
        family=item.get("family") or item["doc"],
        boilerplate=_spans(item.get("boilerplate", ()), _file(item)),
    )


def _proposition(item: Mapping[str, Any]) -> Proposition:
    return Proposition(
        id=item["id"],
        text=item["proposition"],
        kind=item.get("kind", ""),
        statements=tuple(
            Statement(
                span=_span(s),
                quote=s.get("quote", ""),
                proposition=item["id"],
                holder=s["holder"],
                chain=tuple(s.get("source_chain", ())),
                stance=STANCES.get(s["stance"], s["stance"]),
                said=s.get("attributed_date"),
                hedge_cue=s.get("hedge_cue"),
            )
            for s in item["statements"]
        ),
    )


def _clash(item: Mapping[str, Any]) -> Clash:
    values = tuple(Value(_span(v), str(v["value"]), v.get("holder") or "") for v in item["values"])
    return Clash(item["id"], item.get("kind", "other"), item["severity"], item.get("proposition"), values)


def _shift(item: Mapping[str, Any]) -> Shift:
    steps = tuple(Step(_span(s), STANCES.get(s["stance"], s["stance"]), s.get("date")) for s in item["steps"])
    return Shift(item["id"], item["holder"], item.get("topic", ""), steps)


def _said(item: Mapping[str, Any]) -> Said:
    file = _file(item)
    return Said(
        id=item["id"],
        file=file,
        source=_span(item["source"], file) if item.get("source") else None,
        implied=item.get("implied_source"),
        cue=_span(item["cue"], file) if item.get("cue") else None,
        contents=_spans(item["contents"], file),
        kind=item["kind"],
        stance=item["stance"],
        holder=item["holder"],
        within=item.get("within"),
    )
