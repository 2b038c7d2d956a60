"""Whom a pronoun or a role means, in one article."""

from __future__ import annotations

from dataclasses import replace

from parsed import prose, quoted, told
from rashomon.analyse.coreference import resolve
from rashomon.analyse.entities import find
from rashomon.analyse.language import Prose
from rashomon.model import Attribution

NAMED = (
    "Ines|PROPN|compound|1||B-PERSON Carrow|PROPN|nsubj|6||I-PERSON ,|PUNCT|punct|1 the|DET|det|5 "
    "harbour|NOUN|compound|5 master|NOUN|appos|1 met|VERB|ROOT|6|meet Piet|PROPN|compound|8||B-PERSON "
    "Tarn|PROPN|dobj|6||I-PERSON .|PUNCT|punct|6"
)


def references(report: Prose, *attributions: Attribution) -> dict[str, str]:
    """Give what each resolved mention refers to, by their words."""
    found = resolve(report, find(report), attributions)
    return {quoted(report, one.span): quoted(report, one.antecedent) for one in found}


def test_a_pronoun_goes_to_the_one_of_its_gender():
    """ "She" is Ines and "he" is Piet, though both were named just before."""
    for pronoun, name in (("She", "Ines Carrow"), ("He", "Piet Tarn")):
        report = prose(NAMED, f"{pronoun}|PRON|nsubj|1 left|VERB|ROOT|1|leave .|PUNCT|punct|1")
        assert references(report)[pronoun] == name


def test_an_apposition_ties_a_role_to_a_name():
    """ "Ines Carrow, the harbour master," says who the harbour master is, with high confidence."""
    report = prose(NAMED)
    tied = [one for one in resolve(report, find(report)) if quoted(report, one.span) == "the harbour master"]
    assert [quoted(report, one.antecedent) for one in tied] == ["Ines Carrow"]
    assert tied[0].confidence > 0.9


def test_the_role_later_means_its_holder():
    """After the apposition "the harbour master" is Ines Carrow, and not the one named last."""
    later = "The|DET|det|2 harbour|NOUN|compound|2 master|NOUN|nsubj|3 left|VERB|ROOT|3|leave .|PUNCT|punct|3"
    assert references(prose(NAMED, later))["The harbour master"] == "Ines Carrow"


def test_another_role_stays_open():
    """Nobody here is a deputy harbour master: the role is left open, not guessed."""
    later = (
        "The|DET|det|3 deputy|ADJ|amod|3 harbour|NOUN|compound|3 master|NOUN|nsubj|4 left|VERB|ROOT|4|leave "
        ".|PUNCT|punct|4"
    )
    assert "The deputy harbour master" not in references(prose(NAMED, later))


def test_a_copula_ties_a_role_and_a_negated_one_does_not():
    """ "Piet Tarn is the pilot" ties the two; "is not" does not."""
    said = (
        "Piet|PROPN|compound|1||B-PERSON Tarn|PROPN|nsubj|2||I-PERSON is|AUX|ROOT|2|be "
        "{}the|DET|det|{} pilot|NOUN|attr|2"
    )
    assert references(prose(said.format("", 4))) == {"the pilot": "Piet Tarn"}
    assert references(prose(said.format("not|PART|neg|2 ", 5))) == {}


def test_an_object_is_not_the_subject_of_its_own_verb():
    """In "Piet Tarn thanked him" the two are different people."""
    report = prose(
        "Piet|PROPN|compound|1||B-PERSON Tarn|PROPN|nsubj|2||I-PERSON thanked|VERB|ROOT|2|thank him|PRON|dobj|2"
    )
    assert references(report) == {}


def test_who_goes_to_the_noun_it_stands_behind():
    """A relative pronoun means the name its clause belongs to."""
    report = prose(
        "Piet|PROPN|compound|1||B-PERSON Tarn|PROPN|nsubj|6||I-PERSON ,|PUNCT|punct|1 who|PRON|nsubj|4 "
        "fled|VERB|relcl|1|flee ,|PUNCT|punct|1 returned|VERB|ROOT|6|return .|PUNCT|punct|6"
    )
    assert references(report) == {"who": "Piet Tarn"}


def test_i_belongs_to_the_speaker_of_the_quotation():
    """ "I" in a quotation is whoever is quoted; without the quotation's speaker it stays open."""
    report = prose(NAMED, "I|PRON|nsubj|1 know|VERB|ROOT|1 .|PUNCT|punct|1")
    assert "I" not in references(report)
    assert references(report, told(report, "Tarn", "I know", "direct"))["I"] == "Piet Tarn"
    assert "I" not in references(report, told(report, "Tarn", "I know"))


