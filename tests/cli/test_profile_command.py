"""The command `profile`: a profile from files, where each fact was read, and what is refused."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import yaml
from archives import archive
from paths import IMPORTS
from program import answer, call, run

DAY = ("--as-of", "2026-11-22")
RESUME = IMPORTS / "json-resume" / "pmo.json"
LINKEDIN = sorted((IMPORTS / "linkedin").iterdir())


def test_a_profile_is_written_with_the_places_beside_its_facts_and_advises(tmp_path: Path) -> None:
    target = tmp_path / "me.yaml"
    done = call("profile", RESUME, *DAY, "-o", target)
    assert (done.code, done.out) == (0, "")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    text = target.read_text("utf-8")
    assert f"# PMO Analyst: {RESUME}, /work/0/position (line 20)\nrole: PMO Analyst" in text
    assert "ask --profile" in done.err
    advice = answer("advice", "advise", target, *DAY)
    assert advice["profile"]["country"] == "NL"
    assert [one["assumed"] for one in advice["assumptions"]].count("holds-complete") == 1
    assert call("profile", RESUME, *DAY, "-o", target).code == 3
    assert call("profile", target, *DAY, "-o", target, "--force").code == 3
    as_json = tmp_path / "me.json"
    told = call("profile", RESUME, *DAY, "-o", as_json).err
    assert json.loads(as_json.read_text("utf-8")) == yaml.safe_load(text) | {
        "holds": json.loads(as_json.read_text("utf-8"))["holds"]
    }
    assert "job title: PMO Analyst" in " ".join(told.split())


def test_the_same_as_data() -> None:
    made = answer("profile-import", "profile", RESUME, *DAY)
    assert made["files"] == [{"file": str(RESUME), "form": "json-resume"}]
    first = made["read"][0]
    assert (first["fact"], first["value"]) == ("role", "PMO Analyst")
    assert first["read_in"]["line"] == 20
    assert "goals" in made["open"]


def test_an_export_is_the_same_whole_or_as_tables(tmp_path: Path) -> None:
    members = {f"Basic_Export/{file.name}": file.read_bytes() for file in LINKEDIN}
    members |= {"Profile.csv": b"First Name,Birth Date\nAnn,1990\n", "../../Rich_Media.csv": b"x"}
    whole = archive(tmp_path / "export.zip", members)
    one = answer("profile-import", "profile", whole, *DAY)
    other = answer("profile-import", "profile", *LINKEDIN, *DAY)
    assert one["profile"] == other["profile"]
    assert {file["file"] for file in one["files"]} == {f"{whole}/{file.name}" for file in LINKEDIN}
    piped = call("profile", "-", "--json", *DAY, stdin=whole.read_bytes())
    assert json.loads(piped.out)["profile"] == one["profile"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["export.zip"]


def test_every_file_that_cannot_be_read_is_told_and_no_profile_is_made(tmp_path: Path) -> None:
    bad, empty = tmp_path / "bad.json", tmp_path / "empty.json"
    bad.write_text('{"shoe": 1}')
    empty.write_text('{"basics": {"name": "Ann"}}')
    done = call("profile", bad, RESUME, tmp_path / "none.json", *DAY)
    assert (done.code, done.out) == (3, "")
    assert "[unknown-form]" in done.err
    assert "[cannot-read]" in done.err
    nothing = call("profile", empty, *DAY)
    assert (nothing.code, nothing.out) == (3, "")
    assert "[nothing-read]" in nothing.err
    made = answer("profile-import", "profile", empty, *DAY)
    assert (made["profile"], made["read"]) == ({}, [])
    assert call("profile", *[bad] * 3).code == 3
    assert call("profile", *[tmp_path / str(number) for number in range(51)]).code == 2


def test_many_notes_of_one_kind_are_told_in_short(tmp_path: Path) -> None:
    file = tmp_path / "cv.json"
    awards = [{"name": f"Diploma {number} of weaving"} for number in range(1000)]
    file.write_text(json.dumps({"certificates": awards}))
    done = call("profile", file, *DAY)
    assert done.code == 0
    assert "980 more of the same kind." in done.err
    assert len(yaml.safe_load(done.out)["holds_other"]) == 1000


def test_an_error_is_one_json_object() -> None:
    done = run("profile", "/dev/zero", "--json")
    assert (done.code, done.out) == (3, "")
    assert json.loads(done.err)["code"] == "too-large"
