"""What frames part over: where, by what means, who somebody is, who began it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.compare.conflicts.clash import Clash, Near
from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.conflicts.framing import told_frames
from rashomon.compare.conflicts.initiative import initiated
from rashomon.compare.conflicts.places import means, places
from rashomon.compare.conflicts.rivals import rivals
from rashomon.compare.conflicts.roles import ranked
from rashomon.model import Story

__all__ = ["framed"]


def framed(story: Story, told: Sequence[Contender], near: Near) -> Iterator[Clash]:
    """Yield the clashes over place, means, role and beginner of the claims ``told``, all claims of ``story``."""
    known = tuple(told_frames(story, told))
    yield from rivals("place", tuple(places(story, told, known)), near)
    yield from rivals("medium", tuple(means(known)), near)
    yield from ranked(story, known)
    yield from initiated(story, told, known, near)