def test_the_paper_is_the_one_whose_name_says_so():
    """ "The paper" goes to the name with a paper's word in it, not to the nearest body."""
    report = prose(
        "The|DET|det|2 Orrin|PROPN|compound|2||B-ORG Gazette|PROPN|nsubj|3||I-ORG left|VERB|ROOT|3|leave "
        "Hydrel|PROPN|dobj|3||B-ORG .|PUNCT|punct|3",
        "The|DET|det|1 paper|NOUN|nsubj|2 closed|VERB|ROOT|2|close .|PUNCT|punct|2",
    )
    assert references(report) == {"The paper": "Orrin Gazette"}


def test_two_equal_candidates_lower_the_confidence():
    """With one man in reach "he" is surer than with two."""
    one = prose(
        "Piet|PROPN|compound|1||B-PERSON Tarn|PROPN|nsubj|2||I-PERSON left|VERB|ROOT|2|leave .|PUNCT|punct|2",
        "He|PRON|nsubj|1 ran|VERB|ROOT|1|run .|PUNCT|punct|1",
    )
    two = prose(
        "Piet|PROPN|compound|1||B-PERSON Tarn|PROPN|nsubj|5||I-PERSON and|CCONJ|cc|1 Ivo|PROPN|compound|4||B-PERSON "
        "Lund|PROPN|conj|1||I-PERSON left|VERB|ROOT|5|leave .|PUNCT|punct|5",
        "He|PRON|nsubj|1 ran|VERB|ROOT|1|run .|PUNCT|punct|1",
    )
    sure = next(iter(resolve(one, find(one)))).confidence
    unsure = next((r.confidence for r in resolve(two, find(two))), 0.0)
    assert sure > unsure


def test_i_finds_a_speaker_who_is_named_behind_the_quotation():
    """ "I know," said Tarn: the name stands after the words."""
    report = prose("I|PRON|nsubj|1 know|VERB|ROOT|1 ,|PUNCT|punct|1 said|VERB|ROOT|3|say Tarn|PROPN|nsubj|3||B-PERSON")
    assert references(report, told(report, "Tarn", "I know", "direct")) == {"I": "Tarn"}


def test_i_in_a_quotation_of_nobody_is_whoever_was_on():
    """ "I think so." alone in its paragraph, after one about Ines Carrow."""
    report = prose(NAMED, "I|PRON|nsubj|1 think|VERB|ROOT|1 so|ADV|advmod|1 .|PUNCT|punct|1")
    assert references(report, told(report, "I", "I think so.", "direct", 2))["I"] == "Ines Carrow"
    assert "I" not in references(report, told(report, "I", "think so", nth=2))


def test_you_in_a_turn_is_whoever_had_the_turn_before():
    """In an interview the one who asks says "you" to the one who answered."""
    asks, answers = ("{}|PROPN|nsubj|3||B-PERSON :|PUNCT|punct|3 {}|PRON|nsubj|3 know|VERB|ROOT|3",) * 2
    report = prose(
        "Ines|PROPN|compound|1||B-PERSON Carrow|PROPN|nsubj|3||I-PERSON met|VERB|ROOT|2|meet "
        "Piet|PROPN|compound|4||B-PERSON Tarn|PROPN|dobj|2||I-PERSON",
        answers.format("Tarn", "I"),
        asks.format("Carrow", "you"),
        answers.format("Tarn", "they"),
    )
    assert references(report, told(report, "you", "know"))["you"] == "Tarn"


def test_it_speaks_for_the_body_that_was_on():
    """ "It" is resolved where it is a source, whatever its verb."""
    lines = "Orrin|PROPN|compound|1||B-ORG Lines|PROPN|nsubj|2||I-ORG left|VERB|ROOT|2|leave .|PUNCT|punct|2"
    report = prose(lines, "It|PRON|nsubj|1 grew|VERB|ROOT|1|grow .|PUNCT|punct|1")
    assert references(report) == {}
    assert references(report, told(report, "It", "grew")) == {"It": "Orrin Lines"}


def test_they_without_a_group_are_the_last_several_that_did_something():
    """ "The yellow sheets were found. They show a debt": nobody is named by "they", and the sheets are plain."""
    sheets = (
        "The|DET|det|2 yellow|ADJ|amod|2 sheets|NOUN|nsubj|3|sheet lay|VERB|ROOT|3|lie .|PUNCT|punct|3 "
        "{}|PRON|nsubj|6 show|VERB|ROOT|6|show debts|NOUN|dobj|6|debt .|PUNCT|punct|6"
    )
    report = prose(sheets.format("They"))
    assert references(report, told(report, "They", "debts")) == {"They": "The yellow sheets"}
    assert references(report) == {}
    one = prose(sheets.format("It"))
    assert references(one, told(one, "It", "debts")) == {}


