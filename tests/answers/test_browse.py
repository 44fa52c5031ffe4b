"""Ways to look at the catalogue: list, show and compare say all that is known, and what is not."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import pytest
from program import answer, call, valid
from shipped_data import ENTRIES, IDS
from strategies import shipped

from pmo_path.answers.browse import certification_view, comparison, listing
from pmo_path.contract.comparison import Aspect
from pmo_path.contract.unknown import Unknown
from pmo_path.core.json_text import json_data
from pmo_path.core.scalars import parse_day
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.reports import text_catalogue

TODAY = date(2026, 11, 22)
DAY = ("--as-of", TODAY.isoformat())


def too_long(text: str, width: int) -> list[str]:
    return [line for line in text.splitlines() if len(line) > width and "://" not in line]


# --- list -----------------------------------------------------------------------------


def listed(*args: str) -> list[str]:
    day = () if "--as-of" in args else DAY
    return [
        one["certification"]
        for one in answer("catalogue", "catalogue", "list", *day, *args)["certifications"]
    ]


def test_without_a_filter_it_lists_every_certification() -> None:
    assert listed() == IDS


@pytest.mark.parametrize(
    ("args", "wanted"),
    [
        (("--level", "entry"), "hop-administrators ppso-essentials"),
        (("--level", "1"), "hop-administrators ppso-essentials"),
        (("--level", "analyst", "--body", "aipmo"), "ipmo-f"),
        (("--body", "aipmo", "--status", "unconfirmed", "--type", "enterprise"), "ipmo-e"),
        (("--status", "suspended"), "pmo-cc"),
        (("--level", "analyst", "--status", "withdrawn"), ""),
        (("--body", "bcs"), ""),
        (("--body", "bcs", "--as-of", "2018-07-01"), "ppso-advanced ppso-essentials"),
        (("--body", "bcs", "--level", "entry", "--as-of", "2018-07-01"), "ppso-essentials"),
    ],
)
def test_filters_keep_what_passes_all_of_them(args: tuple[str, ...], wanted: str) -> None:
    assert listed(*args) == wanted.split()


@pytest.mark.parametrize(
    ("option", "names"),
    [
        ("--body", ("house-of-pmo", "House of PMO", "house of pmo limited")),
        ("--body", ("aipmo", "AIPMO", "Association of International Project Management Officers")),
        ("--type", ("coe", "centre of excellence", "Centre-of-Excellence")),
        ("--type", ("portfolio", "Portfolio")),
        ("--level", ("analyst", "Analyst", "2", "level 2")),
    ],
)
def test_a_filter_takes_an_id_or_a_name(option: str, names: tuple[str, ...]) -> None:
    found = [listed(option, name) for name in names]
    assert found[0]
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize("day", ["2018-07-01", "2021-03-15", "2026-11-22"])
@pytest.mark.parametrize(
    ("name", "key"), [("status", "status"), ("body", "body"), ("level", "career_levels")]
)
def test_filters_part_the_catalogue(name: str, key: str, day: str, catalogue: Catalogue) -> None:
    every = json_data(listing(catalogue, parse_day(day), {}))["certifications"]
    values = {
        value for one in every for value in (one[key] if isinstance(one[key], list) else [one[key]])
    }
    assert len(values) > 2
    for value in values:
        told = valid("catalogue", json_data(listing(catalogue, parse_day(day), {name: value})))
        assert told["filters"] == {name: value}
        assert told["certifications"] == [
            one for one in every if value == one[key] or value in one[key]
        ]


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("--level", "analist"), "analyst"),
        (("--level", "boss"), "manager"),
        (("--type", "tacticle"), "tactical"),
        (("--status", "curent"), "current"),
        (("--body", "Wellington"), "wellingtone"),
        (("--body", ""), "aipmo"),
    ],
)
def test_a_wrong_value_exits_2_with_the_right_ones(args: tuple[str, ...], hint: str) -> None:
    done = call("catalogue", "list", *args)
    assert (done.code, done.out) == (2, "")
    assert args[0] in done.err
    assert "unknown-value" in done.err
    assert hint in done.err


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_list_keeps_the_width_and_names_everything(width: int) -> None:
    done = call("catalogue", "list", *DAY, env={"COLUMNS": str(width)})
    assert (done.code, done.err) == (0, "")
    assert too_long(done.out, width) == []
    lines = done.out.splitlines()
    for one in IDS:
        assert sum(one in line.replace(";", " ").split() for line in lines) == 1


def test_the_list_is_a_table_at_80_columns() -> None:
    rows = [
        line
        for line in call("catalogue", "list", *DAY).out.splitlines()
        if line.split(" ")[0] in IDS
    ]
    assert len(rows) == len(IDS)
    starts = {line.index(on_day(shipped(), TODAY).owner(line.split()[0]).short) for line in rows}
    assert len(starts) == 1


# --- show -----------------------------------------------------------------------------


def facts(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every fact that a part of the data file states."""
    if isinstance(value, dict) and {"value", "source"} <= set(value):
        yield value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from facts(part)


