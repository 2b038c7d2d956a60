"""What articles share word for word: what is a copy, what a quotation, what neither; how it differs, whence it came."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import article, attribution, body
from rashomon.compare.reuse import find
from rashomon.compare.words import words as read
from rashomon.model import Alignment, Analysis, Article, Attribution, Block, Role, Span

FERRY = (
    "The ferry, which carried coal from 1911 until 1998, has lain idle ever since, apart from two summers as a "
    "floating cinema. A plan to scrap it for 4.1 million crowns fell apart in November."
)
WIRE = f"Dockers in Orrin went on strike at dawn. {FERRY} Nobody expects an early end."
SPEECH = "We sold the boats while the town slept, and now the town is awake"


def shared(*articles: Article, said: Sequence[Attribution] = ()) -> tuple[Alignment, ...]:
    """Give the alignments of articles that are all running text."""
    analyses = [
        Analysis(report.id, attributions=tuple(one for one in said if one.article == report.id)) for report in articles
    ]
    return passages(articles, [body(report) for report in articles], analyses)


def passages(
    articles: Sequence[Article], own: Sequence[tuple[Block, ...]], analyses: Sequence[Analysis]
) -> tuple[Alignment, ...]:
    """Give the alignments of articles with their blocks."""
    return find(read(articles, own, analyses), articles, own)


def words(report: Article, *spans: Span) -> list[str]:
    """Give the words of ``spans``, each on one line."""
    return [" ".join(report.text[one.start : one.end].split()) for one in spans]


def quoted(alignment: Alignment, *articles: Article) -> list[str]:
    """Give the words of an alignment's spans, in order."""
    texts = {report.id: report for report in articles}
    return [word for one in alignment.spans for word in words(texts[one.article], one)]


def changes(alignment: Alignment, *articles: Article) -> list[tuple[str, str, str]]:
    """Give an alignment's differences as (op, left words, right words)."""
    texts = {report.id: report.text for report in articles}
    return [
        (one.op, *(texts[side.article][side.start : side.end] for side in (one.left, one.right)))
        for one in alignment.differences
    ]


def test_a_copied_passage_is_found_across_lines():
    """A passage that was taken over stands in both articles whole, however its lines are broken."""
    one = article(WIRE, "wire.txt")
    other = article("A quiet day.\n\n" + FERRY.replace(" ", "\n") + " So says the guide.", "post.txt")
    [copy] = shared(one, other)
    assert copy.kind == "copy"
    assert copy.similarity == 1
    assert copy.differences == ()
    assert quoted(copy, one, other) == [FERRY[:-1]] * 2


def test_light_edits_are_shown_word_by_word():
    """Figures, words put in, left out and changed are differences; what stands between them is not."""
    edited = FERRY.replace("1998", "1989").replace("ever since, apart from", "since, apart from").replace("4.1", "1.4")
    edited = edited.replace("fell apart in November", "collapsed late in November")
    one, other = article(WIRE, "wire.txt"), article(f"It rains. {edited} It pours.", "post.txt")
    [copy] = shared(one, other)
    assert changes(copy, one, other) == [
        ("replace", "1998", "1989"),
        ("delete", "ever", ""),
        ("replace", "4.1", "1.4"),
        ("replace", "fell apart", "collapsed late"),
    ]
    assert 0.8 < copy.similarity < 1


def test_clauses_that_changed_places():
    """A sentence whose halves were turned round is a copy, and all its words are the same."""
    one = article(
        "When the tide came in, the keeper had already locked the lower gate and gone home to his supper.", "a"
    )
    other = article(
        "The keeper had already locked the lower gate and gone home to his supper when the tide came in.", "b"
    )
    [copy] = shared(one, other)
    assert copy.similarity == 1
    assert quoted(copy, one, other) == [one.text[:-1], other.text[:-1]]


def test_spelling_is_no_difference():
    """British and American spellings of one word are the same word."""
    one = article(
        "The mayor has not apologised to the labourers whose harbour theatre was flooded by the authorities.", "a"
    )
    other = article(
        "The mayor has not apologized to the laborers whose harbor theater was flooded by the authorities.", "b"
    )
    [copy] = shared(one, other)
    assert copy.differences == ()


def test_three_articles_are_one_alignment():
    """A passage in three articles is one alignment with three spans, the differences each against the first."""
    one, two = article(WIRE, "a"), article(f"Rain. {FERRY}", "b")
    three = article(f"Sun. {FERRY.replace('two summers', 'a summer')}", "c")
    [copy] = shared(one, two, three)
    assert [span.article for span in copy.spans] == [one.id, two.id, three.id]
    assert changes(copy, one, two, three) == [("replace", "two summers", "a summer")]


