"""Which mention a source is, and when the saying was: values made by hand, no parser."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factory import article, attribution, span
from parsed import prose, quoted, told
from rashomon.analyse.language import Prose
from rashomon.analyse.speakers import authored, dated, resolved
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


LETTER = (
    "The|DET|det|1 ministry|NOUN|poss|3 's|PART|case|1 letter|NOUN|nsubj|4 says|VERB|ROOT|4|say it|PRON|dobj|4 "
    ".|PUNCT|punct|4"
)


def author(row: str, source: str, head: str) -> str:
    """Give the words of ``speaker_ref`` after authors are sought for a source with that head."""
    report = prose(row)
    said = told(report, head, "it")
    (made,) = authored(report, [replace(said, source=told(report, source, "it").source)])
    assert made.speaker_ref is not None
    return quoted(report, made.speaker_ref)


def test_a_document_speaks_for_its_owner():
    """Of "the ministry's letter" the ministry is who speaks."""
    assert author(LETTER, "The ministry's letter", "letter") == "ministry"


def test_what_is_no_document_speaks_for_itself():
    """The ministry's driver is not the ministry."""
    assert author(LETTER.replace("letter", "driver"), "The ministry's driver", "driver") == "driver"


def test_a_document_speaks_for_whom_it_is_by():
    """By "claims published by the Post" it is the Post; a paper seen by the Post is not the Post's."""
    row = (
        "A|DET|det|1 report|NOUN|nsubj|6 {}|VERB|acl|1|{} by|ADP|agent|2 the|DET|det|5 Post|PROPN|pobj|3 "
        "says|VERB|ROOT|6|say it|PRON|dobj|6"
    )
    source = "A report {} by the Post"
    assert author(row.format("published", "publish"), source.format("published"), "report") == "Post"
    assert author(row.format("seen", "see"), source.format("seen"), "report") == "report"


def test_a_document_speaks_for_whoever_wrote_it():
    """ "A letter she wrote" is hers."""
    row = (
        "A|DET|det|1 letter|NOUN|nsubj|4 she|PRON|nsubj|3 wrote|VERB|relcl|1|write says|VERB|ROOT|4|say it|PRON|dobj|4"
    )
    assert author(row, "A letter she wrote", "letter") == "she"


def test_a_document_speaks_for_whoever_puts_it_out():
    """ "Lund issued a statement that says": Lund does; one who read it does not."""
    row = (
        "Lund|PROPN|nsubj|1 {} a|DET|det|3 statement|NOUN|dobj|1 that|PRON|nsubj|5 says|VERB|relcl|3|say it|PRON|dobj|5"
    )
    assert author(row.format("issued|VERB|ROOT|1|issue"), "a statement", "statement") == "Lund"
    assert author(row.format("read|VERB|ROOT|1|read"), "a statement", "statement") == "statement"


def test_a_name_in_a_role_is_not_the_speaker():
    """Where no head is known, "Carrow's harbour master Lund" is Lund, not Carrow."""
    report = article("Carrow's pilot Ivo Lund said it was shut.")
    said = replace(attribution(report, "Carrow's pilot Ivo Lund", "said", "it was shut"))
    said = replace(said, speaker_ref=said.source)
    mentions = [
        Mention(span(report, "Carrow's pilot"), "person", "role"),
        Mention(span(report, "Carrow"), "person"),
        Mention(span(report, "Ivo Lund"), "person"),
    ]
    (made,) = resolved([said], mentions, [])
    assert made.speaker_ref == span(report, "Ivo Lund")


def test_who_goes_past_the_body_to_the_person():
    """Of "Tarn of the Union, who" it is Tarn: the pronoun's reference tells."""
    report = article("Tarn of the Union, who left, said no.")
    said = attribution(report, "the Union, who", "said", "no")
    said = replace(said, speaker_ref=span(report, "Union"))
    who = Mention(span(report, "who"), "person", "pronoun")
    mentions = [Mention(span(report, "Tarn"), "person"), Mention(span(report, "Union"), "organisation"), who]
    (made,) = resolved([said], mentions, [Reference(who.span, span(report, "Tarn"), 0.9)])
    assert made.speaker_ref == span(report, "Tarn")


def test_the_day_before_a_participle_is_that_of_its_clause():
    """ "Was shut on Monday, saying that": the gate was shut on Monday, and the saying is not dated."""
    report = article("The board shut the gate on Monday, saying that it was old.")
    said = attribution(report, "The board", "saying", "that it was old")
    monday = span(report, "Monday")
    (made,) = dated(Prose(report, ()), [said], [Timex(monday, "DATE", "2031-03-03", "2031-03-03", "2031-03-03", "")])
    assert made.said is None


def test_whoever_puts_out_a_document_is_its_speaker():
    """ "Lund issued a statement that says": the mention of Lund, who stands outside of the source, is the speaker."""
    made = article("Lund issued a statement that says it.")
    lund, source = span(made, "Lund"), span(made, "a statement")
    said = Attribution("a", made.id, "indirect", source, None, (span(made, "it"),), "asserts", speaker_ref=lund)
    found = resolved([said], [Mention(lund, "person")], [])
    assert found[0].speaker_ref == lund


@pytest.mark.parametrize(
    ("text", "source", "said", "value"),
    [
        ("Orrin Lines, which sank on Monday, denies it.", "Orrin Lines", "denies", None),
        ("Orrin Lines (sunk on Monday) denies it.", "Orrin Lines (sunk on Monday)", "denies", None),
        ("It sank on Monday, and the owner denies it.", "the owner", "denies", None),
        ("Orrin Lines denies it, and left the town on Monday.", "Orrin Lines", "denies", None),
        ("The owner on Monday denied it.", "The owner", "denied", "2031-03-03"),
        ("On Monday, the owner denied it.", "the owner", "denied", "2031-03-03"),
    ],
)
def test_the_day_of_another_clause_is_not_that_of_the_saying(text: str, source: str, said: str, value: str | None):
    """What is told of whoever speaks, before or behind the cue, has a day of its own."""
    report = article(text)
    monday = Timex(span(report, "Monday"), "DATE", "2031-03-03", "2031-03-03", "2031-03-03", "")
    (made,) = dated(Prose(report, ()), [attribution(report, source, said, "it")], [monday])
    assert made.said == value
