"""What the database gives: frozen values. Times are ISO with microseconds and zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Entry", "Indexed", "Job", "Reading", "Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it came: its bytes, the name it came under, their sha256, and when it was added."""

    name: str
    sha256: str
    data: bytes
    added: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """The words of an article that are searched: its name, headline and text."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The machine's latest reading: the story file, the version that wrote it, and the sum of what it was read from."""

    engine: str
    made: str
    inputs: str
    content: str


@dataclass(frozen=True, slots=True)
class Job:
    """A reading that was asked for: how far it is (``done`` of ``total`` at ``stage``), or why it failed."""

    id: int
    story: str
    state: Literal["waiting", "running", "done", "failed"]
    stage: str
    done: int
    total: int
    cause: str
    mend: str
    pid: int | None
    made: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A story in the list: how many articles and judgements it has, and when and by which version it was read.

    ``current`` says whether it was read from the articles it has now. ``found`` is the passage that a search found,
    with what was searched for between ``\\x02`` and ``\\x03``.
    """

    id: str
    title: str
    made: str
    articles: int
    judgements: int
    engine: str | None
    read: str | None
    current: bool
    found: str = ""