def test_one_sentence_of_a_paragraph_stands_apart():
    """The paragraph that two took is one alignment; the one sentence of it that a third took is another."""
    long = " ".join(
        f"The {colour} barge was towed past the {place} by {number} tired horses, and a clerk noted the hour in pencil."
        for colour, place, number in (
            ("green", "brewery", "nine"), ("yellow", "cattle market", "eleven"), ("purple", "old bathing huts", "four"),
        )
    )  # fmt: skip
    first = long[: long.index(".") + 1]
    one, two, three = article(long, "a"), article(f"Well. {long}", "b"), article(f"So. {first} So there.", "c")
    found = shared(one, two, three)
    assert sorted(len({span.article for span in copy.spans}) for copy in found) == [2, 3]


def test_words_between_marks_are_a_quotation():
    """What both articles give between marks is a quotation of one speaker, altered or not, and has no direction."""
    one = article(f"“{SPEECH},” the pilot told a crowd.", "a", published="2031-03-01")
    other = article(f'He went on: "{SPEECH.replace("now the town", "still the town")}."', "b", published="2031-03-02")
    [quotation] = shared(one, other)
    assert quotation.kind == "quotation"
    assert changes(quotation, one, other) == [("replace", "now", "still")]
    assert quotation.direction is None


def test_a_lost_not_is_a_difference():
    """A short quotation that lost its "not" is found, and the lost word is all that is shown."""
    one = article("“We are not prepared to approve this bridge as it stands,” she said.", "a")
    other = article("“We are prepared to approve this bridge as it stands,” said the clerk.", "b")
    [quotation] = shared(one, other)
    assert changes(quotation, one, other) == [("delete", "not", "")]


def test_marks_in_one_article_are_enough():
    """Words between marks in one article and told without marks in the other are the speaker's, not the outlet's."""
    one = article(f"“{SPEECH},” the pilot said.", "a")
    other = article(f"The pilot said that {SPEECH[0].lower()}{SPEECH[1:]}.", "b")
    [quotation] = shared(one, other)
    assert quotation.kind == "quotation"


def test_an_attribution_tells_what_marks_do_not():
    """A set-off passage without marks is a quotation where it is attributed, and a copy where it is not."""
    one, other = article(f"The pilot's letter read\n\n{SPEECH}\n", "a"), article(f"Orrin, Monday. {SPEECH}.", "b")
    block = attribution(one, "The pilot", "read", SPEECH, kind="block")
    assert [found.kind for found in shared(one, other)] == ["copy"]
    assert [found.kind for found in shared(one, other, said=[block])] == ["quotation"]


def test_a_paragraph_with_a_quotation_in_it_is_a_copy():
    """Own words copied together with a quotation are a copy as a whole."""
    passage = f"{FERRY} “{SPEECH},” the pilot said."
    one, other = article(f"Rain. {passage}", "a"), article(f"Sun. {passage}", "b")
    assert [found.kind for found in shared(one, other)] == ["copy"]


@pytest.mark.parametrize(
    "phrase",
    [
        "could not immediately be reached for comment, declined to be named",
        "spoke on condition of anonymity because they were not authorized to speak publicly",
        "Ines Carrow, the First Deputy Secretary General of the Orrin Harbour and Fisheries Council",
        "between 9:15 and 10:45 on Tuesday 4 March 2031 with 34 of the 51",
        "it was that he had not been with them and that they were",
    ],
)
def test_what_anybody_writes_is_no_copy(phrase: str):
    """Phrases of every newsroom, names with titles, figures, and words of grammar are shared by chance."""
    one = article(f"Some sailors wondered, {phrase}, whether the tide would turn.", "a")
    other = article(f"For the brewer it was late: {phrase}. He yawned.", "b")
    assert shared(one, other) == ()


def test_two_reports_of_one_fact_are_no_copy():
    """Two reporters who tell one fact in words of their own share names and a few words, which is no copy."""
    one = article(
        "The ferry Halcyon sank off Orrin on Monday after its gate was left open, the harbour master said.", "a"
    )
    other = article(
        "A gate left open led the ferry Halcyon to sink on Monday, according to the Orrin harbour master.", "b"
    )
    assert shared(one, other) == ()


