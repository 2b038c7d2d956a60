"""The pages of the desk in a real browser: each judgement by keyboard, with undo and re-read; attacks; access."""

from __future__ import annotations

import importlib
import re
import threading
from collections.abc import Callable
from typing import Any

import pytest

from browser import Visit
from rashomon import store
from whole import ALONE, CARROW, MAIL, OPEN, POST, RADIO

Opened = Callable[..., tuple[Visit, str]]


@pytest.fixture
def opened(desk, visit) -> Opened:
    """Give a function that opens the page of a new story, and gives what is seen and the story's id."""

    def _opened(place: str = "", **story: Any) -> tuple[Visit, str]:
        made = desk.story(**story)
        return visit(f"{desk.url}/stories/{made}{place}"), made

    return _opened


def press(seen: Visit, *keys: str) -> None:
    """Press keys, one after the other."""
    for key in keys:
        seen.page.keyboard.press(key)


def told(seen: Visit, words: str) -> None:
    """Wait until the desk says ``words``."""
    seen.page.wait_for_function("words => document.getElementById('told')?.textContent.includes(words)", arg=words)


def history(desk, story: str) -> list[tuple[str, str]]:
    """Give what was judged and what became of it, the latest first."""
    return [(one["kind"], one["status"]) for one in desk.get(f"/api/stories/{story}/judgements").json()]


def claim(desk, story: str, name: str) -> dict[str, Any]:
    """Give a claim of the story as it is judged."""
    return next(one for one in desk.get(f"/api/stories/{story}/file").json()["claims"] if one["id"] == name)


def go_to(seen: Visit, name: str) -> None:
    """Open a claim in the reader by the address, as a link of the page does."""
    seen.page.evaluate(
        """name => {
          const { claims } = JSON.parse(document.getElementById("story").textContent);
          const number = claims.findIndex((one) => one.id === name);
          location.hash = `#reader/${claims[number].span[0]}/${number}`;
        }""",
        name,
    )
    seen.page.wait_for_function(
        """name => document.querySelector(".card")?.dataset.claims?.split(" ").includes(name)
          && document.getElementById("in-hand").textContent.includes("Statement")""",
        arg=name,
    )


# Each judgement, by keyboard ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "kind", "name"), [("a", "accept", OPEN[0].id), ("r", "reject", OPEN[1].id), ("s", "split", OPEN[2].id)]
)
def test_a_statement_is_judged_and_taken_back(desk, opened: Opened, key: str, kind: str, name: str):
    """One key, and the page says what was done; u takes it back; then a reading anew keeps both in the history."""
    seen, story = opened()
    go_to(seen, name)
    press(seen, key)
    told(seen, f"{kind}:")
    assert history(desk, story) == [(kind, "applied")]
    press(seen, "u")
    told(seen, "Taken back.")
    assert history(desk, story) == [("undo", "applied"), (kind, "undone")]
    assert seen.errors == []


def test_an_accepted_statement_says_so_where_it_stands(desk, opened: Opened):
    """The card of the statement names who accepted it, and the statement is still in hand."""
    seen, _ = opened()
    go_to(seen, OPEN[0].id)
    press(seen, "a")
    told(seen, "accept: confirmed")
    seen.page.wait_for_function("() => document.querySelector('.card .judged')")
    assert "accept" in seen.page.text_content(".card .judged")
    assert "three dockers" in seen.page.text_content("#in-hand")


def test_two_are_merged(desk, opened: Opened):
    """m on the one, m on the other."""
    seen, story = opened()
    go_to(seen, ALONE[0].id)
    press(seen, "m")
    told(seen, "press m again")
    press(seen, "j", "m")
    told(seen, "merge: put together")
    assert claim(desk, story, ALONE[0].id)["proposition"] is not None
    press(seen, "u")
    told(seen, "Taken back.")
    assert claim(desk, story, ALONE[0].id)["proposition"] is None


def test_a_statement_is_edited(desk, opened: Opened):
    """Speaker, stance, date and words, in one form, by keyboard alone: one judgement for each that was changed."""
    seen, story = opened()
    go_to(seen, OPEN[3].id)
    press(seen, "e")
    seen.page.wait_for_selector("#form[open]")
    seen.page.keyboard.press("Control+a")
    seen.page.keyboard.type("Ines Carrow")
    press(seen, "Tab", "ArrowDown", "Tab")
    seen.page.keyboard.type("2031-03-02")
    press(seen, "Tab", "Control+Home", *["ArrowRight"] * 28, *["Shift+ArrowRight"] * 27, "Tab", "Enter")
    told(seen, "speaker, stance, date, span")
    changed = claim(desk, story, OPEN[3].id)
    assert (changed["holder"], changed["stance"], changed["said"]) == (CARROW.id, "denies", "2031-03-02")
    assert changed["span"]["text"] != RADIO.text[OPEN[3].span.start : OPEN[3].span.end]
    assert changed["span"]["text"] in RADIO.text
    for _ in range(4):
        press(seen, "u")
        told(seen, "Taken back.")
        seen.page.wait_for_load_state()
    assert claim(desk, story, OPEN[3].id)["holder"] == OPEN[3].holder
    assert [kind for kind, _ in history(desk, story)].count("undo") == 4


