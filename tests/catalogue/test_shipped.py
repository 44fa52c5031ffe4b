"""The shipped knowledge: it is complete and grounded, and no name means two things."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from shipped_data import FILES, data, mappings, text

from pmo_path.catalogue.spellings import certification_names, role_names, type_names
from pmo_path.core.scalars import parse_day
from pmo_path.core.text import plain_name
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.statements import sources_of
from pmo_path.profile.vocabulary import exact_key

# An id is never reused or renamed. Add to this list; take nothing away.
IDS = """
    aipmo-sc-ipmo aipmo-tt-ipmo hop-administrators hop-analysts hop-directors hop-managers
    ipma-pmo ipmo-e ipmo-f ipmo-p mop-foundation mop-practitioner p3o-foundation
    p3o-practitioner pmi-pmocp pmo-cc pmo-cp pmofficer pmogi-ca-pmo pmogi-cb-pmo pmp
    ppso-advanced ppso-essentials praxis-framework prince2-foundation prince2-practitioner
    projekti-instituutti-pmo-manager safe-lpm svpc-pmo wellingtone-pmo-leader
    wellingtone-pmo-practitioner
""".split()
CORE = {
    "ppso-essentials",
    "ppso-advanced",
    "p3o-foundation",
    "p3o-practitioner",
    "ipmo-f",
    "ipmo-p",
    "ipmo-e",
}


# --- complete and grounded ------------------------------------------------------------


def test_every_certification_ever_shipped_is_there(catalogue: Catalogue) -> None:
    assert set(IDS) <= set(catalogue.certifications)


def test_the_core_certifications_are_the_seven_of_2018(catalogue: Catalogue) -> None:
    assert {one.id for one in catalogue.certifications.values() if one.kind == "core"} == CORE


def test_the_vocabularies_of_the_founding_story_are_complete(catalogue: Catalogue) -> None:
    assert set(catalogue.pmo_types) == {"operational", "tactical", "portfolio", "enterprise", "coe"}
    assert [(one.number, one.id) for one in catalogue.levels.values()] == [
        (1, "entry"),
        (2, "analyst"),
        (3, "manager"),
        (4, "director"),
    ]
    assert {"ppso", "p3o", "ipmo"} <= set(catalogue.families)


@pytest.mark.parametrize("name", FILES)
def test_every_statement_names_known_sources(name: str, catalogue: Catalogue) -> None:
    facts = [one for one in mappings(data(name)) if "confidence" in one or "source" in one]
    assert facts or name == "sources"
    for fact in facts:
        cited = [
            *([fact["source"]] if "source" in fact else []),
            *fact.get("also", []),
            *fact.get("basis", []),
        ]
        assert cited or fact.get("judgement") == "ours", fact
        assert set(cited) <= set(catalogue.sources), fact


@pytest.mark.parametrize("name", ["certifications", "development", "roles"])
def test_every_value_is_a_fact_with_source_and_confidence(name: str) -> None:
    for section, entries in data(name).items():
        for one in mappings(entries):
            if "value" in one and not (section == "routes" and set(one) <= {"value", "from"}):
                assert {"source", "confidence"} <= set(one), one


def test_every_page_to_go_to_is_the_page_of_one_of_its_sources(catalogue: Catalogue) -> None:
    pages = [page for one in catalogue.certifications.values() for page in one.pages]
    assert pages
    for page in pages:
        cited = {catalogue.sources[one].address for one in sources_of(page)}
        assert page.address in cited
        assert page.address.startswith("https://")
        by = {catalogue.sources[one].by for one in sources_of(page)}
        assert by <= {None, "owner", "exam-body"}


def test_no_page_to_go_to_is_of_a_certification_that_ended(catalogue: Catalogue) -> None:
    for one in catalogue.certifications.values():
        if one.status[-1].status in ("withdrawn", "suspended"):
            assert not one.pages, one.id


def test_a_mistaken_name_is_the_name_of_nothing(catalogue: Catalogue) -> None:
    names = [name for one in catalogue.mistaken_names.values() for name in one.names]
    assert names
    for name in names:
        assert catalogue.names.find("certificate", name) is None


def test_what_we_judge_ourselves_is_marked(catalogue: Catalogue) -> None:
    for name in ("certifications", "development", "roles"):
        for one in mappings(data(name)):
            if one.get("source") == "ours" and "value" in one:
                assert one.get("mark") == "ours", one


def test_every_source_was_checked_by_a_person_on_a_day(catalogue: Catalogue) -> None:
    for source in data("sources")["sources"]:
        assert date(2026, 1, 1) <= parse_day(source["verified_on"]), source["id"]


def test_every_rule_has_a_reason_and_both_kinds_of_example(catalogue: Catalogue) -> None:
    assert catalogue.rules
    for rule in catalogue.rules:
        assert rule.because
        assert rule.examples.applies
        assert rule.examples.does_not
        assert (rule.source is None) == (rule.judgement == "ours")


@pytest.mark.parametrize("name", FILES)
def test_every_file_begins_with_a_legend_of_its_keys(name: str) -> None:
    assert text(name).startswith("# ")
    comments = " ".join(line for line in text(name).splitlines() if line.lstrip().startswith("#"))
    legend = set(re.findall(r"[a-z_]+", comments))
    used = {key for one in mappings(without_people(data(name))) for key in one if " " not in key}
    assert sorted(used - legend - COMMON) == []


# Words that say themselves, and keys of a condition, which may be any fact of a profile.
COMMON = frozenset(
    {
        "en",
        "nl",
        "name",
        "value",
        "language",
        "number",
        "titles",
        "label",
        "office",
        "all",
        "any",
        "not",
    }
)


def without_people(value: Any) -> Any:
    """Leave out conditions and examples, whose keys are facts of a profile."""
    if isinstance(value, list):
        return [without_people(item) for item in value]
    if isinstance(value, dict):
        inner = ("facts", "if", "condition")
        return {key: None if key in inner else without_people(item) for key, item in value.items()}
    return value


@pytest.mark.parametrize("name", FILES)
def test_no_file_speaks_of_the_place_it_was_written_in(name: str) -> None:
    assert not re.search(r"(?<![/\w])/[w]ork\b|\b[s]hared/", text(name))


# --- names ----------------------------------------------------------------------------


def claims(pairs: Iterable[tuple[str, str]], form: Any) -> dict[str, set[str]]:
    claimed = defaultdict(set)
    for name, one in pairs:
        claimed[form(name)].add(one)
    return {name: ids for name, ids in claimed.items() if len(ids) > 1}


def test_no_spelling_names_two_certifications(catalogue: Catalogue) -> None:
    pairs = [
        (name, one.id)
        for one in catalogue.certifications.values()
        for name in certification_names(one)
    ]
    assert claims(pairs, exact_key) == {}
    # PMOCP and PMO-CP differ in a hyphen only; each is found as it is written.
    assert claims(pairs, plain_name) == {"pmocp": {"pmi-pmocp", "pmo-cp"}}


def test_no_alias_is_listed_twice(catalogue: Catalogue) -> None:
    for one in catalogue.certifications.values():
        aliases = [exact_key(alias) for alias in one.aliases]
        assert len(aliases) == len(set(aliases)), one.id


def test_no_title_names_two_roles_and_no_alias_two_types(catalogue: Catalogue) -> None:
    assert (
        claims(
            [(name, one.id) for one in catalogue.roles.values() for name in role_names(one)],
            plain_name,
        )
        == {}
    )
    assert (
        claims(
            [(name, one.id) for one in catalogue.pmo_types.values() for name in type_names(one)],
            plain_name,
        )
        == {}
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("PMOCP", "pmi-pmocp"),
        ("pmocp", "pmi-pmocp"),
        ("PMI-PMOCP", "pmi-pmocp"),
        ("pmi pmocp", "pmi-pmocp"),
        ("PMO-CP", "pmo-cp"),
        ("pmo-cp", "pmo-cp"),
        ("BCS PPSO", "ppso-essentials"),
        ("ppso", "ppso-essentials"),
        ("IPMO-F", "ipmo-f"),
        ("P3O Practitioner", "p3o-practitioner"),
    ],
)
def test_a_name_that_people_type_means_one_certification(
    typed: str, meant: str, catalogue: Catalogue
) -> None:
    assert catalogue.names.find("certification", typed) == meant


def test_every_id_names_itself(catalogue: Catalogue) -> None:
    for one in catalogue.certifications:
        assert catalogue.names.find("certification", one) == one
