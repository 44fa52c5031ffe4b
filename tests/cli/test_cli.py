"""The commands as people and scripts meet them: in a process of their own."""

from __future__ import annotations

import json
import os
import pty
import re
import stat
import subprocess
import sys
import termios
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from paths import CATALOGUES, EXAMPLES, SMALL
from program import PROGRAM, call, environment, run, small_catalogue

from pmo_path.answers.advise import advise
from pmo_path.cli import app, main
from pmo_path.contract.json_schema import KINDS
from pmo_path.core.scalars import Range
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.facts import FACTS
from pmo_path.profile.profile import Held, Profile
from pmo_path.reports import renderer

DAY = ("--as-of", "2026-11-21")
QUICK = ("--catalogue", str(SMALL), *DAY)
FACTS_OF_SAM = {
    "name": "Sam",
    "role": "PMO analyst",
    "pmo_types": ["tactical"],
    "years_in_pmo": 4,
    "holds": [],
}
COMMANDS = (
    (),
    ("advise",),
    ("ask",),
    ("catalogue",),
    ("catalogue", "check"),
    ("catalogue", "schema"),
)


@cache
def schema(kind: str) -> dict[str, Any]:
    """Return the schema that the program prints."""
    done = call("catalogue", "schema", kind)
    assert (done.code, done.err) == (0, "")
    data: dict[str, Any] = json.loads(done.out)
    return data


def valid(text: str, kind: str) -> Any:
    """Return JSON text as data, held against the printed schema of its kind."""
    data = json.loads(text)
    jsonschema.Draft202012Validator(schema(kind)).validate(data)
    return data


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
    done = run(
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
    done = run(
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
    shown = run("advise", "--level", "entry", *QUICK)
    run("advise", "--level", "entry", "-o", "advice.txt", *QUICK, cwd=tmp_path)
    assert (tmp_path / "advice.txt").read_text(encoding="utf-8") == shown.out


# --- text -----------------------------------------------------------------------------

PEOPLE = (
    Profile(),
    Profile(role="PMO analyst", pmo_types=("tactical",)),
    Profile(name="Sam", role="project support officer"),
    Profile(role="project manager"),
    Profile(role="Chief Coffee and Spreadsheet Officer of the Transformation Support Unit"),
    Profile(experience_level="entry", goals=("basics",), holds=()),
    Profile(experience_level="entry", role="head of PMO", years_in_pmo=Range(0, 1)),
    Profile(
        experience_level="analyst",
        goals=("frameworks",),
        holds=(Held("p3o-foundation", date(2017, 1, 31)),),
    ),
    Profile(
        experience_level="manager",
        goals=("set-up-pmo",),
        pmo_types=("enterprise", "coe"),
        reads=("nl",),
    ),
    Profile(experience_level="manager", target_level="director", holds=(Held("ppso-essentials"),)),
    Profile(
        experience_level="director",
        pmos_managed=Range(3, 3),
        holds=(Held("ipmo-f"), Held("ipmo-p")),
    ),
    Profile(
        years_in_pmo=Range(2, 4),
        education="bachelor",
        years_in_projects=Range(3, 3),
        goals=("next-level",),
    ),
    Profile(
        holds=(Held("pmo-cp"), Held("pmp", date(2020, 2, 29))),
        country="NL",
        hours_per_week=Range(4, 4),
    ),
)


def too_long(text: str, width: int) -> list[str]:
    """Return the lines that are longer than the width, unless they are one long word."""
    return [line for line in text.splitlines() if len(line) > width and len(line.split()) > 1]


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("day", ["2018-07-01", "2026-11-21"])
def test_no_line_is_longer_than_the_width(day: str, width: int, catalogue: Catalogue) -> None:
    for person in PEOPLE:
        text = renderer("text")(advise(catalogue, person, date.fromisoformat(day)), width)
        assert too_long(text, width) == []


@pytest.mark.parametrize(
    ("columns", "width"), [({"COLUMNS": "40"}, 40), ({"COLUMNS": "120"}, 120), ({}, 80)]
)
def test_columns_sets_the_width(columns: dict[str, str], width: int) -> None:
    done = call("advise", "--role", "PMO analyst", *QUICK, env=columns)
    assert too_long(done.out, width) == []
    assert max(len(line) for line in done.out.splitlines()) > width - 20


@pytest.mark.parametrize(
    "env", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}]
)
def test_a_pipe_gets_plain_text(env: dict[str, str]) -> None:
    done = run("advise", "--role", "PMO analyst", *QUICK, env=env)
    assert done.code == 0
    assert "\x1b" not in done.out + done.err
    assert "\x1b" not in run("--help", env=env).out


