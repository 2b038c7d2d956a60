"""The report in a real browser: each view, by mouse, by keys, in print, on a phone, for those who cannot see it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser import Visit, Visiting, becomes
from factory import gate
from many import many
from rashomon.model import Story
from rashomon.present.report import page
from rashomon.present.story_file import export
from whole import whole

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

VIEWS = ("reader", "overview", "timeline", "sources", "people", "gaps")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the URLs of the pages that most tests look at."""
    folder = tmp_path_factory.mktemp("pages")
    stories = {"whole": whole(), "many": many(3, 40), "gate": gate(), "none": Story(())}
    return {name: _written(folder / f"{name}.html", story) for name, story in stories.items()}


def _written(path: Path, story: Story) -> str:
    path.write_text(page(export(story)), encoding="utf-8")
    return path.as_uri()


def _show(tab: Page, view: str) -> None:
    tab.evaluate("view => { location.hash = view; }", view)
    tab.wait_for_selector(f"#view-{view.split('/')[0]}:not([hidden])")


def _quiet(seen: Visit) -> None:
    """The page asked for nothing but itself, opened no dialog, and raised no error."""
    assert len(seen.requests) == 1
    assert seen.dialogs == []
    assert seen.errors == []


@pytest.mark.parametrize("name", ["whole", "many", "gate", "none"])
def test_every_view_is_drawn_without_a_request_or_an_error(visit: Visiting, shelf: dict[str, str], name: str):
    """Each view can be gone to by its link, shows something, and asks no network for anything."""
    seen = visit(shelf[name])
    for view in VIEWS:
        seen.page.click(f".views a[href='#{view}']")
        section = seen.page.locator(f"#view-{view}")
        section.wait_for()
        assert section.inner_text().strip()
        assert becomes(lambda: seen.page.locator(".view:visible").count(), 1)
        assert (
            seen.page.locator(".views [aria-current=page]").inner_text()
            == seen.page.locator(f".views a[href='#{view}']").inner_text()
        )
    _quiet(seen)


def test_the_reader_is_what_one_sees_first(visit: Visiting, shelf: dict[str, str]):
    """The page opens on the first report, with another beside it, under the question the story turns on."""
    tab = visit(shelf["whole"]).page
    assert tab.locator("#view-reader").is_visible()
    assert becomes(lambda: tab.locator("h1").inner_text(), "“The accident happened on Monday”")
    assert becomes(lambda: tab.locator(".pane:visible h2").all_inner_texts(), ["Orrin Post", "Orrin Echo"])
    assert becomes(lambda: "3 independent witnesses" in tab.locator(".numbers").inner_text(), True)


def test_a_statement_says_who_how_through_whom_and_who_else(visit: Visiting, shelf: dict[str, str]):
    """Pointing at a statement shows its speaker, stance and chain, what it is about, who says so and who denies it."""
    tab = visit(shelf["whole"]).page
    tab.hover(".pane mark:has-text('that the gate had been open')")
    card = tab.locator(".card")
    card.locator("h2:has-text('Ines Carrow')").wait_for()
    assert becomes(lambda: "denies" in card.locator("h2").inner_text(), True)
    assert becomes(lambda: card.locator(".chain li").all_inner_texts(), ["Ines Carrow", "Orrin Post"])
    assert becomes(lambda: "harbour master" in card.inner_text(), True)
    assert becomes(
        lambda: "that the gate stood open when the ferry docked" in card.locator(".about").inner_text(), True
    )
    assert becomes(
        lambda: card.locator("h3").all_inner_texts(), ["Say so · 2", "Leave it open · 1", "Decline to say · 1"]
    )
    assert becomes(lambda: "three dockers (3, unnamed)" in card.locator(".brief").first.inner_text(), True)


