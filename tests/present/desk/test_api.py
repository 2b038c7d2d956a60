"""The interface, asked over HTTP: each verb, what it gives back, and what it says of what is wrong."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rashomon.present.desk.api import OPERATIONS
from rashomon.present.story_file import verify
from whole import ALONE, DAY, HURT, MAIL, OPEN, POST, RADIO


def on(kind: str, *ids: str) -> dict[str, Any]:
    """Point at something by its id."""
    return {"kind": kind, "ids": list(ids)}


def words(article: str, quote: str, before: str = "", after: str = "") -> dict[str, Any]:
    """Point at words."""
    return {"kind": "passage", "article": article, "words": quote, "before": before, "after": after}


def file_of(desk, story: str, judgements: str = "yes") -> dict[str, Any]:
    """Give the story file of a story."""
    return desk.get(f"/api/stories/{story}/file?judgements={judgements}").json()


def test_the_description_names_every_operation(desk):
    """And each route is described: path, method, parameters, and what its body must be."""
    told = desk.get("/api/openapi.json").json()
    named = {(path, method.upper()) for path, methods in told["paths"].items() for method in methods}
    assert named == {(one.path, one.method) for one in OPERATIONS}
    assert told["openapi"] == "3.1.0"
    for methods in told["paths"].values():
        for method, one in methods.items():
            assert ("requestBody" in one) == (method == "post")
            if method == "post":
                Draft202012Validator.check_schema(one["requestBody"]["content"]["application/json"]["schema"])


def test_a_story_is_made_of_what_is_sent(desk):
    """As text, as bytes, and from the desk's own folder; it waits to be read, and is in the list."""
    (desk.database.parent / "inbox" / "deep").mkdir(parents=True)
    (desk.database.parent / "inbox" / "deep" / "c.txt").write_text("The ferry sank.")
    body = {
        "articles": [
            {"name": "a.txt", "text": "The gate was shut."},
            {"name": "b.txt", "data": base64.b64encode(b"The gate\xff").decode()},
        ],
        "paths": ["deep/c.txt"],
    }
    answer = desk.post("/api/stories", body)
    assert answer.status_code == 201
    made = answer.json()
    assert (made["title"], made["articles"]) == ("a.txt, b.txt and 1 more", 3)
    assert made["names"] == ["a.txt", "b.txt", "deep/c.txt"]
    assert made["job"]["state"] in {"waiting", "running"}
    assert made["id"] in {one["id"] for one in desk.get("/api/stories").json()}
    assert desk.get("/api/inbox").json()["files"] == ["deep/c.txt"]


@pytest.mark.parametrize(
    "path", ["../stories.db", "/etc/passwd", "deep/../../stories.db", "out.txt", "a\x00b", "none.txt"]
)
def test_no_path_leaves_the_desk_s_folder(desk, path: str):
    """Neither by dots, nor from the root, nor through a link; and nothing is kept."""
    inbox = desk.database.parent / "inbox"
    inbox.mkdir(exist_ok=True)
    if not (inbox / "out.txt").is_symlink():
        (inbox / "out.txt").symlink_to(desk.database)
    before = len(desk.get("/api/stories").json())
    answer = desk.post("/api/stories", {"paths": [path]})
    assert answer.status_code == 422
    assert set(answer.json()["error"]) == {"name", "cause", "mend"}
    assert len(desk.get("/api/stories").json()) == before
    assert "out.txt" not in desk.get("/api/inbox").json()["files"]


def test_stories_are_searched(desk):
    """By the words of their reports."""
    story = desk.story(title="Quite another")
    (found,) = [
        one
        for one in desk.get(
            "/api/stories",
        ).json()
        if one["id"] == story
    ]
    assert found["current"]
    hits = desk.get("/api/stories?search=quite+another").json()
    assert [one["id"] for one in hits] == [story]
    assert desk.get("/api/stories?search=zeppelin").json() == []


def test_a_story_file_and_a_report_are_given_with_judgements_or_without(desk):
    """The file stands whole; without judgements it is the machine's own."""
    story = desk.story()
    desk.post(
        f"/api/stories/{story}/judgements", {"kind": "stance", "on": [on("claim", OPEN[4].id)], "change": "denies"}
    )
    with_, without = file_of(desk, story), file_of(desk, story, "no")
    assert verify(with_)
    assert verify(without)
    stances = [{c["id"]: c["stance"] for c in one["claims"]}[OPEN[4].id] for one in (with_, without)]
    assert stances == ["denies", "hedges"]
    assert (len(with_["judged"]), len(without["judged"])) == (1, 0)
    page = desk.get(f"/api/stories/{story}/report?judgements=no")
    assert page.headers["content-disposition"] == 'attachment; filename="story.html"'
    assert "<!doctype html>" in page.text


