"""The mentions of one article: names corrected by the whole article, roles, groups, pronouns."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsed import prose, quoted
from rashomon.analyse.entities import find
from rashomon.analyse.language import Prose

CARROW = (
    "The|DET|det|2 harbour|NOUN|compound|2 master|NOUN|nsubj|7 ,|PUNCT|punct|2 Ines|PROPN|compound|5||B-PERSON "
    "Carrow|PROPN|appos|2||I-PERSON ,|PUNCT|punct|2 denied|VERB|ROOT|7|deny it|PRON|dobj|7 .|PUNCT|punct|7"
)
ALONE = "Carrow|PROPN|nsubj|1||{label} resigned|VERB|ROOT|1|resign .|PUNCT|punct|1"


def names(report: Prose) -> list[tuple[str, str]]:
    """Give the names found, each with its kind."""
    return [(quoted(report, m.span), m.kind) for m in find(report) if m.form == "name"]


def others(report: Prose) -> list[tuple[str, str, str]]:
    """Give the mentions that are no names: words, kind, form."""
    return [(quoted(report, m.span), m.kind, m.form) for m in find(report) if m.form != "name"]


def test_a_surname_takes_the_kind_of_the_full_name():
    """The parser calls the bare surname a company; the full name in the article settles that she is a person."""
    report = prose(CARROW, ALONE.format(label="B-ORG"))
    assert names(report) == [("Ines Carrow", "person"), ("Carrow", "person")]


def test_a_name_found_once_is_found_everywhere():
    """The parser misses the bare surname in the second paragraph; the first one tells that it is a name."""
    assert names(prose(CARROW, ALONE.format(label="O")))[1] == ("Carrow", "person")


def test_an_invented_name_needs_no_label_after_a_title():
    """A rank before an unknown name makes it a person's, and belongs to the mention."""
    report = prose(
        "Lt.|PROPN|compound|2 Gen.|PROPN|compound|2 Vrosk|PROPN|nsubj|3 resigned|VERB|ROOT|3|resign .|PUNCT|punct|3"
    )
    assert names(report) == [("Lt. Gen. Vrosk", "person")]


def test_a_form_of_address_makes_a_person_of_what_the_parser_called_a_company():
    """No body is called "Ms"."""
    report = prose("Ms|PROPN|compound|1||B-ORG Ruhl|PROPN|nsubj|2||I-ORG left|VERB|ROOT|2|leave .|PUNCT|punct|2")
    assert names(report) == [("Ms Ruhl", "person")]


@pytest.mark.parametrize("word", ["Thursday", "Ambassador", "Embassy", "Christmas"])
def test_what_is_no_name_is_dropped(word: str):
    """Days, feasts, bare roles and bare bodies are no names, whatever the parser says."""
    assert names(prose(f"{word}|PROPN|nsubj|1||B-PERSON came|VERB|ROOT|1|come .|PUNCT|punct|1")) == []


def test_a_company_seen_through_what_is_said_of_it():
    """An apposition tells what the parser got wrong: "Tarnline, the airline,"."""
    report = prose(
        "Tarnline|PROPN|nsubj|5||B-PERSON ,|PUNCT|punct|0 the|DET|det|3 airline|NOUN|appos|0 ,|PUNCT|punct|0 "
        "failed|VERB|ROOT|5|fail .|PUNCT|punct|5"
    )
    assert names(report) == [("Tarnline", "organisation")]


def test_what_a_name_ends_in_or_is_called_tells_a_company():
    """ "Brel Freight" is no person's name, nor is that of "a firm called Brel Tarn"."""
    row = "Brel|PROPN|compound|1||B-PERSON {}|PROPN|nsubj|2||I-PERSON failed|VERB|ROOT|2|fail .|PUNCT|punct|2"
    assert names(prose(row.format("Freight"))) == [("Brel Freight", "organisation")]
    called = (
        "A|DET|det|1 firm|NOUN|nsubj|5 called|VERB|acl|1|call Brel|PROPN|compound|4||B-PERSON "
        "Tarn|PROPN|oprd|2||I-PERSON failed|VERB|ROOT|5|fail .|PUNCT|punct|5"
    )
    assert names(prose(called)) == [("Brel Tarn", "organisation")]


def test_an_article_before_a_name_speaks_against_a_person():
    """ "The Dreamer" is no person, and with nothing else to go by, no name we keep as one."""
    report = prose("The|DET|det|1 Dreamer|PROPN|nsubj|2||B-PERSON sank|VERB|ROOT|2|sink .|PUNCT|punct|2")
    assert all(kind != "person" for _, kind in names(report))


