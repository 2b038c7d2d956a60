"""Stories of every shape give sensible results: one article, copies of one, two stories, many articles."""

from __future__ import annotations

import pytest

from rashomon import Article, Options, Story, export, read, reconcile, verify
from rashomon.compare import stories
from rashomon.present.report import page
from rashomon.present.shown import Shown
from rashomon.present.terminal import plain_text

GATE = """Gate was shut, says harbour master

ORRIN, March 3, 2031 - The harbour master, Ines Carrow, flatly denied on Monday that the gate had been left open on the
night the ferry sank. She would not say who held the key to the gate.

The Kestrel Wire reported that three dockers said the gate "stood open all night".

Bram Oyelaran, a spokesman for the Orrin Harbour Board, said the board had heard of no warning. "We were not told," he
said.
"""
DOCKERS = """Dockers saw open gate

ORRIN, March 3, 2031 - Three dockers said on Monday that the gate stood open all night before the ferry sank.

Oyelaran told Kestrel Wire that the Orrin Harbour Board was shocked. Carrow declined to comment.
"""
BOARD = """Board: gate was shut

The Orrin Harbour Board said on Monday that the gate had been shut on the night the ferry sank. Ines Carrow, the harbour
master, denied that it had been left open.

Three dockers had told the Kestrel Wire that it stood open all night.
"""
STRIKE = """Bus drivers walk out in Tavenholt

TAVENHOLT, March 3, 2031 - Some 400 bus drivers walked out on Monday over a new roster, their union said.

The union's secretary, Moira Stent, said the roster left no time for rest. "Nobody can drive eleven hours," she said.

The operator, Tavenlink, denied that any shift was longer than nine hours.
"""
ROSTER = """Tavenlink says roster is legal

A spokesman for the bus operator Tavenlink, Ruben Aske, said on Monday that no shift in the new roster was longer than
nine hours.

Moira Stent, secretary of the drivers' union, said shifts of eleven hours were common. She put the number of drivers on
strike at 400; the company counted 260.
"""
HARBOUR = (("Orrin Post", GATE), ("Kestrel Wire", DOCKERS), ("Board News", BOARD))
BUSES = (("Taven Times", STRIKE), ("Bus News", ROSTER))


def reports(*told: tuple[str, str]) -> list[Article]:
    """Give the texts as reports of their outlets."""
    day = "2031-03-04"
    return [read.article(text, f"{outlet}.txt", Options(outlet=outlet, published=day)) for outlet, text in told]


def lines(story: Story) -> list[str]:
    """Give the terminal's reading; the story file and the page are made, and every span stands."""
    file = export(story)
    verify(file)
    assert page(file).startswith("<!doctype html>")
    return plain_text(story, Shown()).splitlines()


def tellers(story: Story) -> dict[str, set[str]]:
    """Give the names of the reports that each thing found is of: propositions and conflicts, by their ids."""
    names = {one.id: one.outlet.value or "" for one in story.articles}
    of = {claim.id: names[claim.span.article] for analysis in story.analyses for claim in analysis.claims}
    found = {one.id: {of[claim] for claim in one.claims} for one in story.propositions}
    return found | {one.id: {of[claim] for side in one.sides for claim in side.claims} for one in story.conflicts}


@pytest.fixture(scope="module")
def one() -> Story:
    """Give the story of one report."""
    return reconcile(reports(HARBOUR[0]))


@pytest.fixture(scope="module")
def copies() -> Story:
    """Give the story of one report under four outlets' names."""
    return reconcile(reports(*((f"Paper {number}", GATE) for number in range(4))))


@pytest.fixture(scope="module")
def two() -> Story:
    """Give the story of reports on two different things."""
    return reconcile(reports(*HARBOUR, *BUSES))


def test_nothing_at_all():
    """No reports: a story with nothing in it, which can still be written and shown."""
    assert lines(reconcile([]))[0].startswith("0 reports")


