"""`diff`, and `report --since`: what changed since an earlier report, in every form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from paths import SMALL
from program import answer, call, valid
from readers import page

from pmo_path.contract.described.reasons import CAUTIONS
from pmo_path.reports import FORMATS, REPORTS

DAY = ("--as-of", "2026-11-22")
ANN = "name: Ann\nrole: PMO analyst\npmo_types: [tactical]\nholds: []\n"
LATER = ANN.replace("holds: []", "holds: [p3o-foundation@2026-07-01]\nneeded_by: 2027-03-01")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with two profiles, and the report of one of them from May."""
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(ANN, encoding="utf-8")
    Path("new.yaml").write_text(LATER, encoding="utf-8")
    assert call("report", "old.yaml", "-o", "may.json", "--as-of", "2026-05-01").code == 0
    return tmp_path


@pytest.mark.usefixtures("here")
def test_profiles_and_reports_are_compared_in_any_mix() -> None:
    for before, after in (
        ("old.yaml", "new.yaml"),
        ("may.json", "new.yaml"),
        ("old.yaml", "may.json"),
        ("may.json", "may.json"),
    ):
        told = answer("changes", "diff", before, after, *DAY)
        assert told["kind"] == "changes"
        assert [told[side]["what"] for side in ("before", "after")] == [
            "report" if name.endswith("json") else "profile" for name in (before, after)
        ]
        text = call("diff", before, after, *DAY)
        assert (text.code, text.err) == (0, "")
        assert text.out.startswith(told["text"][:40])
        assert all(len(line) <= 80 for line in text.out.splitlines())
    assert told["same"]


@pytest.mark.usefixtures("here")
def test_the_exit_code_tells_only_where_it_is_asked_to() -> None:
    assert call("diff", "old.yaml", "new.yaml", *DAY).code == 0
    done = call("diff", "old.yaml", "new.yaml", *DAY, "--exit-code", "--json")
    assert done.code == 1
    assert not valid("changes", json.loads(done.out))["same"]
    assert json.loads(done.err)["code"] == "changed"
    same = call("diff", "old.yaml", "-", *DAY, "--exit-code", stdin=ANN.encode())
    assert (same.code, same.out.splitlines()[0]) == (0, "Nothing changed.")
    part = call("diff", "old.yaml", "new.yaml", *DAY, "--json", "--select", "same,answers.fact")
    assert json.loads(part.out) == {
        "same": False,
        "answers": [{"fact": "holds"}, {"fact": "needed_by"}],
    }


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("args", "code", "problem"),
    [
        (("diff", "-", "-"), 2, "usage"),
        (("diff", "old.yaml", "gone.yaml"), 3, "cannot-read"),
        (("diff", "may.json", "summary.json"), 3, "other-kind"),
        (("diff", "may.json", "page.html"), 3, "not-json"),
        (("diff", "old.yaml", "new.yaml", "-o", "new.yaml", "--force"), 3, "is-input"),
        (("report", "new.yaml", "--since", "old.yaml"), 3, "not-a-report"),
        (("report", "new.yaml", "--since", "summary.json"), 3, "other-kind"),
        (("report", "-", "--since", "-"), 2, "usage"),
        (("report", "new.yaml", "--since", "may.json", "-o", "may.json", "--force"), 3, "is-input"),
        (("report", "old.yaml", "new.yaml", "--since", "may.json", "-o", "all"), 3, "cannot-read"),
        (("report", "old.yaml", "new.yaml", "--since", "none", "-o", "all"), 3, "no-report"),
        (("report", "old.yaml", "new.yaml", "--since", "none", "--json"), 2, "usage"),
    ],
)
def test_a_wrong_file_is_refused_gently(args: tuple[str, ...], code: int, problem: str) -> None:
    Path("summary.json").write_text('{"kind": "cohort", "schema_version": "2"}', encoding="utf-8")
    Path("page.html").write_text("<!DOCTYPE html>", encoding="utf-8")
    Path("none").mkdir()
    done = call(*args, *DAY, stdin=ANN.encode())
    assert (done.code, done.out) == (code, "")
    assert f"[{problem}]" in done.err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("form", [name for name in REPORTS if FORMATS[name].mentor])
def test_a_report_says_what_changed_since(form: str) -> None:
    since = ("report", "new.yaml", "--since", "may.json", *DAY)
    assert call(*since, "--format", form, "-o", "made").code == 0
    if FORMATS[form].binary:
        assert Path("made").read_bytes().startswith(b"%PDF" if form == "pdf" else b"PK")
        return
    text = Path("made").read_text(encoding="utf-8")
    if form == "json":
        report = valid("report", json.loads(text))
        assert report["changes"] == answer("changes", "diff", "may.json", "made", *DAY)
        return
    shown = page(text).text if form == "html" else text
    assert "What changed since 1 May 2026" in shown
    assert "You passed P3O Foundation on 1 July 2026." in shown
    assert shown.index("Since 1 May 2026: ") < shown.index("What changed since")
    brief = call(*since, "--format", form, "--brief").out
    assert "Since 1 May 2026: " in brief
    assert "You passed P3O Foundation" not in brief


def team(*people: str) -> str:
    return "\n".join(("id,name,experience_level", *people, ""))


