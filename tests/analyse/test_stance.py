"""Stance: asserted, denied, left open, refused or unknown, composed from cue, negation and modality."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factory import Told
from rashomon.analyse.language import Prose
from rashomon.analyse.stance import of_clause

Attributed = Callable[..., list[Told]]

OUTERMOST = [
    # a plain cue
    ("Lund said that the gate was shut.", "asserts"),
    ("Lund insisted that the gate was shut.", "asserts"),
    ("Lund confirmed that the gate was shut.", "asserts"),
    ("Lund accused the captain of sleeping.", "asserts"),
    ("Lund believes the gate was shut.", "asserts"),
    ("Lund vowed to mend the gate.", "asserts"),
    ("Lund admitted leaving the gate open.", "asserts"),
    ("Lund said the gate was not shut.", "asserts"),
    # denial, by the cue or by what is said
    ("Lund denied that the gate was open.", "denies"),
    ("Lund flatly denied the allegations.", "denies"),
    ("Lund rejected the claim that the gate was open.", "denies"),
    ("Lund disputes the report.", "denies"),
    ("Lund refuted the claim.", "denies"),
    ("Lund dismissed the report as nonsense.", "denies"),
    ("Lund called the claim false.", "denies"),
    ("Lund called the allegations “a bouquet of half-read papers”.", "denies"),
    ("Lund described the accusation as foreign in origin.", "denies"),
    ("Lund called the allegations deeply troubling.", "asserts"),
    ("Lund said the allegations were untrue.", "denies"),
    ("Lund does not believe that the gate was open.", "denies"),
    ("“That is false,” Lund said.", "denies"),
    ("“It is a lie,” Lund said.", "denies"),
    # left open
    ("The ministry did not deny that the gate was open.", "hedges"),
    ("Lund never denied that the gate was open.", "hedges"),
    ("Lund would not deny that the gate was open.", "hedges"),
    ("Lund could not rule out that the gate was open.", "hedges"),
    ("Lund suggested that the wind might have opened the gate.", "hedges"),
    ("Lund hinted that the gate was open.", "hedges"),
    ("Lund said it was possible that the gate was open.", "hedges"),
    ("Lund thinks it possible that the gate was open.", "hedges"),
    ("The gate may have been open, Lund said.", "hedges"),
    ("“The gate may have been open,” Lund said.", "hedges"),
    ("Lund said the gate could have been open.", "hedges"),
    ("It was Lund's understanding that the gate was open.", "hedges"),
    ("Lund said that if that was right the gate was open.", "hedges"),
    ("The pilot could not be certain that the gate was shut.", "hedges"),
    # refused
    ("Lund refused to say whether the gate was open.", "declines"),
    ("Lund declined to say how many were hurt.", "declines"),
    ("Lund would not say who had the key.", "declines"),
    ("The board declined to comment.", "declines"),
    ("The board declined to comment on the report.", "declines"),
    ("The board had no comment.", "declines"),
    ("The board referred all questions to its lawyers.", "declines"),
    ("Lund said that she would rather not anticipate the board.", "declines"),
    ("Lund said she was no longer prepared to discuss it.", "declines"),
    ("The board refused to confirm that the ferry was sold.", "declines"),
    ("The board would neither confirm nor deny that the ferry was sold.", "declines"),
    ("“No comment,” Lund said.", "declines"),
    # not known
    ("The pilot did not know who held the key.", "unaware"),
    ("The pilot was not aware that the gate was open.", "unaware"),
    ("The pilot was unaware that the gate was open.", "unaware"),
    ("The captain had no recollection of the signal.", "unaware"),
    ("The captain does not remember the signal.", "unaware"),
    ("“I don't recall,” Lund said.", "unaware"),
]


@pytest.mark.parametrize(("sentence", "stance"), OUTERMOST)
def test_the_stance_of_the_speaker(attributed: Attributed, sentence: str, stance: str):
    """What the outermost source holds about its content, whatever the words for it."""
    outermost = [one for one in attributed(sentence) if one.within is None]
    assert [one.stance for one in outermost] == [stance]


def test_refusing_after_confirming(attributed: Attributed):
    """Two stances of one source in one sentence, each about its own content."""
    found = attributed("The captain confirmed that he left at nine but refused to say why he came back.")
    assert [(one.contents, one.stance) for one in found] == [
        (("that he left at nine",), "asserts"),
        (("why he came back",), "declines"),
    ]


def test_nor_did_they_know(attributed: Attributed):
    """A negation in front of the verb turns it as one behind it does."""
    found = attributed("The dockers did not see the captain, nor did they know who had opened the gate.")
    (one,) = (told for told in found if told.contents == ("who had opened the gate",))
    assert (one.source, one.stance) == ("they", "unaware")


def test_whoever_reports_a_denial_asserts_it(attributed: Attributed):
    """The paper asserts that the mayor denies."""
    found = attributed("The Orrin Echo reported that the mayor denied that the gate was open.")
    assert [(one.source, one.stance) for one in found] == [("The Orrin Echo", "asserts"), ("the mayor", "denies")]


@pytest.mark.parametrize(
    ("sentence", "content", "stance"),
    [
        ("The pilot said he could not be certain that it was shut.", "that it was shut", "hedges"),
        ("The captain said he had no recollection of the signal.", "the signal", "unaware"),
        ("The captain said he did not know who held the key.", "who held the key", "unaware"),
        ("The captain said he was not told who held the key.", "who held the key", "unaware"),
        ("“I do not know who held the key,” Lund said.", "who held the key", "unaware"),
    ],
)
def test_what_a_speaker_says_of_his_own_knowing(attributed: Attributed, sentence: str, content: str, stance: str):
    """The thing not known has a stance of its own, within the saying."""
    found = attributed(sentence)
    (one,) = (told for told in found if told.contents == (content,))
    assert (one.stance, one.within) == (stance, 0)


def test_somebody_else_s_ignorance_is_not_the_speaker_s(attributed: Attributed):
    """Lund asserts that the pilot does not know."""
    found = attributed("Lund said the pilot did not know who held the key.")
    assert [(one.source, one.stance) for one in found] == [("Lund", "asserts"), ("the pilot", "unaware")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board no longer claims that the gate was open.",
        "Lund said that no decision had been taken.",
        "Lund said that a leak was one possibility.",
        "Lund said that a leak was “one of several possibilities”.",
        "Lund said that she “would guess” that the gate was shut.",
        "Lund said he was under the impression that the gate was shut.",
    ],
)
def test_what_is_left_open_is_hedged(attributed: Attributed, sentence: str):
    """Claimed no longer, undecided, possible, believed only."""
    assert attributed(sentence)[0].stance == "hedges"


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The captain said that nobody had touched the gate.", "denies"),
        ("“None of the letters reached me,” Lund said.", "denies"),
        ("The captain said that the gate was not shut.", "asserts"),
        ("The captain said that nobody sells keys in Orrin.", "asserts"),
    ],
)
def test_a_negation_of_the_past_that_leaves_nothing_over_denies(attributed: Attributed, sentence: str, stance: str):
    """It answers a charge; a plain "not", or how things are in general, need not."""
    assert [one.stance for one in attributed(sentence)] == [stance]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Lund said that the story was ludicrous.", "denies"),
        ("Lund said that it was inconceivable that the gate had not been shut.", "asserts"),
        ("Lund thought it inconceivable that the captain had not known.", "asserts"),
    ],
)
def test_what_is_called_false_is_denied_unless_it_is_itself_negated(attributed: Attributed, sentence: str, stance: str):
    """Two negations make an assertion."""
    assert attributed(sentence)[0].stance == stance


def test_words_of_refusal_far_into_a_clause_are_of_something_else(attributed: Attributed):
    """What is said first counts; the refusal is a department's, not the speaker's answer."""
    (one, *_) = attributed(
        "Lund said that there may have been an arrangement of a technical kind with a firm that rents out barges, "
        "entered into by a department that he would not name."
    )
    assert one.stance == "hedges"


def test_no_doubt_is_no_hedge(attributed: Attributed):
    """Two negatives make an assertion."""
    (one,) = attributed("Lund does not doubt that the gate was open.")
    assert one.stance == "asserts"


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("the gate was shut at nine", "asserts"),
        ("the gate was not shut at nine", "asserts"),
        ("it is possible that the gate was open", "hedges"),
    ],
)
def test_the_stance_of_a_clause_by_itself(parse_text: Callable[..., Prose], clause: str, stance: str):
    """The outlet's own voice has a stance too: plainly told, or left open."""
    text = f"Ines Carrow told the council in the old hall that {clause}."
    doc = parse_text(text).paragraphs[0].doc
    start = text.index(clause)
    assert of_clause(doc, (start, start + len(clause))) == stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Lund was not prepared to say the sale was proper.", "hedges"),
        ("Lund stopped short of saying the mayor had lied.", "hedges"),
        ("Lund hesitated to say the gate was open.", "hedges"),
        ("Lund was not prepared to say whether the mayor had lied.", "declines"),
        ("“I would have to read the contract before I judged it,” Lund said.", "hedges"),
        ("“You can imagine why such dinners may take place,” Lund said.", "hedges"),
        ("Lund said that they did not see anything necessarily wrong with the sale.", "hedges"),
        ("Lund was ready to say the sale was proper.", "asserts"),
    ],
)
def test_who_will_not_go_so_far_leaves_it_open(attributed: Attributed, sentence: str, stance: str):
    """Not to be ready to say that it is so is no denial; not to say whether it is so is a refusal."""
    assert attributed(sentence)[0].stance == stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("“That was it, nothing else,” Lund said.", "denies"),
        ("“That's all there was to it,” Lund said.", "denies"),
        ("Lund said it was a dinner and nothing more.", "denies"),
        ("Lund said that was a good dinner.", "asserts"),
    ],
)
def test_what_closes_the_list_denies_the_rest(attributed: Attributed, sentence: str, stance: str):
    """Who says that that was all answers somebody who says that there was more."""
    assert attributed(sentence)[0].stance == stance
