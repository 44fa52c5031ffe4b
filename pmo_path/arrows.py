"""The interview with arrow keys, where standard input and standard error are real terminals.

The words, the questions and the letters are those of the line-based interview; only how an
answer is given differs.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from pmo_path.interview import Answer, Command, Event
from pmo_path.lines import Lines
from pmo_path.profile import Held
from pmo_path.reading import Names
from pmo_path.replies import COMMANDS, reply
from pmo_path.talk import Question, keys, notes, talk
from pmo_path.values import BadValueError

_NONE = "none"
_DONT_KNOW = "don't know"


class Arrows(Lines):
    """Asks with lists to move in; text is typed on a line, and job titles are completed."""

    def __init__(self, names: Names, titles: list[str]) -> None:
        super().__init__(names)
        self._titles = titles
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")  # asking where the cursor is breaks some terminals

    def put(self, question: Question, again: bool) -> Event:
        """Ask a question; a list is moved through with the arrow keys."""
        if not again:
            self.tell("")
            self.tell(question.progress)
            for line in notes(question, typed=not question.choices):
                self.tell(line, "   ")
            self.tell(keys(question, arrows=True))
        if not question.choices:
            return self._typed(question)
        return self._several(question) if question.row.many else self._one(question)

    def choose(self, text: str, options: list[str]) -> int | None:
        """Return the place of the option chosen; None for back."""
        import questionary

        choices = [questionary.Choice(words, value=place) for place, words in enumerate(options)]
        chosen = _answered(questionary.select(text, choices, **_looks()), {"b": "back"})
        return None if chosen == "back" else int(chosen)

    def _one(self, question: Question) -> Event:
        import questionary

        choices = [questionary.Choice(words, value=value) for value, words in question.choices.items()]
        choices.append(questionary.Choice(talk("dont-know"), value=_DONT_KNOW))
        before = question.before
        default = None if before is None else _DONT_KNOW if before.value is None else before.value
        chosen = _answered(questionary.select(question.text, choices, default=default, **_looks()), COMMANDS)
        return _event(question, chosen)

    def _several(self, question: Question) -> Event:
        import questionary

        before = question.before.value if question.before else None
        ticked = {one.certification if isinstance(one, Held) else one for one in before or ()}
        choices = [
            questionary.Choice(words, value=value, checked=value in ticked) for value, words in question.choices.items()
        ]
        if question.row.key != "pmo_types":
            choices.insert(0, questionary.Choice(talk("none-of-these"), value=_NONE, checked=before == ()))
        prompt = questionary.checkbox(question.text, choices, validate=_none_stands_alone, **_looks())
        chosen = _answered(prompt, COMMANDS)
        if isinstance(chosen, list) and question.row.kind == "holds":
            dated = {one.certification: one for one in before or () if isinstance(one, Held)}
            held = tuple(dated.get(one) or Held(one) for one in sorted(chosen) if one != _NONE)
            return Answer(question.row.key, held if chosen else None)
        return _event(question, chosen)

    def _typed(self, question: Question) -> Event:
        import questionary

        def fits(text: str) -> bool | str:
            try:
                reply(question, self._names, text)
            except BadValueError as bad:
                return f"{bad.detail}; {bad.hint}" if bad.hint else bad.detail
            return True

        if question.row.key == "role":
            prompt = questionary.autocomplete(question.text, self._titles, validate=fits, **_looks(list_=False))
        else:
            prompt = questionary.text(question.text, validate=fits, **_looks(list_=False))
        return reply(question, self._names, _answered(prompt, {}))


def _event(question: Question, chosen: Any) -> Event:
    if isinstance(chosen, list):
        value = tuple(one for one in question.choices if one in chosen)
        return Answer(question.row.key, value if value or chosen else None)
    if chosen in COMMANDS.values():
        return chosen  # type: ignore[no-any-return]
    return Answer(question.row.key, None if chosen == _DONT_KNOW else chosen)


def _none_stands_alone(chosen: list[str]) -> bool | str:
    return _NONE not in chosen or len(chosen) == 1 or talk("none-alone")


def _looks(list_: bool = True) -> dict[str, Any]:
    """Return what every prompt is given: it is drawn on standard error."""
    from prompt_toolkit.output import create_output

    looks: dict[str, Any] = {"output": create_output(sys.stderr), "qmark": ""}
    if list_:
        looks["instruction"] = " "
    return looks


def _answered(prompt: Any, commands: dict[str, Command]) -> Any:
    """Return the answer to a prompt, or the command of the letter that was pressed instead.

    Raises EOFError at Ctrl-D and KeyboardInterrupt at Ctrl-C.
    """
    bindings = prompt.application.key_bindings
    for letter, command in commands.items():
        bindings.add(letter, eager=True)(lambda event, command=command: event.app.exit(result=command))
    if commands:
        bindings.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))
    return prompt.unsafe_ask()
