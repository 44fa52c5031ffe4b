"""The cheapest change that flips a verdict: it does, and no cheaper one of the same facts does."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from pmo_path.answers.counterfactuals import flip, smallest_change
from pmo_path.contract.advice import Change
from pmo_path.core.json_text import json_data
from pmo_path.engine.decision import ADVISED, Decision, decide
from pmo_path.engine.situation import Case, read_case
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import Held, Profile
from pmo_path.profile.profile import fact_to_json as as_json
from proof.costs import WISHES, as_it_is, changes, effort, entry_facts, is_distant
from proof.flips import Changing, advised, awards_of, case_for, changing
from proof.laws import Counts
from proof.people import Person, awards
from proof.sentences import unfinished
from proof.turns import Turn, Ways, turns

Found = Iterator[str]
Awards = tuple[Held, ...] | None


def prove_changes(day: Day, counts: Counts, step: int = 1) -> list[str]:
    """Check the cheapest change of every class, for every certification; return the findings."""
    wrong: list[str] = []
    for target in changing(day):
        ways, classes = turns(day, target, step)
        counts.add("classes of people for a change", len(classes))
        person = Person(target.certification, Profile(), awards_of(day, target.certification))
        sets = list(awards(day, person))
        findings = (
            _later(ways, classes, sets, counts)
            if target.verdict == "later"
            else _closed(day, target, classes, sets, counts)
        )
        wrong += [
            f"{day.date} {target.certification} ({target.verdict}): {finding}"
            for finding in findings
        ]
    return wrong


def _later(ways: Ways, classes: Iterable[Turn], sets: list[Awards], counts: Counts) -> Found:
    """Check the certifications beyond a person's aim, with sets of awards as bits of an integer.

    The search depends only on which change flips the verdict at what cost, so it runs once for all
    people and awards for whom that is the same.
    """
    day, target = ways.day, ways.target
    held = [read_case(day, Profile(holds=holds)).valid(target.certification) for holds in sets]
    here = sum(1 << place for place, valid in enumerate(held) if not valid)
    reached = [_open(day, target.certification, profile, sets) for profile in ways.profiles]
    met = set()
    for turn in classes:
        left = here & ~reached[turn.now]
        counts.add("people and awards beyond whose aim something lies", left.bit_count())
        led = tuple((cost, reached[way]) for cost, way in turn.led)
        if (left, led) in met:
            continue
        met.add((left, led))
        for cost, group in itertools.groupby(led, key=lambda step: step[0]):
            hit = 0
            for _, flips in group:
                hit |= flips & left
            left &= ~hit
            if hit:
                yield from _named(day, target, _lowest(turn.profile, hit, sets), cost, counts)
        if left:
            yield from _named(day, target, _lowest(turn.profile, left, sets), None, counts)


def _open(day: Day, certification: str, profile: Profile, sets: list[Awards]) -> int:
    cases = (case_for(day, certification, replace(profile, holds=holds)) for holds in sets)
    return sum(1 << place for place, case in enumerate(cases) if advised(case, certification))


def _lowest(profile: Profile, bits: int, sets: list[Awards]) -> Profile:
    return replace(profile, holds=sets[(bits & -bits).bit_length() - 1])


def _closed(
    day: Day, target: Changing, classes: Iterable[Turn], sets: list[Awards], counts: Counts
) -> Found:
    """Check everybody to whom a certification is closed, one by one."""
    for turn, held in itertools.product(classes, sets):
        case = read_case(day, replace(turn.profile, holds=held))
        shut = case.eligibility(target.certification).truth is False and not case.valid(
            target.certification
        )
        if not shut or advised(case, target.certification):
            continue
        counts.add("people and awards to whom something is closed")
        tried = sorted(
            changes(case, target.certification, target.keys), key=lambda change: change[0]
        )
        flips = [
            (cost, after)
            for cost, after in tried
            if advised(case_for(day, target.certification, after), target.certification)
        ]
        yield from _named(day, target, case.profile, flips[0][0] if flips else None, counts)
        if flips and not all(_always_less(case, flips[0], other) for other in flips):
            counts.add("cheapest changes that hang on where a number lies between thresholds")


def _always_less(case: Case, best: tuple[float, Profile], other: tuple[float, Profile]) -> bool:
    """Whether a change stays the cheaper one wherever the numbers lie between their thresholds."""
    numbers = [row for row in FACTS if row.kind == "number" and row.effort]
    gone = 0.0
    for row in numbers:
        now, mine, theirs = (
            getattr(profile, row.key) for profile in (case.profile, best[1], other[1])
        )
        if mine != now and (theirs == now or theirs.low < mine.low):
            return False
        start = now.low if now else 0.0
        gone += ((theirs.low - start) if theirs != now else 0.0) * row.effort
        gone -= ((mine.low - start) if mine != now else 0.0) * row.effort
    return best[0] <= other[0] - gone + 1e-9


def _named(
    day: Day, target: Changing, profile: Profile, cost: float | None, counts: Counts
) -> Found:
    """Check that the engine names a change of that cost (None: no change), and that it flips."""
    decision = decide(day, profile)
    if decision.verdicts[target.certification] != target.verdict:
        yield f"is {decision.verdicts[target.certification]}: {profile.plain()}"
        return
    counts.add("cheapest changes")
    named = smallest_change(decision, target.certification)
    named_cost = sum(effort(decision.case, change) for change in named) if named else None
    distant = (
        bool(named)
        and _distant(decision, named)
        and (cost is None or (named_cost or 0) <= cost + 1e-9)
    )
    if distant:
        counts.add("cheapest changes that lead to a distant aim, which are only tried")
    elif (named_cost is None) != (cost is None) or abs((named_cost or 0) - (cost or 0)) > 1e-9:
        yield f"a change of {cost} months flips it, {named_cost} was named: {profile.plain()}"
    if named:
        yield from _flips(decision, target.certification, named, ADVISED)


def _distant(decision: Decision, named: tuple[Change, ...]) -> bool:
    case = decision.case
    aim = next((change.to for change in named if change.fact == "target_level"), None)
    return aim is not None and is_distant(case.day, replace(case.profile, target_level=aim))


def _flips(
    decision: Decision, certification: str, named: tuple[Change, ...], wanted: tuple[str, ...]
) -> Found:
    """Check that a named change starts from the profile and, parsed as an answer, flips."""
    case = decision.case
    for change in named:
        now = as_it_is(case, change.fact)
        if json_data(change.from_) != (None if now is None else as_json(now)):
            profile = case.profile.plain()
            yield f"{change.fact} is changed from {change.from_}, and is {now}: {profile}"
    names = case.day.catalogue.names
    values = {
        change.fact: read_fact(BY_KEY[change.fact], json_data(change.to), names) for change in named
    }
    after = decide(case.day, replace(case.profile, **values))
    if after.verdicts[certification] not in wanted:
        yield f"{values} makes it {after.verdicts[certification]}: {case.profile.plain()}"
    yield from unfinished([json_data(change) for change in named])


# --- a change of any fact, as `explain` names it ---------------------------------------------


def explained(decision: Decision, counts: Counts) -> Found:
    """Check that the change `explain` names flips, and that no cheaper one of two facts does."""
    case = decision.case
    for certification, verdict in decision.verdicts.items():
        outside = case.day.catalogue.certifications[certification].kind == "neighbour"
        if outside or verdict in ("recommended", "held", "unavailable"):
            continue
        named = flip(decision, certification)
        wanted = ("recommended",) if verdict == "alternative" else ADVISED
        counts.add("changes of any fact")
        if named:
            yield from _flips(decision, certification, named, wanted)
        most = sum(effort(case, change) for change in named) if named else float("inf")
        for cost, after in _of_two(case, certification, verdict):
            if cost < most - 1e-9 and decide(case.day, after).verdicts[certification] in wanted:
                found = f"{cost} months flip it, {most} was named"
                yield f"{certification} ({verdict}): {found}: {case.profile.plain()}"
                break


def _of_two(case: Case, certification: str, verdict: str) -> Iterator[tuple[float, Profile]]:
    read = entry_facts(case.day, certification)
    keys = read if verdict == "not_eligible" else tuple(dict.fromkeys((*WISHES, *read)))
    met: set[Any] = set()
    for pair in itertools.combinations(keys, min(2, len(keys))):
        for cost, after in changes(case, certification, pair):
            if after not in met:
                met.add(after)
                yield cost, after
