"""Conflicts: claims of one story that cannot all hold, or that part in scope and degree."""

from rashomon.compare.conflicts.finding import find

__all__ = ["find"]
