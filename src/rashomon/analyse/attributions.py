"""Attributions of one article: who is shown to say, think, want or deny what, nested as they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from rashomon.analyse.contents import Range, joined
from rashomon.analyse.cues import Cue
from rashomon.analyse.forms import forms
from rashomon.analyse.language import Paragraph, Prose
from rashomon.analyse.quotations import Quotation
from rashomon.analyse.quotations import find as find_quotations
from rashomon.analyse.relations import Relation, relations
from rashomon.analyse.speech import anchors, tie
from rashomon.model import Attribution, Kind, Span

__all__ = ["find"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A relation in the article's own offsets, before nesting; ``paragraph`` is the one its cue stands in."""

    paragraph: int
    relation: Relation
    cue: Range | None
    source: Range | None
    contents: tuple[Range, ...]


def find(prose: Prose) -> tuple[Attribution, ...]:
    """Give the attributions of an article, in order of their first word."""
    return _finished(prose, drafts(prose))


def drafts(prose: Prose) -> list[Draft]:
    """Give every attribution of the article as a draft: paragraph by paragraph, then across paragraphs."""
    bounds = [(p.start, p.start + len(p.doc.text)) for p in prose.paragraphs]
    marks = find_quotations(prose.article.text, bounds)
    found: list[Draft] = []
    for number, (paragraph, (start, end)) in enumerate(zip(prose.paragraphs, bounds, strict=True)):
        local = [replace(q, start=q.start - start, end=q.end - start) for q in marks if start <= q.start < end]
        tied, left = tie(
            paragraph.doc.text, [*relations(paragraph.doc), *forms(paragraph)], anchors(paragraph.doc), local
        )
        found += [_draft(number, start, r) for r in tied]
        for quotation in left:
            found = _floated(found, number, paragraph, quotation)
    return found


def _draft(number: int, start: int, relation: Relation) -> Draft:
    def moved(part: Range) -> Range:
        return part[0] + start, part[1] + start

    source = moved(relation.source) if relation.source else None
    return Draft(number, relation, moved(relation.cue), source, tuple(moved(c) for c in relation.contents))


def _floated(found: list[Draft], number: int, paragraph: Paragraph, quotation: Quotation) -> list[Draft]:
    """Give the drafts with a quotation that no cue of its paragraph explains: gone on with, floating, or let be.

    What is let be (scare quotes, titles, nicknames) is whatever does not make up a sentence of its own.
    """
    if quotation.depth or paragraph.block.role == "headline":
        return found
    text = paragraph.doc.text
    box = (quotation.start + paragraph.start, quotation.end + paragraph.start)
    last = next((i for i in reversed(range(len(found))) if _speaks(found[i])), None)
    if quotation.continues and last is not None and number - found[last].paragraph <= 6:
        return _with_content(found, last, box)
    if not _own_sentence(text, quotation):
        return found
    if last is not None and _near(found[last], number, box) and _marked(paragraph, found[last]):
        return _with_content(found, last, box)
    source = _last_named(found, number)
    relation = Relation(-1, (quotation.start, quotation.start), _FLOATING, ())
    return [*found, Draft(number, relation, None, source, (box,))]


def _speaks(draft: Draft) -> bool:
    return "Q" in draft.relation.entry.frames


def _near(draft: Draft, number: int, box: Range) -> bool:
    return number - draft.paragraph <= 1 and box[0] - draft.contents[-1][1] < 1500


def _marked(paragraph: Paragraph, draft: Draft) -> bool:
    return draft.relation.head >= 0 or draft.cue is None


def _with_content(found: list[Draft], at: int, box: Range) -> list[Draft]:
    draft = found[at]
    contents = tuple(joined([*draft.contents, box], 1))
    return [*found[:at], replace(draft, contents=contents), *found[at + 1 :]]


def _last_named(found: list[Draft], number: int) -> Range | None:
    for draft in reversed(found):
        if number - draft.paragraph > 2:
            return None
        if draft.source is not None:
            return draft.source
    return None


def _own_sentence(text: str, quotation: Quotation) -> bool:
    before = text[: quotation.start].rstrip()
    after = text[quotation.end :].lstrip()
    words = text[quotation.start : quotation.end].split()
    inner = text[quotation.start : quotation.end].rstrip("\"'”’»")[-1:]
    begins = not before or before[-1] in ".!?:…\"”"
    ends = not after or inner in ".!?…" or after[0] in ".!?"
    return begins and ends and len(words) >= 3


def _finished(prose: Prose, found: list[Draft]) -> tuple[Attribution, ...]:
    article = prose.article
    text = article.text
    out = []
    for draft in found:
        if not draft.contents:
            continue
        contents = tuple(Span(article.id, s, e) for s, e in draft.contents)
        cue = Span(article.id, *draft.cue) if draft.cue else None
        source = Span(article.id, *draft.source) if draft.source else None
        key = f"{article.sha256}|{draft.cue}|{draft.source}|{draft.contents}"
        offset = prose.paragraphs[draft.paragraph].start
        shift = lambda r: Span(article.id, r[0] + offset, r[1] + offset) if r else None  # noqa: E731
        out.append(
            Attribution(
                id="a" + sha256(key.encode()).hexdigest()[:12],
                article=article.id,
                kind=_kind(text, draft.contents),
                source=source,
                cue=cue,
                contents=contents,
                stance=draft.relation.entry.stance,
                addressee=shift(draft.relation.addressee),
                distance=shift(draft.relation.distance),
            )
        )
    return tuple(out)


def _kind(text: str, contents: tuple[Range, ...]) -> Kind:
    marked = sum(e - s for s, e in contents if text[s] in _MARKS and text[e - 1] in _MARKS)
    if marked == sum(e - s for s, e in contents):
        return "direct"
    return "mixed" if any(m in text[s:e] for s, e in contents for m in '"“”«»') else "indirect"


_MARKS = frozenset("\"“”„«»'‘’")
_FLOATING = Cue("", "speech", "asserts", frozenset({"Q"}), frozenset())
