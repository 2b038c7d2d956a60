"""The checker finds what is wrong with gold, and nothing where nothing is."""

from __future__ import annotations

import json

import pytest

from rashomon.evals import accounts
from rashomon.evals.accounts import load
from rashomon.evals.check import check, notes
from rashomon.evals.places import SCHEMA


def test_whole_gold_has_no_fault(built):
    """The invented story passes."""
    assert check([built]) == []


def test_small_stories_are_noted_not_failed(built):
    """The guidelines' measures are worth a look, no more."""
    found = list(notes(load(built)))
    assert "3 articles, not 4 to 6" in found
    assert "no conflict that must not fire" in found


def _set(*path, value):
    def change(gold):
        for key in path[:-1]:
            gold = gold[key]
        gold[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_set("propositions", 0, "statements", 0, "start", value=3), "is not what stands at"),
        (_set("conflicts", 0, "proposition", value="p9"), "there is no proposition 'p9'"),
        (_set("propositions", 0, "statements", 0, "doc", value="d2"), "is not the document of 01-kestrel.txt"),
        (_set("propositions", 1, "id", value="p1"), "the id 'p1' is given 2 times"),
        (_set("attributions", 4, "within", value="d1.a1"), "which is no attribution of 02-post.html.txt"),
        (_set("attributions", 2, "within", value="d1.a1"), "does not stand in the content of d1.a1"),
        (_set("attributions", 3, "within", value="d2.a2"), "runs in a circle"),
        (_set("propositions", 0, "statements", 0, "source_chain", value=["Kestrel"]), "not with its holder"),
        (
            _set("propositions", 0, "statements", 0, "source_chain", value=["Post", "Ines Carrow"]),
            "not with its outlet",
        ),
        (_set("times", 0, "value", value="nine o'clock"), "is no value of a TIME"),
        (_set("omissions", 0, "file", value="02-post.html.txt"), "the article has a statement of it"),
        (_set("documents", 0, "boilerplate", 0, "start", value=0), "stands in boilerplate"),
        (_set("attributions", 0, "stance", value="refutes"), "'refutes' is not one of"),
        (_set("attributions", 0, "kind", value="free"), "'free' is not one of"),
        (_set("attributions", 0, "holder", value=""), "attributions/d1.a1/holder"),
        (_set("traps", 0, "trap", value="quicksand"), "'quicksand' is not one of"),
    ],
)
def test_each_fault_is_found(built, edit, change, says):
    """One fault put in by hand is told in its own words."""
    edit(built / "gold.json", change)
    assert any(says in fault for fault in check([built]))


def test_gold_that_was_not_built_again_is_found(built, edit):
    """The annotations are what people edit; gold follows them."""
    edit(built / "annotations" / "01-kestrel.json", lambda page: page["times"].pop())
    assert check([built]) == ["orrin-gate: gold.json is not what its annotations give; build it again"]


def test_a_passage_that_stands_twice_is_found(story, edit, built):
    """Eight words in a row stand in two articles: a fault, until gold says that it is a copy."""
    from rashomon.evals.annotations import build

    words = "nobody had closed the old sea gate before the tide"
    for name in ("01-kestrel.txt", "03-letter.txt"):
        with (story / "articles" / name).open("ab") as file:
            file.write(f"\n\nAs ever, {words}.\n".encode())

    def again():
        (story / "gold.json").write_text(json.dumps(build(story)[0]), encoding="utf-8")
        return check([story])

    (fault,) = again()
    assert "share 'nobody had closed the old sea gate before'" in fault or "share 'as ever nobody had" in fault
    copy = {
        "id": "k1",
        "kind": "copy",
        "docs": ["d1", "d3"],
        "altered": False,
        "spans": [{"file": name, "quote": f"As ever, {words}"} for name in ("01-kestrel.txt", "03-letter.txt")],
    }
    edit(story / "annotations" / "story.json", lambda page: page["copies"].append(copy))
    assert again() == []


def test_boilerplate_may_stand_twice(story, edit):
    """An outlet's appeal under two of its reports is no copy."""
    from rashomon.evals.annotations import build

    appeal = "Please give what you can so that we may go on"
    for name in ("01-kestrel.txt", "03-letter.txt"):
        with (story / "articles" / name).open("ab") as file:
            file.write(f"\n\n{appeal}\n".encode())

    def declare(page):
        for number in (0, 2):
            page["documents"][number]["boilerplate"].append({"quote": appeal})

    edit(story / "annotations" / "story.json", declare)
    (story / "gold.json").write_text(json.dumps(build(story)[0]), encoding="utf-8")
    assert check([story]) == []


def test_the_schema_knows_the_same_words():
    """The schema and the program name the same stances, kinds, severities and traps; the schema itself is sound."""
    from jsonschema import Draft202012Validator

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    parts = schema["properties"]
    said = parts["attributions"]["items"]["properties"]
    assert tuple(said["kind"]["enum"]) == accounts.KINDS
    assert said["stance"]["enum"] == list(accounts.STANCES.values())
    assert schema["$defs"]["stance"]["enum"] == list(accounts.STANCES)
    assert tuple(parts["conflicts"]["items"]["properties"]["severity"]["enum"]) == accounts.SEVERITIES
    assert tuple(parts["traps"]["items"]["properties"]["trap"]["enum"]) == accounts.TRAPS


def test_the_guidelines_name_every_trap():
    """Writers and program have one list of traps."""
    guidelines = " ".join((SCHEMA.parent / "GUIDELINES.md").read_text(encoding="utf-8").split())
    assert [trap for trap in accounts.TRAPS if f"`{trap}`" not in guidelines] == []
