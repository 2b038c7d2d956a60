"""The engine on PolNeAR and on the probes: F1 times 100 as ``score_quotes.py`` gives it, and probes right.

PolNeAR (Newell, Margolin and Ruths 2018) and its scorer stand in shared/evals/attribution and are used as they are.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rashomon.evals.align import mapper
from rashomon.evals.places import Absent
from rashomon.model import Attribution, Options, Span

__all__ = ["attributions", "figures", "predictions", "probe", "probes"]

_STANCES = {
    "assert": "asserts",
    "confirm": "asserts",
    "deny": "denies",
    "refuse": "declines",
    "hedge": "hedges",
    "not-denied": "hedges",
}
"""The stances of the probes, and what the story file calls them."""


def attributions(text: str, name: str = "article.txt") -> list[Attribution]:
    """Give the engine's attributions of one article read by itself, with offsets into ``text``."""
    from rashomon import read, story  # type: ignore[attr-defined,unused-ignore]

    article = read.article(text.encode("utf-8"), name)
    found = story.reconcile([article], Options())
    move = mapper(article.text, text)

    def span(one: Span | None) -> Span | None:
        return one and Span(name, *move(one.start, one.end))

    return [_moved(one, span) for analysis in found.analyses for one in analysis.attributions]


def _moved(one: Attribution, span: Any) -> Attribution:
    return replace(
        one,
        source=span(one.source),
        speaker_ref=span(one.speaker_ref),
        cue=span(one.cue),
        contents=tuple(map(span, one.contents)),
    )


def predictions(documents: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield a line for ``score_quotes.py`` for each document ({"id", "text"}): sources, cues and contents."""
    for document in documents:
        found = attributions(document["text"], f"{document['id']}.txt")
        yield {"id": document["id"], "preds": [_roles(one) for one in found]}


def _roles(one: Attribution) -> dict[str, list[tuple[int, int]]]:
    def offsets(*spans: Span | None) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in spans if span]

    return {"source": offsets(one.source), "cue": offsets(one.cue), "content": offsets(*one.contents)}


def figures(data: Path, split: str = "dev") -> tuple[dict[str, float], list[dict[str, Any]]]:
    """Give the F1 of contents, with speaker, of speech and of marked passages (both with speaker), and the predictions.

    Raises ``Absent`` where PolNeAR is not under ``data``.
    """
    folder = data / "attribution"
    if not (folder / "polnear" / split).is_dir():
        raise Absent(f"PolNeAR {split} is not in {folder}")
    scorer = _module(folder / "score_quotes.py")
    documents = scorer.load(split)
    lines = list(predictions(documents))
    counts = [
        scorer.score_doc(one["text"], one["ars"], scorer.outermost(one["text"], line["preds"]))
        for one, line in zip(documents, lines, strict=True)
    ]
    report = scorer.report(sum(counts[1:], counts[0]))
    found = {
        "content": report["B/all/content"][2],
        "content_speaker": report["B/all/e2e"][2],
        "speech_content": report["B/speech/content"][2],
        "speech": report["B/speech/e2e"][2],
        "marked_content": report["B/marked/content"][2],
        "marked": report["B/marked/e2e"][2],
    }
    return found, lines


def _module(path: Path) -> Any:
    """Load a script that is no part of the package. It seeks its own neighbours, so its folder joins the path."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise Absent(f"{path} is not there")
    if str(path.parent) not in sys.path:
        sys.path.append(str(path.parent))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def probes(data: Path) -> tuple[dict[str, float], list[str]]:
    """Give how many probes are right on spans and speaker, and on stance too, and a line for each that is not.

    Raises ``Absent`` where probes.json is not under ``data``.
    """
    path = data / "attribution" / "probes.json"
    if not path.exists():
        raise Absent(f"{path} is not there")
    cases = json.loads(path.read_text(encoding="utf-8"))
    verdicts = [(case, *probe(case, attributions(case["text"], f"{case['name']}.txt"))) for case in cases]
    found: dict[str, float] = {
        "probes": len(cases),
        "probes_right": sum(spans for _, spans, _ in verdicts),
        "probes_stance_right": sum(spans and stance for _, spans, stance in verdicts),
    }
    wrong = [
        f"{case['name']}: {'stance' if spans else 'spans or speaker'}"
        for case, spans, stance in verdicts
        if not (spans and stance)
    ]
    return found, wrong


def probe(case: Mapping[str, Any], found: Sequence[Attribution]) -> tuple[bool, bool]:
    """Say of one probe whether all it expects is found with the very spans, and whether the stances are right too.

    Spans are compared without the punctuation and white space at their ends. Where nothing is expected nothing may be
    found; elsewhere more may be (a probe names the attributions that it is about). A narrator's "allegedly" that is
    kept apart as ``distance`` counts for the hedge that the probe asks for.
    """
    text, expected = case["text"], case["expected"]
    if not expected:
        return not found, True
    left = list(found)
    stances = []
    for wanted in expected:
        fits = [one for one in left if _key(text, one) == _wanted(text, wanted)]
        if not fits:
            return False, False
        stance = _STANCES[wanted["stance"]]
        best = max(fits, key=lambda one: one.stance == stance)
        left.remove(best)
        stances.append(best.stance == stance or (wanted["stance"] == "hedge" and best.distance is not None))
    return True, all(stances)


Key = tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]


def _key(text: str, one: Attribution) -> Key:
    source = one.source or one.speaker_ref
    return (
        frozenset([_bare(text, source.start, source.end)] if source else []),
        frozenset(_bare(text, span.start, span.end) for span in one.contents),
    )


def _wanted(text: str, wanted: Mapping[str, Any]) -> Key:
    source, content = (frozenset(_bare(text, *span) for span in wanted[role]) for role in ("source", "content"))
    return source, content


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
