"""Hash the advice to made-up people, so that a change meant to change no answer can show it.

    python verification/same_answers.py before.txt
    python verification/same_answers.py after.txt --against before.txt

The people are those of `benchmarks/populations.py`, each kind on three days, with the shipped
catalogue. Then come catalogues made of the shipped one, each from its seed: rules and entry
requirements are left out, exchanged, or ask for more or less. What speeds up an engine may hold for
the shipped catalogue by chance; there it shows. A file has a line for each person, with a hash of
the advice as JSON, so `diff` compares two. Exits 1 where the lines differ from those of --against.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from populations import Population, alike, different, profiles, team

from pmo_path.answers.advise import advise
from pmo_path.catalogue import build
from pmo_path.catalogue.load import catalogue_from_files, data_directory, read_files
from pmo_path.core.documents import Document, decode, read_yaml
from pmo_path.core.errors import PmoPathError
from pmo_path.core.json_text import json_line
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.parse import read_profile

POPULATIONS: Mapping[str, Population] = {"team": team, "different": different, "alike": alike}
DAYS = (date(2026, 11, 22), date(2024, 3, 1), date(2022, 6, 1))
CATALOGUES, PEOPLE, SHIPPED = 60, 25, 400
MOST_TOLD = 20  # of the lines that differ
NUMBER = re.compile(r"(at least|at most|more than|less than) (\d+)$")
# Conditions that an entry requirement or a rule gets instead of its own.
CONDITIONS: tuple[dict[str, Any], ...] = (
    {"years_in_projects": "at least 2"},
    {"years_in_pmo": "at least 4"},
    {"pmo_education_hours": "at least 20"},
    {"education": "at least bachelor"},
    {"pmos_managed": "at least 1"},
    {"people_led": "at least 3"},
    {"any": [{"years_in_pmo": "at least 2"}, {"education": "at least bachelor"}]},
    {"valid any": ["p3o-foundation"]},
    {"valid any": ["pmp", "ipmo-f"]},
    {"any": [{"years_in_projects": "at least 3"}, {"valid any": ["pmp"]}]},
    {"not": {"years_in_pmo": "at least 9"}},
    {"any": [{"career_level": "at least manager"}, {"years_in_projects": "at least 6"}]},
    {"any": [{"country": "is DE or NL"}, {"years_in_pmo": "at least 1"}]},
)
OF_RULES: tuple[dict[str, Any], ...] = (
    *CONDITIONS[:7],  # what a rule reads of awards is no matter of validity
    {"goals": "includes frameworks"},
    {"all": [{"goals": "includes frameworks"}, {"pmo_types": "includes tactical"}]},
)
Entries = list[dict[str, Any]]
Change = Callable[[Random, Entries, Entries], None]


# --- made catalogues ---------------------------------------------------------------------


def _leave_out(chance: Random, rules: Entries, certifications: Entries) -> None:
    rules.pop(chance.randrange(len(rules)))


def _exchange(chance: Random, entries: Entries, *keys: str) -> None:
    """Exchange members of two entries, as far as both have them."""
    one, other = chance.sample(entries, 2)
    for key in keys:
        if key in one and key in other:
            one[key], other[key] = other[key], one[key]


def _ask_for_another_number(chance: Random, rules: Entries, certifications: Entries) -> None:
    leaf, fact = chance.choice([*_numbers(certifications), *_numbers(rules)])
    words, _, number = leaf[fact].rpartition(" ")
    leaf[fact] = f"{words} {max(1, int(number) + chance.choice((-2, -1, 1, 2, 5)))}"


def _numbers(data: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each comparison of a fact with a number, as the mapping and its key."""
    if isinstance(data, list):
        data = dict(enumerate(data))
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str) and NUMBER.match(value):
                yield data, key
            else:
                yield from _numbers(value)


def _ask_for_another_thing(chance: Random, rules: Entries, certifications: Entries) -> None:
    asking = [entry for entry in certifications if entry["entry"][-1].get("required")]
    required = chance.choice(asking)["entry"][-1]["required"]
    required[0]["condition"] = deepcopy(chance.choice(CONDITIONS))


def _advise_on_another_ground(chance: Random, rules: Entries, certifications: Entries) -> None:
    chance.choice(rules)["if"] = deepcopy(chance.choice(OF_RULES))


def _serve_another_end(chance: Random, rules: Entries, certifications: Entries) -> None:
    chance.choice(rules)["about"] = chance.choice(("goal", "work", "employer", "country"))


