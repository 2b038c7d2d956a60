"""Names that name one thing, across the articles of a story: each name's mention gets a label.

Full names are grouped over the whole story. A short name goes to the full name it can be short for: the one last named
in its own article, else the only one in the story; where several could be meant it keeps a label of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations
from types import MappingProxyType

from rashomon.compare.naming import (
    Named,
    acronym_of,
    alike,
    begins,
    body_key,
    named,
    part_of,
    place_key,
    same_person,
    sound,
)
from rashomon.data import lexicon
from rashomon.data.lexicon import fold
from rashomon.model import Article, EntityKind, Mention, Span

__all__ = ["Naming", "grouped", "namings"]

_BRACKETED = re.compile(r"[^()]{0,3}\(\s*(?:the\s+)?[\"“']?([A-Z][A-Za-z.&]{1,9})[\"”']?\s*[),;]")
"""What defines an acronym right after a name: "the Orrin Harbour Authority (OHA)"."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A mention by name, read."""

    span: Span
    named: Named


def namings(
    reports: Sequence[tuple[Article, Sequence[Mention]]], genders: Mapping[Span, str] = MappingProxyType({})
) -> list[Naming]:
    """Read the names among the mentions, in order; each name has one kind in the whole story, its commonest.

    ``genders`` is what the text tells of the gender of some mentions; the full name and its titles tell more.
    """
    read = [
        (mention, named(article.text[mention.span.start : mention.span.end], mention.kind))
        for article, mentions in reports
        for mention in sorted(mentions)
        if mention.form == "name"
    ]
    votes: defaultdict[tuple[str, ...], Counter[EntityKind]] = defaultdict(Counter)
    for mention, name in read:
        votes[name.words][mention.kind] += 1
        if name.kind == "person" and len(name.words) > 1:
            votes[name.words[-1:]]["person"] += 1
        if name.kind == "organisation" and len(name.words) == 2 and name.words[1] in lexicon.bodies()["company"]:
            votes[name.words[:1]]["organisation"] += 2
    countries = {fold(country.name) for country in lexicon.countries()}
    for words, counts in votes.items():
        if place_key(words) in countries and "place" in counts:
            counts["place"] += 3
    found = []
    for mention, name in read:
        counts = votes[name.words]
        kind = min(counts, key=lambda kind: (-counts[kind], kind != "person", kind))
        text = name if kind == name.kind else named(name.text, kind)
        told = genders.get(mention.span, "")
        if told and kind == "person" and not text.gender and len(text.words) > 1:
            text = replace(text, gender=told)
        if text.words:
            found.append(Naming(mention.span, text))
    return found


def grouped(names: Sequence[Naming], texts: Mapping[str, str]) -> dict[Span, str]:
    """Give each name's mention its label; mentions with one label name one thing. Labels do not depend on the order."""
    result: dict[Span, str] = {}
    by_kind: defaultdict[EntityKind, list[Naming]] = defaultdict(list)
    for naming in names:
        by_kind[naming.named.kind].append(naming)
    for naming in by_kind["place"]:
        result[naming.span] = f"place:{place_key(naming.named.words)}"
    for naming in by_kind["group"]:
        joined = " ".join(naming.named.words)
        result[naming.span] = f"group:{lexicon.people().get(joined, joined.removesuffix('s'))}"
    result.update(_shortened(by_kind["person"], _people(by_kind["person"])))
    result.update(_shortened(by_kind["organisation"], _bodies(by_kind["organisation"], texts)))
    return result


# Full names ----------------------------------------------------------------------------------------------------------

Names = dict[tuple[str, ...], str]
"""Full names, by their words, with the label of what they name."""


def _joined(names: Sequence[Named], pairs: Iterator[tuple[Named, Named]], kind: EntityKind) -> Names:
    parent = {name.words: name.words for name in names}

    def root(words: tuple[str, ...]) -> tuple[str, ...]:
        while parent[words] != words:
            words = parent[words]
        return words

    for one, other in pairs:
        a, b = sorted((root(one.words), root(other.words)))
        parent[b] = a
    return {words: f"{kind}:{' '.join(root(words))}" for words in parent}


