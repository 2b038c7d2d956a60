"""Each claim as a telling: who stands behind it, when it was said and by what that is known, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.sentences import Sentence, holding, sentences
from rashomon.model import Attribution, Claim, Entity, Span, Story

__all__ = ["Telling", "dated", "outlets", "principal", "tellings", "themselves", "witnesses"]

_SUBJECT = 40
"""Code points from the start of a sentence within which the first one named is whom it tells of: "Pressed again, he
..."; further in, somebody else may have the verb."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with who stands behind it.

    ``held`` are the ids of those whose position it tells: the holder and the one he speaks for, or who tells of a
    holder that the story does not know; for the outlet's own words the outlet, and the one whose ``doing`` its sentence
    tells. ``outlet`` are the ids of the entities that are its outlet. ``nested`` says that somebody but an outlet tells
    what the holder says. ``date`` is the ISO value of when it was said, "" where nothing dates it, and ``basis`` what
    does. ``sentence`` is the number in ``text`` of the one it stands in; ``text`` are all sentences of its article.
    """

    claim: Claim
    held: tuple[str, ...]
    doing: bool
    nested: bool
    outlet: tuple[str, ...]
    date: str
    basis: str
    sentence: int
    text: tuple[Sentence, ...]

    @property
    def own(self) -> Sentence:
        """The sentence the claim stands in."""
        return self.text[self.sentence]


def outlets(story: Story) -> dict[str, str]:
    """Give the outlet of each article by the article's id; the article's name where no outlet is known."""
    return {article.id: article.outlet_name for article in story.articles}


def witnesses(story: Story) -> dict[str, int]:
    """Give the number of each article's family by the article's id; one that is in none is its own."""
    alone = {article.id: -number for number, article in enumerate(story.articles, 1)}
    return alone | {article: number for number, several in enumerate(story.families) for article in several}


def dated(claim: Claim, published: str | None, attribution: Attribution | None) -> tuple[str | None, str]:
    """Give when a claim was said, an ISO value, and what tells: its own date, otherwise the article's publication.

    A date of saying after the publication is a misread one.
    """
    day = (published or "")[:10]
    if claim.said and not (day and claim.said[: len(day)] > day):
        basis = attribution.said_basis if attribution else ""
        return claim.said, basis or "the day of saying, as told"
    return (
        (published, f"on or before {published}, the date of publication") if published else (None, "nothing dates it")
    )


def principal(claim: Claim, attribution: Attribution | None, entities: Mapping[str, Entity]) -> str | None:
    """Give whom the holder of a claim speaks for, as its chain names them; None where he speaks for himself."""
    if len(claim.chain) < 3:
        return None
    before, holder = claim.chain[-2], entities.get(claim.holder)
    named = attribution is not None and attribution.principal is not None
    return before if named or (holder is not None and holder.stands_for == before) else None


def tellings(story: Story) -> tuple[Telling, ...]:
    """Give the claims of ``story`` as tellings, in the order of its articles and of their places."""
    entities = {entity.id: entity for entity in story.entities}
    names = outlets(story)
    itself = themselves(story)
    casts = _casts(story.entities)
    papers = frozenset(name for several in itself.values() for name in several)
    found = []
    for article, own, analysis in zip(story.articles, story.blocks, story.analyses, strict=True):
        text = sentences(article, own)
        cast = casts.get(article.id, [])
        attributions = {one.id: one for one in analysis.attributions}
        for claim in sorted(analysis.claims, key=lambda one: (one.span, one.id)):
            if not text:
                continue
            at = holding(text, claim.span)
            said = attributions.get(claim.attribution or "")
            date, basis = dated(claim, article.published.value, said)
            doing = claim.holder == names[article.id]
            held = _doer(claim, text[at].span, cast) if doing else _holders(claim, said, names, entities)
            several = dict.fromkeys((*held, *itself[article.id]) if doing else _served(held, entities))
            nested = _nested(claim, attributions, papers)
            found.append(Telling(claim, tuple(several), doing, nested, itself[article.id], date or "", basis, at, text))
    return tuple(found)


def themselves(story: Story) -> dict[str, tuple[str, ...]]:
    """Give for each article by its id the entities that are its outlet."""

    def bare(name: str) -> str:
        return name.casefold().removeprefix("the ").strip()

    known: dict[str, list[str]] = {}
    for entity in story.entities:
        for name in {bare(variant) for variant in (entity.name, *entity.variants)}:
            known.setdefault(name, []).append(entity.id)
    return {article: tuple(known.get(bare(name), ())) for article, name in outlets(story).items()}


def _casts(entities: Sequence[Entity]) -> dict[str, list[tuple[Span, str]]]:
    """Give where people and bodies are mentioned in each article, in order."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for entity in entities:
        for span in entity.mentions if entity.kind != "place" else ():
            found.setdefault(span.article, []).append((span, entity.id))
    return {article: sorted(several) for article, several in found.items()}


def _doer(claim: Claim, sentence: Span, cast: Sequence[tuple[Span, str]]) -> tuple[str, ...]:
    """Give the one that a sentence of the outlet's own begins with, none where it names nobody at its start."""
    end = min(sentence.start + _SUBJECT, claim.span.end)
    first = next((name for span, name in cast if sentence.start <= span.start < end), None)
    return (first,) if first else ()


def _holders(
    claim: Claim, attribution: Attribution | None, names: Mapping[str, str], entities: Mapping[str, Entity]
) -> tuple[str, ...]:
    """Give the holder and whom he speaks for; where he is nobody the story knows ("nobody", "we"), who tells of him."""
    served = principal(claim, attribution, entities)
    if served is None and claim.holder not in entities and len(claim.chain) > 2:
        served = claim.chain[-2]
    return (claim.holder, *([served] if served and served not in names.values() else []))


def _nested(claim: Claim, attributions: Mapping[str, Attribution], papers: frozenset[str]) -> bool:
    """Tell whether somebody else tells what the holder says, who is no paper of the story and no spokesperson."""
    own = attributions.get(claim.attribution or "")
    outer = attributions.get(own.within or "") if own else None
    return outer is not None and outer.principal is None and outer.speaker not in papers | {claim.holder, None}


def _served(held: Sequence[str], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    served = (entities[name].stands_for for name in held if name in entities)
    return (*held, *(name for name in served if name))
