"""The reports statement by statement: the report's own words, legible at any width, with and without colour."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console
from rich.text import Text

from factory import GATE, article, attribution, body, claim, entity, gate, span
from rashomon.model import Analysis, Fact, Stance, Story
from rashomon.present import terminal
from rashomon.present.terminal import WIDEST, Section, Shown, reading

SHOWN = Shown((Section.statements,))


def plain_text(story: Story, own_voice: bool = False, width: int = WIDEST) -> str:
    """Give the statements of ``story``."""
    return terminal.plain_text(story, Shown((Section.statements,), own_voice), width)


def _story(text: str, *said: object, **facts: str) -> Story:
    report = article(text, **facts)
    return Story((report,), (body(report),), analyses=(Analysis(report.id, attributions=said),))  # type: ignore[arg-type]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def test_each_statement_says_who_what_and_where():
    """Stance, speaker, role; the words with their cue; chain, date of saying, file and line."""
    lines = _lines(plain_text(gate()))
    at = lines.index("× denies   Ines Carrow · harbour master")
    assert lines[at + 1] == "flatly denied that the gate had been left open"
    assert lines[at + 2] == "Orrin Post ‹ Ines Carrow · said 2 March 2031 · gate.txt:2"


def test_a_report_says_where_and_when_it_was_published():
    """The heading has outlet, headline, date with its basis, and the path."""
    lines = _lines(plain_text(gate()))
    assert lines[0] == "2 reports · 2 outlets · 3 March 2031 · 1 undated"
    at = lines.index("1 Orrin Post")
    assert lines[at + 1] == "Gate was shut, says harbour master"
    assert lines[at + 2] == "3 March 2031 (in the text: a line of the text)"
    assert lines[at + 3] == "post/gate.txt"
    assert lines[lines.index("2 Radio Orrin") + 1] == "date unknown"


def test_what_stands_within_is_indented_under_it():
    """The paper's statement comes first, and its anonymous group under it, deeper, with its number."""
    lines = plain_text(gate()).splitlines()
    outer = next(n for n, line in enumerate(lines) if line.endswith("+ asserts  Orrin Echo"))
    inner = next(n for n, line in enumerate(lines) if line.endswith("+ asserts  three dockers · anonymous, 3"))
    assert outer < inner
    assert [len(lines[n]) - len(lines[n].lstrip()) for n in (outer, inner)] == [2, 5]
    assert "Orrin Post ‹ Orrin Echo ‹ three dockers · gate.txt:3" in _lines(plain_text(gate()))


def test_own_voice_is_counted_or_shown():
    """What the outlet says itself is a count, or, asked for, stands in order with the rest."""
    assert "1 statement in its own voice (--all shows them)" in plain_text(gate())
    shown = plain_text(gate(), own_voice=True)
    assert "own voice  The ferry sank on Monday · gate.txt:3" in shown
    assert "--all" not in shown


def test_words_are_cut_from_the_text_and_rejoined():
    """Words broken over lines are shown on one line, a … for what stands between; what is retold keeps its cue."""
    text = "“We shut\r\nit,” she\tsaid on Monday, “at nine.”"
    report = article(text)
    said = attribution(report, "she", "said", "“We shut\r\nit,”", "“at nine.”")
    assert "“We shut it,” … “at nine.”" in _lines(plain_text(_story(text, said)))
    text = "She denied\r\nthat the gate was open."
    retold = attribution(article(text), "She", "denied", "that the gate was open", kind="indirect")
    assert "denied that the gate was open" in _lines(plain_text(_story(text, retold)))


def test_long_words_lose_their_middle():
    """A passage over the limit keeps its beginning and end, cut between words."""
    text = " ".join(f"word{n}" for n in range(200))
    shown = plain_text(_story(text, attribution(article(text), None, None, text)), width=1000)
    words = next(line for line in _lines(shown) if line.startswith("word0"))
    assert " … " in words
    assert words.endswith("word199")
    assert len(words) <= 330
    assert set(words.split()) <= {*text.split(), "…"}


@pytest.mark.parametrize("width", [20, 40, 60, 100, 250])
def test_every_width_holds(width: int):
    """No line is wider than the terminal, and no word of a statement is lost, however narrow it is."""
    shown = plain_text(gate(), own_voice=True, width=width)
    assert max(map(len, shown.splitlines())) <= width
    letters = re.sub(r"\s", "", shown)
    for words in ("thatthegatehadbeenleftopen", "“Idonotknow,”", "threedockers", "TheferrysankonMonday"):
        assert words in letters


