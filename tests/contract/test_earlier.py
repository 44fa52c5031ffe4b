"""Reports that were written earlier: what is read of them, and what is refused, and where."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from msgspec import UNSET
from readings import read
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.contract.advice import Advice
from pmo_path.contract.earlier import EarlierAdvice, earlier_advice, is_answer, read_earlier
from pmo_path.contract.report import Mentor, Report
from pmo_path.contract.slim import slim
from pmo_path.core.documents import read_document
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.core.json_text import json_data


@pytest.fixture(scope="module")
def advice() -> Advice:
    ann = {"name": "Ann", "role": "PMO analyst", "holds": ["pmp@2024-01-01"]}
    return advise(shipped(), read(ann), date(2026, 5, 1))


def told(data: Any) -> EarlierAdvice:
    return read_earlier(read_document(json.dumps(data).encode(), "old.json"))


def refused(data: Any) -> Problem:
    with pytest.raises(PmoPathError) as error:
        told(data)
    assert error.value.exit_code == 3
    (problem,) = error.value.problems
    assert (problem.file, error.value.code) == ("old.json", problem.code)
    return problem


def test_an_advice_a_report_and_a_line_of_a_batch_are_the_same(advice: Advice) -> None:
    data, report = json_data(advice), json_data(Report(mentor=Mentor(), advice=advice))
    for form in (data, report, {"line": 1, "ok": True, "advice": data}):
        assert told(form) == earlier_advice(advice)
        assert is_answer(form)
    assert not is_answer({"role": "PMO analyst"})
    assert not is_answer([data])


def test_the_slim_form_lacks_certifications_alone(advice: Advice) -> None:
    small, whole = told(slim(advice)), earlier_advice(advice)
    assert (small.certifications, small.sources) == (UNSET, UNSET)
    assert small.next_steps == whole.next_steps
    assert small.holdings is not UNSET
    assert small.considered is not UNSET


def test_what_a_selection_left_out_is_left_out(advice: Advice) -> None:
    data = json_data(advice)
    some = told({"next_steps": data["next_steps"], "considered": [{"verdict": "held"}]})
    assert some.next_steps == advice.next_steps
    assert (some.considered, some.as_of, some.routes) == (UNSET, UNSET, UNSET)
    assert told({"routes": [None, data["routes"][0]], "aim": None}).routes is UNSET


@pytest.mark.parametrize(
    ("change", "code", "pointer"),
    [
        ({"schema_version": "2"}, "schema-version", "/schema_version"),
        ({"schema_version": 1}, "schema-version", "/schema_version"),
        ({"kind": "cohort"}, "other-kind", "/kind"),
        ({"kind": "wizardry"}, "other-kind", "/kind"),
        ({"as_of": "yesterday"}, "not-a-report", "/as_of"),
        ({"next_steps": "p3o-foundation"}, "not-a-report", "/next_steps"),
        ({"cautions": [{}] * 2001}, "too-large", "/cautions"),
        ({"profile": []}, "not-a-report", "/profile"),
        (
            {"considered": [{"certification": "x", "verdict": "great", "eligibility": "met"}]},
            "not-a-report",
            "/considered/0/verdict",
        ),
    ],
)
def test_what_is_no_advice_is_refused_with_its_place(
    advice: Advice, change: dict[str, Any], code: str, pointer: str
) -> None:
    problem = refused(json_data(advice) | change)
    assert (problem.code, problem.pointer) == (code, pointer)
    assert problem.line
    assert problem.hint


def test_a_report_of_a_newer_kind_and_one_without_an_advice_are_refused(advice: Advice) -> None:
    report = json_data(Report(mentor=Mentor(), advice=advice))
    assert refused(report | {"schema_version": "9"}).code == "schema-version"
    inner = report | {"advice": report["advice"] | {"schema_version": "9"}}
    assert refused(inner).pointer == "/advice/schema_version"
    for empty in ({"kind": "report"}, {"advice": 3}, {"kind": "advice"}, [], "text", {"as_of": 1}):
        assert refused(empty).code in ("not-a-report", "nothing-to-compare")


def test_no_text_of_a_file_controls_a_terminal(advice: Advice) -> None:
    data = json_data(advice)
    data["cautions"] = [{"rule": "x", "text": "\x1b[31mred\u202e"}]
    found = told(data)
    assert found.cautions is not UNSET
    assert found.cautions[0].text.isprintable()
