"""A story read in a terminal: report by report, who says what, through whom, when, and where it stands.

Words shown are always the report's own, cut at their offsets: only line ends and spaces are joined, control characters
are left out, and a long passage loses its middle to a "…". Colour never says anything alone: each stance has a mark and
a word.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Analysis, Article, Attribution, Claim, Entity, Fact, Problem, Span, Stance, Story
from rashomon.present.lines import one_line
from rashomon.present.passages import shared
from rashomon.text import LineIndex

__all__ = ["WIDEST", "plain_text", "reading", "summary", "told"]

WIDEST = 110
"""Columns that a reading takes at most: longer lines are hard to follow."""

_MARKS: dict[Stance, tuple[str, str]] = {
    "asserts": ("+", "green"),
    "denies": ("×", "red"),
    "hedges": ("~", "yellow"),
    "declines": ("∅", "magenta"),
    "unaware": ("?", "cyan"),
}
"""Each stance's mark and colour."""

_BASES = {"given": "given", "markup": "markup", "text": "in the text", "dateline": "dateline", "inferred": "inferred"}

_LONGEST = 320
"""Code points of a passage that are shown: four lines of a usual terminal."""

_UNSURE = 0.7
"""Confidence under which a speaker is shown with a question mark."""

_MONTHS = "January February March April May June July August September October November December"


@dataclass(frozen=True, slots=True)
class _Page:
    """What one report's lines are made from: the report, the names of the story, and the chain of each attribution."""

    article: Article
    lines: LineIndex
    entities: Mapping[str, Entity]
    chains: Mapping[str, tuple[str, ...]]

    def words(self, span: Span) -> str:
        """Give the words of ``span`` on one line."""
        return one_line(self.article.text[span.start : span.end])


def reading(story: Story, width: int, own_voice: bool = False, across: bool = True) -> RenderableType:
    """Give ``story`` as something rich can print in ``width`` columns.

    ``own_voice`` shows what each outlet says in its own voice too, not only how much of it there is; ``across`` adds
    the table of those who speak in more than one report.
    """
    entities = {entity.id: entity for entity in story.entities}
    parts: list[RenderableType] = [Text(summary(story), style="bold")]
    for number, (article, analysis) in enumerate(zip(story.articles, story.analyses, strict=True), 1):
        parts += ["", *_report(number, article, analysis, entities, own_voice)]
    if across and len(story.articles) > 1:
        parts += ["", *_across(story, entities, width)]
        parts += shared(story)
    return Group(*parts)


def plain_text(story: Story, own_voice: bool = False, across: bool = True, width: int = WIDEST) -> str:
    """Give the same reading as text without colours, ``width`` columns wide."""
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, highlight=False, emoji=False)
    console.print(reading(story, width, own_voice, across))
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def summary(story: Story) -> str:
    """Give one line on the whole: how many reports and outlets, and from when to when they were published."""
    named = [article.outlet.value for article in story.articles if _is_named(article.outlet)]
    dates = sorted(article.published.value for article in story.articles if article.published.value)
    parts = [_count(len(story.articles), "report"), _count(len(set(named)), "outlet") if named else "no outlet named"]
    if named and len(named) < len(story.articles):
        parts[-1] += f" ({len(story.articles) - len(named)} not named)"
    if dates:
        parts.append(_range(_date(dates[0]), _date(dates[-1])))
    if len(dates) < len(story.articles):
        parts.append(f"{len(story.articles) - len(dates)} undated")
    return " · ".join(parts)


def told(problem: Problem) -> str:
    """Give a problem as one line: the file, the cause, the mend."""
    line = f"{problem.name}: {problem.cause}" + (f"; {problem.mend}" if problem.mend else "")
    return one_line(line)


