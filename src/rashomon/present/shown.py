"""What of a story a reading shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["OVERVIEW", "Section", "Shown"]


class Section(StrEnum):
    """The parts of a reading that can be shown alone, in the order in which it has them."""

    reports = "reports"
    propositions = "propositions"
    conflicts = "conflicts"
    shifts = "shifts"
    origins = "origins"
    omissions = "omissions"
    wording = "wording"
    copies = "copies"
    timeline = "timeline"
    people = "people"
    statements = "statements"


OVERVIEW = tuple(one for one in Section if one not in (Section.people, Section.statements))
"""What a comparison opens with."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a story to show: its sections in order, whether all of each, whether with the evidence.

    ``about`` is a name, ``proposition`` the beginning of an id: only what concerns them is shown then.
    """

    sections: tuple[Section, ...] = OVERVIEW
    everything: bool = False
    why: bool = False
    about: str | None = None
    proposition: str | None = None
