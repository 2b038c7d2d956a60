"""When a probe is right."""

from __future__ import annotations

import pytest

from rashomon.evals.attribution import probe
from rashomon.model import Attribution, Span

TEXT = 'The mayor did not deny "that the well was dry."'


def _span(words):
    start = TEXT.index(words)
    return Span("t", start, start + len(words))


def _found(source="The mayor", content='"that the well was dry."', stance="hedges", **more):
    return Attribution(
        id="a",
        article="t",
        kind="indirect",
        source=_span(source) if source else None,
        cue=_span("did not deny"),
        contents=(_span(content),),
        stance=stance,
        **more,
    )


CASE = {
    "text": TEXT,
    "expected": [{"source": [[0, 9]], "cue": [[10, 22]], "content": [[24, 45]], "stance": "not-denied"}],
}


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        ([_found()], (True, True)),
        ([_found(content="that the well was dry")], (True, True)),
        ([_found(stance="denies")], (True, False)),
        ([_found(stance="denies"), _found()], (True, True)),
        ([_found(source="mayor")], (False, False)),
        ([_found(source=None)], (False, False)),
        ([_found(source=None, speaker_ref=_span("The mayor"))], (True, True)),
        ([_found(content="the well was dry")], (False, False)),
        ([], (False, False)),
    ],
)
def test_spans_and_speaker_then_stance(found, verdict):
    """Marks and stops at the ends do not count; a missing word does."""
    assert probe(CASE, found) == verdict


def test_where_nothing_is_said_nothing_may_be_found():
    """Scare quotes are not speech."""
    assert probe({"text": TEXT, "expected": []}, []) == (True, True)
    assert probe({"text": TEXT, "expected": []}, [_found()]) == (False, True)


def test_distance_kept_apart_counts_for_the_hedge():
    """ "allegedly" is the narrator's, so the stance may stay the source's."""
    case = {"text": TEXT, "expected": [{**CASE["expected"][0], "stance": "hedge"}]}
    assert probe(case, [_found(stance="asserts")]) == (True, False)
    assert probe(case, [_found(stance="asserts", distance=_span("not"))]) == (True, True)
