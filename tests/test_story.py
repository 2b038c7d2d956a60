"""The whole program on small invented reports: any order and any number of workers give the same Story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factory import Told, told
from rashomon import Article, Options, Story, export, read, reconcile, verify
from rashomon.errors import ModelMissing
from rashomon.model import Attribution, Claim

POST = """Gate was shut, says harbour master

By Tilda Marsh

ORRIN, March 3, 2031 - The harbour master, Ines Carrow, flatly denied on Monday that the
gate had been left open on the night the ferry sank. She would not say who held
the key to the gate.

The Kestrel Wire reported that three dockers said the gate "stood open all night".

Bram Oyelaran, a spokesman for the Orrin Harbour Board, said the board had heard of no
warning. "We were not told," he said.

Support our journalism! Donate today and help us ask what Mayor Otto Quill denied on 1 May 2029.
"""
WIRE = """Dockers saw open gate

ORRIN, March 3, 2031 (Kestrel Wire) - Three dockers said on Monday that the gate stood open all night.

Oyelaran told Kestrel Wire that the board was shocked. Carrow declined to comment.

The ministry did not deny that the gate was old.
"""
RADIO = """Pilot "could not see the gate"

The pilot of the ferry, Pia Tarn, said on Tuesday that she did not know who had opened the gate.

"I saw nothing," Tarn told Radio Orrin. "It was dark."
"""


def article(text: str, name: str, outlet: str, published: str | None = "2031-03-04") -> Article:
    """Read a text as a file of an outlet."""
    return read.article(text, name, Options(outlet=outlet, published=published))


def articles() -> list[Article]:
    """Give the three reports of the harbour story."""
    return [
        article(POST, "post.txt", "Orrin Post"),
        article(WIRE, "wire.txt", "Kestrel Wire"),
        article(RADIO, "radio.txt", "Radio Orrin", "2031-03-05"),
    ]


@pytest.fixture(scope="module")
def story() -> Story:
    """Give the harbour story, read once."""
    return reconcile(articles())


def said(story: Story, name: str) -> list[Told]:
    """Give the attributions of one report in words."""
    at = next(i for i, one in enumerate(story.articles) if one.name == name)
    return told(story.articles[at], story.analyses[at].attributions)


def attribution(story: Story, name: str, words: str) -> Attribution:
    """Give the attribution of a report whose content holds ``words``, the innermost of several."""
    at = next(i for i, one in enumerate(story.articles) if one.name == name)
    text = story.articles[at].text
    fits = [
        one
        for one in story.analyses[at].attributions
        if any(words in " ".join(text[part.start : part.end].split()) for part in one.contents)
    ]
    return min(fits, key=lambda one: sum(part.end - part.start for part in one.contents))


def claim(story: Story, name: str, words: str) -> Claim:
    """Give the shortest claim of a report that holds ``words``."""
    at = next(i for i, one in enumerate(story.articles) if one.name == name)
    text = story.articles[at].text
    fits = [one for one in story.analyses[at].claims if words in " ".join(text[one.span.start : one.span.end].split())]
    return min(fits, key=lambda one: one.span.end - one.span.start)


def names(story: Story, *holders: str) -> list[str]:
    """Give the holders of a chain by name."""
    known = {one.id: one.name for one in story.entities}
    return [known.get(one, one) for one in holders]


# The same whatever the order, the number of workers, the line ends ---------------------------------------------------


def test_the_order_of_the_reports_makes_no_difference(story: Story):
    """Every order gives an equal Story, articles by date and then by name."""
    assert reconcile(articles()[::-1]) == story
    assert [one.name for one in story.articles] == ["post.txt", "wire.txt", "radio.txt"]


def test_the_number_of_workers_makes_no_difference():
    """Nine reports, more than one process is given at once: one process or two, the same Story."""
    many = [article(f"Lund said gate {i} was shut at nine on Monday.", f"{i}.txt", f"Paper {i}") for i in range(9)]
    assert reconcile(many, Options(workers=2)) == reconcile(many, Options(workers=1))


def test_reports_are_values(story: Story):
    """What is put in is not changed by reading it."""
    given = articles()
    reconcile(given)
    assert given == articles()
    assert [one.text for one in story.articles] == [POST, WIRE, RADIO]


def test_progress_is_told_as_articles_are_read():
    """Stage, how many are done, how many there are."""
    heard: list[tuple[str, int, int]] = []
    reconcile(articles()[:2], progress=lambda *step: heard.append(step))
    assert heard == [("reading", 1, 2), ("reading", 2, 2), ("comparing", 2, 2)]


def test_a_missing_model_is_said_before_anything_is_read():
    """By name, as an error of ours."""
    with pytest.raises(ModelMissing, match="no_such_model"):
        reconcile(articles()[:1], Options(model="no_such_model"))


def test_no_reports_make_an_empty_story():
    """Nothing in, nothing out."""
    assert reconcile([]) == Story(())


def test_one_report_is_a_story(story: Story):
    """It reads alone as it reads among the others."""
    alone = reconcile(articles()[:1])
    assert len(alone.articles) == 1
    assert said(alone, "post.txt") == said(story, "post.txt")


def test_the_same_text_under_two_names_is_read_alike():
    """Two copies: two articles of different ids, with the same words found in both."""
    copies = [article(WIRE, "one.txt", "Kestrel Wire"), article(WIRE, "two.txt", "Orrin Echo")]
    both = reconcile(copies)
    assert said(both, "one.txt") == said(both, "two.txt") != []
    assert len({one.id for analysis in both.analyses for one in analysis.attributions}) == 2 * len(
        said(both, "one.txt")
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_no_word(story: Story, end: str):
    """CRLF and CR files say the same as LF files: speakers, stances, contents."""
    there = reconcile([article(POST.replace("\n", end), "post.txt", "Orrin Post")])

    def reading(found: list[Told]) -> list[tuple[str, str, list[str]]]:
        return [
            (" ".join((t.source or "").split()), t.stance, [" ".join(c.split()) for c in t.contents]) for t in found
        ]

    assert reading(said(there, "post.txt")) == reading(said(story, "post.txt"))


# Who says what, through whom, in what stance, when -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words", "stance", "speaker"),
    [
        ("post.txt", "that the gate had been left open", "denies", "Ines Carrow"),
        ("post.txt", "who held the key to the gate", "declines", "Ines Carrow"),
        ("wire.txt", "comment", "declines", "Ines Carrow"),
        ("wire.txt", "that the board was shocked", "asserts", "Bram Oyelaran"),
        ("wire.txt", "that the gate was old", "hedges", None),
        ("radio.txt", "who had opened the gate", "unaware", "Pia Tarn"),
        ("radio.txt", "I saw nothing", "asserts", "Pia Tarn"),
    ],
)
def test_stance_and_speaker(story: Story, name: str, words: str, stance: str, speaker: str | None):
    """Denied, refused, left open, not known, asserted; short names and pronouns under the fullest name of the story."""
    one = attribution(story, name, words)
    assert one.stance == stance
    if speaker is not None:
        assert one.speaker is not None
        assert names(story, one.speaker) == [speaker]


def test_a_chain_goes_through_the_paper_to_its_sources(story: Story):
    """Outlet, wire, dockers; and the three dockers keep their count."""
    one = claim(story, "post.txt", "stood open all night")
    chain = names(story, *one.chain)
    assert chain[:2] == ["Orrin Post", "Kestrel Wire"]
    assert [link.lower() for link in chain[2:]] == ["three dockers"]
    dockers = attribution(story, "post.txt", "stood open all night")
    assert (dockers.anonymous, dockers.count) == (True, 3)
    assert dockers.within is not None


def test_anonymous_groups_with_a_count_are_counted_everywhere(story: Story):
    """The wire's own dockers are three as well, said on a Monday."""
    dockers = attribution(story, "wire.txt", "the gate stood open all night")
    assert (dockers.anonymous, dockers.count, dockers.said) == (True, 3, "2031-03-03")


