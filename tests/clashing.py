"""Small stories made by hand in which tellings part, with frames where told, and their claims ready to clash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factory import article, body, entity, span
from rashomon.compare.conflicts.contenders import Contender, contenders
from rashomon.compare.prepared import prepared
from rashomon.model import Alignment, Analysis, Article, Claim, Entity, Frame, Span, Stance, Story, Timex

Words = tuple[str, str] | tuple[str, str, Stance]
"""What a claim says, who holds it, and in what stance, asserting where that is not told."""


def report(number: int, text: str) -> Article:
    """Give the report number ``number`` of a story."""
    return article(text, f"{number}.txt", f"Outlet {number}", published="2031-03-10")


def claim(own: Article, words: Words) -> Claim:
    """Give a claim in ``own``."""
    text, holder, *stance = words
    place = span(own, text)
    outlet = own.outlet_name
    by = None if holder == outlet else f"a{place.start}"
    name = f"c{own.name[0]}-{place.start}-{place.end}"
    return Claim(name, place, by, holder, stance[0] if stance else "asserts", (outlet, holder), said="2031-03-10")  # type: ignore[arg-type]


def story(
    *reports: tuple[str, Sequence[Words]],
    times: Mapping[str, str] | None = None,
    people: Sequence[str] = (),
    alignments: Sequence[Alignment] = (),
) -> Story:
    """Give a story of reports, each a text and its claims; all claims are about one thing.

    ``times`` are quotes with the day or time they mean, wherever they stand; ``people`` are names of persons.
    """
    articles = tuple(report(number, text) for number, (text, _) in enumerate(reports))
    analyses = []
    for own, (text, words) in zip(articles, reports, strict=True):
        known = tuple(_time(own, quote, value) for quote, value in (times or {}).items() if quote in text)
        claims = tuple(sorted((claim(own, one) for one in words), key=lambda one: one.span))
        analyses.append(Analysis(own.id, times=known, claims=claims))
    entities = tuple(_person(name, articles) for name in people)
    return Story(articles, tuple(map(body, articles)), entities, tuple(analyses), alignments=tuple(alignments))


def _time(own: Article, quote: str, value: str) -> Timex:
    kind = "TIME" if "T" in value else "DATE"
    return Timex(span(own, quote), kind, value, value[:10], value[:10])  # type: ignore[arg-type]


def _person(name: str, articles: Sequence[Article]) -> Entity:
    return entity(name, *(span(one, name) for one in articles if name in one.text))


def told(*reports: tuple[str, Sequence[Words]], **others: object) -> tuple[Contender, ...]:
    """Give the claims of a story ready to clash."""
    own = story(*reports, **others)  # type: ignore[arg-type]
    return contenders(own, prepared(own).gists)


def two(left: str, right: str, **others: object) -> tuple[Contender, Contender]:
    """Give two claims of two reports, each all of its report, by two holders."""
    one, other = told((left, [(left, "the port")]), (right, [(right, "the union")]), **others)
    return one, other


def sure(left: Contender, right: Contender) -> float:
    """Hold any two claims to be about one thing."""
    return 1.0


def words(own: Story, place: Span) -> str:
    """Give the words of a span."""
    return next(one.text for one in own.articles if one.id == place.article)[place.start : place.end]


Parts = dict[str, str]
"""A frame in words: its predicate's plain form, and the words of its parts by their names."""


def framing(own: Article, parts: Parts) -> Frame:
    """Give a frame of ``own`` from words; ``word`` is the predicate as it stands there."""
    spans: dict[str, Span] = {name: span(own, words) for name, words in parts.items() if name not in ("is", "word")}
    return Frame(span(own, parts["word"]), parts.get("is", "be"), **spans)


def framed_story(*reports: tuple[str, Sequence[Words], Sequence[Parts]], people: Sequence[str] = ()) -> Story:
    """Give a story of reports with the frames of each."""
    made = story(*((text, words) for text, words, _ in reports), people=people)
    analyses = (
        replace(one, frames=tuple(framing(own, parts) for parts in frames))
        for own, one, (_, _, frames) in zip(made.articles, made.analyses, reports, strict=True)
    )
    return replace(made, analyses=tuple(analyses))
