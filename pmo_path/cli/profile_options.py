"""Command-line options generated from the table of facts."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from pmo_path.cli import completion
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import FACTS


def with_profile_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for every fact to a command, which receives them by key in `facts`.

    The options come before the command's own, in the order of the table.
    """
    own = [
        parameter
        for parameter in inspect.signature(command, eval_str=True).parameters.values()
        if parameter.name != "facts"
    ]
    given = [_parameter(row) for row in FACTS]

    def wrapper(**values: Any) -> Any:
        facts = {row.key: values.pop(row.key) for row in FACTS}
        return command(**values, facts=facts)

    parameters = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in [*given, *own]
    ]
    wrapper.__name__ = command.__name__
    wrapper.__doc__ = command.__doc__
    wrapper.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    wrapper.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return wrapper


_METAVARS = {
    "number": "N",
    "date": "YYYY-MM-DD",
    "money": "AMOUNT",
    "prices": "ID=AMOUNT",
    "id": "ID",
    "text": "TEXT",
}


def _parameter(row: Row) -> inspect.Parameter:
    kind: Any = list[str] | None if row.many else str | None
    metavar = _METAVARS.get(row.kind, "VALUE")
    option = typer.Option(
        *row.options,
        help=row.help,
        metavar=metavar,
        rich_help_panel=row.panel,
        show_default=False,
        autocompletion=completion.fact_values(row),
    )
    return inspect.Parameter(
        row.key, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind, option]
    )
