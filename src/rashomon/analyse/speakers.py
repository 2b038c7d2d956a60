"""What the other stages know of an attribution: which mention its source is, and when the saying was."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rashomon.analyse.language import Prose
from rashomon.analyse.words import Words, article_words
from rashomon.data import entries
from rashomon.model import Attribution, Mention, Reference, Span, Timex

__all__ = ["author_of", "authored", "dated", "resolved"]

_NEAR = 60
"""Code points between a cue and a time that still dates the saying ("said in a statement on Thursday")."""


def authored(prose: Prose, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Give the attributions with ``speaker_ref`` at the author of a document that is named with it.

    "The ministry's letter", "a statement by Ines Carrow" and "its website" speak for those who wrote them; a document
    alone speaks for itself.
    """
    article = article_words(prose)
    starts = [view.paragraph.start for view in article]
    return tuple(_authored(article, starts, one) for one in attributions)


def _authored(article: Sequence[Words], starts: Sequence[int], attribution: Attribution) -> Attribution:
    head = attribution.speaker_ref
    number = bisect_right(starts, head.start) - 1 if head is not None else -1
    if head is None or number < 0:
        return attribution
    view, at = article[number], head.start - starts[number]
    i = bisect_right(view.start, at) - 1
    if i < 0 or view.start[i] != at or not {view.folded[i], view.lemma[i]} & set(entries("documents.txt")):
        return attribution
    author = author_of(view, i)
    return attribution if author is None else replace(attribution, speaker_ref=view.span(author, author + 1))


def author_of(view: Words, i: int) -> int | None:
    """Give the word that heads the author of document ``i``: its owner, or who it is by, from or signed by."""
    for j in range(max(0, i - 8), min(i + 8, len(view))):
        if view.head[j] == i and view.dep[j] == "poss":
            return j
        verb = view.head[j]
        made = view.dep[verb] in {"acl", "relcl"} and view.head[verb] == i and view.lemma[verb] in _MADE
        if made and view.dep[j] == "nsubj":
            return j  # "a letter she wrote"
        if j > i and view.folded[j] in {"by", "from"} and (verb == i or (made and view.folded[j] == "by")):
            return next((k for k in range(j + 1, min(j + 9, len(view))) if view.head[k] == j), None)
    return _issuer(view, i)


def _issuer(view: Words, i: int) -> int | None:
    """Give the word that heads who puts out document ``i``: "her publicist put out a statement that says"."""
    verb = view.head[i]
    if view.dep[i] != "dobj" or view.lemma[verb] not in _MADE | {"put"}:
        return None
    return next((j for j in range(max(0, verb - 20), verb) if view.head[j] == verb and view.dep[j] == "nsubj"), None)


_MADE = frozenset(
    {
        *("author", "circulate", "draft", "file", "issue", "make", "pen", "post", "prepare", "produce", "publish"),
        *("release", "send", "sign", "submit", "tweet", "write"),
    }
)
"""Verbs of whoever a document comes from; one who obtained or saw it is not its author."""


def resolved(
    attributions: Sequence[Attribution], mentions: Sequence[Mention], references: Sequence[Reference]
) -> tuple[Attribution, ...]:
    """Give the attributions with ``speaker_ref``: the mention that names the source, through a reference if need be."""
    back = {r.span: r for r in references}
    ordered = sorted(mentions)
    starts = [m.span.start for m in ordered]
    return tuple(_resolved(a, ordered, starts, back) for a in attributions)


