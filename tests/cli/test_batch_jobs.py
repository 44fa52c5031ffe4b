"""`batch --jobs`: the same output as from one process, and no worker outlives the program."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from batches import ANN, BOB, NOBODY, QUICK, bytes_in, json_of
from program import PROGRAM, call, environment, run

from pmo_path.cli.batch_jobs import AT_ONCE, FEW

needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")
MANY = json_of(ANN, BOB, NOBODY, "{", '{"role": 7}') * FEW


def children(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        return [int(child) for child in listed.split()]
    except OSError:
        return []


def alive(pid: int) -> bool:
    """Whether a process still runs: one that waits for its parent to ask does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(pids: list[int]) -> bool:
    """Whether processes end within ten seconds."""
    for _ in range(200):
        if not any(map(alive, pids)):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("more", [(), ("--fail-fast",), ("--format", "csv"), ("--fail-if-empty",)])
def test_several_processes_write_what_one_does(more: tuple[str, ...]) -> None:
    alone = call("batch", "-", *QUICK, *more, stdin=MANY)
    assert alone.code == 1
    assert run("batch", "-", *QUICK, *more, "--jobs", "3", stdin=MANY) == alone


def test_the_end_of_the_input_may_be_anywhere() -> None:
    for count in (0, FEW - 1, FEW, FEW + AT_ONCE, FEW + 2 * AT_ONCE + 1):
        people = json_of(BOB) * count
        alone = call("batch", "-", *QUICK, stdin=people)
        assert run("batch", "-", *QUICK, "--jobs", "2", stdin=people) == alone


def started(*args: str, **streams: Any) -> subprocess.Popen[bytes]:
    """Start a batch of two workers that has written something, and waits for more people."""
    process = subprocess.Popen(
        [*PROGRAM, "batch", "-", *QUICK, "--jobs", "2", *args],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
        **streams,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(json_of(ANN) * (FEW + 4 * AT_ONCE))
    process.stdin.flush()
    assert process.stdout.read(1)
    return process


@needs_proc
@pytest.mark.parametrize("whole_group", [False, True], ids=["the program", "its whole group"])
@pytest.mark.parametrize(
    ("told", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 143), ("SIGKILL", -9)]
)
def test_no_worker_outlives_the_program(told: str, code: int, whole_group: bool) -> None:
    with started() as process:
        workers = children(process.pid)
        assert len(workers) >= 2
        number = getattr(signal, told)
        (os.killpg if whole_group else os.kill)(process.pid, number)
        _, err = process.communicate(timeout=20)
        assert process.returncode == code
        assert err == b""
        assert gone(workers)


@needs_proc
def test_no_worker_outlives_a_closed_pipe() -> None:
    with started() as process:
        workers = children(process.pid)
        assert process.stdin
        assert process.stdout
        process.stdout.close()
        process.stdin.write(json_of(ANN) * 200)
        process.stdin.close()
        assert process.wait(20) == 141
        assert gone(workers)


@needs_proc
def test_a_lost_worker_ends_the_batch_with_an_error() -> None:
    with started() as process:
        for worker in children(process.pid):
            os.kill(worker, signal.SIGKILL)
        _, err = process.communicate(json_of(ANN) * 200, timeout=20)
        assert process.returncode == 3
        assert b"[worker-lost]" in err


@needs_proc
def test_few_lines_start_no_worker() -> None:
    with subprocess.Popen(
        [*PROGRAM, "batch", "-", *QUICK, "--jobs", "2"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json_of(ANN) * (FEW - 1))
        process.stdin.flush()
        while bytes_in(process.stdin):
            time.sleep(0.02)
        time.sleep(0.3)  # all is read: a worker would be started now
        assert children(process.pid) == []
        process.stdin.close()
        assert process.stdout.read().count(b"\n") == FEW - 1
