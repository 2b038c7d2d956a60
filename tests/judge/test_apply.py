"""Judgements applied: what each does, that it is undone to the letter, and that it survives another reading."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory import digest, span
from rashomon.judge import applied, from_values, judgement, passage, standing, target, to_values, undoing
from rashomon.model import Claim, Judgement, JudgementKind, Span, Story, Target
from rashomon.present.story_file import export, load, verify
from whole import ALONE, CARROW, DAY, DENIED, ECHO, HURT, MAIL, OPEN, OYELARAN, PAPER, POST, RADIO, whole

NOON = datetime(2031, 3, 8, 12, tzinfo=UTC)


def machine() -> Story:
    """Give the whole story as the machine reads it, without judgements."""
    return replace(whole(), judged=())


def made(kind: JudgementKind, *targets: Target, change: str | None = None, note: str = "", at: int = 0) -> Judgement:
    """Give a judgement of Ana's, ``at`` seconds after noon."""
    return judgement(kind, targets, ("Ana", NOON + timedelta(seconds=at)), change, note)


def on(kind: str, *ids: str, story: Story | None = None) -> Target:
    """Give a target in the whole story."""
    return target(story or machine(), kind, *ids)


def only(story: Story, *judgements: Judgement) -> Story:
    """Give the story judged, where every judgement must fit."""
    judged, outcomes = applied(story, judgements)
    assert {one.status for one in outcomes} == {"applied"}, outcomes
    return judged


def claims(story: Story) -> dict[str, Claim]:
    """Give all claims by id."""
    return {one.id: one for analysis in story.analyses for one in analysis.claims}


def groups(story: Story) -> set[frozenset[str]]:
    """Give which claims are together."""
    return {frozenset(one.claims) for one in story.propositions}


def ids(*told: Claim) -> frozenset[str]:
    """Give the ids of claims."""
    return frozenset(one.id for one in told)


def again(story: Story, added: str = "A paragraph that is new.\n\n") -> Story:
    """Give ``story`` as read from articles fetched anew: a paragraph more at the top, so other ids and offsets."""
    texts = {one.id: added + one.text for one in story.articles}
    names = {one.id: digest("again", one.id) for one in story.articles}

    def moved(value: Any) -> Any:
        if isinstance(value, Span):
            return Span(names[value.article], value.start + len(added), value.end + len(added))
        if isinstance(value, tuple):
            return tuple(map(moved, value))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{field.name: moved(getattr(value, field.name)) for field in fields(value)})
        return names.get(value, value) if isinstance(value, str) else value

    there: Story = moved(replace(story, judged=()))
    articles = tuple(
        replace(one, text=texts[old.id], sha256=digest(texts[old.id]))
        for one, old in zip(there.articles, story.articles, strict=True)
    )
    return replace(there, articles=articles, alignments=())


# What each kind does -------------------------------------------------------------------------------------------------


def test_an_accepted_statement_is_told_as_such_and_changes_nothing():
    """The story stays, the outcome names the claim."""
    judged, (outcome,) = applied(machine(), [made("accept", on("claim", OPEN[0].id))])
    assert judged == machine()
    assert (outcome.status, outcome.ids) == ("applied", (OPEN[0].id,))


def test_a_rejected_statement_is_left_out_with_its_attribution():
    """Neither the claim nor who was held to say it stays; the others of the proposition are still tied together."""
    judged = only(machine(), made("reject", on("claim", OPEN[1].id)))
    assert OPEN[1].id not in claims(judged)
    assert DENIED.id not in {one.id for analysis in judged.analyses for one in analysis.attributions}
    assert ids(*OPEN) - ids(OPEN[1]) in groups(judged)


def test_the_middle_of_a_proposition_may_be_rejected():
    """The claim that all others were tied to goes: they are tied anew, and the link says by whom."""
    judged = only(machine(), made("reject", on("claim", OPEN[0].id)))
    (rest,) = [one for one in judged.propositions if OPEN[1].id in one.claims]
    assert len(rest.links) == len(rest.claims) - 1 == 3
    assert {link.status for link in rest.links} == {"suggested"}
    assert rest.links[0].evidence[0].detail == "a statement was taken out by Ana, 2031-03-08"


def test_an_accepted_link_is_confirmed_by_a_person():
    """A suggested link becomes a confirmed one, first of all because Ana says so."""
    judged = only(machine(), made("accept", on("link", OPEN[0].id, OPEN[2].id)))
    (link,) = [link for one in judged.propositions for link in one.links if OPEN[2].id in (link.left, link.right)]
    assert (link.status, link.score) == ("confirmed", 1.0)
    assert [one.feature for one in link.evidence] == ["judgement", "words"]


