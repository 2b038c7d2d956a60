"""Omissions: what at least two other families report and an article, searched whole, does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.bags import Bags, inside, mean
from rashomon.compare.stories import numbered
from rashomon.compare.tellings import outlets, witnesses
from rashomon.compare.weights import Weights, likeness
from rashomon.model import Article, Omission, Story

__all__ = ["find"]

_WITNESSES, _SHARE = 2, 0.5
"""Families, and the share of all others, that must report a thing (more than that) for a silence on it to count. On the
dev stories annotators hold left out what most others tell: with the share F1 .59, without it .54 (gold's groups)."""
_CLAIMS, _HOLDERS = 6, 3
"""Claims, and different holders of them, from which a proposition matters: of those that annotators of the dev stories
hold left out, most have as many; of ages, ranks and times of day, which nobody misses, few."""
_BACKGROUND = 0.7
"""Share of the claims in outlets' own voice above which a proposition is background that nobody contests."""
_TOLD = 0.2
"""Cosine of a sentence's words with those of all claims of a proposition from which the sentence tells it.
Calibrated on the dev stories with the gold groups: F1 .58 to .61 from .16 to .26, and flat with our own."""


@dataclass(frozen=True, slots=True)
class _Matter:
    """A proposition that matters: the articles that report it, how many claims tell it, and their words together."""

    proposition: str
    articles: tuple[str, ...]
    claims: int
    about: Weights


def find(story: Story, held: Bags) -> tuple[Omission, ...]:
    """Give the omissions of ``story``, whose words are ``held``, in order of its articles and propositions.

    A proposition counts where several hold it, and two families other than the article's and more than half of all
    others report it; the others are those that tell the same story. An article is excused where all of those came out
    after it. What stands in a sentence that belongs
    to no claim of the proposition is not left out either: every sentence is searched.
    """
    matters = list(_matters(story, held))
    group, family = numbered(story), witnesses(story)
    several = [
        {one: family[one] for one in family if group.get(one) == group[article.id]} for article in story.articles
    ]
    told = zip(story.articles, several, strict=True)
    return tuple(found for article, near in told for found in _silences(article, near, matters, story, held))


def _matters(story: Story, held: Bags) -> Iterator[_Matter]:
    claims = {claim.id: claim for analysis in story.analyses for claim in analysis.claims}
    names = outlets(story)
    for proposition in story.propositions:
        several = [claims[name] for name in proposition.claims]
        own = sum(claim.holder == names[claim.span.article] for claim in several)
        enough = len(several) >= _CLAIMS and len({claim.holder for claim in several}) >= _HOLDERS
        if enough and own <= _BACKGROUND * len(several):
            articles = {claim.span.article for claim in several}
            reporting = tuple(article.id for article in story.articles if article.id in articles)
            about = mean(inside(held, claim.span) for claim in several)
            yield _Matter(proposition.id, reporting, len(several), about)


def _silences(
    article: Article, family: Mapping[str, int], matters: Sequence[_Matter], story: Story, held: Bags
) -> Iterator[Omission]:
    """Yield what ``article`` leaves out; ``family`` are the families of the articles that tell the same story."""
    all_others = len(set(family.values())) - 1
    published = {one.id: (one.published.value or "")[:10] for one in story.articles}
    text = [(one.span, inside(held, one.span)) for one in held.sentences[article.id]]
    for matter in matters:
        others = [one for one in matter.articles if one in family and family[one] != family[article.id]]
        telling = len({family[one] for one in others})
        few = telling < _WITNESSES or telling <= _SHARE * all_others
        if article.id in matter.articles or few or _too_early(article.id, others, published):
            continue
        alike, nearest = max(((likeness(matter.about, terms), span) for span, terms in text), default=(0.0, None))
        if alike < _TOLD:
            searched = (
                f"{len(text)} sentences, for the words of {matter.claims} claims; the nearest is {alike:.2f} alike"
            )
            yield Omission(article.id, matter.proposition, tuple(others), searched, nearest if alike > 0 else None)


def _too_early(article: str, others: Sequence[str], published: Mapping[str, str]) -> bool:
    """Tell whether the article came out before all that report the thing, as far as dates tell."""
    known = [published[one] for one in others]
    return bool(published[article]) and all(known) and published[article] < min(known)
