"""An award of which a month or a year is known, at every door and in every form."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from program import answer, call, run, valid
from readings import read
from strategies import shipped
from workbooks import xlsx

from pmo_path import Held, PmoPathError, advise, read_profile
from pmo_path.core.scalars import When
from pmo_path.messages.catalog import say
from pmo_path.profile.profile import award_date
from pmo_path.profile.supposed import read_supposed, with_supposed
from pmo_path.reports import FORMATS

AS_OF = ("--as-of", "2026-11-22")
PERSON = "name: Sam\nrole: PMO manager\ngoals: [frameworks]\nholds:\n"
SPANS = {
    "2023-10": ("lapsed", {"first": "2026-10-01", "last": "2026-10-31"}),
    "2023-11": ("unknown", {"first": "2026-11-01", "last": "2026-11-30"}),
    "2024-03": ("lapsing", {"first": "2027-03-01", "last": "2027-03-31"}),
    "2024": ("valid", {"first": "2027-01-01", "last": "2027-12-31"}),
}


def award(dated: Any) -> dict[str, Any]:
    return {"certification": "p3o-practitioner", "awarded_on": dated}


@pytest.mark.parametrize("dated", SPANS)
def test_every_door_reads_it_and_tells_the_same(dated: str, tmp_path: Path) -> None:
    state, between = SPANS[dated]
    yaml, plain = tmp_path / "sam.yaml", tmp_path / "sam.json"
    yaml.write_text(f"{PERSON}  - {{certification: p3o-practitioner, awarded_on: {dated}}}\n")
    number = int(dated) if dated.isdecimal() else dated
    facts = {"name": "Sam", "role": "PMO manager", "goals": ["frameworks"]}
    plain.write_text(json.dumps({**facts, "holds": [award(number)]}))
    said = ("--name", "Sam", "--role", "PMO manager", "--goal", "frameworks")
    told = answer("advice", "advise", *said, "--holds", f"p3o-practitioner@{dated}", *AS_OF)
    assert told == answer("advice", "advise", yaml, *AS_OF)
    assert told == answer("advice", "advise", plain, *AS_OF)
    assert told["profile"]["holds"] == [award(dated)]
    (held,) = [one for one in told["holdings"] if one["proved_by"] is None]
    assert (held["state"], held["awarded_on"]) == (state, dated)
    assert (held["valid_until"], held["valid_until_between"]) == (None, between)
    assert told["deadlines"]["lapses"] == []  # no day is claimed
    library = advise(shipped(), read_profile(yaml), "2026-11-22")
    assert dated in [one.awarded_on for one in library.holdings]
    cell = f"role,goals,holds\nPMO manager,frameworks,p3o-practitioner@{dated}\n"
    line = json.loads(call("batch", "-", "--from", "csv", *AS_OF, stdin=cell.encode()).out)
    assert line["advice"]["holdings"] == told["holdings"]


def test_it_is_read_in_a_process_of_its_own() -> None:
    done = run("advise", "--role", "PMO analyst", "--holds", "p3o-foundation@2023-11", *AS_OF)
    assert (done.code, done.err) == (0, "")
    words = " ".join(done.out.split())
    assert "in November 2023, may have lapsed: its last valid day lies between 1 November" in words
    assert "Give the day of the award." in words
    bad = run("advise", "--holds", "p3o-foundation@2023-13", *AS_OF)
    assert bad.code == 2
    assert "Traceback" not in bad.err


@pytest.mark.parametrize("form", [one for one in FORMATS if one not in ("ics", "xlsx")])
@pytest.mark.parametrize("dated", SPANS)
def test_every_form_tells_it_and_claims_no_day(form: str, dated: str, tmp_path: Path) -> None:
    file = tmp_path / f"sam.{form}"
    facts = ("--role", "PMO manager", "--holds", f"p3o-practitioner@{dated}", *AS_OF)
    assert call("advise", *facts, "--format", form, "-o", file).code == 0
    assert file.stat().st_size


def test_a_calendar_has_no_event_of_it_and_names_it(tmp_path: Path) -> None:
    facts = ("--role", "PMO manager", "--holds", "p3o-practitioner@2024-03", *AS_OF)
    done = call("advise", *facts, "-o", tmp_path / "sam.ics")
    assert done.code == 0
    assert "VEVENT" not in (tmp_path / "sam.ics").read_text()
    assert "P3O Practitioner" in done.err


def test_a_team_is_told_what_lapses_between_which_days(tmp_path: Path) -> None:
    team = tmp_path / "team.xlsx"
    people = [[dated, "PMO manager", f"p3o-practitioner@{dated}"] for dated in SPANS]
    people.append(["day", "PMO manager", "p3o-practitioner@2024-02-14"])
    people.append(["near", "PMO manager", "p3o-practitioner@2023-12"])
    team.write_bytes(xlsx({"Team": [["name", "role", "holds"], *people]}))
    assert call("report", team, "-o", tmp_path / "team-summary.xlsx", *AS_OF).code == 0
    for form in ("json", "html", "markdown"):
        assert call("report", team, "-o", tmp_path / form, "--format", form, *AS_OF).code == 0
    told = valid("cohort", json.loads((tmp_path / "json" / "summary.json").read_text()))
    lapsing = [
        (one["person"], one["due"], one["due_between"], one["lapsed"], one["days_left"])
        for one in told["lapsing"]
    ]
    december = {"first": "2026-12-01", "last": "2026-12-31"}
    assert lapsing == [
        ("2023-10", None, SPANS["2023-10"][1], True, None),
        ("near", None, december, False, None),
        ("day", "2027-02-14", None, False, 84),
        ("2024-03", None, SPANS["2024-03"][1], False, None),
    ]
    text = (tmp_path / "markdown" / "summary.md").read_text()
    for words in (
        "An award has lapsed: 2023-10 (P3O Practitioner, between 1 October 2026 and 31 October",
        "within 90 days: near (P3O Practitioner, between 1 December 2026 and 31 December 2026)",
        "lapsed between 1 October 2026 and 31 October 2026",
        "| between 1 March 2027 and 31 March 2027 | valid |",
        "| 14 February 2027 | 84 days left |",
    ):
        assert words in " ".join(text.split())
    book = openpyxl.load_workbook(tmp_path / "team-summary.xlsx")
    (sheet,) = [one for one in book.worksheets if one.title == say("sheet-lapsing")]
    assert [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)][1:3] == [
        "between 1 December 2026 and 31 December 2026",
        datetime(2027, 2, 14),
    ]


def test_a_report_asks_to_renew_it_in_time() -> None:
    done = call("report", "-", *AS_OF, "--format", "markdown", stdin=spanned("2024-03"))
    assert "between 1 March 2027 and 31 March 2027" in " ".join(done.out.split())
    short = call("advise", "-", *AS_OF, stdin=spanned("2023-12"))
    words = " ".join(short.out.split())
    assert "First renew your P3O Practitioner: it lapses between 1 December 2026 and" in words


def spanned(dated: str) -> bytes:
    return f"{PERSON}  - p3o-practitioner@{dated}\n".encode()


@pytest.mark.parametrize(
    ("before", "after", "said", "state"),
    [
        ("2024-03", "2024-03-09", "awarded on 9 March 2024; before, only March 2024 was", "lapses"),
        ("2024-03-09", "2024-03", "was awarded in March 2024, not 9 March 2024.", "lapses soon"),
        ("2023", "2024-03", "was awarded in March 2024, not 2023.", "valid until a day between"),
        ("", "2024", "was awarded in 2024, not a day not said.", "valid until a day between"),
        ("2024", "", "was awarded on a day not said, not 2024.", "not known whether it is valid"),
        ("2024-03", "2027", "is dated 2027, after the day of the advice", ""),
        ("none", "2026-10", "You hold P3O Practitioner", "valid until a day between 1 October"),
        ("2026-10", "none", "is no longer among what you hold", ""),
        ("2027-01", "none", "its date, January 2027, lay after", ""),
    ],
)
def test_what_changed_is_told(
    before: str, after: str, said: str, state: str, tmp_path: Path
) -> None:
    files = []
    for name, dated in (("before", before), ("after", after)):
        held = f"p3o-practitioner{'@' if dated else ''}{dated}"
        file = tmp_path / f"{name}.yaml"
        file.write_text(f"role: PMO manager\nholds: [{'' if dated == 'none' else held}]\n")
        files.append(file)
    changes = answer("changes", "diff", *files, *AS_OF)
    (told,) = [one["text"] for one in changes["answers"]]
    assert said in told
    assert (
        not state or any(state in one["text"] for one in changes["values"]) or not changes["values"]
    )


def test_an_award_of_a_month_since_is_told_as_passed_since(tmp_path: Path) -> None:
    before, after = tmp_path / "before.json", tmp_path / "after.yaml"
    facts = ("--role", "PMO manager", "--holds", "none")
    assert call("advise", *facts, "--as-of", "2026-05-01", "-o", before).code == 0
    after.write_bytes(spanned("2026-10").replace(b"name: Sam\n", b""))
    changes = answer("changes", "diff", before, after, *AS_OF)
    assert "You passed P3O Practitioner in October 2026." in [
        one["text"] for one in changes["answers"]
    ]
    month = tmp_path / "month.json"
    assert call("advise", after, *AS_OF, "-o", month).code == 0
    assert answer("changes", "diff", month, after, *AS_OF)["same"]
    bad = json.loads(month.read_text())
    bad["holdings"][0]["awarded_on"] = "October"
    month.write_text(json.dumps(bad))
    assert call("diff", month, after, *AS_OF).code == 3


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ("holds-=p3o-foundation", []),
        ("holds-=p3o-foundation@2024", []),
        ("holds-=p3o-foundation@2024-03", []),
        ("holds-=p3o-foundation@2024-03-01", ["2024-03"]),
        ("holds-=p3o-foundation@2025", ["2024-03"]),
        ("holds+=p3o-foundation@2025", ["2025"]),
    ],
)
def test_what_is_supposed_of_it(change: str, left: list[str]) -> None:
    names = shipped().names
    base = read({"holds": ["p3o-foundation@2024-03"]})
    changed = with_supposed(base, read_supposed([change], names))
    assert [award_date(one) for one in changed.holds or ()] == left


@pytest.mark.parametrize("form", ["text", "json", "html", "markdown", "ics"])
@pytest.mark.parametrize(
    ("holds", "said"),
    [
        (["p3o-practitioner@2025-03"], "its last day lies between 1 March 2028 and 31 March 2028"),
        (["p3o-practitioner@2023-10"], ""),
        (["p3o-foundation@2025-03", "pmp@2025"], "its last day lies between 1 March 2028 and"),
    ],
)
def test_a_plan_tells_of_it_and_claims_no_day(
    holds: list[str], said: str, form: str, tmp_path: Path
) -> None:
    held = [part for one in holds for part in ("--holds", one)]
    file = tmp_path / f"plan.{form}"
    done = call("plan", "--level", "analyst", *held, *AS_OF, "--format", form, "-o", file)
    assert done.code == 0
    if form in ("json", "markdown") and said:
        assert said in " ".join(file.read_text().split())


def test_prepared_answers_and_a_library_give_it(tmp_path: Path) -> None:
    facts = {"role": "PMO manager", "holds": [award("2024-03")]}
    mapping = advise(shipped(), facts, "2026-11-22")
    assert mapping == advise(shipped(), {**facts, "holds": award("2024-03")}, "2026-11-22")
    text = Held("p3o-practitioner", awarded_on="2024-03")  # type: ignore[arg-type]
    assert mapping == advise(shipped(), {**facts, "holds": [text]}, "2026-11-22")
    wrong = (
        Held("p3o-practitioner", awarded_within="2024-03"),  # type: ignore[arg-type]
        Held("p3o-practitioner", awarded_within=When("2024-13")),
    )
    for held in wrong:
        with pytest.raises(PmoPathError):
            advise(shipped(), {**facts, "holds": [held]}, "2026-11-22")
    right = Held("p3o-practitioner", awarded_within=When("2024-03"))
    assert advise(shipped(), {**facts, "holds": [right]}, "2026-11-22") == mapping
