"""The `advise` command: the answer of the program."""

from __future__ import annotations

from typing import Any

from pmo_path.cli import advising
from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.profile_options import with_profile_options
from pmo_path.cli.shared_options import (
    AsJson,
    AsOf,
    CatalogueDir,
    FailIfEmpty,
    Force,
    Out,
    ProfileFile,
    ReportFormat,
    Strict,
)


@with_profile_options
@guarded
def advise(
    profile: ProfileFile = None,
    as_of: AsOf = None,
    format: ReportFormat = None,
    as_json: AsJson = False,
    fail_if_empty: FailIfEmpty = False,
    strict: Strict = False,
    out: Out = None,
    force: Force = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006 (never changed; the decorator fills it)
) -> None:
    """Say which route to take and why. From a profile file and/or options; it never asks.

    Example: pmo-path advise --role "PMO analyst" --pmo-type tactical
    """
    advising.advise(profile, as_of, format, as_json, fail_if_empty, facts, out, force, catalogue, strict)
