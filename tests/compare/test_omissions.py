"""What others report and an article, searched whole, does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lighthouse import Report, Says, story
from rashomon.compare import omissions
from rashomon.compare.bags import bags
from rashomon.model import Story

PILOTS = "Two pilots said the lamp was dark."
KEEPER = "The keeper denied that the lamp was dark."
TRUST = "The trust said the lamp was dark for an hour."
CREW = "A fisherman saw that the lamp was dark."
GULLS = "Gulls nest on the cliffs of Orrin. The gannets came early this spring."


def find(told):
    """Give what the stage finds in a story."""
    return omissions.find(told, bags(told))


def telling(outlet: str, published: str | None = "2031-03-03") -> Report:
    """Give a report in which several hold the matter of the lamp."""
    says = [
        Says("the lamp was dark", ("two pilots",)),
        Says("that the lamp was dark", ("the keeper",), stance="denies"),
        Says("the lamp was dark for an hour", ("the trust",)),
        Says("saw that the lamp was dark", ("a fisherman",)),
    ]
    return Report(f"{PILOTS}\n\n{KEEPER}\n\n{TRUST}\n\n{CREW}\n\n{GULLS}", outlet, published, says)


def silent(text: str = GULLS, published: str | None = "2031-03-05") -> Report:
    """Give a report of something else."""
    return Report(text, "The Gull", published, [Says("Gulls nest on the cliffs of Orrin", about=None)])


def other(outlet: str) -> Report:
    """Give a report with two claims of another holder."""
    says = [Says("no ship saw the lamp", ("a skipper",))]
    return Report(f"A skipper said no ship saw the lamp.\n\n{GULLS}", outlet, "2031-03-03", says)


def left_out(*reports: Report, families: list[list[int]] | None = None) -> list[tuple[str, str]]:
    """Give who leaves out what: names of articles, ids of propositions."""
    made = story(*reports, families=families or ())
    names = {one.id: one.name for one in made.articles}
    return [(names[one.article], one.proposition) for one in find(made)]


def omitting() -> Story:
    """Give a story in which the third report says nothing of the lamp."""
    return story(telling("Skerry Post"), telling("The Echo"), silent())


def test_what_two_others_report_is_left_out():
    """Two witnesses tell of the lamp, the third of gulls."""
    assert left_out(telling("Skerry Post"), telling("The Echo"), silent()) == [("2.txt", "lamp")]


def test_one_other_family_is_not_enough():
    """Two articles that are one witness do not make silence of a third."""
    reports = (telling("Skerry Post"), telling("The Echo"), silent())
    assert left_out(*reports, families=[[0, 1], [2]]) == []
    assert left_out(telling("Skerry Post"), silent()) == []


def test_what_fewer_than_most_others_report_is_no_omission():
    """Two of four others tell it: the silent ones are not alone."""
    rest = [silent()._replace(outlet=name) for name in ("The Gull", "The Tern", "The Auk")]
    assert left_out(telling("Skerry Post"), telling("The Echo"), *rest) == []
    assert len(left_out(telling("Skerry Post"), telling("The Echo"), *rest[:2])) == 2


def test_the_articles_own_family_does_not_count():
    """A sister article tells it and one other family does: that is one other witness."""
    reports = (telling("Skerry Post"), telling("The Echo"), silent())
    assert left_out(*reports, families=[[0], [1, 2]]) == []


def test_who_came_out_before_it_was_known_is_excused():
    """An article of the day before cannot tell; one without a date is not excused."""
    assert left_out(telling("Skerry Post"), telling("The Echo"), silent(published="2031-03-02")) == []
    assert left_out(telling("Skerry Post"), telling("The Echo"), silent(published=None)) == [("2.txt", "lamp")]


def test_what_stands_in_a_sentence_without_a_claim_is_not_left_out():
    """The whole article is searched: a sentence that nobody made a claim of tells it."""
    spoken = f"{GULLS}\n\nThe lamp was dark for an hour at night."
    assert left_out(telling("Skerry Post"), telling("The Echo"), silent(spoken)) == []


def test_what_few_hold_does_not_matter():
    """A matter of one holder is background, whose absence tells nothing."""
    assert left_out(other("Skerry Post"), other("The Echo"), silent()) == []


def test_an_omission_says_what_was_searched_and_what_comes_nearest():
    """The reader sees who reports it, how much was searched, and the nearest passage of the article."""
    told = omitting()
    one = find(told)[0]
    assert one.reported_by == tuple(article.id for article in told.articles[:2])
    assert one.searched.startswith("2 sentences, for the words of 8 claims")
    assert one.nearest is None or one.nearest.article == told.articles[2].id


@given(st.text(alphabet="lamp dark. \n", max_size=60))
def test_the_nearest_passage_stands_in_the_article(text: str):
    """Whatever the article says, what is shown of it is a span of its words."""
    report = Report(f"Gulls. {text}", "The Gull", "2031-03-05", [])
    told = story(telling("Skerry Post"), telling("The Echo"), report)
    for one in find(told):
        if one.nearest:
            assert one.nearest.article == told.articles[2].id
            assert 0 <= one.nearest.start < one.nearest.end <= len(told.articles[2].text)
