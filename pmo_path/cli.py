"""The commands: the composition root, where files, clock and terminal meet the pure core."""

from __future__ import annotations

import gc
import signal
import sys
from typing import Annotated, Any

import typer

from pmo_path import cli_ask, cli_batch, cli_catalogue, cli_report, completion, output
from pmo_path.commands import (
    AsJson,
    AsOf,
    CatalogueDir,
    Certification,
    FailIfEmpty,
    Force,
    Format,
    Out,
    ProfileFile,
    ReportFormat,
    certification_id,
    chosen,
    day_of,
    emit,
    guarded,
    load,
    read,
    show,
)
from pmo_path.errors import PmoPathError
from pmo_path.options import with_profile_options

EXAMPLES = """Which certification route to take in project, programme and portfolio offices, and why.

A practitioner:  pmo-path ask

A mentor:  pmo-path advise --role "PMO analyst" --pmo-type tactical
           pmo-path report profile.yaml -o report.html

A script:  pmo-path advise profile.yaml --json
"""

MapFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text, json or svg; by the name of FILE if absent.",
        autocompletion=completion.among(completion.map_formats),
    ),
]

app = typer.Typer(
    add_completion=True,
    help=EXAMPLES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(cli_ask.ask)
app.add_typer(cli_catalogue.app, name="catalogue")
app.command("report")(cli_report.report)


@app.callback(invoke_without_command=True)
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


@app.command()
@with_profile_options
@guarded
def advise(
    profile: ProfileFile = None,
    as_of: AsOf = None,
    format: ReportFormat = None,
    as_json: AsJson = False,
    fail_if_empty: FailIfEmpty = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006 (never changed; the decorator fills it)
) -> None:
    """Say which route to take and why. From a profile file and/or options; it never asks.

    Example: pmo-path advise --role "PMO analyst" --pmo-type tactical
    """
    from pmo_path.engine import advise as engine

    wanted = chosen(format, as_json, out, "text")
    day = day_of(as_of)
    known = load(catalogue)
    person = read(known, profile, facts)
    advice = engine(known, person, day)
    emit(advice, wanted, out, force)
    if fail_if_empty and not advice.routes:
        from pmo_path.batch import nothing_advised

        raise PmoPathError("nothing is advised", (nothing_advised(),), code="nothing-advised", exit_code=1)


app.command()(cli_batch.batch)


@app.command()
@with_profile_options
@guarded
def explain(
    certification: Certification,
    profile: ProfileFile = None,
    as_of: AsOf = None,
    format: Format = "text",
    as_json: AsJson = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006
) -> None:
    """Say why or why not, for one certification. And what it is, and what became of it.

    Example: pmo-path explain "BCS PPSO" --role "project administrator"
    """
    from pmo_path import explanation
    from pmo_path.reports import looks

    day = day_of(as_of)
    known = load(catalogue)
    one = certification_id(known, certification)
    show(
        explanation.explain(known, one, read(known, profile, facts), day),
        looks.explain,
        "json" if as_json else format,
        out,
        force,
    )


@app.command("map")
@with_profile_options
@guarded
def map_(
    profile: ProfileFile = None,
    as_of: AsOf = None,
    format: MapFormat = None,
    as_json: AsJson = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006
) -> None:
    """Draw career levels and certifying bodies, with the person's place and route; as a picture with -o FILE.svg.

    Example: pmo-path map --as-of 2018-07-01
    """
    from pmo_path.engine import advise as engine
    from pmo_path.mapping import map_of
    from pmo_path.reports import map_renderers

    day = day_of(as_of)
    known = load(catalogue)
    by_name = "svg" if out is not None and out.suffix.lower() == ".svg" else "text"
    wanted = "json" if as_json else format or by_name
    show(map_of(engine(known, read(known, profile, facts), day)), map_renderers(), wanted, out, force)


def keep_only(words: list[str]) -> None:
    """Leave out the other commands where the first word names one: their options take longer to make than an advice."""
    for rows in (app.registered_commands, app.registered_groups):
        for one in rows:
            if words and words[0] == (one.name or getattr(one.callback, "__name__", "")):
                app.registered_commands = [each for each in app.registered_commands if each is one]
                app.registered_groups = [each for each in app.registered_groups if each is one]
                return


def _stop_cleanly() -> None:
    """Where the run is told to end, end as an interruption does: nothing half done stays, the terminal is put back."""

    def stop(*_: object) -> None:
        raise SystemExit(143)

    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:  # nohup leaves it ignored
            signal.signal(number, stop)


def main() -> None:
    """Run the program; the entry point of `pmo-path` and `python -m pmo_path`."""
    gc.set_threshold(100_000)  # few runs are long enough to make that much garbage
    _stop_cleanly()
    keep_only(sys.argv[1:])
    try:
        app(prog_name="pmo-path")
    except OSError as error:  # help and completion are written by the library
        output.report(output.unwritten(error), False)
        raise SystemExit(3) from None
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # for which the library ends with 1
            raise SystemExit(141) from None
        raise
    finally:
        gc.freeze()  # what is left goes with the process; looking through it takes as long as an advice
