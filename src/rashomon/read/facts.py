"""Outlet, headline, byline, dateline and date of publication as the layout of a plain text shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.data import entries, patterns
from rashomon.data.furniture import proved_role
from rashomon.model import Fact, Span
from rashomon.read.datelines import Dateline, dateline
from rashomon.read.dates import Stamp, stamps
from rashomon.text import paragraphs, plain

__all__ = ["Facts", "Paragraph", "find", "furniture", "pieces", "prose"]

_STOP = re.compile(r"[.!?…:;,][\"')\]]*$")
_QUOTED = re.compile(r"(?:\"|'')[^\"]*?(?:\"|''|$)")
_NAME = r"((?-i:(?:[Tt]he )?[A-Z][\w'&.-]*(?: (?:[A-Z][\w'&-]*|of|and|the)(?= |\b)){0,4}))"
_PUBLISHED = re.compile(r"\b(?:first )?(?:published|posted|issued|filed|dated?|created)\b(?: (?:on|at))?\s?:?", re.I)
_UPDATED = re.compile(r"\b(?:last )?(?:updated|modified|edited|revised)\b", re.I)
_SEPARATED = re.compile(r"\s[|·•–—-]\s")
_SELF = re.compile(
    r"\b(?:[Ww]e|[Uu]s|[Cc]opyright|[Ss]ubscribe|[Ss]ign|[Ww]elcome|[Ss]upport|[Mm]ore|[Aa]bout|learn(?:ed|t)|told|reveal|"
    r"understands|contacted|approached|independent|at)\b|©|\([Cc]\)"
)
"""What every entry of outlet-self.txt needs one of."""
_DUTY = re.compile(r"\b(?:editors?|correspondents?|reporters?|staff|writers?|wire|reports|desk|team|newsroom|agenc(?:y|ies))\b", re.I)
_HEADING_LINES = 12
"""Paragraphs above the first of the report in which its headline, byline and date are looked for."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its offsets (code points) and its text made plain, one code point for one."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text shows of itself; a Fact without a value is not shown."""

    outlet: Fact = Fact()
    title: Fact = Fact()
    authors: tuple[Fact, ...] = ()
    dateline: Fact = Fact()
    published: Fact = Fact()


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
    return len(words) >= 12 and (_STOP.search(text.rstrip()) is not None or len(words) > 60) and not furniture(text)


def find(article: str, name: str, found: Sequence[Paragraph]) -> Facts:
    """Read the facts off the paragraphs of the text whose article id is ``article``, read from the file ``name``.

    Only the paragraphs around the first of the report are looked at, and labelled dates ("Published ..."): a date in an
    appeal, a link, a comment or a copyright line is none of the report's.
    """
    lead = _lead(found)
    zone = found[max(0, lead - _HEADING_LINES) : lead]
    opening = _dateline(zone, found[lead : lead + 2])
    masthead = _masthead(found[:lead], name)
    return Facts(
        _outlet(article, found, masthead, opening, zone) or _filed(article, name, found) or Fact(),
        _title(article, zone, masthead),
        tuple(_authors(article, zone)),
        _dated(article, opening, zone),
        _published(article, opening, zone, found[lead:]),
    )


def _lead(found: Sequence[Paragraph]) -> int:
    """Give the index of the first paragraph of the report: the first prose that more prose follows."""
    for at, paragraph in enumerate(found):
        if prose(paragraph.text) and (len(found) < 8 or any(prose(other.text) for other in found[at + 1 : at + 5])):
            return at
    return next((at for at, paragraph in enumerate(found) if prose(paragraph.text)), 0)


def _dateline(zone: Sequence[Paragraph], leads: Sequence[Paragraph]) -> tuple[Paragraph, Dateline] | None:
    for paragraph in [*leads, *zone]:
        line = dateline(paragraph.text)
        if line is not None and (paragraph in leads or line.end > len(paragraph.text) - 3):
            return paragraph, line
    return None


def _dated(article: str, opening: tuple[Paragraph, Dateline] | None, zone: Sequence[Paragraph]) -> Fact:
    """Give the dateline with its date: ISO, or month and day where the year is not written."""
    lines = list(_stamp_lines(zone))
    if opening is not None and (opening[1].stamp is not None or not lines):
        paragraph, line = opening
        span = Span(article, paragraph.start, paragraph.start + line.end)
        value = _value(line.stamp) if line.stamp else None
        return Fact(value, "dateline", f"the dateline {paragraph.text[: line.end]!r}", span)
    for paragraph, stamp in lines:
        span = Span(article, paragraph.start, paragraph.end)
        if opening is not None:
            span = Span(article, opening[0].start, opening[0].start + opening[1].end)
        if stamp.year is None:
            return Fact(_value(stamp), "dateline", f"the line {paragraph.text!r}", span)
    if opening is not None:
        span = Span(article, opening[0].start, opening[0].start + opening[1].end)
        return Fact(None, "dateline", f"the dateline {opening[0].text[: opening[1].end]!r}", span)
    return Fact()


def _value(stamp: Stamp) -> str | None:
    return stamp.iso or f"{stamp.month:02}-{stamp.day:02}"


def _published(
    article: str, opening: tuple[Paragraph, Dateline] | None, zone: Sequence[Paragraph], rest: Sequence[Paragraph]
) -> Fact:
    """Give the date of publication: a labelled date, a line that is a date, a dateline with its year, an update."""
    labelled, bare, updated = [], [], []
    for paragraph, stamp in _stamp_lines([*zone, *(line for line in rest if _PUBLISHED.match(line.text))]):
        before = paragraph.text[: stamp.start]
        news = [match.end() for match in _PUBLISHED.finditer(before)]
        changes = [match.end() for match in _UPDATED.finditer(before)]
        kind = bare if not news and not changes else labelled if max(news, default=-1) > max(changes, default=-1) else updated
        kind.append((paragraph, stamp))
    for paragraph, stamp in [*labelled, *bare]:
        if stamp.iso:
            return _at(article, paragraph, stamp, "the line")
    if opening is not None and opening[1].stamp is not None and opening[1].stamp.iso:
        span = Span(article, opening[0].start, opening[0].start + opening[1].end)
        return Fact(opening[1].stamp.iso, "dateline", f"the dateline {opening[0].text[: opening[1].end]!r}", span)
    if not labelled and not bare and (opening is None or opening[1].stamp is None):
        for paragraph, stamp in updated:
            if stamp.iso:
                return _at(article, paragraph, stamp, "no date of publication, but the line")
    return Fact()


def _at(article: str, paragraph: Paragraph, stamp: Stamp, why: str) -> Fact:
    span = Span(article, paragraph.start + stamp.start, paragraph.start + stamp.end)
    return Fact(stamp.iso, "text", f"{why} {paragraph.text[:120]!r}", span)


def _stamp_lines(found: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Stamp]]:
    """Give the dates in lines that are stamps: short, not a sentence, not furniture."""
    for paragraph in found:
        text = paragraph.text
        if len(text) > 140 or not re.search(r"\d", text):
            continue
        dates = list(stamps(text))
        others = re.sub(r"[\d:.]+|\b[ap]\.?m\b|\b[A-Z]{2,5}\b", " ", _without(text, dates)).split()
        rowed = re.search(r"\s[|·•/–—-]\s|\n", text)
        labelled = _PUBLISHED.search(text) or _UPDATED.search(text)
        quoted = patterns("related.txt").search(text) or patterns("disclaimer.txt").search(text)
        if dates and len(others) <= (16 if labelled else 9 if rowed else 3) and not quoted and not re.search(r"\w{3,}\.$", text):
            yield from ((paragraph, stamp) for stamp in dates)


def _without(text: str, dates: Sequence[Stamp]) -> str:
    for stamp in reversed(dates):
        text = text[: stamp.start] + text[stamp.end :]
    return text


def _authors(article: str, zone: Sequence[Paragraph]) -> Iterator[Fact]:
    for paragraph in zone:
        match = re.match(r"(?:by|words by|written by|story by|text by|report by)\s*:?\s+(?=[A-Z])", paragraph.text, re.I)
        if match is None or len(paragraph.text) > 140 or _STOP.search(paragraph.text.rstrip()):
            continue
        names = re.split(r"\s[|·•–—-]\s|\s\(|, (?:in|for) |\n", paragraph.text[match.end() :])[0]
        at = match.end()
        for name in re.split(r",? and |, | & ", names):
            at = paragraph.text.index(name, at)
            if not _DUTY.search(name) and re.fullmatch(r"[A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|de|van|von|der|bin|al|la|di)){0,4}", name):
                span = Span(article, paragraph.start + at, paragraph.start + at + len(name))
                yield Fact(name, "text", f"the byline {paragraph.text!r}", span)


def _title(article: str, zone: Sequence[Paragraph], masthead: Paragraph | None) -> Fact:
    """Give the headline: of the lines above the report, the first that can be one; a repeated one is sure."""
    lines = [paragraph for paragraph in zone if paragraph is not masthead and _can_be_title(paragraph)]
    for paragraph in lines:
        for other in zone:
            if other is not paragraph and other.text.endswith(paragraph.text) or other.text.startswith(paragraph.text + " "):
                if other is not paragraph and len(paragraph.text.split()) >= 4:
                    return _headline(article, paragraph, "a line that also stands with the site's name")
    if masthead is not None:
        lines = _below(zone, masthead, lines)
    long = [line for line in lines if len(line.text.split()) >= 4]
    for paragraph in long or lines:
        return _headline(article, paragraph, "the first line by itself above the report")
    for paragraph in zone[:1]:
        if _can_be_title(replace(paragraph, text=paragraph.text.rstrip().removesuffix("."))):
            return _headline(article, paragraph, "the line by itself above the report, with a full stop")
    return Fact()


def _below(zone: Sequence[Paragraph], masthead: Paragraph, lines: list[Paragraph]) -> list[Paragraph]:
    """Leave out a motto under the masthead, and what stands between the masthead and its date."""
    lines = [line for line in lines if line.start > masthead.start and not _tagline(line.text)] or lines
    dated = [stamped for stamped, _ in _stamp_lines(zone) if not _PUBLISHED.search(stamped.text) and not _UPDATED.search(stamped.text)]
    if dated and sum(masthead.start < line.start < dated[0].start for line in lines) <= 1:
        return [line for line in lines if line.start > dated[0].start] or lines
    return lines


def _headline(article: str, paragraph: Paragraph, why: str) -> Fact:
    return Fact(" ".join(paragraph.text.split()), "text", why, Span(article, paragraph.start, paragraph.end))


def _can_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    words = text.split()
    if not 2 <= len(words) <= 30 or re.search(r"[\w)]\.$|[;,:]$", text) or not re.match(r"\W{0,3}[A-Z0-9]", text):
        return False
    if text.startswith(("- ", "* ", "• ")) or patterns("byline.txt").search(text) or furniture(text):
        return False
    if text.startswith("(") or re.match(r"transcript\b", text, re.I):
        return False
    opening = dateline(text + " -- X")
    return not any(True for _ in _stamp_lines([paragraph])) and (opening is None or opening.stamp is None)


def _tagline(text: str) -> bool:
    """Tell a motto under a masthead: "The weekly letter for people who ..."."""
    return re.match(
        r"(?:the|your|a|an) (?:\w+ ){0,2}(?:daily|weekly|monthly|quarterly|voice|home|newspaper|paper|journal|magazine|"
        r"letter|source|bulletin|newsletter)\b|free (?:every|each|weekly|daily|to)\b|(?:serving|since|established|est\.|founded|all the news|independent)\b",
        text,
        re.I,
    ) is not None


@cache
def _nouns() -> frozenset[str]:
    return frozenset(entries("outlet-nouns.txt"))


def _named_like_outlet(name: str) -> bool:
    words = re.findall(r"[a-z]+", name.lower())
    return bool(_nouns().intersection(words)) and len(words) > 1


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _masthead(found: Sequence[Paragraph], file: str) -> Paragraph | None:
    """Give the line at the top that is the outlet's name: its file is named so, or a date or a headline follows it."""
    stem = _letters(re.split(r"[/\\]", file)[-1])
    for at, paragraph in enumerate(found[:3]):
        name = _SEPARATED.split(paragraph.text)[0].strip()
        words = name.split()
        called = _letters(re.sub(r"^the ", "", name, flags=re.I))
        follows = any(_can_be_title(other) and len(other.text.split()) >= 4 for other in found[at + 1 :])
        # files are named after headlines as well, hence the second condition
        if 5 <= len(called) and called in stem and (_named_like_outlet(name) or len(words) <= 3 and follows):
            return paragraph
        if at == 2:
            break
        # by itself, or with a section beside it ("SOUND NORTH | LIVE")
        sectioned = name != paragraph.text.strip() and patterns("navigation.txt").fullmatch(
            _SEPARATED.split(paragraph.text)[1].strip()
        )
        titled = name.isupper() and name.startswith("THE ") and len(words) <= 4
        following = found[at + 1 : at + 2]
        titled = titled or len(words) <= 4 and name.istitle() and any(True for _ in _stamp_lines(following))
        if len(words) <= 6 and follows and name[:1].isupper() and not _STOP.search(name) and not furniture(name):
            if sectioned or titled or _named_like_outlet(name) and all(
                word[:1].isupper() or word in {"of", "and", "the", "&"} for word in words
            ):
                return paragraph
    return None


