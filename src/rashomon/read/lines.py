"""The lines of a plain text as reading looks at them: which are prose, stamps, furniture, or can be a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.data import entries, patterns
from rashomon.data.furniture import proved_role
from rashomon.model import Span
from rashomon.read.datelines import Dateline, dateline
from rashomon.read.dates import Stamp, stamps
from rashomon.text import paragraphs, plain

__all__ = ["PUBLISHED", "STOP", "UPDATED", "Paragraph", "Top", "can_be_title", "furniture", "named_like_outlet",
           "pieces", "prose", "span_of", "stamp_lines"]  # fmt: skip

STOP = re.compile(r"[.!?…:;,][\"')\]]*$")
PUBLISHED = re.compile(r"\b(?:first )?(?:published|posted|issued|filed|dated?|created)\b(?: (?:on|at))?\s?:?", re.I)
_SPOKEN = re.compile(r"(?<![\w/])[^\W\d_]{2,}(?!\w)")
"""A word as it is spoken: no number, no letter by itself, no slug of an agency ("KW0412 4 DIS 188 /URGENT")."""
_TURN = re.compile(r"[A-Z][A-Z .'-]+(?: \([^()]*\))?: (?=.*[a-z]).*[.?!]$")
"""What somebody says in a transcript: a name in capitals, a colon, a sentence."""
UPDATED = re.compile(r"\b(?:last )?(?:updated|modified|edited|revised)\b", re.I)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its offsets (code points) and its text made plain, one code point for one."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Top:
    """The top of a text: ``zone`` are the paragraphs above the report, ``opening`` the paragraph with its dateline.

    ``article`` is the article's id, ``name`` the file's, ``found`` all paragraphs, ``masthead`` the line that is the
    outlet's name.
    """

    article: str
    name: str
    found: Sequence[Paragraph]
    zone: Sequence[Paragraph]
    opening: tuple[Paragraph, Dateline] | None
    masthead: Paragraph | None


def pieces(text: str) -> tuple[Paragraph, ...]:
    """Give the paragraphs of ``text``."""
    return tuple(Paragraph(start, end, plain(text[start:end])) for start, end in paragraphs(text))


def furniture(text: str) -> bool:
    """Tell whether a paragraph is proved by its words to be an appeal, a link, a disclaimer or other furniture."""
    return proved_role(" ".join(text.split())) not in {None, "byline"}


def prose(text: str) -> bool:
    """Tell whether a paragraph reads as sentences of a report."""
    words = text.split()
    if text.rstrip().endswith("?") and len(words) <= 25:  # a headline may ask
        return False
    return len(words) >= 12 and (STOP.search(text.rstrip()) is not None or len(words) > 60) and not furniture(text)


def span_of(article: str, paragraph: Paragraph, words: str) -> Span:
    """Give the span of ``words``, which stand in ``paragraph``, in the article whose id is ``article``."""
    start = paragraph.start + paragraph.text.index(words)
    return Span(article, start, start + len(words))


def stamp_lines(found: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Stamp]]:
    """Give the dates in lines that are stamps: short, not a sentence, not furniture."""
    for paragraph in found:
        text = paragraph.text
        if len(text) > 140 or not re.search(r"\d", text) or re.search(r"\w{3,}\.$", text):
            continue
        dates = list(stamps(text))
        others = re.sub(r"[\d:.]+|\b[ap]\.?m\b|\b[A-Z]{2,5}\b", " ", _without(text, dates)).split()
        rowed = re.search(r"\s[|·•/–—-]\s", text)
        most = 16 if PUBLISHED.search(text) or UPDATED.search(text) else 9 if rowed else 3
        quoted = patterns("related.txt").search(text) or patterns("disclaimer.txt").search(text)
        if len(others) <= most and not quoted:
            yield from ((paragraph, stamp) for stamp in dates)


def _without(text: str, dates: Sequence[Stamp]) -> str:
    for stamp in reversed(dates):
        text = text[: stamp.start] + text[stamp.end :]
    return text


def can_be_title(paragraph: Paragraph) -> bool:
    """Tell whether a line can be a headline: a few words, begun as a sentence and not ended as one, no other thing."""
    text = paragraph.text.strip()
    if not 2 <= len(text.split()) <= 30 or re.search(r"[\w)]\.$|[;,:]$", text):
        return False
    if not re.match(r"(?!\(|[-*•] |[Tt]ranscript\b)\W{0,3}[A-Z0-9]", text):
        return False
    if len(_SPOKEN.findall(text)) < 2 or _TURN.match(text) or patterns("byline.txt").search(text) or furniture(text):
        return False
    opening = dateline(text + " -- X")
    return not any(True for _ in stamp_lines([paragraph])) and (opening is None or opening.stamp is None)


def named_like_outlet(name: str) -> bool:
    """Tell whether a word that newspapers, agencies and broadcasters are named with is part of ``name``."""
    words = re.findall(r"[a-z]+", name.lower())
    return len(words) > 1 and not _nouns().isdisjoint(words)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(entries("outlet-nouns.txt"))