def _distinct(names: Sequence[Naming]) -> list[Named]:
    """Give one Named for each sequence of words, with the gender that any of its mentions tells."""
    genders: dict[tuple[str, ...], str] = {}
    first: dict[tuple[str, ...], Named] = {}
    for naming in names:
        first.setdefault(naming.named.words, naming.named)
        if naming.named.gender:
            genders.setdefault(naming.named.words, naming.named.gender)
    return [
        Named(name.kind, words, name.text, genders.get(words, ""), name.rank) for words, name in sorted(first.items())
    ]


def _people(names: Sequence[Naming]) -> Names:
    """Group full names of people; a name of initials and surname counts as full only if it can be one person alone."""
    distinct = _distinct(names)
    full = [name for name in distinct if len(name.words) > 1 and max(map(len, name.words[:-1])) > 1]
    labels = _joined(full, _pairs(full), "person")
    for name in distinct:
        if len(name.words) > 1 and name.words not in labels:
            fitting = {labels[other.words] for other in full if same_person(name, other)}
            labels[name.words] = fitting.pop() if len(fitting) == 1 else f"person:{' '.join(name.words)}"
    return labels


def _pairs(full: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Give the pairs of full names that can be one person; only those that share a first letter are compared."""
    buckets: defaultdict[str, list[Named]] = defaultdict(list)
    for name in full:
        for key in {sound(name.words[-1])[0], "=" + name.words[0]}:
            buckets[key].append(name)
    for _, bucket in sorted(buckets.items()):
        for i, one in enumerate(bucket):
            yield from ((one, other) for other in bucket[i + 1 :] if same_person(one, other))


def _bodies(names: Sequence[Naming], texts: Mapping[str, str]) -> Names:
    distinct = _distinct(names)
    return _joined(distinct, _same_bodies(distinct, names, texts), "organisation")


def _same_bodies(
    distinct: Sequence[Named], names: Sequence[Naming], texts: Mapping[str, str]
) -> Iterator[tuple[Named, Named]]:
    by_key: dict[object, Named] = {}
    nations: defaultdict[frozenset[str], dict[frozenset[str], Named]] = defaultdict(dict)
    for name in distinct:
        core, countries = body_key(name.words)
        nations[core][countries] = name
        for key in ((core, countries), lexicon.written_out().get(" ".join(name.words))):
            if key is not None:
                yield by_key.setdefault(key, name), name
    for found in nations.values():
        if len(found) == 2 and frozenset() in found:  # "the foreign ministry", where the story knows only one
            one, other = found.values()
            yield one, other
    yield from _second_mentions(distinct, names)
    yield from _misspelt(distinct)
    by_words = {name.words: name for name in distinct}
    defined = set()
    for naming in names:
        text = texts[naming.span.article]
        inside = text[naming.span.start : naming.span.end + 16]
        match = _BRACKETED.search(inside, max(0, inside.find("(") - 1)) if "(" in inside else None
        if match and (short := by_words.get((fold(match[1]),))) and short.words != naming.named.words:
            defined.add(short.words)
            yield by_words[naming.named.words], short
    by_letter = _indexed(distinct, lambda name: {name.words[0][0]} if len(name.words) > 1 else set())
    for short in distinct:
        if len(short.words) == 1 and len(short.words[0]) <= _LONGEST_ACRONYM and short.words not in defined:
            near = by_letter.get(short.words[0][0], [])
            fitting = {body_key(full.words): full for full in near if acronym_of(short, full)}
            if len(fitting) == 1:
                yield next(iter(fitting.values())), short


_LONGEST_ACRONYM = 8


def _indexed(names: Sequence[Named], keys: Callable[[Named], Set[str]]) -> dict[str, list[Named]]:
    """Give the names under each of their keys, so that only names that can match are compared."""
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for name in names:
        for key in keys(name):
            found[key].append(name)
    return found


def _second_mentions(distinct: Sequence[Named], names: Sequence[Naming]) -> Iterator[tuple[Named, Named]]:
    """Give one-word names that an article uses only after a longer one they begin, if all articles agree on which."""
    by_first = _indexed(distinct, lambda name: {name.words[0]} if len(name.words) > 1 else set())
    single = [name for name in distinct if len(name.words) == 1]
    candidates = [(short, full) for short in single for full in by_first.get(short.words[0], []) if begins(short, full)]
    first: dict[tuple[str, tuple[str, ...]], int] = {}
    for naming in names:
        first.setdefault((naming.span.article, naming.named.words), naming.span.start)
    articles = sorted({naming.span.article for naming in names})
    meant: defaultdict[tuple[str, ...], list[tuple[Named, Named]]] = defaultdict(list)
    for short, full in candidates:
        for article in articles:
            at, after = first.get((article, full.words)), first.get((article, short.words))
            if at is not None and after is not None and at < after:
                meant[short.words].append((short, full))
                break
    for pairs in meant.values():
        if len({body_key(full.words) for _, full in pairs}) == 1:
            yield from pairs


def _misspelt(distinct: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Give one-word names of eight letters or more that differ as slips of the pen do."""
    long = [name for name in distinct if len(name.words) == 1 and len(name.words[0]) > 7]
    for one, other in combinations(long, 2):
        if alike(one.words[0], other.words[0]):
            yield one, other


# Short names ---------------------------------------------------------------------------------------------------------


def _shortened(names: Sequence[Naming], full: Names) -> Iterator[tuple[Span, str]]:
    """Give each mention its label, short names by what is named in full in their own article, else in the story."""
    distinct = _distinct(names)
    fulls = [name for name in distinct if name.words in full]
    by_article: defaultdict[str, list[Naming]] = defaultdict(list)
    for naming in names:
        by_article[naming.span.article].append(naming)
    by_word = _indexed(fulls, lambda name: set(name.words) if len(name.words) > 1 else set())
    by_sound = _indexed(fulls, lambda name: {sound(name.words[-1])[:1]} if len(name.words) > 1 else set())
    options = {name.words: _options(name, fulls, by_word, by_sound) for name in distinct}
    ambiguous_genders = _two_genders(names)
    for article, mentions in by_article.items():
        here = {naming.named.words for naming in mentions}
        last: dict[str, int] = {}
        for naming in mentions:
            words = naming.named.words
            choice = [name for name in options[words] if not _clash(naming.named, name)]
            local = {full[name.words] for name in choice if name.words in here}
            story = {full[name.words] for name in choice}
            if not choice:
                label = full.get(words) or _bare(naming.named, ambiguous_genders)
            elif local:
                label = max(sorted(local), key=lambda label: last.get(label, -1))
            else:
                own = full.get(words, f"{naming.named.kind}:{words[-1]}@{article}")
                label = story.pop() if len(story) == 1 else own
            last[label] = naming.span.start
            yield naming.span, label


def _options(
    short: Named,
    fulls: Sequence[Named],
    by_word: Mapping[str, Sequence[Named]],
    by_sound: Mapping[str, Sequence[Named]],
) -> list[Named]:
    """Give the full names that ``short`` can be short for: by surname, else by given name, else by a like surname."""
    if short.kind == "person" and len(short.words) > 1 and short in fulls:
        return []
    plain = Named(short.kind, short.words, short.text)
    fitting = [name for name in by_word.get(short.words[-1], ()) if part_of(plain, name)]
    if short.kind != "person":
        return fitting
    by_end = [name for name in fitting if name.words[-1] == short.words[-1]]
    spelt = [] if fitting else [name for name in by_sound.get(sound(short.words[-1])[:1], ()) if part_of(plain, name)]
    return by_end or fitting or spelt


def _clash(short: Named, full: Named) -> bool:
    return {short.gender, full.gender} == {"m", "f"}


def _two_genders(names: Sequence[Naming]) -> set[tuple[str, ...]]:
    told: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for naming in names:
        if naming.named.gender:
            told[naming.named.words].add(naming.named.gender)
    return {words for words, genders in told.items() if len(genders) > 1}


def _bare(name: Named, two: set[tuple[str, ...]]) -> str:
    """Give the label of a surname that no article gives in full; "Mr" and "Mrs" of one surname are two."""
    tail = f"/{name.gender}" if name.words in two and name.gender else ""
    return f"{name.kind}:{' '.join(map(sound, name.words))}{tail}"
