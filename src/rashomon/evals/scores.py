"""The scorers of attributions and times. Each gives *tallies*, numbers that add up over stories.

``figures`` turns their sum into measures between 0 and 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from rashomon.evals.accounts import Account, Said
from rashomon.evals.overlap import agree, chars, f1, macro_f1, overlap, pair, ratio
from rashomon.evals.readings import Held, Reading
from rashomon.model import Timex

__all__ = ["Tally", "labels", "matched", "said", "said_figures", "times", "times_figures"]

Tally = Counter[str]
"""Numbers by name. Counts of stances are named ``said/stance GOLD SYSTEM``."""

Knot = TypeVar("Knot", Said, Held)


def said(gold: Account, system: Reading) -> Tally:
    """Tally the attributions of one story, nested ones and all.

    Contents are paired one to one, article by article, where their characters (white space apart) overlap by half of
    their union or more. A speaker is right where the source, or what it refers back to, overlaps gold's
    source; where one of the two names nobody there, if the names agree; or where neither knows anybody.
    """
    found: Tally = Counter({"said/gold": len(gold.said), "said/system": len(system.held)})
    found_by: dict[str, Held] = {}
    for file, text in gold.texts.items():
        left = [one for one in gold.said if one.file == file]
        right = [one for one in system.held if one.contents and one.contents[0].article == file]
        for one, other, speaker in matched(text, left, right):
            found_by[one.id] = other
            found["said/content"] += 1
            found["said/speaker"] += speaker
            found["said/holder"] += agree(one.holder, other.names)
            found[f"said/stance {one.stance} {other.stance}"] += 1
    found["said/nested gold"] = sum(one.within is not None for one in gold.said)
    found["said/nested system"] = sum(one.within is not None for one in system.held)
    return found + _tree(gold, system, found_by)


def matched(text: str, left: Sequence[Said], right: Sequence[Held]) -> list[tuple[Said, Held, bool]]:
    """Pair the attributions of one article, gold's and a system's, and say of each pair if the speaker is right."""

    def speaks(g: int, s: int) -> bool:
        return _speaker(text, left[g], right[s])

    wanted = [chars(text, one.contents) for one in left]
    given = [chars(text, one.contents) for one in right]
    return [(left[g], right[s], speaks(g, s)) for g, s in pair(wanted, given, speaks)]


def _speaker(text: str, gold: Said, system: Held) -> bool:
    if gold.source and system.source:
        left = chars(text, [gold.source])
        named = [chars(text, [span]) for span in (system.source, system.refers) if span]
        return any(len(left & right) >= max(1, min(3, len(left), len(right))) for right in named)
    if gold.source or (gold.implied and system.names):
        return agree(gold.holder, system.names) or agree(gold.implied, system.names)
    return system.source is None or agree(gold.holder, system.names)


def _tree(gold: Account, system: Reading, matched: Mapping[str, Held]) -> Tally:
    """Count the matched attributions whose place in the tree is right, and whose chain of holders is."""
    wanted = {one.id: one for one in gold.said}
    given = {one.id: one for one in system.held}
    found: Tally = Counter()
    for name, held in matched.items():
        outer = wanted[name].within
        parent = matched.get(outer or "")
        right = held.within is None if outer is None else parent is not None and held.within == parent.id
        found["said/within"] += right
        found["said/nested"] += right and outer is not None
        links, ours = _path(wanted, name), _path(given, held.id)
        found["said/chain"] += len(links) == len(ours) and all(
            agree(a.holder, b.names) for a, b in zip(links, ours, strict=True)
        )
    return found


def _path(known: Mapping[str, Knot], name: str) -> list[Knot]:
    """Give the attributions from the outermost down to ``name``; a circle ends it."""
    path: list[Knot] = []
    at: str | None = name
    while at is not None and at in known and known[at] not in path:
        path.insert(0, known[at])
        at = known[at].within
    return path


def labels(total: Mapping[str, float], name: str) -> Counter[tuple[str, str]]:
    """Give the counts of (gold, system) labels that stand in ``total`` as ``NAME GOLD SYSTEM``."""
    split = {tuple(key.split(" ")[1:]): int(n) for key, n in total.items() if key.startswith(f"{name} ")}
    return Counter({(key[0], key[1]): n for key, n in split.items()})


def said_figures(total: Mapping[str, float]) -> dict[str, float]:
    """Give the measures of attributions.

    F1 of contents and of contents with their speaker; then, of the contents found, the share whose speaker is resolved
    to the holder, stance (macro F1 over the stances of gold, and each), the share that stands within the right
    attribution or rightly in none, and the share whose whole chain of holders is right; F1 of the nested ones' place.
    """
    gold, system, found = total["said/gold"], total["said/system"], total["said/content"]
    stances = macro_f1(labels(total, "said/stance"))
    return {
        "said": gold,
        "said_reported": system,
        "said_content_F1": f1(found, gold, system),
        "said_speaker_F1": f1(total["said/speaker"], gold, system),
        "said_content_recall": ratio(found, gold),
        "said_content_precision": ratio(found, system),
        "said_holder_acc": ratio(total["said/holder"], found),
        "said_stance_macroF1": ratio(sum(stances.values()), len(stances)),
        **{f"said_stance_F1_{label}": value for label, value in stances.items()},
        "said_within_acc": ratio(total["said/within"], found),
        "said_nested_F1": f1(total["said/nested"], total["said/nested gold"], total["said/nested system"]),
        "said_chain_acc": ratio(total["said/chain"], found),
    }


def times(gold: Account, system: Reading) -> Tally:
    """Tally the times of one story: paired one to one by overlap, the longest first, as TempEval's relaxed match."""
    ranked = sorted(
        (-shared, g, s)
        for g, one in enumerate(gold.times)
        for s, other in enumerate(system.times)
        if (shared := overlap(one.span, other.span))
    )
    found: Tally = Counter({"times/gold": len(gold.times), "times/system": len(system.times)})
    taken_gold, taken_system = set(), set()
    for _, g, s in ranked:
        if g in taken_gold or s in taken_system:
            continue
        taken_gold.add(g)
        taken_system.add(s)
        found["times/found"] += 1
        found["times/type"] += gold.times[g].type == system.times[s].type
        found["times/value"] += _value(gold.times[g]) == _value(system.times[s])
    return found


def _value(time: Timex) -> str | None:
    """Give the value without seconds that say nothing (``21:00:00``)."""
    value = time.value
    return value[:-3] if value and value.count(":") == 2 and value.endswith(":00") else value


def times_figures(total: Mapping[str, float]) -> dict[str, float]:
    """Give the measures of times: found, and type and value right of those found; F1 of found with value."""
    gold, system, found = total["times/gold"], total["times/system"], total["times/found"]
    return {
        "times": gold,
        "times_reported": system,
        "times_recall": ratio(found, gold),
        "times_precision": ratio(found, system),
        "times_type_acc": ratio(total["times/type"], found),
        "times_value_acc": ratio(total["times/value"], found),
        "times_value_F1": f1(total["times/value"], gold, system),
    }
