"""How the package is built: who may import whom, what stays pure, and how small things are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import pmo_path

PACKAGE = Path(pmo_path.__file__).parent

# From the ground up. A module imports only from layers below its own: modules of one layer do not know each other.
# A new module gets a place here, as low as its imports allow and no lower than what it is about.
LAYERS: tuple[tuple[str, str], ...] = (
    ("what every value is made by; what the values of facts mean", "frozen meanings"),
    (
        "errors, published codes, the table of facts, what answers show",
        "__init__ catalogue errors digests codes fact_row json_places views labels captions cohort_labels age_words held_labels "
        "career_words widths ways",
    ),
    (
        "the table of facts; small values; YAML events; the shape of an advice, and of a cohort",
        "facts values yaml_events cohort_views advice",
    ),
    (
        "conditions; text to plain data; the profile; words and lines; other answers",
        "conditions source profile words vocabulary layout lettering answers escaping filenames",
    ),
    ("answers to conditions; field types; plain data to a profile", "evaluation fields reading records blocks shapes"),
    ("why a verdict is so; what bodies publish; a chart", "reasons chart models"),
    ("our advice; offices, levels and roles", "guidance offices"),
    ("the catalogue, and the catalogue on a day", "knowledge"),
    ("how old what it says is; the signs of a level", "ages level_signs"),
    (
        "what a person holds, and the level; the catalogue in the making, or compiled",
        "holdings levels snapshots catalogue.people catalogue.draft catalogue.compiled",
    ),
    (
        "one person on one day; completeness; catalogue.checks of requirements",
        "case cohort catalogue.completeness catalogue.requirement_checks",
    ),
    (
        "routes, and what opens their steps; catalogue.relations between entries; the examples of rules",
        "routes classes grounds awards catalogue.relations catalogue.examples",
    ),
    ("the order of routes; a catalogue from its files", "order catalogue.build"),
    ("the climb to an aim", "climbing"),
    ("the decision; the aim as it is answered", "decision aims"),
    ("the steps of a decision in words; cautions of what is held", "steps holding_cautions"),
    (
        "what goes with a decision; trying answers; the lint of the catalogue",
        "beyond changes limits trials catalogue.checks",
    ),
    ("a reason for every verdict; missing facts; the next question", "verdicts missing questionnaire"),
    ("cautions; the interview as a value", "cautions interview"),
    ("the advice; an explanation; where an interview stands", "engine explanation standing"),
    ("looking at the catalogue; the map; schemas; phrases", "looking mapping schemas phrases terms"),
    ("where everything stands in the picture", "picture"),
    (
        "the picture, drawn; the sections of an advice as sentences; how documents look",
        "drawing sections reports.style reports.paper",
    ),
    ("the report of an advice as a document; the summary of a cohort", "document cohort_document"),
    (
        "reports: how an answer is shown",
        "reports reports.json reports.text reports.map reports.svg reports.looks reports.page reports.markdown "
        "reports.html reports.typst",
    ),
    ("a report set by another program", "reports.pdf"),
    ("many profiles: an answer for each; its members as columns", "batch columns sheets"),
    ("the words of the interview", "talk"),
    ("what is typed at a question", "replies"),
    ("where a person's own files lie", "places"),
    (
        "files and output: what touches the world; the interview with a person",
        "catalogue.cache output progress prompts",
    ),
    ("finding the catalogue; saved interviews; asking line by line", "catalogue.load sessions lines"),
    ("what TAB completes; asking with arrow keys", "completion arrows"),
    ("what commands do alike, and the options of several", "options parameters commands"),
    ("the answer, however it was asked for; asking for it without a parser", "advising straight"),
    ("the profiles of many people", "gathering"),
    ("reports for many people", "cli_cohort"),
    ("a command each", "cli_advise cli_ask cli_batch cli_catalogue cli_explain cli_map cli_report"),
    ("all commands, or the named one", "app"),
    ("how the program starts and ends", "cli"),
    ("the program", "__main__"),
)
LAYER = {module: number for number, (_, modules) in enumerate(LAYERS) for module in modules.split()}

# These touch files, the clock, the terminal or the environment. All others are pure.
WORLD = {
    "places",
    "catalogue.cache",
    "catalogue.load",
    "completion",
    "output",
    "progress",
    "prompts",
    "lines",
    "arrows",
    "sessions",
    "options",
    "parameters",
    "commands",
    "advising",
    "straight",
    "cli_catalogue",
    "cli_cohort",
    "gathering",
    "cli_advise",
    "cli_ask",
    "cli_batch",
    "cli_explain",
    "cli_map",
    "cli_report",
    "app",
    "cli",
    "__main__",
}
IMPURE = {"os", "sys", "io", "pathlib", "shutil", "tempfile", "subprocess", "time", "random", "socket", "urllib"}
HEAVY = {"typer", "rich", "pydantic", "pydantic_core", "yaml", "questionary", "prompt_toolkit", "typst"}
# Where a pure module may use a library, inside a function only.
ALLOWED_INSIDE = {
    "catalogue.build": {"pydantic"},
    "fields": {"pydantic_core"},
    "schemas": {"pydantic"},
    "yaml_events": {"yaml"},
    "reports.pdf": {"typst"},
}

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


def imports(tree: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    """Yield what is imported, and the statement; not what only type checkers see."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or "", node
        yield from imports(node)


