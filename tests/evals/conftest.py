"""An invented story of three short reports with its annotations, written into a folder of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rashomon.evals.annotations import build, write_visible

WIRE = (
    "Harbour master says gate was shut\n\nORRIN, March 3 - The harbour master, Ines Carrow, flatly denied\n"
    "that the gate had been left open, telling Radio Orrin it “was shut at nine”.\n\n"
    "Three dockers said on Sunday that at least 30 people were hurt.\n\nSign up for our morning letter today!\n"
)
PAGE = (
    "<html><head><title>x</title></head><body><nav>News Sport</nav><h1>Gate was open, say dockers</h1>"
    "<p>The&nbsp;<i>Tribune</i> reported that two officials said the gate stood open.</p>"
    "<p>Ms Carrow denied it. Some 34 were hurt.</p></body></html>"
)
LETTER = "Ferry late again\r\n\r\nThe ferry ran an hour late. The gate was open, I believe.\r\n"


def _wire() -> dict[str, Any]:
    return {
        "file": "01-kestrel.txt",
        "attributions": [
            {
                "id": "a1",
                "passage": "The harbour master, Ines Carrow, flatly denied that the gate had been left open",
                "source": "The harbour master, Ines Carrow",
                "cue": "flatly denied",
                "contents": ["that the gate had been left open"],
                "kind": "indirect",
                "stance": "denies",
                "holder": "Ines Carrow",
                "within": None,
            },
            {
                "id": "a2",
                "passage": "telling Radio Orrin it “was shut at nine”",
                "source": None,
                "implied_source": "Ines Carrow",
                "cue": "telling",
                "contents": ["it “was shut at nine”"],
                "kind": "mixed",
                "stance": "asserts",
                "holder": "Ines Carrow",
                "addressee": "Radio Orrin",
                "within": None,
            },
            {
                "id": "a3",
                "passage": "Three dockers said on Sunday that at least 30 people were hurt",
                "source": "Three dockers",
                "cue": "said",
                "contents": ["that at least 30 people were hurt"],
                "kind": "indirect",
                "stance": "asserts",
                "holder": "three dockers",
                "within": None,
            },
        ],
        "times": [
            {"passage": "was shut at nine", "quote": "nine", "type": "TIME", "value": "2031-03-02T21:00"},
            {"passage": "said on Sunday", "quote": "Sunday", "type": "DATE", "value": "2031-03-02"},
        ],
    }


def _page() -> dict[str, Any]:
    passage = "The Tribune reported that two officials said the gate stood open"
    return {
        "file": "02-post.html",
        "attributions": [
            {
                "id": "a1",
                "passage": passage,
                "source": "The Tribune",
                "cue": "reported",
                "contents": ["that two officials said the gate stood open"],
                "kind": "indirect",
                "stance": "asserts",
                "holder": "Tribune",
                "within": None,
            },
            {
                "id": "a2",
                "passage": passage,
                "source": "two officials",
                "cue": "said",
                "contents": ["the gate stood open"],
                "kind": "indirect",
                "stance": "asserts",
                "holder": "two officials",
                "within": "a1",
            },
        ],
        "times": [],
    }


def _document(number: int, file: str, outlet: str, boilerplate: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "doc": f"d{number}",
        "file": file,
        "outlet": outlet,
        "genre": "report",
        "date": {"value": "2031-03-03", "basis": "dateline"},
        "family": outlet.lower(),
        "boilerplate": boilerplate,
    }


def _statement(doc: str, quote: str, chain: list[str], stance: str) -> dict[str, Any]:
    return {
        "doc": doc,
        "file": {"d1": "01-kestrel.txt", "d2": "02-post.html", "d3": "03-letter.txt"}[doc],
        "quote": quote,
        "holder": chain[-1] if len(chain) > 1 else "narrator",
        "source_chain": chain,
        "stance": stance,
        "attributed_date": "2031-03-03",
        "hedge_cue": None,
    }


def _story() -> dict[str, Any]:
    gate = [
        _statement("d1", "denied that the gate had been left open", ["Kestrel", "Ines Carrow"], "denies"),
        _statement("d2", "the gate stood open", ["Post", "Tribune", "two officials"], "asserts"),
        _statement("d2", "Ms Carrow denied it", ["Post", "Ines Carrow"], "denies"),
        _statement("d3", "The gate was open, I believe", ["Letter"], "hedges"),
    ]
    hurt = [
        _statement("d1", "at least 30 people were hurt", ["Kestrel", "three dockers"], "asserts"),
        _statement("d2", "Some 34 were hurt", ["Post"], "asserts"),
    ]
    return {
        "story": "orrin-gate",
        "kind": "accident",
        "documents": [
            _document(1, "01-kestrel.txt", "Kestrel", [{"quote": "Sign up for our morning letter today!"}]),
            _document(2, "02-post.html", "Post", [{"quote": "News Sport"}]),
            _document(3, "03-letter.txt", "Letter", []),
        ],
        "propositions": [
            {"id": "p1", "proposition": "The gate was open.", "kind": "fact", "statements": gate},
            {"id": "p2", "proposition": "How many were hurt.", "kind": "number", "statements": hurt},
        ],
        "conflicts": [
            {
                "id": "c1",
                "kind": "number",
                "severity": "soft",
                "proposition": "p2",
                "description": "thirty or more against about thirty-four",
                "values": [
                    {"value": "30+", "holder": "three dockers", "doc": "d1", "quote": "at least 30"},
                    {"value": "34", "holder": "narrator", "doc": "d2", "quote": "34 were hurt"},
                ],
            }
        ],
        "position_changes": [],
        "copies": [],
        "omissions": [{"doc": "d3", "file": "03-letter.txt", "proposition": "p2"}],
        "word_choice": [],
        "traps": [{"trap": "count with bounds", "file": "01-kestrel.txt", "quote": "at least 30"}],
    }


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Give the folder of the invented story, not yet built."""
    folder = tmp_path / "orrin-gate"
    (folder / "articles").mkdir(parents=True)
    (folder / "annotations").mkdir()
    (folder / "articles" / "01-kestrel.txt").write_bytes(WIRE.encode("windows-1252"))
    (folder / "articles" / "02-post.html").write_text(PAGE, encoding="utf-8")
    (folder / "articles" / "03-letter.txt").write_bytes(LETTER.encode())
    write_visible(folder / "articles" / "02-post.html")
    empty = {"file": "03-letter.txt", "attributions": [], "times": []}
    for name, value in (("01-kestrel", _wire()), ("02-post", _page()), ("03-letter", empty), ("story", _story())):
        (folder / "annotations" / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")
    return folder


@pytest.fixture
def built(story: Path) -> Path:
    """Give the folder of the invented story with its gold."""
    gold, wrong = build(story)
    assert wrong == []
    (story / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return story


@pytest.fixture
def edit() -> Callable[[Path, Callable[[Any], None]], None]:
    """Give a function that changes one JSON file in place."""

    def change(file: Path, how: Callable[[Any], None]) -> None:
        value = json.loads(file.read_text(encoding="utf-8"))
        how(value)
        file.write_text(json.dumps(value), encoding="utf-8")

    return change


@pytest.fixture
def as_story() -> Callable[[Path], dict[str, Any]]:
    """Give a function that turns gold into the story file that a faultless system would write."""
    return _as_story


def _as_story(folder: Path) -> dict[str, Any]:
    from rashomon.evals.accounts import load
    from rashomon.evals.readings import from_gold

    gold = load(folder)
    read = from_gold(gold)

    def span(one: Any) -> dict[str, Any]:
        return {"article": one.article, "start": one.start, "end": one.end}

    claims = [
        {
            "id": one.id,
            "span": span(one.span),
            "attribution": None if one.own else "any",
            "holder": one.holder,
            "stance": one.stance,
            "chain": list(one.chain),
            "proposition": one.proposition,
        }
        for one in read.tellings
    ]
    by_span = {(one.span.article, one.span.start): one.id for one in read.tellings}
    return {
        "format": "rashomon-story/1",
        "articles": [
            {"id": one.file, "name": f"articles/{one.file}", "outlet": one.outlet, "text": gold.texts[one.file]}
            for one in gold.documents
        ],
        "entities": [],
        "times": [{"span": span(one.span), "type": one.type, "value": one.value} for one in read.times],
        "attributions": [
            {
                "id": one.id,
                "article": one.contents[0].article,
                "source": span(one.source) if one.source else None,
                "speaker": one.names,
                "contents": [span(content) for content in one.contents],
                "stance": one.stance,
                "within": one.within,
            }
            for one in read.held
        ],
        "claims": claims,
        "conflicts": [
            {"sides": [{"claims": [by_span[("01-kestrel.txt", claims[4]["span"]["start"])]]}, {"claims": ["t5"]}]}
        ],
        "omissions": [{"article": one.file, "proposition": one.proposition} for one in gold.omissions],
    }
