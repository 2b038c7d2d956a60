"""A real browser for the tests that need one: chromium driven by playwright, skipped where either is missing."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["ARGUMENTS", "Visit", "becomes", "chromium", "executable", "visit"]

_PATIENCE, _PAUSE = 30.0, 0.02
"""Seconds that a page may take to become what is wanted, on a machine with much else to do, and between two looks."""
_NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


class Visit(NamedTuple):
    """A page that is open, and what it did: URLs it asked for, dialogs it opened, errors it raised or logged."""

    page: Page
    requests: list[str]
    dialogs: list[str]
    errors: list[str]


Visiting = Callable[..., Visit]


def becomes(read: Callable[[], object], wanted: object) -> bool:
    """Tell whether what is read off a page is, within some seconds, what is wanted: pages are drawn a little later."""
    end = time.monotonic() + _PATIENCE
    while (found := read()) != wanted and time.monotonic() < end:
        time.sleep(_PAUSE)
    assert found == wanted  # says what was found
    return True


def executable() -> str | None:
    """Give the path of the browser, None where there is none."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give the browser, started once for the whole run."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = executable()
    if path is None:
        pytest.skip("chromium is not installed: make browser")
    with driver.sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        except driver.Error as error:
            pytest.skip(f"chromium does not start: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visiting]:
    """Give a function that opens a URL in a window of its own; further arguments are playwright's for the window."""
    contexts = []

    def opened(url: str, width: int = 1280, height: int = 900, **options: Any) -> Visit:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(1000 * _PATIENCE)
        contexts.append(context)
        page = context.new_page()
        seen = Visit(page, [], [], [])
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("dialog", lambda dialog: (seen.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on("console", lambda line: seen.errors.append(line.text) if line.type == "error" else None)
        page.goto(url)
        return seen

    yield opened
    for context in contexts:
        context.close()
