"""What a paragraph's words alone prove it to be: an appeal, a link, a disclaimer, a caption, a line to get about by."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rashomon.data import entries, patterns
from rashomon.model import Role

__all__ = ["proved_role"]

_QUOTED = re.compile(r"(?:\"|'')[^\"]*?(?:\"|''|$)")
_OURS = re.compile(r"\b(?:we|us|our|ours)\b", re.I)
_YOURS = re.compile(r"\b(?:you|your|yours)\b", re.I)
_WORD = re.compile(r"[a-z]+|[©0-9$£€]")
_LINE, _CAPTION, _ABOUT = 30, 70, 80
"""Words of the longest paragraph that can be a line to get about by, a caption, an introduction of a writer."""
_BY_LINE: tuple[Role, ...] = ("comment", "navigation", "related", "byline")


@lru_cache(maxsize=4096)
def proved_role(text: str) -> Role | None:
    """Give the role that the words of a paragraph prove, or None; ``text`` is plain and its spaces are single.

    What stands between quotation marks proves nothing: a report may quote an appeal.

    >>> proved_role("Sign up for our free newsletter"), proved_role('"Sign up today," the colonel told them.')
    ('appeal', None)
    """
    count = text.count(" ") + 1
    if count <= _LINE:
        for role in _BY_LINE:
            if patterns(f"{role}.txt").search(text):
                return role
    own = _QUOTED.sub(" ", text)
    words = set(_WORD.findall(own.lower()))
    if count <= _ABOUT and _may("about", words) and patterns("about.txt").search(text):
        return "byline"
    if count <= _CAPTION and patterns("caption.txt").search(text):
        return "caption"
    if _may("disclaimer", words) and patterns("disclaimer.txt").search(own):
        return "disclaimer"
    if _may("appeal", words) and (patterns("appeal.txt").search(own) or _asks(own)):
        return "appeal"
    return None


def _may(kind: str, words: set[str]) -> bool:
    """Tell whether a word stands there without which no pattern of the kind matches: it spares the patterns."""
    return not _needed(kind).isdisjoint(words)


@cache
def _needed(kind: str) -> frozenset[str]:
    return frozenset(entries(f"{kind}-words.txt"))


def _asks(own: str) -> bool:
    """Tell a paragraph in which an outlet asks its readers for money or their company, whatever its words."""
    if len(_OURS.findall(own)) < 1 or len(_YOURS.findall(own)) < 2:
        return False
    # columns say "we" and "you" too, but seldom with two words of money and membership
    return len(patterns("asking.txt").findall(own)) >= 2