def own_imports(name: str) -> set[str]:
    """Return the modules of the package that one imports, anywhere in it."""
    found = set()
    for imported, node in imports(modules()[name]):
        if imported == "pmo_path" and isinstance(node, ast.ImportFrom):
            found |= {alias.name if alias.name in modules() else "__init__" for alias in node.names}
        elif imported.startswith("pmo_path."):
            below = {f"{imported}.{alias.name}".removeprefix("pmo_path.") for alias in getattr(node, "names", ())}
            found |= below & set(modules()) or {imported.removeprefix("pmo_path.")}
    return found


def foreign_imports(tree: ast.AST) -> set[str]:
    return {imported.split(".")[0] for imported, _ in imports(tree)}


def pure() -> list[str]:
    return sorted(set(modules()) - WORLD)


# --- layers --------------------------------------------------------------------------


def test_every_module_has_its_layer() -> None:
    assert sorted(LAYER) == sorted(modules())
    assert len(LAYER) == sum(len(names.split()) for _, names in LAYERS)
    assert set(LAYER) >= WORLD


@pytest.mark.parametrize("name", sorted(LAYER))
def test_a_module_imports_only_from_lower_layers(name: str) -> None:
    assert [one for one in sorted(own_imports(name)) if LAYER[one] >= LAYER[name]] == []


def test_the_world_stands_above_what_is_pure() -> None:
    assert min(LAYER[one] for one in WORLD) > max(LAYER[one] for one in pure())


def test_the_page_on_architecture_names_every_module_once() -> None:
    page = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = page.partition("## Layers")[2].partition("## One profile")[0]
    rows = [line.split("|")[2] for line in table.splitlines() if line.startswith("|")][2:]
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(name.rpartition(".")[2] for name in modules() if not name.startswith("__"))


def test_there_are_imports_to_judge() -> None:
    assert {"decision", "knowledge", "profile"} <= own_imports("engine")
    assert "order" in own_imports("decision")
    assert "yaml" in foreign_imports(modules()["yaml_events"])


# --- purity --------------------------------------------------------------------------


@pytest.mark.parametrize("name", pure())
def test_a_pure_module_touches_nothing(name: str) -> None:
    tree = modules()[name]
    assert foreign_imports(tree) & IMPURE == set()
    assert foreign_imports(tree) & HEAVY <= ALLOWED_INSIDE.get(name, set())
    at_import = foreign_imports(ast.Module([node for node in tree.body if not isinstance(node, INSIDE)], []))
    assert at_import & HEAVY == set()
    assert set(calls(tree)) & CLOCK_AND_FILES == MAY_CALL.get(name, set())


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


MAY_CALL = {"frozen": {"exec"}}  # the text that it runs is made of the names of fields alone


def calls(tree: ast.AST) -> list[str]:
    """Return the names of everything that is called."""
    found = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = [one.id for one in found if isinstance(one, ast.Name)]
    # A builder may have a method `open` of its own; a call on a module or class of that name is what counts.
    names += [one.attr for one in found if isinstance(one, ast.Attribute) and one.attr != "open"]
    return names


def loaded(code: str) -> set[str]:
    """Return the libraries that are loaded once some code has run in a fresh interpreter."""
    program = f"{code}\nimport sys; print(*{{one.split('.')[0] for one in sys.modules}})"
    return set(
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    )


@pytest.mark.parametrize(
    ("code", "spared"),
    [
        ("import pmo_path", HEAVY),
        ("import pmo_path.engine, pmo_path.reading, pmo_path.questionnaire, pmo_path.reports.json", HEAVY),
        ("import pmo_path.reports.text, pmo_path.schemas, pmo_path.catalogue", HEAVY),
        ("import pmo_path.cli, pmo_path.advising", HEAVY),
        ("from pmo_path.app import app_for; app_for([])", HEAVY - {"typer"}),
    ],
)
def test_an_import_loads_no_more_than_it_needs(code: str, spared: set[str]) -> None:
    assert loaded(code) & spared == set()


# --- sizes ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(modules()))
def test_functions_are_short(name: str) -> None:
    functions = [node for node in ast.walk(modules()[name]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    sizes = {one.name: (one.end_lineno or one.lineno) - one.lineno + 1 for one in functions}
    assert {one: size for one, size in sizes.items() if size > MOST_LINES_OF_A_FUNCTION} == {}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_OF_A_FILE
