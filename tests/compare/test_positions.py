"""Who held what when, and whose position turned."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factory import attribution
from lighthouse import Report, Says, body, person, story, words
from rashomon.compare import positions
from rashomon.compare.bags import bags
from rashomon.model import Story

HARBOUR = body("Harbour Trust")
KEEPER = person("Osla Brand")
VOICE = person("Tove Lind", HARBOUR)
CAST = (HARBOUR, KEEPER, VOICE)

MONDAY = Report(
    "The lamp at Skerry went out on Sunday.\n\nOsla Brand, the keeper, said the lamp had burned all night.",
    "Skerry Post",
    "2031-03-03",
    [
        Says("The lamp at Skerry went out on Sunday"),
        Says("the lamp had burned all night", (KEEPER.id,), stance="denies"),
    ],
)
FRIDAY = Report(
    "Osla Brand now says the lamp was out for an hour.",
    "Radio Skerry",
    "2031-03-07",
    [Says("the lamp was out for an hour", (KEEPER.id,))],
)


def find(told):
    """Give what the stage finds in a story."""
    return positions.find(told, bags(told))


def shifts(told: Story) -> list[list[str]]:
    """Give the shifts of a story by the words of their steps."""
    return [[words(told, step.claim) for step in shift.steps] for shift in find(told)[1]]


def test_each_claim_of_a_proposition_is_a_position():
    """Positions stand by holder and date, the outlet among the holders."""
    told = story(MONDAY, FRIDAY, cast=CAST)
    positions, _ = find(told)
    assert sorted((one.holder, one.date, one.stance) for one in positions) == sorted(
        [
            ("Skerry Post", "2031-03-03", "asserts"),
            (KEEPER.id, "2031-03-03", "denies"),
            (KEEPER.id, "2031-03-07", "asserts"),
        ]
    )


def test_a_claim_without_a_proposition_is_no_position():
    """What nothing else is about stands in no strip of positions."""
    told = story(MONDAY._replace(says=[Says("The lamp at Skerry went out on Sunday", about=None)]), cast=CAST)
    assert find(told) == ((), ())


def test_the_basis_says_what_dates_a_position():
    """The claim's own date of saying goes first, then the publication; where neither is known the date is None."""
    dated = Says("The lamp at Skerry went out on Sunday", ("a pilot",), said="2031-03-02")
    told = [
        find(story(MONDAY._replace(says=[dated])))[0][0],
        find(story(MONDAY))[0][0],
        find(story(MONDAY._replace(published=None)))[0][0],
    ]
    assert [one.date for one in told] == ["2031-03-02", "2031-03-03", None]
    assert [one.basis for one in told] == [
        "the day of saying, as told",
        "on or before 2031-03-03, the date of publication",
        "nothing dates it",
    ]


def test_a_date_of_saying_after_the_publication_is_not_believed():
    """Nobody reports what is yet to be said: such a date is a misread one."""
    late = Says("The lamp at Skerry went out on Sunday", ("a pilot",), said="2031-04-01")
    assert find(story(MONDAY._replace(says=[late])))[0][0].date == "2031-03-03"


def test_a_spokesperson_is_the_holder_and_the_principal_is_shown():
    """The one who speaks holds the position; whom they speak for stands beside."""
    text = "Tove Lind of the Harbour Trust said the lamp was old."
    report = Report(text, "Skerry Post", "2031-03-03", [Says("the lamp was old", (HARBOUR.id, VOICE.id))])
    one = find(story(report, cast=CAST))[0][0]
    assert (one.holder, one.principal) == (VOICE.id, HARBOUR.id)


def test_a_told_turn_with_an_earlier_position_is_a_shift():
    """ "Now says" in one report, and what was said before in another: both steps, the earlier first."""
    told = story(MONDAY, FRIDAY, cast=CAST)
    assert shifts(told) == [["the lamp had burned all night", "the lamp was out for an hour"]]
    assert find(told)[1][0].holder == KEEPER.id


def test_the_order_of_the_reports_makes_no_difference():
    """A shift is told by its dates, not by which report is read first."""
    assert shifts(story(FRIDAY, MONDAY, cast=CAST)) == shifts(story(MONDAY, FRIDAY, cast=CAST))


