"""The shipped knowledge: it is complete, grounded, and true to what happened on the days that count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from shipped_data import FILES, data, mappings, text

from pmo_path.catalogue.link import certification_names, role_names, type_names
from pmo_path.catalogue.load import data_directory
from pmo_path.core.scalars import parse_day
from pmo_path.core.text import plain_name
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import sources_of
from pmo_path.model.on_day import Day, on_day
from pmo_path.profile.vocabulary import exact_key

# An id is never reused or renamed. Add to this list; take nothing away.
IDS = """
    aipmo-sc-ipmo aipmo-tt-ipmo hop-administrators hop-analysts hop-directors hop-managers ipma-pmo ipmo-e
    ipmo-f ipmo-p mop-foundation mop-practitioner p3o-foundation p3o-practitioner pmi-pmocp pmo-cc pmo-cp
    pmofficer pmogi-ca-pmo pmogi-cb-pmo pmp ppso-advanced ppso-essentials praxis-framework prince2-foundation
    prince2-practitioner projekti-instituutti-pmo-manager safe-lpm svpc-pmo wellingtone-pmo-leader
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


def on(catalogue: Catalogue, day: str) -> Day:
    return on_day(catalogue, parse_day(day))


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


# --- what happened --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "certification", "status"),
    [
        ("2018-07-01", "ppso-essentials", "current"),
        ("2018-07-01", "ppso-advanced", "current"),
        ("2018-07-01", "p3o-foundation", "current"),
        ("2018-07-01", "p3o-practitioner", "current"),
        ("2018-07-01", "ipmo-f", "current"),
        ("2018-07-01", "ipmo-p", "current"),
        ("2018-07-01", "ipmo-e", "current"),
        ("2018-07-01", "hop-administrators", "not_launched"),
        ("2021-01-31", "ppso-essentials", "current"),
        ("2021-02-01", "ppso-essentials", "unknown"),
        ("2021-04-30", "ppso-essentials", "unknown"),
        ("2021-05-01", "ppso-essentials", "withdrawn"),
        ("2021-01-31", "ppso-advanced", "current"),
        ("2021-02-01", "ppso-advanced", "unknown"),
        ("2023-01-24", "ppso-advanced", "unknown"),
        ("2023-01-25", "ppso-advanced", "withdrawn"),
        ("2021-01-31", "hop-administrators", "not_launched"),
        ("2021-02-01", "hop-administrators", "announced"),
        ("2021-04-30", "hop-administrators", "announced"),
        ("2021-05-01", "hop-administrators", "current"),
        ("2021-08-31", "hop-analysts", "announced"),
        ("2021-09-01", "hop-analysts", "current"),
        ("2023-01-24", "hop-managers", "unknown"),
        ("2023-01-25", "hop-managers", "current"),
        ("2023-01-24", "hop-directors", "unknown"),
        ("2023-01-25", "hop-directors", "current"),
        ("2025-02-03", "pmi-pmocp", "not_launched"),
        ("2025-02-04", "pmi-pmocp", "current"),
        ("2025-02-03", "pmo-cp", "current"),
        ("2025-02-04", "pmo-cp", "withdrawn"),
        ("2026-11-21", "pmo-cc", "suspended"),
        ("2026-11-21", "ipmo-f", "unconfirmed"),
        ("2026-11-21", "ipmo-p", "unconfirmed"),
        ("2026-11-21", "ipmo-e", "unconfirmed"),
        ("2026-11-21", "p3o-foundation", "current"),
    ],
)
def test_status_on_a_day(day: str, certification: str, status: str, catalogue: Catalogue) -> None:
    assert on(catalogue, day).status[certification] == status


