"""Who denies what others assert: many signs weighed together, and what hangs on them."""

import pytest

from clashing import sure, told, two
from rashomon.compare.conflicts.clash import Clash, Part
from rashomon.compare.conflicts.denials import SIGNS, denied, likelihood, settled, signs, topics, weighing

DENIAL = ("The minister had promised a bridge to the islanders", "the minister", "denies")
CLAIM = ("A bridge was what the minister promised the islanders", "the islanders")


def pair(denial=DENIAL, claim=CLAIM):
    """Give a denial and what it denies, ready to clash."""
    return told((denial[0], [denial]), (claim[0], [claim]))


def test_a_denial_clashes_with_what_it_denies():
    """Two holders, one thing, words of both: the denial says no and the assertion yes, and the evidence names words."""
    no, yes = pair()
    clash = denied(no, yes, sure)
    assert (clash.left.value, clash.right.value) == ("no", "yes")
    assert "bridge" in clash.detail


def test_the_order_of_the_two_makes_no_difference():
    """Asked the other way round, the same claim says no, with the same likelihood."""
    no, yes = pair()
    assert denied(yes, no, sure).right.value == "no"
    assert denied(yes, no, sure).near == denied(no, yes, sure).near


@pytest.mark.parametrize(
    ("denial", "claim", "near"),
    [
        (DENIAL, (CLAIM[0], "the minister"), 1.0),
        (("Was the bridge not promised to the islanders?", "the minister", "denies"), CLAIM, 1.0),
        ((DENIAL[0], "the minister", "declines"), CLAIM, 1.0),
        (DENIAL, (CLAIM[0], "the islanders", "denies"), 1.0),
        (DENIAL, CLAIM, 0.01),
    ],
    ids=["one holder", "a question", "no comment", "both deny", "far"],
)
def test_what_is_no_denial_of_it(denial, claim, near):
    """Nobody denies themselves; a question, a refusal to say and a second denial deny nothing; nor do far claims."""
    no, yes = pair(denial, claim)
    assert denied(no, yes, lambda left, right: near) is None


def test_copies_deny_nothing_of_each_other():
    """Two outlets that tell the same in the same words agree, whatever words of negation stand in them."""
    words = "No bridge was ever promised to the islanders by the minister"
    one, other = told((words, [(words, "the paper")]), (words, [(words, "the agency")]))
    assert denied(one, other, sure) is None
    assert denied(*pair((words, "the minister"), (DENIAL[0], "the islanders")), sure) is not None


def test_a_negated_assertion_says_no():
    """ "Was not promised" says no without a cue of denial; what is asserted without negation does not."""
    no, yes = two("The bridge was not promised.", "The bridge was promised.")
    assert topics(no).says
    assert not topics(yes).says
    assert topics(yes).meets


def test_every_sign_has_its_weight():
    """The data weigh the signs that there are, and each stronger sign for a clash makes one likelier."""
    by = weighing()
    assert set(by.weights) == set(SIGNS)
    assert 0 < by.joins < by.shown < 1
    weak, strong = (likelihood(signs(*pair(), near), by) for near in (0.1, 0.9))
    assert weak < strong


def clash(no, yes, near):
    """Give a clash of two claims over whether it is so."""
    parts = [Part(one.claim.id, value, one.claim.span) for one, value in ((no, "no"), (yes, "yes"))]
    return Clash("polarity", "hard", parts[0], parts[1], near, "by hand")


def test_nobody_stands_on_both_sides():
    """A claim that denies one and is denied by another is on the side of the likelier clash, the other goes."""
    first, second, third = told(
        *((text, [(text, text[-6:])]) for text in ("The gate, 1 clerk", "A ship, 2 cooks", "3 boys"))
    )
    by = {one.claim.id: one for one in (first, second, third)}
    kept, lost = clash(first, second, 0.9), clash(second, third, 0.5)
    assert settled([lost, kept], by) == [kept]


def test_a_matter_needs_one_strong_clash():
    """Weak clashes stand where they hang on a strong one, and go where they hang on none."""
    texts = [f"{word} it was so" for word in ("Alder", "Birch", "Cedar", "Dogwood", "Elder")]
    a, b, c, d, e = told(*((text, [(text, text[:5])]) for text in texts))
    by = {one.claim.id: one for one in (a, b, c, d, e)}
    strong, hangs, alone = clash(a, b, 0.9), clash(a, c, 0.1), clash(d, e, 0.1)
    assert settled([alone, hangs, strong], by) == [strong, hangs]