def test_the_reports_of_a_team_are_compared_with_those_of_a_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    quick = ("--catalogue", SMALL, "--format", "json")
    Path("old.csv").write_text(team("1,Ann,entry", "2,Bo,entry", "3,Cy,entry"), encoding="utf-8")
    Path("new.csv").write_text(team("1,Anna,entry", "9,Bo,entry", ",Di,entry"), encoding="utf-8")
    assert call("report", "old.csv", "-o", "old", *quick, "--as-of", "2026-05-01").code == 0
    Path("old", "broken.json").write_text("{", encoding="utf-8")
    done = call("report", "new.csv", "-o", "new", "--since", "old", *quick, *DAY)
    assert done.code == 0

    def changes(name: str) -> Any:
        return json.loads(Path("new", f"{name}.json").read_text("utf-8"))["changes"]

    assert changes("Anna")["before"]["name"] == "Ann"  # the same id
    assert (changes("Bo"), changes("Di")) == (None, None)  # another id, and nobody known
    told = " ".join(done.err.split())
    assert "No earlier report is about them, so nothing is said of changes: Bo, Di." in told
    assert "Earlier reports about nobody here: Bo, Cy." in told
    assert "broken.json" in told


@pytest.mark.parametrize(
    ("before", "after", "with_history", "unclear"),
    [
        # One of two namesakes leaves, the other remains.
        ((",Kim,entry", ",Kim,analyst"), (",Kim,analyst",), [], "Kim"),
        # Two namesakes change places.
        ((",Kim,entry", ",Kim,analyst"), (",Kim,analyst", ",Kim,entry"), [], "Kim, Kim-2"),
        # A namesake joins, and stands first.
        ((",Kim,entry",), (",Kim,manager", ",Kim,entry"), [], "Kim, Kim-2"),
        # Only one of two has an id: the name tells nothing of the other.
        (("1,Kim,entry", ",Kim,analyst"), (",Kim,analyst", "1,Kim,entry"), ["Kim-2"], "Kim"),
        # Both have: nothing is open, whoever leaves or joins.
        (("1,Kim,entry", "2,Kim,analyst"), ("2,Kim,analyst",), ["Kim"], ""),
        (("1,Kim,entry", "2,Kim,analyst"), ("3,Kim,entry", "2,Kim,analyst"), ["Kim-2"], ""),
        # An id that two have tells no more than none.
        (("1,Kim,entry", "1,Kim,analyst"), ("1,Kim,analyst",), [], "Kim"),
        (("1,Kim,entry",), ("1,Kim,entry", "1,Lee,entry"), ["Kim"], "Lee"),
        # A name that looks like the numbered file of another.
        ((",Kim,entry", ",Kim 2,entry"), (",Kim 2,entry", ",Kim,entry"), ["Kim-2", "Kim"], ""),
        # Nor is it open whose the report of somebody is who is known alone.
        (("1,Kim,entry", "2,Kim 2,entry"), ("1,Kim,entry", ",Kim 2,entry"), ["Kim", "Kim-2"], ""),
        # Rows without a name are known by their place alone.
        ((",,entry", ",,analyst"), (",,analyst",), [], "new-2"),
    ],
)
def test_an_earlier_report_goes_only_to_whom_it_is_about_for_certain(
    before: tuple[str, ...],
    after: tuple[str, ...],
    with_history: list[str],
    unclear: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    quick = ("--catalogue", SMALL, "--format", "json")
    for name, people, day in (("old", before, "2026-05-01"), ("new", after, "2026-11-22")):
        Path("new.csv").write_text(team(*people), encoding="utf-8")
        since = ("--since", "old") if name == "new" else ()
        done = call("report", "new.csv", "-o", name, *since, *quick, "--as-of", day)
        assert done.code == 0
    reports = {
        path.stem: json.loads(path.read_text("utf-8")) for path in Path("new").glob("*.json")
    }
    assert {name for name, report in reports.items() if report.get("changes")} == {*with_history}
    told = " ".join(done.err.split())
    if unclear:
        assert f"nothing is said of changes: {unclear}. Where each" in told
    else:
        assert "It is not clear" not in told
    assert "None" not in told


def test_an_earlier_report_that_cannot_be_read_may_be_that_of_a_namesake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    quick = ("--catalogue", SMALL, "--format", "json", *DAY)
    Path("team.csv").write_text(team(",Kim,entry", ",Kim,analyst"), encoding="utf-8")
    assert call("report", "team.csv", "-o", "old", *quick).code == 0
    Path("old", "Kim-2.json").write_text("{", encoding="utf-8")
    Path("team.csv").write_text(team(",Kim,analyst"), encoding="utf-8")
    done = call("report", "team.csv", "-o", "new", "--since", "old", *quick)
    assert json.loads(Path("new", "Kim.json").read_text("utf-8"))["changes"] is None
    assert "It is not clear which earlier report is about them" in " ".join(done.err.split())


@pytest.mark.usefixtures("here")
def test_a_caution_without_words_in_a_slim_report_is_told_by_what_its_code_means() -> None:
    lead = ("advise", "--role", "PMO lead", "--json", "--as-of", "2026-11-22")
    Path("slim.json").write_text(call(*lead, "--slim").out, encoding="utf-8")
    Path("now.json").write_text(call(*lead, "--level", "manager").out, encoding="utf-8")
    told = answer("changes", "diff", "slim.json", "now.json", *DAY)
    (gone,) = (one for one in told["values"] if one["about"] == "level-assumed")
    assert (gone["from"], gone["to"], gone["name"]) == (True, None, CAUTIONS["level-assumed"])
