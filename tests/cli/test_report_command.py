"""`report`, and `advise` in the formats of documents, as a mentor and a script meet them."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import readers
import yaml
from paths import SMALL
from program import call, run, valid
from readers import READERS

from pmo_path.core.errors import MissingFontWarning
from pmo_path.reports import FORMATS, REPORTS

DAY = ("--as-of", "2026-11-22")
QUICK = ("--catalogue", str(SMALL), *DAY)
KIM = {"name": "Kim", "experience_level": "entry", "holds": []}


@pytest.fixture
def kim(tmp_path: Path) -> Path:
    path = tmp_path / "kim.yaml"
    path.write_text(yaml.safe_dump(KIM), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["kim.html", "kim.HTM", "kim.md", "kim.markdown", "kim.json"])
def test_the_name_of_the_file_tells_the_format(name: str, kim: Path, tmp_path: Path) -> None:
    done = call("report", "kim.yaml", "-o", name, "--mentor", "Ann Smith", *QUICK, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, "", "")
    text = (tmp_path / name).read_text(encoding="utf-8")
    begin = {"h": "<!DOCTYPE html>", "m": "# Certification recommendation for Kim\n", "j": "{"}[
        name[4].lower()
    ]
    assert text.startswith(begin)
    assert "Ann Smith" in text
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted({name, "kim.yaml"})


def test_a_format_wins_over_the_name_and_json_has_its_schema(kim: Path, tmp_path: Path) -> None:
    done = call("report", "kim.yaml", "-o", "kim.txt", "--format", "json", *QUICK, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    told = valid("report", json.loads((tmp_path / "kim.txt").read_text(encoding="utf-8")))
    assert told["mentor"] == {"name": "", "notes": ""}
    assert told["advice"]["profile"] == KIM
    assert json.loads(call("report", "kim.yaml", "--json", *QUICK, cwd=tmp_path).out) == told


def test_a_report_is_never_written_over_without_force(kim: Path, tmp_path: Path) -> None:
    target = tmp_path / "kim.html"
    target.write_text("the old one", encoding="utf-8")
    done = call("report", kim, "-o", target, *QUICK)
    assert (done.code, done.out) == (3, "")
    assert "--force" in done.err
    assert target.read_text(encoding="utf-8") == "the old one"
    assert call("report", kim, "-o", target, "--force", *QUICK).code == 0
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_same_input_and_day_give_the_same_bytes(kim: Path) -> None:
    for form in (name for name in REPORTS if not FORMATS[name].binary):
        first, second = (run("report", kim, "--format", form, *QUICK) for _ in range(2))
        assert first == second
        assert first.code == 0


def test_notes_come_from_a_file_or_standard_input(kim: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_bytes("\ufeffFirst talk: €, Č.\r\n\r\nSecond talk.\n".encode())
    for source, stdin in ((str(notes), b""), ("-", notes.read_bytes())):
        done = call("report", kim, "--format", "html", "--notes", source, *QUICK, stdin=stdin)
        assert done.code == 0
        text = readers.page(done.out).text
        assert "First talk: €, Č.\n" in text
        assert "Second talk.\n" in text


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("--format", "xlsx"), 2, "xlsx is for the summary of many people"),
        (("-o", "kim.xyz"), 2, "--format"),
        (("-o", "kim"), 2, "--format"),
        (("--format", "papyrus"), 2, "no such format"),
        (("--format", "text"), 2, "advise"),
        (("--mentor", " "), 2, "--mentor"),
        (("--format", "ics", "--mentor", "Ann"), 2, "no room"),
        (("--format", "ics", "--notes", "bad.txt"), 2, "no room"),
        (("--format", "ics", "--brief"), 2, "no short form"),
        (("--mentor", b"A\xff"), 2, "--mentor"),
        (("--mentor", "x" * 20_001), 2, "--mentor"),
        (("--as-of", "yesterday"), 2, "--as-of"),
        (("kim.yaml",), 2, "-o DIR"),
        (("--notes", "nowhere.txt"), 3, "nowhere.txt"),
        (("--notes", "bad.txt"), 3, "bad.txt:2:3"),
        (("-o", "nowhere/kim.html"), 3, "kim.html"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    args: tuple[str | bytes, ...], code: int, says: str, kim: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.txt").write_bytes(b"one\nab\xff")
    before = sorted(tmp_path.iterdir())
    done = call("report", "kim.yaml", *args, cwd=tmp_path)
    assert (done.code, done.out) == (code, "")
    assert says in " ".join(done.err.split())
    assert "Traceback" not in done.err
    assert sorted(tmp_path.iterdir()) == before


def test_standard_input_is_one_thing_at_a_time() -> None:
    assert call("report", "-", "--notes", "-", stdin=b"role: PMO analyst\n").code == 2
    done = call("report", "-", *DAY, stdin=b"role: PMO analyst\n")
    assert done.code == 0
    assert done.out.startswith("# Certification recommendation\n")


def test_an_error_as_json_does_not_say_what_was_typed(kim: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_bytes(b"secret \xff")
    done = call("report", kim, "--json", "--notes", notes, *QUICK)
    assert done.code == 3
    assert valid("error", json.loads(done.err))["code"] == "not-utf-8"
    assert "secret" not in done.err


@pytest.mark.parametrize("form", READERS)
def test_advise_gives_the_same_document(form: str, kim: Path, tmp_path: Path) -> None:
    name = f"advice{FORMATS[form].suffixes[0]}"
    shown = call("advise", kim, "--format", form, *QUICK)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == call("report", kim, "--format", form, *QUICK).out
    assert call("advise", kim, "-o", tmp_path / name, *QUICK).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8") == shown.out
    options = call(
        "advise", "--name", "Kim", "--level", "entry", "--holds", "none", "--format", form, *QUICK
    )
    assert options.out == shown.out


def test_a_name_that_tells_no_format_gives_advise_as_text(kim: Path, tmp_path: Path) -> None:
    assert call("advise", kim, "-o", tmp_path / "advice.out", *QUICK).code == 0
    assert (tmp_path / "advice.out").read_text(encoding="utf-8") == call("advise", kim, *QUICK).out
    assert call("advise", kim, "-o", tmp_path / "advice.xlsx", *QUICK).code == 2


def test_without_an_extra_the_line_that_installs_it_is_shown(kim: Path, tmp_path: Path) -> None:
    for library in ("typst", "icalendar"):
        source = "raise ImportError('not here')\n"
        (tmp_path / f"{library}.py").write_text(source, encoding="utf-8")
    for command, extra in (("report", "pdf"), ("advise", "pdf"), ("advise", "ics")):
        target = tmp_path / f"kim.{extra}"
        done = run(command, kim, "-o", target, *QUICK, env={"PYTHONPATH": str(tmp_path)})
        assert (done.code, done.out) == (4, "")
        assert f"pip install 'pmo-path[{extra}]'" in " ".join(done.err.split())
        assert not target.exists()


def test_the_short_form_is_one_option_away_but_not_as_data(kim: Path) -> None:
    brief = call("report", kim, "--brief", *QUICK)
    full = call("report", kim, *QUICK)
    assert (brief.code, full.code) == (0, 0)
    assert len(brief.out) < len(full.out)
    assert brief.out.startswith("# Certification recommendation for Kim\n")
    done = call("report", kim, "--brief", "--json", *QUICK)
    assert (done.code, done.out) == (2, "")
    assert "--brief" in done.err


def test_a_font_that_is_missing_is_told_once_and_the_report_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typst = pytest.importorskip("typst")
    ours = typst.Fonts(include_system_fonts=False, font_paths=[])
    monkeypatch.setattr(typst, "Fonts", lambda **given: ours)
    table, out = tmp_path / "team.csv", tmp_path / "out"
    table.write_text("name,role\n王小明,PMO analyst\n李華,PMO manager\n", encoding="utf-8")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        done = call("report", table, "-o", out, "--format", "pdf", *QUICK)
    assert done.code == 0
    [told] = [str(one.message) for one in caught if one.category is MissingFontWarning]
    assert "Chinese" in told
    assert "Noto Sans CJK" in told


def test_a_warning_reads_as_a_message_not_as_code() -> None:
    source = (
        "import warnings; from pmo_path.cli import main; from pmo_path.core.errors import *;"
        "main._tell_warnings(); [warnings.warn('Install X.', MissingFontWarning) for _ in 'ab'];"
        "warnings.warn('Other.')"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True)
    assert done.stderr.splitlines()[0] == "Install X."
    assert done.stderr.count("Install X.") == 1
    assert "UserWarning: Other." in done.stderr
