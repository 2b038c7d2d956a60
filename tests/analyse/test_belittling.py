"""What belittles a charge, a story or a row denies it without a negation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.analyse.belittling import belittled
from rashomon.analyse.language import Prose
from rashomon.analyse.points import opening
from rashomon.analyse.stance import of_clause

ParseText = Callable[..., Prose]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("The outcry looks wildly overdone.", True),
        ("The whole affair is a storm in a teacup.", True),
        ("The hysteria about the dinner is out of all proportion.", True),
        ("The charge is not just overblown but dishonest.", True),
        ("The row is plainly part of a campaign against the mayor.", True),
        ("The claim falls apart at the first question.", True),
        ("This is a witch-hunt.", True),
        ("The row is not overdone.", False),
        ("The costumes looked overdone.", False),
        ("The concert was part of a campaign for the theatre.", False),
        ("The outcry was heard in the hall.", False),
    ],
)
def test_a_charge_that_is_belittled_is_denied(parse_text: ParseText, clause: str, expected: bool):
    """The same words said of a play or a dress deny nothing, and a plain negation takes them back."""
    (paragraph,) = parse_text(clause).paragraphs
    first, main = opening(paragraph.doc, (0, len(clause)))
    assert main is not None
    assert belittled(first, main) is expected
    assert (of_clause(paragraph.doc, (0, len(clause))) == "denies") is expected
