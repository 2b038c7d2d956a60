"""What a plain text shows of itself: headline, byline, outlet, dates."""

from __future__ import annotations

import pytest

from rashomon.read import article

BODY = (
    "The harbour gate stood open for an hour on the night of the storm, the harbour master said.\n\n"
    "Three dockers told this reporter that they had seen nobody at the winch since eight.\n"
)


def test_top_of_a_newspaper_text():
    """Masthead, date, headline and byline are told apart; each value stands at its span."""
    text = f"ORRIN COURIER\nTuesday 4 March 2031\n\nGate stood open for an hour\nBy Ines Carrow and Bo Orr\n\n{BODY}"
    read = article(text, "x.txt")
    assert read.outlet.value == "Orrin Courier"
    assert read.title.value == "Gate stood open for an hour"
    assert [author.value for author in read.authors] == ["Ines Carrow", "Bo Orr"]
    assert read.published.value == "2031-03-04"
    for fact in (read.title, *read.authors):
        assert fact.span is not None
        assert text[fact.span.start : fact.span.end] == fact.value


@pytest.mark.parametrize("between", ["", "By Ines Carrow\n"])
def test_a_motto_right_under_the_masthead_is_no_headline(between: str):
    """What stands under the outlet's name without an empty line says what paper it is."""
    text = f"ORRIN COURIER\nLetters and weather from the quay\n\nGate stood open for an hour\n{between}\n{BODY}"
    assert article(text, "x.txt").title.value == "Gate stood open for an hour"


def test_a_headline_right_under_the_masthead():
    """Where no other line can be the headline, that under the outlet's name is it."""
    text = f"ORRIN COURIER\nGate stood open for an hour\n\n{BODY}"
    assert article(text, "x.txt").title.value == "Gate stood open for an hour"


def test_outlet_beside_the_repeated_headline():
    """A first line that is the headline with the site's name gives the outlet; the bare line is the headline."""
    read = article(f"Kestrel24 - Gate stood open for an hour\n\nGate stood open for an hour\n\n{BODY}", "x.txt")
    assert (read.outlet.value, read.outlet.basis) == ("Kestrel24", "text")
    assert read.title.span is not None
    assert read.title.span.start == len("Kestrel24 - Gate stood open for an hour\n\n")


def test_outlet_names_itself_in_its_appeal():
    """The name by which an outlet asks its readers for money is the outlet's."""
    read = article(f"Gate stood open\n\n{BODY}\nWe, the journalists of The Orrin Post, need your help.", "x.txt")
    assert read.outlet.value == "The Orrin Post"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© Orrin. We are not responsible for other sites.", "Orrin"),
        ("© 2031 J.P. Press", "J.P. Press"),
        ("Copyright St. Ebba Times", "St. Ebba Times"),
    ],
)
def test_the_name_in_a_copyright_line_ends_with_its_sentence(line, name):
    """What follows the full stop is no part of it, unless that stands after an initial."""
    assert article(f"Gate stood open\n\n{BODY}\n{line}", "x7.txt").outlet.value == name


def test_cited_outlets_are_not_the_outlet():
    """A paper that is cited in the report is not taken for its source: the file's name is, and it says so."""
    text = (
        f"Gate stood open\n\n{BODY}\nThe account was first given by The Orrin Post, officials told the Kestrel Times.\n"
    )
    read = article(text, "folder/x7.txt")
    assert (read.outlet.value, read.outlet.basis) == ("x7", "inferred")


def test_agency_of_the_dateline():
    """Where nothing else names the outlet the agency in the dateline does; the year stays open."""
    read = article(f"Gate stood open for an hour\n\nORRIN, March 4 (Kestrel) - {BODY}", "x.txt")
    assert (read.outlet.value, read.outlet.basis) == ("Kestrel", "dateline")
    assert (read.dateline.value, read.published.value) == ("03-04", None)


@pytest.mark.parametrize(
    "line",
    [
        "Since July 1, 2029, we have switched off all ads so that you read in peace.",
        "Related article: Bridge shut on 3 May 2029",
        "© 2029 Orrin Media, 3 May 2029. All rights reserved.",
    ],
)
def test_dates_of_furniture_never_count(line: str):
    """A date in an appeal, a related link or a copyright line is not the date of publication, wherever it stands."""
    for text in (
        f"{line}\n\nGate stood open for an hour\n\n{BODY}",
        f"Gate stood open for an hour\n\n{BODY}\n{line}\n",
    ):
        assert article(text, "x.txt").published.value is None


def test_published_before_updated():
    """Of "Published" and "Updated" in one line the first is the date of publication; an update is better than none."""
    stamp = "Orrin News · Published 4 March 2031, 09:00 · Updated 6 March 2031"
    assert article(f"Gate stood open for an hour\n\n{stamp}\n\n{BODY}", "x.txt").published.value == "2031-03-04"
    alone = article(f"Gate stood open for an hour\n\nUpdated: 6 March 2031\n\n{BODY}", "x.txt").published
    assert alone.value == "2031-03-06"
    assert "no date of publication" in alone.evidence


