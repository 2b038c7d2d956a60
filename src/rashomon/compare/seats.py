"""Capitals and palaces that stand for a government: a link from one to the other, never a merge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rashomon.compare.grouping import Naming
from rashomon.compare.naming import body_key, place_key
from rashomon.data import lexicon
from rashomon.model import Span

__all__ = ["stands_for"]

_CAPITAL_OF = re.compile(r",?\s+(?:is\s+)?(?:the|its)\s+capital\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_S_CAPITAL = re.compile(r"['’]s?\s+capital,?\s+(?:is\s+)?$", re.IGNORECASE)
_GOVERNMENTS = (frozenset({"government"}), frozenset({"administration"}))


def stands_for(labels: Mapping[Span, str], names: Sequence[Naming], texts: Mapping[str, str]) -> dict[str, str]:
    """Give for each label of a capital or a palace the label of the government, or else the country, it stands for.

    Known seats come from the list of countries; others from what the articles say ("Veltra, the capital of Orsenia").
    """
    countries: dict[str, str] = {}
    governments: dict[str, str] = {}
    for naming in names:
        label = labels[naming.span]
        if naming.named.kind == "place":
            countries[place_key(naming.named.words)] = label
        elif naming.named.kind == "organisation":
            core, of = body_key(naming.named.words)
            if core in _GOVERNMENTS and len(of) == 1:
                governments[next(iter(of))] = label
    found: dict[str, str] = {}
    for naming in names:
        country = lexicon.seats().get(" ".join(naming.named.words))
        target = governments.get(country or "") or countries.get(country or "")
        if target is not None and target != labels[naming.span]:
            found[labels[naming.span]] = target
    for label, target in _told(labels, names, texts).items():
        found.setdefault(label, target)
    return found


def _told(labels: Mapping[Span, str], names: Sequence[Naming], texts: Mapping[str, str]) -> dict[str, str]:
    by_article: defaultdict[str, list[Span]] = defaultdict(list)
    for naming in names:
        if naming.named.kind == "place":
            by_article[naming.span.article].append(naming.span)
    found: dict[str, str] = {}
    for article, spans in by_article.items():
        for left, right in pairwise(spans):
            between = texts[article][left.end : right.start]
            if len(between) > 30 or labels[left] == labels[right]:
                continue
            if _CAPITAL_OF.match(between):
                found[labels[left]] = labels[right]
            elif _S_CAPITAL.match(between):
                found[labels[right]] = labels[left]
    return found
