"""Where a story names things by words that could have been others, each with its tone and what stands near it.

A naming is a word of one of the kinds of ``lexis``, or a noun that some article sets a judging word before ("the
so-called reform") wherever it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.events import Word, grammar, words
from rashomon.compare.lexis import entries_of, judges, sizes
from rashomon.model import REPORT_ROLES, Span, Story
from rashomon.text import plain

__all__ = ["Naming", "namings"]

_NEAR = 24
"""Words to either side that tell what is meant: those of its sentence and some of the next. Calibrated on the dev
stories with the bounds in wording.py: at 6 a third of the choices of words are lost."""
_MODIFIERS = 3
"""Words between an article and its noun that are shown with it."""
_DETERMINERS = frozenset(
    {"a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "such", "no"}
)

_Places = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Naming:
    """A name of a kind of thing where it stands.

    ``span`` is the word or phrase with what modifies it before, ``key`` its base form, with the words that judge it.
    ``kind``, ``tone`` and ``vague`` are as in ``lexis``; the kind of a noun that is none of those is the noun itself.
    ``near`` are the plain forms of the telling words beside it, ``told_in`` the ids of the propositions it is told in.
    """

    span: Span
    kind: str
    key: str
    tone: int
    vague: bool
    near: frozenset[str]
    told_in: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Line:
    """A block as it is looked through: its ``text`` with plain marks, its words, and those in small letters.

    ``telling`` are the plain forms of the words that tell what is meant, "" for the others.
    ``start`` is its place in the article, ``closed`` are places in it where a word names nothing by itself, ``claims``
    those of claims with their propositions.
    """

    article: str
    start: int
    text: str
    words: tuple[Word, ...]
    small: tuple[str, ...]
    telling: tuple[str, ...]
    closed: _Places
    claims: Sequence[tuple[int, int, str]]

    def naming(self, number: int, size: int, kind: str, key: str, tone: int, vague: bool) -> Naming:
        """Give the naming that the words from ``number`` on are."""
        first, last = _first(self, number), self.words[number + size - 1]
        judged = [word for word in self.small[first:number] if judges(word)]
        at = self.start + self.words[number].start
        return Naming(
            Span(self.article, self.start + self.words[first].start, self.start + last.end),
            kind,
            " ".join((*judged, key)),
            (tone or 1) if judged else tone,
            vague and not judged,
            frozenset(_near(self.telling, number, size)),
            frozenset(name for start, end, name in self.claims if start <= at < end),
        )


def namings(story: Story) -> tuple[Naming, ...]:
    """Give all namings of ``story``, in order of its articles and of their places; a word of two kinds is two.

    Names, times and the descriptions of people and bodies that go by a name are none: they are told of the entity.
    """
    lines = list(_lines(story))
    nouns = _judged_nouns(lines)
    found: list[Naming] = []
    for line in lines:
        found += _of_kinds(line)
        found += _of_nouns(line, nouns)
    return tuple(found)


def _lines(story: Story) -> Iterator[_Line]:
    described = _described(story)
    for article, blocks, analysis in zip(story.articles, story.blocks, story.analyses, strict=True):
        names = [one.span for one in analysis.mentions if one.form == "name"]
        spans = [*names, *(one.span for one in analysis.times), *described.get(article.id, ())]
        closed = sorted((span.start, span.end) for span in spans)
        claims = sorted((one.span.start, one.span.end, one.proposition) for one in analysis.claims if one.proposition)
        for block in blocks:
            if block.role in REPORT_ROLES:
                text = plain(article.text[block.span.start : block.span.end])
                told = words(text)
                small = tuple(text[word.start : word.end].lower() for word in told)
                telling = tuple(word.lemma if _tells(word.lemma) else "" for word in told)
                places = [place for place in closed if _meets(place, block.span)]
                claimed = [one for one in claims if _meets(one, block.span)]
                yield _Line(article.id, block.span.start, text, told, small, telling, places, claimed)


def _meets(place: tuple[int, int] | tuple[int, int, str], span: Span) -> bool:
    return place[0] < span.end and span.start < place[1]


def _described(story: Story) -> Mapping[str, Sequence[Span]]:
    """Give for each article the mentions of people and bodies that go by a name somewhere."""
    names = {one.span for analysis in story.analyses for one in analysis.mentions if one.form == "name"}
    found: dict[str, list[Span]] = defaultdict(list)
    for entity in story.entities:
        if not names.isdisjoint(entity.mentions):
            for span in entity.mentions:
                found[span.article].append(span)
    return found


def _of_kinds(line: _Line) -> Iterator[Naming]:
    number = 0
    while number < len(line.words):
        left = len(line.words) - number
        longest = (n for n in sizes(line.small[number]) if n <= left and entries_of(line.small[number : number + n]))
        size = next(longest, 0)
        if size and not _inside(line, number, line.closed):
            noun = _first(line, number) < number or (number > 0 and line.small[number - 1] in _DETERMINERS)
            for entry in entries_of(line.small[number : number + size]):
                if noun or not entry.noun:
                    yield line.naming(number, size, entry.kind, entry.key, entry.tone, entry.vague)
        number += size or 1


def _judged_nouns(lines: Sequence[_Line]) -> frozenset[str]:
    """Give the plain forms of nouns that a judging word stands before somewhere, and an article elsewhere.

    Words of the kinds are not among them.
    """
    judged: set[str] = set()
    plainly: set[str] = set()
    for line in lines:
        for number, word in enumerate(line.small):
            if judges(word) and (head := _head(line, number)):
                judged.add(line.words[head].lemma)
            elif word in _DETERMINERS and number + 1 < len(line.words):
                plainly.add(line.words[number + 1].lemma)
    return frozenset(judged & plainly)


def _head(line: _Line, number: int) -> int | None:
    """Give the number of the noun that the word ``number`` modifies: the last of the words that follow unbroken."""
    head = None
    for at in range(number + 1, min(number + _MODIFIERS + 1, len(line.words))):
        gap = line.text[line.words[at - 1].end : line.words[at].start]
        owner = gap.startswith("'") and line.small[at - 1].endswith("s")
        if gap.strip(" '\"") or owner or line.words[at].lemma in grammar():
            break
        head = at
    return head if head and not entries_of((line.small[head],)) else None


def _of_nouns(line: _Line, nouns: frozenset[str]) -> Iterator[Naming]:
    for number, word in enumerate(line.words):
        if word.lemma in nouns and not entries_of((line.small[number],)):
            naming = line.naming(number, 1, f"={word.lemma}", line.small[number], 0, vague=True)
            if naming.vague or not _inside(line, number, line.closed):
                yield naming


def _inside(line: _Line, number: int, places: _Places) -> bool:
    at = line.start + line.words[number].start
    return any(start <= at < end for start, end in places)


def _first(line: _Line, number: int) -> int:
    """Give the number of the first word that modifies the word ``number``.

    That is what follows its article, or a word that judges just before it; marks of irony may stand around one.
    """
    first = number
    for at in range(number - 1, max(-1, number - _MODIFIERS - 2), -1):
        gap = line.text[line.words[at].end : line.words[at + 1].start]
        if line.small[at] in _DETERMINERS or gap.startswith("'s "):
            # "they said that urged diplomats": what follows "that" need not be its noun
            return at + 1 if line.small[at] != "that" else first
        if gap.strip(" '\"") or line.words[at].lemma in grammar():
            return first
        if judges(line.small[at]) and at + 1 == first:
            first = at
    return first


def _near(telling: Sequence[str], number: int, size: int) -> Iterator[str]:
    yield from filter(None, telling[max(0, number - _NEAR) : number])
    yield from filter(None, telling[number + size : number + size + _NEAR])


def _tells(lemma: str) -> bool:
    return len(lemma) > 2 and not lemma[0].isdigit() and lemma not in grammar()
