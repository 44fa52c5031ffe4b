"""Ask with arrow keys, where standard input and standard error are real terminals.

Questions, wording and command letters are those of the line-based interview; only the way to answer
differs. Each prompt is drawn together with its question, reason and keys, so that they stay visible
above a long list; once answered, it is replaced by one line.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from pmo_path.cli.prompts.plain import Lines
from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import parse_day
from pmo_path.core.wrapping import wrap
from pmo_path.engine.what_if import with_kinds
from pmo_path.interview.presentation import Question, answer_label, key_help, notes
from pmo_path.interview.reply_parser import COMMANDS, DONT_KNOW, refusal_text, reply_event
from pmo_path.interview.state import Answer, Command, Event
from pmo_path.messages.catalog import talk
from pmo_path.profile.meanings import KIND_SAYS
from pmo_path.profile.profile import CERTIFICATE_KINDS, Held, OtherCertificate
from pmo_path.profile.vocabulary import Names
from pmo_path.system import output

_NONE = "none"
_ALONE = {DONT_KNOW: "dont-know", _NONE: "none-of-these"}  # exclusive choices: message codes
_LONG = 8  # choices; a longer list may scroll
_MARGIN = 5  # columns for pointer and tick before the words of a choice


class Arrows(Lines):
    """Interview front end with lists; text is typed on a line, with completion for job titles."""

    greeting: tuple[str, ...] = ("start", "plain")

    def __init__(self, names: Names, titles: list[str]) -> None:
        super().__init__(names)
        self._titles = titles
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")  # breaks some terminals

    def put(self, question: Question, again: bool) -> Event:
        """Ask a question and return the reply; choices are in a list for the arrow keys."""
        if not again:
            self.tell("")
            self.tell(question.progress)
        if not question.choices:
            event = self._typed(question)
        else:
            event = self._several(question, again) if question.row.many else self._one(question)
        if isinstance(event, Answer):
            self.tell(
                talk("answered", question=question.text, answer=answer_label(question, event.value))
            )
        return event

    def choose(self, text: str, options: list[str]) -> int | None:
        """Return the index of the option chosen, or None to go back. Raises EOFError to quit."""
        import questionary

        choices = [
            questionary.Choice(_broken(words), value=place) for place, words in enumerate(options)
        ]
        prompt = questionary.select(_head(text), choices, **_looks(talk("title-keys-arrows")))
        chosen = _answered(prompt, {"b": "back", "q": "quit"})
        if chosen == "quit":
            raise EOFError
        if chosen == "back":
            return None
        self.tell(options[chosen])
        return int(chosen)

    def _one(self, question: Question) -> Event:
        import questionary

        choices = [
            questionary.Choice(_broken(words), value=value)
            for value, words in question.choices.items()
        ]
        choices.append(questionary.Choice(talk("dont-know"), value=DONT_KNOW))
        before = question.before
        default = None if before is None else DONT_KNOW if before.value is None else before.value
        chosen = _answered(
            questionary.select(
                _head(question.text), choices, default=default, **_looks(*_about(question))
            ),
            COMMANDS,
        )
        if chosen in COMMANDS.values():
            return chosen  # type: ignore[no-any-return]
        return Answer(question.row.key, None if chosen == DONT_KNOW else chosen)

    def _several(self, question: Question, short: bool) -> Event:
        row, before = question.row, question.before.value if question.before else None
        days = {one.certification: one.awarded_on for one in before or () if isinstance(one, Held)}
        ticked, wrong = [_NONE] if before == () else _ticked(question, before or ()), ""
        while True:
            chosen = _answered(_checkbox(question, ticked, wrong, short), COMMANDS)
            if not isinstance(chosen, list):
                return chosen  # type: ignore[no-any-return]
            ticked, values = chosen, [one for one in chosen if one not in _ALONE]
            wrong = _at_odds(chosen)
            if wrong:
                continue
            if chosen == [DONT_KNOW]:
                return Answer(row.key)
            if row.kind == "others":
                return Answer(row.key, with_kinds(question.others, values))
            if row.kind != "holds" or not values:
                return Answer(row.key, tuple(values))
            event = self._dated(question, sorted(values), days)
            if event != "back":
                return event

    def _dated(self, question: Question, chosen: list[str], days: dict[str, date | None]) -> Event:
        """Ask for award dates where validity is limited, and for names of other certificates.

        Return the complete answer, or the command typed instead.
        """
        import questionary

        held: list[Held | OtherCertificate] = []
        for one in chosen:
            if one in KIND_SAYS:
                head = _head(talk("other-name", kind=KIND_SAYS[one]), talk("other-name-keys"), ">")
                typed = _answered(questionary.text(head, **_looks()), {}).strip()
                if command := COMMANDS.get(typed.casefold()):
                    return command
                kind = next(kind for kind in CERTIFICATE_KINDS if kind == one)
                held.append(OtherCertificate(typed or KIND_SAYS[one], kind))
                continue
            day = days.get(one)
            if one in question.lapse:
                use = talk("award-day-keys", default=day or talk("dont-know"))
                head = _head(talk("award-day", name=question.choices[one]), use, ">")
                typed = _answered(
                    questionary.text(head, validate=_fits(_award_day), **_looks()), {}
                ).strip()
                command = COMMANDS.get(typed.casefold())
                if command:
                    return command
                day = _award_day(typed) if typed else day
            held.append(Held(one, day))
        return Answer(question.row.key, tuple(held))

    def _typed(self, question: Question) -> Event:
        import questionary

        asked, looks = _head(question.text, *_about(question), ">"), _looks()
        fits = _fits(lambda text: reply_event(question, self._names, text))
        if question.row.key == "role":
            prompt = questionary.autocomplete(asked, self._titles, validate=fits, **looks)
        else:
            prompt = questionary.text(asked, validate=fits, **looks)
        return reply_event(question, self._names, _answered(prompt, {}))


def _ticked(question: Question, before: Sequence[Any]) -> list[str]:
    """Return the choices to tick for an answer given before."""
    if question.row.kind == "others":
        return [one.name for one in before if one.kind == CERTIFICATE_KINDS[0]]
    kinds = (
        one.kind or CERTIFICATE_KINDS[1] for one in before if isinstance(one, OtherCertificate)
    )
    known = (one.certification if isinstance(one, Held) else one for one in before)
    return [*dict.fromkeys(kinds), *(one for one in known if isinstance(one, str))]


def _at_odds(chosen: Sequence[str]) -> str:
    """Return what is wrong with a combination of choices; empty if it is valid."""
    if not chosen:
        return talk("nothing-ticked")
    alone = [talk(_ALONE[one]) for one in chosen if one in _ALONE]
    return talk("alone", choice=alone[0]) if alone and len(chosen) > 1 else ""


def _checkbox(question: Question, ticked: Sequence[str], wrong: str, short: bool) -> Any:
    """Return a list with ticks; if `short`, it leaves room for what was just shown above it.

    The pointer starts at "don't know", so that Enter alone never means "none".
    """
    import questionary
    from prompt_toolkit.layout import Dimension
    from questionary.prompts.common import InquirerControl

    alone = [one for one in _ALONE if one != _NONE or question.row.key != "pmo_types"]
    said = {one: talk(_ALONE[one]) for one in alone} | question.choices
    choices = [
        questionary.Choice(_broken(words), value=one, checked=one in ticked)
        for one, words in said.items()
    ]
    about = [wrong] if wrong else []
    about += _about(question) + ([talk("scrolls", count=len(said))] if len(said) > _LONG else [])
    prompt = questionary.checkbox(_head(question.text), choices, **_looks(*about))
    windows = prompt.application.layout.find_all_windows()
    (window,) = (one for one in windows if isinstance(one.content, InquirerControl))
    if short:
        window.height = Dimension(max=_LONG)
    _bind(prompt.application.key_bindings, window.content)
    return prompt


def _bind(bindings: Any, control: Any) -> None:
    """Make Enter return the ticked choices or, if Space was never used, the one pointed at.

    Nobody loses an answer by pressing Enter without a tick.
    """
    used: list[str] = []

    def tick(event: Any) -> None:
        value, ticked = control.get_pointed_at().value, control.selected_options
        used.append(value)
        (ticked.remove if value in ticked else ticked.append)(value)

    def take(event: Any) -> None:
        ticked = [one.value for one in control.get_selected_values()]
        event.app.exit(result=ticked if ticked or used else [control.get_pointed_at().value])

    bindings.add(" ", eager=True)(tick)
    bindings.add("enter", eager=True)(take)
    for letter in "ai":  # disable "tick all" and "invert": too easy to hit
        bindings.add(letter, eager=True)(lambda event: None)


def _award_day(typed: str) -> date | None:
    """Return the date of an award, or None for a command or an unknown date.

    Raises BadValueError for an invalid date.
    """
    return None if typed in ("", DONT_KNOW) or typed.casefold() in COMMANDS else parse_day(typed)


def _fits(read: Callable[[str], object]) -> Callable[[str], bool | str]:
    """Return a validator for questionary: True if `read` accepts the text, else the reason."""

    def fits(text: str) -> bool | str:
        try:
            read(text.strip())
        except BadValueError as bad:
            return refusal_text(bad)
        return True

    return fits


def _about(question: Question) -> list[str]:
    """Return the notes on a question and the help on its keys."""
    return [*notes(question, typed=not question.choices), key_help(question, arrows=True)]


def _head(*paragraphs: str) -> str:
    """Return the text above a list or an input line, wrapped to the terminal."""
    lines = [line for text in paragraphs for line in wrap(text, output.talk_width() - 2)]
    return "\n ".join(lines)  # questionary indents the first line by one


def _broken(words: str) -> str:
    """Return the words of a choice, wrapped to the terminal."""
    return ("\n" + _MARGIN * " ").join(wrap(words, output.talk_width() - _MARGIN - 1))


def _looks(*about: str) -> dict[str, Any]:
    """Return the common arguments of prompts: drawn on standard error and erased when answered.

    `about` are paragraphs between the question and its list.
    """
    from prompt_toolkit.output import create_output
    from prompt_toolkit.styles import Style

    looks: dict[str, Any] = {
        "output": create_output(sys.stderr),
        "qmark": "",
        "erase_when_done": True,
    }
    if about:
        return looks | {"instruction": "\n " + _head(*about)}
    return looks | {"style": Style([("question", "nobold")])}


def _answered(prompt: Any, commands: dict[str, Command]) -> Any:
    """Return the answer to a prompt, or the command whose letter was pressed instead.

    Raises EOFError at Ctrl-D and KeyboardInterrupt at Ctrl-C.
    """
    bindings = prompt.application.key_bindings
    for letter, command in commands.items():
        for key in {letter, letter.upper()}:
            bindings.add(key, eager=True)(
                lambda event, command=command: event.app.exit(result=command)
            )
    if commands:
        bindings.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))
    return prompt.unsafe_ask()
