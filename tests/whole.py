"""A whole story made by hand: four invented reports, and every kind of finding once or more."""

from __future__ import annotations

from dataclasses import replace

from factory import article, attribution, blocks, digest, entity, span
from rashomon.model import (
    Alignment,
    Analysis,
    Article,
    Attribution,
    Claim,
    Conflict,
    Difference,
    Direction,
    Evidence,
    Judgement,
    Link,
    Moment,
    Omission,
    Origin,
    Outcome,
    Place,
    Position,
    Proposition,
    Shift,
    Side,
    Slot,
    Story,
    Target,
    Timex,
    Value,
    Variant,
    Voice,
    Wording,
)

__all__ = ["whole"]

_POST = """Three dockers told the Post that the gate stood open when the ferry docked.

The harbour master, Ines Carrow, denied that the gate had been open.

At least 27 passengers were hurt when the ferry struck the quay on Monday.

The lessee, Bram Oyelaran, declined to comment on the gate.
"""
_RADIO = """Three dockers told the Orrin Post that the gate stood open.

Hospital staff treated 31 passengers hurt on the ferry.

The accident happened on Monday. Nobody should be surprised.
"""
_ECHO = """Ines Carrow said on Tuesday the gate may have been open.

At least 27 people were hurt when the ferry struck the quay on Monday.

The disaster happened on Sunday.
"""
_MAIL = """The harbour will be closed for a week, the port says.

The accident happened on Monday.
"""

POST = article(_POST, "post/gate.txt", "Orrin Post", published="2031-03-04", title="Gate stood open, say dockers")
RADIO = article(_RADIO, "radio.txt", "Radio Orrin", published="2031-03-05")
ECHO = article(_ECHO, "echo.txt", "Orrin Echo", published="2031-03-06")
MAIL = article(_MAIL, "mail.txt", "Harbour Mail", published="2031-03-07")

CARROW = entity("Ines Carrow", span(POST, "Ines Carrow"), span(ECHO, "Ines Carrow"), roles=["harbour master"])
OYELARAN = entity("Bram Oyelaran", span(POST, "Bram Oyelaran"), roles=["lessee"])
DOCKERS = entity("three dockers", span(POST, "Three dockers"), span(RADIO, "Three dockers"), kind="group")
PAPER = entity("Orrin Post", span(RADIO, "Orrin Post"), kind="organisation")


def _claim(report: Article, words: str, by: Attribution | None, *chain: str, slot: Slot = "happened") -> Claim:
    links = (report.outlet_name, *chain)
    return Claim(
        id=digest(report.name, words, slot),
        span=span(report, words),
        attribution=by.id if by else None,
        holder=links[-1],
        stance=by.stance if by else "asserts",
        chain=links,
        said=by.said if by else None,
        slot=slot,
    )


def _valued(one: Claim, report: Article, words: str, text: str, low: float | None, high: float | None) -> Claim:
    place = span(report, words)
    return Claim(
        one.id, one.span, one.attribution, one.holder, one.stance, one.chain, quantities=(place,), slot=one.slot,
        value=Value(text, place, low, high, "passengers"),
    )  # fmt: skip


def _of(one: Claim, proposition: str) -> Claim:
    return replace(one, proposition=proposition)


SEEN = attribution(
    POST, "Three dockers", "told", "that the gate stood open when the ferry docked", speaker=DOCKERS, anonymous=True,
    count=3, said="2031-03-03",
)  # fmt: skip
DENIED = attribution(
    POST, "The harbour master, Ines Carrow", "denied", "that the gate had been open", stance="denies", speaker=CARROW,
    said="2031-03-03", said_basis="Monday",
)  # fmt: skip
SILENT = attribution(
    POST, "The lessee, Bram Oyelaran", "declined to comment", "on the gate", stance="declines", speaker=OYELARAN
)
RETOLD = attribution(
    RADIO, "Three dockers", "told", "that the gate stood open", speaker=DOCKERS, anonymous=True, count=3
)
LEFT_OPEN = attribution(
    ECHO, "Ines Carrow", "said", "the gate may have been open", stance="hedges", speaker=CARROW, said="2031-03-04"
)
PORT = attribution(MAIL, "the port", "says", "The harbour will be closed for a week")

