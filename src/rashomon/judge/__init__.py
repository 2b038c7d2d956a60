"""judge: what people decided about a story, kept beside the machine's reading and applied to any reading of it.

a person's eye on a shown story -> Target (by content) -> Judgement -> the log
a reading + the log -> the story as judged, and what became of each judgement
"""

from __future__ import annotations

from rashomon.judge.apply import applied
from rashomon.judge.log import from_values, judgement, standing, to_values, undoing
from rashomon.judge.targets import passage, target

__all__ = ["applied", "from_values", "judgement", "passage", "standing", "target", "to_values", "undoing"]