def test_two_stances_of_one_holder_alone_are_no_shift():
    """Without a report that tells a turn, a denial and an assertion of one matter may both stand."""
    plain = FRIDAY._replace(text=FRIDAY.text.replace("now says", "says"))
    assert shifts(story(MONDAY, plain, cast=CAST)) == []


def test_who_would_not_say_and_later_says_has_shifted():
    """A refusal on one day and an answer on a later one need no words that call it a turn; reversed it is none."""
    early, late = "would not say whether the lamp had burned", "the lamp had burned all night"
    mute = MONDAY._replace(
        text=f"Osla Brand, the keeper, {early}.", says=[Says(early, (KEEPER.id,), stance="declines")]
    )
    open_ = FRIDAY._replace(text=f"Osla Brand says {late}.", says=[Says(late, (KEEPER.id,))])
    assert shifts(story(mute, open_, cast=CAST)) == [[early, late]]
    swapped = mute._replace(published="2031-03-07"), open_._replace(published="2031-03-03")
    assert shifts(story(*swapped, cast=CAST)) == []


def test_a_denial_left_open_later_is_a_shift():
    """Who denied a thing and on a later day no longer rules it out has moved; on the same day it is one position."""
    words_ = "the lamp may have burned low all night"
    late = FRIDAY._replace(text=f"Osla Brand says {words_}.", says=[Says(words_, (KEEPER.id,), stance="hedges")])
    assert shifts(story(MONDAY, late, cast=CAST)) == [["the lamp had burned all night", words_]]
    assert shifts(story(MONDAY, late._replace(published="2031-03-03"), cast=CAST)) == []


def test_a_denial_affirmed_later_in_its_own_words_is_a_shift():
    """Who denied that the lamp was broken, and on a later day says that it was, in places, has moved."""
    text = "Osla Brand denied that the lamp at Skerry was broken."
    early = MONDAY._replace(text=text, says=[Says("that the lamp at Skerry was broken", (KEEPER.id,), stance="denies")])
    words_ = "the lamp at Skerry was broken in places"
    late = FRIDAY._replace(text=f"Osla Brand says {words_}.", says=[Says(words_, (KEEPER.id,))])
    assert shifts(story(early, late, cast=CAST)) == [["that the lamp at Skerry was broken", words_]]


def test_two_holders_who_differ_are_no_shift():
    """One outlet's keeper and another's pilot have each their own position."""
    pilot = person("Nils Ek")
    other = FRIDAY._replace(
        text=FRIDAY.text.replace("Osla Brand", "Nils Ek"), says=[Says("the lamp was out for an hour", (pilot.id,))]
    )
    assert shifts(story(MONDAY, other, cast=(*CAST, pilot))) == []


def test_one_position_told_twice_is_no_shift():
    """Who now says what they said before has not turned."""
    again = FRIDAY._replace(
        text="Osla Brand now says the lamp had burned all night.",
        says=[Says("the lamp had burned all night", (KEEPER.id,), stance="denies")],
    )
    assert shifts(story(MONDAY, again, cast=CAST)) == []


def test_giving_way_is_a_shift_only_from_another_stance():
    """ "Conceded" tells a turn where there was a denial; where the same was affirmed, nobody turned."""
    yields = FRIDAY._replace(text=FRIDAY.text.replace("now says", "conceded that"))
    affirmed = MONDAY._replace(says=[Says("the lamp had burned all night", (KEEPER.id,))])
    assert len(shifts(story(MONDAY, yields, cast=CAST))) == 1
    assert shifts(story(affirmed, yields, cast=CAST)) == []


def test_a_spokesperson_after_another_is_the_principals_shift():
    """A body denied through one spokesperson and admits through another: it turned, neither of them did."""
    other = person("Arne Holt", HARBOUR)
    denial = Report(
        "Tove Lind of the Harbour Trust denied that the lamp was old.",
        "Skerry Post",
        "2031-03-03",
        [Says("that the lamp was old", (HARBOUR.id, VOICE.id), stance="denies")],
    )
    turn = Report(
        "Arne Holt of the Harbour Trust admitted that the lamp was forty years old.",
        "Radio Skerry",
        "2031-03-07",
        [Says("that the lamp was forty years old", (HARBOUR.id, other.id))],
    )
    told = story(denial, turn, cast=(*CAST, other))
    assert [one.holder for one in find(told)[1]] == [HARBOUR.id]


