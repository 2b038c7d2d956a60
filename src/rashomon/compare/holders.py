"""Who holds each claim: the speakers' entities, the chains from the outlet to the first speaker."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from rashomon.data import cues
from rashomon.data.lexicon import fold
from rashomon.model import Analysis, Article, Attribution, Claim, Entity, Span
from rashomon.text import plain, small

__all__ = ["principals", "settled"]

Lookup = Callable[[Span], str | None]
"""Gives the id of the entity that a span of text names, or None."""


_AND_ANOTHER = re.compile(r"\s+and\s+(?:the\s+|The\s+)?[A-Z]")
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "who", "which", "i", "we", "you"})
_OWNERS = frozenset({"his", "her", "its", "their", "my", "our"})
_FIRST = frozenset({"i", "we", "us", "me"})
_ANYBODYS = _FIRST | frozenset({"he", "she", "it", "they"})
_ONE_OF_THEM = frozenset({"one", "another", "the other", "the others", "the third", "the fourth", "one of them"})
_PARTS = (_ONE_OF_THEM - {"one of them"}) | {
    *("a second", "a third", "a fourth", "a fifth", "all", "both", "each", "most", "none", "several", "some"),
    *("the first", "the second", "the fifth", "the last", "the rest", "two", "three", "four", "five", "six", "seven"),
}
"""Words for some of a group named before: "the third" is told as "the third of three officials"."""


def principals(
    analyses: Sequence[Analysis], exact: Lookup, lookup: Lookup, entities: Sequence[Entity] = ()
) -> dict[str, str]:
    """Give whom each spokesperson's entity speaks for, where any article of the story says so.

    ``exact`` knows mentions only; ``lookup`` also a phrase that holds one ("the Tarn embassy in Orrin").
    ``entities`` may know it of themselves: people stand for whom they serve.
    """
    people = (entity for entity in entities if entity.kind == "person")
    found = {entity.id: entity.stands_for for entity in people if entity.stands_for is not None}
    for analysis in analyses:
        for attribution in analysis.attributions:
            if attribution.principal is None or attribution.speaker_ref is None:
                continue
            speaker, served = exact(attribution.speaker_ref), lookup(attribution.principal)
            if speaker and served and speaker != served:
                found.setdefault(speaker, served)
    return found


def settled(article: Article, analysis: Analysis, exact: Lookup, lookup: Lookup, served: Mapping[str, str]) -> Analysis:
    """Give the analysis with every attribution's ``speaker`` and every claim's ``holder``, ``chain`` and ``said``.

    A speaker is an entity only where one of its own mentions is: "the minister's aide" is not the minister.
    """
    named = tuple(_spoken(a, article.text, exact) for a in analysis.attributions)
    by_id = {a.id: a for a in named}
    outlet = article.outlet_name
    served = {**_unnamed(named, article.text, lookup), **served}
    claims = tuple(_held(c, by_id, article.text, outlet, lookup, served) for c in analysis.claims)
    own = {a.speaker for a in named if a.speaker is not None and _itself(a, article.text, outlet)}
    claims = tuple(_of_outlet(c, own, by_id, article.text, outlet) for c in claims)
    return replace(analysis, attributions=named, claims=claims)


_THIS_PAPER = re.compile(
    r"\b(?:this|our)\s+(?:own\s+)?(?:article|blog|broadcast|channel|column|newspaper|newsletter|newsroom|page|paper|"
    r"programme|publication|report|reporter|reporters|site|station|story|website)\b",
    re.IGNORECASE,
)
"""How an outlet speaks of itself and of what it wrote: "this newspaper", "an earlier version of this page"."""


def _itself(attribution: Attribution, text: str, outlet: str) -> bool:
    """Tell whether an outlet names itself as the source, outside of anybody's words: "the Post can reveal"."""
    if attribution.source is None or attribution.within is not None:
        return False
    words = _words(attribution.source, text)
    named = set(fold(words).split()) - {"the"}
    return bool(_THIS_PAPER.search(words)) or (bool(named) and named <= set(fold(outlet).split()))


def _of_outlet(
    claim: Claim, own: Collection[str], attributions: Mapping[str, Attribution], text: str, outlet: str
) -> Claim:
    """Give a claim that its outlet holds under its own name as one in its own voice."""
    told = attributions.get(claim.attribution or "")
    if told is None or not (claim.holder in own or _itself(told, text, outlet)):
        return claim
    return replace(claim, holder=outlet, chain=(outlet,))


def _unnamed(attributions: Sequence[Attribution], text: str, lookup: Lookup) -> dict[str, str]:
    """Give, in its words, whom each speaker of an article serves where no name says it: "a police spokesman, Tarn"."""
    found: dict[str, str] = {}
    for one in attributions:
        if one.speaker is not None and one.principal is not None and lookup(one.principal) in (None, one.speaker):
            words = _words(one.principal, text)
            if words.lower() not in _OWNERS:
                found.setdefault(one.speaker, words)
    return found


