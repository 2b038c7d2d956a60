"""Who somebody is: one person told in two roles of which nobody has both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rashomon.compare.conflicts.clash import Clash, Part
from rashomon.compare.conflicts.contenders import Contender
from rashomon.compare.conflicts.framing import ToldFrame, Whom, whom
from rashomon.data.rungs import Rung, standing
from rashomon.data.said import said
from rashomon.model import Entity, Span, Story

__all__ = ["ranked"]

_LIST = "role-rungs.txt"
_RANK, _KIN = "rank", "kin"
_FORMER = frozenset({"former", "ex", "then", "late", "future", "acting", "would", "incoming", "outgoing"})
"""Words by which a role is of another time than now: what somebody was and what they are do not clash."""
_OWNER = re.compile(r"^(?P<pronoun>\w+)\b|^(?P<name>.+?)['’]s?\s|\bof (?P<of>.+)$", re.DOTALL)


class _Role(NamedTuple):
    """A role of a person as one claim tells it: where on which line it stands, its noun, and of whom it is told."""

    told: Contender
    span: Span
    rung: Rung
    noun: str
    other: str
    former: bool
    shown: str


def ranked(story: Story, known: Sequence[ToldFrame]) -> Iterator[Clash]:
    """Yield the clashes of claims in different articles that give one person roles which rule each other out.

    No clash where either article tells of both roles.
    """
    by_person: dict[tuple[str, int], list[_Role]] = defaultdict(list)
    texts = {article.id: article.text for article in story.articles}
    find = whom(story)
    for one in known:
        if one.patient is not None and one.patient.kind == "person" and one.frame.role and not one.frame.negated:
            for role in _roles(one.told, one.frame.role, texts[one.frame.role.article], (one.patient, find)):
                by_person[one.patient.id, role.rung.question].append(role)
    for several in by_person.values():
        answers: dict[str, set[int]] = defaultdict(set)
        for role in several:
            answers[role.span.article].add(role.rung.answer)
        plain = [role for role in several if len(answers[role.span.article]) == 1]
        yield from (_clash(left, right) for left, right in combinations(plain, 2) if _rule_out(left, right))


def _roles(told: Contender, place: Span, text: str, person: tuple[Entity, Whom]) -> Iterator[_Role]:
    words = text[place.start : place.end]
    told_of = said(words)
    if told_of is None:
        return
    whose = _owner(place, words, *person)
    for start, end, rungs in standing(words, _LIST):
        for rung in rungs:
            span = Span(place.article, place.start + start, place.start + end)
            former = bool(told_of.words & _FORMER) or "ex-" in words.lower()
            yield _Role(told, span, rung, told_of.noun, whose, former, " ".join(words.split()).lower())


def _owner(role: Span, words: str, person: Entity, find: Whom) -> str:
    """Give of whom a role is told, by id: "his cousin", "Lund's cousin", "a cousin of Lund"; "" where none is known."""
    for found in _OWNER.finditer(words):
        start, end = found.span(found.lastgroup or 0)
        other = find(Span(role.article, role.start + start, role.start + end))
        if other is not None and other.id != person.id:
            return other.id
    return ""


def _rule_out(left: _Role, right: _Role) -> bool:
    if left.rung.answer == right.rung.answer or left.span.article == right.span.article or left.former != right.former:
        return False
    if left.rung.name == _RANK:
        return left.noun == right.noun
    return left.rung.name != _KIN or (left.other == right.other != "")


def _clash(left: _Role, right: _Role) -> Clash:
    parts = Part(left.told.claim.id, left.shown, left.span), Part(right.told.claim.id, right.shown, right.span)
    return Clash("name", "hard", *parts, 1.0, f"one person is {left.shown} and {right.shown}")
