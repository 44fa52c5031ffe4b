"""The options by which `catalogue list` filters."""

from __future__ import annotations

from typing import Annotated

import typer

from pmo_path.cli import completion

BodyFilter = Annotated[
    str | None,
    typer.Option(
        "--body",
        metavar="BODY",
        help="Only of this body, by id or name.",
        autocompletion=completion.catalogue_ids("body"),
    ),
]
LevelFilter = Annotated[
    str | None,
    typer.Option(
        "--level",
        metavar="LEVEL",
        help="Only for this career level.",
        autocompletion=completion.catalogue_ids("level"),
    ),
]
TypeFilter = Annotated[
    str | None,
    typer.Option(
        "--type",
        metavar="TYPE",
        help="Only placed in this kind of PMO.",
        autocompletion=completion.catalogue_ids("pmo-type"),
    ),
]
StatusFilter = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help="Only with this status on the day.",
        autocompletion=completion.listed_words(completion.statuses),
    ),
]
