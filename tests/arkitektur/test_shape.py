"""The shape of the code: sizes, names and what a module may do when it is imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_BODY = 30
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}
# Reads nothing, asks nobody and starts nothing: an audit hook refuses it all but the import of modules itself.
IMPORT_ALL = """
import sys
blocked = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.remove", "os.rename", "os.mkdir", "shutil.")
def refuse(event, args):
    writes = event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+")
    if writes or event.startswith(blocked):
        raise RuntimeError(f"{event} {args} at import")
import click, lxml.etree  # whose own set-up is not ours to judge
sys.dont_write_bytecode = True
sys.addaudithook(refuse)
import importlib
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            yield f"{dotted(path)}.{node.name}", lines


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_has_one_subject_that_fits_in_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_a_function_fits_one_thought() -> None:
    assert {name: lines for path in MODULES for name, lines in functions(path) if lines > LONGEST_BODY} == {}


def test_a_module_is_named_for_what_it_holds() -> None:
    assert [dotted(path) for path in MODULES if path.stem in NAMELESS] == []


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_opens_with_what_it_is_and_postpones_annotations(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    if len(tree.body) > 1:
        assert "from __future__ import annotations" in path.read_text(encoding="utf-8")


def test_every_module_imports_alone_and_touches_neither_files_nor_network() -> None:
    names = [dotted(path) for path in MODULES if path.stem != "__main__"]
    run = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *names], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_hook_that_guards_the_imports_does_refuse() -> None:
    guarded = IMPORT_ALL + "\nopen('/dev/null', 'w')\n"
    run = subprocess.run([sys.executable, "-c", guarded], capture_output=True, text=True, check=False)
    assert "RuntimeError: open" in run.stderr
