"""Where a story names things by words that could have been others."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factory import article, blocks, body, claim, entity, span
from rashomon.compare.namings import Naming, namings
from rashomon.model import Analysis, Article, Entity, Mention, Story


def story(*reports: Article, entities: tuple[Entity, ...] = (), mentions: tuple[Mention, ...] = ()) -> Story:
    """Give a story of reports that are all running text; ``mentions`` are those of the first."""
    told = (Analysis(report.id, mentions=mentions if report is reports[0] else ()) for report in reports)
    return Story(reports, tuple(body(report) for report in reports), entities, tuple(told))


def words(report: Article, found: tuple[Naming, ...], kind: str) -> list[tuple[str, str]]:
    """Give the namings of a kind as the words of the report and their keys."""
    return [(report.text[one.span.start : one.span.end], one.key) for one in found if one.kind == kind]


def test_a_name_has_what_modifies_it():
    """The words between its article and it are shown, as is a judging word without an article."""
    report = article("The second long strike began. There was talk of wildcat strikes.")
    assert words(report, namings(story(report)), "STRIKE") == [
        ("second long strike", "strike"),
        ("wildcat strikes", "wildcat strike"),
    ]


def test_a_judging_word_changes_the_tone():
    """A plain name with it is a harsher one, and no vague one any more."""
    report = article("They read the letter. They read the disgraceful letter.")
    plain, judged = (one for one in namings(story(report)) if one.kind == "WARNING")
    assert (plain.key, plain.tone, plain.vague) == ("letter", 0, True)
    assert (judged.key, judged.tone, judged.vague) == ("disgraceful letter", 1, False)


def test_a_judged_noun_is_a_kind_of_its_own():
    """A noun that a judging word stands before is looked for everywhere, in marks of irony too."""
    report = article("The ‘miracle’ kettle was sold. The kettle leaked. A lid fell.")
    found = namings(story(report))
    assert words(report, found, "=kettl") == [("‘miracle’ kettle"[1:], "miracle kettle"), ("kettle", "kettle")]


def test_names_and_descriptions_of_named_people_are_none():
    """A word inside a name, and a description of somebody who goes by a name, are told of the entity."""
    report = article("The Strike Fund paid. The tycoon left, and Ines Carrow with another tycoon.")
    fund, rich = span(report, "Strike Fund"), span(report, "The tycoon")
    carrow = span(report, "Ines Carrow")
    mentions = (Mention(fund, "organisation"), Mention(rich, "person", "role"), Mention(carrow, "person"))
    found = namings(story(report, entities=(entity("Ines Carrow", carrow, rich),), mentions=mentions))
    assert words(report, found, "STRIKE") == []
    assert [one.span.start for one in found if one.key == "tycoon" and one.kind == "RICH"] == [
        report.text.rindex("tycoon")
    ]


def test_what_stands_near_and_where_it_is_told():
    """Telling words beside a name are kept in plain form, words of grammar are not; so are its propositions."""
    report = article("The long strike at the docks of Orrin began.")
    told = replace(claim(report, "The long strike at the docks"), proposition="p1")
    one = Story((report,), (body(report),), (), (Analysis(report.id, claims=(told,)),))
    (found,) = (naming for naming in namings(one) if naming.kind == "STRIKE")
    assert found.near == {"long", "dock", "orrin", "begin"}
    assert found.told_in == {"p1"}


def test_furniture_names_nothing():
    """Words of an appeal are not looked at."""
    report = article("A strike began.\n\nRead all about the strike.")
    one = Story((report,), (blocks(report, "body", "appeal"),), (), (Analysis(report.id),))
    assert len(words(report, namings(one), "STRIKE")) == 1


@given(
    st.lists(st.sampled_from(["the strike", "so-called “reform”", "a walkout,", "\n", "mob ‘rule’", "É"]), max_size=9)
)
def test_spans_hold_the_last_word_of_their_name(parts):
    """Every span lies in the text and begins and ends with a letter."""
    report = article(" ".join(parts) or " ")
    for one in namings(story(report)):
        quote = report.text[one.span.start : one.span.end]
        assert quote[0].isalpha()
        assert quote[-1].isalpha()
