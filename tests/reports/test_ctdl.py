"""CTDL: every term is one of the published ones, at its place; every fact has its sources."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import small
from goldens import golden, steady
from program import call
from pyld import jsonld
from written import TODAY

from pmo_path.core.json_text import indented_json
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day, on_day
from pmo_path.reports.ctdl.document import ctdl_document

# Read from what Credential Engine publishes; its own context and classes are not to be had offline.
PUBLISHED = json.loads(Path(__file__).with_name("ctdl_terms.json").read_text(encoding="utf-8"))
DAYS = (date(2018, 7, 1), date(2021, 3, 1), TODAY, date(2035, 1, 1))
ADDRESS = re.compile(r"urn:uuid:[0-9a-f-]{36}|https?://\S+|(costType|credentialStat):\w+")
LINKS = {
    f"ceterms:{term}"
    for term in (
        *("ownedBy", "offeredBy", "subjectWebpage", "availabilityListing", "costDetails"),
        *("framework", "targetNode", "targetCredential", "supersededBy"),
    )
}


def exported(day: Day) -> Any:
    """Return the document of everything as a reader gets it."""
    return json.loads(indented_json(ctdl_document(day, list(day.catalogue.certifications))))


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)


def of_type(document: Any, kind: str) -> list[dict[str, Any]]:
    return [node for node in nodes(document["@graph"]) if node.get("@type") == kind]


def one(document: Any, name: str) -> dict[str, Any]:
    (found,) = [
        node
        for node in of_type(document, "ceterms:Certification")
        if node["ceterms:identifier"][0]["ceterms:identifierValueCode"] == name
    ]
    return found


def is_of(value: Any, kind: str) -> bool:
    """Whether a value is of the published kind."""
    if kind.startswith("list of ceterms:"):
        one_kind = kind.removeprefix("list of ")
        return isinstance(value, list) and all(item["@type"] == one_kind for item in value)
    if kind.startswith("ceterms:"):
        return bool(value["@type"] == kind)
    texts = [str] if kind == "language map" else [list]
    return {
        "text": lambda: isinstance(value, str),
        "number": lambda: isinstance(value, int | float),
        "list of texts": lambda: all(isinstance(item, str) for item in value) and value != "",
        "language map": lambda: [*map(type, value.values())] == texts,
        "language map of lists": lambda: [*map(type, value.values())] == texts,
    }[kind]()


@pytest.mark.parametrize("day", DAYS)
def test_every_term_is_published_for_its_class_with_values_of_its_kind(
    day: date, catalogue: Catalogue
) -> None:
    document = exported(on_day(catalogue, day))
    seen = set()
    for node in nodes(document["@graph"]):
        terms = {key for key in node if key.startswith("ceterms:")}
        if not terms:
            continue
        known = PUBLISHED["classes"][node["@type"]]
        assert terms <= set(known)
        for term in terms:
            assert node[term] not in (None, "", [], {}), "what is not known is left out"
            assert is_of(node[term], known[term]), (term, node[term])
            if term in LINKS:
                links = [node[term]] if isinstance(node[term], str) else node[term]
                assert all(ADDRESS.fullmatch(link) for link in links)
        seen.add(node["@type"])
        scheme, _, concept = node.get("ceterms:targetNode", "").partition(":")
        assert not scheme or concept in PUBLISHED["concepts"][scheme]
    assert seen <= set(PUBLISHED["classes"])


@pytest.mark.parametrize("day", DAYS)
def test_every_profile_and_statement_names_sources_that_are_in_it(
    day: date, catalogue: Catalogue
) -> None:
    document = exported(on_day(catalogue, day))
    sources = {node["@id"]: node for node in of_type(document, "schema:CreativeWork")}
    for kind in ("CostProfile", "ConditionProfile", "DurationProfile"):
        assert all(node["pmo:source"] for node in of_type(document, f"ceterms:{kind}"))
    cited = {name for node in nodes(document["@graph"]) for name in node.get("pmo:source", ())}
    assert cited == set(sources)
    for fact in of_type(document, "pmo:Statement"):
        assert fact["pmo:confidence"] in ("high", "medium", "low")
        assert fact["pmo:verifiedOn"] <= "2026-12-31"
        assert fact["pmo:source"]
    listed = [name for name in catalogue.certifications if on_day(catalogue, day).listed(name)]
    assert len(of_type(document, "ceterms:Certification")) == len(listed)


def test_what_is_withdrawn_suspended_or_not_known_says_so(catalogue: Catalogue) -> None:
    document = exported(on_day(catalogue, TODAY))
    day = on_day(catalogue, TODAY)
    for name, status in day.status.items():
        if not day.listed(name):
            continue
        told = one(document, name).get("ceterms:credentialStatusType", {})
        assert told.get("ceterms:targetNode") == {
            "current": "credentialStat:Active",
            "suspended": "credentialStat:Suspended",
            "withdrawn": "credentialStat:Deprecated",
        }.get(status)
        assert one(document, name)["pmo:status"] == status
    old, new = one(document, "ppso-essentials"), one(document, "hop-administrators")
    assert old["ceterms:supersededBy"] == new["@id"]
    then = exported(on_day(catalogue, date(2018, 7, 1)))
    assert one(then, "ppso-essentials")["@id"] == old["@id"]
    assert "ceterms:supersededBy" not in one(then, "ppso-essentials")


def test_only_a_current_price_is_a_cost(tmp_path: Path, catalogue: Catalogue) -> None:
    exam = {"for": "exam", "currency": "GBP", "vat": "excluded"}
    prices = [
        small.fact("GBP 500", low="500", on="2026-11", **exam),
        small.fact("GBP 450 to 550", low="450", high="550", on="2026-10", **exam),
        small.fact("GBP 400", low="400", on="2020", **exam),
    ]
    own = small.made(tmp_path / "own", small.certification("priced", "entry", price=prices))
    told = one(exported(on_day(own, TODAY)), "priced")
    exact, span = told["ceterms:estimatedCost"]
    assert (exact["ceterms:price"], exact["ceterms:currency"]) == (500, "GBP")
    assert exact["ceterms:directCostType"]["ceterms:targetNode"] == "costType:StandaloneAssessment"
    assert (exact["pmo:observedOn"], exact["pmo:vat"]) == ("2026-11", "excluded")
    assert "ceterms:price" not in span  # CTDL has one amount
    assert (span["pmo:low"], span["pmo:high"]) == (450, 550)
    assert [price["ceterms:price"] for price in told["pmo:seenCost"]] == [400]
    document = exported(on_day(catalogue, TODAY))
    assert any(
        price.get("ceterms:price") == 245
        for price in one(document, "p3o-foundation")["pmo:seenCost"]
    )
    assert "ceterms:estimatedCost" not in one(document, "p3o-foundation")
    for node in of_type(document, "ceterms:CostProfile"):
        assert "ceterms:startDate" not in node  # it was seen that day, and may have begun before


def test_facts_stand_at_their_terms(catalogue: Catalogue) -> None:
    document = exported(on_day(catalogue, TODAY))
    practitioner, foundation = one(document, "p3o-practitioner"), one(document, "p3o-foundation")
    (need,) = practitioner["ceterms:requires"]
    assert need["ceterms:targetCredential"] == [foundation["@id"]]
    assert practitioner["ceterms:renewalFrequency"] == "P36M"
    assert foundation["ceterms:estimatedDuration"][0]["ceterms:exactDuration"] == "P3D"
    assert one(document, "ppso-essentials")["ceterms:estimatedDuration"][0].items() >= {
        ("ceterms:minimumDuration", "P4D"),
        ("ceterms:maximumDuration", "P5D"),
    }
    assert one(document, "ipma-pmo")["ceterms:inLanguage"] == ["nl"]
    assert one(document, "pmi-pmocp")["ceterms:dateEffective"] == "2025-02-04"
    assert "ceterms:dateEffective" not in practitioner  # its day is known to the month


def test_a_processor_of_json_ld_reads_all_of_it_offline(catalogue: Catalogue) -> None:
    document = exported(on_day(catalogue, TODAY))

    def refuse(address: str, options: Any) -> Any:
        raise AssertionError(f"{address} was asked for")

    options = {"documentLoader": refuse}
    expanded = jsonld.expand(document, options)
    keys = {key for node in nodes(expanded) for key in node if not key.startswith("@")}
    assert {key.rpartition("/")[0] for key in keys if "purl" in key} == {
        "https://purl.org/ctdl/terms"
    }
    assert all(key.startswith(("https://", "urn:pmo-path:terms:")) for key in keys)
    said = {key for node in nodes(document["@graph"]) for key in node if ":" in key}
    assert len(said) == len(keys), "no term is dropped"
    quads = jsonld.to_rdf(document, {**options, "format": "application/n-quads"})
    name = '"PMI Project Management Office Certified Professional (PMI-PMOCP)"@en'
    assert f"<https://purl.org/ctdl/terms/name> {name}" in quads


def test_the_export_of_two_is_the_golden_one(catalogue: Catalogue) -> None:
    day = on_day(catalogue, TODAY)
    text = indented_json(ctdl_document(day, ["ppso-essentials", "pmp"]))
    text = text.replace(f'"schema:version": "{catalogue.version}"', '"schema:version": "0"')
    text = re.sub('"pmo:program": "[^"]*"', '"pmo:program": "pmo-path 0"', text)
    golden("ctdl.jsonld", steady(text, catalogue.digest))


def test_the_command_writes_all_or_those_named(tmp_path: Path, catalogue: Catalogue) -> None:
    day = ("--as-of", TODAY.isoformat())
    target = tmp_path / "pmo.jsonld"
    done = call("catalogue", "export", "--format", "ctdl", "-o", target, *day)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert json.loads(target.read_text("utf-8")) == exported(on_day(catalogue, TODAY))
    assert call("catalogue", "export", "-o", target, *day).code == 3  # it exists
    named = call("catalogue", "export", "PMP", "pmp", "BCS PPSO Essentials", *day)
    document = json.loads(named.out)
    assert len(of_type(document, "ceterms:Certification")) == 2
    for args in (("nonsense",), ("--format", "rdf"), ("ppso-essentials", "--as-of", "1999-01-01")):
        refused = call("catalogue", "export", *args)
        assert (refused.code, refused.out) == (2, "")
