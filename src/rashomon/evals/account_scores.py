"""The scorer of accounts: statements, propositions, conflicts, copies, shifts, omissions.

The measures are those of ``score_story.py`` (shared/evals/accounts), definition for definition: on a story whose
articles are text files the figures are equal. Tallies add up over stories, so B-cubed is over all statements; the
adjusted Rand index is the mean of the stories' own. Beyond it go ``shifts_precision`` and
``shifts_F1``, and ``origins_B3_F1``: how well a proposition's statements are grouped by where they go back to, against
the last links of gold's chains; and ``conflicts_unrelated_opposed``: the share of claims about different propositions
that stand on opposite sides of a conflict.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rashomon.evals.accounts import SEVERITIES, Account, Clash, Shift, Statement
from rashomon.evals.overlap import agree, ari, bcubed, f1, macro_f1, overlap, ratio, tokens
from rashomon.evals.readings import Reading, Telling, origin
from rashomon.evals.scores import Tally, labels
from rashomon.model import Span

__all__ = ["Match", "accounts", "accounts_figures", "matches", "right_holder"]


class Match(NamedTuple):
    """A statement of gold, and the claim of a system that tells it, if any."""

    statement: Statement
    telling: Telling | None


def accounts(gold: Account, system: Reading) -> Tally:
    """Tally the account of one story."""
    found_by = matches(gold, system)
    boiler = [span for one in gold.documents for span in one.boilerplate]
    found: Tally = Counter({"accounts/statements": len(found_by), "accounts/claims": len(system.tellings)})
    found["accounts/boilerplate"] = sum(any(overlap(one.span, span) for span in boiler) for one in system.tellings)
    for part in (
        _held(found_by),
        _groups(found_by),
        _conflicts(gold, system),
        _opposed(system, found_by),
        _origins(system, found_by),
        _rest(gold, system, found_by),
    ):
        found.update(part)
    return found


def matches(gold: Account, system: Reading) -> list[Match]:
    """Give each statement of gold with the claim that tells it."""
    statements = [one for proposition in gold.propositions for one in proposition.statements]
    return [Match(one, _best(one, system.tellings)) for one in statements]


def _best(statement: Statement, tellings: Sequence[Telling]) -> Telling | None:
    """Give the claim that tells the statement: it covers half of it, and at least a quarter of the claim is covered.

    Several claims may share a span (chains): of those that fit about equally the one whose holder agrees is taken.
    """
    best: tuple[tuple[float, bool, float], Telling] | None = None
    wanted = statement.span
    for one in tellings:
        shared = overlap(wanted, one.span)
        if shared and 2 * shared >= wanted.end - wanted.start and 4 * shared >= one.span.end - one.span.start:
            iou = shared / (max(wanted.end, one.span.end) - min(wanted.start, one.span.start))
            key = (round(iou, 1), agree(statement.holder, one.holder), iou)
            if best is None or key > best[0]:
                best = key, one
    return best[1] if best else None


def _held(found_by: Sequence[Match]) -> Tally:
    """Count who holds the statements found, through which chain and in what stance."""
    found: Tally = Counter()
    for statement, telling in found_by:
        if telling is None:
            continue
        found["accounts/found"] += 1
        found["accounts/holder"] += right_holder(statement, telling)
        chain = [tokens(re.sub(r"\(.*?\)", "", link)) for link in statement.chain[1:]]
        wanted = [link for link in chain if link]  # everything behind the outlet, in order
        if wanted:
            given = iter([tokens(link) for link in (telling.chain[1:] if len(telling.chain) > 1 else telling.chain)])
            found["accounts/chains"] += 1
            found["accounts/chain"] += all(any(link & other for other in given) for link in wanted)
        found[f"accounts/stance {statement.stance} {telling.stance}"] += 1
    return found


def right_holder(statement: Statement, telling: Telling) -> bool:
    """Say whether a claim is held by whom gold says, or by the outlet where gold has the outlet's own voice."""
    named = agree(statement.holder, telling.holder)
    narrator = re.search(r"narrator|author|headline|unattributed|report\b", statement.holder)
    return telling.own if narrator and not named else named


