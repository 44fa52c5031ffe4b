"""The interview loop: ask each question, save every answer, report what the answers changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from pmo_path.core.errors import BadValueError
from pmo_path.interview.presentation import (
    Question,
    dropped_text,
    question,
    so_far_lines,
    title_matches,
    unknown_word_texts,
    why_lines,
)
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import Answer, Event, State, fact_to_ask, next_state
from pmo_path.interview.status import standing
from pmo_path.messages.catalog import talk
from pmo_path.profile.fact_row import Row


class Front(Protocol):
    """A user interface for the interview, such as the line-based one or the one with arrow keys.

    `greeting` holds the message codes of its opening sentences.
    """

    greeting: tuple[str, ...]

    def tell(self, text: str, indent: str = "") -> None:
        """Show a paragraph."""

    def put(self, question: Question, again: bool) -> Event:
        """Ask a question (`again` if it was just asked) and return the reply as an event.

        Raises EOFError and KeyboardInterrupt.
        """

    def choose(self, text: str, options: list[str]) -> int | None:
        """Return the index of the option chosen, or None to go back.

        Raises EOFError and KeyboardInterrupt.
        """

    def read(self) -> str:
        """Return one line of input. Raises EOFError and KeyboardInterrupt."""

    def refused(self, bad: BadValueError) -> None:
        """Show why a line was refused. Raises PmoPathError where no second try is possible."""


def interview(
    questionnaire: Questionnaire, state: State, front: Front, keep: Callable[[State], None]
) -> State:
    """Ask until no open fact can change which routes come first, or the person quits.

    Return the final state. `keep` is called with the state after every event that changes the
    answers, given or taken back. EOFError counts as quitting; KeyboardInterrupt is passed on.
    """
    state, shown = next_state(questionnaire, state, "resume"), None
    while not state.left and (row := fact_to_ask(questionnaire, state)):
        put = question(questionnaire, state, row)
        try:
            event = _known_title(questionnaire, front, front.put(put, again=shown == put))
        except EOFError:
            event = "quit"
        before, state = state, next_state(questionnaire, state, event)
        shown = put if state.shows else None
        _tell(questionnaire, front, row, state)
        for line in unknown_word_texts(questionnaire.day.catalogue, event):
            front.tell(line)
        if event == "back" and not before.answers:
            front.tell(talk("first-question"))
        if (before.answers, before.taken_back) != (state.answers, state.taken_back):
            keep(state)
    return state


def _tell(questionnaire: Questionnaire, front: Front, row: Row, state: State) -> None:
    """Show what an event changed, or what it asked to see."""
    lines = [dropped_text(state)] if state.dropped else []
    if state.shows == "why":
        lines = why_lines(questionnaire, state, row)
    elif state.shows == "so far":
        lines = so_far_lines(questionnaire.day, standing(questionnaire.day, state))
    for line in lines:
        front.tell(line)


def _known_title(questionnaire: Questionnaire, front: Front, event: Event) -> Event:
    """Return the event with an unknown job title replaced by the similar one that the person picks.

    The event is unchanged where no title is similar or none fits, so that the level is asked next;
    it is "resume" where the person goes back.
    """
    if not isinstance(event, Answer) or event.fact != "role" or event.value is None:
        return event
    close = title_matches(questionnaire.day.catalogue, event.value)
    if close is None:
        return event
    if not close:
        front.tell(talk("title-unknown"))
        return event
    chosen = front.choose(
        f"{talk('title-unknown')} {talk('title-close')}", [*close, talk("title-none")]
    )
    if chosen is None:
        return "resume"
    return Answer(event.fact, close[chosen]) if chosen < len(close) else event
