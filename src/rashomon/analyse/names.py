"""Proper names in one article: what the parser found, corrected by what the whole article says about each name.

A name found once with confidence is found everywhere in the article. Its kind is voted on by all that is seen of it:
the parser's labels, titles and roles before it, words inside it, "in" before it, "who" behind it. A surname takes the
kind of the full name it ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.analyse.kinds import Candidate, Key, adjective, key_of, kinds_of
from rashomon.analyse.words import Words
from rashomon.data import lexicon
from rashomon.model import EntityKind

__all__ = ["Name", "names"]

_LABELS: Mapping[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "da",
        "das",
        "dos",
        "du",
        "van",
        "von",
        "zu",
        "bin",
        "ibn",
        "bint",
        "al",
        "el",
        "la",
        "le",
        "ter",
        "ten",
        "af",
        "ap",
    ]
)
_QUOTES = frozenset("\"'")
_OUTSIDE = frozenset(
    {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "VERB", "AUX", "PUNCT", "SPACE", "SYM", "PART", "NUM"}
)
_SHOUTED = 0.6
"""Share of longer words with a capital above which capitals say nothing (headlines in Title Case, all capitals)."""
_TELLING = 0.1
"""Share of longer nouns, verbs and adjectives in small letters that a headline in Title Case may still have. Both were
calibrated on invented headlines and on short sentences with several names, which have at least one verb in small."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A proper name: the words ``first`` to ``end`` (half-open) of paragraph number ``paragraph``."""

    paragraph: int
    first: int
    end: int
    kind: EntityKind


def names(article: Sequence[Words]) -> list[Name]:
    """Find the proper names of an article's paragraphs, in order, without overlap; titles and ranks belong to them."""
    found = [_candidates(words) for words in article]
    kinds = kinds_of(article, found)
    known = _by_first_word(kinds)
    result: list[Name] = []
    for number, (words, candidates) in enumerate(zip(article, found, strict=True)):
        taken = [False] * len(words)
        spans = []
        for candidate in candidates:
            kind = kinds.get(key_of(words, candidate.first, candidate.end))
            if kind is not None and not adjective(words, candidate.first, candidate.end, kind):
                spans.append((candidate.first, candidate.end, kind))
            elif kind is None:
                continue  # its words may still hold a known name
            taken[candidate.first : candidate.end] = [True] * (candidate.end - candidate.first)
        spans.extend(_sweep(words, known, taken))
        result.extend(Name(number, _with_title(words, first, kind), end, kind) for first, end, kind in spans)
    return sorted(result)


def shouted(words: Words) -> bool:
    """Tell whether capitals say nothing in this paragraph: a headline in Title Case, or all capitals."""
    longer = [i for i, word in enumerate(words.text) if len(word) > 3 and word[0].isalpha()]
    small = [i for i in longer if words.text[i][0].islower()]
    telling = sum(words.pos[i] in {"NOUN", "VERB", "ADJ", "ADV"} for i in small)
    return len(longer) >= 4 and len(small) < (1 - _SHOUTED) * len(longer) and telling <= _TELLING * len(longer)


# Candidates ----------------------------------------------------------------------------------------------------------


def _candidates(words: Words) -> list[Candidate]:
    loud = shouted(words)
    labelled: list[tuple[int, int, EntityKind | None]] = []
    for entity in words.paragraph.doc.ents:
        if label := _LABELS.get(entity.label_):
            labelled.extend((*part, label) for part in _parts(words, entity.start, entity.end, label))
    covered = {i for first, end, _ in labelled for i in range(first, end)}
    covered |= {i for e in words.paragraph.doc.ents if e.label_ in _TIMES for i in range(e.start, e.end)}
    runs: list[tuple[int, int, EntityKind | None]] = [] if loud else [(*run, None) for run in _runs(words, covered)]
    return [
        Candidate(first, end, label, loud) for first, end, label in _joined(words, sorted(labelled + runs, key=_first))
    ]


_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


def _first(part: tuple[int, int, EntityKind | None]) -> int:
    return part[0]


