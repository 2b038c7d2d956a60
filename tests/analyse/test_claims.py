"""Claims: one for each thing somebody is said to hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from rashomon.analyse import attributions, claims, frames
from rashomon.analyse.language import Prose
from rashomon.model import Claim, Span, Timex

ParseText = Callable[..., Prose]


def claimed(prose: Prose, times: Sequence[Timex] = ()) -> list[tuple[str, str, str | None]]:
    """Give the words, stance and source of each claim."""
    text = prose.article.text
    said = attributions.find(prose)
    sources = {one.id: text[one.source.start : one.source.end] if one.source else None for one in said}
    return [
        (text[one.span.start : one.span.end], one.stance, sources[one.attribution] if one.attribution else None)
        for one in claims.find(prose, said, times)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lund said the gate was shut.", [("the gate was shut", "asserts", "Lund")]),
        ("“The gate was shut,” Lund said.", [("“The gate was shut,”", "asserts", "Lund")]),
        ("According to Lund, the ferry sank at nine.", [("the ferry sank at nine", "asserts", "Lund")]),
        ("The gate may have been open, Lund said.", [("The gate may have been open", "hedges", "Lund")]),
    ],
)
def test_what_is_said_is_a_claim(parse_text: ParseText, sentence: str, expected: list[tuple[str, str, str]]):
    """The content, with its speaker's stance."""
    assert claimed(parse_text(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "stance"),
    [
        ("The mayor denied that the gate was open.", "denied that the gate was open", "denies"),
        ("Carrow refused to say who had the key.", "refused to say who had the key", "declines"),
        ("The company confirmed the resignation.", "confirmed the resignation", "asserts"),
    ],
)
def test_a_claim_s_words_carry_its_stance(parse_text: ParseText, sentence: str, words: str, stance: str):
    """Where the content alone would say the opposite, or nothing, the cue belongs to the claim's words."""
    assert [one[:2] for one in claimed(parse_text(sentence))] == [(words, stance)]


@pytest.mark.parametrize(
    ("sentence", "stances"),
    [
        ("The captain said that nobody had called and that the gate stood open.", ["denies", "asserts"]),
        ("Lund said that the gate was shut and that he could not comment on the key.", ["asserts", "declines"]),
        ("Lund denied that the gate was open and that the ferry had sunk.", ["denies", "denies"]),
    ],
)
def test_each_clause_of_what_is_plainly_said_has_its_own_stance(
    parse_text: ParseText, sentence: str, stances: list[str]
):
    """Only a cue that has a stance of its own gives it to all of them."""
    assert [stance for _, stance, _ in claimed(parse_text(sentence))] == stances


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Lund said that the talks did not mean that a price had been agreed.", "hedges"),
        ("Lund said that nobody had been charged so far.", "hedges"),
        ("Lund said that nobody had been charged.", "denies"),
        ("Carrow said that she had never seen the letter.", "denies"),
        ("Carrow said that she did not know of the letter.", "unaware"),
    ],
)
def test_what_is_negated_for_now_or_not_concluded_is_left_open(parse_text: ParseText, sentence: str, stance: str):
    """It denies nothing; who has not seen a thing does deny it, and who does not know does not."""
    assert claimed(parse_text(sentence))[0][1] == stance


def test_what_a_source_reports_of_another_is_the_other_s_claim(parse_text: ParseText):
    """One thing is told, by the officials; the paper that reports them makes no claim of its own."""
    found = claimed(parse_text("The Orrin Echo reported that two officials said the gate stood open."))
    assert found == [("the gate stood open", "asserts", "two officials")]


def test_what_somebody_tells_of_another_s_wishes_is_a_claim_of_both(parse_text: ParseText):
    """The chair tells that the board wants something, and the board wants it."""
    found = claimed(parse_text("The chair said that the board wanted a lower wall."))
    assert [(words, source) for words, _, source in found] == [
        ("the board wanted a lower wall", "The chair"),
        ("wanted a lower wall", "the board"),
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Lund said that the gate was shut.", "the gate was shut"),
        ("The gate, Lund said, was shut.", "The gate, Lund said, was shut"),
        ("Lund said that is no ferry of theirs.", "that is no ferry of theirs"),
    ],
)
def test_a_claim_is_one_clause_without_what_joins_it(parse_text: ParseText, sentence: str, words: str):
    """No "that" before it; whole where only its own cue stands in it; a "that" which is a word of its own stays."""
    assert [one[0] for one in claimed(parse_text(sentence))] == [words]


