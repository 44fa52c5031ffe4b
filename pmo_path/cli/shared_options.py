"""Typer options and arguments shared by several commands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from pmo_path.cli import completion
from pmo_path.messages.grammar import join
from pmo_path.reports import formats_of

OUTPUT = "Output"  # the panel of help for what is written, and how

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="YYYY-MM-DD", help="The day it is for; today if absent."),
]
CatalogueDir = Annotated[
    Path | None,
    typer.Option("--catalogue", metavar="DIR", help="Use the catalogue of another directory."),
]
AsJson = Annotated[bool, typer.Option("--json", rich_help_panel=OUTPUT, help="Print JSON.")]


def format_option(formats: Iterable[str], otherwise: str = "") -> Any:
    """Return the option for one of some formats; `otherwise` says what tells it without."""
    return typer.Option(
        "--format",
        metavar="FORMAT",
        rich_help_panel=OUTPUT,
        help=f"{join(formats, 'or')}{otherwise}.",
        autocompletion=completion.listed_words(lambda: formats),
    )


Format = Annotated[str | None, format_option(("text", "json"), "; else by FILE")]
ReportFormat = Annotated[str | None, format_option(formats_of("advice"), "; else by FILE")]
Plain = Annotated[
    bool,
    typer.Option(
        "--plain", rich_help_panel=OUTPUT, help="No emphasis, colour or links on a terminal."
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        rich_help_panel=OUTPUT,
        help="Write to a file instead of standard output.",
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
    bool,
    typer.Option(
        "--fail-if-empty", rich_help_panel=OUTPUT, help="Exit with 1 where nothing is advised."
    ),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Refuse words that the catalogue does not know."),
]
Sheet = Annotated[
    str | None,
    typer.Option(
        "--sheet", metavar="NAME", help="The sheet of a workbook; else the first with people."
    ),
]
Force = Annotated[
    bool, typer.Option("--force", rich_help_panel=OUTPUT, help="Replace a file that exists.")
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="A,B.C",
        rich_help_panel=OUTPUT,
        help="Of JSON, only these members, by their paths; repeatable.",
    ),
]
Slim = Annotated[
    bool,
    typer.Option(
        "--slim",
        rich_help_panel=OUTPUT,
        help="Of JSON, ids, codes and numbers; `catalogue list --full` has the rest.",
    ),
]
Full = Annotated[
    bool,
    typer.Option("--full", rich_help_panel=OUTPUT, help="As text, say all of it, not one screen."),
]
