"""Web pages: the visible text, the report within it, and what the markup says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.clean import blocks
from rashomon.errors import NoArticle
from rashomon.read import article, visible_text
from rashomon.read.extract import _align
from rashomon.read.visible import Line, visible_lines

PARAGRAPHS = (
    "The harbour gate stood open for an hour on the night of the storm, the harbour master said on Tuesday.",
    "Three dockers who were on the quay told this newspaper that they had seen nobody at the winch since eight.",
    "The firm that keeps the winch denied that any of its people had been late, and called the claim absurd.",
    "A report is expected within a month, and the ferry will not run until the minister has read it, he said.",
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Gate stood open | Orrin Post</title>
<meta property="article:published_time" content="2031-03-04T09:00:00Z"><meta name="author" content="Ines Carrow">
<link rel="canonical" href="https://post.example/gate"><style>p {{}}</style></head><body>
<nav><ul><li>Home</li><li>Sport</li></ul></nav><main><article><h1>Gate stood open</h1><p>By Ines Carrow</p>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><figure><figcaption>The gate on Monday.</figcaption></figure>
<div class="newsletter"><p>Sign up for our free newsletter and never miss a story.</p></div>
<h2>What the firm says</h2><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p></article></main>
<section class="comments"><h3>Comments</h3><p>salty: It was open all week, everybody knows that.</p></section>
<footer>© 2031 Orrin Post</footer></body></html>"""


def test_a_page_and_its_facts():
    """The text is the visible text; facts come from the markup, each with its element as evidence."""
    read = article(PAGE, "a.html")
    assert read.text == visible_text(PAGE)
    assert (read.title.value, read.outlet.value, read.published.value) == (
        "Gate stood open",
        "Orrin Post",
        "2031-03-04",
    )
    assert "article:published_time" in read.published.evidence
    assert [author.value for author in read.authors] == ["Ines Carrow"]
    assert read.url == "https://post.example/gate"


def test_the_report_within_the_page():
    """Every paragraph of the report is a body block, and nothing of the box, the comments or the menu."""
    read = article(PAGE, "a.html")
    body = [read.text[block.span.start : block.span.end] for block in read.body if block.role == "body"]
    assert [text for text in body if len(text) > 60] == list(PARAGRAPHS)
    assert not any(word in " ".join(body) for word in ("newsletter", "salty", "Sport", "©"))


def test_json_ld_beats_meta():
    """JSON-LD is read, through @graph and lists; broken JSON-LD is passed over."""
    data = '{"@graph": [{"@type": "NewsArticle", "datePublished": "2031-03-05", "author": [{"name": "Bo Orr"}]}]}'
    page = PAGE.replace("<style>", f'<script type="application/ld+json">{data}</script><style>')
    read = article(page.replace("<style>", '<script type="application/ld+json">{broken</script><style>'), "a.html")
    assert (read.published.value, read.published.evidence) == ("2031-03-05", "JSON-LD datePublished")


def test_the_title_element_names_the_site_before_or_after_the_headline():
    """Without an h1 that part is the headline that stands on the page by itself."""
    for title in ("Orrin Post - Gate stood open for an hour", "Gate stood open for an hour | Orrin Post"):
        page = f"<html><head><title>{title}</title></head><body><a>Home</a><div>Gate stood open for an hour</div>"
        read = article(f"{page}<p>{'</p><p>'.join(PARAGRAPHS)}</p></body></html>", "a.html")
        assert (read.title.value, read.outlet.value) == ("Gate stood open for an hour", "Orrin Post")
        assert read.title.span is not None
        assert read.text[read.title.span.start : read.title.span.end] == read.title.value


def test_what_the_markup_sets_apart_says_nothing_of_the_article():
    """An offer above the headline hides no byline."""
    offer = (
        "<div class='promo'>New readers: take the Orrin Post for a month and get the second month for nothing.</div>"
    )
    page = PAGE.replace("<main>", f"{offer}<main>").replace('<meta name="author" content="Ines Carrow">', "")
    assert [author.value for author in article(page, "a.html").authors] == ["Ines Carrow"]


