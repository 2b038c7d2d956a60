"""Tables as Markdown: what a command prints is what a README shows."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["table"]


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Give a Markdown table, columns made even; a float has three places, ``None`` is a dash.

    >>> print(table(["measure", "all"], [["recall", 0.5], ["words", 1200], ["none", None]]))
    | measure | all   |
    | ------- | ----- |
    | recall  | 0.500 |
    | words   | 1,200 |
    | none    | -     |
    """
    cells = [list(head), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    return "\n".join([lines[0], "| " + " | ".join("-" * width for width in widths) + " |", *lines[1:]])


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.3f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