def test_the_other_is_one_of_the_group_and_one_of_others_is_not():
    """ "The other said" goes back to the two dockers; "one of the pilots" is one of the pilots."""
    dockers = "Two|NUM|nummod|1 dockers|NOUN|nsubj|2|docker said|VERB|ROOT|2|say so|ADV|advmod|2 .|PUNCT|punct|2"
    other = prose(dockers, "The|DET|det|1 other|ADJ|nsubj|2 agreed|VERB|ROOT|2|agree .|PUNCT|punct|2")
    one = told(other, "other", "agreed")
    assert references(other, one) == {"other": "Two dockers"}
    pilots = "One|NUM|nsubj|4 of|ADP|prep|0 the|DET|det|3 pilots|NOUN|pobj|1|pilot agreed|VERB|ROOT|4|agree"
    report = prose(dockers, pilots)
    source = told(report, "One of the pilots", "agreed").source
    assert source is not None
    assert "One" not in references(report, replace(told(report, "One", "agreed"), source=source))


def test_an_epithet_is_the_one_spoken_of():
    """ "The star" says little but that somebody has been named: it is the one who did something last."""
    star = "The|DET|det|1 star|NOUN|nsubj|2 left|VERB|ROOT|2|leave .|PUNCT|punct|2"
    one = "Ines|PROPN|compound|1||B-PERSON Carrow|PROPN|nsubj|2||I-PERSON sang|VERB|ROOT|2|sing .|PUNCT|punct|2"
    assert references(prose(one, star)) == {"The star": "Ines Carrow"}


def test_the_company_is_the_one_the_article_is_about():
    """Named first and more often, Orrin Lines is "the company", though Hydrel was named last."""
    lines = "Orrin|PROPN|compound|1||B-ORG Lines|PROPN|nsubj|2||I-ORG left|VERB|ROOT|2|leave Hydrel|PROPN|dobj|2||B-ORG"
    company = "The|DET|det|1 company|NOUN|nsubj|2 closed|VERB|ROOT|2|close .|PUNCT|punct|2"
    home = lines.replace("Hydrel|PROPN|dobj|2||B-ORG", "home|NOUN|dobj|2")
    report = prose(home, home, lines, company)
    assert references(report)["The company"] == "Orrin Lines"


LEFT = "Tarn|PROPN|nsubj|1||B-PERSON left|VERB|ROOT|1|leave Orrin|PROPN|compound|3||B-ORG Lines|PROPN|dobj|1||I-ORG"
HYDREL = "Hydrel|PROPN|nsubj|1||B-ORG left|VERB|ROOT|1|leave .|PUNCT|punct|1"
CLOSED = "{}|DET|det|1 company|NOUN|nsubj|2 closed|VERB|ROOT|2|close .|PUNCT|punct|2"


def test_the_company_stays_the_one_so_called():
    """Once Orrin Lines was "the company", it is so again, though Hydrel was named in between."""
    found = references(prose(LEFT, CLOSED.format("The"), HYDREL, CLOSED.format("That")))
    assert (found["The company"], found["That company"]) == ("Orrin Lines", "Orrin Lines")
    assert references(prose(LEFT, HYDREL, CLOSED.format("That")))["That company"] == "Hydrel"


def test_a_body_that_somebody_leads_is_the_company():
    """ "The head of Orrin Lines" tells a company; "the contractor, Hydrel" is somebody else's."""
    led = (
        "The|DET|det|1 head|NOUN|nsubj|5 of|ADP|prep|1 Orrin|PROPN|compound|4||B-ORG Lines|PROPN|pobj|2||I-ORG "
        "met|VERB|ROOT|5|meet the|DET|det|7 contractor|NOUN|dobj|5 ,|PUNCT|punct|7 Hydrel|PROPN|appos|7||B-ORG"
    )
    assert references(prose(led, CLOSED.format("The")))["The company"] == "Orrin Lines"


def test_a_name_that_describes_a_thing_is_not_the_company():
    """ "The Hydrel terminus" is a terminus."""
    terminus = "The|DET|det|2 Hydrel|PROPN|compound|2||B-ORG terminus|NOUN|nsubj|3 closed|VERB|ROOT|3|close"
    assert references(prose(LEFT, terminus, CLOSED.format("That")))["That company"] == "Orrin Lines"


def test_himself_beside_a_name_is_that_one():
    """In "Tarn himself ran" nobody else is meant, whoever was on before."""
    himself = "Tarn|PROPN|nsubj|2||B-PERSON himself|PRON|npadvmod|0 ran|VERB|ROOT|2|run .|PUNCT|punct|2"
    assert references(prose(NAMED.replace("Ines", "Ivo"), himself))["himself"] == "Tarn"


