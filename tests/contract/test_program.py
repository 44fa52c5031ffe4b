"""Every answer says which program gave it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from batches import QUICK
from paths import EXAMPLES, ROOT
from program import call

from pmo_path.contract.json_schema import KINDS, PROFILES, schema
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


@pytest.mark.parametrize(
    "line",
    [
        ("catalogue", "check"),
        ("catalogue", "worklist"),
        ("plan", "--level", "analyst"),
        ("report", EXAMPLES / "analyst.yaml"),
        ("report", EXAMPLES / "team-of-12.csv"),
        ("profile", EXAMPLES / "analyst.yaml"),
        ("diff", EXAMPLES / "analyst.yaml", EXAMPLES / "analyst.yaml"),
        ("forget",),
    ],
)
def test_the_program_follows_the_kind(line: tuple[str, ...], tmp_path: Path) -> None:
    day = () if line == ("forget",) else ("--as-of", "2026-11-22")
    own = {"XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    answer = json.loads(call(*line, "--json", *day, env=own).out)
    assert list(answer).index("kind") < list(answer).index("program")
    assert answer["program"] == json_data(PROGRAM)


@pytest.mark.parametrize("kind", sorted({*KINDS} - {*PROFILES, "error"}))
def test_every_kind_of_answer_has_the_program(kind: str) -> None:
    told = schema(kind)
    shapes = [told] if "properties" in told else [told["oneOf"][0]["properties"]["advice"]]
    assert all("program" in shape["properties"] for shape in shapes)
