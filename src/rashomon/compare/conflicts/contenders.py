"""Claims as clashes need them: whose names stand in them, what they affirm and what they negate.

A denial, "not", and a word's contrary come to one thing: "was shut", "was not open" and "denied that it was open" all
say no to what "stood open" says yes to. So each word that tells something gets a sign; a clause is negated as a whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from rashomon.compare.conflicts.counting import Count, counts
from rashomon.compare.conflicts.dating import When, whens
from rashomon.compare.conflicts.ordering import Order, order
from rashomon.compare.events import Word, classes, grammar, lemma, words
from rashomon.compare.gists import Gist
from rashomon.data import cues, entries
from rashomon.model import Claim, Span, Story
from rashomon.text import plain, small

__all__ = ["Contender", "Signed", "contenders", "hollow", "other_times", "proper", "signed"]

_BOUND = re.compile(r"[,;:.!?()\"]|\s-\s|[–—]|\b(?:but|and|which|who|because|although|though|while|when|if|whether)\b")
"""Where a clause ends, in small letters, as far as a negation reaches."""
_STOP = re.compile(r"[.;!?]|\bbut\b")
"""Where what is denied ends, in small letters: "denied that A and that B" denies both."""
_ANY = re.compile(r"\b(?:not?|never|nor|none|nobody|nothing|neither|cannot|\w+n't)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_WISH = re.compile(r"\s+to\b")
"""After "not": it says what somebody is not to do, and nothing of what they did."""
_NOT = re.compile(r"n't\b")
_WITHOUT = "without"
"""The negation that reaches over what follows it only: "fired without warning" says that somebody fired."""
_SOME_OF = re.compile(
    r"\b(?:none|not one|no one|nobody|neither|any|each|either)"
    r"( of (?:(?:the|my|our|his|her|its|their|your|these|those) )?[^\W\d_]+)"
)
"""Of whom something is told or not, in small letters: "none of the drivers heard it" says nothing against drivers."""
_SHORT = 2
"""Letters that a word's plain form must have more of to tell something."""
_PURPOSE = re.compile(
    r"[\"']?(?:not )?(?:(?:me|you|him|her|it|us|them|people|everyone|the \w+) )?(?:not )?"
    r"to (?!the|a|an|its|his|her|their)\w+"
)
"""The beginning of what somebody is to do, or asked to do: "to sue", "her to sign"."""
_OPEN = re.compile(r"(?:whether|if|how|why)\b", re.IGNORECASE)
_AHEAD = 4
"""Code points after a claim in which its question mark may stand."""
_QUESTION = re.compile(r"[^.!]{0,3}\?")
_CHANGING = re.compile(
    r"\b(?:rose|risen|rises|climbed|grown|grew|fell|fallen|now|so far|for the moment|by then|as of|by \d+"
    r"|at midnight)\b",
    re.IGNORECASE,
)
"""Words by which a claim says that its number holds at one moment, and may have been another before."""

_Name = tuple[int, int, str]
"""A name: its offsets in the article (code points, half-open), and the person's id, "" for what is no person."""


@dataclass(frozen=True, slots=True)
class Signed:
    """What a text affirms (1) and negates (-1), by key: a word's plain form, a class of events ("@DIE"), a pair of
    contraries ("~3"). 0 where it does both, or only says that somebody does not know. ``shown`` gives contraries in the
    words of the text. ``negated`` are the keys it negates, in order.
    """

    keys: Mapping[str, int]
    shown: Mapping[str, str]
    negated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contender:
    """A claim ready to clash.

    ``number`` is its place among all; ``names`` are the offsets of names in its words, ``people`` those of persons,
    with the entity's id; ``asking`` says that it is a question or a bare purpose ("to sue the board"), which holds
    nothing to be so; ``headline`` that it is a headline; ``bare`` that it says no and hardly anything else ("denied
    this"), so that what was said right before is denied; ``order`` is what it tells to have come first; ``changing``
    says that its numbers hold at one moment; ``days`` are those that its article tells anywhere, as ISO days.
    """

    number: int
    gist: Gist
    names: tuple[tuple[int, int], ...]
    people: tuple[tuple[int, int, str], ...]
    signed: Signed
    counts: tuple[Count, ...]
    times: tuple[When, ...]
    order: Order | None
    asking: bool
    headline: bool
    bare: bool
    changing: bool
    days: frozenset[str] = frozenset()

    @property
    def claim(self) -> Claim:
        """Give the claim itself."""
        return self.gist.claim

    @property
    def words(self) -> str:
        """Give its words with every offset as it was."""
        return self.gist.words


