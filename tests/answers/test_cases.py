"""Personas: every case of cases/*.yaml is a made-up person on a day, and what the advice must say.
The files titles*.yaml there are titles, not people, and say themselves what their keys are.

A file is a list of cases. Keys of a case:

id            stable, unique over all files
says          what is promised, in one sentence
source        the public address of the statement it stands for; or `judgement: ours`; or
trial         the public address where the situation was found, and what a person there needed
profile, on   the facts, as in a profile file, and the day
next_steps    the next steps, exactly, in any order
next_includes next steps among others
routes        the routes of rank 1, exactly, each a list of steps
in_rank_1     destinations that are of rank 1, among others
not_in_rank_1 certifications that stand on no route of rank 1
renews        steps of rank 1 that are renewals, exactly
verdicts      certification: verdict, or several joined by `or`
eligibility   certification: met, not_met or unknown
gaps          certification: the entry requirements that are not met or not known, exactly
statuses      certification: status on the day
superseded_by certification: what is said to have replaced it
cautions      rules of cautions that must be there; `rule@certification` says about which
no_cautions   rules of cautions that must not be there
missing       facts that must be among the missing ones
not_missing   facts that must not be
decides       fact: answer: the next steps to which that answer leads, exactly
career_level  `none`, or some of id, assumed, other_readings, reasons (how many are given)
aim           `none`, or some of id, number, levels_up (`none` where the own level is not known),
              named, reasons (how many are given)
none          `true`: there is no route
defect        what the program does not do yet: the case must fail until it does
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from paths import CASES
from told_codes import unexplained

from pmo_path.answers.advise import advise
from pmo_path.contract.advice import Advice, Considered
from pmo_path.core.documents import Document, read_yaml
from pmo_path.core.json_text import json_data
from pmo_path.core.scalars import parse_day
from pmo_path.engine.decision import decide
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile

Finding = Iterator[str]


# --- expectations --------------------------------------------------------------------


def same(what: str, wanted: Any, got: Any) -> Finding:
    if wanted != got:
        yield f"{what}: expected {wanted}, got {got}"


def subset(what: str, wanted: list[str], got: set[str]) -> Finding:
    if missing := set(wanted) - got:
        yield f"{what}: expected {sorted(missing)} among {sorted(got)}"


def apart(what: str, unwanted: list[str], got: set[str]) -> Finding:
    if both := set(unwanted) & got:
        yield f"{what}: did not expect {sorted(both)}"


def first_routes(advice: Advice) -> list[list[str]]:
    return [
        [step.certification for step in route.steps] for route in advice.routes if route.rank == 1
    ]


def renewals(advice: Advice) -> list[str]:
    steps = [step for route in advice.routes if route.rank == 1 for step in route.steps]
    return sorted({step.certification for step in steps if step.action == "renew"})


def each(
    look: Callable[[Considered], Any], allowed: Callable[[Any], Any]
) -> Callable[[Advice, Any], Finding]:
    """Return an expectation about single certifications: what to look at, and how to read what is
    wanted.
    """

    def check(advice: Advice, wanted: Mapping[str, Any]) -> Finding:
        found = {one.certification: one for one in advice.considered}
        for certification, value in wanted.items():
            got = look(found[certification])
            if got not in allowed(value):
                yield f"{certification}: expected {value}, got {got}"

    return check


def cautioned(advice: Advice) -> set[str]:
    return {one.rule for one in advice.cautions} | {
        f"{one.rule}@{one.certification}" for one in advice.cautions
    }


def level(advice: Advice, wanted: Any) -> Finding:
    if wanted == "none":
        yield from same("career level", None, advice.career_level and advice.career_level.id)
    elif advice.career_level is None:
        yield f"career level: expected {wanted}, got none"
    else:
        got = {
            "id": advice.career_level.id,
            "assumed": str(advice.career_level.assumed).lower(),
            "other_readings": list(advice.career_level.other_readings),
            "reasons": str(len(advice.career_level.because)),
        }
        yield from same("career level", wanted, {key: got.get(key) for key in wanted})


def aim(advice: Advice, wanted: Any) -> Finding:
    got = (
        {key: str(value).lower() for key, value in json_data(advice.aim).items()}
        if advice.aim
        else {}
    )
    if advice.aim:
        got["reasons"] = str(len(advice.aim.because))
    if wanted == "none":
        yield from same("aim", {}, got)
    else:
        yield from same("aim", wanted, {key: got.get(key) for key in wanted})


def decides(advice: Advice, wanted: Mapping[str, Mapping[str, list[str]]]) -> Finding:
    found = {
        one.fact: {answer.answer: sorted(answer.next_steps) for answer in one.decides}
        for one in advice.missing_facts
    }
    for fact, answers in wanted.items():
        for answer, steps in answers.items():
            yield from same(
                f"{fact} = {answer} decides", sorted(steps), found.get(fact, {}).get(answer)
            )


EXPECTATIONS: Mapping[str, Callable[[Advice, Any], Finding]] = {
    "next_steps": lambda advice, wanted: same(
        "next steps", sorted(wanted), sorted(advice.next_steps)
    ),
    "next_includes": lambda advice, wanted: subset("next steps", wanted, set(advice.next_steps)),
    "routes": lambda advice, wanted: same(
        "routes of rank 1", sorted(wanted), sorted(first_routes(advice))
    ),
    "in_rank_1": lambda advice, wanted: subset(
        "destinations of rank 1", wanted, {route[-1] for route in first_routes(advice)}
    ),
    "not_in_rank_1": lambda advice, wanted: apart(
        "rank 1", wanted, {step for route in first_routes(advice) for step in route}
    ),
    "renews": lambda advice, wanted: same("renewals of rank 1", sorted(wanted), renewals(advice)),
    "verdicts": each(lambda one: one.verdict, lambda text: text.split(" or ")),
    "eligibility": each(lambda one: one.eligibility, lambda text: [text]),
    "gaps": each(
        lambda one: sorted(gap.requirement for gap in one.gaps), lambda ids: [sorted(ids)]
    ),
    "statuses": each(lambda one: one.status, lambda text: [text]),
    "superseded_by": each(lambda one: list(one.superseded_by), lambda ids: [ids]),
    "cautions": lambda advice, wanted: subset("cautions", wanted, cautioned(advice)),
    "no_cautions": lambda advice, wanted: apart("cautions", wanted, cautioned(advice)),
    "missing": lambda advice, wanted: subset(
        "missing facts", wanted, {one.fact for one in advice.missing_facts}
    ),
    "not_missing": lambda advice, wanted: apart(
        "missing facts", wanted, {one.fact for one in advice.missing_facts}
    ),
    "decides": decides,
    "career_level": level,
    "aim": aim,
    "none": lambda advice, wanted: same(
        "no route", wanted == "true", not advice.routes and advice.next_step is None
    ),
}
KEYS = {"id", "says", "source", "judgement", "trial", "profile", "on", "defect", *EXPECTATIONS}


# --- reading -------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """One case of a file, as plain data."""

    file: str
    data: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.data["id"])

    def profile(self, catalogue: Catalogue) -> Profile:
        return read_profile(
            Document(f"{self.file}: {self.id}", self.data["profile"], {}), catalogue.names
        )


def read_cases(text: str, file: str) -> list[Case]:
    """Return the cases of a file; raise ValueError with what is wrong with one."""
    cases = [Case(file, data) for data in read_yaml(text, file).data]
    for case in cases:
        if wrong := faults(case.data):
            raise ValueError(f"{file}: {case.data.get('id')}: {wrong}")
    return cases


def faults(data: Mapping[str, Any]) -> str:
    if unknown := set(data) - KEYS:
        return f"unknown keys {sorted(unknown)}"
    if missing := {"id", "says", "profile", "on"} - set(data):
        return f"missing keys {sorted(missing)}"
    if ("source" in data) + ("trial" in data) + (data.get("judgement") == "ours") != 1:
        return "give one of `source:`, `trial:` and `judgement: ours`"
    if not set(data) & set(EXPECTATIONS):
        return "nothing is expected"
    return ""


def all_cases() -> list[Case]:
    files = sorted(set(CASES.glob("*.yaml")) - set(CASES.glob("titles*.yaml")))
    return [
        case for file in files for case in read_cases(file.read_text(encoding="utf-8"), file.name)
    ]


def parameter(case: Case) -> Any:
    marks = (
        [pytest.mark.xfail(strict=True, reason=case.data["defect"])]
        if "defect" in case.data
        else []
    )
    return pytest.param(case, id=f"{Path(case.file).stem}/{case.id}", marks=marks)


ALL = all_cases()


# --- tests ---------------------------------------------------------------------------


@pytest.mark.parametrize("case", [parameter(case) for case in ALL])
def test_case(case: Case, catalogue: Catalogue) -> None:
    advice = advise(catalogue, case.profile(catalogue), parse_day(case.data["on"]))
    wrong = [
        finding
        for key in case.data
        if key in EXPECTATIONS
        for finding in EXPECTATIONS[key](advice, case.data[key])
    ]
    assert not wrong, "\n  ".join([f"{case.file}: {case.id}: {case.data['says']}", *wrong])
    assert unexplained(advice) == set()


def test_ids_are_unique() -> None:
    ids = [case.id for case in ALL]
    assert sorted(set(ids)) == sorted(ids)


def test_sources_are_those_of_the_catalogue(catalogue: Catalogue) -> None:
    known = {source.address for source in catalogue.sources.values()}
    assert {case.data["source"] for case in ALL if "source" in case.data} <= known


def test_every_rule_is_at_work_in_a_case(catalogue: Catalogue) -> None:
    at_work = {
        rule.id
        for case in ALL
        for rule in decide(
            on_day(catalogue, parse_day(case.data["on"])), case.profile(catalogue)
        ).case.met.applied
    }
    assert at_work == {rule.id for rule in catalogue.rules}


GOOD = """
- id: one
  says: something
  judgement: ours
  profile: {}
  on: 2026-11-22
  none: true
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("none: true", "none: true\n  next_step: [p3o-foundation]"),
        ("none: true", ""),
        ("judgement: ours", ""),
        ("judgement: ours", "judgement: ours\n  source: https://example.org"),
        ("says: something", ""),
    ],
    ids=["unknown key", "no expectation", "no source", "two sources", "missing key"],
)
def test_a_faulty_case_is_an_error(old: str, new: str) -> None:
    assert read_cases(GOOD, "good.yaml")
    with pytest.raises(ValueError, match=r"bad\.yaml: one"):
        read_cases(GOOD.replace(old, new), "bad.yaml")


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("next_steps", ["p3o-foundation", "ipmo-f", "ipmo-e"]),
        ("next_includes", ["ipmo-e"]),
        ("routes", [["ipmo-f"]]),
        ("in_rank_1", ["ipmo-e"]),
        ("not_in_rank_1", ["ipmo-f"]),
        ("renews", ["ipmo-f"]),
        ("verdicts", {"ipmo-f": "later or held"}),
        ("eligibility", {"ipmo-f": "unknown"}),
        ("gaps", {"ipmo-f": ["experience"]}),
        ("statuses", {"ipmo-f": "withdrawn"}),
        ("superseded_by", {"ipmo-f": ["ipmo-p"]}),
        ("cautions", ["stale"]),
        ("no_cautions", ["one-voice"]),
        ("missing", ["role"]),
        ("not_missing", ["goals"]),
        ("decides", {"goals": {"frameworks": ["ipmo-f"]}}),
        ("career_level", {"id": "entry"}),
        ("career_level", "none"),
        ("none", "true"),
    ],
)
def test_every_expectation_can_fail(key: str, wanted: Any, catalogue: Catalogue) -> None:
    profile = read_profile(Document("analyst", {"role": "PMO analyst"}, {}), catalogue.names)
    advice = advise(catalogue, profile, parse_day("2018-07-01"))
    assert list(EXPECTATIONS[key](advice, wanted))
