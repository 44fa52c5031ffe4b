"""The command `forget`: what the program kept goes; what others put there stays."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from program import answer, call

from pmo_path.cli.kept_files import forget_kept_files
from pmo_path.system.part_files import replacing

HASH = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_forget_removes_what_is_kept_and_says_what(home: Path) -> None:
    state, cache = home / ".local/state/pmo-path", home / ".cache/pmo-path"
    kept = [
        state / "interview.json",
        state / "prepared.json",
        state / ".interview.json.0a1b2c3d.part",
        cache / f"{HASH}.json",
    ]
    others = [state / "mine.yaml", cache / "README", home / "interview.json"]
    for file in (*kept, *others):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    (state / "prepared.json").unlink()
    (state / "prepared.json").symlink_to(home / "interview.json")
    would = answer("forgotten", "forget", "--dry-run")
    assert sorted(file["file"] for file in would["removed"]) == sorted(map(str, kept))
    assert all(file.exists() for file in kept)
    done = call("forget")
    assert (done.code, done.err) == (0, "")
    assert [str(file) in done.out for file in kept] == [True] * 4
    assert [file.is_symlink() or file.exists() for file in kept] == [False] * 4
    assert all(file.exists() for file in others)
    assert call("forget").out == "Nothing is kept.\n"


def test_directories_that_are_empty_then_go_too(home: Path) -> None:
    cached = home / ".cache/pmo-path" / f"{HASH}.json"
    cached.parent.mkdir(parents=True)
    cached.write_text("x")
    assert call("forget").code == 0
    assert not cached.parent.exists()


def test_what_cannot_be_removed_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home / ".local/state/pmo-path/interview.json"
    file.parent.mkdir(parents=True)
    file.write_text("x")

    def refuse(path: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pmo_path.cli.kept_files.os.unlink", refuse)
    done = call("forget")
    assert (done.code, done.out) == (3, "")
    assert "[cannot-remove]" in done.err
    assert str(file) in " ".join(done.err.split())


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX locks")
def test_what_another_run_is_writing_stays_and_is_told(home: Path) -> None:
    target = home / ".local/state/pmo-path/interview.json"
    left = target.with_name(".interview.json.0a1b2c3d.part")
    target.parent.mkdir(parents=True)
    with replacing(target, 0o600) as file:
        left.write_text("x")
        (part,) = {*target.parent.iterdir()} - {left}
        would = json.loads(call("forget", "--dry-run", "--json").out)
        done = call("forget")
        assert (done.code, part.exists(), left.exists()) == (3, True, False)
        assert "[in-use]" in done.err
        assert str(left) in " ".join(done.out.split())
        file.write(b"whole")
    assert [file["file"] for file in would["left"]] == [str(part)]
    assert target.read_bytes() == b"whole"
    assert call("forget").code == 0
    assert not target.exists()


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr("pmo_path.cli.kept_files._PLACES", ((homeless, ()),))
    assert forget_kept_files(dry_run=False).removed == ()
