"""Who holds each claim, and the chain from the outlet to the first speaker: values made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factory import article, attribution, claim, entity, span
from rashomon.compare.holders import principals, settled
from rashomon.model import Analysis, Article, Attribution, Span

POST = article(
    "The Kestrel Wire reported that two officials said the gate stood open. "
    "The ministry's spokesman, Ada Lund, said on Monday it was shut. Lund said no more. The ferry sank."
)
WIRE = replace(
    attribution(POST, "The Kestrel Wire", "reported", "that two officials said the gate stood open"),
    speaker_ref=span(POST, "Kestrel Wire"),
)
OFFICIALS = replace(
    attribution(POST, "two officials", "said", "the gate stood open", within=WIRE), speaker_ref=span(POST, "officials")
)
LUND = replace(
    attribution(POST, "The ministry's spokesman, Ada Lund", "said", "it was shut", said="2031-03-03"),
    speaker_ref=span(POST, "Ada Lund"),
    principal=span(POST, "The ministry"),
)
AGAIN = replace(attribution(POST, "Lund", "said", "no more"), speaker_ref=span(POST, "Lund", 2))
KNOWN = {
    "Kestrel Wire": "wire",
    "officials": "officials",
    "Ada Lund": "lund",
    "Lund": "lund",
    "The ministry": "ministry",
}


def _nobody(_: Span) -> str | None:
    return None


def by_words(report: Article, known: dict[str, str]) -> Callable[[Span], str | None]:
    """Give a look-up of entities by the words of a span."""
    return lambda one: known.get(report.text[one.start : one.end])


def held(words: str, by: Attribution | None, *others: Attribution, known: dict[str, str] = KNOWN):
    """Give the settled claim over ``words``, held through ``by``."""
    open_claim = replace(claim(POST, words, by), holder="", chain=(), said=None)
    said = tuple(one for one in (by, *others) if one)
    analysis = Analysis(POST.id, attributions=said, claims=(open_claim,))
    find = by_words(POST, known)
    (made,) = settled(POST, analysis, find, find, principals([analysis], find, find)).claims
    return made


def test_the_outlet_holds_what_nobody_is_said_to_say():
    """The chain of the outlet's own voice is the outlet alone."""
    made = held("The ferry sank", None)
    assert (made.holder, made.chain, made.said) == ("Orrin Post", ("Orrin Post",), None)


def test_an_outlet_that_is_not_known_goes_by_the_name_of_its_file():
    """There is always a first link."""
    report = article("The ferry sank.", "sunk.txt", None)
    analysis = Analysis(report.id, claims=(replace(claim(report, "The ferry sank"), holder="", chain=()),))
    (made,) = settled(report, analysis, _nobody, _nobody, {}).claims
    assert made.chain == ("sunk.txt",)


def test_the_chain_goes_from_the_outlet_through_the_paper_to_its_officials():
    """Each attribution that the claim stands within is a link, outermost first."""
    made = held("the gate stood open", OFFICIALS, WIRE)
    assert made.chain == ("Orrin Post", "wire", "officials")
    assert made.holder == "officials"


def test_a_principal_stands_before_the_spokesperson():
    """Outlet, ministry, spokeswoman; the saying keeps its date."""
    made = held("it was shut", LUND)
    assert (made.chain, made.said) == (("Orrin Post", "ministry", "lund"), "2031-03-03")


def test_a_spokesperson_speaks_for_the_principal_wherever_they_speak():
    """Told once whom she speaks for, the chain knows it where only her surname stands."""
    assert held("no more", AGAIN, LUND).chain == ("Orrin Post", "ministry", "lund")
    assert held("no more", AGAIN).chain == ("Orrin Post", "lund")


def test_an_owner_that_nobody_knows_is_no_link():
    """ "Her office" stands alone where nothing tells whose it is; what the story knows goes before "the company's"."""
    report = article("Her office said it was shut.")
    said = attribution(report, "Her office", "said", "it was shut")
    said = replace(said, principal=span(report, "Her"), speaker_ref=span(report, "office"))
    analysis = Analysis(
        report.id, attributions=(said,), claims=(replace(claim(report, "it was shut", said), chain=()),)
    )
    (made,) = settled(report, analysis, _nobody, _nobody, {}).claims
    assert made.chain == ("Orrin Post", "Her office")
    find = by_words(report, {"Her": "ines", "office": "office"})
    (made,) = settled(report, analysis, find, find, {}).claims
    assert made.chain == ("Orrin Post", "ines", "office")


