"""Answers to one question, grouped by people, and by rashomon: the NAnCo part of Discord Questions (Laban et al. 2022).

The data (BSD-3) stands in shared/evals/claims. Each answer is a claim in a report of its own, its paragraph; the
answers of a question are put into ``versions``. Two answers are the same where people put them into one group.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

from rashomon.compare.answers import versions
from rashomon.compare.bags import bags
from rashomon.compare.gists import gists
from rashomon.evals.overlap import ari, ratio
from rashomon.evals.places import Absent
from rashomon.model import Analysis, Article, Block, Claim, Span, Story

__all__ = ["balanced", "figures", "story"]


def figures(data: Path) -> dict[str, float]:
    """Give the figures on the answers under ``data``, each the mean over the questions.

    ``pair_balanced_accuracy`` is the mean of how many pairs that are the same are found so and how many that differ.
    Raises ``Absent`` where the data is not there.
    """
    file = data / "claims" / "nanco-val.json"
    if not file.is_file():
        raise Absent(f"the answers of NAnCo are not in {file.parent}")
    questions = json.loads(file.read_text(encoding="utf-8"))
    pairs = rand = 0.0
    for question in questions:
        wanted = [str(one["cluster_global"]) for one in question["answers"]]
        asked = story(question["answers"])
        found = [str(number) for number in versions(gists(asked, bags(asked)))]
        pairs += balanced(wanted, found)
        rand += ari(wanted, found)
    return {
        "questions": len(questions),
        "pair_balanced_accuracy": ratio(pairs, len(questions)),
        "ARI": ratio(rand, len(questions)),
    }


def story(answers: list[dict[str, Any]]) -> Story:
    """Give answers as a story: a report for each, its paragraph, in which the answer is the one claim."""
    articles: list[Article] = []
    analyses: list[Analysis] = []
    for number, answer in enumerate(answers):
        name, text = f"answer {number:03}", str(answer["Paragraph"])
        start = text.find(answer["Answer"])
        text, start = (text, start) if start >= 0 else (str(answer["Answer"]), 0)
        place = Span(name, start, start + len(answer["Answer"]))
        articles.append(Article(name, name, text, ""))
        analyses.append(Analysis(name, claims=(Claim(name, place, None, name, "asserts", (name,)),)))
    blocks = tuple((Block(Span(one.id, 0, len(one.text)), "body"),) for one in articles)
    return Story(tuple(articles), blocks, (), tuple(analyses))


def balanced(wanted: list[str], found: list[str]) -> float:
    """Give the balanced accuracy of pairs: of those in one group of ``wanted``, and of those in two.

    >>> balanced(["a", "a", "b"], ["x", "x", "x"])
    0.5
    """
    right = {True: 0, False: 0}
    number = {True: 0, False: 0}
    for one, other in combinations(range(len(wanted)), 2):
        same = wanted[one] == wanted[other]
        number[same] += 1
        right[same] += same == (found[one] == found[other])
    return (ratio(right[True], number[True]) + ratio(right[False], number[False])) / 2