def test_a_text_without_any_top():
    """A bare report has no headline and no date, and none is made up."""
    read = article(BODY, "x.txt")
    assert (read.title.value, read.published.value, read.dateline.value, read.authors) == (None, None, None, ())


def test_the_header_of_a_message_in_a_text():
    """Header lines stand by themselves in wrapped text; date, headline and outlet are found, the lines no report."""
    head = (
        "From: Ines Carrow <ines@orrinpost.example>\nDate: Tue, 04 Mar 2031 18:52:07 +0000\n"
        "Subject: Gate stood open for an hour\n\n"
    )
    read = article(f"{head}By Ines Carrow\n\n{BODY}\nInes Carrow, Orrin Post\n", "x.txt")
    assert (read.outlet.value, read.outlet.basis, read.published.value) == ("Orrin Post", "inferred", "2031-03-04")
    assert [author.value for author in read.authors] == ["Ines Carrow"]


def test_running_heads_of_a_printed_page():
    """The outlet is the name beside the page's number, the headline neither that nor the address below it."""
    page = "Orrin Evening Post            Page {} of 2\n\npost.example/gate/2031\n\n"
    first, second = BODY.split("\n\n")
    read = article(f"{page.format(1)}Gate stood open for an hour\n\n{first}\n\n{page.format(2)}{second}", "x.txt")
    assert (read.outlet.value, read.title.value) == ("Orrin Evening Post", "Gate stood open for an hour")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("EXCLUSIVE by INES CARROW, Harbour Editor", "INES CARROW"),
        ("Posted by Ines Carrow on March 4, 2031 at 11:10 pm", "Ines Carrow"),
        ("Words by Ines Carrow", "Ines Carrow"),
    ],
)
def test_bylines_with_more_in_them(line: str, author: str):
    """What stands before and after the name is none of it, and the line is no headline."""
    read = article(f"GATE LEFT WIDE OPEN\n\n{line}\n\n{BODY}", "x.txt")
    assert ([one.value for one in read.authors], read.title.value) == ([author], "GATE LEFT WIDE OPEN")


@pytest.mark.parametrize("slug", ["KW0412 4 DIS 611", "KW0412 4 DIS 188 /URGENT", "Page 1 of 3", "PRESS RELEASE"])
def test_what_is_no_headline(slug: str):
    """Numbers of agencies, pages and kinds of paper are passed over."""
    assert article(f"{slug}\n\nGate stood open\n\n{BODY}", "x.txt").title.value == "Gate stood open"


def test_the_name_over_a_statement_is_its_outlet():
    """A body that issues a statement stands above it, whatever its name is made of."""
    read = article(f"Orrin Harbour Board\n\nSTATEMENT ON THE GATE\n\n{BODY}", "x.txt")
    assert (read.outlet.value, read.title.value) == ("Orrin Harbour Board", "STATEMENT ON THE GATE")


@pytest.mark.parametrize("line", ["Orrin Post — 4 March 2031, 9.58 pm", "Orrin Post | 4 March 2031"])
def test_outlet_and_day_in_one_line(line: str):
    """A name beside a date above the headline is the outlet's."""
    read = article(f"{line}\n\nGATE STOOD OPEN FOR AN HOUR\n\n{BODY}", "x.txt")
    assert (read.outlet.value, read.published.value) == ("Orrin Post", "2031-03-04")


def test_an_outlet_that_names_itself_in_a_sentence_has_no_article():
    """ "The" of a sentence is none of the name."""
    read = article(f"Gate stood open\n\n{BODY}\nIt was left so all night, the Orrin Post can reveal.", "x.txt")
    assert read.outlet.value == "Orrin Post"


def test_a_headline_and_nothing_else():
    """A line by itself is a headline."""
    assert article("Gate stood open for an hour", "x.txt").title.value == "Gate stood open for an hour"


def test_sentences_without_a_headline():
    """Short paragraphs that end as sentences do are a report; its last quotation is no headline."""
    assert article('Mr Orne denied it.\n\n"The gate was shut."', "x.txt").title.value is None


def test_labels_above_a_report():
    """Archives and notes write what a thing is before it; the lines are no headline, the labels no part of it."""
    head = "publication: The Orrin Post\nauthor: Ines Carrow\nLENGTH: 31 words\nSECTION: NEWS; Pg. 3\n"
    read = article(f"{head}\n# Gate stood open for an hour\n\n*By Ines Carrow*\n\n{BODY}", "x.md")
    assert (read.outlet.value, read.title.value) == ("The Orrin Post", "Gate stood open for an hour")
    assert [author.value for author in read.authors] == ["Ines Carrow"]


def test_a_transcript_has_no_headline_of_its_own():
    """Neither the kind of paper nor the first words spoken are one, and the station stands beside its day."""
    said = "PRESENTER (Dee Malloy): It is ten past five. Was the gate shut?\n\nCARROW: It was shut, and I shut it.\n"
    read = article(f"ORRIN RADIO — 4 MARCH 2031\n\nTRANSCRIPT\n\n{said}\n{BODY}", "transcript.txt")
    assert (read.outlet.value, read.title.value, read.published.value) == ("Orrin Radio", None, "2031-03-04")
