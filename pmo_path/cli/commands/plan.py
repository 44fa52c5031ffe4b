"""The `plan` command: from here to there, with what it costs and when."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, day_of, profile_from
from pmo_path.cli.outputs import json_form, output_format, write_answer
from pmo_path.cli.profile_options import with_profile_options
from pmo_path.cli.shared_options import (
    AsJson,
    AsOf,
    CatalogueDir,
    Force,
    Full,
    Out,
    Plain,
    ProfileFile,
    ReportFormat,
    Select,
    Strict,
)
from pmo_path.core.errors import BadValueError, usage_error
from pmo_path.reports import format_notes, plan_renderers
from pmo_path.system import output

PLAN = "Plan"  # the panel of help for what a plan is to rest on

Start = Annotated[
    str | None,
    typer.Option(
        "--start", metavar="YYYY-MM-DD", rich_help_panel=PLAN, help="The day it begins; today."
    ),
]
Assume = Annotated[
    list[str] | None,
    typer.Option(
        "--assume",
        metavar="WHAT=TIME",
        rich_help_panel=PLAN,
        help="How long a step takes, `analyst to manager=3 years`; repeatable.",
    ),
]
Exchange = Annotated[
    list[str] | None,
    typer.Option(
        "--exchange",
        metavar="RATE",
        rich_help_panel=PLAN,
        help="Your exchange rate, `1 EUR=0.85 GBP`; repeatable.",
    ),
]


@with_profile_options
@guarded
def plan_command(
    profile: ProfileFile = None,
    as_of: AsOf = None,
    start: Start = None,
    assume: Assume = None,
    exchange: Exchange = None,
    format: ReportFormat = None,
    as_json: AsJson = False,
    select: Select = None,
    plain: Plain = False,
    strict: Strict = False,
    out: Out = None,
    force: Force = False,
    full: Full = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006 (never changed; the decorator fills it)
) -> None:
    """Plan the way to a level, with what it takes and when. And what else there is.

    Where no level is named, it leads to the next above the present one, and says so.

    Example: pmo-path plan --level analyst --target-level director
    """
    from pmo_path.answers.plans.career_plan import career_plan as engine
    from pmo_path.answers.plans.wishes import wishes

    wanted = output_format(format, as_json, out, "text", "plan")
    form = json_form(wanted, select, "plan")
    day = day_of(as_of)
    known = catalogue_from(catalogue)
    person = profile_from(known, profile, facts, strict=strict)
    begin = day_of(start, "--start") if start else None
    try:
        wished = wishes(known.names, day, begin, assume or (), exchange or (), person.budget)
    except BadValueError as bad:  # its detail begins with the name of the option
        raise usage_error(f"--{bad.detail}", bad.hint, bad.code) from None
    made = engine(known, person, day, wished)
    write_answer(made, plan_renderers(full), wanted, False, out, force, plain, form)
    for note in format_notes(wanted, made):
        output.tell(note)
