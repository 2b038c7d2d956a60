"""Who is named in an article: one key for all names of one person or body, and what the article says of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.analyse.ties import Place
from rashomon.data import lexicon
from rashomon.data.said import Said, said
from rashomon.model import Mention

__all__ = ["Cast", "cast", "role_gender", "text_of"]


@dataclass(frozen=True, slots=True)
class Cast:
    """What the whole article says of each one named in it.

    ``names`` gives the key of whom a name's mention names; ``genders`` (``"m"``, ``"f"``), ``roles`` and ``counts``
    (how often it is named) are by key.
    """

    names: Mapping[Mention, str]
    genders: Mapping[str, str]
    roles: Mapping[str, Sequence[Said]]
    counts: Mapping[str, int]


def cast(places: Sequence[Place], tied: Mapping[Mention, Mention]) -> Cast:
    """Read the cast of an article off the places of its mentions; ``tied`` are roles that grammar ties to a name."""
    named = [place for place in places if place.mention.form == "name"]
    people = [place for place in named if place.mention.kind == "person"]
    described = {tied[p.mention]: role_gender(p) for p in places if p.mention in tied and p.mention.kind == "person"}
    names = {**_people(people, described), **_bodies([place for place in named if place.mention.kind != "person"])}
    genders: dict[str, str] = {}
    roles: defaultdict[str, list[Said]] = defaultdict(list)
    for title_only in (True, False):  # a title is surer than a given name
        for place in people:
            if gender := _gender(place, title_only):
                genders.setdefault(names[place.mention], gender)
    for place in people:
        if ranks := _ranks(place):
            roles[names[place.mention]].append(Said(ranks[-1], frozenset(ranks)))
    for place in places:
        if place.mention in tied:
            key = names[tied[place.mention]]
            if role := said(text_of(place)):
                roles[key].append(role)
            if gender := described.get(tied[place.mention], ""):
                genders.setdefault(key, gender)
    return Cast(names, genders, roles, Counter(names.values()))


def text_of(place: Place) -> str:
    """Give the words of a mention."""
    return " ".join(place.view.text[place.first : place.end])


def role_gender(place: Place) -> str:
    """Give the gender that a role's noun tells ("the landlady"), ``""`` where it tells none."""
    return lexicon.roles().get(place.view.folded[place.head], "")


# People --------------------------------------------------------------------------------------------------------------


def _people(places: Sequence[Place], described: Mapping[Mention, str]) -> dict[Mention, str]:
    """Give each mention's key: the full name; for a surname that one of its gender which was last named in full.

    A surname that stands before the full name ("Tasse: ...") is the first full one that follows. ``described`` are the
    genders that role nouns tell of some mentions ("her husband, ...").
    """
    words = {place.mention: _words(place) for place in places}
    told = {place.mention: _gender(place, True) or described.get(place.mention, "") for place in places}
    full, genders = _full_names(places, words, told)
    found: dict[Mention, str] = {}
    last: dict[str, str] = {}
    for place in places:
        key = words[place.mention]
        if len(key) > 1:
            found[place.mention] = last[key[0]] = last[key[-1]] = " ".join(key)
            continue
        name, gender = key[0] if key else "", told[place.mention]
        options = _options(full.get(name, ()), genders, gender)
        alone = f"{name}/{gender}" if gender and name in full else name
        found[place.mention] = last[name] if last.get(name) in options else options[0] if options else alone
    return found


def _full_names(
    places: Sequence[Place], words: Mapping[Mention, Sequence[str]], told: Mapping[Mention, str]
) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Give the full names under their first and last word, and their genders, as far as names and titles tell them.

    Of a couple with one surname "Mr" tells the gender of the one whom "Ms" cannot mean.
    """
    full: defaultdict[str, list[str]] = defaultdict(list)
    genders: dict[str, str] = {}
    for place in places:
        if len(key := words[place.mention]) > 1:
            who = " ".join(key)
            genders[who] = genders.get(who) or told[place.mention] or _gender(place, False)
            for part in {key[0], key[-1]}:
                if who not in full[part]:
                    full[part].append(who)
    for place in places:
        key, gender = words[place.mention], told[place.mention]
        if gender and len(key) == 1 and len(options := _options(full.get(key[0], ()), genders, gender)) == 1:
            genders[options[0]] = gender
    return full, genders


def _options(full: Sequence[str], genders: Mapping[str, str], gender: str) -> list[str]:
    """Give the full names that one of ``gender`` can have: those known to be of it, else those that may be."""
    sure = [who for who in full if gender and genders[who] == gender]
    return sure or [who for who in full if {genders[who], gender} != {"m", "f"}]


def _words(place: Place) -> list[str]:
    titles = lexicon.titles()
    key = [word for word in place.view.folded[place.first : place.end] if word]
    while len(key) > 1 and key[0] in titles:
        key = key[1:]
    return key


def _gender(place: Place, title_only: bool) -> str:
    """Give the gender that a person's name tells by its title, or else its given name; ``""`` where it tells none."""
    titles = lexicon.titles()
    words = [word for word in place.view.folded[place.first : place.end] if word]
    told = next((titles[word].gender for word in words if word in titles and titles[word].gender), "")
    if told or title_only:
        return told
    key = _words(place)
    return lexicon.given_gender(key[0]) if len(key) > 1 else ""


def _ranks(place: Place) -> list[str]:
    titles = lexicon.titles()
    words = place.view.folded[place.first : place.end]
    return [titles[word].rank for word in words[:-1] if word in titles and titles[word].rank]


# Bodies --------------------------------------------------------------------------------------------------------------


def _bodies(places: Sequence[Place]) -> dict[Mention, str]:
    """Give each mention's key: its words; for the first words of one longer name ("Tarn" of "Tarn Lines") all of it."""
    words = {place.mention: tuple(w for w in place.view.folded[place.first : place.end] if w) for place in places}
    longer: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for key in set(words.values()):
        for length in range(1, len(key)):
            longer[key[:length]].add(key)
    found = {}
    for mention, key in words.items():
        full = longer.get(key, set()) if mention.kind == "organisation" else set()
        found[mention] = " ".join(next(iter(full)) if len(full) == 1 else key)
    return found
