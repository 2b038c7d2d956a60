"""The mentions of one article: names, role nouns ("the harbour master"), groups ("two dockers"), pronouns.

A name's mention holds the titles and ranks before it and leaves out articles and possessive endings. A role's or a
group's mention is its noun phrase with what says whose or of what it is ("a spokesman for the ministry"), so a name
may stand inside a role.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from rashomon.analyse.language import Prose
from rashomon.analyse.names import names
from rashomon.analyse.words import Words, article_words
from rashomon.data import lexicon
from rashomon.model import EntityKind, Mention, Span

__all__ = ["find"]

_PERSONAL = frozenset(
    [
        "he",
        "she",
        "him",
        "her",
        "his",
        "hers",
        "himself",
        "herself",
        "who",
        "whom",
        "whose",
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
    ]
)
_PLURAL = frozenset(["they", "them", "their", "themselves"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"])
_OPENING = _DEFINITE | {"a", "an"}
"""Words that a noun phrase begins with."""
_LINKS = frozenset(["of", "for", "to", "at", "with", "in", "from", "on"])
_FURTHER = frozenset({"of", "in", "at"})
"""Prepositions that go on with a phrase already gone on with: "a spokesman for the embassy in Aldery"."""
_PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV", "DET", "PART", "PRON", "VERB", "PUNCT", "CCONJ"})


def find(prose: Prose) -> tuple[Mention, ...]:
    """Find the mentions of an article, in order of the text.

    Names never overlap one another; a role or a group may hold names. Offsets are code points into the article's text.
    """
    article = article_words(prose)
    found: list[list[tuple[int, int, EntityKind]]] = [[] for _ in article]
    for name in names(article):
        found[name.paragraph].append((name.first, name.end, name.kind))
    mentions: set[Mention] = set()
    for view, named in zip(article, found, strict=True):
        mentions.update(Mention(view.span(first, end), kind) for first, end, kind in named)
        mentions.update(_described(view, named))
        mentions.update(_pronouns(view))
    return tuple(sorted(mentions))


def _pronouns(view: Words) -> Iterator[Mention]:
    for i, word in enumerate(view.folded):
        if view.text[i].isupper() and len(word) > 1:
            continue  # "US" is a country
        if word in _PERSONAL:
            yield Mention(view.span(i, i + 1), "person", "pronoun")
        elif word in {"its", "their"} and view.dep[i] == "poss" and view.lemma[view.head[i]] in lexicon.roles():
            yield Mention(view.span(i, i + 1), "organisation", "pronoun")
        elif word in _PLURAL:
            yield Mention(view.span(i, i + 1), "group", "pronoun")
        elif word == "it" and view.dep[i] == "nsubj" and view.lemma[view.head[i]] in lexicon.speech_verbs():
            yield Mention(view.span(i, i + 1), "organisation", "pronoun")


def _described(view: Words, named: Sequence[tuple[int, int, EntityKind]]) -> Iterator[Mention]:
    inside = {i for first, end, _ in named for i in range(first, end)}
    starts = {first for first, _, kind in named if kind == "person"}
    bodies = {first for first, _, kind in named if kind == "organisation"}
    for i, lemma in enumerate(view.lemma):
        if i in inside or view.pos[i] not in {"NOUN", "PROPN"}:
            continue
        plural = lemma != view.folded[i] and lemma in lexicon.roles()
        if (plural or view.folded[i] in lexicon.people_nouns() or _doers(view, i)) and _speaks(view, i):
            yield Mention(_phrase(view, i, i, starts), "group", "role")
        elif view.folded[i] in lexicon.roles():
            before_name = i + 1 in starts
            if before_name or _heads_phrase(view, i):
                yield Mention(_phrase(view, i, view.head[i] if before_name else i, starts), "person", "role")
        elif view.folded[i] in lexicon.bodies() and i + 1 in bodies:
            yield Mention(_phrase(view, i, view.head[i], starts), "organisation", "role")
        elif view.folded[i] in lexicon.bodies() and _heads_phrase(view, i) and (_definite(view, i) or _speaks(view, i)):
            yield Mention(_phrase(view, i, i, starts), "organisation", "role")
    return


def _doers(view: Words, i: int) -> bool:
    """Tell whether word ``i`` is a plural that reads like people by its ending: "wharfingers", "unionists"."""
    word = view.folded[i]
    if view.pos[i] != "NOUN" or word == view.lemma[i] or view.lemma[i] in lexicon.things():
        return False
    return word.endswith(("ers", "ors", "ists", "men", "women"))


def _heads_phrase(view: Words, i: int) -> bool:
    labels = i + 1 < len(view) and view.text[i + 1] == ":"  # "Minister: nobody told me"
    return labels or view.dep[i] not in {"compound", "nmod", "amod", "npadvmod"}


def _speaks(view: Words, i: int) -> bool:
    """Tell whether the phrase at word ``i`` stands where a source stands: doing a verb of speech, "according to"."""
    while view.dep[i] == "conj" and view.head[i] != i:
        i = view.head[i]
    head = view.head[i]
    if view.dep[i] in {"nsubj", "nsubjpass"}:
        further = (j for j in range(head + 1, min(head + 25, len(view))) if view.head[j] == head)
        verbs = [head, *(j for j in further if view.dep[j] in {"advcl", "xcomp", "conj"})]
        if any(view.lemma[verb] in lexicon.speech_verbs() for verb in verbs):
            return True  # "analysts cut the stock, saying"
    for j in range(i + 1, min(i + 10, len(view))):
        if view.dep[j] == "relcl" and view.head[j] == i and view.lemma[j] in lexicon.speech_verbs():
            return True  # "officials who had backed it"
    if view.dep[i] != "pobj":
        return False
    over = view.head[head]
    return view.folded[head] in {"to", "by"} and (
        view.lemma[over] in lexicon.speech_verbs() or view.lemma[over] in {"accord", "according"}
    )


def _definite(view: Words, i: int) -> bool:
    return any(
        view.head[j] == i and (view.folded[j] in _DEFINITE or view.dep[j] == "poss") for j in range(max(0, i - 8), i)
    )


def _phrase(view: Words, i: int, head: int, people: Container[int] = ()) -> Span:
    """Give the noun phrase round word ``i``: what stands before it under ``i`` or ``head``, and "of the ..." after it.

    ``people`` are the words that begin a person's name: a misread "the envoy to Aldery Ines Carrow" ends before it.
    """
    first = i
    while (
        first and view.folded[first] not in _OPENING and _before(view, first - 1) and _under(view, first - 1, i, head)
    ):
        first -= 1
    while first < i and (view.folded[first] in {"", "and", "or", "but"} or view.pos[first] == "PUNCT"):
        first += 1
    if view.folded[i] in lexicon.roles():  # "17.33 Interior minister": a clock time is no count
        while first < i and not any(map(str.isalpha, view.text[first])):
            first += 1
    end = i + 1
    if head == i and end + 1 < len(view) and view.head[end] == i and view.dep[end] in {"amod", "acl"}:
        end += view.dep[end + 1] == "prep" and view.head[end + 1] == end  # "sources familiar with the matter"
    links = _LINKS
    while head == i and end < len(view) and view.dep[end] == "prep" and view.folded[end] in links:
        if not i <= view.head[end] < end:
            break
        links = _FURTHER
        last = _object(view, end)
        if last is None:
            break
        inner = next((j for j in range(end + 2, last + 1) if j in people), None)
        end = last + 1 if inner is None else inner
        if inner is not None:
            break
    return view.span(first, end)


def _before(view: Words, j: int) -> bool:
    """Tell whether word ``j`` may stand before the noun of its phrase."""
    if view.pos[j] == "PUNCT":
        return view.text[j] in {",", "'", '"'} or (view.glued(j) and view.glued(j + 1))
    return view.pos[j] in _PREMODIFIERS and not (view.pos[j] == "PRON" and view.folded[j] not in _DEFINITE)


def _object(view: Words, preposition: int) -> int | None:
    for j in range(preposition + 1, min(preposition + 9, len(view))):
        if view.pos[j] in {"VERB", "AUX"} and view.dep[j] != "amod":
            return None
        if view.dep[j] == "pobj" and view.head[j] == preposition:
            return j
    return None


def _under(view: Words, j: int, i: int, head: int) -> bool:
    for _ in range(6):
        if view.head[j] in (i, head) and view.dep[j] not in {"nsubj", "prep", "punct", "cc", "conj", "relcl", "advmod"}:
            return True
        if view.head[j] == j:
            return False
        j = view.head[j]
    return False
