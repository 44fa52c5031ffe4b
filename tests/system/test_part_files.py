"""A run that is killed while it writes leaves nothing behind after the next run."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest
from program import PROGRAM, call, environment

from pmo_path.catalogue import cache
from pmo_path.system import part_files
from pmo_path.system.part_files import clear_parts, replacing

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals and locks")
PERSON = b'{"role": "PMO analyst"}\n'


def started(target: Path, *more: str) -> subprocess.Popen[bytes]:
    """Start a batch into a file, and return it in the middle of its writing."""
    command = [*PROGRAM, "batch", "-", "-q", "-o", str(target), *more]
    work = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment())
    assert work.stdin
    work.stdin.write(PERSON)
    work.stdin.flush()
    for _ in range(600):
        if os.listdir(target.parent):
            return work
        time.sleep(0.1)
    raise AssertionError("it has not begun to write")


@posix
def test_what_a_killed_run_left_is_gone_after_the_next(tmp_path: Path) -> None:
    target = tmp_path / "advice.jsonl"
    work = started(target)
    work.kill()
    work.communicate()
    assert len(os.listdir(tmp_path)) == 1
    assert not target.exists()
    assert call("batch", "-", "-q", "-o", target, stdin=PERSON).code == 0
    assert os.listdir(tmp_path) == [target.name]


@posix
def test_what_another_run_is_writing_stays(tmp_path: Path) -> None:
    target = tmp_path / "advice.jsonl"
    work = started(target, "--force")
    assert call("batch", "-", "-q", "-o", target, stdin=PERSON).code == 0
    assert len(os.listdir(tmp_path)) == 2
    work.communicate(PERSON)
    assert work.returncode == 0
    assert os.listdir(tmp_path) == [target.name]
    assert len(target.read_text("utf-8").splitlines()) == 2


def left(target: Path) -> Path:
    """Return a part as a killed run leaves it."""
    part = target.with_name(f".{target.name}.0123abcd.part")
    part.parent.mkdir(exist_ok=True)
    part.write_text("half of it", "utf-8")
    return part


def test_a_refused_run_clears_up_too(tmp_path: Path) -> None:
    target = tmp_path / "advice.json"
    target.write_text("mine", "utf-8")
    part = left(target)
    assert call("advise", "--role", "PMO analyst", "-o", target).code == 3
    assert (part.exists(), target.read_text("utf-8")) == (False, "mine")


@pytest.mark.parametrize("existing", [False, True])
def test_reports_clear_up(tmp_path: Path, existing: bool) -> None:
    people, target = tmp_path / "team.csv", tmp_path / "reports"
    people.write_text("name,role\nAnna,PMO analyst\n", "utf-8")
    command = ("report", people, "-o", target, "--format", "markdown")
    if existing:
        assert call(*command).code == 0
    parts = [left(target / name) for name in ("summary.md", "Anna.md", ".pmo-path-reports.json")]
    assert call(*command).code == (3 if existing else 0)
    assert [part for part in parts if part.exists()] == []
    assert {path.name for path in target.glob("*.md")} == {"summary.md", "Anna.md"}


def test_a_saved_interview_clears_up(tmp_path: Path) -> None:
    saved = tmp_path / "interview.json"
    part = left(saved)
    call("ask", "--answers", "-", "--save", saved, stdin=b"PMO analyst\nq\n")
    assert not part.exists()


def test_the_cache_clears_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "cache_directory", lambda: tmp_path)
    digest, package = "sha256:0", Path(cache.__file__).parent
    part = left(cache._path(digest, package))
    cache.store(digest, b"{}", b"{}", package)
    assert not part.exists()
    assert cache.find(digest, package) == (b"{}", b"{}")


def test_only_parts_of_the_target_are_removed(tmp_path: Path) -> None:
    others = [".a.json.0123abcd", ".a.json.0123abcg.part", ".b.json.0123abcd.part", "a.json.part"]
    for name in others:
        (tmp_path / name).touch()
    (tmp_path / ".a.json.00000000.part").mkdir()
    (tmp_path / ".a.json.11111111.part").symlink_to(tmp_path / others[0])
    before = sorted(os.listdir(tmp_path))
    clear_parts(tmp_path / "a.json")
    assert sorted(os.listdir(tmp_path)) == before
    clear_parts(tmp_path / "nowhere" / "a.json")


def test_a_system_without_locks_writes_and_clears_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part_files, "fcntl", None)
    target = tmp_path / "a.json"
    part = left(target)
    clear_parts(target)
    with replacing(target, 0o644) as file:
        file.write(b"x")
    assert (part.exists(), os.listdir(tmp_path)) == (False, [target.name])
