"""Products of sparse weightings."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.vectors import dots, means, products, rows

WEIGHTINGS = st.lists(st.dictionaries(st.sampled_from("abcdefg"), st.floats(0.1, 1)), min_size=1, max_size=9)


def plain(one, other):
    """Give the product as one would write it down."""
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())


@given(WEIGHTINGS)
def test_products_are_those_of_the_weightings(weightings):
    """Pairs, all pairs and means are what multiplying term by term gives, empty weightings among them."""
    found = rows(weightings)
    pairs = [(one, other) for one in range(len(weightings)) for other in range(len(weightings))]
    left, right = (np.array(side) for side in zip(*pairs, strict=True))
    wanted = [plain(weightings[one], weightings[other]) for one, other in pairs]
    assert dots(found, left, right) == pytest.approx(wanted)
    assert np.concatenate(list(products(found, 99))) == pytest.approx(wanted)
    others = [
        sum(plain(one, other) for at, other in enumerate(weightings) if at != place) / max(1, len(weightings) - 1)
        for place, one in enumerate(weightings)
    ]
    assert means(found) == pytest.approx(others)


def test_common_terms_are_left_out():
    """A term that more rows hold than allowed adds nothing."""
    found = rows([{"a": 1.0, "b": 1.0}, {"a": 1.0}, {"a": 1.0, "b": 1.0}])
    assert [list(row) for row in products(found, 2)] == [[1, 0, 1], [0, 0, 0], [1, 0, 1]]
