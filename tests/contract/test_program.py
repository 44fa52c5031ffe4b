"""Every answer says which program gave it."""

from __future__ import annotations

import json
import tomllib

import pytest
from batches import QUICK
from paths import ROOT
from program import call

from pmo_path.contract.program import PROGRAM
from pmo_path.core.json_text import json_data


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert json_data(PROGRAM) == {"name": project["name"], "version": project["version"]}


@pytest.mark.parametrize(
    "line",
    [
        ("advise",),
        ("explain", "example-foundation"),
        ("map",),
        ("catalogue", "list"),
        ("catalogue", "show", "example-foundation"),
        ("catalogue", "show", "entry"),
        ("catalogue", "compare", "example-foundation", "example-practitioner"),
        ("catalogue", "worklist"),
    ],
)
def test_the_program_stands_before_the_catalogue(line: tuple[str, ...]) -> None:
    done = call(*line, "--json", *QUICK)
    assert (done.code, done.err) == (0, "")
    answer = json.loads(done.out)
    assert answer["program"] == json_data(PROGRAM)
    members = list(answer)
    assert members.index("program") + 1 == members.index("catalogue")
