"""A system's errors on the dev stories, a line for each, to be read by eye. Those of the test stories stay unread."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.evals.account_scores import matches, right_holder
from rashomon.evals.accounts import Account
from rashomon.evals.overlap import agree, overlap
from rashomon.evals.readings import Reading
from rashomon.evals.scores import matched
from rashomon.model import Span

__all__ = ["errors"]


def errors(gold: Account, system: Reading) -> Iterator[str]:
    """Yield each attribution missed, made up or wrong in speaker, holder or stance; then times; then statements."""
    for file in gold.texts:
        yield from _said(gold, system, file)
    yield from _times(gold, system)
    yield from _statements(gold, system)


def _said(gold: Account, system: Reading, file: str) -> Iterator[str]:
    left = [one for one in gold.said if one.file == file]
    right = [one for one in system.held if one.contents and one.contents[0].article == file]
    pairs = matched(gold.texts[file], left, right)
    named, given = {one.id for one, _, _ in pairs}, {other.id for _, other, _ in pairs}
    for one in left:
        if one.id not in named:
            words = [_words(gold, span) for span in (one.source, one.cue, *one.contents)]
            yield f"{file[:2]} MISSED  {one.stance} | {' | '.join(words)}{' (nested)' if one.within else ''}"
    for other in right:
        if other.id not in given:
            words = [_words(gold, span) for span in (other.source, *other.contents)]
            yield f"{file[:2]} MADE UP {other.stance} | {' | '.join(words)}"
    for one, other, speaker in pairs:
        words = [_words(gold, span) for span in one.contents]
        content = " | ".join(words)
        if not speaker:
            source = _words(gold, one.source)
            yield f"{file[:2]} SPEAKER {source} ({one.holder}), not {_words(gold, other.source)} | {content}"
        elif not agree(one.holder, other.names):
            yield f"{file[:2]} HOLDER  {one.holder}, not {other.names} | {content}"
        if one.stance != other.stance:
            yield f"{file[:2]} STANCE  {one.stance}, not {other.stance} | {_words(gold, one.cue)} | {content}"


def _times(gold: Account, system: Reading) -> Iterator[str]:
    for time in gold.times:
        ours = [other for other in system.times if overlap(time.span, other.span)]
        if time.value not in [other.value for other in ours]:
            got = ", ".join(f"{_words(gold, other.span)} = {other.value}" for other in ours) or "nothing"
            yield f"{time.span.article[:2]} TIME    {_words(gold, time.span)} = {time.value}, not {got}"
    for other in system.times:
        if not any(overlap(time.span, other.span) for time in gold.times):
            yield f"{other.span.article[:2]} NO TIME {_words(gold, other.span)} = {other.value}"


def _statements(gold: Account, system: Reading) -> Iterator[str]:
    for one, telling in matches(gold, system):
        where = f"{one.span.article[:2]} {one.proposition}"
        quote = " ".join(one.quote.split())[:100]
        if telling is None:
            yield f"{where} UNTOLD  {one.stance} {one.holder} | {quote}"
        elif not right_holder(one, telling):
            yield f"{where} HELD BY {one.holder}, not {telling.holder} | {quote}"
        elif one.stance != telling.stance:
            yield f"{where} HELD AS {one.stance}, not {telling.stance} | {one.holder} | {quote}"


def _words(gold: Account, span: Span | None) -> str:
    return " ".join(gold.texts[span.article][span.start : span.end].split())[:100] if span else "-"