def test_currency_is_no_country():
    """ "US$" stands for money."""
    report = prose("It|PRON|nsubj|1 cost|VERB|ROOT|1 US|PROPN|nmod|3||B-GPE $|SYM|nmod|4 5|NUM|dobj|1 .|PUNCT|punct|1")
    assert names(report) == []


def test_in_title_case_only_names_known_from_the_text_count():
    """Capitals say nothing in a Title Case headline: a label there needs the article's word, or a known name."""
    head = (
        "Dredging|NOUN|compound|1||B-PERSON Payments|NOUN|nsubj|3||I-PERSON Under|ADP|prep|3 Review|VERB|ROOT|3 "
        "Says|VERB|dep|3 Carrow|PROPN|dobj|4"
    )
    assert names(prose(head, CARROW)) == [("Carrow", "person"), ("Ines Carrow", "person")]


def test_a_nickname_in_marks_is_part_of_the_name():
    """Two parts of a name round a nickname are one mention."""
    report = prose(
        'Bram|PROPN|compound|4||B-PERSON "|PUNCT|punct|4 Shorty|PROPN|compound|4 "|PUNCT|punct|4 '
        "Oyelaran|PROPN|nsubj|5||B-PERSON left|VERB|ROOT|5|leave .|PUNCT|punct|5"
    )
    assert [text.replace(" ", "") for text, _ in names(report)] == ['Bram"Shorty"Oyelaran']


def test_an_adjective_of_a_people_is_no_mention_and_the_people_is():
    """ "Russian officials" names no group of Russians; "the Russians" does."""
    adjective = "Russian|ADJ|amod|1||B-NORP ships|NOUN|nsubj|2|ship sank|VERB|ROOT|2|sink .|PUNCT|punct|2"
    people = "The|DET|det|1 Russians|PROPN|nsubj|2||B-NORP left|VERB|ROOT|2|leave .|PUNCT|punct|2"
    assert names(prose(adjective)) == []
    assert names(prose(people)) == [("Russians", "group")]


def test_a_role_holds_what_it_is_of():
    """A role noun's mention reaches over "for the ministry"; the noun after it starts nothing of its own."""
    report = prose(
        "A|DET|det|1 spokesman|NOUN|nsubj|5 for|ADP|prep|1 the|DET|det|4 ministry|NOUN|pobj|2 "
        "declined|VERB|ROOT|5|decline .|PUNCT|punct|5"
    )
    assert ("A spokesman for the ministry", "person", "role") in others(report)


def test_a_group_is_one_that_speaks():
    """Plurals of people are a group where they are a source, and nothing where they are not."""
    says = "Three|NUM|nummod|1 dockers|NOUN|nsubj|2|docker said|VERB|ROOT|2|say so|ADV|advmod|2 .|PUNCT|punct|2"
    sits = "Three|NUM|nummod|1 dockers|NOUN|nsubj|2|docker sat|VERB|ROOT|2|sit down|ADV|advmod|2 .|PUNCT|punct|2"
    letters = "Three|NUM|nummod|1 letters|NOUN|nsubj|2|letter said|VERB|ROOT|2|say so|ADV|advmod|2 .|PUNCT|punct|2"
    assert others(prose(says)) == [("Three dockers", "group", "role")]
    assert others(prose(sits)) == []
    assert others(prose(letters)) == []


def test_us_in_capitals_is_a_country_and_no_pronoun():
    """ "US" and "us" differ by their capitals alone."""
    report = prose("US|PROPN|compound|1||B-GPE ships|NOUN|nsubj|2|ship followed|VERB|ROOT|2|follow us|PRON|dobj|2")
    assert names(report) == [("US", "place")]
    assert others(report) == [("us", "person", "pronoun")]


def test_a_word_in_capitals_may_only_be_stressed():
    """Who has "phone" in small letters names nobody by "his PHONE"; ORRIN, which it has not, is a body."""
    row = "his|PRON|poss|1 {}|PROPN|nsubj|2||B-ORG rang|VERB|ROOT|2|ring"
    phone = "The|DET|det|1 phone|NOUN|nsubj|2 rang|VERB|ROOT|2|ring"
    assert ("PHONE", "organisation") not in names(prose(phone, row.format("PHONE")))
    assert ("ORRIN", "organisation") in names(prose(phone, row.format("ORRIN")))


