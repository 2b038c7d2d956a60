"""Which of several a pronoun means: salience, after Lappin and Leass (1994), and who has been speaking.

In reports the one who speaks goes on speaking: a speaker weighs more than one who is only spoken of, and a name inside
what somebody says weighs less outside of it. What two candidates could equally be gets a low confidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.analyse.discourse import Setting
from rashomon.analyse.ties import Place
from rashomon.analyse.words import Words
from rashomon.data import lexicon

__all__ = ["NOBODY", "Candidate", "apart", "salient"]

_FAR = 5
"""Sentences back that a pronoun looks."""
_FADE = 0.7
"""What a candidate keeps of its weight for each sentence that lies between."""
_AGAIN = 0.05
"""What each further naming adds."""
_SUBJECT, _EMBEDDED, _SPEAKS, _OWNED = 0.6, 0.4, 0.4, -0.2
_NEW, _FOCUS = 0.3, 0.9
_INDEFINITE, _DESCRIBED = -0.3, -0.1
_OWN_CONTENT = 0.1
"""What is left of a candidate inside the words that the very pronoun tells: "the landlord had told him, he added"."""
_QUOTED, _RETOLD = 0.35, 0.7
"""What is left of one inside somebody's own words, or retold ones, for a pronoun outside of them."""
_SPEAKER_OUT, _SPEAKER_IN = 0.2, 1.2
"""Inside a quotation "he" is rarely the one who speaks; inside what he is said to say it mostly is."""
# All weights were set on the development stories of the benchmark and checked on MEANTIME's pronouns.
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_IN_NAME = frozenset({"compound", "nmod"})
_MAIN = frozenset({"ROOT", "conj", "parataxis"})
"""Where the verb of a main clause stands."""
NOBODY = frozenset({"no", "neither", "any", "every", "each", "whichever", "none"})
_A = frozenset({"a", "an", "another", "some", "one"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody named at ``place``, known by the key ``who``; ``target`` is the mention to refer to.

    ``new`` tells whether the article names him here first.
    """

    who: str
    place: Place
    target: Place
    setting: Setting
    new: bool = False


def salient(
    place: Place,
    setting: Setting,
    fitting: Sequence[Candidate],
    most: float,
    bonus: Callable[[Candidate], float] = lambda _: 0.0,
) -> tuple[Candidate, float] | None:
    """Weigh the candidates and give the heaviest, with a confidence that falls as the next one comes near.

    ``most`` is the confidence where nobody comes near; ``bonus`` is added to a candidate's weight before it fades.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    last: dict[str, Candidate] = {}
    for candidate in fitting:
        together = bool(setting.told and setting.told[:1] == candidate.setting.told[:1])
        back = place.sentence - candidate.place.sentence if together else setting.clock - candidate.setting.clock
        if back <= _FAR and candidate.place.view.folded[candidate.place.first] not in NOBODY:
            share = _share(setting, candidate.setting, place.view.dep[place.head] == "poss")
            weight = (_weight(candidate) + bonus(candidate)) * share * _FADE ** max(0, back)
            weights[candidate.who] = max(weights[candidate.who], weight) + _AGAIN
            last[candidate.who] = candidate
    if not weights:
        return None
    best, *others = sorted(weights, key=lambda who: (-weights[who], who))
    margin = 1 - weights[others[0]] / weights[best] if others else 1.0
    return last[best], most * (0.5 + 0.5 * min(1.0, 2 * margin))


def _weight(candidate: Candidate) -> float:
    """Weigh a candidate by its grammar and by what it does, wherever it stands."""
    view, head = candidate.place.view, candidate.place.head
    weight = 1.0
    verb = _acts(view, head)
    if verb is not None:
        weight += _SUBJECT if view.dep[verb] in _MAIN else _EMBEDDED
    elif view.dep[head] == "poss":
        weight += _OWNED
    weight += _FOCUS * _cleft(view, head)
    weight += _SPEAKS * bool(candidate.setting.speaks) + _NEW * candidate.new
    if candidate.target.mention.form == "role":
        weight += _INDEFINITE if candidate.place.view.folded[candidate.place.first] in _A else _DESCRIBED
    return weight


def _acts(view: Words, head: int) -> int | None:
    """Give the verb whose subject a word is, or is part of the name of ("*Orrin* Lines"), None where it is no subject.

    Two people's names are never in apposition: of "to the presenter, Jarmila Tost, Ms Marovan said" a parser may take
    the first for the subject; it is the one beside the verb.
    """
    above = view.head[head]
    if view.dep[head] in _IN_NAME and above > head and view.pos[above] == "PROPN":
        return _acts(view, above)
    if view.dep[head] == "appos" and view.dep[above] in _SUBJECTS and _rivals(view, head, above):
        return view.head[above]
    if view.dep[head] in _SUBJECTS:
        after = range(head + 1, min(head + 6, len(view)))
        return None if any(view.head[j] == head and _rivals(view, j, head) for j in after) else above
    return above if _cleft(view, head) else None


def _rivals(view: Words, i: int, j: int) -> bool:
    """Tell whether word ``i`` is said to be in apposition to ``j`` though both are names, and different ones."""
    names = [view.pos[k] == "PROPN" and view.folded[k] not in lexicon.roles() for k in (i, j)]
    return view.dep[i] == "appos" and all(names) and view.folded[i] != view.folded[j]


def _cleft(view: Words, head: int) -> bool:
    """Tell whether a word is what a cleft puts in front: "it was *Tarn* who ..."."""
    verb = view.head[head]
    return (
        view.dep[head] in {"attr", "acomp"}
        and view.lemma[verb] == "be"
        and any(view.head[j] == verb and view.folded[j] == "it" for j in range(max(0, verb - 4), verb))
    )


def _share(here: Setting, there: Setting, owner: bool) -> float:
    """Give what a candidate keeps of its weight for being inside other words than the pronoun, or telling them.

    An ``owner`` may well be in what it tells: "the agency has no such file, according to *its* website".
    """
    share = 1.0
    if there.told and not set(there.told[:1]) & set(here.told):
        own = set(there.told) & here.speaks and not owner
        share = _OWN_CONTENT if own and not there.speaks else _QUOTED if own or there.own else _RETOLD
    if here.told and here.told[0] in there.speaks:
        share *= _SPEAKER_OUT if here.own else _SPEAKER_IN
    return share


def apart(place: Place, other: Place) -> bool:
    """Tell whether two mentions may be one: no phrase refers into itself, and "X told him" is about two people."""
    view = place.view
    if other.view is not view:
        return True
    if other.first <= place.head < other.end:
        return False
    if view.dep[place.head] == "poss" or view.folded[place.head].endswith("self"):
        return True
    return _verb(place) != _verb(other)


def _verb(place: Place) -> int:
    """Give the verb a phrase depends on; of verbs that share a subject ("met and thanked him", "claims
    to have warned it"), the first."""
    view, verb = place.view, place.view.head[place.head]
    joined = {"conj", "xcomp"}
    while view.dep[place.head] in {"dobj", "dative"} and view.dep[verb] in joined and view.head[verb] != verb:
        verb = view.head[verb]
    return verb
