"""Whom a pronoun or a role noun means, in one article.

Roles are tied to names by grammar: before the name ("the spokesman Ivo Tarn"), in apposition ("Ines Carrow, the harbour
master,"), by a copula ("the harbour master is Ines Carrow"). What is left is resolved by salience, after Lappin and
Leass (1994): candidates of fitting gender and number are weighed by recency, by being a subject, and by having spoken
last; what two candidates could equally be is left open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.analyse.language import Prose
from rashomon.analyse.ties import Place, placed, ties
from rashomon.analyse.words import article_words
from rashomon.data import lexicon
from rashomon.data.said import Said, fits, said
from rashomon.model import Mention, Reference, Span

__all__ = ["resolve"]

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_FIRST = frozenset(["i", "me", "my", "we", "us", "our"])
_RELATIVE = frozenset({"who", "whom", "whose"})
_GENERIC_BODIES = frozenset(["company", "firm", "group", "organisation", "organization", "agency", "body"])
_GENERIC = frozenset(
    [
        "official",
        "man",
        "woman",
        "leader",
        "politician",
        "lawmaker",
        "suspect",
        "diplomat",
        "executive",
        "veteran",
        "figure",
    ]
)
"""Roles so general that they say nothing but "somebody spoken of": resolved by salience alone, with low confidence."""
_TIED = 0.95
_OPEN = 0.4
"""Confidence below which a reference is left open."""
_FAR = 5
"""Sentences back that a pronoun looks; a role noun looks through the whole article."""
_FADE = 0.7
"""What a candidate keeps of its weight for each sentence that lies between."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody named at ``place``; ``target`` is the mention to refer to."""

    who: str
    place: Place
    target: Place


@dataclass(frozen=True, slots=True)
class _Known:
    """What the whole article says of each one named in it: the gender, and the roles tied to the name."""

    genders: Mapping[str, str]
    roles: Mapping[str, Sequence[Said]]


def resolve(
    prose: Prose, mentions: Sequence[Mention], speeches: Sequence[tuple[Span, Span]] = ()
) -> tuple[Reference, ...]:
    """Tie pronouns and role nouns of an article to the mention they refer to.

    ``speeches`` are pairs of a speaker's span and the span of what is quoted; "I" and "we" inside the quotation belong
    to the speaker. An antecedent is a name's mention where one is known, else the mention of a group or of a nameless
    role ("a spokesman ... He"). What cannot be told is left open: it has no reference.
    """
    article = article_words(prose)
    places = placed(article, sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)))
    tied = ties(places)
    by_mention = {place.mention: place for place in places}
    names = {place.mention: who for place, who in _people(places)}
    known = _known(places, tied, names)
    candidates: list[_Candidate] = []
    found: list[Reference] = []
    for place in places:
        mention = place.mention
        target, confidence = by_mention[tied[mention]] if mention in tied else place, _TIED
        who = names.get(target.mention, "")
        if mention.form != "name" and mention not in tied:
            chosen = _first_person(place, speeches, candidates) or _chosen(place, candidates, known)
            if chosen is not None and chosen[1] >= _OPEN:
                who, target, confidence = chosen[0].who, chosen[0].target, round(chosen[1], 2)
        if target is not place:
            found.append(Reference(mention.span, target.mention.span, confidence))
        if target is not place or mention.form != "pronoun":
            candidates.append(_Candidate(who or f"{mention.span.start}", place, target))
    return tuple(sorted(found))


# What the article knows ----------------------------------------------------------------------------------------------


def _people(places: Sequence[Place]) -> Iterator[tuple[Place, str]]:
    """Give each name's mention with who it names; a bare surname is the one most recently named in full."""
    full: dict[str, str] = {}
    for place in places:
        if place.mention.form != "name":
            continue
        titles = lexicon.titles()
        key = [word for word in place.view.folded[place.first : place.end] if word]
        while len(key) > 1 and key[0] in titles:
            key = key[1:]
        if place.mention.kind == "person" and key:
            if len(key) > 1:
                full[key[-1]] = " ".join(key)
                full.setdefault(key[0], " ".join(key))
            yield place, full.get(key[-1], key[-1])
        else:
            yield place, " ".join(key)