def test_a_rejected_link_parts_the_proposition():
    """Each side keeps what tied it; a side of one claim belongs to no proposition."""
    judged = only(machine(), made("reject", on("link", OPEN[0].id, OPEN[2].id)))
    assert ids(*OPEN) - ids(OPEN[2]) in groups(judged)
    assert claims(judged)[OPEN[2].id].proposition is None


def test_a_link_is_parted_where_it_is_weakest():
    """Two claims that a third ties together are parted at the weaker of the two links."""
    story = machine()
    (first,) = [one for one in story.propositions if one.id == "p-hurt"]
    weak = replace(first, links=(first.links[0], replace(first.links[1], score=0.4)))
    story = replace(story, propositions=tuple(weak if one is first else one for one in story.propositions))
    judged = only(story, made("reject", on("link", HURT[1].id, HURT[2].id)))
    assert ids(HURT[0], HURT[1]) in groups(judged)


def test_a_rejected_proposition_is_no_more():
    """Its claims stay, each by itself."""
    judged = only(machine(), made("reject", on("proposition", "p-day")))
    assert groups(judged) == {ids(*OPEN), ids(*HURT)}
    assert all(claims(judged)[one.id].proposition is None for one in DAY)


def test_two_propositions_become_one():
    """All claims of both, under the title of the first; the outlets' stances are read off anew."""
    judged = only(machine(), made("merge", on("proposition", "p-hurt"), on("proposition", "p-day")))
    (one,) = [one for one in judged.propositions if HURT[0].id in one.claims]
    assert ids(*HURT, *DAY) == set(one.claims)
    assert (one.title, one.slot) == (HURT[0].span, "number")
    assert dict(one.outlets).keys() == {"Harbour Mail", "Orrin Echo", "Orrin Post", "Radio Orrin"}


def test_a_lone_statement_is_put_into_a_proposition():
    """A claim that nothing was about joins those that it is about."""
    judged = only(machine(), made("merge", on("proposition", "p-day"), on("claim", ALONE[0].id)))
    assert ids(*DAY, *ALONE) in groups(judged)


def test_a_proposition_is_split():
    """What goes makes a proposition of its own, titled by words of its own."""
    stays, goes = [OPEN[0], OPEN[3], OPEN[4]], [OPEN[1], OPEN[2]]
    split = made("split", on("claim", *ids(*stays)), on("claim", *ids(*goes)))
    judged = only(machine(), split)
    assert {ids(*stays), ids(*goes)} <= groups(judged)
    (new,) = [one for one in judged.propositions if set(one.claims) == ids(*goes)]
    assert new.title in {one.span for one in goes}


def test_a_stance_is_mended_for_the_claim_the_attribution_and_the_outlet():
    """What the Echo is shown to do follows."""
    judged = only(machine(), made("stance", on("claim", OPEN[4].id), change="denies"))
    assert claims(judged)[OPEN[4].id].stance == "denies"
    assert {one.stance for x in judged.analyses for one in x.attributions if one.id == OPEN[4].attribution} == {
        "denies"
    }
    assert dict(next(one for one in judged.propositions if OPEN[4].id in one.claims).outlets)["Orrin Echo"] == "denies"


@pytest.mark.parametrize(
    ("name", "holder", "chain"),
    [
        ("ines carrow", CARROW.id, ("Radio Orrin", PAPER.id, CARROW.id)),
        ("a night watchman", "a night watchman", ("Radio Orrin", PAPER.id, "a night watchman")),
        ("Radio Orrin", "Radio Orrin", ("Radio Orrin",)),
    ],
)
def test_a_speaker_is_mended(name: str, holder: str, chain: tuple[str, ...]):
    """An entity by any of its names, words as they are, or the outlet itself; through whom it came stays."""
    changed = claims(only(machine(), made("speaker", on("claim", OPEN[3].id), change=name)))[OPEN[3].id]
    assert (changed.holder, changed.chain) == (holder, chain)


def test_a_speaker_is_given_to_the_outlet_s_own_words():
    """Behind the outlet, which still reports it."""
    changed = claims(only(machine(), made("speaker", on("claim", HURT[1].id), change="Bram Oyelaran")))[HURT[1].id]
    assert changed.chain == ("Radio Orrin", OYELARAN.id)


