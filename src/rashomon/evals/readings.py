"""What a system made of one story, moved to the offsets of the gold: from a story file, or from a second annotation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rashomon.compare.components import components
from rashomon.errors import StoryError
from rashomon.evals.accounts import Account, Statement
from rashomon.evals.align import mapper
from rashomon.evals.annotations import OWN_VOICE, text_name
from rashomon.model import Span, Timex

__all__ = ["Held", "Reading", "Telling", "from_gold", "from_story", "origin"]


@dataclass(frozen=True, slots=True)
class Held:
    """An attribution of a system.

    ``refers`` is what a pronoun or a role noun that is the ``source`` stands for; ``names`` are all words by which the
    speaker is known, those of the two spans among them.
    """

    id: str
    source: Span | None
    refers: Span | None
    names: str
    contents: tuple[Span, ...]
    stance: str
    within: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim of a system. ``holder`` and each link of ``chain`` are all names of one holder in a row.

    ``core`` names those of its proposition that confirmed links tie it to; it is None where there are none.
    """

    id: str
    span: Span
    holder: str
    own: bool
    stance: str
    chain: tuple[str, ...]
    proposition: str | None
    core: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is scored of one story. Spans stand in gold's texts; what stands nowhere there has the span 0:0.

    ``conflicts`` are sides of spans, ``alignments`` and ``shifts`` spans, ``omissions`` pairs (file, proposition),
    ``wording`` variants of spans, ``opinion`` the words of opinion in 100 of a file's own voice.
    ``origins`` give each claim, by its id, a label that all claims of one origin share.
    """

    held: tuple[Held, ...] = ()
    times: tuple[Timex, ...] = ()
    tellings: tuple[Telling, ...] = ()
    conflicts: tuple[tuple[tuple[Span, ...], ...], ...] = ()
    alignments: tuple[tuple[Span, ...], ...] = ()
    shifts: tuple[tuple[Span, ...], ...] = ()
    omissions: tuple[tuple[str, str], ...] = ()
    wording: tuple[tuple[tuple[Span, ...], ...], ...] = ()
    opinion: tuple[tuple[str, float], ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)


Move = Callable[[Mapping[str, Any]], Span]


def from_story(story: Mapping[str, Any], gold: Account) -> Reading:
    """Give what the story file ``story`` says of gold's articles, which are known by the name of their file.

    An article read from the page and one read from its visible text are both gold's; where a story file has the two,
    the second is left out. Raises ``StoryError`` where no article is gold's, or where the file lacks a needed key.
    """
    try:
        files = _files(story, gold)
        if not files:
            raise StoryError(gold.story, "the story file has none of its articles", "compare the files under articles/")
        return _reading(story, files, _mover(story, files, gold))
    except (KeyError, TypeError, AttributeError) as error:
        raise StoryError(gold.story, f"it is no story file: {error!r}", "write rashomon-story/1") from error


def _files(story: Mapping[str, Any], gold: Account) -> dict[str, str]:
    """Give gold's file name of each article id of the story."""
    files: dict[str, str] = {}
    for article in sorted(story["articles"], key=lambda one: str(one.get("name"))):
        name = text_name(article.get("name") or article.get("url") or "")
        if name in gold.texts and name not in files.values():
            files[article["id"]] = name
    return files


def _mover(story: Mapping[str, Any], files: Mapping[str, str], gold: Account) -> Move:
    moves = {
        article["id"]: mapper(article["text"], gold.texts[files[article["id"]]])
        for article in story["articles"]
        if article["id"] in files
    }

    def move(span: Mapping[str, Any]) -> Span:
        start, end = moves[span["article"]](span["start"], span["end"])
        return Span(files[span["article"]], start, end)

    return move


