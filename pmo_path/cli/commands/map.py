"""The `map` command: certifications by career level and certifying body."""

from __future__ import annotations

from typing import Annotated, Any

from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, day_of, profile_from
from pmo_path.cli.outputs import write_answer
from pmo_path.cli.profile_options import with_profile_options
from pmo_path.cli.shared_options import (
    AsJson,
    AsOf,
    CatalogueDir,
    Force,
    Out,
    Plain,
    ProfileFile,
    Strict,
    format_option,
)
from pmo_path.reports import MAP_FORMATS, map_renderers

MapFormat = Annotated[str | None, format_option(MAP_FORMATS, "; else by FILE")]


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

    day = day_of(as_of)
    known = catalogue_from(catalogue)
    write_answer(
        map_of(engine(known, profile_from(known, profile, facts, strict=strict), day)),
        map_renderers(),
        format,
        as_json,
        out,
        force,
        plain,
    )
