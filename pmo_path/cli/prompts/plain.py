"""The interview line by line: numbers and letters, no cursor control, no colour.

Everything it says goes to standard error, so that the advice alone is on standard output, and
reads the same through a screen reader.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator

from pmo_path.core.errors import BadValueError, PmoPathError, Problem
from pmo_path.core.wrapping import wrap
from pmo_path.interview.presentation import Question, keys, named, notes, unnamed
from pmo_path.interview.reply_parser import COMMANDS, explained, reply
from pmo_path.interview.state import Answer, Event
from pmo_path.messages.catalog import talk
from pmo_path.profile.vocabulary import Names
from pmo_path.system import output

_LONG = 12  # choices; with more the question may leave the screen, so it is said again below them


class Lines:
    """Asks on standard error and reads lines: typed at a terminal, or prepared."""

    greeting: tuple[str, ...] = ("start",)

    def __init__(self, names: Names, prepared: Iterable[str] | None = None, file: str = "") -> None:
        self._names = names
        self._prepared: Iterator[str] | None = None if prepared is None else iter(prepared)
        self._file, self._line = file, 0  # where the prepared line that was read last stands
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="surrogateescape")  # what is no UTF-8 is refused like any wrong answer

    def tell(self, text: str, indent: str = "", rest: str | None = None) -> None:
        """Say a paragraph; `rest` goes before its lines after the first, `indent` where it is not given."""
        for line in wrap(text, output.talk_width(), indent, rest):
            print(line, file=sys.stderr)

    def put(self, question: Question, again: bool) -> Event:
        """Ask a question until the reply is an event; `again` where it has just been put in full."""
        if not again:
            self.tell("")
            self.tell(question.progress)
            self.tell(question.text)
            self._offer(question.choices.values())
            for line in notes(question):
                self.tell(line, "   ")
            if len(question.choices) > _LONG:
                self.tell(question.text)
            self.tell(keys(question))
        while True:
            try:
                event = self._named(question, reply(question, self._names, self.read()))
                if event is not None:
                    return event
            except BadValueError as bad:
                self.refused(bad)

    def _named(self, question: Question, event: Event) -> Event | None:
        """Ask what certificates are called that were chosen by their kind; None for back to the list.

        Raises EOFError at quit.
        """
        for one in unnamed(question, event):
            assert isinstance(event, Answer)
            self.tell(f"{talk('other-name', what=one.name)} {talk('other-name-keys')}")
            typed = self.read().strip()
            command = COMMANDS.get(typed.casefold())
            if command == "quit":
                raise EOFError
            if command:
                self.tell(keys(question))
                return None
            event = named(event, one, typed)
        return event

    def choose(self, text: str, options: list[str]) -> int | None:
        """Return the place of the option chosen, the last being the default; None for back.

        Raises EOFError at quit.
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
        """Say why a reply is refused. Raises PmoPathError for a prepared one: the next line answers another question."""
        if self._prepared is None:
            self.tell(explained(bad))
            return
        problem = Problem(code=bad.code, detail=bad.detail, hint=bad.hint, file=self._file, line=self._line, column=1)
        raise PmoPathError("a prepared answer is refused", (problem,), code=bad.code)

    def read(self) -> str:
        """Return the next line. Raises EOFError where there is none, KeyboardInterrupt at Ctrl-C."""
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
