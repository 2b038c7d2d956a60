"""What each clause says of whom: its verb with who does it, to whom and by what means; and who is what.

One pass over the words of each paragraph, on the dependency labels of spaCy's English models (CLEAR style). The parts
are those on which PropBank and FrameNet agree; a passive is turned round, so that whoever does it is the agent in
"the call was made by Carrow" as in "Carrow made the call". A pronoun stays a pronoun: whom it means is for others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.analyse.language import Prose
from rashomon.analyse.syntax import text_of
from rashomon.analyse.words import Words, article_words
from rashomon.data import entries
from rashomon.data.rungs import standing
from rashomon.model import Frame, Span

__all__ = ["find"]

_SUBJECTS = frozenset({"nsubj", "csubj"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_GIVEN_ON = frozenset({"conj", "xcomp", "advcl", "pcomp"})
"""How a verb without a subject of its own hangs on the one whose subject does it as well."""
_BEING = frozenset({"be", "become", "remain"})
_SERVING = frozenset({"serve", "work", "act"})
_KNOWING = frozenset({"identify", "name", "recognise", "recognize"})
_ACTING_ON = frozenset({"with", "to", "at", "against"})
"""Prepositions whose object stands for an object where the verb has none: "spoke with her", "fired at them"."""
_BY = frozenset({"by", "via", "over", "through", "on", "in", "as"})
_WITHOUT = frozenset({"not", "n't", "never", "neither", "nor"})
_NOBODY = frozenset({"nobody", "none", "neither"})
_INSIDE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "case", "advmod", "quantmod", "npadvmod"})
"""Labels of the words of a noun phrase that stand before its head."""
_DEEP = 6
"""How far up a subject is looked for."""


@dataclass(frozen=True, slots=True)
class _Tree:
    """The words of a paragraph with, for each, the numbers of those that hang on it, in order."""

    view: Words
    below: Sequence[Sequence[int]]

    def one(self, i: int, *labels: str) -> int | None:
        """Give the first word below ``i`` with one of the labels."""
        return next((c for c in self.below[i] if self.view.dep[c] in labels), None)


def find(prose: Prose) -> tuple[Frame, ...]:
    """Give the frames of one article, in order of their predicates' words."""
    found = (frame for view in article_words(prose) for frame in _frames(view))
    return tuple(sorted(found, key=lambda frame: (frame.span, frame.role or frame.span)))


def _frames(view: Words) -> Iterator[Frame]:
    below: list[list[int]] = [[] for _ in range(len(view))]
    for i, head in enumerate(view.head):
        if head != i:
            below[head].append(i)
    tree = _Tree(view, below)
    for i, pos in enumerate(view.pos):
        if view.lemma[i] in _BEING and pos in ("AUX", "VERB"):
            yield from _being(tree, i)
        elif pos == "VERB":
            yield _doing(tree, i)
            yield from _as(tree, i)
        elif pos in ("PROPN", "NOUN", "PRON"):
            yield from _named(tree, i)


# What is done ---------------------------------------------------------------------------------------------------------


def _doing(tree: _Tree, verb: int) -> Frame:
    view = tree.view
    passive = _passive(tree, verb)
    if passive:
        agent, patient = _by_whom(tree, verb), _done_to(tree, verb)
    else:
        agent, patient = _subject(tree, verb), _object(tree, verb)
    particle = tree.one(verb, "prt")
    name = view.lemma[verb] if particle is None else f"{view.lemma[verb]}_{view.folded[particle]}"
    return Frame(
        span=view.span(verb, verb + 1),
        predicate=name,
        agent=_phrase(tree, agent),
        patient=_phrase(tree, patient),
        means=_phrase(tree, _how(tree, verb)),
        negated=_negated(tree, verb),
    )


