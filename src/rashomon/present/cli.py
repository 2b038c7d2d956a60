"""The commands: compare, read, verify. Everything heavy is imported where it is used, so that help comes at once."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from rashomon.errors import RashomonError, StoryError
from rashomon.model import Options, Problem, Story
from rashomon.present.deliver import Wanted, check, deliver
from rashomon.present.shown import OVERVIEW, Section, Shown
from rashomon.version import VERSION

__all__ = ["app"]

_HELP = """Lays several reports of one story side by side: who said what, through whom, in what stance, where they part.

\b
  rashomon compare reports/                all reports of a folder: what is disputed, by whom, since when
  rashomon compare a.txt b.html c.jsonl    files of any kind, many at once
  rashomon compare reports/ -o story.html  the report: one page to read in any browser, and to send on
  rashomon compare reports/ -o story.json  the story file: everything, to ask again without reading again
  rashomon compare story.json --about NAME what somebody says, and what is said about them
  rashomon read report.txt                 one report, statement by statement
  rashomon verify story.json               every quoted span, checked against the texts
  rashomon serve                           the desk: keep stories, read them, and correct the machine

\b
Stances:    + asserts   × denies   ~ hedges   ∅ declines to say   ? says they do not know
Conflicts:  ≠ cannot both hold   ≈ part in scope, degree or wording

\b
Exit codes:
  0  all was read
  1  nothing could be read, the result could not be written, or verify failed
  2  the command was not understood
  3  some of it could not be read or was left out; the rest was done
"""

_READ = """Show who says what in each report, through whom, in what stance, and where it stands.

Reports given together are taken to tell one story: a name or a year that one of them has in full helps the others.

\b
  rashomon read report.txt
  rashomon read report.html --all
  rashomon read - < report.txt --outlet "The Kestrel" --published 2031-03-03
"""

_COMPARE = """Lay several reports of one story side by side, what matters most first.

What is disputed and who takes which side; what is agreed; conflicts of numbers, dates and names; whose stance changed;
where it all goes back to; what each report leaves out; what is called by which name; copies; a timeline. Short unless
--all is given. A story file among the paths is not read again.

\b
  rashomon compare reports/
  rashomon compare wire.txt tabloid.html archive.jsonl -o story.json
  rashomon compare story.json --only conflicts --why
  rashomon compare story.json --about "Ines Carrow"
  rashomon compare story.json --proposition p929 --why
  rashomon compare reports/ --json | jq '.attributions[] | select(.stance == "denies") | .contents[].text'
"""

_VERIFY = """Check a story file: every span against its text, every id, the nesting, the texts' sums, the schema.

Stops at the first fault, names its place, and leaves with 1.

\b
  rashomon verify story.json
  rashomon compare reports/ --json | rashomon verify -
"""

_SERVE = """Open the desk in a browser: stories are kept, read, and corrected by people.

It prints its address and serves this machine alone, until it is interrupted. Stories, articles and judgements are kept
in one database: in the user's data folder, or in FILE. Files that lie in the folder "inbox" beside it can be added by
their paths.

\b
  rashomon serve
  rashomon serve --db election.db --port 8800