OPEN = [
    _claim(POST, "that the gate stood open when the ferry docked", SEEN, DOCKERS.id),
    _claim(POST, "that the gate had been open", DENIED, CARROW.id),
    _claim(POST, "on the gate", SILENT, OYELARAN.id),
    _claim(RADIO, "that the gate stood open", RETOLD, PAPER.id, DOCKERS.id),
    _claim(ECHO, "the gate may have been open", LEFT_OPEN, CARROW.id),
]
HURT = [
    _valued(
        _claim(POST, "At least 27 passengers were hurt when the ferry struck the quay on Monday", None, slot="number"),
        POST, "At least 27", "at least 27 passengers", 27.0, None,
    ),
    _valued(
        _claim(RADIO, "Hospital staff treated 31 passengers hurt on the ferry", None, slot="number"),
        RADIO, "31", "31 passengers", 31.0, 31.0,
    ),
    _valued(
        _claim(ECHO, "At least 27 people were hurt when the ferry struck the quay on Monday", None, slot="number"),
        ECHO, "At least 27", "at least 27 passengers", 27.0, None,
    ),
]  # fmt: skip
DAY = [
    _claim(RADIO, "The accident happened on Monday", None, slot="time"),
    _claim(ECHO, "The disaster happened on Sunday", None, slot="time"),
    _claim(MAIL, "The accident happened on Monday", None, slot="time"),
]
ALONE = [_claim(MAIL, "The harbour will be closed for a week", PORT, "the port", slot="follows")]


def _tied(claims: list[Claim], *suggested: int) -> tuple[Link, ...]:
    first = claims[0]
    return tuple(
        Link(
            first.id, one.id, "suggested" if at in suggested else "confirmed", 0.9,
            (Evidence("words", 0.9, "both speak of it in the same words", first.span, one.span),),
        )
        for at, one in enumerate(claims[1:], 1)
    )  # fmt: skip


def _position(one: Claim, date: str | None) -> Position:
    return Position(one.holder, "p-open", one.id, one.stance, date, "the day it says" if date else "")