def _resolved(
    attribution: Attribution, mentions: Sequence[Mention], starts: Sequence[int], back: dict[Span, Reference]
) -> Attribution:
    source, head = attribution.source, attribution.speaker_ref
    if source is None or head is None:
        return attribution
    first = bisect_right(starts, source.start - 200)
    inside = []
    for mention in mentions[first:]:
        if mention.span.start >= source.end:
            break
        if mention.span.end > source.start:
            inside.append(mention)
    near = inside if source.start <= head.start < source.end else mentions  # whoever put out "a statement"
    at_head = [m for m in near if m.span.start < head.end and head.start < m.span.end]
    at_head = [m for m in at_head if not any(_within(m.span, other.span) for other in at_head)]
    best = min(at_head, key=lambda m: (m.form != "name", m.span.end - m.span.start), default=None)
    who = inside[-1] if inside and inside[-1].form == "pronoun" and inside[-1].span.end == source.end else None
    if best is not None and best.kind != "person" and who is not None and who.kind == "person" and who.span in back:
        return _through(attribution, back[who.span], back)  # "Ivo Tarn of the Growers' Union, who"
    if best is None or best.form != "name":
        for mention in sorted(at_head, key=lambda m: m.span.end - m.span.start):
            reference = back.get(mention.span)
            if reference is not None:
                return _through(attribution, reference, back)
        reference = next((r for s, r in back.items() if s.start < head.end and head.start < s.end), None)
        if reference is not None:
            return _through(attribution, reference, back)
        return replace(attribution, speaker_ref=best.span if best is not None and best.form != "pronoun" else None)
    return replace(attribution, speaker_ref=best.span)


def _within(span: Span, other: Span) -> bool:
    """Tell whether ``span`` is a part of ``other``: a name in a role only describes it ("Tarn's spokesman")."""
    return span != other and other.start <= span.start and span.end <= other.end


def _through(attribution: Attribution, reference: Reference, back: dict[Span, Reference]) -> Attribution:
    """Follow a reference to a name: "I" is the "he" that said it, and he is the harbour master."""
    sure = reference.confidence
    for _ in range(3):
        further = back.get(reference.antecedent)
        if further is None:
            break
        reference, sure = further, sure * further.confidence
    return replace(attribution, speaker_ref=reference.antecedent, confidence=round(sure, 3))


def dated(prose: Prose, attributions: Sequence[Attribution], times: Sequence[Timex]) -> tuple[Attribution, ...]:
    """Give the attributions with ``said``: the value of a time that stands beside the cue and outside the content."""
    usable = [t for t in times if t.value is not None and t.value[:1].isdigit() and t.type in ("DATE", "TIME")]
    return tuple(_dated(prose.article.text, a, usable) for a in attributions)


def _dated(text: str, attribution: Attribution, times: Sequence[Timex]) -> Attribution:
    cue = attribution.cue
    if cue is None:
        return attribution
    beside = text[cue.start : cue.end].lower().endswith("ing")
    best: tuple[int, Timex] | None = None
    for time in times:
        gap = max(time.span.start - cue.end, cue.start - time.span.end)
        if gap > _NEAR or any(c.start < time.span.end and time.span.start < c.end for c in attribution.contents):
            continue
        between = text[min(cue.end, time.span.end) : max(cue.start, time.span.start)]
        if beside and time.span.end <= cue.start:
            continue  # "was shut on Monday, saying that": the day is that of the clause before
        if _of_another(text, time.span, attribution):
            continue
        if any(mark in between for mark in '.!?;"“”') or (
            time.span.end <= cue.start and gap > 30 and "," not in between
        ):
            continue
        if best is None or gap < best[0]:
            best = (gap, time)
    if best is None:
        return attribution
    return replace(attribution, said=best[1].value, said_basis=best[1].basis)


_GONE_ON = re.compile(r",(?: \w+){3,} $")
"""A comma behind which words go on: "which denies it, went into administration last week"."""
_CLAUSE = re.compile(r"\b(?:and|but|while|when|as|after|before|who|which|that)\b")


def _of_another(text: str, time: Span, attribution: Attribution) -> bool:
    """Tell whether a time beside a cue is that of another clause: "the firm, which sank last week, denies"."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return False
    if time.start >= cue.end:
        return _GONE_ON.search(text, cue.end, time.start) is not None
    if time.end > cue.start:
        return False
    if time.end <= source.start <= cue.start:
        return _CLAUSE.search(text, time.end, source.start) is not None
    return "," in text[time.end : cue.start] or ")" in text[time.end : cue.start] or time.end + 4 < cue.start
