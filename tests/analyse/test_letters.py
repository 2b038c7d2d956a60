"""Documents that speak for their author, where the text told who that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.analyse import attributions, coreference, entities, letters, speakers
from rashomon.analyse.language import Prose

ParseText = Callable[..., Prose]


def authors(prose: Prose) -> dict[str, str | None]:
    """Give, for each cue, the words of the speaker that its source means."""
    text = prose.article.text
    mentions = entities.find(prose)
    said = speakers.authored(prose, attributions.find(prose))
    references = coreference.resolve(prose, mentions, said)
    signed = letters.signed(prose, speakers.resolved(said, mentions, references), mentions, references)
    return {
        text[one.cue.start : one.cue.end]: text[one.speaker_ref.start : one.speaker_ref.end]
        if one.speaker_ref
        else None
        for one in signed
        if one.cue is not None
    }


@pytest.mark.parametrize(
    "text",
    [
        "In a letter to the board, Ines Carrow said she would leave. The letter added that the pump had failed.",
        "Ines Carrow's letter to the board was short. The letter added that the pump had failed.",
        "Clerks passed round a letter from Ines Carrow. The letter added that the pump had failed.",
        "Ines Carrow said she would leave. “I kept the keys in my desk,” the letter added.",
    ],
)
def test_the_letter_is_who_wrote_it(parse_text: ParseText, text: str):
    """Its owner, who it is from, who said something in it, or who spoke before it where it says "I"."""
    assert authors(parse_text(text))["added"] == "Ines Carrow"


@pytest.mark.parametrize(
    "text",
    [
        "Ines Carrow said she would leave. The letter added that the pump had failed.",
        "Ines Carrow's report was short. The survey added that the pump had failed.",
    ],
)
def test_nobody_is_guessed(parse_text: ParseText, text: str):
    """A letter in the third person that nobody is told to have written is its own speaker; so is another document."""
    assert authors(parse_text(text))["added"] is None
