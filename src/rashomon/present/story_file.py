"""The story file, ``rashomon-story/1``: a Story as one JSON object, and the proof that every span of it stands.

A span is ``{"article", "start", "end", "text"}``: code points, half-open, with ``text`` equal to
``articles[article].text[start:end]``. What was not computed is absent. Everything is sorted by article id and offset,
so the same reports in any order give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from rashomon.errors import SpanMismatch, StoryError
from rashomon.model import (
    Alignment,
    Article,
    Attribution,
    Block,
    Claim,
    Entity,
    Fact,
    Link,
    Proposition,
    Span,
    Story,
    Timex,
    Value,
)
from rashomon.version import VERSION

__all__ = ["FORMAT", "dumps", "export", "loads", "schema", "verify"]

FORMAT = "rashomon-story/1"

_SURROGATE = re.compile("[\ud800-\udfff]")

Cut = Callable[[Span | None], dict[str, Any] | None]


@cache
def schema() -> Mapping[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the story file."""
    text = files("rashomon.data").joinpath("story.schema.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def export(story: Story) -> dict[str, Any]:
    """Give ``story`` as the values of the story file, ready for ``json.dumps``."""
    texts = {article.id: article.text for article in story.articles}

    def cut(span: Span | None) -> dict[str, Any] | None:
        if span is None:
            return None
        return {
            "article": span.article,
            "start": span.start,
            "end": span.end,
            "text": texts[span.article][span.start : span.end],
        }

    blocks = dict(zip(texts, story.blocks, strict=False))
    times = sorted(time for analysis in story.analyses for time in analysis.times)
    attributions = sorted((one for analysis in story.analyses for one in analysis.attributions), key=_place)
    claims = sorted((one for analysis in story.analyses for one in analysis.claims), key=lambda one: (one.span, one.id))
    articles = sorted(story.articles, key=lambda article: article.id)
    return {
        "format": FORMAT,
        "version": VERSION,
        "articles": [_article(article, blocks.get(article.id, ()), cut) for article in articles],
        "entities": [_entity(entity, cut) for entity in sorted(story.entities, key=lambda entity: entity.id)],
        "times": [_time(time, cut) for time in times],
        "attributions": [_attribution(attribution, cut) for attribution in attributions],
        "claims": [_claim(claim, cut) for claim in claims],
        "propositions": [_proposition(one, cut) for one in sorted(story.propositions, key=lambda one: one.id)],
        "alignments": [_alignment(one, cut) for one in sorted(story.alignments, key=lambda one: one.id)],
    }


def dumps(story: Story) -> str:
    """Give the story file of ``story`` as text, with a line end at its end; write it as UTF-8."""
    text = json.dumps(export(story), ensure_ascii=False, indent=1) + "\n"
    # half of a surrogate pair, which JSON input may hold, has no UTF-8: it goes back to the escape it came as
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def loads(data: bytes, name: str) -> Any:
    """Give the JSON value in ``data``, the content of the file ``name``.

    Raises ``StoryError`` where it is no JSON.
    """
    try:
        return json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise StoryError(name, f"it is not a story file: {error}", "give a file written with --json or -o") from error


def verify(story: Any, name: str = "story file") -> int:
    """Read every span of a story file again, and give their number.

    Checked in this order: the schema; every span against the text of its article; that blocks stand in order; that
    every id is there once and every id referred to is there; that ``within`` is a tree; the texts' sha256.
    Raises ``SpanMismatch`` or ``StoryError`` on the first fault; it names ``name`` and the place in the file.
    """
    _schema_holds(story, name)
    texts = {article["id"]: article["text"] for article in story["articles"]}
    count = 0
    for place, span in _spans(story, ""):
        _stands(span, texts, f"{name}: {place}")
        count += 1
    for place, cause in _faults(story):
        raise StoryError(f"{name}: {place}", cause, "write the story file again from the reports")
    return count


def _place(one: Attribution) -> tuple[Span, str]:
    spans = [*one.contents, *(span for span in (one.source, one.cue) if span)]
    return min(spans, default=Span(one.article, 0, 0)), one.id


def _article(article: Article, blocks: Sequence[Block], cut: Cut) -> dict[str, Any]:
    return {
        "id": article.id,
        "name": article.name,
        "outlet": article.outlet.value,
        "title": article.title.value,
        "authors": [author.value for author in article.authors],
        "published": {"value": article.published.value, **_basis(article.published, cut)},
        "dateline": {"value": article.dateline.value, **_basis(article.dateline, cut)},
        "language": article.language.value,
        "genre": article.genre.value,
        "url": article.url,
        "text": article.text,
        "sha256": article.sha256,
        "blocks": [{"role": block.role, "start": block.span.start, "end": block.span.end} for block in blocks],
        "notes": list(article.notes),
        "basis": {
            "outlet": _basis(article.outlet, cut),
            "title": _basis(article.title, cut),
            "authors": [_basis(author, cut) for author in article.authors],
            "language": _basis(article.language, cut),
            "genre": _basis(article.genre, cut),
        },
    }


def _basis(fact: Fact, cut: Cut) -> dict[str, Any]:
    return {"basis": fact.basis, "evidence": fact.evidence, "span": cut(fact.span)}


def _entity(entity: Entity, cut: Cut) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "variants": list(entity.variants),
        "roles": list(entity.roles),
        "mentions": _cuts(sorted(entity.mentions), cut),
        "stands_for": entity.stands_for,
    }


