"""Outlet, headline, byline, dateline and date of publication as the layout of a plain text shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Fact, Span
from rashomon.read.datelines import Dateline, dateline
from rashomon.read.dates import Stamp
from rashomon.read.lines import PUBLISHED, STOP, UPDATED, Paragraph, Top, can_be_title, prose, span_of, stamp_lines
from rashomon.read.outlets import masthead, outlet

__all__ = ["Facts", "find"]

_BYLINE = re.compile(
    r"(?:(?:exclusive|special report|analysis|words|written|posted|story|text|report)\W{1,3})?by\s*:?\s+(?=[A-Z])"
    r"|(?:byline|authors?|writer)\s?:\s+(?=[A-Z])",
    re.I,
)
_AFTER_NAMES = re.compile(r"\s[|·•–—-]\s|\s\(|, (?:in|for) | (?:on|at) (?=\d|[A-Z]\w+ \d)")
_PERSON = re.compile(r"[A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|de|van|von|der|bin|al|la|di)){0,4}")
_DUTY = re.compile(
    r"\b(?:editors?|correspondents?|reporters?|staff|writers?|wire|reports|desk|team|newsroom|agenc(?:y|ies))\b", re.I
)
_MOTTO = re.compile(
    r"(?:the|your|a|an) (?:\w+ ){0,2}(?:daily|weekly|monthly|quarterly|voice|home|newspaper|paper|journal|magazine|"
    r"letter|source|bulletin|newsletter)\b|free (?:every|each|weekly|daily|to)\b|"
    r"(?:serving|since|established|est\.|founded|all the news|independent)\b",
    re.I,
)
"""What stands under a masthead: "The weekly letter for people who ..."."""
_SLUG = re.compile(
    r"#{1,6} +|"  # Markdown
    r"(?:(?:UPDATE|WRAPUP|CORRECTED|CORRECTION|REFILE|RPT|REPEAT|EXCLUSIVE|ANALYSIS|INTERVIEW|FACTBOX|TIMELINE|EXPLAINER|"
    r"FEATURE|INSIGHT|URGENT|ADVISORY)(?: \d+)?-(?=\S))+"
)
"""What agencies write before a headline: how often it was sent, and what kind of piece it is."""
_HEADING_LINES = 12
"""Paragraphs above the first of the report in which its headline, byline and date are looked for."""
_UNKNOWN = Fact()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text shows of itself; a Fact without a value is not shown."""

    outlet: Fact = _UNKNOWN
    title: Fact = _UNKNOWN
    authors: tuple[Fact, ...] = ()
    dateline: Fact = _UNKNOWN
    published: Fact = _UNKNOWN


def find(article: str, name: str, found: Sequence[Paragraph]) -> Facts:
    """Read the facts off the paragraphs of the text whose article id is ``article``, read from the file ``name``.

    Only the paragraphs around the first of the report are looked at, and labelled dates ("Published ..."): a date in an
    appeal, a link, a comment or a copyright line is none of the report's.
    """
    lead = _lead(found)
    zone = found[max(0, lead - _HEADING_LINES) : lead]
    top = Top(article, name, found, zone, _opening(zone, found[lead : lead + 2]), masthead(found[:lead], name))
    labelled = [line for line in found[lead:] if PUBLISHED.match(line.text)]
    authors = {fact.value: fact for fact in reversed(list(_authors(top)))}  # a name in two bylines is one author
    return Facts(outlet(top), _title(top), tuple(reversed(authors.values())), _dated(top), _published(top, labelled))


def _lead(found: Sequence[Paragraph]) -> int:
    """Give the index of the first paragraph of the report: the first prose that more prose follows."""
    for at, paragraph in enumerate(found):
        if prose(paragraph.text) and (len(found) < 8 or any(prose(other.text) for other in found[at + 1 : at + 5])):
            return at
    bare = len(found) <= 3 and not any(STOP.search(paragraph.text) for paragraph in found)
    nowhere = len(found) if bare else 0  # a headline and no report
    return next((at for at, paragraph in enumerate(found) if prose(paragraph.text)), nowhere)


def _opening(zone: Sequence[Paragraph], leads: Sequence[Paragraph]) -> tuple[Paragraph, Dateline] | None:
    for paragraph in [*leads, *zone]:
        line = dateline(paragraph.text)
        if line is not None and (paragraph in leads or line.end > len(paragraph.text) - 3):
            return paragraph, line
    return None


def _dated(top: Top) -> Fact:
    """Give the dateline with its date: ISO, or month and day ("02-14") where the year is not written.

    A dateline that has a place only takes the date of a line above the report. Where no dateline opens the report, such
    a line is the dateline itself.
    """
    yearless = next(((line, stamp) for line, stamp in stamp_lines(top.zone) if stamp.year is None), None)
    if top.opening is not None:
        paragraph, line = top.opening
        span = Span(top.article, paragraph.start, paragraph.start + line.end)
        why = f"the dateline {paragraph.text[: line.end]!r}"
        if line.stamp is None and yearless is not None:
            return Fact(_value(yearless[1]), "dateline", f"the line {yearless[0].text!r}", span)
        return Fact(_value(line.stamp) if line.stamp else None, "dateline", why, span)
    if yearless is None:
        return Fact()
    paragraph, stamp = yearless
    why = f"the line {paragraph.text!r}"
    return Fact(_value(stamp), "dateline", why, Span(top.article, paragraph.start, paragraph.end))


