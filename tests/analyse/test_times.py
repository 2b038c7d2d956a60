"""Time expressions: where they stand, what they mean, and that nothing is guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from rashomon.analyse import times
from rashomon.analyse.language import Paragraph, Prose
from rashomon.analyse.times.grammar import rules
from rashomon.analyse.times.words import CHARACTERS
from rashomon.model import Article, Block, Fact, Span, Timex
from rashomon.text import plain

FRIDAY = "2017-01-13"
_NLP = spacy.blank("en")


def prose(*paragraphs: str | Doc, published: str | None = FRIDAY, name: str = "a", headline: bool = False) -> Prose:
    """Give the report of one article, a block a paragraph; a plain string has no parse, so no tense."""
    texts = [one.text if isinstance(one, Doc) else one for one in paragraphs]
    text = "\n\n".join(texts)
    made, start = [], 0
    for one, own in zip(paragraphs, texts, strict=True):
        block = Block(Span(name, start, start + len(own)), "headline" if headline else "body")
        made.append(Paragraph(name, block, start, one if isinstance(one, Doc) else _NLP(plain(own))))
        start += len(own) + 2
    return Prose(Article(name, name, text, "", published=Fact(published, "given")), tuple(made))


def told(report: Prose, **given_events: str) -> list[tuple[str, str, str | None]]:
    """Give each expression's words, type and value."""
    events = [times.EventDate(noun, value, Span("b", 0, 0)) for noun, value in given_events.items()]
    return [(report.article.text[t.span.start : t.span.end], t.type, t.value) for t in times.find(report, events)]


def only(sentence: str | Doc, published: str | None = FRIDAY) -> Timex:
    """Give the one expression of a sentence."""
    (found,) = times.find(prose(sentence, published=published))
    return found


