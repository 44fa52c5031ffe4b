"""What `report` says of the files of a directory, and what it removes: only its own reports."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import SMALL
from program import call, run, valid

from pmo_path.cli.report_directory import MANIFEST, ReportDirectory, manifest_of
from pmo_path.system import output

QUICK = ("--catalogue", str(SMALL), "--as-of", "2026-11-22")


def team(path: Path, *people: str) -> Path:
    """Write a table of people."""
    path.write_text("name\n" + "".join(f"{name}\n" for name in people), encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A directory of the reports of Ann, Bob and Cid."""
    path = tmp_path / "out"
    done = call("report", team(tmp_path / "team.csv", "Ann", "Bob", "Cid"), "-o", path, *QUICK)
    assert (done.code, "eft over" in done.err) == (0, False)
    return path


def again(out: Path, *args: str, people: tuple[str, ...] = ("Ann", "Dee")) -> tuple[int, str]:
    """Return exit code and message of another run, of other people."""
    table = team(out.parent / "team.csv", *people)
    done = call("report", table, "-o", out, "--force", *args, *QUICK)
    return done.code, " ".join(done.err.split())


def names(path: Path) -> set[str]:
    return {file.name for file in path.iterdir()}


def recorded(path: Path) -> set[str]:
    return set(json.loads((path / MANIFEST).read_text(encoding="utf-8"))["sha256"])


# --- what is left over ---------------------------------------------------------------------------


def test_the_manifest_names_every_file_with_its_digest(out: Path) -> None:
    found = json.loads((out / MANIFEST).read_text(encoding="utf-8"))["sha256"]
    assert found == {
        name: sha256((out / name).read_bytes()).hexdigest() for name in names(out) - {MANIFEST}
    }
    assert recorded(out) == {"Ann.html", "Bob.html", "Cid.html", "summary.html"}


def test_reports_that_nobody_renewed_are_told_and_stay(out: Path) -> None:
    for _ in range(2):
        code, told = again(out)
        assert code == 0
        assert (
            "Left over from an earlier run, and not written by this one: Bob.html and Cid.html."
            in told
        )
    assert {"Bob.html", "Cid.html"} <= names(out)
    assert recorded(out) == {"Ann.html", "Bob.html", "Cid.html", "Dee.html", "summary.html"}


def test_prune_removes_them_and_says_so(out: Path) -> None:
    (out / "mine.html").write_text("mine", encoding="utf-8")
    code, told = again(out, "--prune")
    assert (code, "Removed, left over from an earlier run: Bob.html and Cid.html." in told) == (
        0,
        True,
    )
    assert names(out) == {"Ann.html", "Dee.html", "summary.html", "mine.html", MANIFEST}
    assert recorded(out) == {"Ann.html", "Dee.html", "summary.html"}
    assert "emoved" not in again(out, "--prune")[1]


def test_what_was_changed_or_replaced_is_kept_and_told(out: Path, tmp_path: Path) -> None:
    (out / "Bob.html").write_text("with my notes", encoding="utf-8")
    outside = tmp_path / "outside.html"
    (out / "Cid.html").rename(outside)
    (out / "Cid.html").symlink_to(outside)  # the same bytes, but outside the directory
    assert "Changed since they were written: Bob.html and Cid.html." in again(out)[1]
    code, told = again(out, "--prune")
    assert (code, "Kept, changed since it was written: Bob.html and Cid.html." in told) == (0, True)
    assert (out / "Bob.html").read_text(encoding="utf-8") == "with my notes"
    assert (out / "Cid.html").is_symlink()
    assert outside.exists()


def test_nothing_is_removed_where_a_profile_could_not_be_read(out: Path) -> None:
    table = out.parent / "team.csv"
    table.write_text("name,years_in_pmo\nAnn,2\nBob,lots\n", encoding="utf-8")
    done = call("report", table, "-o", out, "--force", "--prune", *QUICK)
    assert done.code == 1
    assert "Nothing was removed" in " ".join(done.err.split())
    assert {"Bob.html", "Cid.html"} <= names(out)


def test_a_file_that_cannot_be_removed_is_kept_and_told(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("pmo_path.cli.report_directory.os.unlink", refuses)
        told = again(out, "--prune")[1]
    assert "could not be removed (permission denied): Bob.html and Cid.html." in told
    assert {"Bob.html", "Cid.html"} <= names(out)
    assert (
        "Removed, left over from an earlier run: Bob.html and Cid.html." in again(out, "--prune")[1]
    )


def test_an_input_is_never_removed_though_a_manifest_names_it(tmp_path: Path) -> None:
    table = team(tmp_path / "team.csv", "Ann")
    digest = sha256(table.read_bytes()).hexdigest()
    write_manifest(tmp_path, {"team.csv": digest})
    assert call("report", table, "-o", tmp_path, "--prune", *QUICK).code == 0
    assert table.exists()


def write_manifest(path: Path, files: object) -> None:
    data = {"schema_version": "1", "kind": "report-manifest", "sha256": files}
    (path / MANIFEST).write_text(json.dumps(data), encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["../up.html", "sub/in.html", "/etc/hostname", "", ".", "..", ".x"]
)
def test_a_name_that_leads_elsewhere_is_not_ours(name: str, tmp_path: Path) -> None:
    write_manifest(tmp_path, {name: "0" * 64, "ours.html": "1"})
    assert manifest_of(tmp_path) == {"ours.html": "1"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"kind": "report-manifest", "sha256": {"a": 1}}',
        '{"sha256": {}, "kind": "x"}',
    ],
)
def test_a_manifest_that_is_not_understood_is_told_and_begun_anew(text: str, out: Path) -> None:
    (out / MANIFEST).write_text(text, encoding="utf-8")
    code, told = again(out, "--prune")
    assert (code, "cannot be read" in told, "Removed" in told) == (0, True, False)
    assert {"Bob.html", "Cid.html"} <= names(out)
    assert recorded(out) == {"Ann.html", "Dee.html", "summary.html"}


