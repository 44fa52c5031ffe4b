"""Find the cheapest change to a profile that flips a verdict.

Changes are tried cheapest first, each by a full decision, so the first that flips the verdict is
the cheapest among the facts tried. Effort is in months, our judgement in the table of facts;
holding a certification costs one month per step on the way to it. Ties go to the change of fewest
facts, then to the order in which facts are tried: that of the entry requirements where only
their facts are, else that of the table.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from pmo_path.answers.change_options import Option, options_for, value_now
from pmo_path.conditions.inspect import facts_read
from pmo_path.contract.advice import Change
from pmo_path.core.memory import remembered
from pmo_path.core.read_only import read_only
from pmo_path.engine.decision import Decision
from pmo_path.engine.equivalence import representative_profile
from pmo_path.engine.situation import Case, read_case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.messages.phrases import value_words
from pmo_path.model.on_day import Day
from pmo_path.profile.facts import AIMS, BY_KEY, FACTS, profile_fact
from pmo_path.profile.meanings import LEVELS
from pmo_path.profile.profile import Profile, fact_to_json

# Facts that a person can choose or change whatever the entry requirements read.
_WISHES = tuple(row.key for row in FACTS if row.wish)
# Limits on the decisions tried in one search: `flip` reports reaching its limit, `smallest_change`
# does not.
MOST_TRIES = 2_000
FEW_TRIES = 30


def smallest_change(decision: Decision, certification: str) -> tuple[Change, ...]:
    """Return the cheapest change that makes a certification advised.

    Computed for the verdicts `not_eligible`, from the facts that its entry requirements read, and
    `later`, from the aims. Empty for all others, and where the search finds no change.
    """
    day, verdict = decision.case.day, decision.verdicts[certification]
    if verdict not in ("not_eligible", "later"):
        return ()
    keys = AIMS if verdict == "later" else _read(day, certification)
    # Keep the exact values of these facts: a change names the value it starts from.
    return _smallest_change(
        day, representative_profile(day, decision.case.profile, *keys), certification, decision
    )


@remembered(2048, key=repr)
def _same(change: tuple[Change, ...]) -> tuple[Change, ...]:
    """Intern equal results, which may hold lists: many equivalence classes share one change."""
    return change


@remembered(2048, key=lambda day, profile, certification, decision: (day, profile, certification))
def _smallest_change(
    day: Day, profile: Profile, certification: str, decision: Decision
) -> tuple[Change, ...]:
    """Return the change for an equivalence class, given its representative and any decision."""
    decision = decision.for_class(profile)
    if decision.verdicts[certification] == "later":
        change = _cheapest(decision, certification, AIMS, FEW_TRIES) or ()
    else:
        change = _cheapest(decision, certification, _read(day, certification)) or ()
    return _same(change)


def flip(decision: Decision, certification: str) -> tuple[Change, ...] | None:
    """Return the cheapest change of wishes or entry facts that makes a certification advised.

    An alternative counts as flipped once it is recommended. Empty where it is recommended, held,
    unavailable or outside our routes, or where no change suffices; None after `MOST_TRIES`.
    """
    if decision.case.day.catalogue.certifications[certification].kind == "neighbour":
        return ()  # never on a route, whatever the profile
    if decision.verdicts[certification] == "not_eligible":
        return _cheapest(
            decision, certification, _read(decision.case.day, certification)
        )  # aims open nothing
    keys = dict.fromkeys((*_WISHES, *_read(decision.case.day, certification)))
    return _cheapest(decision, certification, [row.key for row in FACTS if row.key in keys])


def one_way(decision: Decision, certification: str) -> tuple[Change, ...]:
    """Return some change that makes a certification advised, not shown to be the cheapest.

    First the cheapest that meets its entry requirements, then the cheapest wishes on top, if it
    takes any. Empty where these do not suffice.
    """
    case, day = decision.case, decision.case.day
    entry = [list(options_for(case, certification, key)) for key in _read(day, certification)]
    first = next(
        (
            chosen
            for chosen in itertools.islice(_by_effort(entry), MOST_TRIES)
            if read_case(day, applied(case, chosen)).eligibility(certification).truth
        ),
        (),
    )
    settled = {option.key for option in first}
    wishes = [list(options_for(case, certification, key)) for key in _WISHES if key not in settled]
    for further in itertools.chain([()], itertools.islice(_by_effort(wishes), MOST_TRIES)):
        chosen = (*first, *further)
        if chosen and _flips(decision, certification, applied(case, chosen)):
            return tuple(_change(case, option) for option in chosen)
    return ()


def _flips(decision: Decision, certification: str, profile: Profile) -> bool:
    """Whether a changed profile has a better verdict: an alternative is to be recommended."""
    if decision.verdicts[certification] == "alternative":
        changed = read_case(decision.case.day, profile)
        return decision.instead(changed).verdicts[certification] == "recommended"
    return decision.would_advise(certification, profile)


def _read(day: Day, certification: str) -> list[str]:
    return [profile_fact(fact) for fact in facts_read(day.requirements(certification))]


def _cheapest(
    decision: Decision, certification: str, keys: Sequence[str], most: int = MOST_TRIES
) -> tuple[Change, ...] | None:
    verdict = decision.verdicts[certification]
    if verdict in ("recommended", "held", "unavailable"):
        return ()
    case = decision.case
    options = [
        [
            option
            for option in options_for(case, certification, key)
            if verdict != "later" or _leads_on(case, option)
        ]
        for key in keys
    ]
    for tries, chosen in enumerate(_by_effort(options)):
        if tries >= most:
            return None
        if _flips(decision, certification, applied(case, chosen)):
            return tuple(_change(case, option) for option in chosen)
    return ()


def _leads_on(case: Case, option: Option) -> bool:
    """Return whether an option can raise the destination: a target level no higher cannot."""
    return option.key != "target_level" or LEVELS.index(option.value) > max(
        map(LEVELS.index, case.destination)
    )


def applied(case: Case, chosen: Sequence[Option]) -> Any:
    """Return the profile with the chosen options applied."""
    return replace(case.profile, **{option.key: option.value for option in chosen})


def _by_effort(options: list[list[Option]]) -> Iterator[tuple[Option, ...]]:
    """Yield every non-empty choice of at most one option per fact, cheapest first."""
    heap: list[tuple[float, int, tuple[int, ...], tuple[Option, ...], int]] = [(0, 0, (), (), 0)]
    while heap:
        effort, size, places, chosen, start = heapq.heappop(heap)
        if chosen:
            yield chosen
        for place in range(start, len(options)):
            for number, option in enumerate(options[place]):
                order = (*places, place * 1_000 + number)
                heapq.heappush(
                    heap, (effort + option.effort, size + 1, order, (*chosen, option), place + 1)
                )


def _words(fact: str, value: Any) -> str:
    values = value if isinstance(value, tuple) else (value,)
    return join(value_words(fact, part) for part in values)


def _change(case: Case, option: Option) -> Change:
    now = value_now(case, option.key)
    if option.key == "holds":
        gained = [held.certification for held in option.value if held not in (now or ())]
        text = say("change-hold", name=join(case.day.short(name) for name in gained))
    else:
        to, from_ = _words(option.key, option.value), now and _words(option.key, now)
        code = "change" if from_ else "change-unsaid"
        text = say(code, noun=BY_KEY[option.key].noun, to=to, from_=from_)
    return Change(
        fact=option.key,
        from_=None if now is None else read_only(fact_to_json(now)),
        to=read_only(fact_to_json(option.value)),
        text=text,
    )
