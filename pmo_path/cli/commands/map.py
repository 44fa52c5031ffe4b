"""The `map` command: certifications by career level and certifying body."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pmo_path.cli import completion
from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, day_of, profile_from
from pmo_path.cli.outputs import write_answer
from pmo_path.cli.profile_options import with_profile_options
from pmo_path.cli.shared_options import (
    OUTPUT,
    AsJson,
    AsOf,
    CatalogueDir,
    Force,
    Out,
    Plain,
    ProfileFile,
    Strict,
)

MapFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        rich_help_panel=OUTPUT,
        help="text, json or svg; else by FILE.",
        autocompletion=completion.listed_words(completion.map_formats),
    ),
]


@with_profile_options
@guarded
def map_command(
    profile: ProfileFile = None,
    as_of: AsOf = None,
    format: MapFormat = None,
    as_json: AsJson = False,
    plain: Plain = False,
    strict: Strict = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006
) -> None:
    """Draw levels and bodies, with the person's route. As a picture with -o FILE.svg.

    Example: pmo-path map --as-of 2018-07-01
    """
    from pmo_path.answers.advise import advise as engine
    from pmo_path.answers.level_map import map_of
    from pmo_path.reports import map_renderers

    day = day_of(as_of)
    known = catalogue_from(catalogue)
    by_name = "svg" if out is not None and out.suffix.lower() == ".svg" else "text"
    wanted = "json" if as_json else format or by_name
    write_answer(
        map_of(engine(known, profile_from(known, profile, facts, strict=strict), day)),
        map_renderers(),
        wanted,
        out,
        force,
        plain,
    )
