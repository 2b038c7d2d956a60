"""The same thing under different names: which namings mean one thing, and which of those are a choice of words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factory import article, blocks, claim, entity, span
from rashomon.compare.wording import find
from rashomon.model import Alignment, Analysis, Article, Difference, Frame, Mention, Story, Wording

REST = """

A court heard of a forgery. Surgeons fought the outbreak. The opera sold its surplus chairs to a circus. Two orchards
were flooded. A museum lent its treasure. Voters chose a parliament. Ships carried lemons, aid and weapons."""
POST = f"The stoppage at the Orrin docks began on Monday.{REST}"
ECHO = "A wildcat walkout at the Orrin docks began. Nobody saw the gate."
RADIO = "The strike at the Orrin docks went on, the port said. Rain fell."


def story(*reports: Article) -> Story:
    """Give a story of reports that are all running text."""
    return Story(reports, tuple(map(blocks, reports)), (), tuple(Analysis(r.id) for r in reports))


def names(found: tuple[Wording, ...]) -> list[tuple[str, list[str]]]:
    """Give each wording as its referent and its variants."""
    return [(one.referent, sorted(variant.text for variant in one.variants)) for one in found]


def three() -> tuple[Article, ...]:
    """Give three reports that call one thing by three names."""
    return article(POST, "post"), article(ECHO, "echo", "Echo"), article(RADIO, "radio", "Radio")


def test_names_that_differ_in_view_are_a_wording():
    """What three reports call a stoppage, a strike and a wildcat walkout, beside the same words, is one thing."""
    (found,) = find(story(*three()))
    assert found.referent == "strike"
    assert [variant.text for variant in found.variants if "walkout" in variant.text] == ["wildcat walkout"]
    assert {variant.text for variant in found.variants} == {"stoppage", "strike", "wildcat walkout"}


def test_spans_are_the_words_that_name_it():
    """Each variant stands where it says, with what modifies it."""
    reports = three()
    texts = {report.id: report.text for report in reports}
    (found,) = find(story(*reports))
    quotes = {v.text: [texts[s.article][s.start : s.end] for s in v.spans] for v in found.variants}
    assert quotes == {"stoppage": ["stoppage"], "strike": ["strike"], "wildcat walkout": ["wildcat walkout"]}


def test_one_report_is_no_wording():
    """Names that stand in one article only are not compared."""
    assert find(story(article(f"{POST} {ECHO}"))) == ()


def test_names_far_apart_are_two_things():
    """A stoppage and a walkout that nothing ties together stay apart."""
    one, other = (
        article(f"A stoppage hit the ferry.{REST}", "a"),
        article("A wildcat walkout emptied the school.", "b", "B"),
    )
    assert find(story(one, other)) == ()


def test_one_proposition_ties_names():
    """Two names that nothing near them ties are one thing where both are told in one proposition."""
    one, other = (
        article(f"A stoppage hit the ferry.{REST}", "a"),
        article("A wildcat walkout emptied the school.", "b", "B"),
    )
    told = story(one, other)
    claims = (
        replace(claim(one, "A stoppage hit"), proposition="p"),
        replace(claim(other, "A wildcat walkout"), proposition="p"),
    )
    analyses = tuple(replace(analysis, claims=(own,)) for analysis, own in zip(told.analyses, claims, strict=True))
    assert len(find(replace(told, analyses=analyses))) == 1


def test_plain_names_are_no_choice():
    """A strike and a walkout in plain words are two names without a view."""
    one = article(f"The strike at the Orrin docks began.{REST}", "a")
    other = article("The walkout at the Orrin docks began.", "b", "B")
    assert find(story(one, other)) == ()


def test_people_are_described_with_a_view():
    """Descriptions of one person differ in view where one judges; the referent is the entity."""
    post = article("Ines Carrow spoke. The embattled harbour master left.", "post")
    echo = article("Carrow spoke. The harbour master left.", "echo", "Echo")
    places = (span(post, "The embattled harbour master"), span(echo, "The harbour master"))
    carrow = entity("Ines Carrow", span(post, "Ines Carrow"), span(echo, "Carrow"), *places)
    roles = [tuple(Mention(place, "person", "role") for place in places if place.article == r.id) for r in (post, echo)]
    analyses = tuple(Analysis(r.id, mentions=own) for r, own in zip((post, echo), roles, strict=True))
    told = replace(story(post, echo), entities=(carrow,), analyses=analyses)
    assert names(find(told)) == [(carrow.id, ["embattled harbour master", "harbour master"])]


def test_people_are_what_they_are_said_to_be():
    """What an apposition says of somebody describes them as their duty does; whose spokesman it is does not count."""
    post = article("Ines Carrow, the port's spokeswoman, spoke.", "post")
    echo = article("Carrow, their mouthpiece, spoke.", "echo", "Echo")
    carrow = entity("Ines Carrow", span(post, "Ines Carrow"), span(echo, "Carrow"))
    frames = (
        Frame(
            span(post, "spokeswoman"),
            "be",
            patient=span(post, "Ines Carrow"),
            role=span(post, "the port's spokeswoman"),
        ),
        Frame(span(echo, "mouthpiece"), "be", patient=span(echo, "Carrow"), role=span(echo, "their mouthpiece")),
    )
    analyses = tuple(Analysis(r.id, frames=(one,)) for r, one in zip((post, echo), frames, strict=True))
    told = replace(story(post, echo), entities=(carrow,), analyses=analyses)
    assert names(find(told)) == [(carrow.id, ["mouthpiece", "spokeswoman"])]
    denied = replace(analyses[1], frames=(replace(frames[1], negated=True),))
    assert find(replace(told, analyses=(analyses[0], denied))) == ()


def test_what_stands_for_another_in_one_quotation():
    """Two plain names are a choice where one passage has the one in one report and the other in another."""
    one = article("He raised an object, they said.", "a")
    other = article("He raised a weapon, they said.", "b", "B")
    change = Difference("replace", span(one, "an object"), span(other, "a weapon"))
    quoted = Alignment(
        "k", "quotation", (span(one, "He raised an object"), span(other, "He raised a weapon")), 0.7, (change,)
    )
    assert find(story(one, other)) == ()
    (found,) = find(replace(story(one, other), alignments=(quoted,)))
    assert {variant.text for variant in found.variants} == {"object", "weapon"}


def test_two_names_among_many_reports_are_no_choice():
    """Where five reports tell of a thing and two of them name it in two ways, no choice is shown."""
    others = (
        article(f"The strike at the Orrin docks went on, paper {n} said.", str(n), f"Paper {n}") for n in range(4)
    )
    echo = article("A stoppage at the Orrin docks went on.", "echo", "Echo")
    assert find(story(article(POST, "post"), *others)) == ()
    assert len(find(story(article(POST.replace("The stoppage", "The strike"), "post"), echo))) == 1


@given(st.permutations(range(3)))
def test_order_makes_no_difference(order):
    """The reports in any order give the same wordings."""
    reports = three()
    assert set(find(story(*(reports[n] for n in order)))) == set(find(story(*reports)))
