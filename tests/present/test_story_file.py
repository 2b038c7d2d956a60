"""The story file: what it holds, that its bytes are always the same, and that every damage to it is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import RADIO, article, attribution, body, gate, span
from rashomon.errors import SpanMismatch, StoryError
from rashomon.model import (
    Alignment,
    Analysis,
    Attribution,
    Block,
    Claim,
    Conflict,
    Difference,
    Direction,
    Entity,
    Evidence,
    Fact,
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
    Span,
    Story,
    Target,
    Timex,
    Value,
    Variant,
    Voice,
    Wording,
)
from rashomon.present.story_file import dumps, export, load, loads, schema, verify
from whole import whole


def test_export_is_whole():
    """An exported story holds its schema, its spans stand, and they are counted."""
    assert verify(export(gate())) == len(_spans(export(gate()))) > 15


def test_every_field_of_the_values_is_exported():
    """An attribution says its stance, chain-relevant fields and words; a claim its chain, outlet first."""
    file = export(gate())
    denial = next(one for one in file["attributions"] if one["stance"] == "denies")
    assert denial["contents"][0]["text"] == "that the gate had been left open"
    assert denial["source"]["text"] == "The harbour master, Ines Carrow"
    assert (denial["said"], denial["within"], denial["anonymous"]) == ("2031-03-02", None, False)
    group = next(one for one in file["attributions"] if one["anonymous"])
    assert group["count"] == 3
    assert group["within"] in {one["id"] for one in file["attributions"]}
    chains = {one["span"]["text"]: one["chain"] for one in file["claims"]}
    names = {one["id"]: one["name"] for one in file["entities"]}
    links = [names.get(link, link) for link in chains["the gate “stood open all night”"]]
    assert links == ["Orrin Post", "Orrin Echo", "three dockers"]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("entities", Entity),
        ("times", Timex),
        ("attributions", Attribution),
        ("claims", Claim),
        ("conflicts", Conflict),
        ("positions", Position),
        ("shifts", Shift),
        ("alignments", Alignment),
        ("omissions", Omission),
        ("wording", Wording),
        ("timeline", Moment),
        ("voices", Voice),
    ],
)
def test_nothing_computed_is_left_out(kind: str, value: type):
    """Every field of the values stands in the file under its own name."""
    assert {field.name for field in fields(value)} == export(whole())[kind][0].keys()


def test_every_field_of_a_story_is_exported():
    """What a Story holds stands at the top of the file, or inside an article or a proposition; problems do not."""
    inside = {"blocks", "analyses", "origins", "problems"}
    own = {"format", "version", "times", "attributions", "claims"}
    assert {field.name for field in fields(Story)} - inside == export(whole()).keys() - own


def test_origins_stand_in_their_proposition():
    """Each proposition has its own origins: who, through whom, how many outlets and families."""
    by_id = {one["id"]: one for one in export(whole())["propositions"]}
    found = {one["holder"]: one for one in by_id["p-open"]["origins"]}
    group = next(one for one in found.values() if one["anonymous"])
    assert (group["through"], group["outlets"], group["families"], group["count"]) == (
        "Orrin Post", ["Orrin Post", "Radio Orrin"], 2, 3,
    )  # fmt: skip
    assert [one["holder"] for one in by_id["p-hurt"]["origins"]] == ["Radio Orrin"]
    assert by_id["p-day"]["origins"] == []
    assert by_id["p-open"]["outlets"] == {"Orrin Echo": "hedges", "Orrin Post": "asserts", "Radio Orrin": "asserts"}


def test_an_alignment_comes_whole():
    """Every field of an alignment is exported; the text of what a difference inserts is empty on the left."""
    one, other = article("The gate was open.", "a.txt"), article("The gate was left open.", "b.txt")
    gap = Span(one.id, 12, 12)
    copy = Alignment(
        id="k1",
        kind="copy",
        spans=(Span(one.id, 0, 17), Span(other.id, 0, 22)),
        similarity=8 / 9,
        differences=(Difference("insert", gap, Span(other.id, 13, 17)),),
        direction=Direction(one.id, "published first"),
    )
    file = export(Story((one, other), (body(one), body(other)), alignments=(copy,)))
    assert verify(file) == 4
    [written] = file["alignments"]
    assert {field.name for field in fields(Alignment)} == written.keys()
    assert [(d["op"], d["left"]["text"], d["right"]["text"]) for d in written["differences"]] == [
        ("insert", "", "left")
    ]
    assert written["direction"] == {"origin": one.id, "basis": "published first"}
    written["direction"]["origin"] = "nobody"
    with pytest.raises(StoryError, match="the id 'nobody' is not among the articles"):
        verify(file)


def test_facts_carry_their_basis():
    """Each fact about an article stands with why it is believed."""
    post = next(one for one in export(gate())["articles"] if one["outlet"] == "Orrin Post")
    assert post["published"] == {
        "value": "2031-03-03",
        "basis": "text",
        "evidence": "a line of the text",
        "span": None,
    }
    assert post["basis"]["outlet"]["basis"] == "given"
    assert post["basis"]["language"]["basis"] == "unknown"


def test_bytes_do_not_depend_on_order():
    """The same reports in another order give the same bytes."""
    story = whole()
    turned = {field.name: getattr(story, field.name)[::-1] for field in fields(Story)}
    turned["analyses"] = tuple(
        replace(one, attributions=one.attributions[::-1], claims=one.claims[::-1]) for one in turned["analyses"]
    )
    turned["families"] = tuple(family[::-1] for family in turned["families"])
    assert dumps(Story(**turned)) == dumps(story)


@pytest.mark.parametrize("made", [gate, whole])
def test_a_story_comes_back(made: Callable[[], Story]):
    """A Story made from the file exports to the same file, and the file's articles and findings are its own."""
    story, file = made(), json.loads(dumps(made()))
    back = load(file)
    assert export(back) == file
    assert back.articles == story.articles
    assert back.blocks == story.blocks
    assert set(back.conflicts) == set(story.conflicts)
    assert set(back.origins) == set(story.origins)
    assert set(back.shifts) == set(story.shifts)
    assert {field.name for field in fields(Story) if not getattr(back, field.name)} == {
        field.name for field in fields(Story) if not getattr(story, field.name)
    }


