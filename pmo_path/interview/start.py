"""Where an interview starts: from a profile and options, and from what was answered before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from pmo_path.interview.state import Answer, State
from pmo_path.profile.profile import Profile, may_hold_more


def started_from(state: State, given: Profile, facts: Mapping[str, Any]) -> State:
    """Return a saved interview, or a new one, with the facts given beforehand.

    Options replace saved answers, and so does a fact of `given` that has changed since. Where what
    is held may not be all, the first question is what else is, with what is known as the answer.
    """

    def kept(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
        return tuple(answer for answer in answers if _is_kept(answer, state, given, facts))

    started = State(given, kept(state.answers), kept(state.taken_back))
    if not may_hold_more(given) or "holds" in started.closed:
        return started
    if started.before("holds") is None:
        known = Answer("holds", (*(given.holds or ()), *(given.holds_other or ())))
        started = replace(started, taken_back=(*started.taken_back, known))
    return replace(started, wanted="holds")


def _is_kept(answer: Answer, state: State, given: Profile, facts: Mapping[str, Any]) -> bool:
    if facts.get(answer.fact) not in (None, []):
        return False
    now = getattr(given, answer.fact)
    return now is None or now == getattr(state.given, answer.fact)
