"""The parser behind its door: what is parsed, and that offsets are the article's."""

from __future__ import annotations

import pytest

from factory import article, blocks
from rashomon.analyse import language
from rashomon.errors import ModelMissing
from rashomon.model import REPORT_ROLES, Options, Role

MODEL = Options().model


def test_a_model_that_is_not_installed_is_named_with_the_mend():
    """The error says which model, and how to get it."""
    with pytest.raises(ModelMissing, match="no_such_model") as caught:
        language.load("no_such_model")
    assert "install" in caught.value.mend


@pytest.mark.parametrize("role", ["appeal", "disclaimer", "navigation", "comment", "related", "byline", "dateline"])
def test_what_is_not_the_report_is_not_parsed(nlp: object, role: Role):
    """A block of another role gives no paragraph, whatever it says."""
    assert role not in REPORT_ROLES
    report = article("The mayor denied it.\n\nThe gate was shut.")
    (prose,) = language.parse([(report, blocks(report, role, "body"))], MODEL)
    assert [p.doc.text for p in prose.paragraphs] == ["The gate was shut."]


def test_a_sentence_never_runs_across_two_blocks(parse_text):
    """A headline without a full stop is a paragraph of its own."""
    prose = parse_text("Gate was shut\n\nsays the mayor of Orrin.", "headline", "body")
    assert [(p.doc.text, p.block.role) for p in prose.paragraphs] == [
        ("Gate was shut", "headline"),
        ("says the mayor of Orrin.", "body"),
    ]


def test_offsets_are_those_of_the_article(parse_text):
    """Every token of wrapped, curly and odd text stands where its span says."""
    text = "“It’s over,”\r\nshe said.\n\n  The gate\u00a0was 😀 shut,\nב said so."
    prose = parse_text(text)
    assert len(prose.paragraphs) == 2
    for paragraph in prose.paragraphs:
        for token in paragraph.doc:
            span = paragraph.span(token)
            assert (span.start, span.end) == (paragraph.start + token.idx, paragraph.start + token.idx + len(token))
            if token.text.isalnum():
                assert text[span.start : span.end] == token.text
        whole = paragraph.chars(0, len(paragraph.doc.text))
        assert paragraph.block.span == whole


def test_a_span_of_tokens_is_a_span_of_the_article(parse_text):
    """Several tokens, from the first one's start to the last one's end."""
    prose = parse_text("Nobody asked.\n\nThe gate was shut.")
    second = prose.paragraphs[1]
    span = second.span(second.doc[1:3])
    assert prose.article.text[span.start : span.end] == "gate was"


def test_several_articles_come_in_order(nlp: object):
    """One stream of paragraphs is dealt out again to the articles it came from, empty ones too."""
    reports = [
        article("One was shut.\n\nTwo was open."),
        article(" ", "empty.txt"),
        article("Three was lost.", "c.txt"),
    ]
    found = list(language.parse([(report, blocks(report)) for report in reports], MODEL))
    assert [p.article for p in found] == reports
    assert [[p.doc.text for p in one.paragraphs] for one in found] == [
        ["One was shut.", "Two was open."],
        [],
        ["Three was lost."],
    ]


def test_one_very_long_line_is_cut_at_spaces(monkeypatch: pytest.MonkeyPatch, parse_text):
    """A block that is too long for the parser is parsed in pieces that lose no word, each at its own place."""
    monkeypatch.setattr(language, "_LONGEST", 50)
    text = " ".join(["The gate was shut at nine."] * 10)
    prose = parse_text(text)
    assert len(prose.paragraphs) > 1
    assert all(len(p.doc.text) <= 50 for p in prose.paragraphs)
    assert [text[p.start : p.start + len(p.doc.text)] for p in prose.paragraphs] == [
        p.doc.text for p in prose.paragraphs
    ]
    assert " ".join(p.doc.text for p in prose.paragraphs) == text


def test_a_long_word_without_spaces_is_cut_too(monkeypatch: pytest.MonkeyPatch, parse_text):
    """Nothing hangs where there is no space to cut at."""
    monkeypatch.setattr(language, "_LONGEST", 50)
    prose = parse_text("a" * 120)
    assert [len(p.doc.text) for p in prose.paragraphs] == [50, 50, 20]


@pytest.mark.parametrize(
    "text", ["It cost £700m. Nobody asked.", "It made $5M. Nobody asked.", "It ran to 3bn. Nobody asked."]
)
def test_a_sum_may_end_a_sentence(parse_text, text: str):
    """The full stop behind "m" is no initial's."""
    (paragraph,) = parse_text(text).paragraphs
    assert [sentence.text for sentence in paragraph.doc.sents][1:] == ["Nobody asked."]


@pytest.mark.parametrize("stressed", ["FURIOUS", "SHAMELESS", "GLOATING"])
def test_a_stressed_first_word_is_no_name(parse_text, stressed: str):
    """A first word in capitals for stress is parsed in small letters, an acronym as it stands."""
    prose = parse_text(f"{stressed} Ada Lund left the harbour board.", "body")
    assert prose.paragraphs[0].doc[0].text == stressed.lower()
    assert parse_text("UNICEF Director Ada Lund left.", "body").paragraphs[0].doc[0].text == "UNICEF"
