"""The reports statement by statement: who says what, through whom, in what stance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.model import Analysis, Article, Attribution, Claim, Fact, Span
from rashomon.present.lines import counted, day, is_named, one_line, shortened
from rashomon.present.terminal.layout import MARKS
from rashomon.present.terminal.page import Page

__all__ = ["statements"]

_LONGEST = 320
"""Code points of a passage that are shown: four lines of a usual terminal."""

_UNSURE = 0.7
"""Confidence under which a speaker is shown with a question mark."""

_BASES = {"given": "given", "markup": "markup", "text": "in the text", "dateline": "dateline", "inferred": "inferred"}


def statements(page: Page) -> Iterator[RenderableType]:
    """Give each report with its heading and what is said in it; the outlet's own voice too where all is shown."""
    for number, (article, analysis) in enumerate(zip(page.story.articles, page.story.analyses, strict=True), 1):
        yield from ("", *_report(page, number, article, analysis))


def _report(page: Page, number: int, article: Article, analysis: Analysis) -> Iterator[RenderableType]:
    heading = Text.assemble((f"{number} ", "dim"), (one_line(article.outlet_name), "bold underline"))
    yield heading if is_named(article.outlet) else heading.append(" · outlet not named", "dim")
    if article.title.value:
        yield Text(one_line(article.title.value), style="bold")
    yield Text(_published(article.published), style="dim")
    yield Text("standard input" if article.name == "-" else one_line(article.name), style="dim")
    for note in article.notes:
        yield Text(f"note: {one_line(note)}", style="dim italic")
    # a clause that answers two questions has two claims; it is shown once
    own = list({claim.span: claim for claim in analysis.claims if claim.attribution is None}.values())
    for depth, one in _in_order(analysis.attributions, own if page.shown.everything else ()):
        lines = _statement(page, one) if isinstance(one, Attribution) else _own(page, one)
        yield Padding(Group(*lines), (1, 0, 0, 2 + 3 * min(depth, 4)))
    if not analysis.attributions:
        yield Padding(Text("Nobody is quoted or cited."), (1, 0, 0, 2))
    if own and not page.shown.everything:
        told = f"{counted(len(own), 'statement')} in its own voice (--all shows them)"
        yield Padding(Text(told, "dim"), (1, 0, 0, 2))


def _in_order(
    attributions: Sequence[Attribution], claims: Sequence[Claim]
) -> Iterator[tuple[int, Attribution | Claim]]:
    """Give what is said in order of the text, each with its depth: what stands within another follows it."""
    known = {one.id for one in attributions}
    inside: dict[str | None, list[Attribution | Claim]] = {None: list(claims)}
    for one in attributions:
        inside.setdefault(one.within if one.within in known else None, []).append(one)

    def walk(outer: str | None, depth: int) -> Iterator[tuple[int, Attribution | Claim]]:
        for one in sorted(inside.get(outer, ()), key=_start):
            yield depth, one
            if isinstance(one, Attribution):
                yield from walk(one.id, depth + 1)

    return walk(None, 0)


def _start(one: Attribution | Claim) -> tuple[int, str]:
    spans = [one.span] if isinstance(one, Claim) else [*one.contents, *(span for span in (one.source, one.cue) if span)]
    return min((span.start for span in spans), default=0), one.id


def _statement(page: Page, one: Attribution) -> Iterator[Text]:
    mark, colour = MARKS[one.stance]
    name, detail = _speaker(page, one)
    head = Text.assemble((f"{mark} {one.stance:<8} ", f"bold {colour}"), (name, "bold"))
    yield head.append(f" · {detail}", "dim") if detail else head
    yield _words(page, one)
    meta = [" ‹ ".join(_chain(page, one, name))]
    if one.addressee:
        meta.append(f"to {page.words(one.addressee)}")
    if one.distance:
        meta.append(f"“{page.words(one.distance)}”, says the report")
    if one.said:
        meta.append(f"said {day(one.said)}")
    place = one.contents[0] if one.contents else one.cue or one.source
    meta.append(page.where(place or Span(one.article, 0, 0)))
    yield Text(" · ".join(meta), style="dim")


def _words(page: Page, one: Attribution) -> Text:
    """Give the contents in order of the text; a "…" for what is between them.

    What is retold reads on from its cue ("denied that"), which stands before it, dimmed; a quotation needs none.
    """
    cue = one.cue if one.kind == "indirect" and one.cue and one.cue.end <= one.contents[0].start else None
    parts = Text()
    before: Span | None = None
    for span in sorted({*one.contents, *([cue] if cue else [])}):
        if before is not None:
            parts.append(" " if cue in (before, span) else " … ")
        words = shortened(page.words(span), max(_LONGEST // len(one.contents), 80))
        parts.append(words, "dim italic" if span == cue else None)
        before = span
    return parts


def _own(page: Page, claim: Claim) -> Iterator[Text]:
    yield Text.assemble(
        "  own voice  ", shortened(page.words(claim.span), _LONGEST), f" · {page.where(claim.span)}", style="dim"
    )


def _speaker(page: Page, one: Attribution) -> tuple[str, str]:
    """Give who speaks, and what else is known of them."""
    entity = page.entities.get(one.speaker or "")
    source = page.words(one.source) if one.source else ""
    name = one_line(entity.name) if entity and not (one.anonymous and source) else source or "nobody named"
    details: list[str] = []
    if one.anonymous:
        details.append("anonymous" if one.count is None else f"anonymous, {one.count}")
    elif entity:
        roles = (one_line(role) for role in entity.roles)
        details += [role for role in roles if role.casefold() not in name.casefold()][:1]
    if entity and source != name and one.confidence < _UNSURE:
        return f"{name}?", " · ".join([*details, f"“{source}”"] if source else details)
    return name, " · ".join(details)


def _chain(page: Page, one: Attribution, name: str) -> list[str]:
    """Give the holders from the outlet to the speaker."""
    known = [name] if one.speaker or one.source else []
    article = page.articles[one.article]
    links = page.chains.get(one.id) or (article.outlet_name, *known)
    return [page.name(link) for link in links]


def _published(fact: Fact) -> str:
    if fact.value is None:
        return "date unknown"
    why = ": ".join(part for part in (_BASES.get(fact.basis, fact.basis), one_line(fact.evidence)) if part)
    return f"{day(fact.value)} ({why})"