def test_only_the_report_counts():
    """What stands in an appeal or a comment is nobody's report, and no passage runs across it."""
    text = f"{FERRY}\n\nGive us money, for we are poor and honest and free to read for all of you.\n\nThe end."
    one, other = article(text, "a"), article(text.replace("The end", "An end"), "b")
    cut = text.index("\n\nGive"), text.index("\n\nThe end")

    def blocks(report: Article, first: Role) -> tuple[Block, ...]:
        pieces = zip((0, *cut), (*cut, len(text)), (first, "appeal", "body"), strict=True)
        return tuple(Block(Span(report.id, start, end), role) for start, end, role in pieces)

    empty = [Analysis(one.id), Analysis(other.id)]
    [copy] = passages([one, other], [blocks(one, "body"), blocks(other, "body")], empty)
    assert quoted(copy, one, other) == [FERRY[:-1]] * 2
    assert passages([one, other], [blocks(one, "body"), blocks(other, "comment")], empty) == ()


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("2031-03-02", "2031-03-03", "published 2031-03-02, before 2031-03-03"),
        ("2031-03-02", "2031-04", "published 2031-03-02, before 2031-04"),
        ("2031-03", "2031-03-03", None),
        ("2031-03-02T09:00", "2031-03-02T18:00", None),
        (None, "2031-03-03", None),
    ],
)
def test_direction_from_the_dates(before: str | None, after: str, says: str | None):
    """The earlier day had it first; one day, an open month or no date tells nothing."""
    one, other = article(WIRE, "a", "Orrin Post", published=before), article(FERRY, "b", "Echo", published=after)
    [copy] = shared(one, other)
    assert (copy.direction.basis if copy.direction else None) == says
    if copy.direction:
        assert copy.direction.origin == one.id


def test_a_citation_tells_more_than_the_dates():
    """Who names the other's outlet beside the passage has it from there, even with the earlier date."""
    one = article(f"As the Echo reported: {FERRY}", "a", "Orrin Post", published="2031-03-02")
    other = article(FERRY, "b", "The Echo", published="2031-03-03")
    [copy] = shared(one, other)
    assert copy.direction
    assert (copy.direction.origin, copy.direction.basis) == (other.id, "Orrin Post names The Echo")


def test_two_that_name_each_other_tell_nothing():
    """Where each names the other, nobody can say who had it first."""
    one = article(f"As the Echo wrote: {FERRY}", "a", "Orrin Post", published="2031-03-02")
    other = article(f"As the Orrin Post wrote: {FERRY}", "b", "Echo", published="2031-03-03")
    [copy] = shared(one, other)
    assert copy.direction is None


def test_duplicates_and_single_articles():
    """Two copies of one article are one alignment; one article alone, or none, has nothing to share."""
    twins = article(WIRE, "a"), article(WIRE, "b")
    [copy] = shared(*twins)
    assert quoted(copy, *twins) == [WIRE[:-1]] * 2
    assert shared(twins[0]) == shared() == ()


def test_the_same_again_gives_the_same_ids():
    """Ids follow from what is aligned."""
    one, other = article(WIRE, "a"), article(FERRY, "b")
    assert shared(one, other) == shared(one, other)


def test_a_hundred_copies_stay_one():
    """Beyond the number of articles that are compared each with each, a passage is still one alignment."""
    many = [article(f"Story number {n} begins with rain. {FERRY}", f"{n:03}") for n in range(40)]
    [copy] = shared(*many)
    assert len(copy.spans) == 40


PIECES = st.sampled_from(
    [
        FERRY,
        SPEECH,
        f"“{SPEECH}”",
        "🛟 e\u0301t\u00e9",
        "שלום",
        "\r\n\r\n",
        "\u00a0",
        "don’t",
        "1,000",
        "U.S.",
        "harbour",
        "“",
        "‘x’",
    ]
)


@given(st.lists(PIECES, max_size=8), st.lists(PIECES, max_size=8))
def test_every_span_stands(left: list[str], right: list[str]):
    """Whatever the texts hold, spans lie inside their texts, begin and end with words, and tell two articles apart."""
    one, other = article(" ".join(left), "a"), article(" ".join(right), "b")
    texts = {one.id: one.text, other.id: other.text}
    for found in shared(one, other):
        assert {span.article for span in found.spans} == texts.keys()
        for span in found.spans:
            cut = texts[span.article][span.start : span.end]
            assert cut
            assert cut == cut.strip()
            assert cut[0].isalnum()
        for change in found.differences:
            sides = [texts[side.article][side.start : side.end] for side in (change.left, change.right)]
            assert sides[0] != sides[1]
            assert (change.op == "insert", change.op == "delete") == (sides[0] == "", sides[1] == "")
        assert 0 < found.similarity <= 1
