"""The composition root: which commands there are, and how the program starts and ends."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from pmo_path import output
from pmo_path.commands import guarded

EXAMPLES = """Which certification route to take in project, programme and portfolio offices, and why.

A practitioner:  pmo-path ask

A mentor:  pmo-path advise --role "PMO analyst" --pmo-type tactical
           pmo-path report profile.yaml -o report.html

A script:  pmo-path advise profile.yaml --json
"""

# The commands in the order of help: each is what its module `cli_NAME` calls by its name, or a group of more.
COMMANDS = ("ask", "report", "advise", "batch", "explain", "map")
GROUPS = ("catalogue",)


def app_for(words: Sequence[str]) -> typer.Typer:
    """Return the program for a command line: all commands, or the one that its first word names.

    To make the options of the others takes longer than an advice.
    """
    app = typer.Typer(
        add_completion=True,
        help=EXAMPLES,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(start)
    every = (*COMMANDS, *GROUPS)
    for name in words[:1] if words and words[0] in every else every:
        made = import_module(f"pmo_path.cli_{name}")
        if name in GROUPS:
            app.add_typer(made.app, name=name)
        else:
            app.command(name)(getattr(made, name))
    return app


@guarded
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """Print the version, or short help where no command is given."""
    if version:
        from pmo_path import __version__

        output.write(f"pmo-path {__version__}\n")
    elif context.invoked_subcommand is None:
        output.write(context.get_help() + "\n")


def _stop_cleanly() -> None:
    """Where the run is told to end, end as an interruption does: nothing half done stays, the terminal is put back."""

    def stop(*_: object) -> None:
        raise SystemExit(143)

    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:  # nohup leaves it ignored
            signal.signal(number, stop)


def run() -> int | str | None:
    """Run the program with the command line of this process, and return its exit code."""
    gc.set_threshold(100_000)  # few runs are long enough to make that much garbage
    try:
        app_for(sys.argv[1:])(prog_name="pmo-path")
    except OSError as error:  # help and completion are written by the library
        output.report(output.unwritten(error), False)
        return 3
    except SystemExit as end:
        return 141 if isinstance(end.__context__, BrokenPipeError) else end.code  # for which the library ends with 1
    return 0


def main() -> None:
    """Be the program; the entry point of `pmo-path` and `python -m pmo_path`."""
    _stop_cleanly()
    code = run()
    if not isinstance(code, int) or sys.gettrace() or sys.getprofile():
        raise SystemExit(code)
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):  # a full disk, a closed stream
            code = code or 3
    os._exit(code)  # to take all apart, object by object, takes as long as to read the catalogue