def test_a_copy_is_shown_with_its_differences(visit: Visiting, shelf: dict[str, str]):
    """Where a passage stands in another report too, what was altered is struck out and put in."""
    tab = visit(shelf["whole"]).page
    tab.click(".pane mark:has-text('At least 27 passengers')")
    assert becomes(lambda: tab.locator(".card del").inner_text(), "passengers")
    assert becomes(lambda: tab.locator(".card ins").inner_text(), "people")
    assert becomes(lambda: "First in Orrin Post: published two days before" in tab.locator(".card").inner_text(), True)


def test_what_clashes_is_shown_with_both_sides(visit: Visiting, shelf: dict[str, str]):
    """A statement that clashes has its sign in the text, and the sides with their values in the card."""
    tab = visit(shelf["whole"]).page
    mark = tab.locator(".pane mark.clash:has-text('At least 27 passengers')")
    assert becomes(lambda: "≈" in mark.locator(".sign").inner_text(), True)
    mark.click()
    assert becomes(lambda: tab.locator(".card .side b").all_inner_texts(), ["at least 27", "31"])


def test_blocks_that_are_no_report_are_dimmed_and_can_be_read(visit: Visiting, tmp_path: Path):
    """An appeal is folded under its name and its length, and opens."""
    from factory import article, blocks

    report = article("The gate was open.\n\nPlease give what you can to us today.\n")
    tab = visit(_written(tmp_path / "a.html", Story((report,), (blocks(report, "body", "appeal"),)))).page
    folded = tab.locator("details.dimmed")
    assert becomes(lambda: folded.locator("summary").inner_text(), "appeal · 8 words")
    assert not tab.get_by_text("Please give").is_visible()
    folded.locator("summary").click()
    tab.get_by_text("Please give").wait_for()


def _top(mark: Locator) -> float:
    box = mark.bounding_box()
    assert box is not None
    return box["y"]


def _left(one: Locator) -> float:
    box = one.bounding_box()
    assert box is not None
    return box["x"]


def test_the_panes_scroll_together(visit: Visiting, shelf: dict[str, str]):
    """What is at the height of the eye in one pane is brought to the same height in the other, from either side."""
    tab = visit(shelf["many"], width=1440, reduced_motion="reduce").page
    before = tab.locator(".pane >> nth=1").evaluate("pane => pane.scrollTop")
    tab.locator(".pane >> nth=0").hover()
    tab.mouse.wheel(0, 1500)
    tab.wait_for_function("before => document.querySelectorAll('.pane')[1].scrollTop !== before", arg=before)
    tab.wait_for_timeout(200)
    left, right = (tab.locator(f".pane >> nth={at} >> mark.pair") for at in (0, 1))
    assert re.findall(r"[Tt]hing \d+", left.inner_text()) == re.findall(r"[Tt]hing \d+", right.inner_text())
    assert _top(left) == pytest.approx(_top(right), abs=3)
    tab.uncheck("#together")
    still = tab.locator(".pane >> nth=1").evaluate("pane => pane.scrollTop")
    tab.locator(".pane >> nth=0").hover()
    tab.mouse.wheel(0, 900)
    tab.wait_for_timeout(200)
    assert tab.locator(".pane >> nth=1").evaluate("pane => pane.scrollTop") == still


def test_a_chosen_statement_is_found_in_the_other_pane(visit: Visiting, shelf: dict[str, str]):
    """Choosing a statement brings the other report to where it tells the same."""
    tab = visit(shelf["many"], width=1440, reduced_motion="reduce").page
    words = "Thing 30 took place at gate 30"
    tab.locator(f".pane >> nth=0 >> mark:has-text('{words}')").click()
    pair = tab.locator(f".pane >> nth=1 >> mark.pair:has-text('{words}')")
    pair.wait_for()
    assert 0 < _top(pair) < 900


