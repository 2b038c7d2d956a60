"""The overview and its sections on a whole story made by hand: what is shown, in which order, at any width."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from factory import gate
from rashomon.model import Story
from rashomon.present.terminal import OVERVIEW, Section, Shown, plain_text, reading
from whole import CARROW, ECHO, HURT, OPEN, whole


def lines(shown: Shown | None = None, width: int = 100, story: Story | None = None) -> list[str]:
    """Give the lines of a reading, without their indent."""
    return [line.strip() for line in plain_text(story or whole(), shown or Shown(), width).splitlines()]


def only(section: Section, **others: bool) -> str:
    """Give one section on one line."""
    return " ".join(" ".join(lines(Shown((section,), **others))).split())


def test_the_head_counts():
    """The first two lines say how much there is and what was found in it; then each report has its line."""
    head = lines()
    assert head[0] == "4 reports · 4 outlets · 3 families · 4 to 7 March 2031"
    assert head[1] == "3 propositions, 2 disputed · 2 conflicts, 1 hard · 1 shift · 3 origins"
    assert head[3] == "1 Orrin Post · 4 March 2031 · own voice 35%"
    assert head[4] == "2 Radio Orrin · 5 March 2031 · own voice 69% (1 opinion)"


def test_what_matters_comes_first():
    """Disputed, agreed, conflicts, shifts, origins, omissions, wording, copies, timeline, in this order."""
    titles = ["Disputed", "Agreed", "Conflicts", "Shifts", "Origins", "Left out", "Wording", "Copies", "Timeline"]
    found = [line.split(" · ")[0] for line in lines() if line.split(" · ")[0] in titles]
    assert found == titles


def test_a_disputed_proposition_has_its_sides():
    """Title, question, how many tell it; then for each stance who, in which words, in which outlet, file and line."""
    shown = lines()
    at = next(
        n for n, line in enumerate(shown) if line.startswith("that the gate stood open when the ferry docked · p-")
    )
    assert shown[at + 1] == "did it happen? · in 3 of 4 reports · 2 origins · 1 more suggested"
    assert shown[at + 2].startswith("+ asserts   three dockers: told … that the gate stood open when the ferry ")
    assert "— Orrin Post, gate.txt:1 (+1)" in " ".join(shown[at + 2 : at + 4])
    assert "× denies    Ines Carrow: denied that the gate had been open — Orrin Post, gate.txt:3" in shown
    assert "~ hedges    Ines Carrow: said … the gate may have been open — Orrin Echo, echo.txt:1" in shown


def test_values_that_clash_stand_with_their_proposition():
    """Where nobody denies, the sides of a proposition are the values that cannot all hold."""
    shown = lines()
    at = shown.index("≠ hard · date")
    assert shown[at + 1] == "Monday 3 March · Radio Orrin: The accident happened on Monday — radio.txt:5 (+1)"
    assert shown[at + 2] == "Sunday 2 March · Orrin Echo: The disaster happened on Sunday — echo.txt:5"
    assert shown[at + 3] == ""


def test_what_is_suggested_is_marked():
    """What only a suggestion ties to a proposition is a number in an overview; asked for, it stands apart."""
    assert "declined to comment" not in only(Section.propositions)
    whole_section = only(Section.propositions, everything=True)
    apart = whole_section.index("? perhaps of the same thing: links that are suggested, not confirmed")
    assert apart < whole_section.index("∅ declines Bram Oyelaran: declined to comment on the gate — Orrin Post")


def test_a_proposition_of_suggestions_only_says_so():
    """Where nothing is confirmed, nothing is disputed or agreed, and all of it is said to be a suggestion."""
    story = whole()
    loose = tuple(
        replace(one, links=tuple(replace(link, status="suggested") for link in one.links)) for one in story.propositions
    )
    story = replace(story, propositions=loose, conflicts=(), timeline=())
    shown = " ".join(lines(Shown((Section.propositions,)), story=story))
    assert "and 3 more propositions of one family, or only suggested (--all)" in shown
    shown = " ".join(lines(Shown((Section.propositions,), everything=True), story=story))
    assert shown.count("? perhaps of the same thing") == 3


def test_agreed_is_what_two_families_assert():
    """One line says what it is and who tells it; told by one family alone it is not agreed."""
    told = "+ At least 27 passengers were hurt when the ferry struck the quay on Monday · how many? p-hu — Orrin Post,"
    assert told in only(Section.propositions)
    story = whole()
    one = (tuple(article.id for article in story.articles),)
    assert "Agreed" not in " ".join(lines(Shown((Section.propositions,)), story=replace(story, families=one)))


def test_a_side_that_is_no_assertion_says_so():
    """Who denies one value and asserts another is shown to deny it."""
    story = whole()
    analyses = tuple(
        replace(one, claims=tuple(replace(c, stance="denies") if c.id == HURT[1].id else c for c in one.claims))
        for one in story.analyses
    )
    shown = " ".join(lines(Shown((Section.conflicts,)), story=replace(story, analyses=analyses)))
    assert "31 · × denies Radio Orrin: Hospital staff treated 31 passengers hurt on the ferry — radio.txt:3" in shown


def test_conflicts_that_were_shown_are_not_told_twice():
    """An overview has those that do not stand with a disputed proposition above, and says so."""
    text = " ".join(" ".join(lines()).split())
    assert "Conflicts · 0 hard, 1 soft · beside those above ≈ soft · number" in text
    assert text.count("Sunday 2 March · Orrin Echo") == 1


def test_conflicts_show_the_words_that_clash():
    """Each conflict has its kind and severity, each side its value and words; asked for, why."""
    text = only(Section.conflicts, everything=True, why=True)
    assert "≠ hard · date · The accident happened on Monday · when? p-da" in text
    assert text.index("≠ hard") < text.index("≈ soft · number")
    assert "31 · Radio Orrin: Hospital staff treated 31 passengers hurt on the ferry — radio.txt:3" in text
    assert "because 31 is within “at least 27”, and more exact" in text
    assert "because" not in only(Section.conflicts, everything=True)


def test_the_words_that_clash_are_marked_and_never_cut_away():
    """In colours the clashing words are underlined; however long the telling, they stand in what is shown of it."""
    story = whole()
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", width=100)
    console.print(reading(story, 100, Shown((Section.conflicts,), everything=True)))
    assert re.search(r"\x1b\[4m(At least 27|31|Monday|Sunday)\x1b\[0m", out.getvalue())


def test_shifts_show_each_step():
    """The holder, what about, and for each step the stance, the day, the words and the place."""
    text = only(Section.shifts, everything=True, why=True)
    assert "→ Ines Carrow on that the gate stood open when the ferry docked · did it happen? p-op" in text
    steps = (
        "× denies 3 March 2031: denied that the gate had been open — Orrin Post, gate.txt:3 because the day it says ~ "
    )
    assert steps in text
    assert "~ hedges 4 March 2031: said … the gate may have been open — Orrin Echo, echo.txt:1" in text


def test_steps_of_one_stance_are_one_in_an_overview():
    """What follows in the same stance is a number; asked for, it is a step of its own."""
    story = whole()
    [shift] = story.shifts
    again = replace(shift.steps[0], claim=OPEN[3].id)
    longer = replace(story, shifts=(replace(shift, steps=(shift.steps[0], again, shift.steps[1])),))
    short = " ".join(lines(Shown((Section.shifts,)), story=longer))
    assert "denied that the gate had been open — Orrin Post, gate.txt:3 (+1)" in short
    full = " ".join(lines(Shown((Section.shifts,), everything=True), story=longer))
    assert full.count("× denies") == 2


def test_origins_count_first_sources():
    """Two outlets that have it from one group are one origin, named with its number and whom it told."""
    text = only(Section.origins)
    assert "reported by 3 outlets, 2 origins" in text
    assert "three dockers (anonymous, 3) to Orrin Post · Orrin Post, Radio Orrin" in text
    story = whole()
    alone = replace(story, origins=story.origins[:1])
    assert "reported by 2 outlets, 1 origin: three dockers (anonymous, 3) to Orrin Post" in " ".join(
        " ".join(lines(Shown((Section.origins,)), story=alone)).split()
    )


def test_omissions_say_who_tells_and_who_does_not():
    """What is left out, told by whom, not in which report; asked for, what was searched and what comes nearest."""
    assert "— told by Orrin Post, Radio Orrin not in Harbour Mail" in only(Section.omissions)
    asked = only(Section.omissions, why=True)
    assert "Harbour Mail, searched: “gate” and “open” in all of it nearest: The harbour — mail.txt:1" in asked


def test_wording_says_who_calls_it_what():
    """One thing, its names in the words of the reports, and the outlets that use them."""
    assert "/ accident “The accident” · Radio Orrin, Harbour Mail · radio.txt:5 “The disaster” · Orrin Echo" in only(
        Section.wording
    )


def test_the_timeline_marks_what_is_disputed():
    """Moments stand in order of time; a disputed day is marked; what was said is counted, or shown as said."""
    text = only(Section.timeline)
    assert "Timeline · 1 date disputed ● 2 March 2031 ≠ disputed Orrin Echo: The disaster happened on Sunday" in text
    assert "and 1 more moment (--all)" in text
    assert "» 4 March 2031 said: Ines Carrow: said … the gate may have been open" in only(
        Section.timeline, everything=True
    )


def test_a_section_with_nothing_in_it_says_so():
    """What is asked for and not there is said not to be there; an overview leaves it out."""
    assert "There are no conflicts." in lines(Shown((Section.conflicts,)), story=gate())
    assert not {"Conflicts", "Shifts", "Disputed", "There are no"} & {line[:9] for line in lines(story=gate())}


def test_why_shows_the_links():
    """With the evidence, each link stands with both tellings and a sentence for each feature."""
    text = only(Section.propositions, everything=True, why=True)
    assert "= confirmed, 90%" in text
    assert "? suggested, 90%" in text
    assert "because both speak of it in the same words" in text
    assert "because" not in only(Section.propositions, everything=True)


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 140])
def test_every_width_holds(width: int):
    """No line is wider than the terminal, and no word of what is told is lost, however narrow it is."""
    shown = plain_text(whole(), Shown(tuple(Section), everything=True, why=True), width)
    assert max(map(len, shown.splitlines())) <= width
    letters = re.sub(r"\s", "", shown)
    for words in ("thatthegatehadbeenopen", "thegatemayhavebeenopen", "threedockers(anonymous,3)toOrrinPost"):
        assert words in letters


def test_an_overview_fits_two_screens():
    """Twenty propositions of each kind are no longer than three; --all has them all."""
    story = whole()
    many = tuple(replace(one, id=f"{one.id}{n}", claims=one.claims) for n in range(20) for one in story.propositions)
    conflicts = tuple(
        replace(one, id=f"{one.id}{n}", proposition=f"{one.proposition}{n}")
        for n in range(20)
        for one in story.conflicts
    )
    big = replace(
        story, propositions=many, conflicts=conflicts, origins=(), shifts=(), omissions=(), timeline=(), positions=()
    )
    assert len(lines(width=80, story=big)) < 90
    assert len(lines(Shown(everything=True), story=big)) > 400


def test_what_a_person_confirmed_is_marked():
    """A telling that somebody accepted is signed with their name; one that was taken back is not."""
    shown = only(Section.propositions, everything=True)
    assert "— Orrin Post, gate.txt:1 ✓ confirmed by R. Reader" in shown
    assert shown.count("✓") == 1
    story = whole()
    undone = replace(story, judged=tuple(replace(one, status="undone") for one in story.judged))
    assert "✓" not in plain_text(undone, Shown(everything=True))


def test_text_never_steers_the_terminal():
    """Control characters in a report's words, a name or a file name are left out of every section."""
    story = whole()
    hostile = replace(
        story.articles[2], name="e\x1b[2Jcho.txt", outlet=replace(ECHO.outlet, value="Echo\x1b[31m\u202e")
    )
    person = replace(CARROW, name="Ines\x1b]0;x\x07 Carrow")
    story = replace(
        story, articles=(*story.articles[:2], hostile, story.articles[3]), entities=(person, *story.entities[1:])
    )
    shown = plain_text(story, Shown(tuple(Section), everything=True, why=True))
    assert not set(shown) & set("\x1b\x07\u202e")
    assert "Echo[31m" in shown


def test_markup_in_words_is_shown_as_it_stands():
    """Square brackets and emoji codes in an entity's name are text, not instructions."""
    story = replace(whole(), entities=(replace(CARROW, name="[red]Ines[/red] :smile:"),))
    assert "× denies    [red]Ines[/red] :smile:: denied that the gate had been open — Orrin Post, gate.txt:3" in lines(
        Shown(OVERVIEW), story=story
    )
    assert OPEN[1].holder == CARROW.id
