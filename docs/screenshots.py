"""Takes the pictures of the report in docs/screenshots: the six views of the example story, in a real browser.

    python docs/screenshots.py [STORY.json FOLDER]

With a story file and a folder, that story is shown and the pictures go there.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import ARGUMENTS, executable  # noqa: E402

_SIZES = {"wide": (1280, 800), "narrow": (820, 1000), "phone": (390, 844)}
_CHOOSE = """() => {
  const kinds = ['.told.clash.denies', '.told.clash', '.told.denies', '.told'];
  const mark = kinds.map((kind) => document.querySelector(`.pane:first-child .head-of${kind}`)).find(Boolean);
  mark?.scrollIntoView({ block: 'center' });
  mark?.click();
}"""


class Picture(NamedTuple):
    """One picture: the name of its file, the view, the size of the window, light or dark."""

    name: str
    view: str
    size: str = "wide"
    scheme: str = "light"


PICTURES = (
    Picture("reader", "reader"),
    Picture("overview", "overview"),
    Picture("timeline", "timeline"),
    Picture("sources", "sources"),
    Picture("people", "people"),
    Picture("omissions", "gaps"),
    Picture("reader-dark", "reader", "narrow", "dark"),
    Picture("overview-phone", "overview", "phone"),
)


def main() -> None:
    """Write every picture."""
    from playwright.sync_api import sync_playwright

    from rashomon.present.report import page

    story, folder = _asked()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        path = Path(scratch) / "story.html"
        path.write_text(page(story), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        for one in PICTURES:
            width, height = _SIZES[one.size]
            tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=one.scheme)  # type: ignore[arg-type]
            tab.goto(f"{path.as_uri()}#{one.view}")
            if one.view == "reader":
                tab.evaluate(_CHOOSE)
                tab.wait_for_timeout(800)  # until the other pane has moved
            tab.screenshot(path=folder / f"{one.name}.png")
            print(f"{one.name}.png {(folder / f'{one.name}.png').stat().st_size / 1000:.0f} kB")
            tab.close()
        browser.close()


def _asked() -> tuple[Any, Path]:
    """Give the story file to show and the folder for the pictures."""
    if len(sys.argv) == 3:
        return json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])
    from rashomon import export, read, reconcile

    articles, _ = read.articles([str(ROOT / "examples")])
    return export(reconcile(articles)), ROOT / "docs" / "screenshots"


if __name__ == "__main__":
    main()
