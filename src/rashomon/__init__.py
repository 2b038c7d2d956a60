"""rashomon reconciles several reports of one story: who said what, according to whom, and where the accounts part.

from rashomon import export, read, reconcile, verify

articles, problems = read.articles(["reports/"])
story = reconcile(articles)
verify(export(story))
"""

from rashomon import read
from rashomon.errors import RashomonError
from rashomon.model import Article, Options, Story
from rashomon.present.story_file import export, verify
from rashomon.story import reconcile

__all__ = ["Article", "Options", "RashomonError", "Story", "export", "read", "reconcile", "verify"]
