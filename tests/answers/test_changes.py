"""What changed between two advices: complete, told apart by cause, and the same both ways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import read
from small import Make, certification, fact, person, rule
from strategies import DAYS, profile_data, shipped
from tried import tried

from pmo_path.answers.advise import advise
from pmo_path.answers.changes.compare import changes_between
from pmo_path.answers.changes.standpoints import Standpoint, advice_standpoint, report_standpoint
from pmo_path.contract.advice import Advice
from pmo_path.contract.changes import Changes, ValueChange
from pmo_path.contract.earlier import read_earlier
from pmo_path.core.documents import Document
from pmo_path.core.json_text import json_data
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import Profile
from pmo_path.reports.change_sections import change_sections

TODAY = date(2026, 11, 22)
SIDES = st.tuples(profile_data(), DAYS)


def written(known: Catalogue, profile: Profile, day: date, **changed: Any) -> Standpoint:
    """Return the side of a report, as its JSON is read again; members may be changed in it."""
    data = json_data(advise(known, profile, day)) | changed
    return report_standpoint(known, read_earlier(Document("old.json", data, {})))


def shipped_side(side: tuple[dict[str, Any], date]) -> Standpoint:
    return written(shipped(), read(side[0]), side[1])


def essence(changes: Changes) -> Any:
    """Return what a mirror turns round: no words, which name what came after."""
    return (
        changes.same,
        sorted((answer.fact, str(answer.from_), str(answer.to)) for answer in changes.answers),
        [
            (one.what, one.about, one.certification, one.from_, one.to, tuple(shares(one)))
            for one in changes.values
        ],
        [(one.certification, one.about, one.cause, one.gone, one.new) for one in changes.facts],
        [(day.on, day.left_before, day.left_after) for day in changes.days],
    )


def shares(change: ValueChange) -> Iterator[tuple[str, Any, Any]]:
    for share in change.shares:
        yield share.cause, share.from_, share.to


def mirrored(found: Any) -> Any:
    same, answers, values, facts, days = found
    return (
        same,
        [(fact, to, from_) for fact, from_, to in answers],
        [
            (what, about, named, to, from_, tuple((c, b, a) for c, a, b in reversed(parts)))
            for what, about, named, from_, to, parts in values
        ],
        [(named, about, cause, new, gone) for named, about, cause, gone, new in facts],
        [(on, after, before) for on, before, after in days],
    )


@settings(max_examples=tried(8))
@given(SIDES)
def test_nothing_changed_from_a_report_to_itself(side: tuple[dict[str, Any], date]) -> None:
    found = changes_between(shipped(), shipped_side(side), shipped_side(side), TODAY)
    assert found.same
    assert (found.answers, found.values, found.facts, found.days, found.notes) == ((),) * 5
    assert found.text == "Nothing changed."


@settings(max_examples=tried(12))
@given(SIDES, SIDES)
def test_the_other_way_round_the_same_changes_are_mirrored(
    one: tuple[dict[str, Any], date], other: tuple[dict[str, Any], date]
) -> None:
    sides = shipped_side(one), shipped_side(other)
    there = changes_between(shipped(), *sides, TODAY)
    back = changes_between(shipped(), *reversed(sides), TODAY)
    assert essence(back) == mirrored(essence(there))


def compared(advice: Advice) -> dict[tuple[str, str], Any]:
    """Return by hand what must be named where it differs."""
    found: dict[tuple[str, str], Any] = {("next_steps", ""): list(advice.next_steps)}
    for considered in advice.considered:
        found["verdict", considered.certification] = considered.verdict
        found["eligibility", considered.certification] = considered.eligibility
    for snapshot in advice.certifications:
        found["status", snapshot.certification] = snapshot.status
    for award in advice.holdings:
        found["holding", award.certification or award.name] = (award.state, award.valid_until)
    for route in advice.deadlines.routes:
        found["deadline", route.route] = route.state
    for lapse in advice.deadlines.lapses:
        found["holding lapse", lapse.certification] = lapse.on
    for missing in advice.missing_facts:
        found["question", missing.fact] = True
    found["career_level", ""] = advice.career_level.id if advice.career_level else None
    found["aim", ""] = advice.aim.id if advice.aim else None
    return found


@settings(max_examples=tried(20))
@given(SIDES, SIDES)
def test_every_difference_is_named_and_its_causes_add_up(
    one: tuple[dict[str, Any], date], other: tuple[dict[str, Any], date]
) -> None:
    people, days = (read(one[0]), read(other[0])), (one[1], other[1])
    old, new = (advise(shipped(), *pair) for pair in zip(people, days, strict=True))
    found = changes_between(
        shipped(), advice_standpoint(old, people[0]), advice_standpoint(new, people[1]), TODAY
    )
    before, after = compared(old), compared(new)
    named = {(change.what, change.about) for change in found.values}
    for what, about in before.keys() | after.keys():
        if before.get((what, about)) != after.get((what, about)):
            assert (what.removesuffix(" lapse"), about) in named, (what, about)
    assert {answer.fact for answer in found.answers} == {
        key
        for key in people[0].__struct_fields__
        if key != "unmatched" and _said(people[0], key) != _said(people[1], key)
    }
    possible = {"time"} if days[0] != days[1] else set()
    possible |= {"answers"} if people[0] != people[1] else set()
    for change in found.values:
        assert change.from_ != change.to
        steps = [change.from_, *(share.to for share in change.shares)]
        assert [share.from_ for share in change.shares] == steps[:-1]
        assert steps[-1] == change.to
        assert all(share.from_ != share.to for share in change.shares)
        assert {share.cause for share in change.shares} <= possible
        assert change.text
    sources = {source.id for source in found.sources}
    assert {source for change in found.values for source in change.sources} <= sources
    cautions = [change for change in found.values if change.what == "caution"]
    listed = {line.text for section in change_sections(found) for line in section.lines}
    assert {share.text for change in cautions for share in change.shares} <= listed


def _said(profile: Profile, key: str) -> Any:
    words = [entry.word for entry in profile.unmatched or () if entry.fact == key]
    return getattr(profile, key), words


# --- causes, on small catalogues ------------------------------------------------------------


def causes(changes: Changes, what: str, about: str = "") -> list[str]:
    return [
        share.cause
        for change in changes.values
        if (change.what, change.about) == (what, about)
        for share in change.shares
    ]


ANALYST = {"experience_level": "analyst"}


def test_what_time_alone_changed(make: Make) -> None:
    gone = fact("Closed", status="withdrawn", **{"from": "2026-06-01"})
    top = certification("top", "analyst")
    catalogue = make({**top, "status": [*top["status"], gone]})
    ann = person(catalogue, **ANALYST, needed_by="2027-01-01")
    found = changes_between(
        catalogue,
        written(catalogue, ann, date(2026, 5, 1)),
        written(catalogue, ann, TODAY),
        TODAY,
    )
    assert causes(found, "status", "top") == ["time"]
    assert causes(found, "next_steps") == ["time"]
    about = {(one.certification, one.about, one.cause) for one in found.facts}
    assert about == {("top", "status", "time")}
    assert [(day.what, day.left_before, day.left_after) for day in found.days] == [
        ("needed_by", 245, 40)
    ]


def test_what_the_catalogue_changed_is_told_from_what_was_said(make: Make) -> None:
    price = {"for": "exam", "currency": "GBP", "on": "2026-04-01"}
    old = make(certification("top", "analyst", price=[fact("300 pounds", low="300", **price)]))
    new = make(
        certification("top", "analyst", price=[fact("350 pounds", low="350", **price)]),
        certification("upper", "manager"),
    )
    ann, later = person(old, **ANALYST), person(new, experience_level="manager")
    day = date(2026, 5, 1)
    before = report_standpoint(
        new, read_earlier(Document("old", json_data(advise(old, ann, day)), {}))
    )
    found = changes_between(new, before, written(new, later, TODAY), TODAY)
    changed = [one for one in found.facts if one.certification == "top" and one.about == "price"]
    assert [(one.cause, one.gone[0].text, one.new[0].text) for one in changed] == [
        ("catalogue", "300 pounds", "350 pounds")
    ]
    assert causes(found, "next_steps") == ["answers"]
    assert causes(found, "verdict", "upper")[0] == "catalogue-or-rules"  # not in it before
    assert [answer.fact for answer in found.answers] == ["experience_level"]


def test_what_our_rules_changed_while_facts_stand(make: Make) -> None:
    some = [certification("top", "analyst"), certification("twin", "analyst")]
    prefer = rule(
        "ours",
        {"goals": "includes basics"},
        "twin",
        {"goals": ["basics"]},
        {"goals": ["frameworks"]},
        about="goal",
    )
    old, new = make(*some, rules=[]), make(*some, rules=[prefer])
    ann = person(old, **ANALYST, goals=["basics"])
    before = report_standpoint(
        new, read_earlier(Document("old", json_data(advise(old, ann, TODAY)), {}))
    )
    found = changes_between(new, before, written(new, ann, TODAY), TODAY)
    assert causes(found, "next_steps") == ["rules"]
    assert found.facts == ()
    assert found.answers == ()


def test_another_program_with_the_same_catalogue_is_our_rules(make: Make) -> None:
    catalogue = make(certification("top", "analyst"))
    ann = person(catalogue, **ANALYST)
    before = written(catalogue, ann, TODAY, program={"version": "0.0.1"}, next_steps=["other"])
    found = changes_between(catalogue, before, written(catalogue, ann, TODAY), TODAY)
    assert causes(found, "next_steps") == ["rules"]


def test_the_same_catalogue_and_program_are_no_cause(make: Make) -> None:
    """A report that differs all the same was changed by hand, or not written by us."""
    catalogue = make(certification("top", "analyst"))
    ann = person(catalogue, **ANALYST)
    before = written(catalogue, ann, date(2026, 5, 1), next_steps=["other"])
    later = person(catalogue, experience_level="manager")
    found = changes_between(catalogue, before, written(catalogue, later, TODAY), TODAY)
    assert causes(found, "next_steps")[0] == "untold"


def test_a_status_that_its_facts_do_not_tell_is_not_the_catalogue(make: Make) -> None:
    catalogue = make(certification("top", "analyst"))
    ann = person(catalogue, **ANALYST)
    origin = {"catalogue": {"version": "2020-01-01", "digest": "sha256:0"}}
    told = json_data(advise(catalogue, ann, TODAY))["certifications"]

    def status_causes(snapshots: Any, **more: Any) -> list[str]:
        other = [{**one, "status": "suspended"} for one in snapshots]
        before = written(catalogue, ann, TODAY, **origin, **more, certifications=other)
        now = written(catalogue, ann, TODAY)
        return causes(changes_between(catalogue, before, now, TODAY), "status", "top")

    bare = [{**one, "facts": []} for one in told]
    gone = [{**one, "facts": [{**each, "text": "Then"} for each in one["facts"]]} for one in told]
    older = {"program": {"version": "0.0.1"}}
    assert status_causes(told, **older) == ["rules"]
    assert status_causes(gone, **older) == ["catalogue"]
    assert status_causes(bare, **older) == ["catalogue-or-rules"]
    assert status_causes(bare) == ["catalogue"]  # the program is the same


def test_a_level_that_is_read_otherwise_may_be_the_catalogue(make: Make) -> None:
    catalogue = make(certification("top", "analyst"), certification("twin", "analyst"))
    ann = person(catalogue, **ANALYST)
    older = {"catalogue": {"version": "2020-01-01", "digest": "sha256:0"}, "next_steps": ["top"]}
    for level, cause in (("analyst", "rules"), ("manager", "catalogue-or-rules")):
        read = {"career_level": {"id": level}}
        before = written(catalogue, ann, TODAY, **older, **read)
        found = changes_between(catalogue, before, written(catalogue, ann, TODAY), TODAY)
        assert causes(found, "next_steps") == [cause]


def test_two_reports_of_an_older_catalogue_differ_by_what_alone_differs(make: Make) -> None:
    catalogue = make(certification("top", "analyst"))
    older = {"catalogue": {"version": "2020-01-01", "digest": "sha256:0"}}
    sides = [
        written(catalogue, person(catalogue, experience_level=level), TODAY, **older)
        for level in ("analyst", "manager")
    ]
    found = changes_between(catalogue, *sides, TODAY)
    assert {share.cause for change in found.values for share in change.shares} == {"answers"}
    assert [note.code for note in found.notes] == []


def test_what_was_next_and_is_held_now_is_told_first(make: Make) -> None:
    catalogue = make(certification("top", "analyst"))
    ann = person(catalogue, **ANALYST, holds=[])
    later = person(catalogue, **ANALYST, holds=["top@2026-07-01"])
    found = changes_between(
        catalogue,
        written(catalogue, ann, date(2026, 5, 1)),
        written(catalogue, later, TODAY),
        TODAY,
    )
    assert found.text.startswith("Since 1 May 2026: ")
    assert found.answers[0].text == "You passed Top on 1 July 2026."
    assert causes(found, "holding", "top") == ["answers"]


def test_an_award_dated_after_the_later_advice_is_not_told_as_held(make: Make) -> None:
    catalogue = make(certification("top", "analyst"), certification("upper", "manager"))
    ann = person(catalogue, **ANALYST, holds=[])
    later = person(catalogue, experience_level="manager", holds=["top@2027-01-10"])
    before = written(catalogue, ann, date(2026, 5, 1))
    found = changes_between(catalogue, before, written(catalogue, later, TODAY), TODAY)
    assert [answer.text for answer in found.answers if answer.fact == "holds"] == [
        "Top is dated 10 January 2027, after the day of the advice: it does not count yet."
    ]
    assert causes(found, "next_steps") == ["answers"]
    assert "you now hold" not in found.text
    back = changes_between(catalogue, written(catalogue, later, TODAY), before, TODAY)
    assert [answer.text for answer in back.answers if answer.fact == "holds"] == [
        "Top is no longer given; its date, 10 January 2027, lay after the day of the advice before."
    ]


def test_an_award_that_lapsed_long_ago_is_not_what_made_the_next_step(make: Make) -> None:
    two_years = [fact("Two years", months="24")]
    catalogue = make(
        certification("top", "analyst", validity=two_years), certification("upper", "manager")
    )
    ann = person(catalogue, **ANALYST, holds=[])
    later = person(catalogue, experience_level="manager", holds=["top@2020-01-01"])
    sides = (written(catalogue, one, TODAY) for one in (ann, later))
    found = changes_between(catalogue, *sides, TODAY)
    assert "you now hold" not in found.text.lower()


def test_an_award_that_a_valid_one_proves_did_not_lapse_since(make: Make) -> None:
    two_years = [fact("Two years", months="24")]
    top = certification("top", "analyst", validity=two_years)
    needs = {"holds-top": {"holds any": ["top"]}}
    upper = certification("upper", "manager", validity=two_years, requires=needs)
    catalogue = make(top, upper)
    ann = person(catalogue, **ANALYST, holds=["top@2024-06-01", "upper@2026-02-01"])
    before = written(catalogue, ann, date(2026, 5, 1))
    after = written(catalogue, ann, TODAY)
    assert [lapse.certification for lapse in after.told.deadlines.lapses] == ["top", "upper"]
    found = changes_between(catalogue, before, after, TODAY)
    assert [day.certification for day in found.days] == ["upper"]


# --- what a report lacks --------------------------------------------------------------------


def notes(changes: Changes) -> list[str]:
    return [note.code for note in changes.notes]


def test_a_report_in_part_is_still_compared(make: Make) -> None:
    catalogue = make(certification("top", "analyst"))
    ann, bob = (person(catalogue, **ANALYST, name=name) for name in ("Ann", "Bob"))
    whole = json_data(advise(catalogue, ann, date(2026, 5, 1)))
    now = written(catalogue, ann, TODAY)

    def since(*members: str, **changed: Any) -> Changes:
        data = {name: whole[name] for name in members} | changed
        side = report_standpoint(catalogue, read_earlier(Document("old", data, {})))
        return changes_between(catalogue, side, now, TODAY)

    alone = since("next_steps")
    assert alone.before.next_steps == tuple(whole["next_steps"])
    assert notes(alone) == ["no-profile", "not-held", "facts-not-held"]
    assert alone.days == ()
    assert (alone.same, alone.text) == (True, "Nothing changed in what could be compared.")
    with_other_step = since("next_steps", next_steps=["gone"])
    assert causes(with_other_step, "next_steps") == ["untold"]
    broken = since("next_steps", "as_of", profile={"no_such_fact": 1})
    assert "profile-unread" in notes(broken)
    same = since("next_steps", "as_of", "profile")
    assert "no-profile" not in notes(same)
    assert {share.cause for change in same.values for share in change.shares} <= {"time"}
    other = changes_between(catalogue, written(catalogue, bob, date(2026, 5, 1)), now, TODAY)
    assert notes(other) == ["other-person"]
    earlier = changes_between(catalogue, now, written(catalogue, ann, date(2026, 5, 1)), TODAY)
    assert notes(earlier) == ["earlier-day"]


def test_what_lapsed_and_what_is_near_is_told_with_the_answer(make: Make) -> None:
    two_years = [fact("Two years", months="24")]
    catalogue = make(certification("top", "analyst", validity=two_years))
    ann = person(catalogue, **ANALYST, holds=["top@2024-06-01"], needed_by="2026-12-20")
    before = written(catalogue, ann, date(2026, 5, 1))
    found = changes_between(catalogue, before, written(catalogue, ann, TODAY), TODAY)
    assert [(day.what, day.left_before, day.left_after) for day in found.days] == [
        ("lapse", 31, -174),
        ("needed_by", 233, 28),
    ]
    assert all(day.text in found.text for day in found.days)
    (step,) = [change for change in found.values if change.what == "next_steps"]
    assert {"certification": "top", "action": "renew"} in step.to
    assert "renew Top" in found.text
    assert causes(found, "holding", "top") == ["time"]
    listed = {line.text for section in change_sections(found) for line in section.lines}
    assert {day.text for day in found.days} <= listed
    assert not [line for line in listed if line.startswith("Top: lapsed")]  # told as a day


@pytest.mark.parametrize(
    ("off", "near"), [((91, 90), True), ((92, 91), False), ((90, 89), False), ((0, -1), True)]
)
def test_a_day_is_told_with_the_answer_when_it_comes_near_and_when_it_passes(
    off: tuple[int, int], near: bool, make: Make
) -> None:
    """It comes near on the day from which on an award that lapses is renewed first."""
    catalogue, needed = make(certification("top", "analyst")), date(2027, 6, 1)
    ann = person(catalogue, **ANALYST, needed_by=needed.isoformat())
    sides = [written(catalogue, ann, needed - timedelta(days=left)) for left in off]
    found = changes_between(catalogue, *sides, TODAY)
    assert [(day.left_before, day.left_after) for day in found.days] == [off]
    assert (found.days[0].text in found.text) == near