def test_no_heading_stands_over_nothing(catalogue: Catalogue) -> None:
    for person in PEOPLE:
        lines = renderer("text")(advise(catalogue, person, date(2026, 11, 21)), 80).splitlines()
        for line, below in zip(lines, [*lines[1:], ""], strict=True):
            assert not (
                line and line == line.upper() and any(map(str.isalpha, line)) and not below.strip()
            ), line


def test_no_heading_stands_over_nothing_in_a_small_catalogue() -> None:
    lines = call("advise", "--role", "PMO analyst", "--years", "3", *QUICK).out.splitlines()
    headings = [
        number
        for number, line in enumerate(lines)
        if line and line == line.upper() and line[0].isalpha()
    ]
    assert headings
    assert [lines[number] for number in headings if not lines[number + 1].strip()] == []


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_question_gets_the_same_bytes(form: str) -> None:
    args = (
        "advise",
        "--role",
        "PMO analyst",
        "--pmo-type",
        "coe",
        "--pmo-type",
        "tactical",
        "--format",
        form,
        *DAY,
    )
    with ThreadPoolExecutor() as pool:
        told = set(
            pool.map(
                lambda seed: run(*args, env={"PYTHONHASHSEED": seed}), ("0", "1", "1", "random")
            )
        )
    assert len(told) == 1
    assert told.pop().code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_an_error_is_as_wide_as_the_terminal_that_shows_it(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 40))
    command = [*PROGRAM, "advise", "nowhere.yaml"]
    subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=theirs,
        cwd=tmp_path,
        env=environment(),
        check=False,
        timeout=60,
    )
    shown = os.read(ours, 4096).decode()
    for end in (ours, theirs):
        os.close(end)
    assert "cannot-read" in shown
    assert too_long(shown, 40) == []


# --- help and usage -------------------------------------------------------------------


def test_without_arguments_it_says_how_to_begin() -> None:
    done = run()
    assert (done.code, done.err) == (0, "")
    assert [
        word for word in ("practitioner", "mentor", "script") if word not in done.out.casefold()
    ] == []


def test_version() -> None:
    done = run("--version")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("pmo-path ")
    assert done.out.split()[1][0].isdigit()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(command: tuple[str, ...]) -> None:
    done = call(*command, "--help")
    assert (done.code, done.err) == (0, "")
    assert " ".join(("pmo-path", *command)) in done.out
    assert call(*command, "-h") == done
    assert re.search(
        r"^  (Example|A \w+): +pmo-path ", done.out.partition("Options:")[0], re.MULTILINE
    )