@pytest.mark.parametrize(
    ("kind", "pointed", "rest"),
    [
        ("accept", [on("claim", OPEN[0].id)], {}),
        ("reject", [on("claim", OPEN[1].id)], {}),
        ("accept", [on("link", OPEN[0].id, OPEN[2].id)], {}),
        ("reject", [on("link", OPEN[0].id, OPEN[2].id)], {}),
        ("accept", [on("proposition", "p-day")], {}),
        ("reject", [on("proposition", "p-day")], {}),
        ("accept", [on("conflict", "x-day")], {}),
        ("reject", [on("conflict", "x-day")], {}),
        ("merge", [on("proposition", "p-day"), on("claim", ALONE[0].id)], {}),
        ("split", [on("claim", OPEN[2].id)], {}),
        ("split", [on("claim", HURT[0].id), on("claim", HURT[1].id)], {}),
        ("speaker", [on("claim", OPEN[3].id)], {"change": "Ines Carrow"}),
        ("stance", [on("claim", DAY[0].id)], {"change": "hedges"}),
        ("span", [on("claim", OPEN[0].id), words(POST.id, "the gate stood open", "Post that ")], {}),
        ("date", [on("claim", OPEN[0].id)], {"change": "2031-03-01"}),
        ("date", [on("article", MAIL.id)], {"change": "2031-03-01"}),
        ("outlet", [on("article", MAIL.id)], {"change": "Quay News"}),
        ("family", [on("article", MAIL.id), on("article", RADIO.id)], {}),
        ("add", [words(RADIO.id, "Nobody should be surprised", "Monday. ", ".")], {"change": "asserts"}),
        ("note", [on("claim", OPEN[0].id)], {"note": "ask the port"}),
    ],
)  # fmt: skip
def test_every_judgement_is_kept_shown_and_taken_back(desk, kind: str, pointed: list[Any], rest: dict[str, str]):
    """It is applied, signed and dated in the history; undone, the story is as before to the letter."""
    story = desk.story()
    before = file_of(desk, story)
    answer = desk.post(f"/api/stories/{story}/judgements", {"kind": kind, "on": pointed, "author": "Ana", **rest})
    assert answer.status_code == 201, answer.text
    assert answer.json()["status"] == "applied"
    after = file_of(desk, story)
    assert verify(after)
    assert len(after["judged"]) == 1
    (told,) = desk.get(f"/api/stories/{story}/judgements").json()
    assert (told["author"], told["kind"], told["status"]) == ("Ana", kind, "applied")
    assert told["made"].endswith("+00:00")
    undone = desk.post(f"/api/stories/{story}/undo", {"author": "Bo"})
    assert undone.json()["status"] == "applied"
    assert {**file_of(desk, story), "judged": []} == before
    states = [(one["kind"], one["status"]) for one in desk.get(f"/api/stories/{story}/judgements").json()]
    assert states == [("undo", "applied"), (kind, "undone")]


def test_undoing_goes_back_one_by_one(desk):
    """The last that stands first; a named one out of order; then there is none left."""
    story = desk.story()
    made = [
        desk.post(f"/api/stories/{story}/judgements", {"kind": "note", "on": [on("claim", OPEN[0].id)], "note": note})
        for note in "abc"
    ]
    first, _, third = (one.json()["id"] for one in made)
    for body in ({"judgement": first}, {}, {}):
        assert desk.post(f"/api/stories/{story}/undo", body).status_code == 201
    standing = [one["status"] for one in desk.get(f"/api/stories/{story}/judgements").json() if one["kind"] == "note"]
    assert standing == ["undone"] * 3
    answer = desk.post(f"/api/stories/{story}/undo", {"judgement": third})
    assert answer.status_code == 422
    assert answer.json()["error"]["cause"] == "there is none that stands to take back"


