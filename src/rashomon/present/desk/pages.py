"""The pages of the desk: the list of stories, and the report of one with the layer in which it is judged."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from rashomon import store
from rashomon.errors import NotKept, RashomonError
from rashomon.present.desk import verbs
from rashomon.present.desk.api import failure

__all__ = ["ASSETS", "list_page", "story_page"]

ASSETS = {"/static/report": "rashomon.present.report", "/static/desk": "rashomon.present.desk"}
"""Where the files in the folder ``static`` of each package are served."""


def list_page(database: Path, inbox: Path, _: str | None) -> tuple[int, str]:
    """Give the status and the text of the page that lists the stories."""
    try:
        with store.opened(database) as opened:
            stories = store.stories(opened)
    except RashomonError as error:
        return failure(error), _rendered("fault.html", error=error)
    return 200, _rendered("list.html", stories=stories, inbox=inbox)


def story_page(database: Path, _: Path, story: str | None) -> tuple[int, str]:
    """Give the status and the text of the page of ``story``: its report, or how far its first reading is."""
    from rashomon.present.report import page
    from rashomon.present.story_file import export

    try:
        with store.opened(database) as opened:
            (entry,) = store.stories(opened, story=story) or (None,)
            if entry is None:
                raise NotKept(story or "", "there is no such story", "look at the list of stories")
            if entry.engine is None:
                return 200, _rendered("waiting.html", story=entry)
            shown, settled = verbs.judged(opened, entry.id, verbs.PATIENCE)
    except RashomonError as error:
        return failure(error), _rendered("fault.html", error=error)
    layer = _rendered("layer.html", story=entry, login=verbs.login(), settled=settled)
    return 200, page(export(shown), assets="/static/report/", more=layer)


def _rendered(name: str, **values: Any) -> Any:
    """Give a page, with all that is put into it as text."""
    from markupsafe import Markup

    return Markup(_templates().get_template(name).render(values))


@cache
def _templates() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("rashomon.present.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
