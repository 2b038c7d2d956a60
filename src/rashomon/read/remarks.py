"""What a person should know of a text before trusting it: that it breaks off, that its outlet corrected it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.data import entries, patterns
from rashomon.data.furniture import proved_role
from rashomon.read.lines import Paragraph

__all__ = ["remarks"]

_QUOTED = re.compile(r"\"[^\"]*(?:\"|$)")
_SHORTENED = re.compile(r"(?:\[\+\d+ chars\]|\[(?:\.\.\.|…)\]|\w ?(?:\.\.\.|…))\W*$")
"""How collections mark where they cut a text."""
_ENDED = re.compile(r"(?:[.!?:][\"')\]]*|\))[^\w,;]*$")
_SENTENCE = 15
"""Words from which a last line without a full stop is a sentence that breaks off; labels and links are shorter."""
_SHOWN = 160


def remarks(found: Sequence[Paragraph]) -> tuple[str, ...]:
    """Give a sentence for each thing a person should know of the paragraphs ``found`` of a report."""
    return (*_cut_off(found), *_corrected(found))


def _cut_off(found: Sequence[Paragraph]) -> Iterator[str]:
    last = next((" ".join(one.text.split()) for one in reversed(found) if any(map(str.isalnum, one.text))), "")
    words = last.split()
    broken = len(words) >= _SENTENCE and not _ENDED.search(last) and proved_role(last) is None and _runs(words)
    if broken or (_SHORTENED.search(last) and len(words) >= _SENTENCE):
        yield f"it seems to be cut off: it ends with “{' '.join(words[-6:])}”"


def _runs(words: Sequence[str]) -> bool:
    """Tell whether the last words are those of a sentence that goes on, not the end of a row of labels."""
    small = sum(word.lower() in entries("function-words.txt") for word in words)
    return small >= 0.25 * len(words)


def _corrected(found: Sequence[Paragraph]) -> Iterator[str]:
    for one in found:
        text = " ".join(one.text.split())
        if patterns("corrections.txt").search(_QUOTED.sub(" ", text)):
            yield f"it says of itself: “{text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(' ', 1)[0] + ' …'}”"
