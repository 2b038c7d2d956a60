"""What a person should know of a text before trusting it."""

from __future__ import annotations

import pytest

from rashomon.read import article

SAID = "The harbour gate stood open for an hour on the night of the storm, the harbour master said on Tuesday."
CUT = "Three dockers who were on the quay told the paper that they had seen nobody at the winch since the"


@pytest.mark.parametrize(
    "last",
    [
        CUT,
        f"{CUT} bell…",
        f"{CUT} bell… [+1204 chars]",
        "Three dockers told the paper that they had seen nobody at the winch since eight, and that the ferry,",
    ],
)
def test_a_text_that_breaks_off_says_so(last: str):
    """A last sentence without an end, or with a collection's mark, is told: what is missing is not left out."""
    (note,) = article(f"{SAID}\n\n{last}", "a.txt").notes
    assert note.startswith("it seems to be cut off: it ends with “")


@pytest.mark.parametrize(
    "last",
    [
        SAID,
        f"{SAID} ♦",
        "Bridge at Carrow shut after lorry strikes pier, harbour master says",
        "By Ines Carrow",
        f"{SAID} (Reporting by Ines Carrow; Editing by Bo Orr)",
    ],
)
def test_a_text_that_ends_is_left_alone(last: str):
    """Ornaments, credits, bylines and the titles of other stories are no sentences that break off."""
    assert article(f"{SAID}\n\n{SAID}\n\n{last}", "a.txt").notes == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Correction: the gate was open for one hour, not two.", True),
        ("An earlier version of this article gave the wrong hour.", True),
        ("This story was corrected on 5 March to give the right hour.", True),
        ('The firm said: "An earlier version of this report was wrong."', False),
        ("The officer's correction of the log was late.", False),
    ],
)
def test_a_corrected_article_says_so(line: str, told: bool):
    """What an outlet says of its own text is told; corrections that are reported are not its own."""
    notes = article(f"{SAID}\n\n{line}", "a.txt").notes
    assert notes == ((f"it says of itself: “{line}”",) if told else ())