def test_the_words_of_a_statement_are_set_anew():
    """Claim and attribution both have them."""
    words = passage(machine(), span(POST, "the gate stood open when the ferry docked"))
    judged = only(machine(), made("span", on("claim", OPEN[0].id), words))
    assert claims(judged)[OPEN[0].id].span == span(POST, "the gate stood open when the ferry docked")
    assert verify(export(judged))


def test_a_date_of_saying_and_a_date_of_publication_are_mended():
    """The one of a claim, the other of an article, each signed."""
    judged = only(
        machine(),
        made("date", on("claim", OPEN[1].id), change="2031-03-01"),
        made("date", on("article", MAIL.id), change="2031-03"),
    )
    assert claims(judged)[OPEN[1].id].said == "2031-03-01"
    article = next(one for one in judged.articles if one.id == MAIL.id)
    assert (article.published.value, article.published.basis) == ("2031-03", "given")
    assert article.published.evidence == "given by Ana, 2031-03-08"


def test_an_outlet_is_renamed_wherever_it_stands():
    """In the article, as holder of its own words, at the head of every chain, and among a proposition's outlets."""
    judged = only(machine(), made("outlet", on("article", MAIL.id), change="Quay News"))
    own, told = claims(judged)[DAY[2].id], claims(judged)[ALONE[0].id]
    assert (own.holder, own.chain, told.chain) == ("Quay News", ("Quay News",), ("Quay News", "the port"))
    assert "Quay News" in dict(next(one for one in judged.propositions if own.id in one.claims).outlets)


def test_two_outlets_become_one_family():
    """With the families that they were in."""
    judged = only(machine(), made("family", on("article", ECHO.id), on("article", MAIL.id)))
    assert judged.families == ((POST.id, ECHO.id, MAIL.id), (RADIO.id,))


def test_a_missed_statement_is_added():
    """It has its holder, stance and proposition, and the words that were selected."""
    words = passage(machine(), span(RADIO, "Nobody should be surprised"), "Ines Carrow")
    added = made("add", words, on("proposition", "p-day"), change="hedges")
    judged, (outcome,) = applied(machine(), [added])
    new = claims(judged)[outcome.ids[0]]
    assert (new.holder, new.stance, new.chain) == (CARROW.id, "hedges", ("Radio Orrin", CARROW.id))
    assert ids(*DAY) | {new.id} in groups(judged)
    assert verify(export(judged))


def test_a_statement_is_not_added_twice():
    """Where a newer reading has it, that one is meant."""
    words = passage(machine(), HURT[1].span, "Radio Orrin")
    judged = only(machine(), made("add", words, change="hedges"))
    assert claims(judged).keys() == claims(machine()).keys()
    assert claims(judged)[HURT[1].id].stance == "hedges"


def test_conflicts_are_confirmed_or_left_out():
    """The one that is accepted says so in its evidence, the one that is rejected goes."""
    judged = only(machine(), made("accept", on("conflict", "x-day")), made("reject", on("conflict", "x-hurt")))
    (kept,) = judged.conflicts
    assert [one.feature for one in kept.evidence] == ["date", "judgement"]


def test_a_note_changes_nothing():
    """Of whatever it is."""
    about = (on("claim", OPEN[0].id), on("conflict", "x-day"), on("article", POST.id), passage(machine(), OPEN[0].span))
    assert only(machine(), *(made("note", one, note="ask the port") for one in about)) == machine()


def test_what_a_judgement_of_a_group_fell_on_is_what_is_left_of_it():
    """The proposition under the id that it has after all judgements; nothing where there is none."""
    merge = made("merge", on("proposition", "p-hurt"), on("proposition", "p-day"))
    log = [made("accept", on("proposition", "p-hurt")), merge, made("reject", on("proposition", "p-open"))]
    judged, outcomes = applied(machine(), log)
    (left,) = judged.propositions
    assert [one.ids for one in outcomes] == [(left.id,), (left.id,), ()]


# What is kept --------------------------------------------------------------------------------------------------------


