"""The state of an interview, and its transition on each event.

The state is a pure fold over events, so any answer can be taken back, and a resumed interview
continues exactly where it was saved.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.engine.career_level import asks_who_leads, candidate_levels
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import Profile, with_facts


class Answer(Struct, frozen=True):
    """One answer to a fact. A value of None means "don't know", which is kept like any other."""

    fact: str
    value: Any = None


class Unfinished(Struct, frozen=True):
    """An answer whose details are still to be asked: kept, and offered when it is asked again."""

    answer: Answer


class Wanted(Struct, frozen=True):
    """The wish to be asked for a fact that the interview would not ask for by itself."""

    fact: str


Command = Literal["back", "why", "so far", "quit", "resume"]
Event = Answer | Unfinished | Wanted | Command


NOTHING_SAID = Profile()


class State(Struct, frozen=True):
    """An interview: the facts given beforehand, and the answers in order.

    `taken_back` holds the answers undone by `back` and those unfinished, the earliest last; each is
    offered again.
    `latest` is the fact answered last, `wanted` one to be asked for on request, `dropped` the facts
    whose answers the last event discarded, `shows` what the person asked to see, and `left` whether
    they quit.
    """

    given: Profile = NOTHING_SAID
    answers: tuple[Answer, ...] = ()
    taken_back: tuple[Answer, ...] = ()
    latest: str = ""
    wanted: str = ""
    dropped: tuple[str, ...] = ()
    shows: Literal["", "why", "so far"] = ""
    left: bool = False

    @property
    def profile(self) -> Profile:
        """The given facts with the answers so far applied."""
        values = {answer.fact: answer.value for answer in self.answers if answer.value is not None}
        return with_facts(self.given, values)

    @property
    def closed(self) -> frozenset[str]:
        """The facts not to be asked again: those answered, with "don't know" too."""
        return frozenset(answer.fact for answer in self.answers)

    def before(self, fact: str) -> Answer | None:
        """Return the answer to a fact that was taken back, or None."""
        return next((answer for answer in self.taken_back if answer.fact == fact), None)


def fact_to_ask(questionnaire: Questionnaire, state: State) -> Row | None:
    """Return the fact to ask now, or None where the interview has ended."""
    if state.wanted:
        return BY_KEY[state.wanted]
    return questionnaire.next_question(state.profile, state.closed)


def next_state(questionnaire: Questionnaire, state: State, event: Event) -> State:
    """Return the state after one event."""
    state = replace(state, dropped=(), shows="", left=event == "quit")
    match event:
        case Answer():
            return _answered(questionnaire, state, event)
        case Unfinished(answer):
            others = tuple(former for former in state.taken_back if former.fact != answer.fact)
            return replace(state, taken_back=(*others, answer))
        case Wanted(fact):
            return replace(state, wanted=fact)
        case "back" if state.answers:
            return _taken_back(questionnaire, state)
        case "back":
            return replace(state, wanted="")
        case "why" | "so far":
            return replace(state, shows=event)
    return state


def fold(questionnaire: Questionnaire, state: State, events: Iterable[Event]) -> State:
    """Return the state after several events."""
    for event in events:
        state = next_state(questionnaire, state, event)
    return state


def _taken_back(questionnaire: Questionnaire, state: State) -> State:
    """Return the state without its last answer, which is asked for again."""
    *earlier, last = state.answers
    taken_back = (*state.taken_back, last)
    state = replace(state, answers=tuple(earlier), taken_back=taken_back, latest="", wanted="")
    asked = questionnaire.next_question(state.profile, state.closed)
    return state if asked else replace(state, wanted=last.fact)


def _answered(questionnaire: Questionnaire, state: State, answer: Answer) -> State:
    """Return the state after an answer; reapply answers taken back if they still count."""
    dropped = []
    later = [former for former in reversed(state.taken_back) if former.fact != answer.fact]
    state = replace(
        state, answers=(*state.answers, answer), taken_back=(), latest=answer.fact, wanted=""
    )
    for former in later:
        if _still_counts(questionnaire, state, former):
            state = replace(state, answers=(*state.answers, former))
        else:
            dropped.append(former.fact)
    return replace(state, dropped=tuple(dropped))


def _still_counts(questionnaire: Questionnaire, state: State, answer: Answer) -> bool:
    """Return whether the advice may depend on the fact and the answer to it is still possible."""
    profile, catalogue = state.profile, questionnaire.day.catalogue
    hangs_on = questionnaire.open(profile, state.closed)
    match answer.fact:
        case "role":
            return "experience_level" in hangs_on
        case "people_led":
            return "experience_level" in hangs_on and asks_who_leads(catalogue, profile)
        case "target_level":  # said of one's own accord, and an aim always counts
            return True
        case "experience_level" if answer.value is not None:
            possible = candidate_levels(catalogue, profile)
            return answer.fact in hangs_on and answer.value in possible
        case "holds_other" if answer.value is not None:
            given = {certificate.name for certificate in profile.holds_other or ()}
            named = {certificate.name for certificate in answer.value}
            return answer.fact in hangs_on and given == named
    return answer.fact in hangs_on
