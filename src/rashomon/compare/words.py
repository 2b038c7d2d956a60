"""The report's own words of each article, as comparing needs them: in small letters, with what they weigh."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from rashomon.data import entries
from rashomon.data.lexicon import roles, titles
from rashomon.model import REPORT_ROLES, Analysis, Article, Block, Span
from rashomon.text import plain

__all__ = ["OWN", "QUOTED", "REPORTED", "Words", "speech", "words"]

OWN, REPORTED, QUOTED = 0, 1, 2
"""Whose a word is: the outlet's own, somebody's in the outlet's telling, somebody's between marks."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*\w*|\w+(?:'\w+)*")
_EDGE = re.compile(r"[.!?…]['\")\]]*\s|\"|:\s|(?<!\w)'")
"""Where a sentence or a quotation ends or begins, in plain text."""
_MARKED = re.compile(r"(?<!\w)[\"“„«](?=\S)[^\"“”„«»]*(?:[\"”»“]|$)|(?<!\w)‘(?=\S).+?’(?!\w)", re.DOTALL)
"""What stands between double marks, to the block's end where none closes it, or between curly single ones."""

_SPOKEN = 0.75
"""Share of the words of a passage that must be the speaker's for it to be speech: the cue may stand amid them."""
_OWN_WORDS = 8
"""The outlet's own words from which a passage is no longer speech, however much speech there is beside them."""
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ations?)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})ys(?=(?:e|es|ed|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ites?|ers?|ful)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2}[bt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{3})ence(?=s?$)"), "ense"),
)
"""British endings, compared as the American ones. Words that are no pair ("promise") change on both sides."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the report's own blocks of one article, in order.

    ``keys`` are the words in small letters without marks; ``places`` their offsets (code points, half-open).
    ``telling`` says of each whether it tells anything, ``voices`` whose it is (``OWN``, ``REPORTED``, ``QUOTED``), and
    ``stretches`` numbers the unbroken stretch of report it stands in. ``edges`` are the numbers of the words with which
    a sentence or quotation begins, and at last the number of words.
    """

    article: str
    keys: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    telling: tuple[bool, ...]
    voices: tuple[int, ...]
    stretches: tuple[int, ...]
    edges: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Give the span of the words number ``start`` to ``end`` (half-open, at least one)."""
        return Span(self.article, self.places[start][0], self.places[end - 1][1])


class _Token(NamedTuple):
    word: str
    start: int
    end: int
    stretch: int
    edge: bool


def speech(left: Sequence[int], right: Sequence[int]) -> int:
    """Give how sure it is that the same words in two articles, given by their voices, are somebody's they both quote.

    2 where one has them between marks and the other as somebody's, 1 where the other has them as its own, 0 where
    neither has them between marks: then they are an outlet's.

    >>> [speech([QUOTED] * 9, [REPORTED] * 9), speech([OWN] * 9, [QUOTED] * 9), speech([REPORTED] * 9, [REPORTED] * 9)]
    [2, 1, 0]
    """
    own = [voices.count(OWN) for voices in (left, right)]
    most = min(_OWN_WORDS, (1 - _SPOKEN) * len(left))
    if not any(
        voices.count(QUOTED) >= _SPOKEN * len(voices) and n < most for voices, n in zip((left, right), own, strict=True)
    ):
        return 0
    return 2 if max(own) < most else 1


def words(
    articles: Sequence[Article], blocks: Sequence[Sequence[Block]], analyses: Sequence[Analysis]
) -> tuple[Words, ...]:
    """Give the words of each article of a story; ``blocks`` and ``analyses`` stand in the order of ``articles``.

    A word tells something unless it is a word of grammar, a number, what a person is called ("general", "spokesman"), a
    name (written with a capital in mid-sentence, or never written small in any of the articles), or part of a phrase
    that every newsroom uses (data/stock-phrases.txt).
    """
    read = [list(_tokens(article.text, own)) for article, own in zip(articles, blocks, strict=True)]
    small = {token.word for tokens in read for token in tokens if token.word[0].islower()} - _idle()
    return tuple(
        _words(article, own, analysis, tokens, small)
        for article, own, analysis, tokens in zip(articles, blocks, analyses, read, strict=True)
    )


def _words(
    article: Article, blocks: Sequence[Block], analysis: Analysis, tokens: Sequence[_Token], small: set[str]
) -> Words:
    keys = tuple(_key(token.word) for token in tokens)
    stock = {at + number for at in range(len(keys) - 2) if keys[at : at + 3] in _stock() for number in range(3)}
    return Words(
        article.id,
        keys,
        tuple((token.start, token.end) for token in tokens),
        tuple(_tells(token, small) and at not in stock for at, token in enumerate(tokens)),
        _voices(article.text, blocks, analysis, tokens),
        tuple(token.stretch for token in tokens),
        (*(number for number, token in enumerate(tokens) if token.edge), len(tokens)),
    )


def _tells(token: _Token, small: set[str]) -> bool:
    """Tell a word that is no name: written small, or with a capital where any word has one."""
    return (token.edge or token.word[0].islower()) and token.word.lower() in small


def _tokens(text: str, blocks: Sequence[Block]) -> Iterator[_Token]:
    # a headline, a caption and the running text are stretches of their own; so is what goes on after an appeal
    for stretch, (role, run) in enumerate(groupby(blocks, key=_running)):
        if role not in REPORT_ROLES:
            continue
        for block in run:
            first = block.span.start
            line = plain(text[first : block.span.end])
            edges = [match.end() for match in _EDGE.finditer(line)]
            reached = -1
            for match in _WORD.finditer(line):
                start, end = match.span()
                passed = bisect_right(edges, start)
                yield _Token(match[0], first + start, first + end, stretch, passed != reached)
                reached = passed


def _running(block: Block) -> str:
    return "body" if block.role == "quotation" else block.role


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    """Give a word as it is compared: "U.S." is "us", "don't" is "dont", "1,000" is "1000", and "4.1" stays.

    British and American spellings are one.

    >>> _key("Harbour") == _key("harbor"), _key("apologised") == _key("apologized"), _key("four") == _key("for")
    (True, True, False)
    """
    if word[0].isdigit():
        return word.replace(",", "")
    key = word.lower().replace(".", "").replace("'", "")
    for british, american in _SPELLINGS:
        key = british.sub(american, key)
    return key


def _voices(text: str, blocks: Sequence[Block], analysis: Analysis, tokens: Sequence[_Token]) -> tuple[int, ...]:
    found = [OWN] * len(tokens)
    starts = [token.start for token in tokens]
    for voice, start, end in sorted(_speech(text, blocks, analysis)):
        first, last = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        found[first:last] = [voice] * (last - first)
    return tuple(found)


def _speech(text: str, blocks: Sequence[Block], analysis: Analysis) -> Iterator[tuple[int, int, int]]:
    """Give whose words stand where, as (voice, start, end)."""
    for block in blocks:
        if block.role == "quotation":
            yield QUOTED, block.span.start, block.span.end
        elif block.role in REPORT_ROLES:
            for match in _MARKED.finditer(text[block.span.start : block.span.end]):
                yield QUOTED, block.span.start + match.start(), block.span.start + match.end()
    for attribution in analysis.attributions:
        for content in attribution.contents:
            # marks tell what a mixed one quotes, unless they are straight single ones, which look like apostrophes
            wholly = attribution.kind in ("direct", "block") or (
                attribution.kind == "mixed" and not _MARKED.search(text, content.start, content.end)
            )
            yield QUOTED if wholly else REPORTED, content.start, content.end


@cache
def _idle() -> frozenset[str]:
    """Give the words that tell nothing wherever they stand: those of grammar, and what people are called."""
    return frozenset(entries("function-words.txt")) | roles().keys() | titles().keys()


@cache
def _stock() -> frozenset[tuple[str, ...]]:
    """Three words in a row of the phrases that every newsroom uses."""
    phrases = (tuple(map(_key, entry.split())) for entry in entries("stock-phrases.txt"))
    return frozenset(phrase[at : at + 3] for phrase in phrases for at in range(len(phrase) - 2))
