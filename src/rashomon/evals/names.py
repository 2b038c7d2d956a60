"""The names of people and bodies on MEANTIME: how many are found, and how well they are told apart across articles.

MEANTIME (Minard et al. 2016, CC BY 4.0) stands in shared/evals/times: 120 articles in four topics of 30, with mentions
linked across articles. A gold mention counts as a name where every word of it has a capital, small words aside, and it
is no bare role; the annotators' own mark (NAM) is missing from half of them and given to whole descriptions. Measured:

- ``found``: our names against the gold's, by kind. Paired one to one, nearest first, where they end together or share
  half their length, a leading article aside. Only the annotated part counts (headline, date line, four sentences). The
  gold leaves out names inside other mentions and many bodies, so precision reads low; recall is the figure to watch.
- ``linked``: the engine's grouping of the gold's own mentions. An item is a name's words with its gold entity, once a
  topic (or once in the collection); two items are a pair where they name one entity; F1 of pairs. Beside it the same
  with rapidfuzz's token_set_ratio and single linkage, at whichever threshold does best on these very data.
- ``B3``: the same over all gold name mentions, each counted as often as it stands.
- ``whole``: the same items and mentions, grouped by the whole engine from the bare text. A gold mention takes the
  entity of the mention of ours it pairs with; one without stands alone.

``python -m rashomon.evals.names`` prints the figures, ``--errors`` the pairs that go wrong as well.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

from rashomon.analyse import coreference, entities
from rashomon.analyse.language import Prose, parse
from rashomon.compare.entities import same
from rashomon.data import lexicon
from rashomon.evals.places import Absent, shared
from rashomon.model import Analysis, Article, Block, EntityKind, Mention, Options, Span

__all__ = ["Name", "figures", "namelike", "pairwise"]

_KINDS: Mapping[str, EntityKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_TOPIC = 30
"""Articles in a topic; the file holds the four topics one after the other."""
_SENTENCES = 6
_SMALL = frozenset({"of", "the", "and", "for", "de", "van", "von", "in", "at", "s"})
_PRONOUNS = frozenset("he she it its they we i our his her their who which that this us you my".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Name:
    """A gold mention by name: where it stands, what kind of thing it names, and which one."""

    topic: int
    span: Span
    text: str
    kind: EntityKind
    entity: str


def figures(data: Path) -> dict[str, float]:
    """Give the figures on the names of MEANTIME under ``data``. Raises ``Absent`` where they are not there."""
    proses, gold = _read(data)
    ours = _ours(proses)
    result = _found(proses, ours, gold)
    for scope in ("topic", "all"):
        given = _grouped(proses, {p.article.id: _given(p, gold) for p in proses}, scope)
        whole = _grouped(proses, ours, scope)
        for kind in ("person", "organisation"):
            names = [name for name in gold if name.kind == kind]
            linked, paired = _labels(names, given), _labels(names, whole)
            result[f"linked_{kind}_{scope}"] = _f1(*pairwise(_items(names, linked, scope)))
            result[f"linked_{kind}_{scope}_fuzzy"] = _fuzzy(names, scope)
            result[f"B3_{kind}_{scope}"] = _b3(names, linked, scope)
            result[f"whole_{kind}_{scope}"] = _f1(*pairwise(_items(names, paired, scope)))
            result[f"whole_B3_{kind}_{scope}"] = _b3(names, paired, scope)
    return result


# The data ------------------------------------------------------------------------------------------------------------


def namelike(text: str) -> bool:
    """Tell whether a gold mention is by name: a capital on every word but small ones, and no bare role or pronoun.

    >>> [namelike(text) for text in ("the Orrin Gazette", "the paper", "He", "Orrin Council Leader")]
    [True, False, False, False]
    """
    words = re.findall(r"[\w.&'’-]+", re.sub(r"^(?:the|an?)\s+", "", text, flags=re.IGNORECASE))
    if not words or words[0].lower() in _PRONOUNS or not words[0][0].isupper() or "," in text:
        return False
    last = words[words.index("of") - 1 if "of" in words[1:] else -1].lower()
    if last in lexicon.roles() or (len(words) == 1 and last in lexicon.bodies()) or " and " in text:
        return False
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words)


@lru_cache(maxsize=1)
def _read(data: Path) -> tuple[tuple[Prose, ...], tuple[Name, ...]]:
    file = data / "times" / "meantime.jsonl.gz"
    if not file.is_file():
        raise Absent(f"MEANTIME is not in {file.parent}")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    reports = [(_article(one), _blocks(one)) for one in documents]
    gold = dict.fromkeys(name for number, one in enumerate(documents) for name in _names(one, number // _TOPIC))
    return tuple(parse(reports, Options().model)), tuple(gold)


def _article(document: Mapping[str, Any]) -> Article:
    digest = sha256(document["text"].encode()).hexdigest()
    return Article(document["id"], document["id"], document["text"], digest)


def _blocks(document: Mapping[str, Any]) -> list[Block]:
    parts = re.finditer(r"\S(?:.|\n(?!\s*\n))*", document["text"])
    return [
        Block(Span(document["id"], part.start(), part.end()), "body" if part.start() else "headline") for part in parts
    ]


def _names(document: Mapping[str, Any], topic: int) -> Iterator[Name]:
    for one in document["mentions"]:
        text = document["text"][one["start"] : one["end"]]
        kind = _KINDS.get(one["type"])
        if kind is not None and namelike(text):
            yield Name(topic, Span(document["id"], one["start"], one["end"]), text, kind, one["entity"])


# What the engine says ------------------------------------------------------------------------------------------------


def _ours(proses: Sequence[Prose]) -> dict[str, Analysis]:
    found = {}
    for prose in proses:
        mentions = entities.find(prose)
        found[prose.article.id] = Analysis(prose.article.id, mentions, coreference.resolve(prose, mentions))
    return found


def _given(prose: Prose, gold: Sequence[Name]) -> Analysis:
    name = prose.article.id
    return Analysis(name, tuple(Mention(one.span, one.kind) for one in gold if one.span.article == name))


def _grouped(proses: Sequence[Prose], analyses: Mapping[str, Analysis], scope: str) -> dict[Span, str]:
    """Group each story's mentions; a story is a topic, or the whole collection."""
    stories: defaultdict[int, list[Article]] = defaultdict(list)
    for number, prose in enumerate(proses):
        stories[number // _TOPIC if scope == "topic" else 0].append(prose.article)
    result: dict[Span, str] = {}
    for number, articles in stories.items():
        for entity in same(articles, [analyses[article.id] for article in articles]):
            result.update(dict.fromkeys(entity.mentions, f"{number} {entity.id}"))
    return result


def _labels(names: Sequence[Name], grouped: Mapping[Span, str]) -> dict[Name, str]:
    """Give each gold name the entity of the mention of ours it pairs with, or a label that nothing else has."""
    by_article: defaultdict[str, list[Span]] = defaultdict(list)
    for span in grouped:
        by_article[span.article].append(span)
    result = {}
    for name in names:
        near = max(by_article[name.span.article], key=lambda span: _near(name, span), default=None)
        paired = near is not None and _near(name, near) > 0
        result[name] = grouped[near] if near is not None and paired else f"alone {name.span}"
    return result


def _near(name: Name, span: Span) -> float:
    """Give how well ``span`` fits the gold name: 0 where it does not, else above 0, and 2 where it is the same."""
    start = name.span.start + len(re.match(r"(?:(?:the|an?)\s+)?", name.text, re.IGNORECASE)[0])  # type: ignore[index]
    common = min(name.span.end, span.end) - max(start, span.start)
    if common <= 0:
        return 0.0
    share = common / (max(name.span.end, span.end) - min(start, span.start))
    together = span.end == name.span.end
    return share + together if together or share >= 0.5 else 0.0


# Figures -------------------------------------------------------------------------------------------------------------


def _found(proses: Sequence[Prose], ours: Mapping[str, Analysis], gold: Sequence[Name]) -> dict[str, float]:
    count: Counter[tuple[str, str]] = Counter()
    for prose in proses:
        ends = [p.start + sentence.end_char for p in prose.paragraphs for sentence in p.doc.sents]
        annotated = ends[min(_SENTENCES, len(ends)) - 1]
        theirs = [name for name in gold if name.span.article == prose.article.id and name.span.start < annotated]
        mine = [m for m in ours[prose.article.id].mentions if m.form == "name" and m.span.start < annotated]
        ranked = sorted(
            (-_near(g, m.span), i, j) for i, g in enumerate(theirs) for j, m in enumerate(mine) if _near(g, m.span)
        )
        pairs: dict[int, int] = {}
        for _, i, j in ranked:
            if i not in pairs and j not in pairs.values():
                pairs[i] = j
        count.update(("gold", name.kind) for name in theirs)
        count.update(("ours", mention.kind) for mention in mine)
        count.update(("right", theirs[i].kind) for i, j in pairs.items() if theirs[i].kind == mine[j].kind)
    result = {}
    for kind in _KINDS.values():
        right, mine_, theirs_ = count["right", kind], count["ours", kind], count["gold", kind]
        result[f"found_{kind}_precision"] = right / (mine_ or 1)
        result[f"found_{kind}_recall"] = right / (theirs_ or 1)
        result[f"found_{kind}_F1"] = 2 * right / ((mine_ + theirs_) or 1)
    return result


def _items(names: Sequence[Name], labels: Mapping[Name, str], scope: str) -> list[tuple[str, str]]:
    """Give (gold entity, our entity) for each distinct pair of words and gold entity; ours is the commonest."""
    seen: defaultdict[Hashable, Counter[str]] = defaultdict(Counter)
    for name in names:
        seen[name.topic if scope == "topic" else 0, name.text, name.entity][labels[name]] += 1
    return [
        (f"{key[0]} {key[2]}", min(counts, key=lambda label: (-counts[label], label)))  # type: ignore[index]
        for key, counts in seen.items()
    ]


def pairwise(items: Sequence[tuple[str, str]]) -> tuple[int, int, int]:
    """Count pairs of (gold, ours): one thing in both, in ours alone, in the gold alone.

    >>> pairwise([("a", "1"), ("a", "1"), ("a", "2"), ("b", "2")])
    (1, 1, 2)
    """
    both = ours = gold = 0
    for (one, mine), (other, yours) in combinations(items, 2):
        both += one == other and mine == yours
        ours += one != other and mine == yours
        gold += one == other and mine != yours
    return both, ours, gold


def _f1(both: int, ours: int, gold: int) -> float:
    return 2 * both / ((2 * both + ours + gold) or 1)


def _b3(names: Sequence[Name], labels: Mapping[Name, str], scope: str) -> float:
    keys = [(f"{name.topic if scope == 'topic' else 0} {name.entity}", labels[name]) for name in names]
    gold, mine, both = Counter(g for g, _ in keys), Counter(m for _, m in keys), Counter(keys)
    precision = sum(n * n / mine[m] for (_, m), n in both.items()) / len(keys)
    recall = sum(n * n / gold[g] for (g, _), n in both.items()) / len(keys)
    return 2 * precision * recall / (precision + recall)


def _fuzzy(names: Sequence[Name], scope: str) -> float:
    """Give the F1 of pairs of single linkage by token_set_ratio, at its best threshold."""
    from rapidfuzz.fuzz import token_set_ratio

    items = sorted({(name.topic if scope == "topic" else 0, name.text, name.entity) for name in names})
    alike = [
        (token_set_ratio(items[i][1].lower(), items[j][1].lower()), i, j)
        for i, j in combinations(range(len(items)), 2)
        if items[i][0] == items[j][0]
    ]
    best = 0.0
    for threshold in range(60, 101, 5):
        parent = list(range(len(items)))
        for score, i, j in alike:
            if score >= threshold:
                a, b = _root(parent, i), _root(parent, j)
                parent[a] = b
        labels = [(f"{topic} {entity}", str(_root(parent, i))) for i, (topic, _, entity) in enumerate(items)]
        best = max(best, _f1(*pairwise(labels)))
    return best


def _root(parent: Sequence[int], i: int) -> int:
    while parent[i] != i:
        i = parent[i]
    return i


def _errors(data: Path) -> Iterator[str]:
    proses, gold = _read(data)
    grouped = _grouped(proses, {p.article.id: _given(p, gold) for p in proses}, "topic")
    for kind in ("person", "organisation"):
        names = [name for name in gold if name.kind == kind]
        labels = _labels(names, grouped)
        seen = sorted({(n.topic, n.text, n.entity, labels[n]) for n in names})
        for one, other in combinations(seen, 2):
            if one[0] == other[0] and (one[2] == other[2]) != (one[3] == other[3]):
                yield f"{kind}  {'apart' if one[2] == other[2] else 'merged'}  {one[1]!r}  {other[1]!r}"


if __name__ == "__main__":
    if "--errors" in sys.argv:
        print(*_errors(shared()), sep="\n")
    for figure, number in figures(shared()).items():
        print(f"{figure:<34} {number:.3f}")
