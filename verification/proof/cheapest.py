"""The cheapest change that flips a verdict: it flips it, and none of the same facts that is cheaper does."""

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
from proof.flips import Changing, Turn, Ways, advised, awards_of, case_for, changing, turns
from proof.laws import Counts
from proof.people import Person, awards
from proof.sentences import unfinished

Found = Iterator[str]
Awards = tuple[Held, ...] | None


def prove_changes(day: Day, counts: Counts, step: int = 1) -> list[str]:
    """Check the cheapest change of everybody, for every certification that they may come to; return what is wrong."""
    wrong: list[str] = []
    for what in changing(day):
        ways, classes = turns(day, what, step)
        counts.add("classes of people for a change", len(classes))
        person = Person(what.certification, Profile(), awards_of(day, what.certification))
        sets = list(awards(day, person))
        found = (
            _later(ways, classes, sets, counts)
            if what.verdict == "later"
            else _closed(day, what, classes, sets, counts)
        )
        wrong += [f"{day.date} {what.certification} ({what.verdict}): {one}" for one in found]
    return wrong


def _later(ways: Ways, classes: Iterable[Turn], sets: list[Awards], counts: Counts) -> Found:
    """By sets of awards, as bits: those that a way is open to; what each change reaches, cheapest first.

    The search asks only which change flips the verdict at what cost, so it is run once for all
    people and awards of whom that is the same.
    """
    day, what = ways.day, ways.what
    held = [read_case(day, Profile(holds=one)).valid(what.certification) for one in sets]
    here = sum(1 << place for place, valid in enumerate(held) if not valid)
    reached = [_open(day, what.certification, profile, sets) for profile in ways.profiles]
    met = set()
    for turn in classes:
        left = here & ~reached[turn.now]
        counts.add("people and awards beyond whose aim something lies", left.bit_count())
        led = tuple((cost, reached[way]) for cost, way in turn.led)
        if (left, led) in met:
            continue
        met.add((left, led))
        for cost, some in itertools.groupby(led, key=lambda one: one[0]):
            hit = 0
            for _, flips in some:
                hit |= flips & left
            left &= ~hit
            if hit:
                yield from _named(day, what, _lowest(turn.profile, hit, sets), cost, counts)
        if left:
            yield from _named(day, what, _lowest(turn.profile, left, sets), None, counts)


def _open(day: Day, certification: str, profile: Profile, sets: list[Awards]) -> int:
    cases = (case_for(day, certification, replace(profile, holds=one)) for one in sets)
    return sum(1 << place for place, case in enumerate(cases) if advised(case, certification))


def _lowest(profile: Profile, bits: int, sets: list[Awards]) -> Profile:
    return replace(profile, holds=sets[(bits & -bits).bit_length() - 1])


def _closed(
    day: Day, what: Changing, classes: Iterable[Turn], sets: list[Awards], counts: Counts
) -> Found:
    """Everybody to whom a certification is closed, one by one."""
    for turn, held in itertools.product(classes, sets):
        case = read_case(day, replace(turn.profile, holds=held))
        shut = case.eligibility(what.certification).truth is False and not case.valid(
            what.certification
        )
        if not shut or advised(case, what.certification):
            continue
        counts.add("people and awards to whom something is closed")
        tried = sorted(changes(case, what.certification, what.keys), key=lambda one: one[0])
        flips = [
            (cost, after)
            for cost, after in tried
            if advised(case_for(day, what.certification, after), what.certification)
        ]
        yield from _named(day, what, case.profile, flips[0][0] if flips else None, counts)
        if flips and not all(_always_less(case, flips[0], other) for other in flips):
            counts.add("cheapest changes that hang on where a number lies between thresholds")


