"""What claims mean where they stand: how reports are read in stretches, and what the network makes of them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ferry import story
from preparing import gists
from rashomon.compare.bags import bags
from rashomon.compare.candidates import accompanied, pairs
from rashomon.compare.features import COMPARATORS, Pairs
from rashomon.compare.meanings import batch, meant, shares, stretches
from rashomon.compare.sentences import Sentence
from rashomon.compare.sentences import stretches as sentences_of
from rashomon.model import Span

WORDS = st.lists(st.sampled_from(["gate", "shut", "ferry", "naïve", "£30m", "—", "Orrin's", "27", "“no”"]), min_size=1)
REPORTS = st.lists(WORDS.map(lambda words: " ".join(words).capitalize() + "."), min_size=1, max_size=30).map(" ".join)


def told(text):
    """Give the sentences of ``text``, five to a paragraph."""
    places = [(start, start + len(text[start:end].rstrip())) for start, end in sentences_of(text)]
    return [Sentence(Span("a", *place), text[slice(*place)], number // 5) for number, place in enumerate(places)]


@given(REPORTS)
def test_each_word_is_read_once(text):
    """Stretches hold every token of every sentence once, in order, each at its place, and none is too long."""
    read = stretches(text, told(text))
    places = [place for one in read for place in one.places]
    assert places == sorted(set(places))
    assert "".join(text[slice(*place)] for place in places) == "".join(text.split())
    assert all(0 < len(one.tokens) == len(one.places) <= 160 for one in read)


@given(REPORTS, st.data())
def test_a_claim_is_made_of_its_words_and_what_they_stand_in(text, data):
    """What the tokens count in a claim adds up to 1, most of it in its own words, none outside its paragraphs."""
    own = told(text)
    sentence = data.draw(st.sampled_from(own)).span
    start = data.draw(st.integers(sentence.start, sentence.end - 1))
    end = data.draw(st.integers(start + 1, sentence.end))
    places = [place for one in stretches(text, own) for place in one.places]
    row = shares(places, own, [Span("a", start, end)])[0]
    if any(start <= first < end for first, _ in places):
        assert row.sum() == pytest.approx(1, abs=1e-5)
        assert sum(row[n] for n, (first, _) in enumerate(places) if start <= first < end) >= 0.5
    block = next(one.block for one in own if one.span == sentence)
    inside = [one.span for one in own if one.block == block]
    told_in = [any(one.start <= first < one.end for one in inside) for first, _ in places]
    assert not row[~np.array(told_in)].any()


def test_stretches_side_by_side():
    """What is shorter than the longest is filled up, and told so."""
    text = "The gate was shut. " * 60
    ids, mask = batch(stretches(text, told(text)))
    assert ids.shape == mask.shape
    assert [int(row[0]) for row in ids] == [101] * len(ids)
    assert ((ids > 0) == (mask > 0)).all()


def test_what_is_told_in_other_words_is_near():
    """Two reports that the gate was shut are nearer than one of them is to a count; pairs of kin are compared."""
    own = story()
    plain = gists(own)
    found = accompanied(meant(plain, own.articles, bags(own)))
    assert [replace(one, company={}, kin={}, common=1.0) for one in found] == list(plain)
    assert all(abs(float(np.linalg.norm(one.meaning)) - 1) < 1e-4 for one in found)
    assert all(next(iter(one.kin)) == number for number, one in enumerate(found))
    closed, open_ = ([n for n, one in enumerate(found) if words in one.text] for words in ("gate at Orrin", "not open"))
    least = next(n for n, one in enumerate(found) if "At least" in one.text)
    chosen = Pairs(found, np.array([closed[0], closed[0]]), np.array([open_[0], least]))
    same, other = next(one for one in COMPARATORS if one.name == "meaning").scores(chosen)
    assert same > other
    assert set(pairs(accompanied(plain))) <= set(pairs(found))


def test_what_nothing_is_known_of_scores_nothing():
    """Without meanings the questions about them are silent."""
    found = accompanied(gists(story()))
    chosen = Pairs(found, np.array([0, 1]), np.array([1, 2]))
    for name in ("meaning", "kin"):
        assert not next(one for one in COMPARATORS if one.name == name).scores(chosen).any()


def test_signs_that_are_no_words():
    """A report in signs that the network has no token for is left without meanings, and costs the others nothing."""
    assert stretches("\x00\x01 \x02", [Sentence(Span("a", 0, 4), "\x00\x01 \x02", 0)]) == ()
    own = story()
    plain = gists(own)
    held = bags(own)
    blank = dict.fromkeys(held.sentences, ())
    assert meant(plain, own.articles, replace(held, sentences=blank)) == list(plain)
