"""Ask line by line, with numbers and letters, without cursor control or colour.

It reads well through a screen reader. All of it goes to standard error, so that standard output has
the advice alone.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from pmo_path.core.errors import BadValueError, PmoPathError, Problem
from pmo_path.core.wrapping import wrap
from pmo_path.interview.presentation import Question, key_help, notes
from pmo_path.interview.reply_parser import COMMANDS, refusal_text, reply_event
from pmo_path.interview.state import Event
from pmo_path.messages.catalog import talk
from pmo_path.profile.vocabulary import Names
from pmo_path.system import output

_LONG = 12  # choices; after more, the question is repeated, as it may have left the screen


class PlainFront:
    """Interview front end that asks on standard error and reads lines, typed or prepared."""

    greeting: tuple[str, ...] = ("start",)

    def __init__(self, names: Names, prepared: Iterable[str] | None = None, file: str = "") -> None:
        self._names = names
        self._prepared: Iterator[str] | None = None if prepared is None else iter(prepared)
        self.is_prepared = prepared is not None
        self._file, self._line = file, 0  # of the prepared line read last
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="surrogateescape")  # refuse invalid UTF-8 as an answer

    def tell(self, text: str, indent: str = "", rest: str | None = None) -> None:
        """Write a paragraph: `indent` precedes its first line, `rest` or `indent` the others."""
        for line in wrap(text, output.talk_width(), indent, rest):
            print(line, file=sys.stderr)

    def echo(self, text: str) -> None:
        """Show what was said: nothing, as the typed lines stay on the screen."""

    def put(self, question: Question, again: bool) -> Event:
        """Ask a question until the reply is valid.

        If `again`, the question was just shown and is not repeated.
        """
        if not again:
            self.tell("")
            self.tell(question.progress)
            self.tell(question.text)
            self._offer(question.choices.values(), question.groups.values())
            for line in notes(question):
                self.tell(line, "   ")
            if len(question.choices) > _LONG:
                self.tell(question.text)
            self.tell(key_help(question))
        while True:
            try:
                return reply_event(question, self._names, self.read())
            except BadValueError as bad:
                self.refused(bad)

    def line(self, text: str, keys: str, parse: Callable[[str], object]) -> str:
        """Ask for a line until `parse` accepts it. Raises EOFError and KeyboardInterrupt."""
        self.tell(f"{text} {keys}")
        while True:
            typed = self.read().strip()
            try:
                parse(typed)
            except BadValueError as bad:
                self.refused(bad)
            else:
                return typed

    def choose(
        self, text: str, options: list[str], keys: str = "title-keys", neutral: bool = True
    ) -> int | None:
        """Return the index of the option chosen by number or part of its name, or None to go back.

        If `neutral`, Enter alone takes the last one. Raises EOFError to quit.
        """
        self.tell(text)
        self._offer(options)
        self.tell(talk(keys))
        places = {str(number + 1): number for number in range(len(options))}
        while True:
            typed = self.read().strip().casefold()
            command = COMMANDS.get(typed)
            if command == "back":
                return None
            if command == "quit":
                raise EOFError
            if not typed and neutral:
                return len(options) - 1
            if typed in places:
                return places[typed]
            named = [place for place, option in enumerate(options) if typed in option.casefold()]
            if len(named) == 1 and not typed.isdecimal():
                return named[0]
            code = (
                "several-named" if typed and named and not typed.isdecimal() else "no-such-number"
            )
            hint = talk("number-hint", last=len(options))
            self.refused(BadValueError("unknown-value", talk(code), hint))

    def refused(self, bad: BadValueError) -> None:
        """Show why a reply was refused.

        Raises PmoPathError for a prepared reply, as the next line answers another question.
        """
        if self._prepared is None:
            self.tell(refusal_text(bad))
            return
        problem = Problem(
            code=bad.code,
            detail=bad.detail,
            hint=bad.hint,
            file=self._file,
            line=self._line,
            column=1,
        )
        raise PmoPathError("a prepared answer is refused", (problem,), code=bad.code)

    def read(self) -> str:
        """Return the next line. Raises EOFError if there is none, KeyboardInterrupt at Ctrl-C."""
        sys.stderr.write("> ")
        sys.stderr.flush()
        line = sys.stdin.readline() if self._prepared is None else next(self._prepared, "")
        if not line:
            sys.stderr.write("\n")
            raise EOFError
        if self._prepared is not None:
            self._line += 1
            sys.stderr.write(line.rstrip("\n") + "\n")
        return line.rstrip("\n")

    def _offer(self, options: Iterable[str], groups: Iterable[str] = ()) -> None:
        heading = ""
        for place, (words, group) in enumerate(zip_longest(options, groups, fillvalue=""), 1):
            if group != heading:
                self.tell(f"{group}:", "  ")
            heading = group
            self.tell(f"{place} {words}", "   ", "     ")