def test_a_page_stays_a_page():
    """What markup proved to be the report, and every fact with its basis and place, come back as they were."""
    text = "Gate\n3 March 2031\nThe gate was shut."
    report = article(text, "gate.html")
    report = replace(
        report,
        body=(Block(span(report, "The gate was shut."), "body"),),
        published=Fact("2031-03-03", "text", "a line", span(report, "3 March 2031")),
        authors=(Fact("Ines Carrow", "markup", "meta"), Fact("Bram Oyelaran", "text", "a byline")),
        url="https://orrin.example/gate",
        notes=("decoded as windows-1252",),
    )
    assert load(export(Story((report,), (body(report),)))).articles == (report,)


@given(st.text(min_size=1).filter(str.strip), st.data())
def test_any_text_comes_back(text: str, data: st.DataObject):
    """Whatever the text holds (emoji, line ends, right-to-left script), its spans stand after a round through bytes."""
    report = article(text)
    start = data.draw(st.integers(0, len(text) - 1))
    time = Timex(Span(report.id, start, data.draw(st.integers(start + 1, len(text)))), "DATE", None)
    file = dumps(Story((report,), (body(report),), analyses=(Analysis(report.id, times=(time,)),))).encode()
    story = loads(file, "story.json")
    assert verify(story) == 1
    assert export(load(story)) == story
    assert story["times"][0]["span"]["text"] == text[time.span.start : time.span.end]


def test_half_a_surrogate_pair_can_be_written():
    """Text with half of a surrogate pair, as broken JSON input may hold, still makes a file that can be read."""
    story = Story((replace(article("x"), text="a \ud83d b"),))
    assert loads(dumps(story).encode(), "x")["articles"][0]["text"] == "a \ud83d b"


