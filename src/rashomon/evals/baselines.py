"""What simple means reach: each baseline makes a ``Reading`` of a story from its texts, or from gold's own spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rashomon.evals.accounts import Account
from rashomon.evals.annotations import OWN_VOICE
from rashomon.evals.readings import Held, Reading, Telling
from rashomon.model import Span
from rashomon.text import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["BASELINES", "Baseline", "average_linkage", "embedded", "polarity", "quotation_marks", "singletons"]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A simple system: its name in tables, how it reads a story, and the beginnings of the measures it is meant for."""

    name: str
    read: Callable[[Account], Reading | None]
    measures: tuple[str, ...]


_VERBS = re.compile(
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|claimed|claims|insisted|insists|denied|denies|argued|argues"
    r"|replied|replies|asked|asks|stated|states|according to)\b"
)
_NAME = re.compile(r"\b[A-Z][\w'-]+(?: (?:[a-z]{2,3} )?[A-Z][\w'-]+)*|\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_QUOTED = re.compile(r'"[^"]{3,}"')
_REACH = 120
"""Code points left and right of a quotation in which its verb and name are looked for: about one sentence."""


def quotation_marks(gold: Account) -> Reading:
    """Take every passage between double marks for speech of the name or pronoun nearest to the nearest verb of saying.

    Paragraph by paragraph; always asserted, never nested. Passages without a verb of saying near them are left out.
    """
    held: list[Held] = []
    for file, text in gold.texts.items():
        even = plain(text)
        for paragraph in re.finditer(r"(?:[^\r\n]+\r?\n?)+", text):
            start, end = paragraph.span()
            for quoted in _QUOTED.finditer(even, start, end):
                source = _nearest_name(even, quoted, start, end)
                if source:
                    span = Span(file, *source)
                    content = Span(file, quoted.start(), quoted.end())
                    names = text[span.start : span.end]
                    held.append(Held(f"q{len(held)}", span, None, names, (content,), "asserts", None))
    return Reading(held=tuple(held))


def _nearest_name(text: str, quoted: re.Match[str], start: int, end: int) -> tuple[int, int] | None:
    """Give the name nearest to the verb of saying nearest to a quotation, both outside it."""
    reach = (max(start, quoted.start() - _REACH), quoted.start()), (quoted.end(), min(end, quoted.end() + _REACH))

    def found(pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        return [match.span() for side in reach for match in pattern.finditer(text, *side)]

    def apart(left: tuple[int, int], right: tuple[int, int]) -> int:
        return max(left[0] - right[1], right[0] - left[1])

    verbs, names = found(_VERBS), found(_NAME)
    if not verbs or not names:
        return None
    verb = min(verbs, key=lambda one: apart(one, quoted.span()))
    return min(names, key=lambda one: apart(one, verb))


def _tellings(gold: Account, groups: Sequence[str | None]) -> tuple[Telling, ...]:
    """Give gold's own statements as claims, in ``groups``."""
    statements = [one for proposition in gold.propositions for one in proposition.statements]
    return tuple(
        Telling(f"t{n}", one.span, one.holder, one.holder in OWN_VOICE, one.stance, one.chain, group)
        for n, (one, group) in enumerate(zip(statements, groups, strict=True))
    )


def singletons(gold: Account) -> Reading:
    """Take every statement of gold for a proposition of its own."""
    number = sum(len(one.statements) for one in gold.propositions)
    return Reading(tellings=_tellings(gold, [f"p{n}" for n in range(number)]))


_NEAR = 0.15
"""Mean cosine at which two groups are joined. By B-cubed F1 on the dev stories the best of 0 to .7 lie between .125 and
.2; this is in their midst."""


def embedded(gold: Account, near: float = _NEAR) -> Reading | None:
    """Group gold's statements by the cosine of their embeddings, average linkage; ``None`` without wordllama.

    wordllama 0.4 with the weights of its own package (extra ``evals``).
    """
    model = _embedder()
    if model is None:
        return None
    quotes = [one.quote for proposition in gold.propositions for one in proposition.statements]
    vectors = model.embed([" ".join(quote.split()) for quote in quotes], norm=True)
    groups = average_linkage(vectors @ vectors.T, near)
    return Reading(tellings=_tellings(gold, [f"p{group}" for group in groups]))


@lru_cache(maxsize=1)
def _embedder() -> Any:
    try:
        import wordllama
    except ImportError:
        return None
    from pathlib import Path

    # It seeks its packaged tokenizer under a folder name that is not the one it ships (0.4.0): without its own
    # folder for a cache it would download what it has.
    home = Path(str(wordllama.__file__)).parent
    return wordllama.WordLlama.load(cache_dir=home, disable_download=True)


def average_linkage(similar: NDArray[np.floating[Any]], near: float) -> list[int]:
    """Give each row of a similarity matrix the number of its group; groups join while their mean is ``near`` or more.

    >>> import numpy as np
    >>> average_linkage(np.array([[1, 0.9, 0.1], [0.9, 1, 0.2], [0.1, 0.2, 1]]), 0.5)
    [0, 0, 2]
    """
    import numpy as np

    sums = np.array(similar, dtype=float)
    sizes = np.ones(len(sums))
    group = list(range(len(sums)))
    while len(sums) > 1:
        means = sums / np.maximum(np.outer(sizes, sizes), 1)
        np.fill_diagonal(means, -np.inf)
        means[sizes == 0] = means[:, sizes == 0] = -np.inf
        a, b = sorted(int(place) for place in np.unravel_index(int(np.argmax(means)), means.shape))
        if means[a, b] < near:
            break
        sums[a] += sums[b]
        sums[:, a] += sums[:, b]
        sizes[a] += sizes[b]
        sizes[b] = sums[b] = sums[:, b] = 0
        group = [a if one == b else one for one in group]
    return group


_NEGATION = re.compile(r"\b(?:not?|never|nor|none|nobody|nothing|neither|without|den(?:y|ies|ied|ial)|\w+n't)\b", re.I)


def polarity(gold: Account) -> Reading:
    """Take gold's propositions as given, and each for one conflict: sentences with a negation against those without.

    The sentence is the one that a statement begins in.
    """
    statements = [one for proposition in gold.propositions for one in proposition.statements]
    conflicts = []
    for proposition in gold.propositions:
        sides: dict[bool, list[Span]] = {True: [], False: []}
        for one in proposition.statements:
            sides[bool(_NEGATION.search(_sentence(gold.texts[one.span.article], one.span)))].append(one.span)
        if sides[True] and sides[False]:
            conflicts.append((tuple(sides[True]), tuple(sides[False])))
    tellings = _tellings(gold, [one.proposition for one in statements])
    return Reading(tellings=tellings, conflicts=tuple(conflicts))


def _sentence(text: str, span: Span) -> str:
    even = plain(text)
    starts = [match.end() for match in re.finditer(r"[.!?][\"')]*\s+|\n\s*\n", text[: span.start])]
    stop = re.compile(r"[.!?][\"')]*(?:\s|$)|\n\s*\n").search(even.replace("\n", " "), span.end - 1)
    return even[starts[-1] if starts else 0 : stop.end() if stop else len(text)]


BASELINES = (
    Baseline("quotation marks", quotation_marks, ("said",)),
    Baseline("singletons", singletons, ("group_",)),
    Baseline("embedding cosine", embedded, ("group_",)),
    Baseline("sentence polarity", polarity, ("conflicts_",)),
)
