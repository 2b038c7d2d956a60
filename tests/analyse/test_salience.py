"""Which of several who could be meant weighs most."""

from __future__ import annotations

from parsed import prose, quoted, told
from rashomon.analyse.coreference import resolve
from rashomon.analyse.entities import find
from rashomon.analyse.language import Prose
from rashomon.model import Attribution

SHE = "She|PRON|nsubj|1 ran|VERB|ROOT|1|run .|PUNCT|punct|1"
TOLD = (
    "Ines|PROPN|compound|1||B-PERSON Carrow|PROPN|nsubj|2||I-PERSON said|VERB|ROOT|2|say "
    "Mary|PROPN|compound|4||B-PERSON Lund|PROPN|nsubj|5||I-PERSON left|VERB|ccomp|2|leave .|PUNCT|punct|2"
)


def meant(report: Prose, pronoun: str, *said: Attribution) -> str | None:
    """Give whom the first such pronoun means."""
    found = {quoted(report, one.span): one for one in reversed(resolve(report, find(report), said))}
    return quoted(report, found[pronoun].antecedent) if pronoun in found else None


def test_who_speaks_goes_on():
    """Carrow said that Lund left: "she" is Carrow, who is further off."""
    report = prose(TOLD, SHE)
    assert meant(report, "She", told(report, "Carrow", "Mary Lund left")) == "Ines Carrow"


def test_a_name_in_what_the_pronoun_tells_is_another():
    """ "Mary Lund left, she said": the speaker is the one named before."""
    report = prose(
        "Ines|PROPN|compound|1||B-PERSON Carrow|PROPN|nsubj|2||I-PERSON came|VERB|ROOT|2|come .|PUNCT|punct|2",
        "Mary|PROPN|compound|1||B-PERSON Lund|PROPN|nsubj|2||I-PERSON left|VERB|ccomp|5|leave ,|PUNCT|punct|5 "
        "she|PRON|nsubj|5 said|VERB|ROOT|5|say .|PUNCT|punct|5",
    )
    assert meant(report, "she", told(report, "she", "Mary Lund left")) == "Ines Carrow"


def test_inside_a_quotation_she_is_not_the_one_quoted():
    """ "She ran," said Carrow: of the two women named before, it is Lund, though Carrow was named last."""
    report = prose(
        "Mary|PROPN|compound|1||B-PERSON Lund|PROPN|nsubj|2||I-PERSON met|VERB|ROOT|2|meet "
        "Ines|PROPN|compound|4||B-PERSON Carrow|PROPN|dobj|2||I-PERSON .|PUNCT|punct|2",
        "Carrow|PROPN|nsubj|1||B-PERSON said|VERB|ROOT|1|say :|PUNCT|punct|1",
        SHE,
    )
    assert meant(report, "She", told(report, "Carrow", "She ran.", "direct", 2)) == "Mary Lund"


def test_a_phrase_that_means_nobody_is_no_antecedent():
    """ "No woman came. She ran": she is not "no woman"."""
    nobody = "No|DET|det|1 woman|NOUN|nsubj|2 came|VERB|ROOT|2|come .|PUNCT|punct|2"
    assert meant(prose(nobody, SHE), "She") is None


def test_two_names_side_by_side_are_two_people():
    """The parser takes "Mary Lund, Ines Carrow left" for one with an apposition; the one beside the verb left."""
    report = prose(
        "To|ADP|prep|6 Mary|PROPN|compound|2||B-PERSON Lund|PROPN|nsubj|6||I-PERSON ,|PUNCT|punct|2 "
        "Ines|PROPN|compound|5||B-PERSON Carrow|PROPN|appos|2||I-PERSON spoke|VERB|ROOT|6|speak .|PUNCT|punct|6",
        SHE,
    )
    assert meant(report, "She") == "Ines Carrow"


def test_a_cleft_puts_its_subject_in_front():
    """ "It was Tarn who left. He ran": what "was" has is the subject, and not the one met before."""
    report = prose(
        "Ivo|PROPN|compound|1||B-PERSON Lund|PROPN|nsubj|2||I-PERSON came|VERB|ROOT|2|come .|PUNCT|punct|2 "
        "It|PRON|nsubj|5 was|AUX|ROOT|5|be Piet|PROPN|compound|7||B-PERSON Tarn|PROPN|attr|5||I-PERSON "
        ".|PUNCT|punct|5",
        "He|PRON|nsubj|1 ran|VERB|ROOT|1|run .|PUNCT|punct|1",
    )
    assert meant(report, "He") == "Piet Tarn"


def test_what_a_cleft_puts_in_front_is_spoken_of_next():
    """ "Carrow said no. It was Lund, by all accounts, who left. She": the cleft turns to Lund, though Carrow spoke."""
    report = prose(
        "Ines|PROPN|compound|1||B-PERSON Carrow|PROPN|nsubj|2||I-PERSON said|VERB|ROOT|2|say no|INTJ|intj|2 "
        ".|PUNCT|punct|2",
        "It|PRON|nsubj|1 was|AUX|ROOT|1|be Mary|PROPN|compound|3||B-PERSON Lund|PROPN|acomp|1||I-PERSON "
        "who|PRON|nsubj|5 left|VERB|relcl|3|leave .|PUNCT|punct|1",
        SHE,
    )
    assert meant(report, "She", told(report, "Carrow", "no")) == "Mary Lund"


def test_whoever_claims_to_have_warned_the_company_is_not_the_company():
    """The subject of "claimed" is also that of "warned", whose object is another: Veltra, though named before."""
    report = prose(
        "Veltra|PROPN|compound|1||B-ORG Lines|PROPN|nsubj|2||I-ORG closed|VERB|ROOT|2|close .|PUNCT|punct|2",
        "Kessel|PROPN|compound|1||B-ORG Works|PROPN|nsubj|2||I-ORG claimed|VERB|ROOT|2|claim to|PART|aux|5 "
        "have|AUX|aux|5 warned|VERB|xcomp|2|warn the|DET|det|7 company|NOUN|dobj|5 .|PUNCT|punct|2",
    )
    assert meant(report, "the company") == "Veltra Lines"
