"""Plain data to a profile: what is read and what is refused."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from program import validator
from readings import codes, problems, read
from strategies import shipped

from pmo_path.core.documents import Document, read_document
from pmo_path.core.errors import BadValueError, PmoPathError
from pmo_path.core.scalars import Range, When, number_text
from pmo_path.interview.presentation import Question
from pmo_path.interview.reply_parser import reply_event
from pmo_path.profile.dump import profile_text
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.parse import read_options, read_profile
from pmo_path.profile.parse_values import MAX_TEXT
from pmo_path.profile.profile import Held, OtherCertificate, Profile, award_date
from pmo_path.profile.readers.cells import row_document

# --- what is refused -----------------------------------------------------------------


@pytest.mark.parametrize("data", [None, [], ["role"], "role: analyst", 3, True])
def test_a_profile_is_a_mapping(data: Any) -> None:
    assert codes(data) == ["not-a-profile"]


def test_an_empty_profile_says_nothing() -> None:
    assert read({}) == Profile()
    assert read(dict.fromkeys(BY_KEY)) == Profile()


@pytest.mark.parametrize("blank", ["", "null", "~"])
def test_a_fact_left_blank_is_not_said_in_every_form(blank: str) -> None:
    written = "\n".join(f"{key}: {blank}" for key in BY_KEY)
    assert read_profile(read_document(written.encode(), "me.yaml"), shipped().names) == Profile()
    row = row_document("team.csv", list(BY_KEY), [""] * len(BY_KEY), {}, len(BY_KEY))
    assert read(row.data) == read(dict.fromkeys(BY_KEY)) == Profile()


def test_a_title_that_reads_null_is_one_where_it_is_quoted() -> None:
    for title in ("null", "~"):
        profile = Profile(role=title)
        for file in ("me.yaml", "me.json"):
            assert (
                read_profile(
                    read_document(profile_text(profile, file).encode(), file), shipped().names
                )
                == profile
            )


@pytest.mark.parametrize(
    ("key", "meant"), [("rol", "role"), ("experience-level", "experience_level"), ("hold", "holds")]
)
def test_an_unknown_key_is_refused_with_what_was_meant(key: str, meant: str) -> None:
    (problem,) = problems({key: "x"})
    assert problem.code == "unknown-key"
    assert problem.pointer == f"/{key}"
    assert meant in (problem.hint or "").replace("?", "").split()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"name": 3}, "not-a-text"),
        ({"role": ["analyst"]}, "not-a-text"),
        ({"name": ""}, "empty"),
        ({"role": "  "}, "empty"),
        ({"name": "\ud800"}, "not-utf-8"),
        ({"role": "x" * (MAX_TEXT + 1)}, "too-large"),
        ({"experience_level": "guru"}, "unknown-value"),
        ({"experience_level": ["analyst"]}, "not-a-choice"),
        ({"goals": ["fame"]}, "unknown-value"),
        ({"goals": [["basics"]]}, "not-a-choice"),
        ({"goals": {"basics": True}}, "not-a-choice"),
        ({"education": "doctorate"}, "unknown-value"),
        ({"reads": ["klingon"]}, "unknown-value"),
        ({"country": "Ruritania"}, "unknown-value"),
        ({"country": False}, "not-a-choice"),
        ({"experience_level": "-2"}, "unknown-value"),
        ({"experience_level": "(4)"}, "unknown-value"),
        ({"target_level": "2-"}, "unknown-value"),
        ({"experience_level": 5}, "not-a-choice"),
        ({"experience_level": 2.5}, "not-a-choice"),
        ({"years_in_pmo": "many"}, "not-a-number"),
        ({"years_in_pmo": True}, "not-a-number"),
        ({"years_in_pmo": [2, 4]}, "not-a-number"),
        ({"years_in_pmo": float("nan")}, "not-a-number"),
        pytest.param({"years_in_pmo": 10**400}, "not-a-number", id="401 digits"),
        ({"pmos_managed": 1.5}, "not-a-number"),
        ({"pmos_managed": "1-2.5"}, "not-a-number"),
        ({"pmos_managed": 1e-9}, "not-a-number"),
        ({"people_led": 0.9999999999}, "not-a-number"),
        ({"people_led": "1-1.9999999999"}, "not-a-number"),
        ({"id": 1.5}, "not-a-text"),
        ({"id": 1e300}, "too-large"),
        ({"hours_per_week": 0}, "not-a-number"),
        ({"hours_per_week": "0-4"}, "not-a-number"),
        ({"budget": 1500}, "bad-money"),
        ({"budget": "1500"}, "bad-money"),
        ({"needed_by": "soon"}, "bad-date"),
        ({"needed_by": "2026-02-30"}, "bad-date"),
        ({"holds": "magician"}, "unknown-value"),
        ({"holds": 3}, "not-a-certification"),
        ({"holds": [None]}, "not-a-certification"),
        ({"holds": {"certification": "pmp", "on": "2024-01-01"}}, "not-a-certification"),
        ({"holds": {"awarded_on": "2024-01-01"}}, "not-a-certification"),
        ({"holds": ["none", "pmp"]}, "not-a-certification"),
        ({"holds": ["none"]}, "not-a-certification"),
        ({"holds": "none@2024-01-01"}, "not-a-certification"),
        ({"holds": "pmp@"}, "bad-date"),
        ({"holds": "pmp@2024-5"}, "bad-date"),
        ({"holds": "pmp@2024-01-01@2025-01-01"}, "bad-date"),
        ({"holds": {"certification": "pmp", "awarded_on": ""}}, "bad-date"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(data: dict[str, Any], code: str) -> None:
    assert codes(data) == [code]


NUMBERS = [row for row in FACTS if row.kind == "number"]


@pytest.mark.parametrize("row", NUMBERS, ids=lambda row: row.key)
def test_a_number_has_the_same_bounds_from_every_door(row: Row) -> None:
    assert 0 <= row.least < row.most
    most, least = number_text(row.most), number_text(row.least)
    over = number_text(row.most + 1)
    wrong: list[Any] = [
        over,
        f"{most}-{over}",
        row.most + 1,
        float(row.most + 1),
        1e300,
        10**400,
        float("inf"),
        -1,
    ]
    wrong += [1e-308, 1e-300, 1e-7, 0, "0", f"0-{most}"] if row.least else []
    for value in wrong:
        assert codes({row.key: value}) == ["not-a-number"]
        assert not validator("profile").is_valid({row.key: value}) or isinstance(value, str)
    said = problems({row.key: over})[0]
    assert most in said.detail
    for value in (row.most, most, row.least, least, f"{least}-{most}"):
        document = Document("profile", {row.key: value}, {})
        written = f"{row.key}: {value}\n".encode()
        found = read_profile(document, shipped().names)
        assert found == read_profile(read_document(written, "me.yaml"), shipped().names)
        cell = row_document("team.csv", [row.key], [str(value)], {}, 1)
        assert found == read(cell.data) == options({row.key: str(value)})
        assert found == Profile(
            **{row.key: reply_event(asked(row), shipped().names, str(value)).value}
        )  # type: ignore[union-attr]
        assert validator("profile").is_valid({row.key: value})
    for door in (
        lambda: options({row.key: over}),
        lambda: reply_event(asked(row), shipped().names, over),
    ):
        with pytest.raises(BadValueError, match=most):
            door()


def asked(row: Row) -> Question:
    return Question(row=row, text="", why="", choices={}, progress="")


def test_every_problem_is_told_at_once_with_its_place() -> None:
    text = b"role: ''\nyears_in_pmo: many\nshoe_size: 42\ncountry: Ruritania\n"
    with pytest.raises(PmoPathError) as refused:
        read_profile(read_document(text, "me.yaml"), shipped().names.with_strict(True))
    found = [(one.code, one.file, one.line, one.pointer) for one in refused.value.problems]
    assert found == [
        ("empty", "me.yaml", 1, "/role"),
        ("not-a-number", "me.yaml", 2, "/years_in_pmo"),
        ("unknown-key", "me.yaml", 3, "/shoe_size"),
        ("unknown-value", "me.yaml", 4, "/country"),
    ]


@pytest.mark.parametrize(
    ("typed", "meant"), [("p3o-foundaton", "p3o-foundation"), ("ipmo-ff", "ipmo-f")]
)
def test_an_unknown_certification_is_refused_with_what_was_meant(typed: str, meant: str) -> None:
    (problem,) = problems({"holds": [typed]})
    assert problem.code == "unknown-value"
    assert meant in (problem.hint or "")


# --- what is held --------------------------------------------------------------------


@pytest.mark.parametrize("nothing", ["none", "None", " NONE ", []])
def test_holding_nothing_is_an_answer(nothing: Any) -> None:
    assert read({"holds": nothing}).holds == ()
    assert read({"holds": None}).holds is None


@pytest.mark.parametrize(
    "item",
    [
        "pmp@2024-01-31",
        "PMP@2024-01-31",
        ["pmp@2024-01-31"],
        {"certification": "pmp", "awarded_on": "2024-01-31"},
        [{"certification": "pmp", "awarded_on": "2024-01-31"}],
    ],
)
def test_an_award_with_its_day(item: Any) -> None:
    assert read({"holds": item}).holds == (Held("pmp", date(2024, 1, 31)),)


@pytest.mark.parametrize(
    "item",
    ["pmp", ["pmp", "PMP"], {"certification": "pmp"}, {"certification": "pmp", "awarded_on": None}],
)
def test_an_award_without_a_day(item: Any) -> None:
    assert read({"holds": item}).holds == (Held("pmp"),)


@pytest.mark.parametrize(
    "items", [["pmp@2020-01-01", "pmp@2024-01-01"], ["pmp@2024-01-01", "pmp@2020-01-01"]]
)
def test_of_two_awards_of_one_certification_the_last_counts(items: list[str]) -> None:
    assert read({"holds": items}).holds == (Held("pmp", date(2024, 1, 1)),)


@pytest.mark.parametrize("items", [["pmp", "pmp@2024-01-01"], ["pmp@2024-01-01", "pmp"]])
def test_of_two_awards_of_one_certification_the_dated_one_counts(items: list[str]) -> None:
    assert read({"holds": items}).holds == (Held("pmp", date(2024, 1, 1)),)


def test_every_certification_is_known_by_its_id_and_aliases() -> None:
    for certification in shipped().certifications.values():
        for spelling in (certification.id, certification.id.upper(), *certification.aliases):
            assert read({"holds": spelling}).holds == (Held(certification.id),)


# --- options -------------------------------------------------------------------------


def options(given: dict[str, Any], base: Profile | None = None) -> Profile:
    return read_options(given, base or Profile(), shipped().names)


def test_an_option_wins_over_the_file() -> None:
    base = read({"role": "PMO analyst", "goals": ["basics"], "holds": ["pmp"], "years_in_pmo": 2})
    laid = options(
        {"role": "PMO manager", "goals": ["frameworks"], "holds": ["none"], "years_in_pmo": None},
        base,
    )
    assert laid == read(
        {"role": "PMO manager", "goals": ["frameworks"], "holds": [], "years_in_pmo": 2}
    )


def test_an_option_that_is_not_given_leaves_the_file_as_it_is() -> None:
    base = read({"role": "PMO analyst", "goals": ["basics"], "holds": []})
    assert options({}, base) == base
    assert options({row.key: None for row in FACTS}, base) == base
    assert options({row.key: [] for row in FACTS}, base) == base


def test_options_are_read_as_a_file_is() -> None:
    assert options({"years_in_pmo": "2-4"}).years_in_pmo == Range(2, 4)
    assert options({"holds": ["pmp@2024-01-31", "ipmo-f"]}).holds == (
        Held("ipmo-f"),
        Held("pmp", date(2024, 1, 31)),
    )


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"experience_level": "guru"}, "unknown-value"),
        ({"years_in_pmo": "-1"}, "not-a-number"),
        ({"holds": ["none", "pmp"]}, "not-a-certification"),
        ({"role": ""}, "empty"),
    ],
)
def test_a_bad_option_is_refused_by_its_name(given: dict[str, Any], code: str) -> None:
    with pytest.raises(BadValueError) as refused:
        options(given)
    assert refused.value.code == code
    (key,) = given
    assert any(option in refused.value.detail for option in BY_KEY[key].options)


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("Netherlands", "NL"),
        ("the netherlands", "NL"),
        ("England", "GB"),
        ("nl", "NL"),
        ("UK", "GB"),
    ],
)
def test_countries_and_languages_are_taken_by_name(country: str, code: str) -> None:
    profile = read({"country": country, "reads": ["Dutch", "English", "nl"]})
    assert (profile.country, profile.reads) == (code, ("en", "nl"))


# --- the date of an award: a day, a month or a year --------------------------------------


@pytest.mark.parametrize("dated", ["2019-05-12", "2019-05", "2019"])
def test_the_date_of_an_award_stays_as_exact_as_it_was_given(dated: str) -> None:
    given = {
        "holds": [f"pmp@{dated}", {"certification": "p3o-foundation", "awarded_on": dated}],
        "holds_other": [{"name": "Order of Tea", "kind": "other", "awarded_on": dated}],
    }
    profile = read(given)
    awards = (*(profile.holds or ()), *(profile.holds_other or ()))
    is_day = dated == "2019-05-12"
    assert {one.awarded_on for one in awards} == {date(2019, 5, 12) if is_day else None}
    assert {one.awarded_within for one in awards} == {None if is_day else When(dated)}
    assert {one["awarded_on"] for fact in profile.plain().values() for one in fact} == {dated}
    written = read_document(profile_text(profile, "written").encode(), "profile.yaml")
    assert read_profile(written, shipped().names) == profile


def test_a_year_may_be_a_number() -> None:
    for year in (2019, 2019.0):
        profile = read({"holds": {"certification": "pmp", "awarded_on": year}})
        assert profile.holds == (Held("pmp", awarded_within=When("2019")),)


@pytest.mark.parametrize(
    ("dates", "kept"),
    [
        (("2019", "2019-05", "2019-05-12"), "2019-05-12"),
        (("2019-05", "2019"), "2019-05"),
        (("2019", "2019-05-12", "2019-11"), "2019-11"),
        (("2019-05-12", "2020"), "2020"),
        (("2019-12-31", "2019-05"), "2019-12-31"),
    ],
)
def test_of_several_dates_the_latest_and_most_exact_is_kept(
    dates: tuple[str, ...], kept: str
) -> None:
    for order in permutations(dates):
        for awards in ([f"pmp@{one}" for one in order], [f"Tea@{one}" for one in order]):
            profile = read({"holds": [*awards, awards[0].partition("@")[0]]})
            (award,) = (*(profile.holds or ()), *(profile.holds_other or ()))
            assert award_date(award) == kept


def test_of_two_kinds_of_one_certificate_neither_is_known() -> None:
    for kinds in permutations(("project-management:", "other:", "")):
        profile = read({"holds_other": [f"{kind}CAPM" for kind in kinds]})
        assert profile.holds_other == (OtherCertificate("CAPM"),)
