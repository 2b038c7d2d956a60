"""Quotes become offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.evals.annotations import MisquoteError, build, locate, read_text, text_name, texts

WORDS = st.text(alphabet="abé😀", min_size=1, max_size=4)
GAPS = st.sampled_from([" ", "\n", "\r\n", "\xa0", "  "])


def test_a_quote_on_one_line_is_found_over_a_wrapped_one():
    """White space in a quote stands for any white space, and the span keeps the text's own."""
    text = "She said the\r\ngate was\xa0shut."
    start, end = locate(text, "the gate was shut")
    assert text[start:end] == "the\r\ngate was\xa0shut"


def test_a_quote_is_not_found_inside_a_word():
    """Short sources such as "he" do not match in "the" or "others"."""
    assert locate("The others, he said", "he") == (12, 14)


@pytest.mark.parametrize(
    ("quote", "passage", "nth", "says"),
    [
        ("said", None, None, "stands 2 times in its passage"),
        ("said", None, 3, "there is no 3th"),
        ("wrote", None, None, "is not in its passage"),
        ("he", "he said", None, "stands 2 times in the text; make it longer"),
        ("he", "he wrote", None, "is not in the text"),
        (" ", None, None, "empty"),
    ],
)
def test_what_is_wrong_with_a_quote_is_said(quote, passage, nth, says):
    """Each way of failing has words of its own."""
    with pytest.raises(MisquoteError, match=says):
        locate("he said that he said it", quote, passage, nth)


def test_a_quote_that_differs_in_its_marks_is_shown_what_stands_there():
    """The message holds the text's own curly marks, to be copied."""
    with pytest.raises(MisquoteError, match="‘I don’t know"):
        locate("Asked, ‘I don’t know at all’ she said", "'I don't know at all'")


@given(st.lists(st.tuples(WORDS, GAPS), min_size=3, max_size=12), st.data())
def test_the_span_holds_the_words_of_the_quote(pieces, data):
    """Property: wherever a run of words is found, the text between the offsets is that run, white space apart."""
    text = "".join(word + gap for word, gap in pieces)
    first = data.draw(st.integers(0, len(pieces) - 1))
    last = data.draw(st.integers(first, len(pieces) - 1))
    words = [word for word, _ in pieces[first : last + 1]]
    start, end = locate(text, " ".join(words), nth=1)
    assert text[start:end].split() == words


def test_building_gives_offsets_into_each_text(built):
    """Every quote of the gold stands at its offsets: windows-1252, CRLF and pages among them."""
    gold, _ = build(built)
    articles = texts(built)
    spans = [s for p in gold["propositions"] for s in p["statements"]] + gold["times"] + gold["traps"]
    assert len(spans) == 9
    assert all(articles[s["file"]][s["start"] : s["end"]] == s["quote"] for s in spans)
    assert {s["file"] for s in spans} == {"01-kestrel.txt", "02-post.html.txt", "03-letter.txt"}


def test_ids_of_attributions_carry_their_document(built):
    """An id is one in the whole story, and ``within`` points to one."""
    gold, _ = build(built)
    assert [(a["id"], a["within"]) for a in gold["attributions"]] == [
        ("d1.a1", None),
        ("d1.a2", None),
        ("d1.a3", None),
        ("d2.a1", None),
        ("d2.a2", "d2.a1"),
    ]


def test_of_several_places_the_free_one_is_taken(story, edit):
    """A cue that stands inside the content too needs no number."""

    def twice(page):
        page["attributions"][0] |= {"contents": ["that two officials said the gate stood open"], "cue": "reported"}
        page["attributions"][1] |= {"passage": "two officials said the gate", "contents": ["the gate"], "cue": "said"}

    edit(story / "annotations" / "02-post.json", twice)
    _, wrong = build(story)
    assert wrong == []


def test_a_quote_may_say_which_place_it_means(story, edit):
    """In an attribution a quote is an object where it needs a number."""
    edit(
        story / "annotations" / "01-kestrel.json",
        lambda page: page["attributions"][2].update(contents=[{"quote": "that at least 30 people", "nth": 1}]),
    )
    gold, wrong = build(story)
    assert wrong == []
    assert gold["attributions"][2]["contents"][0]["quote"] == "that at least 30 people"


def test_all_problems_are_told_at_once(story, edit):
    """Three faults in two files: three sentences, each with its place."""
    edit(story / "annotations" / "01-kestrel.json", lambda page: page["attributions"][0].update(cue="denies"))
    edit(story / "annotations" / "01-kestrel.json", lambda page: page["times"][0].update(quote="ten", typo=1))
    edit(story / "annotations" / "story.json", lambda page: page["traps"][0].update(file="09-none.txt"))
    _, wrong = build(story)
    assert sorted(problem.split(":")[0] for problem in wrong) == [
        "01-kestrel a1 cue",
        "01-kestrel time 1 ('ten')",
        "01-kestrel time 1 ('ten')",
        "story.json trap 'count with bounds'",
    ]


def test_a_bad_passage_is_told_once(story, edit):
    """Not again for every quote that should stand in it."""
    edit(story / "annotations" / "01-kestrel.json", lambda page: page["attributions"][0].update(passage="nowhere"))
    _, wrong = build(story)
    assert wrong == ["01-kestrel a1: the passage 'nowhere' is not in the text"]


def test_broken_and_missing_files_are_named(story):
    """A file that is not JSON and one that is not there cost one sentence each."""
    (story / "annotations" / "01-kestrel.json").write_text("{", encoding="utf-8")
    (story / "annotations" / "02-post.json").unlink()
    _, wrong = build(story)
    assert [problem.split(": ")[:2] for problem in wrong] == [
        ["annotations/01-kestrel.json", "not JSON"],
        ["annotations/02-post.json", "the file is missing"],
    ]


def test_a_page_whose_visible_text_is_old_is_told(story):
    """Offsets into an old visible text would be wrong."""
    (story / "articles" / "02-post.html").write_text("<p>Other words</p>", encoding="utf-8")
    _, wrong = build(story)
    assert any("02-post.html.txt is missing or not its visible text" in problem for problem in wrong)


def test_the_narrator_is_left_off_a_chain(story, edit):
    """The outlet's own voice goes through nobody."""

    def narrate(page):
        page["propositions"][1]["statements"][1]["source_chain"] = ["Post", "narrator"]

    edit(story / "annotations" / "story.json", narrate)
    gold, _ = build(story)
    assert gold["propositions"][1]["statements"][1]["source_chain"] == ["Post"]


def test_a_second_annotator_may_leave_the_documents_out(built, edit):
    """They are facts about the files, not a matter of judgement."""
    second = built / "annotations-b"
    second.mkdir()
    for file in (built / "annotations").iterdir():
        (second / file.name).write_bytes(file.read_bytes())
    edit(second / "story.json", lambda page: page.pop("documents"))
    gold, wrong = build(built, "annotations-b")
    assert wrong == []
    assert len(gold["documents"]) == 3


def test_text_is_read_as_utf8_or_else_windows_1252(tmp_path):
    """A byte-order mark is no part of the text; line ends stay as they are."""
    (tmp_path / "a").write_bytes("\ufeff“é”\r\n".encode())
    (tmp_path / "b").write_bytes("“é”\r\n".encode("windows-1252"))
    assert read_text(tmp_path / "a") == read_text(tmp_path / "b") == "“é”\r\n"


def test_a_page_is_known_by_the_name_of_its_visible_text():
    """Both names of a page mean one text."""
    assert text_name("x/02-post.html") == text_name("02-post.html.txt") == "02-post.html.txt"
