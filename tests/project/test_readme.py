"""The README and the docs say what is true: examples are real runs, links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from paths import ROOT
from program import call, run

EXAMPLE = re.compile(
    r"<!-- example: (.*?), the first (\d+) lines -->\n```text\n(.*?)```", re.DOTALL
)
HELP = re.compile(r"(<!-- help: (.*?) -->\n```text\n)(.*?)(?=```)", re.DOTALL)
README = ROOT / "README.md"
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.mark.parametrize(
    ("command", "lines", "shown"), EXAMPLE.findall((ROOT / "README.md").read_text("utf-8"))
)
def test_an_example_of_the_readme_is_a_real_run(command: str, lines: str, shown: str) -> None:
    done = call(*shlex.split(command))
    assert done.code == 0
    assert "\n".join(done.out.splitlines()[: int(lines)]) == shown.rstrip("\n")


def test_the_readme_has_examples() -> None:
    assert len(EXAMPLE.findall((ROOT / "README.md").read_text("utf-8"))) == 3


def test_the_readme_shows_the_real_help() -> None:
    """`UPDATE_README=1 pytest -n0 tests/project/test_readme.py` writes it again."""
    text = README.read_text("utf-8")
    real = HELP.sub(
        lambda match: match[1] + run(*shlex.split(match[2]), env={"COLUMNS": "80"}).out, text
    )
    if "UPDATE_README" in os.environ:
        README.write_text(real, "utf-8")
        return
    assert HELP.findall(text)
    assert text == real


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_the_repository_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize(
    "example", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda path: path.name
)
@pytest.mark.parametrize("day", ["2018-07-01", "2026-11-22"])
def test_every_shipped_example_gives_advice(example: Path, day: str) -> None:
    done = call("advise", str(example), "--as-of", day)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Next step: ")


def test_every_exit_code_of_the_readme_is_named_once() -> None:
    codes = re.findall(r"^\| ([\d, ]+) \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert codes == ["0", "1", "2", "3", "4", "75", "130, 141, 143"]


def test_the_page_of_the_package_has_no_link_that_leads_nowhere() -> None:
    """A package index shows the README alone: a relative link or picture is dead there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    page = README.read_text("utf-8")
    hook = project["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]
    for change in hook["substitutions"]:
        page = re.sub(change["pattern"], change["replacement"], page)
    assert LINK.findall(page) == []
    assert "docs/pictures" not in page
    for named in re.findall(r"\(`([\w./-]+\.md)`\)", page):
        assert (ROOT / named).is_file(), named
    assert "scripts (`docs/scripts.md`)" in page


def test_the_source_distribution_has_all_that_its_tests_need() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    for path in project["tool"]["pytest"]["ini_options"]["pythonpath"]:
        assert any(f"/{path}".startswith(directory) for directory in included), path
