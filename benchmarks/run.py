"""How fast pmo-path is, as ratios that hold on any machine.

    python benchmarks/run.py            the whole table; minutes
    python benchmarks/run.py --tiny     every row once, small: does it run?
    python benchmarks/run.py --only cold

Run it with the interpreter that pmo-path is installed for. Each row takes a numerator and a
denominator in turn, so that a busy machine slows both; it prints the ratio of the smallest times
and of the medians. Nothing is judged: the goals stand beside the figures.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

DAY = "2026-11-22"
PROGRAM = [sys.executable, "-m", "pmo_path"]
UNIT = [sys.executable, "-c", "import typer"]
PERSON = {
    "role": "PMO analyst",
    "pmo_types": ["tactical"],
    "years_in_pmo": 4,
    "holds": [],
    "goals": ["frameworks"],
}
COMPLETION = {
    "_PMO_PATH_COMPLETE": "complete_bash",
    "COMP_WORDS": "pmo-path explain p3o",
    "COMP_CWORD": "2",
}


class Sizes(NamedTuple):
    """The size of each benchmark: rounds, lines of a short and a long batch, certifications."""

    rounds: int = 21
    batch: int = 20_000
    short: int = 1_000
    long: int = 100_000
    certifications: int = 1_000


TINY = Sizes(rounds=1, batch=20, short=5, long=20, certifications=40)
Pair = tuple[float, float]
Row = Callable[[Sizes, Path], Iterator[Pair]]


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def start(command: list[str], **environment: str) -> None:
    """Run a command to its end, its output thrown away."""
    environ = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, stdout=subprocess.DEVNULL, env={**environ, **environment}, check=True)


def in_turn(
    rounds: int, numerator: Callable[[], object], denominator: Callable[[], object]
) -> Iterator[Pair]:
    """Yield the seconds of both, one after the other, after a round that warms them up."""
    for number in range(rounds + 1):
        pair = seconds(numerator), seconds(denominator)
        if number:
            yield pair


def cold(sizes: Sizes, command: list[str], **environment: str) -> Iterator[Pair]:
    """A fresh process, against one that only imports typer."""
    return in_turn(sizes.rounds, lambda: start(command, **environment), lambda: start(UNIT))


def cold_advise(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """`advise PROFILE.json --json`."""
    profile = work / "profile.json"
    profile.write_text(json.dumps(PERSON), encoding="utf-8")
    return cold(sizes, [*PROGRAM, "advise", str(profile), "--json"])


def cold_help(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """`--help`."""
    return cold(sizes, [*PROGRAM, "--help"])


def cold_completion(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """One press of TAB, as bash asks it."""
    return cold(sizes, PROGRAM, **COMPLETION)


def advice(catalogue: Any) -> Callable[[], Any]:
    """Return what gives one full advice in this process."""
    from pmo_path.answers.advise import advise
    from pmo_path.core.documents import read_document
    from pmo_path.profile.parse import read_profile

    profile = read_profile(read_document(json.dumps(PERSON).encode(), "profile"), catalogue.names)
    return lambda: advise(catalogue, profile, date.fromisoformat(DAY))


def one_advice(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """One advice, against json.dumps of its own result."""
    from pmo_path.catalogue.load import load_catalogue
    from pmo_path.core.json_text import json_data

    ask = advice(load_catalogue())
    result = json_data(ask())
    return in_turn(sizes.rounds, ask, lambda: json.dumps(result))


def many_certifications(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """One advice from a large catalogue, against one from the shipped one."""
    from pmo_path.catalogue.load import load_catalogue

    large = load_catalogue(synthetic(sizes.certifications, work / "large"))
    return in_turn(max(1, sizes.rounds // 4), advice(large), advice(load_catalogue()))


def synthetic(count: int, target: Path) -> Path:
    """Make a catalogue of `count` certifications: the shipped ones, and copies with new ids."""
    from pmo_path.catalogue.load import data_directory

    target.mkdir()
    for file in data_directory().glob("*.yaml"):
        (target / file.name).write_bytes(file.read_bytes())
    path = target / "certifications.yaml"
    before, _, rest = path.read_text("utf-8").partition("\ncertifications:\n")
    certifications, mark, after = rest.partition("\nother_certificates:\n")
    head, *entries = re.split(r"(?m)^  - id: ", certifications)
    made = {re.match(r"\S+", entry)[0]: entry for entry in entries}  # type: ignore[index]
    copied = sorted(entries, key=len)[:-2]  # not the two longest: a file may have 4 MB
    for number in itertools.count(1):
        for entry in copied:
            if len(made) < count:
                name, rest = re.match(r"(\S+)(.*)", entry, re.DOTALL).groups()  # type: ignore[union-attr]
                made[f"{name}-copy-{number}"] = f"{name}-copy-{number}{rest}"
        if len(made) >= count:
            break
    body = "".join(f"  - id: {made[name].rstrip()}\n" for name in sorted(made))
    path.write_text(f"{before}\ncertifications:\n{head}{body}{mark}{after}", encoding="utf-8")
    return target


def people(count: int, path: Path) -> Path:
    """Write `count` profiles as JSON lines, most of them unlike the ones before."""
    roles = (
        "PMO analyst",
        "PMO manager",
        "project support officer",
        "head of enterprise PMO",
        None,
    )
    kinds: tuple[Any, ...] = (
        [],
        ["operational"],
        ["tactical"],
        ["portfolio"],
        ["enterprise", "coe"],
        None,
    )
    goals = (["basics"], ["frameworks"], ["service-design", "next-level"], None)
    holds: tuple[Any, ...] = ([], ["p3o-foundation"], ["pmp", "ipmo-f"], None)
    made = itertools.cycle(itertools.product(roles, kinds, goals, holds))
    with path.open("w", encoding="utf-8") as file:
        for number, (role, kind, goal, held) in enumerate(itertools.islice(made, count)):
            facts = {
                "role": role,
                "pmo_types": kind,
                "goals": goal,
                "holds": held,
                "years_in_pmo": number % 23 / 2,
            }
            file.write(json.dumps({"name": f"Person {number}", **facts}) + "\n")
    return path


def has_batch() -> bool:
    """Whether the program has the command `batch`."""
    done = subprocess.run([*PROGRAM, "batch", "--help"], capture_output=True, check=False)
    return done.returncode == 0


def batch_time(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """`batch`, against only reading its input lines and writing its output lines as JSON."""
    if not has_batch():
        return
    path = people(sizes.batch, work / "people.jsonl")
    for _ in range(max(1, sizes.rounds // 7)):
        begun = time.perf_counter()
        process = subprocess.Popen(
            [*PROGRAM, "batch", str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert process.stdout
        every = max(1, sizes.batch // 200)  # the lines that the denominator is measured on
        lines = [line for number, line in enumerate(process.stdout) if number % every == 0]
        process.wait()
        spent = time.perf_counter() - begun
        inputs = path.read_bytes().splitlines()[::every]
        yield (
            spent,
            json_alone(inputs, [json.loads(line) for line in lines]) * sizes.batch / len(lines),
        )


def json_alone(inputs: list[bytes], results: list[Any]) -> float:
    """Return the seconds it takes to read some lines as JSON, and to write some results as JSON."""
    return seconds(
        lambda: ([json.loads(line) for line in inputs], [json.dumps(result) for result in results])
    )


def batch_memory(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """The peak memory of a long batch, against that of a short one."""
    if has_batch():
        long, short = (
            people(sizes.long, work / "long.jsonl"),
            people(sizes.short, work / "short.jsonl"),
        )
        peak(short)  # which compiles the catalogue, where that was not done
        yield peak(long), peak(short)


def peak(path: Path) -> float:
    """Return the peak memory of one batch, in kilobytes (bytes on macOS)."""
    process = subprocess.Popen(
        [*PROGRAM, "batch", str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return float(os.wait4(process.pid, 0)[2].ru_maxrss)


ROWS: tuple[tuple[str, str, Row], ...] = (
    ("cold advise PROFILE.json --json / import typer", "2.0", cold_advise),
    ("cold --help / import typer", "1.6", cold_help),
    ("cold completion / import typer", "1.6", cold_completion),
    ("one advice in process / json.dumps of it", "5", one_advice),
    ("one advice of 1,000 certifications / of the shipped", "100", many_certifications),
    ("batch / json.loads and json.dumps of its lines", "5", batch_time),
    ("peak memory of a long batch / of a short one", "1.1", batch_memory),
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tiny", action="store_true", help="every row once, small")
    parser.add_argument("--only", default="", metavar="WORD", help="only rows with this word")
    parser.add_argument(
        "--rounds", type=int, help=f"how often each pair is run; {Sizes().rounds} if absent"
    )
    asked = parser.parse_args()
    sizes = TINY if asked.tiny else Sizes()
    sizes = sizes._replace(rounds=asked.rounds or sizes.rounds)
    print(f"{'what':54}{'min':>8}{'median':>8}  goal")
    for name, goal, row in ROWS:
        if asked.only not in name:
            continue
        with tempfile.TemporaryDirectory() as work:
            pairs = list(row(sizes, Path(work)))
        print(f"{name:54}{figures(pairs)}  {goal}", flush=True)


def figures(pairs: list[Pair]) -> str:
    """Return the ratio of the smallest and of the median values, or that there are none."""
    if not pairs:
        return f"{'not there':>16}"
    ones, others = zip(*pairs, strict=True)
    return (
        f"{min(ones) / min(others):8.2f}{statistics.median(ones) / statistics.median(others):8.2f}"
    )


if __name__ == "__main__":
    main()
