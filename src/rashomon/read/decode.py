"""From bytes to text, with a note wherever a person should know how."""

from __future__ import annotations

import codecs
import re

from rashomon.errors import EmptyInput, NotText, TooLarge

__all__ = ["LARGEST", "decode"]

LARGEST = 10_000_000
"""Bytes of the largest page or text that is read as one article; the heaviest news pages have about five million."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def decode(data: bytes | str, name: str, largest: int = LARGEST) -> tuple[str, tuple[str, ...]]:
    """Give the text of ``data`` and notes on how it was decoded; a byte-order mark is dropped, line ends stay.

    The charset is, in this order: the byte-order mark's, UTF-8 where the bytes fit it, the one that a page declares,
    windows-1252 where that gives clean text, and what charset-normalizer detects.
    Raises ``EmptyInput``, ``NotText`` and ``TooLarge``, naming the input ``name``.

    >>> decode(b"It\\x92s shut", "a.txt")
    ('It’s shut', ('decoded as windows-1252: it is not UTF-8 and no charset is declared',))
    """
    if len(data) > largest:
        raise TooLarge(name, f"it is over {largest // 1_000_000} MB", "give the article without what surrounds it")
    if isinstance(data, str):
        text = data.removeprefix("\ufeff")
        notes: list[str] = []
    else:
        text, notes = _decoded(data)
    if not text or text.isspace():
        raise EmptyInput(name, "the file is empty", "give a file with text in it")
    if len(_CONTROLS.findall(text)) > 0.005 * len(text):
        raise NotText(name, "this is binary data, not text", "give the article as text, HTML or JSON")
    if _SURROGATES.search(text):
        text = _SURROGATES.sub("\ufffd", text)
        notes.append("half characters (lone surrogates) stand as �")
    if _garbled(text):
        notes.append("some characters look garbled: the text was decoded wrongly before it came here, and is left so")
    return text, tuple(notes)


def _decoded(data: bytes) -> tuple[str, list[str]]:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            # a cut last character is no reason to refuse a text that says what it is
            return data[len(mark) :].decode(charset, "replace"), []
    if wide := _wide(data):
        return data.decode(wide, "replace"), [f"decoded as {wide}: no charset is declared"]
    declared = _declared(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, declared)
    if declared and not data.isascii() and declared not in {"utf-8", "ascii"}:
        return text, [f"decoded as utf-8: the page declares {declared}, which it is not"]
    return text, []


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zero bytes that stand at every second place of western text."""
    head = data[:4000]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if even < 0.05 and odd > 0.5:
        return "utf-16-le"
    return "utf-16-be" if odd < 0.05 and even > 0.5 else None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    try:
        return codecs.lookup(found[1].decode("ascii", "replace")).name
    except LookupError:
        return None


def _legacy(data: bytes, declared: str | None) -> tuple[str, list[str]]:
    # HTML's own standard reads a declared latin-1 as windows-1252
    wanted = "cp1252" if declared in {"iso8859-1", "ascii", "cp1252"} else declared
    why = "no charset is declared" if declared is None else f"{_named(declared)} is declared, which does not fit"
    if wanted and wanted != "utf-8":
        try:
            return data.decode(wanted), []
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    try:
        text = data.decode("cp1252")
        if not _garbled(text):
            return text, [f"decoded as windows-1252: it is not UTF-8 and {why}"]
    except UnicodeDecodeError:
        pass
    return _detected(data, why)


def _detected(data: bytes, why: str) -> tuple[str, list[str]]:
    from charset_normalizer import from_bytes

    # mostly UTF-8 with a few broken bytes is UTF-8, whatever a detector makes of the broken ones
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken <= 0.01 * len(text) and broken * 2 < sum(not char.isascii() for char in text):
        return text, [f"decoded as utf-8: {broken} bytes that do not fit stand as �"]
    best = from_bytes(data[:50_000]).best()
    charset = best.encoding if best is not None else "cp1252"
    return data.decode(charset, "replace"), [
        f"decoded as {_named(charset)}, which was detected: it is not UTF-8 and {why}"
    ]


def _named(charset: str) -> str:
    return "windows-" + charset[2:] if re.fullmatch(r"cp125\d", charset) else charset


def _garbled(text: str) -> bool:
    """Tell whether the text holds sequences that only a wrong decoding leaves (ftfy's measure of badness)."""
    from ftfy.badness import is_bad

    head = text[:100_000]
    return not head.isascii() and bool(is_bad(head))
