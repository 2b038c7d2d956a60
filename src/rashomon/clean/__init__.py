"""clean: from an Article to labelled Blocks over its untouched text."""

from __future__ import annotations

from rashomon.clean.layout import blocks

__all__ = ["blocks"]
