"""Offsets hold whatever the text: emoji, combining marks, right-to-left script, odd spaces, marks of all kinds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factory import article
from rashomon import Article, Options, Story, export, read, reconcile, verify
from rashomon.errors import RashomonError
from rashomon.model import Span

SENTENCES = st.sampled_from(
    [
        "The harbour master, Ines Carrow, flatly denied that the gate had been left open.",
        "“We can hold it,” said Carrow. “Nobody was hurt.",
        "“Until now,” she told Radio Orrin on Monday, “the tide was low.”",
        "According to the Orrin Echo, three dockers said the gate 'stood open all night'.",
        "\"He told me, 'Leave,'\" said Bram Oyelaran, a spokesman for the board.",
        "It allegedly sank at 9 p.m. on 2 March 2031; nobody, he said, knew why.",
        "LUND: Was it shut?",
        "Report: Ferry left early – dockers",
        "Donate today! Sign up for our newsletter.",
        "ORRIN, March 3 (Kestrel Wire) — The ministry would neither confirm nor deny it",
        "    The gate was never left open. I ask everybody to come forward.",
        "The officials, who asked not to be named, said that he, citing the report, had refused to say whether",
    ]
)
ODD = st.sampled_from(
    [
        *"“”„‟«»‘’‛\"'`´…–—-()[]:;,.!?",
        *("''", "``", "“'", "😀", "👩\u200d🚒", "🇫🇷", "e\u0301", "n\u0303o", "a\u0308\u0323"),
        *("\u00a0", "\u202f", "\u2009", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u2028", "\x85", "\x0b", "\t"),
        *("\r\n", "\n", "\r", "\n\n", "\r\n\r\n", "  ", "\x00", "\U000e0041"),
        *("שלום", "مرحبا", "\u202eabc\u202c", "\u200fאב"),
        *("Åse", "naïve", "İstanbul", "ﬁne", "東京", "said", "Lund", "not", "9"),
    ]
)
TEXTS = st.lists(st.one_of(SENTENCES, ODD, st.text(max_size=6)), min_size=1, max_size=14).map(" ".join)
MARKED = st.lists(st.one_of(SENTENCES, ODD), min_size=1, max_size=14).map("".join)

slowly = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def made(text: str, name: str = "a.txt") -> Article:
    """Give an article of any text, as the reader gives it; one it refuses is made without it."""
    try:
        return read.article(text, name, Options(outlet="Orrin Post", published="2031-03-04"))
    except RashomonError:
        return article(text, name)


def spans(value: Any) -> Iterator[Span]:
    """Give every span that a value of the model holds, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from spans(getattr(value, one.name))


def exported(value: Any) -> Iterator[dict[str, Any]]:
    """Give every span of a story file that brings its text."""
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        for part in value.values():
            yield from exported(part)
    elif isinstance(value, list):
        for part in value:
            yield from exported(part)


def check(story: Story) -> None:
    """Prove every span of a story, and of its export, against the texts; what was read off a report is never empty."""
    texts = {one.id: one.text for one in story.articles}
    for one in spans(story):
        assert 0 <= one.start <= one.end <= len(texts[one.article]), one
    for one in spans((story.articles, story.blocks, story.entities, story.analyses)):
        assert one.start < one.end, one
    file = export(story)
    for cut in exported(file):
        assert cut["text"] == texts[cut["article"]][cut["start"] : cut["end"]]
    for analysis in story.analyses:
        text = texts[analysis.article]
        for said in analysis.attributions:
            assert said.contents
            assert all(text[part.start : part.end].strip() for part in said.contents)
    verify(file)


@pytest.mark.usefixtures("nlp")
@slowly
@given(st.one_of(TEXTS, MARKED))
@example("4² dockers and 1² others, 5² of 7¾ boats, were hurt, said 3² drivers, 40².")  # digits that are no numbers
def test_every_span_of_any_text_stands(text: str):
    """Reading never raises, and every span of the Story is what its text has there."""
    check(reconcile([made(text)]))


@pytest.mark.usefixtures("nlp")
@settings(slowly, max_examples=8)
@given(TEXTS, TEXTS, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]))
def test_every_span_of_several_texts_stands(one: str, other: str, end: str):
    """Two reports of one story, lines broken in any way: spans are never those of the other report."""
    reports = [made(one.replace(" said ", f"{end}said{end}"), "a.txt"), made(other.replace(". ", f".{end}"), "b.txt")]
    story = reconcile(reports)
    check(story)
    assert story == reconcile(reports[::-1])


@pytest.mark.usefixtures("nlp")
@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "\ud800",
        "“" * 500,
        "said " * 300,
        "(" * 300 + "he said" + ")" * 300,
        "\n".join("“He said" for _ in range(60)),
        "a\u0301" * 2000,
        "שלום “עולם” אמר",
        ". " * 500,
        "He said that " * 80 + "it was shut.",
    ],
    ids=["nul", "surrogate", "open marks", "one cue", "brackets", "unclosed", "combining", "rtl", "stops", "nested"],
)
def test_texts_that_are_hardly_texts(text: str):
    """Nothing raises, and what is found stands."""
    story = reconcile([Article("a", "a.txt", text, "")])
    assert story.articles[0].text == text
    for one in spans(story):
        assert 0 <= one.start <= one.end <= len(text)
