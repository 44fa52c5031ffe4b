"""The commands: the composition root, where files, clock and terminal meet the pure core."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pmo_path import cli_batch, cli_catalogue, output
from pmo_path.commands import (
    AsJson,
    AsOf,
    CatalogueDir,
    FailIfEmpty,
    Force,
    Format,
    Out,
    ProfileFile,
    certification_id,
    day_of,
    emit,
    guarded,
    load,
    read,
    show,
    usage,
)
from pmo_path.errors import PmoPathError
from pmo_path.options import with_profile_options

EXAMPLES = """Which certification route to take in project, programme and portfolio offices, and why.

A practitioner:  pmo-path ask

A mentor:  pmo-path advise --role "PMO analyst" --pmo-type tactical

A script:  pmo-path advise profile.yaml --json
"""

app = typer.Typer(
    add_completion=True,
    help=EXAMPLES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(cli_catalogue.app, name="catalogue")


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
    format: Format = "text",
    as_json: AsJson = False,
    fail_if_empty: FailIfEmpty = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006 (never changed; the decorator fills it)
) -> None:
    """Say which route to take and why, from a profile file and/or options; never asks.

    Example: pmo-path advise --role "PMO analyst" --pmo-type tactical
    """
    from pmo_path.engine import advise as engine

    day = day_of(as_of)
    known = load(catalogue)
    person = read(known, profile, facts)
    advice = engine(known, person, day)
    emit(advice, "json" if as_json else format, out, force)
    if fail_if_empty and not advice.routes:
        from pmo_path.batch import nothing_advised

        raise PmoPathError("nothing is advised", (nothing_advised(),), code="nothing-advised", exit_code=1)


app.command()(cli_batch.batch)


@app.command()
@with_profile_options
@guarded
def ask(
    as_of: AsOf = None,
    as_json: AsJson = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006
) -> None:
    """Answer a few questions, then get the advice. Options answer a question beforehand.

    Example: pmo-path ask
    """
    from pmo_path import prompts
    from pmo_path.engine import advise as engine
    from pmo_path.phrases import headline
    from pmo_path.words import say

    day = day_of(as_of)
    if not prompts.is_terminal():
        hint = 'use `pmo-path advise`, for example: pmo-path advise --role "PMO analyst" --pmo-type tactical'
        raise usage("ask needs a terminal to ask on", hint, "no-terminal")
    known = load(catalogue)
    person = read(known, None, facts)
    try:
        person = prompts.interview(known, person, day, output.width())
    except (EOFError, KeyboardInterrupt):
        output.tell("")
        raise SystemExit(130) from None
    advice = engine(known, person, day)
    emit(advice, "json" if as_json else "text", None, False)
    if not as_json:
        output.tell(say("in-short", text=headline(advice)))


@app.command()
@with_profile_options
@guarded
def explain(
    certification: Annotated[str, typer.Argument(metavar="CERTIFICATION", help="Id, name or alias.")],
    profile: ProfileFile = None,
    as_of: AsOf = None,
    format: Format = "text",
    as_json: AsJson = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006
) -> None:
    """Say what a certification is, what became of it, and why or why not for a person.

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
    format: Format = "text",
    as_json: AsJson = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006
) -> None:
    """Draw career levels and certifying bodies, with the person's place and route.

    Example: pmo-path map --as-of 2018-07-01
    """
    from pmo_path.engine import advise as engine
    from pmo_path.mapping import map_of
    from pmo_path.reports import map as text

    day = day_of(as_of)
    known = load(catalogue)
    show(
        map_of(engine(known, read(known, profile, facts), day)), text.render, "json" if as_json else format, out, force
    )


def main() -> None:
    """Run the program; the entry point of `pmo-path` and `python -m pmo_path`."""
    app(prog_name="pmo-path")
