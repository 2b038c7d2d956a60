"""What is cut from a report, as one line that is safe to show; dates and numbers as a reader writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model import Fact

__all__ = ["around", "between", "counted", "day", "is_named", "listed", "one_line", "plural", "shortened"]

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that steer a terminal instead of being read in it."""

_MONTHS = "January February March April May June July August September October November December"

_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}


def one_line(text: str) -> str:
    """Give ``text`` with single spaces for all white space, without the characters that steer a terminal.

    >>> one_line("The gate\\n was \\x1b[31mshut")
    'The gate was [31mshut'
    """
    return " ".join(_UNSEEN.sub("", text).split())


def shortened(words: str, most: int) -> str:
    """Give ``words`` with their middle left out where they are long, cut between words where there is a gap.

    >>> shortened("the gate that nobody had shut was open", 24)
    'the gate that … open'
    """
    if len(words) <= most:
        return words
    head, tail = words[: most * 2 // 3], words[-most // 3 :]
    head = head.rsplit(" ", 1)[0] if " " in head else head
    tail = tail.split(" ", 1)[1] if " " in tail else tail
    return f"{head} … {tail}"


def around(words: str, focus: str, most: int) -> str:
    """Give ``words`` with as much around ``focus`` as there is room for, cut between words at either end.

    >>> around("the gate that nobody had shut stood open all the night", "stood", 30)
    '… had shut stood open all …'
    """
    at = words.find(focus)
    if len(words) <= most or at < 0:
        return shortened(words, most)
    room = max(most - len(focus), 0) // 2
    start, end = max(0, at - room), min(len(words), at + len(focus) + room)
    start = 0 if start == 0 else min(words.find(" ", start) + 1 or at, at)
    end = end if end == len(words) else max(words.rfind(" ", 0, end), at + len(focus))
    return ("… " if start else "") + words[start:end] + (" …" if end < len(words) else "")


def counted(number: int, noun: str) -> str:
    """Give a number with its noun.

    >>> counted(1, "family"), counted(2, "family"), counted(2, "report")
    ('1 family', '2 families', '2 reports')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number} {plural(noun)}"


def plural(noun: str) -> str:
    """Give more than one of a noun, which ends a phrase.

    >>> plural("disputed proposition"), plural("family")
    ('disputed propositions', 'families')
    """
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def listed(names: Sequence[str], most: int) -> str:
    """Give names in a row, those after the first ``most`` as a number.

    >>> listed(["Post", "Echo", "Mail"], 2)
    'Post, Echo and 1 more'
    """
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"


def day(value: str) -> str:
    """Give an ISO prefix as a reader writes it; what is no plain date stays as it is.

    >>> day("2031-03-03"), day("2031-03"), day("2031-03-03T21:00"), day("2031-03-03TNI"), day("2031-W09")
    ('3 March 2031', 'March 2031', '3 March 2031, 21:00', '3 March 2031, night', '2031-W09')
    >>> day("XXXX-03-03")  # no year is told
    '3 March'
    """
    found = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d|MO|AF|EV|NI).*)?", value)
    if not found or not found[2] or not 1 <= int(found[2]) <= 12:
        return one_line(value)
    number = f"{int(found[3])} " if found[3] else ""
    time = f", {_PARTS.get(found[4], found[4])}" if found[4] else ""
    year = "" if found[1] == "XXXX" else f" {found[1]}"
    return f"{number}{_MONTHS.split()[int(found[2]) - 1]}{year}{time}"


def between(first: str, last: str) -> str:
    """Give two dates as one range that says month and year once where they are the same.

    >>> between("3 March 2031", "15 March 2031")
    '3 to 15 March 2031'
    """
    if first == last:
        return last
    words, others = first.split(), last.split()
    while len(words) > 1 and len(others) > 1 and words[-1] == others[-1]:
        words, others = words[:-1], others[:-1]
    return f"{' '.join(words)} to {last}"


def is_named(outlet: Fact) -> bool:
    """Tell whether the report names its outlet; what was taken from the file's name alone is only that."""
    return outlet.value is not None and (outlet.basis not in {"inferred", "unknown"} or outlet.span is not None)
