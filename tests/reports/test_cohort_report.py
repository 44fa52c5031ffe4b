"""The summary of a team says all of it in every format."""

from __future__ import annotations

import json
import re

import pytest
import readers
from goldens import golden, steady
from msgspec.structs import replace
from readers import READERS
from teams import due, made_up, need, shipped_team, team_of
from written import BIDI, HOSTILE, markup

from pmo_path.contract.cohort import Cohort, Lapse, MemberStep
from pmo_path.model.catalogue import Catalogue
from pmo_path.reports import FORMATS, REPORTS, summary_renderer


@pytest.fixture(scope="module")
def team(catalogue: Catalogue) -> Cohort:
    return shipped_team(catalogue)


@pytest.mark.parametrize("form", [*READERS, "json"])
def test_the_summary_is_the_golden_summary(form: str, team: Cohort) -> None:
    told = team_of(team.members, unread=("team.csv:14",))
    text = str(summary_renderer(form)(told))
    golden(f"cohort{FORMATS[form].suffixes[0]}", steady(text, team.catalogue.digest))


@pytest.mark.parametrize("form", READERS)
def test_every_person_step_gap_and_fact_stands_in_every_format(form: str, team: Cohort) -> None:
    text = readers.plain(READERS[form](summary_renderer(form)(team)).text)
    said = [each.person for each in team.members] + [each.short for each in team.next_steps]
    said += [each.text for each in team.gaps] + [each.what for each in team.cost.not_published]
    assert [each for each in said if readers.plain(each) not in text] == []
    assert (
        "22 to 27 days for 9 people; not published, or not known to us, for 1 person; "
        "not settled for 1 person; nothing yet for 1 person." in text
    )


def test_a_summary_of_nobody_and_of_many_is_built_too(team: Cohort) -> None:
    many = [
        made_up(f"person {place}", need("unpublished", 0, 0, None, "days of X"))
        for place in range(40)
    ]
    for members in ((), many):
        for form in REPORTS:
            assert summary_renderer(form)(team_of(members))


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ([], "no sum can be told for anyone."),
        (["unpublished"] * 3, "not published, or not known to us, for anyone."),
        (
            ["unpublished", "unpublished", "nothing"],
            "not published, or not known to us, for 2 people; nothing yet for 1 person.",
        ),
        (["nothing"], "nothing yet for 1 person."),
        (["open", "open"], "not settled for 2 people."),
        (
            ["unpublished", "open", "nothing"],
            "not published, or not known to us, for 1 person; not settled for 1 person; "
            "nothing yet for",
        ),
        (["published", "nothing"], "1 day for 1 person; nothing yet for 1 person."),
    ],
)
def test_the_answer_says_of_everybody_what_the_training_takes(known: list[str], said: str) -> None:
    step = MemberStep(certification="x", short="X", action="obtain")
    people = [
        made_up(
            f"p{place}",
            need(one, *(1, 1) * (one == "published")),
            next_steps=(step,) * (one != "nothing"),
        )
        for place, one in enumerate(known)
    ]
    assert f"Training: {said}" in summary_renderer("markdown")(team_of(people))


def test_a_summary_of_hundreds_is_bounded_where_it_is_read_and_whole_in_json() -> None:
    steps = [MemberStep(certification=name, short=name, action="obtain") for name in "XYZ"]
    people = [made_up(f"p{place}", next_steps=(steps[place % 150 > 0],)) for place in range(600)]
    people.append(made_up("torn", next_steps=tuple(steps[1:])))
    unread = [f"team.csv:{line}" for line in range(1000, 1080)]
    told = team_of(people, unread=unread)
    text = summary_renderer("markdown")(told)
    answer = text.partition("## ")[0]
    assert "No report could be made of 80 profiles" in answer
    assert "team.csv:1011 and 68 more." in answer
    assert "team.csv:1012" not in text
    bars = dict(
        zip(
            *[iter(line.strip() for line in text.splitlines() if line.startswith("    "))] * 2,
            strict=False,
        )
    )
    assert bars["Y: 597 people (1 still open)"] == "■" * 60 + "□"
    assert bars["X: 4 people"] == "■"
    assert bars["Z: 1 person (still open)"] == "□"
    page = summary_renderer("html")(told)
    assert "team.csv:1012" not in page
    widths = [float(one) for one in re.findall(r'<rect [^>]*width="([^"]*)"', page)]
    assert len(widths) >= 4
    assert all(0 < one <= 380 for one in widths)
    printed = json.loads(summary_renderer("json")(told))["unread"]
    assert [profile["place"] for profile in printed] == unread