def _report(
    number: int, article: Article, analysis: Analysis, entities: Mapping[str, Entity], own_voice: bool
) -> Iterator[RenderableType]:
    chains = {claim.attribution: claim.chain for claim in analysis.claims if claim.attribution}
    page = _Page(article, LineIndex(article.text), entities, chains)
    heading = Text.assemble((f"{number} ", "dim"), (one_line(article.outlet.value or article.name), "bold underline"))
    yield heading if _is_named(article.outlet) else heading.append(" · outlet not named", "dim")
    if article.title.value:
        yield Text(one_line(article.title.value), style="bold")
    yield Text(_published(article.published), style="dim")
    yield Text(_file(article), style="dim")
    for note in article.notes:
        yield Text(f"note: {one_line(note)}", style="dim italic")
    # a clause that answers two questions has two claims; it is shown once
    own = list({claim.span: claim for claim in analysis.claims if claim.attribution is None}.values())
    for depth, one in _in_order(analysis.attributions, own if own_voice else ()):
        lines = _statement(page, one) if isinstance(one, Attribution) else _own(page, one)
        yield Padding(Group(*lines), (1, 0, 0, 2 + 3 * min(depth, 4)))
    if not analysis.attributions:
        yield Padding(Text("Nobody is quoted or cited."), (1, 0, 0, 2))
    if own and not own_voice:
        yield Padding(Text(f"{_count(len(own), 'statement')} in its own voice (--all shows them)", "dim"), (1, 0, 0, 2))


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


def _statement(page: _Page, one: Attribution) -> Iterator[Text]:
    mark, colour = _MARKS[one.stance]
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
        meta.append(f"said {_date(one.said)}")
    meta.append(_where(page, one.contents[0] if one.contents else one.cue or one.source))
    yield Text(" · ".join(meta), style="dim")


