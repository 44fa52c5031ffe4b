"""Every member of every schema says what it means, with an example that it allows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple, get_args, get_type_hints

import jsonschema
import pytest
from goldens import PEOPLE
from strategies import shipped
from written import advised

from pmo_path.contract.catalogue import StatusWord
from pmo_path.contract.described import PARTS
from pmo_path.contract.described.codes import VALUES
from pmo_path.contract.described.forms import DAYS, EVENTS, VALUES_OF
from pmo_path.contract.described.shared import ANYWHERE
from pmo_path.contract.json_schema import KINDS, PROFILES, schema
from pmo_path.core.documents import Document
from pmo_path.model.certifications import Event
from pmo_path.profile.facts import FACTS
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.parse import read_profile

NESTED = ("items", "additionalProperties")
ALTERNATIVES = ("anyOf", "oneOf")
ISO = ("reads", "country", "unmatched.reads", "unmatched.country")  # their codes mean what ISO says


class Member(NamedTuple):
    """A member of a part of a schema."""

    place: str
    shape: dict[str, Any]


def members(node: Any, place: str) -> Iterator[Member]:
    """Yield every member below a node, with where it stands."""
    if not isinstance(node, dict):
        return
    for name, shape in node.get("properties", {}).items():
        yield Member(f"{place}.{name}", shape)
        yield from members(shape, f"{place}.{name}")
    for name, part in node.get("$defs", {}).items():
        yield from members(part, name)
    for inner in (node.get(key) for key in NESTED):
        yield from members(inner, place)
    for inner in (one for key in ALTERNATIVES for one in node.get(key, ())):
        yield from members(inner, place)


def enumerations(shape: Any) -> Iterator[dict[str, Any]]:
    """Yield every list of values that a member may have, not those of its own members."""
    if isinstance(shape, dict):
        if len(shape.get("enum", ())) > 1:
            yield shape
        inner = [shape.get("items"), *(one for key in ALTERNATIVES for one in shape.get(key, ()))]
        yield from (found for one in inner for found in enumerations(one))


def told(kind: str) -> dict[str, Any]:
    return schema(kind, shipped().names if kind.startswith("profile") else None)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_member_has_a_description(kind: str) -> None:
    found = list(members(told(kind), kind))
    assert found
    assert [member.place for member in found if not member.shape.get("description")] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_description_is_a_sentence(kind: str) -> None:
    for place, shape in members(told(kind), kind):
        text = shape["description"]
        assert (text[0].isupper(), text[-1]) == (True, "."), place
        assert "None" not in text, place  # JSON has null


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_member_without_members_has_an_example_that_it_allows(kind: str) -> None:
    whole = told(kind)
    for place, shape in members(whole, kind):
        text = json.dumps(shape)
        assert shape.get("examples") or "$ref" in text or '"properties"' in text, place
        allowed = jsonschema.Draft202012Validator({**shape, "$defs": whole.get("$defs", {})})
        for example in shape.get("examples", ()):
            assert [error.message for error in allowed.iter_errors(example)] == [], place


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_value_of_an_enumeration_is_explained(kind: str) -> None:
    for place, shape in members(told(kind), kind):
        of_iso = place.endswith(ISO)
        for listed in enumerations(shape):
            names_ids = "p3o-foundation" in listed["enum"]
            explained = len(listed.get("enumDescriptions", ()))
            assert explained == (0 if of_iso or names_ids else len(listed["enum"])), place


def test_no_description_is_left_over() -> None:
    there: dict[str, set[str]] = {}
    for kind in KINDS:
        root = schema(kind)
        title = {"line": "batch-line"}.get(kind, kind)
        there.setdefault(title, set()).update(root.get("properties", {}))
        for name, part in root.get("$defs", {}).items():
            there.setdefault(name, set()).update(part.get("properties", {}))
    everywhere = {
        place.rpartition(".")[2] for kind in KINDS for place, _ in members(schema(kind), kind)
    }
    assert {*ANYWHERE} - everywhere == set()
    for part, rows in PARTS.items():
        assert {*rows} - there.get(part, everywhere) == set(), part
    assert {key.rpartition(".")[2] for key in VALUES} - everywhere == set()


def test_a_day_has_its_format_and_says_how_it_is_written() -> None:
    for kind in sorted({*KINDS} - {*PROFILES}):
        for place, shape in members(told(kind), kind):
            text = json.dumps(shape)
            if ".profile" not in place and '"properties"' not in text:
                is_day = '"format": "date"' in text
                assert is_day == ("as YYYY-MM-DD" in shape["description"]), (kind, place)


def test_levels_and_facts_are_listed_wherever_they_stand() -> None:
    advice, report = schema("advice")["$defs"], schema("explanation")["$defs"]
    for shape in (
        advice["LevelView"]["properties"]["id"],
        advice["AimView"]["properties"]["id"],
        advice["Snapshot"]["properties"]["career_levels"]["items"],
        schema("map")["$defs"]["MapRow"]["properties"]["level"],
    ):
        assert shape["enum"] == [*LEVELS]
    for shape in (
        advice["MissingFact"]["properties"]["fact"],
        advice["Gap"]["properties"]["facts"]["items"],
        report["RequirementView"]["properties"]["settled_by"]["items"]["items"],
    ):
        assert shape["enum"] == [row.key for row in FACTS]


def test_every_row_of_a_form_is_of_a_text_that_is_there() -> None:
    there = set()
    for kind in KINDS:
        root = schema(kind)
        named = {"plan": "CareerPlan", "profile-import": "ProfileImport"}.get(kind, kind)
        roots = {named: root, **root.get("$defs", {})}
        for name, part in roots.items():
            for member, shape in part.get("properties", {}).items():
                if "string" in json.dumps(shape):
                    there |= {member, f"{name}.{member}"}
    assert {*DAYS, *VALUES_OF} - there == set()


def test_the_events_are_those_that_a_catalogue_may_have() -> None:
    happened = get_args(get_type_hints(Event)["event"])
    periods = [f"status {status}" for status in get_args(StatusWord)]
    assert {*EVENTS} == {*happened, *periods, "name", "owner", "awarded by"}


def test_an_answer_that_decides_is_one_that_a_profile_takes() -> None:
    tried = 0
    for person in PEOPLE:
        for missing in advised(person, shipped()).missing_facts:
            for decides in missing.decides:
                if decides.answer != "none of these":
                    read_profile(Document("", {missing.fact: decides.answer}, {}), shipped().names)
                    tried += 1
    assert tried > 20