def whole() -> Story:
    """Give the story: a disputed proposition, a number and a day in conflict, a shift, an omission and all the rest."""
    propositions = (
        Proposition(
            "p-open", OPEN[0].span, tuple(one.id for one in OPEN), "happened",
            (("Orrin Echo", "hedges"), ("Orrin Post", "asserts"), ("Radio Orrin", "asserts")), _tied(OPEN, 2), 0.8,
        ),
        Proposition(
            "p-hurt", HURT[0].span, tuple(one.id for one in HURT), "number",
            (("Orrin Echo", "asserts"), ("Orrin Post", "asserts"), ("Radio Orrin", "asserts")), _tied(HURT), 0.9,
        ),
        Proposition(
            "p-day", DAY[0].span, tuple(one.id for one in DAY), "time",
            (("Harbour Mail", "asserts"), ("Orrin Echo", "asserts"), ("Radio Orrin", "asserts")), _tied(DAY, 1), 0.7,
        ),
    )  # fmt: skip
    told = [
        *(_of(one, "p-open") for one in OPEN), *(_of(one, "p-hurt") for one in HURT),
        *(_of(one, "p-day") for one in DAY), *ALONE,
    ]  # fmt: skip
    said = (SEEN, DENIED, SILENT, RETOLD, LEFT_OPEN, PORT)
    monday = Timex(span(POST, "Monday"), "DATE", "2031-03-03", "2031-03-03", "2031-03-03", "by hand")
    reports = (POST, RADIO, ECHO, MAIL)
    return Story(
        articles=reports,
        blocks=tuple(blocks(one) for one in reports),
        entities=(CARROW, OYELARAN, DOCKERS, PAPER),
        analyses=tuple(
            Analysis(
                report.id,
                times=(monday,) if report is POST else (),
                attributions=tuple(one for one in said if one.article == report.id),
                claims=tuple(sorted((one for one in told if one.span.article == report.id), key=lambda one: one.span)),
            )
            for report in reports
        ),
        alignments=(_copy(),),
        families=((POST.id, ECHO.id), (RADIO.id,), (MAIL.id,)),
        propositions=propositions,
        conflicts=_conflicts(),
        positions=(_position(OPEN[1], "2031-03-03"), _position(OPEN[2], None), _position(OPEN[4], "2031-03-04")),
        shifts=(Shift(CARROW.id, "p-open", (_position(OPEN[1], "2031-03-03"), _position(OPEN[4], "2031-03-04"))),),
        origins=(
            Origin(
                "p-open", DOCKERS.id, (OPEN[0].id, OPEN[3].id), ("Orrin Post", "Radio Orrin"), 2, "Orrin Post", True, 3,
                "Radio Orrin names the Orrin Post",
            ),
            Origin("p-open", CARROW.id, (OPEN[1].id, OPEN[4].id), ("Orrin Echo", "Orrin Post"), 1),
            Origin("p-hurt", "Radio Orrin", (HURT[1].id,), ("Radio Orrin",), 1),
        ),
        omissions=(
            Omission(
                MAIL.id, "p-open", (POST.id, RADIO.id), "“gate” and “open” in all of it", span(MAIL, "The harbour")
            ),
        ),
        wording=(
            Wording(
                "accident",
                (
                    Variant("the accident", (span(RADIO, "The accident"), span(MAIL, "The accident"))),
                    Variant("the disaster", (span(ECHO, "The disaster"),)),
                ),
            ),
        ),
        timeline=(
            Moment("happened", "2031-03-02", "2031-03-02", "2031-03-02", "Sunday", (DAY[1].id,), "x-day"),
            Moment("happened", "2031-03-03", "2031-03-03", "2031-03-03", "Monday", (DAY[0].id, DAY[2].id), "x-day"),
            Moment("said", "2031-03-04", "2031-03-04", "2031-03-04", "Tuesday", (OPEN[4].id,)),
        ),
        voices=(
            Voice(POST.id, 14, 26, 0),
            Voice(RADIO.id, 20, 9, 0, (span(RADIO, "Nobody should be surprised."),)),
            Voice(ECHO.id, 18, 9, 0),
            Voice(MAIL.id, 7, 8, 0),
        ),
        judged=(_judged(),),
    )  # fmt: skip


def _conflicts() -> tuple[Conflict, ...]:
    monday, sunday = span(RADIO, "Monday"), span(ECHO, "Sunday")
    first, second = span(POST, "At least 27"), span(RADIO, "31")
    return (
        Conflict(
            "x-day", "date", "hard", "p-day",
            (
                Side("Monday 3 March", (DAY[0].id, DAY[2].id), (monday, span(MAIL, "Monday"))),
                Side("Sunday 2 March", (DAY[1].id,), (sunday,)),
            ),
            (Evidence("date", 1.0, "a Monday is no Sunday", monday, sunday),),
        ),
        Conflict(
            "x-hurt", "number", "soft", "p-hurt",
            (Side("at least 27", (HURT[0].id, HURT[2].id), (first,)), Side("31", (HURT[1].id,), (second,))),
            (Evidence("number", 0.5, "31 is within “at least 27”, and more exact", first, second),),
        ),
    )  # fmt: skip


def _judged() -> Outcome:
    place = Place(
        POST.sha256, "Orrin Post", POST.name, OPEN[0].span.start, "that the gate stood open", holder="dockers"
    )
    made = Judgement(
        "j-open",
        "accept",
        (Target("claim", (place,)),),
        "R. Reader",
        "2031-03-08T09:00:00+00:00",
        note="heard it myself",
    )
    return Outcome(made, "applied", "the same words", (OPEN[0].id,))


def _copy() -> Alignment:
    left = span(POST, "At least 27 passengers were hurt when the ferry struck the quay on Monday.")
    right = span(ECHO, "At least 27 people were hurt when the ferry struck the quay on Monday.")
    return Alignment(
        "k-hurt", "copy", (left, right), 12 / 13,
        (Difference("replace", span(POST, "passengers"), span(ECHO, "people")),),
        Direction(POST.id, "published two days before"),
    )  # fmt: skip