Damage = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (
            lambda f: f["claims"][0]["span"].update(start=f["claims"][0]["span"]["start"] + 1),
            "claims[0].span: the text",
        ),
        (lambda f: f["articles"][0].update(text="!" + f["articles"][0]["text"]), "the text at"),
        (lambda f: f["claims"][1]["span"].update(end=10**9), "claims[1].span: the text"),
        (lambda f: f["times"][0]["span"].update(article="nobody"), "times[0].span: there is no article 'nobody'"),
    ],
)
def test_a_span_that_does_not_stand_is_found(damage: Damage, says: str):
    """A moved span, an edited text, a span past the end, and one in no article each fail with their place."""
    file = export(gate())
    damage(file)
    with pytest.raises(SpanMismatch) as caught:
        verify(file, "story.json")
    assert says in str(caught.value)
    assert str(caught.value).startswith("story.json: ")


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda f: f.update(format="rashomon-story/9"), "format: 'rashomon-story/1' was expected"),
        (lambda f: f.pop("claims"), "'claims' is a required property"),
        (lambda f: f["attributions"][0].update(stance="shouts"), "attributions[0].stance: 'shouts' is not one of"),
        (lambda f: f["attributions"][0].update(contents=[]), "attributions[0].contents"),
        (lambda f: f["attributions"][0].update(speaker="nobody"), "speaker: the id 'nobody' is not among the entities"),
        (lambda f: f["claims"][0].update(attribution="nobody"), "claims[0].attribution: the id"),
        (lambda f: f["attributions"][0].update(within="nobody"), "attributions[0].within: the id"),
        (lambda f: f["claims"].append(f["claims"][0]), "is there twice"),
        (lambda f: f["attributions"][0].update(within=f["attributions"][0]["id"]), "it leads round in a circle"),
        (lambda f: f["articles"][0].update(sha256="0" * 64), "articles[0].sha256: the text's sha256 is"),
        (lambda f: f["articles"][0]["blocks"][0].update(end=10**6), "blocks[0]: 0:1000000 is out of order"),
        (lambda f: f["articles"][0]["blocks"].append({"role": "body", "start": 0, "end": 1}), "blocks[1]: 0:1"),
    ],
)
def test_every_other_damage_is_found(damage: Damage, says: str):
    """A field missing or of the wrong kind, an id that leads nowhere, a circle, a wrong sum: each says where."""
    file = export(gate())
    damage(file)
    with pytest.raises(StoryError) as caught:
        verify(file)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda f: f["families"][0].append("nobody"), "families[0][2]: the id 'nobody' is not among the articles"),
        (lambda f: f["families"].append(f["families"][0]), "families: the article"),
        (lambda f: f["propositions"][0]["claims"].pop(), "propositions[0].claims: its claims are not those"),
        (lambda f: f["propositions"][0]["claims"].append("nobody"), "].claims[3]: the id 'nobody'"),
        (lambda f: f["propositions"][0]["links"][0].update(left="nobody"), "links[0].left: the id 'nobody'"),
        (
            lambda f: f["propositions"][0]["links"][0].update(left=f["propositions"][1]["claims"][0]),
            "links[0]: it ties a claim that is not",
        ),
        (lambda f: f["propositions"][1]["origins"][0]["claims"].append("nobody"), "origins[0].claims[1]: the id"),
        (
            lambda f: f["propositions"][1]["origins"][0]["claims"].append(f["propositions"][0]["claims"][0]),
            "propositions[1].origins[0].claims: a claim is not the proposition's",
        ),
        (lambda f: f["conflicts"][0].update(proposition="nobody"), "conflicts[0].proposition: the id 'nobody'"),
        (lambda f: f["conflicts"][1]["sides"][1]["claims"].append("nobody"), "conflicts[1].sides[1].claims[1]: the id"),
        (lambda f: f["conflicts"][0]["sides"].pop(), "conflicts[0].sides"),
        (lambda f: f["conflicts"][0]["sides"][0]["spans"][0].update(text="Friday"), "conflicts[0].sides[0].spans[0]"),
        (lambda f: f["conflicts"].append(f["conflicts"][0]), "conflicts[2].id: the id 'x-day' is there twice"),
        (lambda f: f["positions"][0].update(claim="nobody"), "positions[0].claim: the id 'nobody'"),
        (lambda f: f["positions"][0].update(proposition="p-day"), "positions[0].claim: it is not the proposition's"),
        (lambda f: f["shifts"][0]["steps"][1].update(claim="nobody"), "shifts[0].steps[1].claim: the id 'nobody'"),
        (lambda f: f["shifts"][0]["steps"][1].update(holder="Somebody"), "shifts[0].steps[1]: it is another holder's"),
        (lambda f: f["shifts"][0]["steps"].pop(), "shifts[0].steps"),
        (
            lambda f: f["alignments"][0]["direction"].update(origin=f["omissions"][0]["article"]),
            "the passage is not in",
        ),
        (lambda f: f["omissions"][0].update(proposition="nobody"), "omissions[0].proposition: the id 'nobody'"),
        (lambda f: f["omissions"][0]["reported_by"].append("nobody"), "omissions[0].reported_by[2]: the id"),
        (
            lambda f: f["omissions"][0]["reported_by"].append(f["omissions"][0]["article"]),
            "omissions[0].reported_by: the article that leaves it out is among them",
        ),
        (
            lambda f: f["omissions"][0].update(nearest=f["claims"][0]["span"]),
            "omissions[0].nearest: it stands in another article",
        ),
        (lambda f: f["wording"][0]["variants"].pop(), "wording[0].variants"),
        (lambda f: f["timeline"][0].update(disputed="nobody"), "timeline[0].disputed: the id 'nobody' is not among"),
        (lambda f: f["timeline"][0]["claims"].append("nobody"), "timeline[0].claims[1]: the id 'nobody'"),
        (lambda f: f["voices"][0].update(article="nobody"), "voices[0].article: the id 'nobody'"),
    ],
)
def test_damage_to_what_was_found_is_found(damage: Damage, says: str):
    """Whatever is read off the reports leads to claims, propositions, articles and conflicts that are there."""
    file = export(whole())
    by_open = {one["id"]: at for at, one in enumerate(file["propositions"])}
    assert by_open == {"p-day": 0, "p-hurt": 1, "p-open": 2}
    damage(file)
    with pytest.raises(StoryError) as caught:
        verify(file)
    assert says in str(caught.value)