def _time(time: Timex, cut: Cut) -> dict[str, Any]:
    return {
        "span": cut(time.span),
        "type": time.type,
        "value": time.value,
        "earliest": time.earliest,
        "latest": time.latest,
        "basis": time.basis,
    }


def _attribution(one: Attribution, cut: Cut) -> dict[str, Any]:
    return {
        "id": one.id,
        "article": one.article,
        "kind": one.kind,
        "source": cut(one.source),
        "speaker": one.speaker,
        "speaker_ref": cut(one.speaker_ref),
        "confidence": round(one.confidence, 3),
        "anonymous": one.anonymous,
        "count": one.count,
        "principal": cut(one.principal),
        "cue": cut(one.cue),
        "contents": _cuts(one.contents, cut),
        "within": one.within,
        "stance": one.stance,
        "distance": cut(one.distance),
        "addressee": cut(one.addressee),
        "said": one.said,
        "said_basis": one.said_basis,
    }


def _claim(claim: Claim, cut: Cut) -> dict[str, Any]:
    return {
        "id": claim.id,
        "span": cut(claim.span),
        "attribution": claim.attribution,
        "holder": claim.holder,
        "stance": claim.stance,
        "chain": list(claim.chain),
        "said": claim.said,
        "event_time": claim.event_time,
        "quantities": _cuts(claim.quantities, cut),
        "slot": claim.slot,
        "value": _value(claim.value, cut),
        "proposition": claim.proposition,
    }


def _value(value: Value | None, cut: Cut) -> dict[str, Any] | None:
    if value is None:
        return None
    return {
        "text": value.text,
        "low": value.low,
        "high": value.high,
        "unit": value.unit,
        "span": cut(value.span),
    }


def _proposition(one: Proposition, cut: Cut) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": cut(one.title),
        "claims": list(one.claims),
        "slot": one.slot,
        "outlets": dict(one.outlets),
        "score": one.score,
        "links": [_link(link, cut) for link in one.links],
    }


def _link(link: Link, cut: Cut) -> dict[str, Any]:
    return {
        "left": link.left,
        "right": link.right,
        "status": link.status,
        "score": link.score,
        "evidence": [
            {
                "feature": found.feature,
                "score": found.score,
                "detail": found.detail,
                "left": cut(found.left),
                "right": cut(found.right),
            }
            for found in link.evidence
        ],
    }


def _alignment(one: Alignment, cut: Cut) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "spans": _cuts(one.spans, cut),
        "similarity": round(one.similarity, 3),
        "differences": [{"op": d.op, "left": cut(d.left), "right": cut(d.right)} for d in one.differences],
        "direction": {"origin": one.direction.origin, "basis": one.direction.basis} if one.direction else None,
    }


def _cuts(spans: Iterable[Span], cut: Cut) -> list[dict[str, Any] | None]:
    return [cut(span) for span in spans]


