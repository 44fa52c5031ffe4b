"""What is checked on whole decisions and whole advice, for a share of the classes: every `step`-th of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pmo_path.advice import Change, plain
from pmo_path.case import Case
from pmo_path.changes import smallest_change
from pmo_path.conditions import certifications_read, facts_read
from pmo_path.decision import ADVISED, Decision, decide
from pmo_path.engine import advise
from pmo_path.facts import BY_KEY, GOALS, LEVELS, Row, profile_fact
from pmo_path.knowledge import Catalogue, Day
from pmo_path.levels import find_role, read_level
from pmo_path.profile import Held, Profile
from pmo_path.routes import possible, steps_to
from pmo_path.values import Range
from proof.answers import tellings
from proof.cells import points, thresholds
from proof.laws import Counts, whole
from proof.people import Person, awards

Found = Iterator[str]
MAY_BE_EMPTY = ("dates", "edition", "note")


def prove_samples(day: Day, people: list[Person], step: int, advices: int, counts: Counts) -> list[str]:
    """Check whole decisions on every `step`-th person, and whole advice on some of those; return what is wrong."""
    wrong: list[str] = []
    chosen = people[::step]
    told = max(1, len(chosen) // advices) if advices else 0
    for number, person in enumerate(chosen):
        some = list(awards(day, person))
        for held in {some[0], some[1], some[number % len(some)]}:
            profile = replace(person.profile, holds=held)
            decision = decide(day, profile)
            counts.add("whole decisions")
            wrong += [
                f"{day.date} {what}: {profile.plain()}" for what in (*whole(decision), *changes(decision, counts))
            ]
        if told and number % told == 0:
            counts.add("whole advices")
            wrong += [f"{day.date} {what}: {profile.plain()}" for what in advice(day, profile)]
    return wrong


def advice(day: Day, profile: Profile) -> Found:
    """There is a next step or a reason for none; every sentence is finished."""
    told = advise(day.catalogue, profile, day.date)
    if not told.next_step and not {"no-level", "nothing-fits"} & {one.rule for one in told.cautions}:
        yield "no next step and no reason"
    data = plain(told)
    del data["profile"]
    for key, text in texts(data):
        if set("{}") & set(text) or "None" in text.replace("None of", "") or "  " in text:
            yield f"an unfinished sentence: {text}"
        if not text.strip() and key not in MAY_BE_EMPTY:
            yield f"an empty sentence: {key}"


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of plain data with the key it stands under."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, key)
    elif isinstance(value, str):
        yield key, value


# --- the cheapest change -------------------------------------------------------------------


def changes(decision: Decision, counts: Counts) -> Found:
    """No change of the same facts that is cheaper than the one that is named flips a verdict; where none is named, none."""
    for one, verdict in decision.verdicts.items():
        if verdict not in ("not_eligible", "later"):
            continue
        found = smallest_change(decision, one)
        counts.add("cheapest changes")
        most = sum(effort(decision.case, each) for each in found) if found else float("inf")
        flips = [
            cost for cost, after in cheaper(decision, one, most) if decision.instead(after).verdicts[one] in ADVISED
        ]
        if flips:
            yield f"{one} ({verdict}): a change of {min(flips):g} months flips it, {most:g} was found"


def effort(case: Case, change: Change) -> float:
    """Return what a change costs in months, by the table of facts."""
    row, to = BY_KEY[change.fact], change.to
    if row.kind == "holds":
        return float(len(to) - len(case.profile.holds or ()))
    if row.kind == "number":
        now = getattr(case.profile, row.key) or Range(0, 0)
        return float((float(to) - now.low) * row.effort)
    if row.kind == "choice":
        return _steps(case, row.key, str(to)) * row.effort
    return row.effort


def _said(case: Case, fact: str) -> Any:
    """Return a choice as it is; a level that was not said, as it is read."""
    said = getattr(case.profile, fact)
    return case.level.levels[0] if fact == "experience_level" and said is None and case.level.levels else said


def _steps(case: Case, fact: str, to: str) -> int:
    values, said = BY_KEY[fact].values, _said(case, fact)
    return max(1, abs(values.index(to) - (values.index(said) if said else 0)))


def cheaper(decision: Decision, certification: str, most: float) -> Iterator[tuple[float, Profile]]:
    """Yield every change of the facts that count for a verdict, at less than a cost."""
    case = decision.case
    need = case.day.requirements(certification)
    read = [profile_fact(fact) for fact in facts_read(need)]
    keys = read if decision.verdicts[certification] == "not_eligible" else ["goals", "target_level"]
    options = [[(0.0, getattr(case.profile, key)), *_options(case, certification, key)] for key in keys]
    for some in itertools.product(*options):
        cost = sum(cost for cost, _ in some)
        if 0 < cost < most - 1e-9:
            yield cost, replace(case.profile, **{key: value for key, (_, value) in zip(keys, some, strict=True)})


def _options(case: Case, certification: str, key: str) -> Iterator[tuple[float, Any]]:
    row, need = BY_KEY[key], case.day.requirements(certification)
    if row.kind == "number":
        now = getattr(case.profile, key) or Range(0, 0)
        for point in points(thresholds([need], key), row.whole):
            if point > now.low:
                yield (point - now.low) * row.effort, Range(point, point)
    elif row.kind == "choice":
        yield from _choices(case, row)
    elif key == "goals":
        yield from ((row.effort, (goal,)) for goal in GOALS if goal not in (case.profile.goals or ()))
    elif row.kind == "holds":
        for other in certifications_read(need):
            if case.day.catalogue.certifications[other].kind == "neighbour" or case.holds(other):
                continue
            steps = steps_to(case, other) if possible(case, other) else None
            if steps:
                yield float(len(steps)), (*(case.profile.holds or ()), *map(Held, steps))


def _choices(case: Case, row: Row) -> Iterator[tuple[float, str]]:
    said = _said(case, row.key)
    for place, value in enumerate(row.values):
        if value != said and (row.change == "any" or place > (row.values.index(said) if said else 0)):
            yield _steps(case, row.key, value) * row.effort, value


# --- the level -------------------------------------------------------------------------------


def prove_levels(catalogue: Catalogue, counts: Counts) -> list[str]:
    """Check every way to tell a level: where title and years are two levels apart, a caution says so."""
    wrong = []
    for profile, levels in tellings(catalogue):
        counts.add("ways to tell a level")
        role = find_role(catalogue, profile.role) if profile.role else None
        years = profile.years_in_pmo
        rules = {one.rule for one in read_level(catalogue, profile).cautions}
        if set(levels) - set(LEVELS) or len(set(levels)) != len(levels):
            wrong.append(f"{profile.plain()}: levels {levels}")
        if role is None or years is None:
            continue
        said = [catalogue.levels[one] for one in LEVELS]
        touched = [
            place
            for place, one in enumerate(said)
            if (one.years.low or 0) <= years.high and (one.years.high is None or years.low < one.years.high)
        ]
        apart = min(abs(LEVELS.index(level) - place) for level in role.levels for place in touched)
        if apart >= 2:
            counts.add("titles and years two levels apart")
            if not rules & {"years-far", "years-near", "level-and-role-disagree"}:
                wrong.append(f"{profile.plain()}: title and years are {apart} levels apart, and no caution says so")
    return wrong