"""

_DEFAULT = Options()

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, folders (searched all through), or - for standard input.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the story file instead of the reading.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to FILE, whole or not at all: .html the report, .json the story file, .txt the reading.",
    ),
]
OwnVoice = Annotated[bool, typer.Option("--all", help="Show too what each outlet says in its own voice.")]
Everything = Annotated[bool, typer.Option("--all", help="Show all of everything, not only what matters most.")]
Only = Annotated[
    Section | None,
    typer.Option("--only", metavar="SECTION", help=f"Show one section alone, and all of it: {', '.join(Section)}."),
]
About = Annotated[str | None, typer.Option(metavar="NAME", help="Show what somebody says and what is said about them.")]
Proposition = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Show one proposition: its id, or how that begins, stands by its title."),
]
Why = Annotated[bool, typer.Option("--why", help="Show the evidence too: why claims are linked, why they clash.")]
Statements = Annotated[bool, typer.Option("--statements", help="Show each report statement by statement too.")]
Model = Annotated[str, typer.Option(metavar="NAME", help="The spaCy model to parse with; it must be installed.")]
Workers = Annotated[
    int, typer.Option(min=1, metavar="N", help="Processes to read with; worth it from about 20 reports on.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet, where the reports do not say it.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="The day of publication, such as 2031-03-03.")]

app = typer.Typer(
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rashomon {VERSION}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    pass


@app.command("compare", help=_COMPARE, short_help="Several reports side by side, what matters first.")
def _compare(
    paths: Paths,
    as_json: AsJson = False,
    output: Output = None,
    only: Only = None,
    about: About = None,
    proposition: Proposition = None,
    why: Why = False,
    statements: Statements = False,
    everything: Everything = False,
    model: Model = _DEFAULT.model,
    workers: Workers = 1,
    outlet: Outlet = None,
    published: Published = None,
) -> None:
    asked = _asked(only, everything, statements or about is not None, about is not None or proposition is not None)
    whole = everything or bool(only or about or proposition)
    shown = Shown(asked, whole, why, about, proposition)
    _make(paths, Options(model, workers, outlet, _day(published)), Wanted(as_json, output, shown))


def _asked(only: Section | None, everything: bool, statements: bool, part: bool) -> tuple[Section, ...]:
    """Give the sections that are asked for; where only a part of the story is, the list of its reports is none."""
    if only:
        return (only,)
    wanted = {*OVERVIEW, *([Section.people] if everything else []), *([Section.statements] if statements else [])}
    return tuple(one for one in Section if one in wanted and not (part and one is Section.reports))


@app.command("read", help=_READ, short_help="Who says what in each report.")
def _read(
    paths: Paths,
    as_json: AsJson = False,
    output: Output = None,
    own_voice: OwnVoice = False,
    model: Model = _DEFAULT.model,
    workers: Workers = 1,
    outlet: Outlet = None,
    published: Published = None,
) -> None:
    wanted = Wanted(as_json, output, Shown((Section.statements,), own_voice))
    _make(paths, Options(model, workers, outlet, _day(published)), wanted)


@app.command("verify", help=_VERIFY, short_help="Check every span of a story file.")
def _verify(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A story file, or - for standard input.")],
) -> None:
    from rashomon.present.output import write_out
    from rashomon.present.story_file import loads, verify
    from rashomon.read import standard_input

    try:
        data = standard_input() if file == "-" else Path(file).read_bytes()
        story = loads(data, file)
        spans = verify(story, file)
        write_out(f"{file}: {len(story['articles'])} reports, {spans} spans, and every one stands in its text\n")
    except OSError as error:
        _fail(StoryError(file, f"it cannot be read: {error.strerror}", "check the path"))
    except RashomonError as error:
        _fail(error)


@app.command("serve", help=_SERVE, short_help="The desk: keep stories, and correct the machine.")
def _serve(
    db: Annotated[
        Path | None, typer.Option("--db", metavar="FILE", help="The database; without it, that of the user.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0 is any that is free.")] = 8765,
) -> None:
    from rashomon.present.desk import serve
    from rashomon.store import default_path

    try:
        serve(db if db is not None else default_path(), port, lambda address: typer.echo(f"the desk is at {address}"))
    except RashomonError as error:
        _fail(error)


def _make(paths: Sequence[str], options: Options, wanted: Wanted) -> None:
    """Read, reconcile, and print or write; leave with the exit code that the help explains."""
    try:
        _writable(wanted.output)
        story = _story(paths, options)
        if story.articles:
            deliver(story, wanted)
    except RashomonError as error:
        _fail(error)
    for problem in story.problems:
        _complain(problem)
    if story.problems or not story.articles:
        raise typer.Exit(3 if story.articles else 1)


def _writable(output: Path | None) -> None:
    try:
        if output is not None:
            check(output)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _story(paths: Sequence[str], options: Options) -> Story:
    """Read and reconcile, with progress; where nothing can be read, give a Story of nothing but problems.

    A story file alone is only loaded; the reports of one among other paths are reconciled with the others.
    """
    from rashomon.present.story_file.stored import stored

    kept, others = stored(paths)
    if len(kept) == 1 and not others:
        return kept[0]
    from rashomon.read import articles

    with _progress() as tell:
        found, problems = articles(others, options) if others else ([], [])
        texts = {article.sha256 for article in found}
        found += [article for story in kept for article in story.articles if article.sha256 not in texts]
        if not found:
            return Story((), problems=tuple(problems))
        from rashomon.story import reconcile

        if tell is not None:
            tell("loading the language model", 0, len(found))
        return replace(reconcile(found, options, tell), problems=tuple(problems))


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """Give what to call with a stage, how much is done and how much there is; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("opening the reports", total=None)

        def tell(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total)

        yield tell


def _day(published: str | None) -> str | None:
    """Give ``published`` where it is an ISO day, month or year."""
    if published is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}(-\d\d){0,2}", published, re.ASCII):
            raise ValueError
        date.fromisoformat((published + "-01-01")[:10])
    except ValueError:
        raise typer.BadParameter(f"--published {published}: give a day as 2031-03-03, or a month or a year") from None
    return published


def _complain(fault: Problem | RashomonError) -> None:
    from rashomon.present.terminal.head import told

    typer.echo(f"rashomon: {told(Problem(fault.name, fault.cause, fault.mend))}", err=True)


def _fail(error: RashomonError) -> NoReturn:
    _complain(error)
    raise typer.Exit(1)