def _reading(story: Mapping[str, Any], files: Mapping[str, str], move: Move) -> Reading:
    entities = {one["id"]: one for one in story.get("entities", ())}
    outlets = {article["id"]: article.get("outlet") or "" for article in story["articles"]}
    claims = {one["id"]: one for one in story.get("claims", ()) if one["span"]["article"] in files}
    spans = {name: move(one["span"]) for name, one in claims.items()}
    cores = _cores(story)

    def names(holder: str | None) -> str:
        return _names(entities[holder]) if holder in entities else holder or ""

    def known(wanted: Iterable[str | None]) -> tuple[Span, ...]:
        return tuple(spans[name] for name in wanted if name in spans)

    return Reading(
        held=tuple(_held(one, move, names) for one in story.get("attributions", ()) if one["article"] in files),
        times=tuple(
            Timex(move(one["span"]), one["type"], one.get("value"))
            for one in story.get("times", ())
            if one["span"]["article"] in files
        ),
        tellings=tuple(
            Telling(
                id=name,
                span=spans[name],
                holder=names(one.get("holder")),
                own=one.get("attribution") is None or one.get("holder") in {*outlets.values(), "outlet"},
                stance=one.get("stance") or "",
                chain=tuple(names(holder) for holder in one.get("chain", ())),
                proposition=one.get("proposition"),
                core=cores.get(name),
            )
            for name, one in claims.items()
        ),
        conflicts=tuple(
            tuple(known(side.get("claims", ())) for side in one.get("sides", ())) for one in story.get("conflicts", ())
        ),
        alignments=tuple(
            tuple(move(span) for span in one["spans"] if span["article"] in files)
            for one in story.get("alignments", ())
        ),
        shifts=tuple(known(step.get("claim") for step in one["steps"]) for one in story.get("shifts", ())),
        omissions=tuple(
            (files.get(one["article"], one["article"]), one["proposition"]) for one in story.get("omissions", ())
        ),
        wording=tuple(
            tuple(tuple(move(span) for span in v["spans"] if span["article"] in files) for v in one["variants"])
            for one in story.get("wording", ())
        ),
        opinion=tuple(_opinion(one, files) for one in story.get("voices", ()) if one["article"] in files),
        origins={
            claim: f"{one['id']} {number}"
            for one in story.get("propositions", ())
            for number, traced in enumerate(one.get("origins", ()))
            for claim in traced["claims"]
        },
    )


def _opinion(voice: Mapping[str, Any], files: Mapping[str, str]) -> tuple[str, float]:
    """Give a file and how many words of opinion are among 100 words of its own voice."""
    words = sum(len(span["text"].split()) for span in voice["opinion"])
    return files[voice["article"]], 100 * words / max(1, voice["own"])


def _names(entity: Mapping[str, Any]) -> str:
    return " ".join([entity.get("name") or "", *entity.get("variants", ()), *entity.get("roles", ())])


def _held(one: Mapping[str, Any], move: Move, names: Callable[[str | None], str]) -> Held:
    source, meant = one.get("source"), one.get("speaker_ref")
    return Held(
        id=one["id"],
        source=move(source) if source else None,
        refers=move(meant) if meant else None,
        names=" ".join(
            filter(None, (names(one.get("speaker")), *((span or {}).get("text") for span in (source, meant))))
        ),
        contents=tuple(move(span) for span in one["contents"]),
        stance=one.get("stance") or "",
        within=one.get("within"),
    )


def from_gold(second: Account) -> Reading:
    """Give a second annotation of a story as if a system had made it: what one human reaches against another."""
    outlets = {one.file: one.outlet for one in second.documents}
    statements = [one for proposition in second.propositions for one in proposition.statements]
    return Reading(
        held=tuple(
            Held(
                one.id,
                one.source,
                None,
                _own_words(second, one.source, one.holder),
                one.contents,
                one.stance,
                one.within,
            )
            for one in second.said
        ),
        times=second.times,
        tellings=tuple(_telling(f"t{number}", one, outlets) for number, one in enumerate(statements)),
        conflicts=tuple(
            tuple((value.span,) for value in clash.values)
            for clash in second.clashes
            if clash.severity != "variant_not_conflict"
        ),
        alignments=tuple(one.spans for one in second.copies),
        shifts=tuple(tuple(step.span for step in one.steps) for one in second.shifts),
        origins={f"t{number}": f"{one.proposition} {origin(one)}" for number, one in enumerate(statements)},
        omissions=tuple((one.file, one.proposition) for one in second.omissions),
        wording=tuple(tuple((span,) for span in one.spans) for one in second.wording),
    )


def _cores(story: Mapping[str, Any]) -> dict[str, str]:
    """Give for each claim that has a confirmed link the first of the claims that such links tie together."""
    links = [
        (link["left"], link["right"])
        for proposition in story.get("propositions", ())
        for link in proposition.get("links", ())
        if link["status"] == "confirmed"
    ]
    tied = components(sorted({claim for link in links for claim in link}), links)
    return {claim: group[0] for group in tied for claim in group}


def origin(one: Statement) -> str:
    """Give where a statement of gold goes back to: the last link of its chain, or the outlet's own words."""
    return one.chain[-1] if len(one.chain) > 1 else f"{one.span.article}: own words"


def _own_words(account: Account, source: Span | None, holder: str) -> str:
    words = account.texts[source.article][source.start : source.end] if source else ""
    return f"{holder} {words}".strip()


def _telling(name: str, one: Statement, outlets: Mapping[str, str]) -> Telling:
    own = one.holder in OWN_VOICE
    telling = Telling(name, one.span, one.holder, own, one.stance, one.chain, one.proposition)
    return replace(telling, holder=outlets.get(one.span.article, "")) if own else telling
