"""`--select`: of JSON, only the members that a script asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from batches import ANN, BOB, QUICK, json_of
from program import call


@pytest.fixture
def ann(tmp_path: Path) -> Path:
    (tmp_path / "ann.json").write_bytes(json_of(ANN))
    return tmp_path / "ann.json"


@pytest.mark.parametrize(
    ("command", "select", "members"),
    [
        (("advise",), "next_steps,career_level.id", {"career_level", "next_steps"}),
        (("explain", "example-foundation"), "verdict.verdict", {"verdict"}),
        (("report",), "mentor.name,advice.next_steps", {"mentor", "advice"}),
    ],
)
def test_an_answer_has_the_members_selected(
    command: tuple[str, ...], select: str, members: set[str], ann: Path
) -> None:
    done = call(*command, ann, "--json", "--select", select, *QUICK)
    assert (done.code, done.err) == (0, "")
    less = json.loads(done.out)
    whole = json.loads(call(*command, ann, "--json", *QUICK).out)
    assert set(less) == members
    for name in select.split(","):
        one, other = less, whole
        for part in name.split("."):
            one, other = one[part], other[part]
        assert one == other


def test_a_file_named_json_is_json(ann: Path, tmp_path: Path) -> None:
    target = tmp_path / "next.json"
    done = call("advise", ann, "-o", target, "--select", "next_steps", *QUICK)
    assert (done.code, done.out) == (0, "")
    assert set(json.loads(target.read_text("utf-8"))) == {"next_steps"}


def test_a_line_of_a_batch_still_says_whether_it_was_read() -> None:
    done = call("batch", "-", "--select", "next_steps,line", *QUICK, stdin=json_of(BOB, "{"))
    bob, bad = (json.loads(line) for line in done.out.splitlines())
    assert bob == {
        "line": 1,
        "id": None,
        "ok": True,
        "advice": {"next_steps": ["example-foundation"]},
    }
    assert (bad["line"], bad["ok"], bad["problem"]["errors"][0]["code"]) == (2, False, "syntax")
    assert done.code == 1


@pytest.mark.parametrize(
    "line",
    [
        ("advise", "nowhere.yaml", "--select", "next_steps"),
        ("advise", "nowhere.yaml", "--json", "--select", "next_stepz"),
        ("explain", "example-foundation", "--select", "verdict"),
        ("explain", "example-foundation", "--json", "--select", "next_steps"),
        ("report", "nowhere.yaml", "--select", "advice"),
        ("report", "nowhere.yaml", "--json", "--select", "next_steps"),
        ("batch", "nowhere.jsonl", "--select", "next_stepz"),
    ],
)
def test_a_wrong_selection_is_refused_before_anything_is_read(line: tuple[str, ...]) -> None:
    done = call(*line, *QUICK)
    assert (done.code, done.out) == (2, "")
    assert "--select" in done.err


def test_explaining_a_certificate_outside_the_catalogue_has_the_members_of_a_term() -> None:
    done = call("explain", "CAPM", "--json", "--select", "kind,what,verdict.verdict")
    assert sorted(json.loads(done.out)) == ["kind", "what"]


def test_what_an_answer_can_have_nothing_of_is_refused_once_its_kind_is_known() -> None:
    done = call("explain", "CAPM", "--json", "--select", "verdict.verdict")
    assert (done.code, done.out) == (2, "")
    assert "'verdict.verdict'" in done.err
    assert "facts" in done.err
    term = call("explain", "CAPM", "--json", "--select", "name,facts")
    assert (term.code, sorted(json.loads(term.out))) == (0, ["facts", "name"])
    other = call("explain", "PMP", "--json", "--select", "facts.rule")
    assert (other.code, other.out) == (2, "")


COMMANDS = [
    ("advise",),
    ("explain", "example-foundation"),
    ("report",),
    ("plan",),
    ("batch",),
    ("batch", "--slim"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_selections_given_apart_are_those_given_together(
    command: tuple[str, ...], ann: Path, tmp_path: Path
) -> None:
    name, *more = command
    file = tmp_path / "ann.jsonl"
    file.write_bytes(ann.read_bytes().strip() + b"\n")
    about = (*more, file) if name == "batch" else (*more, ann, "--json")
    apart = call(name, *about, "--select", "kind", "--select", "schema_version", *QUICK)
    together = call(name, *about, "--select", "kind,schema_version", *QUICK)
    assert (apart.code, apart.out) == (0, together.out)
    assert "kind" in apart.out
    assert "schema_version" in apart.out


def test_columns_given_apart_are_those_given_together() -> None:
    asked = ("--select", "line", "--select", "next_steps,ok")
    done = call("batch", "-", "--format", "csv", *asked, *QUICK, stdin=json_of(BOB))
    assert done.out.splitlines() == ["line,next_steps,ok", "1,example-foundation,true"]


@pytest.mark.parametrize(
    ("line", "option"),
    [
        (("advise", "--role", "PMO analyst", "--role", "PMO lead"), "--role"),
        (("advise", "--level", "entry", "--experience-level", "manager"), "--level"),
        (("advise", "--as-of", "2026-01-01", "--as-of", "2026-01-01"), "--as-of"),
        (("batch", "-", "--jobs", "1", "--jobs", "2"), "--jobs"),
        (("advise", "-o", "a.json", "-o", "b.json"), "--output"),
        (("catalogue", "list", "--level", "entry", "--level", "manager"), "--level"),
        (("plan", "--start", "2027-01-01", "--start=2028-01-01"), "--start"),
    ],
)
def test_an_option_of_one_value_is_refused_where_it_is_given_twice(
    line: tuple[str, ...], option: str
) -> None:
    done = call(*line)
    assert (done.code, done.out) == (2, "")
    assert "given 2 times" in done.err
    assert option in done.err


def test_flags_and_options_of_many_values_may_be_repeated() -> None:
    done = call("advise", "--goal", "basics", "--goal", "frameworks", "--json", "--json", *QUICK)
    assert done.code == 0
    assert json.loads(done.out)["profile"]["goals"] == ["basics", "frameworks"]
    assert call("advise", "--role", "a", "--role", "b", "--help").code == 0
