"""The `catalogue` commands: look at the catalogue and check it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from pmo_path.cli import completion, error_boundary
from pmo_path.cli.catalogue_filters import BodyFilter, LevelFilter, StatusFilter, TypeFilter
from pmo_path.cli.commands.catalogue_export import catalogue_export
from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.grouped_help import GroupedCommand
from pmo_path.cli.inputs import catalogue_from, certification_id, day_of, meant_by
from pmo_path.cli.outputs import answer_format, shown, write_answer
from pmo_path.cli.shared_options import (
    OUTPUT,
    AsJson,
    AsOf,
    CatalogueDir,
    Force,
    Format,
    Out,
    Plain,
)
from pmo_path.core.errors import usage_error
from pmo_path.system import output

app = typer.Typer(
    help="Look at and verify the knowledge.\n\nExample: pmo-path catalogue show p3o-foundation",
    rich_markup_mode=None,
    no_args_is_help=True,
)
command = partial(app.command, cls=GroupedCommand)
command("export")(catalogue_export)


@command("check")
@guarded
def catalogue_check(
    directory: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help="The catalogue to check; the shipped one if absent.",
            show_default=False,
        ),
    ] = None,
    catalogue: CatalogueDir = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Find what is wrong with a catalogue. Every problem with its place and what to do.

    Example: pmo-path catalogue check data
    """
    from pmo_path.catalogue.load import check_catalogue

    problems = check_catalogue(directory or catalogue, day_of(as_of))
    if as_json:
        from pmo_path.contract.program import PROGRAM
        from pmo_path.core.json_text import indented_json

        head = {"schema_version": "1", "kind": "problems", "program": PROGRAM}
        answer = {"clean": not problems, "problems": problems}
        output.write(indented_json(head | answer))
    elif problems:
        count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
        lines = [
            line
            for problem in problems
            for line in error_boundary.problem_lines(problem, output.width())
        ]
        output.write(shown("\n".join([count, *lines]) + "\n", plain))
    else:
        output.write(shown("The catalogue is clean.\n", plain))
    if problems:
        raise SystemExit(1)


@command("schema")
@guarded
def catalogue_schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=(
                "advice, advice-slim, batch-line, batch-line-slim, catalogue, certification, "
                "changes, cohort, comparison, error, explanation, forgotten, map, plan, problems, "
                "profile, profile-import, profile-lenient, report, term or worklist."
            ),
            autocompletion=completion.listed_words(completion.schema_kinds),
        ),
    ],
    catalogue: CatalogueDir = None,
) -> None:
    """Print the JSON Schema of a kind of JSON that is read or printed.

    Example: pmo-path catalogue schema advice
    """
    from pmo_path.contract.json_schema import PROFILES, schema
    from pmo_path.core.json_text import indented_json

    names = catalogue_from(catalogue).names if kind in PROFILES else None
    output.write(indented_json(schema(kind, names)))


@command("list")
@guarded
def catalogue_list(
    body: BodyFilter = None,
    level: LevelFilter = None,
    kind: TypeFilter = None,
    status: StatusFilter = None,
    as_of: AsOf = None,
    format: Format = None,
    as_json: AsJson = False,
    full: Annotated[
        bool,
        typer.Option(
            "--full",
            rich_help_panel=OUTPUT,
            help="Of JSON, with facts, prices, cautions and sources: what `--slim` leaves out.",
        ),
    ] = False,
    plain: Plain = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
) -> None:
    """List the certifications with body, status and level on a day.

    Example: pmo-path catalogue list --level director --type enterprise
    """
    from pmo_path.answers.browse import listing
    from pmo_path.reports import text_catalogue

    if full and answer_format(format, as_json, out) != "json":
        raise usage_error("--full is about JSON", "add --json")
    day = day_of(as_of)
    known = catalogue_from(catalogue)
    filters = {"body": body, "level": level, "type": kind, "status": status}
    chosen = {
        key: filter_value(known, key, value) for key, value in filters.items() if value is not None
    }
    write_answer(
        listing(known, day, chosen, full),
        text_catalogue.listing_text,
        format,
        as_json,
        out,
        force,
        plain,
    )


