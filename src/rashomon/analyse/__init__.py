"""analyse: from an article and its blocks to what it says: names, times, attributions with their stance, claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.analyse import (
    anaphora,
    attributions,
    claims,
    coreference,
    entities,
    frames,
    language,
    letters,
    speakers,
    times,
)
from rashomon.analyse.times import EventDate
from rashomon.data import entries
from rashomon.model import Analysis, Article, Block

__all__ = ["EventDate", "analyse", "events"]


Report = tuple[Article, Sequence[Block]]

_COUNTED = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|fortnight)\s+(?:before|after|ahead\s+of|following|prior\s+to)\s+(?:the|his|her|its)\b",
    re.IGNORECASE,
)
"""Where a report counts from an event; only then is it worth looking for the event's date."""


def events(reports: Sequence[Report]) -> tuple[EventDate, ...]:
    """Give the events that the reports of a story date to the day, where any of them counts from an event."""
    if not any(_COUNTED.search(article.text) for article, _ in reports):
        return ()
    words = {word.strip() for line in entries("time-events.txt") for word in re.split("[:,]", line)}
    telling = re.compile("|".join(re.escape(word) for word in sorted(words)), re.IGNORECASE)
    return times.events(tuple(language.unparsed(reports, lambda text: telling.search(text) is not None)))


def analyse(reports: Iterable[Report], model: str, dated: Sequence[EventDate] = ()) -> Iterator[Analysis]:
    """Read each article by itself, in order; a text is parsed once. ``dated`` are the story's dated events.

    What only the other articles can tell stays open: the speakers' entities, the claims' holders and chains.
    Raises ``ModelMissing`` where the spaCy pipeline ``model`` is not installed.
    """
    for prose in language.parse(reports, model):
        mentions = entities.find(prose)
        said = speakers.authored(prose, attributions.find(prose))
        references = coreference.resolve(prose, mentions, said)
        timed = times.find(prose, dated)
        said = letters.signed(prose, speakers.resolved(said, mentions, references), mentions, references)
        said = speakers.dated(prose, said, timed)
        clauses = frames.find(prose)
        told = anaphora.pointed_back(prose, claims.find(prose, said, timed, clauses), said)
        yield Analysis(prose.article.id, mentions, references, timed, said, told, clauses)
