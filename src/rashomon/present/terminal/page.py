"""What every section is made from: the story, what its ids stand for, and how much of it is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.model import Article, Attribution, Claim, Conflict, Entity, Origin, Proposition, Span, Story
from rashomon.present import narrow
from rashomon.present.lines import is_named, one_line
from rashomon.present.shown import Shown
from rashomon.text import LineIndex

__all__ = ["Page", "page"]


@dataclass(frozen=True, slots=True)
class Page:
    """A story with its values by their ids, ``width`` columns to lay it out in, and what of it is wanted.

    ``story`` may be a part; the values by their ids are always those of the whole.
    """

    story: Story
    width: int
    shown: Shown
    articles: Mapping[str, Article]
    lines: Mapping[str, LineIndex]
    entities: Mapping[str, Entity]
    attributions: Mapping[str, Attribution]
    claims: Mapping[str, Claim]
    chains: Mapping[str, tuple[str, ...]]
    propositions: Mapping[str, Proposition]
    conflicts: Mapping[str, tuple[Conflict, ...]]
    origins: Mapping[str, tuple[Origin, ...]]
    families: Mapping[str, int]
    titles: Mapping[Span, Claim]
    confirmed: Mapping[str, str]

    def words(self, span: Span) -> str:
        """Give the words of ``span`` on one line."""
        return one_line(self.articles[span.article].text[span.start : span.end])

    def name(self, holder: str) -> str:
        """Give the name of an entity, or a holder that is none as it is."""
        return one_line(self.entities[holder].name if holder in self.entities else holder)

    def outlet(self, article: str) -> str:
        """Give the outlet of the article with that id, or its file where it names none."""
        report = self.articles[article]
        return one_line(report.outlet.value) if report.outlet.value and is_named(report.outlet) else self.file(article)

    def report(self, article: str) -> str:
        """Give the outlet of the article, with its file where the outlet has several reports."""
        name = self.outlet(article)
        twice = sum(self.outlet(one.id) == name for one in self.story.articles) > 1
        return f"{name} ({self.file(article)})" if twice else name

    def outlets(self, articles: Iterable[str]) -> list[str]:
        """Give the outlets of articles, each once, in the order of the story."""
        wanted = set(articles)
        return list(dict.fromkeys(self.outlet(one.id) for one in self.story.articles if one.id in wanted))

    def file(self, article: str) -> str:
        """Give the last part of the path of the article with that id."""
        name = self.articles[article].name
        return "standard input" if name == "-" else one_line(re.split(r"[/\\]", name.rstrip("/\\"))[-1])

    def where(self, span: Span) -> str:
        """Give the place as ``file:line``; a page's lines are those of its text, not of its markup."""
        line, name = self.lines[span.article].line(span.start), self.file(span.article)
        return f"{name}:{line} of its text" if self.articles[span.article].body else f"{name}:{line}"

    def handle(self, proposition: str) -> str:
        """Give as much of a proposition's id as tells it from all others of the story, four characters at least."""
        others = [one for one in self.propositions if one != proposition]
        size = 4
        while size < len(proposition) and any(one.startswith(proposition[:size]) for one in others):
            size += 1
        return proposition[:size]


def page(story: Story, width: int, shown: Shown) -> Page:
    """Give ``story``, or what of it is asked for, with what its ids stand for.

    Raises ``NotInStory`` where it has no such name or proposition.
    """
    told = [claim for analysis in story.analyses for claim in analysis.claims]
    said = [one for analysis in story.analyses for one in analysis.attributions]
    alone = enumerate(one.id for one in story.articles)  # where nobody told the families, each report is one
    families = {one: at for at, family in enumerate(story.families) for one in family} or {one: at for at, one in alone}
    return Page(
        _part(story, shown),
        width,
        shown,
        articles={one.id: one for one in story.articles},
        lines={one.id: LineIndex(one.text) for one in story.articles},
        entities={one.id: one for one in story.entities},
        attributions={one.id: one for one in said},
        claims={one.id: one for one in told},
        chains={one.attribution: one.chain for one in told if one.attribution},
        propositions={one.id: one for one in story.propositions},
        conflicts={
            one.id: tuple(found for found in story.conflicts if found.proposition == one.id)
            for one in story.propositions
        },
        origins={
            one.id: tuple(found for found in story.origins if found.proposition == one.id) for one in story.propositions
        },
        families=families,
        confirmed={
            claim: one_line(one.judgement.author)
            for one in story.judged
            if one.judgement.kind == "accept" and one.status == "applied"
            for claim in one.ids
        },
        titles={one.span: one for one in told if one.stance == "asserts"},
    )


def _part(story: Story, shown: Shown) -> Story:
    if shown.proposition is not None:
        story = narrow.proposition(story, shown.proposition)
    if shown.about is not None:
        story = narrow.about(story, narrow.entity(story, shown.about))
    return story
