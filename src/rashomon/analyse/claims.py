"""Claims: one for each thing somebody is said to hold, and one for each clause the outlet states in its own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from rashomon.analyse.clauses import clauses, main_word
from rashomon.analyse.contents import Range, joined, minus
from rashomon.analyse.cues import any_cue
from rashomon.analyse.language import Paragraph, Prose
from rashomon.analyse.points import guarded, negative, opening, surprise
from rashomon.analyse.stance import of_opening, refused_deed
from rashomon.analyse.syntax import chars, text_of, trimmed
from rashomon.data import entries
from rashomon.data.rungs import standing
from rashomon.model import Article, Attribution, Claim, Frame, Span, Stance, Timex
from rashomon.text import plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["claim_id", "find"]

_CARRIED = frozenset({"denies", "declines", "unaware", "hedges"})
"""Stances that the cue carries rather than the content: the claim's words then include the cue."""
_SHORT = 4
"""Words; a content this short ("the resignation") says little without its cue, and the claim's words include it."""
_ANYBODY = frozenset(
    {"nobody", "no one", "none", "neither", "anybody", "anyone", "everybody", "everyone", "somebody", "someone", "you"}
)
_ENDED = re.compile(r"[.!?;]")
_AGED = re.compile(
    r"(?P<name>(?:[A-Z][\w'.-]* )*[A-Z][\w'-]+)(?:,? who (?:is|was) |,? aged |, | \()"
    r"(?P<age>[1-9]\d?|1[01]\d)(?=[,;:)\"]|\.(?!\d)| and\b|$)"
)
"""A name with an age said of it."""
_BESIDE = 2
"""Code points, a comma and a space, between a name and a role that stand beside each other."""
_COVERED = 0.6
"""Share of a clause that must belong to somebody's words for it not to be told by whoever stands outside them.
Calibrated on the development stories of the benchmark."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause of a paragraph with the attribution it is held through, none for the outlet's own voice."""

    span: Span
    stance: Stance
    attribution: Attribution | None
    quantities: tuple[Span, ...]


