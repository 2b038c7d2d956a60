"""The story of a page: each text once, spans as numbers that JavaScript can cut with, people and outlets once."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factory import article, blocks, claim, gate
from rashomon.model import Analysis, Story
from rashomon.present.report.compact import compact, units
from rashomon.present.story_file import export
from whole import ECHO, HURT, POST, whole


def _utf16(text: str, start: int, end: int) -> str:
    """Cut ``text`` as JavaScript does."""
    wide = text.encode("utf-16-le", "surrogatepass")
    return wide[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_offsets_cut_the_same_words_in_javascript(text: str, one: int, other: int):
    """Whatever the text, both ways of counting cut the same words from it."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    unit = units(text)
    assert _utf16(text, unit(start), unit(end)) == text[start:end]


def test_spans_hold_after_astral_characters():
    """A claim that stands after signs outside the basic plane is cut whole, and so is its block."""
    report = article("😀 𝒢ates 🚪 were open, it says.", "a.txt")
    one = claim(report, "were open")
    small = compact(export(Story((report,), (blocks(report),), analyses=(Analysis(report.id, claims=(one,)),))))
    (at, start, end) = small["claims"][0]["span"]
    assert _utf16(small["articles"][at]["text"], start, end) == "were open"
    (_, first, last) = small["articles"][0]["blocks"][0]
    assert _utf16(report.text, first, last) == report.text


def test_every_span_cuts_what_the_story_file_says():
    """Each span of the page cuts from its text what the story file has for it."""
    file = export(whole())
    small = compact(file)
    texts = [one["text"] for one in small["articles"]]

    def cut(place: list[int]) -> str:
        return _utf16(texts[place[0]], place[1], place[2])

    assert [cut(one["span"]) for one in small["claims"]] == [one["span"]["text"] for one in file["claims"]]
    titles = {one["id"]: one["title"]["text"] for one in file["propositions"]}
    assert {one["id"]: cut(one["title"]) for one in small["propositions"]} == titles
    (copy,) = small["alignments"]
    assert [cut(one) for pair in copy["differences"] for one in pair] == ["passengers", "people"]


def test_each_text_stands_once():
    """The texts of the reports are in the page's story once each, and no span repeats its words."""
    text = json.dumps(compact(export(whole())), ensure_ascii=False)
    for one in whole().articles:
        assert text.count(json.dumps(one.text, ensure_ascii=False)) == 1


def test_articles_stand_by_date():
    """Reports stand in the order in which they came out, and claims point at them by their number."""
    small = compact(export(whole()))
    assert [one["published"] for one in small["articles"]] == ["2031-03-04", "2031-03-05", "2031-03-06", "2031-03-07"]
    assert small["outlets"] == ["Orrin Post", "Radio Orrin", "Orrin Echo", "Harbour Mail"]


def test_a_group_without_names_keeps_its_count():
    """Three dockers stay three and unnamed; a person with a name is neither."""
    people = {one["name"]: one for one in compact(export(whole()))["holders"]}
    assert people["three dockers"] == {
        "id": people["three dockers"]["id"], "name": "three dockers", "kind": "group", "anonymous": True, "count": 3,
    }  # fmt: skip
    assert "anonymous" not in people["Ines Carrow"]
    assert people["Radio Orrin"]["kind"] == "outlet"


def test_what_is_only_suggested_is_marked():
    """A claim that only a suggested link ties to the others is marked, unless it clashes with one of them."""
    small = compact(export(whole()))
    suggested = [one["span"] for one in small["claims"] if one.get("suggested")]
    texts = [one["text"] for one in small["articles"]]
    assert sorted(_utf16(texts[a], s, e) for a, s, e in suggested) == ["on the gate"]


def test_a_report_without_an_outlet_goes_by_its_file():
    """Where the outlet is not known, the file's own name stands for it, not its whole path."""
    report = article("The gate was open.", "long/path/gate.txt", None)
    assert compact(export(Story((report,), (blocks(report),))))["outlets"] == ["gate.txt"]


def test_a_report_without_blocks_is_cut_into_paragraphs():
    """Where nothing labelled a text, its paragraphs are shown as body."""
    report = article("One.\n\nTwo.\n")
    (shown,) = compact(export(Story((report,), ((),))))["articles"]
    assert [(role, report.text[start:end]) for role, start, end in shown["blocks"]] == [
        ("body", "One."),
        ("body", "Two."),
    ]


def test_the_order_of_the_story_file_makes_no_difference():
    """The same articles in another order give the same page."""
    story = whole()
    turned = replace(
        story,
        articles=story.articles[::-1],
        blocks=story.blocks[::-1],
        analyses=story.analyses[::-1],
        propositions=story.propositions[::-1],
    )
    assert compact(export(turned)) == compact(export(story))


def test_a_story_without_propositions_is_whole_too():
    """Where no two reports speak of one thing there are statements, people and texts all the same."""
    small = compact(export(gate()))
    assert small["propositions"] == small["conflicts"] == []
    assert len(small["claims"]) == 4


def test_what_a_person_decided_is_signed():
    """A judgement that was applied stands with what it fell on, and who made it."""
    small = compact(export(whole()))
    assert set(small["judged"].values()) == {"accept, R. Reader"}


def test_differences_and_direction_of_a_copy():
    """A copy says which report has it first, and why."""
    (copy,) = compact(export(whole()))["alignments"]
    assert copy["kind"] == "copy"
    assert (copy["origin"], copy["basis"]) == (0, "published two days before")
    assert {POST.id, ECHO.id} == {HURT[0].span.article, HURT[2].span.article}