def test_what_no_longer_fits_is_told_and_costs_nothing_else():
    """Words that are gone, an article that is gone, words in which nothing is read: each says so, the rest is done."""
    story = machine()
    log = [
        made("stance", on("claim", OPEN[0].id), change="hedges"),
        made("stance", on("claim", ALONE[0].id), change="hedges"),
        made("accept", on("claim", OPEN[3].id)),
        made("stance", on("claim", HURT[1].id), change="hedges"),
    ]
    gone = replace(
        story,
        articles=tuple(
            replace(one, text=one.text.replace("stood open", "was found"), sha256="other") if one.id == POST.id else one
            for one in story.articles
            if one.id != MAIL.id
        ),
        analyses=tuple(
            replace(one, claims=tuple(c for c in one.claims if c.id != OPEN[3].id))
            for one in story.analyses
            if one.article != MAIL.id
        ),
        blocks=tuple(b for one, b in zip(story.articles, story.blocks, strict=True) if one.id != MAIL.id),
        propositions=(),
        conflicts=(),
    )
    judged, outcomes = applied(gone, log)
    assert [one.status for one in outcomes] == ["unfit", "unfit", "unfit", "applied"]
    assert outcomes[0].detail == "“that the gate stood open when the ferry docked” no longer stands in Orrin Post"
    assert outcomes[1].detail == "no report of the story is mail.txt of Harbour Mail"
    assert outcomes[2].detail == "no statement is read in “that the gate stood open” of Radio Orrin now"
    assert claims(judged)[HURT[1].id].stance == "hedges"


def test_of_claims_over_the_same_words_the_one_of_the_same_holder_and_question_is_meant():
    """A number and a day told in one clause are two claims; each keeps its own judgement."""
    story = machine()
    twin = replace(HURT[1], id="twin", slot="time", proposition=None, value=None, quantities=())
    analyses = tuple(
        replace(one, claims=(*one.claims, twin)) if one.article == RADIO.id else one for one in story.analyses
    )
    both = replace(story, analyses=analyses)
    judged = only(both, made("stance", on("claim", "twin", story=both), change="denies"))
    assert (claims(judged)["twin"].stance, claims(judged)[HURT[1].id].stance) == ("denies", "asserts")


def test_of_several_places_of_the_same_words_the_one_in_the_same_company_is_meant():
    """ "Monday" stands twice; the surroundings, not the offset, tell which."""
    words = passage(machine(), span(RADIO, "on Monday"))
    place = replace(words.places[0], sha256="another", start=0)
    text = "It was on Monday that nothing happened.\n\n" + RADIO.text
    story = replace(machine(), articles=tuple(replace(a, text=text) if a == RADIO else a for a in machine().articles))
    from rashomon.judge import found

    there = found.span(story, place)
    assert text[: there.end].endswith("The accident happened on Monday")


def test_judgements_follow_articles_that_are_fetched_again():
    """Other offsets, ids and sums: every judgement falls on the same words, with the same result."""
    log = [
        made("stance", on("claim", OPEN[4].id), change="denies"),
        made("reject", on("link", OPEN[0].id, OPEN[2].id)),
        made("merge", on("proposition", "p-hurt"), on("proposition", "p-day")),
        made("add", passage(machine(), span(RADIO, "Nobody should be surprised")), change="asserts"),
        made("outlet", on("article", MAIL.id), change="Quay News"),
        made("family", on("article", ECHO.id), on("article", MAIL.id)),
    ]
    here, there = only(machine(), *log), only(again(machine()), *log)
    assert groups(here) == groups(there) != groups(machine())
    assert {c.id: c.stance for c in claims(here).values()} == {c.id: c.stance for c in claims(there).values()}
    assert there.families == tuple(tuple(digest("again", one) for one in family) for family in here.families)
    (kept, _) = only(again(machine()), made("accept", on("conflict", "x-day"))).conflicts
    assert kept.evidence[-1].feature == "judgement"


def test_the_judged_story_is_a_story_file():
    """With what became of each judgement, and read back as it was."""
    log = [
        made("accept", on("claim", OPEN[0].id)),
        made("merge", on("proposition", "p-hurt"), on("proposition", "p-day")),
    ]
    log.append(undoing(log[0], ("Ana", NOON + timedelta(seconds=9))))
    judged, outcomes = applied(machine(), log)
    assert [one.status for one in outcomes] == ["undone", "applied", "applied"]
    file = json.loads(json.dumps(export(replace(judged, judged=outcomes))))
    assert verify(file) > 50
    assert load(file).judged == outcomes


def test_judgements_are_values():
    """To JSON and back they are the same."""
    words = passage(machine(), span(RADIO, "Nobody should be surprised"), "Ines Carrow")
    for one in (
        made("add", words, on("proposition", "p-day"), change="hedges", note="so <b>they</b> say"),
        made("accept", on("conflict", "x-day")),
        undoing(made("accept", on("claim", OPEN[0].id)), ("Bo", NOON)),
    ):
        assert from_values(json.loads(json.dumps(to_values(one)))) == one