def _known(places: Sequence[Place], tied: Mapping[Mention, Mention], names: Mapping[Mention, str]) -> _Known:
    genders: dict[str, str] = {}
    roles: defaultdict[str, list[Said]] = defaultdict(list)
    for place in places:
        mention = place.mention
        if mention in tied:
            if role := said(_text(place)):
                roles[names[tied[mention]]].append(role)
            gender = lexicon.roles().get(place.view.folded[place.head], "")
        elif mention.form == "name" and mention.kind == "person":
            gender = _gender(place)
            if ranks := _ranks(place):
                roles[names[mention]].append(Said(ranks[-1], frozenset(ranks)))
        else:
            continue
        if gender:
            genders.setdefault(names[tied.get(mention, mention)], gender)
    return _Known(genders, roles)


def _ranks(place: Place) -> list[str]:
    titles = lexicon.titles()
    words = place.view.folded[place.first : place.end]
    return [titles[word].rank for word in words[:-1] if word in titles and titles[word].rank]


def _gender(place: Place) -> str:
    """Give the gender that a person's name tells by its title or its given name, ``""`` where it tells none."""
    key = [word for word in place.view.folded[place.first : place.end] if word]
    titles = lexicon.titles()
    told = next((titles[word].gender for word in key if word in titles and titles[word].gender), "")
    while len(key) > 1 and key[0] in titles:
        key = key[1:]
    return told or (lexicon.given_gender(key[0]) if len(key) > 1 else "")


def _text(place: Place) -> str:
    return " ".join(place.view.text[place.first : place.end])


# Who is meant --------------------------------------------------------------------------------------------------------


def _first_person(
    place: Place, speeches: Sequence[tuple[Span, Span]], candidates: Sequence[_Candidate]
) -> tuple[_Candidate, float] | None:
    if place.view.folded[place.head] not in _FIRST or place.mention.form != "pronoun":
        return None
    span = place.mention.span
    around = [pair for pair in speeches if pair[1].start <= span.start and span.end <= pair[1].end]
    if not around:
        return None
    speaker, _ = min(around, key=lambda pair: pair[1].end - pair[1].start)
    alone = place.view.folded[place.head] in {"i", "me", "my"}
    for candidate in candidates:
        own = candidate.place.mention.span
        if speaker.start <= own.start and own.end <= speaker.end:
            return candidate, 0.9 if alone else 0.5
    return None


def _chosen(place: Place, candidates: Sequence[_Candidate], known: _Known) -> tuple[_Candidate, float] | None:
    word = place.view.folded[place.head]
    if place.mention.form == "role":
        return _role(place, candidates, known)
    if word in _RELATIVE:
        return _relative(place, candidates)
    if word in _GENDER:
        fitting = [c for c in candidates if _could_be(place, c, known.genders.get(c.who, ""))]
        return _salient(place, fitting, 0.9)
    if place.mention.kind == "group":
        recent = [c for c in candidates if place.sentence - c.place.sentence <= 2]
        groups = [c for c in recent if c.place.mention.kind == "group" and c.target.mention.form == "role"]
        return _salient(place, [c for c in groups if _apart(place, c)], 0.65)
    if place.mention.kind == "organisation":
        fitting = [c for c in candidates if c.place.mention.kind == "organisation" and _apart(place, c)]
        return _salient(place, fitting, 0.7)
    return None


def _could_be(place: Place, candidate: _Candidate, gender: str) -> bool:
    if candidate.place.mention.kind != "person" or not _apart(place, candidate):
        return False
    return gender in {"", _GENDER[place.view.folded[place.head]]}


def _apart(place: Place, candidate: _Candidate) -> bool:
    """Tell whether the two may be one: no phrase refers into itself, and "X told him" is about two people."""
    other, view = candidate.place, place.view
    if other.view is not view:
        return True
    if other.first <= place.head < other.end:
        return False
    if view.dep[place.head] == "poss" or view.folded[place.head].endswith("self"):
        return True
    return _verb(place) != _verb(other)


def _verb(place: Place) -> int:
    """Give the verb a phrase depends on; of verbs that share a subject ("met and thanked him"), the first."""
    view, verb = place.view, place.view.head[place.head]
    while view.dep[place.head] in {"dobj", "dative"} and view.dep[verb] == "conj" and view.head[verb] != verb:
        verb = view.head[verb]
    return verb


