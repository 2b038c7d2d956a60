"""Documents whose author was told before: after "in her letter, Ines Carrow said", "the letter" speaks for her."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.analyse.language import Prose
from rashomon.analyse.speakers import author_of
from rashomon.analyse.words import Words, article_words
from rashomon.data import entries
from rashomon.model import Attribution, Mention, Reference, Span

__all__ = ["signed"]

_KNOWN = frozenset({"the", "that", "this"})
_FIRST = re.compile(r"\b(?:I|I['’][a-z]+|[Mm]y|me|[Mm]yself)\b")
_NEAR = 900
"""Code points back to whoever speaks in the first person of a document: about three paragraphs."""


def signed(
    prose: Prose, attributions: Sequence[Attribution], mentions: Sequence[Mention], references: Sequence[Reference]
) -> tuple[Attribution, ...]:
    """Give the attributions with ``speaker_ref`` at the author of a document ("the letter") that was told before.

    The author is who an earlier phrase for it names ("Carrow's letter", "in a letter, Carrow said"); else, where the
    document says "I", the last one before it who says something. Nobody else is guessed.
    """
    article = article_words(prose)
    starts = [view.paragraph.start for view in article]
    back = {one.span: one.antecedent for one in references}
    named = sorted(mentions, key=lambda one: (one.form != "name", one.span))
    out: list[Attribution] = []
    for one in attributions:
        place = _document(article, starts, one)
        who = None
        if place is not None:
            who = _meant(_told(article, *place), named, back) or _last(prose.article.text, one, out)
        out.append(one if who is None else replace(one, speaker_ref=who))
    return tuple(out)


def _meant(told: Span | None, mentions: Sequence[Mention], back: Mapping[Span, Span]) -> Span | None:
    """Give the mention that the word for an author stands in, or whom that refers back to."""
    if told is None:
        return None
    at = next((one.span for one in mentions if one.span.start < told.end and told.start < one.span.end), None)
    return back.get(at, at) if at is not None else None


def _last(text: str, one: Attribution, before: Sequence[Attribution]) -> Span | None:
    """Give the last who said something before a document that says "I"; None where it does not, or nobody did."""
    if not any(_FIRST.search(text[part.start : part.end]) for part in one.contents):
        return None
    start = one.contents[0].start
    spoke = (b for b in reversed(before) if b.speaker_ref is not None and b.source is not None and b.within is None)
    last = next((b for b in spoke if b.source is not None and start - b.source.end <= _NEAR), None)
    return last.speaker_ref if last is not None else None


def _document(article: Sequence[Words], starts: Sequence[int], one: Attribution) -> tuple[int, int] | None:
    """Give the paragraph and word of the document that speaks without its author; None where something else does."""
    source = one.source
    number = bisect_right(starts, source.start) - 1 if source is not None else -1
    if source is None or number < 0 or one.speaker_ref is not None:
        return None
    view, end = article[number], source.end - starts[number]
    i = bisect_right(view.start, end - 1) - 1
    if i < 0 or view.start[i] + len(view.text[i]) != end or view.lemma[i] not in entries("personal-documents.txt"):
        return None
    known = any(view.head[j] == i and view.folded[j] in _KNOWN for j in range(max(0, i - 4), i))
    return (number, i) if known else None


def _told(article: Sequence[Words], number: int, i: int) -> Span | None:
    """Give the author of the last document of the same kind that is named with one, before word ``i``."""
    noun = article[number].lemma[i]
    for at in range(number, -1, -1):
        view = article[at]
        for j in range((i if at == number else len(view)) - 1, -1, -1):
            if view.lemma[j] == noun and view.pos[j] == "NOUN":
                who = author_of(view, j)
                who = _writer(view, j) if who is None else who
                if who is not None and view.pos[who] in ("PROPN", "PRON", "NOUN"):
                    return view.span(who, who + 1)
    return None


def _writer(view: Words, i: int) -> int | None:
    """Give the word for who says something in document ``i``: "in a letter to the board, Ines Carrow wrote"."""
    lead = view.head[i]
    if view.dep[i] != "pobj" or view.folded[lead] not in {"in", "by"}:
        return None
    verb = view.head[lead]
    if view.pos[verb] != "VERB":
        return None
    return next((j for j in range(len(view)) if view.head[j] == verb and view.dep[j] == "nsubj"), None)
