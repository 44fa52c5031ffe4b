"""Run work and commands, and measure them: in turn, so that a busy machine slows both sides."""

from __future__ import annotations

import json
import os
import pty
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

Pair = tuple[float, float]
# Runs a command in a child of its own, and prints the child's processor seconds and peak memory.
STARTER = """
import os, sys
child = os.fork()
if not child:
    os.dup2(os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    os.execv(sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(child, 0)
print([used.ru_utime + used.ru_stime, used.ru_maxrss])
sys.exit(os.waitstatus_to_exitcode(status))
"""


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def start(command: list[str], cwd: Path | None = None, **environment: str) -> None:
    """Run a command to its end, its output thrown away."""
    subprocess.run(
        command,
        stdout=subprocess.DEVNULL,
        cwd=cwd,
        env={**with_bytecode(), **environment},
        check=True,
    )


def until(command: list[str], text: bytes) -> None:
    """Run a command on a terminal until it has printed a text; then end it."""
    child, terminal = pty.fork()
    if not child:
        os.execve(command[0], command, {**with_bytecode(), "TERM": "xterm-256color"})
    printed = b""
    while text not in printed:
        printed += os.read(terminal, 4096)  # raises if the command ends before
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)


def with_bytecode() -> dict[str, str]:
    """Return the environment of this process, with bytecode kept."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def in_turn(
    rounds: int, numerator: Callable[[], object], denominator: Callable[[], object]
) -> Iterator[Pair]:
    """Yield the seconds of both, one after the other, after a round that warms them up."""
    for number in range(rounds + 1):
        pair = seconds(numerator), seconds(denominator)
        if number:
            yield pair


def measured(command: list[str], into: Path | None = None) -> tuple[float, float]:
    """Return the processor seconds and the peak memory (KB; bytes on macOS) of a command.

    It is started by a small process: a child begins with the peak memory of its parent.
    """
    target = str(into or os.devnull)
    done = subprocess.run(
        [sys.executable, "-S", "-E", "-c", STARTER, target, *command],
        stdout=subprocess.PIPE,
        env=with_bytecode(),
        check=True,
    )
    spent, memory = json.loads(done.stdout)
    return spent, memory


def figures(pairs: list[Pair]) -> str:
    """Return the ratio of the smallest and of the median values, or that there are none."""
    if not pairs:
        return f"{'not there':>16}"
    ones, others = zip(*pairs, strict=True)
    return (
        f"{min(ones) / min(others):8.2f}{statistics.median(ones) / statistics.median(others):8.2f}"
    )
