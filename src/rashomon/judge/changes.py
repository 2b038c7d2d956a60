"""What each kind of judgement does to a story: one function a kind, from the story to the story changed.

Each gives the changed story, the ids of what the judgement fell on, and a sentence on what was done. Each raises
``Unfit`` where what it is about is not in this reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.judge import found, regroup
from rashomon.judge.found import Unfit
from rashomon.judge.targets import holder_name
from rashomon.model import (
    Article,
    Attribution,
    Claim,
    Fact,
    Judgement,
    JudgementKind,
    Stance,
    Story,
    Target,
)

__all__ = ["CHANGES", "Changed", "signature"]

Changed = tuple[Story, tuple[str, ...], str]


def signature(one: Judgement) -> str:
    """Give who judged and on what day: "Ana, 2031-03-03"."""
    return f"{one.author}, {one.made[:10]}"


def _accept(story: Story, one: Judgement) -> Changed:
    target = one.targets[0]
    if target.kind == "claim":
        held, _ = found.claims(story, target)
        return story, _ids(held), "confirmed"
    held, missing = found.group(story, target)
    if len(held) < 2:
        raise Unfit("its statements are read as one now")
    joined = regroup.tied(story, held, _why(one, "held to be one thing"))
    sealed = regroup.confirmed(joined, held, _why(one, "confirmed"))
    return sealed, _ids(held), _done("confirmed", missing, joined is not story and "put together again")


def _reject(story: Story, one: Judgement) -> Changed:
    target = one.targets[0]
    if target.kind == "claim":
        claim = _claim(story, target)
        return regroup.dropped(story, claim, _why(one, "a statement was taken out")), (claim.id,), "left out"
    held, missing = found.group(story, target)
    if len(held) < 2:
        raise Unfit("its statements are read as one now")
    if target.kind == "link":
        pair = (held[0], held[1])
        if held[0].proposition is None or held[0].proposition != held[1].proposition:
            return story, _ids(held), "held apart already"
        return regroup.cut(story, pair, _why(one, "parted")), _ids(held), "parted"
    old = found.proposition(story, held)
    if old is None:
        return story, _ids(held), "held apart already"
    return regroup.dissolved(story, old), _ids(held), _done("parted", missing)


def _merge(story: Story, one: Judgement) -> Changed:
    parts = [found.group(story, target) for target in one.targets]
    held = tuple({claim.id: claim for claims, _ in parts for claim in claims}.values())
    joined = regroup.tied(story, held, _why(one, "held to be one thing"))
    detail = "held to be one thing already" if joined is story else "put together"
    return joined, _ids(held), _done(detail, sum(missing for _, missing in parts))


def _split(story: Story, one: Judgement) -> Changed:
    stays, missing = found.group(story, one.targets[0])
    goes, lost = found.group(story, one.targets[1])
    homes = {claim.proposition for claim in stays} - {None}
    staying = set(_ids(stays))
    taken = [claim for claim in goes if claim.proposition in homes and claim.id not in staying]
    if not taken:
        return story, _ids(goes), "held apart already"
    return regroup.parted(story, taken, _why(one, "parted from others")), _ids(goes), _done("parted", missing + lost)


def _stance(story: Story, one: Judgement) -> Changed:
    claim = _claim(story, one.targets[0])
    return _restanced(story, claim, _as_stance(one.change)), (claim.id,), f"{claim.stance} → {one.change}"


def _speaker(story: Story, one: Judgement) -> Changed:
    claim, name = _claim(story, one.targets[0]), one.change or ""
    held = _attribution(story, claim)
    holder, outlet = _holder(story, name), claim.chain[0]
    if holder.casefold() == outlet.casefold():
        changed = replace(claim, holder=outlet, chain=(outlet,), attribution=None)
    else:
        through = _outer(claim, held)
        changed = replace(claim, holder=holder, chain=(*through, holder))
    if held is not None and changed.attribution is not None and _is_alone(story, claim):
        known = holder if any(entity.id == holder for entity in story.entities) else None
        told = replace(held, speaker=known, confidence=1.0, principal=None)
        story = _with_attribution(story, told)
    return _with_claim(story, changed), (claim.id,), f"{holder_name(story, claim.holder)} → {name}"


def _span(story: Story, one: Judgement) -> Changed:
    claim, new = _claim(story, one.targets[0]), found.span(story, one.targets[1].places[0])
    if new.article != claim.span.article:
        raise Unfit("the words are in another report than the statement")
    held = _attribution(story, claim)
    if held is not None and held.contents == (claim.span,):
        story = _with_attribution(story, replace(held, contents=(new,)))
    return _with_claim(story, replace(claim, span=new)), (claim.id,), "the words were set anew"


def _date(story: Story, one: Judgement) -> Changed:
    target, day = one.targets[0], one.change
    if target.kind == "article":
        article = found.article(story, target.places[0])
        fact = Fact(day, "given", _why(one, "given"))
        was = article.published.value or "no date"
        return _with_article(story, replace(article, published=fact)), (article.id,), f"{was} → {day}"
    claim = _claim(story, target)
    held = _attribution(story, claim)
    if held is not None and _is_alone(story, claim):
        story = _with_attribution(story, replace(held, said=day, said_basis=_why(one, "given")))
    return _with_claim(story, replace(claim, said=day)), (claim.id,), f"said {claim.said or 'on no known day'} → {day}"


def _outlet(story: Story, one: Judgement) -> Changed:
    article = found.article(story, one.targets[0].places[0])
    was, now = article.outlet_name, one.change or ""

    def renamed(claim: Claim) -> Claim:
        chain = (now, *claim.chain[1:]) if claim.chain[:1] == (was,) else claim.chain
        return replace(claim, chain=chain, holder=now if claim.holder == was and len(chain) == 1 else claim.holder)

    changed = _with_article(story, replace(article, outlet=Fact(now, "given", _why(one, "given"))))
    analyses = tuple(
        replace(x, claims=tuple(map(renamed, x.claims))) if x.article == article.id else x for x in changed.analyses
    )
    return replace(changed, analyses=analyses), (article.id,), f"{was} → {now}"


def _family(story: Story, one: Judgement) -> Changed:
    both = tuple(found.article(story, target.places[0]).id for target in one.targets)
    members = {article for family in story.families if set(family) & set(both) for article in family} | set(both)
    order = [article.id for article in story.articles]
    joined = tuple(article for article in order if article in members)
    others = [family for family in story.families if not set(family) & members]
    families = tuple(sorted((*others, joined), key=lambda family: order.index(family[0])))
    return replace(story, families=families), both, "held to be one witness"


def _add(story: Story, one: Judgement) -> Changed:
    place, stance = one.targets[0].places[0], _as_stance(one.change)
    span = found.span(story, place)
    outlet = next(a.outlet_name for a in story.articles if a.id == span.article)
    holder = _holder(story, place.holder or outlet)
    read = [
        claim
        for analysis in story.analyses
        for claim in analysis.claims
        if claim.span == span and claim.holder == holder
    ]
    if read:
        claim, detail = read[0], "it is read there now"
        story = _restanced(story, claim, stance)
    else:
        chain = (outlet,) if holder.casefold() == outlet.casefold() else (outlet, holder)
        claim, detail = Claim("c" + one.id, span, None, chain[-1], stance, chain), "added"
        story = _with_added(story, claim)
    if len(one.targets) == 2:
        others, _ = found.group(story, one.targets[1])
        story = regroup.tied(story, (*others, claim), _why(one, "held to be one thing"))
    return story, (claim.id,), detail


def _note(story: Story, one: Judgement) -> Changed:
    target = one.targets[0]
    if target.kind == "article":
        return story, (found.article(story, target.places[0]).id,), "noted"
    if target.kind == "passage":
        return story, (found.span(story, target.places[0]).article,), "noted"
    return story, _ids(found.claims(story, target)[0]), "noted"


CHANGES: Mapping[JudgementKind, Callable[[Story, Judgement], Changed]] = {
    "accept": _accept,
    "reject": _reject,
    "merge": _merge,
    "split": _split,
    "stance": _stance,
    "speaker": _speaker,
    "span": _span,
    "date": _date,
    "outlet": _outlet,
    "family": _family,
    "add": _add,
    "note": _note,
}
"""What each kind does, conflicts apart: those are read off the story once all this is done."""


def _why(one: Judgement, what: str) -> str:
    return f"{what} by {signature(one)}"


def _done(what: str, missing: int, besides: str | bool = False) -> str:
    parts = [what, besides or "", f"{missing} of its statements not read now" if missing else ""]
    return "; ".join(str(part) for part in parts if part)


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(one.id for one in claims)


def _as_stance(change: str | None) -> Stance:
    match change:
        case "asserts" | "denies" | "hedges" | "declines" | "unaware":
            return change
    raise Unfit(f"{change!r} is no stance")


def _claim(story: Story, target: Target) -> Claim:
    return found.claims(story, target)[0][0]


def _attribution(story: Story, claim: Claim) -> Attribution | None:
    every = (one for analysis in story.analyses for one in analysis.attributions)
    return next((one for one in every if one.id == claim.attribution), None)


def _is_alone(story: Story, claim: Claim) -> bool:
    """Tell whether all claims of the attribution that ``claim`` has stand over the words of ``claim``."""
    every = (one for analysis in story.analyses for one in analysis.claims)
    return all(one.span == claim.span for one in every if one.attribution == claim.attribution)


def _outer(claim: Claim, held: Attribution | None) -> tuple[str, ...]:
    """Give the chain as far as the speaker: without the speaker, and without whom that speaker spoke for."""
    if len(claim.chain) == 1:
        return claim.chain
    served = held is not None and held.principal is not None and len(claim.chain) > 2
    return claim.chain[:-2] if served else claim.chain[:-1]


def _holder(story: Story, name: str) -> str:
    """Give the entity that goes by ``name``, by its own name before a variant of it, else the name itself."""
    wanted = " ".join(name.casefold().split())
    for names in (lambda one: (one.id, one.name), lambda one: one.variants):
        for entity in sorted(story.entities, key=lambda one: (-len(one.mentions), one.id)):
            if wanted in (known.casefold() for known in names(entity)):
                return entity.id
    return " ".join(name.split())


def _restanced(story: Story, claim: Claim, stance: Stance) -> Story:
    held = _attribution(story, claim)
    if held is not None and _is_alone(story, claim):
        story = _with_attribution(story, replace(held, stance=stance))
    return _with_claim(story, replace(claim, stance=stance))


def _with_claim(story: Story, claim: Claim) -> Story:
    """Give ``story`` with ``claim`` in place of the one of the same id."""
    analyses = tuple(
        replace(one, claims=_in_order(claim if old.id == claim.id else old for old in one.claims))
        if one.article == claim.span.article
        else one
        for one in story.analyses
    )
    return replace(story, analyses=analyses)


def _with_added(story: Story, claim: Claim) -> Story:
    analyses = tuple(
        replace(one, claims=_in_order((*one.claims, claim))) if one.article == claim.span.article else one
        for one in story.analyses
    )
    return replace(story, analyses=analyses)


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda one: (one.span, one.id)))


def _with_attribution(story: Story, told: Attribution) -> Story:
    analyses = tuple(
        replace(one, attributions=tuple(told if old.id == told.id else old for old in one.attributions))
        for one in story.analyses
    )
    return replace(story, analyses=analyses)


def _with_article(story: Story, article: Article) -> Story:
    return replace(story, articles=tuple(article if one.id == article.id else one for one in story.articles))
