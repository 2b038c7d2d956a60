"""Where the tellings part: each question asked of two claims, and the clashes brought together.

claims -> contenders -> pairs with an answer to a question -> clashes -> conflicts with their sides
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from rashomon.compare.conflicts import ages, began, counts, dates, denials, headlines, polarity, referents
from rashomon.compare.conflicts.altered import altered
from rashomon.compare.conflicts.clash import Clash, Near, Part, Topics
from rashomon.compare.conflicts.contenders import Contender, contenders
from rashomon.compare.conflicts.exclusive import exceeded
from rashomon.compare.conflicts.framed import framed
from rashomon.compare.conflicts.sides import Link, conflicts
from rashomon.compare.prepared import Prepared
from rashomon.compare.verdict import Likely, likelihood, likelihoods, recipe, scored, scores
from rashomon.model import Conflict, ConflictKind, Story

__all__ = ["QUESTIONS", "Question", "asked", "find", "nearness"]

_Pair = tuple[int, int]


class Question(NamedTuple):
    """Something two claims may clash over: what each says of it, whether they do, and in which words they agree.

    Claims are asked about where they are ``far`` from each other too; otherwise only those of one proposition, near
    ones and, for a question of ``people``, those that name one person.
    """

    kind: ConflictKind
    topics: Callable[[Contender], Topics]
    clash: Callable[[Contender, Contender, Near], Clash | None]
    agree: Callable[[Contender, Contender, Near], Iterable[tuple[Part, Part]]] = lambda left, right, near: ()
    far: bool = False
    people: bool = True


QUESTIONS: tuple[Question, ...] = (
    Question("number", counts.topics, counts.counted, counts.echoed, far=True),
    Question("number", ages.topics, ages.aged),
    Question("date", dates.topics, dates.dated, dates.redated),
    Question("referent", referents.topics, referents.misplaced, far=True),
    Question("initiator", began.topics, began.began),
    Question("polarity", polarity.topics, polarity.opposed),
    Question("polarity", denials.topics, denials.denied, people=False),
    Question("polarity", headlines.topics, headlines.headlined),
)
"""Every question, in the order of asking."""

_ONE = 0.5
"""How likely two claims are about one thing from which clashes of theirs over the same words are one conflict."""


def find(story: Story, ready: Prepared) -> tuple[Conflict, ...]:
    """Give the conflicts of ``story``, whose claims know their propositions, in order of place.

    ``ready`` are its claims prepared.
    """
    told = contenders(story, ready.gists)
    pairs = asked(told)
    near, by_id = nearness(told, ready.likely, pairs), {one.claim.id: one for one in told}
    place = _places(told)
    clashes: list[Clash] = []
    links: list[Link] = []
    for pair, questions in pairs.items():
        left, right = (told[number] for number in sorted(pair, key=place.__getitem__))
        for question in questions:
            clash = question.clash(left, right, near)
            clashes += () if clash is None else (clash,)
            links += ((question.kind, *link) for link in question.agree(left, right, near))
    beside = _beside(links, by_id)
    clashes = [clash for clash in clashes if not _told_both(clash, beside, by_id)]
    clashes += (*altered(story, told), *polarity.retorted(told), *exceeded(told, near), *framed(story, told, near))
    clashes = denials.settled(clashes, by_id)
    links += denials.joined(clashes, by_id)
    links += _one_matter(clashes, by_id, near)
    links += _seconded(clashes, told, by_id, near)
    return conflicts(clashes, links, {one.claim.id: one.claim for one in told})


def asked(told: Sequence[Contender]) -> dict[_Pair, list[Question]]:
    """Give the pairs of claims to ask about, by number, each with its questions: the one says what the other meets."""
    chosen: dict[_Pair, list[Question]] = defaultdict(list)
    near = _neighbours(told)
    for question in QUESTIONS:
        topics = [question.topics(one) for one in told]
        meeting: dict[Hashable, set[int]] = defaultdict(set)
        for number, topic in enumerate(topics):
            for key in topic.meets:
                meeting[key].add(number)
        found: set[_Pair] = set()
        for number, topic in enumerate(topics):
            others = {other for key in topic.says for other in meeting.get(key, ()) if other != number}
            if others and not question.far:
                others &= near(number, question.people)
            found.update((number, other) if number < other else (other, number) for other in others)
        for one, other in found:
            if not _as_one(told[one], told[other]):
                chosen[one, other].append(question)
    return dict(sorted(chosen.items()))


def _neighbours(told: Sequence[Contender]) -> Callable[[int, bool], set[int]]:
    """Give what tells the claims near one, all by number: in its company, of its proposition, and of its people."""
    company: list[set[int]] = [set(one.gist.company) for one in told]
    groups: dict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(told):
        for other in one.gist.company:
            company[other].add(number)
        for name in _groups(one, True):
            groups[name].add(number)
    return lambda number, people: company[number].union(*(groups[name] for name in _groups(told[number], people)))


def _groups(one: Contender, people: bool) -> set[str]:
    """Give the ids of the proposition that a claim belongs to and, where wanted, of the people it names."""
    named = {who for _, _, who in one.people} if people else set()
    return named | ({one.claim.proposition} if one.claim.proposition else set())


def _seconded(
    clashes: Sequence[Clash], told: Sequence[Contender], by_id: Mapping[str, Contender], near: Near
) -> Iterator[Link]:
    """Yield each part of a clash over whether it is so with the claims near it that say the same of the same words."""
    parted = {part.claim: part for clash in clashes if clash.kind == "polarity" for part in (clash.left, clash.right)}
    about: dict[str, frozenset[str]] = defaultdict(frozenset)
    for clash in clashes:
        for part in (clash.left, clash.right):
            about[part.claim] |= clash.about
    for name, part in sorted(parted.items()):
        one = by_id[name]
        for number in one.gist.company:
            other = told[number]
            if other.claim.id not in parted and polarity.affirmed(one, other, about[name], near):
                yield "polarity", part, replace(part, claim=other.claim.id, span=other.claim.span)


def _voice(part: Part, told: Mapping[str, Contender]) -> tuple[str, str]:
    return told[part.claim].claim.span.article, told[part.claim].claim.holder


def _beside(links: Iterable[Link], told: Mapping[str, Contender]) -> Mapping[Part, set[tuple[str, str]]]:
    """Give for each part of ``links`` who tells the same elsewhere, as article and holder."""
    found: dict[Part, set[tuple[str, str]]] = defaultdict(set)
    for _, one, other in links:
        if one != other:
            found[one].add(_voice(other, told))
            found[other].add(_voice(one, told))
    return found


def _told_both(clash: Clash, beside: Mapping[Part, set[tuple[str, str]]], told: Mapping[str, Contender]) -> bool:
    """Tell whether either holder tells the other's value as well, in the same article: then they are of two things."""
    return any(
        _voice(mine, told) in beside.get(theirs, ())
        for mine, theirs in ((clash.left, clash.right), (clash.right, clash.left))
        if mine.low is not None or clash.kind == "date"
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


def nearness(told: Sequence[Contender], likely: Likely, pairs: Iterable[_Pair]) -> Near:
    """Give what tells how likely two claims are about one thing; ``pairs`` are those it will be asked of most."""
    by, several = recipe(), [one.gist for one in told]
    unknown = [pair for pair in pairs if pair not in likely]
    known = {**likely, **dict(zip(unknown, likelihoods(scored(several, unknown), by).tolist(), strict=True))}

    def near(left: Contender, right: Contender) -> float:
        pair = min(left.number, right.number), max(left.number, right.number)
        if pair not in known:
            known[pair] = likelihood(scores(several[pair[0]], several[pair[1]]).items(), by)
        return float(known[pair])

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
