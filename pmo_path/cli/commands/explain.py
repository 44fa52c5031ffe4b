"""The `explain` command: why, or why not, one certification."""

from __future__ import annotations

from typing import Any

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


@with_profile_options
@guarded
def explain_command(
    certification: Certification,
    profile: ProfileFile = None,
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
    """
    from pmo_path.answers import explain as explanation
    from pmo_path.answers.glossary import outside_view
    from pmo_path.reports import text_catalogue, text_explanation

    form = json_form(answer_format(format, as_json, out), select, "explanation", "term")
    day = day_of(as_of)
    known = catalogue_from(catalogue)
    named = known.names.find("certification", certification)
    if named is None and (outside := outside_view(known, certification, day)):
        write_answer(outside, text_catalogue.term_text, format, as_json, out, force, plain, form)
        return
    chosen = certification_id(known, certification)
    write_answer(
        explanation.explain(known, chosen, profile_from(known, profile, facts, strict=strict), day),
        text_explanation.explanation_text,
        format,
        as_json,
        out,
        force,
        plain,
        form,
    )
