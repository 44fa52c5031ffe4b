"""Ask with arrow keys, where standard input and standard error are real terminals.

Questions, wording and command letters are those of the line-based interview; only the way to answer
differs. Each prompt is drawn together with its question, reason and keys, so that they stay visible
above a long list; once answered, it is replaced by one line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pmo_path.cli.prompts.list_prompts import (
    Ticked,
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
from pmo_path.core.errors import BadValueError
from pmo_path.engine.possible_answers import with_kinds
from pmo_path.interview.award_details import award_of
from pmo_path.interview.presentation import Question, answer_label, key_help, notes
from pmo_path.interview.reply_parser import COMMANDS, DONT_KNOW, listed_name, reply_event
from pmo_path.interview.state import Answer, Event
from pmo_path.messages.catalog import talk
from pmo_path.profile.meanings import KIND_SAYS
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import CERTIFICATE_KINDS
from pmo_path.profile.vocabulary import Names
from pmo_path.system import output

_NONE = "none"
_ALONE = {DONT_KNOW: "dont-know", _NONE: "none-of-these"}  # exclusive choices: message codes
_LONG = 8  # choices; a longer list may scroll
_SEARCHED = 12  # choices; in more, a name is found by a part of it
_FEW = 3  # lines of a list that always show


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
            event = self._single_choice(question, again)
        if isinstance(event, Answer):
            said = answer_label(question, event.value)
            self.echo(talk("answered", question=question.text, answer=said))
        return event

    def echo(self, text: str) -> None:
        """Show what was said, as a prompt is erased once answered."""
        self.tell(text)

    def choose(
        self, text: str, options: list[str], keys: str = "title-keys", neutral: bool = True
    ) -> int | None:
        """Return the index of the option chosen, or None to go back. Raises EOFError to quit.

        The pointer starts at the last one if that is `neutral`, else at the first.
        """
        import questionary

        long = len(options) > _SEARCHED
        help_ = talk("keys-search-one" if long else "title-keys-arrows")
        choices = list_choices(enumerate(options))
        first = choices[-1 if neutral else 0]
        prompt = questionary.select(head(text), choices, default=first, **looks(help_))
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

    def _single_choice(self, question: Question, again: bool) -> Event:
        """Ask for one choice. The pointer starts at the answer given before, or "don't know"."""
        import questionary

        choices = list_choices([(DONT_KNOW, talk("dont-know")), *question.choices.items()])
        before = question.before.value if question.before else None
        prompt = questionary.select(
            head(question.text), choices, default=before, **looks(*_about(question, again))
        )
        chosen = answered(prompt, COMMANDS)
        if chosen in COMMANDS.values():
            return chosen  # type: ignore[no-any-return]
        return Answer(question.row.key, None if chosen == DONT_KNOW else chosen)

    def _multiple_choice(self, question: Question, again: bool) -> Event:
        row, before = question.row, question.before.value if question.before else None
        more = _unlisted(question, before or ())
        ticked = (_NONE,) if before == () else _ticked(question, before or (), more)
        wrong = ""
        while True:
            chosen = self._ticked_in(question, ticked, more, wrong, again)
            if not isinstance(chosen, Ticked):
                return chosen  # type: ignore[no-any-return]
            ticked = chosen.values
            values = [choice for choice in ticked if choice not in _ALONE]
            wrong = _conflict(chosen, _labels(question, more))
            if wrong:
                continue
            if ticked == (DONT_KNOW,):
                return Answer(row.key)
            if row.kind == "others":
                return Answer(row.key, with_kinds(question.others, question.choices, values))
            if row.kind == "holds":
                awards = (more.get(value) or award_of(value) for value in sorted(values))
                return Answer(row.key, tuple(awards))
            return Answer(row.key, tuple(more.get(value, value) for value in values))

    def _ticked_in(
        self,
        question: Question,
        ticked: Sequence[str],
        more: dict[str, Any],
        wrong: str,
        again: bool,
    ) -> Any:
        """Return what is taken from a list, or a command; names not listed are added to `more`.

        If `again`, it leaves room for what was just shown above it. The pointer starts at the first
        tick, or "don't know", so that Enter alone never means "none".
        """
        import questionary
        from prompt_toolkit.layout import Dimension

        labels = _labels(question, more)
        about = [wrong] if wrong else []
        about += _about(question, again)
        most = max(_FEW, output.talk_height() // 3) if again else _LONG
        about += [talk("scrolls", count=len(labels))] if len(labels) > most else []
        choices = list_choices(labels.items(), ticked, question.groups)
        first = next((choice for choice in labels if choice in ticked), DONT_KNOW)
        prompt = questionary.checkbox(
            head(question.text), choices, initial_choice=first, **looks(*about)
        )
        window = list_window(prompt)
        if again:
            window.height = Dimension(max=most)

        def add(typed: str) -> tuple[str, str]:
            (value,) = read_fact(question.row, [typed], self._names) or (None,)
            if value is None:
                raise BadValueError("empty", "this names nothing", "type a name")
            name = listed_name(value)
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


def _unlisted(question: Question, before: Sequence[Any]) -> dict[str, Any]:
    """Return the values given before that the list does not offer, by name."""
    kinds = KIND_SAYS.values()
    names = {listed_name(value): value for value in before if question.row.kind != "others"}
    return {
        name: value
        for name, value in names.items()
        if name not in question.choices and name not in kinds
    }


def _ticked(question: Question, before: Sequence[Any], more: dict[str, Any]) -> tuple[str, ...]:
    """Return the choices to tick for an answer given before."""
    if question.row.kind == "others":
        kind = CERTIFICATE_KINDS[0]
        return tuple(certificate.name for certificate in before if certificate.kind == kind)
    names = {words: kind for kind, words in KIND_SAYS.items()}
    return tuple(names.get(name, name) for name in map(listed_name, before))


def _labels(question: Question, more: Iterable[str]) -> dict[str, str]:
    """Return every choice with its label: those that stand alone, the offered, the added ones."""
    alone = [choice for choice in _ALONE if choice != _NONE or question.row.may_be_none]
    labels = {choice: talk(_ALONE[choice]) for choice in alone} | question.choices
    return labels | {name: name for name in more if name not in labels}


def _conflict(chosen: Ticked, labels: Mapping[str, str]) -> str:
    """Return what is wrong with what was taken from a list; empty if it is valid."""
    if not chosen.values:
        return talk("nothing-ticked")
    if chosen.passed_over is not None:
        return talk("passed-over", choice=labels[chosen.passed_over])
    alone = [talk(_ALONE[choice]) for choice in chosen.values if choice in _ALONE]
    return talk("alone", choice=alone[0]) if alone and len(chosen.values) > 1 else ""


def _about(question: Question, again: bool = False) -> list[str]:
    """Return the notes on a question, unless it was just asked, and the help on its keys."""
    told = [] if again else notes(question, typed=not question.choices)
    return [*told, key_help(question, arrows=True)]
