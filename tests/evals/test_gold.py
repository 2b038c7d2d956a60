"""The gold of this checkout: whole, counted, and split as it should be."""

from __future__ import annotations

from rashomon.evals.accounts import stories
from rashomon.evals.check import check
from rashomon.evals.counts import counts, placed, traps
from rashomon.evals.places import GOLD


def test_the_gold_is_whole():
    """Every fault would be a sentence here; `python -m rashomon.evals build` and `check` say the same."""
    assert check(stories()) == []


def test_the_readme_counts_what_is_there():
    """Mend it with `python -m rashomon.evals counts --readme`."""
    readme = (GOLD / "README.md").read_text(encoding="utf-8")
    assert placed(readme, f"{counts(stories())}\n\n{traps(stories())}") == readme
