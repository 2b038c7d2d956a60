"""The parser behind a small door: each report block of an article becomes one parsed paragraph.

Only blocks in ``REPORT_ROLES`` are parsed; what is not the report's own never reaches the later stages. Each block is
parsed by itself from ``text.plain``, which keeps every offset, so a sentence never runs across two blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from rashomon.analyse.ruler import quick
from rashomon.errors import ModelMissing
from rashomon.model import REPORT_ROLES, Article, Block, Span
from rashomon.text import plain, trim

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["Paragraph", "Prose", "load", "parse", "unparsed"]

_LONGEST = 5_000
"""Code points given to the parser at once: a single line of 100,000 characters is cut, after a sentence where one ends,
else at a space; it is not refused."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One parsed stretch of a block. ``doc`` is its parse; token offset 0 is ``start`` in the article's text."""

    article: str
    block: Block
    start: int
    doc: Doc

    def span(self, tokens: Tokens | Token) -> Span:
        """Give the article span of a spaCy token or span of this paragraph."""
        first = tokens.idx if hasattr(tokens, "idx") else tokens.start_char
        last = first + len(tokens.text)
        return Span(self.article, self.start + first, self.start + last)

    def chars(self, start: int, end: int) -> Span:
        """Give the article span of the doc's code points ``start`` to ``end``."""
        return Span(self.article, self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Prose:
    """The report of one article, parsed: its paragraphs in order of the text."""

    article: Article
    paragraphs: tuple[Paragraph, ...]


@lru_cache(maxsize=2)
def load(model: str) -> Language:
    """Load the spaCy pipeline named ``model`` once, its attribute ruler made ``quick``, its words cut at a sum's end.

    Raises ``ModelMissing`` where it is not installed.
    """
    import spacy

    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelMissing(model, "this language model is not installed", f"pip install {model}") from error
    if nlp.has_pipe("attribute_ruler"):
        ruler: Any = nlp.get_pipe("attribute_ruler")
        ruler.match = quick(ruler)
    _cut_sums(nlp)
    return nlp


_LETTER = re.compile(r"[a-z]\.")
_SUM_ENDS = re.compile(r"(?<=[0-9][A-Z])\.$")


def _cut_sums(nlp: Language) -> None:
    """Let the full stop behind "£700m." and "5M." end its sentence: spaCy takes "m." for an initial."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {word: cut for word, cut in tokenizer.rules.items() if not _LETTER.fullmatch(word)}
    before = tokenizer.suffix_search
    tokenizer.suffix_search = lambda word: before(word) or _SUM_ENDS.search(word)


def parse(reports: Iterable[tuple[Article, Sequence[Block]]], model: str) -> Iterator[Prose]:
    """Parse the report blocks of each article; a text is parsed once, all paragraphs of all articles in one stream."""
    nlp = load(model)
    kept = [(article, list(_pieces(article, blocks))) for article, blocks in reports]
    texts = (_calm(plain(article.text[start:end])) for article, pieces in kept for _, start, end in pieces)
    docs = nlp.pipe(texts, batch_size=128)
    for article, pieces in kept:
        yield Prose(article, tuple(Paragraph(article.id, block, start, next(docs)) for block, start, _ in pieces))


_STRESSED = re.compile(r"\W*[A-Z]{2,}(?:ED|FUL|ING|ISH|IVE|LESS|OUS)(?= [A-Z]?[a-z])")
"""A first word in capitals for stress; its ending tells it from an acronym."""


def _calm(text: str) -> str:
    """Give ``text`` with a stressed first word in small letters: with it in capitals no name behind it is known.

    >>> _calm("FURIOUS Ada Lund left."), _calm("UNICEF Director Ada Lund left.")
    ('furious Ada Lund left.', 'UNICEF Director Ada Lund left.')
    """
    found = _STRESSED.match(text)
    return text if found is None else found.group().lower() + text[found.end() :]


def unparsed(reports: Iterable[tuple[Article, Sequence[Block]]], wanted: Callable[[str], bool]) -> Iterator[Prose]:
    """Give the report paragraphs whose plain text is ``wanted``, cut into words but not parsed: quick."""
    nlp = _cutter()
    for article, blocks in reports:
        pieces = ((block, start, plain(article.text[start:end])) for block, start, end in _pieces(article, blocks))
        found = tuple(Paragraph(article.id, b, start, nlp.make_doc(text)) for b, start, text in pieces if wanted(text))
        if found:
            yield Prose(article, found)


@cache
def _cutter() -> Language:
    """Give what cuts English into words and does nothing else; making it takes as long as parsing a page."""
    import spacy

    return spacy.blank("en")


def _pieces(article: Article, blocks: Sequence[Block]) -> Iterator[tuple[Block, int, int]]:
    for block in blocks:
        if block.role not in REPORT_ROLES:
            continue
        start, last = trim(article.text, block.span.start, block.span.end)
        while start < last:
            end = last
            if end - start > _LONGEST:
                end = start + _cut(article.text[start : start + _LONGEST])
            yield block, start, end
            start, last = trim(article.text, end, last)


def _cut(text: str) -> int:
    """Give where a stretch too long for the parser is best cut: after its last sentence, else at its last space."""
    for mark in (". ", "\n", " "):
        at = text.rfind(mark, len(text) // 2)
        if at > 0:
            return at + 1
    return len(text)
