"""The language model, loaded once for the whole run, and what most tests of the reading ask of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from browser import chromium, visit  # noqa: F401
from factory import Told, article, blocks, told
from rashomon.analyse import attributions, language
from rashomon.analyse.language import Prose
from rashomon.model import Options, Role

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ParseText = Callable[..., Prose]
ReadAloud = Callable[..., list[Told]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Give the default parser."""
    return language.load(Options().model)


@pytest.fixture(scope="session")
def parse_text(nlp: Language) -> ParseText:
    """Give a function from a text, and the roles of its paragraphs in order, to its parsed prose."""

    def parsed(text: str, *roles: Role) -> Prose:
        report = article(text)
        (prose,) = language.parse([(report, blocks(report, *roles))], Options().model)
        return prose

    return parsed


@pytest.fixture(scope="session")
def parse_one(parse_text: ParseText) -> Callable[[str], Doc]:
    """Give a function from one paragraph to its parse."""
    return lambda text: parse_text(text).paragraphs[0].doc


@pytest.fixture(scope="session")
def attributed(parse_text: ParseText) -> ReadAloud:
    """Give a function from a text to its attributions in words."""

    def read(text: str, *roles: Role) -> list[Told]:
        prose = parse_text(text, *roles)
        return told(prose.article, attributions.find(prose))

    return read
