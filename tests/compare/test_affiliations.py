"""Whom people belong to: what a report says beside the name, lets be understood, or tells by a rank."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factory import article, span
from rashomon.compare.affiliations import affiliations
from rashomon.compare.entities import same
from rashomon.model import Analysis, Article, EntityKind, Mention, Reference

Row = tuple[str, EntityKind]


def report(text: str, *names: Row, outlet: str = "Orrin Post") -> tuple[Article, Analysis]:
    """Give an article with its names."""
    made = article(text, f"{text[:20]}.txt", outlet)
    return made, Analysis(made.id, tuple(sorted(Mention(span(made, words), kind) for words, kind in names)))


def described(made: tuple[Article, Analysis], words: str, name: str, kind: EntityKind) -> tuple[Article, Analysis]:
    """Give a report with one more role, which grammar ties to a name."""
    one, analysis = made
    mention, reference = Mention(span(one, words), kind, "role"), Reference(span(one, words), span(one, name), 0.95)
    mentions = tuple(sorted([*analysis.mentions, mention]))
    return one, replace(analysis, mentions=mentions, references=(*analysis.references, reference))


def served(*reports: tuple[Article, Analysis]) -> dict[str, str | None]:
    """Give the body of each entity of a story, by names."""
    articles, analyses = [a for a, _ in reports], [x for _, x in reports]
    known = same(articles, analyses)
    found, names = affiliations(articles, analyses, known), {entity.id: entity.name for entity in known}
    return {entity.name: names.get(found.get(entity.id, "")) for entity in known}


@pytest.mark.parametrize(
    ("between", "whose"),
    [
        (" of ", "Orrin Lines"),
        (", of the ", "Orrin Lines"),
        (", who runs ", "Orrin Lines"),
        (", an economist at ", "Orrin Lines"),
        (", a customer of ", None),
        (", the former captain of ", None),
        (" left ", None),
    ],
)
def test_what_stands_between_a_name_and_a_body_tells_whether_it_is_theirs(between: str, whose: str | None):
    """One who is "of" a body, runs it or works there belongs to it; who buys from it or has left it does not."""
    found = served(
        report(f"Ines Carrow{between}Orrin Lines", ("Ines Carrow", "person"), ("Orrin Lines", "organisation"))
    )
    assert found["Ines Carrow"] == whose


def test_a_chief_executive_without_an_owner_runs_the_company_just_named():
    """Only what some report calls "the company" has a chief executive by itself; Hydrel here is nobody's."""
    text = "Orrin Lines lost money. Hydrel did not. The company was calm. Chief executive Ines Carrow left"
    names: list[Row] = [("Orrin Lines", "organisation"), ("Hydrel", "organisation"), ("Ines Carrow", "person")]
    made = described(report(text, *names), "Chief executive", "Ines Carrow", "person")
    assert served(made)["Ines Carrow"] is None
    assert served(described(made, "The company", "Orrin Lines", "organisation"))["Ines Carrow"] == "Orrin Lines"


def test_a_role_names_its_body():
    """ "The board's lawyer" is of the board, of which a role without a name tells less than a name."""
    text = "the Orrin board's lawyer, Ada Lund. Ada Lund of Hydrel"
    made = described(report(text, ("Ada Lund", "person")), "the Orrin board's lawyer", "Ada Lund", "person")
    one, analysis = made
    board = Mention(span(one, "the Orrin board"), "organisation", "role")
    owned = one, replace(analysis, mentions=tuple(sorted([*analysis.mentions, board])))
    assert served(owned)["Ada Lund"] == "Orrin board"
    again = (Mention(span(one, "Ada Lund", 2), "person"), Mention(span(one, "Hydrel"), "organisation"))
    both = one, replace(analysis, mentions=tuple(sorted([*analysis.mentions, board, *again])))
    assert served(both)["Ada Lund"] == "Hydrel"


def test_a_body_that_is_the_outlet_is_not_who_the_story_is_about():
    """ "Ines Carrow of the Orrin Post", in the Orrin Post, is its reporter, for whom it needs no word."""
    made = report("Ines Carrow of the Orrin Post", ("Ines Carrow", "person"), ("Orrin Post", "organisation"))
    assert served(made)["Ines Carrow"] is None


def test_a_rank_of_the_police_tells_the_force():
    """Where a story has one police force, its inspectors are of it; where it has two, nobody knows."""
    names: list[Row] = [("Orrin City Police", "organisation"), ("Inspector Ivo Tarn", "person")]
    text = "Orrin City Police came. Inspector Ivo Tarn left"
    assert served(report(text, *names))["Ivo Tarn"] == "Orrin City Police"
    two = report(f"{text}. Veltra Police came", *names, ("Veltra Police", "organisation"))
    assert served(two)["Ivo Tarn"] is None


def test_who_is_put_with_two_bodies_alike_is_with_neither():
    """Of two bodies, told as often, none is chosen."""
    names: list[Row] = [("Ines Carrow", "person"), ("Orrin Lines", "organisation")]
    other: list[Row] = [("Ines Carrow", "person"), ("Hydrel", "organisation")]
    one, two = report("Ines Carrow of Orrin Lines", *names), report("Ines Carrow of Hydrel", *other)
    assert served(one, two)["Ines Carrow"] is None
    assert served(one, two, report("2 Ines Carrow of Hydrel", *other))["Ines Carrow"] == "Hydrel"
