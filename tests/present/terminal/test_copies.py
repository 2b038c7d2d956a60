"""The passages that stand in several reports, as the terminal shows them."""

from __future__ import annotations

from factory import article, body, span
from rashomon.model import Alignment, Analysis, Article, Difference, Direction, Span, Story
from rashomon.present.terminal import Section, Shown, plain_text

FIRST = article("Gate\n\nThe gate was left open all night, a docker said.", "a.txt")
SECOND = article("The gate was wide open all night, a docker said.", "b.txt", "Radio Orrin")
THIRD = article("The gate stood open night after night, a docker said.", "c.txt", "Echo")


def shown(
    *alignments: Alignment, articles: tuple[Article, ...] = (FIRST, SECOND, THIRD), everything: bool = False
) -> str:
    """Give the part of the reading that is about shared passages, on one line."""
    story = Story(
        articles,
        tuple(body(one) for one in articles),
        analyses=tuple(Analysis(one.id) for one in articles),
        alignments=alignments,
    )
    whole = plain_text(story, Shown((Section.copies,), everything))
    _, found, rest = whole.partition("Copies")
    return " ".join((found + rest).split())


def test_nothing_shared_is_nothing_shown():
    """Without alignments there is no heading either."""
    assert shown() == ""


def test_a_copy_says_where_it_stands_and_who_was_first():
    """A passage comes in the words of its first report, with each place as report and line, and why one is first."""
    copy = Alignment(
        "k1",
        "copy",
        (span(FIRST, "open all night"), span(SECOND, "open all night")),
        1.0,
        direction=Direction(FIRST.id, "published a day before"),
    )
    assert "first in Orrin Post: published a day before" in shown(copy, everything=True)
    assert shown(copy).endswith(
        "= copied, word for word: “open all night” — Orrin Post, a.txt:3 · Radio Orrin, b.txt:1 · first in Orrin Post"
    )


def test_each_difference_names_its_report():
    """What another report has instead, adds or leaves out is told with that report's number."""
    gap = Span(FIRST.id, span(FIRST, " open").start, span(FIRST, " open").start)
    passage = Alignment(
        "k1",
        "quotation",
        (span(FIRST, "was left open all night"), span(SECOND, "was wide open all night"), span(THIRD, "stood open")),
        0.8,
        (
            Difference("replace", span(FIRST, "left"), span(SECOND, "wide")),
            Difference("insert", gap, span(THIRD, "stood")),
            Difference("delete", span(FIRST, "all night"), Span(THIRD.id, 0, 0)),
        ),
    )
    text = shown(passage, everything=True)
    assert "1 quoted with changes" in text
    assert "= quoted by all, 80% of the words the same: “was left open all night”" in text
    assert "Radio Orrin has “wide” for “left” Echo adds “stood” Echo leaves out “all night”" in text


def test_many_differences_are_counted():
    """An overview shows two and counts the others; asked for, all are there."""
    one = Difference("replace", span(FIRST, "left"), span(SECOND, "wide"))
    passage = Alignment("k1", "copy", (span(FIRST, "left open"), span(SECOND, "wide open")), 0.5, (one,) * 8)
    assert shown(passage).count("Radio Orrin has") == 2
    assert "and 6 more differences" in shown(passage)
    assert shown(passage, everything=True).count("Radio Orrin has") == 8


def test_many_passages_are_counted():
    """An overview shows altered quotations first and counts the rest; two reports of one outlet go by their files."""
    twin = article("The gate was left open all night, a docker said.", "d.txt", "Radio Orrin")
    change = (Difference("replace", span(FIRST, "left"), span(twin, "left")),)
    copies = [Alignment(f"k{n}", "copy", (span(FIRST, "left"), span(SECOND, "wide")), 1.0) for n in range(4)]
    altered = Alignment("q1", "quotation", (span(FIRST, "was left"), span(twin, "was")), 0.5, change)
    text = shown(*copies, altered, articles=(FIRST, SECOND, twin))
    assert "quoted by all" in text
    assert "= copied" not in text
    assert "and 4 more passages (--all)" in text
    assert "Radio Orrin (d.txt) has" in text


def test_words_never_steer_the_terminal():
    """Control characters of a report are left out of what is shown."""
    hostile = article("The gate \x1b[2Jwas \u202eopen, a docker said.", "d.txt")
    copy = Alignment("k1", "copy", (Span(hostile.id, 0, 25), span(FIRST, "The gate was left open")), 0.9)
    text = shown(copy, articles=(hostile, FIRST))
    assert "The gate [2Jwas open" in text
    assert "\x1b" not in text
