"""Roles that grammar ties to a name."""

from __future__ import annotations

from parsed import prose, quoted
from rashomon.analyse.entities import find
from rashomon.analyse.language import Prose
from rashomon.analyse.ties import placed, ties
from rashomon.analyse.words import article_words


def tied(report: Prose) -> dict[str, str]:
    """Give each tied role with its name, in their words."""
    found = ties(placed(article_words(report), find(report)))
    return {quoted(report, role.span): quoted(report, name.span) for role, name in found.items()}


def test_a_full_name_set_off_behind_a_role_is_its_holder():
    """ "A captain here, Piet Tarn, said", however the parser takes it."""
    said = "said|VERB|ROOT|6|say .|PUNCT|punct|6"
    row = "A|DET|det|1 captain|NOUN|nsubj|6 {}Piet|PROPN|compound|{}||B-PERSON Tarn|PROPN|nsubj|6||I-PERSON {}"
    set_off = row.format(",|PUNCT|punct|1 ", 4, ",|PUNCT|punct|6 " + said)
    assert tied(prose(set_off)) == {"A captain": "Piet Tarn"}


def test_what_a_body_is_called_is_its_name():
    """ "The firm called Tarn Lines" is the firm's name."""
    row = (
        "The|DET|det|1 firm|NOUN|nsubj|5 called|VERB|acl|1|call Tarn|PROPN|compound|4||B-ORG "
        "Lines|PROPN|oprd|2||I-ORG failed|VERB|ROOT|5|fail .|PUNCT|punct|5"
    )
    assert tied(prose(row)) == {"The firm": "Tarn Lines"}


def test_a_list_is_no_apposition():
    """ "The captain, Piet Tarn and others" leaves open who is who."""
    row = (
        "The|DET|det|1 captain|NOUN|nsubj|7 ,|PUNCT|punct|1 Piet|PROPN|compound|4||B-PERSON "
        "Tarn|PROPN|conj|1||I-PERSON and|CCONJ|cc|4 others|NOUN|conj|4|other left|VERB|ROOT|7|leave .|PUNCT|punct|7"
    )
    assert tied(prose(row)) == {}


def test_a_body_may_have_a_role_of_people():
    """ "The contractor, Reuters," is a body, "the captain, Reuters," nobody."""
    row = (
        "The|DET|det|1 {}|NOUN|nsubj|5 ,|PUNCT|punct|1 Reuters|PROPN|appos|1||B-ORG ,|PUNCT|punct|1 "
        "left|VERB|ROOT|5|leave .|PUNCT|punct|5"
    )
    assert tied(prose(row.format("contractor"))) == {"The contractor": "Reuters"}
    assert tied(prose(row.format("captain"))) == {}
