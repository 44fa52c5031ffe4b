"""The ways in: each makes one input from a source of chance, and brings it into the program."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import typer.testing
from msgspec import Struct

import pmo_path
from fuzzing import material
from pmo_path.cli.app import app_for
from pmo_path.core.errors import INTERNAL, PmoPathError
from pmo_path.profile.facts import FACTS

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "catalogues" / "valid" / "small"
PEOPLE = [file.read_bytes() for file in sorted((ROOT / "examples").glob("*.yaml"))]
TABLES = [file.read_bytes() for file in sorted((ROOT / "examples").glob("*.csv"))]
DAYS = ("2026-11-22", "2018-07-01", "0001-01-01", "9999-12-31", "2024-02-29", "2100-01-01")
ENDINGS = (0, 1, 2, 3, 4, 75)  # the exit codes of the README


class Outcome(Struct, frozen=True):
    """How an input ended: its exit code, and what is wrong with that, empty if nothing is."""

    code: int
    wrong: str = ""


def command(*args: str | Path, stdin: bytes = b"") -> Outcome:
    """Run a command in this process, and judge how it ended."""
    words = [str(word) for word in args]
    runner = typer.testing.CliRunner()
    done = runner.invoke(app_for(words), words, input=stdin, prog_name="pmo-path")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Outcome(done.exit_code, _wrong(done.exit_code, done.stdout, done.stderr, words))


def _wrong(code: int, out: str, err: str, words: list[str]) -> str:
    if code not in ENDINGS:
        return f"exit code {code}"
    if "Traceback" in err or f"[{INTERNAL}]" in err or f'"code":"{INTERNAL}"' in out:
        return "a traceback, or a fault of the program in a batch"
    if code in (2, 3) and not err:
        return "refused without a word"
    if "--json" in words and code == 0:
        json.loads(out)
    return ""


def profile(chance: Random, place: Path) -> Outcome:
    """A profile in YAML or JSON, from a file or standard input."""
    if chance.random() < 0.4:
        raw = material.mutated(chance, chance.choice(PEOPLE))
    else:
        raw = material.json_bytes(chance, material.facts(chance))
    more = chance.choice((["--json"], ["--full"], ["--strict"], []))
    day = ["--as-of", chance.choice(DAYS)]
    if chance.random() < 0.5:
        return command("advise", "-", *more, *day, stdin=raw)
    file = place / chance.choice(("a.yaml", "a.json", "a.toml", "a"))
    file.write_bytes(raw)
    if chance.random() < 0.3:
        form = chance.choice(("markdown", "html", "json"))
        return command("report", file, "--format", form, *day)
    certification = chance.choice(("PMP", "p3o-practitioner", "PMI-PMOCP"))
    words = chance.choice((["advise"], ["explain", certification], ["map"]))
    return command(*words, file, *day)


def options(chance: Random, place: Path) -> Outcome:
    """Facts, days and names as options."""
    names = [name for row in FACTS for name in row.options]
    words: list[str] = [
        chance.choice(("advise", "advise", "explain", "catalogue", "map", "report"))
    ]
    if words == ["explain"]:
        words.append(chance.choice(material.TOKENS))
    if words == ["catalogue"]:
        words += [chance.choice(("show", "list", "compare", "schema", "worklist", "check"))]
        words += chance.choices(material.TOKENS, k=chance.randrange(3))
    else:
        for _ in range(chance.randrange(1, 5)):
            words += [chance.choice(names), chance.choice((*material.TOKENS, "analyst", "PMP"))]
    if chance.random() < 0.3:
        words += ["--as-of", chance.choice((*DAYS, *material.TOKENS))]
    if chance.random() < 0.2:
        words += [chance.choice(("--json", "--format", "-o", "--catalogue", "--select", "--x"))]
        words += chance.choices(material.TOKENS, k=chance.randrange(2))
    # An operating system passes no null characters, and -o must stay in our own directory.
    words = [word.replace("\0", "")[:30_000] for word in words]
    return command(*["--nowhere" if word in ("-o", "--out") else word for word in words])


def csv_table(chance: Random, place: Path) -> Outcome:
    """A team as CSV."""
    good = chance.random() < 0.4
    raw = material.mutated(chance, chance.choice(TABLES)) if good else material.cells(chance)
    form = chance.choice((["--format", "csv"], ["--fail-fast"], ["--strict"], []))
    day = ["--as-of", chance.choice(DAYS)]
    return command("batch", "-", "--from", "csv", *form, *day, stdin=raw)


def json_lines(chance: Random, place: Path) -> Outcome:
    """A team as JSON lines."""
    lines = [
        material.json_bytes(chance, material.facts(chance)).replace(b"\n", b" ")
        for _ in range(chance.randrange(1, 4))
    ]
    form = chance.choice((["--format", "csv"], []))
    return command("batch", "-", *form, "--as-of", chance.choice(DAYS), stdin=b"\n".join(lines))


def catalogue(chance: Random, place: Path) -> Outcome:
    """The files of a catalogue."""
    spoilt = chance.choice(sorted(SMALL.glob("*.yaml"))).name
    for file in SMALL.glob("*.yaml"):
        raw = file.read_bytes()
        (place / file.name).write_bytes(
            material.mutated(chance, raw) if file.name == spoilt else raw
        )
    if chance.random() < 0.5:
        return command("catalogue", "check", place)
    return command("advise", "--role", "PMO analyst", "--catalogue", place)


def interview(chance: Random, place: Path) -> Outcome:
    """The replies of an interview, on standard input."""
    day = ["--as-of", chance.choice(DAYS)]
    save = ["--save", place / "interview.json"]
    return command(*_ask(chance), *save, *day, stdin=material.replies(chance))


def saved(chance: Random, place: Path) -> Outcome:
    """A saved interview."""
    row_values = [
        {"fact": fact, "value": answer} for fact, answer in material.facts(chance).items()
    ]
    data: dict[str, Any] = {
        "schema_version": "1",
        "kind": "interview",
        "given": material.facts(chance),
        "answers": row_values,
        "taken_back": [{"fact": chance.choice(material.KEYS), "value": material.value(chance)}],
    }
    if chance.random() < 0.3:
        data[chance.choice(list(data))] = material.value(chance)
    file = place / "interview.json"
    file.write_bytes(material.json_bytes(chance, data))
    return command(*_ask(chance), "--save", file, stdin=material.replies(chance))


def _ask(chance: Random) -> tuple[str | Path, ...]:
    """Return the command; questions of the small catalogue are found in a tenth of the time."""
    small = ("--catalogue", SMALL) if chance.random() < 0.9 else ()
    return ("ask", "--answers", "-", *small)


def library(chance: Random, place: Path) -> Outcome:
    """Values in Python."""
    known = pmo_path.load_catalogue()
    person: Any = chance.choice((material.facts, material.value))(chance)
    day: Any = chance.choice((*DAYS, material.value(chance)))
    try:
        match chance.randrange(4):
            case 0:
                pmo_path.to_json(pmo_path.advise(known, person, day))
            case 1:
                pmo_path.to_json(pmo_path.explain(known, "p3o-practitioner", person, day))
            case 2:
                pmo_path.to_json(pmo_path.cohort(known, [person, {"role": "PMO analyst"}], day))
            case _:
                pmo_path.next_question(known, person, day, material.value(chance))
    except PmoPathError as error:
        return Outcome(error.exit_code, "internal" if error.code == INTERNAL else "")
    return Outcome(0)


# Each door with its share of all inputs.
DOORS: Mapping[str, tuple[int, Callable[[Random, Path], Outcome]]] = {
    "profile": (6, profile),
    "options": (5, options),
    "csv": (2, csv_table),
    "jsonl": (2, json_lines),
    "catalogue": (2, catalogue),
    "interview": (1, interview),
    "saved": (1, saved),
    "library": (2, library),
}