def test_another_report_can_be_read_and_put_beside(visit: Visiting, shelf: dict[str, str]):
    """The lists and the arrows change what is read, and what stands beside it."""
    tab = visit(shelf["whole"]).page
    tab.select_option("#beside", label="Harbour Mail")
    assert becomes(lambda: tab.locator(".pane:visible h2").all_inner_texts(), ["Orrin Post", "Harbour Mail"])
    tab.click("[aria-label='The next report']")
    assert becomes(lambda: tab.locator(".pane:visible h2").all_inner_texts(), ["Radio Orrin", "Harbour Mail"])
    tab.select_option("#beside", label="nothing")
    assert becomes(lambda: tab.locator(".pane:visible h2").all_inner_texts(), ["Radio Orrin"])


def test_a_cell_of_the_matrix_opens_the_exact_words(visit: Visiting, shelf: dict[str, str]):
    """A cell opens what the outlet has, in its own words; from there one comes to the place in the report."""
    tab = visit(f"{shelf['whole']}#overview").page
    cell = tab.get_by_role("button", name="Orrin Post: reports that others: asserts, denies, declines to say")
    cell.click()
    words = tab.locator("#words")
    assert becomes(
        lambda: words.locator(".exact").all_inner_texts(),
        [
            "that the gate stood open when the ferry docked",
            "that the gate had been open",
            "on the gate",
        ],
    )
    words.locator("a:has-text('Read it in place') >> nth=1").click()
    words.wait_for(state="hidden")
    assert tab.evaluate("document.activeElement.textContent").endswith("that the gate had been open")


def test_the_matrix_says_who_is_silent_and_puts_conflicts_first(visit: Visiting, shelf: dict[str, str]):
    """The disputed rows come first with their sign, an outlet that has nothing of it is silent."""
    tab = visit(f"{shelf['whole']}#overview").page
    rows = tab.locator(".matrix tbody tr")
    assert [row.locator(".sign").count() for row in rows.all()] == [1, 1, 0]
    assert becomes(lambda: rows.nth(1).get_by_role("gridcell", name="Harbour Mail: silent").count(), 1)
    assert tab.locator(".conflict .side b").all_inner_texts()[:2] == ["Monday 3 March", "Sunday 2 March"]


def test_the_matrix_can_be_filtered_and_sorted(visit: Visiting, shelf: dict[str, str]):
    """By person, stance and question; and what most outlets have first."""
    tab = visit(f"{shelf['whole']}#overview").page
    rows = tab.locator(".matrix tbody tr")
    tab.select_option("#by-person", label="Ines Carrow")
    assert becomes(lambda: rows.count(), 1)
    tab.select_option("#by-person", label="anybody")
    tab.select_option("#by-stance", "denies")
    assert becomes(lambda: "the gate stood open" in str(rows.text_content()), True)
    tab.select_option("#by-stance", "")
    tab.select_option("#by-slot", "time")
    assert becomes(lambda: "The accident happened on Monday" in str(rows.text_content()), True)
    tab.select_option("#by-slot", "")
    tab.select_option("#by-order", "question")
    assert [row.get_attribute("data-proposition") for row in rows.all()] == ["p-open", "p-hurt", "p-day"]


def test_the_timeline_has_two_axes_and_disputed_dates_side_by_side(visit: Visiting, shelf: dict[str, str]):
    """What happened stands above, what was said below; dates in dispute carry their sign and open their sides."""
    tab = visit(f"{shelf['whole']}#timeline").page
    happened = tab.locator(".moment.happened")
    assert becomes(lambda: happened.count(), 2)
    assert becomes(lambda: tab.locator(".moment.disputed").count(), 2)
    assert _top(happened.first) < _top(tab.locator(".moment.said"))
    assert _left(happened.first) < _left(happened.nth(1))
    assert becomes(lambda: tab.locator(".cards .side b").all_inner_texts(), ["Monday 3 March", "Sunday 2 March"])
    happened.first.press("Enter")
    assert becomes(lambda: "The disaster happened on Sunday" in tab.locator("#words").inner_text(), True)


