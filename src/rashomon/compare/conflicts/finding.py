"""Where the tellings part: each question asked of two claims, and the clashes brought together.

claims -> contenders -> pairs worth asking about -> clashes -> conflicts with their sides
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.compare.conflicts.ages import aged
from rashomon.compare.conflicts.altered import altered
from rashomon.compare.conflicts.began import began
from rashomon.compare.conflicts.clash import Clash, Near, Part
from rashomon.compare.conflicts.contenders import Contender, contenders
from rashomon.compare.conflicts.counts import counted, echoed
from rashomon.compare.conflicts.dates import dated, redated
from rashomon.compare.conflicts.exclusive import exceeded
from rashomon.compare.conflicts.headlines import headlined
from rashomon.compare.conflicts.polarity import affirmed, opposed, retorted
from rashomon.compare.conflicts.sides import Link, conflicts
from rashomon.compare.verdict import likelihood, likely, recipe, scores
from rashomon.model import Conflict, Story

__all__ = ["COMPARATORS", "find"]

Comparator = Callable[[Contender, Contender, Near], Clash | None]

COMPARATORS: tuple[Comparator, ...] = (counted, aged, dated, began, opposed, headlined)
"""Every question: does one claim clash with the other over this?"""


_ONE = 0.5
"""How likely two claims are about one thing from which clashes of theirs over the same words are one conflict."""


def find(story: Story) -> tuple[Conflict, ...]:
    """Give the conflicts of ``story``, whose claims know their propositions, in order of place."""
    told = contenders(story)
    near, by_id = _nearness(told), {one.claim.id: one for one in told}
    place = _places(told)
    pairs = [
        (told[one], told[other]) if place[one] < place[other] else (told[other], told[one])
        for one, other in _pairs(told)
        if not _as_one(told[one], told[other])
    ]
    clashes = [clash for pair in pairs for compare in COMPARATORS if (clash := compare(*pair, near)) is not None]
    links: list[Link] = [("number", *link) for pair in pairs for link in echoed(*pair, near)]
    links += [("date", *link) for pair in pairs for link in redated(*pair, near)]
    clashes = [clash for clash in clashes if not _told_both(clash, links, by_id)]
    clashes += (*altered(story, told), *retorted(told), *exceeded(told, near))
    links += _one_matter(clashes, by_id, near)
    links += _seconded(clashes, told, by_id, near)
    return conflicts(clashes, links, {one.claim.id: one.claim for one in told})


def _seconded(
    clashes: Sequence[Clash], told: Sequence[Contender], by_id: Mapping[str, Contender], near: Near
) -> Iterator[Link]:
    """Yield each part of a clash over whether it is so with the claims near it that say the same of the same words."""
    parted = {part.claim: part for clash in clashes if clash.kind == "polarity" for part in (clash.left, clash.right)}
    about = {part.claim: clash.about for clash in clashes for part in (clash.left, clash.right)}
    for name, part in sorted(parted.items()):
        one = by_id[name]
        for number in one.gist.company:
            other = told[number]
            if other.claim.id not in parted and affirmed(one, other, about[name], near):
                yield "polarity", part, replace(part, claim=other.claim.id, span=other.claim.span)


def _told_both(clash: Clash, links: Sequence[Link], told: Mapping[str, Contender]) -> bool:
    """Tell whether either holder tells the other's value as well, in the same article: then they are of two things."""

    def voice(part: Part) -> tuple[str, str]:
        return told[part.claim].claim.span.article, told[part.claim].claim.holder

    ends = [
        (mine, theirs)
        for mine, theirs in ((clash.left, clash.right), (clash.right, clash.left))
        if mine.low is not None or clash.kind == "date"
    ]
    return any(
        theirs in link[1:] and any(voice(part) == voice(mine) for part in link[1:] if part != theirs)
        for link in links
        for mine, theirs in ends
    )


def _one_matter(clashes: Sequence[Clash], told: Mapping[str, Contender], near: Near) -> Iterator[Link]:
    """Yield parts of clashes over the same words whose claims are near: they are one conflict."""
    keyed: dict[str, list[Clash]] = defaultdict(list)
    for clash in clashes:
        for key in clash.about:
            keyed[key].append(clash)
    for key, several in keyed.items():
        for one, other in combinations(several, 2):
            if key[0] in "~@" and not _one_group(one, other, told):
                continue
            claims = [(told[a.claim], told[b.claim]) for a in (one.left, one.right) for b in (other.left, other.right)]
            if one.kind == other.kind and any(a is b or near(a, b) >= _ONE for a, b in claims):
                yield one.kind, one.left, other.left


def _one_group(one: Clash, other: Clash, told: Mapping[str, Contender]) -> bool:
    """Tell whether two clashes are of one proposition."""
    groups = [{told[part.claim].claim.proposition for part in (clash.left, clash.right)} for clash in (one, other)]
    return bool((groups[0] & groups[1]) - {None})


def _nearness(told: Sequence[Contender]) -> Near:
    by = recipe()
    known = dict(likely([one.gist for one in told], by))

    def near(left: Contender, right: Contender) -> float:
        pair = min(left.number, right.number), max(left.number, right.number)
        if pair not in known:
            known[pair] = likelihood(scores(told[pair[0]].gist, told[pair[1]].gist).items(), by)
        return known[pair]

    return near


def _as_one(one: Contender, other: Contender) -> bool:
    """Tell whether two claims share words: one is part of what the other says; or repeat them within one article."""
    a, b = one.claim.span, other.claim.span
    return a.article == b.article and (
        (a.start < b.end and b.start < a.end) or (one.words == other.words and one.claim.stance == other.claim.stance)
    )


def _places(told: Sequence[Contender]) -> Mapping[int, int]:
    """Give where each claim comes in order of place, whatever the order of the reports."""
    found = sorted(told, key=lambda one: (one.claim.span, one.claim.id))
    return {one.number: place for place, one in enumerate(found)}


def _pairs(told: Sequence[Contender]) -> list[tuple[int, int]]:
    """Give the pairs of claims to ask about: those of one proposition, near ones, and those that count."""
    found: set[tuple[int, int]] = set()
    groups: dict[str, list[int]] = defaultdict(list)
    for one in told:
        if one.claim.proposition:
            groups[one.claim.proposition].append(one.number)
        found.update((min(one.number, other), max(one.number, other)) for other in one.gist.company)
    for one in told:
        for who in {person for _, _, person in one.people}:
            groups[who].append(one.number)
    groups["#"] = [one.number for one in told if one.counts]
    for members in groups.values():
        found.update((one, other) for at, one in enumerate(members) for other in members[at + 1 :])
    return sorted(found)