def test_a_second_who_is_the_first():
    """ "A pilot who came and who asked": both are the pilot."""
    report = prose(
        "A|DET|det|1 pilot|NOUN|nsubj|7 who|PRON|nsubj|3 came|VERB|relcl|1|come and|CCONJ|cc|7 who|PRON|nsubj|6 "
        "asked|VERB|conj|7|ask left|VERB|ROOT|7|leave .|PUNCT|punct|7"
    )
    who = [one for one in resolve(report, find(report)) if quoted(report, one.span) == "who"]
    assert [quoted(report, one.antecedent) for one in who] == ["A pilot", "A pilot"]


def test_who_is_a_person_though_a_body_stands_before_it():
    """ "Piet Tarn of the Union, who fled" is Tarn."""
    report = prose(
        "Piet|PROPN|compound|1||B-PERSON Tarn|PROPN|nsubj|8||I-PERSON of|ADP|prep|1 the|DET|det|4 "
        "Union|PROPN|pobj|2||B-ORG ,|PUNCT|punct|4 who|PRON|nsubj|7 fled|VERB|relcl|4|flee left|VERB|ROOT|8|leave"
    )
    assert references(report)["who"] == "Piet Tarn"


def test_it_is_not_the_outlet_itself():
    """The outlet speaks of itself by name or as "we": "it" goes to the body beside it."""
    said = "It|PRON|nsubj|1 said|VERB|ROOT|1|say no|INTJ|dobj|1 .|PUNCT|punct|1"
    both = (
        "Hydrel|PROPN|nsubj|1||B-ORG told|VERB|ROOT|1|tell the|DET|det|4 Orrin|PROPN|compound|4||B-ORG "
        "Post|PROPN|dobj|1||I-ORG so|ADV|advmod|1 .|PUNCT|punct|1"
    )
    assert references(prose(both, said)).get("It") == "Hydrel"
    own = "Orrin|PROPN|compound|1||B-ORG Post|PROPN|nsubj|2||I-ORG came|VERB|ROOT|2|come .|PUNCT|punct|2"
    assert "It" not in references(prose(own, said))


MINUTES = (
    "The|DET|det|1 board|NOUN|nsubj|2 met|VERB|ROOT|2|meet .|PUNCT|punct|2 "
    "The|DET|det|5 {}|NOUN|nsubj|6|{} list|VERB|ROOT|6|list it|PRON|dobj|6 .|PUNCT|punct|6 "
    "They|PRON|nsubj|10 show|VERB|ROOT|10|show debts|NOUN|dobj|10|debt .|PUNCT|punct|10"
)


def test_they_after_documents_are_the_documents_and_not_a_body():
    """ "The accounts list it. They show debts": the accounts do, though a board was named; rooms would not."""
    papers = prose(MINUTES.format("accounts", "account"))
    assert references(papers, told(papers, "They", "debts"))["They"] == "The accounts"
    rooms = prose(MINUTES.format("rooms", "room"))
    assert references(rooms, told(rooms, "They", "debts"))["They"] == "The board"


def test_the_other_pilot_is_not_the_one_just_named():
    """ "The pilot" is Piet Tarn, who is called one; "the other pilot" is somebody else."""
    tarn = (
        "Piet|PROPN|compound|1||B-PERSON Tarn|PROPN|nsubj|2||I-PERSON is|AUX|ROOT|2|be the|DET|det|4 "
        "pilot|NOUN|attr|2 .|PUNCT|punct|2"
    )
    one = "The|DET|det|1 pilot|NOUN|nsubj|2 left|VERB|ROOT|2|leave .|PUNCT|punct|2"
    other = "The|DET|det|2 other|ADJ|amod|2 pilot|NOUN|nsubj|3 left|VERB|ROOT|3|leave .|PUNCT|punct|3"
    assert references(prose(tarn, one))["The pilot"] == "Piet Tarn"
    assert "The other pilot" not in references(prose(tarn, other))


def test_he_in_a_nameless_speakers_own_words_is_another():
    """ "Tarn left. The pilot nodded. 'He sang,' the pilot said": Tarn sang; without marks the pilot did."""
    tarn = "Tarn|PROPN|nsubj|1||B-PERSON left|VERB|ROOT|1|leave .|PUNCT|punct|1"
    pilot = "The|DET|det|1 pilot|NOUN|nsubj|2 nodded|VERB|ROOT|2|nod .|PUNCT|punct|2"
    words = (
        "He|PRON|nsubj|1 sang|VERB|ccomp|4|sing the|DET|det|3 pilot|NOUN|nsubj|4 said|VERB|ROOT|4|say .|PUNCT|punct|4"
    )
    report = prose(tarn, pilot, words)
    assert references(report, told(report, "the pilot", "He sang", "direct"))["He"] == "Tarn"
    assert references(report, told(report, "the pilot", "He sang"))["He"] == "The pilot"
