"""Offices: who holds one, and for whom."""

from __future__ import annotations

import pytest

from rashomon.compare.offices import Office, Offices, office


def offices(*held: tuple[str, str, str, str]) -> Offices:
    """Give offices from rows of the role, the owner's words in it, the owner's label and the holder's."""
    found = Offices()
    for text, words, owner, holder in held:
        one = office(text, words, owner)
        assert one is not None
        found.add(one, holder)
    return found


def test_an_office_is_read_without_its_owner():
    """What is left of the words is what makes one office another."""
    assert office("the Orrin Lines spokesman", "Orrin Lines", "o") == Office("spokesman", frozenset(), "o")
    assert office("her deputy director", "her", "h") == Office("director", frozenset({"deputy"}), "h")
    assert office("the", "her", "h") is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("the head of Orrin Lines", "carrow"),
        ("Orrin Lines' managing director", "carrow"),
        ("Orrin Lines' former chief executive", None),
        ("Orrin Lines' cook", None),
        ("the head of Hydrel", None),
    ],
)
def test_like_words_for_one_office_find_its_holder(asked: str, found: str | None):
    """The chief executive is the head and the managing director, not the former one, and of her own company only."""
    known = offices(("chief executive of Orrin Lines", "Orrin Lines", "lines", "carrow"))
    owner = "Hydrel" if "Hydrel" in asked else "Orrin Lines"
    one = office(asked, owner, {"Hydrel": "hydrel"}.get(owner, "lines"))
    assert one is not None
    assert known.holder(one, []) == found


def test_of_two_lawyers_it_is_the_one_of_the_article():
    """Where two hold such an office, only the one named in the article can be meant; else nobody."""
    known = offices(("her lawyer", "her", "ines", "lund"), ("her lawyer", "her", "ines", "tarn"))
    one = office("her lawyer", "her", "ines")
    assert one is not None
    assert known.holder(one, []) is None
    assert known.holder(one, ["tarn", "other"]) == "tarn"


def test_the_spokesman_of_a_head_is_that_of_the_body():
    """ "His own spokeswoman" is the company's, where he runs it and has none himself."""
    known = offices(
        ("chief executive of Orrin Lines", "Orrin Lines", "lines", "carrow"),
        ("the Orrin Lines spokeswoman", "Orrin Lines", "lines", "lund"),
    )
    one = office("his own spokeswoman", "his", "carrow")
    assert one is not None
    assert known.holder(one, []) == "lund"


def test_spokespeople_serve_whoever_it_is_and_heads_their_body():
    """Of two whom one speaks for, it is the one said more plainly; a director of no body speaks for herself."""
    known = offices(
        ("the harbour's press secretary", "harbour", "harbour", "lund"),
        ("the mayor's spokesman", "mayor", "mayor", "lund"),
        ("director of Orrin Lines", "Orrin Lines", "lines", "carrow"),
        ("former director of Orrin Lines", "Orrin Lines", "lines", "brand"),
        ("the mayor's former spokesman", "mayor", "mayor", "tarn"),
    )
    assert known.served() == {"lund": "mayor"}
    assert known.served({"lines"}) == {"lund": "mayor", "carrow": "lines"}
