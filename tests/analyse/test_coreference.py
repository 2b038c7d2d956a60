"""Whom a pronoun or a role means, in one article."""

from __future__ import annotations

from parsed import prose, quoted
from rashomon.analyse.coreference import resolve
from rashomon.analyse.entities import find
from rashomon.analyse.language import Prose
from rashomon.model import Attribution, Kind, Span

NAMED = (
    "Ines|PROPN|compound|1||B-PERSON Carrow|PROPN|nsubj|6||I-PERSON ,|PUNCT|punct|1 the|DET|det|5 "
    "harbour|NOUN|compound|5 master|NOUN|appos|1 met|VERB|ROOT|6|meet Piet|PROPN|compound|8||B-PERSON "
    "Tarn|PROPN|dobj|6||I-PERSON .|PUNCT|punct|6"
)


def said(report: Prose, source: str, content: str, kind: Kind = "indirect", nth: int = 1) -> Attribution:
    """Give an attribution whose source is the ``nth`` place where its words stand."""
    text, article, start = report.article.text, report.article.id, -1
    for _ in range(nth):
        start = text.index(source, start + 1)
    speaker = Span(article, start, start + len(source))
    told = Span(article, text.index(content), text.index(content) + len(content))
    return Attribution(f"{source} {content}", article, kind, speaker, None, (told,), "asserts", speaker_ref=speaker)


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
    assert references(report, said(report, "Tarn", "I know", "direct"))["I"] == "Piet Tarn"
    assert "I" not in references(report, said(report, "Tarn", "I know"))


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
