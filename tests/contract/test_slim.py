"""The slim form: small, a part of the whole, and joined with the full list of the catalogue."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from random import Random
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
from pmo_path.answers.cautions import HARMFUL
from pmo_path.contract.advice import Advice
from pmo_path.contract.slim import IN_THE_LIST, UNLISTED, WORDLESS, slim
from pmo_path.core.documents import Document, read_yaml
from pmo_path.core.json_text import json_data, json_line
from pmo_path.core.scalars import parse_day
from pmo_path.profile.parse import read_profile

KB = 1024
TODAY = "2026-11-22"
TITLES = (
    *("PMO analyst", "senior PMO analyst", "portfolio analyst", "PMO manager", "PMO lead"),
    *("PMO officer", "project support officer", "PMO coordinator", "project administrator"),
    *("Head of PMO", "PMO director", "project manager"),
)
AWARDS = ["PRINCE2 Practitioner@2023-05-05", "p3o-practitioner@2022-01-01"]
HELD = ([], ["pmp"], ["prince2-foundation"], ["p3o-foundation@2024-03-01"], AWARDS)
NAMED: tuple[dict[str, Any], ...] = (
    {"role": "PMO lead"},
    {"role": "project support officer", "years_in_pmo": 4},
    {"role": "PMO coordinator", "years_in_pmo": 3},
    {"role": "PMO manager", "years_in_pmo": 6, "holds": AWARDS},
)


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


def line_of(facts: Any, day: str = TODAY) -> tuple[Advice, dict[str, Any]]:
    """Return the advice to somebody, and its slim form as a line of a batch."""
    person = read_profile(Document("the person", facts, {}), shipped().names)
    advice = advise(shipped(), person, parse_day(day))
    return advice, {"line": 100_000, "id": "a-1234567", "ok": True, "advice": slim(advice)}


def ordinary(count: int) -> Iterator[dict[str, Any]]:
    """Yield people as a mentor meets them: titles with one reading or several, with and without
    awards, goals and limits; always the same.
    """
    some = Random(17)
    chances: dict[str, tuple[float, tuple[Any, ...]]] = {
        "role": (1, TITLES),
        "years_in_pmo": (0.8, (0, 1, 2, 3, 4, 6, 8, 12, 15)),
        "years_in_projects": (0.5, (1, 3, 5, 10, 15)),
        "goals": (0.6, (["basics"], ["frameworks"], ["service-design", "next-level"])),
        "holds": (0.7, HELD),
        "pmo_types": (0.6, (["operational"], ["tactical"], ["portfolio"], ["coe"])),
        "education": (0.4, ("secondary", "bachelor", "postgraduate")),
        "budget": (0.3, ("500 GBP", "2000 GBP")),
        "needed_by": (0.3, ("2027-03-01",)),
        "reads": (0.3, (["en"], ["en", "nl"])),
        "country": (0.3, ("GB", "NL", "US")),
        "target_level": (0.3, ("manager", "director")),
    }
    for _ in range(count):
        yield {
            fact: some.choice(values)
            for fact, (chance, values) in chances.items()
            if some.random() < chance
        }


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_line_of_an_example_is_under_8_kb(example: Any) -> None:
    assert size(line_of(read_yaml(example.read_text("utf-8"), example.name).data)[1]) < 6 * KB


@pytest.mark.parametrize("facts", NAMED, ids=lambda facts: facts["role"])
def test_a_line_of_who_has_several_readings_is_under_8_kb(facts: dict[str, Any]) -> None:
    assert size(line_of(facts)[1]) < 8 * KB


def test_a_line_of_ordinary_people_is_under_8_kb() -> None:
    sizes = sorted(size(line_of(facts)[1]) for facts in ordinary(200))
    assert sizes[len(sizes) // 2] < 6 * KB
    assert sizes[len(sizes) * 9 // 10] < 8000
    assert sum(bytes_ < 8 * KB for bytes_ in sizes) > 0.95 * len(sizes)


def test_a_line_of_most_personas_is_under_8_kb() -> None:
    files = sorted(set(CASES.glob("*.yaml")) - set(CASES.glob("titles*.yaml")))
    cases = [case for file in files for case in read_yaml(file.read_text("utf-8"), file.name).data]
    sizes = [size(line_of(case["profile"], case["on"])[1]) for case in cases[::15]]
    assert len(sizes) > 20
    assert median(sizes) < 6 * KB
    assert sum(bytes_ < 8 * KB for bytes_ in sizes) > 0.9 * len(sizes)


def told_elsewhere(advice: Advice, less: dict[str, Any]) -> None:
    """Check that what the slim form leaves out stands in it elsewhere, or in the full list."""
    whole = json_data(advice)
    listed = {one["certification"] for one in less["considered"]}
    steps = [(route, step) for route in less["routes"] for step in route["steps"]]
    first = {route["steps"][0]["certification"]: route["steps"][0] for route in less["routes"]}
    for one in whole["considered"]:
        id = one["certification"]
        if id in listed or one["verdict"] in UNLISTED:
            continue
        ranks = {route["rank"] for route, step in steps if step["certification"] == id}
        rules = {
            reason["rule"]
            for _, step in steps
            if step["certification"] == id
            for reason in step["because"]
        }
        assert one["verdict"] == ("recommended" if 1 in ranks else "alternative")
        assert one["eligibility"] == first[id]["eligibility"]
        assert [gap["requirement"] for gap in one["gaps"]] == [
            gap["requirement"] for gap in first[id]["gaps"]
        ]
        assert {reason["rule"] for reason in one["because"]} <= rules | {"route"}
        assert one["smallest_change"] == []
    for route in whole["routes"]:
        assert sorted(route["tied"]) == sorted(
            one["id"]
            for one in less["routes"]
            if one["rank"] == route["rank"] and one["id"] != route["id"]
        )
    assert whole["next_step"] == next(iter(less["next_steps"]), None)
    full = full_list(whole["as_of"])
    words = {(one["rule"], one["certification"]): one["text"] for one in full["cautions"]}
    for one, slimmed in zip(whole["cautions"], less["cautions"], strict=True):
        if one["rule"] in IN_THE_LIST:
            assert words[one["rule"], one["certification"]] == one["text"]
        assert ("text" in slimmed) == (one["rule"] not in WORDLESS)
    items = {one["id"]: one for one in full["development"]}
    assert [items[one["id"]] for one in less["development"]] == whole["development"]


@pytest.mark.parametrize("person", PEOPLE)
def test_the_slim_form_is_a_part_of_the_whole(person: str) -> None:
    advice = advised(person, shipped())
    whole, less = json_data(advice), valid("advice-slim", json_data(slim(advice)))
    listed = {one["certification"] for one in less["considered"]}
    kept = [one for one in whole["considered"] if one["certification"] in listed]
    assert is_part(less, whole | {"considered": kept})
    told_elsewhere(advice, less)


def test_what_it_leaves_out_of_a_line_stands_elsewhere() -> None:
    for facts in (*NAMED, *ordinary(120)):
        advice, line = line_of(facts)
        told_elsewhere(advice, valid("batch-line-slim", json_data(line))["advice"])


def test_cautions_of_harm_keep_their_words() -> None:
    assert not HARMFUL & {*WORDLESS}


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