def find(
    prose: Prose, attributions: Sequence[Attribution], times: Sequence[Timex], frames: Sequence[Frame] = ()
) -> tuple[Claim, ...]:
    """Give the claims of one article in order of the text, holders and chains still open (empty).

    ``event_time`` is the value of the one time that stands in the claim's words and is not a time of saying. What
    ``frames`` say in passing that somebody is, is a claim where nobody can be that and something else.
    """
    pieces: dict[tuple[Span, str | None], Piece] = {}
    roles = list(_roles(prose.article, frames))
    for paragraph in prose.paragraphs:
        told = _paragraph(paragraph, attributions)
        for piece in (*told, *_asides(paragraph, told, roles)):
            pieces.setdefault((piece.span, piece.attribution.id if piece.attribution else None), piece)
    dated = [t for t in times if t.value is not None and t.type in ("DATE", "TIME")]
    return tuple(
        _claim(piece, dated) for _, piece in sorted(pieces.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    )


def _paragraph(paragraph: Paragraph, attributions: Sequence[Attribution]) -> list[Piece]:
    doc, start = paragraph.doc, paragraph.start
    end = start + len(text_of(doc))
    here = [
        (
            a,
            [
                (max(c.start, start) - start, min(c.end, end) - start)
                for c in a.contents
                if c.start < end and c.end > start
            ],
        )
        for a in attributions
    ]
    here = [(a, ranges) for a, ranges in here if ranges]
    out: list[Piece] = []
    for attribution, ranges in here:
        if attribution.source is None and attribution.distance is None:
            continue  # nobody is said to hold it: the outlet tells it
        if _anybody(attribution, paragraph):
            continue  # "nobody plans to lose": whoever tells it does
        inner = [
            r
            for a, rs in here
            if a.within == attribution.id
            and a.source is not None
            and not (_thought(a, paragraph) or _deed(a, paragraph) or _anybody(a, paragraph))
            for r in _whole(a, rs, paragraph)
        ]
        parts = [one for part in _whole_clauses(doc, ranges, attribution, start) for one in clauses(doc, *part)]
        whole = _in_whole(paragraph, attribution, parts)
        out += [_piece(paragraph, one, attribution, whole) for one in parts if _share(one, inner) < _COVERED]
    named = [(a, ranges) for a, ranges in here if a.source is not None and not _anybody(a, paragraph) and not _named(a)]
    out += _own_voice(paragraph, named)
    return out


def _words(span: Span | None, paragraph: Paragraph) -> list[Token]:
    """Give the words of a cue or a source, none where it stands in another paragraph."""
    if span is None:
        return []
    first, last = max(0, span.start - paragraph.start), span.end - paragraph.start
    if first >= last:
        return []
    found = paragraph.doc.char_span(first, min(last, len(text_of(paragraph.doc))), alignment_mode="expand")
    return [word for word in found or () if first <= word.idx]


def _thought(attribution: Attribution, paragraph: Paragraph) -> bool:
    """Tell whether it thinks, shows or is a noun: who says what the board wants, or what records show, tells it too."""
    known = [(word, one) for word in _words(attribution.cue, paragraph) if (one := any_cue(word)) is not None]
    return bool(known) and (known[-1][0].pos_ == "NOUN" or known[-1][1].category in ("thought", "raising", "evidence"))


def _deed(attribution: Attribution, paragraph: Paragraph) -> bool:
    """Tell whether somebody does something by speaking, "urged them to go": who says that he did tells it too."""
    words = [word for word in _words(attribution.cue, paragraph) if word.is_alpha]
    asked = (c for c in words[-1].children if c.dep_ in ("xcomp", "ccomp", "advcl")) if words else ()
    return any(c.tag_ == "TO" or c.lower_ == "to" for part in asked for c in part.children if c.dep_ == "aux")


def _named(attribution: Attribution) -> bool:
    """Tell whether a saying is only named, within what somebody else tells: "the mayor's denial came too late"."""
    cue = attribution.cue
    return cue is not None and any(part.start <= cue.start and cue.end <= part.end for part in attribution.contents)


def _anybody(attribution: Attribution, paragraph: Paragraph) -> bool:
    """Tell whether the source is nobody or anybody at all, who holds nothing."""
    source = attribution.source
    if source is None:
        return False
    words = text_of(paragraph.doc)[max(0, source.start - paragraph.start) : max(0, source.end - paragraph.start)]
    return words.lower() in _ANYBODY


def _whole_clauses(doc: Doc, ranges: list[Range], attribution: Attribution, start: int) -> list[Range]:
    """Put together what only its own cue and source cut in two: "the gate, Carrow said, was shut" tells one thing."""
    out: list[Range] = []
    for part in sorted(ranges):
        if out and _cut_through(doc, out[-1], part, attribution, start):
            out[-1] = (out[-1][0], part[1])
        else:
            out.append(part)
    return out


def _cut_through(doc: Doc, left: Range, right: Range, attribution: Attribution, start: int) -> bool:
    own = [(s.start - start, s.end - start) for s in (attribution.cue, attribution.source) if s is not None]
    between = text_of(doc)[left[1] : right[0]]
    inside = any(left[1] <= s and e <= right[0] for s, e in own) and not _ENDED.search(between)
    return inside and not _has_verb(doc, *left)


def _whole(attribution: Attribution, ranges: list[Range], paragraph: Paragraph) -> list[Range]:
    """Give the ranges of an attribution with its cue and source, as far as they stand in the paragraph."""
    start = paragraph.start
    size = len(text_of(paragraph.doc))
    extra = [(s.start - start, s.end - start) for s in (attribution.cue, attribution.source) if s is not None]
    return joined([*ranges, *(e for e in extra if e[0] >= 0 and e[1] <= size)], 2)


def _share(clause: Range, ranges: list[Range]) -> float:
    covered = sum(max(0, min(clause[1], e) - max(clause[0], s)) for s, e in joined(list(ranges), 0))
    return covered / max(1, clause[1] - clause[0])


def _in_whole(paragraph: Paragraph, attribution: Attribution, parts: Sequence[Range]) -> bool:
    """Tell whether the stance of an attribution is that of all its clauses: its cue has it, or none of them by itself.

    Who "said that nobody called and that the gate was open" denies the one and asserts the other.
    """
    words = [word for word in _words(attribution.cue, paragraph) if word.is_alpha]
    known = any_cue(words[-1]) if words else None
    if words and (len(words) > 1 or known is None or known.stance != "asserts"):
        return True
    own = {_told_so(paragraph.doc, one) for one in parts}
    refused = attribution.stance == "declines" and "declines" not in own  # "referred questions to the police"
    return refused or own <= {"asserts"}


def _piece(paragraph: Paragraph, clause: Range, attribution: Attribution, whole: bool) -> Piece:
    text = text_of(paragraph.doc)
    holds = attribution.stance if whole else "asserts"
    if holds == "hedges" and any(word.lemma_ == "doubt" for word in _words(attribution.cue, paragraph)):
        holds = "denies"  # whoever doubts it leans against it
    if holds == "denies" and refused_deed(_words(attribution.cue, paragraph)):
        holds = "asserts"  # "refused to retaliate" tells what somebody did
    if holds == "asserts":
        holds = _told_so(paragraph.doc, clause)
        if holds == "asserts" and _held_back(attribution, paragraph):
            holds = "hedges"
    clause = _bare(paragraph.doc, clause)
    short = len(text[clause[0] : clause[1]].split()) < _SHORT
    cue = attribution.cue if _worded(attribution, paragraph) else None
    if cue is not None and ((whole and attribution.stance in _CARRIED) or short):
        first, last = cue.start - paragraph.start, cue.end - paragraph.start
        if (
            0 <= first <= clause[0]
            and clause[0] - last < 60
            and last <= clause[0]
            and not _ENDED.search(text[last : clause[0]])
        ):
            clause = (first, clause[1])
        elif first >= clause[1] and short and not re.search(r"[,.;:!?\"]", text[clause[1] : first]):
            clause = (clause[0], last)  # "an account that the board disputes"
    return Piece(paragraph.chars(*clause), holds, attribution, _quantities(paragraph, clause))


def _worded(attribution: Attribution, paragraph: Paragraph) -> bool:
    """Tell whether the cue is a word, not a colon or a dash."""
    cue, start = attribution.cue, paragraph.start
    return cue is not None and any(
        c.isalpha() for c in text_of(paragraph.doc)[max(0, cue.start - start) : cue.end - start]
    )


def _own_voice(paragraph: Paragraph, here: list[tuple[Attribution, list[Range]]]) -> list[Piece]:
    """Give the clauses that the outlet itself states: what is left when everybody's words and cues are taken out."""
    doc, text = paragraph.doc, text_of(paragraph.doc)
    taken = [r for a, ranges in here for r in _whole(a, ranges, paragraph)]
    out = []
    for sentence in doc.sents:
        for clause in clauses(doc, sentence.start_char, sentence.end_char):
            if _share(clause, taken) >= _COVERED:
                continue
            rest = [trimmed(text, *r) for r in minus_all([clause], taken)]
            headline = paragraph.block.role == "headline"
            for part in rest if len(rest) > 1 else [r for r in rest if headline or main_word(doc, *r) is not None]:
                if len(text[part[0] : part[1]].split()) >= _SHORT - 1 and (headline or _has_verb(doc, *part)):
                    bare = _bare(doc, part)
                    told = _quantities(paragraph, bare)
                    out.append(Piece(paragraph.chars(*bare), _told_so(doc, part), None, told))
    return out


def _asides(paragraph: Paragraph, told: Sequence[Piece], roles: Sequence[Span]) -> Iterator[Piece]:
    """Yield each name with its age or role that no piece ``told`` holds whole: who introduces a speaker tells it."""
    doc, start = paragraph.doc, paragraph.start
    end = start + len(text_of(doc))
    asides: list[tuple[Span, tuple[Span, ...]]] = [(one, ()) for one in roles if start <= one.start and one.end <= end]
    for found in _AGED.finditer(text_of(doc)):
        name = doc.char_span(*found.span("name"), alignment_mode="expand")
        if name is not None and name[-1].pos_ == "PROPN":
            aged = paragraph.chars(found.start(), found.end("age"))
            asides.append((aged, (paragraph.chars(*found.span("age")),)))
    for span, quantities in asides:
        if not any(one.span.start <= span.start and span.end <= one.span.end for one in told):
            yield Piece(span, "asserts", None, quantities)


def _roles(article: Article, frames: Sequence[Frame]) -> Iterator[Span]:
    """Yield each name with the role told of it beside it, of those that rule one another out but kinship."""
    for one in frames:
        if one.role is None or one.patient is None or one.negated:
            continue
        start, end = min(one.role.start, one.patient.start), max(one.role.end, one.patient.end)
        beside = end - start <= one.role.end - one.role.start + one.patient.end - one.patient.start + _BESIDE
        role = plain(article.text[one.role.start : one.role.end])
        if beside and any(rung.name != "kin" for _, _, rungs in standing(role, "role-rungs.txt") for rung in rungs):
            yield Span(one.span.article, start, end)


def _held_back(attribution: Attribution, paragraph: Paragraph) -> bool:
    """Tell whether somebody puts it forward only ("suggested that"); a body or a paper that suggests it reports it."""
    guarded_cue = any(word.lemma_.lower() in entries("guarded-cues.txt") for word in _words(attribution.cue, paragraph))
    return guarded_cue and all(word.ent_type_ != "ORG" for word in _words(attribution.source, paragraph))


def _told_so(doc: Doc, clause: Range) -> Stance:
    """Give the stance to what the words of a clause affirm or negate: "the gate was not open" denies that it was.

    Calibrated on the development stories of the benchmark: of the negative statements there 46 deny, 22 assert.
    """
    first, main = opening(doc, clause)
    holds = surprise(first) or of_opening(first, main, anyone=True)
    if holds not in ("asserts", "denies"):
        return holds
    if guarded(first, main):
        return "hedges"
    if holds == "denies":
        return holds
    return "denies" if negative(first, main) else "asserts"


def _bare(doc: Doc, clause: Range) -> Range:
    """Leave out what only joins a clause to its neighbours: "that" before it, "and" or "but" before and after it."""
    span = doc.char_span(*clause, alignment_mode="contract")
    if span is None:
        return clause
    first, stop = span.start, span.end
    while stop - first > _SHORT - 1 and _joins(doc[first]):
        first += 1
    while stop - first > _SHORT - 1 and (doc[stop - 1].dep_ == "cc" or doc[stop - 1].text in (",", ";", "–", "—", "-")):
        stop -= 1
    return clause if (first, stop) == (span.start, span.end) else trimmed(text_of(doc), *chars(doc, first, stop))


def _joins(word: Token) -> bool:
    return (word.lower_ == "that" and word.dep_ == "mark") or (
        word.dep_ == "cc" and word.lower_ in ("and", "but", "or")
    )


def _has_verb(doc: Doc, start: int, end: int) -> bool:
    span = doc.char_span(start, end, alignment_mode="contract")
    return span is not None and any(token.pos_ in ("VERB", "AUX") for token in span)


def minus_all(ranges: list[Range], holes: Sequence[Range]) -> list[Range]:
    """Cut every one of ``holes`` out of ``ranges``.

    >>> minus_all([(0, 10)], [(2, 3), (5, 6)])
    [(0, 2), (3, 5), (6, 10)]
    """
    for hole in holes:
        ranges = minus(ranges, hole)
    return ranges


def _quantities(paragraph: Paragraph, clause: Range) -> tuple[Span, ...]:
    """Give the numbers of a clause ("34", "three dozen", "£700m"), each with its sign and scale; dates are none."""
    span = paragraph.doc.char_span(*clause, alignment_mode="contract")
    found: list[Range] = []
    for token in span if span is not None else ():
        if not (token.like_num or _SUM.match(token.text)) or token.ent_type_ in ("DATE", "TIME"):
            continue
        start, end = _summed(paragraph.doc, token.idx, token.idx + len(token.text))
        joint = text_of(paragraph.doc)[found[-1][1] : start] if found else None
        if joint is not None and (joint in ("", " ") or start < found[-1][1]):
            start = found.pop()[0]
        found.append((start, end))
    return tuple(paragraph.chars(*one) for one in found)


_SUM = re.compile(r"[$£€¥₹]?\d[\d.,]*(?:k|mn?|bn|tn|pc|%)?\Z")
"""A word of figures with its sign and its scale, which the parser does not take for a number: "1.2bn"."""
_SIGN = re.compile(r"(?:\b[A-Z]{1,3})?[$£€¥₹]\s?\Z|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty-\s\Z", re.IGNORECASE)
"""What stands before a number and is part of it: a currency, or tens that the end of a line cut off."""
_SCALE = re.compile(r"(?:k|mn?|bn|tn|p?c|p)\b|\s?%|\s(?:percent|per cent|pc|million|billion|trillion)\b")


def _summed(doc: Doc, start: int, end: int) -> Range:
    """Give a number with the sign before it and the scale behind it: "£700m", "12 per cent"."""
    text = text_of(doc)
    sign, scale = _SIGN.search(text, max(0, start - 9), start), _SCALE.match(text, end)
    return sign.start() if sign else start, scale.end() if scale else end


def _claim(piece: Piece, dated: Sequence[Timex]) -> Claim:
    span = piece.span
    inside = {t.value for t in dated if span.start <= t.span.start and t.span.end <= span.end}
    return Claim(
        id=claim_id(span, piece.attribution.id if piece.attribution else None),
        span=span,
        attribution=piece.attribution.id if piece.attribution else None,
        holder="",
        stance=piece.stance,
        chain=(),
        event_time=inside.pop() if len(inside) == 1 else None,
        quantities=piece.quantities,
    )


def claim_id(span: Span, attribution: str | None) -> str:
    """Give the id of the claim over ``span`` that is held through the attribution with that id."""
    key = f"{span.article}|{span.start}|{span.end}|{attribution or ''}"
    return "c" + sha256(key.encode()).hexdigest()[:12]
