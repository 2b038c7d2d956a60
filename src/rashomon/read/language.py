"""Which language a text is written in: English is read, any other is refused by its name."""

from __future__ import annotations

import re

from rashomon.data import entries
from rashomon.errors import UnknownLanguage
from rashomon.model import Fact

__all__ = ["language"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH = 0.25
"""Share of English function words that settles it: English news has .33 to .45, German and Dutch under .12."""
_SHORTEST = 15
"""Words under which a text is too short to be refused: detectors guess wildly on headlines."""
_MARGIN = 30.0
"""How far (log-probability) another language must lie before English to be believed."""


def language(text: str, name: str) -> Fact:
    """Give the language of ``text`` as a Fact with an ISO 639-1 code.

    Raises ``UnknownLanguage``, which names the language, where it is not English. A text too short to tell is taken to
    be English with the basis "unknown".
    """
    words = _WORD.findall(text[:20_000])
    functional = set(entries("function-words.txt"))
    share = sum(word.lower() in functional for word in words) / max(1, len(words))
    if len(words) >= _SHORTEST and share >= _ENGLISH:
        return Fact("en", "text", f"{share:.0%} of its words are English function words")
    code, margin = _detected(" ".join(words)[:5000])
    letters = sum(map(len, words))
    if code == "en":
        return Fact("en", "text", "py3langid takes it for English")
    if margin > _MARGIN and (len(words) >= _SHORTEST or letters >= 60) and share < 0.5 * _ENGLISH:
        found = dict(line.split(" ", 1) for line in entries("languages.txt")).get(
            code, f"the language with code {code}"
        )
        raise UnknownLanguage(name, f"it is written in {found}", "only reports in English are read; give a translation")
    return Fact("en", "unknown", "too short or too mixed to tell; taken to be English")


def _detected(text: str) -> tuple[str, float]:
    """Give the code of the likeliest language, and by how much it is likelier than English."""
    if not text:
        return "en", 0.0
    import py3langid

    known = {line.split(" ", 1)[0] for line in entries("languages.txt")}  # it knows many that hardly print news
    ranked = [(str(code), float(score)) for code, score in py3langid.rank(text) if str(code) in known]
    return ranked[0][0], ranked[0][1] - dict(ranked)["en"]
