"""Whom the people of a story belong to: the body they head, speak for or work for, where reports say it in passing.

``Offices`` read what a role says of its owner ("Orrin Lines' chief executive"). Reports also say it beside the name
("Ines Carrow of Orrin Lines", "Ines Carrow, who runs Orrin Lines"), leave the owner to be understood ("Chief Executive
Ines Carrow", right after the company), or give a rank that only one body has ("Inspector Ivo Tarn").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.data import entries, lexicon
from rashomon.data.lexicon import fold
from rashomon.data.said import DISTINCT, Said, said
from rashomon.model import Analysis, Article, Entity, EntityKind, Mention, Span

__all__ = ["affiliations"]

_PLAIN, _IMPLIED, _RANK = 2.0, 1.0, 0.5
"""What it weighs that a report says whose somebody is, that it lets it be understood, and that a rank tells it."""
_CLEAR = 1.5
"""How many times more than for the next body there must be for one. All four are set by what they mean, not fitted."""
_BETWEEN = 60
"""Code points that may stand between a name and whose it is."""
_BEFORE = 300
"""Code points from a role without an owner to the body that it is left to be understood of."""
_RANKS = 25
"""Code points before a name in which its rank stands: "Detective Chief Superintendent"."""
_OF = re.compile(
    r"(?:,?\s+(?:of|at|from|with)|,?\s+who\s+(?:chairs|directs|heads|leads|manages|represents|runs|speaks\s+for)|"
    r",\s+(?:an?\s+|the\s+|its\s+)?(?P<role>[\w’'-]+(?:\s+[\w’'-]+){0,3}),?\s+(?:of|at|for|from|with|in))\s+(?:the\s+)?"
)
"""What stands between a name and the body it is of."""


def affiliations(
    articles: Sequence[Article], analyses: Sequence[Analysis], entities: Sequence[Entity]
) -> dict[str, str]:
    """Give for each person's id the id of the one body that the reports put them with; whoever has none is left out.

    An outlet of the story is nobody's body here: who belongs to it writes for it. A body with a name goes before one
    that only a role tells ("the police union").
    """
    outlets = [frozenset(fold(article.outlet_name).split()) for article in articles]
    cast = {one.id: one.kind for one in entities if one.kind != "organisation" or not _prints(one, outlets)}
    reports = list(zip(articles, analyses, strict=True))
    label = {span: one.id for one in entities if one.id in cast for span in one.mentions}
    named = {label.get(mention.span) for x in analyses for mention in x.mentions if mention.form == "name"}
    called = {label.get(mention.span) for x in analyses for mention in x.mentions if mention.form == "role"} & named
    told: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for article, analysis in reports:
        told_here = _Told(article.text, analysis.mentions, label, cast)
        for person, body, weight in (*_beside(told_here), *_owned(told_here), *_understood(told_here, called)):
            told[person][body] += weight
        if (force := _force(entities)) is not None:
            for person in _ranked(told_here):
                told[person][force] += _RANK
    found = {}
    for person, votes in told.items():
        bodies = {body: weight for body, weight in votes.items() if body in named} or votes
        best, after = [*sorted(bodies, key=lambda body: (-bodies[body], body)), ""][:2]
        if bodies[best] >= _CLEAR * bodies.get(after, 0.0):
            found[person] = best
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """An article's text and mentions, whom each one means (an id), and what kind those are."""

    text: str
    mentions: Sequence[Mention]
    label: Mapping[Span, str]
    cast: Mapping[str, EntityKind]

    def of(self, kind: EntityKind) -> Iterator[tuple[Mention, str]]:
        """Yield the mentions of those of a kind, in order of the text, with whom each one means."""
        for mention in sorted(self.mentions):
            who = self.label.get(mention.span)
            if who is not None and self.cast[who] == kind:
                yield mention, who

    def words(self, mention: Mention) -> str:
        """Give the words of a mention."""
        return self.text[mention.span.start : mention.span.end]


