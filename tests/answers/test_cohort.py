"""The answer for a team: counts and sums that are honest, and a summary that says them in every format."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
import readers
from goldens import golden
from hypothesis import given, settings
from hypothesis import strategies as st
from program import valid
from strategies import DAYS, profile_data, shipped
from teams import one, shipped_team, team_of
from written import BIDI, HOSTILE, markup

from pmo_path.answers.advise import advise
from pmo_path.answers.cohort import cohort
from pmo_path.contract.cohort import Cohort, Member, MemberStep, Need, Needed
from pmo_path.core.documents import Document
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Held, Profile
from pmo_path.reports import REPORTS, summary_renderer
from pmo_path.reports.blocks import Bar, Chart
from pmo_path.reports.svg.bar_chart import chart_svg

READERS = {"html": readers.page, "markdown": readers.markdown}
NOTHING = Need(known="nothing", low=0, high=0, currency=None, not_published=())


@pytest.fixture(scope="module")
def team(catalogue: Catalogue) -> Cohort:
    return shipped_team(catalogue)


def need(
    known: Any, low: float = 0, high: float = 0, currency: str | None = None, *lacking: str
) -> Need:
    on = ("2026-03",) if currency else ()
    return Need(known=known, low=low, high=high, currency=currency, not_published=lacking, on=on)


def made_up(person: str, days: Need = NOTHING, cost: Need = NOTHING, **more: Any) -> Member:
    values: dict[str, Any] = {
        "report": f"{person}.html",
        "career_level": "entry",
        "assumed": False,
        "next_steps": (),
        "gaps": (),
        "missing_facts": (),
        "lapsing": (),
        **more,
    }
    return Member(person=person, training_days=days, cost=cost, **values)


# --- counts and sums ------------------------------------------------------------------------


@settings(max_examples=25)
@given(st.lists(profile_data(), max_size=5), DAYS)
def test_everybody_is_counted_once_and_nothing_is_made_up(
    data: list[dict[str, Any]], day: date
) -> None:
    profiles = [read_profile(Document("made up", each, {}), shipped().names) for each in data]
    members = [one(profile, f"p{place}", day) for place, profile in enumerate(profiles)]
    told = team_of(members, day)
    valid("cohort", json.loads(summary_renderer("json")(told)))
    people = [each.person for each in members]
    assert told.size == len(people)
    assert sorted(person for level in told.levels for person in level.people) == people
    steps = Counter(person for step in told.next_steps for person in step.people)
    assert steps == Counter(
        {each.person: len(each.next_steps) for each in members if each.next_steps}
    )
    assert {person for step in told.next_steps for person in step.tied} == {
        name for name, n in steps.items() if n > 1
    }
    assert set(told.no_step) == set(people) - set(steps)
    for needed in (told.training_days, told.cost):
        stands = [person for each in needed.sums for person in each.people] + [
            *needed.unpublished,
            *needed.open,
        ]
        assert sorted(stands) == sorted(steps)
        currencies = [each.currency for each in needed.sums]
        assert len(set(currencies)) == len(currencies)
        for each in needed.sums:
            assert 0 <= each.low <= each.high
            assert set(each.partly) <= set(each.people)
        lacking = {person for each in needed.not_published for person in each.people}
        assert {
            *needed.unpublished,
            *(person for each in needed.sums for person in each.partly),
        } <= lacking


@settings(max_examples=25)
@given(profile_data(), DAYS)
def test_what_counts_of_one_advice_is_what_the_advice_says(data: dict[str, Any], day: date) -> None:
    profile = read_profile(Document("made up", data, {}), shipped().names)
    advice = advise(shipped(), profile, day)
    told = one(profile, "p", day)
    assert {step.certification for step in told.next_steps} == set(advice.next_steps)
    assert told.career_level == (advice.career_level.id if advice.career_level else None)
    assert told.missing_facts == tuple(each.fact for each in advice.missing_facts)
    warned = {each.certification for each in advice.cautions if each.rule in ("lapsed", "lapsing")}
    assert {each.certification for each in told.lapsing} >= {name for name in warned if name}


def test_currencies_are_never_added_and_what_is_not_published_is_named() -> None:
    told = team_of(
        [
            made_up("a", cost=need("published", 100, 120, "EUR")),
            made_up("b", cost=need("partly", 50, 50, "EUR", "cost of X")),
            made_up("c", cost=need("published", 300, 300, "GBP")),
            made_up("d", cost=need("unpublished", 0, 0, None, "cost of X", "cost of Y")),
            made_up("e", cost=need("open")),
            made_up("f"),
        ]
    ).cost
    assert [
        (each.low, each.high, each.currency, each.people, each.partly) for each in told.sums
    ] == [
        (150, 170, "EUR", ("a", "b"), ("b",)),
        (300, 300, "GBP", ("c",), ()),
    ]
    assert (told.unpublished, told.open) == (("d",), ("e",))
    assert [(each.what, each.people) for each in told.not_published] == [
        ("cost of X", ("b", "d")),
        ("cost of Y", ("d",)),
    ]


def test_a_tie_goes_from_the_least_to_the_most_and_is_open_where_a_part_is_not_known(
    team: Cohort,
) -> None:
    people = {each.person: each for each in team.members}
    assert len(people["Goran"].next_steps) == len(people["Emre"].next_steps) == 2
    assert people["Goran"].training_days == need("published", 2, 3)
    assert people["Emre"].training_days.known == "open"
    assert people["Dana"].training_days.known == "unpublished"
    assert people["Jonas"].training_days.known == "nothing"


def test_a_renewal_takes_no_training_that_is_known_of(catalogue: Catalogue) -> None:
    lapsed = Profile(
        role="PMO analyst",
        pmo_types=("tactical",),
        goals=("frameworks",),
        holds=(Held("p3o-foundation", date(2020, 1, 1)),),
    )
    told = one(lapsed, "p", catalogue=catalogue)
    assert [step.action for step in told.next_steps] == ["renew"]
    assert told.training_days == need("published")


def test_awards_lapse_in_the_order_of_their_days(team: Cohort) -> None:
    assert [(each.person, each.due, each.lapsed) for each in team.lapsing] == [
        ("Goran", "2025-05-12", True),
        ("Ife", "2025-05-12", True),
        ("Dana", "2027-02-14", False),
        ("Hana", "2027-06-03", False),
        ("Jonas", "2027-09-20", False),
    ]


def test_an_award_of_a_later_day_has_not_lapsed_and_is_not_told() -> None:
    held = (Held("p3o-foundation", date(2027, 1, 1)),)
    assert one(Profile(experience_level="analyst", holds=held), "p").lapsing == ()


def test_the_most_shared_comes_first(team: Cohort) -> None:
    for shared in (team.next_steps, team.gaps, team.missing_facts):
        counts = [len(each.people) for each in shared]
        assert counts == sorted(counts, reverse=True)


# --- the summary ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "suffix"), [("markdown", "md"), ("html", "html"), ("json", "json")]
)
def test_the_summary_is_the_golden_summary(form: str, suffix: str, team: Cohort) -> None:
    told = cohort(team.members, team.as_of, team.catalogue, ("team.csv:14",))
    golden(
        f"cohort.{suffix}", summary_renderer(form)(told).replace(team.catalogue.digest, "sha256:0")
    )


@pytest.mark.parametrize("form", READERS)
def test_every_person_step_gap_and_fact_stands_in_every_format(form: str, team: Cohort) -> None:
    text = readers.plain(READERS[form](summary_renderer(form)(team)).text)
    said = [each.person for each in team.members] + [each.short for each in team.next_steps]
    said += [each.text for each in team.gaps] + [each.what for each in team.cost.not_published]
    assert [each for each in said if readers.plain(each) not in text] == []
    assert (
        "22 to 27 days for 9 people; not published, or not known to us, for 1 person; not settled for 1 person; nothing yet for 1 person."
        in text
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
            "not published, or not known to us, for 1 person; not settled for 1 person; nothing yet for",
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
    assert json.loads(summary_renderer("json")(told))["unread"] == unread


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


# --- the chart ------------------------------------------------------------------------------


def drawn(*bars: Bar, key: str = "") -> ElementTree.Element:
    return ElementTree.fromstring(
        chart_svg(Chart(name="c", title="Title & <more>", bars=bars, key=key), "chart-c")
    )


def test_a_chart_says_in_words_what_it_shows() -> None:
    found = drawn(
        Bar(text="A: 3 people", count=3, open=1),
        Bar(text="B: nobody", count=0),
        key="Broken: open.",
    )
    assert found.attrib["role"] == "img"
    ids = {each.attrib.get("id"): each.text for each in found.iter()}
    assert [ids[name] for name in found.attrib["aria-labelledby"].split()] == [
        "Title & <more>",
        "A: 3 people; B: nobody. Broken: open.",
    ]
    shown = " ".join(each.text or "" for each in found.iter("{http://www.w3.org/2000/svg}text"))
    assert shown == "A: 3 people B: nobody Broken: open."


def test_bars_are_as_long_as_what_they_count_and_what_is_open_is_an_outline() -> None:
    found = drawn(Bar(text="A", count=4), Bar(text="B", count=2, open=2), Bar(text="C", count=0))
    full, outline = found.findall("{http://www.w3.org/2000/svg}rect")
    assert float(full.attrib["width"]) == pytest.approx(2 * float(outline.attrib["width"]), abs=5)
    assert "stroke-dasharray" not in full.attrib
    assert outline.attrib["stroke-dasharray"]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4), st.text(max_size=30))
def test_any_text_in_a_chart_stays_text(texts: list[str], key: str) -> None:
    found = drawn(*(Bar(text=text, count=1) for text in texts), key=key)
    tags = {each.tag.rpartition("}")[2] for each in found.iter()}
    assert tags <= {"svg", "title", "desc", "style", "text", "rect", "path"}


def test_needed_is_empty_for_nobody() -> None:
    empty = Needed(sums=(), unpublished=(), open=(), not_published=())
    assert (team_of(()).training_days, team_of(()).cost) == (empty, empty)
