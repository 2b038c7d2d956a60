"""Which mention a source is, and when the saying was: values made by hand, no parser."""

from __future__ import annotations

from dataclasses import replace

from factory import article, attribution, span
from rashomon.analyse.language import Prose
from rashomon.analyse.speakers import dated, resolved
from rashomon.model import Attribution, Mention, Reference, Timex

CARROW = article(
    "The harbour master, Ines Carrow, came. She said on Monday that the gate had been shut on Sunday. "
    "Nobody asked. “No,” Lund said. Friday was quiet."
)
SHE = span(CARROW, "She")
INES = span(CARROW, "Ines Carrow")
SAID = replace(attribution(CARROW, "She", "said", "that the gate had been shut on Sunday"), speaker_ref=SHE)
LUND = replace(attribution(CARROW, "Lund", "said", "“No,”", kind="direct"), speaker_ref=span(CARROW, "Lund"))
LUND = replace(LUND, cue=span(CARROW, "said", 2))


def day(words: str, value: str | None, type_: str = "DATE") -> Timex:
    """Give a time expression that stands in the text."""
    return Timex(span(CARROW, words), type_, value, value, value, f"{words}, by hand")  # type: ignore[arg-type]


def when(one: Attribution, *times: Timex) -> str | None:
    """Give the date of saying."""
    (made,) = dated(Prose(CARROW, ()), [one], times)
    return made.said


def test_a_pronoun_speaks_for_the_name_it_refers_to():
    """The reference's antecedent becomes the speaker, with the reference's confidence."""
    mentions = [Mention(INES, "person"), Mention(SHE, "person", "pronoun")]
    (made,) = resolved([SAID], mentions, [Reference(SHE, INES, 0.8)])
    assert (made.speaker_ref, made.confidence) == (INES, 0.8)
    assert made.source == SHE


def test_a_pronoun_that_refers_to_nobody_stays_open():
    """No speaker is guessed."""
    (made,) = resolved([SAID], [Mention(INES, "person"), Mention(SHE, "person", "pronoun")], [])
    assert made.speaker_ref is None
    assert made.source == SHE


def test_a_name_inside_the_source_is_the_speaker():
    """Of "The harbour master, Ines Carrow" the mention with the name is taken, not the role noun."""
    said = attribution(CARROW, "The harbour master, Ines Carrow", "said", "that the gate had been shut on Sunday")
    said = replace(said, speaker_ref=INES)
    role = Mention(span(CARROW, "The harbour master"), "person", "role")
    (made,) = resolved([said], [role, Mention(INES, "person")], [])
    assert made.speaker_ref == INES


def test_a_source_that_no_words_name_is_left_as_it_is():
    """An unnamed source has no speaker to resolve."""
    unnamed = attribution(CARROW, None, "said", "that the gate had been shut on Sunday")
    assert resolved([unnamed], [Mention(INES, "person")], []) == (unnamed,)


def test_a_day_beside_the_cue_dates_the_saying():
    """Of "said on Monday that" it is Monday, with its basis."""
    (made,) = dated(Prose(CARROW, ()), [SAID], [day("Monday", "2031-03-03"), day("Sunday", "2031-03-02")])
    assert (made.said, made.said_basis) == ("2031-03-03", "Monday, by hand")


def test_a_day_inside_the_content_does_not():
    """The gate was shut on Sunday; nothing was said on Sunday."""
    assert when(SAID, day("Sunday", "2031-03-02")) is None


def test_a_day_of_another_sentence_does_not():
    """A full stop parts it from the saying."""
    assert when(LUND, day("Friday", "2031-02-28")) is None
    assert when(LUND, day("Monday", "2031-03-03")) is None


def test_a_day_without_a_value_does_not():
    """No guess; and a duration is no date."""
    assert when(SAID, day("Monday", None)) is None
    assert when(SAID, day("Monday", "P1D", "DURATION")) is None
