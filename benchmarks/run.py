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
from random import Random
from typing import Any, NamedTuple

DAY = "2026-11-22"
PROGRAM = [sys.executable, "-m", "pmo_path"]
BATCH = [*PROGRAM, "batch", "--quiet", "--as-of", DAY]
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
    """The size of each benchmark: rounds, lines of the batches, certifications."""

    rounds: int = 21
    batch: int = 2_000
    few: int = 30
    short: int = 1_000
    long: int = 100_000
    certifications: int = 1_000


TINY = Sizes(rounds=1, batch=20, few=3, short=5, long=20, certifications=40)
Pair = tuple[float, float]
Population = Callable[[int, Random], dict[str, Any]]
Row = Callable[[Sizes, Path], Iterator[Pair]]


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def start(command: list[str], **environment: str) -> None:
    """Run a command to its end, its output thrown away."""
    subprocess.run(
        command, stdout=subprocess.DEVNULL, env={**with_bytecode(), **environment}, check=True
    )


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
    """A line for new people from a large catalogue, against one from the shipped one."""
    large = synthetic(sizes.certifications, work / "large")
    path = people(sizes.few, work / "people.jsonl", different)
    one = people(1, work / "one.jsonl", different)
    for directory in ([], ["--catalogue", str(large)]):
        measured([*BATCH, str(one), *directory])
    for _ in range(max(1, sizes.rounds // 7)):
        yield tuple(  # type: ignore[misc]
            measured([*BATCH, str(path), *more])[0] - measured([*BATCH, str(one), *more])[0]
            for more in (["--catalogue", str(large)], [])
        )


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
    copied = sorted(entries, key=len)[:-10]  # not the longest: a file may have 4 MB
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


ROLES = (
    "PMO analyst",
    "PMO manager",
    "project support officer",
    "head of enterprise PMO",
    "PMO director",
    "programme manager",
    "planner",
    "chief wizard",
    None,
)
TYPES = ("operational", "tactical", "portfolio", "enterprise", "coe")
GOALS = ("basics", "frameworks", "service-design", "set-up-pmo", "next-level")
LEVELS = ("entry", "analyst", "manager", "director")
HELD = ("p3o-foundation", "pmp", "ipmo-f", "ppso-essentials", "prince2-foundation", "pmo-cp")


def alike(number: int, some: Random) -> dict[str, Any]:
    """The facts of people of whom the program makes a few thousand classes."""
    return {
        "role": ROLES[number % 4],
        "pmo_types": some.choice(([], ["operational"], ["tactical"], ["enterprise", "coe"], None)),
        "goals": some.choice((["basics"], ["frameworks"], ["service-design", "next-level"], None)),
        "holds": some.choice(([], ["p3o-foundation"], ["pmp", "ipmo-f"], None)),
        "years_in_pmo": number % 23 / 2,
    }


def team(number: int, some: Random) -> dict[str, Any]:
    """The facts that a mentor's table of a team has: less is known, and dates of awards are."""
    held = some.sample(HELD, some.choice((0, 0, 1, 2)))
    return {
        "role": some.choice(ROLES),
        "pmo_types": some.choice((["tactical"], ["portfolio"], ["enterprise"])),
        "years_in_pmo": some.randrange(40) / 2,
        "holds": [{"certification": name, "awarded_on": past(some)} for name in held],
        "education": some.choice(("secondary", "bachelor", "postgraduate", None)),
        "goals": some.choice((["frameworks"], ["service-design"], ["next-level"], None)),
        "country": some.choice(("GB", "NL", "DE")),
    }


def different(number: int, some: Random) -> dict[str, Any]:
    """Facts of all kinds, each said or not."""
    held: list[Any] = [
        name if some.random() < 0.5 else {"certification": name, "awarded_on": past(some)}
        for name in some.sample(HELD, some.choice((0, 0, 1, 1, 2, 3)))
    ]
    facts: dict[str, Any] = {
        "role": some.choice(ROLES[:-1]),
        "experience_level": some.choice((*LEVELS, *[None] * 8)),
        "pmo_types": some.sample(TYPES, some.randint(0, 2)),
        "years_in_pmo": round(some.uniform(0, 25), 1),
        "years_in_projects": round(some.uniform(0, 25), 1),
        "holds": held,
        "goals": some.sample(GOALS, some.randint(0, 2)),
        "target_level": some.choice((*LEVELS, *[None] * 4)),
        "target_pmo_type": some.choice((*TYPES, *[None] * 5)),
        "education": some.choice(("none", "secondary", "bachelor", "postgraduate")),
        "pmo_education_hours": some.randint(0, 90),
        "reads": some.sample(("en", "nl", "de", "fr", "zh", "pt"), some.randint(1, 3)),
        "budget": f"{some.randint(100, 6000)} {some.choice(('GBP', 'EUR', 'USD'))}",
        "hours_per_week": some.randint(1, 20),
        "pmos_managed": some.randint(0, 4),
        "country": some.choice(("GB", "NL", "DE", "US", "CN", "BR")),
    }
    return {fact: value for fact, value in facts.items() if some.random() < 0.75}


def past(some: Random) -> str:
    """Return a day of the last eighteen years."""
    return f"{some.randint(2008, 2025)}-{some.randint(1, 12):02d}-{some.randint(1, 28):02d}"


def people(count: int, path: Path, facts: Population) -> Path:
    """Write `count` people as JSON lines, no two alike."""
    some = Random(7)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            said = {"name": f"Person {number}", **facts(number, some)}
            file.write(json.dumps(said) + "\n")
    return path


def batch_time(facts: Population) -> Row:
    """`batch`, against only reading its input lines and writing its output lines as JSON."""

    def row(sizes: Sizes, work: Path) -> Iterator[Pair]:
        path = people(sizes.batch, work / "people.jsonl", facts)
        measured([*BATCH, str(path)], work / "warm.jsonl")  # which compiles the catalogue
        for _ in range(max(1, sizes.rounds // 7)):
            spent, _ = measured([*BATCH, str(path)], work / "lines.jsonl")
            every = max(1, sizes.batch // 200)  # the lines that the denominator is measured on
            with (work / "lines.jsonl").open("rb") as written:
                lines = [line for number, line in enumerate(written) if number % every == 0]
            inputs = path.read_bytes().splitlines()[::every]
            results = [json.loads(line) for line in lines]
            yield spent, json_alone(inputs, results) * sizes.batch / len(lines)

    return row


def json_alone(inputs: list[bytes], results: list[Any]) -> float:
    """Return the processor seconds of reading some lines as JSON, and writing some results."""
    begun = time.process_time()
    for line in inputs:
        json.loads(line)
    for result in results:
        json.dumps(result)
    return time.process_time() - begun


def batch_memory(facts: Population) -> Row:
    """The peak memory of a long batch, against that of a short one."""

    def row(sizes: Sizes, work: Path) -> Iterator[Pair]:
        short = people(sizes.short, work / "short.jsonl", facts)
        long = people(sizes.long, work / "long.jsonl", facts)
        measured([*BATCH, str(short)])
        yield measured([*BATCH, str(long)])[1], measured([*BATCH, str(short)])[1]

    return row


def batch_jobs(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """Clock seconds of a batch in one process, against the same in two."""
    path = people(sizes.batch, work / "people.jsonl", different)
    return in_turn(
        max(1, sizes.rounds // 7),
        lambda: start([*BATCH, str(path)]),
        lambda: start([*BATCH, str(path), "--jobs", "2"]),
    )


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


ROWS: tuple[tuple[str, str, Row], ...] = (
    ("cold advise PROFILE.json --json / import typer", "1.9", cold_advise),
    ("cold --help / import typer", "1.6", cold_help),
    ("cold completion / import typer", "1.6", cold_completion),
    ("one advice in process / json.dumps of it", "5", one_advice),
    ("a line of 1,000 certifications / of the shipped", "20", many_certifications),
    ("batch of people alike / JSON of its lines", "4", batch_time(alike)),
    ("batch of a team / JSON of its lines", "4", batch_time(team)),
    ("batch of all different / JSON of its lines", "7", batch_time(different)),
    ("memory of a long batch, all different / of a short", "1.2", batch_memory(different)),
    ("batch of all different, clock / with --jobs 2", "at least 1.6", batch_jobs),
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
