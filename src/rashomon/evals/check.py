"""Is the gold of a story whole? Each check is a function that yields a sentence for every fault it finds."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rashomon.evals.accounts import OWN_VOICE, Account, account
from rashomon.evals.annotations import build, texts
from rashomon.evals.places import SCHEMA
from rashomon.model import Span

__all__ = ["check", "notes", "shared_runs"]

Gold = Mapping[str, Any]

RUN = 8
"""Words in a row that two articles cannot share by chance. Eight is the usual bound in text-reuse work; a run of names,
titles and figures that any two reports of one event share ends below it."""

_DATE = (
    r"(?:\d{2,4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W(?:\d\d|XX)(?:-(?:\d|X|WE))?"
    r"|-Q[1-4X]|-H[12X]|-(?:SP|SU|FA|WI))?"
)
_TIME = r"T(?:\d\d(?::\d\d(?::\d\d)?)?|XX(?::\d\d)?|MO|MI|AF|EV|NI|DT)"
_LENGTH = r"P(?=[\dXT])(?:[\dX.]+(?:DE|CE|[YQMWD]))*(?:T(?:[\dX.]+[HMS])+)?"
_TIMEX = {
    "DATE": re.compile(rf"{_DATE}|(?:PRESENT|PAST|FUTURE)_REF"),
    "TIME": re.compile(rf"(?:{_DATE})?{_TIME}|(?:PRESENT|PAST|FUTURE)_REF"),
    "DURATION": re.compile(_LENGTH),
    "SET": re.compile(rf"{_LENGTH}|{_DATE}(?:{_TIME})?|{_TIME}"),
}
"""The forms that TIMEX3 gives values of each type."""


def check(folders: Sequence[Path]) -> list[str]:
    """Give every fault of the stories in ``folders``, one sentence each, beginning with the story's folder."""
    wrong: list[str] = []
    whole: dict[str, Account] = {}
    for folder in folders:
        for name, source in (("gold.json", "annotations"), ("gold-b.json", "annotations-b")):
            if name == "gold.json" or (folder / source).is_dir():
                faults, story = _check(folder, name, source)
                wrong += [f"{folder.name}: {'' if name == 'gold.json' else name + ' '}{fault}" for fault in faults]
                if story and name == "gold.json":
                    whole[folder.name] = story
    return wrong + [f"{left.split('/')[0]}: {fault}" for left, fault in shared_runs(whole)]


def _check(folder: Path, name: str, source: str) -> tuple[list[str], Account | None]:
    try:
        gold = json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return [f"{name} cannot be read ({error}); build it"], None
    wrong = list(_schema(gold))
    if wrong:
        return wrong, None
    rebuilt, problems = build(folder, source)
    if problems or rebuilt != gold:
        wrong.append(f"{name} is not what its annotations give; build it again")
    story = account(gold, texts(folder))
    wrong += [fault for one in _CHECKS for fault in one(gold, story)]
    return wrong, story


def _schema(gold: Gold) -> Iterator[str]:
    from jsonschema import Draft202012Validator

    rules = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for error in rules.iter_errors(gold):
        at = "/".join(_step(gold, list(error.absolute_path)[: n + 1]) for n in range(len(error.absolute_path)))
        yield f"{at}: {error.message[:200]}"


def _step(gold: Any, path: Sequence[str | int]) -> str:
    """Name one step of a path by the id of what stands there, where it has one."""
    for key in path:
        gold = gold[key]
    if isinstance(gold, dict) and isinstance(path[-1], int):
        return str(gold.get("id") or gold.get("doc") or path[-1])
    return str(path[-1])


def _quotes(gold: Gold, story: Account) -> Iterator[str]:
    """Every quote is what stands at its offsets."""
    for place, item, file in _placed(gold):
        text = story.texts.get(Path(file).name)
        if text is None:
            yield f"{place}: there is no article {file!r}"
        elif text[item["start"] : item["end"]] != item["quote"]:
            yield f"{place}: its quote {item['quote'][:60]!r} is not what stands at {item['start']}:{item['end']}"


def _placed(item: Any, place: str = "gold", file: str = "") -> Iterator[tuple[str, Gold, str]]:
    """Yield each span anywhere in ``item``, with where it was met and its file."""
    if isinstance(item, dict):
        file = item.get("file", file)
        place = f"{place} {item.get('id') or item.get('doc') or ''}".rstrip()
        if "start" in item:
            yield place, item, file
    inner = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
    for key, value in inner:
        yield from _placed(value, place if isinstance(key, int) else f"{place} {key}", file)


