"""A calendar of the days of an advice: read back by another library, and safe to import again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import small
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from program import call
from strategies import profile_data, shipped
from teams import one, team_of
from tried import tried

from pmo_path.answers.advise import advise
from pmo_path.answers.calendar_days import calendar_days
from pmo_path.contract.advice import Advice
from pmo_path.core.text import inert
from pmo_path.profile.profile import Profile
from pmo_path.reports import FORMATS, REPORTS, format_notes, renderer, summary_renderer

DAY = date(2026, 11, 28)
P3O = {"certification": "p3o-practitioner", "awarded_on": "2025-05-12"}
HELD = {"name": "Sam", "role": "PMO analyst", "holds": [P3O]}
# Of RFC 5545: lines end so, and a longer one goes on after a space.
END, LONGEST = b"\r\n", 75


def person(**facts: Any) -> Profile:
    return small.person(shipped(), **facts)


def advised(day: date = DAY, **facts: Any) -> Advice:
    return advise(shipped(), person(**facts), day)


def made(day: date = DAY, **facts: Any) -> bytes:
    content = renderer("ics")(advised(day, **facts), 80)
    assert isinstance(content, bytes)
    return content


def read(content: bytes) -> list[Any]:
    """Return the events of a calendar, as vobject reads it."""
    assert content.endswith(END)
    lines = content.removesuffix(END).split(END)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(len(line) <= LONGEST for line in lines)
    for line in lines:
        line.decode()  # no letter is cut in two
    (calendar,) = vobject.readComponents(content.decode())
    calendar.validate(raiseException=True)
    assert list(calendar.getChildren())
    return list(calendar.contents.get("vevent", []))


def told(events: list[Any]) -> list[tuple[str, str]]:
    return [(event.dtstart.value.isoformat(), event.summary.value) for event in events]


def test_an_award_has_its_last_valid_day_and_a_day_to_renew_it_by() -> None:
    renew, lapse = read(made(**HELD))
    assert told([renew, lapse]) == [
        ("2028-02-12", "Sam: Renew P3O Practitioner by 12 May 2028"),
        ("2028-05-12", "Sam: P3O Practitioner: last valid day"),
    ]
    for event in (renew, lapse):
        assert "P3O Practitioner, awarded on 12 May 2025, is valid until" in event.description.value
        assert "P3O Foundation" in event.description.value  # what it proves has no day of its own
        assert "https://axelos.com/" in event.description.value
        assert event.dtstamp.value == datetime(2026, 11, 28, tzinfo=UTC)
        assert "dtend" not in event.contents  # the whole day
    assert [alarm.trigger.value for alarm in renew.valarm_list] == [timedelta(hours=9)]
    assert [alarm.trigger.value for alarm in lapse.valarm_list] == [
        timedelta(hours=9) - timedelta(days=days) for days in (28, 7)
    ]


@pytest.mark.parametrize(
    ("day", "kinds", "reminders"),
    [
        ("2028-02-12", ["renew", "lapse"], 3),
        ("2028-02-13", ["lapse"], 2),
        ("2028-04-14", ["lapse"], 2),
        ("2028-04-15", ["lapse"], 1),  # 27 days are left
        ("2028-05-12", ["lapse"], 0),
        ("2028-05-13", [], 0),
    ],
)
def test_nothing_past_is_in_it_nor_reminds(day: str, kinds: list[str], reminders: int) -> None:
    on = date.fromisoformat(day)
    assert [entry.kind for entry in calendar_days(advised(on, **HELD))] == kinds
    events = read(made(on, **HELD))
    assert sum(len(event.contents.get("valarm", ())) for event in events) == reminders


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"years_in_pmo": 4, "goals": ["frameworks"]}, "if it begins on 28 November 2026"),
        ({"years_in_pmo": 4, "goals": ["frameworks"], "needed_by": "2026-11-29"}, "cannot be done"),
        ({"years_in_pmo": 4, "works_with": ["ipma"]}, "how long it takes is not published"),
    ],
)
def test_a_deadline_says_how_the_training_stands_to_it(facts: dict[str, Any], says: str) -> None:
    given = {"role": "PMO analyst", "pmo_types": ["tactical"], "holds": []}
    given |= {"needed_by": "2027-03-01", **facts}
    (event,) = read(made(**given))
    assert event.dtstart.value == date.fromisoformat(given["needed_by"])
    assert event.summary.value.startswith("Deadline: ")
    assert says in event.description.value


def test_a_later_calendar_updates_the_events_of_the_earlier() -> None:
    later = {**HELD, "holds": [{**P3O, "awarded_on": "2027-01-10"}], "years_in_pmo": 7}
    first, second = read(made(**HELD)), read(made(date(2027, 2, 1), **later))
    assert [event.uid.value for event in first] == [event.uid.value for event in second]
    assert [event.dtstart.value for event in first] != [event.dtstart.value for event in second]
    for before, after in zip(first, second, strict=True):
        assert int(before.sequence.value) < int(after.sequence.value)
        assert before.dtstamp.value < after.dtstamp.value
        assert before.last_modified.value < after.last_modified.value


def test_events_are_told_apart_by_person_certification_and_kind() -> None:
    people: list[dict[str, Any]] = [
        HELD,
        {**HELD, "name": "Sam B"},
        {**HELD, "id": 7},
        {**HELD, "id": 7, "name": "7"},  # the caller's own id goes before a name
        {**HELD, "id": "8"},
        {**HELD, "name": "7"},
        {**HELD, "name": "SAM"},
    ]
    uids = [tuple(event.uid.value for event in read(made(**facts))) for facts in people]
    assert all(len(set(own)) == 2 for own in uids)
    assert uids[2] == uids[3]
    assert uids[0] == uids[6]
    assert len(set(uids)) == 5


def test_a_day_of_somebody_without_a_name_is_no_new_version_of_another_day() -> None:
    nameless = {"role": "PMO analyst", "holds": [P3O]}
    other = {**nameless, "holds": [{**P3O, "awarded_on": "2025-06-12"}]}
    uids = [{event.uid.value for event in read(made(**facts))} for facts in (nameless, other)]
    assert not uids[0] & uids[1]
    same = read(made(date(2027, 1, 1), **nameless))
    assert {event.uid.value for event in same} == uids[0]
    assert ["`name` or `id`" in note for note in notes(**nameless)] == [True]


def notes(**facts: Any) -> list[str]:
    return list(format_notes("ics", advised(**facts)))


def test_an_empty_calendar_is_a_calendar_and_is_told() -> None:
    assert read(made(name="Kim", role="PMO analyst")) == []
    assert ["calendar is empty" in note for note in notes(name="Kim")] == [True]
    empty, undated = notes(name="Kim", holds=["pmp", "p3o-practitioner"])
    assert "calendar is empty" in empty
    assert undated.endswith("is not known: P3O Practitioner and PMP.")
    assert notes(**HELD) == []


def test_everybody_of_a_team_is_in_its_calendar_as_in_their_own() -> None:
    named = person(**HELD, needed_by="2027-03-01")
    double = person(**HELD)
    ids = [person(**HELD, id=7), person(**HELD, id=7)]
    people = [(named, "Sam"), (double, "Sam (2)"), (ids[0], "Sam (3)"), (ids[1], "Sam (4)")]
    team = team_of([one(profile, label, DAY) for profile, label in people], DAY)
    content = summary_renderer("ics")(team)
    assert isinstance(content, bytes)
    events = read(content)
    assert len({event.uid.value for event in events}) == len(events) == 9
    own = read(made(**HELD, needed_by="2027-03-01"))
    uids = {event.uid.value: event.summary.value for event in events}
    assert {event.uid.value: event.summary.value for event in own}.items() <= uids.items()
    assert list(format_notes("ics", team)) == []
    nobody = team_of([one(person(name="Kim"), "Kim", DAY), one(named, "Sam", DAY)], DAY)
    assert list(format_notes("ics", nobody)) == ["No day to come is known for Kim."]


@cache
def advised_once() -> Advice:
    return advised(**HELD, needed_by="2027-03-01")


NAMES = st.text(
    st.sampled_from("ab,;:\\\"'\n\r\t\0 é😀👩‍💻王ß\u202e\u2028=%") | st.characters(codec="utf-8"),
    min_size=1,
    max_size=60,
)


@settings(max_examples=tried(60))
@given(NAMES)
def test_any_name_is_read_back_as_it_is_shown_elsewhere(name: str) -> None:
    known = advised_once()
    advice = replace(known, profile={**known.profile, "name": name})
    content = renderer("ics")(advice, 80)
    assert isinstance(content, bytes)
    shown = inert(name)
    for event, day in zip(read(content), calendar_days(advice), strict=True):
        assert event.summary.value == (f"{shown}: {day.title}" if shown else day.title)
        assert event.description.value == day.text
        assert event.dtstart.value.isoformat() == day.on
        assert event.dtstart.value >= DAY
    assert content == renderer("ics")(advice, 80)


@settings(max_examples=tried(25))
@given(profile_data(), st.dates(date(2018, 1, 1), date(2032, 1, 1)))
def test_only_known_days_to_come_are_in_it_each_once(facts: dict[str, Any], day: date) -> None:
    advice = advise(shipped(), person(**facts), day)
    known = {award.valid_until for award in advice.holdings} | {advice.deadlines.needed_by}
    events = read(renderer("ics")(advice, 80))  # type: ignore[arg-type]
    assert len({event.uid.value for event in events}) == len(events)
    for entry in calendar_days(advice):
        on = date.fromisoformat(entry.on)
        assert on >= day
        assert (on + timedelta(days=90 if entry.kind == "renew" else 0)).isoformat() in known


def test_the_last_days_there_are_do_no_harm() -> None:
    for day, award in ((date(9999, 1, 1), "9998-12-31"), (date(1, 1, 1), "0001-01-01")):
        events = read(made(day, **{**HELD, "holds": [{**P3O, "awarded_on": award}]}))
        assert all(event.dtstart.value >= day for event in events)


def test_the_commands_write_it_and_tell_what_it_lacks(tmp_path: Path) -> None:
    assert "ics" in REPORTS
    assert FORMATS["ics"].suffixes == (".ics",)
    profile, day = tmp_path / "sam.yaml", ("--as-of", DAY.isoformat())
    profile.write_text(
        "name: Sam\nholds: [{certification: p3o-practitioner, awarded_on: 2025-05-12}, pmp]\n",
        encoding="utf-8",
    )
    for command in ("advise", "report"):
        target = tmp_path / f"{command}.ics"
        done = call(command, profile, "-o", target, *day)
        assert (done.code, done.out) == (0, "")
        assert "is not known: PMP." in " ".join(done.err.split())
        assert len(read(target.read_bytes())) == 2
    assert (tmp_path / "advise.ics").read_bytes() == (tmp_path / "report.ics").read_bytes()
    team = tmp_path / "team"
    (tmp_path / "kim.yaml").write_text("name: Kim\n", encoding="utf-8")
    done = call("report", profile, tmp_path / "kim.yaml", "-o", team, "--format", "ics", *day)
    assert done.code == 0
    assert "No day to come is known for Kim." in done.err
    assert sorted(path.name for path in team.glob("*.ics")) == ["Kim.ics", "Sam.ics", "summary.ics"]
    assert told(read((team / "summary.ics").read_bytes())) == told(
        read((team / "Sam.ics").read_bytes())
    )