def _parts(words: Words, first: int, end: int, label: EntityKind) -> Iterator[tuple[int, int]]:
    """Cut a labelled stretch where it runs over several names or over words that are no part of one."""
    for i in range(first, end):
        if words.text[i] in "/|\n•;" or (label == "person" and words.text[i] in {",", "and"}):
            yield from _parts(words, first, i, label)
            yield from _parts(words, i + 1, end, label)
            return
    first, end = _trimmed(words, first, end, label)
    if first < end and any(words.capital(i) for i in range(first, end)):
        yield first, end


def _trimmed(words: Words, first: int, end: int, label: EntityKind) -> tuple[int, int]:
    while end > first and (
        words.folded[end - 1] in {"", "s"} or (words.pos[end - 1] in _OUTSIDE and not words.capital(end - 1))
    ):
        end -= 1
    while first < end and (words.folded[first] in {"", "the", "a", "an"} or not words.capital(first)):
        first += 1
    while first < end - 1 and (words.folded[first] in _FORMS or _detached(words, first, end)):
        first += 1
    before_given = [
        i
        for i in range(first, end - 1)
        if words.folded[i] in lexicon.roles() and words.folded[i + 1] in lexicon.given_names()
    ]
    first = before_given[-1] + 1 if before_given else first
    if label == "person":
        end = next((i for i in range(first + 1, end) if words.folded[i] == "of"), end)
        roles, given = lexicon.roles(), lexicon.given_names()
        inner = [
            i for i in range(first, end - 1) if words.folded[i] in roles and words.folded[i] not in lexicon.titles()
        ]
        if inner and words.folded[first] not in given:
            first = inner[-1] + 1
        while first < end - 1 and words.folded[first] in lexicon.people():
            first += 1
    return first, end


_FORMS = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "mme", "mlle", "lt", "col", "gen", "capt", "sgt", "maj", "brig"]
)
"""Forms of address that no body's name begins with; the name's mention gets them back at the end."""


def _detached(words: Words, first: int, end: int) -> bool:
    """Tell whether word ``first`` runs into a name it is no part of: "Minister of Health Joakim", "TYCOON Leonor"."""
    given, after = lexicon.given_names(), words.text[first + 1]
    if end - first < 3 or words.folded[first] in given:
        return False
    if words.text[first].isupper() and len(words.text[first]) > 3 and after[1:].islower():
        return True
    return words.folded[first + 1] in given and first > 0 and words.folded[first - 1] == "of"


def _runs(words: Words, covered: set[int]) -> Iterator[tuple[int, int]]:
    """Give stretches of capitalised words that no label covers."""
    i = 0
    while i < len(words):
        if i in covered or not _nameable(words, i):
            i += 1
            continue
        end = i + 1
        while end < len(words) and end not in covered:
            if _nameable(words, end) or (words.capital(end) and words.folded[end] in lexicon.bodies()):
                end += 1
            elif (
                _bridge(words, i, end) and end + 1 < len(words) and end + 1 not in covered and _nameable(words, end + 1)
            ):
                end += 2
            else:
                break
        if not (i > 1 and end + 1 < len(words) and words.capital(i - 2) and _nickname(words, i - 1, end + 1)):
            yield i, end
        i = end


def _nameable(words: Words, i: int) -> bool:
    if not words.capital(i) or words.pos[i] not in {"PROPN", "NOUN", "ADJ", "X"}:
        return False
    word = words.folded[i]
    if word in lexicon.roles() or word in lexicon.titles() or word in lexicon.people() or word in lexicon.thing_words():
        return False
    if word in _FORMER:
        return False
    return words.pos[i] == "PROPN" or not words.opens[i]


_FORMER = frozenset({"retired", "former", "acting", "incoming", "outgoing", "late", "then", "ex"})


def _bridge(words: Words, first: int, i: int) -> bool:
    if words.text[i] in {"-", "–"}:
        return words.glued(i) and i + 1 < len(words) and words.glued(i + 1)
    if words.folded[i] in {"of", "for", "and"}:
        return words.folded[i - 1] in lexicon.bodies() or words.folded[i - 1] in lexicon.place_words()
    return words.folded[i] in _PARTICLES or words.text[i] == "&"


