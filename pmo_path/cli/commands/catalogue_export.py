"""The `catalogue export` command: the catalogue in a format of the world of credentials."""

from __future__ import annotations

from typing import Annotated

import typer

from pmo_path.cli import completion
from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, certification_id, day_of
from pmo_path.cli.shared_options import AsOf, CatalogueDir, Force, Out, format_option
from pmo_path.core.errors import usage_error
from pmo_path.system import output

EXPORTS = ("ctdl",)


@guarded
def catalogue_export(
    certifications: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CERTIFICATION]...",
            help="Id, name or alias; all that are known by the day if absent.",
            autocompletion=completion.catalogue_ids("certification"),
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
    format: Annotated[str, format_option(EXPORTS, " (JSON-LD)")] = "ctdl",
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
) -> None:
    """Write certifications as linked data. In the terms of Credential Engine (CTDL), as JSON-LD.

    Example: pmo-path catalogue export --format ctdl -o pmo.jsonld
    """
    from pmo_path.core.json_text import indented_json
    from pmo_path.model.on_day import on_day
    from pmo_path.reports.ctdl.document import ctdl_document

    if format not in EXPORTS:
        raise usage_error("--format: there is no such format here", "give ctdl")
    known = catalogue_from(catalogue)
    day = on_day(known, day_of(as_of))
    named = [certification_id(known, name) for name in certifications or ()]
    unlisted = [name for name in dict.fromkeys(named) if not day.listed(name)]
    if unlisted:
        raise usage_error(
            f"nothing is known of {', '.join(unlisted)} by that day", "leave it out", "not-listed"
        )
    chosen = list(dict.fromkeys(named)) or list(known.certifications)
    output.write(indented_json(ctdl_document(day, chosen)), out, force)
