"""Invented reports of one story, made claim by claim, for the tests of positions, origins and omissions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from factory import article, attribution, blocks, digest, span
from rashomon.model import Analysis, Article, Attribution, Claim, Entity, Proposition, Span, Stance, Story


class Says(NamedTuple):
    """A claim to be: its words, who holds it (all of the chain after the outlet), what it is about."""

    words: str
    chain: tuple[str, ...] = ()
    about: str | None = "lamp"
    stance: Stance = "asserts"
    said: str | None = None
    anonymous: bool = False
    count: int | None = None
    principal: str | None = None
    cited: bool = False


class Report(NamedTuple):
    """A report to be: its text, its outlet, its day, its claims."""

    text: str
    outlet: str
    published: str | None
    says: Sequence[Says]


def person(name: str, serves: Entity | None = None) -> Entity:
    """Give a person of the story, who may speak for a body."""
    one = Entity(digest("entity", name), name, "person", (name,))
    return replace(one, stands_for=serves.id) if serves else one


def body(name: str) -> Entity:
    """Give a body of the story."""
    return Entity(digest("entity", name), name, "organisation", (name,))


def story(*reports: Report, cast: Sequence[Entity] = (), families: Sequence[Sequence[int]] = ()) -> Story:
    """Give the story of ``reports``; ``families`` are numbers of reports, each alone where it is left out.

    The people and bodies of ``cast`` are mentioned wherever their names stand.
    """
    articles = [
        article(one.text, f"{number}.txt", one.outlet, published=one.published) for number, one in enumerate(reports)
    ]
    made = [[_made(a, says) for says in report.says] for a, report in zip(articles, reports, strict=True)]
    claims = [claim for several in made for claim, _ in several]
    names = sorted({claim.proposition for claim in claims if claim.proposition})
    return Story(
        articles=tuple(articles),
        blocks=tuple(blocks(one) for one in articles),
        entities=tuple(replace(one, mentions=_mentions(one, articles)) for one in cast),
        analyses=tuple(
            Analysis(
                a.id, attributions=tuple(by for _, by in several if by), claims=tuple(claim for claim, _ in several)
            )
            for a, several in zip(articles, made, strict=True)
        ),
        families=tuple(
            tuple(articles[n].id for n in several) for several in families or [[n] for n in range(len(articles))]
        ),
        propositions=tuple(
            _proposition(name, [claim for claim in claims if claim.proposition == name]) for name in names
        ),
    )


def _made(report: Article, says: Says) -> tuple[Claim, Attribution | None]:
    outlet = report.outlet_name
    by = None
    if says.chain or says.cited:
        by = attribution(
            report, None, None, says.words, stance=says.stance, anonymous=says.anonymous, count=says.count,
            speaker_ref=None, principal=span(report, says.principal) if says.principal else None,
        )  # fmt: skip
    chain = (outlet, *says.chain)
    name = digest("claim", report.id, says)
    made = Claim(
        name, span(report, says.words), by.id if by else None, chain[-1], says.stance, chain, says.said,
        proposition=says.about,
    )  # fmt: skip
    return made, by


def _mentions(one: Entity, articles: Sequence[Article]) -> tuple[Span, ...]:
    found = []
    for report in articles:
        at = report.text.find(one.name)
        while at >= 0:
            found.append(Span(report.id, at, at + len(one.name)))
            at = report.text.find(one.name, at + 1)
    return tuple(found)


def _proposition(name: str, claims: Sequence[Claim]) -> Proposition:
    return Proposition(name, claims[0].span, tuple(claim.id for claim in claims), "happened")


def words(told: Story, name: str) -> str:
    """Give the words of the claim with the id ``name``."""
    texts = {one.id: one.text for one in told.articles}
    place = next(one.span for analysis in told.analyses for one in analysis.claims if one.id == name)
    return texts[place.article][place.start : place.end]
