"""How the package is built: what stays pure, what an import loads, and how small things are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from loading import HEAVY, loaded
from paths import TESTS

import pmo_path

PACKAGE = Path(pmo_path.__file__).parent

# These touch files, the clock, the terminal or the environment. All others are pure.
WORLD = ("system.", "cli.", "library.", "catalogue.cache", "catalogue.load", "__main__")
IMPURE = {
    "os",
    "sys",
    "io",
    "pathlib",
    "shutil",
    "tempfile",
    "subprocess",
    "time",
    "random",
    "socket",
    "urllib",
}
# Where a pure module may use a library, inside a function only.
ALLOWED_INSIDE = {
    "catalogue.build": {"pydantic"},
    "contract.json_schema": {"pydantic"},
    "core.record": {"pydantic_core"},
    "core.wrapping": {"wcwidth"},
    "core.yaml_events": {"yaml"},
    "importers.commented_profile": {"yaml"},
    "model.field_types": {"pydantic_core"},
    "profile.dump": {"yaml"},
    "reports.ics": {"icalendar"},
    "reports.pdf.compile": {"typst"},
    "reports.word.file": {"docx", "resvg_py"},
    "reports.workbook.file": {"openpyxl"},
}
# What those import, inside a function, once they know that the library is there.
BEHIND_THEM = {
    "reports.svg.png": {"resvg_py"},
    "reports.word.elements": {"docx"},
    "reports.word.lines": {"docx"},
    "reports.word.properties": {"docx"},
    "reports.word.styles": {"docx"},
    "reports.word.tables": {"docx"},
    "reports.word.translate": {"docx"},
    "reports.workbook.write": {"openpyxl"},
}
# A stream in memory is all that the libraries of office files write to.
IN_MEMORY = {"core.archives": {"io"}, "reports.office_files": {"io"}}

MOST_LINES_OF_A_FUNCTION = 50
MOST_LINES_OF_A_FILE = 300


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package, by its name without the package's, parsed."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield what is imported; not what only type checkers see."""
    for node in ast.iter_child_nodes(tree):
        if (
            isinstance(node, ast.If)
            and isinstance(node.test, ast.Name)
            and node.test.id == "TYPE_CHECKING"
        ):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
        yield from imports(node)


def foreign_imports(tree: ast.AST) -> set[str]:
    return {imported.split(".")[0] for imported in imports(tree)}


def pure() -> list[str]:
    return sorted(name for name in modules() if not f"{name}.".startswith(WORLD))


# --- packages ------------------------------------------------------------------------


def test_only_the_program_itself_stands_at_the_root() -> None:
    assert {path.stem for path in PACKAGE.glob("*.py")} == {"__init__", "__main__"}


def test_the_page_on_architecture_names_every_package_once() -> None:
    page = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = page.partition("## Layers")[2].partition("## One profile")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("|")][2:]
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


# --- purity --------------------------------------------------------------------------


@pytest.mark.parametrize("name", pure())
def test_a_pure_module_touches_nothing(name: str) -> None:
    tree = modules()[name]
    assert foreign_imports(tree) & IMPURE == IN_MEMORY.get(name, set())
    behind = BEHIND_THEM.get(name, set())
    assert foreign_imports(tree) & HEAVY <= ALLOWED_INSIDE.get(name, behind)
    at_import = foreign_imports(
        ast.Module([node for node in tree.body if not isinstance(node, INSIDE)], [])
    )
    assert at_import & HEAVY == behind
    assert set(calls(tree)) & CLOCK_AND_FILES == set()


INSIDE = (ast.FunctionDef, ast.ClassDef)
CLOCK_AND_FILES = {
    "open",
    "print",
    "input",
    "today",
    "now",
    "utcnow",
    "read_text",
    "write_text",
    "getenv",
    "eval",
    "exec",
}


def calls(tree: ast.AST) -> list[str]:
    """Return the names of everything that is called."""
    found = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = [one.id for one in found if isinstance(one, ast.Name)]
    # A builder may have a method `open` of its own; a call on a module or class of that name is
    # what counts.
    names += [one.attr for one in found if isinstance(one, ast.Attribute) and one.attr != "open"]
    return names


def test_there_is_something_to_judge() -> None:
    assert {"answers.advise", "catalogue.build", "engine.decision", "reports.pdf.compile"} < set(
        pure()
    )
    assert "typst" in foreign_imports(modules()["reports.pdf.compile"])
    assert "os" in foreign_imports(modules()["system.output"])


@pytest.mark.parametrize(
    ("code", "spared"),
    [
        ("import pmo_path", HEAVY),
        (
            "import pmo_path.answers.advise, pmo_path.profile.parse, "
            "pmo_path.interview.question_selection",
            HEAVY,
        ),
        (
            "import pmo_path.reports.json, pmo_path.reports.text, "
            "pmo_path.contract.json_schema, pmo_path.catalogue",
            HEAVY,
        ),
        ("import pmo_path.cli.main", HEAVY),
        ("from pmo_path.cli.app import app_for; app_for([])", HEAVY - {"typer"}),
    ],
)
def test_an_import_loads_no_more_than_it_needs(code: str, spared: set[str]) -> None:
    assert loaded(code) & (spared | {"markupsafe", "platformdirs"}) == set()


# --- sizes ---------------------------------------------------------------------------


def test_functions_are_short() -> None:
    functions = [
        (name, node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [found for found in functions if found[-1] > MOST_LINES_OF_A_FUNCTION] == []


def test_files_are_short() -> None:
    sizes = {
        path.relative_to(PACKAGE): len(path.read_text(encoding="utf-8").splitlines())
        for path in PACKAGE.rglob("*.py")
    }
    assert {path: size for path, size in sizes.items() if size > MOST_LINES_OF_A_FILE} == {}


def test_no_test_module_imports_another() -> None:
    """What tests share stands in tests/support."""
    for path in sorted(TESTS.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        parts = [part for name in imports(tree) for part in name.split(".")]
        assert [part for part in parts if part.startswith("test_")] == [], path.name