def test_a_missed_statement_is_added_from_words_that_are_selected(desk, opened: Opened):
    """The words selected on the page are taken over, and the statement is there."""
    seen, story = opened()
    go_to(seen, OPEN[3].id)
    seen.page.evaluate(
        """() => {
          const walk = document.createTreeWalker(document.querySelector(".pane"), NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) if (walk.currentNode.data.includes("Nobody should be surprised")) {
            const at = walk.currentNode.data.indexOf("Nobody");
            getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + 26);
          }
        }"""
    )
    press(seen, "w")
    seen.page.wait_for_selector("#form[open]")
    seen.page.wait_for_timeout(50)
    seen.page.click("#form button[type=submit]")
    told(seen, "add: added")
    file = desk.get(f"/api/stories/{story}/file").json()
    (new,) = [one for one in file["claims"] if one["span"]["text"] == "Nobody should be surprised"]
    assert (new["holder"], new["stance"]) == ("Radio Orrin", "asserts")


def test_a_note_is_written(desk, opened: Opened):
    """It stands in the history with its words; what is typed is no key."""
    seen, story = opened()
    go_to(seen, OPEN[0].id)
    press(seen, "n")
    seen.page.wait_for_selector("#form[open]")
    seen.page.keyboard.type("ask the port: a r m s")
    press(seen, "Tab", "Enter")
    told(seen, "note: noted")
    assert history(desk, story) == [("note", "applied")]
    press(seen, "h")
    seen.page.wait_for_selector(".history li")
    assert "ask the port: a r m s" in seen.page.text_content(".history")


def test_a_report_s_outlet_date_and_family_are_mended(desk, opened: Opened):
    """o asks for them; the outlet is renamed everywhere on the page."""
    seen, story = opened()
    go_to(seen, ALONE[0].id)
    press(seen, "o")
    seen.page.wait_for_selector("#form[open]")
    press(seen, "Control+a")
    seen.page.keyboard.type("Quay News")
    press(seen, "Tab", "Control+a")
    seen.page.keyboard.type("2031-03-01")
    press(seen, "Tab", "ArrowDown", "Tab", "Enter")
    told(seen, "family, date, outlet")
    file = desk.get(f"/api/stories/{story}/file").json()
    article = next(one for one in file["articles"] if one["id"] == MAIL.id)
    assert (article["outlet"], article["published"]["value"]) == ("Quay News", "2031-03-01")
    assert any(MAIL.id in family and len(family) > 1 for family in file["families"])
    assert "Quay News" in seen.page.text_content("#read")


def test_the_queue_is_reviewed_by_keyboard(desk, opened: Opened):
    """q opens it at the least certain link; a and r judge, and the next is in hand at once."""
    seen, story = opened()
    press(seen, "q")
    seen.page.wait_for_selector(".queue li")
    links = seen.page.locator(".queue li").count()
    press(seen, "a")
    told(seen, "accept: confirmed")
    seen.page.wait_for_function("count => document.querySelectorAll('.queue li').length === count", arg=links - 1)
    press(seen, "r")
    told(seen, "reject: parted")
    seen.page.wait_for_function("count => document.querySelectorAll('.queue li').length === count", arg=links - 2)
    assert history(desk, story) == [("reject", "applied"), ("accept", "applied")]
    press(seen, "Escape")
    assert seen.page.is_hidden("#panel")


def test_a_judgement_is_taken_back_from_the_history(desk, opened: Opened):
    """Any of them, not only the last."""
    seen, story = opened()
    go_to(seen, OPEN[0].id)
    for key in "aa":
        press(seen, key)
        told(seen, "accept")
        seen.page.wait_for_load_state()
    press(seen, "h")
    seen.page.wait_for_selector(".history li")
    seen.page.locator(".history li").nth(1).get_by_role("button").press("Enter")
    told(seen, "Taken back.")
    assert [status for kind, status in history(desk, story) if kind == "accept"] == ["applied", "undone"]


