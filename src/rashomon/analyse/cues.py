"""Cues: the verbs, nouns, adjectives, adverbs and phrases that signal an attribution, read from the word lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.analyse.deeds import deed
from rashomon.data import entries
from rashomon.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cue", "adjectives", "adverbs", "any_cue", "group", "lemma", "nouns", "particle", "verb_cue", "verbs"]


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry of a word list: its class, the stance it gives its source, and the frames that say where content stands.

    ``frames`` is a set of letters (see ``data/cues.txt``); ``prepositions`` those that lead to content.
    """

    word: str
    category: str
    stance: Stance
    frames: frozenset[str]
    prepositions: frozenset[str]


def _load(name: str) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for line in entries(name):
        word, category, stance, frames = (part.strip() for part in line.split("|"))
        letters = frozenset(f for f in frames.split() if ":" not in f)
        leads = frozenset(p for f in frames.split() if f.startswith("P:") for p in f[2:].split(","))
        cues[word] = Cue(word, category, stance, letters, leads)  # type: ignore[arg-type]
    return cues


@cache
def verbs() -> dict[str, Cue]:
    """Give the verbal cues by lemma."""
    return _load("cues.txt")


@cache
def nouns() -> dict[str, Cue]:
    """Give the nominal cues ("claim", "denial") by lemma."""
    return _load("cue-nouns.txt")


@cache
def adjectives() -> dict[str, Cue]:
    """Give the adjectives of mind ("confident that", "aware of") by lower-case form."""
    return _load("cue-adjectives.txt")


@cache
def adverbs() -> frozenset[str]:
    """Give the narrator's distancing adverbs ("allegedly", "reportedly")."""
    return frozenset(entries("cue-adverbs.txt"))


_MISREAD = {"hop": "hope"}
"""Lemmas that the tagger's rules get wrong for a cue: "hoping" and "hoped" come out as "hop"."""


def lemma(token: Token) -> str:
    """Give the lemma of ``token`` in lower case, with the tagger's known misreadings put right."""
    found: str = token.lemma_.lower()
    if found in _MISREAD and "pp" not in token.lower_:
        return _MISREAD[found]
    return found


def verb_cue(token: Token) -> Cue | None:
    """Give the verbal cue that ``token`` is, with its particle where it has one ("ruled out"), or None.

    None, too, where it only tells what somebody did: "dismissed two clerks".
    """
    found = _listed(token)
    return None if found is not None and deed(token, found.word) else found


def _listed(token: Token) -> Cue | None:
    lexicon, word = verbs(), lemma(token)
    if word not in _with_particle():
        return lexicon.get(word)
    after = [c for c in token.children if c.i > token.i and (c.dep_ in ("prt", "advmod") or particle(token, c))]
    return next((lexicon[f"{word} {c.lower_}"] for c in after if f"{word} {c.lower_}" in lexicon), lexicon.get(word))


def particle(verb: Token, part: Token) -> bool:
    """Tell whether ``part`` is a particle of a cue that the parser takes for a preposition: "laughed off the idea"."""
    if part.dep_ != "prep" or part.i != verb.i + 1 or part.lower_ not in _ADVERBIAL:
        return False
    return f"{lemma(verb)} {part.lower_}" in verbs()


_ADVERBIAL = frozenset({"off", "out", "up", "down", "back", "aside", "away"})
"""Particles that are seldom prepositions beside a verb of saying; "wrote in a letter" has one that is."""


def any_cue(token: Token) -> Cue | None:
    """Give the cue that ``token`` is by its part of speech: a verb, a noun or an adjective of the lists, or None."""
    if token.pos_ in ("VERB", "AUX"):
        return verb_cue(token)
    if token.pos_ == "NOUN":
        return nouns().get(token.lemma_.lower())
    return adjectives().get(token.lower_) if token.pos_ == "ADJ" else None


@cache
def _with_particle() -> frozenset[str]:
    return frozenset(word.split()[0] for word in verbs() if " " in word)


_ENTOURAGE = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})


def group(verb: Token) -> tuple[int, int]:
    """Give the token range of the verb group: the verb with the auxiliaries, negation and adverbs beside it.

    Only an unbroken run counts: "flatly denied", "has confirmed", "did not deny".
    """
    first = last = verb.i
    entourage = {child.i for child in verb.children if child.dep_ in _ENTOURAGE}
    while first - 1 in entourage:
        first -= 1
    while last + 1 in entourage and verb.doc[last + 1].dep_ == "prt":
        last += 1
    if last == verb.i and last + 1 < len(verb.doc) and verb.doc[last + 1].head.i == verb.i:
        last += particle(verb, verb.doc[last + 1])
    return first, last + 1
