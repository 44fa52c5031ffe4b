"""What the prompts of questionary share: their text, their choices, and the keys of their lists."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from pmo_path.cli.prompts.list_search import Search
from pmo_path.core.errors import BadValueError
from pmo_path.core.wrapping import wrap
from pmo_path.interview.reply_parser import refusal_text
from pmo_path.interview.state import Command
from pmo_path.system import output

_MARGIN = 5  # columns for pointer and tick before the words of a choice


def can_draw() -> bool:
    """Whether prompts can be drawn here: on Windows not in a window that is no console."""
    from prompt_toolkit.output import create_output

    try:
        create_output(sys.stderr)
    except Exception as error:  # of a class that exists on Windows alone
        if type(error).__name__ != "NoConsoleScreenBufferError":
            raise
        return False
    return True


def list_choices(
    labels: Iterable[tuple[Any, str]],
    ticked: Sequence[str] = (),
    groups: Mapping[str, str] = {},
) -> list[Any]:
    """Return the choices of a list, from values with their labels, under headings."""
    import questionary

    listed: list[Any] = []
    heading = ""
    for value, label in labels:
        if (group := groups.get(value, heading)) != heading:
            listed.append(questionary.Separator(f"{group}:"))
            heading = group
        listed.append(questionary.Choice(_broken(label), value=value, checked=value in ticked))
    return listed


def list_window(prompt: Any) -> Any:
    """Return the window of a prompt that shows its list."""
    from prompt_toolkit.filters import Always
    from questionary.prompts.common import InquirerControl

    windows = prompt.application.layout.find_all_windows()
    (window,) = (window for window in windows if isinstance(window.content, InquirerControl))
    window.dont_extend_height = Always()  # what is typed in a search stands below the list
    return window


class Ticked(Struct, frozen=True):
    """What Enter takes from a list: the ticked values, or without any the one pointed at.

    `passed_over` is the value pointed at where all ticks were there before: it may be meant.
    """

    values: tuple[str, ...]
    passed_over: str | None = None


def bind_ticks(bindings: Any, control: Any) -> None:
    """Make Enter return what it takes, so that nobody loses an answer by pressing it."""
    used: list[str] = []
    before = list(control.selected_options)

    def tick(event: Any) -> None:
        value, ticked = control.get_pointed_at().value, control.selected_options
        used.append(value)
        (ticked.remove if value in ticked else ticked.append)(value)

    def take(event: Any) -> None:
        pointed = control.get_pointed_at().value
        values = tuple(choice.value for choice in control.get_selected_values())
        if not values and not used:
            values = (pointed,)
        unchanged = before and control.selected_options == before
        passed_over = pointed if unchanged and pointed not in values else None
        event.app.exit(result=Ticked(values, passed_over))

    bindings.add(" ", eager=True)(tick)
    bindings.add("enter", eager=True)(take)
    for letter in "ai":  # disable "tick all" and "invert": too easy to hit
        bindings.add(letter, eager=True)(lambda event: None)


def validator(read: Callable[[str], object]) -> Callable[[str], bool | str]:
    """Return a validator for questionary: True if `read` accepts the text, else the reason."""

    def fits(text: str) -> bool | str:
        try:
            read(text.strip())
        except BadValueError as bad:
            return "\n".join(wrap(refusal_text(bad), output.talk_width() - 1))
        return True

    return fits


def _show_whole_refusals(layout: Any) -> None:
    """Give the message of a validator as many lines as it has; prompt_toolkit shows one."""
    from prompt_toolkit.filters import Always, has_validation_error
    from prompt_toolkit.layout import ConditionalContainer, walk

    for container in walk(layout):
        if isinstance(container, ConditionalContainer) and container.filter is has_validation_error:
            window: Any = container.content
            window.height, window.dont_extend_height = None, Always()


def head(*paragraphs: str) -> str:
    """Return the text above a list or an input line, wrapped to the terminal."""
    lines = [line for text in paragraphs for line in wrap(text, output.talk_width() - 2)]
    return "\n ".join(lines)  # questionary indents the first line by one


def _broken(words: str) -> str:
    """Return the words of a choice, wrapped to the terminal."""
    return ("\n" + _MARGIN * " ").join(wrap(words, output.talk_width() - _MARGIN - 1))


def looks(*about: str) -> dict[str, Any]:
    """Return the common arguments of prompts: drawn on standard error and erased when answered.

    `about` are paragraphs between the question and its list.
    """
    from prompt_toolkit.output import create_output
    from prompt_toolkit.styles import Style

    shared: dict[str, Any] = {
        "output": create_output(sys.stderr),
        "qmark": "",
        "erase_when_done": True,
    }
    if about:
        return shared | {"instruction": "\n " + head(*about)}
    return shared | {"style": Style([("question", "nobold")]), "enable_suspend": True}


def answered(prompt: Any, commands: dict[str, Command], search: Search | None = None) -> Any:
    """Return the answer to a prompt, or the command whose letter was pressed instead.

    Raises EOFError at Ctrl-D and KeyboardInterrupt at Ctrl-C.
    """
    _show_whole_refusals(prompt.application.layout.container)
    bindings = prompt.application.key_bindings
    for letter, command in commands.items():
        for key in {letter, letter.upper()}:
            bindings.add(key, eager=True)(
                lambda event, command=command: event.app.exit(result=command)
            )
    if commands:
        bindings.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))
        bindings.add("c-z", eager=True)(lambda event: event.app.suspend_to_background())
    if search:
        search.bind(bindings)
    return prompt.unsafe_ask()
