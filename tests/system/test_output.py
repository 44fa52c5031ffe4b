"""A file that is written is whole or as it was: on a full disk, over a limit, and where the program
is killed.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from paths import SMALL
from program import PROGRAM, environment, run
from readers import READERS

from pmo_path.system import output

DAY = ("--catalogue", str(SMALL), "--as-of", "2026-11-22")
OLD = "the old one"
# Two long texts in turn, for ever: most of its time is spent in a write.
WRITER = """
import sys
from pathlib import Path
from pmo_path.system import output
target = Path(sys.argv[1])
for turn in range(100_000):
    output.write("ab"[turn % 2] * 3_000_000, target, force=True)
"""


@pytest.fixture
def kim(tmp_path: Path) -> Path:
    (tmp_path / "kim.yaml").write_text("name: Kim\nexperience_level: entry\n", encoding="utf-8")
    return tmp_path / "kim.yaml"


def small_files() -> None:
    """Let a process write no file longer than 1,000 bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))


def started(
    *args: str | Path, before: Callable[[], None] | None = None, prefix: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*prefix, *PROGRAM, *map(str, args)],
        env=environment(),
        preexec_fn=before,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("form", [*READERS, "json"])
def test_where_a_file_cannot_grow_the_old_one_stays(form: str, kim: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "report"
    target.parent.mkdir()
    target.write_text(OLD, encoding="utf-8")
    args = ("report", kim, "-o", target, "--format", form, "--force", *DAY)
    run(
        *args[:3], tmp_path / "warm", *args[4:]
    )  # so that the cache of the catalogue need not be written below
    done = started(*args, before=small_files)
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"Traceback" not in done.stderr
    if form != "json":
        assert b"cannot-write" in done.stderr
    assert target.read_text(encoding="utf-8") == OLD
    assert [one.name for one in target.parent.iterdir()] == ["report"]


def test_on_a_full_disk_the_old_file_stays(kim: Path, tmp_path: Path) -> None:
    """A disk of 16 kB, seen by the program alone."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = 'mount -t tmpfs -o size=16k none "$1" && printf old > "$1/report.html" '
    mount += '&& shift && "$@"; code=$?; '
    look = f'ls -A "{disk}"; cat "{disk}/report.html"; exit $code'
    prefix = (
        "unshare",
        "--user",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        mount + look,
        "sh",
        str(disk),
    )
    try:
        able = subprocess.run([*prefix, "true"], capture_output=True, timeout=60, check=False)
    except FileNotFoundError:
        pytest.skip("there is no unshare")
    if able.returncode:
        pytest.skip("this system lets nobody mount a disk for a test")
    done = started("report", kim, "-o", disk / "report.html", "--force", *DAY, prefix=prefix)
    assert done.returncode == 3
    assert b"no space left" in done.stderr
    assert done.stdout == b"report.html\nold"


def test_a_kill_in_the_middle_of_writing_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    chance = random.Random(6)
    seen = set()
    left: set[str] = set()
    for _ in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(target)], env=environment()
        ) as writer:
            first = target.stat().st_mtime_ns if target.exists() else None
            while (
                target.stat().st_mtime_ns if target.exists() else None
            ) == first and writer.poll() is None:
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.05))
            os.kill(writer.pid, signal.SIGKILL)
        assert writer.returncode == -signal.SIGKILL
        text = target.read_text(encoding="utf-8")
        assert text in ("a" * 3_000_000, "b" * 3_000_000)
        seen.add(text[0])
        names = {one.name for one in tmp_path.iterdir()} - {"report.html"}
        assert len(names) <= 1  # what the run before left is gone
        left |= names
    assert left, "no kill came in the middle of a write"
    output.write("c", target, force=True)
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]


def test_a_kill_at_any_moment_of_a_run_leaves_every_report_whole_or_not_there(
    kim: Path, tmp_path: Path
) -> None:
    target = tmp_path / "report.html"
    target.write_text(OLD, encoding="utf-8")
    assert run("report", kim, "-o", tmp_path / "new.html", *DAY).code == 0
    new = (tmp_path / "new.html").read_text(encoding="utf-8")
    chance = random.Random(7)
    for _ in range(8):
        args = [*PROGRAM, "report", str(kim), "-o", str(target), "--force", *DAY]
        with subprocess.Popen(args, env=environment(), stderr=subprocess.DEVNULL) as running:
            time.sleep(chance.uniform(0.05, 0.6))
            running.kill()
        assert target.read_text(encoding="utf-8") in (OLD, new)
