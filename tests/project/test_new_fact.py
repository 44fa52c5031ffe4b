"""A made-up fact is one row and one typed field: everything else finds it by itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from paths import ROOT

ROW = """    Row(
        key="towers_built",
        kind="number",
        options=("--towers-built",),
        noun="the number of towers you built",
        help="How many towers you built.",
        question="How many towers have you built?",
        why="one owner asks for towers",
        most=99,
        change="up",
        effort=1,
    ),
)

BY_KEY"""
DAY = ("--as-of", "2026-11-22")
PERSON = "--level manager --holds none --project-years 5 --pmo-education-hours 99".split()


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the fact, where PMI-PMOCP asks for towers, not for a diploma."""
    copy = tmp_path_factory.mktemp("program")
    for name in ("pmo_path", "data"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    changed(copy / "pmo_path/profile/facts.py", ")\n\nBY_KEY", ROW)
    changed(
        copy / "pmo_path/profile/profile.py",
        "    country: str | None = None\n",
        "    country: str | None = None\n    towers_built: Range | None = None\n",
    )
    catalogue = copy / "data" / "certifications.yaml"
    head, start, rest = catalogue.read_text(encoding="utf-8").partition("  - id: pmi-pmocp\n")
    rest = rest.replace("education: at least secondary", "towers_built: at least 3", 1)
    catalogue.write_text(head + start + rest, encoding="utf-8")
    return copy


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path}: {old}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def run(program: Path, *args: str, stdin: str = "") -> str:
    """Return what the changed program prints, both streams."""
    environ = {**os.environ, "PYTHONPATH": str(program), "XDG_CACHE_HOME": str(program / "cache")}
    done = subprocess.run(
        [sys.executable, "-m", "pmo_path", *args],
        input=stdin,
        capture_output=True,
        text=True,
        env={**environ, "COLUMNS": "200"},
        cwd=program,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def advised(program: Path, *args: str, stdin: str = "") -> dict[str, Any]:
    said: dict[str, Any] = json.loads(run(program, *args, "--json", *DAY, stdin=stdin))
    return said


def test_it_is_an_option_with_its_help(program: Path) -> None:
    assert "How many towers you built." in run(program, "advise", "--help")
    profile = advised(program, "advise", *PERSON, "--towers-built", "2-4")["profile"]
    assert profile["towers_built"] == "2-4"


@pytest.mark.parametrize("text", ["towers_built: 3\n", '{"towers_built": 3}'])
def test_it_is_read_from_a_file(program: Path, text: str) -> None:
    profile = advised(program, "advise", "-", stdin=text)["profile"]
    assert profile == {"towers_built": 3}


@pytest.mark.parametrize(
    ("suffix", "text"), [("csv", "towers_built\n3\n"), ("jsonl", '{"towers_built": 3}\n')]
)
def test_it_is_read_from_a_batch(program: Path, suffix: str, text: str) -> None:
    done = run(program, "batch", "-", "--from", suffix, *DAY, "--quiet", stdin=text)
    assert json.loads(done)["advice"]["profile"] == {"towers_built": 3}


def test_its_bounds_are_held(program: Path) -> None:
    with pytest.raises(AssertionError, match="at most 99"):
        run(program, "advise", "--towers-built", "100")


def test_it_is_in_the_schemas(program: Path) -> None:
    profile = json.loads(run(program, "catalogue", "schema", "profile"))
    assert profile["properties"]["towers_built"]["anyOf"][0]["anyOf"][0]["maximum"] == 99
    advice = json.loads(run(program, "catalogue", "schema", "advice"))
    assert "towers_built" in advice["properties"]["profile"]["properties"]


def test_conditions_read_it(program: Path) -> None:
    for towers, eligibility in (("2", "not_met"), ("2-4", "unknown"), ("3", "met")):
        args = ("explain", "pmi-pmocp", *PERSON, "--towers-built", towers)
        assert advised(program, *args)["verdict"]["eligibility"] == eligibility


def test_it_is_missed_and_asked_for(program: Path) -> None:
    missing = advised(program, "advise", *PERSON)["missing_facts"]
    assert "towers_built" in [fact["fact"] for fact in missing]
    known = {"experience_level": "analyst", "years_in_projects": 5, "pmo_education_hours": 99}
    known |= {"holds": ["hop-analysts", "p3o-foundation"], "holds_other": [], "goals": []}
    known |= {"reads": ["en"], "years_in_pmo": 5, "pmo_types": ["tactical"]}
    assert asked(program, known) == "How many towers have you built?\n"


def test_it_is_what_would_change_a_verdict(program: Path) -> None:
    args = ("explain", "pmi-pmocp", *PERSON, "--target-level", "manager", "--towers-built", "1")
    (change,) = advised(program, *args)["verdict"]["smallest_change"]
    assert (change["fact"], change["from"], change["to"]) == ("towers_built", 1, 3)


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_a_report_says_that_it_was_said(program: Path, suffix: str) -> None:
    profile = program / "me.yaml"
    profile.write_text("experience_level: manager\ntowers_built: 7\n", encoding="utf-8")
    target = program / f"report.{suffix}"
    run(program, "report", str(profile), "-o", str(target), *DAY)
    text = target.read_text(encoding="utf-8")
    assert "Number of towers you built" in text


def asked(program: Path, known: dict[str, object]) -> str:
    """Return the question that the interview asks next, of a profile that is known so far."""
    code = (
        "import json, sys, datetime\n"
        "from pmo_path.catalogue.load import load_catalogue\n"
        "from pmo_path.interview.question_selection import Questionnaire\n"
        "from pmo_path.model.on_day import on_day\n"
        "from pmo_path import profile_of\n"
        "catalogue = load_catalogue()\n"
        "day = on_day(catalogue, datetime.date(2026, 11, 22))\n"
        "asked = Questionnaire(day)\n"
        "profile = profile_of(json.loads(sys.argv[1]), catalogue.names)\n"
        "print(asked.next_question(profile).question)\n"
    )
    environ = {**os.environ, "PYTHONPATH": str(program), "XDG_CACHE_HOME": str(program / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(known)],
        capture_output=True,
        text=True,
        env=environ,
        cwd=program,
        check=True,
    )
    return done.stdout
