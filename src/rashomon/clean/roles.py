"""A role for every paragraph: what its words prove, then what its place on the page and its neighbours say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.clean.furniture import Unit, is_end_mark, is_timed
from rashomon.data import patterns
from rashomon.model import REPORT_ROLES, Article, Role, Span

__all__ = ["name_roles"]

_OURS = re.compile(r"\b(?:we|us|our|ours)\b", re.I)
_YOURS = re.compile(r"\b(?:you|your|yours)\b", re.I)
_QUOTED = re.compile(r"(?:\"|'')[^\"]*?(?:\"|''|$)")
_BULLET = re.compile(r"[•▪●◦■►▶➤*–—-]\s|\d{1,2}[.)]\s|[>+]\s")
_CREDIT = re.compile(r"\(?(?:photo|credit|picture)?:? ?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4} ?[/(|][^.]{2,40}$")
"""A picture's credit by itself, so that the line above is its caption."""
_NAME = re.compile(r"[A-Z][\w'.-]+(?: [A-Z][\w'.-]*){1,3}(?:, [A-Z]?[\w' -]{3,30})?")
"""A person's name by itself, as bylines are without "By"; a place or a duty may follow a comma."""
_SPEECH = re.compile(
    r"\b(?:said|says?|saying|told|wrote|writes?|statement|letter|reads?|posted?|tweet\w*|message|stated?|replied|"
    r"reported|quoted?|remarks|words|speech|answer\w*|explain\w*|text|email|e-mail)\b",
    re.I,
)
_TAIL = 0.15
"""Share of the report's words that may be cut off after an end mark."""
_BESIDE = 8
"""Paragraphs between the report and a sentence that may still be its own."""
_TITLE_WORDS = 9
"""Words from which an unstopped line between two paragraphs is a link to another story, not a heading: on 80 news
pages nine in ten headings inside reports are shorter, nine in ten links longer."""


def name_roles(
    article: Article,
    units: Sequence[Unit],
    guesses: Sequence[Role | None],
    proved: Mapping[int, Role],
    report: tuple[int, int],
) -> list[Role]:
    """Give each of ``units`` its role.

    ``guesses`` are the roles that the words alone prove, ``proved`` those that markup proved (by the unit's offset),
    and ``report`` the half-open range of units that most reads like the report.
    """
    if proved and any(role in REPORT_ROLES for role in proved.values()):
        roles = [_by_markup(unit, guess, proved) for unit, guess in zip(units, guesses, strict=True)]
        roles = _cut_tail(units, roles)
    else:
        roles = _lone_headings(units, _by_place(units, guesses, proved, report))
    roles = _spread_appeals(units, roles)
    roles = _name_facts(article, units, roles)
    roles = _by_next(units, _around_headline(units, roles))
    roles = _stamped(units, _without_ends(roles))
    return [_quotation(units, roles, at) for at in range(len(units))]


def _by_markup(unit: Unit, guess: Role | None, proved: Mapping[int, Role]) -> Role:
    role = proved.get(unit.start)
    if role is None:
        return guess or ("related" if unit.words >= 5 and not unit.prose else "navigation")
    if role in REPORT_ROLES and guess is not None and role != "headline":
        return guess
    return role


def _cut_tail(units: Sequence[Unit], roles: Sequence[Role]) -> list[Role]:
    """Take what little stands after a line such as "Most read" or "Comments" out of the report."""
    words = [unit.words if role in REPORT_ROLES else 0 for unit, role in zip(units, roles, strict=True)]
    for at, unit in enumerate(units):
        if is_end_mark(unit) and 0 < sum(words[at:]) <= _TAIL * sum(words):
            tail: Role = "related"
            kept = list(roles)
            for after in range(at, len(units)):
                tail = "comment" if roles[after] == "comment" else tail
                kept[after] = tail if roles[after] in REPORT_ROLES else roles[after]
            return kept
    return list(roles)