def words(value: Any) -> Iterator[str]:
    """Yield what is not published, at every place where the data file says so."""
    if isinstance(value, dict):
        yield from value.get("not_published", ())
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from words(part)


@pytest.mark.parametrize("certification", IDS)
def test_show_has_every_fact_of_the_data_file(certification: str, catalogue: Catalogue) -> None:
    told = valid("certification", json_data(certification_view(catalogue, certification, TODAY)))
    entry = ENTRIES[certification]
    shown = [*told["facts"], *(fact for each in told["conflicts"] for fact in each["readings"])]
    written = [fact for key, part in entry.items() if key != "history" for fact in facts(part)]
    assert len(shown) == len(written)
    said = Counter((one["source"], one["confidence"], one["note"]) for one in shown)
    assert said == Counter(
        (one["source"], one["confidence"], one.get("note", "")) for one in written
    )
    texts = " ".join(one["text"] for one in shown)
    assert [one["value"] for one in written if one["value"] not in texts] == []
    assert sum(len(one["also"]) for one in shown) == sum(
        len(one.get("also", ())) for one in written
    )


@pytest.mark.parametrize("certification", IDS)
def test_every_shown_fact_has_its_ground(certification: str, catalogue: Catalogue) -> None:
    told = certification_view(catalogue, certification, TODAY)
    listed = {one.id for one in told.sources}
    for fact in (*told.facts, *(reading for each in told.conflicts for reading in each.readings)):
        assert {fact.source, *fact.also} <= listed
        assert fact.confidence in ("high", "medium", "low")
        assert fact.verified_on <= catalogue.version
    for each in told.conflicts:
        assert each.resolution


@pytest.mark.parametrize("certification", IDS)
def test_every_event_of_the_history_is_in_the_timeline(
    certification: str, catalogue: Catalogue
) -> None:
    told = certification_view(catalogue, certification, TODAY)
    shown = Counter((one.on, one.event, one.sources) for one in told.timeline)
    for event in ENTRIES[certification].get("history", ()):
        key = (event.get("on", ""), event["event"], (event["source"], *event.get("also", ())))
        assert shown[key] > 0, key


@pytest.mark.parametrize("certification", IDS)
def test_what_is_not_published_is_said_with_whom_to_ask(
    certification: str, catalogue: Catalogue
) -> None:
    told = certification_view(catalogue, certification, TODAY).certification
    assert set(ENTRIES[certification].get("not_published", ())) <= set(told.not_published)
    assert told.ask


def test_what_is_not_published_of_entry_is_said_too(catalogue: Catalogue) -> None:
    told = {
        one: set(certification_view(catalogue, one, TODAY).certification.not_published)
        for one in IDS
    }
    assert {one: missing for one in IDS if (missing := set(words(ENTRIES[one])) - told[one])} == {}


@pytest.mark.parametrize("width", [40, 80])
def test_show_keeps_the_width(width: int, catalogue: Catalogue) -> None:
    for one in IDS:
        assert (
            too_long(
                text_catalogue.certification_text(certification_view(catalogue, one, TODAY), width),
                width,
            )
            == []
        )


def test_show_names_the_certification_by_alias() -> None:
    told = answer("certification", "catalogue", "show", "BCS PPSO", *DAY)
    assert told["certification"]["certification"] == "ppso-essentials"
    assert "BCS PPSO" in told["aliases"]
    done = call("catalogue", "show", "BCS PPSO", *DAY)
    assert (done.code, done.err) == (0, "")
    for fact in told["facts"]:
        assert fact["source"] in done.out


def test_show_of_nothing_known_exits_2() -> None:
    done = call("catalogue", "show", "PMOXP")
    assert (done.code, done.out) == (2, "")
    assert "unknown-name" in done.err