def _outlet(
    article: str,
    found: Sequence[Paragraph],
    masthead: Paragraph | None,
    opening: tuple[Paragraph, Dateline] | None,
    zone: Sequence[Paragraph],
) -> Fact | None:
    if masthead is not None:
        name = _SEPARATED.split(masthead.text)[0].strip()
        return Fact(_cased(name), "text", "the masthead", Span(article, masthead.start, masthead.start + len(name)))
    for paragraph in zone:
        parts = re.split(r"\s[|·•]\s", paragraph.text) if len(paragraph.text) < 160 else []
        for part in parts if len(parts) > 1 else []:
            if len(part.split()) <= 5 and part[:1].isupper() and not any(map(str.isdigit, part)) and _named_like_outlet(part):
                at = paragraph.start + paragraph.text.index(part)
                return Fact(_cased(part), "text", f"the line {paragraph.text[:100]!r}", Span(article, at, at + len(part)))
    return _beside_title(article, zone) or _self_named(article, found) or _agency(article, opening)


def _beside_title(article: str, zone: Sequence[Paragraph]) -> Fact | None:
    """Find "Outlet - Headline" or "Headline | Outlet" where the headline stands by itself as well."""
    titles = [paragraph.text for paragraph in zone if len(paragraph.text.split()) >= 4]
    for paragraph in zone:
        for title in titles:
            if paragraph.text == title or title not in paragraph.text:
                continue
            rest = paragraph.text.replace(title, " ").strip(" |-–—:·•»")
            words = [word for word in rest.split() if word.lower() not in entries("trackers.txt")]
            name = " ".join(words)
            if 0 < len(words) <= 5 and name in paragraph.text:
                at = paragraph.start + paragraph.text.index(name)
                return Fact(name, "text", f"stands beside the headline: {paragraph.text!r}", Span(article, at, at + len(name)))
    return None


