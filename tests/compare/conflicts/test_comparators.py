"""The questions asked of two claims: what clashes, and what never does."""

import pytest

from clashing import sure, told, two
from rashomon.compare.conflicts.ages import aged
from rashomon.compare.conflicts.began import began
from rashomon.compare.conflicts.counts import counted, echoed
from rashomon.compare.conflicts.dates import dated
from rashomon.compare.conflicts.polarity import opposed, retorted


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        ("At least 30 passengers were hurt", "27 passengers were hurt", ("at least 30 passengers", "27 passengers")),
        ("the crowd was put at 600", "410 people came", ("600 crowd", "410 people")),
        ("nine payments were made", "eight payments were made", ("9 payments", "8 payments")),
        ("the fee was £900", "the fee was £700", ("900 pound", "700 pound")),
        ("there were five calls", "there was one call.", ("5 calls", "1 call")),
        ("31 passengers were hurt", "40 others were hurt", ("31 passengers", "40 others")),
        ("seven songs were hers", "two, and not seven", ("7 songs", "not 7")),
        ("they held five phone calls", "they had one phone conversation", ("5 calls", "1 conversation")),
        ("two rounds were fired", "he heard three shots", ("2 rounds", "3 shots")),
        ("24,000 crates were lost", "the true figure is 31,000", ("24,000 crates", "31,000 figure")),
    ],
)
def test_counts_that_do_not_meet_clash(left, right, values):
    """Two numbers of one thing whose bounds do not meet."""
    found = counted(*two(left, right), sure)
    assert found is not None
    assert (found.kind, found.left.value, found.right.value) == ("number", *values)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("at least 27 passengers were hurt", "31 passengers were hurt"),
        ("three passengers died", "31 passengers were hurt"),
        ("it went at 46 km/h past the bend", "it went at 28.6 mph past the bend"),
        ("the fee was £900", "the fee was $1,200"),
        ("the loss is $2 million a day", "the loss is $14 million a week"),
        ("nine payments were made", "nine payments, or eight payments, were made"),
        ("about a third fell", "38 per cent fell"),
        ("ten people died", "six people died on the quay, four people died at sea"),
        ("leases run for 30 years", "he would cut leases to 15 years"),
        ("seven songs were hers", "two, and not nine"),
        ("24 crates were lost", "the true figure is 31"),
        ("600 people came, 410 people by noon", "410 people came"),
    ],
)
def test_different_measures_never_clash(left, right):
    """Bounds that hold the other, other things counted, other units and currencies, and numbers that both tell."""
    assert counted(*two(left, right), sure) is None


def test_counts_at_two_times_are_no_clash():
    """Two counts may both be right at two times."""
    times = {"noon": "2031-03-10T12:00", "midnight": "2031-03-10T23:59"}
    assert counted(*two("41 people were held at noon", "67 people were held by midnight"), sure) is not None
    assert counted(*two("41 people were held at noon", "67 people were held by midnight", times=times), sure) is None


def test_numbers_of_like_size_need_less_to_be_one():
    """Two numbers that are not far apart clash where such of very different size would not yet."""
    assert counted(*two("the loan was £2,400", "in all £2,160"), lambda a, b: 0.35) is not None
    assert counted(*two("the loan was £2,400", "in all £90,000"), lambda a, b: 0.35) is None
    assert counted(*two("the guests were 61", "more than 200 people fell ill"), lambda a, b: 0.35) is not None
    assert counted(*two("the shares fell 17 percent", "29 percent was lost"), lambda a, b: 0.35) is None
    assert counted(*two("the limit was 25", "it was doing 46"), lambda a, b: 0.35) is None
    assert counted(*two("the guests were 6", "more than 20 people fell ill"), lambda a, b: 0.35) is None


def test_a_figure_is_known_again():
    """A large number is the same figure wherever it stands; a small one only where the same is counted."""
    assert list(echoed(*two("reckons 32,000", "the crowd was 32,000"), lambda a, b: 0.0))
    assert not list(echoed(*two("three dogs", "three cats"), sure))


def test_ages_of_one_person():
    """One person has one age; another person of another age is no clash."""
    left, right = "Ines Carrow, 58, left.", "Ines Carrow, 61, left."
    found = aged(*two(left, right, people=["Ines Carrow"]), sure)
    assert found is not None
    assert (found.left.value, found.right.value) == ("58 years", "61 years")
    assert aged(*two(left, "Bram Oyelaran, 61, left.", people=["Ines Carrow", "Bram Oyelaran"]), sure) is None


@pytest.mark.parametrize(
    ("words", "clash"),
    [
        ("Ines Carrow, who was 61, left.", True),
        ("Ines Carrow was 61.", True),
        ("Ines Carrow (61) left.", True),
        ("the 61-year-old harbour master Ines Carrow left.", True),
        ("Ines Carrow was 61 minutes late.", False),
        ("Ines Carrow, 61.5 metres up, waved.", False),
    ],
)
def test_ages_however_told(words, clash):
    """An age after a name, in brackets, in a clause of its own or before the name; a measure is none."""
    assert (aged(*two("Ines Carrow, 58, left.", words, people=["Ines Carrow"]), sure) is not None) is clash


