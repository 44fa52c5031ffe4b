"""What supposed changes would do to the advice about one certification."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from goldens import golden, profile_of
from hypothesis import given, settings
from hypothesis import strategies as st
from program import answer, call, run, valid
from strategies import DAYS, facts_of_profiles, profile_data, shipped
from tried import tried

import pmo_path
from pmo_path.answers.explain import explain
from pmo_path.answers.what_if import explain_supposed
from pmo_path.contract.what_if import WhatIf
from pmo_path.core.documents import Document
from pmo_path.core.errors import PmoPathError
from pmo_path.core.json_text import json_data
from pmo_path.engine.decision import decide
from pmo_path.model.on_day import on_day
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile
from pmo_path.profile.supposed import read_supposed, with_supposed
from pmo_path.reports.text_explanation import explanation_text

DAY = date(2026, 11, 22)
TEXT = DAY.isoformat()
ANALYST = ("--role", "PMO analyst", "--years", "2", "--holds", "none", "--as-of", TEXT)
IDS = sorted(shipped().certifications)
SET = {
    key: values
    for key, values in facts_of_profiles().items()
    if BY_KEY[key].kind in ("number", "choice", "choices")
}
TEXTS = st.fixed_dictionaries({}, optional=SET).map(
    lambda facts: [f"{key}={json.dumps(value)}".replace('"', "") for key, value in facts.items()]
)


def person(**facts: Any) -> Profile:
    return read_profile(Document("a person", facts, {}), shipped().names)


def supposed(profile: Profile, one: str, *texts: str, on: date = DAY) -> WhatIf:
    changes = read_supposed(texts, shipped().names)
    told = explain_supposed(shipped(), one, profile, on, changes)
    valid("explanation", json_data(told))
    assert told.what_if
    return told.what_if


# --- laws --------------------------------------------------------------------------------


@settings(max_examples=tried(12))
@given(base=profile_data(), texts=TEXTS.filter(bool), one=st.sampled_from(IDS), day=DAYS)
def test_a_what_if_is_the_explanation_of_the_changed_profile(
    base: dict[str, Any], texts: list[str], one: str, day: date
) -> None:
    texts = texts[:6]
    before = person(**base)
    after = with_supposed(before, read_supposed(texts, shipped().names))
    view = supposed(before, one, *texts, on=day)
    now, then = (explain(shipped(), one, profile, day) for profile in (before, after))
    assert view.verdict == then.verdict
    assert view.profile == after.plain()
    values = {change.what: (change.from_, change.to) for change in view.values}
    steps = [decide(on_day(shipped(), day), each).next_steps for each in (before, after)]
    assert values.get("next_steps", (steps[0], steps[0])) == tuple(steps)
    verdicts = tuple(each.verdict and each.verdict.verdict for each in (now, then))
    assert values.get("verdict", (verdicts[0], verdicts[0])) == verdicts
    were = {each.requirement: each.eligibility for each in now.requirements}
    would = {each.requirement: each.eligibility for each in then.requirements}
    told = {each.requirement: (each.from_, each.to) for each in view.requirements}
    assert told == {
        name: (were.get(name), met)
        for name, met in would.items()
        if (were.get(name), met) != ("met", "met")
    }
    reasons = [
        {one.text for one in (*(each.verdict.because if each.verdict else ()), *each.above)}
        for each in (now, then)
    ]
    assert {one.text for one in view.because} == reasons[1] - reasons[0]
    assert {one.text for one in view.no_longer} == reasons[0] - reasons[1]
    changed = view.values or reasons[0] != reasons[1]
    assert view.same == (not changed and all(was == met for was, met in told.values()))
    if view.same:
        assert (view.values, view.because, view.no_longer, view.alone, view.needed) == ((),) * 5


@settings(max_examples=tried(10))
@given(base=profile_data(), texts=TEXTS, one=st.sampled_from(IDS), data=st.data())
def test_every_sentence_ends_and_the_order_of_changes_does_not_matter(
    base: dict[str, Any], texts: list[str], one: str, data: st.DataObject
) -> None:
    texts = ["holds+=p3o-foundation", *texts[:5]]
    before = person(**base)
    view = supposed(before, one, *texts)
    assert view == supposed(before, one, *data.draw(st.permutations(texts)))
    sentences = [
        view.text,
        *view.notes,
        *(part.text for part in (*view.values, *view.requirements, *view.answers)),
        *(words for change in view.values for words in change.because),
    ]
    assert [words for words in sentences if not words.endswith((".", ".”"))] == []
    told = explain_supposed(shipped(), one, before, DAY, read_supposed(texts, shipped().names))
    lines = explanation_text(told, 80).splitlines()
    assert [line for line in lines if len(line) > 80 and "://" not in line] == []


@settings(max_examples=tried(5))
@given(base=profile_data(), one=st.sampled_from(IDS))
def test_without_a_change_there_is_no_what_if(base: dict[str, Any], one: str) -> None:
    told = explain_supposed(shipped(), one, person(**base), DAY, ())
    assert told == explain(shipped(), one, person(**base), DAY)
    assert told.what_if is None


# --- examples ----------------------------------------------------------------------------

ENTRY = ("years_in_projects=3", "education=secondary", "pmo_education_hours=10")
EXAMPLES = {
    "entry is opened, and the budget has no part in it": ("pmi-pmocp", *ENTRY, "budget=500 GBP"),
    "one of several does it": ("pmi-pmocp", "works_with=pmi", "country=NL"),
    "nothing changes, as a requirement stays unmet": ("p3o-practitioner", "pmo_education_hours=10"),
    "an award opens the next": ("p3o-practitioner", "holds+=p3o-foundation@2025-03-01"),
    "another reading of the level": ("ipmo-e", "role=unknown", "years_in_pmo=12"),
    "what is not held is taken away": ("ipmo-p", "holds-=ipmo-f", "years_in_pmo=2"),
}


def shown(one: str, *texts: str) -> str:
    done = call("explain", one, *ANALYST, *(word for text in texts for word in ("--what-if", text)))
    assert (done.code, done.err) == (0, "")
    return done.out.partition("\nAS IT IS NOW")[0]


def test_examples_are_the_golden_text() -> None:
    told = (f"=== {name}\n{shown(*words)}\n" for name, words in EXAMPLES.items())
    golden("what-if.txt", "\n".join(told))


def test_an_example_is_the_golden_json() -> None:
    words = [
        word for text in EXAMPLES["an award opens the next"][1:] for word in ("--what-if", text)
    ]
    told = answer("explanation", "explain", "p3o-practitioner", *ANALYST, *words)
    golden("what-if.json", json.dumps(told["what_if"], indent=2, ensure_ascii=False) + "\n")


def test_it_is_told_which_changes_matter() -> None:
    before = person(role="PMO analyst", holds="none", years_in_pmo=2)
    view = supposed(before, "pmi-pmocp", *ENTRY, "budget=500 GBP")
    assert (view.alone, set(view.needed)) == ((), set(ENTRY))
    assert not view.same
    view = supposed(before, "p3o-practitioner", "holds+=p3o-foundation", "years_in_pmo=2.5")
    assert view.alone == view.needed == ("holds+=p3o-foundation",)


def test_what_changes_nothing_says_why() -> None:
    view = supposed(profile_of("graduate-today", shipped()), "p3o-practitioner", "budget=500 GBP")
    assert view.same
    assert view.verdict
    assert view.verdict.because[0].text in view.text
    assert any("decides no verdict" in note for note in view.notes)


def test_every_source_of_a_what_if_is_listed() -> None:
    changes = read_supposed(["role=PMO director"], shipped().names)
    told = explain_supposed(shipped(), "ipmo-e", person(role="PMO analyst"), DAY, changes)
    assert told.what_if
    cited = {source for reason in told.what_if.because for source in reason.sources}
    assert cited
    assert cited <= {source.id for source in told.sources}


def test_a_person_may_be_supposed_where_nothing_is_said() -> None:
    view = supposed(Profile(), "ipmo-p", "role=PMO manager")
    assert view.values[0].what == "verdict"
    assert view.values[0].from_ is None
    assert view.verdict
    back = supposed(person(role="PMO manager"), "ipmo-p", "role=unknown")
    assert (back.verdict, back.requirements) == (None, ())


# --- commands ----------------------------------------------------------------------------


def test_it_runs_with_a_profile_in_a_process_of_its_own() -> None:
    done = run(
        "explain", "IPMO-P", "-", "--what-if", "years_in_pmo=9", "--what-if", "goals+=next-level",
        stdin=b"role: PMO analyst\n",
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    assert "\nWHAT IF\n" in done.out
    assert "\nAS IT IS NOW\n" in done.out


@pytest.mark.parametrize(
    ("one", "text", "told"),
    [
        ("ipmo-p", "years_in_pmo=abc", '--what-if "years_in_pmo=abc": this is not a number'),
        ("ipmo-p", "holds+=Order of Tea", '--what-if "holds+=Order of Tea"'),
        ("CAPM", "years_in_pmo=5", "outside the catalogue"),
    ],
)
def test_a_wrong_change_is_refused_with_its_place(one: str, text: str, told: str) -> None:
    done = call("explain", one, *ANALYST, "--what-if", text, "--strict")
    assert (done.code, done.out) == (2, "")
    assert told in " ".join(done.err.split())


def test_the_library_tells_what_the_command_does() -> None:
    facts = {"role": "PMO analyst", "years_in_pmo": 2, "holds": []}
    told = pmo_path.explain(shipped(), "P3O Practitioner", facts, DAY, what_if=["goals+=basics"])
    words = ("explain", "P3O Practitioner", *ANALYST, "--json", "--what-if", "goals+=basics")
    assert pmo_path.to_json(told) == call(*words).out


@pytest.mark.parametrize(
    ("wrong", "code"),
    [("years_in_pmo=5", "wrong-type"), ([5], "wrong-type"), (["years_in_pmo=x"], "not-a-number")],
)
def test_the_library_refuses_what_is_no_change(wrong: Any, code: str) -> None:
    with pytest.raises(PmoPathError) as refused:
        pmo_path.explain(shipped(), "ipmo-p", {}, DAY, what_if=wrong)
    assert (refused.value.code, refused.value.exit_code) == (code, 2)