def _label(number: int, telling: Telling | None) -> str:
    """Name the group a statement falls in; what was not found, or stands in no proposition, is alone."""
    if telling is None:
        return f"none {number}"
    return telling.proposition or f"single {telling.id}"


def _groups(found_by: Sequence[Match]) -> Tally:
    wanted = [match.statement.proposition for match in found_by]
    given = [_label(number, match.telling) for number, match in enumerate(found_by)]
    both = [(g, s) for g, s, match in zip(wanted, given, found_by, strict=True) if match.telling]
    precision, recall = bcubed(wanted, given)
    alone = bcubed(wanted, range(len(wanted)))
    found: Tally = Counter()
    number = len(found_by)
    sums = {"precision": precision * number, "recall": recall * number}
    sums |= {"alone precision": alone[0] * number, "alone recall": alone[1] * number}
    cores = [(match.statement.proposition, match.telling.core) for match in found_by if match.telling]
    held = Counter(core for _, core in cores)
    sure = [(name, core) for name, core in cores if core is not None and held[core] > 1]
    if sure:
        sums |= {"confirmed": len(sure), "confirmed precision": bcubed(*zip(*sure, strict=True))[0] * len(sure)}
    if both:
        sums |= {"ari": ari([g for g, _ in both], [s for _, s in both]), "stories": 1}
    found.update({f"accounts/group {name}": value for name, value in sums.items()})
    return found


def _origins(system: Reading, found_by: Sequence[Match]) -> Tally:
    """Sum B-cubed of the origins of each proposition's statements, over those that the system found."""
    told: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for statement, telling in found_by:
        if telling is not None and system.origins:
            given = system.origins.get(telling.id, f"none {telling.id}")
            told[statement.proposition].append((origin(statement), given))
    scored = [(bcubed(*zip(*several, strict=True)), len(several)) for several in told.values()]
    found: Tally = Counter({"accounts/origins statements": sum(number for _, number in scored)})
    sums = {
        "precision": sum(precision * number for (precision, _), number in scored),
        "recall": sum(recall * number for (_, recall), number in scored),
    }
    found.update({f"accounts/origins {name}": value for name, value in sums.items()})
    return found


def _conflicts(gold: Account, system: Reading) -> Tally:
    """A conflict is found when two of its sides touch two different values of gold's."""
    found: Tally = Counter({"accounts/conflicts reported": len(system.conflicts)})
    used: set[int] = set()
    for clash in gold.clashes:
        fits = {number for number, sides in enumerate(system.conflicts) if _fits(sides, clash)}
        found[f"accounts/conflicts {clash.severity}"] += 1
        found[f"accounts/conflicts {clash.severity} found"] += bool(fits)
        used |= fits
    found["accounts/conflicts right"] = len(used)
    return found


def _opposed(system: Reading, found_by: Sequence[Match]) -> Tally:
    """Count the pairs of claims that tell statements of different propositions only, and those on opposite sides."""
    told: dict[Span, set[str]] = defaultdict(set)
    for statement, telling in found_by:
        if telling is not None:
            told[telling.span].add(statement.proposition)
    pairs = [pair for pair in combinations(sorted(told), 2) if not told[pair[0]] & told[pair[1]]]
    apart = {
        frozenset((one, other))
        for sides in system.conflicts
        for left, right in combinations(sides, 2)
        for one in left
        for other in right
    }
    opposed = sum(frozenset(pair) in apart for pair in pairs)
    return Counter({"accounts/unrelated": len(pairs), "accounts/unrelated opposed": opposed})


def _fits(sides: Sequence[Sequence[Span]], clash: Clash) -> bool:
    hits = [
        {number for number, value in enumerate(clash.values) if any(overlap(span, value.span) for span in side)}
        for side in sides
    ]
    return any(a and b and a != b for number, a in enumerate(hits) for b in hits[number + 1 :])


