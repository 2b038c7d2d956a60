"""The scorer of words: different names for one thing, and opinion told from report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.evals.accounts import Account
from rashomon.evals.overlap import overlap, ratio
from rashomon.evals.readings import Reading
from rashomon.evals.scores import Tally
from rashomon.model import Span

__all__ = ["names_choice", "word_figures", "word_scores"]

_OPINION = re.compile(r"\b(?:column|opinion|editorial|comment)\b", re.IGNORECASE)
"""The genres of gold documents that are somebody's view."""


def word_scores(gold: Account, system: Reading) -> Tally:
    """Tally the wordings of one story, and how much opinion each of its documents holds."""
    found: Tally = Counter({"words/concepts": len(gold.wording), "words/reported": len(system.wording)})
    found["words/found"] = sum(
        any(names_choice(one, concept.spans) for one in system.wording) for concept in gold.wording
    )
    found["words/right"] = sum(any(names_choice(one, c.spans) for c in gold.wording) for one in system.wording)
    genres = {one.file: one.genre for one in gold.documents}
    for file, share in system.opinion:
        side = "view" if _OPINION.search(genres[file] or "") else "report"
        found.update({f"words/opinion {side} {gold.story} {file}": share})
    return found


def names_choice(variants: Sequence[Sequence[Span]], concept: Sequence[Span]) -> bool:
    """Tell whether a wording is a concept of gold's: two of its variants overlap two different ones of that."""
    hits = [{n for n, one in enumerate(concept) if any(overlap(span, one) for span in variant)} for variant in variants]
    return any(a and b and len(a | b) > 1 for n, a in enumerate(hits) for b in hits[n + 1 :])


def word_figures(total: Mapping[str, float]) -> dict[str, float]:
    """Give the measures of words.

    ``wording_precision`` is the share of wordings that gold has too, which lists the most telling ones only.
    ``opinion_auc`` is the share of pairs of a column and a report of which the column has more opinion in 100 words of
    its own voice; it is absent where there is no such pair.
    """
    at = total.get
    found = {
        "wording_recall": ratio(at("words/found", 0), at("words/concepts", 0)),
        "wording_reported": at("words/reported", 0),
        "wording_precision": ratio(at("words/right", 0), at("words/reported", 0)),
    }
    views = [share for name, share in total.items() if name.startswith("words/opinion view")]
    reports = [share for name, share in total.items() if name.startswith("words/opinion report")]
    if views and reports:
        above = sum((a > b) + (a == b) / 2 for a in views for b in reports)
        found["opinion_auc"] = above / (len(views) * len(reports))
    return found
