"""The typer application: which commands there are, and the help of the program."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.grouped_help import GroupedCommand, ShortHelpGroup
from pmo_path.system import output

# \b keeps the lines of a paragraph as they are.
EXAMPLES = """\b
Which certification route to take in a PMO, and why.
A practitioner:  pmo-path ask
A mentor:        pmo-path report profile.yaml -o report.html
A script:        pmo-path advise profile.yaml --json
"""

# Commands in the order of help. Each is the function `NAME_command` of the module `commands.NAME`;
# a group is the typer app of its module.
COMMANDS = (
    "ask",
    "report",
    "advise",
    "batch",
    "explain",
    "plan",
    "diff",
    "map",
    "profile",
    "forget",
)
GROUPS = ("catalogue",)


def app_for(words: Sequence[str]) -> typer.Typer:
    """Return the application with all commands, or only the one that the first word names.

    Registering the options of all others takes longer than computing an advice.
    """
    app = typer.Typer(
        cls=ShortHelpGroup,
        add_completion=True,
        help=EXAMPLES,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(start)
    names = (*COMMANDS, *GROUPS)
    for name in words[:1] if words and words[0] in names else names:
        module = import_module(f"pmo_path.cli.commands.{name}")
        if name in GROUPS:
            app.add_typer(module.app, name=name)
        else:
            app.command(name, cls=GroupedCommand)(getattr(module, f"{name}_command"))
    return app


@guarded
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.")
    ] = False,
) -> None:
    """Print the version, or short help where no command is given."""
    if version:
        from pmo_path import __version__

        output.write(f"pmo-path {__version__}\n")
    elif context.invoked_subcommand is None:
        output.write(context.get_help() + "\n")
