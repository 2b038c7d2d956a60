"""Small values made by hand: articles, and what is said in them, from quotes instead of offsets."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.model import (
    Analysis,
    Article,
    Attribution,
    Block,
    Claim,
    Entity,
    EntityKind,
    Fact,
    Mention,
    Role,
    Span,
    Stance,
    Story,
    Timex,
)


def digest(*parts: object) -> str:
    """Give a short id that follows from ``parts``."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def article(text: str, name: str = "gate.txt", outlet: str | None = "Orrin Post", **facts: str | None) -> Article:
    """Give an article of ``text``; ``facts`` are title, published, language, genre by their value."""
    return Article(
        id=digest(name, text),
        name=name,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=Fact(outlet, "given", "given by hand") if outlet else Fact(),
        **{key: Fact(value, "text", "a line of the text") if value else Fact() for key, value in facts.items()},
    )


def span(report: Article, quote: str, nth: int = 1) -> Span:
    """Give the place of the ``nth`` time that ``quote`` stands in the text of ``report``."""
    start = -1
    for _ in range(nth):
        start = report.text.index(quote, start + 1)
    return Span(report.id, start, start + len(quote))


def body(report: Article) -> tuple[Block, ...]:
    """Give one body block over the whole text."""
    return (Block(Span(report.id, 0, len(report.text)), "body"),)


def blocks(report: Article, *roles: Role) -> tuple[Block, ...]:
    """Give a block for each paragraph between blank lines; the last of ``roles`` goes on, else "body"."""
    found = re.finditer(r"\S(?:[^\r\n]|\r?\n(?![ \t]*\r?\n))*", report.text)
    given = roles or ("body",)
    return tuple(
        Block(Span(report.id, one.start(), len(one.group().rstrip()) + one.start()), given[min(i, len(given) - 1)])
        for i, one in enumerate(found)
    )


class Told(NamedTuple):
    """An attribution in the words of its article, to compare with what a reader would write down.

    ``within`` is the place in the list of the attribution that it stands in, None for an outermost one.
    """

    source: str | None
    cue: str | None
    contents: tuple[str, ...]
    stance: Stance
    kind: str
    within: int | None


def told(report: Article, attributions: Sequence[Attribution]) -> list[Told]:
    """Give ``attributions`` in words, in their order."""
    places = {one.id: at for at, one in enumerate(attributions)}

    def words(one: Span | None) -> str | None:
        return report.text[one.start : one.end] if one else None

    return [
        Told(
            words(one.source),
            words(one.cue),
            tuple(report.text[part.start : part.end] for part in one.contents),
            one.stance,
            one.kind,
            places[one.within] if one.within else None,
        )
        for one in attributions
    ]


def entity(name: str, *mentions: Span, kind: EntityKind = "person", roles: Sequence[str] = ()) -> Entity:
    """Give an entity of one name."""
    return Entity(digest("entity", name), name, kind, (name,), tuple(roles), mentions)


def attribution(
    report: Article,
    source: str | None,
    cue: str | None,
    *contents: str,
    stance: Stance = "asserts",
    within: Attribution | None = None,
    speaker: Entity | None = None,
    **others: object,
) -> Attribution:
    """Give an attribution whose spans are the first places of the quotes."""
    values: dict[str, object] = {
        "kind": "indirect",
        "stance": stance,
        "within": within.id if within else None,
        "speaker": speaker.id if speaker else None,
        **others,
    }
    return Attribution(
        id=digest("attribution", report.id, source, cue, contents),
        article=report.id,
        source=span(report, source) if source else None,
        cue=span(report, cue) if cue else None,
        contents=tuple(span(report, quote) for quote in contents),
        **values,  # type: ignore[arg-type]
    )


def claim(report: Article, words: str, by: Attribution | None = None, chain: Sequence[str] = ()) -> Claim:
    """Give a claim over ``words``: the content of ``by``, or the outlet's own voice."""
    outlet = report.outlet_name
    links = (outlet, *chain)
    return Claim(
        id=digest("claim", report.id, words, links),
        span=span(report, words),
        attribution=by.id if by else None,
        holder=links[-1],
        stance=by.stance if by else "asserts",
        chain=links,
        said=by.said if by else None,
    )


GATE = (
    "The harbour master, Ines Carrow,\nflatly denied that the gate had been left open.\n"
    "According to the Orrin Echo, three dockers said the gate “stood open all night”. "
    "The ferry sank on Monday.\n"
)
RADIO = "Ines Carrow would not say who held the key. “I do not know,” said Bram Oyelaran, a pilot."


def gate() -> Story:
    """Give a story of two reports: a denial, an anonymous group through a paper, a refusal, and a plain unknown."""
    post = article(GATE, "post/gate.txt", title="Gate was shut, says harbour master", published="2031-03-03")
    radio = article(RADIO, "radio.txt", "Radio Orrin")
    carrow = entity("Ines Carrow", span(post, "Ines Carrow"), span(radio, "Ines Carrow"), roles=["harbour master"])
    echo = entity("Orrin Echo", span(post, "Orrin Echo"), kind="organisation")
    dockers = entity("three dockers", span(post, "three dockers"), kind="group")
    pilot = entity("Bram Oyelaran", span(radio, "Bram Oyelaran"), roles=["a pilot"])
    denial = attribution(
        post, "The harbour master, Ines Carrow", "flatly denied", "that the gate had been left open",
        stance="denies", speaker=carrow, said="2031-03-02",
    )  # fmt: skip
    relayed = attribution(
        post, "the Orrin Echo", "According to", "three dockers said the gate “stood open all night”", speaker=echo
    )
    seen = attribution(
        post, "three dockers", "said", "the gate “stood open all night”", within=relayed, speaker=dockers,
        kind="mixed", anonymous=True, count=3,
    )  # fmt: skip
    refusal = attribution(radio, "Ines Carrow", "would not say", "who held the key", stance="declines", speaker=carrow)
    unknown = attribution(
        radio, "Bram Oyelaran, a pilot", "said", "“I do not know,”", stance="unaware", speaker=pilot, kind="direct"
    )
    return Story(
        articles=(post, radio),
        blocks=(body(post), body(radio)),
        entities=(carrow, echo, dockers, pilot),
        analyses=(
            Analysis(
                post.id,
                mentions=(Mention(span(post, "Ines Carrow"), "person"),),
                times=(Timex(span(post, "Monday"), "DATE", "2031-03-02", "2031-03-02", "2031-03-02", "by hand"),),
                attributions=(denial, relayed, seen),
                claims=(
                    claim(post, "that the gate had been left open", denial, [carrow.id]),
                    claim(post, "the gate “stood open all night”", seen, [echo.id, dockers.id]),
                    claim(post, "The ferry sank on Monday"),
                ),
            ),
            Analysis(
                radio.id,
                attributions=(refusal, unknown),
                claims=(claim(radio, "who held the key", refusal, [carrow.id]),),
            ),
        ),
    )
