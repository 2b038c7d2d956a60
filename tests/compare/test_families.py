"""Which articles are one witness: those of one outlet, and those that have much of their report from one another."""

from __future__ import annotations

from factory import article, body, span
from rashomon.compare.families import find
from rashomon.model import Alignment, Article, Block, Span

LONG = "".join(f"Sentence number {n} of the wire tells what the tide brought in. " for n in range(20))
SHORT = (
    "The tide brought in a crate of lemons. Nobody in Orrin has asked for lemons since the great frost of last year."
)


def families(*articles: Article, alignments: tuple[Alignment, ...] = ()) -> list[list[str]]:
    """Give the families of articles that are all running text, by the names of the articles."""
    names = {report.id: report.name for report in articles}
    found = find(articles, [body(report) for report in articles], alignments)
    return [[names[one] for one in family] for family in found]


def copy(*spans: Span) -> Alignment:
    """Give a copy over ``spans``."""
    return Alignment("k", "copy", spans, 1.0)


def test_articles_of_one_outlet_are_one_witness():
    """Articles of one outlet are a family, whatever the letters and the article of its name; others stand alone."""
    first, second = article("a", "1", "The Orrin  Post"), article("b", "2", "Echo")
    third = article("c", "3", "orrin post")
    assert families(first, second, third) == [["1", "3"], ["2"]]


def test_no_outlet_is_no_family():
    """Two articles without an outlet are two witnesses."""
    assert families(article("a", "1", None), article("b", "2", None)) == [["1"], ["2"]]


def test_much_of_the_shorter_report_makes_a_family():
    """A short report that has a third of its words from a long one is no witness of its own."""
    one, other = article(LONG, "1", "Wire"), article(SHORT, "2", "Post")
    shared = copy(Span(one.id, 0, 38), span(other, "The tide brought in a crate of lemons."))
    assert families(one, other, alignments=(shared,)) == [["1", "2"]]


def test_a_little_makes_none():
    """One sentence in a long report leaves a witness of its own; so does any quotation."""
    one, other = article(LONG, "1", "Wire"), article(LONG[::-1], "2", "Post")
    shared = copy(Span(one.id, 0, 64), Span(other.id, 0, 64))
    assert families(one, other, alignments=(shared,)) == [["1"], ["2"]]
    quoted = Alignment("q", "quotation", (Span(one.id, 0, 900), Span(other.id, 0, 900)), 1.0)
    assert families(one, other, alignments=(quoted,)) == [["1"], ["2"]]


def test_what_is_copied_twice_counts_once():
    """Alignments that overlap cover what they cover, no more."""
    one, other = article(LONG, "1", "Wire"), article(LONG[::-1], "2", "Post")
    shared = tuple(copy(Span(one.id, n, 150), Span(other.id, n, 150)) for n in range(4))
    assert families(one, other, alignments=shared) == [["1"], ["2"]]


def test_families_join_through_a_third():
    """Two that each have their report from one wire are its family, with the wire."""
    wire, one, other = article(LONG, "1", "Wire"), article(LONG[:600], "2", "Post"), article(LONG[640:], "3", "Echo")
    shared = (
        copy(Span(wire.id, 0, 600), Span(one.id, 0, 600)),
        copy(Span(wire.id, 640, 1200), Span(other.id, 0, 560)),
    )
    assert families(wire, one, other, alignments=shared) == [["1", "2", "3"]]


def test_articles_without_a_report():
    """An empty report has nothing from anybody, and no articles have no families."""
    one, other = article("", "1", "Wire"), article("x", "2", "Post")
    nothing: tuple[Block, ...] = ()
    assert find([one, other], [nothing, nothing], ()) == ((one.id,), (other.id,))
    assert find([], [], ()) == ()
