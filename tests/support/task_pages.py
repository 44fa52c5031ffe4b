"""The pages of docs/tasks: the entries and the runs that they show, and a catalogue to try them."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

from paths import DOCS
from program import call

from pmo_path.core.documents import read_yaml

# Where the steps of add-a-body.md put each of its entries.
PLACES = (
    ("sources", "sources"),
    ("certifications", "bodies"),
    ("certifications", "certifications"),
    ("roles", "routes"),
    ("rules", "rules"),
)


@dataclass(frozen=True)
class ShownRun:
    """A run that a page shows: the command, what it is sent through, its output, and its place."""

    command: str
    filter: str
    output: str
    at: int


def task_page(name: str) -> str:
    """Return a page of docs/tasks."""
    return (DOCS / "tasks" / name).read_text(encoding="utf-8")


def yaml_entries(page: str) -> list[str]:
    """Return every block of YAML of a page, without its indentation."""
    return [dedent(block) for block in re.findall(r"```yaml\n(.*?) *```", page, re.DOTALL)]


def shown_runs(page: str) -> list[ShownRun]:
    """Return every run of the program that a page shows, in order."""
    blocks = re.finditer(r"^\$ pmo-path (.*)\n((?:(?!\$ |```).*\n)*)", page, re.MULTILINE)
    runs = []
    for block in blocks:
        command, _, after = block[1].partition(" | ")
        runs.append(ShownRun(command, after, block[2], block.start()))
    return runs


def assert_shown(run: ShownRun, *more: str, errors: bool = True) -> None:
    """Assert that a run prints what its page shows, here; `more` are arguments that are left out.

    `...` stands for any lines; the place of a problem in a file, and with it where the lines of
    problems break, may be another. With `errors`, the page shows standard error too.
    """
    done = call(*shlex.split(run.command), *more, env={"COLUMNS": "88"})
    printed = done.out + (done.err if errors else "")
    if run.filter:
        printed = subprocess.run(
            run.filter, shell=True, input=printed, capture_output=True, text=True, check=False
        ).stdout
    parts = re.split(r"^\.\.\.\n", run.output.rstrip() + "\n", flags=re.MULTILINE)
    printed, gap = printed.rstrip() + "\n", ".*\n"
    if _PLACE.search(run.output):
        parts, printed, gap = [_unplaced(part) for part in parts], _unplaced(printed), ".*"
    assert re.fullmatch(gap.join(map(re.escape, parts)), printed, re.DOTALL), printed


_PLACE = re.compile(r"(\.yaml):\d+:\d+")


def _unplaced(text: str) -> str:
    return " ".join(_PLACE.sub(r"\1", text).split())


def add_the_guild(data: Path) -> None:
    """Add to a catalogue what add-a-body.md adds."""
    entries = yaml_entries(task_page("add-a-body.md"))
    for (name, section), entry in zip(PLACES, entries, strict=True):
        add_entries(data / f"{name}.yaml", section, entry)


def add_entries(path: Path, section: str, entries: str) -> None:
    """Put entries into a section of a file, in the order of ids."""
    first = parsed_yaml(entries)[0]["id"]
    before, head, after = path.read_text(encoding="utf-8").partition(f"\n{section}:\n")
    for following in re.finditer(r"^(?:  - id: (.*)|\S.*)\n", after, re.MULTILINE):
        if following[1] is None or following[1] > first:
            break
    else:
        raise AssertionError(f"{path}: nothing follows {first}")
    at = following.start()
    path.write_text(
        before + head + after[:at] + indent(entries, "  ") + after[at:], encoding="utf-8"
    )


def edit_catalogue(path: Path, change: Callable[[Any], None]) -> None:
    """Change the data of a catalogue's file in place; it is then JSON, which is YAML too."""
    content = parsed_yaml(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")


def parsed_yaml(text: str) -> Any:
    """Return the data of YAML as the program reads it."""
    return read_yaml(text, "page").data


def with_id(entries: list[Any], wanted: str) -> Any:
    """Return the entry with an id."""
    return next(entry for entry in entries if entry["id"] == wanted)
