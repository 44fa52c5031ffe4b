"""`advise` as people and scripts meet it, in a process of its own."""

from __future__ import annotations

import json
import stat
from datetime import date
from pathlib import Path

import pytest
import yaml
from paths import SMALL
from printed_schemas import valid
from program import call, run

from pmo_path.profile.facts import FACTS

DAY = ("--as-of", "2026-11-21")
QUICK = ("--catalogue", str(SMALL), *DAY)
FACTS_OF_SAM = {
    "name": "Sam",
    "role": "PMO analyst",
    "pmo_types": ["tactical"],
    "years_in_pmo": 4,
    "holds": [],
}


# --- advise ---------------------------------------------------------------------------


def test_advice_as_text_is_all_on_standard_output(tmp_path: Path) -> None:
    done = run("advise", "--role", "PMO analyst", "--pmo-type", "tactical", *DAY, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "P3O Foundation" in done.out
    assert done.out.endswith("\n")


def test_advice_as_json_holds_to_its_schema(tmp_path: Path) -> None:
    done = run(
        "advise", "--role", "PMO analyst", "--pmo-type", "tactical", "--json", *DAY, cwd=tmp_path
    )
    assert (done.code, done.err) == (0, "")
    advice = valid(done.out, "advice")
    assert (advice["schema_version"], advice["kind"], advice["as_of"]) == (
        "1",
        "advice",
        "2026-11-21",
    )
    assert advice["profile"] == {"role": "PMO analyst", "pmo_types": ["tactical"]}
    assert (
        advice["next_step"]
        == advice["next_steps"][0]
        == advice["routes"][0]["steps"][0]["certification"]
    )


def test_nothing_said_is_no_error() -> None:
    done = call("advise", "--json", *QUICK)
    assert (done.code, done.err) == (0, "")
    advice = valid(done.out, "advice")
    assert advice["profile"] == {}
    assert advice["missing_facts"]


def test_none_of_these_is_an_answer_with_a_reason() -> None:
    done = call("advise", "--experience-level", "director", "--holds", "none", "--json", *QUICK)
    assert (done.code, done.err) == (0, "")
    advice = valid(done.out, "advice")
    assert (advice["next_step"], advice["routes"]) == (None, [])
    assert advice["cautions"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sam.yaml", yaml.safe_dump(FACTS_OF_SAM)),
        ("sam.json", json.dumps(FACTS_OF_SAM)),
        ("-", json.dumps(FACTS_OF_SAM)),
    ],
)
def test_a_profile_comes_from_a_file_or_standard_input(
    name: str, content: str, tmp_path: Path
) -> None:
    if name != "-":
        (tmp_path / name).write_text(content, encoding="utf-8")
    done = call(
        "advise",
        name,
        "--json",
        *QUICK,
        stdin=content.encode() if name == "-" else b"",
        cwd=tmp_path,
    )
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["profile"] == FACTS_OF_SAM


def test_an_option_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "sam.yaml").write_text(yaml.safe_dump(FACTS_OF_SAM), encoding="utf-8")
    done = call(
        "advise",
        "sam.yaml",
        "--years",
        "7",
        "--holds",
        "EIF@2024-05-01",
        "--json",
        *QUICK,
        cwd=tmp_path,
    )
    held = [{"certification": "example-foundation", "awarded_on": "2024-05-01"}]
    assert json.loads(done.out)["profile"] == {**FACTS_OF_SAM, "years_in_pmo": 7, "holds": held}


def test_options_say_every_fact_that_a_file_can() -> None:
    help_text = call("advise", "--help", env={"COLUMNS": "200"}).out
    assert [option for row in FACTS for option in row.options if option not in help_text] == []


def test_the_day_decides() -> None:
    facts = ("--goal", "basics", "--experience-level", "entry", "--json")
    then, now = (
        json.loads(call("advise", *facts, "--as-of", day).out)
        for day in ("2018-07-01", "2026-11-21")
    )
    assert "ppso-essentials" in then["next_steps"]
    assert "ppso-essentials" not in now["next_steps"]
    assert "hop-administrators" in now["next_steps"]


def test_without_a_day_the_advice_is_for_today() -> None:
    before = date.today()
    told = json.loads(call("advise", "--json", "--catalogue", SMALL).out)["as_of"]
    assert before <= date.fromisoformat(told) <= date.today()


def test_another_catalogue_is_used_whole() -> None:
    advice = json.loads(call("advise", "--experience-level", "entry", "--json", *QUICK).out)
    assert [one["certification"] for one in advice["considered"]] == [
        "example-foundation",
        "example-practitioner",
    ]
    assert advice["next_step"] == "example-foundation"


@pytest.mark.parametrize("options", [("--json",), ("--format", "json")])
def test_json_has_two_spellings(options: tuple[str, ...]) -> None:
    assert json.loads(call("advise", *options, *QUICK).out)["kind"] == "advice"


def test_the_program_runs_from_anywhere(tmp_path: Path) -> None:
    here, there = (
        run("advise", "--level", "analyst", "--json", *QUICK, cwd=cwd) for cwd in (None, tmp_path)
    )
    assert here.code == 0
    assert here == there


# --- files ----------------------------------------------------------------------------


def test_a_file_is_written_once_and_replaced_only_by_force(tmp_path: Path) -> None:
    target = tmp_path / "advice.json"
    first = run("advise", "--level", "entry", "--json", "-o", "advice.json", *QUICK, cwd=tmp_path)
    assert (first.code, first.out, first.err) == (0, "", "")
    written = target.read_bytes()
    assert json.loads(written)["kind"] == "advice"

    again = run("advise", "--level", "analyst", "--json", "-o", "advice.json", *QUICK, cwd=tmp_path)
    assert (again.code, again.out) == (3, "")
    assert valid(again.err, "error")["code"] == "file-exists"
    assert target.read_bytes() == written

    forced = run(
        "advise",
        "--level",
        "analyst",
        "--json",
        "-o",
        "advice.json",
        "--force",
        *QUICK,
        cwd=tmp_path,
    )
    assert (forced.code, forced.out, forced.err) == (0, "", "")
    assert json.loads(target.read_bytes())["profile"] == {"experience_level": "analyst"}
    assert [path.name for path in tmp_path.iterdir()] == ["advice.json"]
    assert stat.S_IMODE(target.stat().st_mode) & 0o444


def test_a_file_holds_what_standard_output_would(tmp_path: Path) -> None:
    shown = call("advise", "--level", "entry", *QUICK)
    call("advise", "--level", "entry", "-o", "advice.txt", *QUICK, cwd=tmp_path)
    assert (tmp_path / "advice.txt").read_text(encoding="utf-8") == shown.out