@pytest.mark.parametrize("text", ["Gate shut", "\u201cNo.\u201d"])
def test_a_report_of_hardly_a_word(text: str):
    """A text that tells nothing gives an empty story, alone and beside a report."""
    assert not reconcile(reports(("Orrin Post", text))).omissions
    assert lines(reconcile(reports(("Board News", text), HARBOUR[0])))


def test_one_article_is_told_against_itself_only(one: Story):
    """Its headline and its lead part from what it cites; nobody leaves anything out, and nobody copies."""
    assert one.conflicts
    assert not one.omissions
    assert not one.alignments
    assert {origin.families for origin in one.origins} == {1}


def test_one_article_looks_whole(one: Story):
    """No section of its reading is empty or speaks of several reports."""
    shown = lines(one)
    assert shown[0] == "1 report · 1 outlet · 4 March 2031"
    assert not any("stories" in line or line.startswith(("Omission", "Copies")) for line in shown)


def test_copies_of_one_article_are_one_witness(copies: Story):
    """One family, no omissions, and nothing that parts them: each conflict is one that the article has by itself."""
    assert [len(family) for family in copies.families] == [4]
    assert not copies.omissions
    assert not copies.shifts
    assert all(len(several) == 4 for several in tellers(copies).values())


def test_copies_of_one_article_have_its_origins(copies: Story, one: Story):
    """Every claim goes back to where it does in one copy alone, the outlet's own to one copy for all four."""
    assert {len(origin.outlets) for origin in copies.origins} == {4}
    assert {origin.families for origin in copies.origins} == {1}
    own = {article.outlet_name for article in (*one.articles, *copies.articles)}
    assert {origin.holder for origin in one.origins} - own <= {origin.holder for origin in copies.origins}
    assert len({origin.holder for origin in copies.origins} & own) <= 1


def test_two_stories_are_told_apart(two: Story):
    """The reports of the ferry and those of the strike are two groups, and the reading says so at its head."""
    names = {article.id: article.outlet.value for article in two.articles}
    groups = {frozenset(names[one] for one in several) for several in stories.find(two)}
    assert groups == {frozenset(name for name, _ in several) for several in (HARBOUR, BUSES)}
    assert lines(two)[1] == "These reports seem to tell 2 stories (reports in each: 3, 2)."
    assert "<bdi>2</bdi> stories, it seems" in page(export(two))


def test_nothing_is_told_across_two_stories(two: Story):
    """Neither propositions, nor conflicts, nor omissions have reports of both."""
    harbour, buses = ({name for name, _ in several} for several in (HARBOUR, BUSES))
    found = tellers(two).values()
    assert any(several <= harbour for several in found)
    assert any(several <= buses for several in found)
    assert all(several <= harbour or several <= buses for several in found)
    names = {article.id: article.outlet.value or "" for article in two.articles}
    assert all({names[one.article], *(names[by] for by in one.reported_by)} <= harbour for one in two.omissions)


def test_one_story_is_not_parted():
    """Reports of one thing are one story, however short; the reading does not speak of several."""
    story = reconcile(reports(*HARBOUR))
    assert len(stories.find(story)) == 1
    assert not any("stories" in line for line in lines(story))


def test_a_hundred_reports_open_on_two_screens():
    """A hundred reports of one thing: one story, and an opening of at most 110 lines however many reports there are."""
    told = [
        (f"Paper {n}", f"Gate {n % 7} was {'shut' if n % 2 else 'open'}\n\nInes Carrow, the harbour master of Orrin, "
         f"{'said' if n % 2 else 'denied'} on Monday that gate {n % 7} had been shut when the ferry sank. She gave "
         f"report number {n} to the board at {1 + n % 9} o'clock.\n")
        for n in range(100)
    ]  # fmt: skip
    story = reconcile(reports(*told))
    assert len(stories.find(story)) == 1
    assert len(plain_text(story, Shown()).splitlines()) <= 110
