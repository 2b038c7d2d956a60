"""What kind of thing a proper name names, voted on by all that the article says about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.analyse.words import NAMED, Words
from rashomon.data import entries, lexicon
from rashomon.model import EntityKind

__all__ = ["Candidate", "Key", "adjective", "key_of", "kinds_of"]

Key = tuple[str, ...]
"""A name as its folded words."""

Votes = defaultdict[Key, defaultdict[EntityKind, float]]

_ENOUGH = 1.0
"""Votes a name needs. A label of the parser gives 1, so that a name without one needs a title, a role, a telling word
or two weak signs. Calibrated by reading the lists of names of 40 news articles."""


_TITLED = 5.0
"""Votes that a title alone gives a surname."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``first`` to ``end`` that may be a name; ``shouted`` where capitals say nothing of it."""

    first: int
    end: int
    label: EntityKind | None
    shouted: bool


def key_of(words: Words, first: int, end: int) -> Key:
    """Give the folded words of a name; marks and possessive endings are left out."""
    return tuple(word for word in words.folded[first:end] if word)


def kinds_of(article: Sequence[Words], found: Sequence[Sequence[Candidate]]) -> dict[Key, EntityKind]:
    """Give the names among the candidates of an article's paragraphs, each with its kind.

    The last words of a person's full name are in it as well, so that a bare surname is known.
    """
    votes: Votes = defaultdict(lambda: defaultdict(float))
    quiet: set[Key] = set()
    small = {word.lower() for words in article for word in words.text if word[:1].islower()}
    for words, candidates in zip(article, found, strict=True):
        for candidate in candidates:
            key = key_of(words, candidate.first, candidate.end)
            if not key or _nameless(words, candidate, key) or _stressed(words, candidate, small):
                continue
            for kind, weight in _evidence(words, candidate, key):
                votes[key][kind] += weight
            if not candidate.shouted:
                quiet.add(key)
    _inherit(votes)
    kinds = {key: _elected(counts) for key, counts in votes.items()}
    return {
        key: kind
        for key, kind in kinds.items()
        if votes[key][kind] >= _ENOUGH and (key in quiet or _known(key, kind) or _part_of_quiet(key, quiet))
    }


def adjective(words: Words, first: int, end: int, kind: EntityKind) -> bool:
    """Tell whether the name of a people or a party only describes another noun here ("Russian officials")."""
    last = end - 1
    peoples = kind == "place" and end - first == 1 and words.folded[last].endswith(("ian", "ean", "ese", "ish"))
    if kind != "group" and not (peoples and words.folded[last] not in lexicon.places()):
        return False
    while words.dep[last] == "conj" and words.head[last] < last:
        last = words.head[last]
    if words.dep[last] in {"amod", "compound", "nmod"} and words.head[last] > last:
        return True
    return words.pos[last] == "ADJ" and words.text[last][-1] != "s" and words.dep[last] in {"acomp", "advmod"}


def _nameless(words: Words, candidate: Candidate, key: Key) -> bool:
    last = key[-1]
    if last in lexicon.thing_words() or (len(key) == 1 and len(last) < 2):
        return True
    if len(key) > 1 and key[0] in _THING_STARTS:
        return True
    if len(key) > 1 and last in lexicon.roles() and key[0] not in lexicon.given_names():
        return True  # "National Security Adviser" names a role, not somebody
    if candidate.end - candidate.first > 2 and key[0] in lexicon.roles() and words.folded[candidate.first + 1] == "of":
        return True  # "Head of Government"
    if candidate.end < len(words) and words.text[candidate.end] == "$":
        return True
    if candidate.first > 2 and words.text[candidate.first - 1] == ":" and words.text[candidate.first - 3] == "(":
        return True  # a ticker: "(NYX: TRN)"
    if candidate.end < len(words) and words.text[candidate.end] == ":" and words.text[candidate.first - 1] == "(":
        return True  # its exchange
    if len(key) == 1 and last not in lexicon.known_bodies():
        if last in lexicon.roles() or last in lexicon.titles() or last in lexicon.bodies():
            return True
        if candidate.label is None and words.opens[candidate.first] and words.lemma[candidate.first] in _COMMON:
            return True
    after = candidate.end
    if after < len(words) and words.capital(after) and _of_person(words.folded[after]) and not candidate.shouted:
        # "National Security Adviser", "Foreign Minister": the words before a capitalised role belong to the role,
        # unless they are a body or a place.
        return not (_bodily(key) or _placed(key) or (len(key) == 1 and candidate.label in {"person", "place", "group"}))
    return False


def _stressed(words: Words, candidate: Candidate, small: set[str]) -> bool:
    """Tell whether a word in capitals is only stressed ("on his PHONE"): the article has it in small letters too."""
    text = words.text[candidate.first]
    return candidate.end - candidate.first == 1 and len(text) >= _WORD and text.isupper() and text.lower() in small