def test_whom_the_story_knows_goes_before_a_description():
    """ "The company's spokeswoman" serves whom the story says she does, not what "the company" may mean here."""
    report = article("the company's spokeswoman said it was shut.")
    said = attribution(report, "the company's spokeswoman", "said", "it was shut")
    said = replace(said, principal=span(report, "the company"), speaker_ref=span(report, "spokeswoman"))
    find = by_words(report, {"the company": "hydrel", "spokeswoman": "lund"})
    analysis = Analysis(
        report.id, attributions=(said,), claims=(replace(claim(report, "it was shut", said), chain=()),)
    )
    (made,) = settled(report, analysis, find, find, {"lund": "lines"}).claims
    assert made.chain == ("Orrin Post", "lines", "lund")


def test_a_pronoun_that_nothing_explains_is_whoever_tells_of_it():
    """ "Lund said she knew": where nobody knows who "she" is, it is Lund who holds it."""
    report = article("Lund said she knew it was shut.")
    outer = replace(attribution(report, "Lund", "said", "she knew it was shut"), speaker_ref=span(report, "Lund"))
    inner = replace(attribution(report, "she", "knew", "it was shut", within=outer), speaker_ref=None)
    find = by_words(report, {"Lund": "lund"})
    one = replace(claim(report, "it was shut", inner), chain=())
    (made,) = settled(report, Analysis(report.id, attributions=(outer, inner), claims=(one,)), find, find, {}).claims
    assert made.chain == ("Orrin Post", "lund")


def test_who_is_no_entity_is_held_by_their_own_words():
    """Where nothing stands for the source or the principal, the report's words do, on one line."""
    report = article("Two\ndockers said it\nwas open.")
    said = attribution(report, "Two\ndockers", "said", "it\nwas open")
    analysis = Analysis(
        report.id, attributions=(said,), claims=(replace(claim(report, "it\nwas open", said), chain=()),)
    )
    (made,) = settled(report, analysis, _nobody, _nobody, {}).claims
    assert made.chain == ("Orrin Post", "Two dockers")


def test_nobody_stands_twice_in_a_row():
    """One holder who "said she believed it" is one link."""
    inner = replace(attribution(POST, "Lund", "said", "no more", within=AGAIN), speaker_ref=span(POST, "Ada Lund"))
    assert held("no more", inner, AGAIN).chain == ("Orrin Post", "lund")


def test_a_link_without_a_source_is_left_out():
    """Where "it was reported", nobody stands between the outlet and the officials."""
    unnamed = replace(WIRE, source=None, speaker_ref=None)
    assert held("the gate stood open", OFFICIALS, unnamed).chain == ("Orrin Post", "officials")


def test_speakers_are_filled_in_and_nothing_else_of_the_analysis_changes():
    """The input is a value: it stays, and the result differs in speakers and holders only."""
    analysis = Analysis(POST.id, attributions=(WIRE, OFFICIALS))
    find = by_words(POST, KNOWN)
    made = settled(POST, analysis, find, find, {})
    assert [one.speaker for one in analysis.attributions] == [None, None]
    assert [one.speaker for one in made.attributions] == ["wire", "officials"]
    assert replace(made, attributions=analysis.attributions) == analysis


def test_a_phrase_that_holds_a_name_is_not_the_named():
    """An aide of Lund's is not Lund: a speaker is an entity only where a mention of it stands."""
    report = article("Lund's aide said it was shut.")
    said = replace(attribution(report, "Lund's aide", "said", "it was shut"), speaker_ref=span(report, "Lund's aide"))
    analysis = Analysis(
        report.id, attributions=(said,), claims=(replace(claim(report, "it was shut", said), chain=()),)
    )
    (made,) = settled(report, analysis, _nobody, lambda _: "lund", {}).claims
    assert made.chain == ("Orrin Post", "Lund's aide")


def test_principals_are_those_of_known_speakers_only():
    """Nobody speaks for themselves, nor for a body that no entity stands for; a phrase that holds its name will do."""
    analysis = Analysis(POST.id, attributions=(WIRE, LUND))
    speakers, bodies = {"Ada Lund": "lund"}, {"The ministry": "ministry"}
    assert principals([analysis], by_words(POST, speakers), by_words(POST, bodies)) == {"lund": "ministry"}
    assert principals([analysis], by_words(POST, speakers), _nobody) == {}
    assert principals([analysis], _nobody, by_words(POST, bodies)) == {}
    assert principals([analysis], lambda _: "one", lambda _: "one") == {}


def attributed(text: str, source: str, ref: str | None, known: dict[str, str]) -> tuple[str | None, tuple[str, ...]]:
    """Give the speaker, and the chain of the claim "no", of a source in a text."""
    report = article(text)
    said = attribution(report, source, "said", "no")
    said = replace(said, speaker_ref=span(report, ref) if ref else None)
    analysis = Analysis(report.id, attributions=(said,), claims=(replace(claim(report, "no", said), chain=()),))
    find = by_words(report, known)
    made = settled(report, analysis, find, find, {})
    return made.attributions[0].speaker, made.claims[0].chain