def test_the_source_map_goes_from_the_first_speaker_to_the_outlets(visit: Visiting, shelf: dict[str, str]):
    """Speakers stand left, who passed it on between, outlets right; origins are counted, groups keep their number."""
    tab = visit(f"{shelf['whole']}#sources/1").page
    columns = [tab.locator(f".box.at{at}") for at in range(3)]
    assert becomes(
        lambda: "Reported by 3 outlets, from 2 independent origins" in tab.locator(".count").inner_text(), True
    )
    dockers = tab.get_by_role("button", name="three dockers (3, unnamed): 2 statements")
    assert _left(dockers) < _left(columns[1].first) < _left(columns[2].first)
    assert becomes(lambda: "Orrin Post" in columns[1].locator("text").first.inner_html(), True)
    dockers.press("Enter")
    assert becomes(lambda: tab.locator("#words .exact").count(), 2)


def test_people_have_a_strip_of_what_they_held(visit: Visiting, shelf: dict[str, str]):
    """Who changed stands first, with both stances in the strip and a line between them, and the words below."""
    tab = visit(f"{shelf['whole']}#people").page
    first = tab.locator(".speaker").first
    assert becomes(lambda: "Ines Carrow" in first.locator("h3").inner_text(), True)
    assert becomes(lambda: "1 shift" in first.locator("h3").inner_text(), True)
    assert becomes(lambda: first.locator(".held text").all_text_contents(), ["×", "~"])
    assert first.locator(".turned").count() >= 1
    assert becomes(
        lambda: first.locator(".stand q").all_inner_texts(),
        ["that the gate had been open", "the gate may have been open"],
    )
    tab.fill("#find", "oyel")
    assert becomes(lambda: tab.locator(".speaker h3").all_inner_texts(), ["Bram Oyelaran"])


def test_omissions_wording_and_voice(visit: Visiting, shelf: dict[str, str]):
    """What a report leaves out with who has it, what a thing is called by whom, whose words a report is made of."""
    tab = visit(f"{shelf['whole']}#gaps").page
    text = tab.locator("#view-gaps").inner_text()
    assert "Reported by Orrin Post, Radio Orrin." in text
    assert "the disaster Orrin Echo" in text
    assert becomes(lambda: tab.locator(".voices article").first.locator(".share").all_inner_texts(), ["35%", "65%"])
    tab.click("text=What was searched")
    assert becomes(lambda: tab.locator(".left-out .exact").inner_text(), "The harbour")


def test_keys_alone_lead_everywhere(visit: Visiting, shelf: dict[str, str]):
    """By keys: past the head, through the statements and their card, through the matrix, into words and out."""
    tab = visit(shelf["whole"]).page
    tab.keyboard.press("Tab")
    assert becomes(lambda: tab.evaluate("document.activeElement.className"), "skip")
    tab.keyboard.press("Enter")
    assert becomes(lambda: tab.evaluate("document.activeElement.id"), "main")
    tab.locator(".pane").first.focus()
    tab.keyboard.press("Enter")
    focused = "document.activeElement.textContent"
    assert tab.evaluate(focused).endswith("that the gate stood open when the ferry docked")
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate(focused).endswith("that the gate had been open")
    assert becomes(lambda: "Ines Carrow" in tab.locator(".card h2").inner_text(), True)
    tab.keyboard.press("Escape")
    assert becomes(lambda: tab.locator(".card h2").inner_text(), "Statements")
    _show(tab, "overview")
    tab.locator(".matrix tbody button").first.focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowRight"):
        tab.keyboard.press(key)
    label = "document.activeElement.getAttribute('aria-label')"
    assert becomes(lambda: tab.evaluate(label), "Radio Orrin: reports that others: asserts")
    tab.keyboard.press("Enter")
    tab.locator("#words").wait_for()
    tab.keyboard.press("Escape")
    tab.locator("#words").wait_for(state="hidden")
    assert becomes(lambda: tab.evaluate(label), "Radio Orrin: reports that others: asserts")


