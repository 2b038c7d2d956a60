"""Mail: messages and boxes of them."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from rashomon.read import articles_in
from rashomon.read.mail import is_mail, messages

REPORT = (
    "The harbour gate stood open for an hour, the harbour master said. “Nobody shut it,” she told the board.\n\n"
    "Three dockers told this reporter that they had seen nobody at the winch since eight.\n"
)


def letter(text: str, subject: str = "Fwd: Gate stood open", page: str = "", sender: str = "The Orrin Post") -> bytes:
    """Give a message as it is sent: its text encoded, and the page of the same beside it."""
    message = EmailMessage()
    message["From"] = f'"{sender}" <letter@post.example>'
    message["Subject"], message["Date"] = subject, "Tue, 04 Mar 2031 07:00:00 +0000"
    message.set_content(text, cte="quoted-printable")
    if page:
        message.add_alternative(page, subtype="html", cte="base64")
    return bytes(message)


def test_a_message_is_decoded_and_its_header_stands_beside_it():
    """The text is what a person would see; subject, date and sender are facts, with the headline where it stands."""
    (one,), problems = articles_in([("a.eml", letter(f"Gate stood open\n\nBy Ines Carrow\n\n{REPORT}"))])
    assert (problems, one.text.startswith("Gate stood open"), "“Nobody shut it,”" in one.text) == ([], True, True)
    assert (one.outlet.value, one.published.value) == ("The Orrin Post", "2031-03-04")
    assert one.title.value == "Gate stood open"
    assert one.title.span is not None
    assert (one.title.span.start, one.title.basis) == (0, "given")


def test_a_sender_who_is_no_outlet_names_it_only_where_nothing_else_does():
    """A person's name is no outlet's, but better than the file's."""
    (one,), _ = articles_in([("a.eml", letter(REPORT, sender="Bo Orr"))])
    assert (one.outlet.value, one.outlet.basis) == ("Bo Orr", "inferred")
    (one,), _ = articles_in([("a.eml", letter(f"ORRIN COURIER\n\nGate stood open all night\n\n{REPORT}", sender="Bo"))])
    assert (one.outlet.value, one.outlet.basis) == ("Orrin Courier", "text")


def test_the_page_is_read_where_the_plain_part_says_next_to_nothing():
    """Letters often have no more than an address in their plain part."""
    page = f"<html><body><h1>Gate stood open</h1><p>{REPORT}</p></body></html>"
    (one,), _ = articles_in([("a.eml", letter("View this in your browser", page=page))])
    assert "harbour master said" in one.text
    assert "browser" not in one.text


def test_a_box_holds_messages_by_number(tmp_path: Path):
    """Each message of an mbox is an article; one without text is a problem of its own."""
    box = mailbox.mbox(tmp_path / "a.mbox")
    for data in (letter(REPORT), letter(" "), letter(REPORT.replace("dockers", "pilots"))):
        box.add(mailbox.mboxMessage(data))
    box.close()
    found, problems = articles_in([("a.mbox", (tmp_path / "a.mbox").read_bytes())])
    assert [one.name for one in found] == ["a.mbox:1", "a.mbox:3"]
    assert [(one.name, one.cause) for one in problems] == [("a.mbox:2", "there is no text in this message")]


@pytest.mark.parametrize(
    "text", [REPORT, "From the quay, 2031\n" + REPORT, "Gate: open\nWinch: shut\nDay: Monday\n\nX"]
)
def test_a_text_is_no_mail(text: str):
    """Lines with a colon are no header of a message, and "From" opens sentences too."""
    assert not is_mail(text.encode())


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nA: b\nContent-Type: text/plain; charset=none\n\nThe gate was shut.",
        b"MIME-Version: 1.0\nDate: \xff\xfe\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n",
        b"MIME-Version: 1.0\nSubject: =?x?y?z?=\nContent-Transfer-Encoding: base64\n\n!!!!",
    ],
)
def test_damaged_mail_is_read_or_refused_without_a_crash(data: bytes):
    """A charset that is none, a header that is no text, and a body that is not encoded as it says."""
    assert is_mail(data)
    assert len(list(messages(data, "a.eml"))) == 1
