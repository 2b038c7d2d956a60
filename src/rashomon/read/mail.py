"""Mail: one message (.eml) or a box of them (mbox), each a report with the sender, subject and date beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from itertools import pairwise

from rashomon.errors import NoArticle
from rashomon.model import Fact
from rashomon.read.dates import iso_prefix
from rashomon.read.lines import named_like_outlet
from rashomon.read.records import Record, given_fact
from rashomon.read.visible import visible_text

__all__ = ["is_mail", "messages"]

_BOX = re.compile(rb"^From \S+ .*\d\d:\d\d.*\n(?=[\w-]+:)", re.M)
"""The line that opens each message of an mbox (RFC 4155), with the message's header below it."""
_HEADER = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){3,}", re.A)
_ENCODED = re.compile(rb"^(?:mime-version|content-transfer-encoding|content-type):", re.I | re.M)
"""Without these the message is plain text: it is read as the text that it is, its header with it."""
_ANSWER = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.I)
_FULLER = 2
"""How many times the words of the plain part the page must have: under it, the plain part is the whole message."""


def is_mail(data: bytes) -> bool:
    """Tell whether ``data`` is a message with its MIME header, or a box of messages, by how it begins."""
    head = data[:20_000].replace(b"\r\n", b"\n").lstrip()
    if _BOX.match(head):
        return True
    header = _HEADER.match(head)
    return header is not None and _ENCODED.search(header[0]) is not None


def messages(data: bytes, name: str) -> Iterator[Record | NoArticle]:
    """Give the text of each message in ``data`` with its subject, date and sender, or its error, in order."""
    data = data.replace(b"\r\n", b"\n")
    starts = [match.start() for match in _BOX.finditer(data)] if _BOX.match(data.lstrip()) else []
    bounds = pairwise([*starts, len(data)])
    found = [data[start:end].split(b"\n", 1)[-1] for start, end in bounds] or [data.lstrip()]
    for at, one in enumerate(found, 1):
        yield _read(one, f"{name}:{at}" if len(found) > 1 else name)


def _read(data: bytes, name: str) -> Record | NoArticle:
    message = message_from_bytes(data, policy=policy.default)
    try:
        text = _text(message)
    except Exception:  # the library raises many kinds on damaged messages
        text = ""
    if not text.strip():
        return NoArticle(name, "there is no text in this message", "give a message with the report in its body")
    sender = _header(message, "from")
    called, _ = parseaddr(sender)
    return Record(
        text,
        title=given_fact(_ANSWER.sub("", _header(message, "subject")), "the subject of the message"),
        published=given_fact(iso_prefix(_header(message, "date")) or "", "the date of the message"),
        outlet=given_fact(called, "the sender of the message") if named_like_outlet(called) else Fact(),
        sender=given_fact(called, "no outlet is named; this is the sender of the message"),
    )


def _text(message: EmailMessage) -> str:
    """Give the plain part, or the page where it says much more (letters have "view this in your browser" there)."""
    plain, page = (_content(message.get_body((kind,))) for kind in ("plain", "html"))
    words, seen = len(plain.split()), len(visible_text(page).split()) if page.strip() else 0
    return page if seen > _FULLER * words else plain


def _content(part: MIMEPart | None) -> str:
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # a charset that is none
        return bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # as above
        return ""