def test_what_the_story_says_of_the_source_goes_first():
    """ "The company" may refer to one body in its article and be settled as another by the story."""
    known = {"The company": "lines", "Hydrel": "hydrel"}
    assert attributed("Hydrel left. The company said no.", "The company", "Hydrel", known)[0] == "lines"


def test_a_pronoun_is_held_by_the_words_it_refers_to():
    """Where no entity stands for "he", the chain says "an officer"."""
    assert attributed("Then an officer came. He said no.", "He", "an officer", {}) == (
        None,
        ("Orrin Post", "an officer"),
    )


def test_we_outside_of_anybodys_words_is_the_outlet():
    """ "We said no on Monday" is the outlet's own voice."""
    assert attributed("On Monday we said no.", "we", None, {})[1] == ("Orrin Post",)


def test_us_inside_somebodys_words_is_no_link():
    """ "The board asked us to say no": the board says it."""
    report = article("The board asked us to say no.")
    asked = attribution(report, "The board", "asked", "us to say no")
    told = replace(attribution(report, "us", "say", "no", within=asked), speaker_ref=None)
    analysis = Analysis(report.id, attributions=(asked, told), claims=(replace(claim(report, "no", told), chain=()),))
    (made,) = settled(report, analysis, _nobody, _nobody, {}).claims
    assert made.chain == ("Orrin Post", "The board")


def test_one_of_a_group_is_not_the_group():
    """ "The other" goes back to two dockers: its words say of whom it is one."""
    found = attributed("Two dockers came. The other said no.", "The other", "Two dockers", {"Two dockers": "dockers"})
    assert found == (None, ("Orrin Post", "The other of two dockers"))


def test_two_together_are_neither_of_them():
    """A joint source is held by its words, not by whoever stands first."""
    known = {"Hydrel": "hydrel", "Orrin Lines": "lines"}
    both = attributed("Hydrel and Orrin Lines said no.", "Hydrel and Orrin Lines", "Hydrel", known)
    assert both == (None, ("Orrin Post", "Hydrel and Orrin Lines"))


def test_people_stand_for_whom_they_serve():
    """What the entities know of a principal holds for every article."""
    lund = replace(entity("Ada Lund"), stands_for="ministry")
    palace = replace(entity("the palace", kind="place"), stands_for="state")
    assert principals([], _nobody, _nobody, [lund, palace]) == {lund.id: "ministry"}


def test_whom_a_spokesman_serves_needs_no_name():
    """ "A police spokesman, Ada Lund, said": the police stand before her, here and where she is named alone."""
    report = article("A police spokesman, Ada Lund, said no. Lund said it was shut.")
    first = replace(
        attribution(report, "A police spokesman, Ada Lund", "said", "no"),
        speaker_ref=span(report, "Ada Lund"),
        principal=span(report, "police"),
    )
    again = replace(attribution(report, "Lund", "said", "it was shut"), speaker_ref=span(report, "Lund", 2))
    claims = tuple(replace(claim(report, words, by), chain=()) for words, by in (("no", first), ("it was shut", again)))
    analysis = Analysis(report.id, attributions=(first, again), claims=claims)
    find = by_words(report, {"Ada Lund": "lund", "Lund": "lund", "police": "lund"})
    told = settled(report, analysis, find, find, {})
    assert [one.chain[1:] for one in told.claims] == [("police", "lund"), ("police", "lund")]


def test_an_outlet_that_names_itself_speaks_in_its_own_voice():
    """ "The Post can reveal" and "an earlier version of this page said" are the outlet's; another paper is not."""
    for source in ("The Post", "An earlier version of this page"):
        assert attributed(f"{source} said no.", source, source, {})[1] == ("Orrin Post",)
    assert attributed("The Echo said no.", "The Echo", "The Echo", {})[1] == ("Orrin Post", "The Echo")


def test_a_holder_without_a_name_goes_by_what_says_who_it_is():
    """A relative pronoun, an aside and the wish not to be named are no part of who it is; several stay several."""
    text = "A worker, who left, said no."
    assert attributed(text, "A worker, who", None, {})[1][-1] == "A worker"
    text = "Two drivers who spoke on condition of anonymity said no."
    assert attributed(text, "Two drivers who spoke on condition of anonymity", None, {})[1][-1] == "Two drivers"
    text = "The union, one of the oldest in the land, said no."
    assert attributed(text, "The union, one of the oldest in the land", "The union", {})[1][-1] == "The union"
    text = "Doctors, nurses and porters said no."
    assert attributed(text, "Doctors, nurses and porters", "Doctors", {})[1][-1] == "Doctors, nurses and porters"