def test_within_may_not_leave_its_article():
    """What stands within an attribution stands in the same article."""
    story = gate()
    radio = story.articles[1]
    inside = attribution(radio, None, None, RADIO[:11], within=story.analyses[0].attributions[0])
    analyses = (story.analyses[0], replace(story.analyses[1], attributions=(inside,), claims=()))
    with pytest.raises(StoryError, match="stands in another article"):
        verify(export(replace(story, analyses=analyses)))


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe{}", b"[" * 100_000])
def test_what_is_no_json_is_said(data: bytes):
    """An empty file, half a file, another encoding and endless brackets are refused with the file's name."""
    with pytest.raises(StoryError, match=r"story.json: it is not a story file"):
        loads(data, "story.json")


@pytest.mark.parametrize("value", [None, [], {}, "x", {"format": "rashomon-story/1"}])
def test_what_is_no_story_is_said(value: object):
    """JSON that is no story is refused, whatever it is."""
    with pytest.raises(StoryError):
        verify(value)


def test_a_fact_with_a_place_is_checked():
    """The span of a publication date is read again like any other."""
    report = replace(article("3 March 2031. The gate was shut."), published=Fact("2031-03-03", "text", "first line"))
    placed = replace(report, published=replace(report.published, span=Span(report.id, 0, 12)))
    assert (verify(export(Story((report,)))), verify(export(Story((placed,))))) == (0, 1)


def test_the_schema_is_a_schema():
    """The schema itself is valid, and describes every object it allows completely."""
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schema())
    for name, part in schema()["$defs"].items():
        if part.get("type") == "object":
            assert part["additionalProperties"] is False, name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("span", Span),
        ("entity", Entity),
        ("time", Timex),
        ("attribution", Attribution),
        ("claim", Claim),
        ("value", Value),
        ("evidence", Evidence),
        ("link", Link),
        ("proposition", Proposition),
        ("origin", Origin),
        ("side", Side),
        ("conflict", Conflict),
        ("position", Position),
        ("shift", Shift),
        ("alignment", Alignment),
        ("difference", Difference),
        ("direction", Direction),
        ("omission", Omission),
        ("variant", Variant),
        ("wording", Wording),
        ("moment", Moment),
        ("voice", Voice),
        ("outcome", Outcome),
        ("judgement", Judgement),
        ("target", Target),
        ("place", Place),
    ],
)
def test_the_schema_says_what_the_types_say(name: str, kind: type):
    """Each type's fields and each list of words that a field may hold are the schema's."""
    beside = {"span": {"text"}, "proposition": {"origins"}}.get(name, set())
    beyond = {"proposition"} if name == "origin" else set()
    part = schema()["$defs"][name]
    assert set(part["properties"]) - beside == {field.name for field in fields(kind)} - beyond
    assert set(part["required"]) == set(part["properties"])
    for field, hint in get_type_hints(kind).items():
        if get_origin(hint) is Literal and "enum" in part["properties"][field]:
            assert set(part["properties"][field]["enum"]) == set(get_args(hint)), field


def _spans(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [value] if "text" in value and "article" in value else [x for one in value.values() for x in _spans(one)]
    return [x for one in value for x in _spans(one)] if isinstance(value, list) else []


def test_json_is_read_by_others():
    """The text is plain JSON with a line end at its end, and letters stand as they are."""
    text = dumps(gate())
    assert json.loads(text) == export(gate())
    assert "“stood open all night”" in text
    assert text.endswith("}\n")