@cache
def _self_patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple(
        (re.compile(entry.removesuffix(" ?").replace("{NAME}", _NAME), re.I), entry.endswith(" ?"))
        for entry in entries("outlet-self.txt")
    )


def _self_named(article: str, found: Sequence[Paragraph]) -> Fact | None:
    """Find the name by which the outlet speaks of itself to its readers."""
    blanked = ((paragraph, _QUOTED.sub(lambda match: " " * len(match[0]), paragraph.text)) for paragraph in found)
    candidates = [(paragraph, own) for paragraph, own in blanked if _SELF.search(own)]
    for pattern, guarded in _self_patterns():
        for paragraph, own in candidates:
            match = pattern.search(own)
            if match is None:
                continue
            name = match[1].strip(" .,")
            if not guarded or _named_like_outlet(name):
                start = paragraph.start + match.start(1)
                return Fact(name, "text", f"it names itself: {match[0][:100]!r}", Span(article, start, start + len(name)))
    return None


def _filed(article: str, file: str, found: Sequence[Paragraph]) -> Fact | None:
    """Find the name of an outlet that the file is named after, where the text writes it out."""
    words = re.findall(r"[^\W\d_]+", re.split(r"[/\\]", file)[-1].split(".")[0])
    if not 2 <= len(words) <= 5 or not _named_like_outlet(" ".join(words)):
        return None
    pattern = re.compile(r"\b(?:The )?" + r"[\s-]+".join(map(re.escape, words)) + r"\b", re.I)
    for paragraph in found:
        for match in pattern.finditer(paragraph.text):
            name = match[0].removeprefix("the ")
            if all(word[:1].isupper() for word in name.split()):
                start = paragraph.start + match.end() - len(name)
                return Fact(name, "inferred", "the file is named so, and the text names it", Span(article, start, start + len(name)))
    return None


def _agency(article: str, opening: tuple[Paragraph, Dateline] | None) -> Fact | None:
    if opening is None or opening[1].agency is None:
        return None
    paragraph, line = opening
    at = paragraph.start + paragraph.text.index(line.agency or "")
    span = Span(article, at, at + len(line.agency or ""))
    return Fact(line.agency, "dateline", f"the agency in the dateline {paragraph.text[: line.end]!r}", span)


def _cased(name: str) -> str:
    """Write a masthead in capitals as a name; short words without a vowel pattern of their own stay (BBC)."""
    if not name.isupper():
        return name
    return " ".join(
        word.capitalize() if word.lower() in _nouns() | {"the"} or len(word) > 3 else word for word in name.split()
    ).replace(" Of ", " of ")
