"""The proof of a story file: every span stands in its text, and every id leads somewhere."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from rashomon.errors import SpanMismatch, StoryError
from rashomon.present.story_file.export import FORMAT

__all__ = ["schema", "verify"]

_WITH_IDS = ("articles", "entities", "attributions", "claims", "propositions", "conflicts", "alignments")

_REFERENCES = (
    ("families[][]", "articles"),
    ("entities[].stands_for", "entities"),
    ("attributions[].article", "articles"),
    ("attributions[].speaker", "entities"),
    ("attributions[].within", "attributions"),
    ("claims[].attribution", "attributions"),
    ("claims[].proposition", "propositions"),
    ("propositions[].claims[]", "claims"),
    ("propositions[].links[].left", "claims"),
    ("propositions[].links[].right", "claims"),
    ("propositions[].origins[].claims[]", "claims"),
    ("conflicts[].proposition", "propositions"),
    ("conflicts[].sides[].claims[]", "claims"),
    ("positions[].proposition", "propositions"),
    ("positions[].claim", "claims"),
    ("shifts[].proposition", "propositions"),
    ("shifts[].steps[].proposition", "propositions"),
    ("shifts[].steps[].claim", "claims"),
    ("alignments[].direction.origin", "articles"),
    ("omissions[].article", "articles"),
    ("omissions[].proposition", "propositions"),
    ("omissions[].reported_by[]", "articles"),
    ("timeline[].claims[]", "claims"),
    ("timeline[].disputed", "conflicts"),
    ("voices[].article", "articles"),
    ("judged[].judgement.undoes", "judged"),
)
"""Where an id stands that must lead to one of a kind; null leads nowhere."""


@cache
def schema() -> Mapping[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the story file."""
    text = files("rashomon.data").joinpath("story.schema.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def verify(story: Any, name: str = "story file") -> int:
    """Read every span of a story file again, and give their number.

    Checked in this order: the schema; every span against the text of its article; that blocks stand in order; that
    every id is there once and every id referred to is there; that a proposition's claims, links and origins, a shift's
    steps, a passage's direction and the families agree with one another; that ``within`` is a tree; the texts' sha256.
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


@cache
def _expanded() -> Mapping[str, Any]:
    """Give the schema with each definition in the places that refer to it, which halves the time it takes."""

    def expand(part: Any) -> Any:
        if isinstance(part, list):
            return [expand(one) for one in part]
        if not isinstance(part, dict):
            return part
        definition = schema()["$defs"][part["$ref"].rpartition("/")[2]] if "$ref" in part else {}
        return {key: expand(one) for key, one in {**definition, **part}.items() if key not in {"$ref", "$defs"}}

    return expand(schema())  # type: ignore[no-any-return]


def _schema_holds(story: Any, name: str) -> None:
    from jsonschema import Draft202012Validator

    fault = next(Draft202012Validator(_expanded()).iter_errors(story), None)
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
    yield from _proposition_faults(story)
    yield from _other_faults(story)
    yield from _tree_faults(story["attributions"])
    for number, article in enumerate(story["articles"]):
        found = hashlib.sha256(article["text"].encode("utf-8", "surrogatepass")).hexdigest()
        if found != article["sha256"]:
            yield f"articles[{number}].sha256", f"the text's sha256 is {found}"


def _block_faults(article: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for kind in ("blocks", "body"):
        reached = 0
        for number, block in enumerate(article[kind]):
            if not reached <= block["start"] <= block["end"] <= len(article["text"]):
                yield f"{kind}[{number}]", f"{block['start']}:{block['end']} is out of order or outside the text"
            reached = block["end"]


def _id_faults(story: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    known: dict[str, set[str]] = {}
    for kind in _WITH_IDS:
        seen = known.setdefault(kind, set())
        for number, one in enumerate(story[kind]):
            if one["id"] in seen:
                yield f"{kind}[{number}].id", f"the id {one['id']!r} is there twice"
            seen.add(one["id"])
    known["judged"] = {one["judgement"]["id"] for one in story["judged"]}
    for path, target in _REFERENCES:
        for place, one in _at(story, path):
            if one is not None and one not in known[target]:
                yield place, f"the id {one!r} is not among the {target}"


def _at(value: Any, path: str, place: str = "") -> Iterator[tuple[str, Any]]:
    """Give each value that ``path`` leads to ("shifts[].steps[].claim"), with its place; where null is, it ends.

    >>> list(_at({"a": [{"b": 1}, {"b": 2}]}, "a[].b"))
    [('a[0].b', 1), ('a[1].b', 2)]
    """
    if not path or value is None:
        yield place, value
    elif path.startswith("[]"):
        for number, inner in enumerate(value):
            yield from _at(inner, path[2:], f"{place}[{number}]")
    else:
        key = path.lstrip(".").partition("[")[0].partition(".")[0]
        rest = path.lstrip(".")[len(key) :]
        yield from _at(value[key], rest, f"{place}.{key}" if place else key)


def _proposition_faults(story: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    held: dict[str, set[str]] = {one["id"]: set() for one in story["propositions"]}
    for claim in story["claims"]:
        if claim["proposition"] is not None:
            held[claim["proposition"]].add(claim["id"])
    for number, one in enumerate(story["propositions"]):
        own = held[one["id"]]
        if set(one["claims"]) != own:
            yield f"propositions[{number}].claims", "its claims are not those that name it"
        for at, link in enumerate(one["links"]):
            if not {link["left"], link["right"]} <= own:
                yield f"propositions[{number}].links[{at}]", "it ties a claim that is not the proposition's"
        for at, origin in enumerate(one["origins"]):
            if not set(origin["claims"]) <= own:
                yield f"propositions[{number}].origins[{at}].claims", "a claim is not the proposition's"
    for number, one in enumerate(story["positions"]):
        if one["claim"] not in held[one["proposition"]]:
            yield f"positions[{number}].claim", "it is not the proposition's"


def _other_faults(story: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(story["shifts"]):
        for at, step in enumerate(one["steps"]):
            if (step["holder"], step["proposition"]) != (one["holder"], one["proposition"]):
                yield f"shifts[{number}].steps[{at}]", "it is another holder's or another proposition's"
    for number, one in enumerate(story["alignments"]):
        if one["direction"] and one["direction"]["origin"] not in {span["article"] for span in one["spans"]}:
            yield f"alignments[{number}].direction", f"the passage is not in {one['direction']['origin']!r}"
    for number, one in enumerate(story["omissions"]):
        if one["article"] in one["reported_by"]:
            yield f"omissions[{number}].reported_by", "the article that leaves it out is among them"
        if one["nearest"] and one["nearest"]["article"] != one["article"]:
            yield f"omissions[{number}].nearest", "it stands in another article"
    counts = Counter(article for family in story["families"] for article in family)
    for article, count in counts.items():
        if count > 1:
            yield "families", f"the article {article!r} is in {count} of them"


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
