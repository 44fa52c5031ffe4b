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
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from measuring import Pair, figures, in_turn, measured, start, until
from populations import Population, alike, different, people, synthetic, team

DAY = "2026-11-22"
# As people start it; `python -m` loads some more modules first.
PROGRAM = [str(Path(sys.executable).with_name("pmo-path"))]
BATCH = [*PROGRAM, "batch", "--quiet", "--as-of", DAY]
FIRST_QUESTION = b"title"
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
Row = Callable[[Sizes, Path], Iterator[Pair]]


def cold(
    sizes: Sizes, command: list[str], cwd: Path | None = None, **environment: str
) -> Iterator[Pair]:
    """A fresh process, against one that only imports typer."""
    return in_turn(sizes.rounds, lambda: start(command, cwd, **environment), lambda: start(UNIT))


def cold_advise(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """`advise PROFILE.json --json`."""
    profile = work / "profile.json"
    profile.write_text(json.dumps(PERSON), encoding="utf-8")
    return cold(sizes, [*PROGRAM, "advise", str(profile), "--json"])


def cold_html(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """`report PROFILE.json -o REPORT.html`."""
    profile = work / "profile.json"
    profile.write_text(json.dumps(PERSON), encoding="utf-8")
    return cold(
        sizes, [*PROGRAM, "report", str(profile), "-o", str(work / "report.html"), "--force"]
    )


def cold_ask(*more: str) -> Row:
    """`ask` on a terminal, until its first question stands there."""

    def row(sizes: Sizes, work: Path) -> Iterator[Pair]:
        command = [*PROGRAM, "ask", *more]
        return in_turn(sizes.rounds, lambda: until(command, FIRST_QUESTION), lambda: start(UNIT))

    return row


def peer(*command: str) -> Row:
    """A program of the same kind, where it is installed in the directory PMO_PATH_PEERS."""

    def row(sizes: Sizes, work: Path) -> Iterator[Pair]:
        program = Path(os.environ.get("PMO_PATH_PEERS", "/nowhere")) / command[0]
        for name in ("schema.json", "thing.json"):
            (work / name).write_text("{}", encoding="utf-8")
        return cold(sizes, [str(program), *command[1:]], cwd=work) if program.exists() else iter(())

    return row


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


def many_plans(sizes: Sizes, work: Path) -> Iterator[Pair]:
    """A plan through every level of a large catalogue, against one advice from it."""
    from pmo_path import advise, load_catalogue, plan

    catalogue = load_catalogue(synthetic(sizes.certifications, work / "large"))
    person = {"experience_level": "entry", "target_level": "director", "holds": []}
    return in_turn(
        sizes.rounds,
        lambda: plan(catalogue, person, DAY),
        lambda: advise(catalogue, person, DAY),
    )


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


ROWS: tuple[tuple[str, str, Row], ...] = (
    ("cold advise PROFILE.json --json / import typer", "1.9", cold_advise),
    ("cold ask --plain to its first question / import typer", "2.0", cold_ask("--plain")),
    ("cold ask with arrow keys / import typer", "2.0", cold_ask()),
    ("cold report as HTML / import typer", "2.5", cold_html),
    ("cold copier --version / import typer", "a peer", peer("copier", "--version")),
    (
        "cold check-jsonschema of {} / import typer",
        "a peer",
        peer("check-jsonschema", "--schemafile", "schema.json", "thing.json"),
    ),
    ("cold repo-review --help / import typer", "a peer", peer("repo-review", "--help")),
    ("cold --help / import typer", "1.6", cold_help),
    ("cold completion / import typer", "1.6", cold_completion),
    ("one advice in process / json.dumps of it", "5", one_advice),
    ("a line of 1,000 certifications / of the shipped", "20", many_certifications),
    ("a plan of 1,000 certifications / an advice of them", "-", many_plans),
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


if __name__ == "__main__":
    main()
