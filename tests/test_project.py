"""The project keeps its word: names, pages, commands, versions."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import runpy
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import rashomon
from rashomon.version import VERSION

ROOT = Path(__file__).parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?:^|[\s/`$])rashomon (read|compare|verify|[a-z]+)\b(.*)")


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(rashomon.__path__, "rashomon."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def test_public_names():
    """``__all__`` is what can be imported, and about eight names."""
    assert sorted(rashomon.__all__) == rashomon.__all__
    assert len(rashomon.__all__) <= 9
    for name in rashomon.__all__:
        assert getattr(rashomon, name) is not None


def test_every_module_says_what_is_public():
    """Each name in a module's ``__all__`` is there, once."""
    for module in _modules():
        names = getattr(module, "__all__", [])
        assert len(set(names)) == len(names), module.__name__
        assert all(hasattr(module, name) for name in names), module.__name__


def test_public_functions_have_docstrings():
    """Every module, and every public function and class made in it, says what it is."""
    for module in _modules():
        assert module.__doc__, module.__name__
        for name, value in vars(module).items():
            own = getattr(value, "__module__", None) == module.__name__
            if own and not name.startswith("_") and (inspect.isfunction(value) or inspect.isclass(value)):
                assert value.__doc__, f"{module.__name__}.{name}"


def test_one_version():
    """The package, the project file and the newest entry of the changelog name the same version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert newest is not None
    assert project["version"] == newest[1] == VERSION


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path):
    """Every file that a page links to is there."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text()):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_named_files_are_there(page: Path):
    """Every source, test or documentation file that a page names in backticks is there."""
    for target in re.findall(r"`((?:src|docs|tests|benchmarks|evals)/[\w./-]+)`", page.read_text()):
        assert (ROOT / target).exists(), target


def test_documented_commands_are_commands():
    """Every command and option that the pages show is one, and every command is shown."""
    from typer.main import get_command

    from rashomon.present.cli import app

    commands = get_command(app).commands  # type: ignore[attr-defined]
    shown = set()
    for page in PAGES:
        for line in _code(page.read_text()):
            for found in COMMAND.finditer(line):
                name, rest = found[1], found[2].split("#")[0].split("|")[0].split("`")[0]
                assert name in commands, f"{page.name}: {line}"
                options = {flag for parameter in commands[name].params for flag in parameter.opts} | {"--help", "-h"}
                assert set(re.findall(r"(?<=\s)--?[a-z]+", rest)) <= options, f"{page.name}: {line}"
                shown.add(name)
    assert shown == set(commands)


def _code(page: str) -> Iterator[str]:
    """Give the lines of a page that are code: indented, with a prompt, or between backticks."""
    for line in page.splitlines():
        if re.match(r"    \S|\$ ", line):
            yield line
        else:
            yield from re.findall(r"`([^`]+)`", line)


def test_make_targets_are_there():
    """Every ``make`` target that the pages name stands in the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    for page in PAGES:
        for line in _code(page.read_text()):
            named = re.match(r"\s*make ([a-z]+)", line)
            assert named is None or named[1] in targets, f"{page.name}: {line}"


def test_locks_name_every_dependency():
    """Each dependency of the project file is locked, with a hash, and no address of an index is written there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": project["project"]["dependencies"] + project["dependency-groups"]["dev"],
    }
    for name, dependencies in wanted.items():
        lock = (ROOT / name).read_text()
        for dependency in dependencies:
            package = re.split(r"[<>=\[]", dependency)[0]
            assert re.search(rf"^{re.escape(package)}==\S+.*\\\n\s+--hash=sha256:", lock, re.M), f"{name}: {package}"
        assert not re.search(r"https?://|file:|--index|--find-links", lock)


def test_the_exemplar_is_the_code():
    """The function that CONTRIBUTING shows is the one in the source."""
    shown = re.search(r"```python\n(def .*?)```", (ROOT / "CONTRIBUTING.md").read_text(), re.S)
    assert shown is not None
    from rashomon import text

    name = ast.parse(shown[1]).body[0].name  # type: ignore[attr-defined]
    assert inspect.getsource(getattr(text, name)) == shown[1]


def test_pages_say_what_the_commands_print():
    """Each block of output in the pages is what its command prints now; ``make docs`` mends it."""
    outputs = runpy.run_path(str(ROOT / "docs" / "outputs.py"))
    for page in outputs["pages"]():
        text = page.read_text(encoding="utf-8")
        assert outputs["refreshed"](text) == text, f"{page.name}: run make docs"


def test_the_example_from_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """The five lines of Python in the README run as they stand."""
    shown = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.S)
    assert shown is not None
    monkeypatch.chdir(ROOT)
    exec(compile(shown[1], "README.md", "exec"), {})
    assert re.fullmatch(r"[1-9]\d{2,} spans stand in their texts\n", capsys.readouterr().out)