def test_a_link_in_the_place_of_the_manifest_is_refused_before_anything_is_written(
    out: Path, tmp_path: Path
) -> None:
    (out / MANIFEST).rename(tmp_path / "elsewhere")
    (out / MANIFEST).symlink_to(tmp_path / "elsewhere")
    before = (tmp_path / "elsewhere").read_bytes()
    code, told = again(out)
    assert (code, "not-a-file" in told, "Dee.html" in names(out)) == (3, True, False)
    assert (tmp_path / "elsewhere").read_bytes() == before


def test_a_run_that_breaks_off_leaves_the_old_manifest(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (out / MANIFEST).read_bytes()
    write = output.write

    def breaks(content: str | bytes, target: Path, force: bool) -> None:
        if target.name == "summary.html":
            raise KeyboardInterrupt
        write(content, target, force)

    monkeypatch.setattr("pmo_path.system.output.write", breaks)
    assert again(out, "--prune")[0] == 130
    assert (out / MANIFEST).read_bytes() == before
    assert {"Bob.html", "Cid.html"} <= names(out)


NAMES = st.sampled_from(["a.html", "b.html", "c.html", "d.html"])
TEXTS = st.sampled_from(["one", "two"])


@given(st.dictionaries(NAMES, TEXTS), st.dictionaries(NAMES, TEXTS), st.dictionaries(NAMES, TEXTS))
def test_only_what_was_recorded_and_is_unchanged_is_ever_removed(
    first: dict[str, str], changed: dict[str, str], second: dict[str, str]
) -> None:
    with TemporaryDirectory() as path:
        there = Path(path)
        earlier = ReportDirectory(there, True, {})
        for name, text in first.items():
            earlier.write(name, text)
        earlier.record(())
        for (
            name,
            text,
        ) in changed.items():  # by somebody else: as it was, otherwise, or another file
            (there / name).write_text(text, encoding="utf-8")
        target = ReportDirectory(there, True, manifest_of(there) or {})
        for name, text in second.items():
            target.write(name, text)
        removed = set(target.prune(target.left_over(()).unchanged).removed)
        whole = {**first, **changed, **second}
        expected = {name for name in first if name not in second and whole[name] == first[name]}
        assert removed == expected
        assert names(there) - {MANIFEST} == set(whole) - removed
        assert all((there / name).read_text() == whole[name] for name in set(whole) - removed)


def test_prune_is_for_many_people(tmp_path: Path) -> None:
    (tmp_path / "ann.yaml").write_text("name: Ann\n", encoding="utf-8")
    done = call("report", tmp_path / "ann.yaml", "--prune", *QUICK)
    assert (done.code, "--prune" in done.err) == (2, True)


def test_with_json_nothing_is_told_of_it(out: Path) -> None:
    assert again(out, "--prune", "--json") == (0, "")
    assert "Bob.html" not in names(out)


# --- what is passed over -------------------------------------------------------------------------


def test_what_is_no_profile_is_told_once_with_the_reason(tmp_path: Path) -> None:
    people = tmp_path / "people"
    (people / "old").mkdir(parents=True)
    for name in ("notes.txt", "read.me", ".draft.yaml", ".DS_Store", "more.csv"):
        (people / name).write_text("x", encoding="utf-8")
    (people / "ann.yaml").write_text("name: Ann\n", encoding="utf-8")
    os.mkfifo(people / "pipe.yaml")
    done = call("report", people, "-o", tmp_path / "out", *QUICK)
    assert done.code == 0
    said = (
        ".draft.yaml (hidden)",
        "more.csv (a table, to be given by its own name)",
        "notes.txt and read.me (not named as a profile)",
        "old (a directory)",
        "pipe.yaml (not a file)",
    )
    told = " ".join(done.err.split())
    assert told.startswith(f"Passed over in {people}: {'; '.join(said)}. ")


def test_reports_beside_the_profiles_are_no_profiles(tmp_path: Path) -> None:
    (tmp_path / "ann.yaml").write_text("name: Ann Lee\n", encoding="utf-8")
    assert call("report", tmp_path, "-o", tmp_path, "--format", "json", *QUICK).code == 0
    assert names(tmp_path) == {"ann.yaml", "Ann-Lee.json", "summary.json", MANIFEST}
    done = call("report", tmp_path, "-o", tmp_path / "out", "--format", "json", *QUICK)
    told = " ".join(done.err.split())
    assert (done.code, "Ann-Lee.json and summary.json (a report of an earlier run)" in told) == (
        0,
        True,
    )
    assert names(tmp_path / "out") == {"Ann-Lee.json", "summary.json", MANIFEST}
    (tmp_path / "Ann-Lee.json").write_text('{"name": "Bo"}', encoding="utf-8")  # a profile now
    assert call("report", tmp_path, "-o", tmp_path / "two", *QUICK).code == 0
    assert "Bo.html" in names(tmp_path / "two")


def test_a_directory_without_a_profile_says_what_stands_there(tmp_path: Path) -> None:
    (tmp_path / "team.csv").write_text("name\nAnn\n", encoding="utf-8")
    done = run("report", tmp_path, "-o", tmp_path / "out", *QUICK)
    assert (done.code, "team.csv (a table" in " ".join(done.err.split())) == (3, True)
    as_json = run("report", tmp_path, "-o", tmp_path / "out", "--json", *QUICK)
    assert valid("error", json.loads(as_json.err))["errors"][0]["code"] == "no-profile"
