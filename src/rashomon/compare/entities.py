"""The same person, organisation, place or group across all articles of a story.

Full names are grouped first, over the whole story (``grouping``); then what roles and pronouns refer to is added. A
capital or a palace that stands for a government is linked to it, never merged.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from hashlib import sha256

from rashomon.compare.grouping import Naming, grouped, namings
from rashomon.compare.naming import body_key
from rashomon.compare.offices import Office, Offices, office
from rashomon.compare.seats import stands_for
from rashomon.data import entries, lexicon
from rashomon.data.lexicon import fold
from rashomon.data.said import Said, definite, described, fits, said
from rashomon.model import Analysis, Article, Entity, EntityKind, Mention, Span

__all__ = ["known", "lookup", "same"]

_BELIEVED = 0.5
"""Confidence from which a reference counts as a mention of its antecedent's entity."""
_SURE = 0.85
"""Confidence from which a pronoun tells the gender of whom it refers to."""
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_THE_COMPANY = frozenset({"the company", "the firm", "the group", "this company", "this firm", "company"})
_DETERMINER = re.compile(
    r"(?:an?|another|one|some|any|no|each|every|either|neither|both|his|her|its|their|our|my|your)\b|\d", re.IGNORECASE
)
_OTHER = re.compile(r"^(?:the\s+other|another)\b", re.IGNORECASE)
"""What tells a role apart from whom the report has named: "the other driver"."""
_COMPANIES = frozenset({"company", "firm", "group"})
_TIED = 0.9
"""Confidence from which a role is listed as said of a person: grammar ties it, salience does not."""


def same(articles: Sequence[Article], analyses: Sequence[Analysis]) -> tuple[Entity, ...]:
    """Give the entities of a story, from the mentions and references of its articles, in order of their ids.

    The order of the articles makes no difference. ``name`` is the fullest variant without titles; ``mentions`` holds
    names, and the roles and pronouns believed to refer to them. Anonymous groups and definite roles that no article
    names are entities of their own.
    """
    reports = sorted(zip(articles, analyses, strict=True), key=lambda pair: (pair[0].sha256, pair[0].name, pair[0].id))
    texts = {article.id: article.text for article in articles}
    told = _genders(texts, analyses)
    named = namings([(article, analysis.mentions) for article, analysis in reports], told)
    labels = grouped(named, texts)
    story = _Story(texts, dict(labels))
    for naming in named:
        story.name(naming, labels[naming.span])
    for _, analysis in reports:
        story.refer(analysis)
    story.settle_companies()
    for _, analysis in reports:
        story.describe(analysis, {"organisation"})
    for _, analysis in reports:
        story.appoint(analysis)
    for _, analysis in reports:
        story.describe(analysis, {"person", "place", "group"})
    story.offices = Offices()
    for _, analysis in reports:  # again: now "its director" may be that of a body which only a role names
        story.appoint(analysis)
    bodies = {label for label, kind in story.kinds.items() if kind == "organisation"}
    return _entities(story, {**stands_for(labels, named, texts), **story.offices.served(bodies)})


def _genders(texts: Mapping[str, str], analyses: Sequence[Analysis]) -> dict[Span, str]:
    """Give the gender that pronouns and role nouns ("she", "his wife") tell of the names they surely refer to."""
    found: dict[Span, str] = {}
    for analysis in analyses:
        for reference in analysis.references:
            if reference.confidence >= _SURE:
                text = texts[analysis.article][reference.span.start : reference.span.end]
                role = said(text)
                told = _PRONOUNS.get(text.lower()) or (lexicon.roles().get(role.noun) if role else None)
                if told:
                    found.setdefault(reference.antecedent, told)
    return found