def test_a_negative_claim_denies_what_its_words_negate(parse_text: ParseText):
    """Lund denies that the gate was open; that he says so stays an assertion of his."""
    prose = parse_text("Lund said the gate was not open.")
    (said,) = attributions.find(prose)
    (claim,) = claims.find(prose, (said,), ())
    assert (said.stance, claim.stance) == ("asserts", "denies")


def test_nobody_holds_nothing(parse_text: ParseText):
    """What nobody plans is told by whoever says so."""
    assert claimed(parse_text("Lund said nobody plans to lose money.")) == [
        ("nobody plans to lose money", "denies", "Lund")
    ]


def test_the_outlet_s_own_words_never_reach_across_somebody_else_s(parse_text: ParseText):
    """An aside of the outlet is a claim by itself; the words around the saying are none."""
    found = claimed(parse_text("The board, which met at noon, said in a notice that it had sold the ferry."))
    assert found == [
        ("which met at noon", "asserts", None),
        ("it had sold the ferry", "asserts", "The board"),
    ]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Lund suggested that the gate was open.", "hedges"),
        ("Lund cautioned that the gate was old.", "hedges"),
        ("Lund doubts that the wall will hold.", "denies"),
        ("Lund said that he would not discuss the wall.", "declines"),
        ("On Friday the board, which owns the ferry, disputed the bill and denied the debt.", "denies"),
        ("Lund said the ministry did not know who held the key.", "unaware"),
    ],
)
def test_a_claim_s_stance_is_to_what_its_words_are_about(parse_text: ParseText, sentence: str, stance: str):
    """Held back by the verb that brings it, doubted, refused or not known, whoever it is of whom that is told."""
    assert stance in {one[1] for one in claimed(parse_text(sentence))}


def test_two_clauses_of_one_content_are_two_claims(parse_text: ParseText):
    """Both are held through the same attribution."""
    prose = parse_text("“The gate was shut at nine. The wall was dry,” Lund said.")
    found = claims.find(prose, attributions.find(prose), ())
    assert len(found) == 2
    assert len({one.attribution for one in found}) == 1


def test_a_nested_claim_does_not_swallow_what_the_outer_speaker_adds(parse_text: ParseText):
    """Each of the two has a claim."""
    found = claimed(parse_text("Lund said the wall was dry. Barlow said that Carrow said the gate was shut."))
    assert [(words, source) for words, _, source in found] == [
        ("the wall was dry", "Lund"),
        ("the gate was shut", "Carrow"),
    ]


def test_speech_without_content_makes_no_claim_of_its_speaker(parse_text: ParseText):
    """To have spoken is nothing held."""
    assert all(source is None for _, _, source in claimed(parse_text("They spoke for an hour in the hall.")))


def test_holders_and_chains_stay_open(parse_text: ParseText):
    """They are settled when the entities of all articles are known."""
    prose = parse_text("Lund said the gate was shut.")
    (one,) = claims.find(prose, attributions.find(prose), ())
    assert (one.holder, one.chain) == ("", ())


def dated(parse_text: ParseText, *times: tuple[str, str | None, str]) -> Claim:
    """Give the claim of one sentence in which ``times`` were found: words, value, type."""
    text = "Lund said on Friday that the ferry sank on Monday at noon."
    prose = parse_text(text)
    found = [
        Timex(Span(prose.article.id, text.index(words), text.index(words) + len(words)), kind, value)  # type: ignore[arg-type]
        for words, value, kind in times
    ]
    (one,) = claims.find(prose, attributions.find(prose), found)
    return one


FRIDAY = ("Friday", "2031-03-07", "DATE")
MONDAY = ("Monday", "2031-03-03", "DATE")


def test_the_one_time_in_the_words_is_the_time_of_the_event(parse_text: ParseText):
    """The day of saying stands outside the words and does not count."""
    assert dated(parse_text, FRIDAY, MONDAY).event_time == "2031-03-03"


@pytest.mark.parametrize(
    "times",
    [
        [FRIDAY],
        [MONDAY, ("noon", "2031-03-04T12:00", "TIME")],
        [("Monday", None, "DATE")],
        [("Monday", "P1D", "DURATION")],
    ],
)
def test_without_one_certain_time_there_is_none(parse_text: ParseText, times: list[tuple[str, str | None, str]]):
    """No time, two that differ, one without a value, a duration: nothing is guessed."""
    assert dated(parse_text, *times).event_time is None


