"""The `explain` command: why, or why not, one certification."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, certification_id, day_of, profile_from
from pmo_path.cli.outputs import answer_format, json_form, write_answer
from pmo_path.cli.profile_options import with_profile_options
from pmo_path.cli.shared_options import (
    AsJson,
    AsOf,
    CatalogueDir,
    Certification,
    Force,
    Format,
    Out,
    Plain,
    ProfileFile,
    Select,
    Strict,
)
from pmo_path.core.errors import BadValueError, usage_error

WhatIf = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if",
        metavar="FACT=VALUE",
        help="Say what a change would do: also FACT+=VALUE, FACT-=VALUE, FACT=unknown; repeatable.",
    ),
]


_OUTSIDE = "--what-if: there is no verdict on a certificate outside the catalogue"


@contextmanager
def _changes_refused() -> Iterator[None]:
    """Raise a BadValueError of the block as a usage error about a supposed change."""
    try:
        yield
    except BadValueError as bad:
        raise usage_error(f"--what-if {bad.detail}", bad.hint, bad.code) from None


@with_profile_options
@guarded
def explain_command(
    certification: Certification,
    profile: ProfileFile = None,
    what_if: WhatIf = None,
    as_of: AsOf = None,
    format: Format = None,
    as_json: AsJson = False,
    select: Select = None,
    plain: Plain = False,
    strict: Strict = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006
) -> None:
    """Say why or why not, for one certification. And what it is, and what became of it.

    Example: pmo-path explain "BCS PPSO" --role "project administrator"

    Example: pmo-path explain PMI-PMOCP me.yaml --what-if years_in_projects=3
    """
    from pmo_path.answers.glossary import outside_view
    from pmo_path.answers.what_if import explain_supposed
    from pmo_path.profile.supposed import read_supposed
    from pmo_path.reports import text_catalogue, text_explanation

    form = json_form(answer_format(format, as_json, out), select, "explanation", "term")
    day = day_of(as_of)
    known = catalogue_from(catalogue)
    named = known.names.find("certification", certification)
    if named is None and (outside := outside_view(known, certification, day)):
        if what_if:
            raise usage_error(_OUTSIDE, "leave it out")
        write_answer(outside, text_catalogue.term_text, format, as_json, out, force, plain, form)
        return
    chosen = certification_id(known, certification)
    person = profile_from(known, profile, facts, strict=strict)
    with _changes_refused():
        changes = read_supposed(what_if or (), known.names.with_strict(strict))
        told = explain_supposed(known, chosen, person, day, changes)
    write_answer(
        told,
        text_explanation.explanation_text,
        format,
        as_json,
        out,
        force,
        plain,
        form,
    )
