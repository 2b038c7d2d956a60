"""The program on one page: several articles of one story go in, a Story comes out.

    articles -> blocks -> analyses -> entities -> holders -> copies -> families -> propositions -> Story

Each stage is a function from one value to the next; nothing is mutated, and a text is parsed once. Only this module
knows the order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context

from rashomon.analyse import EventDate, analyse, events
from rashomon.clean import blocks
from rashomon.compare import (
    conflicts,
    families,
    omissions,
    origins,
    positions,
    propositions,
    reuse,
    stories,
    timeline,
    voice,
    wording,
)
from rashomon.compare.affiliations import affiliations
from rashomon.compare.entities import known, lookup, same
from rashomon.compare.holders import principals, settled
from rashomon.compare.prepared import Prepared, prepared
from rashomon.compare.together import each
from rashomon.compare.words import Words, words
from rashomon.model import Analysis, Article, Block, Options, Story
from rashomon.read import complete

__all__ = ["Progress", "compared", "reconcile"]

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many articles are done and how many there are."""

Report = tuple[Article, tuple[Block, ...]]

_DEFAULT = Options()
_CHUNK = 8
"""Articles given to a worker at once: enough to keep the parser's batches full, few enough to share out evenly."""


def reconcile(articles: Sequence[Article], options: Options = _DEFAULT, progress: Progress | None = None) -> Story:
    """Read the reports of one story and give what each says, through whom, in what stance and when.

    The order of ``articles`` and the number of workers make no difference to the result: articles stand by date, then
    by name. Raises ``ModelMissing`` where the language model is not installed.
    """
    tell = progress or (lambda stage, done, total: None)
    dated = complete(sorted(articles, key=lambda a: (a.sha256, a.name)))
    ordered = sorted(dated, key=lambda a: (a.published.value or "9999", a.name, a.id))
    reports = [(article, blocks(article)) for article in ordered]
    analyses: list[Analysis] = []
    for analysis in _analysed(reports, events(reports), options):
        analyses.append(analysis)
        tell("reading", len(analyses), len(reports))
    tell("comparing", len(reports), len(reports))
    entities = same(ordered, analyses)
    exact, near = known(entities), lookup(entities)
    served = {**affiliations(ordered, analyses, entities), **principals(analyses, exact, near, entities)}
    analyses = [each(a, settled(a, x, exact, near, served), exact) for a, x in zip(ordered, analyses, strict=True)]
    own = tuple(b for _, b in reports)
    said = words(ordered, own, analyses)
    alignments = reuse.find(said, ordered, own)
    story = Story(
        articles=tuple(ordered),
        blocks=own,
        entities=entities,
        analyses=tuple(analyses),
        alignments=alignments,
        families=families.find(ordered, own, alignments),
    )
    ready = prepared(story, options.network)
    found, told = propositions.find(story, ready)
    return _compared(replace(story, propositions=found, analyses=told), ready, said)


def compared(story: Story) -> Story:
    """Give ``story`` with all that is read off its propositions, again where it was read before."""
    return _compared(story, prepared(story), words(story.articles, story.blocks, story.analyses))


def _compared(story: Story, ready: Prepared, said: Sequence[Words]) -> Story:
    story = replace(story, conflicts=stories.within(story, conflicts.find(story, ready)))
    held, turned = positions.find(story, ready.bags)
    story = replace(story, positions=held, shifts=turned, origins=origins.find(story))
    story = replace(story, omissions=omissions.find(story, ready.bags))
    return replace(story, wording=wording.find(story), timeline=timeline.find(story), voices=voice.find(story, said))


def _analysed(reports: Sequence[Report], dated: Sequence[EventDate], options: Options) -> Iterator[Analysis]:
    if options.workers <= 1 or len(reports) <= _CHUNK:
        yield from analyse(reports, options.model, dated)
        return
    chunks = [reports[i : i + _CHUNK] for i in range(0, len(reports), _CHUNK)]
    # Processes that are spawned, not forked: the parser has threads of its own by now.
    with ProcessPoolExecutor(min(options.workers, len(chunks)), mp_context=get_context("spawn")) as pool:
        for part in pool.map(partial(_analyse_chunk, model=options.model, dated=dated), chunks):
            yield from part


def _analyse_chunk(reports: Sequence[Report], model: str, dated: Sequence[EventDate]) -> list[Analysis]:
    return list(analyse(reports, model, dated))