SENTENCES = [
    # days told by number
    ("The lock was opened on December 29, 2016.", "December 29, 2016", "DATE", "2016-12-29"),
    ("The lock was opened on 29 December 2016.", "29 December 2016", "DATE", "2016-12-29"),
    ("The lock was opened on the 29th of December, 2016.", "the 29th of December, 2016", "DATE", "2016-12-29"),
    ("Thursday, Dec. 29, was quiet.", "Thursday, Dec. 29", "DATE", "2016-12-29"),
    ("He rang on December 28 and left.", "December 28", "DATE", "2016-12-28"),
    ("The log says 2016-12-29.", "2016-12-29", "DATE", "2016-12-29"),
    ("The log says 29/12/2016.", "29/12/2016", "DATE", "2016-12-29"),
    ("The log says 12/29/2016.", "12/29/2016", "DATE", "2016-12-29"),
    ("The log says 29.12.2016.", "29.12.2016", "DATE", "2016-12-29"),
    ("The log says 1/3/2017.", "1/3/2017", "DATE", "2017-01-03"),  # the third of January is nearer than March
    ("The pier shut on Jan. 3 last year.", "Jan. 3 last year", "DATE", "2016-01-03"),
    ("The ferry sank on 9/11 of all days.", "9/11", "DATE", "2001-09-11"),
    # days told by name
    ("The mayor left on Friday.", "Friday", "DATE", "2017-01-13"),
    ("The mayor left on Saturday.", "Saturday", "DATE", "2017-01-07"),
    ("The mayor left on Friday the thirteenth.", "Friday the thirteenth", "DATE", "2017-01-13"),
    ("The mayor left last Friday.", "last Friday", "DATE", "2017-01-06"),
    ("The mayor leaves next Friday.", "next Friday", "DATE", "2017-01-20"),
    ("The mayor left on Tuesday of last week.", "Tuesday of last week", "DATE", "2017-01-03"),
    ("The mayor left Wednesday night.", "Wednesday night", "TIME", "2017-01-11TNI"),
    ("The mayor left yesterday.", "yesterday", "DATE", "2017-01-12"),
    ("The mayor left the day before yesterday.", "the day before yesterday", "DATE", "2017-01-11"),
    ("The mayor leaves tomorrow morning.", "tomorrow morning", "TIME", "2017-01-14TMO"),
    ("The mayor sang last night.", "last night", "TIME", "2017-01-12TNI"),
    ("The mayor sang this evening.", "this evening", "TIME", "2017-01-13TEV"),
    ("The mayor sang on New Year's Eve.", "New Year's Eve", "DATE", "2016-12-31"),
    ("The mayor sang on Christmas Day 2015.", "Christmas Day 2015", "DATE", "2015-12-25"),
    ("The mayor sang on Easter Monday last year.", "Easter Monday last year", "DATE", "2016-03-28"),
    ("The mayor sang at Thanksgiving.", "Thanksgiving", "DATE", "2016-11-24"),
    # longer periods
    ("In early January the ice came.", "early January", "DATE", "2017-01"),
    ("The ice came in October 2007.", "October 2007", "DATE", "2007-10"),
    ("The ice came last October.", "last October", "DATE", "2016-10"),
    ("The ice came in the last week of March 2009.", "the last week of March 2009", "DATE", "2009-W13"),
    ("It grew in the third quarter of 2009.", "the third quarter of 2009", "DATE", "2009-Q3"),
    ("It grew in the fourth quarter.", "the fourth quarter", "DATE", "2016-Q4"),
    ("It grew in the first half of last year.", "the first half of last year", "DATE", "2016-H1"),
    ("The ice came in the summer of 2012.", "the summer of 2012", "DATE", "2012-SU"),
    ("The ice came last autumn.", "last autumn", "DATE", "2016-FA"),
    ("The harbour dates from the late 1980s.", "the late 1980s", "DATE", "198"),
    ("A law of 1799 still forbids it.", "1799", "DATE", "1799"),
    ("A bridge of the nineteenth century.", "the nineteenth century", "DATE", "18"),
    ("The port lost money in fiscal 2009.", "fiscal 2009", "DATE", "FY2009"),
    ("The 2008 regatta was rowed in fog.", "2008", "DATE", "2008"),
    # counted from a date
    ("Sales fell last month.", "last month", "DATE", "2016-12"),
    ("Sales fell this week.", "this week", "DATE", "2017-W02"),
    ("Sales fell last weekend.", "last weekend", "DATE", "2017-W01-WE"),
    ("Sales fell at the end of last year.", "the end of last year", "DATE", "2016"),
    ("Sales fell two years ago.", "two years ago", "DATE", "2015"),
    ("Sales fell a week ago.", "a week ago", "DATE", "2017-01-06"),
    ("Sales will rise three months from now.", "three months from now", "DATE", "2017-04"),
    # lengths, repetitions, references
    ("The talks took two and a half years.", "two and a half years", "DURATION", "P2.5Y"),
    ("The talks took half an hour.", "half an hour", "DURATION", "PT30M"),
    ("A 27-year lease was signed.", "27-year", "DURATION", "P27Y"),
    ("The talks took several days.", "several days", "DURATION", "PXD"),
    ("The talks took three minutes and fifty seconds.", "three minutes and fifty seconds", "DURATION", "PT3M50S"),
    ("The talks lasted all week.", "all week", "DURATION", "P1W"),
    ("The ferry is checked every two weeks.", "every two weeks", "SET", "P2W"),
    ("The choir meets on Tuesdays.", "Tuesdays", "SET", "XXXX-WXX-2"),
    ("They build 15 boats a year.", "a year", "SET", "P1Y"),
    ("The gate is now shut.", "now", "DATE", "PRESENT_REF"),
    ("The gate was recently shut.", "recently", "DATE", "PAST_REF"),
    ("The gate may shut in the coming weeks.", "the coming weeks", "DATE", "FUTURE_REF"),
    # the clock
    ("The siren went at 6:40 p.m. and stopped.", "6:40 p.m.", "TIME", "2017-01-13T18:40"),
    ("The siren went at 18.05 GMT.", "18.05 GMT", "TIME", "2017-01-13T18:05Z"),
    ("The siren went at half past six in the morning.", "half past six in the morning", "TIME", "2017-01-13T06:30"),
    ("The siren went at 9 p.m. Wednesday.", "9 p.m. Wednesday", "TIME", "2017-01-11T21:00"),
    ("The siren went at noon.", "noon", "TIME", "2017-01-13T12:00"),
]


