"""Attributions of one article: who is shown to say, think, want or deny what, nested as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from rashomon.analyse.contents import Range, joined
from rashomon.analyse.cues import Cue
from rashomon.analyse.floating import brought_in, said_of, turned_to
from rashomon.analyse.forms import forms, turn_labels
from rashomon.analyse.language import Paragraph, Prose
from rashomon.analyse.quotations import Quotation
from rashomon.analyse.quotations import find as find_quotations
from rashomon.analyse.relation import Relation
from rashomon.analyse.relations import relations
from rashomon.analyse.sources import anonymity, just_named, principal
from rashomon.analyse.speech import anchors, tie
from rashomon.analyse.stance import stance
from rashomon.analyse.syntax import chars
from rashomon.model import Attribution, Kind, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

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
    labels = turn_labels(prose.paragraphs)
    found: list[Draft] = []
    for number, (paragraph, (start, end)) in enumerate(zip(prose.paragraphs, bounds, strict=True)):
        local = [replace(q, start=q.start - start, end=q.end - start) for q in marks if start <= q.start < end]
        tied, left = tie(
            paragraph.doc.text, [*relations(paragraph.doc), *forms(paragraph, labels)], anchors(paragraph.doc), local
        )
        if paragraph.block.role == "quotation":
            found = _set_off(found, number, prose.paragraphs)
        found += [_draft(number, start, r) for r in tied]
        if paragraph.block.role == "quotation":
            continue
        for quotation in left:
            found = _floated(found, number, paragraph, quotation)
    return found


def _set_off(found: list[Draft], number: int, paragraphs: Sequence[Paragraph]) -> list[Draft]:
    """Give the drafts with a paragraph set off as a quotation: the words of whoever the lines before bring in."""
    own = paragraphs[number]
    box = (own.start, own.start + len(own.doc.text))
    if number and paragraphs[number - 1].block.role == "quotation":
        above = next((i for i in reversed(range(len(found))) if found[i].relation.entry is _BLOCK), None)
        if above is not None:
            return _with_content(found, above, box)
    cue, source = None, _last_named(found, number)
    if number:
        before = paragraphs[number - 1]
        closing = [
            a for a in anchors(before.doc) if a.end >= len(before.doc.text) - _BRINGS_IN and a.source is not None
        ]
        if closing:
            bringer = closing[-1]
            cue = (bringer.cue[0] + before.start, bringer.cue[1] + before.start)
            assert bringer.source is not None
            source = (bringer.source[0] + before.start, bringer.source[1] + before.start)
        else:
            source = brought_in(before) or source
    relation = Relation(-1, (0, 0), _BLOCK, ((0, len(own.doc.text)),))
    return [*found, Draft(number, relation, cue, source, (box,))]


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
        whose = said_of(paragraph, quotation.start, quotation.end)
        relation = Relation(-1, (quotation.start, quotation.start), _FLOATING, ())
        return found if whose is None else [*found, Draft(number, relation, None, whose, (box,))]
    if last is not None and _follows(found[last], number, box, paragraph):
        return _with_content(found, last, box)
    source = turned_to(paragraph, quotation.start) or _last_named(found, number)
    relation = Relation(-1, (quotation.start, quotation.start), _FLOATING, (), quoted=True)
    return [*found, Draft(number, relation, None, source, (box,))]


def _speaks(draft: Draft) -> bool:
    return draft.relation.quoted


def _follows(draft: Draft, number: int, box: Range, paragraph: Paragraph) -> bool:
    """Tell whether the quotation opens the paragraph right after the one in which its speaker was named."""
    return number == draft.paragraph or (number - draft.paragraph == 1 and box[0] - paragraph.start <= 1)


def _with_content(found: list[Draft], at: int, box: Range) -> list[Draft]:
    draft = found[at]
    contents = tuple(joined([*draft.contents, box], 4))  # a paragraph's end between two parts of one quotation
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
    begins = not before or before[-1] in '.!?:…"”'
    ends = not after or inner in ".!?…" or after[0] in ".!?"
    return begins and ends and len(words) >= 3


def _finished(prose: Prose, found: list[Draft]) -> tuple[Attribution, ...]:
    ordered = sorted((d for d in found if d.contents), key=lambda d: (_edges(d), d.relation.head))
    ids = [_id(prose, draft) for draft in ordered]
    parents = _parents(ordered)
    stances = _stances(prose, ordered, parents)
    return tuple(
        _attribution(prose, draft, ids[i], stances[i], ids[parent] if (parent := parents[i]) is not None else None)
        for i, draft in enumerate(ordered)
    )


def _id(prose: Prose, draft: Draft) -> str:
    key = f"{prose.article.id}|{draft.cue}|{draft.source}|{draft.contents}|{draft.relation.head}"
    return "a" + sha256(key.encode()).hexdigest()[:12]


def _edges(draft: Draft) -> Range:
    parts = [*draft.contents, *(r for r in (draft.cue, draft.source) if r)]
    return min(s for s, _ in parts), max(e for _, e in parts)


def _parents(found: list[Draft]) -> list[int | None]:
    """Give for each draft the one it stands within: the smallest whose content holds its cue (or its content)."""
    heads = {(d.paragraph, d.relation.head): i for i, d in enumerate(found) if d.relation.head >= 0}
    sizes = [sum(e - s for s, e in d.contents) for d in found]
    out: list[int | None] = []
    for i, draft in enumerate(found):
        if draft.relation.parent >= 0:
            out.append(heads.get((draft.paragraph, draft.relation.parent)))
            continue
        at = draft.cue or draft.contents[0]
        hosts = [
            j
            for j, other in enumerate(found)
            if j != i and sizes[j] > sizes[i] and any(s <= at[0] and at[1] <= e for s, e in other.contents)
        ]
        out.append(min(hosts, key=lambda j: (sizes[j], j), default=None))
    return out


_SAME = frozenset({"he", "she", "they", "it", "i", "we"})


def _stances(prose: Prose, found: list[Draft], parents: list[int | None]) -> list[Stance]:
    """Give each draft's stance; in "said he did not know", he asserts, and the knowing inside is what he has not."""
    own = [stance(prose.paragraphs[d.paragraph].doc, d.relation) for d in found]
    text = prose.article.text
    for i, (draft, above) in enumerate(zip(found, parents, strict=True)):
        if above is None or draft.source is None or own[i] != own[above] or own[i] == "asserts":
            continue
        start = found[above].contents[0][0]
        opens = text[start : draft.source[0]].strip(" \"“'‘").lower() if draft.source[0] >= start else None
        if text[draft.source[0] : draft.source[1]].lower() in _SAME and opens in ("", "that", "while"):
            own[above] = "asserts"
    return own


