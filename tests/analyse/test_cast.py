"""Who is named in an article: one key for all names of one."""

from __future__ import annotations

from parsed import prose, quoted
from rashomon.analyse.cast import Cast, cast
from rashomon.analyse.entities import find
from rashomon.analyse.language import Prose
from rashomon.analyse.ties import placed, ties
from rashomon.analyse.words import article_words

LEFT = "left|VERB|ROOT|{0}|leave .|PUNCT|punct|{0}"


def person(given: str, surname: str) -> str:
    """Give a paragraph in which somebody left."""
    return f"{given}|PROPN|compound|1||B-PERSON {surname}|PROPN|nsubj|2||I-PERSON " + LEFT.format(2)


def read(report: Prose) -> Cast:
    """Give the cast of an article."""
    places = placed(article_words(report), find(report))
    return cast(places, ties(places))


def keys(report: Prose) -> list[tuple[str, str]]:
    """Give the names in order, each with its key."""
    names = read(report).names
    return [(quoted(report, m.span), names[m]) for m in sorted(names)]


def test_a_surname_is_the_full_name_last_used():
    """Two of one surname: the bare one is whoever was named in full last."""
    report = prose(
        person("Ines", "Carrow"), person("Bram", "Carrow"), "Carrow|PROPN|nsubj|1||B-PERSON " + LEFT.format(1)
    )
    assert keys(report) == [("Ines Carrow", "ines carrow"), ("Bram Carrow", "bram carrow"), ("Carrow", "bram carrow")]


def test_a_title_tells_which_of_two():
    """ "Ms Carrow" is Ines, though Bram was named last."""
    report = prose(person("Ines", "Carrow"), person("Bram", "Carrow"), person("Ms", "Carrow"))
    assert keys(report)[-1] == ("Ms Carrow", "ines carrow")


def test_a_role_tells_which_of_two_that_no_list_knows():
    """Of two unknown given names "her husband" is the man, so "Ms" is the other."""
    husband = (
        "her|PRON|poss|1 husband|NOUN|nsubj|5 ,|PUNCT|punct|1 Dovik|PROPN|compound|4||B-PERSON "
        "Marol|PROPN|appos|1||I-PERSON " + LEFT.format(5)
    )
    report = prose(person("Ylka", "Marol"), husband, person("Ms", "Marol"), person("Mr", "Marol"))
    assert [key for _, key in keys(report)] == ["ylka marol", "dovik marol", "ylka marol", "dovik marol"]


def test_a_surname_before_the_full_name_is_that_one():
    """A headline's "Carrow" is the Ines Carrow of the first line."""
    report = prose("Carrow|PROPN|nsubj|1||B-PERSON " + LEFT.format(1), person("Ines", "Carrow"))
    assert keys(report)[0] == ("Carrow", "ines carrow")


def test_the_first_words_of_one_body_are_that_body():
    """ "Orrin" of "Orrin Lines" is one body, named twice."""
    lines = "Orrin|PROPN|compound|1||B-ORG Lines|PROPN|nsubj|2||I-ORG "
    report = prose(lines + LEFT.format(2), "Orrin|PROPN|nsubj|1||B-ORG " + LEFT.format(1))
    assert [key for _, key in keys(report)] == ["orrin lines", "orrin lines"]
    assert read(report).counts["orrin lines"] == 2


def test_genders_come_from_titles_before_given_names():
    """A title is surer than what a given name mostly tells."""
    assert read(prose(person("Ines", "Carrow"))).genders == {"ines carrow": "f"}
    assert read(prose(person("Ylka", "Carrow"))).genders == {}
    assert read(prose(person("Ylka", "Carrow"), person("Mr", "Carrow"))).genders == {"ylka carrow": "m"}
