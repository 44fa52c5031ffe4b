"""Ask with arrow keys, where standard input and standard error are real terminals.

Questions, wording and command letters are those of the line-based interview; only the way to answer
differs. Each prompt is drawn together with its question, reason and keys, so that they stay visible
above a long list; once answered, it is replaced by one line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from pmo_path.cli.prompts.award_details import award_of, completed
from pmo_path.cli.prompts.list_prompts import (
    answered,
    bind_ticks,
    head,
    list_choices,
    list_window,
    looks,
    validator,
)
from pmo_path.cli.prompts.list_search import Search
from pmo_path.cli.prompts.plain import PlainFront
from pmo_path.engine.what_if import with_kinds
from pmo_path.interview.presentation import Question, answer_label, key_help, notes
from pmo_path.interview.reply_parser import COMMANDS, DONT_KNOW, reply_event
from pmo_path.interview.state import Answer, Event
from pmo_path.messages.catalog import talk
from pmo_path.profile.meanings import KIND_SAYS
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import CERTIFICATE_KINDS, Held, OtherCertificate, Unmatched
from pmo_path.profile.vocabulary import Names

_NONE = "none"
_ALONE = {DONT_KNOW: "dont-know", _NONE: "none-of-these"}  # exclusive choices: message codes
_LONG = 8  # choices; a longer list may scroll


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

    def choose(self, text: str, options: list[str], keys: str = "title-keys") -> int | None:
        """Return the index of the option chosen, or None to go back. Raises EOFError to quit."""
        import questionary

        long = len(options) > _LONG
        help_ = talk("keys-search-one" if long else "title-keys-arrows")
        prompt = questionary.select(head(text), list_choices(enumerate(options)), **looks(help_))
        search = Search(list_window(prompt).content) if long else None
        chosen = answered(prompt, {"b": "back", "q": "quit"}, search)
        if chosen == "quit":
            raise EOFError
        if chosen == "back":
            return None
        self.tell(options[chosen])
        return int(chosen)

    def line(self, text: str, keys: str, parse: Callable[[str], object]) -> str:
        """Ask for a line until `parse` accepts it. Raises EOFError and KeyboardInterrupt."""
        import questionary

        prompt = questionary.text(head(text, keys, ">"), validate=validator(parse), **looks())
        return str(answered(prompt, {})).strip()

    def _single_choice(self, question: Question) -> Event:
        import questionary

        choices = list_choices([*question.choices.items(), (DONT_KNOW, talk("dont-know"))])
        before = question.before
        default = None if before is None else DONT_KNOW if before.value is None else before.value
        prompt = questionary.select(
            head(question.text), choices, default=default, **looks(*_about(question))
        )
        chosen = answered(prompt, COMMANDS)
        if chosen in COMMANDS.values():
            return chosen  # type: ignore[no-any-return]
        return Answer(question.row.key, None if chosen == DONT_KNOW else chosen)

    def _multiple_choice(self, question: Question, short: bool) -> Event:
        row, before = question.row, question.before.value if question.before else None
        more = _unlisted(question, before or ())
        ticked = [_NONE] if before == () else _ticked(question, before or (), more)
        wrong = ""
        while True:
            chosen = self._ticked_in(question, ticked, more, wrong, short)
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
            if row.kind != "holds":
                return Answer(row.key, tuple(more.get(value, value) for value in values))
            awards = (more.get(value) or award_of(value) for value in sorted(values))
            event = completed(self, question, Answer(row.key, tuple(awards)))
            if event is not None:
                return event

    def _ticked_in(
        self,
        question: Question,
        ticked: Sequence[str],
        more: dict[str, Any],
        wrong: str,
        short: bool,
    ) -> Any:
        """Return what is ticked in a list, or a command; names not listed are added to `more`.

        If `short`, it leaves room for what was just shown above it. The pointer starts at "don't
        know", so that Enter alone never means "none".
        """
        import questionary
        from prompt_toolkit.layout import Dimension

        alone = [choice for choice in _ALONE if choice != _NONE or question.row.may_be_none]
        labels = {choice: talk(_ALONE[choice]) for choice in alone} | question.choices
        labels |= {name: name for name in more if name not in labels}
        about = [wrong] if wrong else []
        about += _about(question)
        about += [talk("scrolls", count=len(labels))] if len(labels) > _LONG else []
        choices = list_choices(labels.items(), ticked, question.groups)
        prompt = questionary.checkbox(head(question.text), choices, **looks(*about))
        window = list_window(prompt)
        if short:
            window.height = Dimension(max=_LONG)

        def add(typed: str) -> tuple[str, str]:
            (value,) = read_fact(question.row, [typed], self._names)
            name = _name_of(value)
            more[name] = value
            return name, typed

        bind_ticks(prompt.application.key_bindings, window.content)
        keeps = question.row.keeps and question.row.kind != "others"
        search = Search(window.content, question.groups, add) if keeps else None
        return answered(prompt, COMMANDS, search)

    def _typed(self, question: Question) -> Event:
        import questionary

        text = head(question.text, *_about(question), ">")
        fits = validator(lambda typed: reply_event(question, self._names, typed))
        if question.row.key == "role":
            prompt = questionary.autocomplete(text, self._titles, validate=fits, **looks())
        else:
            prompt = questionary.text(text, validate=fits, **looks())
        return reply_event(question, self._names, answered(prompt, {}))


def _name_of(value: Any) -> str:
    """Return what identifies a value in a list: its id, or the name of what is not listed."""
    match value:
        case Held():
            return value.certification
        case OtherCertificate():
            return value.name
        case Unmatched():
            return value.word
    return str(value)


def _unlisted(question: Question, before: Sequence[Any]) -> dict[str, Any]:
    """Return the values given before that the list does not offer, by name."""
    kinds = KIND_SAYS.values()
    names = {_name_of(value): value for value in before if question.row.kind != "others"}
    return {
        name: value
        for name, value in names.items()
        if name not in question.choices and name not in kinds
    }


def _ticked(question: Question, before: Sequence[Any], more: dict[str, Any]) -> list[str]:
    """Return the choices to tick for an answer given before."""
    if question.row.kind == "others":
        return [
            certificate.name for certificate in before if certificate.kind == CERTIFICATE_KINDS[0]
        ]
    names = {words: kind for kind, words in KIND_SAYS.items()}
    return [names.get(name, name) for name in map(_name_of, before)]


def _conflict(chosen: Sequence[str]) -> str:
    """Return what is wrong with a combination of choices; empty if it is valid."""
    if not chosen:
        return talk("nothing-ticked")
    alone = [talk(_ALONE[choice]) for choice in chosen if choice in _ALONE]
    return talk("alone", choice=alone[0]) if alone and len(chosen) > 1 else ""


def _about(question: Question) -> list[str]:
    """Return the notes on a question and the help on its keys."""
    return [*notes(question, typed=not question.choices), key_help(question, arrows=True)]
