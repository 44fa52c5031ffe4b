"""Typer options and arguments shared by several commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pmo_path.cli import completion

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="YYYY-MM-DD", help="The day it is for; today if absent."),
]
CatalogueDir = Annotated[
    Path | None,
    typer.Option("--catalogue", metavar="DIR", help="Use the catalogue of another directory."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON; short for --format json.")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text or json.",
        autocompletion=completion.listed_words(lambda: ("text", "json")),
    ),
]
ReportFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text, json, markdown, html or pdf; by the name of FILE if absent.",
        autocompletion=completion.listed_words(completion.formats),
    ),
]
Plain = Annotated[bool, typer.Option("--plain", help="No emphasis, colour or links on a terminal.")]
Out = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write to a file instead of standard output."
    ),
]
ProfileFile = Annotated[
    str | None,
    typer.Argument(
        metavar="[PROFILE]",
        help="A YAML or JSON file, or - for standard input.",
        show_default=False,
    ),
]
Certification = Annotated[
    str,
    typer.Argument(
        metavar="CERTIFICATION",
        help="Id, name or alias.",
        autocompletion=completion.catalogue_ids("certification"),
    ),
]
FailIfEmpty = Annotated[
    bool, typer.Option("--fail-if-empty", help="Exit with 1 where nothing is advised.")
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict", help="Refuse words that the catalogue does not know, instead of keeping them."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that exists.")]
Full = Annotated[bool, typer.Option("--full", help="As text, say all of it, not one screen.")]
