"""What can be done at the desk, as functions on a database file: the verbs of the interface and its pages."""

from __future__ import annotations

import getpass
import json
import sqlite3
from collections.abc import Mapping, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from rashomon import judge, store
from rashomon.errors import JudgementError, NotKept, ReadError, UnreadableFile
from rashomon.judge import found
from rashomon.model import Claim, Judgement, Link, Outcome, Place, Span, Story, Target
from rashomon.present.story_file import export, load
from rashomon.read.files import SUFFIXES

__all__ = [
    "PATIENCE",
    "Pointed",
    "add",
    "create",
    "history",
    "inbox",
    "judged",
    "judgement",
    "login",
    "queue",
    "story_file",
    "undo",
]

Pointed = Mapping[str, Any]
"""What a person points at: ``{"kind", "ids"}``, or a passage, ``{"kind", "article", "words", "before", "after"}``."""

PATIENCE = 0.8
"""Seconds that a person waits for all that follows from a judgement; a story of five reports needs about one."""
_KEPT = 4
"""Readings, judged or not, that stay in memory: those of the stories that are open."""
_ONE_AT_A_TIME = Lock()
_LATEST: dict[int, Future[Story]] = {}
"""What is compared anew, or waits to be, for each reading (by the hash of its file)."""


def login() -> str:
    """Give the name that judgements are signed with where no other is given."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name
        return "somebody"


def create(database: sqlite3.Connection, title: str, articles: Sequence[tuple[str, bytes]]) -> str:
    """Keep a new story of ``articles``, ask for its reading where there are any, and give its id."""
    names = [Path(name).name for name, _ in articles]
    told = ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    with store.writing(database):
        story = store.add_story(database, " ".join(title.split())[:300] or told or "A story without a title")
        if articles:
            add(database, story, articles)
    return story


def add(database: sqlite3.Connection, story: str, articles: Sequence[tuple[str, bytes]]) -> int:
    """Keep articles of ``story``, ask for a reading where any is new, and give how many are."""
    with store.writing(database):
        new = store.add_articles(database, story, articles)
        if new:
            store.ask(database, story)
    return new


def inbox(folder: Path, paths: Sequence[str] | None = None) -> list[tuple[str, bytes]]:
    """Give the files at ``paths`` below ``folder``, by name and bytes; all that can hold articles where none are named.

    Raises ``ReadError`` for a path that leads out of the folder, and for what cannot be read.
    """
    top = folder.resolve()
    if paths is None:
        there = (one for one in top.rglob("*") if one.is_file() and one.resolve().is_relative_to(top))
        return [(str(one.relative_to(top)), b"") for one in sorted(there) if _can_hold(one)]
    return [(name, _inside(top, name)) for name in paths]


def _can_hold(path: Path) -> bool:
    return path.name.lower().removesuffix(".gz").endswith(SUFFIXES) and not path.name.startswith(".")


def _inside(top: Path, name: str) -> bytes:
    try:
        path = (top / name).resolve()
        if not path.is_relative_to(top):
            raise ReadError(name, "it is not in the desk's folder", f"put the file into {top}")
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(name, f"it cannot be read: {cause}", f"put the file into {top}") from error


def judged(database: sqlite3.Connection, story: str, patience: float | None = None) -> tuple[Story, bool]:
    """Give the machine's latest reading of ``story`` with people's judgements done to it, and whether all has followed.

    What is read off claims and propositions is compared anew in the background. Where that takes longer than
    ``patience`` (seconds; without it however long), it is what was read off them before, as far as it still stands.
    Raises ``NotKept`` where there is no reading yet.
    """
    content, log = _kept_of(database, story)
    if not log:
        return _machine(content), True
    following = _following(content, log)
    try:
        return following.result(patience), True
    except (TimeoutError, CancelledError):
        return _judged(content, log, False), False


def story_file(database: sqlite3.Connection, story: str, judgements: bool = True) -> dict[str, Any]:
    """Give the story file of ``story``, with people's judgements or as the machine reads it. Raises ``NotKept``."""
    return export(judged(database, story)[0] if judgements else _machine(_kept_of(database, story)[0]))


def _kept_of(database: sqlite3.Connection, story: str) -> tuple[str, tuple[Judgement, ...]]:
    with store.snapshot(database):
        read, log = store.reading(database, story), store.judgements(database, story)
    if read is None:
        raise NotKept(story, "it is not read yet", "add articles, and wait until they are read")
    return read.content, log


@lru_cache(maxsize=_KEPT)
def _machine(content: str) -> Story:
    return load(json.loads(content))


@lru_cache(maxsize=_KEPT)
def _following(content: str, log: tuple[Judgement, ...]) -> Future[Story]:
    """Have a story compared anew in the background, one at a time; what an older log of it waits for is not wanted."""
    future: Future[Story] = Future()
    earlier = _LATEST.get(hash(content))
    if earlier is not None:
        earlier.cancel()
    _LATEST[hash(content)] = future
    # a thread that does not keep the desk from ending
    Thread(target=_follow, args=(future, content, log), daemon=True).start()
    return future


def _follow(future: Future[Story], content: str, log: tuple[Judgement, ...]) -> None:
    with _ONE_AT_A_TIME:
        if future.set_running_or_notify_cancel():
            try:
                future.set_result(_judged(content, log, True))
            except Exception as error:  # it is raised where the result is asked for
                future.set_exception(error)