def _always_less(case: Case, best: tuple[float, Profile], other: tuple[float, Profile]) -> bool:
    """Whether a change stays the cheaper one wherever, between the same thresholds, the numbers lie now."""
    numbers = [row for row in FACTS if row.kind == "number" and row.effort]
    gone = 0.0
    for row in numbers:
        now, mine, theirs = (getattr(one, row.key) for one in (case.profile, best[1], other[1]))
        if mine != now and (theirs == now or theirs.low < mine.low):
            return False
        start = now.low if now else 0.0
        gone += ((theirs.low - start) if theirs != now else 0.0) * row.effort
        gone -= ((mine.low - start) if mine != now else 0.0) * row.effort
    return best[0] <= other[0] - gone + 1e-9


def _named(day: Day, what: Changing, profile: Profile, cost: float | None, counts: Counts) -> Found:
    """The engine names a change of that cost (None: that there is none), and it flips the verdict."""
    decision = decide(day, profile)
    if decision.verdicts[what.certification] != what.verdict:
        yield f"is {decision.verdicts[what.certification]}: {profile.plain()}"
        return
    counts.add("cheapest changes")
    named = smallest_change(decision, what.certification)
    said = sum(effort(decision.case, one) for one in named) if named else None
    distant = (
        bool(named) and _distant(decision, named) and (cost is None or (said or 0) <= cost + 1e-9)
    )
    if distant:
        counts.add("cheapest changes that lead to a distant aim, which are only tried")
    elif (said is None) != (cost is None) or abs((said or 0) - (cost or 0)) > 1e-9:
        yield f"a change of {cost} months flips it, {said} was named: {profile.plain()}"
    if named:
        yield from _flips(decision, what.certification, named, ADVISED)


def _distant(decision: Decision, named: tuple[Change, ...]) -> bool:
    case = decision.case
    aim = next((one.to for one in named if one.fact == "target_level"), None)
    return aim is not None and is_distant(case.day, replace(case.profile, target_level=aim))


def _flips(
    decision: Decision, certification: str, named: tuple[Change, ...], wanted: tuple[str, ...]
) -> Found:
    """What is named starts from what the person said and, read back as they would write it, flips the verdict."""
    case = decision.case
    for one in named:
        now = as_it_is(case, one.fact)
        if one.from_ != (None if now is None else as_json(now)):
            yield f"{one.fact} is changed from {one.from_}, and is {now}: {case.profile.plain()}"
    names = case.day.catalogue.names
    said = {one.fact: read_fact(BY_KEY[one.fact], json_data(one.to), names) for one in named}
    after = decide(case.day, replace(case.profile, **said))
    if after.verdicts[certification] not in wanted:
        yield f"{said} makes it {after.verdicts[certification]}: {case.profile.plain()}"
    yield from unfinished([json_data(one) for one in named])


# --- a change of any fact, as `explain` names it ---------------------------------------------


def explained(decision: Decision, counts: Counts) -> Found:
    """The change that `explain` names flips the verdict, and none of one or two facts that is cheaper does."""
    case = decision.case
    for one, verdict in decision.verdicts.items():
        outside = case.day.catalogue.certifications[one].kind == "neighbour"
        if outside or verdict in ("recommended", "held", "unavailable"):
            continue
        named = flip(decision, one)
        wanted = ("recommended",) if verdict == "alternative" else ADVISED
        counts.add("changes of any fact")
        if named:
            yield from _flips(decision, one, named, wanted)
        most = sum(effort(case, each) for each in named) if named else float("inf")
        for cost, after in _of_two(case, one, verdict):
            if cost < most - 1e-9 and decide(case.day, after).verdicts[one] in wanted:
                yield f"{one} ({verdict}): {cost} months flip it, {most} was named: {case.profile.plain()}"
                break


def _of_two(case: Case, certification: str, verdict: str) -> Iterator[tuple[float, Profile]]:
    read = entry_facts(case.day, certification)
    keys = read if verdict == "not_eligible" else tuple(dict.fromkeys((*WISHES, *read)))
    met: set[Any] = set()
    for some in itertools.combinations(keys, min(2, len(keys))):
        for cost, after in changes(case, certification, some):
            if after not in met:
                met.add(after)
                yield cost, after