def test_the_queue_has_the_least_certain_links_first(desk):
    """Suggested before confirmed; what is accepted leaves it, what is rejected too."""
    story = desk.story()
    queue = desk.get(f"/api/stories/{story}/queue").json()
    assert [one["status"] for one in queue][:2] == ["suggested"] * 2
    assert {one["status"] for one in queue[2:]} == {"confirmed"}
    first, second = queue[:2]
    assert first["left"]["words"]
    assert first["evidence"]
    for kind, one in (("accept", first), ("reject", second)):
        pair = on("link", one["left"]["claim"], one["right"]["claim"])
        assert desk.post(f"/api/stories/{story}/judgements", {"kind": kind, "on": [pair]}).status_code == 201
    pairs = [(one["left"]["claim"], one["right"]["claim"]) for one in desk.get(f"/api/stories/{story}/queue").json()]
    assert len(pairs) == len(queue) - 2
    assert (first["left"]["claim"], first["right"]["claim"]) not in pairs


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"kind": "accept", "on": [on("claim", "none")]}, "there is no claim 'none'"),
        ({"kind": "accept", "on": []}, "should be non-empty"),
        ({"kind": "applaud", "on": [on("claim", OPEN[0].id)]}, "kind: 'applaud' is not one of"),
        ({"kind": "undo", "on": [on("claim", OPEN[0].id)]}, "kind: 'undo' is not one of"),
        ({"kind": "stance", "on": [on("claim", OPEN[0].id)], "change": "shouts"}, "'shouts' is no stance"),
        ({"kind": "add", "on": [words(RADIO.id, "words that are not there")], "change": "asserts"}, "no longer stands"),
        ({"kind": "add", "on": [words("none", "Nobody")], "change": "asserts"}, "there is no article 'none'"),
        ({"kind": "add", "on": [words(RADIO.id, "   ")], "change": "asserts"}, "no longer stands"),
        ({"kind": "split", "on": [on("claim", ALONE[0].id)]}, "with no other statement"),
        ({"kind": "accept", "on": [on("claim", OPEN[0].id)], "author": ""}, "author"),
        ({"kind": "accept", "on": [on("claim", OPEN[0].id)], "more": 1}, "more"),
        ([], "is not of type 'object'"),
    ],
)  # fmt: skip
def test_what_makes_no_judgement_is_told_and_not_kept(desk, body: object, told: str):
    """By its cause."""
    story = desk.story()
    answer = desk.post(f"/api/stories/{story}/judgements", body)
    assert answer.status_code == 422
    assert told in answer.json()["error"]["cause"]
    assert desk.get(f"/api/stories/{story}/judgements").json() == []


@pytest.mark.parametrize("rest", ["", "/file", "/report", "/judgements", "/queue"])
def test_a_story_that_is_not_there_is_not_found(desk, rest: str):
    """Whatever is asked of it; as JSON."""
    answer = desk.get(f"/api/stories/none{rest}")
    assert answer.status_code == 404
    assert answer.json()["error"]["cause"] == "there is no such story"


def test_a_story_that_is_not_read_says_so(desk):
    """It has no file yet."""
    story = desk.post("/api/stories", {"title": "Empty"}).json()["id"]
    answer = desk.get(f"/api/stories/{story}/file")
    assert (answer.status_code, answer.json()["error"]["cause"]) == (404, "it is not read yet")


@pytest.mark.parametrize(
    ("path", "content"),
    [("/api/none", None), ("/none", None), ("/static/desk/../api.py", None), ("/static/desk/%2e%2e/api.py", None)],
)
def test_what_is_not_there_is_not_found(desk, path: str, content: None):
    """As JSON, with a cause; nothing outside the folder of static files is served."""
    answer = desk.get(path)
    assert answer.status_code == 404
    assert answer.json()["error"]["mend"]


def test_a_broken_body_is_told(desk):
    """It is no JSON, or JSON without end."""
    for content in ("{", "[" * 100_000, "\x00"):
        answer = desk.client.post("/api/stories", content=content, headers={"content-type": "application/json"})
        assert answer.status_code == 422
        assert "no JSON" in answer.json()["error"]["cause"]


def test_what_is_said_is_kept_to_the_letter(desk):
    """Names and notes of any characters come back as they were."""
    story = desk.story()
    note = "</script><script>alert(1)</script> \u2028 😀 ' \" \\ \ud83d"
    body = {"kind": "note", "on": [on("claim", OPEN[0].id)], "note": note, "author": "<b>Ana</b>"}
    sent = desk.client.post(
        f"/api/stories/{story}/judgements", content=json.dumps(body), headers={"content-type": "application/json"}
    )
    assert sent.status_code == 201, sent.text
    (told,) = desk.get(f"/api/stories/{story}/judgements").json()
    assert told["author"] == "<b>Ana</b>"
    assert told["note"].startswith("</script>")
