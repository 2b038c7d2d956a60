"""Which outlet a plain text comes from: masthead, page title, its own word for itself, dateline, file name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rashomon.data import entries, patterns
from rashomon.model import Fact
from rashomon.read.lines import STOP, Paragraph, Top, can_be_title, furniture, named_like_outlet, span_of, stamp_lines

__all__ = ["masthead", "outlet"]

_SEPARATED = re.compile(r"\s[|·•–—-]\s|\s{3,}|\s+(?=[Pp]age \d)|, (?=(?:\w+ ){1,2}(?:edition|service)\b)", re.I)
_ROW = re.compile(r"\s[|·•]\s")
_DATED_ROW = re.compile(r"\s[|·•–—-]\s")
_STATEMENT = re.compile(
    r"(?:(?:press|media|news|club|company|official|joint|public|ministerial|council) )?(?:statement|release)\b"
    r"|for immediate release",
    re.I,
)
"""How the line begins that stands under the name of who issues a statement."""
_QUOTED = re.compile(r"(?:\"|'')[^\"]*?(?:\"|''|$)")
_NAME = (
    r"((?-i:(?:[Tt]he )?[A-Z](?:[\w'&-]|\.(?=\w)|(?<=\b[A-Z])\.|(?<=\bSt)\.)*"
    r"(?: (?:[A-Z][\w'&-]*|of|and|the)(?= |\b)){0,4}))"
)
"""A name; a full stop ends it, but for one inside a word or after an initial."""
_LABEL = re.compile(r"(?:publication|newspaper|outlet|publisher)\s?:\s+\"?([^\":|]{2,60}?)\"?\s*$", re.I)
_ADDRESS = re.compile(r"(?:@|//|^)(?:www\.)?([a-z]{8,40})\.[a-z]")
"""The name of the site in an address, long enough to be made of words."""
_SELF = re.compile(
    r"\b(?:[Ww]e|[Uu]s|[Cc]opyright|[Ss]ubscribe|[Ss]ign|[Ww]elcome|[Ss]upport|[Mm]ore|[Aa]bout|learn(?:ed|t)|told|reveal|"
    r"understands|contacted|approached|independent|at)\b|©|\([Cc]\)"
)
"""What every entry of outlet-self.txt needs one of."""


def outlet(top: Top) -> Fact:
    """Give the outlet that a text shows, the surest sign first; a Fact without a value where it shows none."""
    signs = (_headed, _labelled, _in_row, _beside_title, _self_named, _agency, _addressed, _filed)
    return next((fact for fact in (sign(top) for sign in signs) if fact is not None), Fact())


def masthead(found: Sequence[Paragraph], file: str) -> Paragraph | None:
    """Give the line at the top that is the outlet's name: its file is named so, or a date or a headline follows it."""
    for at, paragraph in enumerate(found[:3]):
        name = _SEPARATED.split(paragraph.text)[0].strip()
        if not name[:1].isalnum() or len(name.split()) > 6 or STOP.search(name) or furniture(name):
            continue
        if _files_name(name, file, found[at + 1 :]) or (at < 2 and _heads(name, paragraph, found[at + 1 :])):
            return paragraph
    return None


def _files_name(name: str, file: str, below: Sequence[Paragraph]) -> bool:
    called = _letters(re.sub(r"^the ", "", name, flags=re.I))
    if len(called) < 5 or called not in _letters(re.split(r"[/\\]", file)[-1]):
        return False
    # files are named after headlines as well
    return named_like_outlet(name) or (len(name.split()) <= 3 and _headline_in(below))


def _heads(name: str, paragraph: Paragraph, below: Sequence[Paragraph]) -> bool:
    if not name[:1].isupper() or not _headline_in(below) or furniture(name):
        return False
    if name != paragraph.text.strip():  # a section beside it: "SOUND NORTH | LIVE"
        return patterns("navigation.txt").fullmatch(_SEPARATED.split(paragraph.text)[1].strip()) is not None
    if len(name.split()) > 1 and any(_STATEMENT.match(other.text) for other in below[:2]):
        return name.istitle() or name.isupper()
    few = len(name.split()) <= 4
    if few and ((name.isupper() and name.startswith("THE ")) or (name.istitle() and any(stamp_lines(below[:1])))):
        return True
    return named_like_outlet(name) and all(
        word[:1].isupper() or word in {"of", "and", "the", "&"} for word in name.split()
    )


def _headline_in(below: Sequence[Paragraph]) -> bool:
    return any(can_be_title(other) and (len(other.text.split()) >= 4 or other.text.isupper()) for other in below)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _headed(top: Top) -> Fact | None:
    if top.masthead is None:
        return None
    name = _SEPARATED.split(top.masthead.text)[0].strip()
    return Fact(_cased(name), "text", "the masthead", span_of(top.article, top.masthead, name))


