"""Feeds: their entries as reports."""

from __future__ import annotations

import pytest

from rashomon.read import articles_in

SAID = "The harbour gate stood open for an hour on the night of the storm, the harbour master said on Tuesday."
MORE = "Three dockers told the post that they had seen nobody at the winch since eight, and that it was no wonder."
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour | The Orrin Post</title>
<item><title>Gate stood open</title><link>https://post.example/1</link><dc:creator>Ines Carrow</dc:creator>
<pubDate>Tue, 04 Mar 2031 07:05:00 +0000</pubDate><description>A gate.</description>
<content:encoded><![CDATA[<p>{SAID}</p><p>{MORE}</p>]]></content:encoded></item>
<item><title>Gate shut</title><pubDate>Wed, 05 Mar 2031 07:05:00 +0000</pubDate>
<description>&lt;p&gt;The gate was shut &amp;amp; locked.&lt;/p&gt;</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kestrel Wire</title>
<entry><title>Gate stood open</title><link rel="self" href="/x"/><link href="https://kestrel.example/1"/>
<updated>2031-03-06T10:00:00Z</updated><published>2031-03-04T10:00:00Z</published>
<author><name>Bo Orr</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SAID}</p><p>{MORE}</p></div></content></entry></feed>"""


def test_entries_are_reports_with_their_facts():
    """The fullest text of an entry is read as a page; title, author, date, address and the feed's outlet are given."""
    found, problems = articles_in([("a.xml", RSS.encode())])
    assert [one.name for one in found] == ["a.xml:1", "a.xml:2"]
    first, second = found
    assert first.text == f"{SAID}\n\n{MORE}"
    assert (first.outlet.value, first.title.value, first.published.value) == (
        "The Orrin Post", "Gate stood open", "2031-03-04",
    )  # fmt: skip
    assert ([one.value for one in first.authors], first.url, first.notes) == (
        ["Ines Carrow"], "https://post.example/1", (),
    )  # fmt: skip
    assert second.text == "The gate was shut & locked."
    assert second.notes == ("the feed gives no more than a summary of it",)
    assert [(one.name, one.cause) for one in problems] == [("a.xml:3", "this entry of the feed holds no text")]


def test_an_atom_feed_with_markup_as_it_is():
    """The day of publication stands before the day of a change; the link is the page's, not the feed's."""
    (one,), _ = articles_in([("a.atom", ATOM.encode())])
    assert (one.text, one.published.value, one.url) == (f"{SAID}\n\n{MORE}", "2031-03-04", "https://kestrel.example/1")
    assert (one.outlet.value, [author.value for author in one.authors]) == ("Kestrel Wire", ["Bo Orr"])


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"<rss><channel><title>x</title></channel></rss>", "there is no entry in this feed"),
        (b"<rss", "there is no entry in this feed"),
        (b"<?xml version='1.0'?><urlset><url>x</url></urlset>", "this is XML, but neither a feed nor a page"),
    ],
)
def test_what_is_no_feed_is_named(data: bytes, cause: str):
    """An empty or broken feed and other XML are one problem each."""
    found, problems = articles_in([("a.xml", data)])
    assert (found, [one.cause for one in problems]) == ([], [cause])


def test_nothing_outside_the_feed_is_read(tmp_path):
    """An entity that names a file stays empty: a feed is somebody else's."""
    (tmp_path / "secret.txt").write_text("the key is under the mat")
    head = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret.txt">]>'
    feed = f"<rss><channel><item><title>&e;</title><description>{SAID} &e;</description></item></channel></rss>"
    found, _ = articles_in([("a.xml", f"<?xml version='1.0'?>{feed}".encode()), ("b.rss", (head + feed).encode())])
    assert all("under the mat" not in one.text for one in found)
