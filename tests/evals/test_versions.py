"""Answers to one question: as a story, and how well their groups agree with people's."""

import json

import pytest

from rashomon.evals.places import Absent
from rashomon.evals.versions import balanced, figures, story

ANSWERS = [
    {
        "Paragraph": "The ferry sailed late because the gate was stuck.",
        "Answer": "the gate was stuck",
        "cluster_global": 0,
    },
    {"Paragraph": "A stuck gate held it up, the master said.", "Answer": "A stuck gate", "cluster_global": 0},
    {"Paragraph": "Its engine had no oil.", "Answer": "no oil in the engine", "cluster_global": 1},
]


def test_each_answer_is_a_claim_in_its_paragraph():
    """An answer stands where its paragraph has it; where it is told in other words, it is the report."""
    made = story(ANSWERS)
    claims = [analysis.claims[0] for analysis in made.analyses]
    texts = [one.text[c.span.start : c.span.end] for one, c in zip(made.articles, claims, strict=True)]
    assert texts == [one["Answer"] for one in ANSWERS]
    assert made.articles[2].text == "no oil in the engine"


@pytest.mark.parametrize(
    ("found", "share"),
    [(["x", "x", "y"], 1.0), (["x", "y", "y"], 0.25), (["x", "x", "x"], 0.5), (["x", "y", "z"], 0.5)],
)
def test_both_kinds_of_pairs_count_the_same(found, share):
    """All in one group, or each alone, is half right, however many pairs there are of either kind."""
    assert balanced(["a", "a", "b"], found) == share


def test_figures(tmp_path):
    """Answers that share words are one, others are not; data that is absent says so."""
    with pytest.raises(Absent):
        figures(tmp_path)
    file = tmp_path / "claims" / "nanco-val.json"
    file.parent.mkdir()
    file.write_text(json.dumps([{"question": "Why?", "answers": ANSWERS}]), encoding="utf-8")
    assert figures(tmp_path) == {"questions": 1, "pair_balanced_accuracy": 1.0, "ARI": pytest.approx(1.0)}
