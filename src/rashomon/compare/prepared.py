"""A story prepared for comparing: what several stages need, worked out once.

The claims of a story are compared before it is known which are about one thing, and their conflicts looked for after;
words and likelihoods are the same in both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.compare.bags import Bags, bags
from rashomon.compare.candidates import accompanied, pairs
from rashomon.compare.gists import Gist, gists
from rashomon.compare.meanings import meant
from rashomon.compare.verdict import Likely, likelihoods, recipe, scored
from rashomon.model import Story

if TYPE_CHECKING:
    from rashomon.compare.vectors import Floats

__all__ = ["Prepared", "prepared"]

_ASIDE = re.compile(r"-(?:number|time)$")
"""The end of the id of a claim that is a second one over the words of another."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """The words of a story, and its claims, one for each passage and holder, with the candidate pairs of them.

    ``gists`` stand in the order of the story's articles and know their company; ``scores`` are those of each pair, in
    the order of ``features.COMPARATORS``, and ``likely`` what they come to; a pair is two numbers of gists.
    """

    bags: Bags
    gists: tuple[Gist, ...]
    scores: Mapping[tuple[int, int], Floats]
    likely: Likely


def prepared(story: Story, network: str | None = None) -> Prepared:
    """Give ``story`` prepared for comparing. What its claims know of their propositions makes no difference.

    ``network`` is the file of another network of meanings than the package's.
    """
    held = bags(story)
    own = [gist for gist in gists(story, held) if not _ASIDE.search(gist.claim.id)]
    told = accompanied(meant(own, story.articles, held, network))
    found = pairs(told)
    scores = scored(told, found)
    likely = zip(found, likelihoods(scores, recipe()).tolist(), strict=True)
    return Prepared(held, told, dict(zip(found, scores, strict=True)), dict(likely))
