"""The interview with a person: puts the questions, keeps every answer, says what the answers did."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from pmo_path.core.errors import BadValueError
from pmo_path.interview.presentation import Question, dropped, not_known, question, so_far, title_matches, why_lines
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import Answer, Event, State, after, asks
from pmo_path.interview.status import standing
from pmo_path.messages.catalog import talk
from pmo_path.profile.fact_row import Row


class Front(Protocol):
    """A way to ask: line by line, or with arrow keys. `greeting` are the codes of what it says first."""

    greeting: tuple[str, ...]

    def tell(self, text: str, indent: str = "") -> None:
        """Say a paragraph."""

    def put(self, question: Question, again: bool) -> Event:
        """Ask a question. Raises EOFError and KeyboardInterrupt."""

    def choose(self, text: str, options: list[str]) -> int | None:
        """Return the place of the option chosen; None for back. Raises EOFError and KeyboardInterrupt."""

    def read(self) -> str:
        """Return a line. Raises EOFError and KeyboardInterrupt."""

    def refused(self, bad: BadValueError) -> None:
        """Say why a line is refused. Raises PmoPathError where there is no second try."""


def interview(questionnaire: Questionnaire, state: State, front: Front, keep: Callable[[State], None]) -> State:
    """Ask until nothing open could change what comes first, or the person leaves; return the state.

    `keep` is called after every event that changes it. Raises KeyboardInterrupt.
    """
    state, shown = after(questionnaire, state, "resume"), None
    while not state.left and (row := asks(questionnaire, state)):
        put = question(questionnaire, state, row)
        try:
            event = _known_title(questionnaire, front, front.put(put, again=shown == put))
        except EOFError:
            event = "quit"
        before, state = state, after(questionnaire, state, event)
        shown = put if state.shows else None
        _tell(questionnaire, front, row, state)
        for line in not_known(questionnaire.day.catalogue, event):
            front.tell(line)
        if event == "back" and not before.answers:
            front.tell(talk("first-question"))
        if (before.answers, before.taken_back) != (state.answers, state.taken_back):
            keep(state)
    return state


def _tell(questionnaire: Questionnaire, front: Front, row: Row, state: State) -> None:
    """Say what an event did, or what it asked to see."""
    lines = [dropped(state)] if state.dropped else []
    if state.shows == "why":
        lines = why_lines(questionnaire, state, row)
    elif state.shows == "so far":
        lines = so_far(questionnaire.day, standing(questionnaire.day, state))
    for line in lines:
        front.tell(line)


def _known_title(questionnaire: Questionnaire, front: Front, event: Event) -> Event:
    """Offer known titles close to one that is not known; a title like none of them leaves the level to be asked."""
    if not isinstance(event, Answer) or event.fact != "role" or event.value is None:
        return event
    close = title_matches(questionnaire.day.catalogue, event.value)
    if close is None:
        return event
    if not close:
        front.tell(talk("title-unknown"))
        return event
    chosen = front.choose(f"{talk('title-unknown')} {talk('title-close')}", [*close, talk("title-none")])
    if chosen is None:
        return "resume"
    return Answer(event.fact, close[chosen]) if chosen < len(close) else event