def contenders(story: Story, prepared: Sequence[Gist]) -> tuple[Contender, ...]:
    """Give the claims of ``story`` in the order of its articles, one for each passage and holder."""
    texts = {article.id: article.text for article in story.articles}
    named: dict[str, list[_Name]] = defaultdict(list)
    for entity in story.entities:
        for span in entity.mentions if entity.kind != "group" else ():
            if texts[span.article][span.start : span.start + 1].isupper():
                named[span.article].append((span.start, span.end, entity.id if entity.kind == "person" else ""))
    names = {article: sorted(several) for article, several in named.items()}
    headlines: dict[str, list[Span]] = defaultdict(list)
    for block in (one for own in story.blocks for one in own if one.role == "headline"):
        headlines[block.span.article].append(block.span)
    claims = {claim.id: claim for analysis in story.analyses for claim in analysis.claims}
    days = {
        analysis.article: frozenset(t.earliest for t in analysis.times if t.earliest and t.earliest == t.latest)
        for analysis in story.analyses
    }
    told = [replace(gist, claim=claims[gist.claim.id]) for gist in prepared]
    return tuple(
        replace(
            _contender(number, gist, texts[article], names.get(article, ()), headlines[article]), days=days[article]
        )
        for number, gist in enumerate(told)
        for article in (gist.claim.span.article,)
    )


def other_times(left: Contender, right: Contender) -> bool:
    """Tell whether both claims say when, and not the same."""
    clocks = [{t.value for t in told.gist.times if t.type == "TIME" and t.value} for told in (left, right)]
    if all(clocks) and not clocks[0] & clocks[1]:
        return True
    days = [[(t.earliest, t.latest) for t in told.gist.times if t.earliest and t.latest] for told in (left, right)]
    return all(days) and all(a[1] < b[0] or b[1] < a[0] for a in days[0] for b in days[1])


def _contender(number: int, gist: Gist, text: str, here: Sequence[_Name], headlines: Sequence[Span]) -> Contender:
    """Give a claim ready to clash; ``here`` are the names in its article whose text is ``text``, in order."""
    span = gist.claim.span
    hidden = tuple(proper(gist.words))
    inside = [one for one in here if one[0] < span.end and span.start < one[1]]
    names = tuple((max(0, start - span.start), end - span.start) for start, end, _ in inside)
    people = tuple((*place, who) for place, (_, _, who) in zip(names, inside, strict=True) if who)
    after = plain(text[span.end : span.end + _AHEAD])
    asking = "?" in gist.text or any(
        (_QUESTION.match(after), _PURPOSE.match(gist.text), _OPEN.match(gist.text)),
    )
    stance = gist.claim.stance
    bare = stance in ("asserts", "denies") and cues("bare-denials.txt").search(small(gist.text)) is not None
    return Contender(
        number=number,
        gist=gist,
        names=names,
        people=people,
        signed=Signed({}, {}) if bare else signed(gist.words, (*names, *hidden), stance == "denies"),
        counts=counts(gist.words, gist.quantities, names),
        times=whens(gist, (*names, *hidden)),
        order=order(gist.words, stance == "denies"),
        asking=asking,
        headline=any(one.start <= span.start and span.end <= one.end for one in headlines),
        bare=bare,
        changing=_CHANGING.search(gist.words) is not None,
    )


def proper(line: str) -> Iterator[tuple[int, int]]:
    """Yield the words of a line that begin with a capital amid it, unless most of its words do (a headline)."""
    found = list(_CAPITAL.finditer(line))
    if 2 * len(found) < len(line.split()):
        yield from (one.span() for one in found)