# --- compare --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "names", [("P3O Practitioner", "IPMO-P"), ("hop-managers", "P3O Practitioner", "PMOCP")]
)
def test_compare_sets_two_or_three_side_by_side(names: tuple[str, ...]) -> None:
    told = answer("comparison", "catalogue", "compare", *names, *DAY)
    assert len(told["certifications"]) == len(names)
    for row in told["rows"]:
        assert len(row["values"]) == len(names)
        known = [value for value in row["values"] if "unknown" not in value]
        assert all(row["values"])
        assert row["same"] == (
            len(known) == len(names) and all(value == known[0] for value in known)
        )
    assert [offer["certification"] for offer in told["offers"]] == [
        certification["certification"] for certification in told["certifications"]
    ]
    about = {row["about"]: row for row in told["rows"]}
    assert {
        "status",
        "owner",
        "career level",
        "PMO type",
        "entry",
        "exam",
        "price",
        "validity",
    } <= set(about)
    done = call("catalogue", "compare", *names, *DAY, env={"COLUMNS": "60"})
    assert (done.code, done.err) == (0, "")
    assert too_long(done.out, 60) == []


def test_what_is_the_same_and_what_differs_is_told(catalogue: Catalogue) -> None:
    rows = {
        row.about: row for row in comparison(catalogue, ["p3o-practitioner", "ipmo-p"], TODAY).rows
    }
    assert rows["career level"].values == (("manager",), ("manager",))
    assert rows["career level"].same
    assert rows["status"].values == (("current",), ("unconfirmed",))
    assert not rows["status"].same


def test_what_is_not_published_is_said_for_one_and_for_all(catalogue: Catalogue) -> None:
    view = comparison(catalogue, ["hop-managers", "ipmo-p"], TODAY)
    rows = {row.about: row for row in view.rows}
    assert rows["entry"].values[0]
    assert rows["entry"].values[1] == Unknown(ask=view.certifications[1].ask)
    assert all(isinstance(value, Unknown) for value in rows["price"].values)
    assert not rows["price"].same  # nobody knows
    headings = [
        line
        for line in text_catalogue.comparison_text(view, 80).splitlines()
        if line and line == line.upper()
    ]
    price = next(line for line in headings if line.startswith("PRICE"))
    entry = next(line for line in headings if line.startswith("ENTRY"))
    assert price.partition(" ")[2] != entry.partition(" ")[2]
    bullets = (
        text_catalogue.comparison_text(view, 200)
        .split("\nENTRY")[1]
        .split("\n\n")[0]
        .splitlines()[1:]
    )
    assert len(bullets) == 2
    assert all(line.partition(": ")[2] for line in bullets)


def test_the_order_of_a_list_makes_no_difference(catalogue: Catalogue) -> None:
    for pair in itertools.combinations(IDS, 2):
        for row in comparison(catalogue, pair, TODAY).rows:
            known = [sorted(value) for value in row.values if not isinstance(value, Unknown)]
            assert row.same == (len(known) == 2 and known[0] == known[1]), (pair, row.about)


def test_every_aspect_has_a_code_that_stays_and_its_facts(catalogue: Catalogue) -> None:
    told = set()
    for certification in catalogue.certifications.values():
        view = comparison(catalogue, [certification.id, "pmp"], TODAY)
        assert [row.id for row in view.rows] == [*get_args(Aspect)]
        told |= {row.id for row in view.rows if not isinstance(row.values[0], Unknown)}
        training = next(row for row in view.rows if row.id == "training")
        if isinstance(training.values[0], Unknown):
            assert isinstance(view.offers[0].training_days, Unknown)
    assert told == {*get_args(Aspect)}


@pytest.mark.parametrize("width", [40, 60])
def test_compare_keeps_the_width(width: int) -> None:
    names = ("pmp", "prince2-practitioner")
    done = call("catalogue", "compare", *names, *DAY, env={"COLUMNS": str(width)})
    assert too_long(done.out, width) == []


def test_compare_holds_to_the_day() -> None:
    told = answer(
        "comparison",
        "catalogue",
        "compare",
        "ppso-essentials",
        "p3o-foundation",
        "--as-of",
        "2018-07-01",
    )
    rows = {row["about"]: row for row in told["rows"]}
    assert rows["status"]["same"]
    assert rows["owner"]["values"] == [
        [one] for one in owners("2018-07-01", "ppso-essentials", "p3o-foundation")
    ]
    assert owners("2018-07-01", "ppso-essentials") != owners("2026-11-22", "ppso-essentials")


def owners(day: str, *certifications: str) -> list[str]:
    return [on_day(shipped(), parse_day(day)).owner(one).name for one in certifications]


@pytest.mark.parametrize(
    "names",
    [
        (),
        ("ipmo-p",),
        ("ipmo-p", "ipmo-e", "ipmo-f", "pmp"),
        ("ipmo-p", "ipmo-p"),
        ("ipmo-e", "IPMO Expert"),
        ("ipmo-p", "PMOXP"),
    ],
)
def test_compare_takes_two_or_three_different_ones(names: tuple[str, ...]) -> None:
    done = call("catalogue", "compare", *names)
    assert (done.code, done.out) == (2, "")
    assert done.err