DAYS = {"Monday": "2031-03-03", "Tuesday": "2031-03-04", "March": "2031-03", "dawn": "2031-03-03T06:10"}


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ("the ferry sank on Monday", "the ferry sank on Tuesday", True),
        ("the ferry sank on Monday", "the ferry sank on Monday", False),
        ("the ferry sank on Monday", "the ferry sank before Tuesday", False),
        ("the ferry sank on Tuesday", "the ferry sank before Tuesday", True),
        ("the quay was shut until Monday", "the quay was shut on Tuesday", False),
        ("the ferry sank at dawn", "the ferry sank on Tuesday", False),
        ("the ferry sank on Monday", "they said on Tuesday that the ferry sank", False),
        ("the ferry sank on Monday", "they accepted on Tuesday that the ferry sank", False),
    ],
)
def test_times_as_intervals(left, right, clash):
    """Days that do not meet clash; a bound that holds the other, an end, and when it was said do not."""
    assert (dated(*two(left, right, times=DAYS), sure) is not None) == clash


def test_a_clash_of_days_is_told_in_the_words_of_both():
    """What parts them stands in their own words, not in the program's values."""
    found = dated(*two("the ferry sank on Monday", "the ferry sank on Tuesday", times=DAYS), sure)
    assert found is not None
    assert found.detail == "“Monday” against “Tuesday”"


def test_days_of_which_each_report_knows_one():
    """Days close together clash with little else in common where neither report tells the other's, else they do not."""
    one, other, third = "the note came on Monday", "a copy, dated Tuesday", "It sailed on Tuesday"
    rather, hardly = (lambda a, b: 0.3), (lambda a, b: 0.1)
    assert dated(*two(one, other, times=DAYS), rather) is not None
    assert dated(*two(one, other, times=DAYS), hardly) is None
    both = told((f"{one}. {third}.", [(one, "the port")]), (other, [(other, "the union")]), times=DAYS)
    assert dated(*both, rather) is None
    assert dated(*two(one, "a copy, dated Tuesday", times={**DAYS, "Tuesday": "2031-03-14"}), rather) is None


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ("he promised her a credit", "there was no promise", True),
        ("the strike was lawful", "the strike was illegal", True),
        ("the strike was lawful", "the strike was legal", False),
        ("he promised her a credit", "nobody knows of a promise", False),
        ("there was no promise", "he never promised a thing", False),
        ("he promised her a credit", "Was there no promise?", False),
    ],
)
def test_affirmed_and_denied(left, right, clash):
    """What one affirms and the other negates, or calls by its contrary, clashes; two denials do not, nor a question."""
    assert (opposed(*two(left, right), sure) is not None) == clash


def test_far_claims_are_not_opposed():
    """Two claims that are hardly about one thing do not clash, whatever their words."""
    assert opposed(*two("he promised her a credit", "there was no promise"), lambda a, b: 0.1) is None


def test_one_holder_is_not_opposed_to_themselves():
    """What one holder says in two ways is a shift, not two sides."""
    one, other = told(
        ("he promised a credit. there was no promise", [("he promised a credit", "x"), ("there was no promise", "x")])
    )
    assert opposed(one, other, sure) is None


def test_what_is_to_come_is_not_what_has_been():
    """A day after that of saying and one before it are of two events."""
    times = {"Friday": "2031-03-14", "Monday": "2031-03-03", "Sunday": "2031-03-02"}
    assert dated(*two("the ferry sails on Friday", "the ferry sailed on Monday", times=times), sure) is None
    assert dated(*two("the ferry will sail on Monday", "the ferry sailed on Sunday", times=times), sure) is None


def test_counts_that_each_hold_at_their_moment():
    """A count that is so "now" and one that was so "so far" may both have been right."""
    assert counted(*two("60 people were held", "41 people were held so far"), sure) is not None
    assert counted(*two("it now speaks of 60 people held", "41 people were held so far"), sure) is None


def test_a_bare_denial_of_a_hedged_claim():
    """ "Denied that it had" says no to what stands before it, though that is told with a reserve."""
    text = "The gate may have been open. Carrow denied that it had."
    own = [("The gate may have been open", "the union", "hedges"), ("denied that it had", "Carrow", "denies")]
    assert len(list(retorted(told((text, own))))) == 1


def test_a_bare_denial_answers_what_stands_before_it():
    """ "Carrow denied this" says no to what somebody else claims right before, and to nothing of the outlet's own."""
    text = "The union said that the gate was open. Carrow denied this."
    reply = ("denied this", "Carrow", "denies")
    found = list(retorted(told((text, [("the gate was open", "the union"), reply]))))
    assert [(one.left.value, one.right.value) for one in found] == [("yes", "no")]
    assert list(retorted(told((text, [("the gate was open", "Outlet 0"), reply])))) == []


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        ("stones flew before any whip was used", "the whip came first", ("whip later", "whip first")),
        ("stones flew before any whip was used", "whips cracked before a stone flew", ("whip later", "whip first")),
        ("stones flew before any whip was used", "the stones came first", None),
        ("stones flew before any whip was used", "the whip was shown before the feast", None),
        ("stones flew before noon", "the whip came first", None),
        ("stones flew before any whip was used", "for the first time a whip was seen", None),
    ],
)
def test_what_came_first(left, right, values):
    """Contrary orders of the same two things clash; the same order, a time of day and a first time do not."""
    found = began(*two(left, right), sure)
    assert (found and (found.kind, found.left.value, found.right.value)) == (values and ("initiator", *values))
