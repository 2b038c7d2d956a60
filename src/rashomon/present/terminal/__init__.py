"""The terminal: a Story laid out in order of importance, readable at any width, with and without colour.

Every word of a report is shown as it stands in its text, with the file and the line. Colour never says anything alone:
each stance and each finding has a mark and a word.
"""

from rashomon.present.shown import OVERVIEW, Section, Shown
from rashomon.present.terminal.head import summary, told
from rashomon.present.terminal.reading import WIDEST, plain_text, reading

__all__ = ["OVERVIEW", "WIDEST", "Section", "Shown", "plain_text", "reading", "summary", "told"]
