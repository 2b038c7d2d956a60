"""How long a judgement takes to show at the desk, in a real browser.

    python benchmarks/desk.py [STORY.json ...]

For each story file (the example story is read where none is given) the desk is run on it, and statements are judged by
their keys. Each time is the median of five, in milliseconds, from the key to the page that is drawn again and says so.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "present" / "desk"), str(ROOT / "tests")]

from browser import ARGUMENTS, executable  # noqa: E402
from conftest import running  # noqa: E402
from rashomon import read, reconcile  # noqa: E402
from rashomon.model import Story  # noqa: E402
from rashomon.present.story_file import load  # noqa: E402

_TIMES = 5
_ACTS = (
    ("accept a statement", "a", "accept"),
    ("reject a statement", "r", "reject"),
    ("take it back", "u", "Taken back"),
)
_SAYS = "words => document.getElementById('told')?.textContent.includes(words)"
_STAMP = "() => { sessionStorage.pressed = Date.now(); document.getElementById('told').textContent = ''; }"


def main() -> None:
    """Print a table for each story."""
    for name, story in _stories():
        claims = sum(len(one.claims) for one in story.analyses)
        print(f"\n{name}: {len(story.articles)} reports, {claims} statements")
        rows: dict[str, list[float]] = {}
        for act, taken in _judged(story):
            rows.setdefault(act, []).append(taken)
        for act, found in rows.items():
            print(f"  {act:20}{statistics.median(found):7.0f}   (fastest {min(found):.0f}, slowest {max(found):.0f})")


def _stories() -> Iterator[tuple[str, Story]]:
    if sys.argv[1:]:
        for path in map(Path, sys.argv[1:]):
            yield path.name, load(json.loads(path.read_bytes()))
    else:
        found, _ = read.articles([ROOT / "examples"])
        yield "the example", reconcile(found)


def _judged(story: Story) -> Iterator[tuple[str, float]]:
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder) / "stories.db") as desk,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.goto(f"{desk.url}/stories/{desk.story(story)}")
        for _ in range(_TIMES):
            tab.keyboard.press("j")
            for act, key, says in _ACTS:
                yield act, _taken(tab, key, says)
        browser.close()


def _taken(tab: Any, key: str, says: str) -> float:
    tab.evaluate(_STAMP)
    tab.keyboard.press(key)
    tab.wait_for_function(_SAYS, arg=says, polling=10)
    return float(tab.evaluate("() => Date.now() - Number(sessionStorage.pressed)"))


if __name__ == "__main__":
    main()