def _joined(words: Words, parts: list[tuple[int, int, EntityKind | None]]) -> list[tuple[int, int, EntityKind | None]]:
    """Join a labelled name with the bare run beside it that the grammar ties to it, and names around a nickname."""
    result: list[tuple[int, int, EntityKind | None]] = []
    for first, end, label in parts:
        if result:
            before = result[-1]
            if before[1] == first and (before[2] is None or label is None) and _tied(words, before, (first, end)):
                result[-1] = (before[0], end, before[2] or label)
                continue
            if _nickname(words, before[1], first) and "person" in (before[2], label):
                result[-1] = (before[0], end, "person")
                continue
        result.append((first, end, label))
    return result


def _tied(words: Words, left: tuple[int, int, EntityKind | None], right: tuple[int, int]) -> bool:
    head = words.head[left[1] - 1]
    return right[0] <= head < right[1] and words.dep[left[1] - 1] in {"compound", "nmod", "amod", "flat"}


def _nickname(words: Words, end: int, first: int) -> bool:
    """Tell whether only a name in quotation marks stands between the two words: John "Shorty" Reyes."""
    between = words.text[end:first]
    return 3 <= len(between) <= 4 and between[0] in _QUOTES and between[-1] in _QUOTES and between[1][0].isupper()


# The rest of the article ---------------------------------------------------------------------------------------------


def _by_first_word(kinds: Mapping[Key, EntityKind]) -> dict[str, list[tuple[Key, EntityKind]]]:
    found: dict[str, list[tuple[Key, EntityKind]]] = {}
    for key, kind in sorted(kinds.items(), key=lambda item: (-len(item[0]), item[0])):
        found.setdefault(key[0], []).append((key, kind))
    return found


def _sweep(
    words: Words, known: Mapping[str, list[tuple[Key, EntityKind]]], taken: Sequence[bool]
) -> Iterator[tuple[int, int, EntityKind]]:
    """Find names known from elsewhere in the article where no candidate stands."""
    i = 0
    while i < len(words):
        match = None if taken[i] or not words.capital(i) else _match(words, i, known.get(words.folded[i], ()), taken)
        if match is None:
            i += 1
            continue
        end, kind = match
        if not adjective(words, i, end, kind):
            yield i, end, kind
        i = end


def _match(
    words: Words, i: int, options: Sequence[tuple[Key, EntityKind]], taken: Sequence[bool]
) -> tuple[int, EntityKind] | None:
    for key, kind in options:
        at = [i]
        while len(at) < len(key) and at[-1] + 1 < len(words):
            step = at[-1] + 1 + (words.folded[at[-1] + 1] == "" and at[-1] + 2 < len(words))
            at.append(step)
        if [words.folded[j] for j in at] != list(key) or any(taken[i : at[-1] + 1]):
            continue
        if len(key) == 1 and words.opens[i] and not _nounlike(words, i, kind):
            continue  # "Will" and "Mark" open sentences without being names
        return at[-1] + 1, kind
    return None


def _nounlike(words: Words, i: int, kind: EntityKind) -> bool:
    """Tell whether word ``i`` at the beginning of a sentence is a name known from elsewhere, and no common word.

    A surname that the parser takes for another word ("Lammers", "Olmsted") is known by its verb.
    """
    if words.pos[i] == "PROPN" or (i + 1 < len(words) and words.text[i + 1] in {"himself", "herself", ":"}):
        return True  # "Tarn himself", and a turn of a transcript
    return kind == "person" and words.dep[i] in {"nsubj", "nsubjpass", "poss"}


def _with_title(words: Words, first: int, kind: EntityKind) -> int:
    """Give where a person's name begins with the titles and ranks before it ("Lt. Gen. Michael Flynn")."""
    titles = lexicon.titles()
    while kind == "person" and first > 0:
        before = first - 1
        if words.text[before] == "." and before > 0 and words.glued(before):
            before -= 1
        if words.folded[before] not in titles or not words.capital(before):
            break
        first = before
    return first
