"""The commands of the benchmark: ``python -m rashomon.evals COMMAND``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rashomon.evals.annotations import build, write_visible


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give 0, or 1 where something is wrong, which is then printed."""
    parser = argparse.ArgumentParser(prog="python -m rashomon.evals", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    made = commands.add_parser("build", help="make gold.json of stories from their annotations")
    made.add_argument("story", type=Path, nargs="+")
    seen = commands.add_parser("visible", help="write the visible text of HTML files beside them")
    seen.add_argument("page", type=Path, nargs="+")
    chosen = parser.parse_args(arguments)
    if chosen.command == "build":
        return max(_build(story) for story in chosen.story)
    for page in chosen.page:
        print(write_visible(page))
    return 0


def _build(folder: Path) -> int:
    """Write gold.json, and gold-b.json where a second annotation stands beside the first."""
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


if __name__ == "__main__":
    sys.exit(main())
