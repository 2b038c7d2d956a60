"""From a Story to the story file: each value under the names of its own fields, a span with its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from rashomon.model import Article, Attribution, Block, Fact, Origin, Proposition, Span, Story
from rashomon.version import VERSION

__all__ = ["FORMAT", "dumps", "export"]

FORMAT = "rashomon-story/1"

_SURROGATE = re.compile("[\ud800-\udfff]")

_ROUNDED = frozenset({"confidence", "similarity", "score"})
"""Numbers between 0 and 1 of which three places say all; a value that a report tells is never rounded."""

Texts = Mapping[str, str]


def export(story: Story) -> dict[str, Any]:
    """Give ``story`` as the values of the story file, ready for ``json.dumps``."""
    texts = {article.id: article.text for article in story.articles}
    blocks = dict(zip(texts, story.blocks, strict=False))
    articles = sorted(story.articles, key=lambda one: one.id)
    mentioned = (replace(one, mentions=tuple(sorted(one.mentions))) for one in story.entities)
    entities = sorted(mentioned, key=lambda one: one.id)
    times = sorted(time for analysis in story.analyses for time in analysis.times)
    attributions = sorted((one for analysis in story.analyses for one in analysis.attributions), key=_place)
    claims = sorted((one for analysis in story.analyses for one in analysis.claims), key=lambda one: (one.span, one.id))
    propositions = sorted(story.propositions, key=lambda one: one.id)
    origins = sorted(story.origins, key=lambda one: (one.proposition, one.claims, one.holder))

    def listed(values: Iterable[Any]) -> list[Any]:
        return [_plain(one, texts) for one in values]

    return {
        "format": FORMAT,
        "version": VERSION,
        "articles": [_article(article, blocks.get(article.id, ()), texts) for article in articles],
        "families": sorted(sorted(family) for family in story.families),
        "entities": listed(entities),
        "times": listed(times),
        "attributions": listed(attributions),
        "claims": listed(claims),
        "propositions": [_proposition(one, origins, texts) for one in propositions],
        "conflicts": listed(sorted(story.conflicts, key=lambda one: one.id)),
        "positions": listed(sorted(story.positions, key=lambda one: (one.proposition, one.holder, one.claim))),
        "shifts": listed(sorted(story.shifts, key=lambda one: (one.proposition, one.holder, one.steps[0].claim))),
        "alignments": listed(sorted(story.alignments, key=lambda one: one.id)),
        "omissions": listed(sorted(story.omissions, key=lambda one: (one.article, one.proposition))),
        "wording": listed(sorted(story.wording, key=lambda one: (one.referent, one.variants[0].spans))),
        "timeline": listed(sorted(story.timeline, key=lambda one: (one.earliest, one.latest, one.axis, one.claims))),
        "voices": listed(sorted(story.voices, key=lambda one: one.article)),
        "judged": listed(story.judged),
    }


def dumps(story: Story) -> str:
    """Give the story file of ``story`` as text, with a line end at its end; write it as UTF-8."""
    text = json.dumps(export(story), ensure_ascii=False, indent=1) + "\n"
    # half of a surrogate pair, which JSON input may hold, has no UTF-8: it goes back to the escape it came as
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _plain(value: Any, texts: Texts) -> Any:
    """Give any value of the model as JSON has it: a span with its words, anything else by its fields."""
    if isinstance(value, Span):
        return {
            "article": value.article,
            "start": value.start,
            "end": value.end,
            "text": texts[value.article][value.start : value.end],
        }
    if isinstance(value, tuple):
        return [_plain(one, texts) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return {one.name: _field(one.name, getattr(value, one.name), texts) for one in fields(value)}
    return value


def _field(name: str, value: Any, texts: Texts) -> Any:
    return round(value, 3) if name in _ROUNDED else _plain(value, texts)


def _place(one: Attribution) -> tuple[Span, str]:
    spans = [*one.contents, *(span for span in (one.source, one.cue) if span)]
    return min(spans, default=Span(one.article, 0, 0)), one.id


def _article(article: Article, blocks: Sequence[Block], texts: Texts) -> dict[str, Any]:
    """Give the plain facts by their value, and beside them under ``basis`` why each is believed."""

    def why(fact: Fact) -> dict[str, Any]:
        return {"basis": fact.basis, "evidence": fact.evidence, "span": _plain(fact.span, texts)}

    return {
        "id": article.id,
        "name": article.name,
        "outlet": article.outlet.value,
        "title": article.title.value,
        "authors": [author.value for author in article.authors],
        "published": {"value": article.published.value, **why(article.published)},
        "dateline": {"value": article.dateline.value, **why(article.dateline)},
        "language": article.language.value,
        "genre": article.genre.value,
        "url": article.url,
        "text": article.text,
        "sha256": article.sha256,
        "blocks": [_block(block) for block in blocks],
        "body": [_block(block) for block in article.body],
        "notes": list(article.notes),
        "basis": {
            "outlet": why(article.outlet),
            "title": why(article.title),
            "authors": [why(author) for author in article.authors],
            "language": why(article.language),
            "genre": why(article.genre),
        },
    }


def _block(block: Block) -> dict[str, Any]:
    return {"role": block.role, "start": block.span.start, "end": block.span.end}


def _proposition(one: Proposition, origins: Sequence[Origin], texts: Texts) -> dict[str, Any]:
    found = [_plain(origin, texts) for origin in origins if origin.proposition == one.id]
    for origin in found:
        del origin["proposition"]
    return {**_plain(one, texts), "outlets": dict(one.outlets), "origins": found}