def _by_place(
    units: Sequence[Unit], guesses: Sequence[Role | None], proved: Mapping[int, Role], report: tuple[int, int]
) -> list[Role]:
    start, end = report
    roles: list[Role] = []
    ended = False  # whether a line has been passed after which reports do not go on
    commented = False
    for at, (unit, guess) in enumerate(zip(units, guesses, strict=True)):
        ended = ended or (at >= end and is_end_mark(unit))
        commented = commented or (at >= end and guess == "comment")
        role: Role
        if guess is not None:
            role = guess
        elif start <= at < end:
            role = _inside(unit)
        elif unit.stopped and not ended and not commented and _adjoins(at, report, roles, unit):
            role = "body"
        elif at < start:
            role = _above(unit, start - at)
        elif commented:
            role = "related" if unit.words >= 6 and not unit.stopped else "comment"
        else:
            role = "related" if unit.words >= 4 else "navigation"
        roles.append(proved.get(unit.start, role) if guess is None and role not in REPORT_ROLES else role)
    return roles


def _lone_headings(units: Sequence[Unit], roles: Sequence[Role]) -> list[Role]:
    """Keep as headings those short lines that stand by themselves above a paragraph of the report.

    Short lines in a row are a menu, a list of names or links; a clock time between them does not count, nor does what
    stands above the first paragraph.
    """
    kept = list(roles)
    for at, role in enumerate(roles):
        if role in {"heading", "related", "navigation"} and patterns("stamp.txt").match(units[at].text):
            kept[at] = "dateline"
            if at > 1 and roles[at - 1] == "body" and roles[at - 2] in {"heading", "related"} and _dated(units[at]):
                kept[at - 2] = kept[at - 1] = "related"  # the card of another story: its title, summary and day
    first = next((at for at, role in enumerate(kept) if role == "body"), len(kept))
    for at in range(first, len(kept)):
        if kept[at] == "heading":
            above = next((kept[i] for i in range(at - 1, -1, -1) if kept[i] not in {"dateline", "caption"}), "body")
            below = next((kept[i] for i in range(at + 1, len(kept)) if kept[i] not in {"dateline", "caption"}), None)
            alone = above in {"body", "quotation"} or (roles[at - 1] == "heading" and kept[at - 1] == "dateline")
            if not alone or below not in {"body", "quotation"}:
                kept[at] = "navigation"
    return kept


def _dated(unit: Unit) -> bool:
    return re.search(r"[A-Za-z]{3}.*\d{4}", unit.text) is not None


def _inside(unit: Unit) -> Role:
    """Name a paragraph within the report that nothing else names."""
    if unit.prose or _BULLET.match(unit.text) or unit.stopped or _announces(unit):
        return "body"
    return "related" if _is_link(unit) else "heading"


def _adjoins(at: int, report: tuple[int, int], roles: Sequence[Role], unit: Unit) -> bool:
    """Tell whether sentences outside the best run still belong to the report: they stand right beside it."""
    distance = report[0] - at if at < report[0] else at - report[1] + 1
    return (unit.prose and distance <= _BESIDE) or (at >= report[1] and roles[-1:] == ["body"])


def _above(unit: Unit, distance: int) -> Role:
    """Name a line above the report: a standfirst or a summary near it, furniture farther up."""
    if distance > 8 or (unit.words < 4 and not _BULLET.match(unit.text)):
        return "navigation"
    return "body" if _BULLET.match(unit.text) else "heading"


def _is_link(unit: Unit) -> bool:
    """Tell whether a line between paragraphs is the title of another story."""
    if unit.stopped or unit.prose or _BULLET.match(unit.text) or unit.text[:1] in "\"'" or is_timed(unit):
        return False
    return unit.words >= _TITLE_WORDS or (unit.text.isupper() and unit.words >= 7)