def test_stances_have_a_mark_a_word_and_a_colour():
    """Each stance is told apart in three ways, so that none is lost without colour."""
    text = "It is so."
    report = article(text)
    seen = set()
    stances: tuple[Stance, ...] = ("asserts", "denies", "hedges", "declines", "unaware")
    for stance in stances:
        out = io.StringIO()
        console = Console(file=out, force_terminal=True, color_system="standard", width=60)
        console.print(reading(_story(text, attribution(report, None, None, text, stance=stance)), 60, SHOWN))
        line = next(line for line in out.getvalue().splitlines() if stance in line)
        mark = Text.from_ansi(line).plain.split()[0]
        colour = re.search(r"\x1b\[1;(3\d)m", line)
        assert colour is not None
        seen.add((mark, colour[1]))
    assert len({mark for mark, _ in seen}) == len({colour for _, colour in seen}) == 5


def test_plain_text_has_no_colour():
    """The plain reading holds no escape sequence and no space at the end of a line."""
    shown = plain_text(gate())
    assert "\x1b" not in shown
    assert not re.search(r" $", shown, re.M)


def test_text_cannot_steer_the_terminal():
    """Escape sequences and bidirectional overrides in a report's words never reach the terminal."""
    text = "Shut, \x1b[31msaid\x1b]0;x\x07 \u202eshe\x9b."
    shown = plain_text(_story(text, attribution(article(text), None, None, text), title="\x1b[2Jcleared"))
    assert not set(shown) & set("\x1b\x07\u202e\x9b")
    assert "[2Jcleared" in shown


def test_square_brackets_are_words():
    """An editor's insertion in square brackets is shown as it stands, not taken for a colour."""
    text = "[red]It[/red] was [he] shut :smile:."
    assert text in _lines(plain_text(_story(text, attribution(article(text), None, None, text))))


def test_a_report_without_statements_says_so():
    """A report in which nobody is quoted has a line that says it."""
    assert "Nobody is quoted or cited." in plain_text(_story("The gate was shut."))


def test_an_outlet_that_is_not_named_is_called_that():
    """What was only taken from the file's name is said to be no outlet's name."""
    unnamed = replace(article("y", "b.txt"), outlet=Fact("b", "inferred"))
    assert "1 b · outlet not named" in plain_text(Story((unnamed,), ((),), (), (Analysis(unnamed.id),)))


def test_unsure_and_unnamed_speakers():
    """A pronoun read with low confidence keeps its question mark and its own word; no source is said to be none."""
    text = "Ines Carrow waited. She said it was shut. It is said to be old."
    report = article(text)
    carrow = entity("Ines Carrow", span(report, "Ines Carrow"))
    she = attribution(
        report, "She", "said", "it was shut", speaker=carrow, speaker_ref=span(report, "Ines Carrow"), confidence=0.5
    )
    nobody = attribution(report, None, "It is said", "to be old")
    lines = _lines(plain_text(replace(_story(text, she, nobody), entities=(carrow,))))
    assert "+ asserts  Ines Carrow? · “She”" in lines
    assert "+ asserts  nobody named" in lines


def test_addressee_and_distance_are_told():
    """To whom it was said, and the narrator's own hedge, stand beside the place."""
    text = "He allegedly told Radio Orrin it was shut."
    report = article(text)
    said = attribution(
        report, "He", "told", "it was shut", addressee=span(report, "Radio Orrin"), distance=span(report, "allegedly")
    )
    assert "Orrin Post ‹ He · to Radio Orrin · “allegedly”, says the report · gate.txt:1" in _lines(
        plain_text(_story(text, said))
    )


def test_lines_of_a_page_are_those_of_its_text():
    """Where markup was read, the line is said to be the text's."""
    story = gate()
    page = replace(story.articles[0], name="a/page.html", body=body(story.articles[0]))
    shown = plain_text(replace(story, articles=(page, story.articles[1])))
    assert "page.html:2 of its text" in shown


def test_standard_input_is_called_that():
    """What came through a pipe has no file's name."""
    text = "It was shut, she said."
    report = article(text, "-")
    story = Story(
        (report,), (), (), (Analysis(report.id, attributions=(attribution(report, "she", "said", text[:11]),)),)
    )
    assert "Orrin Post ‹ she · standard input:1" in _lines(plain_text(story))


def test_nesting_in_what_is_not_there_loses_nothing():
    """An attribution within one that is not there is shown at the top."""
    report = article(GATE)
    outer = attribution(report, None, None, "three dockers")
    inner = attribution(report, None, None, "the gate", within=outer)
    assert "the gate" in _lines(plain_text(_story(GATE, inner)))


def test_notes_are_shown_and_claims_lend_their_chain():
    """How a report was read is noted under its heading; a claim's chain names entities, not ids."""
    report = replace(article("It was shut, she said."), notes=("decoded as windows-1252",))
    she = entity("Ines Carrow")
    said = attribution(report, "she", "said", "It was shut", speaker=she)
    analysis = Analysis(report.id, attributions=(said,), claims=(claim(report, "It was shut", said, [she.id]),))
    shown = plain_text(Story((report,), entities=(she,), analyses=(analysis,)))
    assert "note: decoded as windows-1252" in shown
    assert "Orrin Post ‹ Ines Carrow" in shown