@pytest.mark.parametrize(("sentence", "words", "kind", "value"), SENTENCES, ids=[s for s, *_ in SENTENCES])
def test_sentences(sentence: str, words: str, kind: str, value: str):
    """One expression in an article of Friday 13 January 2017, with its words, type and value."""
    assert told(prose(sentence)) == [(words, kind, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The captain is 55 years old and his mate is a 12-year-old.",
        "The baby, aged three weeks, slept.",
        "The captain, 55, may march.",
        "May said that June Carrow was right.",
        "They flew at 46 kilometres an hour.",
        "The fall of the old town was slow, and a second boat came.",
        "Version 2.1.10 has 3:2 odds and costs $2010.",
        "2010 people signed.",
        "It rose 3.50 percent.",
    ],
)
def test_what_is_no_time(sentence: str):
    """Ages, speeds, names, prices, counts and versions are no times."""
    assert told(prose(sentence)) == []


def test_interval_and_basis():
    """An expression carries the days it covers and says in words how they were reached."""
    early = only("Ice came in early January.")
    assert (early.earliest, early.latest) == ("2017-01-01", "2017-01-10")
    friday = only("He left on Friday.")
    assert (friday.earliest, friday.latest) == (FRIDAY, FRIDAY)
    assert friday.basis == "on or before 2017-01-13, the date of publication"
    span = only("He was away for the past nine days.")
    assert (span.type, span.value, span.earliest, span.latest) == ("DURATION", "P9D", "2017-01-04", "2017-01-13")
    so_far = only("It closed earlier this month.")
    assert (so_far.earliest, so_far.latest) == ("2017-01-01", "2017-01-13")
    ahead = only("It closes later this year.")
    assert (ahead.earliest, ahead.latest) == ("2017-01-13", "2017-12-31")


def test_ranges_share_their_year():
    """The year at the far end of a range counts for the near end, and the month for both days."""
    assert [value for *_, value in told(prose("From 12 March to 4 April 2014 it rained."))] == [
        "2014-03-12",
        "2014-04-04",
    ]
    assert told(prose("It rained on 3-5 June 2016.")) == [
        ("3", "DATE", "2016-06-03"),
        ("5 June 2016", "DATE", "2016-06-05"),
    ]
    assert told(prose("It rained on June 3-5, 2016."))[0] == ("June 3", "DATE", "2016-06-03")
    assert only("The 2009-10 season was wet.").latest == "2010-12-31"


def test_narrative_anchors():
    """ "The same day", "a day earlier", "the following week" count from the last date told, not from the article's."""
    report = prose(
        "On December 20 the gate stuck. The same day a tug sank. Two days later it rose.",
        "The following week all was well, and that Friday was a feast.",
    )
    assert [value for *_, value in told(report)][:4] == ["2016-12-20", "2016-12-20", "2016-12-22", "2016-W52"]


def test_a_date_set_beside_another_is_the_same():
    """ "A day earlier, on December 28" is that day, whatever was told before."""
    report = prose("On December 31 he spoke of a call that came a day earlier, on December 28.")
    assert [value for *_, value in told(report)] == ["2016-12-31", "2016-12-28", "2016-12-28"]


def test_clock_takes_the_nearest_day():
    """A clock time belongs to the day beside it, in its sentence or last told; an entry's stamp to the article's."""
    assert told(prose("At 21:15 on Tuesday it rang."))[0][2] == "2017-01-10T21:15"
    assert told(prose("On Tuesday it rang. It rang again at 23:58."))[1][2] == "2017-01-10T23:58"
    assert told(prose("On Tuesday it rang.", "18:02 We are closing."))[1][2] == "2017-01-13T18:02"
    assert told(prose("It rang at midnight on Tuesday."))[0][2] == "2017-01-11T00:00"
    assert told(prose("It rang at seven on Tuesday evening."))[0][2] == "2017-01-10T19:00"


