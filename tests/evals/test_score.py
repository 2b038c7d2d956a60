"""The scorers on the invented story: a faultless system, a blind one, and each kind of fault alone."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from rashomon.errors import StoryError
from rashomon.evals.accounts import load
from rashomon.evals.places import shared
from rashomon.evals.readings import Reading, from_gold, from_story
from rashomon.evals.score import agreement, columns, figures, score, tally


def _score(folder, story, name="orrin-gate.json"):
    file = folder / name
    file.write_text(json.dumps(story), encoding="utf-8")
    return score([folder], [file])


PERFECT = (
    "said_content_F1",
    "said_speaker_F1",
    "said_holder_acc",
    "said_stance_macroF1",
    "said_within_acc",
    "said_nested_F1",
    "said_chain_acc",
    "times_recall",
    "times_value_acc",
    "times_value_F1",
    "claim_recall",
    "holder_acc",
    "chain_acc",
    "stance_macroF1",
    "group_B3_F1",
    "group_ARI_matched",
    "conflicts_soft_found",
    "conflicts_precision",
    "omissions_F1",
)


def test_a_faultless_system_has_full_marks(built, as_story):
    """The gold itself, written as a story file, scores 1 in all that this story measures."""
    found, missing = _score(built, as_story(built))
    assert missing == []
    assert {name: found[name] for name in PERFECT} == dict.fromkeys(PERFECT, 1.0)
    assert found["claims_in_boilerplate"] == 0


def test_a_system_that_says_nothing_has_none(built):
    """And nothing divides by zero."""
    found = figures([tally(load(built), Reading())])
    grouping = {"group_B3_F1", "group_ARI_matched"}
    assert {found[name] for name in PERFECT if name not in grouping} == {0.0}
    assert found["group_B3_F1"] == found["group_B3_F1_singletons"]


def test_a_system_that_read_the_page_itself_is_scored_alike(built, as_story):
    """The same findings over the raw HTML, whose offsets are others, give the same figures."""
    story = as_story(built)
    page = (built / "articles" / "02-post.html").read_text(encoding="utf-8")
    seen = (built / "articles" / "02-post.html.txt").read_text(encoding="utf-8")
    places = {
        "The\xa0Tribune": page.index("The&nbsp;"),
        "two officials": page.index("two officials"),
        "that two officials said the gate stood open": page.index("that two officials"),
        "the gate stood open": page.index("the gate stood open"),
        "Ms Carrow denied it": page.index("Ms Carrow"),
        "Some 34 were hurt": page.index("Some 34"),
    }

    def moved(span):
        if span["article"] == "02-post.html.txt":
            words = seen[span["start"] : span["end"]]
            start = places[words]
            length = len("The&nbsp;<i>Tribune") if words.startswith("The") else len(words)
            span |= {"start": start, "end": start + length}

    for attribution in story["attributions"]:
        for span in filter(None, [attribution["source"], *attribution["contents"]]):
            moved(span)
    for claim in story["claims"]:
        moved(claim["span"])
    story["articles"][1] |= {"name": "articles/02-post.html", "text": page}
    found, _ = _score(built, story)
    assert {name: found[name] for name in PERFECT} == dict.fromkeys(PERFECT, 1.0)


def _change(story, part, number, **values):
    story[part][number] |= values
    return story


@pytest.mark.parametrize(
    ("part", "number", "values", "measure", "value"),
    [
        ("attributions", 0, {"stance": "asserts"}, "said_stance_F1_denies", 0.0),
        ("attributions", 0, {"source": None, "speaker": "Bo Till"}, "said_speaker_F1", 0.8),
        ("attributions", 4, {"within": None}, "said_within_acc", 0.8),
        ("attributions", 4, {"within": None}, "said_chain_acc", 0.8),
        ("attributions", 4, {"within": None}, "said_nested_F1", 0.0),
        ("attributions", 4, {"speaker": "Bo Till"}, "said_holder_acc", 0.8),
        ("times", 0, {"value": "2031-03-02T09:00"}, "times_value_acc", 0.5),
        ("times", 0, {"value": "2031-03-02T21:00:00"}, "times_value_acc", 1.0),
        ("claims", 0, {"holder": "Bo Till"}, "holder_acc", 5 / 6),
        ("claims", 0, {"chain": ["Kestrel", "Bo Till"]}, "chain_acc", 3 / 4),
        ("claims", 0, {"stance": "asserts"}, "stance_F1_denies", 2 / 3),
        ("claims", 0, {"proposition": None}, "group_B3_R", (1 / 4 + 9 / 4 + 2) / 6),
        ("claims", 4, {"proposition": "p1"}, "group_B3_P", (5 * 0.68 + 1) / 6),
    ],
)
def test_one_fault_costs_what_it_should(built, as_story, part, number, values, measure, value):
    """Each measure sees its own fault, by an amount worked out by hand."""
    found, _ = _score(built, _change(as_story(built), part, number, **values))
    assert found[measure] == pytest.approx(value)


def test_an_article_read_twice_counts_once(built, as_story):
    """A folder holds the page and its visible text; a story file may hold both."""
    story = as_story(built)
    page = (built / "articles" / "02-post.html").read_text(encoding="utf-8")
    story["articles"].append({"id": "again", "name": "02-post.html.txt", "outlet": "Post", "text": page})
    story["claims"] += [
        {**claim, "id": claim["id"] + "x", "span": {**claim["span"], "article": "again"}}
        for claim in story["claims"]
        if claim["span"]["article"] == "02-post.html.txt"
    ]
    assert _score(built, story)[0]["claims"] == 6


def test_a_story_is_known_by_its_articles(built, as_story):
    """Whatever the story file is called; a story that no file is about is named."""
    found, missing = _score(built, as_story(built), "any.json")
    assert (found["stories"], missing) == (1, [])
    strange = {**as_story(built), "articles": [{"id": "x", "name": "other.txt", "text": ""}]}
    found, missing = _score(built, strange, "any.json")
    assert (found["stories"], missing) == (0, ["orrin-gate"])


@pytest.mark.parametrize("text", ["", "[]", '{"articles": 3}', "{}"])
def test_what_is_no_story_file_is_refused(built, text):
    """With its name and what would mend it."""
    file = built / "odd.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(StoryError, match=r"odd\.json"):
        score([built], [file])


def test_a_story_file_with_a_hole_is_refused(built, as_story):
    """A claim without a span is said to be no story file, not a stack of calls."""
    story = as_story(built)
    del story["claims"][0]["span"]
    with pytest.raises(StoryError, match="no story file"):
        from_story(story, load(built))


def test_what_a_system_does_not_compute_is_not_measured(built, as_story):
    """A part that is absent from the story file is no nought; one that is empty is."""
    story = as_story(built)
    del story["conflicts"]
    story["times"] = []
    for claim in story["claims"]:
        claim["proposition"] = None
    found, _ = _score(built, story)
    assert not [name for name in found if name.startswith(("conflicts_", "group_", "copies_"))]
    assert found["times_recall"] == 0


def test_two_annotations_are_scored_one_against_the_other(built):
    """A second human who agrees in all scores 1; without one there is no line."""
    assert agreement([built]) is None
    (built / "gold-b.json").write_bytes((built / "gold.json").read_bytes())
    found = agreement([built])
    assert found is not None
    assert {name: found[name] for name in PERFECT} == dict.fromkeys(PERFECT, 1.0)


def test_a_table_has_a_column_for_each_system():
    """A measure that a system has not is a dash; a system without figures is left out."""
    text = columns({"ours": {"statements": 6, "claim_recall": 0.5}, "naught": None, "other": {"claim_recall": 1}})
    assert [line.replace(" ", "") for line in text.splitlines()][2:] == [
        "|statements|6|-|",
        "|claim_recall|0.500|1.000|",
    ]


def test_the_measures_of_accounts_are_the_shared_scorers(built, as_story):
    """Figure for figure, on a story file with faults of every kind; skipped where the shared scorer is absent."""
    scorer = shared() / "accounts" / "score_story.py"
    if not scorer.exists():
        pytest.skip(f"{scorer} is not here")
    story = as_story(built)
    _change(story, "claims", 0, holder="Bo Till", chain=["Kestrel", "Ines Carrow"])
    _change(story, "claims", 1, proposition="other", stance="hedges")
    _change(story, "claims", 2, proposition=None)
    story["claims"][4]["span"]["start"] -= 9
    file = built / "orrin-gate.json"
    file.write_text(json.dumps(story), encoding="utf-8")
    command = [sys.executable, str(scorer), str(file), str(built / "gold.json")]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ours, _ = score([built], [file])
    lines = [line.split() for line in theirs.splitlines()]
    assert len(lines) == 20
    for name, value in lines:
        part, _, whole = value.partition("/")
        assert ours[name] == pytest.approx(float(part) / float(whole or 1), abs=6e-4), name


def test_a_reading_of_gold_holds_no_variant(built, edit):
    """What must not fire is no conflict that a human would report."""
    edit(built / "gold.json", lambda gold: gold["conflicts"][0].update(severity="variant_not_conflict"))
    assert from_gold(load(built)).conflicts == ()