def test_the_summary_leads_with_what_cannot_wait() -> None:
    lapsed = Lapse(
        person="Old",
        certification="x",
        short="X",
        due="2026-01-01",
        due_between=None,
        lapsed=True,
        days_left=-325,
    )
    soon = replace(lapsed, person="Soon", due="2026-12-24", lapsed=False, days_left=32)
    step = (MemberStep(certification="x", short="X", action="renew"),)
    told = team_of(
        [
            made_up("Calm", deadline=due("Calm", "2028-01-01")),
            made_up("Near", deadline=due("Near", "2027-02-20")),
            made_up("Late", deadline=due("Late", "2027-12-01", "too_late")),
            made_up("Gone", deadline=due("Gone", "2026-11-01", "passed")),
            made_up("Old", lapsing=(lapsed,), next_steps=step),
            made_up("Soon", lapsing=(soon,)),
        ]
    )
    text = summary_renderer("markdown")(told)
    answer, plan, *_ = text.split("## ")[0:2]
    assert [line.removesuffix("\\") for line in answer.splitlines() if line[:1] == ">"] == [
        "> Careful: The deadline has passed: Gone (1 November 2026).",
        "> The training advised ends after the deadline: Late (1 December 2027).",
        "> The deadline is within 90 days: Near (20 February 2027).",
        "> An award has lapsed: Old (X, 1 January 2026).",
        "> An award lapses within 90 days: Soon (X, 24 December 2026).",
    ]
    rows = [line for line in plan.splitlines() if line.startswith("| **[")]
    assert re.findall(r"\[(\w+)\]", " ".join(rows)) == [
        "Old",
        "Gone",
        "Near",
        "Late",
        "Calm",
        "Soon",
    ]
    assert "lapsed on 1 January 2026" in rows[0]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((None,), "Deadlines: none given."),
        (("2028-01-01", None, "2028-02-01"), "Deadlines: 2 given; none has passed"),
    ],
)
def test_a_team_without_urgent_deadlines_is_told_so(
    days: tuple[str | None, ...], said: str
) -> None:
    people = [made_up(f"p{place}", deadline=due("p", day)) for place, day in enumerate(days)]
    text = summary_renderer("markdown")(team_of(people))
    assert said in text
    assert "Careful" not in text


@pytest.mark.parametrize("form", READERS)
def test_hostile_names_come_out_inert_and_whole(form: str) -> None:
    def told(name: str) -> str:
        step = MemberStep(certification="x", short="X", action="obtain")
        return summary_renderer(form)(
            team_of([made_up(name, next_steps=(step,), report="report.html")], unread=[name])
        )

    def built(read: readers.Read) -> list[list[str]]:
        """How it is built; that a cell is short enough for one line is no markup."""
        return [[part for part in each if part != "class=short"] for each in markup(read)]

    usual = built(READERS[form](told("Xyzzyx")))
    for text in (*HOSTILE, "x" * 10_000):
        read = READERS[form](told(text))
        assert built(read) == usual, text
        assert readers.plain(text) in readers.plain(read.text), text
    for text in BIDI:
        assert not set(told(text)) & set("\u202e\u2066\u2069\x00\x1b\u2028\u200b")
