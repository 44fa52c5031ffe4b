"""Ask line by line, with numbers and letters, without cursor control or colour.

It reads well through a screen reader. All of it goes to standard error, so that standard output has
the advice alone.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator

from pmo_path.core.errors import BadValueError, PmoPathError, Problem
from pmo_path.core.wrapping import wrap
from pmo_path.interview.presentation import (
    Question,
    key_help,
    notes,
    unnamed_certificates,
    with_name,
)
from pmo_path.interview.reply_parser import COMMANDS, refusal_text, reply_event
from pmo_path.interview.state import Answer, Event
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
        self._file, self._line = file, 0  # of the prepared line read last
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="surrogateescape")  # refuse invalid UTF-8 as an answer

    def tell(self, text: str, indent: str = "", rest: str | None = None) -> None:
        """Write a paragraph: `indent` precedes its first line, `rest` or `indent` the others."""
        for line in wrap(text, output.talk_width(), indent, rest):
            print(line, file=sys.stderr)

    def put(self, question: Question, again: bool) -> Event:
        """Ask a question until the reply is valid.

        If `again`, the question was just shown and is not repeated.
        """
        if not again:
            self.tell("")
            self.tell(question.progress)
            self.tell(question.text)
            self._offer(question.choices.values())
            for line in notes(question):
                self.tell(line, "   ")
            if len(question.choices) > _LONG:
                self.tell(question.text)
            self.tell(key_help(question))
        while True:
            try:
                event = self._named(question, reply_event(question, self._names, self.read()))
                if event is not None:
                    return event
            except BadValueError as bad:
                self.refused(bad)

    def _named(self, question: Question, event: Event) -> Event | None:
        """Ask for the names of certificates chosen by kind; return None to go back to the list.

        Raises EOFError to quit.
        """
        for certificate in unnamed_certificates(question, event):
            assert isinstance(event, Answer)
            self.tell(f"{talk('other-name', kind=certificate.name)} {talk('other-name-keys')}")
            typed = self.read().strip()
            command = COMMANDS.get(typed.casefold())
            if command == "quit":
                raise EOFError
            if command:
                self.tell(key_help(question))
                return None
            event = with_name(event, certificate, typed)
        return event

    def choose(self, text: str, options: list[str]) -> int | None:
        """Return the index of the option chosen, by default the last, or None to go back.

        Raises EOFError to quit.
        """
        self.tell(text)
        self._offer(options)
        self.tell(talk("title-keys"))
        places = {str(number + 1): number for number in range(len(options))}
        while True:
            typed = self.read().strip()
            command = COMMANDS.get(typed.casefold())
            if command == "back":
                return None
            if command == "quit":
                raise EOFError
            if not typed:
                return len(options) - 1
            if typed in places:
                return places[typed]
            hint = talk("number-hint", last=len(options))
            self.refused(BadValueError("unknown-value", talk("no-such-number"), hint))

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

    def _offer(self, options: Iterable[str]) -> None:
        for place, words in enumerate(options, 1):
            self.tell(f"{place} {words}", "   ", "     ")
