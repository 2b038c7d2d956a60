"""Origins: where the claims of a proposition go back to. Five outlets that cite one newspaper are one origin.

    claims -> starts -> those that repeat a source beside them -> those that copy another -> one origin each group

A claim starts from its first known source: the last holder of its chain that tells anything, or its outlet.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.compare.components import components
from rashomon.compare.events import grammar, words
from rashomon.compare.tellings import outlets, themselves, witnesses
from rashomon.model import Alignment, Attribution, Claim, Entity, Link, Origin, Proposition, Span, Story

__all__ = ["find"]

_ALIKE = 0.5
"""Share of the words of two claims in one copied passage that must stand in both for one to be a copy of the other. Not
calibrated: what two claims of one passage say of different things has hardly a word in common, and an edit changes one
or two."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the whole story knows.

    ``said`` are the words of each claim; then the outlets by article, papers (outlets by entity), families, sources and
    copies.
    """

    said: Mapping[str, Sequence[str]]
    outlet: Mapping[str, str]
    paper: Mapping[str, str]
    family: Mapping[str, int]
    entities: Mapping[str, Entity]
    attributions: Mapping[str, Attribution]
    copies: Sequence[Alignment]


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a claim starts from.

    ``source`` is an entity, a source's own words or, where ``own``, an outlet. ``paper`` is the outlet or entity that
    has it from a source without a name of its own, "" for one with a name. ``reason`` says what else than the claim's
    own words shows its start.
    """

    claim: Claim
    source: str
    paper: str
    anonymous: bool
    count: int | None
    own: bool
    reason: str = ""


def find(story: Story) -> tuple[Origin, ...]:
    """Give the origins of each proposition of ``story``: those that most outlets repeat first.

    A named speaker is one origin, however many outlets carry it, and so are a body and the one who speaks for it. A
    source without a name belongs to the paper that had it: two papers' "three officials" are two origins, unless one
    cites the other. The outlet's own words are an origin only where no copy and no source beside them shows one.
    """
    itself, names = themselves(story), outlets(story)
    known = _Known(
        said=_said(story),
        outlet=names,
        paper={name: names[article] for article, several in itself.items() for name in several},
        family=witnesses(story),
        entities={entity.id: entity for entity in story.entities},
        attributions={one.id: one for analysis in story.analyses for one in analysis.attributions},
        copies=[one for one in story.alignments if one.kind == "copy"],
    )
    claims = {claim.id: claim for analysis in story.analyses for claim in analysis.claims}
    return tuple(origin for proposition in story.propositions for origin in _origins(proposition, claims, known))


def _origins(proposition: Proposition, claims: Mapping[str, Claim], known: _Known) -> Iterator[Origin]:
    starts = [_start(claims[name], known) for name in proposition.claims if name in claims]
    starts = _copied(_repeating(starts, proposition.links), known)
    through = _through(starts)
    why: dict[tuple[int, int], str] = {}
    for one, other in combinations(range(len(starts)), 2):
        left, right = starts[one], starts[other]
        reason = _same(left, right, known) or _cites(left, right, through, known) or _cites(right, left, through, known)
        if reason:
            why[one, other] = reason
    shown: dict[int, list[str]] = defaultdict(list)
    for (one, _), reason in why.items():
        shown[one].append(reason)
    made = []
    for group in components(range(len(starts)), why):
        reasons = [starts[number].reason for number in group]
        reasons += [reason for number in group for reason in dict.fromkeys(shown[number])]
        made.append(_origin(proposition, [starts[number] for number in group], reasons, known))
    yield from sorted(made, key=lambda one: (-len(one.outlets), -len(one.claims), one.claims[0]))


def _start(claim: Claim, known: _Known) -> _Start:
    """Give where a claim starts from by its own words; a pronoun or "nobody" at a chain's end is no source."""
    outlet = known.outlet[claim.span.article]
    chain = [link for link in claim.chain[1:] if link in known.entities or _tells(link)]
    if not chain:
        return _Start(claim, outlet, outlet, False, None, True)
    said = known.attributions.get(claim.attribution or "")
    if len(chain) > 1 and chain[-1] not in known.entities and said is not None and said.principal is not None:
        chain.pop()  # somebody's spokesperson without a name
    source, entity = chain[-1], known.entities.get(chain[-1])
    if source in known.paper:
        return _Start(claim, known.paper[source], known.paper[source], False, None, True)
    own = said if source == claim.holder else None
    anonymous = (own is not None and own.anonymous) or (entity is not None and entity.kind == "group")
    before = known.entities.get(chain[-2]) if len(chain) > 1 else None
    told_to = known.paper.get(before.id, before.id) if before is not None and before.kind == "organisation" else outlet
    paper = told_to if anonymous or entity is None else ""
    return _Start(claim, source, paper, anonymous, own.count if own else None, False)


def _tells(link: str) -> bool:
    return any(word.lemma not in grammar() for word in words(link))


def _repeating(starts: Sequence[_Start], links: Sequence[Link]) -> list[_Start]:
    """Let the outlet's own words start from the source that its report names for what is surely the same."""
    tied = {frozenset((one.left, one.right)) for one in links if one.status == "confirmed"}

    def named(one: _Start) -> _Start | None:
        return next(
            (
                other
                for other in starts
                if not other.own
                and other.claim.span.article == one.claim.span.article
                and other.claim.stance == one.claim.stance
                and frozenset((one.claim.id, other.claim.id)) in tied
            ),
            None,
        )

    return [_from(one, named(one) if one.own else None, "its report names the source of it") for one in starts]


