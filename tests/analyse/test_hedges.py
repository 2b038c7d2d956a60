"""What a clause leaves open by its grammar: adverbs of doubt, questions raised, "whether", what it depends on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.analyse.hedges import left_open, weakened
from rashomon.analyse.language import Prose
from rashomon.analyse.points import opening
from rashomon.analyse.stance import of_clause

ParseText = Callable[..., Prose]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("The gate was presumably left open by the night crew.", True),
        ("The pilots apparently missed the second light.", True),
        ("It was arguably the worst storm of the decade.", True),
        ("The ferry, perhaps, had been late before.", True),
        ("The letter was possibly a forgery.", True),
        ("A seemingly endless queue formed at the bank.", False),
        ("The men left the ferry, possibly the oldest on the lake.", False),
        ("Perhaps 200 people stood on the quay.", False),
        ("The gate was clearly left open.", False),
    ],
)
def test_an_adverb_of_doubt_weakens_the_verb_it_goes_with(parse_text: ParseText, clause: str, expected: bool):
    """Not what it stands before in an aside, and not a number."""
    (paragraph,) = parse_text(clause).paragraphs
    main = opening(paragraph.doc, (0, len(clause)))[1]
    assert main is not None
    assert weakened(main) is expected
    assert of_clause(paragraph.doc, (0, len(clause))) == ("hedges" if expected else "asserts")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("The sale raises fresh questions about the debts of the firm.", True),
        ("The letter casts doubt on the firm's account.", True),
        ("The delay fuelled speculation that the crew had fled.", True),
        ("Questions remain about the cost of the bridge.", True),
        ("There are doubts about the safety of the wall.", True),
        ("There is no doubt about the safety of the wall.", False),
        ("The clerk answered three questions about the wall.", False),
        ("The court will decide on Monday whether the sale was lawful.", True),
        ("Whether the keeper slept is another matter.", True),
        ("The council sent mixed signals about whether it would yield.", True),
        ("The board, which met to decide whether to sell, dismissed the keeper.", False),
        ("It depends on the weather.", True),
        ("Much depends on what the keeper knew.", True),
        ("The village depends on tourism.", False),
        ("The gate was shut at nine.", False),
    ],
)
def test_what_is_asked_or_doubted_is_left_open(parse_text: ParseText, clause: str, expected: bool):
    """A question raised, a doubt that remains, "whether", and what hangs on something that is not known."""
    (paragraph,) = parse_text(clause).paragraphs
    main = opening(paragraph.doc, (0, len(clause)))[1]
    assert main is not None
    assert left_open(main) is expected
