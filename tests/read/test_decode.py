"""From bytes to text: charsets, marks, limits."""

from __future__ import annotations

import pytest

from rashomon.errors import EmptyInput, NotText, TooLarge
from rashomon.read.decode import LARGEST, decode

TEXT = "The gate was “open”, she said – it’s over.\r\nNobody asked.\rNo one.\n"


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_marks_are_dropped_and_line_ends_stay(charset: str):
    """Every byte-order mark is read and dropped; CRLF, CR and LF stay as they are; nothing needs saying."""
    assert decode(TEXT.encode(charset), "a.txt") == (TEXT, ())


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_missing_charset_is_detected_and_said(data: bytes, note: str):
    """A text without a mark that is not UTF-8 is decoded all the same, and a note says as what."""
    text, notes = decode(data, "a.txt")
    assert text == TEXT
    assert note in notes[0]


def test_wrong_declaration_is_said():
    """A page that declares latin-1 and is UTF-8 is read as UTF-8, with a note; a true declaration needs none."""
    page = '<html><head><meta charset="iso-8859-1"></head><body>It’s shut at the café</body></html>'
    text, notes = decode(page.encode(), "a.html")
    assert text == page
    assert "declares" in notes[0]
    assert decode(page.encode("cp1252"), "a.html") == (page, ())


def test_mojibake_is_flagged_and_left():
    """Text that was garbled before it came is left as it is, and flagged."""
    garbled = "The gate was shut, and itâ€™s over."
    text, notes = decode(garbled.encode(), "a.txt")
    assert text == garbled
    assert "garbled" in notes[0]
    assert decode("The café’s gate — “shut”".encode(), "a.txt")[1] == ()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyInput),
        (b" \n\t\r\n", EmptyInput),
        (b"\xef\xbb\xbf", EmptyInput),
        (bytes(range(256)) * 20, NotText),
        (b"a" * (LARGEST + 1), TooLarge),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, error: type[Exception]):
    """Empty, binary and huge input raise their own error, which names the file and says what would mend it."""
    with pytest.raises(error, match=r"^a\.txt: .+; .+"):
        decode(data, "a.txt")
