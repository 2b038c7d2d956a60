"""Invented reports of one story, with the claims that a reader would find, for the tests of comparing."""

from __future__ import annotations

from factory import article, blocks, entity, span
from rashomon.model import Analysis, Article, Claim, Span, Story, Timex

POST = """The gate at Orrin stood open when the ferry docked, the inquiry found.

At least 27 passengers were hurt when the ferry struck the quay.

The harbour master will step down on Friday."""

RADIO = """Ines Carrow denied that the gate had been open. “The gate was not open when the ferry docked,” she said.

Hospital staff treated 31 passengers hurt on the ferry.

Carrow is to resign on Friday, the port says."""

ECHO = """Three dockers saw the gate open as the ferry came in. That is wrong, the port said.

The hospital counted 34 passengers hurt on board the ferry.

The harbour master will step down on Friday."""


def told(report: Article, *claims: Claim, days: tuple[str, ...] = ()) -> Analysis:
    """Give the analysis of ``report`` with ``claims``; each of ``days`` is a quote that means 7 March 2031."""
    times = tuple(Timex(span(report, day), "DATE", "2031-03-07", "2031-03-07", "2031-03-07") for day in days)
    return Analysis(report.id, times=times, claims=claims)


def by(report: Article, words: str, holder: str, stance: str = "asserts") -> Claim:
    """Give a claim over ``words`` that ``holder`` has in ``stance``."""
    outlet = report.outlet_name
    place = span(report, words)
    name = f"c{report.name[0]}{place.start}"
    return Claim(name, place, None, holder, stance, (outlet, holder))  # type: ignore[arg-type]


def story() -> Story:
    """Give three reports on an open gate, the hurt and a resignation."""
    post, radio, echo = (
        article(POST, "post.txt"),
        article(RADIO, "radio.txt", "Radio Orrin"),
        article(ECHO, "echo.txt", "Echo"),
    )
    carrow = entity("Ines Carrow", span(radio, "Ines Carrow"), span(radio, "Carrow is"))
    analyses = (
        told(
            post,
            by(post, "The gate at Orrin stood open when the ferry docked", "the inquiry"),
            by(post, "At least 27 passengers were hurt", "Orrin Post"),
            by(post, "The harbour master will step down on Friday", "Orrin Post"),
            days=("Friday",),
        ),
        told(
            radio,
            by(radio, "denied that the gate had been open", carrow.id, "denies"),
            by(radio, "The gate was not open when the ferry docked", carrow.id, "denies"),
            by(radio, "Hospital staff treated 31 passengers hurt on the ferry", "Radio Orrin"),
            by(radio, "Carrow is to resign on Friday", "the port"),
            days=("Friday",),
        ),
        told(
            echo,
            by(echo, "Three dockers saw the gate open as the ferry came in", "three dockers"),
            by(echo, "That is wrong", "the port", "denies"),
            by(echo, "The hospital counted 34 passengers hurt on board the ferry", "the hospital"),
            by(echo, "The harbour master will step down on Friday", "Echo"),
            days=("Friday",),
        ),
    )
    return Story((post, radio, echo), tuple(blocks(one) for one in (post, radio, echo)), (carrow,), analyses)


def words(report: Story, place: Span) -> str:
    """Give the words at ``place``."""
    return next(one.text for one in report.articles if one.id == place.article)[place.start : place.end]
