"""A certification of a new body is data alone: what its page adds is found in every answer."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from paths import ROOT
from program import answer, call
from strategies import shipped
from task_pages import (
    PLACES,
    ShownRun,
    add_the_guild,
    assert_shown,
    shown_runs,
    task_page,
    yaml_entries,
)

PAGE = task_page("add-a-body.md")
RUNS = shown_runs(PAGE)
DAY = ("--as-of", "2026-11-22")
CHECKED = ("--as-of", shipped().version)  # no source was checked after it
PERSON = ("--level", "manager", "--pmo-type", "coe", "--goal", "service-design", "--years", "4")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the catalogue with what the page adds."""
    copy = tmp_path_factory.mktemp("guild") / "data"
    shutil.copytree(ROOT / "data", copy)
    add_the_guild(copy)
    return copy


def said(data: Path, kind: str, *args: str) -> Any:
    return answer(kind, *args, "--catalogue", str(data), *DAY)


def test_the_catalogue_is_clean(data: Path) -> None:
    assert answer("problems", "catalogue", "check", str(data), *CHECKED)["clean"]


def test_it_is_listed_and_shown(data: Path) -> None:
    listed = said(data, "catalogue", "catalogue", "list", "--body", "sample-guild")
    ids = [entry["certification"] for entry in listed["certifications"]]
    assert ids == ["guild-associate", "guild-fellow"]
    shown = said(data, "certification", "catalogue", "show", "SGA")
    assert shown["certification"]["certification"] == "guild-associate"
    assert [source["id"] for source in shown["sources"]] == ["sample-guild"]
    assert said(data, "term", "catalogue", "show", "Sample Guild")["id"] == "sample-guild"
    body = call("catalogue", "show", "Sample Guild", "--catalogue", str(data), *DAY)
    assert "SOURCES" not in body.out  # no fact of the body itself is given


def test_it_is_advised_by_its_rule(data: Path) -> None:
    advice = said(data, "advice", "advise", *PERSON)
    best = advice["routes"][0]
    assert (best["rank"], best["family"]) == (1, "sample-guild")
    steps = [step["certification"] for step in best["steps"]]
    assert steps == ["guild-associate", "guild-fellow"]
    assert "coe-guild-fellow" in str(best["steps"][1]["because"])


def test_it_stands_on_the_map_with_a_column_of_its_body(data: Path) -> None:
    drawn = said(data, "map", "map", *PERSON)
    column = drawn["bodies"].index("Sample Guild")
    entries = [entry for row in drawn["rows"] for entry in row["cells"][column]]
    assert {entry["certification"] for entry in entries} == {"guild-associate", "guild-fellow"}
    assert ["guild-associate", "guild-fellow"] in drawn["routes"]


def test_it_is_compared(data: Path) -> None:
    compared = said(data, "comparison", "catalogue", "compare", "Guild Fellow", "pmi-pmocp")
    ids = [entry["certification"] for entry in compared["certifications"]]
    assert ids == ["guild-fellow", "pmi-pmocp"]
    assert "Sample Guild of PMO Professionals" in str(compared["rows"])


@pytest.mark.parametrize(
    ("args", "verdict"),
    [
        (PERSON, "recommended"),
        ((*PERSON[:-1], "1", "--holds", "none"), "not_eligible"),
        ((*PERSON, "--holds", "guild-fellow@2026-10-01"), "held"),
    ],
)
def test_it_is_explained(data: Path, args: tuple[str, ...], verdict: str) -> None:
    explained = said(data, "explanation", "explain", "SGF", *args)
    assert explained["verdict"]["verdict"] == verdict


@pytest.mark.parametrize("run", RUNS, ids=[run.command.split(" --")[0] for run in RUNS])
def test_the_page_shows_real_runs(
    run: ShownRun, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(data, tmp_path / "data")
    if "sample-gild" in run.output:
        file = tmp_path / "data" / "certifications.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("source: sample-guild\n", "source: sample-gild\n", 1), "utf-8")
    monkeypatch.chdir(tmp_path)
    args = shlex.split(run.command)
    assert_shown(run, *(() if "--as-of" in args else CHECKED if "check" in args else DAY))


def test_the_page_has_commands_and_entries() -> None:
    assert len(RUNS) == PAGE.count("$ pmo-path") == 7
    assert len(yaml_entries(PAGE)) == PAGE.count("```yaml") == len(PLACES)
