"""Any bytes to an article or a clear refusal."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import NoArticle, RashomonError, UnknownLanguage
from rashomon.model import Options
from rashomon.read import article, complete

BODY = "The harbour gate stood open for an hour on the night of the storm, the harbour master said on the quay."


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))),
    st.sampled_from(["a.txt", "a.json", "a.jsonl", "a.md"]),
)
def test_reading_never_raises_another_error(data: bytes, name: str):
    """Whatever the bytes, reading gives an article or one of its own errors."""
    try:
        read = article(data, name)
    except RashomonError:
        return
    assert complete([read])[0].text == read.text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Hafenmeister sagte am Montag, dass das Tor geschlossen war und niemand es geöffnet habe. " * 2, "German"),
        ("Le maire a déclaré lundi que la porte était fermée et que personne ne l'avait ouverte. " * 2, "French"),
        ("Начальник порта заявил в понедельник, что ворота были закрыты. " * 3, "Russian"),
    ],
)
def test_other_languages_are_refused_by_name(text: str, language: str):
    """A report in another language is named and refused."""
    with pytest.raises(UnknownLanguage, match=f"written in {language}"):
        article(text, "a.txt")


def test_short_texts_are_taken_for_english():
    """A few words are too little to refuse a text for; the basis says that it is not known."""
    assert article("Gate shut", "a.txt").language.basis == "unknown"


def test_what_the_caller_gives_stands_first():
    """Outlet and date given by the caller overrule what the text shows."""
    read = article(f"ORRIN, May 4, 2031 (KW) - {BODY}", "a.txt", Options(outlet="Mine", published="2030-01-01"))
    assert (read.outlet.value, read.outlet.basis) == ("Mine", "given")
    assert (read.published.value, read.published.basis) == ("2030-01-01", "given")


def test_a_record_brings_its_metadata():
    """The keys of a JSON record are facts given; keys are found whatever their letter case."""
    record = {
        "Title": "Gate open",
        "content": BODY,
        "publish_date": "2031-03-04T10:00:00Z",
        "author": "Ann Lee and Bo Orr",
    }
    read = article(json.dumps(record | {"source": {"name": "Kestrel"}, "url": "https://x.example/1"}), "a.json")
    assert (read.text, read.title.value, read.outlet.value, read.published.value) == (
        BODY,
        "Gate open",
        "Kestrel",
        "2031-03-04",
    )
    assert [author.value for author in read.authors] == ["Ann Lee", "Bo Orr"]
    assert {read.title.basis, read.outlet.basis, read.published.basis} == {"given"}
    assert read.url == "https://x.example/1"


@pytest.mark.parametrize("key", ["publishedAt", "published_at", "datePublished", "Pub-Date"])
def test_keys_are_known_by_their_letters(key: str):
    """However a collection writes its keys, the day is found, and the evidence names the key as it is written."""
    read = article(json.dumps({"content": BODY, key: "2031-03-04"}), "a.json")
    assert (read.published.value, repr(key) in read.published.evidence) == ("2031-03-04", True)


def test_markup_in_a_record_is_read_as_a_page():
    """Pieces of pages, as sites hand them out, lose their tags and keep their paragraphs."""
    read = article(json.dumps({"title": {"rendered": "Gate"}, "content": {"rendered": f"<p>{BODY}</p>"}}), "a.json")
    assert ("<p>" in read.text, read.title.value) == (False, "Gate")


@pytest.mark.parametrize(
    "data", [b'{"a": 1}', b"[]", b'{"text": ', b"[" * 50_000, b'{"text": ""}', b'{"text": 5}', b"7"]
)
def test_json_without_an_article(data: bytes):
    """Wrong JSON and JSON without a text say so."""
    with pytest.raises(NoArticle, match=r"^a\.json: "):
        article(data, "a.json")


def test_ids_are_hashes_of_content():
    """The same text and name give the same id; another name gives another."""
    assert article(BODY, "a.txt") == article(BODY.encode(), "a.txt")
    assert article(BODY, "a.txt").id != article(BODY, "b.txt").id
