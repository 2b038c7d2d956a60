"""Blocks of an article: each visible character in one, with its role."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.clean import blocks
from rashomon.errors import RashomonError
from rashomon.read import article

BODY = (
    "The harbour gate stood open for an hour on the night of the storm, the harbour master said on Tuesday.",
    "Three dockers who were on the quay told this newspaper that they had seen nobody at the winch since eight.",
    "The firm that keeps the winch denied that any of its people had been late, and called the claim absurd.",
)


def _roles(*paragraphs: str) -> list[str]:
    read = article("\n\n".join(paragraphs), "x.txt")
    return [block.role for block in blocks(read)]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *BODY,
                "Sign up for our newsletter",
                "Comments (2)",
                "😀 שלום",
                "By Ann Lee",
                "ORRIN, May 4 (KW) -",
                "•",
                "\u00a0",
            ]
        ),
        min_size=1,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"]),
)
def test_every_visible_character_stands_in_one_block(paragraphs: list[str], end: str):
    """Blocks stand in order, never overlap, and leave only white space out."""
    try:
        read = article(end.join(paragraphs), "x.txt")
    except RashomonError:
        return
    inside = [at for block in blocks(read) for at in range(block.span.start, block.span.end)]
    assert inside == sorted(set(inside))
    assert all(read.text[at].isspace() for at in set(range(len(read.text))) - set(inside))


def test_a_plain_report_is_all_report():
    """A clean report loses nothing: headline, then body."""
    assert _roles("Gate stood open for an hour", *BODY) == ["headline", "body", "body", "body"]


def test_a_dateline_is_parted_from_its_paragraph():
    """The dateline that opens a paragraph is a block of its own before the body."""
    read = article(f"Gate stood open\n\nORRIN, February 14. /KESTREL/. {BODY[0]}\n\n{BODY[1]}", "x.txt")
    found = [(block.role, read.text[block.span.start : block.span.end]) for block in blocks(read)]
    assert found[1:3] == [("dateline", "ORRIN, February 14. /KESTREL/."), ("body", BODY[0])]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Related article: Bridge at Carrow shut after storm", "related"),
        ("Read more: Bridge at Carrow shut", "related"),
        ("Your support, no matter how small, helps us keep the paper free.", "appeal"),
        ("Sign up for our free newsletter", "appeal"),
        ("This site uses cookies. By continuing you accept our use of them.", "appeal"),
        ("Advertisement", "navigation"),
        ("Share | Tweet | Email", "navigation"),
        ("The winch on Monday. Ann Lee / AP", "caption"),
        ("A crane lifts the gate. Photo: Ann Lee", "caption"),
        ("What the firm says", "heading"),
        ("Orrin Post            Page 2 of 3", "navigation"),
        ("https://post.example/gate 2/3", "navigation"),
        ("Should the gate be shut at night? Yes (61%) No (39%) Votes: 2,318", "navigation"),
        ("The post Gate stood open appeared first on The Orrin Post.", "related"),
        ("Readers who were on the quay may telephone the office on Orrin 4410.", "appeal"),
        ("You are receiving this because you signed up.", "appeal"),
        ("This e-mail is confidential and intended solely for the reader named above.", "disclaimer"),
        ("— Bo Orr (@boorr) March 4, 2031", "byline"),
        (
            "The opinions presented on this page are its writer’s own and need not reflect the view of the Kestrel.",
            "disclaimer",
        ),
    ],
)
def test_a_line_between_paragraphs(line: str, role: str):
    """Each kind of line between two paragraphs of a report gets its role, and the report stays whole."""
    assert _roles("Gate stood open for an hour", BODY[0], line, BODY[1], BODY[2]) == [
        "headline",
        "body",
        role,
        "body",
        "body",
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        '"Please donate now and support us, every reader counts," the widow of the harbour master told the crowd.',
        "The charity asked people to donate to its fund, and the newsletter of the union carried the call, he said.",
        "We walked the quay for an hour, and you could hear the winch from the church, where nobody slept that night.",
        "He denied it.",
        "CORRECTION: On Monday we said that the gate was open for two hours. It was one.",
        "Anyone who was on the quay should contact the coroner's office, the harbour master said.",
        "14:05 The minister is on the quay and says that he knows nothing yet.",
    ],
)
def test_the_report_is_not_taken_for_furniture(paragraph: str):
    """Quoted appeals, reports about appeals, a column's we and you, short sentences and live entries stay body."""
    assert _roles("Gate stood open for an hour", BODY[0], paragraph, BODY[1]) == ["headline", "body", "body", "body"]


