"""The story file, ``rashomon-story/1``: a Story as one JSON object, back again, and the proof that every span stands.

A span is ``{"article", "start", "end", "text"}``: code points, half-open, with ``text`` equal to
``articles[article].text[start:end]``. Everything is sorted by article id and offset, so the same reports in any order
give the same bytes.
"""

from rashomon.present.story_file.export import FORMAT, dumps, export
from rashomon.present.story_file.load import load, loads
from rashomon.present.story_file.verify import schema, verify

__all__ = ["FORMAT", "dumps", "export", "load", "loads", "schema", "verify"]