@pytest.mark.parametrize(
    ("day", "certification", "planned"),
    [
        ("2021-05-01", "hop-administrators", True),
        ("2021-09-01", "hop-analysts", True),
        ("2023-01-25", "hop-administrators", False),
        ("2023-01-25", "hop-analysts", False),
        ("2023-01-25", "hop-managers", False),
        ("2023-01-25", "hop-directors", False),
    ],
)
def test_a_planned_start_is_called_planned(
    day: str, certification: str, planned: bool, catalogue: Catalogue
) -> None:
    period = on(catalogue, day).period(certification)
    assert period
    assert period.planned is planned


@pytest.mark.parametrize(
    ("certification", "successor"),
    [
        ("ppso-essentials", "hop-administrators"),
        ("ppso-advanced", "hop-managers"),
        ("pmo-cp", "pmi-pmocp"),
    ],
)
def test_what_ended_leads_to_what_replaced_it(
    certification: str, successor: str, catalogue: Catalogue
) -> None:
    today = on(catalogue, "2026-11-21")
    assert today.successor(certification) == successor
    assert today.offered(successor)


@pytest.mark.parametrize(
    ("day", "certification", "owner"),
    [
        *[("2018-07-01", one, "bcs") for one in ("ppso-essentials", "ppso-advanced")],
        *[("2018-07-01", one, "axelos") for one in ("p3o-foundation", "p3o-practitioner")],
        *[("2018-07-01", one, "aipmo") for one in ("ipmo-f", "ipmo-p", "ipmo-e")],
        ("2021-01-31", "ppso-essentials", "bcs"),
        ("2021-02-01", "ppso-essentials", "house-of-pmo"),
        ("2026-11-21", "p3o-foundation", "peoplecert"),
        ("2026-11-21", "hop-administrators", "house-of-pmo"),
        ("2026-11-21", "pmi-pmocp", "pmi"),
    ],
)
def test_owner_on_a_day(day: str, certification: str, owner: str, catalogue: Catalogue) -> None:
    assert on(catalogue, day).owner(certification).id == owner


@pytest.mark.parametrize("certification", ["p3o-foundation", "p3o-practitioner"])
def test_p3o_is_called_prince2_since_march_2026(certification: str, catalogue: Catalogue) -> None:
    before, after = (on(catalogue, day).name(certification) for day in ("2026-03-23", "2026-03-24"))
    assert "P3O" in before
    assert "PRINCE2" not in before
    assert "PRINCE2" in after


@pytest.mark.parametrize(
    ("day", "family", "words"),
    [
        ("2018-07-01", "ppso", ["BCS PPSO"]),
        ("2018-07-01", "p3o", ["AXELOS P3O"]),
        ("2018-07-01", "ipmo", ["AIPMO", "IPMO"]),
        ("2026-11-21", "ppso", ["House of PMO", "BCS PPSO"]),
        ("2026-11-21", "p3o", ["PeopleCert", "P3O", "PRINCE2", "AXELOS"]),
        ("2026-11-21", "ipmo", ["AIPMO", "IPMO"]),
    ],
)
def test_a_family_is_recognised_by_its_name(
    day: str, family: str, words: list[str], catalogue: Catalogue
) -> None:
    title = on(catalogue, day).family_title(catalogue.families[family])
    assert [word for word in words if word not in title] == []


def test_a_family_does_not_bear_a_name_before_its_time(catalogue: Catalogue) -> None:
    then = on(catalogue, "2018-07-01")
    titles = " ".join(then.family_title(family) for family in catalogue.families.values())
    assert "House of PMO" not in titles
    assert "PeopleCert" not in titles


@pytest.mark.parametrize(
    ("certification", "needed"),
    [
        ("p3o-practitioner", "p3o-foundation"),
        ("ppso-advanced", "ppso-essentials"),
    ],
)
def test_holding_a_certification_proves_its_prerequisite(
    certification: str, needed: str, catalogue: Catalogue
) -> None:
    assert needed in catalogue.implies[certification]


def test_the_catalogue_lies_where_it_can_be_read() -> None:
    assert {path.stem for path in Path(data_directory()).glob("*.yaml")} == set(FILES)
