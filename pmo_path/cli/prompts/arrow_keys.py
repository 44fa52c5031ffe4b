"""Ask with arrow keys, where standard input and standard error are real terminals.

Questions, wording and command letters are those of the line-based interview; only the way to answer
differs. Each prompt is drawn together with its question, reason and keys, so that they stay visible
above a long list; once answered, it is replaced by one line.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from pmo_path.cli.prompts.plain import PlainFront
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


class ArrowKeyFront(PlainFront):
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
        elif question.row.many:
            event = self._multiple_choice(question, again)
        else:
            event = self._single_choice(question)
        if isinstance(event, Answer):
            self.tell(
                talk("answered", question=question.text, answer=answer_label(question, event.value))
            )
        return event

    def choose(self, text: str, options: list[str]) -> int | None:
        """Return the index of the option chosen, or None to go back. Raises EOFError to quit."""
        import questionary

        choices = _choices(enumerate(options))
        prompt = questionary.select(_head(text), choices, **_looks(talk("title-keys-arrows")))
        chosen = _answered(prompt, {"b": "back", "q": "quit"})
        if chosen == "quit":
            raise EOFError
        if chosen == "back":
            return None
        self.tell(options[chosen])
        return int(chosen)

    def _single_choice(self, question: Question) -> Event:
        import questionary

        choices = _choices([*question.choices.items(), (DONT_KNOW, talk("dont-know"))])
        before = question.before
        default = None if before is None else DONT_KNOW if before.value is None else before.value
        prompt = questionary.select(
            _head(question.text), choices, default=default, **_looks(*_about(question))
        )
        chosen = _answered(prompt, COMMANDS)
        if chosen in COMMANDS.values():
            return chosen  # type: ignore[no-any-return]
        return Answer(question.row.key, None if chosen == DONT_KNOW else chosen)

    def _multiple_choice(self, question: Question, short: bool) -> Event:
        row, before = question.row, question.before.value if question.before else None
        given = before or ()
        days = {held.certification: held.awarded_on for held in given if isinstance(held, Held)}
        ticked, wrong = [_NONE] if before == () else _ticked(question, given), ""
        while True:
            chosen = _answered(_checkbox(question, ticked, wrong, short), COMMANDS)
            if not isinstance(chosen, list):
                return chosen  # type: ignore[no-any-return]
            ticked, values = chosen, [choice for choice in chosen if choice not in _ALONE]
            wrong = _conflict(chosen)
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
        for choice in chosen:
            if choice in KIND_SAYS:
                kind = next(kind for kind in CERTIFICATE_KINDS if kind == choice)
                asked = talk("other-name", kind=KIND_SAYS[kind])
                head = _head(asked, talk("other-name-keys"), ">")
                typed = _answered(questionary.text(head, **_looks()), {}).strip()
                if command := COMMANDS.get(typed.casefold()):
                    return command
                held.append(OtherCertificate(typed or KIND_SAYS[kind], kind))
                continue
            day = days.get(choice)
            if choice in question.lapse:
                use = talk("award-day-keys", default=day or talk("dont-know"))
                head = _head(talk("award-day", name=question.choices[choice]), use, ">")
                prompt = questionary.text(head, validate=_fits(_award_day), **_looks())
                typed = _answered(prompt, {}).strip()
                if command := COMMANDS.get(typed.casefold()):
                    return command
                day = _award_day(typed) if typed else day
            held.append(Held(choice, day))
        return Answer(question.row.key, tuple(held))

    def _typed(self, question: Question) -> Event:
        import questionary

        head, looks = _head(question.text, *_about(question), ">"), _looks()
        fits = _fits(lambda text: reply_event(question, self._names, text))
        if question.row.key == "role":
            prompt = questionary.autocomplete(head, self._titles, validate=fits, **looks)
        else:
            prompt = questionary.text(head, validate=fits, **looks)
        return reply_event(question, self._names, _answered(prompt, {}))


def _ticked(question: Question, before: Sequence[Any]) -> list[str]:
    """Return the choices to tick for an answer given before."""
    if question.row.kind == "others":
        return [
            certificate.name for certificate in before if certificate.kind == CERTIFICATE_KINDS[0]
        ]
    others = (award for award in before if isinstance(award, OtherCertificate))
    kinds = (certificate.kind or CERTIFICATE_KINDS[1] for certificate in others)
    known = (award.certification if isinstance(award, Held) else award for award in before)
    return [*dict.fromkeys(kinds), *(value for value in known if isinstance(value, str))]


def _conflict(chosen: Sequence[str]) -> str:
    """Return what is wrong with a combination of choices; empty if it is valid."""
    if not chosen:
        return talk("nothing-ticked")
    alone = [talk(_ALONE[choice]) for choice in chosen if choice in _ALONE]
    return talk("alone", choice=alone[0]) if alone and len(chosen) > 1 else ""


def _choices(labels: Iterable[tuple[Any, str]], ticked: Sequence[str] = ()) -> list[Any]:
    """Return the choices of a list, from values with their labels."""
    import questionary

    return [
        questionary.Choice(_broken(label), value=value, checked=value in ticked)
        for value, label in labels
    ]


def _checkbox(question: Question, ticked: Sequence[str], wrong: str, short: bool) -> Any:
    """Return a list with ticks; if `short`, it leaves room for what was just shown above it.

    The pointer starts at "don't know", so that Enter alone never means "none".
    """
    import questionary
    from prompt_toolkit.layout import Dimension
    from questionary.prompts.common import InquirerControl

    alone = [choice for choice in _ALONE if choice != _NONE or question.row.key != "pmo_types"]
    labels = {choice: talk(_ALONE[choice]) for choice in alone} | question.choices
    choices = _choices(labels.items(), ticked)
    about = [wrong] if wrong else []
    about += _about(question)
    about += [talk("scrolls", count=len(labels))] if len(labels) > _LONG else []
    prompt = questionary.checkbox(_head(question.text), choices, **_looks(*about))
    windows = prompt.application.layout.find_all_windows()
    (window,) = (window for window in windows if isinstance(window.content, InquirerControl))
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
        ticked = [choice.value for choice in control.get_selected_values()]
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
