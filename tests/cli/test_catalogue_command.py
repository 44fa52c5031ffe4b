"""`catalogue check` and `schema`."""

from __future__ import annotations

import os
from pathlib import Path

import jsonschema
import pytest
from paths import CATALOGUES, EXAMPLES, SMALL
from printed_schemas import schema, valid
from program import call, run, small_catalogue

from pmo_path.contract.json_schema import KINDS
from pmo_path.model.catalogue import Catalogue

DAY = ("--as-of", "2026-11-21")
QUICK = ("--catalogue", str(SMALL), *DAY)


def test_a_clean_catalogue_exits_0(catalogue: Catalogue) -> None:
    done = call("catalogue", "check", "--as-of", catalogue.version)
    assert (done.code, done.err) == (0, "")
    assert done.out
    told = valid(call("catalogue", "check", SMALL, "--json", *DAY).out, "problems")
    assert (told["clean"], told["problems"]) == (True, [])


def test_a_broken_catalogue_exits_1_with_every_problem(tmp_path: Path) -> None:
    target = small_catalogue(tmp_path / "catalogue", CATALOGUES / "broken")
    done = run("catalogue", "check", target, cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    as_json = run("catalogue", "check", target, "--json", cwd=tmp_path)
    assert (as_json.code, as_json.err) == (1, "")
    told = valid(as_json.out, "problems")
    assert told["clean"] is False
    assert len(told["problems"]) == 5
    flat = " ".join(done.out.split())
    for one in told["problems"]:
        assert f"{one['file']}:{one['line']}:{one['column']}" in flat
        assert one["code"] in flat


def test_a_catalogue_that_is_not_there_exits_3(tmp_path: Path) -> None:
    done = call("catalogue", "check", tmp_path / "nowhere", "--json")
    assert (done.code, done.out) == (3, "")
    assert valid(done.err, "error")["exit_code"] == 3


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_valid_schema(kind: str) -> None:
    told = schema(kind)
    jsonschema.Draft202012Validator.check_schema(told)
    assert told["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_schema_refuses_what_it_does_not_know(kind: str) -> None:
    assert list(jsonschema.Draft202012Validator(schema(kind)).iter_errors({"surprise": 1}))


def test_an_error_holds_to_its_schema(tmp_path: Path) -> None:
    (tmp_path / "sam.yaml").write_text(
        "role: PMO analyst\nlevel: wizard\nyears_in_pmo: many\n", encoding="utf-8"
    )
    done = call("advise", "sam.yaml", "--json", *QUICK, cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    told = valid(done.err, "error")
    assert told["exit_code"] == 3
    assert [(one["code"], one["line"], one["pointer"]) for one in told["errors"]] == [
        ("unknown-key", 2, "/level"),
        ("not-a-number", 3, "/years_in_pmo"),
    ]


def test_the_examples_are_valid() -> None:
    examples = sorted(EXAMPLES.glob("*.yaml"))
    assert examples
    for example in examples:
        done = call("advise", os.fspath(example), "--json", *DAY)
        assert (done.code, done.err) == (0, "")
