"""The head of a reading: how much there is, and the reports by number."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.compare import stories
from rashomon.model import Article, Problem, Story, Voice
from rashomon.present import narrow
from rashomon.present.lines import between, counted, day, is_named, one_line
from rashomon.present.terminal.layout import bullet, more
from rashomon.present.terminal.page import Page
from rashomon.present.terminal.sides import is_disputed

__all__ = ["apart", "findings", "reports", "subject", "summary", "told"]

_MOST = 8
"""Reports in the list of an overview."""


def summary(story: Story) -> str:
    """Give one line on the whole: how many reports, outlets and families, and from when to when they were published."""
    named = [article.outlet.value for article in story.articles if is_named(article.outlet)]
    dates = sorted(article.published.value for article in story.articles if article.published.value)
    parts = [counted(len(story.articles), "report")]
    parts.append(counted(len(set(named)), "outlet") if named else "no outlet named")
    if named and len(named) < len(story.articles):
        parts[-1] += f" ({len(story.articles) - len(named)} not named)"
    if story.families and len(story.families) < len(story.articles):
        parts.append(counted(len(story.families), "family"))
    if dates:
        parts.append(between(day(dates[0]), day(dates[-1])))
    if len(dates) < len(story.articles):
        parts.append(f"{len(story.articles) - len(dates)} undated")
    return " · ".join(parts)


def apart(story: Story) -> str:
    """Say that the reports seem to tell several stories, and how many of them each; "" where they tell one."""
    groups = stories.find(story)
    if len(groups) < 2:
        return ""
    sizes = ", ".join(str(len(one)) for one in sorted(groups, key=len, reverse=True)[:_MOST])
    rest = ", ..." if len(groups) > _MOST else ""
    return f"These reports seem to tell {len(groups)} stories (reports in each: {sizes}{rest})."


def told(problem: Problem) -> str:
    """Give a problem as one line: the file, the cause, the mend."""
    line = f"{problem.name}: {problem.cause}" + (f"; {problem.mend}" if problem.mend else "")
    return one_line(line)


def subject(page: Page) -> Text:
    """Give who the reading is about: name, role, and how much they say in how many reports."""
    who = narrow.entity(page.story, page.shown.about or "")
    said = [one for analysis in page.story.analyses for one in analysis.attributions if one.speaker == who.id]
    parts = [
        *who.roles[:1],
        f"{counted(len(said), 'statement')} in {counted(len({one.article for one in said}), 'report')}",
    ]
    return Text.assemble("About ", (one_line(who.name), "bold"), " · " + " · ".join(map(one_line, parts)))


def findings(page: Page) -> str:
    """Give one line on what was found: disputed and other propositions, conflicts, shifts, first sources."""
    story = page.story
    disputed = sum(is_disputed(page, one) for one in story.propositions)
    hard = sum(one.severity == "hard" for one in story.conflicts)
    first = len({(one.holder, one.through) for one in story.origins})
    parts = [
        counted(len(story.propositions), "proposition") + (f", {disputed} disputed" if disputed else "")
        if story.propositions
        else "",
        counted(len(story.conflicts), "conflict") + (f", {hard} hard" if hard else "") if story.conflicts else "",
        counted(len(story.shifts), "shift") if story.shifts else "",
        counted(first, "origin") if first else "",
    ]
    return " · ".join(part for part in parts if part)


def reports(page: Page) -> Iterator[RenderableType]:
    """Give a line for each report: outlet, day, file, how much is the outlet's own voice; below it, its notes."""
    voices = {one.article: one for one in page.story.voices}
    most = len(page.story.articles) if page.shown.everything else _MOST
    yield ""
    for number, article in enumerate(page.story.articles[:most], 1):
        details = " · ".join([*_facts(page, article), *_voice(voices.get(article.id))])
        name = page.outlet(article.id) if page.shown.everything else page.report(article.id)
        yield bullet(Text(f"{number:>2}", "dim"), Text.assemble((name, "bold"), f" · {details}"), 0)
        for note in article.notes:
            yield bullet("", Text(one_line(note), "dim italic"), 2)
    yield from more(len(page.story.articles) - most, "report")


def _facts(page: Page, article: Article) -> Iterator[str]:
    yield day(article.published.value) if article.published.value else "undated"
    if page.shown.everything:
        yield one_line(article.title.value) if article.title.value else "no headline"
        yield one_line(article.name)


def _voice(voice: Voice | None) -> Iterator[str]:
    """Say what share of the words is the outlet's own, and where it gives opinion as its own."""
    if voice is None or not (total := voice.own + voice.attributed + voice.quoted):
        return
    opinion = f" ({counted(len(voice.opinion), 'opinion')})" if voice.opinion else ""
    yield f"own voice {voice.own / total:.0%}{opinion}"
