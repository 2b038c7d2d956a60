"""A parsed paragraph as plain lists: rules over words read lists many times faster than they read parser objects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rashomon.analyse.language import Paragraph, Prose
from rashomon.data.lexicon import fold
from rashomon.model import Span

__all__ = ["NAMED", "Words", "article_words", "words"]

NAMED = frozenset({"called", "named"})
"""What stands between a noun and a name for the same: "a coalition called Clean Water"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a paragraph, one list for each thing known of them; all lists have one length.

    ``folded`` is the word without case, accents and stops; ``head`` the number of the word it depends on (its own at
    the root); ``sentence`` the number of its sentence, ``opens`` whether it is that sentence's first word or the first
    after an opening mark.
    """

    paragraph: Paragraph
    text: list[str]
    folded: list[str]
    lemma: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    sentence: list[int]
    opens: list[bool]

    def __len__(self) -> int:
        """Give the number of words."""
        return len(self.text)

    def span(self, first: int, end: int) -> Span:
        """Give the article span of the words ``first`` to ``end`` (half-open)."""
        return self.paragraph.chars(self.start[first], self.start[end - 1] + len(self.text[end - 1]))

    def capital(self, i: int) -> bool:
        """Tell whether word ``i`` begins with a capital letter."""
        return self.text[i][0].isupper()

    def glued(self, i: int) -> bool:
        """Tell whether no space stands before word ``i``."""
        return i > 0 and self.start[i - 1] + len(self.text[i - 1]) == self.start[i]


@lru_cache(maxsize=1)
def article_words(prose: Prose) -> tuple[Words, ...]:
    """Give the words of each paragraph; the article read last is kept, for the stages that follow one another."""
    return tuple(words(paragraph) for paragraph in prose.paragraphs)


def words(paragraph: Paragraph) -> Words:
    """Read the lists off a parsed paragraph."""
    tokens = list(paragraph.doc)
    text = [token.text for token in tokens]
    sentence: list[int] = []
    opens: list[bool] = []
    fresh = False
    for i, token in enumerate(tokens):
        starts = i == 0 or bool(token.is_sent_start)
        sentence.append(0 if i == 0 else sentence[-1] + starts)
        fresh = starts or (fresh and not text[i - 1][0].isalnum()) or (i > 0 and text[i - 1] in _OPENERS)
        opens.append(fresh)
    return Words(
        paragraph,
        text,
        [_folded(word) for word in text],
        [token.lemma_.lower() for token in tokens],
        [token.pos_ for token in tokens],
        [token.dep_ for token in tokens],
        [token.head.i for token in tokens],
        [token.idx for token in tokens],
        sentence,
        opens,
    )


_OPENERS = frozenset("\"'([:;-–—•")


def _folded(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()
    return fold(word)
