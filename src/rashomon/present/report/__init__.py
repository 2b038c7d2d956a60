"""The report: one static page for a story, safe to mail. It asks nothing of any network.

The page is a frame with the story in it as data; the scripts in ``static`` draw the six views from that when they are
looked at. Without scripts the frame shows who says what, and the reports themselves.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from rashomon.compare import stories
from rashomon.present.report.compact import compact
from rashomon.present.story_file.load import load

__all__ = ["SCRIPTS", "page"]

SCRIPTS = (
    "words.js",
    "statements.js",
    "cards.js",
    "hand.js",
    "reader.js",
    "overview.js",
    "scale.js",
    "timeline.js",
    "sources.js",
    "people.js",
    "gaps.js",
    "report.js",
)
"""The modules in ``static``, each after those it imports."""

_VIEWS = (
    ("reader", "Reader"),
    ("overview", "Overview"),
    ("timeline", "Timeline"),
    ("sources", "Sources"),
    ("people", "People"),
    ("gaps", "Omissions and wording"),
)
_SIGNS = {"asserts": "+", "denies": "×", "hedges": "~", "declines": "∅", "unaware": "?"}

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|function) (\w+))", re.MULTILINE)
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def page(story: Mapping[str, Any], assets: str | None = None, more: str = "") -> str:
    """Give the report of ``story``, the values of a story file, as one HTML page; write it as UTF-8.

    ``assets`` is the URL of the folder that serves ``static``, ending in a slash; the page then links to its files and
    the server sets the content-security policy. Without it all is inlined, and the policy stands in the page. ``more``
    is text that stands at its end, and markup where it is marked as such.
    """
    from markupsafe import Markup

    small = compact(story)
    style, script = _static("report.css"), _inlined()
    text = _template().render(
        story=small,
        data=Markup(_as_data(small)),
        numbers=_numbers(small, len(stories.find(load(story)))),
        views=_VIEWS,
        signs=_SIGNS,
        assets=assets,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        more=more,
    )
    # half of a surrogate pair has no UTF-8; in the data it stays, as an escape
    return _SURROGATE.sub("\ufffd", str(text))


@cache
def _inlined() -> str:
    """Give the scripts as one: each module a function that is called at once and gives what it exports."""
    return "\n".join(_closed(name.removesuffix(".js"), _static(name)) for name in SCRIPTS)


def _closed(name: str, text: str) -> str:
    """Give the module ``name`` as a constant that holds its exports.

    >>> print(_closed("two", 'import { one } from "./one.js";\\nexport const two = one + one;\\n'))
    const two_ = (() => {
    const { one } = one_;
    const two = one + one;
    return { two };
    })();
    """
    body = _EXPORT.sub("", _IMPORT.sub(r"const \1 = \2_;", text))
    return f"const {name}_ = (() => {{\n{body}return {{ {', '.join(_EXPORT.findall(text))} }};\n}})();"


@cache
def _static(name: str) -> str:
    return files("rashomon.present.report").joinpath("static", name).read_text(encoding="utf-8")


@cache
def _template() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("rashomon.present.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["words"] = _words
    return environment.get_template("report.html")


def _words(proposition: Mapping[str, Any], story: Mapping[str, Any]) -> str:
    """Give the words of the title of ``proposition``; offsets of the page count UTF-16 code units."""
    article, start, end = proposition["title"]
    wide = story["articles"][article]["text"].encode("utf-16-le", "surrogatepass")
    return _unmarked(" ".join(wide[2 * start : 2 * end].decode("utf-16-le", "surrogatepass").split()))


def _unmarked(words: str) -> str:
    """Give ``words`` without the quotation mark that stands at one end alone, or the pair that holds all of them.

    >>> _unmarked("“It was shut"), _unmarked('"It was shut"'), _unmarked("it was “shut”")
    ('It was shut', 'It was shut', 'it was “shut”')
    """
    marks = len(re.findall('["“”„«»]', words))
    opens, closes = words.startswith(('"', "“", "„", "«")), words.endswith(('"', "”", "»"))
    if opens and closes and marks == 2:
        return words[1:-1]
    if marks % 2 and opens:
        return words[1:]
    return words[:-1] if marks % 2 and closes else words


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_sum(style)}; script-src {_sum(script)}; base-uri 'none'; form-action 'none'"
    )


def _sum(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _as_data(value: Any) -> str:
    """Give ``value`` as JSON that cannot end the script element it stands in, nor leave it by a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _numbers(small: Mapping[str, Any], told_apart: int) -> list[tuple[str, str]]:
    """Give what the head of the page counts: the number, and of what; ``told_apart`` are the stories in it."""
    dates = sorted(one["published"] for one in small["articles"] if one["published"])
    families = len({one["family"] for one in small["articles"]} - {None})
    origins = len({(one["holder"], one["through"]) for one in small["origins"]})
    counted = [(len(small["articles"]), "report", "reports")]
    counted += [(told_apart, "story, it seems", "stories, it seems")] if told_apart > 1 else []
    counted += [(families, "independent witness", "independent witnesses")] if families else []
    counted += [(origins, "origin", "origins")] if origins else []
    told = [(str(number), one if number == 1 else many) for number, one, many in counted]
    days = list(dict.fromkeys(_day(one) for one in (dates[:1] + dates[-1:])))
    return told + ([(" – ".join(days), "published")] if days else [])


def _day(value: str) -> str:
    """Give an ISO day in words, a month or a year as it is.

    >>> _day("2031-03-02"), _day("2031-03")
    ('2 March 2031', '2031-03')
    """
    try:
        found = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{found.day} {found:%B} {found.year}"