def _labelled(top: Top) -> Fact | None:
    """Find "Publication: Outlet" above the report."""
    for paragraph in top.zone:
        if match := _LABEL.match(paragraph.text):
            why = f"the line {paragraph.text[:100]!r}"
            return Fact(match[1], "text", why, span_of(top.article, paragraph, match[1]))
    return None


def _in_row(top: Top) -> Fact | None:
    """Find "Outlet · Place · Published ..." above the report."""
    for paragraph in top.zone:
        row = _DATED_ROW if any(stamp_lines([paragraph])) else _ROW
        parts = row.split(paragraph.text) if len(paragraph.text) < 160 else []
        for part in parts if len(parts) > 1 else []:
            short = len(part.split()) <= 5 and part[:1].isupper() and not any(map(str.isdigit, part))
            if short and named_like_outlet(part):
                why = f"the line {paragraph.text[:100]!r}"
                return Fact(_cased(part), "text", why, span_of(top.article, paragraph, part))
    return None


def _beside_title(top: Top) -> Fact | None:
    """Find "Outlet - Headline" or "Headline | Outlet" where the headline stands by itself as well."""
    titles = [paragraph.text for paragraph in top.zone if len(paragraph.text.split()) >= 4]
    for paragraph in (one for one in top.zone if not furniture(one.text)):
        for title in titles:
            if paragraph.text == title or title not in paragraph.text:
                continue
            rest = paragraph.text.replace(title, " ").strip(" |-–—:·•»")
            words = [word for word in rest.split() if word.lower() not in entries("trackers.txt")]
            name = " ".join(words)
            if 0 < len(words) <= 5 and name in paragraph.text:
                why = f"stands beside the headline: {paragraph.text!r}"
                return Fact(name, "text", why, span_of(top.article, paragraph, name))
    return None


@cache
def _self_patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple(
        (re.compile(entry.removesuffix(" ?").replace("{NAME}", _NAME), re.I), entry.endswith(" ?"))
        for entry in entries("outlet-self.txt")
    )


def _self_named(top: Top) -> Fact | None:
    """Find the name by which the outlet speaks of itself to its readers."""
    blanked = ((paragraph, _QUOTED.sub(" ", paragraph.text)) for paragraph in top.found)
    candidates = [(paragraph, own) for paragraph, own in blanked if _SELF.search(own)]
    for pattern, guarded in _self_patterns():
        for paragraph, own in candidates:
            match = pattern.search(own)
            name = match[1].strip(" .,").removeprefix("the ") if match else ""
            if match and name in paragraph.text and (not guarded or named_like_outlet(name)):
                return Fact(name, "text", f"it names itself: {match[0][:100]!r}", span_of(top.article, paragraph, name))
    return None


def _agency(top: Top) -> Fact | None:
    if top.opening is None or top.opening[1].agency is None:
        return None
    paragraph, line = top.opening
    name = line.agency or ""
    why = f"the agency in the dateline {paragraph.text[: line.end]!r}"
    return Fact(name, "dateline", why, span_of(top.article, paragraph, name))


def _addressed(top: Top) -> Fact | None:
    """Find the name that an address above the report is made of ("news@orrinpost.example"), where it is written out."""
    for label in (label for paragraph in top.zone for label in _ADDRESS.findall(paragraph.text)):
        if fact := _written(top, r"[\s-]?".join(label), f"the address {label!r} is made of it, and the text names it"):
            return fact
    return None


def _filed(top: Top) -> Fact | None:
    """Find the name of an outlet that the file is named after, where the text writes it out."""
    words = re.findall(r"[^\W\d_]+", re.split(r"[/\\]", top.name)[-1].split(".")[0])
    if not 2 <= len(words) <= 5 or not named_like_outlet(" ".join(words)):
        return None
    return _written(top, r"[\s-]+".join(map(re.escape, words)), "the file is named so, and the text names it")


def _written(top: Top, pattern: str, why: str) -> Fact | None:
    """Find where the text writes out a name of several words."""
    named = re.compile(rf"\b(?:The )?{pattern}\b", re.I)
    for paragraph in top.found:
        for match in named.finditer(paragraph.text):
            name = match[0].removeprefix("the ")
            if " " in name and all(word[:1].isupper() for word in name.split()):
                return Fact(name, "inferred", why, span_of(top.article, paragraph, name))
    return None


def _cased(name: str) -> str:
    """Write a masthead in capitals as a name; words of up to three letters stay, as they may be initials (BBC)."""
    if not name.isupper():
        return name
    known = {*entries("outlet-nouns.txt"), "the"}
    words = (word.capitalize() if word.lower() in known or len(word) > 3 else word for word in name.split())
    return " ".join(words).replace(" OF ", " of ").replace(" AND ", " and ")