def test_a_spokesman_s_principal_is_known_in_the_other_report(story: Story):
    """The wire does not say whom Oyelaran speaks for; the Post does."""
    one = claim(story, "wire.txt", "the board was shocked")
    assert names(story, *one.chain) == ["Kestrel Wire", "Orrin Harbour Board", "Bram Oyelaran"]


def test_the_day_of_saying_is_kept(story: Story):
    """ "Denied on Monday" is the Monday before the report came out."""
    assert attribution(story, "post.txt", "left open").said == "2031-03-03"
    assert attribution(story, "post.txt", "who held the key").said is None


def test_a_headline_has_a_speaker_too(story: Story):
    """What stands in it is said by somebody."""
    headline = attribution(story, "post.txt", "Gate was shut")
    assert headline.source is not None
    assert POST[headline.source.start : headline.source.end] == "harbour master"


def test_the_reading_of_hard_wrapped_lines_keeps_their_offsets(story: Story):
    """A content that runs over a line end is cut from the file as it came."""
    one = attribution(story, "post.txt", "that the gate had been left open")
    (part,) = one.contents
    assert "\n" in POST[part.start : part.end]


def test_what_stands_in_an_appeal_enters_nothing(story: Story):
    """No name, time, statement or claim of it: it is not the report."""
    begins, post = POST.index("Support our"), story.analyses[0]
    spans = [
        *(one.span for one in (*post.mentions, *post.times, *post.claims)),
        *(part for one in post.attributions for part in one.contents),
        *(one.span for one in post.references),
    ]
    assert spans
    assert all(one.end <= begins for one in spans)
    assert not any("Quill" in variant for one in story.entities for variant in one.variants)
    assert not any(one.value and one.value.startswith("2029") for one in post.times)


def test_the_story_file_stands(story: Story):
    """Every span of the export is proved against its text."""
    assert verify(export(story)) > 50


def test_an_article_without_a_date_is_last_and_nothing_is_guessed():
    """No date of its own and none in the set: weekdays stay without a value."""
    undated = article("Lund said on Monday that the gate was shut.", "undated.txt", "Orrin Echo", None)
    made = reconcile([undated, article(RADIO, "radio.txt", "Radio Orrin")])
    assert made.articles[-1].name == "undated.txt"
    assert [one.value for one in made.analyses[-1].times] == [None]
    assert attribution(made, "undated.txt", "the gate was shut").said is None


def test_an_outlet_that_is_not_known_is_not_invented():
    """The file's name stands first in the chains."""
    nameless = replace(
        article("Lund said the gate was shut.", "gate.txt", "x"), outlet=read.article("a b c.", "gate.txt").outlet
    )
    made = reconcile([nameless])
    assert [one.chain[0] for one in made.analyses[0].claims] == [nameless.outlet.value]