def _spoken(attribution: Attribution, text: str, lookup: Lookup) -> Attribution:
    """Fill in the speaker: what the whole story says of the source's own words goes before what its article says.

    One of a group ("the other") is nobody whom the story names, and two together are neither of them.
    """
    source, named = attribution.source, attribution.speaker_ref
    if source is not None and (_words(source, text).lower() in _ONE_OF_THEM or _joint(source, named, text)):
        return attribution
    own = lookup(source) if source is not None else None
    meant = lookup(named) if named is not None else None
    return replace(attribution, speaker=own or meant)


def _joint(source: Span, named: Span | None, text: str) -> bool:
    """Tell whether a source is two, of whom ``named`` is the first: "the ministry and the Orrin Post" are not one."""
    return named is not None and bool(_AND_ANOTHER.match(text[named.end : source.end]))


def _held(
    claim: Claim,
    attributions: Mapping[str, Attribution],
    text: str,
    outlet: str,
    lookup: Lookup,
    served: Mapping[str, str],
) -> Claim:
    if claim.attribution is None or _own(attributions[claim.attribution], text):
        return replace(claim, holder=outlet, chain=(outlet,))
    path: list[Attribution] = []
    at: str | None = claim.attribution
    while at is not None:
        path.append(attributions[at])
        at = attributions[at].within
    chain = [outlet]
    for attribution in reversed(path):
        if attribution.source is None or (
            attribution.within is not None and _unexplained(attribution, text) in _ANYBODYS
        ):
            continue  # "has asked us to point out that": whoever asks tells it; "says it never heard": of itself
        holder = _holder(attribution, text)
        if holder == chain[-1]:
            continue  # somebody who speaks of what he himself thinks
        for link in (_principal(attribution, holder, text, lookup, served), holder):
            if link is not None and link not in chain[-2:]:
                chain.append(link)
    return replace(claim, holder=chain[-1], chain=tuple(chain), said=path[0].said)


def _principal(
    attribution: Attribution, holder: str, text: str, lookup: Lookup, served: Mapping[str, str]
) -> str | None:
    span, known = attribution.principal, served.get(holder)
    words = _words(span, text) if span is not None else ""
    if span is None or (known is not None and words[:1].islower()):
        return known  # what the story says of him goes before what "the company" means here
    entity = lookup(span)
    if entity is not None and entity != holder:
        return entity
    return known if words.lower() in _OWNERS else words


def _holder(attribution: Attribution, text: str) -> str:
    """Give the entity id of the speaker or, where none stands for it, the words that describe it, on one line.

    Those are the source's own or, where it is a pronoun, those it refers to: "he" is "an officer".
    """
    if attribution.speaker is not None:
        return attribution.speaker
    source, meant = attribution.source, attribution.speaker_ref
    assert source is not None
    words = _words(source, text)
    if meant is not None and words.lower() in _PARTS:
        group = _bare(_words(meant, text))
        return f"{words} of {group[:1].lower()}{group[1:]}"
    if meant is None:
        return _bare(words)
    named = _words(meant, text)
    told = words.startswith(f"{named},") and not _LIST.match(words, len(named))  # "The union, one of the oldest"
    return _bare(named if told or words.lower() in _PRONOUNS else words)


_FEW = r"[\w'-]+(?: [\w'-]+){0,3}"
_LIST = re.compile(rf"(?:, {_FEW})*,? and {_FEW}\Z")
"""What makes several holders of one: "doctors, nurses and porters"."""


_HIDING = re.compile(r",?\s+(?:who|whose|speaking|granted|asking|requesting|insisting|on (?:the )?condition)\b")
_STANDS_FOR = re.compile(r"(?<=\w),?\s+(?:who|which|that)\Z")


def _bare(words: str) -> str:
    """Give who is described without a relative pronoun and what they ask of the reporter.

    >>> _bare("two drivers who spoke on condition of anonymity"), _bare("A worker, who")
    ('two drivers', 'A worker')
    """
    hidden = cues("anonymity.txt").search(small(plain(words)))
    tails = [tail.start() for tail in _HIDING.finditer(words) if hidden is not None and tail.end() <= hidden.end()]
    opens = [at for at in tails if not words[at:].lstrip(", ").startswith("on ")] or tails
    return _STANDS_FOR.sub("", words[: opens[-1]] if opens else words)


def _own(attribution: Attribution, text: str) -> bool:
    """Tell whether nobody but the outlet holds what is told: no source, or "we" outside of anybody's words."""
    if attribution.source is None:
        return True
    return attribution.within is None and _unexplained(attribution, text) in _FIRST  # the outlet's "we"


def _unexplained(attribution: Attribution, text: str) -> str:
    """Give the words for a source that nothing in the report explains, in small letters; "" where something does."""
    source = attribution.source
    if source is None or attribution.speaker is not None or attribution.speaker_ref is not None:
        return ""
    return _words(source, text).lower()


def _words(span: Span, text: str) -> str:
    return " ".join(text[span.start : span.end].split())
