"""How long an award lasts, on the edges of the calendar, and what renews it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pmo_path.answers.advise import advise
from pmo_path.engine.award_validity import (
    Holding,
    holdings,
    lapses_soon,
    proved_certifications,
)
from pmo_path.engine.due_days import add_months, due_day
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Validity
from pmo_path.profile.profile import Held, Profile


def rule(months: int = 36, suite: str | None = None, **more: Any) -> Validity:
    return Validity(
        value="three years", source="ours", confidence="high", months=months, suite=suite, **more
    )


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 10, 31), 13, date(2024, 11, 30)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2023, 12, 1), 1, date(2024, 1, 1)),
        (date(2023, 11, 30), 1, date(2023, 12, 30)),
        (date(2023, 6, 15), 0, date(2023, 6, 15)),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 120))
def test_months_later_is_that_month_and_never_a_later_day_of_it(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or add_months(later, 0).replace(day=1) != day.replace(day=1)


@pytest.mark.parametrize(
    ("day", "soon"),
    [
        (date(2026, 9, 15), False),
        (date(2026, 9, 16), True),
        (date(2026, 12, 15), True),
        (date(2026, 12, 16), False),
    ],
)
def test_an_award_lapses_soon_in_its_last_ninety_days(day: date, soon: bool) -> None:
    assert lapses_soon(date(2026, 12, 15), day) is soon


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(9997, 1, 1), date(9999, 12, 1)])
def test_the_calendar_ends_without_a_crash(day: date) -> None:
    assert due_day(rule(36), day) >= day


@pytest.mark.parametrize("as_of", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("awarded", [None, date(1, 1, 1), date(9999, 1, 1), date(9999, 12, 31)])
def test_any_day_of_the_calendar_gets_an_advice(
    catalogue: Catalogue, as_of: date, awarded: date | None
) -> None:
    held = tuple(Held(one, awarded) for one in catalogue.certifications)
    advice = advise(catalogue, Profile(experience_level="analyst", holds=held), as_of)
    assert advice.as_of == as_of.isoformat()


def test_an_early_award_is_due_on_one_day() -> None:
    early = rule(36, early_until=date(2020, 6, 30), early_due=date(2023, 7, 1))
    assert due_day(early, date(2012, 5, 1)) == date(2023, 7, 1)
    assert due_day(early, date(2020, 6, 29)) == date(2023, 7, 1)
    assert due_day(early, date(2020, 6, 30)) == date(2023, 6, 30)
    assert due_day(early, date(2024, 1, 1)) == date(2027, 1, 1)


# --- a suite, in which a pass of one renews the others -------------------------------

A, B, C = "ipmo-f", "ipmo-p", "ipmo-e"


def with_rules(catalogue: Catalogue, rules: dict[str, tuple[Validity, ...]]) -> Catalogue:
    """Return the catalogue with other rules of validity."""
    changed = {
        one: replace(catalogue.certifications[one], validity=validity)
        for one, validity in rules.items()
    }
    return replace(catalogue, certifications={**catalogue.certifications, **changed})


def state(
    catalogue: Catalogue, awards: dict[str, date | None], day: date, first: str = A
) -> Holding:
    suite = with_rules(catalogue, dict.fromkeys((A, B, C), (rule(36, "suite"),)))
    held = tuple(Held(one, awarded) for one, awarded in awards.items())
    return holdings(suite, Profile(holds=held), day)[first]


@pytest.mark.parametrize(
    ("day", "expected", "counts"),
    [
        (date(2020, 5, 10), "valid", True),
        (date(2022, 5, 9), "valid", True),
        (date(2022, 5, 10), "lapsing", True),
        (date(2023, 5, 10), "lapsing", True),
        (date(2023, 5, 11), "lapsed", False),
    ],
)
def test_an_award_lapses_after_its_last_day(
    catalogue: Catalogue, day: date, expected: str, counts: bool
) -> None:
    found = state(catalogue, {A: date(2020, 5, 10)}, day)
    assert (found.state, found.due, found.counts) == (expected, date(2023, 5, 10), counts)


def test_an_award_without_a_day_or_without_a_rule_counts(catalogue: Catalogue) -> None:
    found = state(catalogue, {A: None}, date(2040, 1, 1))
    assert (found.state, found.counts, found.due) == ("unknown", True, None)
    without = with_rules(catalogue, {A: ()})
    held = Profile(holds=(Held(A, date(2000, 1, 1)),))
    assert holdings(without, held, date(2040, 1, 1))[A].counts


def test_a_rule_does_not_hold_before_it_begins(catalogue: Catalogue) -> None:
    later = with_rules(catalogue, {A: (rule(36, from_=date(2023, 1, 1)),)})
    held = Profile(holds=(Held(A, date(2015, 1, 1)),))
    assert holdings(later, held, date(2022, 12, 31))[A].state == "unknown"
    assert holdings(later, held, date(2023, 1, 1))[A].state == "lapsed"


def test_a_chain_of_passes_renews_the_first(catalogue: Catalogue) -> None:
    awards: dict[str, date | None] = {
        A: date(2020, 1, 1),
        B: date(2022, 6, 1),
        C: date(2025, 5, 31),
    }
    found = state(catalogue, awards, date(2026, 1, 1))
    assert (found.due, found.renewed_by, found.state) == (date(2028, 5, 31), C, "valid")


def test_the_order_in_which_awards_are_told_makes_no_difference(catalogue: Catalogue) -> None:
    awards: dict[str, date | None] = {
        C: date(2025, 5, 31),
        B: date(2022, 6, 1),
        A: date(2020, 1, 1),
    }
    assert state(catalogue, awards, date(2026, 1, 1)).due == date(2028, 5, 31)


def test_a_broken_chain_renews_nothing(catalogue: Catalogue) -> None:
    awards: dict[str, date | None] = {A: date(2020, 1, 1), C: date(2025, 5, 31)}
    found = state(catalogue, awards, date(2026, 1, 1))
    assert (found.due, found.renewed_by, found.state) == (date(2023, 1, 1), None, "lapsed")


@pytest.mark.parametrize(
    ("passed", "due"),
    [
        (date(2022, 12, 31), date(2025, 12, 31)),
        (date(2023, 1, 1), date(2026, 1, 1)),
        (date(2023, 1, 2), date(2023, 1, 1)),
        (date(2020, 1, 1), date(2023, 1, 1)),
        (date(2019, 6, 1), date(2023, 1, 1)),
    ],
)
def test_only_a_pass_while_the_award_is_valid_renews_it(
    catalogue: Catalogue, passed: date, due: date
) -> None:
    assert state(catalogue, {A: date(2020, 1, 1), B: passed}, date(2024, 1, 1)).due == due


def test_a_pass_of_the_same_day_renews_nothing_even_if_it_lasts_longer(
    catalogue: Catalogue,
) -> None:
    longer = with_rules(catalogue, {A: (rule(36, "suite"),), B: (rule(48, "suite"),)})
    for passed, due in ((date(2020, 1, 1), date(2023, 1, 1)), (date(2020, 1, 2), date(2024, 1, 2))):
        held = Profile(holds=(Held(A, date(2020, 1, 1)), Held(B, passed)))
        assert holdings(longer, held, date(2022, 6, 1))[A].due == due


def test_another_suite_renews_nothing(catalogue: Catalogue) -> None:
    for other in (rule(36, "other"), rule(36)):
        mixed = with_rules(catalogue, {A: (rule(36, "suite"),), B: (other,)})
        held = Profile(holds=(Held(A, date(2020, 1, 1)), Held(B, date(2022, 6, 1))))
        assert holdings(mixed, held, date(2024, 1, 1))[A].due == date(2023, 1, 1)


def test_what_an_award_proves_lapses_with_it_in_one_suite_alone(catalogue: Catalogue) -> None:
    suite, other = (rule(36, "suite"),), (rule(36, "other"),)
    held = Profile(holds=(Held("p3o-practitioner", date(2020, 1, 1)),))
    for of_proved, state_of_it in ((suite, "lapsed"), (other, "unknown"), ((), "unknown")):
        rules = {"p3o-practitioner": suite, "p3o-foundation": of_proved}
        proved = holdings(with_rules(catalogue, rules), held, date(2024, 1, 1))["p3o-foundation"]
        assert (proved.state, proved.proved_by) == (state_of_it, "p3o-practitioner")
        assert proved.counts is (state_of_it == "unknown")


def test_what_renews_nothing_hides_no_later_pass(catalogue: Catalogue) -> None:
    suite, other = (rule(36, "suite"),), (rule(36, "other"),)
    for between, passed in ((other, date(2021, 1, 1)), (suite, None), ((), date(2021, 1, 1))):
        mixed = with_rules(catalogue, {A: suite, B: between, C: suite})
        held = Profile(
            holds=(Held(A, date(2020, 1, 1)), Held(B, passed), Held(C, date(2022, 6, 1)))
        )
        assert holdings(mixed, held, date(2024, 1, 1))[A].renewed_by == C


@pytest.mark.parametrize(("months", "renewed_by"), [(23, None), (24, None), (25, B)])
def test_a_pass_that_lasts_no_longer_renews_nothing(
    catalogue: Catalogue, months: int, renewed_by: str | None
) -> None:
    shorter = with_rules(catalogue, {A: (rule(36, "suite"),), B: (rule(months, "suite"),)})
    held = Profile(holds=(Held(A, date(2020, 1, 1)), Held(B, date(2021, 1, 1))))
    assert holdings(shorter, held, date(2022, 6, 1))[A].renewed_by == renewed_by


def test_an_award_proves_what_it_was_built_on(catalogue: Catalogue) -> None:
    assert proved_certifications(catalogue, (Held("p3o-practitioner", date(2001, 1, 1)),)) == {
        "p3o-practitioner",
        "p3o-foundation",
    }
    assert proved_certifications(catalogue, (Held("p3o-foundation"),)) == {"p3o-foundation"}
    assert proved_certifications(catalogue, ()) == frozenset()


def test_what_was_valid_at_the_newest_pass_of_a_suite_shares_its_day(catalogue: Catalogue) -> None:
    held = (
        Held("prince2-foundation", date(2022, 6, 1)),
        Held("p3o-foundation", date(2023, 5, 1)),
        Held("p3o-practitioner", date(2025, 2, 1)),
        Held("mop-foundation", date(2020, 1, 10)),
    )
    states = holdings(catalogue, Profile(holds=held), date(2026, 11, 28))
    assert {award.due for award in states.values()} == {date(2028, 2, 1)}
    alone = (*held[:2], Held("mop-foundation", date(2026, 6, 1)))
    lapsed = holdings(catalogue, Profile(holds=alone), date(2026, 11, 28))["p3o-foundation"]
    assert lapsed.due == date(2026, 5, 1)  # whether a later pass revives it is not published