def _rest(gold: Account, system: Reading, found_by: Sequence[Match]) -> Tally:
    found: Tally = Counter({"accounts/copies": len(gold.copies), "accounts/shifts": len(gold.shifts)})
    found["accounts/shifts reported"] = len(system.shifts)
    for copy in gold.copies:
        found["accounts/copies found"] += any(
            all(any(2 * overlap(ours, span) >= span.end - span.start for ours in spans) for span in copy.spans)
            for spans in system.alignments
        )
    fits = [[_turned(spans, shift) for spans in system.shifts] for shift in gold.shifts]
    found["accounts/shifts found"] = sum(map(any, fits))
    found["accounts/shifts right"] = sum(map(any, zip(*fits, strict=True)))
    if gold.omissions:
        ours, wanted = _silences(system, found_by), {(one.file, one.proposition) for one in gold.omissions}
        found["accounts/omissions"] = len(wanted)
        found["accounts/omissions reported"] = len(ours)
        found["accounts/omissions right"] = len(ours & wanted)
    return found


def _turned(spans: Sequence[Span], shift: Shift) -> bool:
    """Say whether the steps of a system's shift touch two steps of gold's."""
    return sum(any(overlap(span, step.span) for span in spans) for step in shift.steps) >= 2


def _silences(system: Reading, found_by: Sequence[Match]) -> set[tuple[str, str]]:
    """Give the system's omissions with gold's propositions: that of most of the statements found in each of its own."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for number, (statement, telling) in enumerate(found_by):
        if telling:
            votes[_label(number, telling)][statement.proposition] += 1
    return {(file, votes[name].most_common(1)[0][0]) for file, name in system.omissions if name in votes}


def accounts_figures(total: Mapping[str, float]) -> dict[str, float]:
    """Give the measures of accounts, named as ``score_story.py`` names them; ``conflicts_hard_found`` is a share."""

    def at(name: str) -> float:
        return total.get(f"accounts/{name}", 0)

    found, number = at("found"), at("statements")
    stances = macro_f1(labels(total, "accounts/stance"))
    right = sum(n for (a, b), n in labels(total, "accounts/stance").items() if a == b)
    precision, recall = ratio(at("group precision"), number), ratio(at("group recall"), number)
    alone = ratio(at("group alone precision"), number), ratio(at("group alone recall"), number)
    return {
        "statements": number,
        "claims": at("claims"),
        "claim_recall": ratio(found, number),
        "holder_acc": ratio(at("holder"), found),
        "chain_acc": ratio(at("chain"), at("chains")),
        "stance_acc": ratio(right, found),
        "stance_macroF1": ratio(sum(stances.values()), len(stances)),
        **{f"stance_F1_{label}": value for label, value in stances.items()},
        "group_B3_P": precision,
        "group_B3_R": recall,
        "group_B3_F1": _harmonic(precision, recall),
        "group_B3_F1_singletons": _harmonic(*alone),
        "group_ARI_matched": ratio(at("group ari"), at("group stories")),
        **(
            {
                "group_confirmed_P": ratio(at("group confirmed precision"), at("group confirmed")),
                "group_confirmed_statements": at("group confirmed"),
            }
            if at("group confirmed")
            else {}
        ),
        **{
            f"conflicts_{name}_found": ratio(at(f"conflicts {name} found"), at(f"conflicts {name}"))
            for name in SEVERITIES
        },
        "conflicts_reported": at("conflicts reported"),
        "conflicts_precision": ratio(at("conflicts right"), at("conflicts reported")),
        "conflicts_unrelated_opposed": ratio(at("unrelated opposed"), at("unrelated")),
        "claims_in_boilerplate": at("boilerplate"),
        "copies_found": ratio(at("copies found"), at("copies")),
        "shifts_found": ratio(at("shifts found"), at("shifts")),
        "shifts_reported": at("shifts reported"),
        "shifts_precision": ratio(at("shifts right"), at("shifts reported")),
        "shifts_F1": _harmonic(
            ratio(at("shifts found"), at("shifts")), ratio(at("shifts right"), at("shifts reported"))
        ),
        "origins_B3_F1": _harmonic(
            ratio(at("origins precision"), at("origins statements")),
            ratio(at("origins recall"), at("origins statements")),
        ),
        "omissions_F1": f1(at("omissions right"), at("omissions"), at("omissions reported")),
    }


def _harmonic(precision: float, recall: float) -> float:
    return ratio(2 * precision * recall, precision + recall)
