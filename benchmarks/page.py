"""How quick the report is in a real browser: its size, its first paint, and what a reader does in it.

    python benchmarks/page.py [N ...]

For each N (5 and 100 where none is given) a story of N reports is made by rule, 40 propositions and 80 statements to a
report. Each time is the median of five, in milliseconds: the first paint with contents from the start of loading, and
from a touch to the end of the next frame.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import ARGUMENTS, executable  # noqa: E402
from many import many  # noqa: E402
from rashomon.present.report import page  # noqa: E402
from rashomon.present.story_file import export  # noqa: E402

_TIMES = 5
_THINGS = 40

_PAINT = """() => new Promise((tell) => new PerformanceObserver((seen) => {
  const first = seen.getEntriesByName("first-contentful-paint")[0];
  if (first) tell(first.startTime);
}).observe({ type: "paint", buffered: true }))"""
_TOUCH = """async (act) => {
  const start = performance.now();
  await eval(act)();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
_VIEW = (
    "() => { location.hash = '%s'; return new Promise((done) => addEventListener('hashchange', done, {once: true})); }"
)
_ACTS = {
    "overview": _VIEW % "overview",
    "a cell's words": "() => document.querySelector('.matrix td button').click()",
    "filter by stance": """() => {
      const stance = document.querySelector('#by-stance');
      stance.value = 'denies';
      stance.dispatchEvent(new Event('change'));
    }""",
    "timeline": _VIEW % "timeline",
    "sources": _VIEW % "sources",
    "people": _VIEW % "people",
    "omissions": _VIEW % "gaps",
    "reader": _VIEW % "reader",
    "a statement": "() => document.querySelectorAll('.pane .head-of')[5].click()",
    "the next report": "() => document.querySelectorAll('.step')[1].click()",
}


def main() -> None:
    """Print a table for each number of reports."""
    for count in [int(one) for one in sys.argv[1:]] or [5, 100]:
        text = page(export(many(count, _THINGS)))
        print(f"\n{count} reports, {2 * count * _THINGS} statements: {len(text.encode()) / 1000:.0f} kB")
        with _opened(text) as visits:
            rows: dict[str, list[float]] = {}
            for tab in visits:
                rows.setdefault("first paint", []).append(tab.evaluate(_PAINT))
                for name, act in _ACTS.items():
                    rows.setdefault(name, []).append(tab.evaluate(f"({_TOUCH})({act!r})"))
        for name, found in rows.items():
            print(f"  {name:18}{statistics.median(found):7.0f}   (fastest {min(found):.0f}, slowest {max(found):.0f})")


@contextmanager
def _opened(text: str) -> Iterator[Iterator[Any]]:
    """Give the page, opened anew each time."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))

        def fresh() -> Iterator[Any]:
            for _ in range(_TIMES):
                context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
                tab = context.new_page()
                tab.goto(path.as_uri(), wait_until="load")
                tab.wait_for_selector(".head-of")
                yield tab
                context.close()

        yield fresh()
        browser.close()


if __name__ == "__main__":
    main()
