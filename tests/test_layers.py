"""Who may import whom: the rooms of the house stay apart, and importing it is cheap."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "rashomon"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOMS = ("read", "clean", "analyse", "compare")
HEAVY = ("spacy", "trafilatura", "lxml", "readability", "htmldate", "py3langid", "numpy", "jsonschema", "typer", "rich")


def _imports(path: Path) -> Iterator[str]:
    """Give every module of ours that the module at ``path`` imports anywhere, functions included."""
    here = ("rashomon", *path.relative_to(SOURCE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "rashomon")
        elif isinstance(node, ast.ImportFrom):
            base = ".".join([*here[: -node.level], *filter(None, [node.module])]) if node.level else node.module or ""
            if base.split(".")[0] == "rashomon":
                yield from (f"{base}.{alias.name}" for alias in node.names)


def _room(module: str) -> str:
    """Give the room of a module's full name: ``"read"`` of ``"rashomon.read.files"``."""
    return module.partition(".")[2].partition(".")[0]


def _of(room: str) -> list[Path]:
    return [path for path in MODULES if path.relative_to(SOURCE).with_suffix("").parts[0] == room]


def test_the_reader_of_imports_sees_them(tmp_path: Path):
    """Imports of each form are seen, inside functions too, so that the tests below can fail."""
    assert "rashomon.errors.RashomonError" in set(_imports(SOURCE / "read" / "files.py"))
    assert "rashomon.story.reconcile" in set(_imports(SOURCE / "present" / "cli.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_never_import_one_another(room: str):
    """read, clean, analyse and compare know model, errors, text and data, and nothing else of ours."""
    for path in _of(room):
        allowed = {room, "model", "errors", "text", "data"}
        assert {_room(name) for name in _imports(path)} <= allowed, path


def test_only_the_doors_know_how_things_are_presented():
    """present is imported by the package's face, its command and the evaluation, and by nothing before it."""
    for path in MODULES:
        if path.relative_to(SOURCE).parts[0] not in {"__init__.py", "__main__.py", "present", "evals"}:
            assert "present" not in {_room(name) for name in _imports(path)}, path


def test_values_know_nothing():
    """model, errors and version import nothing of ours but each other."""
    for name in ("model", "errors", "version"):
        assert {_room(found) for found in _imports(SOURCE / f"{name}.py")} <= {"model", "errors"}


def test_the_product_does_not_know_its_evaluation():
    """Nothing outside evals imports evals."""
    for path in MODULES:
        if path.relative_to(SOURCE).parts[0] != "evals":
            assert "evals" not in {_room(name) for name in _imports(path)}, path


def test_only_present_draws():
    """typer and rich stay in present."""
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        if {name.split(".")[0] for name in names} & {"typer", "rich"}:
            assert path.relative_to(SOURCE).parts[0] == "present", path


def test_importing_is_cheap():
    """``import rashomon`` loads no parser, no page reader and nothing that draws."""
    code = f"import sys, rashomon; print(*(name for name in {HEAVY} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_help_is_cheap():
    """``rashomon --help`` loads no parser and no page reader."""
    code = (
        "import sys\nfrom rashomon.present.cli import app\n"
        "try: app(['--help'], prog_name='rashomon')\n"
        f"except SystemExit: print('LOADED', *(name for name in {HEAVY[:-2]} if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("LOADED")
