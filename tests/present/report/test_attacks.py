"""Hostile reports in a real browser: whatever they hold is read as text, and nothing of it runs or is fetched."""

from __future__ import annotations

from pathlib import Path

from attacks import ATTACKS, attacked
from browser import Visiting
from rashomon.present.report import page
from rashomon.present.story_file import export

VIEWS = ("overview", "timeline", "sources", "people", "gaps", "reader")


def test_attacks_stay_text_in_every_view(visit: Visiting, tmp_path: Path):
    """Through all views, windows and folds: no dialog, no request, no script, no element that a report brought."""
    path = tmp_path / "attacks.html"
    path.write_text(page(export(attacked())), encoding="utf-8")
    seen = visit(path.as_uri())
    tab = seen.page
    for view in VIEWS:
        tab.evaluate("view => { location.hash = view; }", view)
        tab.wait_for_selector(f"#view-{view}:not([hidden])")
        tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        for opener in (".side", ".moment", ".box", ".matrix td button"):
            if tab.locator(f"#view-{view} {opener}").count():
                tab.locator(f"#view-{view} {opener}").first.dispatch_event("click")
                tab.locator("#words").wait_for()
                tab.keyboard.press("Escape")
                tab.locator("#words").wait_for(state="hidden")
    for at in range(len(ATTACKS)):
        tab.select_option("#read", str(at))
        tab.locator(".pane mark").first.click()
        tab.mouse.move(600, 300 + at)
    tab.wait_for_timeout(200)
    assert seen.dialogs == []
    assert seen.errors == []
    assert seen.requests == [path.as_uri()]
    assert (
        tab.evaluate("[...document.querySelectorAll('iframe, img, object, embed, base, link, math, style')].length")
        == 1
    )
    assert tab.evaluate("document.querySelectorAll('script').length") == 2
    assert tab.evaluate("[...document.querySelectorAll('a')].every((a) => a.protocol === 'file:')")
    assert tab.evaluate("Object.keys(Object.prototype).length") == 0


def test_what_an_attack_says_can_be_read(visit: Visiting, tmp_path: Path):
    """The reader shows the characters of the report as they stand in it."""
    path = tmp_path / "attacks.html"
    path.write_text(page(export(attacked())), encoding="utf-8")
    tab = visit(path.as_uri()).page
    shown = set()
    for at in range(len(ATTACKS)):
        tab.select_option("#read", str(at))
        shown.add(tab.locator(".pane").first.locator(".headline").text_content())
    assert {one for one in ATTACKS if one not in shown} == set()


def test_only_web_addresses_become_links(visit: Visiting, tmp_path: Path):
    """An address of the web is a link that takes nothing along; any other stays text."""
    from dataclasses import replace

    from factory import article, body
    from rashomon.model import Story

    report = article("The gate was open.")
    for url, links in (
        ("https://orrin.example/gate", 1),
        ("javascript:alert(1)//https://", 0),
        ("data:text/html,x", 0),
    ):
        one = replace(report, url=url)
        path = tmp_path / "url.html"
        path.write_text(page(export(Story((one,), (body(one),)))), encoding="utf-8")
        tab = visit(path.as_uri()).page
        assert tab.locator(".facts a").count() == links
        if links:
            assert tab.locator(".facts a").get_attribute("rel") == "noopener noreferrer nofollow"
