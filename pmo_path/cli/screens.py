"""Write a long text a screen at a time, so that its beginning is read and not its end alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmo_path.cli.outputs import shown
from pmo_path.core.errors import BadValueError
from pmo_path.interview.reply_parser import COMMANDS
from pmo_path.messages.catalog import talk
from pmo_path.messages.grammar import counted
from pmo_path.system import output

_PROMPT_ROWS = 4  # for what is asked under a screen: a sentence of two lines, and what is typed


def write_in_screens(text: str, front: Any, plain: bool = False) -> None:
    """Write a text; after each screen of it ask whether to go on. Raises EOFError to quit."""
    lines = list(zip(text.splitlines(), shown(text, plain).splitlines(True), strict=True))
    while lines:
        screen = list(_first_screen(lines))
        output.write("".join(screen))
        lines = lines[len(screen) :]
        if lines:
            rest = talk("more", count=counted(len(lines), "line"))
            typed = front.line(rest, talk("more-keys"), _command)
            if _command(typed) == "quit":
                raise EOFError
            if typed:
                return


def _first_screen(lines: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the styled lines that fit on a screen; one that is too long takes several rows."""
    room = output.talk_height() - _PROMPT_ROWS
    for place, (words, styled) in enumerate(lines):
        room -= 1 + max(0, len(words) - 1) // output.width()
        if place and room < 0:
            return
        yield styled


def _command(typed: str) -> str | None:
    """Return `back`, `quit`, or None to go on. Raises BadValueError for anything else."""
    command = COMMANDS.get(typed.casefold())
    if typed and command not in ("back", "quit"):
        raise BadValueError("unknown-value", talk("no-such-key"), talk("more-hint"))
    return command
