"""The words of a report: which are its own, which tell something, whose they are, and where sentences begin."""

from __future__ import annotations

from factory import article, attribution, body
from rashomon.compare.words import OWN, QUOTED, REPORTED, Words, words
from rashomon.model import Analysis, Article, Attribution, Block, Span


def read(text: str, *said: Attribution, other: str = "") -> Words:
    """Give the words of an article of ``text``, beside an article of ``other``."""
    one, beside = article(text), article(other, "beside.txt")
    return words([one, beside], [body(one), body(beside)], [Analysis(one.id, attributions=said), Analysis(beside.id)])[
        0
    ]


def telling(found: Words) -> list[str]:
    """Give the words that tell something."""
    return [key for key, tells in zip(found.keys, found.telling, strict=True) if tells]


def test_words_as_they_are_compared():
    """Small letters without marks; figures keep their point and lose the commas between thousands."""
    assert read("The U.S. don’t owe 1,000 or 4.1 “crowns”.").keys == (
        "the", "us", "dont", "owe", "1000", "or", "4.1", "crowns",
    )  # fmt: skip


def test_places_are_offsets_of_the_text():
    """Each word stands at its place, line ends, wide letters and marks before it notwithstanding."""
    text = "🛟 “Sail\u00a0now”,\r\nsaid Ómar"
    assert [text[start:end] for start, end in read(text).places] == ["Sail", "now", "said", "Ómar"]


def test_what_tells_nothing():
    """Grammar, figures, names, titles and stock phrases tell nothing; a capital at the beginning is no name."""
    text = "Lemons fell on General Carrow of Orrin at 9:15 and he declined to comment on the lemons."
    assert telling(read(text, other="A lemon fell; lemons fall.")) == ["lemons", "fell", "lemons"]


def test_a_name_in_capitals_elsewhere_small():
    """A word with a capital in mid-sentence is a name there, though it is written small elsewhere."""
    assert telling(read("the green barge met the Green Barge")) == ["green", "barge", "met"]


def test_voices():
    """Words between marks are quoted, those of an attribution reported, the rest the outlet's own."""
    report = article("He said that the “tide turned” late. It rained.")
    said = attribution(report, "He", "said", "that the “tide turned” late", kind="mixed")
    assert read(report.text, said).voices == (OWN, OWN, REPORTED, REPORTED, QUOTED, QUOTED, REPORTED, OWN, OWN)


def test_straight_single_marks_are_left_to_the_attribution():
    """Straight single marks may be apostrophes: a mixed attribution without other marks is quoted whole."""
    report = article("She said the dockers 'ate the lemons' at noon.")
    said = attribution(report, "She", "said", "the dockers 'ate the lemons'", kind="mixed")
    assert read(report.text).voices == (OWN,) * 9
    assert read(report.text, said).voices == (OWN, OWN, *[QUOTED] * 5, OWN, OWN)


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph():
    """Marks opened and not closed hold to the end of the block and no further."""
    report: Article = article("“We sailed.\n\nNobody came.")
    blocks = (Block(Span(report.id, 0, 11), "body"), Block(Span(report.id, 13, 25), "body"))
    [found] = words([report], [blocks], [Analysis(report.id)])
    assert found.voices == (QUOTED, QUOTED, OWN, OWN)


def test_edges_and_stretches():
    """Sentences and quotations begin at edges; a headline and the text below it are two stretches."""
    report = article("Lemons ahoy\n\nIt rained. He said: “No lemons.” She left")
    blocks = (Block(Span(report.id, 0, 11), "headline"), Block(Span(report.id, 13, len(report.text)), "body"))
    [found] = words([report], [blocks], [Analysis(report.id)])
    assert [found.keys[at] for at in found.edges[:-1]] == ["lemons", "it", "he", "no", "she"]
    assert found.edges[-1] == len(found.keys)
    assert len(set(found.stretches[:2])) == len(set(found.stretches[2:])) == 1
    assert found.stretches[0] != found.stretches[2]


def test_what_is_not_the_report_has_no_words():
    """Appeals and comments are not read, and part what stands before them from what stands after."""
    report = article("It rained. Give now. It dried.")
    cuts = [(0, 10, "body"), (11, 20, "appeal"), (21, 30, "body")]
    blocks = [Block(Span(report.id, start, end), role) for start, end, role in cuts]  # type: ignore[arg-type]
    [found] = words([report], [blocks], [Analysis(report.id)])
    assert found.keys == ("it", "rained", "it", "dried")
    assert found.stretches[1] != found.stretches[2]
