"""The grammar: which words in a row are a time expression, and the function that says what they mean.

A pattern is a regular expression over kinds of words (``time-words.txt`` and the shapes of ``words``), spaces for
reading only. Of the rules that match at a place the longest counts, of equally long ones the first; a rule whose
function gives None gives way to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from rashomon.analyse.times import calendar, clock, days, distances, lengths
from rashomon.analyse.times.context import Context, Found, Reading
from rashomon.analyse.times.words import CHARACTERS

__all__ = ["Rule", "anywhere", "compiled", "rules"]

Rule = tuple[re.Pattern[str], Callable[[Found, Context], tuple[Reading, ...] | None]]

_MACROS = {
    "month_": "(MONTH|MONTH_NAME)",
    "weekday_": "(WEEKDAY|WEEKDAY_SHORT)",
    "unit_": "(DAYWORD|WEEK|MONTHWORD|YEARWORD|QUARTER|WEEKEND|CENTURY|UNIT)",
    "any_unit_": "(DAYWORD|WEEK|MONTHWORD|YEARWORD|QUARTER|WEEKEND|CENTURY|UNIT|UNITS)",
    "ordinal_": "(ORDINAL|SECOND|DAYTH)",
    "part_of_": "((EARLY|LATER|EARLIER) (DASH|IN THE?|ON)?|THE? EDGE OF|THE? (ORDINAL|FINAL|LAST|EARLY) UNITS OF)",
    "about_": "((MUCH|OVER|ABOUT)+)",
    "digits_": "(DAY|PAIR|COUNT|DOTTED|FOUR|YEAR)",
    "plain_number_": "((NUMBER (DASH? NUMBER)?|digits_) HUNDRED?|A HUNDRED)",
    "number_": "(plain_number_ (DASH|TO|OR) plain_number_|plain_number_ (AND A? HALF)?|VAGUE|A HALF|HALF A?|A)",
    "length_": "(about_? number_ DASH? (BETWEEN|LONG)? any_unit_ (AND A HALF)?)",
    "year_told_": "(COMMA? YEAR|(OF|IN)? (LAST|THIS|NEXT) YEARWORD)",
    "which_": "(LAST|THIS PAST|THIS|CURRENT|NEXT|COMING|PREVIOUS|SAME|THAT SAME|THAT|FOLLOWING)",
    "named_which_": "(LAST|THIS PAST|THIS|NEXT|COMING|PREVIOUS|THE SAME|FOLLOWING)",  # "said that Friday" is no such
    "preposition_": "(IN|WITHIN|UNTIL|BY|SINCE|OVER|ABOUT|AT|AS|ON|FROM|FOR|TO|OF|AND|OR|BEFORE|AFTER|COMMA|OPEN|DASH"
    "|SLASH)",
    "over_": "(FOR|OVER|IN|WITHIN|AFTER|OF|FROM|MUCH|ABOUT|BEFORE|BETWEEN)",
    "stop_": "(COMMA|DOT|STOP|CLOSE|DASH|AND|AT|IN|ON|OR|TO|OVER|FROM|FOR|THE|MARK|APOSTROPHE)",
    "hour_": "(CLOCK|DOTTED|DAY|NUMBER)",
    "of_day_": "(AM|IN THE PART|AT PART)",
    "to_event_": "(THE|A|HIS|WORD|NAME|POSSESSIVE|YEAR){0,4} EVENT",
}


def compiled(pattern: str) -> str:
    """Write kinds as their characters and macros in full; groups do not capture."""

    def put(match: re.Match[str]) -> str:
        name = match.group()
        return f"(?:{compiled(_MACROS[name])})" if name in _MACROS else CHARACTERS[name]

    pattern = re.sub(r"[A-Za-z]\w*", put, pattern).replace(" ", "")
    return re.sub(r"\((?!\?)", "(?:", pattern)


_PATTERNS: tuple[tuple[str, Callable[[Found, Context], tuple[Reading, ...] | None]], ...] = (
    # days told by number
    ("ISO", days.iso),
    ("NUMERIC", days.numeric),
    ("(weekday_ COMMA? (ON? THE)?)? THE? month_ THE? (DAY|DAYTH) year_told_?", days.full_date),
    ("(weekday_ COMMA? (ON? THE)?)? THE? (DAY|DAYTH|ordinal_) OF? month_ year_told_?", days.full_date),
    ("month_ THE? (DAY|DAYTH) (DASH|TO|AND|OR) (DAY|DAYTH) year_told_? (?!OF? month_|any_unit_)", days.two_days),
    ("(FROM|WITHIN)? (DAY|DAYTH) (DASH|TO|AND|OR) THE? (DAY|DAYTH) OF? month_ year_told_?", days.two_days),
    ("(?<=(ON|UNTIL|BY|WITHIN|FROM|TO)) THE DAYTH (?=stop_|$)", days.the_day),
    ("WEEKDAY THE (DAYTH|ORDINAL) (?!WORD|NAME)", days.the_day),
    ("THE DAYTH OF (LAST|THIS|NEXT) MONTHWORD", days.the_day),
    # weekdays and days by name
    ("part_of_? (THE? named_which_|THE)? WEEKDAY (DASH? PART|PART_NAMED)?", days.weekday),
    ("A WEEKDAY (?=stop_|$)", days.any_weekday),
    ("WEEKDAY (OF|IN)? (LAST|THIS|NEXT) WEEK", days.weekday),
    ("part_of_? TODAY (PART|PART_NAMED)?", days.relative_day),
    ("part_of_? TONIGHT|OVERNIGHT", days.relative_day),
    ("part_of_? (LAST|THIS) PART", days.relative_day),
    ("(THE? (LAST|THIS|NEXT))? HOLIDAY year_told_?", days.named_day),
    # weeks, months, seasons, quarters, years
    ("THE? (ordinal_|LAST|FINAL) (WEEK|WEEKEND|WEEKDAY|DAYWORD) (OF|IN) month_ year_told_?", calendar.week_of),
    ("part_of_? month_ (OF|COMMA)? YEAR", calendar.month),
    ("part_of_? MONTH ((OF|IN)? (LAST|THIS|NEXT) YEARWORD)?", calendar.month),
    ("(?<=preposition_) MONTH_NAME ((OF|IN)? (LAST|THIS|NEXT) YEARWORD)?", calendar.month),
    ("MONTH_NAME (?=POSSESSIVE)|MONTH_NAME (OF|IN)? (LAST|THIS|NEXT) YEARWORD", calendar.month),
    ("(part_of_|THE? named_which_|THE) month_", calendar.month),
    ("(part_of_|THE? which_|HIS|(?<=preposition_)) SEASON|THE? SEASON (?!WORD|NAME)", calendar.season),
    (
        "(part_of_ THE?|THE? which_|(?<=(IN|SINCE|UNTIL|BY|WITHIN|BEFORE|AFTER|PAST)) THE?) SEASON_VERB (?!OF|THE)",
        calendar.season,
    ),
    ("part_of_? THE? (SEASON|SEASON_VERB) (OF? YEAR|(OF|IN)? (LAST|THIS|NEXT) YEARWORD)", calendar.season),
    (
        "THE? (ordinal_|LAST|FINAL) DASH? FISCAL? DASH? QUARTER "
        "(OF? FISCAL? (YEAR|THE YEARWORD|(LAST|THIS|NEXT) YEARWORD))?",
        calendar.quarter,
    ),
    ("THE? (ordinal_|LAST|FINAL) HALF OF (YEAR|THE YEARWORD|(LAST|THIS|NEXT) YEARWORD)", calendar.quarter),
    ("QUARTER_NUMBER (OF? (YEAR|(LAST|THIS|NEXT) YEARWORD))?", calendar.quarter),
    ("(part_of_ THE?)? YEAR", calendar.year),
    ("(part_of_|(?<=(IN|WITHIN|UNTIL|SINCE|FROM|OF))) FOUR", calendar.year),
    ("YEAR (DASH|SLASH) (PAIR|DAY)", calendar.year),
    ("(?<=(IN|SINCE|OF|THE|FROM)) APOSTROPHE (PAIR|DAY)", calendar.year),
    (
        "THE? part_of_? THE? DECADE|THE part_of_? (APOSTROPHE? DECADE_SHORT|NINETIES)"
        "|(APOSTROPHE|(?<=(AND|OR|TO))) DECADE_SHORT",
        calendar.decade,
    ),
    ("THE? part_of_? THE? (DAYTH|ORDINAL) DASH? CENTURY", calendar.century),
    ("(THE? which_)? FISCAL YEARWORD? YEAR|(THE? which_|THE|THIS) FISCAL YEARWORD", calendar.fiscal),
    # counted from a date
    ("THE? (LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS) number_ BETWEEN? any_unit_", lengths.span),
    ("THE? (ORDINAL|LAST|FINAL) number_ UNITS OF (YEAR|THE YEARWORD|THIS YEARWORD)", lengths.span),
    ("THE PAST any_unit_", lengths.span),
    ("(?<=(OVER|FOR|WITHIN|IN)) THE (LAST|NEXT) (DAYWORD|WEEK|MONTHWORD|YEARWORD|UNIT|CENTURY)", lengths.span),
    ("part_of_? THE? which_ unit_ PART?", distances.counted),
    ("THE? (FOLLOWING|NEXT|PREVIOUS|SAME|THAT) DAYWORD", distances.counted),
    ("(part_of_ THE (DAYWORD|WEEK|MONTHWORD|YEARWORD|UNIT|CENTURY)|YEAR_END|THE WEEKEND)", distances.the_period),
    ("(?<!OF) THE (DAYWORD|WEEK|MONTHWORD|YEARWORD) (?!THE) (?=stop_|$)", distances.the_period),
    ("(?<=(ENDING|EDGE)) THE (DAYWORD|WEEK|MONTHWORD|YEARWORD) (?!OF|WHICH)", distances.the_period),
    (
        "THE? SAME (PERIOD|unit_) ((OF|IN)? (THE? (LAST|PREVIOUS) YEARWORD)|A YEARWORD (AGO|EARLIER|BEFORE))",
        distances.same_period,
    ),
    ("length_ (AGO|FROM_NOW)|UNITS AGO", distances.ago),
    ("length_ (EARLIER|LATER)", distances.earlier),
    ("length_ (BEFORE|AFTER) (?=COMMA|DOT|STOP|CLOSE|AND|DASH|$)", distances.earlier),
    (
        "THE (DAYWORD|WEEK|MONTHWORD|YEARWORD) (EARLIER|LATER|(BEFORE|AFTER) (?=COMMA|DOT|STOP|CLOSE|AND|DASH|$))",
        distances.earlier,
    ),
    ("length_ (BEFORE|AFTER|FOLLOWING) to_event_", distances.event_day),
    ("THE (unit_|PART) (BEFORE|AFTER|OF) to_event_|THE? EVE to_event_", distances.event_day),
    # lengths and repetitions
    ("(plain_number_? TIMES)? (A|PER) (DAYWORD|WEEK|MONTHWORD|YEARWORD|QUARTER|UNIT)", lengths.rate),
    ("length_ (COMMA? AND? length_)? (DASH LONG)?|plain_number_ SECOND", lengths.duration),
    ("number_ (UNITS|UNIT) AND number_ (UNITS|SECOND|UNIT)", lengths.duration),
    ("(?<=WITHIN) plain_number_ AND plain_number_ any_unit_", lengths.duration),
    ("ALL (DAYWORD|WEEK|MONTHWORD|YEARWORD)", lengths.duration),
    ("(?<=over_) THE? UNITS|UNITS (?=BEFORE|AFTER|LATER|OF|EARLIER)|UNITS DASH LONG", lengths.vague),
    (
        "EVERY (OTHER|plain_number_|ordinal_)? any_unit_|EVERY (WEEKDAY|month_|SEASON|SEASON_VERB|PART)",
        lengths.repeated,
    ),
    ("(WEEKDAY_MANY|WEEKDAY PARTS)", lengths.weekdays),
    ("OFTEN", lengths.often),
    ("REFERENCE", lengths.reference),
    ("(THE|HIS|THESE)? RECENT (UNITS)?|THE COMING UNITS|THE? NEXT VAGUE UNITS", lengths.reference),
    ("IN THE RECENT? PAST (?!number_|any_unit_)|THE PAST (?=stop_|$)", lengths.reference),
    ("(number_|A)? DASH? any_unit_ DASH? OLD|AGED number_|number_ any_unit_ OF AGED", lengths.no_time),
    # the clock
    ("hour_ of_day_ ZONE?|CLOCK of_day_? ZONE?|(FOUR|YEAR|CLOCK|DOTTED|DAY) (ZONE|AM ZONE)", clock.clock),
    ("(NUMBER|DAY) OCLOCK of_day_?", clock.clock),
    ("(CLOCK|DOTTED|(?<=(AT|UNTIL|BY|SINCE|FROM|AFTER|BEFORE)) (DAY|NUMBER)) THIS PART", clock.clock),
    ("(NUMBER|HALF|A? QUARTER|number_ UNITS) PAST (NUMBER|DAY|NOON) of_day_?", clock.clock),
    ("number_ UNITS (TO|AFTER|BEFORE) (NUMBER|DAY|NOON) of_day_?", clock.clock),
    ("(?<=(AT|UNTIL|BY|SINCE|FROM|ABOUT|AFTER|BEFORE)) (NUMBER|A? QUARTER) TO (NUMBER|NOON) of_day_?", clock.clock),
    ("(?<=(AT|UNTIL|BY|SINCE|FROM|ABOUT|AFTER|BEFORE)) (FOUR|YEAR) UNITS", clock.clock),
    ("(?<=(AT|UNTIL|BY|SINCE|FROM|ABOUT|AFTER|BEFORE)) (NUMBER|DOTTED) (?=COMMA|DOT|STOP|CLOSE|ON|$)", clock.clock),
    ("NOON", clock.clock),
    ("^ (DOTTED|CLOCK) ZONE? (?!PERCENT|HUNDRED|any_unit_|PER|MONEY|COMMA)", clock.clock),
    ("(?<=(AT|UNTIL|BY|SINCE|FROM|AFTER|BEFORE)) DOTTED (?!PERCENT|HUNDRED|any_unit_|PER|A|MONEY)", clock.clock),
    ("EARLY PART (?!WORD|NAME)|(?<=(UNTIL|BY|BEFORE|AFTER|SINCE|ABOUT|AS)) PART (?!WORD|NAME)", clock.the_part),
    ("THE? PART_NAMED", clock.the_part),
    (
        "((THE? (SAME|FOLLOWING|NEXT|PREVIOUS)|THAT|THE) PART|(?<=IN) THE? PART) (?!WORD|NAME|THE|A|HIS|WHICH)",
        clock.the_part,
    ),
)

_SMALL = (
    "A THE OF IN WITHIN UNTIL BY SINCE OVER ABOUT AT ON FROM FOR TO AND OR MUCH THESE PERIOD HIS WHICH EVERY ALL PER "
    "TIMES OTHER AFTER BEFORE FOLLOWING THIS THAT SAME NEXT LAST PREVIOUS COMING CURRENT FINAL HALF AGED EDGE EARLY "
    "EARLIER LATER BETWEEN LONG HUNDRED VAGUE DASH APOSTROPHE OPEN COMMA"
)
"""Kinds that make no time by themselves."""
_IDLE = (
    "WORD",
    "NAME",
    "MARK",
    "NOTHING",
    "STOP",
    "DOT",
    "CLOSE",
    "MONEY",
    "PERCENT",
    "POSSESSIVE",
    "ENDING",
    "EVENT_VERB",
)


@cache
def rules() -> tuple[Rule, ...]:
    """Give the rules in order."""
    return tuple((re.compile(compiled(pattern)), reading) for pattern, reading in _PATTERNS)


@cache
def anywhere() -> re.Pattern[str]:
    """Give any rule: finds in one pass where it is worth trying them one by one.

    The look ahead only makes it quick: most words of a report are not among the first few before a month, a number or
    a unit.
    """
    few = _SMALL.split()
    small = "".join(CHARACTERS[kind] for kind in few)
    core = "".join(character for kind, character in CHARACTERS.items() if kind not in {*few, *_IDLE})
    every = "|".join(compiled(pattern) for pattern, _ in _PATTERNS)
    return re.compile(f"(?=[{small}]{{0,6}}[{core}])(?:{every})")
