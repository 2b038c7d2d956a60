"""Whom "I", "we" and "you" mean in somebody's own words: a quotation, a set-off block, a transcript's turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rashomon.analyse.cast import Cast
from rashomon.analyse.discourse import Scene
from rashomon.analyse.ties import Place
from rashomon.model import Mention, Reference

__all__ = ["FIRST", "own_words"]

_ALONE = frozenset(["i", "me", "my"])
FIRST = _ALONE | frozenset(["we", "us", "our"])
"""Pronouns of whoever speaks."""


def own_words(places: Sequence[Place], who: Cast, scene: Scene) -> Iterator[Reference]:
    """Tie "I" and "we" in a quotation, a set-off block or a transcript's turn to whoever speaks it.

    "You" in a turn is whoever has the turn before, or else the one after.
    """
    speakers = _speakers(places, scene)
    turns = _turns(places)
    for place in places:
        word = place.view.folded[place.head]
        if place.mention.form != "pronoun" or word not in FIRST | {"you"}:
            continue
        own = [number for number in scene.settings[place.mention].told if scene.said[number].kind != "indirect"]
        target = speakers.get(own[0]) if own else turns.get(id(place.view))
        if word == "you":
            target = _other(id(place.view), turns, who)
        if target is not None and target.span != place.mention.span:
            yield Reference(place.mention.span, target.span, 0.9 if word in _ALONE else 0.5)


def _speakers(places: Sequence[Place], scene: Scene) -> dict[int, Mention]:
    """Give the mention that is each attribution's source, a name before a role; else its source as it stands."""
    found = {
        number: Mention(one.source, "person", "role") for number, one in enumerate(scene.said) if one.source is not None
    }
    told = set()
    for place in places:
        for number in scene.settings[place.mention].speaks:
            if place.mention.form == "role" and place.view.folded[place.first] in {"a", "an"}:
                continue  # "a user called Tarn" says more than "a user"
            if number not in told or place.mention.form == "name":
                found[number] = place.mention
                told.add(number)
    return found


def _turns(places: Sequence[Place]) -> dict[int, Mention]:
    """Give who has the turn in each paragraph that begins with a name and a colon, where an article has three or more.

    Paragraphs go by the ``id`` of their words, in order of the text.
    """
    found = {}
    for place in places:
        view = place.view
        opens = place.first == 0 and place.end < len(view) and view.text[place.end] == ":"
        if opens and place.mention.form == "name" and place.mention.kind == "person":
            found[id(view)] = place.mention
    return found if len(found) > 2 else {}


def _other(paragraph: int, turns: Mapping[int, Mention], who: Cast) -> Mention | None:
    """Give who has the last turn before that of ``paragraph`` that is another's, or else the next one."""
    if paragraph not in turns:
        return None
    order, own = list(turns), who.names[turns[paragraph]]
    at = order.index(paragraph)
    others = [turns[one] for one in [*reversed(order[:at]), *order[at:]] if who.names[turns[one]] != own]
    return others[0] if others else None