def _relative(place: Place, candidates: Sequence[_Candidate]) -> tuple[_Candidate, float] | None:
    view, i = place.view, place.head
    while view.dep[i] != "relcl" and view.head[i] != i and view.dep[i] != "ROOT":
        i = view.head[i]
    if view.dep[i] == "relcl":
        noun = view.head[i]
        holding = [c for c in candidates if c.place.view is view and c.place.first <= noun < c.place.end]
        outermost = max(holding, key=lambda c: c.place.end - c.place.first, default=None)
        return None if outermost is None else (outermost, 0.9)
    near = [c for c in candidates if c.place.view is view and 0 <= place.first - c.place.end <= 1]
    return (near[-1], 0.8) if near and near[-1].place.mention.kind == "person" else None


def _salient(place: Place, fitting: Sequence[_Candidate], most: float) -> tuple[_Candidate, float] | None:
    """Weigh the candidates and give the heaviest, with a confidence that falls as the next one comes near."""
    weights: defaultdict[str, float] = defaultdict(float)
    last: dict[str, _Candidate] = {}
    for candidate in fitting:
        back = place.sentence - candidate.place.sentence
        if back <= _FAR:
            weight = _weight(candidate, back, place.quoted)
            weights[candidate.who] = max(weights[candidate.who], weight) + 0.05
            last[candidate.who] = candidate
    if not weights:
        return None
    best, *others = sorted(weights, key=lambda who: (-weights[who], who))
    margin = 1 - weights[others[0]] / weights[best] if others else 1.0
    return last[best], most * (0.5 + 0.5 * min(1.0, 2 * margin))


def _weight(candidate: _Candidate, back: int, quoted: bool) -> float:
    view, head = candidate.place.view, candidate.place.head
    role = view.dep[head]
    speaks = role == "nsubj" and view.lemma[view.head[head]] in lexicon.speech_verbs()
    weight = 1.0
    if role in {"nsubj", "nsubjpass"}:
        weight += 0.6
    elif role == "poss":
        weight -= 0.2
    if quoted:
        # Inside a quotation, "he" is rarely the one who speaks.
        weight += 0.4 if candidate.place.quoted else -0.9 * speaks
    else:
        weight += 0.3 * speaks - 0.4 * candidate.place.quoted
    return float(weight * _FADE**back)


def _role(place: Place, candidates: Sequence[_Candidate], known: _Known) -> tuple[_Candidate, float] | None:
    """Resolve "the harbour master", "the paper", "the three sources" to the last one it can be said of."""
    opening = place.view.folded[place.first]
    if opening not in {"the", "this", "that", "these", "those"}:
        return None
    role = said(_text(place))
    if role is None:
        return None
    if place.mention.kind == "group":
        fitting = [c for c in candidates if c.place.mention.kind == "group" and _noun(c.place) == role.noun]
        return (fitting[-1], 0.8) if fitting else None
    same_kind = [c for c in candidates if c.place.mention.kind == place.mention.kind and _apart(place, c)]
    fitting = [c for c in same_kind if _said_of(c, role, known)]
    if fitting:
        alone = len({c.who for c in fitting}) == 1
        return fitting[-1], 0.85 if alone else 0.5
    if role.noun in _GENERIC_BODIES and len(role.words) == 1:
        return _salient(place, [c for c in same_kind if _can_be_company(c.target)], 0.6)
    if role.noun in _GENERIC and len(role.words) == 1:
        gender = lexicon.roles().get(role.noun, "")
        return _salient(place, [c for c in same_kind if {gender, known.genders.get(c.who, "")} != {"m", "f"}], 0.55)
    return None


def _can_be_company(place: Place) -> bool:
    """Tell whether a name does not say that its body is something else: a ministry, a paper, a league."""
    name = set(place.view.folded[place.first : place.end])
    return place.mention.form == "name" and not name & (lexicon.body_words() - lexicon.bodies()["company"])


def _noun(place: Place) -> str:
    role = said(_text(place))
    return "" if role is None else role.noun


def _said_of(candidate: _Candidate, role: Said, known: _Known) -> bool:
    """Tell whether ``role`` was or can be said of the candidate."""
    own = candidate.place
    if fits(role, known.roles.get(candidate.who, ())):
        return True
    if candidate.target.mention.form == "role":
        other = said(_text(own))
        return other is not None and role.noun == other.noun and role.words <= other.words
    if own.mention.kind != "organisation" or own.mention.form != "name" or role.noun in _GENERIC_BODIES:
        return False
    return bool(lexicon.bodies().get(role.noun, frozenset()) & set(own.view.folded[own.first : own.end]))
