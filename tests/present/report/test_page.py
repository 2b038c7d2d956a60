"""The page as text: what may run in it, what may not, and what it holds."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from attacks import ATTACKS, attacked
from factory import gate
from many import many
from rashomon.model import Story
from rashomon.present.deliver import ENDINGS
from rashomon.present.report import SCRIPTS, page
from rashomon.present.report.compact import compact
from rashomon.present.shown import Shown
from rashomon.present.story_file import export
from whole import whole

FORBIDDEN = (
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "DOMParser", "import(",
    "createContextualFragment", "fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket", "EventSource", "new Image",
)  # fmt: skip
STATIC = files("rashomon.present.report").joinpath("static")


class _Elements(HTMLParser):
    """Every element of a page with its attributes, and the text of each script and style."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] in self.raw and self.cdata_elem:
            self.raw[self.elements[-1][0]].append(data)


def _parsed(text: str) -> _Elements:
    found = _Elements()
    found.feed(text)
    return found


def test_the_policy_allows_the_page_itself_and_nothing_else():
    """The page's policy names the sums of its own style and script; everything else is forbidden."""
    found = _parsed(page(export(whole())))
    (policy,) = (a["content"] for tag, a in found.elements if a.get("http-equiv") == "Content-Security-Policy")
    script, style = found.raw["script"][-1], found.raw["style"][0]
    sums = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in (style, script)]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{sums[0]}'; script-src 'sha256-{sums[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_names_no_other_file():
    """Nothing in the page is loaded from anywhere: no source, no sheet, no picture, no font."""
    text = page(export(whole()))
    for _, attributes in _parsed(text).elements:
        assert not {"src", "srcset", "data", "background", "poster"} & attributes.keys()
        assert attributes.get("href", "#").startswith("#")
    assert "url(" not in text
    assert "@import" not in text


def test_served_the_page_links_its_files_and_leaves_the_policy_to_the_server():
    """With a folder of assets nothing is inlined, and what is added stays text unless it is markup."""
    text = page(export(whole()), assets="/static/", more="<b>more</b>")
    found = _parsed(text)
    links = {a.get("href") or a.get("src") for tag, a in found.elements if tag in {"link", "script"}} - {None}
    assert links == {"/static/report.css", "/static/report.js"}
    assert found.raw["style"] == []
    assert "Content-Security-Policy" not in text
    assert "&lt;b&gt;more&lt;/b&gt;" in text


def test_every_script_is_in_the_page_after_those_it_imports():
    """The list of scripts is that of the folder, and none imports one that comes later."""
    assert sorted(SCRIPTS) == sorted(one.name for one in STATIC.iterdir() if one.name.endswith(".js"))
    for at, name in enumerate(SCRIPTS):
        imported = re.findall(r'from "\./([\w.]+)"', STATIC.joinpath(name).read_text())
        assert set(imported) <= set(SCRIPTS[:at]), name


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_never_read_text_as_markup(name: str):
    """No script makes elements, code or styles out of text, and none asks a network for anything."""
    text = STATIC.joinpath(name).read_text()
    assert [way for way in FORBIDDEN if way in text] == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_use_what_they_import(name: str):
    """Every imported name is used."""
    text = STATIC.joinpath(name).read_text()
    for names in re.findall(r"^import \{([^}]*)\}", text, re.M):
        for one in re.findall(r"\w+", names):
            assert len(re.findall(rf"\b{one}\b", text)) > 1, one


def test_attacks_stay_inside_the_data():
    """However a report ends a script, the page has its own elements only, and its data reads back whole."""
    text = page(export(attacked()))
    found = _parsed(text)
    assert [tag for tag, _ in found.elements if tag in {"script", "iframe", "img", "svg", "link", "base", "math"}] == [
        "script",
        "script",
    ]
    assert [a for _, a in found.elements if any(name.startswith("on") for name in a)] == []
    data = json.loads(found.raw["script"][0])
    assert data == json.loads(json.dumps(compact(export(attacked()))))
    assert {one["name"] for one in data["articles"]} == set(ATTACKS)


def test_the_page_is_utf_8_whatever_the_reports_hold():
    """Half of a surrogate pair, which has no UTF-8, does not keep the page from being written."""
    assert "\\ud800" in page(export(attacked())).encode().decode()


def test_without_scripts_there_is_who_says_what_and_the_reports():
    """What stands for those without scripts has each stance with its word, and each report's words."""
    text = page(export(whole()))
    plain = text[text.index("<noscript>") : text.index("</noscript>")]
    assert "Orrin Post" in plain
    assert "× denies" in plain
    for one in whole().articles:
        assert one.text.strip() in plain


@pytest.mark.parametrize("story", [Story(()), gate()], ids=["no reports", "no propositions"])
def test_a_story_with_little_in_it_has_a_page(story: Story):
    """Where there is nothing to compare, or nothing at all, there is a page that says so."""
    text = page(export(story))
    assert "<h1>" in text


def test_the_same_story_gives_the_same_page():
    """Nothing in the page depends on the run."""
    assert page(export(whole())) == page(export(whole()))


def test_a_file_that_ends_in_html_is_the_report():
    """``-o story.html`` writes the page."""
    _, made = ENDINGS[".html"]
    assert made(whole(), Shown()) == page(export(whole()))


def test_texts_are_not_repeated():
    """A story of many statements is little larger than its texts: what is cut from them stands as numbers."""
    story = many(10, 30)
    words = sum(len(one.text) for one in story.articles)
    empty = len(page(export(Story(()))))
    assert len(page(export(story))) - empty < 2 * words + 400 * 10 * 60
