"""Where the mentions of an article stand among what is told: who speaks, and inside whose words each one is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.analyse.ties import Place
from rashomon.analyse.words import Words
from rashomon.model import Attribution, Mention

__all__ = ["Scene", "Setting", "scene"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where one mention stands.

    ``speaks`` are the attributions it is the source of, ``told`` those in whose content it stands, innermost first;
    ``own`` tells whether the innermost are a speaker's own words. ``clock`` is its sentence, counted without those that
    belong to a quotation whole: who speaks is not forgotten while he speaks.
    """

    speaks: frozenset[int]
    told: tuple[int, ...]
    own: bool
    clock: int


@dataclass(frozen=True, slots=True)
class Scene:
    """The settings of an article's mentions, and its attributions, by whose number ``speaks`` and ``told`` go."""

    said: Sequence[Attribution]
    settings: Mapping[Mention, Setting]


def scene(article: Sequence[Words], places: Sequence[Place], said: Sequence[Attribution]) -> Scene:
    """Set the mentions at ``places``, which stand in order of the text, among the attributions ``said``."""
    told: defaultdict[Mention, list[tuple[int, int]]] = defaultdict(list)
    speaks: defaultdict[Mention, set[int]] = defaultdict(set)
    starts = [place.mention.span.start for place in places]
    heads = sorted((place.view.paragraph.start + place.view.start[place.head], i) for i, place in enumerate(places))
    for number, one in enumerate(said):
        if one.speaker_ref is not None:
            for _, i in heads[
                bisect_left(heads, (one.speaker_ref.start, -1)) : bisect_left(heads, (one.speaker_ref.end, -1))
            ]:
                speaks[places[i].mention].add(number)
        size = sum(part.end - part.start for part in one.contents)
        for part in one.contents:
            for place in places[bisect_left(starts, part.start) : bisect_left(starts, part.end)]:
                told[place.mention].append((size, number))
    silent = _silent(article, said)
    settings = {}
    for place in places:
        inner = tuple(number for _, number in sorted(told[place.mention]) if number not in speaks[place.mention])
        own = place.quoted or (bool(inner) and said[inner[0]].kind in {"direct", "block"})
        clock = place.sentence - bisect_left(silent, place.sentence)
        settings[place.mention] = Setting(frozenset(speaks[place.mention]), inner, own, clock)
    return Scene(said, settings)


def _silent(article: Sequence[Words], said: Sequence[Attribution]) -> list[int]:
    """Give the numbers of the sentences that stand whole inside a quotation."""
    quotations = sorted((c.start, c.end) for one in said if one.kind in {"direct", "block"} for c in one.contents)
    found, number = [], -1
    for view in article:
        first = 0
        for i in range(1, len(view) + 1):
            if i < len(view) and view.sentence[i] == view.sentence[first]:
                continue
            number += 1
            start = view.paragraph.start + view.start[first]
            end = view.paragraph.start + view.start[i - 1] + len(view.text[i - 1])
            at = bisect_right(quotations, (start, end)) - 1
            near = quotations[max(0, at) : at + 2]
            if any(s <= start and end <= e + 2 for s, e in near):
                found.append(number)
            first = i
    return found
