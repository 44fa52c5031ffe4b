"""The shipped catalogue on the days that count: status, owners and names as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from shipped_data import FILES

from pmo_path.catalogue.load import data_directory
from pmo_path.core.scalars import parse_day
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day, on_day


def on(catalogue: Catalogue, day: str) -> Day:
    return on_day(catalogue, parse_day(day))


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
