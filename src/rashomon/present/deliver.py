"""What is made of a story and where it goes: the story file, a reading, to a file or to standard output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import OutputError
from rashomon.model import Story
from rashomon.present.shown import Shown

__all__ = ["ENDINGS", "Wanted", "check", "deliver"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make of a story: the story file or a reading, where to (None for standard output), what in it."""

    as_json: bool
    output: Path | None
    shown: Shown


def _story_file(story: Story, _: Shown) -> str:
    from rashomon.present.story_file import dumps

    return dumps(story)


def _plain(story: Story, shown: Shown) -> str:
    from rashomon.present.terminal import plain_text

    return plain_text(story, shown)


def _report(story: Story, _: Shown) -> str:
    from rashomon.present.report import page
    from rashomon.present.story_file import export

    return page(export(story))


ENDINGS: Mapping[str, tuple[str, Callable[[Story, Shown], str]]] = {
    ".json": ("the story file", _story_file),
    ".html": ("the report, one page for a browser", _report),
    ".txt": ("the reading", _plain),
}
"""What a file of each ending holds, and the function that makes it."""


def check(output: Path) -> None:
    """Refuse an output that could never be written before any work is done for it.

    Raises ``ValueError`` where the ending is none of ``ENDINGS``, ``OutputError`` where the folder is not there.
    """
    if output.suffix not in ENDINGS:
        known = " or ".join(f"{ending} ({what})" for ending, (what, _) in ENDINGS.items())
        raise ValueError(f"{output}: the name must end in {known}")
    if not output.parent.is_dir():
        raise OutputError(str(output), "there is no such folder", f"make it first: mkdir -p {output.parent}")


def deliver(story: Story, wanted: Wanted) -> None:
    """Write what is wanted of ``story``: to the file, and to standard output where none is named or JSON is asked for.

    Raises ``OutputError``.
    """
    from rashomon.present.output import write_file, write_out

    if wanted.output is not None:
        _, made = ENDINGS[wanted.output.suffix]
        write_file(wanted.output, made(story, wanted.shown))
    if wanted.as_json:
        write_out(_story_file(story, wanted.shown))
    elif wanted.output is None:
        write_out(_coloured(story, wanted.shown))


def _coloured(story: Story, shown: Shown) -> str:
    """Give the reading for standard output: with colours in a terminal that takes them, plain in a pipe."""
    from rich.console import Console

    from rashomon.present.terminal import WIDEST, plain_text, reading

    console = Console(highlight=False, emoji=False)
    width = min(console.width, WIDEST)
    if console.no_color or console.color_system is None:
        return plain_text(story, shown, width)
    with console.capture() as captured:
        console.print(reading(story, width, shown), width=width)
    return captured.get()