@pytest.mark.parametrize(
    "sentence",
    ["He left on Friday.", "He left on December 28.", "He left yesterday.", "He left last month.",
     "He left two days ago.", "He left at noon.", "He left a day earlier.", "He left in the summer.",
     "He left at Christmas."],
)  # fmt: skip
def test_no_document_date_no_guess(sentence: str):
    """Without the article's date what hangs on it has no value and no interval, and the basis says so."""
    found = only(sentence, published=None)
    assert (found.value, found.earliest, found.latest) == (None, None, None)
    assert "not known" in found.basis


def test_what_is_absolute_needs_no_document_date():
    """A date told in full, what counts from it, a length and a repetition stand by themselves."""
    text = "On 28 December 2016 he sang; two days later he left for three weeks. He sings every day."
    report = prose(text, published=None)
    assert [value for *_, value in told(report)] == ["2016-12-28", "2016-12-30", "P3W", "P1D"]


def test_a_coarse_document_date_dates_what_it_can():
    """An article of some day in January 2017 knows its last month and year but not its Friday."""
    assert only("It fell last month.", published="2017-01").value == "2016-12"
    assert only("It fell in October.", published="2017-01").value == "2016-10"
    assert only("It fell on Friday.", published="2017-01").value is None
    assert only("It fell last month.", published="2017").value is None


def tagged(text: str) -> Doc:
    """Give a parsed sentence from ``word/TAG/head/dep`` items, heads counted from 0."""
    items = [item.split("/") for item in text.split()]
    coarse = {"VB": "VERB", "MD": "AUX", "NN": "NOUN", "IN": "ADP", "TO": "PART", "JJ": "ADJ"}
    return Doc(
        _NLP.vocab,
        words=[item[0] for item in items],
        tags=[item[1] for item in items],
        pos=[coarse.get(item[1][:2], "X") for item in items],
        heads=[int(item[2]) for item in items],
        deps=[item[3] for item in items],
        lemmas=[{"opened": "open", "opens": "open", "scheduled": "schedule"}.get(item[0], item[0]) for item in items],
    )


TENSES = [
    ("It/PRP/1/nsubj opened/VBD/1/ROOT on/IN/1/prep Monday/NNP/2/pobj", "2017-01-09"),
    ("It/PRP/2/nsubj will/MD/2/aux open/VB/2/ROOT on/IN/2/prep Monday/NNP/3/pobj", "2017-01-16"),
    ("It/PRP/1/nsubj opens/VBZ/1/ROOT on/IN/1/prep Monday/NNP/2/pobj", "2017-01-16"),
    ("A/DT/1/det vote/NN/1/ROOT scheduled/VBN/1/acl on/IN/2/prep Monday/NNP/3/pobj", "2017-01-16"),
    ("It/PRP/3/nsubj may/MD/3/aux have/VB/3/aux opened/VBN/3/ROOT on/IN/3/prep Monday/NNP/4/pobj", "2017-01-09"),
    ("closed/VBN/0/ROOT until/IN/0/prep Monday/NNP/1/pobj", "2017-01-16"),
    ("shut/VBN/0/ROOT since/IN/0/prep Monday/NNP/1/pobj", "2017-01-09"),
    ("It/PRP/1/nsubj opened/VBD/1/ROOT on/IN/1/prep February/NNP/2/pobj 9/CD/3/nummod", "2017-02-09"),
    ("It/PRP/1/nsubj opened/VBD/1/ROOT in/IN/1/prep June/NNP/2/pobj", "2016-06"),
    ("It/PRP/2/nsubj will/MD/2/aux open/VB/2/ROOT in/IN/2/prep June/NNP/3/pobj", "2017-06"),
]


@pytest.mark.parametrize(("parse", "value"), TENSES)
def test_tense_of_the_governing_verb(parse: str, value: str):
    """The verb decides between the last and the next day of a name; a date too long past is the one soon to come."""
    assert only(tagged(parse)).value == value


def test_the_present_of_a_headline_is_past():
    """ "Gate opens Monday" above a report tells of the Monday before; "to open" of the next."""
    opens = prose(tagged("Gate/NN/1/nsubj opens/VBZ/1/ROOT Monday/NNP/1/npadvmod"), headline=True)
    assert [value for *_, value in told(opens)] == ["2017-01-09"]
    will = prose(tagged("Gate/NN/2/nsubj to/TO/2/aux open/VB/2/ROOT Monday/NNP/2/npadvmod"), headline=True)
    assert [value for *_, value in told(will)] == ["2017-01-16"]


