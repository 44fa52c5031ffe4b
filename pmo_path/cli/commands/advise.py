"""The `advise` command: which route to take, and why."""

from __future__ import annotations

from typing import Any

from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, day_of, profile_from
from pmo_path.cli.outputs import json_form, output_format, write_advice
from pmo_path.cli.profile_options import with_profile_options
from pmo_path.cli.shared_options import (
    AsJson,
    AsOf,
    CatalogueDir,
    FailIfEmpty,
    Force,
    Full,
    Out,
    Plain,
    ProfileFile,
    ReportFormat,
    Select,
    Slim,
    Strict,
)
from pmo_path.core.errors import PmoPathError


@with_profile_options
@guarded
def advise_command(
    profile: ProfileFile = None,
    as_of: AsOf = None,
    format: ReportFormat = None,
    as_json: AsJson = False,
    select: Select = None,
    slim: Slim = False,
    plain: Plain = False,
    fail_if_empty: FailIfEmpty = False,
    strict: Strict = False,
    out: Out = None,
    force: Force = False,
    full: Full = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006 (never changed; the decorator fills it)
) -> None:
    """Say which route to take and why. From a profile file and/or options; it never asks.

    Example: pmo-path advise --role "PMO analyst" --pmo-type tactical
    """
    from pmo_path.answers.advise import advise as engine

    wanted = output_format(format, as_json, out, "text", "advice")
    form = json_form(wanted, select, "advice", slim=slim)
    day = day_of(as_of)
    known = catalogue_from(catalogue)
    advice = engine(known, profile_from(known, profile, facts, strict=strict), day)
    write_advice(advice, wanted, out, force, full=full, plain=plain, form=form)
    if fail_if_empty and not advice.routes:
        from pmo_path.cli.batch_run import nothing_advised

        raise PmoPathError(
            "nothing is advised", (nothing_advised(),), code="nothing-advised", exit_code=1
        )
