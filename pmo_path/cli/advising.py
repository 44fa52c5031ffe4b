"""What `advise` does, however its command line was read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pmo_path.cli.inputs import day_of, load, read
from pmo_path.cli.outputs import chosen, emit
from pmo_path.core.errors import PmoPathError


def advise(
    profile: str | None,
    as_of: str | None,
    format: str | None,
    as_json: bool,
    fail_if_empty: bool,
    facts: Mapping[str, Any],
    out: Path | None = None,
    force: bool = False,
    catalogue: Path | None = None,
    strict: bool = False,
) -> None:
    """Write the advice for a profile and facts of the command line. Raises PmoPathError for what cannot be read or written."""
    from pmo_path.answers.advise import advise as engine

    wanted = chosen(format, as_json, out, "text")
    day = day_of(as_of)
    known = load(catalogue)
    advice = engine(known, read(known, profile, facts, strict=strict), day)
    emit(advice, wanted, out, force)
    if fail_if_empty and not advice.routes:
        from pmo_path.cli.batch_run import nothing_advised

        raise PmoPathError("nothing is advised", (nothing_advised(),), code="nothing-advised", exit_code=1)
