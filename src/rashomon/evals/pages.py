"""How much of a page's report is found, and nothing else: word F1 against the paragraphs of a reference set.

The set is a folder with ``ground_truth.json`` (file name to ``{"body": [paragraphs]}``) and ``html/`` with the pages,
gzipped. Each page is read twice: as HTML, and as its visible text without any markup.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rashomon import clean, read
from rashomon.errors import ReadError
from rashomon.evals.places import Absent
from rashomon.model import Article
from rashomon.read.visible import visible_text

__all__ = ["figures", "main", "word_f1"]

_WORD = re.compile(r"\w+")
_SCORED = {"body", "quotation", "heading"}


def word_f1(found: str, gold: str) -> float:
    """Give the F1 of two texts as bags of words, letter case ignored.

    >>> word_f1("the gate was open", "The gate was shut")
    0.75
    """
    one, other = Counter(_WORD.findall(found.lower())), Counter(_WORD.findall(gold.lower()))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def report_words(article: Article) -> str:
    """Give the report of ``article`` as its blocks have it: body, quotations, and headings below the first of these."""
    kept: list[str] = []
    for block in clean.blocks(article):
        if block.role in _SCORED and (kept or block.role != "heading"):
            kept.append(article.text[block.span.start : block.span.end])
    return "\n".join(kept)


def _score(page: str, name: str, gold: str) -> float:
    try:
        return word_f1(report_words(read.article(page, name)), gold)
    except ReadError:
        return 0.0


def figures(data: Path) -> dict[str, float]:
    """Give the mean word F1 over the pages under ``data``: as HTML, and as their visible text without any markup.

    Raises ``Absent`` where they are not there.
    """
    scores = _scores(data / "pages")
    return {
        "html_word_F1": sum(marked for marked, _ in scores.values()) / len(scores),
        "plain_word_F1": sum(plain for _, plain in scores.values()) / len(scores),
    }


def _scores(folder: Path) -> dict[str, tuple[float, float]]:
    """Give the word F1 of each page, as HTML and as plain visible text."""
    if not (folder / "ground_truth.json").is_file():
        raise Absent(f"there is no ground_truth.json in {folder}")
    truth = json.loads((folder / "ground_truth.json").read_text(encoding="utf-8"))
    scores = {}
    for name in sorted(truth):
        page = gzip.decompress((folder / "html" / name).read_bytes()).decode("utf-8", "replace")
        gold = "\n".join(truth[name]["body"])
        marked = _score(page, name.removesuffix(".gz"), gold)
        scores[name] = marked, _score(visible_text(page), name + ".txt", gold)
    return scores


def main(arguments: Sequence[str]) -> int:
    """Print the mean word F1 over the pages of the folder ``arguments[0]``, as HTML and as plain visible text.

    With ``--worst`` each page under .90 is named. Returns 2 where the folder is not there.
    """
    try:
        scores = _scores(Path(arguments[0]) if arguments else Path())
    except Absent as error:
        print(f"pages: {error}", file=sys.stderr)
        return 2
    for name, (marked, plain) in scores.items():
        if "--worst" in arguments and min(marked, plain) < 0.9:
            print(f"  {name:32} html {marked:.3f}  plain {plain:.3f}")
    for label, values in zip(("html", "plain"), zip(*scores.values(), strict=True), strict=True):
        print(f"pages, {label:5}: word F1 {sum(values) / len(values):.3f} ({len(values)} pages)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
