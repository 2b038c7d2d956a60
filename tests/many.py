"""A story of many reports, made by rule: each tells the same things in an order of its own, some in dispute."""

from __future__ import annotations

from factory import article, blocks, digest, entity, span
from rashomon.model import (
    Analysis,
    Article,
    Claim,
    Conflict,
    Entity,
    Evidence,
    Link,
    Moment,
    Origin,
    Position,
    Proposition,
    Side,
    Stance,
    Story,
)

__all__ = ["many"]

_STANCES: tuple[Stance, ...] = ("asserts", "asserts", "denies", "hedges", "declines")


def many(reports: int, things: int) -> Story:
    """Give a story of ``reports`` articles; each has a paragraph and two claims for each of ``things`` propositions."""
    people = [entity(f"Speaker Number {at}") for at in range(max(2, things // 4))]
    written = [_report(number, things) for number in range(reports)]
    claims = {one.id: _claims(one, number, things, people) for number, one in enumerate(written)}
    told = [claim for one in written for claim in claims[one.id]]
    by_thing = [[claim for claim in told if claim.proposition == f"p{thing:04d}"] for thing in range(things)]
    return Story(
        articles=tuple(written),
        blocks=tuple(blocks(one) for one in written),
        entities=tuple(people),
        analyses=tuple(Analysis(one.id, claims=tuple(claims[one.id])) for one in written),
        families=tuple((one.id,) for one in written),
        propositions=tuple(_proposition(group) for group in by_thing),
        conflicts=tuple(_conflict(group) for group in by_thing[::5] if reports > 1),
        positions=tuple(_position(one) for one in told if len(one.chain) > 1),
        origins=tuple(_origin(group) for group in by_thing),
        timeline=tuple(_moment(group, thing) for thing, group in enumerate(by_thing)),
    )


def _report(number: int, things: int) -> Article:
    # each report begins with another thing, so that the same passage stands at another height in each
    order = [(thing + 7 * number) % things for thing in range(things)]
    lead = f"Report {number} of the long day at Orrin.\n\n"
    text = lead + "\n\n".join(_paragraph(thing, number) for thing in order) + "\n"
    return article(text, f"report-{number:03d}.txt", f"Paper {number:03d}", published=f"2031-03-{1 + number % 28:02d}")


def _paragraph(thing: int, number: int) -> str:
    return (
        f"Thing {thing} took place at gate {thing} of the harbour, as paper {number} can tell. "
        f"A speaker had a view of thing {thing} and gave it at some length to whoever stood near, "
        f"with all that it means for the harbour, the town and the ferry."
    )


def _claims(report: Article, number: int, things: int, people: list[Entity]) -> list[Claim]:
    found = []
    for thing in range(things):
        holder = people[(thing + number) % len(people)].id
        for words, chain, stance in (
            (f"Thing {thing} took place at gate {thing} of the harbour", (), "asserts"),
            (f"A speaker had a view of thing {thing} and gave it", (holder,), _STANCES[(thing + number) % 5]),
        ):
            links = (report.outlet.value or "", *chain)
            found.append(
                Claim(
                    digest(report.name, words), span(report, words), None, links[-1], stance, links,
                    said=report.published.value, slot="happened", proposition=f"p{thing:04d}",
                )
            )  # fmt: skip
    return found


def _proposition(group: list[Claim]) -> Proposition:
    first = group[0]
    links = tuple(
        Link(first.id, one.id, "confirmed", 0.9, (Evidence("words", 0.9, "in the same words", first.span, one.span),))
        for one in group[1:]
    )
    ids = tuple(one.id for one in group)
    return Proposition(str(first.proposition), first.span, ids, "happened", ((first.chain[0], "asserts"),), links, 0.9)


def _conflict(group: list[Claim]) -> Conflict:
    yes = [one for one in group if one.stance == "asserts"]
    no = [one for one in group if one.stance == "denies"] or yes[-1:]
    sides = tuple(Side(value, tuple(c.id for c in side), (side[0].span,)) for value, side in (("yes", yes), ("no", no)))
    proposition = str(group[0].proposition)
    return Conflict(f"x{proposition}", "polarity", "hard", proposition, sides)


def _position(one: Claim) -> Position:
    return Position(one.holder, str(one.proposition), one.id, one.stance, one.said, "the day of the report")


def _origin(group: list[Claim]) -> Origin:
    outlets = tuple(sorted({one.chain[0] for one in group}))
    cited = next(one for one in group if len(one.chain) > 1)
    return Origin(str(cited.proposition), cited.holder, (cited.id,), outlets, len(outlets), basis="they name it")


def _moment(group: list[Claim], thing: int) -> Moment:
    day = f"2031-02-{1 + thing % 28:02d}"
    return Moment("happened", day, day, day, "told in full", tuple(one.id for one in group[:20]))
