"""Who denies what others assert: how likely a denial and an assertion are two answers to one question.

No single sign tells it: few denials repeat the words of what they deny, and what is near is often beside the point. So
each sign has its weight in ``data/denial-weights.txt``, fitted on the dev stories: ``python -m rashomon.evals
fit-denials``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

from rashomon.compare.components import components
from rashomon.compare.conflicts.clash import Clash, Near, Part, Topics
from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.conflicts.polarity import share
from rashomon.compare.weights import likeness
from rashomon.data import entries
from rashomon.model import ConflictKind

__all__ = ["SIGNS", "Weighing", "denied", "joined", "likelihood", "settled", "signs", "topics", "ways", "weighing"]

_LEAST = 0.05
"""How likely two claims are about one thing at least, to be weighed at all: few of the dev stories' that clash
are less."""
_COPY = 0.9
"""How alike the words of two claims are at least that say the same."""
_RARE = 10.0
"""The weight of shared words at which their sign is 1."""
_SHOWN = 3
"""Shared words that the evidence names."""

Sign = Callable[[Contender, Contender, float], float]
"""Gives a sign's strength for a claim that says no and one that says yes, and how likely both are about one thing."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What each sign weighs, by its name, and the log-odds ``start`` of a pair of which nothing is found.

    A pair of one proposition clashes from the likelihood ``joins`` on, one of two from ``apart`` on, where one pair of
    its conflict reaches ``shown``.
    """

    weights: Mapping[str, float]
    start: float
    joins: float
    apart: float
    shown: float


def _odds(no: Contender, yes: Contender, likely: float) -> float:
    bound = min(max(likely, 1e-4), 1 - 1e-4)
    return log(bound / (1 - bound))


def _words(no: Contender, yes: Contender, likely: float) -> float:
    own, other = no.gist.own, yes.gist.own
    return sum(no.gist.rare[term] for term in own if term in other and term[0] != "@") / _RARE


def _apart(no: Contender, yes: Contender, likely: float) -> float:
    return float(("follows" in no.gist.slots) != ("follows" in yes.gist.slots))


SIGNS: Mapping[str, Sign] = {
    "about one thing (log-odds)": _odds,
    "words of both": _words,
    "no word of it is affirmed": lambda no, yes, likely: share(no, yes) * likely,
    "one proposition": lambda no, yes, likely: float(
        no.claim.proposition is not None and no.claim.proposition == yes.claim.proposition
    ),
    "one article": lambda no, yes, likely: float(no.claim.span.article == yes.claim.span.article),
    "the denial has a source": lambda no, yes, likely: float(no.claim.attribution is not None),
    "the assertion has a source": lambda no, yes, likely: float(yes.claim.attribution is not None),
    "the denial is a headline": lambda no, yes, likely: float(no.headline),
    "the assertion is a headline": lambda no, yes, likely: float(yes.headline),
    "one is to come, one was": _apart,
}
"""Every sign, by the name that its weight goes by."""


def topics(told: Contender) -> Topics:
    """Give whether a claim says no to something, and whether it may be what another says no to."""
    return Topics(("no",) if _denies(told) else (), ("no",) if _affirms(told) else ())


def _denies(told: Contender) -> bool:
    stance = told.claim.stance
    no = stance == "denies" or (stance == "asserts" and (told.bare or bool(told.signed.negated)))
    return no and not told.asking


def _affirms(told: Contender) -> bool:
    return told.claim.stance in ("asserts", "hedges") and not told.asking


def denied(left: Contender, right: Contender, near: Near) -> Clash | None:
    """Tell whether one claim denies what another holder asserts, by all signs together."""
    likely = near(left, right)
    pairs = ways(left, right, likely)
    weighed = [(likelihood(signs(no, yes, likely), weighing()), number) for number, (no, yes) in enumerate(pairs)]
    best, number = max(weighed, default=(0.0, 0))
    one_proposition = left.claim.proposition is not None and left.claim.proposition == right.claim.proposition
    if best < (weighing().joins if one_proposition else weighing().apart):
        return None
    no, yes = pairs[number]
    parts = {one.number: Part(one.claim.id, value, one.claim.span) for one, value in ((no, "no"), (yes, "yes"))}
    return Clash("polarity", "hard", parts[left.number], parts[right.number], round(best, 3), _detail(no, yes))


def ways(left: Contender, right: Contender, likely: float) -> list[tuple[Contender, Contender]]:
    """Give each way in which one claim may deny the other, itself first; ``likely`` both are about one thing."""
    if likely < _LEAST or left.claim.holder == right.claim.holder:
        return []
    both = ((left, right), (right, left))
    return [(no, yes) for no, yes in both if _denies(no) and _affirms(yes) and not _alike(no, yes)]


def _alike(no: Contender, yes: Contender) -> bool:
    """Tell whether two claims say the same in the same words, as copies do: their words of negation are no denial."""
    same = no.claim.stance == yes.claim.stance and set(no.signed.negated) == set(yes.signed.negated)
    return same and likeness(no.gist.own, yes.gist.own) >= _COPY


def signs(no: Contender, yes: Contender, likely: float) -> dict[str, float]:
    """Give how strong each sign is, by name; ``likely`` is how likely both are about one thing."""
    return {name: sign(no, yes, likely) for name, sign in SIGNS.items()}


def likelihood(found: Mapping[str, float], by: Weighing) -> float:
    """Give how likely a claim denies what another asserts, between 0 and 1, from the strength of each sign."""
    return 1 / (1 + exp(-by.start - sum(by.weights[name] * strength for name, strength in found.items())))


@cache
def weighing() -> Weighing:
    """Give the weighing that the package comes with."""
    rows = (entry.split(None, 1) for entry in entries("denial-weights.txt"))
    found = {name: float(value) for value, name in rows}
    start, joins, apart, shown = (found.pop(name) for name in ("start", "joins", "apart", "shown"))
    return Weighing(found, start, joins, apart, shown)


def _detail(no: Contender, yes: Contender) -> str:
    common = [term for term in no.gist.own if term in yes.gist.own and term[0] not in "@#"]
    best = sorted(common, key=lambda term: (-no.gist.rare[term], term))[:_SHOWN]
    told = ", ".join(f"“{no.gist.shown.get(term, term)}”" for term in best)
    return f"one says no and the other yes where both speak of {told}" if told else "one denies what the other asserts"


def settled(clashes: Sequence[Clash], told: Mapping[str, Contender]) -> list[Clash]:
    """Give ``clashes`` without those over whether it is so that are too weak, ``told`` being the claims by their ids.

    Nobody stands on both sides, so the likelier clash decides on which; and of a matter one clash must be strong.
    """
    sided: dict[str, str] = {}
    found: list[Clash] = []
    for clash in sorted(clashes, key=lambda one: (-one.near, one.left.span, one.right.span, one.detail)):
        sides = {part.claim: part.value for part in (clash.left, clash.right)} if _plain(clash) else {}
        if all(sided.get(claim, value) == value for claim, value in sides.items()):
            sided.update(sides)
            found.append(clash)
    plain = [clash for clash in found if _plain(clash)]
    several = [(clash.left.claim, clash.right.claim) for clash in plain]
    several += [(one.claim, other.claim) for _, one, other in joined(plain, told)]
    groups = components(sorted({claim for pair in several for claim in pair}), several)
    matter = {claim: number for number, group in enumerate(groups) for claim in group}
    strong = {matter[clash.left.claim] for clash in plain if clash.near >= weighing().shown}
    return [clash for clash in found if not _plain(clash) or matter[clash.left.claim] in strong]


def joined(clashes: Sequence[Clash], told: Mapping[str, Contender]) -> Iterator[tuple[ConflictKind, Part, Part]]:
    """Yield parts of clashes over whether it is so whose claims are of one proposition: they are one conflict."""
    first: dict[str, Part] = {}
    parts = {part for clash in clashes if _plain(clash) for part in (clash.left, clash.right)}
    for part in sorted(parts, key=lambda one: (one.span, one.claim)):
        name = told[part.claim].claim.proposition
        if name is not None:
            yield "polarity", first.setdefault(name, part), part


def _plain(clash: Clash) -> bool:
    return clash.kind == "polarity" and {clash.left.value, clash.right.value} == {"yes", "no"}
