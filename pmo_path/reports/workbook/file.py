"""The summary of a team as an Excel workbook: reproducible, with real dates and numbers.

openpyxl is optional: the extra `xlsx`.
"""

from __future__ import annotations

from pmo_path.contract.cohort import Cohort
from pmo_path.core.errors import PmoPathError, Problem, error_reason, missing_extra
from pmo_path.reports.workbook.sheets import sheets


def summary(cohort: Cohort) -> bytes:
    """Return the summary of a cohort as a workbook.

    Raises PmoPathError where openpyxl is not installed, or has nowhere for its temporary files.
    """
    try:
        import openpyxl  # noqa: F401
    except ImportError:
        raise missing_extra("a workbook", "xlsx") from None
    from pmo_path.reports.workbook.write import workbook_bytes

    made = sheets(cohort)
    title = str(made[0].rows[0][0])
    try:
        return workbook_bytes(made, title, cohort.as_of)
    except OSError as error:
        raise _no_room(error_reason(error)) from None


def _no_room(reason: str) -> PmoPathError:
    problem = Problem(
        code="no-temporary-file",
        detail=f"no temporary file could be written: {reason}",
        hint="make room, or set TMPDIR to a directory that can be written to",
    )
    return PmoPathError("the workbook cannot be made", (problem,), code=problem.code)
