"""Whom the opening of a report describes before it names him: "A judge found ..." and, further down, "Justice Carrow".

Reports open with what somebody is and name him later (delayed identification). What the headline or the lead describes
is the one who is named further down and of whom the article says the same, where that is one alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.analyse.cast import Cast, text_of
from rashomon.analyse.salience import NOBODY, Candidate
from rashomon.analyse.ties import Place
from rashomon.data import entries
from rashomon.data.said import DISTINCT, Said, office_nouns, said
from rashomon.model import Reference

__all__ = ["named_later"]

_CONFIDENCE = 0.6
"""Above what makes it count as a mention of the one named, below what lists the words as a role of his."""
_LEAD = 1
"""Paragraphs of the body that are the opening."""


def named_later(places: Sequence[Place], candidates: Sequence[Candidate], who: Cast) -> list[Reference]:
    """Give a reference from each role of the opening that nothing before it explains to the one named later.

    ``places`` are those of the article's mentions, ``candidates`` what is named or described in it, both in order.
    """
    explained = {c.place.mention for c in candidates if c.target is not c.place}
    first = {c.who: c for c in reversed(candidates) if c.place.mention.form == "name"}
    speaking = {c.who for c in candidates if c.setting.speaks}
    found = []
    for place in _opening(places):
        role = said(text_of(place)) if place.mention not in explained else None
        if role is None or place.view.folded[place.first] in NOBODY or role.noun in entries("epithets.txt"):
            continue
        later = [c for key, c in first.items() if key in speaking and c.place.mention.span > place.mention.span]
        fitting = [c for c in later if _is(c, role, place, who)]
        if len(fitting) == 1:
            found.append(Reference(place.mention.span, fitting[0].target.mention.span, _CONFIDENCE))
    return found


def _opening(places: Sequence[Place]) -> Iterator[Place]:
    """Give the roles of one person or body in the headline and the lead."""
    lead: list[int] = []
    for place in places:
        paragraph = place.view.paragraph
        if paragraph.block.role == "body" and paragraph.start not in lead:
            lead.append(paragraph.start)
        if len(lead) > _LEAD:
            return
        if place.mention.form == "role" and place.mention.kind in {"person", "organisation"}:
            yield place


def _is(candidate: Candidate, role: Said, place: Place, who: Cast) -> bool:
    name = candidate.place
    if name.mention.kind != place.mention.kind:
        return False
    if role.noun in _PAPERS:
        return bool(set(entries("outlet-nouns.txt")) & set(name.view.folded[name.first : name.end]))
    return any(_alike(role, other) for other in who.roles.get(candidate.who, ()))


_PAPERS = frozenset({"newspaper", "paper", "daily", "weekly", "tabloid", "broadsheet", "magazine", "broadcaster"})


def _alike(one: Said, other: Said) -> bool:
    """Tell whether two roles have like nouns and neither adds what the other contradicts."""
    nouns = office_nouns(one.noun) & office_nouns(other.noun)
    rest = one.words - nouns, other.words - nouns
    return bool(nouns) and not (rest[0] ^ rest[1]) & DISTINCT and (rest[0] <= rest[1] or rest[1] <= rest[0])
