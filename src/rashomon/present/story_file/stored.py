"""Story files among the paths that somebody gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from rashomon.errors import StoryError
from rashomon.model import Story
from rashomon.present.story_file.load import load, loads
from rashomon.present.story_file.verify import verify

__all__ = ["stored"]

_FORMAT = re.compile(rb'"format"\s*:\s*"rashomon-story/')
_HEAD = 4096
"""Bytes at the beginning of a file in which a story file has said what it is."""


def stored(paths: Sequence[str]) -> tuple[list[Story], list[str]]:
    """Give the Stories of the story files among ``paths``, which are told by their format, and the other paths.

    Raises ``StoryError`` or ``SpanMismatch`` where a story file is damaged or cannot be read.
    """
    files = [path for path in paths if _is_story_file(Path(path))]
    return [_read(path) for path in files], [path for path in paths if path not in files]


def _is_story_file(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return path.is_file() and _FORMAT.search(file.read(_HEAD)) is not None
    except (OSError, ValueError):  # whoever reads it as a report will say what is wrong with it
        return False


def _read(path: str) -> Story:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise StoryError(path, f"it cannot be read: {error.strerror}", "check the path") from error
    values = loads(data, path)
    verify(values, path)
    return load(values)
