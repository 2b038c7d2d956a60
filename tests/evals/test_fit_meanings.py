"""What the network of meanings is taught with."""

from rashomon.evals.fit_meanings import Lesson, halves, near


def test_what_is_to_be_near():
    """Claims of one proposition, not a claim and itself, and none that gold knows no proposition of."""
    assert near(["gate", None, "gate", "toll", None]) == [
        [False, False, True, False, False],
        [False] * 5,
        [True, False, False, False, False],
        [False] * 5,
        [False] * 5,
    ]


def test_halves():
    """Every story is in one half, whatever order they come in, so that each is unseen by the other half's network."""
    several = [Lesson(name, (), (), ()) for name in "cabed"]
    one, other = halves(several)
    assert [lesson.story for lesson in one] == ["a", "c", "e"]
    assert [lesson.story for lesson in other] == ["b", "d"]