def _schema_holds(story: Any, name: str) -> None:
    from jsonschema import Draft202012Validator

    fault = next(Draft202012Validator(schema()).iter_errors(story), None)
    if fault is not None:
        place = fault.json_path.removeprefix("$").removeprefix(".")
        message = fault.message if len(fault.message) < 200 else f"{fault.message[:150]} … {fault.message[-40:]}"
        raise StoryError(f"{name}: {place}" if place else name, message, f"a story file is one {FORMAT} object")


def _spans(value: Any, place: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give every span at any depth of ``value``, with its place in the file."""
    if isinstance(value, dict):
        if value.keys() == {"article", "start", "end", "text"}:
            yield place, value
        else:
            for key, inner in value.items():
                yield from _spans(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _spans(inner, f"{place}[{number}]")


def _stands(span: Mapping[str, Any], texts: Mapping[str, str], where: str) -> None:
    article, start, end = span["article"], int(span["start"]), int(span["end"])
    if article not in texts:
        raise SpanMismatch(where, f"there is no article {article!r}", "write the story file again from the reports")
    if end > len(texts[article]) or texts[article][start:end] != span["text"]:
        found = texts[article][start:end]
        cause = f"the text at {start}:{end} of article {article} is {_short(found)}, not {_short(span['text'])}"
        raise SpanMismatch(where, cause, "write the story file again from the reports")


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:40]} … {text[-15:]}")


def _faults(story: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give what is wrong beside the spans: the place in the file, and the cause."""
    for number, article in enumerate(story["articles"]):
        yield from ((f"articles[{number}].{place}", cause) for place, cause in _block_faults(article))
    yield from _id_faults(story)
    yield from _tree_faults(story["attributions"])
    for number, article in enumerate(story["articles"]):
        found = hashlib.sha256(article["text"].encode("utf-8", "surrogatepass")).hexdigest()
        if found != article["sha256"]:
            yield f"articles[{number}].sha256", f"the text's sha256 is {found}"


def _block_faults(article: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    reached = 0
    for number, block in enumerate(article["blocks"]):
        if not reached <= block["start"] <= block["end"] <= len(article["text"]):
            yield f"blocks[{number}]", f"{block['start']}:{block['end']} is out of order or outside the text"
        reached = block["end"]


def _id_faults(story: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    kinds = ("articles", "entities", "attributions", "claims", "propositions", "alignments")
    known = {kind: [one["id"] for one in story[kind]] for kind in kinds}
    for kind, ids in known.items():
        seen: set[str] = set()
        for number, one in enumerate(ids):
            if one in seen:
                yield f"{kind}[{number}].id", f"the id {one!r} is there twice"
            seen.add(one)
    for kind, key, target in (
        ("entities", "stands_for", "entities"),
        ("attributions", "article", "articles"),
        ("attributions", "speaker", "entities"),
        ("attributions", "within", "attributions"),
        ("claims", "attribution", "attributions"),
        ("claims", "proposition", "propositions"),
    ):
        there = set(known[target])
        for number, one in enumerate(story[kind]):
            if one[key] is not None and one[key] not in there:
                yield f"{kind}[{number}].{key}", f"the id {one[key]!r} is not among the {target}"
    for number, one in enumerate(story["propositions"]):
        held = {claim["id"] for claim in story["claims"] if claim["proposition"] == one["id"]}
        if set(one["claims"]) != held:
            yield f"propositions[{number}].claims", "its claims are not those that name it"
        for at, link in enumerate(one["links"]):
            if not {link["left"], link["right"]} <= held:
                yield f"propositions[{number}].links[{at}]", "it ties a claim that is not the proposition's"
    for number, one in enumerate(story["alignments"]):
        if one["direction"] and one["direction"]["origin"] not in {span["article"] for span in one["spans"]}:
            yield f"alignments[{number}].direction", f"the passage is not in {one['direction']['origin']!r}"


def _tree_faults(attributions: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Give the attributions from which ``within`` leads into another article or round in a circle."""
    by_id = {one["id"]: one for one in attributions}
    for number, one in enumerate(attributions):
        path, outer = {one["id"]}, by_id.get(one["within"])
        while outer is not None:
            if outer["article"] != one["article"]:
                yield f"attributions[{number}].within", f"{outer['id']!r} stands in another article"
            if outer["id"] in path:
                yield f"attributions[{number}].within", "it leads round in a circle"
                break
            path.add(outer["id"])
            outer = by_id.get(outer["within"])
