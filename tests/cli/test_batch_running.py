"""`batch` while it runs: answers one by one, signals, the progress bar, flat memory."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

import pytest
from batches import ANN, BOB, QUICK, bytes_in, json_of
from program import PROGRAM, environment, run

from pmo_path.core.documents import Document
from pmo_path.profile.parse import read_profile
from pmo_path.profile.readers.jsonl import jsonl_records

# --- as it goes -----------------------------------------------------------------------


def start(*args: str, **streams: Any) -> subprocess.Popen[bytes]:
    given = {
        "stdin": subprocess.PIPE,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "env": environment(),
    }
    return subprocess.Popen([*PROGRAM, "batch", *args, *QUICK], bufsize=0, **{**given, **streams})


def test_an_answer_does_not_wait_for_the_next_line() -> None:
    with start("-") as process:
        assert process.stdin
        assert process.stdout
        for number in (1, 2, 3):
            process.stdin.write(json_of(ANN))
            answer = b""
            while not answer.endswith(b"\n"):
                answer += process.stdout.read(65536)
            assert json.loads(answer)["line"] == number
        process.stdin.close()
        assert process.wait(20) == 0


def settle(pipe: IO[bytes]) -> None:
    """Wait until nothing more comes into a pipe: who writes has no more to say, or it is full."""
    before, now = -1, 0
    while now != before:
        time.sleep(0.1)
        before, now = now, bytes_in(pipe)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
@pytest.mark.parametrize(("told", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 143)])
@pytest.mark.parametrize(
    "stuck", [False, True], ids=["waiting for a line", "writing into a full pipe"]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_interrupted_every_line_is_whole(
    stuck: bool, told: str, code: int, unbuffered: str
) -> None:
    with start("-", env={**environment(), "PYTHONUNBUFFERED": unbuffered}) as process:
        assert process.stdin
        assert process.stdout
        os.set_blocking(process.stdin.fileno(), False)
        process.stdin.write(json_of(ANN) * (200 if stuck else 1))
        seen = process.stdout.read(10)  # it runs
        settle(process.stdout)
        process.send_signal(getattr(signal, told))
        time.sleep(0.1)
        while piece := process.stdout.read(65536):
            seen += piece
        assert process.wait(20) == code
        assert seen.endswith(b"\n")
        assert [json.loads(line)["line"] for line in seen.splitlines()] == list(
            range(1, seen.count(b"\n") + 1)
        )
        assert (process.stderr.read() if process.stderr else b"") == b""


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
@pytest.mark.parametrize(("told", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 143)])
def test_interrupted_there_is_no_file(told: str, code: int, tmp_path: Path) -> None:
    with start("-", "-o", str(tmp_path / "advice.jsonl")) as process:
        assert process.stdin
        process.stdin.write(json_of(ANN))
        while not list(tmp_path.iterdir()):
            time.sleep(0.05)
        process.send_signal(getattr(signal, told))
        assert process.wait(20) == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_under_nohup_it_goes_on_when_the_terminal_is_closed() -> None:
    with start("-", preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(2):
            process.stdin.write(json_of(ANN))
            assert process.stdout.read(1)
            process.send_signal(signal.SIGHUP)
        process.stdin.close()
        process.stdout.read()
        assert process.wait(20) == 0


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
@pytest.mark.parametrize("workers", ["0", "1"])
def test_under_nohup_the_programs_of_the_tests_do_not_ignore_that_signal(workers: str) -> None:
    """Else a run of the suite would wait for ever for a program that it told to end."""
    this = ("-n", workers, "-q", "-p", "no:cacheprovider", "-k", "no_file and SIGHUP", __file__)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *this],
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
        env={key: value for key, value in environment().items() if not key.startswith("PYTEST_")},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"1 passed" in done.stdout


def on_terminal(*args: str, people: tuple[dict[str, Any], ...] = (ANN, BOB)) -> str:
    """Return what a terminal as standard error is shown."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*PROGRAM, "batch", "-", *args, *QUICK],
        input=json_of(*people),
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=environment(TERM="xterm", COLUMNS="80"),
        timeout=60,
        check=True,
    )
    assert done.stdout.count(b"\n") == len(people)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # all is read
        pass
    os.close(ours)
    return shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bar_is_shown_on_a_terminal_only() -> None:
    assert "2 profiles" in on_terminal()
    alone = on_terminal(people=(ANN,))
    assert "1 profile" in alone
    assert "1 profiles" not in alone
    assert "\x1b[" in on_terminal()
    assert on_terminal("--quiet") == ""
    assert "\x1b" not in run("batch", "-", *QUICK, stdin=json_of(ANN), env={"FORCE_COLOR": "1"}).err


def test_who_sees_no_bar_does_not_wait_for_its_library() -> None:
    code = "import sys\nfrom pmo_path.cli.main import run\n"
    code += f"sys.argv[1:] = {['batch', '-', *QUICK]!r}\n"
    code += "sys.exit(run() or ('rich' in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], input=json_of(ANN), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout.count(b"\n")) == (0, 1)


# --- size -----------------------------------------------------------------------------

# Not resource.getrusage: after a fork its peak is the one of the process that forked.
MEASURED = """
import sys
from pmo_path.cli.main import run
run()
print(*[line for line in open("/proc/self/status") if line.startswith("VmHWM")], file=sys.stderr)
"""


def peak(stdin: bytes) -> tuple[int, list[dict[str, Any]]]:
    """Return the most memory that a run took, in kB, and its lines."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "batch", "-", *QUICK],
        input=stdin,
        capture_output=True,
        env=environment(),
        timeout=120,
        check=False,
    )
    return int(done.stderr.split()[-2]), [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_memory_is_flat() -> None:
    people = [
        {**ANN, "name": f"Ann {number}", "years_in_pmo": number / 10} for number in range(300)
    ]
    few, _ = peak(json_of(*people[:5]))
    many, lines = peak(json_of(*people))
    assert len(lines) == 300
    assert many < few * 1.1


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_a_line_of_50_mb_is_a_problem_that_is_not_held() -> None:
    few, _ = peak(json_of(ANN))
    most, lines = peak(json_of(ANN) + b'{"name": "' + b"x" * 50_000_000 + b'"}\n' + json_of(BOB))
    assert [(one["line"], one["ok"]) for one in lines] == [(1, True), (2, False), (3, True)]
    assert lines[1]["problem"]["code"] == "too-large"
    assert most < few + 40_000


def test_a_line_of_more_than_64_mb_ends_the_batch() -> None:
    endless = json_of(ANN) + b'{"name": "' + b"x" * 70_000_000 + b'"}\n' + json_of(BOB)
    done = run("batch", "-", *QUICK, stdin=endless)
    assert (done.code, done.out.count("\n")) == (3, 1)
    assert "[too-large]" in done.err


def test_records_are_read_one_at_a_time(catalogue: Any) -> None:
    taken = 0

    def readline(limit: int) -> bytes:
        nonlocal taken
        taken += 1
        return json_of(ANN)

    records = jsonl_records(readline, "endless")
    assert [next(records).line for _ in range(3)] == [1, 2, 3]
    assert taken == 3
    first = next(records).content
    assert isinstance(first, Document)
    assert read_profile(first, catalogue.names).name == "Ann"