def _ids(gold: Gold, story: Account) -> Iterator[str]:
    """Ids are given once, and every one that is pointed at is there."""
    for part in ("documents", "propositions", "conflicts", "position_changes", "copies", "attributions"):
        key = "doc" if part == "documents" else "id"
        for name, count in Counter(item[key] for item in gold[part]).items():
            if count > 1:
                yield f"{part}: the id {name!r} is given {count} times"
    propositions = {item["id"] for item in gold["propositions"]}
    files = {item["doc"]: item["file"] for item in gold["documents"]}
    for part, key in (("conflicts", "proposition"), ("omissions", "proposition"), ("position_changes", "topic")):
        for item in gold[part]:
            if item[key] is not None and item[key] not in propositions:
                yield f"{part} {item.get('id', '')}: there is no proposition {item[key]!r}"
    for part, inner in (("propositions", "statements"), ("conflicts", "values"), ("position_changes", "steps")):
        for item in gold[part]:
            for one in item[inner]:
                if files.get(one["doc"]) != one["file"]:
                    yield f"{part} {item['id']}: {one['doc']!r} is not the document of {one['file']}"
    for item in gold["copies"]:
        if {files.get(doc) for doc in item["docs"]} != {span["file"] for span in item["spans"]}:
            yield f"copies {item['id']}: its docs are not those of its spans"
    yield from (f"documents: there is no article {file!r}" for file in files.values() if file not in story.texts)
    yield from (f"{file}: it is not among the documents" for file in story.texts if file not in files.values())


def _nesting(gold: Gold, story: Account) -> Iterator[str]:
    """``within`` is a tree in each article, and what is within stands in the content of what it is within."""
    known = {one.id: one for one in story.said}
    for one in story.said:
        outer = known.get(one.within or "")
        if one.within and (outer is None or outer.file != one.file):
            yield f"{one.id}: within names {one.within!r}, which is no attribution of {one.file}"
        elif outer and not _meets(one.contents, outer.contents):
            yield f"{one.id}: its content does not stand in the content of {outer.id}, which it is within"
        seen, up = {one.id}, outer
        while up and up.id not in seen:
            seen.add(up.id)
            up = known.get(up.within or "")
        if up:
            yield f"{one.id}: within runs in a circle"


def _meets(left: Sequence[Span], right: Sequence[Span]) -> bool:
    return any(a.article == b.article and a.start < b.end and b.start < a.end for a in left for b in right)


def _chains(gold: Gold, story: Account) -> Iterator[str]:
    """A chain starts with the outlet and ends with the holder; the outlet's own voice has the outlet alone."""
    outlets = {one.file: one.outlet for one in story.documents}
    for proposition in story.propositions:
        for one in proposition.statements:
            where = f"{proposition.id} {one.span.article} {one.quote[:40]!r}"
            if one.chain[0] != outlets.get(one.span.article):
                yield f"{where}: its chain starts with {one.chain[0]!r}, not with its outlet"
            if one.holder in OWN_VOICE:
                if len(one.chain) > 1:
                    yield f"{where}: the outlet's own voice has the outlet alone for a chain"
            elif one.chain[-1] != one.holder:
                yield f"{where}: its chain ends with {one.chain[-1]!r}, not with its holder {one.holder!r}"


def _times(gold: Gold, story: Account) -> Iterator[str]:
    """The value of a time has the form that its type asks for."""
    for one in story.times:
        if one.value is not None and not _TIMEX[one.type].fullmatch(one.value):
            text = story.texts[one.span.article][one.span.start : one.span.end]
            yield f"{one.span.article} time {text!r}: {one.value!r} is no value of a {one.type}"


def _boilerplate(gold: Gold, story: Account) -> Iterator[str]:
    """Nothing is stated, said or dated in what is not the report's own."""
    boiler = [span for one in story.documents for span in one.boilerplate]
    for proposition in story.propositions:
        for one in proposition.statements:
            if _meets([one.span], boiler):
                yield f"{proposition.id} {one.quote[:40]!r}: a statement stands in boilerplate"
    yield from (f"{one.id}: an attribution stands in boilerplate" for one in story.said if _meets(one.contents, boiler))
    for time in story.times:
        if _meets([time.span], boiler):
            yield f"{time.span.article} {time.span.start}: a time stands in boilerplate"