def _passive(tree: _Tree, verb: int) -> bool:
    """Tell whether a verb is passive by itself, reduced ("shots fired by them"), or goes on with one that is."""
    if tree.one(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    view = tree.view
    return (
        view.dep[verb] == "conj"
        and tree.one(verb, "nsubj", "dobj", "aux") is None
        and view.text[verb].lower() != view.lemma[verb]
        and tree.one(view.head[verb], "auxpass", "nsubjpass") is not None
    )


def _by_whom(tree: _Tree, verb: int) -> int | None:
    by = tree.one(verb, "agent")
    return None if by is None else tree.one(by, "pobj")


def _done_to(tree: _Tree, verb: int) -> int | None:
    view = tree.view
    own = tree.one(verb, "nsubjpass", "nsubj")
    if own is not None:
        return _meant(tree, own)
    if view.dep[verb] == "acl":
        return view.head[verb]
    return _done_to(tree, view.head[verb]) if view.dep[verb] == "conj" else None


def _subject(tree: _Tree, verb: int, depth: int = 0) -> int | None:
    view = tree.view
    own = next((c for c in tree.below[verb] if view.dep[c] in _SUBJECTS), None)
    if own is not None:
        return _meant(tree, own)
    head, label = view.head[verb], view.dep[verb]
    if head == verb or depth > _DEEP or tree.one(verb, "nsubjpass", "expl") is not None:
        return None
    if label == "acl" and view.text[verb].endswith("ing"):
        return head
    if label == "xcomp" and view.lemma[head] in _controlling() and (other := tree.one(head, "dobj")) is not None:
        return other
    if label not in _GIVEN_ON:
        return None
    while view.pos[head] not in ("VERB", "AUX"):
        if view.head[head] == head or view.dep[head] not in ("prep", "acomp", "mark"):
            return None
        head = view.head[head]
    passive = tree.one(head, "nsubjpass")
    return _meant(tree, passive) if passive is not None else _subject(tree, head, depth + 1)


def _meant(tree: _Tree, subject: int) -> int:
    """Give the noun that "who" or "which" stands for, else the subject itself."""
    view = tree.view
    clause = view.head[subject]
    if view.folded[subject] not in _RELATIVE:
        return subject
    if view.dep[clause] == "relcl":
        return view.head[clause]
    # "it was the pilot who called": the parser seldom hangs the clause on the noun
    return subject - 1 if subject and view.pos[subject - 1] in ("NOUN", "PROPN") else subject


def _object(tree: _Tree, verb: int) -> int | None:
    own = tree.one(verb, "dobj")
    if own is not None:
        return _meant(tree, own)
    other = tree.one(verb, "dative")
    if other is not None and tree.view.pos[other] != "ADP":
        return other
    return next(
        (
            inner
            for c in tree.below[verb]
            if tree.view.dep[c] in ("prep", "dative") and tree.view.folded[c] in _ACTING_ON
            if (inner := tree.one(c, "pobj")) is not None
        ),
        None,
    )


def _how(tree: _Tree, verb: int) -> int | None:
    objects = [c for c in tree.below[verb] if tree.view.dep[c] in ("dobj", "prep")]
    return next(
        (one for top in (verb, *objects) for one in _objects_of(tree, top, _BY) if _is_means(tree, one)),
        None,
    )


def _objects_of(tree: _Tree, top: int, prepositions: frozenset[str]) -> Iterator[int]:
    for c in tree.below[top]:
        if tree.view.dep[c] in ("prep", "agent") and tree.view.folded[c] in prepositions:
            yield from (one for one in tree.below[c] if tree.view.dep[one] == "pobj")


def _is_means(tree: _Tree, i: int) -> bool:
    """Tell whether a phrase names a means of speaking: "by telephone", "in a text message", "by e-mail"."""
    view = tree.view
    if view.pos[i] != "NOUN":
        return False
    first, end = _edges(tree, i)
    start = view.start[first]
    words = text_of(view.paragraph.doc)[start : view.start[end - 1] + len(view.text[end - 1])]
    return next(standing(words, "media.txt"), None) is not None


def _negated(tree: _Tree, verb: int) -> bool:
    view = tree.view
    for c in tree.below[verb]:
        if view.dep[c] == "neg" or (c < verb and view.folded[c] in _WITHOUT):
            return True
        if view.dep[c] in ("nsubj", "nsubjpass") and (
            view.folded[c] in _NOBODY or any(view.folded[d] == "no" for d in tree.below[c])
        ):
            return True
    return False


# Who is what ----------------------------------------------------------------------------------------------------------


def _being(tree: _Tree, verb: int) -> Iterator[Frame]:
    """Yield what a subject is said to be: "Hallam was first mate", "the initials were those of Hallam"."""
    said = tree.one(verb, "attr")
    whom = _subject(tree, verb) if said is not None else None
    if said is None or whom is None or tree.view.pos[said] not in ("NOUN", "PRON", "PROPN"):
        return
    yield _role(tree, said, whom, _negated(tree, verb))


def _as(tree: _Tree, verb: int) -> Iterator[Frame]:
    """Yield what somebody serves as, or is known as: "Hallam worked as a stoker", "named the driver as Hallam"."""
    lemma = tree.view.lemma[verb]
    if lemma not in _SERVING | _KNOWING:
        return
    knowing = lemma in _KNOWING
    whom = (_done_to(tree, verb) if _passive(tree, verb) else _object(tree, verb)) if knowing else _subject(tree, verb)
    for said in _objects_of(tree, verb, frozenset({"as"})):
        if whom is not None:
            yield _role(tree, said, whom, _negated(tree, verb))


def _named(tree: _Tree, i: int) -> Iterator[Frame]:
    """Yield what apposition and the words before a name say: "Hallam, a stoker", "the stoker, Hallam"."""
    view = tree.view
    beside = view.head[i]
    if view.dep[i] == "appos" and view.pos[beside] in ("NOUN", "PROPN"):
        if view.pos[beside] == "PROPN" and view.pos[i] == "NOUN":
            yield _role(tree, i, beside)
        elif view.pos[beside] == "NOUN" and view.pos[i] == "PROPN":
            yield _role(tree, beside, i)
    if view.pos[i] == "PROPN" and view.dep[i] != "compound":
        first, _ = _edges(tree, i)
        name = i
        while name > first and view.capital(name - 1) and view.pos[name - 1] == "PROPN":
            name -= 1
        if name > first and view.pos[name - 1] == "NOUN" and view.head[name - 1] == i:
            yield Frame(
                span=view.span(name - 1, name),
                predicate="be",
                patient=view.span(name, i + 1),
                role=view.span(first, name),
            )


def _role(tree: _Tree, said: int, whom: int, negated: bool = False) -> Frame:
    first, end = _edges(tree, said, ("of", "for", "at", "in", "to"))
    view = tree.view
    span = view.span(said, said + 1)
    return Frame(span, "be", patient=_phrase(tree, whom), role=view.span(first, end), negated=negated)


# Phrases --------------------------------------------------------------------------------------------------------------


def _phrase(tree: _Tree, head: int | None) -> Span | None:
    if head is None:
        return None
    return tree.view.span(*_edges(tree, head, ("of",)))


def _edges(tree: _Tree, head: int, after: tuple[str, ...] = ()) -> tuple[int, int]:
    """Give the words of the noun phrase of ``head``: what stands right before it, and what hangs on it by ``after``."""
    view = tree.view
    first = head
    for c in reversed([c for c in tree.below[head] if c < head]):
        if view.dep[c] not in _INSIDE or view.text[c] in (",", '"'):
            break
        first = _edges(tree, c)[0]
    end = head + 1
    for c in (c for c in tree.below[head] if c > head):
        if view.dep[c] == "prep" and view.folded[c] in after and c == end:
            inner = tree.one(c, "pobj")
            end = _edges(tree, inner, ("of",))[1] if inner is not None and inner > c else end
        elif view.dep[c] in ("case", "prt") and c == end:
            end = c + 1
    return _whole(view, first, end)


def _whole(view: Words, first: int, end: int) -> tuple[int, int]:
    """Take in what a hyphen joins: the parser cuts "e-mail" in three."""
    while first > 1 and view.text[first - 1] == "-" and view.glued(first) and view.glued(first - 1):
        first -= 2
    while end + 1 < len(view) and view.text[end] == "-" and view.glued(end) and view.glued(end + 1):
        end += 2
    return first, end


# Words ----------------------------------------------------------------------------------------------------------------


@cache
def _controlling() -> frozenset[str]:
    return frozenset(entries("object-control-verbs.txt"))
