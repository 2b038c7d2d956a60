"""How much gold there is, story by story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from rashomon.evals.accounts import TRAPS, Account, load
from rashomon.evals.tables import table

__all__ = ["count", "counts", "placed", "traps"]


def count(story: Account) -> dict[str, int]:
    """Give the counts of one story; words are those of the reports, without boilerplate."""
    severities = [one.severity for one in story.clashes]
    return {
        "articles": len(story.documents),
        "words": sum(_words(text) for text in story.texts.values())
        - sum(
            _words(story.texts[span.article][span.start : span.end])
            for one in story.documents
            for span in one.boilerplate
        ),
        "propositions": len(story.propositions),
        "statements": sum(len(one.statements) for one in story.propositions),
        "attributions": len(story.said),
        "nested": sum(one.within is not None for one in story.said),
        "times": len(story.times),
        "hard": severities.count("hard"),
        "soft": severities.count("soft"),
        "variants": severities.count("variant_not_conflict"),
        "shifts": len(story.shifts),
        "copies": len(story.copies),
        "omissions": len(story.omissions),
        "traps": len(story.traps),
    }


def counts(folders: Sequence[Path]) -> str:
    """Give the counts of the stories in ``folders`` as a table, and their sum for each split and over all."""
    rows: list[list[object]] = []
    sums: dict[str, list[int]] = {}
    for folder in folders:
        numbers = list(count(load(folder)).values())
        rows.append([f"{folder.parent.name}/{folder.name}", *numbers])
        for name in (folder.parent.name, "all"):
            sums[name] = [a + b for a, b in zip(sums.get(name, [0] * len(numbers)), numbers, strict=True)]
    rows += [[f"**{name}**", *numbers] for name, numbers in sums.items() if name != "all"]
    rows += [["**all**", *sums["all"]]] if sums else []
    return table(["story", *_HEAD], rows)


def traps(folders: Sequence[Path]) -> str:
    """Give a table of the traps: how often each is set in each split, and in which stories."""
    rows = []
    stories = [(folder.parent.name, load(folder)) for folder in folders]
    splits = list(dict.fromkeys(split for split, _ in stories))
    for name in TRAPS:
        set_in = [(split, story.story) for split, story in stories for trap in story.traps if trap.name == name]
        numbers = [sum(split == one for split, _ in set_in) for one in splits]
        rows.append([name, *numbers, ", ".join(dict.fromkeys(story for _, story in set_in))])
    return table(["trap", *splits, "stories"], rows)


def placed(readme: str, tables: str) -> str:
    """Give the text of a README with ``tables`` between its marks ``<!-- counts -->`` and ``<!-- /counts -->``.

    >>> placed("a\\n<!-- counts -->old<!-- /counts -->\\nb", "new")
    'a\\n<!-- counts -->\\n\\nnew\\n\\n<!-- /counts -->\\nb'
    """
    before, rest = readme.split("<!-- counts -->")
    after = rest.split("<!-- /counts -->")[1]
    return f"{before}<!-- counts -->\n\n{tables}\n\n<!-- /counts -->{after}"


_HEAD = (
    "articles",
    "words",
    "propositions",
    "statements",
    "attributions",
    "nested",
    "times",
    "hard",
    "soft",
    "variants",
    "shifts",
    "copies",
    "omissions",
    "traps",
)


def _words(text: str) -> int:
    return len(re.findall(r"\w+(?:['’]\w+)*", text))