def test_a_report_that_tells_both_positions_needs_no_dates():
    """What stands before the words that tell the turn is the earlier position, in reports without a date too."""
    text = "Osla Brand denied that the lamp was out. On Thursday the keeper instead claimed the lamp had flickered."
    report = Report(
        text,
        "Skerry Post",
        None,
        [
            Says("that the lamp was out", (KEEPER.id,), stance="denies"),
            Says("the lamp had flickered", (KEEPER.id,), stance="hedges"),
        ],
    )
    assert shifts(story(report, cast=CAST)) == [["that the lamp was out", "the lamp had flickered"]]


def test_who_gives_way_departs_from_a_denial_whatever_the_words():
    """ "Allowed that" takes a denial back, also where the rest of the sentence declines to say more."""
    text = "Osla Brand had told a pilot the lamp had burned. Pressed, she allowed that it may not have, and no more."
    says = [
        Says("the lamp had burned", (KEEPER.id,), stance="denies", said="2031-03-01"),
        Says("it may not have", (KEEPER.id,), stance="declines"),
    ]
    told = story(Report(text, "Skerry Post", "2031-03-03", says), cast=CAST)
    assert shifts(told) == [["the lamp had burned", "it may not have"]]


def test_an_outlet_that_withdraws_what_it_said_has_turned():
    """An outlet's own words are its position; another report tells that it took them back."""
    post = body("Skerry Post")
    late = Report(
        "Skerry Post has since withdrawn the claim that the lamp went out.",
        "Radio Skerry",
        "2031-03-07",
        [Says("Skerry Post has since withdrawn the claim that the lamp went out")],
    )
    told = story(MONDAY, late, cast=(*CAST, post))
    assert shifts(told) == [[MONDAY.says[0].words, late.says[0].words]]
    assert find(told)[1][0].holder == post.id


def test_what_somebody_is_said_to_think_turns_nobody():
    """In "the keeper conceded that the pilot saw it" the pilot has not turned."""
    pilot = person("Nils Ek")
    early = MONDAY._replace(says=[Says("the lamp had burned all night", (pilot.id,), stance="denies")])
    text = "Osla Brand conceded that Nils Ek saw the lamp go out."
    late = Report(text, "Radio Skerry", "2031-03-07", [Says("saw the lamp go out", (pilot.id,))])
    told = story(early, late, cast=(*CAST, pilot))
    outer = told.analyses[1].attributions[0]
    assert outer.within is None
    assert len(shifts(told)) == 1  # without the keeper between, it would be the pilot's
    assert shifts(_nested(told)) == []


def _nested(told: Story) -> Story:
    """Give the story with its last report's claim told by the keeper."""
    report, last = told.articles[1], told.analyses[1]
    outer = attribution(report, "Osla Brand", "conceded", "that Nils Ek saw the lamp go out", speaker=KEEPER)
    inner = replace(last.attributions[0], within=outer.id)
    claim = replace(last.claims[0], attribution=inner.id)
    return replace(told, analyses=(told.analyses[0], replace(last, attributions=(outer, inner), claims=(claim,))))


@given(st.lists(st.sampled_from(["2031-03-01", "2031-03-02", "2031-03", None]), min_size=1, max_size=4))
def test_positions_stand_in_order_of_time(days: list[str | None]):
    """Whatever dates the claims have, a holder's positions of one proposition never go back in time."""
    text = " ".join(f"The lamp burned {number} hours." for number in range(len(days)))
    says = [Says(f"The lamp burned {number} hours", ("a pilot",), said=day) for number, day in enumerate(days)]
    found = [one.date or "9999" for one in find(story(Report(text, "Skerry Post", None, says)))[0]]
    assert found == sorted(found)
