"""The interview loop: ask each question, save every answer, report what the answers changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from pmo_path.core.errors import BadValueError
from pmo_path.interview.award_details import Asking, known_awards
from pmo_path.interview.presentation import Question, question
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import (
    Answer,
    Event,
    State,
    Unfinished,
    fact_to_ask,
    next_state,
)
from pmo_path.interview.status import standing
from pmo_path.interview.title_details import known_title
from pmo_path.interview.told import dropped_text, so_far_lines, unknown_word_texts, why_lines
from pmo_path.messages.catalog import talk
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.fact_row import Row


class Front(Protocol):
    """A user interface for the interview, such as the line-based one or the one with arrow keys.

    `greeting` holds the message codes of its opening sentences. `is_prepared` tells whether the
    replies were written beforehand: each is a whole answer, of which nothing more is asked.
    """

    greeting: tuple[str, ...]
    is_prepared: bool

    def tell(self, text: str, indent: str = "") -> None:
        """Show a paragraph."""

    def put(self, question: Question, again: bool) -> Event:
        """Ask a question (`again` if it was just asked) and return the reply as an event.

        Raises EOFError and KeyboardInterrupt.
        """

    def choose(self, text: str, options: list[str], neutral: bool = True) -> int | None:
        """Return the index of the option chosen, or None to go back.

        If `neutral`, Enter alone takes the last one. Raises EOFError and KeyboardInterrupt.
        """

    def line(self, text: str, keys: str, parse: Callable[[str], object]) -> str:
        """Ask for a line until `parse` accepts it. Raises EOFError and KeyboardInterrupt."""

    def echo(self, text: str) -> None:
        """Show what was said, where it does not stand on the screen anyhow."""

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

    def begun(answer: Answer) -> None:
        """Keep an answer before its details are asked, as they may never be said."""
        nonlocal state
        state = next_state(questionnaire, state, Unfinished(answer))
        keep(state)

    while not state.left and (row := fact_to_ask(questionnaire, state)):
        put = question(questionnaire, state, row)
        try:
            event = front.put(put, again=shown == put)
            if isinstance(event, Answer):
                event = _settled(questionnaire.day.catalogue, front, put, event, begun)
        except EOFError:
            event = "quit"
        before, state = state, next_state(questionnaire, state, event)
        shown = put if state.shows else None
        _tell(questionnaire, front, row, state)
        for line in unknown_word_texts(questionnaire.day.catalogue, event):
            front.tell(line)
        if event == "back" and not (before.answers or before.wanted):
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


def _settled(
    catalogue: Catalogue,
    front: Front,
    put: Question,
    answer: Answer,
    keep: Callable[[Answer], None],
) -> Event:
    """Return the answer with what more had to be asked of it, or the command given instead."""
    if put.row.key == "role":
        return known_title(catalogue, front, answer, keep)
    if put.row.kind == "holds":
        return known_awards(Asking(front, put, catalogue), answer, keep)
    return answer