def filter_value(catalogue: Any, key: str, value: str) -> str:
    """Return the id that a filter names. Raises a usage error with the known values."""
    from pmo_path.core.suggest import did_you_mean
    from pmo_path.model.catalogue import STATUSES

    known_id: str | None
    if key == "status":
        known, known_id = list(STATUSES), value if value in STATUSES else None
    else:
        known = list(
            {"body": catalogue.bodies, "level": catalogue.levels, "type": catalogue.pmo_types}[key]
        )
        known_id = catalogue.names.find("pmo-type" if key == "type" else key, value)
    if known_id is None:
        raise usage_error(
            f"--{key}: this value is not known", did_you_mean(value, known), "unknown-value"
        )
    return known_id


@command("show")
@guarded
def catalogue_show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A certification, PMO type, level, role, body or topic.",
            autocompletion=completion.catalogue_ids(
                "certification", "pmo-type", "level", "role", "body"
            ),
        ),
    ],
    as_of: AsOf = None,
    format: Format = None,
    as_json: AsJson = False,
    plain: Plain = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
) -> None:
    """Show every fact of one thing that is known. A certification or anything else, with its
    source.

    Example: pmo-path catalogue show p3o-foundation
    """
    from pmo_path.answers import browse, glossary
    from pmo_path.core.suggest import suggest
    from pmo_path.reports import text_catalogue

    day = day_of(as_of)
    known = catalogue_from(catalogue)
    certification = known.names.find("certification", name)
    term = None if certification else glossary.term_view(known, name, day)
    if certification:
        write_answer(
            browse.certification_view(known, certification, day),
            text_catalogue.certification_text,
            format,
            as_json,
            out,
            force,
            plain,
        )
    elif term:
        write_answer(term, text_catalogue.term_text, format, as_json, out, force, plain)
    else:
        hint = meant_by(known, name) or suggest(
            glossary.close_terms(known, name), "`pmo-path catalogue list` shows the certifications"
        )
        raise usage_error("nothing of that name is known", hint, "unknown-name")


@command("compare")
@guarded
def catalogue_compare(
    certifications: Annotated[
        list[str],
        typer.Argument(
            metavar="A B [C]",
            help="Two or three certifications.",
            autocompletion=completion.catalogue_ids("certification"),
        ),
    ],
    as_of: AsOf = None,
    format: Format = None,
    as_json: AsJson = False,
    plain: Plain = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
) -> None:
    """Compare two or three certifications, aspect by aspect.

    Example: pmo-path catalogue compare "P3O Practitioner" IPMO-P
    """
    from pmo_path.answers import browse
    from pmo_path.reports import text_catalogue

    day = day_of(as_of)
    known = catalogue_from(catalogue)
    chosen = list(dict.fromkeys(certification_id(known, name) for name in certifications))
    if not 2 <= len(chosen) <= 3:
        raise usage_error("compare takes two or three different certifications", None)
    write_answer(
        browse.comparison(known, chosen, day),
        text_catalogue.comparison_text,
        format,
        as_json,
        out,
        force,
        plain,
    )


@command("worklist")
@guarded
def catalogue_worklist(
    as_of: AsOf = None,
    format: Format = None,
    as_json: AsJson = False,
    plain: Plain = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
) -> None:
    """List what to check first with the live web. What is advised most comes first.

    Example: pmo-path catalogue worklist
    """
    from pmo_path.answers.worklist import worklist
    from pmo_path.reports.text_worklist import worklist_text

    day = day_of(as_of)
    found = worklist(catalogue_from(catalogue), day)
    write_answer(found, worklist_text, format, as_json, out, force, plain)
