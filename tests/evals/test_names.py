"""The scorer of names across articles: what counts, and what is said where its data is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.evals.names import figures, namelike, pairwise
from rashomon.evals.places import Absent


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("the Bank of Orsenia", True),
        ("Tarn Lines", True),
        ("The Mayor of Orrin", False),
        ("ferry company Tarn", False),
        ("They", False),
        ("Tarn and Lund", False),
    ],
)
def test_what_counts_as_a_name(text: str, counts: bool):
    """Names count; roles, descriptions, pronouns and lists do not."""
    assert namelike(text) is counts


def test_pairs_are_counted_once():
    """Everything in one heap finds all pairs and adds the wrong ones; everything apart finds none."""
    gold = ["a", "a", "b"]
    assert pairwise([(g, "1") for g in gold]) == (1, 2, 0)
    assert pairwise([(g, str(i)) for i, g in enumerate(gold)]) == (0, 0, 1)


def test_missing_data_is_said(tmp_path: Path):
    """Without MEANTIME the measure is left out with a reason, not failed."""
    with pytest.raises(Absent, match="MEANTIME"):
        figures(tmp_path)
