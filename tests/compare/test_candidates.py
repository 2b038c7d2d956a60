"""Which claims are compared, and which are one claim told again."""

from dataclasses import replace

from factory import article, body
from ferry import by, story, told
from preparing import gists
from rashomon.compare.candidates import NEAREST, accompanied, copied, pairs
from rashomon.model import Alignment, Story


def texts(number_groups, found):
    """Give groups of numbers as groups of texts."""
    return [{found[number].text for number in group} for group in number_groups]


def test_claims_meet_those_that_share_words():
    """The tellings of who was hurt are each other's company, and each its own."""
    found = accompanied(gists(story()))
    hurt = [number for number, one in enumerate(found) if "passengers" in one.text]
    assert len(hurt) == 3
    assert {pair for pair in pairs(found) if set(pair) <= set(hurt)} == {
        (hurt[0], hurt[1]), (hurt[0], hurt[2]), (hurt[1], hurt[2]),
    }  # fmt: skip
    assert all(number in one.company for number, one in enumerate(found))


def test_pairs_are_ordered_and_once():
    """A pair stands there once, the smaller number first."""
    found = pairs(accompanied(gists(story())))
    assert list(found) == sorted(set(found))
    assert all(one < other for one, other in found)


def test_company_is_limited():
    """However many claims are alike, each chooses a fixed number."""
    ferry = story()
    first = ferry.analyses[0]
    many = [replace(first.claims[0], id=f"c{number:03}") for number in range(6 * NEAREST)]
    found = accompanied(gists(replace(ferry, analyses=(replace(first, claims=tuple(many)), *ferry.analyses[1:]))))
    assert max(len(one.company) for one in found) == 1 + NEAREST


def test_word_for_word_is_one_claim():
    """The same words in two articles are one claim told again; likely words are not."""
    found = gists(story())
    assert texts(copied(found, ()), found) == [{"The harbour master will step down on Friday"}]


def test_lightly_edited_copies_are_one_claim():
    """Claims alike in one shared passage are one; those of it that are unlike stay apart."""
    post = article("Divers found the north gate of the old lock open. The tide was in.", "post.txt")
    echo = article("Divers found the north gate of the lock wide open. The tide was in.", "echo.txt", "Echo")
    gates = [by(post, "Divers found the north gate of the old lock open", "Post"), by(post, "The tide was", "Post")]
    wide = by(echo, "Divers found the north gate of the lock wide open", "Echo")
    analyses = (told(post, *gates), told(echo, wide))
    found = gists(Story((post, echo), (body(post), body(echo)), (), analyses))
    passage = Alignment("k1", "copy", (body(post)[0].span, body(echo)[0].span), 0.9)
    assert copied(found, (passage,)) == ((0, 2),)
    assert copied(found, ()) == ()
