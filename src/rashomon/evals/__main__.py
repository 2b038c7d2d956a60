"""The commands of the benchmark: ``python -m rashomon.evals COMMAND``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rashomon.errors import RashomonError
from rashomon.evals.places import Absent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give 0, or 1 where something is wrong, which is then printed on standard error."""
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except (RashomonError, Absent, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rashomon.evals", description=__doc__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    made = commands.add_parser("build", help="make gold.json of stories from their annotations")
    made.add_argument("story", type=Path, nargs="+", help="a story's folder")
    made.set_defaults(run=_build)

    seen = commands.add_parser("visible", help="write the visible text of HTML files beside them")
    seen.add_argument("page", type=Path, nargs="+")
    seen.set_defaults(run=_visible)

    for name, run, text in (
        ("check", _check, "say whether the gold of stories is whole"),
        ("counts", _counts, "count what the gold of stories holds"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("story", type=Path, nargs="*", help="a story's folder; all of them where none is given")
        command.set_defaults(run=run)
    command.add_argument("--readme", action="store_true", help="write the counts of all into the benchmark's README")

    measured = commands.add_parser("score", help="score story files against the gold, baselines and humans beside")
    measured.add_argument("path", type=Path, nargs="*", help="story files, or folders of them: one system")
    measured.add_argument("--split", choices=("dev", "test"), help="the stories of one split only")
    measured.set_defaults(run=_score)

    read = commands.add_parser("errors", help="list what story files have wrong on the dev stories, a line for each")
    read.add_argument("path", type=Path, nargs="+", help="story files, or folders of them")
    read.set_defaults(run=_errors)

    twice = commands.add_parser("agreement", help="score second annotations (annotations-b) against the first")
    twice.add_argument("story", type=Path, nargs="*", help="a story's folder; all of them where none is given")
    twice.set_defaults(run=_agreement)

    own = commands.add_parser("run", help="write rashomon's own story files of the benchmark's stories into a folder")
    own.add_argument("target", type=Path)
    own.add_argument("--split", choices=("dev", "test"), help="the stories of one split only")
    own.add_argument("--halves", type=Path, help="dev only: read each story by the network, of those two, new to it")
    own.set_defaults(run=_run)

    spoken = commands.add_parser("attribution", help="run the engine over PolNeAR dev and the probes")
    spoken.add_argument("-o", "--predictions", type=Path, help="write the lines that score_quotes.py reads")
    spoken.set_defaults(run=_attribution)

    network = commands.add_parser("fit-meanings", help="teach the network of meanings on dev, and store it")
    network.add_argument("halves", type=Path, help="a folder for two more, each taught on half of the stories, for fit")
    network.set_defaults(run=_fit_meanings)

    weights = commands.add_parser("fit", help="fit the weights of propositions on dev, and store them")
    weights.add_argument("halves", type=Path, help="the folder that fit-meanings has written two networks to")
    weights.set_defaults(run=_fit)

    signs = commands.add_parser("fit-denials", help="fit the weights of what tells a denial on dev, and store them")
    signs.add_argument("halves", type=Path, help="the folder that fit-meanings has written two networks to")
    signs.set_defaults(run=_fit_denials)

    held = commands.add_parser("gate", help="run every measure; fail where a figure is under its floor")
    held.set_defaults(run=_gate)
    return parser


def _build(chosen: argparse.Namespace) -> int:
    return max(_build_one(folder) for folder in chosen.story)


def _build_one(folder: Path) -> int:
    """Write gold.json, and gold-b.json where a second annotation stands beside the first."""
    from rashomon.evals.annotations import build

    code = 0
    for source, name in (("annotations", "gold.json"), ("annotations-b", "gold-b.json")):
        if source != "annotations" and not (folder / source).is_dir():
            continue
        gold, wrong = build(folder, source)
        for problem in wrong:
            print(f"{folder.name}: {problem}", file=sys.stderr)
        if wrong:
            print(f"{folder.name}: {len(wrong)} problems; {name} is not written", file=sys.stderr)
            code = 1
            continue
        (folder / name).write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"{folder / name}: {len(gold['attributions'])} attributions, {len(gold['times'])} times")
    return code


def _visible(chosen: argparse.Namespace) -> int:
    from rashomon.evals.annotations import write_visible

    for page in chosen.page:
        print(write_visible(page))
    return 0


def _stories(chosen: argparse.Namespace) -> list[Path]:
    from rashomon.evals.accounts import stories

    return chosen.story or stories()


def _check(chosen: argparse.Namespace) -> int:
    from rashomon.evals.accounts import load
    from rashomon.evals.check import check, notes

    folders = _stories(chosen)
    wrong = check(folders)
    for fault in wrong:
        print(fault, file=sys.stderr)
    for folder in folders:
        if not any(fault.startswith(f"{folder.name}:") for fault in wrong):
            print(f"{folder.name}: whole", *(f"  note: {note}" for note in notes(load(folder))), sep="\n")
    return 1 if wrong else 0


def _counts(chosen: argparse.Namespace) -> int:
    from rashomon.evals.counts import counts, placed, traps
    from rashomon.evals.places import GOLD

    tables = f"{counts(_stories(chosen))}\n\n{traps(_stories(chosen))}"
    if chosen.readme:
        readme = GOLD / "README.md"
        readme.write_text(placed(readme.read_text(encoding="utf-8"), tables), encoding="utf-8")
    print(tables)
    return 0


def _score(chosen: argparse.Namespace) -> int:
    from rashomon.evals.accounts import stories
    from rashomon.evals.score import compared, score, story_files

    folders = stories(chosen.split)
    systems: dict[str, dict[str, float]] = {}
    if chosen.path:
        found, missing = score(folders, story_files(chosen.path))
        systems[chosen.path[0].stem] = found
        for name in missing:
            print(f"{name}: no story file is about it; it is left out of the first column", file=sys.stderr)
    print(compared(folders, systems))
    return 0


def _errors(chosen: argparse.Namespace) -> int:
    from rashomon.evals.accounts import load, stories
    from rashomon.evals.errors import errors
    from rashomon.evals.readings import from_story
    from rashomon.evals.score import matched_stories, story_files

    golds = {folder.name: load(folder) for folder in stories("dev")}
    for name, story in matched_stories(golds, story_files(chosen.path)):
        for line in errors(golds[name], from_story(story, golds[name])):
            print(f"{name}/{line}")
    return 0


def _agreement(chosen: argparse.Namespace) -> int:
    from rashomon.evals.score import agreement, columns

    found = agreement(_stories(chosen))
    print(columns({"second human": found}) if found else "no story is annotated twice (annotations-b, then build)")
    return 0


def _run(chosen: argparse.Namespace) -> int:
    from rashomon.evals.accounts import stories
    from rashomon.evals.engine import run

    print(*run(stories(chosen.split), chosen.target, chosen.halves), sep="\n")
    return 0


def _attribution(chosen: argparse.Namespace) -> int:
    from rashomon.evals.attribution import figures, probes
    from rashomon.evals.places import shared
    from rashomon.evals.tables import table

    found, wrong = probes(shared())
    measured, lines = figures(shared())
    print(table(["measure", "value"], list({**measured, **found}.items())), *wrong, sep="\n")
    if chosen.predictions:
        text = "".join(json.dumps(line) + "\n" for line in lines)
        chosen.predictions.write_text(text, encoding="utf-8")
    return 0


def _fit_meanings(chosen: argparse.Namespace) -> int:
    from rashomon.compare.meanings import NETWORK
    from rashomon.evals.accounts import stories
    from rashomon.evals.engine import HALVES
    from rashomon.evals.fit_meanings import halves, lesson, taught, written

    lessons = [lesson(folder) for folder in stories("dev")]
    chosen.halves.mkdir(parents=True, exist_ok=True)
    for file, own in zip(
        (*(chosen.halves / name for name in HALVES), NETWORK), (*halves(lessons), lessons), strict=True
    ):
        print(written(taught(own, _step), file), *(one.story for one in own), flush=True)
    return 0


def _step(done: int, steps: int) -> None:
    """Show how far long work is, on standard error."""
    print(f"\r{done} of {steps} steps", end="\n" if done == steps else "", file=sys.stderr, flush=True)


def _fit(chosen: argparse.Namespace) -> int:
    from rashomon.evals.accounts import stories
    from rashomon.evals.engine import unseen
    from rashomon.evals.fit import cases, crossed, fitted, report, written

    folders = stories("dev")
    several = [case for folder in folders for case in cases(folder, unseen(chosen.halves, folder).network)]
    figures = crossed(several)
    print(report(figures), written(fitted(several), figures, [folder.name for folder in folders]), sep="\n")
    return 0


def _fit_denials(chosen: argparse.Namespace) -> int:
    from rashomon.evals.accounts import stories
    from rashomon.evals.engine import unseen
    from rashomon.evals.fit_denials import denials, written

    print(written([denials(folder, unseen(chosen.halves, folder)) for folder in stories("dev")]))
    return 0


def _gate(chosen: argparse.Namespace) -> int:
    from rashomon.evals.gate import gate

    text, stands = gate()
    print(text)
    return 0 if stands else 1


if __name__ == "__main__":
    sys.exit(main())