def test_what_has_the_focus_can_be_seen(visit: Visiting, shelf: dict[str, str]):
    """Going by Tab, each stop has an outline."""
    tab = visit(f"{shelf['whole']}#overview").page
    for _ in range(12):
        tab.keyboard.press("Tab")
        style = tab.evaluate("(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])"
                             "(getComputedStyle(document.activeElement))")  # fmt: skip
        assert style[0] != "none"
        assert style[1] != "0px"


def test_paper_has_all_views_and_no_controls(visit: Visiting, shelf: dict[str, str]):
    """In print every view stands, one after the other, without tabs and lists; and it can be made a PDF."""
    seen = visit(shelf["whole"])
    assert seen.page.pdf()[:4] == b"%PDF"
    seen.page.emulate_media(media="print")
    for view in VIEWS:
        assert seen.page.locator(f"#view-{view}").is_visible()
        assert seen.page.locator(f"#view-{view}").inner_text().strip()
    assert not seen.page.locator("nav").is_visible()
    assert not seen.page.locator(".bar").first.is_visible()
    _quiet(seen)


def test_on_a_phone_nothing_is_cut_off(visit: Visiting, shelf: dict[str, str]):
    """At 390 pixels the page is no wider than the window, the matrix is a list, the card lies at the foot."""
    tab = visit(shelf["whole"], width=390, height=844, is_mobile=True, has_touch=True).page
    for view in VIEWS:
        _show(tab, view)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390, view
    _show(tab, "overview")
    assert not tab.locator(".matrix thead").is_visible()
    _show(tab, "reader")
    tab.tap(".pane mark:has-text('that the gate had been open')")
    tab.locator(".card h2:has-text('Ines Carrow')").wait_for()
    box = tab.locator(".card").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(844, abs=2)
    tab.tap(".card .close")
    tab.locator(".card h2:text-is('Statements')").wait_for()


def test_a_report_without_others_has_nothing_beside_it(visit: Visiting, tmp_path: Path):
    """One report alone can be read: no second pane, no error."""
    from factory import article, body

    report = article("The gate was open.")
    seen = visit(_written(tmp_path / "one.html", Story((report,), (body(report),))))
    assert becomes(lambda: seen.page.locator(".pane:visible").count(), 1)
    _quiet(seen)


def test_without_scripts_the_reports_can_be_read(visit: Visiting, shelf: dict[str, str]):
    """Where no script runs, who says what and the texts stand on the page."""
    tab = visit(shelf["whole"], java_script_enabled=False).page
    text = tab.locator("main").inner_text()
    assert "Three dockers told the Post that the gate stood open" in text
    assert "× denies" in text


@pytest.mark.parametrize("place", ["#reader/constructor/map", "#overview/length", "#__proto__", "#sources/-1", "#%"])
def test_addresses_that_lead_nowhere_do_no_harm(visit: Visiting, shelf: dict[str, str], place: str):
    """An address made up by somebody shows a view and raises nothing."""
    seen = visit(f"{shelf['whole']}{place}")
    assert seen.page.locator(".view:visible").inner_text().strip()
    _quiet(seen)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_the_way_of_anybody(visit: Visiting, shelf: dict[str, str], scheme: str):
    """axe finds no serious fault in any view, nor in the card and the window of words, in light and in dark."""
    axe = pytest.importorskip("axe_core_python", reason="axe is not installed")
    tab = visit(shelf["whole"], color_scheme=scheme).page
    tab.evaluate(files(axe).joinpath("axe.min.js").read_text(encoding="utf-8"))
    assert _faults(tab) == []
    tab.click(".pane mark:has-text('At least 27 passengers')")
    assert _faults(tab) == []
    for view in VIEWS[1:]:
        _show(tab, view)
        assert _faults(tab) == [], view
    _show(tab, "overview")
    tab.click(".matrix td button >> nth=0")
    assert _faults(tab) == []


def _faults(tab: Page) -> list[str]:
    found = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['html'][:200]}"
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]