def test_items_of_a_list_are_the_reports_and_links_are_not():
    """An item without a full stop is report where it leads nowhere, another story where it is a link."""
    item = "Ann Lee, 44, who had the winch for eleven years"
    link = "<a href='/1'>Bridge at Carrow shut after lorry strikes the pier</a>"
    page = PAGE.replace("<h2>", f"<ul><li>{item}</li><li>{link}</li></ul><h2>")
    read = article(page, "a.html")
    roles = {read.text[one.span.start : one.span.end]: one.role for one in blocks(read)}
    assert roles[item] == "body"
    assert roles["Bridge at Carrow shut after lorry strikes the pier"] == "related"


def test_names_and_stamps_among_the_paragraphs_are_no_report():
    """The author whom the markup names and the day below it are told apart from the report."""
    head = "<p>Ines Carrow</p><p>Tue 4 Mar 2031 06.00 GMT</p>"
    read = article(PAGE.replace("<p>By Ines Carrow</p>", head), "a.html")
    roles = {read.text[one.span.start : one.span.end]: one.role for one in blocks(read)}
    assert (roles["Ines Carrow"], roles["Tue 4 Mar 2031 06.00 GMT"]) == ("byline", "dateline")


def test_the_sites_name_over_the_report_is_none_of_it():
    """A line that is the outlet's name says nothing."""
    read = article(PAGE.replace("<h1>", "<p>Orrin Post</p><h1>"), "a.html")
    assert {one.role for one in blocks(read) if read.text[one.span.start : one.span.end] == "Orrin Post"} == {
        "navigation"
    }


def test_the_times_of_a_live_report_stay_in_sight():
    """A clock time by itself between entries is no furniture."""
    entries = "".join(
        f"<p class='block-time'><time>1{at}.31 GMT</time></p><p>{one}</p>" for at, one in enumerate(PARAGRAPHS)
    )
    read = article(f"<html><head><title>Gate</title></head><body><h1>Gate</h1>{entries}</body></html>", "a.html")
    roles = {read.text[one.span.start : one.span.end]: one.role for one in blocks(read)}
    assert (roles["11.31 GMT"], roles["12.31 GMT"]) == ("dateline", "dateline")


def test_nested_past_every_parser():
    """Thousands of nested elements are read: no crash, no word lost."""
    page = (
        "<html><body>" + "<div>" * 2500 + f"<p>{PARAGRAPHS[0]}</p>" + "</div>" * 2500 + f"<p>{PARAGRAPHS[1]}</p></body>"
    )
    assert article(page, "a.html").text == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"


def test_a_page_without_words():
    """A page with scripts only is refused."""
    with pytest.raises(NoArticle, match="no visible text"):
        article("<html><body><script>var gate = 'open and shut'</script></body></html>", "a.html")


def _lines(*texts: str) -> list[Line]:
    return [Line(text, 0, frozenset(), 0.0) for text in texts]


def test_alignment_of_joined_and_split_lines():
    """Extracted text that joins two lines, or splits one, is still found; resembling lines are not."""
    lines = _lines("Home", PARAGRAPHS[0], PARAGRAPHS[1], "The gate stood open for a year on the quay, some say now.")
    assert _align(lines, [("p", f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}")]) == {1, 2}
    half = len(PARAGRAPHS[0]) // 2
    assert _align(lines, [("p", PARAGRAPHS[0][:half]), ("p", PARAGRAPHS[0][half:])]) == {1}


def test_alignment_of_repeated_lines():
    """Of a line that stands twice on the page the one among the report is kept; short lines only near it."""
    lines = _lines(PARAGRAPHS[0], *["Menu"] * 8, PARAGRAPHS[1], PARAGRAPHS[0], "So it goes.", PARAGRAPHS[2])
    extracted = [("p", text) for text in (PARAGRAPHS[1], PARAGRAPHS[0], "So it goes.", PARAGRAPHS[2])]
    assert _align(lines, extracted) == {9, 10, 11, 12}


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["<p>", "<br>", "</div>", "<td>", "a é", "&lt;", "\u00a0", "<!--"])).map("".join)
)
def test_lines_stand_at_their_offsets(html: str):
    """Whatever the markup, each line stands at its offset in the visible text."""
    text = visible_text(html)
    assert [text[line.start : line.start + len(line.text)] for line in visible_lines(html)] == [
        line.text for line in visible_lines(html)
    ]
