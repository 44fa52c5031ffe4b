"""Find a choice of a list by a part of its name: `/` begins, Enter takes it, Esc ends it."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from typing import Any

from pmo_path.core.errors import BadValueError
from pmo_path.core.text import plain_name
from pmo_path.core.wrapping import wrap
from pmo_path.interview.reply_parser import refusal_text
from pmo_path.messages.catalog import talk
from pmo_path.system import output


class Search:
    """The search in a list of questionary.

    Without `add`, Enter chooses what is pointed at. With it, Enter ticks that and shows the whole
    list again; `add` returns the value and label of a name that no choice contains, and raises
    BadValueError for one that is refused. `groups` are the headings of choices, found too.
    """

    def __init__(
        self,
        control: Any,
        groups: Mapping[Any, str] = {},
        add: Callable[[str], tuple[str, str]] | None = None,
    ) -> None:
        self._control, self._groups, self._add = control, groups, add
        self._all = list(control.choices)

    @property
    def on(self) -> bool:
        """Whether a search has begun and not ended."""
        return self._control.search_filter is not None

    def bind(self, bindings: Any) -> None:
        """Add the keys of the search. Those added before, which it takes over, come first."""
        from prompt_toolkit.filters import Condition
        from prompt_toolkit.keys import Keys

        on = Condition(lambda: self.on)
        bindings.add("/", eager=True, filter=~on)(lambda event: self._narrow(""))
        for letter in (*string.digits, *string.ascii_letters, *string.punctuation, " ", Keys.Any):
            bindings.add(letter, eager=True, filter=on)(self._type)
        bindings.add("backspace", eager=True, filter=on)(
            lambda event: self._narrow(self._control.search_filter[:-1])
        )
        bindings.add("escape", eager=True, filter=on)(lambda event: self._end())
        for key in ("enter", "c-j"):  # a line feed where it was typed before the list was there
            bindings.add(key, eager=True, filter=on)(self._take)

    def _type(self, event: Any) -> None:
        if event.data.isprintable():
            self._narrow(self._control.search_filter + event.data)

    def _found(self, typed: str) -> list[Any]:
        part = plain_name(typed)
        choices = [choice for choice in self._all if not choice.disabled]  # no headings
        named = [choice for choice in choices if part in plain_name(choice.title)]
        grouped = (
            choice for choice in choices if part in plain_name(self._groups.get(choice.value, ""))
        )
        return (named or list(grouped)) if part else []

    def _unlisted(self, typed: str) -> list[Any]:
        """Return the offer to add a name that no choice contains, where it may be added."""
        from questionary import Choice

        name = typed.strip()
        words = wrap(talk("add-typed", name=name), output.talk_width() - 6)
        return [Choice("\n     ".join(words), value=name)] if name and self._add else []

    def _narrow(self, typed: str) -> None:
        control = self._control
        control.search_filter = typed
        found = self._found(typed)
        control.choices = found or self._unlisted(typed) or self._all
        control.found_in_search = bool(found)
        control.pointed_at = 0
        while not control.is_selection_valid():
            control.select_next()

    def _end(self, value: Any = None) -> None:
        control = self._control
        control.search_filter, control.choices = None, self._all
        values = [choice.value for choice in self._all]
        control.pointed_at = values.index(value) if value in values else 0

    def _take(self, event: Any) -> None:
        control, typed = self._control, self._control.search_filter.strip()
        if not typed:
            self._end()
        elif self._found(typed):
            self._choose(control.get_pointed_at().value, event)
        elif self._add:
            self._take_typed(typed, self._add, event)

    def _take_typed(self, typed: str, add: Callable[[str], tuple[str, str]], event: Any) -> None:
        """Take a name that no choice contains."""
        from questionary import Choice, Separator

        try:
            value, label = add(typed)
        except BadValueError as bad:
            why = "\n   ".join(wrap(refusal_text(bad), output.talk_width() - 4))
            self._control.choices = [Separator(why), *self._all]
            self._control.pointed_at = 1
            return
        if value not in [choice.value for choice in self._all]:
            self._all.append(Choice(label, value=value))
        self._choose(value, event)

    def _choose(self, value: Any, event: Any) -> None:
        if self._add is None:
            event.app.exit(result=value)
            return
        if value not in self._control.selected_options:
            self._control.selected_options.append(value)
        self._end(value)
