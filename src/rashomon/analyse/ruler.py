"""The parser's rules for word classes, asked once for each kind of token and not for each token.

spaCy's attribute ruler puts some 170 patterns to every token, which is a sixth of the parse. What they ask is the
token's tag, its label, whether it is white space, and whether it, or the token after it, is one of a few words: for two
tokens that are alike in all that, the same patterns match. So what matches is remembered by kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Span

__all__ = ["Match", "quick"]

Match = tuple[int, int, int, int]
"""What ``AttributeRuler.match`` gives: the number of the attributes to set, the pattern's hash, first token and end."""

_ASKED = frozenset({"TAG", "DEP", "IS_SPACE", "LOWER"})
_ASKED_OF_NEXT = frozenset({"LOWER"})
_CHOICES = frozenset({"IN", "NOT_IN", "REGEX"})
"""The ways of asking after a word that are understood here."""


def quick(ruler: AttributeRuler) -> Callable[[Doc], list[Match]]:
    """Give what may stand for ``ruler.match``: the same matches in the same order.

    Where a pattern asks anything that no kind is told by, it is ``ruler.match`` itself.
    """
    from spacy.attrs import DEP, IS_SPACE, LOWER, TAG

    ask: Callable[[Doc | Span], list[Match]] = ruler.match
    patterns = [tokens for one in ruler.patterns for tokens in one["patterns"]]
    if not all(map(_plain, patterns)):
        return ask
    asked = [token["LOWER"] for tokens in patterns for token in tokens if "LOWER" in token]
    listed, shapes = (
        set(_words(asked)),
        [re.compile(one["REGEX"]) for one in asked if not isinstance(one, str) and "REGEX" in one],
    )
    strings = ruler.vocab.strings
    telling: dict[int, int] = {}
    known: dict[tuple[int, ...], tuple[tuple[int, int, int], ...]] = {}

    def told(word: int) -> int:
        """Give ``word`` where it makes a difference which one it is, else 0."""
        if word not in telling:
            text = strings[word]
            telling[word] = word if text in listed or any(shape.search(text) for shape in shapes) else 0
        return telling[word]

    def match(doc: Doc) -> list[Match]:
        rows = doc.to_array([TAG, DEP, IS_SPACE, LOWER]).tolist()
        words = [told(row[3]) for row in rows] + [0]
        found: list[Match] = []
        for at, (tag, label, space, _) in enumerate(rows):
            kind = tag, label, space, words[at], words[at + 1]
            if kind not in known:
                # of the matches in these two tokens, those that begin with the first
                here = ask(doc[at : at + 2])
                known[kind] = tuple((number, name, end) for number, name, start, end in here if start == 0)
            found += ((number, name, at, at + size) for number, name, size in known[kind])
        return sorted(found)

    return match


def _plain(tokens: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a pattern asks of one token, or of two, only what a kind is told by."""
    first, *rest = tokens
    words = [token["LOWER"] for token in tokens if "LOWER" in token]
    return (
        first.keys() <= _ASKED
        and len(rest) <= 1
        and all(one.keys() <= _ASKED_OF_NEXT for one in rest)
        and all(isinstance(one, str) or one.keys() <= _CHOICES for one in words)
    )


def _words(asked: Iterable[str | Mapping[str, Sequence[str]]]) -> Iterator[str]:
    for one in asked:
        yield from (one,) if isinstance(one, str) else (*one.get("IN", ()), *one.get("NOT_IN", ()))