def test_claims_stand_in_order_and_no_two_are_the_same(parse_text: ParseText):
    """By place; ids are hashes of what was read, the same on every reading."""
    text = (
        "Lund said the gate was shut, but Carrow denied it.\n\n“It stood open,” Barlow told the Echo, “all night.” "
        "The Echo said he said so. The ferry sank in the harbour, and nobody, it is said, knows why it did."
    )
    prose = parse_text(text)
    found = claims.find(prose, attributions.find(prose), ())
    assert found == claims.find(prose, attributions.find(prose), ())
    assert [one.span for one in found] == sorted(one.span for one in found)
    assert len({one.id for one in found}) == len({(one.span, one.attribution) for one in found}) == len(found)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("“The gate was shut,” said Ines Carrow, 58, the harbour master.", "Ines Carrow, 58"),
        ("Ms Carrow, who was 58, said that the gate was shut.", "Ms Carrow, who was 58"),
    ],
)
def test_an_age_told_in_passing_is_the_outlet_s_claim(parse_text: ParseText, sentence: str, words: str):
    """Whoever introduces a speaker tells how old they are, though it stands among the words that name the source."""
    assert (words, "asserts", None) in claimed(parse_text(sentence))


def test_an_age_that_a_claim_tells_is_told_once(parse_text: ParseText):
    """Where a claim holds both name and age, none is added; a number after a name is an age only before a mark."""
    assert claimed(parse_text("Ines Carrow, 58, shut the gate.")) == [
        ("Ines Carrow, 58, shut the gate", "asserts", None)
    ]
    assert "Orrin, 58" not in [
        one[0] for one in claimed(parse_text("“It sank,” said the mayor of Orrin, 58 miles off."))
    ]


def test_a_role_that_rules_others_out_is_the_outlet_s_claim(parse_text: ParseText):
    """ "The deputy accountant, Ines Carrow" tells what she is not; what anybody may be besides is no claim."""
    report = parse_text("“The gate was shut,” said deputy accountant Ines Carrow.")
    told = claims.find(report, attributions.find(report), (), frames.find(report))
    text = report.article.text
    assert "deputy accountant Ines Carrow" in [
        text[one.span.start : one.span.end] for one in told if not one.attribution
    ]
    assert len(told) == 2
    plain = parse_text("“The gate was shut,” said spokeswoman Ines Carrow.")
    assert len(claims.find(plain, attributions.find(plain), (), frames.find(plain))) == 1


def test_what_is_told_of_a_noun_before_it_is_a_claim_with_its_cue(parse_text: ParseText):
    """ "An accusation that Orsenia rejected": two words say little without who rejects them."""
    found = claimed(parse_text("The ship had strayed, an accusation that Orsenia rejected."))
    assert ("an accusation that Orsenia rejected", "denies") in [one[:2] for one in found]


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("The council said the bridge would cost £700m.", ["£700m"]),
        ("The firm has set aside $1.2bn, and the town US$40k.", ["$1.2bn", "US$40k"]),
        ("Its share of the market rose to 12pc.", ["12pc"]),
        ("The town has thirty-\nfour vans and 40 per cent of them run.", ["thirty-\nfour", "40 per cent"]),
    ],
)
def test_a_number_is_told_with_its_sign_and_scale(parse_text: ParseText, sentence: str, sums: list[str]):
    """Seven hundred million is no seven hundred, and a line's end cuts no number in two."""
    prose = parse_text(sentence)
    text = prose.article.text
    found = [one for claim in claims.find(prose, attributions.find(prose), ()) for one in claim.quantities]
    assert [text[one.start : one.end] for one in found] == sums


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The president refused to retaliate for the seizure.", "asserts"),
        ("The captain has refused to sign the log.", "asserts"),
        ("The mayor refused to resign.", "denies"),
        ("The fans refuse to believe it.", "denies"),
        ("The mayor refused to comment.", "declines"),
    ],
)
def test_to_refuse_a_deed_denies_nothing(parse_text: ParseText, sentence: str, stance: str):
    """To refuse to give way does, and to refuse to speak declines."""
    assert [one[1] for one in claimed(parse_text(sentence))] == [stance]