def _copied(starts: Sequence[_Start], known: _Known) -> list[_Start]:
    """Let what stands in a copied passage start where its words do in the article that had the passage first."""
    traced = list(starts)
    for copy in known.copies:
        first = copy.direction.origin if copy.direction else copy.spans[0].article
        inside = [number for number, one in enumerate(starts) if any(_within(one.claim.span, s) for s in copy.spans)]
        had = [traced[number] for number in inside if starts[number].claim.span.article == first]
        for number in inside:
            if starts[number].claim.span.article != first:
                traced[number] = _from(traced[number], _likest(starts[number], had, known), "the words are copied")
    return traced


def _likest(one: _Start, several: Sequence[_Start], known: _Known) -> _Start | None:
    """Give the one of ``several`` whose claim has most words in common with that of ``one``, None where few are."""
    told = known.said[one.claim.id]

    def alike(other: _Start) -> float:
        words = known.said[other.claim.id]
        return 2 * (Counter(told) & Counter(words)).total() / max(1, len(told) + len(words))

    best = max(several, key=alike, default=None)
    return best if best is not None and alike(best) >= _ALIKE else None


def _said(story: Story) -> Mapping[str, Sequence[str]]:
    """Give the words of each claim by its id, in small letters."""
    text = {article.id: article.text for article in story.articles}
    spans = {claim.id: claim.span for analysis in story.analyses for claim in analysis.claims}
    return {name: re.findall(r"\w+", text[at.article][at.start : at.end].lower()) for name, at in spans.items()}


def _from(one: _Start, other: _Start | None, reason: str) -> _Start:
    return one if other is None else replace(other, claim=one.claim, reason=reason)


def _within(claim: Span, passage: Span) -> bool:
    """Tell whether a passage holds more than half of a claim."""
    shared = min(claim.end, passage.end) - max(claim.start, passage.start)
    return claim.article == passage.article and 2 * shared > claim.end - claim.start


def _same(left: _Start, right: _Start, known: _Known) -> str:
    """Say why two claims start from one source; "" where they do not."""
    if _repeated(left, right, known):
        return "the same words in copies of one report"
    if left.own or right.own:
        return "one outlet's own words" if left.own and right.own and left.source == right.source else ""
    if bool(left.paper) != bool(right.paper):
        return ""
    if left.paper:
        alike = left.source == right.source or bool(_telling(left, known) & _telling(right, known))
        fits = None in (left.count, right.count) or left.count == right.count
        one = left.paper == right.paper and alike and fits
        return f"one source without a name, told to {_name(left.paper, known)}" if one else ""
    if left.source == right.source:
        return "one speaker"
    served = [known.entities[one.source].stands_for for one in (left, right)]
    return "one speaks for the other" if left.source == served[1] or right.source == served[0] else ""


def _repeated(left: _Start, right: _Start, known: _Known) -> bool:
    """Tell whether two reports that are one witness give the same words to what they call alike."""
    one, other = left.claim, right.claim
    if one.span.article == other.span.article or known.family[one.span.article] != known.family[other.span.article]:
        return False
    return (
        left.own == right.own
        and (left.own or left.source == right.source)
        and known.said[one.id] == known.said[other.id]
    )


def _telling(one: _Start, known: _Known) -> frozenset[str]:
    """Give the words that describe a source, those of grammar apart."""
    return frozenset(word.lemma for word in words(_name(one.source, known))) - grammar()


def _name(holder: str, known: _Known) -> str:
    return known.entities[holder].name if holder in known.entities else holder


def _through(starts: Sequence[_Start]) -> frozenset[str]:
    """Give the papers that have the thing from one source without a name, and not from several."""
    found: dict[str, set[str]] = {}
    for one in starts:
        if one.paper and not one.own:
            found.setdefault(one.paper, set()).add(one.source)
    return frozenset(paper for paper, sources in found.items() if len(sources) == 1)


def _cites(left: _Start, right: _Start, through: frozenset[str], known: _Known) -> str:
    """Say that ``left`` cites the paper that has it from the source of ``right``; "" where it does not."""
    cited = left.source == right.paper and not right.own and not left.reason and left.claim.chain[0] != left.source
    return (
        f"{_name(left.source, known)} is cited, which has it from one source"
        if cited and left.source in through
        else ""
    )


def _origin(proposition: Proposition, group: Sequence[_Start], reasons: Sequence[str], known: _Known) -> Origin:
    """Give the origin of claims: its source is the one that most of them name, somebody rather than an outlet."""
    counted = Counter(one.source for one in group)
    speaks = {one.source for one in group if one.source in known.entities and known.entities[one.source].stands_for}
    first = max(
        group, key=lambda one: (not one.own, counted[one.source], one.source in speaks, one.count or 0, one.source)
    )
    ordered = sorted((one.claim for one in group), key=lambda one: (one.span, one.id))
    held = {known.outlet[one.span.article] for one in ordered}
    # copies of one report that each name the source: which of them had it first, nothing tells
    passed_on = held != {first.paper} and len({one.paper for one in group if one.source == first.source}) == 1
    told = "its own words, no source named" if first.own else "the first source named"
    return Origin(
        proposition=proposition.id,
        holder=first.source,
        claims=tuple(one.id for one in ordered),
        outlets=tuple(sorted(held)),
        families=len({known.family[one.span.article] for one in ordered}),
        through=first.paper if first.paper and not first.own and passed_on else None,
        anonymous=first.anonymous,
        count=first.count,
        basis="; ".join(dict.fromkeys(filter(None, reasons))) or told,
    )