@dataclass(slots=True)
class _Story:
    """What is gathered while the reports are gone through: for each label, its kind, names, roles and mentions."""

    texts: Mapping[str, str]
    labels: dict[Span, str]
    kinds: dict[str, EntityKind] = field(default_factory=dict)
    names: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    roles: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    said: defaultdict[str, set[Said]] = field(default_factory=lambda: defaultdict(set))
    bodies: defaultdict[frozenset[str], set[str]] = field(default_factory=lambda: defaultdict(set))
    endings: defaultdict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    offices: Offices = field(default_factory=Offices)
    companies: dict[Span, float] = field(default_factory=dict)

    def text(self, span: Span) -> str:
        """Give the words of a span."""
        return self.texts[span.article][span.start : span.end]

    def name(self, naming: Naming, label: str) -> None:
        """Take in one name's mention."""
        self.kinds[label] = naming.named.kind
        self.names[label][naming.named.text] += 1
        if naming.named.rank:
            self.said[label].add(Said(naming.named.rank.split()[-1], frozenset(naming.named.rank.split())))
            self.roles[label][naming.named.rank] += 1

    def refer(self, analysis: Analysis) -> None:
        """Take in the references whose antecedent is a name, and the roles that they say of it."""
        back = {reference.span: reference for reference in analysis.references}
        forms = {mention.span: mention.form for mention in analysis.mentions}
        for reference in analysis.references:
            target, confidence = reference.antecedent, reference.confidence
            for _ in range(5):
                if target in self.labels or target not in back:
                    break
                target, confidence = back[target].antecedent, min(confidence, back[target].confidence)
            label = self.labels.get(target)
            if label is None or confidence < _BELIEVED:
                continue
            self.labels[reference.span] = label
            if self.text(reference.span).lower() in _THE_COMPANY:
                self.companies[reference.span] = confidence
            if forms.get(reference.span) == "role" and confidence >= _TIED:
                self.roles[label][described(self.text(reference.span))] += 1
                if role := said(self.text(reference.span)):
                    self.said[label].add(role)

    def settle_companies(self) -> None:
        """Let "the company" be the one that the story's reports mostly mean by it, where an article leaves doubt."""
        votes = self._companies()
        named = {(span.article, label) for span, label in self.labels.items() if span not in self.companies}
        for span, confidence in self.companies.items():
            here = {label: weight for label, weight in votes.items() if (span.article, label) in named}
            best = max(sorted(here), key=lambda label: here[label], default=None)
            if best is not None and confidence < _SURE and votes[best] >= 2 * votes[self.labels[span]]:
                self.labels[span] = best

    def _companies(self) -> dict[str, float]:
        """Give how much the reports mean each one by "the company"."""
        votes: defaultdict[str, float] = defaultdict(float)
        for span, confidence in self.companies.items():
            votes[self.labels[span]] += confidence
        return dict(votes)

    def appoint(self, analysis: Analysis) -> None:
        """Take in the offices that an article says who holds: "Orrin Lines' chief executive, Ines Carrow"."""
        sure = {reference.span for reference in analysis.references if reference.confidence >= _TIED}
        for mention, held in self._offices(analysis):
            if mention.span in sure and mention.span in self.labels and self.labels[mention.span] != held.owner:
                self.offices.add(held, self.labels[mention.span])

    def _offices(self, analysis: Analysis) -> Iterator[tuple[Mention, Office]]:
        """Give each role of a person that names its owner, or has a pronoun for it, with the office."""
        ordered = sorted(analysis.mentions, key=lambda mention: (mention.span.start, -mention.span.end))
        for i, mention in enumerate(ordered):
            if mention.form != "role" or mention.kind != "person":
                continue
            inner = [one for one in ordered[i + 1 : i + 6] if one.span.end <= mention.span.end]
            owner = self.labels.get(inner[0].span) if inner else None  # the outermost: "the embassy in Aldery"
            if owner is not None:
                names = " ".join(self.text(one.span) for one in inner if self.labels.get(one.span) == owner)
                held = office(self.text(mention.span), names, owner)
                if held is not None:
                    yield mention, held

    def describe(self, analysis: Analysis, kinds: Set[EntityKind]) -> None:
        """Find whom the roles of ``kinds`` that their article leaves open mean; groups stand for themselves.

        Bodies come first: "the mission's chief" is known by whom another report calls the head of the mission.
        """
        back = {reference.span: reference.antecedent for reference in analysis.references}
        held = {mention.span: one for mention, one in self._offices(analysis)}
        here = {self.labels[mention.span] for mention in analysis.mentions if mention.span in self.labels}
        for mention in sorted(analysis.mentions):
            if mention.form != "role" or mention.kind not in kinds or mention.span in self.labels:
                continue
            label = self.labels.get(back.get(mention.span, mention.span))
            if label is None and mention.span in held:
                label = self.offices.holder(held[mention.span], here)
            label = label or self._meant(mention, analysis)
            if label is not None:
                self.labels[mention.span] = label
        for mention in analysis.mentions:
            target = back.get(mention.span)
            if mention.form == "pronoun" and mention.span not in self.labels and target in self.labels:
                self.labels[mention.span] = self.labels[target]

    def _meant(self, mention: Mention, analysis: Analysis) -> str | None:
        role = said(self.text(mention.span))
        if role is None:
            return None
        if mention.kind == "group":
            return self._new("group", mention, role, analysis.article)
        if _OTHER.match(self.text(mention.span)) or not (
            definite(self.text(mention.span)) or _bare(self.text(mention.span))
        ):
            return None
        apart = len(role.words) > 1 and role.words not in self.bodies
        if mention.kind == "organisation":
            body = self._body(role) or self._ended(mention) or self._told_body(mention, role)
            return self._new("organisation", mention, role, analysis.article) if body is None and apart else body
        people = ((label, roles) for label, roles in self.said.items() if self.kinds[label] == mention.kind)
        fitting = sorted(label for label, roles in people if fits(role, roles))
        before = {self.labels[m.span] for m in analysis.mentions if m.span < mention.span and m.span in self.labels}
        telling = len(role.words) > 1 or role.noun not in entries("epithets.txt")
        for choice in ([label for label in fitting if label in before], fitting if telling else []):
            if len(choice) == 1:
                return choice[0]
        if fitting or len(role.words) < 2:
            return None
        return self._new("person", mention, role, analysis.article)

    def _body(self, role: Said) -> str | None:
        """Give the one named body that a role of two words or more can mean: "the foreign ministry"."""
        if not self.bodies:
            for label, names in self.names.items():
                if self.kinds[label] == "organisation":
                    for name in names:
                        key, countries = body_key(tuple(name.casefold().split()))
                        self.bodies[key].add(label)
                        self.bodies[key | countries].add(label)
        fitting = self.bodies.get(role.words, set()) if len(role.words) > 1 else set()
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _ended(self, mention: Mention) -> str | None:
        """Give the one named body whose name ends as a role does: "the port authority", "the Kelder Port Authority"."""
        tail = tuple(fold(described(self.text(mention.span))).split())
        if not self.endings:
            for label, names in self.names.items():
                for words in (fold(name).split() for name in names if self.kinds[label] == "organisation"):
                    for first in range(1, len(words) - 1):
                        self.endings[tuple(words[first:])].add(label)
        fitting = self.endings.get(tail, set())
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _told_body(self, mention: Mention, role: Said) -> str | None:
        """Give the one body of which the story says the role: "the regulator", where one is "the food regulator".

        "The company", which fits many, is the one that the story's reports mostly mean by it.
        """
        if described(self.text(mention.span)).lower() in _COMPANIES:
            votes = self._companies()
            best, second = [*sorted(votes, key=lambda label: (-votes[label], label)), "", ""][:2]
            return best if best and votes[best] >= 2 * votes.get(second, 0.0) else None
        fitting = [
            label for label, roles in self.said.items() if self.kinds[label] == "organisation" and fits(role, roles)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _new(self, kind: EntityKind, mention: Mention, role: Said, article: str) -> str:
        """Give the label of what no article names: one for each description, a single word's within its article."""
        telling = " ".join(sorted(role.words))
        label = f"{kind}~{telling}" if len(role.words) > 1 else f"{kind}~{telling}@{article}"
        self.kinds[label] = kind
        self.names[label][described(self.text(mention.span))] += 1
        return label


def _bare(text: str) -> bool:
    """Tell whether a role stands without any article, as headlines name somebody known: "Minister: nobody told me"."""
    return not _DETERMINER.match(text)


def _entities(story: _Story, links: Mapping[str, str]) -> tuple[Entity, ...]:
    mentions: defaultdict[str, set[Span]] = defaultdict(set)
    for span, label in story.labels.items():
        mentions[label].add(span)
    best = {label: _best(names) for label, names in story.names.items()}
    ids = dict(_ids(best, story.kinds))
    found = [
        Entity(
            ids[label],
            best[label],
            story.kinds[label],
            tuple(sorted(names, key=lambda name: (-len(name), name))),
            tuple(role for role, _ in sorted(story.roles[label].items(), key=lambda item: (-item[1], item[0]))),
            tuple(sorted(mentions[label])),
            ids.get(links.get(label, "")),
        )
        for label, names in story.names.items()
    ]
    return tuple(sorted(found, key=lambda entity: entity.id))


def _best(names: Counter[str]) -> str:
    """Give the fullest name; of equally full ones the most frequent; names in capitals throughout come last."""

    def worth(name: str) -> tuple[bool, int, int, int, str]:
        return (name.isupper() and len(name) > 5, -len(name.split()), -names[name], -len(name), name)

    return min(names, key=worth)


def _ids(best: Mapping[str, str], kinds: Mapping[str, EntityKind]) -> Iterator[tuple[str, str]]:
    """Give each label its id; where two share kind and name, the later by label takes the next free number."""
    seen: Counter[tuple[str, str]] = Counter()
    for label in sorted(best):
        key = (kinds[label], best[label])
        seen[key] += 1
        tail = f"\0{seen[key]}" if seen[key] > 1 else ""
        yield label, "e" + sha256(f"{key[0]}\0{key[1]}{tail}".encode()).hexdigest()[:12]


def known(entities: Sequence[Entity]) -> Callable[[Span], str | None]:
    """Give a function from the span of a mention to the id of its entity; None for any other span."""
    spans = {span: entity.id for entity in entities for span in entity.mentions}
    return spans.get


def lookup(entities: Sequence[Entity]) -> Callable[[Span], str | None]:
    """Give a function from a span of text to the id of the entity it names, or None.

    A span that is no mention itself means the first outermost mention inside it (the head of "the harbour master, Ines
    Carrow"), else the smallest mention around it.
    """
    exact: dict[Span, str] = {}
    for entity in entities:
        exact.update(dict.fromkeys(entity.mentions, entity.id))
    by_article: defaultdict[str, list[Span]] = defaultdict(list)
    for span in sorted(exact, key=lambda span: (span.article, span.start, -span.end)):
        by_article[span.article].append(span)

    def find(span: Span) -> str | None:
        if span in exact:
            return exact[span]
        spans = by_article.get(span.article, [])
        at = bisect_left(spans, span.start, key=lambda mention: mention.start)
        if at < len(spans) and spans[at].end <= span.end:
            return exact[spans[at]]
        inside = [s for s in spans[at : at + 5] if s.end <= span.end]
        around = [s for s in spans[:at] if s.start <= span.start and span.end <= s.end]
        chosen = inside[0] if inside else min(around, key=lambda s: s.end - s.start, default=None)
        return None if chosen is None else exact[chosen]

    return find