# Any judgements, in any number ---------------------------------------------------------------------------------------

DRAWN: dict[str, Callable[[Story, Sequence[int]], tuple[JudgementKind, list[Target], str | None]]] = {
    "accept": lambda s, n: ("accept", [_claim(s, n[0])], None),
    "reject": lambda s, n: ("reject", [_claim(s, n[0])], None),
    "accept a link": lambda s, n: ("accept", [_link(s, *n[:2])], None),
    "reject a link": lambda s, n: ("reject", [_link(s, *n[:2])], None),
    "accept a group": lambda s, n: ("accept", [_group(s, n[0])], None),
    "reject a group": lambda s, n: ("reject", [_group(s, n[0])], None),
    "merge": lambda s, n: ("merge", [_group(s, n[0]), _claim(s, n[1])], None),
    "split": lambda s, n: ("split", [_group(s, n[0]), _claim(s, n[1])], None),
    "stance": lambda s, n: ("stance", [_claim(s, n[0])], "denies"),
    "speaker": lambda s, n: ("speaker", [_claim(s, n[0])], s.entities[n[1] % len(s.entities)].name),
    "span": lambda s, n: ("span", [_claim(s, n[0]), _words(s, n)], None),
    "add": lambda s, n: ("add", [_words(s, n), _group(s, n[0])], "hedges"),
    "outlet": lambda s, n: ("outlet", [_article(s, n[0])], "Quay News"),
    "family": lambda s, n: ("family", [_article(s, n[0]), _article(s, n[1])], None),
}


def _claim(story: Story, at: int) -> Target:
    every = sorted(claims(story))
    return target(story, "claim", every[at % len(every)])


def _link(story: Story, one: int, other: int) -> Target:
    every = sorted(claims(story))
    left, right = one % len(every), other % len(every)
    return target(story, "link", every[left], every[right if right != left else left - 1])


def _group(story: Story, at: int) -> Target:
    every = story.propositions
    return target(story, "proposition", every[at % len(every)].id) if every else _claim(story, at)


def _article(story: Story, at: int) -> Target:
    return target(story, "article", story.articles[at % len(story.articles)].id)


def _words(story: Story, numbers: Sequence[int]) -> Target:
    one = story.articles[numbers[0] % len(story.articles)]
    start = numbers[1] % (len(one.text) - 1)
    return passage(story, Span(one.id, start, min(len(one.text), start + 1 + numbers[2] % 60)))


steps = st.lists(st.tuples(st.sampled_from(sorted(DRAWN)), st.lists(st.integers(0, 400), min_size=3, max_size=3)))


def _log(drawn: Sequence[tuple[str, Sequence[int]]]) -> list[Judgement]:
    """Give the judgements of a person who always sees what the earlier ones made of the story."""
    log: list[Judgement] = []
    for at, (name, numbers) in enumerate(drawn[:6]):
        kind, targets, change = DRAWN[name](applied(machine(), log, anew=False)[0], numbers)
        log.append(made(kind, *targets, change=change, at=at))
    return log


@settings(max_examples=25, deadline=None)
@given(steps)
def test_any_judgements_leave_a_sound_story(drawn: list[tuple[str, list[int]]]):
    """Every export of it passes verify; each proposition has two claims or more, tied by one link fewer."""
    log = _log(drawn)
    carried, _ = applied(machine(), log, anew=False)
    assert verify(export(carried))
    judged, outcomes = applied(machine(), log)
    assert verify(export(replace(judged, judged=outcomes)))
    for one in judged.propositions:
        assert len(one.links) == len(one.claims) - 1 > 0
        assert {name for link in one.links for name in (link.left, link.right)} == set(one.claims)


@settings(max_examples=15, deadline=None)
@given(steps)
def test_undoing_the_last_gives_the_story_before(drawn: list[tuple[str, list[int]]]):
    """To the letter; undoing the undoing gives it back, and the same log gives the same story twice."""
    log = _log(drawn)
    if not log:
        return
    back = undoing(log[-1], ("Ana", NOON + timedelta(minutes=1)))
    forth = undoing(back, ("Ana", NOON + timedelta(minutes=2)))
    assert applied(machine(), [*log, back])[0] == applied(machine(), log[:-1])[0]
    assert applied(machine(), [*log, back, forth])[0] == applied(machine(), log)[0] == applied(machine(), log)[0]
    assert standing([*log, back, forth]) == (*log, forth)
