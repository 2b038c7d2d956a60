"""Where mentions stand among what is told."""

from __future__ import annotations

from parsed import prose, quoted, told
from rashomon.analyse.discourse import Setting, scene
from rashomon.analyse.entities import find
from rashomon.analyse.language import Prose
from rashomon.analyse.ties import placed
from rashomon.analyse.words import article_words
from rashomon.model import Attribution

SAID = (
    "Piet|PROPN|compound|1||B-PERSON Tarn|PROPN|nsubj|2||I-PERSON said|VERB|ROOT|2|say Ines|PROPN|compound|4||B-PERSON "
    "Carrow|PROPN|nsubj|5||I-PERSON left|VERB|ccomp|2|leave .|PUNCT|punct|2"
)
ALONE = "She|PRON|nsubj|1 ran|VERB|ROOT|1|run .|PUNCT|punct|1"


def settings(report: Prose, *said: Attribution) -> dict[str, Setting]:
    """Give the setting of each mention, by its words."""
    article = article_words(report)
    found = scene(article, placed(article, find(report)), said).settings
    return {quoted(report, mention.span): setting for mention, setting in found.items()}


def test_a_source_speaks_and_what_it_tells_is_told():
    """Tarn is the source of the only attribution, Carrow stands in its content."""
    report = prose(SAID)
    found = settings(report, told(report, "Tarn", "Ines Carrow left"))
    assert (found["Piet Tarn"].speaks, found["Piet Tarn"].told) == ({0}, ())
    assert (found["Ines Carrow"].speaks, found["Ines Carrow"].told) == (frozenset(), (0,))


def test_the_innermost_content_comes_first():
    """Of two attributions around a mention the smaller one is the nearer."""
    report = prose(SAID)
    outer, inner = told(report, "Piet", "said Ines Carrow left"), told(report, "Tarn", "Ines Carrow left")
    assert settings(report, outer, inner)["Ines Carrow"].told == (1, 0)


def test_own_words_are_those_of_a_quotation():
    """What is retold is not in the speaker's own words."""
    report = prose(SAID)
    assert settings(report, told(report, "Tarn", "Ines Carrow left", "direct"))["Ines Carrow"].own
    assert not settings(report, told(report, "Tarn", "Ines Carrow left"))["Ines Carrow"].own


def test_the_clock_stands_still_while_somebody_is_quoted():
    """A sentence that is quoted whole puts nobody further away."""
    report = prose(SAID, "Nobody|PRON|nsubj|1 came|VERB|ROOT|1|come .|PUNCT|punct|1", ALONE)
    assert settings(report)["She"].clock == 2
    assert settings(report, told(report, "Tarn", "Nobody came.", "direct"))["She"].clock == 1
