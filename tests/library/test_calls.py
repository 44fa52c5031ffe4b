"""The library's functions: what they take, what they refuse, and that nothing is shared."""

from __future__ import annotations

import inspect
import json
import re
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from loading import loaded
from msgspec import Struct
from paths import EXAMPLES, SMALL
from program import call
from strategies import profile_data, shipped

import pmo_path
from pmo_path import PmoPathError, Profile
from pmo_path.library import json_answers

DAY = date(2026, 11, 22)
TEXT = "2026-11-22"
ANNA: dict[str, object] = {"name": "Anna", "role": "PMO analyst", "years_in_pmo": "2-4"}
HOLDER: dict[str, object] = {
    "role": "PMO manager",
    "holds": [{"certification": "p3o-foundation", "awarded_on": date(2025, 5, 1)}, "PMP"],
    "needed_by": date(2027, 3, 1),
    "years_in_pmo": 6,
    "pmo_types": ["tactical"],
    "prices": {"p3o-practitioner": "1000-1200 GBP"},
}


def catalogue() -> pmo_path.Catalogue:
    return pmo_path.load_catalogue()


def answers() -> dict[str, Callable[[], Any]]:
    """Everything that answers, asked in the same way each time."""
    known = catalogue()
    return {
        "catalogue": lambda: known,
        "read_profile": lambda: pmo_path.read_profile(HOLDER, known),
        "advise": lambda: pmo_path.advise(known, HOLDER, DAY),
        "explain": lambda: pmo_path.explain(known, "ipmo-p", HOLDER, DAY),
        "explain nobody": lambda: pmo_path.explain(known, "pmo-cp", {}, DAY),
        "compare": lambda: pmo_path.compare(known, ["PMP", "p3o-foundation"], DAY),
        "next_question": lambda: pmo_path.next_question(known, {"role": "PMO analyst"}, DAY),
        "batch": lambda: list(pmo_path.batch(known, [ANNA, HOLDER], DAY)),
        "cohort": lambda: pmo_path.cohort(known, [ANNA, HOLDER], DAY),
    }


# --- what is taken -------------------------------------------------------------------


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.yaml")), ids=lambda file: file.stem)
def test_an_example_is_the_same_person_however_it_is_given(file: Path) -> None:
    person = pmo_path.read_profile(file)
    assert pmo_path.read_profile(str(file)) == person
    assert pmo_path.read_profile(yaml.safe_load(file.read_text("utf-8"))) == person
    printed = call("advise", file, "--as-of", TEXT, "--json").out
    for given_as, day in ((person, TEXT), (yaml.safe_load(file.read_text("utf-8")), DAY)):
        assert pmo_path.to_json(pmo_path.advise(catalogue(), given_as, day)) == printed


def test_facts_of_toml_are_facts() -> None:
    text = (
        'role = "PMO manager"\nyears_in_pmo = 6.5\nneeded_by = 2027-03-01\n'
        'holds = [{certification = "p3o-foundation", awarded_on = 2025-05-01}]\n'
    )
    for facts in (tomllib.loads(text), tomllib.loads(text, parse_float=Decimal)):
        person = pmo_path.read_profile(facts)
        assert person.needed_by == date(2027, 3, 1)
        assert person.years_in_pmo == pmo_path.Range(6.5, 6.5)
        assert person.holds == (pmo_path.Held("p3o-foundation", date(2025, 5, 1)),)


@given(profile_data())
def test_a_profile_is_read_as_itself(facts: dict[str, object]) -> None:
    person = pmo_path.read_profile(facts, shipped())
    assert pmo_path.read_profile(person, shipped()) == person


def test_a_catalogue_is_loaded_from_text_or_a_path() -> None:
    assert pmo_path.load_catalogue(str(SMALL)) is pmo_path.load_catalogue(SMALL)
    assert pmo_path.load_catalogue(SMALL).digest != catalogue().digest