@lru_cache(maxsize=2 * _KEPT)
def _judged(content: str, log: tuple[Judgement, ...], anew: bool) -> Story:
    changed, outcomes = judge.applied(_machine(content), log, anew)
    return replace(changed, judged=outcomes)


def judgement(
    database: sqlite3.Connection, story: str, kind: str, on: Sequence[Pointed], rest: Mapping[str, Any]
) -> Outcome:
    """Judge what ``on`` points at in the story as it is shown, keep that, and give what became of it.

    ``rest`` may have ``change``, ``note`` and ``author``. Raises ``JudgementError``; nothing is kept then.
    """
    shown, _ = judged(database, story, 0)
    targets = [_target(shown, one) for one in on]
    if kind == "split" and len(targets) == 1:
        targets = [_stays(shown, on[0]), *targets]
    author = rest.get("author") or login()
    signed = (author, datetime.now(UTC))
    made = judge.judgement(kind, targets, signed, rest.get("change"), rest.get("note") or "")  # type: ignore[arg-type]
    return _kept(database, story, made)


def undo(database: sqlite3.Connection, story: str, earlier: str | None, author: str | None) -> Outcome:
    """Take back a judgement of ``story`` (an id), the last that stands where none is named, and give what became of it.

    Raises ``JudgementError`` where there is none, or where it is taken back already.
    """
    standing = judge.standing(store.judgements(database, story))
    last = next((one for one in reversed(standing) if one.undoes is None), None)
    named = last if earlier is None else next((one for one in standing if one.id == earlier), None)
    if named is None:
        raise JudgementError("judgement", "there is none that stands to take back", "look at the history")
    return _kept(database, story, judge.undoing(named, (author or login(), datetime.now(UTC))))


def history(database: sqlite3.Connection, story: str) -> list[dict[str, Any]]:
    """Give every judgement of ``story`` with what became of it, the latest first."""
    return [_outcome(one) for one in reversed(judged(database, story, 0)[0].judged)]


def queue(database: sqlite3.Connection, story: str) -> list[dict[str, Any]]:
    """Give the links of ``story`` that no person has confirmed, the least certain first, with what each ties."""
    shown, _ = judged(database, story, 0)
    claims = {claim.id: claim for analysis in shown.analyses for claim in analysis.claims}
    open_ = [
        (link, proposition.id)
        for proposition in shown.propositions
        for link in proposition.links
        if all(one.feature != "judgement" or link.status == "suggested" for one in link.evidence)
    ]
    open_.sort(key=lambda one: (one[0].status == "confirmed", one[0].score, one[0].left, one[0].right))
    return [_queued(shown, link, proposition, claims) for link, proposition in open_]


def _kept(database: sqlite3.Connection, story: str, made: Judgement) -> Outcome:
    store.add_judgement(database, story, made)
    return next(one for one in judged(database, story, 0)[0].judged if one.judgement.id == made.id)


def _target(shown: Story, pointed: Pointed) -> Target:
    if pointed["kind"] != "passage":
        return judge.target(shown, pointed["kind"], *pointed["ids"])
    article = next((one for one in shown.articles if one.id == pointed["article"]), None)
    if article is None:
        raise JudgementError("judgement", f"there is no article {pointed['article']!r} in the story", "look again")
    words = (pointed["words"], pointed.get("before", ""), pointed.get("after", ""))
    place = Place(article.sha256, article.outlet_name, article.name, -1, *words)
    try:
        span = found.span(shown, place)
    except found.Unfit as unfit:
        raise JudgementError("judgement", str(unfit), "select words of the report") from unfit
    return judge.passage(shown, _trimmed(article.text, span), pointed.get("holder"))


def _trimmed(text: str, span: Span) -> Span:
    from rashomon.text import trim

    return Span(span.article, *trim(text, span.start, span.end))


def _stays(shown: Story, goes: Pointed) -> Target:
    """Give the claims of the proposition that the ones to go are in, without those."""
    home = next((one for one in shown.propositions if set(one.claims) & set(goes["ids"])), None)
    stays = [claim for claim in home.claims if claim not in goes["ids"]] if home is not None else []
    if not stays:
        raise JudgementError("judgement", "it is with no other statement that it could be parted from", "")
    return judge.target(shown, "claim", *stays)


def _outcome(one: Outcome) -> dict[str, Any]:
    return judge.to_values(one.judgement) | {"status": one.status, "detail": one.detail, "ids": list(one.ids)}


def _queued(shown: Story, link: Link, proposition: str, claims: Mapping[str, Claim]) -> dict[str, Any]:
    return {
        "left": _told(shown, claims[link.left]),
        "right": _told(shown, claims[link.right]),
        "proposition": proposition,
        "status": link.status,
        "score": link.score,
        "evidence": [one.detail for one in link.evidence],
    }


def _told(shown: Story, claim: Claim) -> dict[str, Any]:
    article = next(one for one in shown.articles if one.id == claim.span.article)
    return {
        "claim": claim.id,
        "words": " ".join(article.text[claim.span.start : claim.span.end].split()),
        "holder": next((one.name for one in shown.entities if one.id == claim.holder), claim.holder),
        "stance": claim.stance,
        "outlet": article.outlet_name,
    }
