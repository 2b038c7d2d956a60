"""A story narrowed to what somebody asks for: a person, an organisation, a place; or one proposition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.errors import NotInStory
from rashomon.model import Analysis, Attribution, Claim, Entity, Span, Story

__all__ = ["about", "entity", "proposition"]

_NEAR = 60
"""Likeness (0 to 100) from which a name may be the one that was meant: one letter wrong in a short name is about 80,
another word 50 and less. Calibrated on the names of the example story with one or two letters changed."""

_SUGGESTED = 4
"""Names suggested at most."""


def entity(story: Story, name: str) -> Entity:
    """Give the entity that goes by ``name``: by its whole name or a variant of it, or by a word of theirs.

    Raises ``NotInStory`` with the nearest names where there is none, with all of them where there are several.
    """
    wanted = " ".join(name.casefold().split())
    for found in (_named(story, wanted), _partly(story, wanted)):
        if len(found) == 1:
            return found[0]
        if found:
            raise NotInStory(name, f"{len(found)} go by that name", f"name one of them in full: {_names(found)}")
    near = _near(story, wanted)
    mend = f"did you mean {_names(near)}?" if near else "rashomon compare ... --only people shows who speaks"
    raise NotInStory(name, "nobody and nothing of that name is in the story", mend)


def about(story: Story, who: Entity) -> Story:
    """Give of ``story`` what ``who`` says and what is said about them, and all that is read off it."""

    def concerns(claim: Claim) -> bool:
        return who.id in (claim.holder, *claim.chain) or any(_within(place, claim.span) for place in who.mentions)

    def says(one: Attribution) -> bool:
        return one.speaker == who.id or any(_within(place, span) for place in who.mentions for span in one.contents)

    analyses = tuple(
        replace(
            analysis,
            attributions=tuple(one for one in analysis.attributions if says(one)),
            claims=tuple(one for one in analysis.claims if concerns(one)),
        )
        for analysis in story.analyses
    )
    return _narrowed(story, analyses)


def proposition(story: Story, asked: str) -> Story:
    """Give of ``story`` the proposition whose id begins with ``asked``, and all that is read off it.

    Raises ``NotInStory`` where there is none or several.
    """
    found = [one for one in story.propositions if asked and one.id.startswith(asked)]
    if len(found) != 1:
        cause = f"{len(found)} propositions begin so" if found else "there is no such proposition"
        raise NotInStory(asked or "''", cause, "give an id as rashomon compare shows it beside a title")
    held = set(found[0].claims)
    analyses = []
    for analysis in story.analyses:
        claims = tuple(one for one in analysis.claims if one.id in held)
        said = {one.attribution for one in claims}
        attributions = tuple(one for one in analysis.attributions if one.id in said)
        analyses.append(replace(analysis, attributions=attributions, claims=claims))
    return _narrowed(replace(story, propositions=tuple(found)), tuple(analyses))


def _narrowed(story: Story, analyses: tuple[Analysis, ...]) -> Story:
    """Give of ``story`` the propositions that claims of ``analyses`` belong to, and what is read off both."""
    claims = {claim.id: claim for analysis in analyses for claim in analysis.claims}
    spans: dict[str, list[Span]] = {}
    for claim in claims.values():
        spans.setdefault(claim.span.article, []).append(claim.span)

    def touched(places: Iterable[Span]) -> bool:
        return any(_meet(place, span) for place in places for span in spans.get(place.article, ()))

    propositions = tuple(one for one in story.propositions if any(claim in claims for claim in one.claims))
    kept = {one.id for one in propositions}
    return replace(
        story,
        analyses=analyses,
        propositions=propositions,
        conflicts=tuple(
            one
            for one in story.conflicts
            if one.proposition in kept or any(claim in claims for side in one.sides for claim in side.claims)
        ),
        positions=tuple(one for one in story.positions if one.proposition in kept),
        shifts=tuple(one for one in story.shifts if one.proposition in kept),
        origins=tuple(one for one in story.origins if one.proposition in kept),
        omissions=tuple(one for one in story.omissions if one.proposition in kept),
        alignments=tuple(one for one in story.alignments if touched(one.spans)),
        wording=tuple(one for one in story.wording if touched(s for each in one.variants for s in each.spans)),
        timeline=tuple(
            replace(one, claims=own)
            for one in story.timeline
            if (own := tuple(claim for claim in one.claims if claim in claims))
        ),
    )


def _within(inner: Span, outer: Span) -> bool:
    return inner.article == outer.article and outer.start <= inner.start and inner.end <= outer.end


def _meet(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _named(story: Story, wanted: str) -> list[Entity]:
    return [one for one in story.entities if wanted in (name.casefold() for name in (one.name, *one.variants))]


def _partly(story: Story, wanted: str) -> list[Entity]:
    """Give those of whose name or variants all words of ``wanted`` are words."""
    words = set(wanted.split())
    return [
        one
        for one in story.entities
        if words and any(words <= set(name.casefold().split()) for name in (one.name, *one.variants))
    ]


def _near(story: Story, wanted: str) -> list[Entity]:
    from rapidfuzz import fuzz

    def likeness(one: Entity) -> float:
        names = {word for name in (one.name, *one.variants) for word in (name.casefold(), *name.casefold().split())}
        return max(fuzz.ratio(wanted, name) for name in names)

    ranked = sorted(((likeness(one), len(one.mentions), one.name, one) for one in story.entities), key=_rank)
    return [one for likely, _, _, one in ranked if likely >= _NEAR][:_SUGGESTED]


def _rank(ranked: tuple[float, int, str, Entity]) -> tuple[float, int, str]:
    return -ranked[0], -ranked[1], ranked[2]


def _names(entities: Sequence[Entity]) -> str:
    return ", ".join(sorted(dict.fromkeys(one.name for one in entities)))