def test_other_answers_are_those_of_the_commands() -> None:
    facts = ("--role", "PMO analyst", "--years", "2-4", "--as-of", TEXT, "--json")
    person = {key: value for key, value in ANNA.items() if key != "name"}
    explained = pmo_path.explain(catalogue(), "P3O Practitioner", person, TEXT)
    assert pmo_path.to_json(explained) == call("explain", "P3O Practitioner", *facts).out
    compared = pmo_path.compare(catalogue(), ("PMP", "P3O Foundation"), TEXT)
    printed = call("catalogue", "compare", "PMP", "P3O Foundation", "--as-of", TEXT, "--json")
    assert pmo_path.to_json(compared) == printed.out


def test_a_table_is_answered_as_by_batch(tmp_path: Path) -> None:
    table = tmp_path / "team.csv"
    table.write_text("name,role,goals\nAnna,PMO analyst,\nBen,PMO analyst,wizardry\n", "utf-8")
    printed = call("batch", table, "--as-of", TEXT).out.splitlines()
    lines = list(pmo_path.batch(catalogue(), table, DAY))
    assert [json.loads(pmo_path.to_json(line)) for line in lines] == list(map(json.loads, printed))
    assert [line.line for line in lines] == [2, 3]
    team = pmo_path.cohort(catalogue(), str(table), DAY)
    assert (team.size, team.unread[0].place, team.unread[0].name) == (1, f"{table}:3", "Ben")


def test_a_cohort_is_the_summary_that_report_writes(tmp_path: Path) -> None:
    target = tmp_path / "reports"
    call("report", EXAMPLES, "--format", "json", "-o", target, "--as-of", TEXT)
    written = json.loads((target / "summary.json").read_text("utf-8"))
    told = json.loads(pmo_path.to_json(pmo_path.cohort(catalogue(), EXAMPLES, DAY)))
    for member in written["members"]:
        member["report"] = ""  # a library writes none
    assert told == written


def test_a_batch_answers_one_at_a_time() -> None:
    def people() -> Iterator[dict[str, object]]:
        yield ANNA
        raise RuntimeError("asked for too early")

    lines = pmo_path.batch(catalogue(), people(), DAY)
    assert next(lines).line == 1
    with pytest.raises(RuntimeError):
        next(lines)


def test_the_questions_come_to_an_end_and_their_choices_are_read() -> None:
    known: dict[str, object] = {}
    closed: list[str] = []
    bounds = []
    while asked := pmo_path.next_question(catalogue(), known, DAY, closed):
        assert asked.fact not in {*known, *closed}
        bounds.append(asked.at_most)
        if asked.choices:
            value = next(iter(asked.choices))
            known[asked.fact] = [value] if asked.many else value
            pmo_path.read_profile(known, catalogue(), strict=True)
        else:
            closed.append(asked.fact)
    assert len(bounds) > 1
    assert all(bound >= left for bound, left in zip(reversed(bounds), range(1, 99), strict=False))


# --- what is refused -----------------------------------------------------------------


def nested() -> dict[str, object]:
    facts: dict[str, object] = {}
    facts["holds"] = [facts]
    return facts


def linked_in_a_circle() -> Path:
    link = Path(tempfile.mkdtemp(), "link")
    link.symlink_to(link)
    return link


