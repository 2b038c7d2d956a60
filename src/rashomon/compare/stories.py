"""Which reports tell one story, where some seem to tell another: by the names and the words they share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from rashomon.compare.components import components
from rashomon.compare.events import grammar
from rashomon.model import REPORT_ROLES, Conflict, Story

__all__ = ["find", "numbered", "within"]

_WORDS, _NAME = 0.4, 0.15
"""Share of the shorter report's words that the other must have for both to tell one story, and how much less it may be
for each name that both have. Calibrated on 27 stories, of the dev set and of ECB+: none of them falls apart, and of two
put together 309 pairs in 351 do. Of 12 more of ECB+, not used for it, one loses a report of its ten. A story parted
hides what its reports have to do with each other, which is worse than two told as one."""
_SHORT = 4
"""Letters from which a word tells what a report is about."""
_STEM = 5
"""Letters of a word that stand for all its forms."""
_SPOKEN = 12
"""Different words from which a report says enough to be told apart."""


def find(story: Story) -> tuple[tuple[str, ...], ...]:
    """Give the ids of the articles in groups that tell one story each, in the order of the articles.

    Two articles tell one story where they share names and words enough, or are one family, or have a passage in common;
    and so do those that a third ties together. An article that says too little to tell is of the first story.
    """
    said, names = _said(story), _names(story)
    ids = [article.id for article in story.articles]
    tied = (*story.families, *_passages(story))
    links = [pair for several in tied for pair in combinations((one for one in several if one in said), 2)]
    links += [(ids[0], one) for one in ids[1:] if len(said[one]) < _SPOKEN]
    for one, other in combinations(ids, 2):
        shared = len(said[one] & said[other]) / max(1, min(len(said[one]), len(said[other])))
        if shared >= _WORDS - _NAME * len(names[one] & names[other]):
            links.append((one, other))
    return tuple(map(tuple, components(ids, links)))


def numbered(story: Story) -> dict[str, int]:
    """Give the number of each article's group by the article's id."""
    return {article: number for number, several in enumerate(find(story)) for article in several}


def within(story: Story, conflicts: tuple[Conflict, ...]) -> tuple[Conflict, ...]:
    """Give those of ``conflicts`` whose claims stand in reports of one story, or belong to one proposition."""
    group = numbered(story)
    claims = {claim.id: claim for analysis in story.analyses for claim in analysis.claims}

    def together(one: Conflict) -> bool:
        told = [claims[name] for side in one.sides for name in side.claims]
        about = {claim.proposition for claim in told}
        return len({group[claim.span.article] for claim in told}) == 1 or (len(about) == 1 and None not in about)

    return tuple(filter(together, conflicts))


def _passages(story: Story) -> Iterator[tuple[str, ...]]:
    for alignment in story.alignments:
        yield tuple(dict.fromkeys(span.article for span in alignment.spans))


def _said(story: Story) -> Mapping[str, frozenset[str]]:
    """Give the words of each article's own report, by its id, those of grammar apart."""
    common = grammar()
    found = {}
    unread = ((),) * len(story.articles)
    for article, own in zip(story.articles, story.blocks or unread, strict=True):
        text = " ".join(article.text[b.span.start : b.span.end] for b in own if b.role in REPORT_ROLES).lower()
        told = {word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _SHORT and word not in common}
        found[article.id] = frozenset(word[:_STEM] for word in told)
    return found


def _names(story: Story) -> Mapping[str, set[str]]:
    """Give the people, bodies and places each article names, by its id."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in story.entities:
        for span in entity.mentions if entity.kind != "group" else ():
            found[span.article].add(entity.id)
    return found
