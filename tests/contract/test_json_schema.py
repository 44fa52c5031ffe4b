"""The schemas that scripts are written against: pinned, complete, and true of what is printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from goldens import WHOLE, golden
from paths import GOLDEN
from program import call, run, valid
from thinning import Thinner

from pmo_path.contract.advice import Eligibility, VerdictWord
from pmo_path.contract.catalogue import StatusWord
from pmo_path.contract.json_schema import DIALECT, KINDS, schema

DAY = ("--as-of", "2026-11-22")
ENUMERATIONS = {
    "status": set(get_args(StatusWord)),
    "verdict": set(get_args(VerdictWord)),
    "eligibility": set(get_args(Eligibility)),
    "action": {"obtain", "renew"},
}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_schema_changes_only_on_purpose(kind: str) -> None:
    told = schema(kind)
    version = "2" if kind in ("cohort", "comparison") else "1"
    assert (told["$schema"], told["$id"]) == (DIALECT, f"urn:pmo-path:schema:{kind}:{version}")
    golden(f"schemas/{kind}.json", thin_schemas()[kind])


@cache
def thin_schemas() -> dict[str, str]:
    """Return the schemas, that of an advice whole; of the others, what no other shows."""
    thinner = Thinner()
    return {
        kind: json.dumps(thinner.schema(schema(kind)), ensure_ascii=False, indent=2) + "\n"
        for kind in ("advice", "error", *sorted(KINDS.keys() - {"advice", "error"}))
    }


def test_every_pinned_schema_is_of_a_kind() -> None:
    assert sorted(path.stem for path in (GOLDEN / "schemas").iterdir()) == sorted(KINDS)


def test_the_contract_has_its_kinds() -> None:
    promised = (
        "profile advice explanation catalogue certification comparison map problems "
        "batch-line error"
    )
    assert set(promised.split()) <= set(KINDS)
    told = re.sub(r"-\s+", "-", call("catalogue", "schema", "--help").out)  # broken at hyphens
    assert [kind for kind in KINDS if kind not in told] == []


def members(node: Any, name: str) -> Iterator[Any]:
    """Yield the schema of every member of that name."""
    if isinstance(node, dict):
        if name in node.get("properties", {}):
            yield node["properties"][name]
        for one in node.values():
            yield from members(one, name)
    elif isinstance(node, list):
        for one in node:
            yield from members(one, name)


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("name", ENUMERATIONS)
def test_the_allowed_values_are_listed(kind: str, name: str) -> None:
    found = list(members(schema(kind), name))
    assert found or kind not in ("advice", "batch-line")
    for one in found:
        if "anyOf" not in one:  # an explanation has a whole verdict, or none
            assert set(one.get("enum", ())) == ENUMERATIONS[name]


@pytest.mark.parametrize("name", [*WHOLE, "cohort"])
def test_every_golden_output_holds_to_its_schema(name: str) -> None:
    data = json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))
    valid(data["kind"], data)


# --- the same errors everywhere -------------------------------------------------------

REPORTING = {
    "advise": ("advise",),
    "batch": ("batch", "-"),
    "check": ("catalogue", "check"),
    "compare": ("catalogue", "compare", "p3o-foundation", "ipmo-f"),
    "explain": ("explain", "p3o-foundation"),
    "list": ("catalogue", "list"),
    "map": ("map",),
    "show": ("catalogue", "show", "p3o-foundation"),
}


@pytest.mark.parametrize("name", REPORTING)
def test_with_json_an_error_is_one_object_on_standard_error(name: str, tmp_path: Path) -> None:
    done = run(*REPORTING[name], "--json", "--catalogue", "nowhere", *DAY, cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert valid("error", json.loads(done.err))["exit_code"] == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("name", REPORTING)
def test_with_json_a_full_disk_is_such_an_error_too(name: str, tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = run(*REPORTING[name], "--json", *DAY, cwd=tmp_path, stdin=b"{}\n", stdout=full)
    assert done.code == 3
    assert valid("error", json.loads(done.err))["code"] == "cannot-write"


@pytest.mark.parametrize("name", ["explain", "map", "advise", "batch"])
def test_with_json_a_profile_that_cannot_be_read_is_such_an_error_too(
    name: str, tmp_path: Path
) -> None:
    command = (*(one for one in REPORTING[name] if one != "-"), "nobody.jsonl")
    done = run(*command, "--json", *DAY, cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    (error,) = valid("error", json.loads(done.err))["errors"]
    assert (error["code"], error["file"]) == ("cannot-read", "nobody.jsonl")