def _omissions(gold: Gold, story: Account) -> Iterator[str]:
    """Who omits a thing does not state it, and two other families do."""
    family = {one.file: one.family for one in story.documents}
    by = {one.id: {statement.span.article for statement in one.statements} for one in story.propositions}
    for one in story.omissions:
        tellers = by.get(one.proposition, set())
        if one.file in tellers:
            yield f"omission {one.proposition} {one.file}: the article has a statement of it"
        if len({family[file] for file in tellers if file in family} - {family.get(one.file)}) < 2:
            yield f"omission {one.proposition} {one.file}: fewer than two other families report it"


def _copies(gold: Gold, story: Account) -> Iterator[str]:
    """A copy is a passage of eight words or more."""
    for one in story.copies:
        for span in one.spans:
            if len(_words(story.texts.get(span.article, "")[span.start : span.end])) < RUN:
                yield f"copies {one.id}: its span in {span.article} has fewer than {RUN} words"


_CHECKS: tuple[Callable[[Gold, Account], Iterator[str]], ...] = (
    _quotes,
    _ids,
    _nesting,
    _chains,
    _times,
    _boilerplate,
    _omissions,
    _copies,
)


def _words(text: str) -> list[tuple[str, int, int]]:
    """Give the words of ``text`` in small letters, apostrophes dropped, with their offsets."""
    found = re.finditer(r"\w+(?:['’]\w+)*", text)
    return [(re.sub(r"['’]", "", match[0]).lower(), match.start(), match.end()) for match in found]


def shared_runs(whole: Mapping[str, Account]) -> list[tuple[str, str]]:
    """Give each run of eight words that stands in two articles, of one story or of two, without gold that says why.

    Words inside boilerplate, or inside a copy that names both articles, end a run. Each fault comes with its place
    (``story/file``).
    """
    seen: dict[tuple[str, ...], list[tuple[str, int, int]]] = defaultdict(list)
    for name, story in whole.items():
        boiler = [span for one in story.documents for span in one.boilerplate]
        for file, text in story.texts.items():
            words = _words(text)
            closed = [_meets([Span(file, start, end)], boiler) for _, start, end in words]
            for first in range(len(words) - RUN + 1):
                run = words[first : first + RUN]
                if not any(closed[first : first + RUN]):
                    seen[tuple(word for word, _, _ in run)].append((f"{name}/{file}", run[0][1], run[-1][2]))
    return list(_unexplained(whole, seen))


def _unexplained(
    whole: Mapping[str, Account], seen: Mapping[tuple[str, ...], list[tuple[str, int, int]]]
) -> Iterator[tuple[str, str]]:
    told: dict[tuple[str, str], int] = {}  # where the last run told of a pair of articles ends
    for run, places in seen.items():
        for number, (left, start, end) in enumerate(places):
            for right, other, last in places[number + 1 :]:
                if left == right or _declared(whole, (left, start, end), (right, other, last)):
                    continue
                if told.get((left, right), -1) < start:
                    yield left, f"{left.split('/')[1]} and {right} share {' '.join(run)!r}; gold has no copy there"
                told[left, right] = end


def _declared(whole: Mapping[str, Account], left: tuple[str, int, int], right: tuple[str, int, int]) -> bool:
    (story, file), (other, twin) = left[0].split("/", 1), right[0].split("/", 1)
    if story != other:
        return False
    here, there = Span(file, *left[1:]), Span(twin, *right[1:])
    return any(_meets([here], one.spans) and _meets([there], one.spans) for one in whole[story].copies)


def notes(story: Account) -> Iterator[str]:
    """Yield where a story is out of the measures that the guidelines give it; no fault, but worth a look."""
    if not 4 <= len(story.documents) <= 6:
        yield f"{len(story.documents)} articles, not 4 to 6"
    for one in story.documents:
        text = story.texts.get(one.file, "")
        words = len(_words(text)) - sum(len(_words(text[span.start : span.end])) for span in one.boilerplate)
        if not 300 <= words <= 900:
            yield f"{one.file}: {words} words, not 300 to 900"
    if not 8 <= len(story.propositions) <= 16:
        yield f"{len(story.propositions)} propositions, not 8 to 16"
    if not any(one.severity == "variant_not_conflict" for one in story.clashes):
        yield "no conflict that must not fire"
    if not story.traps:
        yield "no trap is named"