words_ = st.sampled_from(
    ["Ines", "Carrow", "the", "said", "Mr", "US", "…", "😀", "naïve", "Zoë", "'s", ",", ".", "de", "\u202e"]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(words_, st.sampled_from(["PROPN", "NOUN", "VERB", "PUNCT", "DET"]), st.booleans()), min_size=1),
    st.sampled_from(["PERSON", "ORG", "GPE", "NORP"]),
)
def test_any_words_give_mentions_inside_the_text(row: list[tuple[str, str, bool]], label: str):
    """Whatever the parser says, mentions stand in order, hold words, and names never overlap."""
    root = 0
    cells = [
        f"{w}|{pos}|{'ROOT' if i == root else 'dep'}|{root}|{w}|{'B-' + label if named else 'O'}"
        for i, (w, pos, named) in enumerate(row)
    ]
    report = prose(" ".join(cells))
    found = find(report)
    assert list(found) == sorted(found)
    for mention in found:
        text = quoted(report, mention.span)
        assert text
        assert text == text.strip()
    named = [m.span for m in found if m.form == "name"]
    assert all(one.end <= other.start for one, other in pairwise(named))


def test_a_title_says_what_a_full_name_is():
    """ "Mr Tasse" makes a person of the "Corvin Tasse" that the parser takes for a company."""
    full = "Corvin|PROPN|compound|1||B-ORG Tasse|PROPN|nsubj|2||I-ORG left|VERB|ROOT|2|leave .|PUNCT|punct|2"
    titled = "Mr|PROPN|compound|1 Tasse|PROPN|nsubj|2||B-PERSON left|VERB|ROOT|2|leave .|PUNCT|punct|2"
    assert names(prose(full)) == [("Corvin Tasse", "organisation")]
    assert names(prose(full, titled))[0] == ("Corvin Tasse", "person")


def test_a_name_with_an_ampersand_is_a_body():
    """ "Tarn & Daughters" is no person, whatever is said of it."""
    row = (
        "Tarn|PROPN|nmod|2||B-PERSON &|CCONJ|cc|2||I-PERSON Daughters|PROPN|nsubj|3||I-PERSON "
        "left|VERB|ROOT|3|leave .|PUNCT|punct|3"
    )
    assert names(prose(row)) == [("Tarn & Daughters", "organisation")]


def test_a_ticker_names_nobody():
    """Of "(NYX: TRN)" nothing is a name."""
    row = "Shares|NOUN|nsubj|6|share (|PUNCT|punct|4 NYX|PROPN|nmod|4 :|PUNCT|punct|4 TRN|PROPN|appos|0||B-ORG"
    assert ("TRN", "organisation") not in names(prose(row + " )|PUNCT|punct|4 fell|VERB|ROOT|6|fall"))


def test_what_has_its_own_is_no_person():
    """ "Tarn closed its doors" makes a body of a name that two labels call a person."""
    row = "Tarn|PROPN|nsubj|1||B-PERSON closed|VERB|ROOT|1|close {}|PRON|poss|3 doors|NOUN|dobj|1|door .|PUNCT|punct|1"
    assert names(prose(row.format("its"))) == [("Tarn", "organisation")]
    assert names(prose(row.format("her"))) == [("Tarn", "person")]


def test_a_turn_of_a_transcript_begins_with_a_name():
    """A surname in capitals before a colon is known from the full name, whatever the parser takes it for."""
    turn = "CARROW|VERB|ROOT|0|carrow :|PUNCT|punct|0 Never|ADV|advmod|0 .|PUNCT|punct|0"
    assert names(prose(CARROW, turn))[-1] == ("CARROW", "person")


def test_officials_who_say_something_are_a_group():
    """A relative clause tells that they speak, where they are not the subject of the sentence."""
    row = (
        "Tarn|PROPN|nsubj|1||B-PERSON met|VERB|ROOT|1|meet officials|NOUN|dobj|1|official who|PRON|nsubj|4 "
        "{}|VERB|relcl|2|{} .|PUNCT|punct|1"
    )
    assert ("officials", "group", "role") in others(prose(row.format("denied", "deny")))
    assert ("officials", "group", "role") not in others(prose(row.format("slept", "sleep")))


def test_a_role_before_a_colon_labels_what_follows():
    """ "Minister: nobody told me" names a role, however the parser hangs it; "minister level" names none."""
    line = "Minister|PROPN|npadvmod|4 {}|PUNCT|punct|4 nobody|PRON|nsubj|4 had|AUX|aux|4 left|VERB|ROOT|4|leave"
    assert ("Minister", "person", "role") in others(prose(line.format(":")))
    assert not others(prose(line.format(",")))


def test_a_ticker_and_its_exchange_are_no_names():
    """Of "Tarn Lines (ORX: TRN)" the company alone is named."""
    report = prose(
        "Tarn|PROPN|compound|1||B-ORG Lines|PROPN|nsubj|6||I-ORG (|PUNCT|punct|3 ORX|PROPN|appos|1||B-ORG "
        ":|PUNCT|punct|3 TRN|PROPN|appos|3||B-ORG )|PUNCT|punct|3 rose|VERB|ROOT|7|rise .|PUNCT|punct|7"
    )
    assert names(report) == [("Tarn Lines", "organisation")]