def test_events_are_dated_by_what_stands_beside_them():
    """A date beside an event noun, or beside the verb of the same thing, dates the event."""
    found = times.events(
        [
            prose("The inauguration on January 20 will be short.", name="a"),
            prose("Crowds gathered for the 3 January vote. The tug sank on Tuesday.", name="b"),
        ]
    )
    assert [(event.noun, event.value) for event in found] == [
        ("inauguration", "2017-01-20"),
        ("sinking", "2017-01-10"),
        ("vote", "2017-01-03"),
    ]
    assert found[0].span == Span("a", 20, 30)


def test_an_event_of_two_dates_is_left_out():
    """Where the reports date one noun twice, it may be two events, and none is counted from."""
    reports = [prose("The vote on January 3 was close.", name="a"), prose("The vote on January 4 was close.", name="b")]
    assert times.events(reports) == ()


def test_event_anchors():
    """What is counted from an event is dated where a report of the story dates the event, and is a length where not."""
    report = prose("They spoke a month before the mayor's inauguration and the day after the vote.")
    assert told(report, inauguration="2017-01-20", vote="2017-01-03") == [
        ("a month before the mayor's inauguration", "DATE", "2016-12"),
        ("the day after the vote", "DATE", "2017-01-04"),
    ]
    assert told(report) == [("a month", "DURATION", "P1M")]


def test_the_article_s_own_date_is_a_time_where_it_stands():
    """The date line is no block of the report; its date is told all the same, once."""
    report = prose("ORRIN, January 13 - The gate stuck.", "It stuck on Friday.")
    line = Paragraph("a", report.paragraphs[1].block, report.paragraphs[1].start, report.paragraphs[1].doc)
    article = replace(report.article, published=Fact(FRIDAY, "dateline", "", Span("a", 7, 17)))
    assert told(Prose(article, (line,))) == [("January 13", "DATE", FRIDAY), ("Friday", "DATE", FRIDAY)]
    assert told(Prose(article, report.paragraphs)) == told(report)


def test_hard_wrapped_and_curly():
    """A line end, a no-break space and a curly mark inside an expression change nothing but the words shown."""
    assert told(prose("It rang at 6\na.m. on New\nYear’s\u00a0Eve.")) == [
        ("6\na.m.", "TIME", "2016-12-31T06:00"),
        ("New\nYear’s\u00a0Eve", "DATE", "2016-12-31"),
    ]


_ODD = [
    *(
        "the day before the vote",
        "31/12/9999",
        "0000-00-00",
        "30 February",
        "the past 99999999999 years",
        "9999",
        "-",
        "(",
    ),
    *("the following Friday", "🕰️", "٣ days", "e\u0301", "\u202e", "\r\n", "\u00a0", "'82", "the 31st of next month"),
]
_PIECES = st.sampled_from([*(sentence for sentence, *_ in SENTENCES), *_ODD])


@given(
    st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=8),
    st.sampled_from([None, "2017", "2017-01", FRIDAY, "2016-02-29", "0001-01-01", "9999-12-31", "2017-01-13T23:59"]),
)
def test_any_text(pieces: list[str], published: str | None):
    """Whatever the text: nothing is raised, spans stand in order inside it without overlap, intervals run forward."""
    text = " ".join(pieces)
    found = times.find(prose(text, published=published), [times.EventDate("vote", "2016-12-31", Span("b", 0, 0))])
    last = 0
    for time in found:
        assert last <= time.span.start < time.span.end <= len(text)
        assert text[time.span.start : time.span.end].strip() == text[time.span.start : time.span.end]
        assert (time.earliest is None) == (time.latest is None)
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
        assert time.basis
        last = time.span.end


def test_every_word_list_is_used():
    """Every kind of the data files stands in some rule, but for the marks and words that only keep rules apart."""
    used = "".join(rule.pattern for rule, _ in rules())
    apart = {"COUNTING", "EVENT_VERB", "MONEY", "NOTHING"}
    assert {kind for kind, character in CHARACTERS.items() if character not in used} <= apart