THING: Any = object()
REFUSED: dict[str, tuple[str, Callable[[], object]]] = {
    "a catalogue": ("wrong-type", lambda: pmo_path.advise(THING, {}, DAY)),
    "a directory": ("wrong-type", lambda: pmo_path.load_catalogue(THING)),
    "no directory": ("no-such-directory", lambda: pmo_path.load_catalogue("nowhere")),
    "a long name": ("cannot-read", lambda: pmo_path.load_catalogue("a" * 5000)),
    "a loop of links": ("cannot-read", lambda: pmo_path.load_catalogue(linked_in_a_circle())),
    "a null": ("no-such-directory", lambda: pmo_path.load_catalogue("a\0b")),
    "a profile": ("wrong-type", lambda: pmo_path.advise(catalogue(), THING, DAY)),
    "no profile": ("wrong-type", lambda: pmo_path.explain(catalogue(), "pmp", None, DAY)),  # type: ignore[arg-type]
    "a path": ("wrong-type", lambda: pmo_path.read_profile(THING)),
    "a path of bytes": ("wrong-type", lambda: pmo_path.read_profile(b"a.yaml")),  # type: ignore[arg-type]
    "a path with a null": ("cannot-read", lambda: pmo_path.read_profile("a\0b")),
    "no file": ("cannot-read", lambda: pmo_path.read_profile("nowhere.yaml")),
    "standard input": ("cannot-read", lambda: pmo_path.read_profile("-")),
    "a number as day": ("bad-date", lambda: pmo_path.advise(catalogue(), {}, 2026)),  # type: ignore[arg-type]
    "no such day": ("bad-date", lambda: pmo_path.advise(catalogue(), {}, "2026-02-30")),
    "a moment": ("bad-date", lambda: pmo_path.advise(catalogue(), {}, datetime(2026, 1, 1))),
    "a key": ("profile-invalid", lambda: pmo_path.read_profile({1: "x"})),  # type: ignore[dict-item]
    "nested": ("too-deep", lambda: pmo_path.read_profile(nested())),
    "a certification": ("wrong-type", lambda: pmo_path.explain(catalogue(), THING, {}, DAY)),
    "no certification": (
        "unknown-certification",
        lambda: pmo_path.explain(catalogue(), "wizardry", {}, DAY),
    ),
    "one to compare": ("wrong-type", lambda: pmo_path.compare(catalogue(), "pmp", DAY)),
    "one in a list": ("usage", lambda: pmo_path.compare(catalogue(), ["pmp"], DAY)),
    "a thing to compare": ("wrong-type", lambda: pmo_path.compare(catalogue(), [THING], DAY)),
    "one closed": ("wrong-type", lambda: pmo_path.next_question(catalogue(), {}, DAY, "role")),
    "no fact": (
        "unknown-key",
        lambda: pmo_path.next_question(catalogue(), {}, DAY, ["role", "wizardry"]),
    ),
    "a thing closed": (
        "unknown-key",
        lambda: pmo_path.next_question(catalogue(), {}, DAY, [THING]),
    ),
    "one person": ("wrong-type", lambda: pmo_path.batch(catalogue(), ANNA, DAY)),  # type: ignore[arg-type]
    "a text file": ("usage", lambda: pmo_path.batch(catalogue(), "team.txt", DAY)),
    "no table": ("cannot-read", lambda: next(pmo_path.batch(catalogue(), "no.csv", DAY))),
    "a number of people": ("wrong-type", lambda: pmo_path.cohort(catalogue(), 3, DAY)),  # type: ignore[arg-type]
    "nobody read": ("profiles-unread", lambda: pmo_path.cohort(catalogue(), [THING], DAY)),
    "an answer": ("wrong-type", lambda: pmo_path.to_json({"kind": "advice"})),
    "a catalogue as an answer": ("wrong-type", lambda: pmo_path.to_json(catalogue())),
    "a thing of no name": ("wrong-type", lambda: pmo_path.term(catalogue(), THING, DAY)),
    "no term": ("unknown-term", lambda: pmo_path.term(catalogue(), "wizardry", DAY)),
    "a certification as a term": ("unknown-term", lambda: pmo_path.term(catalogue(), "PMP", DAY)),
    "a word for strict": ("wrong-type", lambda: pmo_path.read_profile({}, strict="no")),  # type: ignore[arg-type]
    "a sheet of a list": ("usage", lambda: pmo_path.cohort(catalogue(), [ANNA], DAY, sheet="x")),
    "a sheet of CSV": ("usage", lambda: pmo_path.batch(catalogue(), "team.csv", DAY, sheet="x")),
    "a number of a sheet": (
        "wrong-type",
        lambda: pmo_path.batch(catalogue(), [ANNA], DAY, sheet=3),  # type: ignore[arg-type]
    ),
}
# Every call that takes a list of texts.
LISTS: dict[str, Callable[[Any], object]] = {
    "assumptions": lambda texts: pmo_path.plan(catalogue(), ANNA, DAY, assume=texts),
    "rates": lambda texts: pmo_path.plan(catalogue(), ANNA, DAY, exchange=texts),
    "changes": lambda texts: pmo_path.explain(catalogue(), "pmp", ANNA, DAY, what_if=texts),
    "certifications": lambda texts: pmo_path.compare(catalogue(), texts, DAY),
    "facts": lambda texts: pmo_path.next_question(catalogue(), ANNA, DAY, texts),
    "files": lambda texts: pmo_path.import_profile(texts, DAY, catalogue()),
    "people": lambda texts: pmo_path.cohort(catalogue(), texts, DAY),
}