def _attribution(prose: Prose, draft: Draft, own: str, holds: Stance, within: str | None) -> Attribution:
    article, relation = prose.article, draft.relation
    paragraph = prose.paragraphs[draft.paragraph]

    def span(part: Range | None) -> Span | None:
        return Span(article.id, *part) if part else None

    def moved(part: Range | None) -> Span | None:
        return paragraph.chars(*part) if part else None

    served = _served(paragraph.doc, relation.source_head) if relation.source_head >= 0 else None
    unnamed, count = anonymity(paragraph.doc, relation.source_head) if relation.source_head >= 0 else (False, None)
    return Attribution(
        id=own,
        article=article.id,
        kind=_kind(prose, draft),
        source=span(draft.source),
        cue=span(draft.cue),
        contents=tuple(Span(article.id, s, e) for s, e in draft.contents),
        stance=holds,
        within=within,
        speaker_ref=paragraph.span(_named(paragraph.doc[relation.source_head]))
        if relation.source_head >= 0
        else span(draft.source),
        anonymous=unnamed,
        count=count,
        principal=moved(chars(paragraph.doc, *served)) if served else None,
        addressee=moved(relation.addressee),
        distance=moved(relation.distance),
    )


def _served(doc: Doc, head: int) -> tuple[int, int] | None:
    return principal(doc, head) or just_named(doc, head)


def _named(head: Token) -> Token:
    """Give the name that says which one it is: "one of the marchers, Rolf Tarn"."""
    named = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    return named if named is not None and head.lower_ == "one" else head


def _kind(prose: Prose, draft: Draft) -> Kind:
    """Tell how the words stand: set off (a block, a transcript's turn), between marks, partly so, or retold."""
    text = prose.article.text
    start = draft.contents[0][0]
    set_off = any(
        p.block.role == "quotation" and p.block.span.start <= start < p.block.span.end for p in prose.paragraphs
    )
    if set_off or draft.relation.entry.word == "turn":
        return "block"
    marked = sum(e - s for s, e in draft.contents if text[s] in _MARKS and text[e - 1] in _MARKS)
    if marked == sum(e - s for s, e in draft.contents):
        return "direct"
    return "mixed" if any(m in text[s:e] for s, e in draft.contents for m in '"“”«»') else "indirect"


_MARKS = frozenset("\"“”„«»'‘’")
_BRINGS_IN = 60
"""Code points before the end of a paragraph within which a cue brings in the block that follows."""
_BLOCK = Cue("block", "speech", "asserts", frozenset({"Q"}), frozenset())
_FLOATING = Cue("", "speech", "asserts", frozenset({"Q"}), frozenset())
