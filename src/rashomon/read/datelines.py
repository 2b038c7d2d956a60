"""Datelines: the place, date and agency that open a news report ("ORRIN, March 3 (KW) -")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.data import entries
from rashomon.read.dates import Stamp, date_pattern, stamps

__all__ = ["Dateline", "dateline"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: its end in the paragraph (code points), its date, place and agency, each None where it has none."""

    end: int
    stamp: Stamp | None
    place: str | None
    agency: str | None


_FORMS = (
    r"(?P<place>{PLACE}){REGION}[.,]?\s+{DATE}[.,]?\s*(?P<agency>{AGENCY})\s*(?:{DASH}|\.\s|$)",  # Orrin, 3 May (KW) -
    r"(?P<place>{PLACE}){REGION}[.,]?\s*(?P<agency>{AGENCY})[.,]?\s+{DATE}\s*(?:{DASH}|\.\s|$)",  # ORRIN (KW) 3 March -
    r"(?P<place>{PLACE}){REGION}[.,]?\s+{DATE}\s*(?:{DASH}|$)",  # Orrin, March 3 -
    r"(?P<place>{CAPITALS}){REGION}[.,]?\s+{DATE}\s*[.:]\s",  # ORRIN, March 3.
    r"(?P<place>{PLACE}){REGION}[.,]?\s*(?P<agency>{AGENCY})\s*(?:{DASH}|\.\s|$)",  # ORRIN (KW) -
    r"{DATE}\s*(?P<agency>{AGENCY})\s*(?:{DASH}|\.\s|$)",  # March 3 (KW) -
    r"(?P<agency>{AGENCY})\s*{DASH}",  # (KW) -
    r"/?(?P<place>{PLACE}),\s+{DATE},?\s+(?P<agency>(?-i:[A-Z])\w+)/\.?\s",  # /Orrin, March 3, KW/
    r"(?P<place>{CAPITALS}){REGION}{DASH}",  # ORRIN -
)
_PARTS = {
    "{CAPITALS}": r"(?-i:[A-Z][A-Z.'’-]{2,}(?:[ /-][A-Z][A-Z.'’-]+){0,4})",
    "{PLACE}": r"(?-i:[A-Z][\w.'’-]+(?:[ /-][A-Z][\w.'’-]+){0,4})",
    "{REGION}": r"(?:, (?-i:[A-Z])[\w.'’]{1,20}(?: (?-i:[A-Z])[\w.'’]{1,20}){0,2})?",
    "{AGENCY}": r"(?:\((?-i:[A-Z])[\w .&'’-]{1,30}\)|/(?-i:[A-Z])[\w .&'’-]{1,30}/)",
    "{DASH}": r"(?:\s*(?:--+|—|–)\s*|\s+-\s+)",
}


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    forms = []
    for form in _FORMS:
        for part, pattern in [*_PARTS.items(), ("{DATE}", date_pattern())]:
            form = form.replace(part, pattern)
        forms.append(re.compile(form, re.IGNORECASE))
    return tuple(forms)


def dateline(paragraph: str) -> Dateline | None:
    """Give the dateline that opens ``paragraph``, or None.

    >>> dateline("ORRIN, March 3 (KW) - The gate was shut.").agency
    'KW'
    """
    head = paragraph[:160]
    for form in _forms():
        match = form.match(head)
        if match is None:
            continue
        named = match.groupdict()
        place, agency = named.get("place"), named.get("agency")
        if place is not None and place.lower().strip(" .") in entries("not-places.txt"):
            continue
        stamp = next(iter(stamps(match[0])), None)
        rest = paragraph[match.end() :].lstrip()
        if stamp is None and agency is None and not (rest[:1].isupper() or rest[:1] in "\"'“‘"):
            continue  # "NATO - the alliance - said": no place
        if not rest and stamp is None:
            continue
        return Dateline(len(match[0].rstrip()), stamp, place, agency.strip("()/ ") if agency else None)
    return None
