"""Whom a pronoun or a role noun means, in one article.

Roles are tied to names by grammar: before the name ("the spokesman Ivo Tarn"), in apposition ("Ines Carrow, the harbour
master,"), by a copula ("the harbour master is Ines Carrow"). What is left is resolved by salience (``salience``); what
two candidates could equally be is left open. "I" and "we" in somebody's own words are the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.analyse.cast import Cast, cast, role_gender, text_of
from rashomon.analyse.discourse import Scene, scene
from rashomon.analyse.language import Prose
from rashomon.analyse.named_later import named_later
from rashomon.analyse.own_words import FIRST, own_words
from rashomon.analyse.plurals import papers, several
from rashomon.analyse.salience import NOBODY, Candidate, apart, salient
from rashomon.analyse.ties import Place, placed, ties
from rashomon.analyse.words import article_words
from rashomon.data import entries, lexicon
from rashomon.data.lexicon import fold
from rashomon.data.said import Said, fits, said
from rashomon.model import Attribution, EntityKind, Mention, Reference

__all__ = ["resolve"]

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_GENERIC_BODIES = frozenset(["company", "firm", "group", "organisation", "organization", "agency", "body"])
_PARTS = (
    "one",
    "other",
    "another",
    "third",
    "fourth",
    "fifth",
    "both",
    "two",
    "three",
    "all",
    "each",
    "none",
    "neither",
    "some",
    "several",
    "most",
    "many",
    "others",
)
"""Words for one or some of a group named before, where they stand alone: not in "one of the drivers"."""
_SOURCES: Mapping[str, EntityKind] = {
    **dict.fromkeys(["it", "its", "which", "that"], "organisation"),
    **dict.fromkeys(
        ["they", "both", "pair", "two", "three", "trio", "others", "all", "each", "none", "neither"], "group"
    ),
    **dict.fromkeys(_PARTS, "group"),
    "who": "person",
    "you": "person",
}
"""Words that are no mention by themselves and refer to one where they speak, each with the kind it refers to."""
_TIED = 0.95
_OPEN = 0.4
"""Confidence below which a reference is left open."""
_RECENT, _SLOW_FADE, _FIRST_NAMED = 1.0, 0.8, 1.0
"""What being named in the same sentence weighs for "the company", what of it each sentence leaves, and what being the
first body the article names, and the one that does something, weighs."""
_CALLED, _DESCRIBING = 1.0, 0.5
"""What having been called "the company" before weighs, and what is left of a name that only describes a noun ("the
Orrin terminus")."""
_LED, _SERVING = 0.7, -0.7
"""What having somebody who leads it or speaks for it weighs, and being introduced as somebody's contractor."""
_SPEAKING = 0.8
"""What a candidate loses, inside a quotation, for being the one who is quoted."""
_SAME_GENDER = 0.25
"""Weight of a candidate whose gender is known to fit over one whose gender nothing tells."""
_OTHERS = frozenset({"other", "another"})
"""Words that tell a role apart from the one last named: "the other driver" is not he."""
_THEY, _BODY = frozenset({"they", "them"}), -0.5
"""Pronouns for several that may mean a body as well, and what a body weighs less than a group."""
_TELLS_GENDER = 0.6
"""Confidence from which a pronoun tells the gender of whom it refers to, for the pronouns that follow."""

Choice = tuple[Candidate, float] | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known while the text is gone through: the cast, who speaks where, and the genders as they are told.

    ``speakers`` are the keys of the named sources, by the numbers of their attributions, or what ``_role_key`` gives
    for a nameless one; ``outlet`` the words of the outlet's own name.
    """

    cast: Cast
    scene: Scene
    genders: dict[str, str]
    speakers: Mapping[int, str]
    outlet: frozenset[str] = frozenset()


def resolve(prose: Prose, mentions: Sequence[Mention], said: Sequence[Attribution] = ()) -> tuple[Reference, ...]:
    """Tie pronouns and role nouns of an article to the mention they refer to.

    ``said`` are the article's attributions: they tell who speaks, and in whose words a mention stands. An antecedent is
    a name's mention where one is known, else the mention of a group or of a nameless role ("a spokesman ... He"). What
    cannot be told is left open: it has no reference.
    """
    article = article_words(prose)
    every = sorted({*mentions, *_spoken(prose, mentions, said)}, key=lambda m: (m.span.start, -m.span.end))
    places = placed(article, every)
    tied = ties(places)
    who = cast(places, tied)
    setting = scene(article, places, said)
    found = _resolved(places, tied, who, setting, frozenset(fold(prose.article.outlet_name).split()))
    found += own_words(places, who, setting)
    return tuple(sorted(found))


def _spoken(prose: Prose, mentions: Sequence[Mention], said: Sequence[Attribution]) -> Iterator[Mention]:
    """Give the sources that are no mention and refer to one: "it", "both", "the other"."""
    known = {(mention.span.start, mention.span.end) for mention in mentions}
    for one in said:
        if one.speaker_ref is not None and (one.speaker_ref.start, one.speaker_ref.end) not in known:
            word = prose.article.text[one.speaker_ref.start : one.speaker_ref.end].lower()
            whole = prose.article.text[one.source.start : one.source.end].lower() if one.source is not None else word
            if word in _SOURCES and (word not in _PARTS or set(whole.split()) <= {word, "the", "of", "them"}):
                yield Mention(one.speaker_ref, _SOURCES[word], "pronoun")


def _resolved(
    places: Sequence[Place], tied: Mapping[Mention, Mention], who: Cast, scene: Scene, outlet: frozenset[str]
) -> list[Reference]:
    """Go through the text once: each mention refers back to what was named before it."""
    by_mention = {place.mention: place for place in places}
    known = _Known(who, scene, dict(who.genders), _speakers(places, who, scene), outlet)
    candidates: list[Candidate] = []
    found: list[Reference] = []
    named: set[str] = set()
    for place in places:
        mention = place.mention
        target, confidence = by_mention[tied[mention]] if mention in tied else place, _TIED
        key = who.names.get(target.mention, "")
        if mention.form != "name" and mention not in tied:
            chosen = _chosen(place, candidates, known)
            body = chosen is None or chosen[1] < _OPEN or chosen[0].place.mention.kind == "organisation"
            if body and scene.settings[mention].speaks and (told := papers(place)) is not None:
                found.append(Reference(mention.span, told, _OPEN))
                continue
            if chosen is not None and chosen[1] >= _OPEN:
                key, target, confidence = chosen[0].who, chosen[0].target, round(chosen[1], 2)
                if _tells_gender(place, scene) and confidence >= _TELLS_GENDER:
                    known.genders.setdefault(key, _GENDER[place.view.folded[place.head]])
            elif scene.settings[mention].speaks and (meant := several(place)) is not None:
                found.append(Reference(mention.span, meant, _OPEN))
                continue
        if target is not place:
            found.append(Reference(mention.span, target.mention.span, confidence))
        if target is not place or mention.form != "pronoun":
            key = key or f"{mention.span.start}"
            if mention.form == "role" and (gender := role_gender(place)):
                known.genders.setdefault(key, gender)
            new = mention.form == "name" and key not in named
            named.add(key)
            candidates.append(Candidate(key, place, target, scene.settings[mention], new))
    return found + named_later([place for place in places if place.mention not in tied], candidates, who)


def _speakers(places: Sequence[Place], who: Cast, scene: Scene) -> dict[int, str]:
    """Give who speaks in each attribution whose source is a name or a role, a name before a role."""
    found: dict[int, str] = {}
    for named in (True, False):
        for place in places:
            key = who.names.get(place.mention) if named else _role_key(place)
            for number in scene.settings[place.mention].speaks if key else ():
                found.setdefault(number, key or "")
    return found


def _role_key(place: Place) -> str:
    """Give what a nameless role is known by as a speaker, "" for what is none."""
    return f"~{_noun(place)}" if place.mention.form == "role" and place.mention.kind == "person" else ""


def _tells_gender(place: Place, scene: Scene) -> bool:
    """Tell whether a pronoun is plain enough to tell a gender: a subject in the narrator's own words."""
    plain = not scene.settings[place.mention].told and place.view.dep[place.head] in {"nsubj", "nsubjpass"}
    return plain and place.view.folded[place.head] in _GENDER


# Who is meant --------------------------------------------------------------------------------------------------------


def _chosen(place: Place, candidates: Sequence[Candidate], known: _Known) -> Choice:
    word, kind = place.view.folded[place.head], place.mention.kind
    setting = known.scene.settings[place.mention]
    if place.mention.form == "role":
        return _role(place, candidates, known)
    if word in _RELATIVE:
        return _relative(place, candidates)
    fitting = [c for c in candidates if apart(place, c.place)]
    if word in FIRST and _unattributed(place, known.scene):
        outside = replace(setting, told=(), own=False)
        return salient(place, outside, [c for c in fitting if c.place.mention.kind == "person"], 0.7)
    beside = next((c for c in reversed(candidates) if c.place.view is place.view and c.place.end == place.first), None)
    if word.endswith("self") and beside is not None:
        return beside, _TIED  # "Mr Tarn himself"
    if word in _GENDER:
        gender = _GENDER[word]
        people = [c for c in fitting if c.place.mention.kind == "person" and known.genders.get(c.who, gender) == gender]
        speaker = known.speakers.get(setting.told[0]) if setting.own and setting.told else None

        def bonus(candidate: Candidate) -> float:
            speaks = speaker is not None and speaker in {candidate.who, _role_key(candidate.place)}
            return _SAME_GENDER * (candidate.who in known.genders) - _SPEAKING * speaks

        return salient(place, setting, people, 0.9, bonus)
    if kind == "group":
        groups = [c for c in fitting if c.place.mention.kind == "group" and c.target.mention.form == "role"]
        bodies = [c for c in fitting if c.place.mention.kind == "organisation"] if word in _THEY else []
        return salient(place, setting, groups + bodies, 0.65, lambda c: _BODY * (c in bodies))
    if kind == "organisation":
        bodies = [c for c in fitting if c.place.mention.kind == "organisation" and not _itself(c, known)]
        return salient(place, setting, bodies, 0.7)
    return None


def _itself(candidate: Candidate, known: _Known) -> bool:
    """Tell whether a candidate is the outlet whose article it is: it speaks of itself by name, or as "we"."""
    named = set(candidate.who.split()) - {"the"}
    return candidate.target.mention.form == "name" and bool(named) and named <= known.outlet


def _unattributed(place: Place, scene: Scene) -> bool:
    """Tell whether a quotation has nobody for its speaker but the "I" in it ("I think"): it is whoever was on."""
    setting = scene.settings[place.mention]
    kinds = {scene.said[number].kind for number in setting.speaks - set(setting.told)}
    return bool(kinds & {"direct", "block"}) or ("mixed" in kinds and place.quoted)


def _word(place: Place) -> str:
    return place.view.folded[place.head]


def _relative(place: Place, candidates: Sequence[Candidate]) -> Choice:
    view, i = place.view, place.head
    while view.dep[i] != "relcl" and view.head[i] != i and view.dep[i] != "ROOT":
        i = view.head[i]
    if view.dep[i] == "relcl":
        noun = view.head[i]
        holding = [c for c in candidates if c.place.view is view and c.place.first <= noun < c.place.end]
        if place.mention.kind == "person" and not any(c.place.mention.kind == "person" for c in holding):
            above = view.head[view.head[noun]] if view.dep[noun] == "pobj" else noun  # "Ivo Tarn of the Union, who"
            people = [c for c in candidates if c.place.view is view and c.place.mention.kind == "person"]
            holding = [c for c in people if c.place.first <= above < c.place.end] or holding
        outermost = max(holding, key=lambda c: c.place.end - c.place.first, default=None)
        if outermost is not None:
            return outermost, 0.9
    if place.first and view.folded[place.first - 1] in {"and", "or", "but"}:
        twins = [c for c in candidates if c.place.sentence == place.sentence and _word(c.place) in _RELATIVE]
        if twins:
            return twins[-1], 0.8  # "a driver who was there and who asked"
    near = [c for c in candidates if c.place.view is view and 0 <= place.first - c.place.end <= 1]
    return (near[-1], 0.8) if near and near[-1].place.mention.kind == place.mention.kind else None


def _role(place: Place, candidates: Sequence[Candidate], known: _Known) -> Choice:
    """Resolve "the harbour master", "the paper", "the three sources" to the last one it can be said of."""
    if not _definite(place) or _OTHERS & set(place.view.folded[place.first : place.end]):
        return None
    role = said(text_of(place))
    if role is None:
        return None
    if place.mention.kind == "group":
        fitting = [c for c in candidates if c.place.mention.kind == "group" and _noun(c.place) == role.noun]
        return (fitting[-1], 0.8) if fitting else None
    kinds = {place.mention.kind, *(["organisation"] if role.noun in entries("either.txt") else [])}
    same_kind = [c for c in candidates if c.place.mention.kind in kinds and apart(place, c.place)]
    others = [c for c in same_kind if not _itself(c, known)]
    if role.noun in _GENERIC_BODIES and len(role.words) == 1 and (company := _company(place, others, known.cast)):
        return company
    fitting = [c for c in same_kind if _said_of(c, role, known.cast)]
    if fitting:
        alone = len({c.who for c in fitting}) == 1
        return fitting[-1], 0.85 if alone else 0.5
    setting = known.scene.settings[place.mention]
    if role.noun in entries("epithets.txt") and len(role.words) <= 2:
        gender = lexicon.roles().get(role.noun, "")
        people = [c for c in same_kind if {gender, known.genders.get(c.who, "")} != {"m", "f"}]
        return salient(place, setting, people, 0.55)
    return None


def _definite(place: Place) -> bool:
    """Tell whether a role speaks of somebody known; of "the 'Weir' singer" the mention may be "singer" alone."""
    view, articles = place.view, {"the", "this", "that", "these", "those"}
    if view.folded[place.first] in articles:
        return True
    return any(
        view.head[j] == place.head and view.folded[j] in articles for j in range(max(0, place.first - 5), place.first)
    )


def _company(place: Place, candidates: Sequence[Candidate], who: Cast) -> Choice:
    """Resolve "the company" to the one the article is about: named often, and not long ago."""
    weights: dict[str, float] = {}
    last: dict[str, Candidate] = {}
    any_named = False
    for candidate in candidates:
        if _can_be_company(candidate.target):
            back = max(0, place.sentence - candidate.place.sentence)
            body = candidate.place.view.paragraph.block.role == "body"
            first = not any_named and body and candidate.place.view.dep[candidate.place.head] == "nsubj"
            any_named |= body
            weight = _RECENT * _SLOW_FADE**back + who.counts.get(candidate.who, 0) ** 0.5 + _FIRST_NAMED * first
            weight += _CALLED * (candidate.place.mention.form == "role" and _noun(candidate.place) in _GENERIC_BODIES)
            weight += _LED * _led(candidate.place) + _SERVING * _serving(candidate.place)
            weight *= _DESCRIBING if _describing(candidate.place) else 1.0
            weights[candidate.who] = max(weights.get(candidate.who, 0.0), weight)
            last[candidate.who] = candidate
    if not weights:
        return None
    best, *others = sorted(weights, key=lambda key: (-weights[key], key))
    margin = 1 - weights[others[0]] / weights[best] if others else 1.0
    return last[best], 0.8 * (0.5 + 0.5 * min(1.0, 2 * margin))


def _led(place: Place) -> bool:
    """Tell whether a name is that of a body that somebody leads or speaks for: "the head of Orrin Lines"."""
    view, head = place.view, place.head
    above = view.head[view.head[head]] if view.dep[head] == "pobj" else view.head[head]
    owned = view.dep[head] == "poss" or (view.dep[head] == "pobj" and view.folded[view.head[head]] in {"of", "for"})
    return owned and view.folded[above] in {*entries("spokespeople.txt"), *entries("heads.txt"), "executive"}


def _serving(place: Place) -> bool:
    """Tell whether a name is introduced as that of somebody's contractor: "the contractor, Orrin Rail"."""
    view, head = place.view, place.head
    near = (view.head[head], *(i for i in range(place.end, min(place.end + 6, len(view))) if view.head[i] == head))
    return any(
        "appos" in (view.dep[head], view.dep[i]) and view.folded[i] in entries("either.txt") for i in near if i != head
    )


def _describing(place: Place) -> bool:
    """Tell whether a name only describes a common noun: "the Orrin terminus"."""
    view, head = place.view, place.head
    return view.dep[head] in {"compound", "nmod", "amod"} and view.pos[view.head[head]] == "NOUN"


def _can_be_company(place: Place) -> bool:
    """Tell whether a name does not say that its body is something else: a ministry, a paper, a league."""
    name = set(place.view.folded[place.first : place.end])
    other = (lexicon.body_words() - lexicon.bodies()["company"]) | set(entries("outlet-nouns.txt"))
    return place.mention.form == "name" and not name & other


def _noun(place: Place) -> str:
    role = said(text_of(place))
    return "" if role is None else role.noun


def _said_of(candidate: Candidate, role: Said, who: Cast) -> bool:
    """Tell whether ``role`` was or can be said of the candidate."""
    own = candidate.place
    if fits(role, who.roles.get(candidate.who, ())):
        return True
    if candidate.target.mention.form == "role":
        other = said(text_of(own)) if own.view.folded[own.first] not in NOBODY else None
        return other is not None and role.noun == other.noun and role.words <= other.words
    if own.mention.kind != "organisation" or own.mention.form != "name" or role.noun in _GENERIC_BODIES:
        return False
    return bool(lexicon.bodies().get(role.noun, frozenset()) & set(own.view.folded[own.first : own.end]))