_WORD = 4
"""Letters from which a word in capitals is seldom an initialism that is also a word ("WHO", "AIDS")."""
_COMMON = frozenset(["yes", "no", "please", "thank", "hello", "well", "okay", "hi", "oh", "ah", "sorry", "sir"])


_THING_STARTS = frozenset(["plan", "operation", "project", "hurricane", "storm", "typhoon", "cyclone"])


def _of_person(word: str) -> bool:
    return word in lexicon.roles() or word in lexicon.titles()


def _bodily(key: Key) -> bool:
    return (
        key[-1] in lexicon.body_words()
        or key[0] in lexicon.bodies()
        or " ".join(key) in lexicon.known_bodies()
        or any(word in lexicon.bodies() for word in key[1:])
    )


def _placed(key: Key) -> bool:
    return " ".join(key) in lexicon.places()


def _known(key: Key, kind: EntityKind) -> bool:
    """Tell whether a name that stands in headlines only is known from elsewhere."""
    if kind == "person":
        return len(key) in {2, 3} and key[0] in lexicon.given_names() and not _bodily(key) and not _worldly(key)
    return _placed(key) or " ".join(key) in lexicon.known_bodies() or (kind == "organisation" and _bodily(key))


def _worldly(key: Key) -> bool:
    return any(word in lexicon.places() or word in lexicon.people() for word in key)


def _part_of_quiet(key: Key, quiet: set[Key]) -> bool:
    return any(len(full) > len(key) and full[-len(key) :] == key for full in quiet)


def _elected(counts: Mapping[EntityKind, float]) -> EntityKind:
    order: tuple[EntityKind, ...] = ("person", "organisation", "place", "group")
    return max(order, key=lambda kind: counts.get(kind, 0.0))


# Evidence ------------------------------------------------------------------------------------------------------------


def _evidence(words: Words, candidate: Candidate, key: Key) -> Iterator[tuple[EntityKind, float]]:
    if candidate.label is not None:
        if candidate.label == "person" and _phrasal(words, candidate):
            yield "organisation", 1.0
            return
        weak = candidate.shouted or (candidate.label == "person" and _describes(words, candidate.end - 1))
        yield candidate.label, 0.5 if weak else 1.0
    yield from _inside(words, candidate, key)
    if not candidate.shouted:
        yield from _around(words, candidate, key)


def _phrasal(words: Words, candidate: Candidate) -> bool:
    """Tell whether a small word stands inside that no person's name holds: "Save the Slip"."""
    return any(
        words.folded[i] in {"the", "our", "a", "for", "to", "and"} for i in range(candidate.first, candidate.end)
    )


def _describes(words: Words, i: int) -> bool:
    """Tell whether word ``i`` only describes a common noun: "Jihadi terrorism"."""
    return words.dep[i] in {"amod", "compound", "nmod"} and words.pos[words.head[i]] == "NOUN"


def _inside(words: Words, candidate: Candidate, key: Key) -> Iterator[tuple[EntityKind, float]]:
    joined = " ".join(key)
    if "&" in key:
        yield "organisation", 4
    if joined in lexicon.people():
        yield "group", 6
    elif joined in lexicon.known_bodies() or joined in lexicon.written_out():
        yield "organisation", 6
    elif joined in lexicon.places():
        yield "place", 3
    if len(key) == 1:
        text = words.text[candidate.first]
        if (
            text.isupper()
            and key[0].isalpha()
            and 2 <= len(key[0]) <= 6
            and not candidate.shouted
            and joined not in lexicon.places()
        ):
            yield "organisation", 1.5
    elif len(key) == 2 and candidate.label == "person" and key[0] in lexicon.given_names() and not _worldly(key):
        yield "person", 3  # "Jim Press" is somebody
    elif _bodily(key) or (not candidate.shouted and key[-1] in entries("company-words.txt")):
        yield "organisation", 3
    elif key[-1] in lexicon.place_words() or key[0] in _PLACE_STARTS:
        yield "place", 2.5
    elif key[0] in lexicon.given_names() and not _worldly(key) and len(key) <= 4:
        yield "person", 2


_PLACE_STARTS = frozenset(
    [
        "rue",
        "quai",
        "pont",
        "piazza",
        "via",
        "calle",
        "avenida",
        "plaza",
        "place",
        "lake",
        "mount",
        "cape",
        "port",
        "fort",
        "isle",
        "isles",
    ]
)


