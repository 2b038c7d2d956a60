"""Where claims go back to: corroboration counts origins, not outlets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factory import span
from lighthouse import Report, Says, body, person, story
from rashomon.compare.origins import find
from rashomon.model import Alignment, Direction, Link, Origin, Story

KEEPER = person("Osla Brand")
TRUST = body("Harbour Trust")
VOICE = person("Tove Lind", TRUST)
POST = body("Skerry Post")
ECHO = body("The Echo")
CAST = (KEEPER, TRUST, VOICE, POST, ECHO)

OUT = "The lamp was out"


def report(outlet: str, *says: Says) -> Report:
    """Give a report of one outlet with a sentence for each claim."""
    return Report(" ".join(f"{one.words}." for one in says), outlet, "2031-03-03", says)


def anonymous(words: str, *chain: str, count: int | None = None) -> Says:
    """Give a claim of a source without a name."""
    return Says(words, chain, anonymous=True, count=count)


def told(one: Origin) -> tuple[str, tuple[str, ...], str | None]:
    """Give an origin's source by name, its outlets, and through whom."""
    names = {entity.id: entity.name for entity in CAST}
    return names.get(one.holder, one.holder), one.outlets, one.through and names.get(one.through, one.through)


GOLD = {
    "one speaker in three outlets": (
        [report(name, Says(OUT, (KEEPER.id,))) for name in ("Skerry Post", "Radio Skerry", "The Echo")],
        [("Osla Brand", ("Radio Skerry", "Skerry Post", "The Echo"), None)],
    ),
    "a paper's own sources, cited by another": (
        [
            report("Skerry Post", anonymous(OUT, "three pilots", count=3)),
            report("Radio Skerry", anonymous(OUT, POST.id, "three pilots", count=3)),
        ],
        [("three pilots", ("Radio Skerry", "Skerry Post"), "Skerry Post")],
    ),
    "a paper cited without its sources": (
        [
            report("Skerry Post", anonymous(OUT, "three pilots", count=3)),
            report("Radio Skerry", Says(OUT, (POST.id,))),
        ],
        [("three pilots", ("Radio Skerry", "Skerry Post"), "Skerry Post")],
    ),
    "two papers cite a third that is not among the reports": (
        [
            report("Radio Skerry", anonymous(OUT, TRUST.id, "two officials", count=2)),
            report("The Echo", anonymous(OUT, TRUST.id, "two officials", count=2)),
        ],
        [("two officials", ("Radio Skerry", "The Echo"), "Harbour Trust")],
    ),
    "two papers have sources of their own": (
        [
            report("Skerry Post", anonymous(OUT, "three pilots", count=3)),
            report("The Echo", anonymous(OUT, "three pilots", count=3)),
        ],
        [("three pilots", ("Skerry Post",), None), ("three pilots", ("The Echo",), None)],
    ),
    "a group that is not of one number is not one": (
        [
            report(
                "Skerry Post", anonymous(OUT, "two pilots", count=2), anonymous("It went out", "nine pilots", count=9)
            )
        ],
        [("two pilots", ("Skerry Post",), None), ("nine pilots", ("Skerry Post",), None)],
    ),
    "a body and the one who speaks for it": (
        [report("Skerry Post", Says(OUT, (TRUST.id,))), report("The Echo", Says(OUT, (TRUST.id, VOICE.id)))],
        [("Tove Lind", ("Skerry Post", "The Echo"), None)],
    ),
    "outlets' own words": (
        [report("Skerry Post", Says(OUT)), report("The Echo", Says(OUT))],
        [("Skerry Post", ("Skerry Post",), None), ("The Echo", ("The Echo",), None)],
    ),
    "a pronoun at the chain's end": (
        [report("Skerry Post", Says(OUT, (KEEPER.id, "we"))), report("The Echo", Says(OUT, (KEEPER.id,)))],
        [("Osla Brand", ("Skerry Post", "The Echo"), None)],
    ),
}
"""Small stories, and the origins that a reader finds in them: source, outlets, through whom."""


@pytest.mark.parametrize("name", GOLD)
def test_origins_are_those_a_reader_finds(name: str):
    """Who is one origin and who are two, in stories of one claim or two."""
    reports, wanted = GOLD[name]
    found = [told(one) for one in find(story(*reports, cast=CAST))]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_a_source_without_a_name_keeps_its_count():
    """Nobody guesses who they are; how many they are stays known."""
    one = find(story(*GOLD["a paper's own sources, cited by another"][0], cast=CAST))[0]
    assert (one.anonymous, one.count, one.families) == (True, 3, 2)


def copied(direction: Direction | None = None) -> Story:
    """Give two reports with one copied passage: the first has it from the keeper, the other as its own."""
    made = story(report("Skerry Post", Says(OUT, (KEEPER.id,))), report("The Echo", Says(OUT)), cast=CAST)
    spans = tuple(span(one, OUT) for one in made.articles)
    return replace(made, alignments=(Alignment("k1", "copy", spans, 1.0, direction=direction),))


def test_a_copy_starts_where_its_original_does():
    """An outlet that copied has what the other had, whoever that had it from."""
    assert [told(one) for one in find(copied())] == [("Osla Brand", ("Skerry Post", "The Echo"), None)]


def test_the_direction_of_a_copy_is_followed():
    """Where the second is known to be the first, the other's named source is not what it goes back to."""
    echo = copied().articles[1].id
    assert [told(one) for one in find(copied(Direction(echo, "came out before")))] == [
        ("The Echo", ("Skerry Post", "The Echo"), None)
    ]


def test_an_outlet_that_names_its_source_repeats_it():
    """A headline in the outlet's own voice over what a source says in the same report is the source's."""
    head = Says("Lamp out at Skerry")
    made = story(report("Skerry Post", head, Says(OUT, (KEEPER.id,))), cast=CAST)
    ids = made.propositions[0].claims
    link = Link(ids[0], ids[1], "confirmed", 0.9)
    tied = replace(made, propositions=(replace(made.propositions[0], links=(link,)),))
    assert [told(one)[0] for one in find(tied)] == ["Osla Brand"]
    assert sorted(told(one)[0] for one in find(made)) == ["Osla Brand", "Skerry Post"]


def test_every_claim_has_one_origin():
    """The origins of a proposition part its claims."""
    reports = [one for reports, _ in GOLD.values() for one in reports]
    made = story(*reports, cast=CAST)
    held = sorted(name for one in find(made) for name in one.claims)
    assert held == sorted(made.propositions[0].claims)


def test_origins_that_more_outlets_repeat_stand_first():
    """The reader sees first what went round."""
    reports = [*GOLD["one speaker in three outlets"][0], report("The Gull", Says(OUT))]
    assert [len(one.outlets) for one in find(story(*reports, cast=CAST))] == [3, 1]