def test_an_appeal_takes_its_neighbours_along():
    """What stands beside an appeal and goes on in its voice belongs to it; the report beside it does not."""
    ask = "We, the journalists of The Orrin Post, need your help to go on."
    more = "Ours is a small paper. We have no owner, and we owe that to you."
    assert _roles("Gate stood open for an hour", *BODY, ask, more)[-2:] == ["appeal", "appeal"]
    assert _roles("Gate stood open for an hour", *BODY, ask, more)[:4] == ["headline", "body", "body", "body"]


@pytest.mark.parametrize(
    "lead", ["Here is what the firm's owner is reported to have said", "The owner said in a letter:"]
)
def test_a_quotation_without_marks(lead: str):
    """A paragraph announced by a verb of saying and set off without marks is a quotation."""
    quoted = "There was nobody late at the winch that night, and I have told the master so in person and in writing."
    assert _roles("Gate stood open for an hour", BODY[0], f"He was clear. {lead}", quoted, BODY[1])[3] == "quotation"
    assert _roles("Gate stood open for an hour", BODY[0], f"He was clear. {lead}", f'"{quoted}"', BODY[1])[3] == "body"


def test_after_the_report():
    """Comments, other stories and the copyright line after the report are none of it."""
    after = (
        "Comments (2)",
        "salty: It was open all week.",
        "Most read",
        "Bridge at Carrow shut after lorry strikes pier",
    )
    assert not {"body", "heading", "headline"} & set(_roles("Gate stood open for an hour", *BODY, *after)[4:])


def test_a_page_with_a_menu():
    """On a page of lines without markup the report is found between menu and footer."""
    menu = ["Home", "News", "Sport", "Weather", "Log in"]
    found = _roles(*menu, "Gate stood open for an hour", *BODY, "Most read", "Bridge shut", "© 2031 Orrin Post")
    assert found[5:9] == ["headline", "body", "body", "body"]
    assert "body" not in found[:5] + found[9:]


def test_no_blocks_of_nothing_and_the_same_twice():
    """The same article gives the same blocks."""
    read = article("\n\n".join(BODY), "x.txt")
    assert blocks(read) == blocks(read)


def test_a_credit_in_brackets_is_parted_from_the_last_sentence():
    """Who reported and edited is no report, and costs the sentence before it nothing."""
    credit = "(Reporting by Ines Carrow; Additional reporting by Bo Orr in Kestrel; Editing by Ann Lee)"
    read = article("\n\n".join(("Gate stood open for an hour", *BODY[:2], f"{BODY[2]} {credit}")), "x.txt")
    found = [(block.role, read.text[block.span.start : block.span.end]) for block in blocks(read)]
    assert found[-2:] == [("body", BODY[2]), ("byline", credit)]


def test_the_header_of_a_message_is_no_report():
    """Header lines in a wrapped text are a line each, and the paragraph below them the report's."""
    wrapped = [text.replace(" on the ", "\non the ").replace(" that ", "\nthat ") for text in BODY]
    head = "From: Ines Carrow <ines@orrinpost.example>\nTo: desk@orrinpost.example\nSubject: Gate was told to open"
    assert _roles(head, *wrapped) == ["navigation"] * 3 + ["body"] * 3


def test_a_headline_by_itself_is_one():
    """A text of one line loses nothing."""
    assert _roles("Gate stood open for an hour") == ["headline"]


def test_the_lead_of_a_quotation_needs_its_mark():
    """A summary that ends with what somebody was told announces no quotation."""
    assert _roles("Gate stood open", *BODY[:2], "It is that we were told something else first", BODY[2])[-1] == "body"


@pytest.mark.parametrize("slug", ["UPDATE 2-", "WRAPUP 3-", "CORRECTED-UPDATE 1-", "EXCLUSIVE-"])
def test_the_slug_before_a_headline_is_none_of_it(slug: str):
    """How often an agency sent it counts nothing that happened."""
    read = article("\n\n".join((f"{slug}Gate stood open for an hour", *BODY)), "x.txt")
    found = [(block.role, read.text[block.span.start : block.span.end]) for block in blocks(read)]
    assert found[:2] == [("navigation", slug), ("headline", "Gate stood open for an hour")]
    assert read.title.value == "Gate stood open for an hour"