@pytest.mark.parametrize("name", LISTS)
@given(
    texts=st.one_of(st.none(), st.integers(), st.booleans(), st.binary())
    | st.lists(
        st.one_of(st.none(), st.integers(), st.binary(), st.lists(st.text()), st.text())
        | st.sampled_from(("entry to analyst=9e9 years", "1 EUR=0.0 GBP", "pmp=3-1 days", "\ud800"))
        | st.dictionaries(st.text(), st.text()),
        min_size=1,
        max_size=3,
    )
)
def test_a_list_of_anything_is_answered_or_refused(name: str, texts: Any) -> None:
    try:
        LISTS[name](texts)
    except PmoPathError:
        return
    else:
        assert isinstance(texts, list)
        assert all(isinstance(text, str | dict) for text in texts)


def test_everything_that_answers_has_json() -> None:
    """Whatever a function of the library returns, but a catalogue, is printed by `to_json`."""
    functions = filter(inspect.isfunction, (getattr(pmo_path, name) for name in pmo_path.__all__))
    told = " ".join(function.__annotations__["return"] for function in functions)
    answering = {*re.findall(r"[A-Z]\w+", told)} - {"Catalogue", "Iterator", "None"}
    assert {"CareerPlan", "TermView", "BatchLine", "Advice"} <= answering
    source = inspect.getsource(json_answers)
    assert [kind for kind in answering if f"{kind}()" not in source] == []


def test_a_plan_and_a_term_are_those_of_the_commands() -> None:
    wishes = ("--assume", "analyst to manager=3 years", "--exchange", "1 GBP=1.15 EUR")
    printed = call("plan", "--role", "PMO analyst", "--as-of", TEXT, "--json", *wishes).out
    facts = {"role": "PMO analyst"}
    made = pmo_path.plan(catalogue(), facts, DAY, assume=wishes[1:2], exchange=wishes[3:])
    assert pmo_path.to_json(made) == printed
    for name, command in (("CAPM", "explain"), ("AIPMO", "catalogue show"), ("PMI-CP", "explain")):
        told = pmo_path.to_json(pmo_path.term(catalogue(), name, DAY))
        assert told == call(*command.split(), name, "--as-of", TEXT, "--json").out
    with pytest.raises(PmoPathError) as error:
        pmo_path.explain(catalogue(), "CAPM", {}, DAY)
    assert "`term`" in str(error.value.problems[0].hint)


def test_an_award_takes_a_day_as_text_as_every_fact_does() -> None:
    person = pmo_path.read_profile({"holds": [pmo_path.Held("pmp", "2024-01-01")]})  # type: ignore[arg-type]
    assert person.holds == (pmo_path.Held("pmp", date(2024, 1, 1)),)


def test_facts_that_are_in_no_file_name_none() -> None:
    told = []
    for work in (
        lambda: pmo_path.read_profile({"goal": "basics", "years_in_pmo": "x"}),
        lambda: pmo_path.read_profile(nested()),
        lambda: pmo_path.cohort(catalogue(), [{"goal": "basics"}, nested()], DAY),
    ):
        with pytest.raises(PmoPathError) as error:
            work()
        told += json.loads(pmo_path.to_json(error.value))["errors"]
    assert len(told) == 5
    assert {problem["file"] for problem in told} == {None}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused(name: str) -> None:
    code, work = REFUSED[name]
    with pytest.raises(PmoPathError) as error:
        work()
    assert error.value.code == code
    assert error.value.problems
    assert json.loads(pmo_path.to_json(error.value))["code"] == code


