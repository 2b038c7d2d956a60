"""The time expressions on MEANTIME: how many are found, and how many of those with the right value.

MEANTIME (Minard et al. 2016, CC BY 4.0) stands in shared/evals/times. Expressions are paired one to one by overlap,
the longest first (TempEval-3's relaxed match). Its times are annotated in the headline, the date line and the four
sentences after them only, so F1 counts what stands there. A value counts as right where it is the gold's, the mark of
Greenwich time aside. The document date is the one given with it, and the one the reader finds where none is given.

``python -m rashomon.evals.times`` prints the figures, ``--errors`` what went wrong as well.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.analyse import times
from rashomon.analyse.language import Prose, parse
from rashomon.evals.places import Absent, shared
from rashomon.model import Article, Block, Fact, Options, Span, Timex

__all__ = ["Pairing", "figures", "pairings"]

_SENTENCES = 6
"""Headline, date line and four sentences: MEANTIME's annotators marked no times beyond (read off the data)."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One document's gold times, ours within the annotated part, and the pairs (places in the two)."""

    text: str
    gold: tuple[Timex, ...]
    ours: tuple[Timex, ...]
    pairs: tuple[tuple[int, int], ...]


def figures(data: Path) -> dict[str, float]:
    """Give the figures on the times of MEANTIME under ``data``. Raises ``Absent`` where they are not there."""
    return _figures(pairings(data)) | _document_dates(_documents(data))


def pairings(data: Path) -> list[Pairing]:
    """Give what was found in each document beside its gold. Raises ``Absent`` where the data is not there."""
    documents = _documents(data)
    read = parse(((_article(one), _blocks(one)) for one in documents), Options().model)
    return [_pairing(one, prose) for one, prose in zip(documents, read, strict=True)]


def _documents(data: Path) -> list[dict[str, Any]]:
    file = data / "times" / "meantime.jsonl.gz"
    if not file.is_file():
        raise Absent(f"MEANTIME's times are not in {file.parent}")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _article(document: Mapping[str, Any]) -> Article:
    """The document with its date; nothing else is read off its text."""
    date = _given(document) or _found(document)
    return Article(document["id"], document["id"], document["text"], "", published=Fact(date, "given"))


def _given(document: Mapping[str, Any]) -> str | None:
    date: str | None = document["document_date"]
    if date and (match := re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", date)):  # one of them stands the other way round
        return f"{match[3]}-{match[2]}-{match[1]}"
    return date


def _found(document: Mapping[str, Any]) -> str | None:
    """The date that the reader finds in the text."""
    from rashomon import read

    return read.article(document["text"], f"{document['id']}.txt").published.value


def _blocks(document: Mapping[str, Any]) -> list[Block]:
    """All of the text is taken for the report, so that only the tagger is measured."""
    parts = re.finditer(r"\S(?:.|\n(?!\s*\n))*", document["text"])
    return [
        Block(Span(document["id"], part.start(), part.end()), "headline" if part.start() == 0 else "body")
        for part in parts
    ]


def _pairing(document: Mapping[str, Any], prose: Prose) -> Pairing:
    name = document["id"]
    gold = tuple(
        Timex(Span(name, one["start"], one["end"]), one["type"], one["value"])
        for one in sorted(document["times"], key=lambda one: int(one["start"]))
    )
    ends = [p.start + sentence.end_char for p in prose.paragraphs for sentence in p.doc.sents]
    annotated = max([*ends[:_SENTENCES][-1:], *(one.span.end for one in gold)])
    ours = tuple(one for one in times.find(prose) if one.span.start < annotated)
    ranked = sorted((-_shared(g.span, o.span), i, j) for i, g in enumerate(gold) for j, o in enumerate(ours))
    pairs: dict[int, int] = {}
    for shared_length, i, j in ranked:
        if shared_length < 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return Pairing(document["text"], gold, ours, tuple(sorted(pairs.items())))


def _shared(left: Span, right: Span) -> int:
    return max(0, min(left.end, right.end) - max(left.start, right.start))


def _value(time: Timex) -> str | None:
    return time.value and re.sub(r"(T\d\d:\d\d)Z$", r"\1", time.value)


def _figures(found: Sequence[Pairing]) -> dict[str, float]:
    count: Counter[str] = Counter()
    for one in found:
        for kind, chosen in (("", {"DATE", "TIME"}), ("duration_", {"DURATION"}), ("set_", {"SET"})):
            gold = {i for i, time in enumerate(one.gold) if time.type in chosen}
            pairs = [pair for pair in one.pairs if pair[0] in gold]
            count[kind + "gold"] += len(gold)
            count[kind + "ours"] += sum(time.type in chosen for time in one.ours)
            count[kind + "found"] += len(pairs)
            count[kind + "right"] += sum(_value(one.gold[i]) == _value(one.ours[j]) for i, j in pairs)
    result: dict[str, float] = {"times": count["gold"]}
    for kind in ("", "duration_", "set_"):
        total, right = count[kind + "gold"] + count[kind + "ours"], count[kind + "right"]
        result[kind + "recall"] = count[kind + "found"] / (count[kind + "gold"] or 1)
        result[kind + "value_right"] = right / (count[kind + "found"] or 1)
        result[kind + "value_F1"] = 2 * right / (total or 1)
    return result


def _document_dates(documents: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """How often the reader finds the document's date in its text, of those whose date is given."""
    dated = [one for one in documents if _given(one)]
    return {"document_date": sum(_found(one) == _given(one) for one in dated) / (len(dated) or 1)}


def _errors(found: Sequence[Pairing]) -> Iterator[str]:
    for one in found:
        paired = dict(one.pairs)
        for i, gold in enumerate(one.gold):
            ours = one.ours[paired[i]] if i in paired else None
            if ours is None:
                yield f"missed  {gold.type} {gold.value}: {_shown(one.text, gold.span)}"
            elif _value(ours) != _value(gold):
                shown = _shown(one.text, ours.span)
                yield f"value   {gold.type} {gold.value}, not {ours.value}: {shown} ({ours.basis})"
        for j, ours in enumerate(one.ours):
            if j not in paired.values():
                yield f"extra   {ours.type} {ours.value}: {_shown(one.text, ours.span)}"


def _shown(text: str, span: Span) -> str:
    left, right = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 40]
    return repr(f"{left}[{text[span.start : span.end]}]{right}")


if __name__ == "__main__":
    if "--errors" in sys.argv:
        print(*_errors(pairings(shared())), sep="\n")
    for figure, number in figures(shared()).items():
        print(f"{figure:<22} {number:.3f}")