def _words(page: _Page, one: Attribution) -> Text:
    """Give the contents in order of the text; a "…" for what is between them.

    What is retold reads on from its cue ("denied that"), which stands before it, dimmed; a quotation needs none.
    """
    cue = one.cue if one.kind == "indirect" and one.cue and one.cue.end <= one.contents[0].start else None
    parts = Text()
    before: Span | None = None
    for span in sorted({*one.contents, *([cue] if cue else [])}):
        if before is not None:
            parts.append(" " if cue in (before, span) else " … ")
        words = _shorten(page.words(span), max(_LONGEST // len(one.contents), 80))
        parts.append(words, "dim italic" if span == cue else None)
        before = span
    return parts


def _own(page: _Page, claim: Claim) -> Iterator[Text]:
    yield Text.assemble(
        "  own voice  ", _shorten(page.words(claim.span)), f" · {_where(page, claim.span)}", style="dim"
    )


def _speaker(page: _Page, one: Attribution) -> tuple[str, str]:
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


def _chain(page: _Page, one: Attribution, name: str) -> list[str]:
    """Give the holders from the outlet to the speaker."""
    known = [name] if one.speaker or one.source else []
    links = page.chains.get(one.id) or (page.article.outlet.value or page.article.name, *known)
    return [one_line(page.entities[link].name if link in page.entities else link) for link in links]


def _where(page: _Page, span: Span | None) -> str:
    """Give the place as ``file:line``; a page's lines are those of its text, not of its markup."""
    line = page.lines.line(span.start) if span else 1
    name = re.split(r"[/\\]", _file(page.article).rstrip("/\\"))[-1]
    return f"{name}, line {line} of its text" if page.article.body else f"{name}:{line}"


def _file(article: Article) -> str:
    return "standard input" if article.name == "-" else one_line(article.name)


def _across(story: Story, entities: Mapping[str, Entity], width: int) -> Iterator[RenderableType]:
    heard = _heard(story)
    shared = {speaker: cells for speaker, cells in heard.items() if len(cells) > 1}
    order = sorted(
        shared, key=lambda speaker: (-len(shared[speaker]), -_said(shared[speaker]), entities[speaker].name, speaker)
    )
    rows = [
        (one_line(entities[speaker].name), [_cell(shared[speaker].get(one.id, Counter())) for one in story.articles])
        for speaker in order
    ]
    if rows:
        yield Text("Who speaks in more than one report", style="bold")
        yield from _table(rows, width)
        outlets = (one_line(one.outlet.value or one.name) for one in story.articles)
        yield Text(" · ".join(f"{number} {outlet}" for number, outlet in enumerate(outlets, 1)), style="dim")
        yield Text("  ").join(Text.assemble((mark, colour), f" {stance}") for stance, (mark, colour) in _MARKS.items())
    else:
        yield Text("Nobody speaks in more than one report.")
    if others := len(heard) - len(shared):
        yield Text(f"{others} more {'speaks' if others == 1 else 'speak'} in one report only.", style="dim")


def _table(rows: Sequence[tuple[str, Sequence[Text]]], width: int) -> Iterator[RenderableType]:
    """Give speakers against reports, or, where that is wider than ``width``, each speaker's reports in a row."""
    numbers = range(len(rows[0][1]))
    widths = [max(len(str(n + 1)), *(len(cells[n]) for _, cells in rows)) for n in numbers]
    room = width - sum(widths) - 2 * len(widths)
    if room < 14:
        for name, cells in rows:
            yield Text(name, "bold")
            heard = (Text.assemble((f"{n + 1} ", "dim"), cells[n]) for n in numbers if cells[n])
            yield Padding(Text("   ").join(heard), (0, 0, 0, 2))
        return
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("", width=min(room, max(len(name) for name, _ in rows)), overflow="fold")
    for n in numbers:
        table.add_column(str(n + 1), width=widths[n])
    for name, cells in rows:
        table.add_row(Text(name, "bold"), *cells)
    yield table


def _heard(story: Story) -> dict[str, dict[str, Counter[Stance]]]:
    """Give for each speaker and each article in which they speak how often they took each stance."""
    heard: dict[str, dict[str, Counter[Stance]]] = {}
    for analysis in story.analyses:
        for one in analysis.attributions:
            if one.speaker is not None:
                heard.setdefault(one.speaker, {}).setdefault(analysis.article, Counter())[one.stance] += 1
    return heard


def _said(cells: Mapping[str, Counter[Stance]]) -> int:
    return sum(cell.total() for cell in cells.values())


def _cell(stances: Counter[Stance]) -> Text:
    kinds: Iterable[Stance] = (stance for stance in _MARKS if stances[stance])
    return Text(" ").join(Text(f"{_MARKS[stance][0]}{stances[stance]}", _MARKS[stance][1]) for stance in kinds)


def _is_named(outlet: Fact) -> bool:
    """Tell whether the report names its outlet; what was taken from the file's name is only that."""
    return outlet.value is not None and outlet.basis not in {"inferred", "unknown"}


def _published(fact: Fact) -> str:
    if fact.value is None:
        return "date unknown"
    why = ": ".join(part for part in (_BASES.get(fact.basis, fact.basis), one_line(fact.evidence)) if part)
    return f"{_date(fact.value)} ({why})"


def _date(value: str) -> str:
    """Give an ISO prefix as a reader writes it: "3 March 2031"; what is no plain date stays as it is."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d).*)?", value)
    if not found or not found[2] or not 1 <= int(found[2]) <= 12:
        return one_line(value)
    day = f"{int(found[3])} " if found[3] else ""
    return f"{day}{_MONTHS.split()[int(found[2]) - 1]} {found[1]}" + (f", {found[4]}" if found[4] else "")


def _range(first: str, last: str) -> str:
    """Give two dates as one range that says month and year once where they are the same."""
    if first == last:
        return last
    words, others = first.split(), last.split()
    while len(words) > 1 and len(others) > 1 and words[-1] == others[-1]:
        words, others = words[:-1], others[:-1]
    return f"{' '.join(words)} to {last}"


def _shorten(words: str, most: int = _LONGEST) -> str:
    """Give ``words`` with their middle left out where they are long, cut between words where there is a gap."""
    if len(words) <= most:
        return words
    head, tail = words[: most * 2 // 3], words[-most // 3 :]
    head = head.rsplit(" ", 1)[0] if " " in head else head
    tail = tail.split(" ", 1)[1] if " " in tail else tail
    return f"{head} … {tail}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
