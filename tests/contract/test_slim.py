"""The slim form: small, a part of the whole, and joined with the full list of the catalogue."""

from __future__ import annotations

import json
from functools import cache
from statistics import median
from typing import Any

import pytest
from batches import BOB, QUICK, json_of
from goldens import PEOPLE
from paths import CASES, EXAMPLES
from program import call, valid
from strategies import shipped
from written import advised

from pmo_path.answers.advise import advise
from pmo_path.answers.browse import listing
from pmo_path.contract.slim import UNLISTED, slim
from pmo_path.core.documents import Document, read_yaml
from pmo_path.core.json_text import json_data, json_line
from pmo_path.core.scalars import parse_day
from pmo_path.profile.parse import read_profile

KB = 1024
TODAY = "2026-11-22"


def size(data: Any) -> int:
    return len(json_line(data).encode())


@cache
def full_list(day: str) -> dict[str, Any]:
    data: dict[str, Any] = json_data(listing(shipped(), parse_day(day), {}, full=True))
    return valid("catalogue", data)


def is_part(less: Any, whole: Any) -> bool:
    """Whether data have the members of other data, each of the same value, and no other."""
    if isinstance(less, dict):
        return less.keys() <= whole.keys() and all(is_part(less[k], whole[k]) for k in less)
    if isinstance(less, list):
        return len(less) == len(whole) and all(map(is_part, less, whole))
    return bool(less == whole)


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_line_of_an_example_is_under_8_kb(example: Any) -> None:
    data = read_yaml(example.read_text("utf-8"), example.name)
    person = read_profile(data, shipped().names)
    line = slim(advise(shipped(), person, parse_day(TODAY)))
    assert size({"line": 100_000, "ok": True, "advice": line}) < 8 * KB


def test_a_line_of_most_personas_is_under_8_kb() -> None:
    files = sorted(set(CASES.glob("*.yaml")) - set(CASES.glob("titles*.yaml")))
    cases = [case for file in files for case in read_yaml(file.read_text("utf-8"), file.name).data]
    sizes = []
    for case in cases[::15]:
        person = read_profile(Document(case["id"], case["profile"], {}), shipped().names)
        sizes.append(size(slim(advise(shipped(), person, parse_day(case["on"])))))
    assert len(sizes) > 20
    assert median(sizes) < 7 * KB
    assert sum(bytes_ < 8 * KB for bytes_ in sizes) > 0.75 * len(sizes)


@pytest.mark.parametrize("person", PEOPLE)
def test_the_slim_form_is_a_part_of_the_whole(person: str) -> None:
    advice = advised(person, shipped())
    whole, less = json_data(advice), valid("advice-slim", json_data(slim(advice)))
    listed = [one for one in whole["considered"] if one["verdict"] not in UNLISTED]
    assert is_part(less, whole | {"considered": listed})
    assert [one["text"] for one in less["cautions"]] == [one["text"] for one in whole["cautions"]]


@pytest.mark.parametrize("person", PEOPLE)
def test_what_it_leaves_out_of_the_catalogue_is_in_the_full_list(person: str) -> None:
    whole = json_data(advised(person, shipped()))
    full = full_list(whole["as_of"])
    certifications = {one["certification"]: one for one in full["certifications"]}
    offers = {one["certification"]: one for one in full["offers"]}
    for one in whole["certifications"]:
        same = certifications[one["certification"]]
        assert one | {"facts": same["facts"]} == same
        assert one["facts"] in ([], same["facts"])
    for one in whole["considered"]:
        about = certifications[one["certification"]]
        assert {name: one[name] for name in ("name", "short", "status")}.items() <= about.items()
        assert offers[one["certification"]]["superseded_by"] == one["superseded_by"]
    for step in (step for route in whole["routes"] for step in route["steps"]):
        offer = offers[step["certification"]]
        assert {name: step.get(name, offer[name]) for name in offer} == offer
        assert len(offer.keys() & step.keys()) == len(offer) - 1  # all but what replaced it
    sources = {one["id"]: one for one in full["sources"]}
    assert [sources.get(one["id"]) for one in whole["sources"]] == whole["sources"]


def test_the_list_is_full_only_where_asked() -> None:
    assert json_data(listing(shipped(), parse_day("2026-11-22"), {}))["offers"] == []
    short = json.loads(call("catalogue", "list", "--json", *QUICK).out)
    full = json.loads(call("catalogue", "list", "--json", "--full", *QUICK).out)
    assert short["sources"] == []
    assert {
        id for one in full["certifications"] for fact in one["facts"] for id in [fact["source"]]
    }
    assert len(full["offers"]) == len(full["certifications"]) == len(short["certifications"])
    assert call("catalogue", "list", "--full", *QUICK).code == 2


def test_commands_write_it() -> None:
    done = call("batch", "-", "--slim", *QUICK, stdin=json_of(BOB, "{"))
    bob, bad = (valid("batch-line-slim", json.loads(line)) for line in done.out.splitlines())
    one = call("advise", "-", "--json", "--slim", *QUICK, stdin=json_of(BOB))
    assert valid("advice-slim", json.loads(one.out)) == bob["advice"]
    assert bad["ok"] is False
    less = call("batch", "-", "--slim", "--select", "next_steps", *QUICK, stdin=json_of(BOB))
    assert json.loads(less.out)["advice"] == {"next_steps": ["example-foundation"]}


@pytest.mark.parametrize(
    "line",
    [
        ("advise", "--slim"),
        ("advise", "--slim", "--json", "--select", "sources"),
        ("batch", "nowhere.csv", "--slim", "--format", "csv"),
        ("batch", "nowhere.csv", "--slim", "--select", "routes.title"),
    ],
)
def test_what_the_slim_form_lacks_is_refused(line: tuple[str, ...]) -> None:
    done = call(*line, *QUICK)
    assert (done.code, done.out) == (2, "")
