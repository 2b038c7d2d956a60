"""Finding shared passages: where they begin and end, what joins, and what it costs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factory import article, body
from rashomon.compare.passages import common, shared
from rashomon.compare.words import Words, words
from rashomon.model import Analysis

LAMP = "the tall keeper polished seven brass lamps before breakfast"
OAR = "while a grey cat slept inside the coil of tarred rope"


def passages(*texts: str) -> list[tuple[str, str]]:
    """Give the words of the passages that each two of ``texts`` share."""
    read = _words(*texts)

    def cut(part: tuple[int, int, int]) -> str:
        return " ".join(read[part[0]].keys[part[1] : part[2]])

    return [(cut(one), cut(other)) for one, other in shared(read)]


def _words(*texts: str) -> tuple[Words, ...]:
    reports = [article(text, str(number)) for number, text in enumerate(texts)]
    return words(reports, [body(one) for one in reports], [Analysis(one.id) for one in reports])


def test_a_passage_ends_where_the_words_part():
    """What stands around a passage in mid-sentence is not taken in."""
    assert passages(f"it is said {LAMP} and then slept all afternoon", f"some swear {LAMP} or nearly so they say") == [
        (LAMP, LAMP)
    ]


def test_a_passage_grows_to_the_end_of_its_sentence():
    """A few words changed for about as many at a sentence's end belong to it; a longer end does not."""
    short = passages(f"It rained. Yes, {LAMP} on Monday. So.", f"It froze. Yes, {LAMP} last Sunday. Well.")
    assert short == [(f"yes {LAMP} on monday", f"yes {LAMP} last sunday")]
    long = passages(f"Yes, {LAMP} now. So.", f"Yes, {LAMP} to please the fishwives and their aunts. Well.")
    assert long == [(f"yes {LAMP}", f"yes {LAMP}")]


def test_a_word_of_the_next_sentence_is_cut_off():
    """One word that both happen to go on with after the sentence is not part of it."""
    assert passages(f"Yes, {LAMP}. He ate.", f"Yes, {LAMP}. He yawned loudly.") == [(f"yes {LAMP}",) * 2]


def test_sentences_in_a_row_are_one_passage():
    """Two sentences that follow each other in both texts are one passage, though words between them were changed."""
    one, other = f"{LAMP} and then, {OAR}. The end", f"{LAMP} but, {OAR}. Amen"
    assert passages(one, other) == [(f"{LAMP} and then {OAR}", f"{LAMP} but {OAR}")]


def test_sentences_apart_are_two_passages():
    """Two sentences with much between them in one of the texts are two passages."""
    between = "nobody knew why the bakery had closed so early on that morning or whether it might open"
    assert passages(f"{LAMP}. {OAR}.", f"{LAMP}. {between}. {OAR}.") == [(LAMP, LAMP), (OAR, OAR)]


def test_a_part_of_a_sentence_with_a_word_changed_is_shared():
    """Where hardly a word was changed, six words that tell something are enough; where several were, they are not."""
    one = "they had the polished brass lamps of the house by the grey cat and the rope"
    close = "they had the polished brass lanterns of the house beside the grey cat and the rope"
    apart = "they had the polished brass lanterns in the house beside a grey cat and one rope"
    said = (
        "It was told by some on the quay that {} and so it went on until noon.",
        "{} or not, as all of them would swear.",
    )
    shown = [passages(said[0].format(one), said[1].format(other)) for other in (close, apart)]
    assert shown == [[(one, close)], []]


def test_a_phrase_an_article_keeps_saying_is_its_formula():
    """What one article says four times is no sign of copying."""
    assert passages(f"{LAMP}. " * 4, f"{LAMP}.") == []
    assert passages(f"{LAMP}.", f"{LAMP}.") == [(LAMP, LAMP)]


def test_many_articles_are_compared_with_the_first():
    """A passage in many articles costs one comparison for each, not one for each two."""
    assert len(passages(*[LAMP] * 8)) == 8 * 7 // 2
    assert len(passages(*[LAMP] * 30)) == 29


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_common_words_are_common(left: list[str], right: list[str]):
    """The common runs hold the same words, in order, and never overlap."""
    reached = 0, 0
    for at, there, size in common(left, right):
        assert left[at : at + size] == right[there : there + size] != []
        assert at >= reached[0]
        assert there >= reached[1]
        reached = at + size, there + size
    assert reached[0] <= len(left)
    assert reached[1] <= len(right)