def _around(words: Words, candidate: Candidate, key: Key) -> Iterator[tuple[EntityKind, float]]:
    first, end = candidate.first, candidate.end
    before = words.folded[first - 1] if first else ""
    if before == "" and first > 1 and words.text[first - 1] == ".":
        before = words.folded[first - 2]
    after = words.folded[end] if end < len(words) else ""
    if first > 1 and (words.text[first - 1] == "," or before in NAMED):
        if words.folded[first - 2] in lexicon.bodies():
            yield "organisation", 2.5  # "the low-cost airline, Tarn Air,", "a coalition called Clean Water"
        elif words.folded[first - 2] in lexicon.roles():
            yield "person", 1
    if before in _ARTICLES and words.dep[end - 1] not in {"compound", "nmod", "poss"}:
        yield "person", -1.5  # "the Dreamliner": people take no article
        yield "organisation", 0.3
    elif before in lexicon.bodies() and not words.capital(first - 1) and key[0] not in lexicon.given_names():
        yield "organisation", 3
    if before in lexicon.titles() and words.capital(first - 1):
        yield "person", 5
    elif before in lexicon.roles() and words.sentence[first - 1] == words.sentence[first]:
        yield "person", 4
    if after in {"himself", "herself"}:
        yield "person", 3
    if after in {"who", "whom"} or (after == "" and end + 1 < len(words) and words.folded[end + 1] == "who"):
        yield "person", 2
    if before in {"in", "near", "outside", "across", "around"} and len(key) <= 2:
        yield "place", 0.8
    elif before in {"to", "from", "at", "of"} and len(key) == 1:
        yield "place", 0.2
    last = end - 1
    if words.dep[last] in {"nsubj", "nsubjpass"} and words.lemma[words.head[last]] in lexicon.speech_verbs():
        placed = candidate.label == "place" and not _placed(key)  # places off the map that speak are bodies
        yield ("organisation" if _bodily(key) or placed else "person"), 2.0 if placed else 0.6
    if words.dep[last] == "nsubj" and _possesses(words, end) == "its":
        yield "organisation", 1.5
        yield "person", -0.5
    if end < len(words) and words.text[end] == ",":
        yield from _apposition(words, end + 1)


_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVES = frozenset({"its", "his", "her", "their"})


def _possesses(words: Words, i: int) -> str:
    """Give the first possessive pronoun of the clause going on at ``i``: "Tarn did not answer *its* telephone"."""
    for j in range(i, min(i + 8, len(words))):
        if words.pos[j] == "PUNCT" or words.dep[j] in {"nsubj", "nsubjpass"}:
            return ""
        if words.folded[j] in _POSSESSIVES:
            return words.folded[j]
    return ""


def _apposition(words: Words, i: int) -> Iterator[tuple[EntityKind, float]]:
    """Read what follows a name and a comma: ", 51,", ", the harbour master,", ", a ferry company,"."""
    if i + 1 < len(words) and words.text[i].isdecimal() and 10 < int(words.text[i]) < 110 and words.text[i + 1] in ",.":
        yield "person", 2.5
    if i < len(words) and words.folded[i] in {*_ARTICLES, "its", "his", "her", "their", "one"}:
        for j in range(i + 1, min(i + 7, len(words))):
            if words.dep[j] == "appos":
                if words.lemma[j] in lexicon.roles():
                    yield "person", 2.5
                elif words.lemma[j] in lexicon.bodies():
                    yield "organisation", 2.5
                elif words.lemma[j] in lexicon.place_words():
                    yield "place", 2.5
                return


def _inherit(votes: Votes) -> None:
    """Let the last words of a person's full name, and a body's name without "Inc", vote as the whole name does."""
    for key in [key for key, counts in votes.items() if len(key) > 1 and _elected(counts) == "organisation"]:
        if key[:-1] in votes and key[-1] in lexicon.bodies()["firm"] | lexicon.bodies()["company"]:
            votes[key[:-1]]["organisation"] += 4
    titled = {key[0] for key, counts in votes.items() if len(key) == 1 and counts["person"] >= _TITLED}
    for key, counts in votes.items():
        if len(key) == 2 and key[-1] in titled and not _bodily(key) and not _worldly(key):
            counts["person"] += 3  # "Mr Tasse" says what "Corvin Tasse" is
    surnames = {key[-1] for key, counts in votes.items() if len(key) > 1 and _elected(counts) == "person"}
    for key, counts in votes.items():
        if len(key) == 2 and key[-1] in surnames and not _bodily(key) and not _worldly(key):
            counts["person"] += 3  # of one family
    for key in [key for key, counts in votes.items() if len(key) > 1 and _elected(counts) == "person"]:
        if _bodily(key) or votes[key]["person"] < _ENOUGH:
            continue
        if key[0] in lexicon.given_names() and key[:1] in votes and votes[key[:1]]["person"] > 0:
            votes[key[:1]]["person"] += 4  # "Nell", where the article has "Nell Arbuthnot"
        for length in range(1, len(key)):
            tail = key[-length:]
            if len(tail[0]) > 1 and tail[0] not in _SUFFIXES and (length == 1 or tail in votes):
                # A label of the parser on the bare surname counts for nothing against the full name beside it.
                votes[tail]["person"] += 4 if _placed(tail) or _bodily(tail) else 100


_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
