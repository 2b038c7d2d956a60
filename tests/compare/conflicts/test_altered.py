"""One passage told twice with a difference that changes what it says."""

import pytest

from clashing import report, story
from factory import span
from rashomon.compare.conflicts.altered import altered
from rashomon.compare.conflicts.contenders import contenders
from rashomon.compare.prepared import prepared
from rashomon.model import Alignment, Difference, Span

LEFT = "“We are not prepared to sign this plan as it stands.”"
CASES = {
    "not": (LEFT, LEFT.replace("not ", ""), "polarity", ("no", "yes")),
    "may": ("“It may sink by noon today.”", "“It will sink by noon today.”", "polarity", ("may", "will")),
    "alone": ("“I never sang it alone, sir.”", "“I never sang it, sir.”", "exclusivity", ("alone", "without “alone”")),
    "kill": ("“It may kill us by noon today.”", "“It may slay us by noon today.”", None, ()),
    "my": ("“It may cost my post by noon.”", "“It may cost their post by noon.”", None, ()),
    "crate": ("“It may hold a crate by noon.”", "“It may hold a bomb by noon.”", "referent", ("crate", "bomb")),
}


def shared(word, left, right):
    """Give a story of two reports that share a passage, with the difference at ``word``."""
    one, other = report(0, left), report(1, right)
    here = span(one, word)
    instead = next((new for new in ("will", "slay", "their", "bomb") if new in right), "")
    at = right.index(instead) if instead else here.start
    there = Span(other.id, at, at + len(instead))
    passages = tuple(Span(own.id, 0, len(own.text)) for own in (one, other))
    difference = Difference("replace" if instead else "delete", here, there)
    aligned = Alignment("a", "quotation", passages, 0.9, (difference,))
    return story((left, [(left, "Carrow")]), (right, [(right, "Carrow")]), alignments=[aligned])


@pytest.mark.parametrize("word", CASES)
def test_what_changes_the_sense_clashes(word):
    """A lost "not", "will" for "may", a lost "alone" and another thing change what is said.

    Another word for the same does not, nor one that the outlet sees from its own side.
    """
    left, right, kind, values = CASES[word]
    own = shared(word, left, right)
    found = list(altered(own, contenders(own, prepared(own).gists)))
    assert [one.kind for one in found] == ([kind] if kind else [])
    assert all((one.left.value, one.right.value) == values for one in found)
