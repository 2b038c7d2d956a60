"""Stages of comparing that stand on a story's words, as tests call them: on the story alone."""

from rashomon.compare import gists as stage
from rashomon.compare.bags import bags
from rashomon.compare.gists import Gist
from rashomon.model import Story


def gists(own: Story) -> tuple[Gist, ...]:
    """Give the claims of a story prepared for comparing."""
    return stage.gists(own, bags(own))