@pytest.mark.parametrize(
    "args",
    [
        ("advize",),
        ("advise", "--colour", "blue"),
        ("advise", "one.yaml", "two.yaml"),
        ("advise", "--as-of", "yesterday"),
        ("advise", "--as-of", "2026-02-30"),
        ("advise", *QUICK, "--format", "papyrus"),
        ("advise", *QUICK, "--years", "-1"),
        ("advise", *QUICK, "--level", "wizard"),
        ("advise", *QUICK, "--strict", "--holds", "pmpp"),
        ("advise", *QUICK, "--holds", "none", "--holds", "EIF"),
        ("catalogue",),
        ("catalogue", "chekc"),
        ("catalogue", "schema"),
        ("catalogue", "schema", "advise"),
    ],
    ids=lambda args: " ".join(one for one in args if one not in QUICK),
)
def test_a_wrong_command_line_exits_2(args: tuple[str, ...]) -> None:
    done = call(*args)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("advise", "--level", "analist"), "analyst"),
        (("advise", "--strict", "--holds", "example-fundation"), "example-foundation"),
        (("advise", "--strict", "--pmo-type", "tacticle"), "tactical"),
        (("advise", "--format", "jsn"), "json"),
        (("catalogue", "schema", "advise"), "advice"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_a_mistyped_value_is_met_with_the_right_one(args: tuple[str, ...], hint: str) -> None:
    done = call(*args, *(QUICK if args[0] == "advise" else ()))
    assert done.code == 2
    assert hint in done.err


@pytest.mark.parametrize(
    ("told", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 141), (SystemExit(4), 4)]
)
def test_whatever_ends_it_before_a_command_there_is_an_exit_code(
    told: Any, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(words: list[str]) -> None:
        raise told

    monkeypatch.setattr(app, "app_for", end)
    monkeypatch.setattr(main.output, "give_up", lambda *streams: None)
    assert main.run() == code


# --- catalogue ------------------------------------------------------------------------


def test_a_clean_catalogue_exits_0() -> None:
    done = run("catalogue", "check", "--as-of", "2026-11-22")
    assert (done.code, done.err) == (0, "")
    assert done.out
    told = valid(run("catalogue", "check", SMALL, "--json", *DAY).out, "problems")
    assert (told["clean"], told["problems"]) == (True, [])


def test_a_broken_catalogue_exits_1_with_every_problem(tmp_path: Path) -> None:
    target = small_catalogue(tmp_path / "catalogue", CATALOGUES / "broken")
    done = run("catalogue", "check", target, cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    as_json = run("catalogue", "check", target, "--json", cwd=tmp_path)
    assert (as_json.code, as_json.err) == (1, "")
    told = valid(as_json.out, "problems")
    assert told["clean"] is False
    assert len(told["problems"]) == 5
    flat = " ".join(done.out.split())
    for one in told["problems"]:
        assert f"{one['file']}:{one['line']}:{one['column']}" in flat
        assert one["code"] in flat


def test_a_catalogue_that_is_not_there_exits_3(tmp_path: Path) -> None:
    done = call("catalogue", "check", tmp_path / "nowhere", "--json")
    assert (done.code, done.out) == (3, "")
    assert valid(done.err, "error")["exit_code"] == 3


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_valid_schema(kind: str) -> None:
    told = schema(kind)
    jsonschema.Draft202012Validator.check_schema(told)
    assert told["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_schema_refuses_what_it_does_not_know(kind: str) -> None:
    assert list(jsonschema.Draft202012Validator(schema(kind)).iter_errors({"surprise": 1}))


def test_an_error_holds_to_its_schema(tmp_path: Path) -> None:
    (tmp_path / "sam.yaml").write_text(
        "role: PMO analyst\nlevel: wizard\nyears_in_pmo: many\n", encoding="utf-8"
    )
    done = run("advise", "sam.yaml", "--json", *QUICK, cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    told = valid(done.err, "error")
    assert told["exit_code"] == 3
    assert [(one["code"], one["line"], one["pointer"]) for one in told["errors"]] == [
        ("unknown-key", 2, "/level"),
        ("not-a-number", 3, "/years_in_pmo"),
    ]


def test_the_examples_are_valid() -> None:
    examples = sorted(EXAMPLES.glob("*.yaml"))
    assert examples
    for example in examples:
        done = call("advise", os.fspath(example), "--json", *DAY)
        assert (done.code, done.err) == (0, "")
