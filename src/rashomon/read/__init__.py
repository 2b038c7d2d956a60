"""read: from a file, a page or a record to an Article."""

from __future__ import annotations

from rashomon.read.article import article
from rashomon.read.complete import complete
from rashomon.read.files import articles, articles_in, standard_input
from rashomon.read.visible import visible_text

__all__ = ["article", "articles", "articles_in", "complete", "standard_input", "visible_text"]