def test_conflicts_and_propositions_are_judged_in_the_overview(desk, opened: Opened):
    """j goes to the first conflict, then through the rows; a and r judge what is in hand."""
    seen, story = opened("#overview")
    press(seen, "j")
    seen.page.wait_for_function("() => document.getElementById('in-hand')?.textContent.startsWith('Conflict')")
    press(seen, "a")
    told(seen, "accept: confirmed")
    seen.page.focus("[data-proposition='p-day'] th button")
    press(seen, "r")
    told(seen, "reject: parted")
    file = desk.get(f"/api/stories/{story}/file").json()
    assert "p-day" not in {one["id"] for one in file["propositions"]}
    assert history(desk, story)[0] == ("reject", "applied")


def test_judgements_are_shown_after_the_story_is_read_again(desk, opened: Opened):
    """A reading from another engine in which the words are gone: it says that it no longer fits, and keeps it."""
    seen, story = opened()
    go_to(seen, OPEN[0].id)
    press(seen, "a")
    told(seen, "accept: confirmed")
    with store.opened(desk.database) as database:
        read = store.reading(database, story)
        assert read is not None
        gone = re.sub("the gate stood open", "the gate was found", read.content)
        made = store.Reading("9.9", store.now(), read.inputs, gone.replace(POST.sha256, "0" * 64))
        store.save_reading(database, story, made, [])
    seen.page.reload()
    press(seen, "h")
    seen.page.wait_for_selector(".history .unfit")
    assert "no longer fits" in seen.page.text_content(".history")
    assert "no longer stands in Orrin Post" in seen.page.text_content(".history")


def test_what_goes_wrong_is_said(opened: Opened):
    """Nothing in hand, nothing to take back."""
    seen, _ = opened()
    press(seen, "a")
    told(seen, "Point at a statement first")
    press(seen, "u")
    told(seen, "there is none that stands to take back")


def test_a_statement_that_the_mouse_only_passes_is_not_judged(desk, opened: Opened):
    """What is in hand stays in hand on the way to a button."""
    seen, story = opened()
    go_to(seen, OPEN[0].id)
    seen.page.locator(".pane").first.locator(".head-of").nth(2).hover()
    seen.page.wait_for_timeout(200)
    seen.page.click("button[aria-keyshortcuts=a]")
    told(seen, "accept")
    (one,) = desk.get(f"/api/stories/{story}/judgements").json()
    assert one["ids"] == [OPEN[0].id]


# The list, and adding -------------------------------------------------------------------------------------------------


def test_stories_are_listed_searched_and_added(desk, visit):
    """By keyboard: what is typed is searched for; a pasted text and a chosen file make a story."""
    story = desk.story(title="A heron on the quay")
    seen = visit(desk.url)
    seen.page.wait_for_selector(".stories li")
    seen.page.focus("#words")
    seen.page.keyboard.type("heron")
    seen.page.wait_for_function("() => document.getElementById('count').textContent.startsWith('1 story')")
    assert seen.page.get_attribute(".stories a", "href") == f"/stories/{story}"
    assert seen.page.text_content(".found mark") == "heron"
    seen.page.set_input_files(
        "#files", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"The gate\xff was shut."}
    )
    seen.page.click("summary:has-text('Paste')")
    seen.page.fill("#pasted", "The gate was open.")
    seen.page.fill("#title", "Two reports")
    seen.page.click("#adding button[type=submit]")
    seen.page.wait_for_url(re.compile("/stories/"))
    assert "Two reports" in seen.page.text_content("h1")
    made = seen.page.url.rsplit("/", 1)[1].split("#")[0]
    assert desk.get(f"/api/stories/{made}").json()["names"] == ["a.txt", "pasted.txt"]


def test_files_are_dropped(desk, visit):
    """A file that is dropped on the form is in its list, and can be left out again."""
    seen = visit(desk.url)
    seen.page.evaluate(
        """() => {
          const held = new DataTransfer();
          for (const name of ["a.txt", "b.txt"]) held.items.add(new File(["The gate was shut."], name));
          const event = new DragEvent("drop", { dataTransfer: held, cancelable: true });
          document.getElementById("drop").dispatchEvent(event);
        }"""
    )
    seen.page.locator("#chosen li").nth(1).wait_for()
    seen.page.get_by_role("button", name="Leave out b.txt").press("Enter")
    seen.page.click("#adding button[type=submit]")
    seen.page.wait_for_url(re.compile("/stories/"))
    seen.page.wait_for_function("() => document.getElementById('progress').textContent !== ''")
    made = seen.page.url.rsplit("/", 1)[1].split("#")[0]
    assert desk.get(f"/api/stories/{made}").json()["names"] == ["a.txt"]


def test_the_desk_is_not_printed(opened: Opened):
    """The report is, without the bar and the panel."""
    seen, _ = opened()
    press(seen, "h")
    seen.page.wait_for_selector("#panel:not([hidden])")
    seen.page.emulate_media(media="print")
    assert seen.page.is_hidden("#layer")
    assert seen.page.is_hidden("#panel")
    assert seen.page.is_visible(".report")