WRONG = [
    THING,
    3j,
    b"x",
    {1, 2},
    datetime(2026, 1, 1),
    True,
    -(10**400),
    float("nan"),
    {"a": THING},
]
WRONG += [[THING], {THING: 1}, [[["x"]]], "\ud800", "", pmo_path.Held(THING, THING)]
WRONG += [pmo_path.Range(THING, THING), pmo_path.Range(3, 1), (pmo_path.Held("pmp", THING),)]


@pytest.mark.parametrize("fact", Profile.__struct_fields__)
def test_a_wrong_type_of_a_fact_is_our_error_or_read(fact: str) -> None:
    small, people = pmo_path.load_catalogue(SMALL), set()
    for value in WRONG:
        for person in ({fact: value}, Profile(**{fact: value})):
            read = read_or_refused(person, small)
            if isinstance(read, PmoPathError):
                assert read.code == "profile-invalid"
                assert read.problems[0].pointer.startswith(f"/{fact}")
            else:  # such as True for a yes, or a text that is kept as it was said
                assert isinstance(value, bool | str | list | set), value
                people.add(read)
    for person in people:
        assert pmo_path.advise(small, person, DAY)


def read_or_refused(person: Any, known: pmo_path.Catalogue) -> Profile | PmoPathError:
    try:
        return pmo_path.read_profile(person, known)
    except PmoPathError as error:
        return error


def test_a_bad_person_does_not_stop_a_batch() -> None:
    people: list[Any] = [ANNA, THING, {"goals": ["wizardry"]}, Profile(role=THING), HOLDER]
    lines = list(pmo_path.batch(catalogue(), people, DAY))
    bad = [line.line for line in lines if isinstance(line.result, PmoPathError)]
    assert bad == [2, 3, 4]
    codes = [line.result.code for line in lines if isinstance(line.result, PmoPathError)]
    assert codes == ["wrong-type", "profile-invalid", "profile-invalid"]


# --- nothing is shared ---------------------------------------------------------------


def mutable(value: object) -> Iterator[Any]:
    """Yield every list, dict and set in an answer."""
    if isinstance(value, list | dict | set):
        yield value
    parts: list[Any] = []
    if isinstance(value, dict):
        parts = [*value, *value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        parts = list(value)
    elif isinstance(value, Struct):
        parts = [getattr(value, name) for name in value.__struct_fields__]
    for part in parts:
        yield from mutable(part)


def test_nothing_that_is_changed_shows_in_later_answers() -> None:
    def texts() -> dict[str, str]:
        return {key: repr(ask()) for key, ask in answers().items()}

    before = texts()
    for name, ask in answers().items():
        for part in list(mutable(ask())):
            try:
                part.clear()
            except TypeError:  # it says that it is shared, and stays as it is
                assert name == "catalogue"
    assert texts() == before


def test_a_catalogue_cannot_be_changed() -> None:
    parts = list(mutable(catalogue()))
    assert parts
    for part in parts:
        for change in (
            lambda part: part.update(a=1),
            lambda part: part.__setitem__("a", 1),
            lambda part: part.pop(next(iter(part), "a")),
            lambda part: part.setdefault("a", 1),
            lambda part: part.__ior__({"a": 1}),
        ):
            with pytest.raises(TypeError):
                change(part)
    with pytest.raises(AttributeError):
        catalogue().digest = "another"  # type: ignore[misc]


def test_facts_given_stay_the_callers() -> None:
    person: dict[str, object] = {"role": "PMO analyst", "holds": ["PMP"], "unmatched": {}}
    advice = pmo_path.advise(catalogue(), person, DAY)
    assert person == {"role": "PMO analyst", "holds": ["PMP"], "unmatched": {}}
    person["holds"] = []
    assert advice.profile["holds"] == ["pmp"]


@pytest.mark.usefixtures("cached")
def test_asking_loads_neither_the_program_nor_its_terminal() -> None:
    code = "from pmo_path import *; advise(load_catalogue(), {'role': 'PMO analyst'}, '2026-11-22')"
    assert loaded(code) & {"typer", "rich", "pydantic", "questionary", "prompt_toolkit"} == set()
