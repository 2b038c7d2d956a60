"""Clauses: the smallest stretches of a paragraph that each tell one thing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.analyse.contents import Range
from rashomon.analyse.syntax import text_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["clauses", "main_word"]

_SHORTEST = 3
"""Words that a clause has at least; a shorter one goes with its neighbour."""


def clauses(doc: Doc, start: int, end: int) -> list[Range]:
    """Cut the code points ``start`` to ``end`` of ``doc`` into clauses, in order, joints and edges trimmed.

    A cut stands at each sentence's start and before a clause with a verb and a subject of its own: coordinated ("and
    the gate was shut"), after a semicolon, relative after a comma, adverbial after a comma.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return []
    cuts = sorted({start, *(c for c in _cuts(doc, span) if start < c < end), end})
    pieces = [trimmed(text_of(doc), a, b) for a, b in pairwise(cuts)]
    return _long_enough(text_of(doc), [p for p in pieces if p[1] > p[0]])


def _cuts(doc: Doc, span: Tokens) -> list[int]:
    found = []
    for token in span:
        if token.is_sent_start and token.i > span.start:
            found.append(token.idx)
        if token.text == ";":
            found.append(token.idx + 1)
        if token.pos_ not in ("VERB", "AUX") or token.dep_ not in (
            "conj",
            "relcl",
            "advcl",
            "parataxis",
            "ccomp",
            "acl",
        ):
            continue
        first = token.left_edge
        if first.i <= span.start:
            continue
        before = doc[first.i - 1]
        if (token.dep_ == "conj" and _has_subject(token) and (before.dep_ in ("cc", "punct"))) or (
            token.dep_ in ("relcl", "advcl", "acl") and before.text in (",", "—", "–") and _has_subject(token)
        ):
            found.append(first.idx)
    return found


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in verb.children)


def _long_enough(text: str, pieces: list[Range]) -> list[Range]:
    out: list[Range] = []
    for piece in pieces:
        if out and len(text[piece[0] : piece[1]].split()) < _SHORTEST:
            out[-1] = (out[-1][0], piece[1])
        else:
            out.append(piece)
    return out


def main_word(doc: Doc, start: int, end: int) -> Token | None:
    """Give the word of the stretch on which the others hang, a verb where there is one."""
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None or not len(span):
        return None
    tops = [t for t in span if not t.is_punct and (t.head.i == t.i or not span.start <= t.head.i < span.end)]
    verbal = [t for t in tops if t.pos_ in ("VERB", "AUX", "ADJ")]
    return (verbal or tops or [None])[0]