def test_the_page_itself_does_not_scroll_on_a_wide_screen(opened: Opened):
    """The panes do; so the bar stays where it is, however far the next statement is."""
    seen, _ = opened()
    press(seen, *"jjjjkk")
    assert seen.page.evaluate("scrollY") == 0


def test_adding_nothing_is_told(desk, visit):
    """Beside the button."""
    seen = visit(desk.url)
    seen.page.click("#adding button[type=submit]")
    seen.page.wait_for_function("() => document.getElementById('said').textContent.startsWith('Nothing is chosen')")


# Attacks, network, access ---------------------------------------------------------------------------------------------


def test_nothing_that_a_report_says_runs(desk, visit):
    """Every attack in every field, in the report, the queue, the history and the list: text, and no foreign request."""
    from attacks import ATTACKS, attacked

    made = attacked()
    story = desk.story(made, title=ATTACKS[0])
    for attack in ATTACKS[1:6]:
        desk.story(made, title=attack)
    body = {"kind": "note", "on": [{"kind": "claim", "ids": [made.analyses[1].claims[0].id]}], "author": ATTACKS[9]}
    for attack in ATTACKS[:12]:
        assert desk.post(f"/api/stories/{story}/judgements", body | {"note": attack}).status_code == 201
    seen = visit(f"{desk.url}/stories/{story}")
    press(seen, "j", "h")
    seen.page.wait_for_selector(".history li")
    press(seen, "h", "q")
    seen.page.wait_for_selector(".queue li")
    press(seen, "q", "d")
    seen.page.wait_for_selector("#signed")
    for view in ("overview", "timeline", "sources", "people", "gaps"):
        seen.page.evaluate(f"location.hash = '{view}'")
        seen.page.wait_for_timeout(50)
    seen.page.goto(desk.url)
    seen.page.wait_for_selector(".stories li")
    seen.page.fill("#words", "script alert")
    seen.page.wait_for_timeout(300)
    assert seen.dialogs == []
    assert [url for url in seen.requests if not url.startswith(desk.url)] == []
    assert [error for error in seen.errors if "Content Security Policy" in error] == []
    assert seen.errors == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("place", ["/", "story", "queue", "history", "desk", "form"])
def test_the_desk_is_accessible(desk, visit, width: int, place: str):
    """No serious violation that axe can see, on a wide screen and on a phone."""
    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe-core-python is not installed")
    story = desk.story()
    body = {"kind": "note", "on": [{"kind": "claim", "ids": [OPEN[0].id]}], "note": "ask"}
    desk.post(f"/api/stories/{story}/judgements", body)
    seen = visit(desk.url + ("/" if place == "/" else f"/stories/{story}"), width=width, bypass_csp=True)
    if place == "/":
        seen.page.wait_for_selector(".stories li")
    elif place == "form":
        go_to(seen, OPEN[0].id)
        press(seen, "e")
        seen.page.wait_for_selector("#form[open]")
    elif place != "story":
        press(seen, {"queue": "q", "history": "h", "desk": "d"}[place])
        seen.page.wait_for_selector("#panel:not([hidden]) h2")
        seen.page.wait_for_timeout(100)
    found = axe.Axe().run(seen.page)["violations"]
    bad = [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in ("serious", "critical")]
    assert bad == []


# A story that takes long to compare -----------------------------------------------------------------------------------


def test_a_judgement_shows_before_all_that_follows_from_it_is_worked_out(
    desk, opened: Opened, monkeypatch: pytest.MonkeyPatch
):
    """The statement has its new stance at once; conflicts and the rest are offered when they have followed."""
    apply = importlib.import_module("rashomon.judge.apply")
    quick, may = apply._followed, threading.Event()

    def slow(story: object) -> object:
        may.wait(20)
        return quick(story)

    monkeypatch.setattr(apply, "_followed", slow)
    seen, story = opened()
    go_to(seen, OPEN[2].id)
    press(seen, "s")
    told(seen, "split: parted")
    assert "follow …" in seen.page.text_content("#settling")
    assert desk.get(f"/api/stories/{story}").json()["settled"] is False
    go_to(seen, OPEN[0].id)
    press(seen, "a")
    told(seen, "accept: confirmed")
    may.set()
    seen.page.get_by_role("button", name="Show what followed").press("Enter")
    seen.page.wait_for_function("() => document.getElementById('layer')?.dataset.settled === 'yes'")
    assert desk.get(f"/api/stories/{story}").json()["settled"] is True
    seen.page.wait_for_function("() => document.getElementById('in-hand')?.textContent.includes('three dockers')")
    assert history(desk, story) == [("accept", "applied"), ("split", "applied")]
    assert seen.errors == []