def _prints(body: Entity, outlets: Sequence[Set[str]]) -> bool:
    """Tell whether a body goes by the name of an outlet, or a part of it."""
    names = [set(fold(name).split()) - {"the"} for name in (body.name, *body.variants)]
    return any(one and any(one <= outlet for outlet in outlets) for one in names)


def _force(entities: Sequence[Entity]) -> str | None:
    """Give the story's police: the one body that is, else those who are only called so; None where two bodies are."""
    found = [one for one in entities if re.search(r"\b(?:police|constabulary)\Z", one.name.lower())]
    bodies = [one.id for one in found if one.kind == "organisation"]
    groups = sorted(one.id for one in found if one.kind == "group")
    return bodies[0] if len(bodies) == 1 else groups[0] if groups and not bodies else None


def _owned(told: _Told) -> Iterator[tuple[str, str, float]]:
    """Yield each person whose role names its body ("the board's lawyer", "an economist at Hydrel"), and that body."""
    bodies = list(told.of("organisation"))
    for mention, person in told.of("person"):
        if mention.form != "role":
            continue
        inside = [(one, who) for one, who in bodies if mention.span.start <= one.span.start < mention.span.end]
        role = said(told.words(mention)) if inside else None
        if role is not None and _member(role):
            yield person, inside[0][1], _PLAIN


def _understood(told: _Told, called: Set[str | None]) -> Iterator[tuple[str, str, float]]:
    """Yield each person whose role heads a body that is left to be understood: those near it of which reports speak.

    ``called`` are the bodies that some report calls by a noun ("the company").
    """
    bodies = [(one.span, who) for one, who in told.of("organisation") if one.form != "pronoun"]
    for mention, person in told.of("person"):
        at = mention.span
        owned = any(at.start <= span.start < at.end for span, _ in bodies)
        if mention.form == "role" and not owned and _heads(told.words(mention)):
            near = (who for span, who in bodies if who in called and abs(at.start - span.end) <= _BEFORE)
            yield from ((person, who, _IMPLIED) for who in near)


def _beside(told: _Told) -> Iterator[tuple[str, str, float]]:
    """Yield each person with the body that is said to be theirs right after the name."""
    bodies = [(one.span, who) for one, who in told.of("organisation") if one.form != "pronoun"]
    for mention, person in told.of("person"):
        end = mention.span.end
        for span, body in bodies if mention.form == "name" else ():
            found = _OF.fullmatch(told.text, end, span.start) if 0 < span.start - end <= _BETWEEN else None
            if found is not None:
                role = said(found["role"]) if found["role"] else None
                if found["role"] is None or (role is not None and _member(role)):
                    yield person, body, _PLAIN
                break


def _member(role: Said) -> bool:
    """Tell whether a role puts somebody inside the body it names, not before its door ("a customer of Orrin Lines")."""
    return role.noun in lexicon.roles() and role.noun not in entries("outsiders.txt") and not role.words & _PAST


_PAST = frozenset({"former", "ex", "late", "sacked", "dismissed", "retired"})


def _heads(text: str) -> bool:
    """Tell whether a role without an owner heads the body that was just named: "Chief Executive", "the chairman"."""
    role = said(text)
    if role is None or role.words & (DISTINCT - {"vice", "deputy"}):
        return False
    return bool({"chief", "executive"} <= role.words or {"managing", "director"} <= role.words) or (
        role.noun in entries("heads.txt") and role.noun not in _OF_STATE and len(role.words) == 1
    )


_OF_STATE = frozenset({"president", "commissioner", "commander", "editor", "investigator"})
"""Heads of bodies that reports name by their rank alone: a country's, a force's."""


def _ranked(told: _Told) -> Iterator[str]:
    """Yield each person whom the article gives a rank of the police with the name."""
    ranks = set(entries("police-ranks.txt"))
    for mention, person in told.of("person"):
        before = told.text[max(0, mention.span.start - _RANKS) : mention.span.end]
        if mention.form == "name" and ranks & set(re.findall(r"[\w’'-]+", before.lower())):
            yield person
