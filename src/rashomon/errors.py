"""Every error that rashomon raises on purpose.

    RashomonError
    ├── ReadError            a file, page or record cannot be read as an article
    │   ├── EmptyInput       nothing in it
    │   ├── NotText          binary, or not decodable
    │   ├── TooLarge         over the size limit
    │   ├── UnreadableFile   the operating system said no
    │   ├── NoArticle        markup or data without an article in it
    │   └── UnknownLanguage  a language that is not analysed, named
    ├── StoryError           a story file is damaged
    │   └── SpanMismatch     a span's text is not what stands at its offsets
    ├── NotInStory           a name or a proposition that was asked for is not in the story
    ├── ModelMissing         the language model asked for is not installed
    ├── JudgementError       a judgement that makes no sense: its target is not there, or does not go with its kind
    ├── StoreError           the database cannot be opened, read or written; what was committed still stands
    │   └── NotKept          what was asked for is not in the database
    └── OutputError          the result could not be written; what stood there before still stands

Each carries ``name`` (the file), ``cause`` and ``mend`` (what the person can do), and prints as one line.
"""

from __future__ import annotations

__all__ = [
    "EmptyInput",
    "JudgementError",
    "ModelMissing",
    "NoArticle",
    "NotInStory",
    "NotKept",
    "NotText",
    "OutputError",
    "RashomonError",
    "ReadError",
    "SpanMismatch",
    "StoreError",
    "StoryError",
    "TooLarge",
    "UnknownLanguage",
    "UnreadableFile",
]


class RashomonError(Exception):
    """Anything rashomon raises on purpose: ``name`` (of the input), ``cause``, ``mend``.

    >>> print(EmptyInput("a.txt", "the file is empty", "give a file with text in it"))
    a.txt: the file is empty; give a file with text in it
    """

    def __init__(self, name: str, cause: str, mend: str = "") -> None:
        super().__init__(name, cause, mend)
        self.name, self.cause, self.mend = name, cause, mend

    def __str__(self) -> str:
        return f"{self.name}: {self.cause}" + (f"; {self.mend}" if self.mend else "")


class ReadError(RashomonError):
    """A file, page or record cannot be read as an article."""


class EmptyInput(ReadError):
    """There is nothing in it."""


class NotText(ReadError):
    """It is binary, or cannot be decoded."""


class TooLarge(ReadError):
    """It is over the size limit."""


class UnreadableFile(ReadError):
    """The operating system would not let it be read."""


class NoArticle(ReadError):
    """There is markup or data, but no article in it."""


class UnknownLanguage(ReadError):
    """It is written in a language that is not analysed."""


class StoryError(RashomonError):
    """A story file is damaged."""


class SpanMismatch(StoryError):
    """A span's text is not what stands at its offsets."""


class NotInStory(RashomonError):
    """A name or a proposition that was asked for is not in the story, or not one alone."""


class ModelMissing(RashomonError):
    """The language model asked for is not installed."""


class JudgementError(RashomonError):
    """A judgement makes no sense: what it is about is not there, or does not go with its kind."""


class StoreError(RashomonError):
    """The database cannot be opened, read or written; what was committed still stands."""


class NotKept(StoreError):
    """What was asked for is not in the database."""


class OutputError(RashomonError):
    """The result could not be written; what stood there before still stands."""
