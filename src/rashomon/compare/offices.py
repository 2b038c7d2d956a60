"""Offices: a role with whose it is, so that what one report calls "the head of Orrin Lines" another may name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from rashomon.data import entries
from rashomon.data.lexicon import fold
from rashomon.data.said import DISTINCT, Said, office_nouns, said

__all__ = ["Office", "Offices", "office"]

_CEO = frozenset({"chief", "executive", "officer", "managing", "director"})


@dataclass(frozen=True, slots=True)
class Office:
    """The noun of a role, its other telling words, and the label of whom it serves."""

    noun: str
    rest: frozenset[str]
    owner: str


def office(text: str, owner_text: str, owner: str) -> Office | None:
    """Read a role's phrase that holds the name of its owner, or a pronoun for it.

    >>> office("the chief executive of Orrin Lines", "Orrin Lines", "lines")
    Office(noun='ceo', rest=frozenset(), owner='lines')
    >>> office("her deputy spokesman", "her", "ines").rest
    frozenset({'deputy'})
    """
    role = said(text)
    if role is None:
        return None
    owned = said(owner_text) or Said("", frozenset())
    rest = role.words - set(fold(owner_text).split()) - owned.words - {role.noun}
    if {"chief", "executive"} <= role.words or {"managing", "director"} <= role.words:
        return Office("ceo", rest - _CEO, owner)
    return Office(role.noun, rest, owner)


def _alike(one: Office, other: Office) -> bool:
    """Tell whether two offices of one owner can be the same: like nouns, and nothing that makes another of one."""
    if (one.rest ^ other.rest) & DISTINCT or not (one.rest <= other.rest or other.rest <= one.rest):
        return False
    return other.noun in office_nouns(one.noun)


def _speaks(one: Office, body: bool) -> int:
    """Give how plainly an office is one of speaking for its owner; 0 where it is none."""
    if one.rest & DISTINCT:
        return 0
    if one.noun in entries("spokespeople.txt"):
        return 6 if one.noun.startswith("spokes") else 3
    return 1 if body and one.noun in entries("heads.txt") else 0


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices of a story, under their owners' labels, each with its holder's."""

    known: defaultdict[str, list[tuple[Office, str]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, one: Office, holder: str) -> None:
        """Take in who holds an office."""
        self.known[one.owner].append((one, holder))

    def served(self, bodies: Collection[str] = ()) -> dict[str, str]:
        """Give whom each one who speaks for somebody speaks for, by labels; ``bodies`` are those of organisations.

        Whoever heads a body speaks for it. Of several it is the one told most often; "spokesman" says it more plainly
        than "secretary", and that more plainly than "director".
        """
        told: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for owner, offices in self.known.items():
            for one, holder in offices:
                if weight := _speaks(one, owner in bodies):
                    told[holder][owner] += weight
        return {holder: min(owners, key=lambda owner: (-owners[owner], owner)) for holder, owners in told.items()}

    def holder(self, one: Office, here: Iterable[str]) -> str | None:
        """Give the one that holds an office, or the only one of several that is in ``here``; None where nobody does.

        The very same noun goes before a like one: "the lawyer" is not the attorney where there are both.
        """
        fitting = [(other, label) for other, label in self.known.get(one.owner, ()) if _alike(one, other)]
        same = {label for other, label in fitting if other.noun == one.noun} or {label for _, label in fitting}
        if not same:  # "his own spokeswoman" is that of the body he heads
            heads = {owner for owner, held in self.known.items() for _, label in held if label == one.owner}
            found = {self.holder(replace(one, owner=owner), here) for owner in heads if one.owner not in self.known}
            same = {label for label in found if label is not None}
        if len(same) > 1:
            same &= set(here)
        return same.pop() if len(same) == 1 else None