def _spread_appeals(units: Sequence[Unit], roles: Sequence[Role]) -> list[Role]:
    """Take in what stands beside an appeal and goes on in its voice ("we", "our readers", "your help")."""
    spread = list(roles)
    for order in (range(1, len(units)), range(len(units) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for at in order:
            if spread[at - step] == "appeal" and spread[at] in {"body", "heading"} and _addresses(units[at]):
                spread[at] = "appeal"
    return spread


def _addresses(unit: Unit) -> bool:
    own = _QUOTED.sub(" ", unit.text)
    ours, yours = len(_OURS.findall(own)), len(_YOURS.findall(own))
    addressed = ours >= 2 or (ours > 0 and yours > 0) or yours >= 2 or (yours > 0 and unit.words <= 12)
    return addressed and not _SPEECH.search(own)


def _name_facts(article: Article, units: Sequence[Unit], roles: Sequence[Role]) -> list[Role]:
    """Name headline, byline and dateline where reading found them, and bylines that their words show."""
    named = list(roles)
    for at, unit in enumerate(units):
        if _holds(unit, article.title.span):
            named[at] = "headline"
        elif _holds(unit, article.dateline.span) or _holds(unit, article.published.span):
            if not unit.prose:
                named[at] = "dateline"
        elif _is_byline(article, unit, named[at]):
            named[at] = "byline"
        elif named[at] in REPORT_ROLES and unit.text == article.outlet.value:
            named[at] = "navigation"
    return named


def _is_byline(article: Article, unit: Unit, role: Role) -> bool:
    if any(_holds(unit, author.span) for author in article.authors):
        return unit.words <= 25 and not unit.prose
    if role in REPORT_ROLES and _is_names(unit.text, [author.value or "" for author in article.authors]):
        return True
    return role in {"heading", "navigation", "related"} and patterns("byline.txt").search(unit.text) is not None


def _is_names(text: str, authors: Sequence[str]) -> bool:
    """Tell whether a line names the authors that are known and says next to nothing else."""
    rest = text
    for name in authors:
        rest = rest.replace(name, " ") if name else rest
    return rest != text and len(re.findall(r"\w+", rest)) <= 3


def _around_headline(units: Sequence[Unit], roles: Sequence[Role]) -> list[Role]:
    """Name what stands above the report by the headline: furniture above it, summary, stamp and byline below it."""
    if "headline" not in roles:
        return list(roles)
    named = list(roles)
    head = named.index("headline")
    first = named.index("body") if "body" in named else len(named)
    for at, unit in enumerate(units):
        if at < min(head, first) and named[at] == "heading":
            named[at] = "navigation"
        elif head < at < first and named[at] == "navigation" and unit.prose and unit.stopped:
            named[at] = "body"  # the summary, with the page's buttons between it and the report
        elif 0 < at - head <= _BESIDE and named[at] in {"heading", "navigation", "related", "body"}:
            if patterns("stamp.txt").match(unit.text):
                named[at] = "dateline"
            elif not unit.stopped and named[at] != "body" and _NAME.fullmatch(unit.text):
                named[at] = "byline"
    return named


def _by_next(units: Sequence[Unit], roles: Sequence[Role]) -> list[Role]:
    """Name the title of an appeal, and the caption whose picture's credit stands by itself below it."""
    named = list(roles)
    for at in range(len(units) - 1):
        credited = named[at + 1] == "caption" and _CREDIT.match(units[at + 1].text) is not None
        if named[at] == "heading" and named[at + 1] == "appeal":
            named[at] = "appeal"
        elif credited and named[at] in {"heading", "body"} and 5 <= units[at].words <= 45:
            named[at] = "caption"
    return named


def _stamped(units: Sequence[Unit], roles: Sequence[Role]) -> list[Role]:
    """Name the days and times that stand by themselves between paragraphs, as above the entries of a live report."""
    named = list(roles)
    own = [at for at, role in enumerate(roles) if role in {"body", "quotation", "headline"}]
    for at in range(own[0], own[-1]) if own else ():
        if named[at] == "navigation" and patterns("stamp.txt").match(units[at].text):
            named[at] = "dateline"
    return named


def _without_ends(roles: Sequence[Role]) -> list[Role]:
    """Take headings that no paragraph of the report follows for furniture."""
    last = max((at for at, role in enumerate(roles) if role in {"body", "quotation"}), default=len(roles))
    return ["navigation" if at > last and role == "heading" else role for at, role in enumerate(roles)]


def _holds(unit: Unit, span: Span | None) -> bool:
    return span is not None and unit.start <= span.start < unit.end


def _quotation(units: Sequence[Unit], roles: Sequence[Role], at: int) -> Role:
    """Name a passage that is set off as somebody's words, without marks."""
    role, unit = roles[at], units[at]
    if role != "body":
        return role
    if unit.text.startswith(">"):
        return "quotation"
    before = next((i for i in range(at - 1, -1, -1) if roles[i] in {"body", "quotation"}), None)
    if before is None or roles[before] != "body" or unit.text[0] in "\"'[" or _BULLET.match(unit.text):
        return role
    return "quotation" if _announces(units[before]) else role


def _announces(unit: Unit) -> bool:
    """Tell whether a paragraph ends by announcing somebody's words."""
    short = unit.words < 8 and not unit.text.endswith(":")
    if short or unit.text.endswith(('"', "'")):
        return False
    return patterns("quote-leads.txt").search(unit.text) is not None and _SPEECH.search(unit.text[-120:]) is not None