def signed(text: str, names: Sequence[tuple[int, int]] = (), denied: bool = False) -> Signed:
    """Give what ``text`` affirms and negates, without the ``names`` in it; all is turned round where it is ``denied``.

    A denial whose own words are negated is no second negation: "denied: there were no payments" still says no.

    >>> signed("there was no promise").keys["promis"], signed("a promise", denied=True).keys["promis"]
    (-1, -1)
    """
    clear = plain(text)
    line = cues("not-negations.txt").sub(lambda found: "_" * len(found[0]), small(clear))
    line = _SOME_OF.sub(lambda found: found[0][: -len(found[1])] + "_" * len(found[1]), line)
    told = words(line)
    kinds = classes(told)
    keys: dict[str, int] = {}
    shown: dict[str, str] = {}
    negative = carried = False
    for start, end in _clauses(line):
        carried = carried and not _STOP.match(line, start)
        inside = [(word, kind) for word, kind in zip(told, kinds, strict=True) if start <= word.start < end]
        marks = list(_negators([word.lemma for word, _ in inside]))
        marks = [mark for mark in marks if not _WISH.match(line, inside[mark[-1]][0].end)]
        late = [inside[mark[0]][0].start for mark in marks if inside[mark[0]][0].lemma == _WITHOUT]
        number = len({mark[0] for mark in marks}) - len(late) + len(_NOT.findall(line, start, end))
        taken = {at for mark in marks for at in mark}
        rest = [one for at, one in enumerate(inside) if at not in taken]
        sign = 1 if (number + carried) % 2 == 0 else -1
        carried = carried or any(inside[mark[0]][0].lemma in _reaching() for mark in marks)
        first = min((inside[at][0].start for at in taken), default=start)
        if number and any(
            word.lemma in hollow() and (word.start > first or word.lemma not in _said()) for word, _ in rest
        ):
            sign = 0
        negative = negative or number + len(late) > 0
        for key, own, at in _keys(rest, names):
            if key[0] == "~":
                shown.setdefault(key, f"not {clear[at[0] : at[1]]}" if sign < 0 else clear[at[0] : at[1]])
            turned = own * sign * (-1) ** sum(at[0] > place for place in late)
            keys[key] = turned if keys.get(key, turned) == turned else 0
    if denied and not (negative or _ANY.search(clear)):
        keys = {key: -sign for key, sign in keys.items()}
    return Signed(keys, shown, tuple(key for key, sign in keys.items() if sign < 0))


def _clauses(line: str) -> Iterator[tuple[int, int]]:
    cuts = [0, *(found.start() for found in _BOUND.finditer(line)), len(line)]
    yield from ((start, end) for start, end in pairwise(cuts) if end > start)


def _negators(lemmas: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Yield the places of each word or phrase of negation."""
    for at, one in enumerate(lemmas):
        for rest in _negations().get(one, ()):
            if tuple(lemmas[at + 1 : at + 1 + len(rest)]) == rest:
                yield tuple(range(at, at + 1 + len(rest)))
                break


def _keys(
    inside: Sequence[tuple[Word, tuple[str, ...]]], names: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, int, tuple[int, int]]]:
    lemmas = [word.lemma for word, _ in inside]
    named = {place for start, end in names for place in range(start, end)}
    for at, (word, kinds) in enumerate(inside):
        if word.start in named:
            continue
        if len(word.lemma) > _SHORT and word.lemma not in _silent() and not word.lemma[0].isdigit():
            yield word.lemma, 1, (word.start, word.end)
            for kind in kinds:
                yield f"@{kind}", 1, (word.start, word.end)
        for rest, name, sign in _opposites().get(word.lemma, ()):
            if tuple(lemmas[at + 1 : at + 1 + len(rest)]) == rest:
                yield name, sign, (word.start, inside[at + len(rest)][0].end)


@cache
def hollow() -> frozenset[str]:
    """Give the verbs whose negation says nothing of whether a thing is so, in plain forms."""
    return frozenset(map(lemma, entries("hollow-verbs.txt")))


@cache
def _said() -> frozenset[str]:
    """Give the hollow verbs that only lead to what is told: "said that nobody died" says no to it."""
    return frozenset(map(lemma, ("say", "tell", "claim", "answer", "reply", "respond", "explain")))


@cache
def _silent() -> frozenset[str]:
    """Give the plain forms that cannot clash: grammar, hollow verbs, numbers, months."""
    numbers = (entry.split()[0] for entry in entries("number-words.txt"))
    return (
        grammar()
        | hollow()
        | frozenset(map(lemma, (*numbers, *entries("months.txt"), "else", "right", "rest", "leave", "access")))
    )


def _phrase(entry: str) -> tuple[str, tuple[str, ...]]:
    first, *rest = map(lemma, entry.split("_"))
    return first, tuple(rest)


@cache
def _negations() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for first, rest in map(_phrase, entries("negators.txt")):
        found.setdefault(first, []).append(rest)
    return {first: tuple(several) for first, several in found.items()}


@cache
def _reaching() -> frozenset[str]:
    """Give the verbs of denial, whose negation reaches over a following "that"."""
    return frozenset(map(lemma, ("deny", "denial", "reject", "refute", "dispute", "rebut", "contradict", "rule")))


@cache
def _opposites() -> Mapping[str, tuple[tuple[tuple[str, ...], str, int], ...]]:
    """Give for the first word of each entry: the words after it, the pair's key, and the side it stands on."""
    found: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for number, entry in enumerate(entries("opposites.txt")):
        for sign, side in zip((1, -1), entry.split("|"), strict=True):
            for first, rest in map(_phrase, side.split()):
                found.setdefault(first, []).append((rest, f"~{number}", sign))
    return {first: tuple(several) for first, several in found.items()}