def _value(stamp: Stamp) -> str:
    return stamp.iso or f"{stamp.month:02}-{stamp.day:02}"


def _published(top: Top, below: Sequence[Paragraph]) -> Fact:
    """Give the date of publication: a labelled date, a line that is a date, a dateline with its year, an update."""
    lines = [*stamp_lines(top.zone), *stamp_lines(below)]
    kinds = [_labelled(paragraph, stamp) for paragraph, stamp in lines]
    for wanted in ("published", "bare"):
        for (paragraph, stamp), kind in zip(lines, kinds, strict=True):
            if kind == wanted and stamp.iso:
                return _stamped(top.article, paragraph, stamp, "the line")
    if top.opening is not None and top.opening[1].stamp is not None:
        paragraph, line = top.opening
        span = Span(top.article, paragraph.start, paragraph.start + line.end)
        dated = line.stamp.iso if line.stamp else None
        return Fact(dated, "dateline", f"the dateline {paragraph.text[: line.end]!r}", span) if dated else Fact()
    updates = [line for line, kind in zip(lines, kinds, strict=True) if kind == "updated" and line[1].iso]
    if updates and set(kinds) == {"updated"}:
        return _stamped(top.article, *updates[0], "no date of publication, but the line")
    return Fact()


def _labelled(paragraph: Paragraph, stamp: Stamp) -> str:
    """Tell what the words before a date call it: "published", "updated", or nothing ("bare")."""
    before = paragraph.text[: stamp.start]
    news = max((match.end() for match in PUBLISHED.finditer(before)), default=-1)
    changes = max((match.end() for match in UPDATED.finditer(before)), default=-1)
    if news == changes:
        return "bare"
    return "published" if news > changes else "updated"


def _stamped(article: str, paragraph: Paragraph, stamp: Stamp, why: str) -> Fact:
    span = Span(article, paragraph.start + stamp.start, paragraph.start + stamp.end)
    return Fact(stamp.iso, "text", f"{why} {paragraph.text[:120]!r}", span)


def _authors(top: Top) -> Iterator[Fact]:
    for paragraph in top.zone:
        text = paragraph.text.strip(" *_")  # emphasis in Markdown
        match = _BYLINE.match(text)
        if match is None or len(text) > 140 or STOP.search(text):
            continue
        names = _AFTER_NAMES.split(text[match.end() :])[0]
        for name in re.split(r",? and |, | & ", names):
            if _PERSON.fullmatch(name) and not _DUTY.search(name):
                yield Fact(name, "text", f"the byline {paragraph.text!r}", span_of(top.article, paragraph, name))


def _title(top: Top) -> Fact:
    """Give the headline: of the lines above the report, the first that can be one; a repeated one is sure."""
    lines = [paragraph for paragraph in top.zone if paragraph is not top.masthead and can_be_title(paragraph)]
    for paragraph in lines:
        if len(paragraph.text.split()) >= 4 and any(_repeats(other, paragraph) for other in top.zone):
            return _headline(top, paragraph, "a line that also stands with the site's name")
    if top.masthead is not None:
        lines = _below(top.zone, top.masthead, lines)
    long = [line for line in lines if len(line.text.split()) >= 4]
    for paragraph in long or lines:
        return _headline(top, paragraph, "the first line by itself above the report")
    for paragraph in top.zone[:1]:
        if can_be_title(replace(paragraph, text=paragraph.text.rstrip().removesuffix("."))):
            return _headline(top, paragraph, "the line by itself above the report, with a full stop")
    return Fact()


def _repeats(other: Paragraph, title: Paragraph) -> bool:
    """Tell whether a line is the title with something before or after it."""
    return len(other.text) > len(title.text) and (
        other.text.endswith(title.text) or other.text.startswith(title.text + " ")
    )


def _below(zone: Sequence[Paragraph], masthead: Paragraph, lines: list[Paragraph]) -> list[Paragraph]:
    """Leave out a motto under the masthead, and what stands between the masthead and its date.

    A motto is told by its words, or stands right under the masthead, with a headline below an empty line.
    """
    lines = [line for line in lines if line.start > masthead.start and not _MOTTO.match(line.text)] or lines
    if any(line.start > masthead.end + 1 and len(line.text.split()) >= 4 for line in lines[1:2]):
        lines = [line for line in lines if line.start > masthead.end + 1]
    dated = [line.start for line, stamp in stamp_lines(zone) if _labelled(line, stamp) == "bare"]
    if dated and sum(masthead.start < line.start < dated[0] for line in lines) <= 1:
        return [line for line in lines if line.start > dated[0]] or lines
    return lines


def _headline(top: Top, paragraph: Paragraph, why: str) -> Fact:
    slug = _SLUG.match(paragraph.text)
    begun = slug.end() if slug else 0
    span = Span(top.article, paragraph.start + begun, paragraph.end)
    return Fact(" ".join(paragraph.text[begun:].split()), "text", why, span)
