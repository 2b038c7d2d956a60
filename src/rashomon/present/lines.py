"""What is cut from a report, as one line that is safe to show."""

from __future__ import annotations

import re

__all__ = ["one_line"]

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that steer a terminal instead of being read in it."""


def one_line(text: str) -> str:
    """Give ``text`` with single spaces for all white space, without the characters that steer a terminal.

    >>> one_line("The gate\\n was \\x1b[31mshut")
    'The gate was [31mshut'
    """
    return " ".join(_UNSEEN.sub("", text).split())
