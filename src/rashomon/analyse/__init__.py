"""analyse: from an article and its blocks to what it says: names, times, attributions with their stance, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rashomon.analyse import attributions, claims, coreference, entities, language, speakers, times
from rashomon.model import Analysis, Article, Block

__all__ = ["analyse"]


def analyse(reports: Iterable[tuple[Article, Sequence[Block]]], model: str) -> Iterator[Analysis]:
    """Read each article by itself, in order; a text is parsed once.

    What only the other articles can tell stays open: the speakers' entities, the claims' holders and chains.
    Raises ``ModelMissing`` where the spaCy pipeline ``model`` is not installed.
    """
    for prose in language.parse(reports, model):
        mentions = entities.find(prose)
        said = attributions.find(prose)
        references = coreference.resolve(prose, mentions, speakers.quoted(said))
        timed = times.find(prose)
        said = speakers.dated(prose, speakers.resolved(said, mentions, references), timed)
        told = claims.find(prose, said, timed)
        yield Analysis(prose.article.id, mentions, references, timed, said, told)