CHANGES: tuple[Change, ...] = (
    _leave_out,
    lambda chance, rules, _: _exchange(chance, rules, "prefer", "exclude"),
    lambda chance, rules, _: _exchange(chance, rules, "if"),
    _ask_for_another_number,
    lambda chance, _, certifications: _exchange(
        chance, certifications, "career_levels", "pmo_types"
    ),
    lambda chance, _, certifications: _exchange(chance, certifications, "entry"),
    _ask_for_another_thing,
    _advise_on_another_ground,
    _serve_another_end,
)


def made_catalogue(chance: Random) -> Catalogue:
    """Return a catalogue with up to six changes. Raises PmoPathError where it is not valid."""
    files = read_files(data_directory())
    data = {path: read_yaml(decode(raw, path), path).data for path, raw in files.items()}
    rules, certifications = (
        next(file[name] for path, file in data.items() if path.endswith(f"/{name}.yaml"))
        for name in ("rules", "certifications")
    )
    for _ in range(chance.randint(1, 6)):
        chance.choice(CHANGES)(chance, rules, certifications)
    # The examples of a changed rule may be wrong: they are of the rule as it was.
    with mock.patch.object(build, "failed_examples", return_value=[]):
        return catalogue_from_files(
            {path: json.dumps(file).encode() for path, file in data.items()}
        )


# --- answers -----------------------------------------------------------------------------


def hashed(catalogue: Catalogue, facts: Mapping[str, Any], day: date) -> str:
    """Return a hash of the advice to a person; the kind of fault where the program fails."""
    try:
        profile = read_profile(Document("person", facts, {}), catalogue.names)
        return sha256(json_line(advise(catalogue, profile, day)).encode()).hexdigest()[:16]
    except Exception as error:
        return type(error).__name__


def shipped_lines(count: int) -> Iterator[str]:
    """Yield a line for each person of each population and day, with the shipped catalogue."""
    catalogue = catalogue_from_files(read_files(data_directory()))
    for name, population in POPULATIONS.items():
        for number, facts in enumerate(profiles(count, population)):
            for day in DAYS:
                yield f"shipped {name} {number} {day} {hashed(catalogue, facts, day)}"


def made_lines(seed: int, count: int) -> Iterator[str]:
    """Yield a line for each person with the catalogue of a seed, or one that it is not valid."""
    chance = Random(seed)
    try:
        catalogue = made_catalogue(chance)
    except PmoPathError as error:
        yield f"made {seed} refused {error.problems[0].code}"
        return
    for number in range(count):
        name, day = chance.choice([*POPULATIONS]), chance.choice(DAYS)
        facts = POPULATIONS[name](number, chance)
        yield f"made {seed} {name} {number} {day} {hashed(catalogue, facts, day)}"


def all_lines(catalogues: int, people: int, shipped: int) -> Iterator[str]:
    """Yield the lines of a file."""
    yield from shipped_lines(shipped)
    for seed in range(catalogues):
        yield from made_lines(seed, people)


def difference(lines: Sequence[str], before: Sequence[str]) -> list[str]:
    """Return what became of each line that is another than before, `-` where there is none."""
    pairs = zip_longest(before, lines, fillvalue="-")
    return [f"{old} -> {new}" for old, new in pairs if old != new]


def main() -> int:
    """Write the hashes, and compare them."""
    parser = argparse.ArgumentParser(description="Hash the advice to made-up people.")
    parser.add_argument("file", type=Path, help="where the lines are written")
    parser.add_argument("--against", type=Path, metavar="FILE", help="lines to compare them with")
    text = f"how many made catalogues, from seed 0 on ({CATALOGUES})"
    parser.add_argument("--catalogues", type=int, default=CATALOGUES, help=text)
    text = f"how many people with each of them ({PEOPLE})"
    parser.add_argument("--people", type=int, default=PEOPLE, help=text)
    text = f"how many of each population with the shipped catalogue ({SHIPPED})"
    parser.add_argument("--shipped", type=int, default=SHIPPED, help=text)
    given = parser.parse_args()
    lines = list(all_lines(given.catalogues, given.people, given.shipped))
    given.file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    refused = sum(" refused " in line for line in lines)
    print(f"{len(lines) - refused} answers, {refused} catalogues refused")
    if given.against is None:
        return 0
    others = difference(lines, given.against.read_text("utf-8").splitlines())
    print("\n".join([*others[:MOST_TOLD], f"{len(others)} lines differ"]))
    return 1 if others else 0


if __name__ == "__main__":
    sys.exit(main())
