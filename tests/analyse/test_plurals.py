"""What a "they" that speaks means where it is nobody: values made by hand, no parser."""

from __future__ import annotations

from parsed import prose, quoted
from rashomon.analyse.plurals import papers, several
from rashomon.analyse.ties import Place, placed
from rashomon.analyse.words import article_words
from rashomon.model import Mention, Span

LINES = (
    "The|DET|det|1 {}|NOUN|nsubj|2|{} lay|VERB|ROOT|2|lie .|PUNCT|punct|2 "
    "They|PRON|nsubj|5 show|VERB|ROOT|5|show debts|NOUN|dobj|5|debt .|PUNCT|punct|5"
)


def they(noun: str, lemma: str) -> tuple[str, str]:
    """Give the words of the documents and of the several things that "they" means, "" where it means none."""
    report = prose(LINES.format(noun, lemma))
    start = report.article.text.index("They")
    mention = Mention(Span(report.article.id, start, start + 4), "group", "pronoun")
    place: Place = placed(article_words(report), [mention])[0]
    one, other = papers(place), several(place)
    return quoted(report, one) if one else "", quoted(report, other) if other else ""


def test_documents_are_told_from_other_things():
    """The accounts lay there and show debts: documents; rooms are only several; one account is neither."""
    assert they("accounts", "account") == ("The accounts", "The accounts")
    assert they("rooms", "room") == ("", "The rooms")
    assert they("account", "account") == ("", "")
