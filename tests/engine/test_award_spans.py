"""An award of a known month or year: what all its days agree on is decided, and nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from readings import read
from strategies import shipped
from tried import tried

from pmo_path.answers.advise import advise
from pmo_path.core.scalars import When
from pmo_path.engine.award_validity import Holding, awards_after, holdings, lapsed
from pmo_path.engine.due_days import AwardSpan, due_day, possible_dues
from pmo_path.model.certifications import Validity
from pmo_path.profile.profile import Held, Profile, with_award_date

DAY = timedelta(days=1)
START = date(2020, 6, 1)


def rule(months: int = 36, **more: Any) -> Validity:
    return Validity(
        value="a while", source="ours", confidence="high", months=months, suite="suite", **more
    )


# --- the earliest and the latest last day, against every choice of days ----------------------


def days_of(span: AwardSpan) -> Iterator[date]:
    return (span.first + DAY * place for place in range((span.last - span.first).days + 1))


def due_of(own: AwardSpan, day: date, others: list[tuple[AwardSpan, date]]) -> date:
    """Return the last valid day of an award by its definition, day by day of the suite."""
    due = due_day(own.rule, day)
    while raised := [
        later
        for other, passed in others
        if day < passed <= due and (later := due_day(other.rule, passed)) > due
    ]:
        due = max(raised)
    return due


@cache
def rules() -> st.SearchStrategy[Validity]:
    plain = st.builds(rule, st.sampled_from((0, 1, 2, 3)))
    ends = st.integers(0, 40).map(lambda place: START + DAY * place)
    early = st.builds(rule, st.sampled_from((0, 1, 2)), early_until=ends, early_due=ends)
    return st.one_of(plain, early)


@cache
def spans() -> st.SearchStrategy[AwardSpan]:
    return st.builds(
        lambda rule, place, length: AwardSpan(
            "some", rule, START + DAY * place, START + DAY * (place + length)
        ),
        rules(),
        st.integers(0, 60),
        st.integers(0, 7),
    )


@settings(max_examples=tried(300))
@given(spans(), st.lists(spans(), max_size=3))
def test_the_ends_are_those_of_every_choice_of_days(own: AwardSpan, suite: list[AwardSpan]) -> None:
    found = {
        due_of(own, day, list(zip(suite, choice, strict=True)))
        for day in days_of(own)
        for choice in itertools.product(*map(days_of, suite))
    }
    assert possible_dues(own, suite) == (min(found), max(found))


# --- the verdict over a span is that of all its days ------------------------------------------

CERTIFICATIONS = ("p3o-foundation", "p3o-practitioner", "prince2-foundation", "ipmo-f")
# The last days of an early rule, the end of a leap February, and days about which these lapse.
DATES = ("2020-06", "2020", "2020-02", "2023-06", "2023-07", "2019", "2023-06-30", "2026-07-01", "")
ON = st.sampled_from(
    tuple(date(*day) for day in ((2023, 6, 30), (2023, 7, 1), (2023, 7, 2), (2026, 6, 15)))
)


def awards_of(dates: dict[str, str]) -> tuple[Held, ...]:
    return tuple(
        with_award_date(Held(name), When(dated) if dated else None)
        for name, dated in sorted(dates.items())
    )


def every_choice(held: tuple[Held, ...], day: date, months: int) -> Iterator[tuple[Held, ...]]:
    """Yield the awards on each choice of days, up to the day; of longer spans, on some days."""
    spans = []
    for award in held:
        within = award.awarded_within
        if within is None:
            spans.append([award])
            continue
        last = min(within.last, day)
        days = [within.first + DAY * place for place in range((last - within.first).days + 1)]
        chosen = days if len(days) <= months else [*days[:2], *days[::17], *days[-2:]]
        # where the early rule ends
        chosen += [one for one in (date(2020, 6, 29), date(2020, 6, 30)) if one in days]
        spans.append([replace(award, awarded_on=one, awarded_within=None) for one in chosen])
    return itertools.product(*spans)


def common(found: set[str]) -> str:
    """Return the state that all days give: what is lapsing is valid too."""
    if len(found) == 1:
        return next(iter(found))
    return "unknown" if "lapsed" in found else "valid"


@settings(max_examples=tried(60))
@given(
    dates=st.dictionaries(st.sampled_from(CERTIFICATIONS), st.sampled_from(DATES), max_size=2),
    day=ON,
)
@example(dates={"p3o-foundation": "2020-06"}, day=date(2023, 7, 1))
@example(dates={"p3o-foundation": "2020", "prince2-foundation": "2023-06"}, day=date(2023, 7, 1))
@example(dates={"p3o-foundation": "2023-07", "p3o-practitioner": "2020"}, day=date(2026, 6, 15))
def test_what_all_days_of_a_span_agree_on_is_decided(dates: dict[str, str], day: date) -> None:
    held = tuple(one for one in awards_of(dates) if not awards_after((one,), day))
    found = holdings(shipped(), Profile(holds=held), day)
    each = [
        holdings(shipped(), Profile(holds=chosen), day) for chosen in every_choice(held, day, 31)
    ]
    for name, holding in found.items():
        of_days = [choice[name] for choice in each]
        dues = {one.due for one in of_days}
        assert holding.state == common({one.state for one in of_days})
        if None in dues:
            assert holding.dues is None
            continue
        assert holding.dues == (min(filter(None, dues)), max(filter(None, dues)))
        assert holding.due == (dues.pop() if len(dues) == 1 else None)
        if holding.renewed_by:
            assert {one.renewed_by for one in of_days} == {holding.renewed_by}
    over = [lapsed(shipped(), chosen, day) for chosen in every_choice(held, day, 31)]
    assert lapsed(shipped(), held, day) == (frozenset.intersection(*over) if over else frozenset())


def holding(dated: str, day: str, name: str = "p3o-foundation") -> Holding:
    held = awards_of({name: dated})
    return holdings(shipped(), Profile(holds=held), date.fromisoformat(day))[name]


@pytest.mark.parametrize(
    ("dated", "day", "state", "first", "last"),
    [
        ("2023-05", "2026-04-30", "lapsing", "2026-05-01", "2026-05-31"),
        ("2023-05", "2026-05-01", "lapsing", "2026-05-01", "2026-05-31"),
        ("2023-05", "2026-05-02", "unknown", "2026-05-01", "2026-05-31"),
        ("2023-05", "2026-05-31", "unknown", "2026-05-01", "2026-05-31"),
        ("2023-05", "2026-06-01", "lapsed", "2026-05-01", "2026-05-31"),
        ("2024-05", "2026-05-15", "valid", "2027-05-01", "2027-05-31"),
        ("2024-05", "2026-05-01", "valid", "2027-05-01", "2027-05-31"),
        ("2024-05", "2026-06-01", "lapsing", "2027-05-01", "2027-05-31"),
        ("2019", "2026-05-01", "lapsed", "2023-07-01", "2023-07-01"),
        ("2020-06", "2023-07-01", "unknown", "2023-06-30", "2023-07-01"),
        ("2020-06", "2023-07-02", "lapsed", "2023-06-30", "2023-07-01"),
        ("2020", "2024-01-01", "lapsed", "2023-06-30", "2023-12-31"),
        # a span that has begun ends on the day: what is held was awarded by then
        ("2026-05", "2026-05-10", "valid", "2029-05-01", "2029-05-10"),
        ("2026", "2026-01-01", "valid", "2029-01-01", "2029-01-01"),
    ],
)
def test_a_month_is_as_its_days_are(
    dated: str, day: str, state: str, first: str, last: str
) -> None:
    found = holding(dated, day)
    ends = (date.fromisoformat(first), date.fromisoformat(last))
    assert (found.state, found.dues) == (state, ends)
    assert found.due == (ends[0] if first == last else None)
    assert (found.awarded_on, found.awarded) == (None, When(dated))
    assert found.counts is (state != "lapsed")


def test_a_known_day_beside_a_span_renews_or_is_renewed() -> None:
    day = date(2026, 11, 28)

    def found(**dates: str) -> Holding:
        held = awards_of({name.replace("_", "-"): dated for name, dated in dates.items()})
        return holdings(shipped(), Profile(holds=held), day)["p3o-foundation"]

    renewed = found(p3o_foundation="2022-05-12", prince2_foundation="2024-08")
    assert (renewed.renewed_by, renewed.state) == ("prince2-foundation", "lapsing")
    assert renewed.due_within == (date(2027, 8, 1), date(2027, 8, 31))
    certain = found(p3o_foundation="2022-05", prince2_foundation="2025-02-03")
    assert (certain.renewed_by, certain.due) == ("prince2-foundation", date(2028, 2, 3))
    open_ = found(p3o_foundation="2022-05-12", prince2_foundation="2025-05")
    assert (open_.renewed_by, open_.state) == (None, "unknown")
    assert open_.due_within == (date(2025, 5, 12), date(2028, 5, 12))
    two = found(p3o_foundation="2023-01", prince2_foundation="2025-05", mop_foundation="2025-05")
    assert (two.renewed_by, two.state) == (None, "valid")


def test_an_award_without_a_rule_or_a_date_is_as_before_beside_a_span() -> None:
    held = awards_of({"hop-analysts": "2023-05", "p3o-foundation": "2023-05", "pmp": ""})
    found = holdings(shipped(), Profile(holds=held), date(2026, 5, 10))
    assert {
        name: (one.state, one.dues) for name, one in found.items() if one.proved_by is None
    } == {
        "hop-analysts": ("unknown", None),
        "p3o-foundation": ("unknown", (date(2026, 5, 1), date(2026, 5, 31))),
        "pmp": ("unknown", None),
    }
    assert found["hop-analysts"].awarded_within == When("2023-05")


# --- the advice ------------------------------------------------------------------------------


@settings(max_examples=tried(30))
@given(
    name=st.sampled_from(CERTIFICATIONS[:3]),
    month=st.sampled_from(("2020-06", "2022-03", "2023-11", "2023-12", "2024-02", "2026-11")),
    role=st.sampled_from(("PMO analyst", "PMO manager")),
)
def test_an_advice_differs_from_that_of_no_day_of_the_month_where_these_agree(
    name: str, month: str, role: str
) -> None:
    day = date(2026, 11, 28)
    within = When(month)
    days = [within.first, min(within.last, day)]

    def told(dated: str) -> dict[str, Any]:
        advice = advise(shipped(), read({"role": role, "holds": [f"{name}@{dated}"]}), day)
        return {
            "routes": [(one.rank, one.id, one.steps[0].action) for one in advice.routes],
            "verdicts": [(one.certification, one.verdict) for one in advice.considered],
            "missing": [one.fact for one in advice.missing_facts],
            "cautions": [(one.rule, one.certification) for one in advice.cautions],
            "states": [(one.certification, one.state) for one in advice.holdings],
            "level": advice.career_level and advice.career_level.id,
        }

    first, last = (told(one.isoformat()) for one in days)
    of_month = told(month)
    for what, value in of_month.items():
        if first[what] == last[what]:
            assert value == first[what], what


def test_a_month_to_come_is_refused_as_a_day_to_come_is() -> None:
    for dated, said in (("2027-03", "in March 2027"), ("2027", "in 2027")):
        profile = read({"holds": [f"p3o-foundation@{dated}"], "holds_other": [f"Tea@{dated}"]})
        advice = advise(shipped(), profile, date(2026, 11, 28))
        assert advice.holdings == ()
        notes = [one.text for one in advice.cautions if one.rule == "not-yet-held"]
        assert len(notes) == 2
        assert all(said in text for text in notes)


def test_only_a_span_that_ends_before_the_start_is_too_early() -> None:
    starts = shipped().certifications["hop-directors"].status[1].from_
    assert starts
    for dated, is_told in (
        (f"{starts.year - 1}", True),
        (f"{starts:%Y-%m}", False),
        (f"{starts.year}", False),
    ):
        profile = read({"holds": [f"hop-directors@{dated}"]})
        told = [
            one.text
            for one in advise(shipped(), profile, date(2026, 11, 28)).cautions
            if one.rule == "awarded-too-early"
        ]
        assert bool(told) is is_told
        assert not told or f"in {dated}" in told[0]


@pytest.mark.parametrize(
    ("holds", "rules", "words"),
    [
        (["p3o-foundation@2026"], [], ""),
        (
            ["p3o-foundation@2024"],
            ["no-award-date"],
            "Your P3O Foundation, awarded in 2024, is valid until a day between 1 January 2027 and "
            "31 December 2027, perhaps for less than a year. Give the day of the award.",
        ),
        (
            ["p3o-foundation@2023-11"],
            ["maybe-lapsed"],
            "Your P3O Foundation, awarded in November 2023, may have lapsed: its last valid day "
            "lies between 1 November 2026 and 30 November 2026. Give the day of the award. Until "
            "then we count it as held.",
        ),
        (
            ["p3o-foundation@2022-05-12", "prince2-foundation@2025-05"],
            ["maybe-lapsed"],
            "Your P3O Foundation, awarded on 12 May 2022, may have lapsed: its last valid day lies "
            "between 12 May 2025 and 12 May 2028. Give the day of each award of its suite. Until "
            "then we count it as held.",
        ),
        (
            ["p3o-foundation@2022-05-12", "prince2-foundation@2025-04"],
            ["renewed-by"],
            "Your P3O Foundation is valid until a day between 1 April 2028 and 30 April 2028: "
            "PRINCE2 Foundation, of the same suite, renewed it.",
        ),
        (
            ["p3o-foundation@2023-12"],
            ["lapsing"],
            "Your P3O Foundation, awarded in December 2023, lapses between 1 December 2026 and 31 "
            "December 2026, in less than three months: renew it before you begin anything else.",
        ),
        (
            ["p3o-foundation@2024-02"],  # for some of its days in less than three months
            ["lapsing"],
            "Your P3O Foundation, awarded in February 2024, lapses between 1 February 2027 and 28 "
            "February 2027, within a year.",
        ),
        (
            ["p3o-foundation@2021"],
            ["lapsed"],
            "Your P3O Foundation, awarded in 2021, lapsed between 1 January 2024 and 31 December "
            "2024.",
        ),
    ],
)
def test_what_is_said_of_a_span_and_what_settles_it(
    holds: list[str], rules: list[str], words: str
) -> None:
    advice = advise(shipped(), read({"role": "PMO manager", "holds": holds}), date(2026, 11, 22))
    about = {"lapsing", "lapsed", "maybe-lapsed", "no-award-date", "renewed-by"}
    told = [
        one
        for one in advice.cautions
        if one.rule in about and one.certification == "p3o-foundation"
    ]
    assert [one.rule for one in told] == rules
    assert not told or told[0].text.startswith(words)
