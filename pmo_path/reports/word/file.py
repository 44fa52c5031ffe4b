"""Reports as Word documents: reproducible, to be edited, with the map as a picture.

python-docx and resvg are optional: the extra `docx`.
"""

from __future__ import annotations

from pmo_path.contract.advice import Advice
from pmo_path.contract.cohort import Cohort
from pmo_path.contract.plan import CareerPlan
from pmo_path.contract.report import Report
from pmo_path.core.errors import missing_extra
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.reports.blocks import Document, Heading
from pmo_path.reports.cohort_report import cohort_document
from pmo_path.reports.office_files import office_file
from pmo_path.reports.person_report import NOBODY, document
from pmo_path.reports.plan_report import plan_document


def render(advice: Advice, width: int = 80) -> bytes:
    """Return an advice as a Word document; `width` is ignored.

    Raises PmoPathError where python-docx or resvg is not installed.
    """
    return report(Report(advice=advice, mentor=NOBODY))


def report(whole: Report, brief: bool = False) -> bytes:
    """Return a report as a Word document. Raises PmoPathError as `render` does."""
    blocks = document(whole.advice, whole.mentor, brief, whole.changes, whole.plan)
    return _file(blocks, whole.advice.catalogue.version, whole.advice.as_of)


def summary(cohort: Cohort) -> bytes:
    """Return the summary of a cohort as a Word document. Raises PmoPathError as `render` does."""
    return _file(cohort_document(cohort), cohort.catalogue.version, cohort.as_of)


def plan(whole: CareerPlan, width: int = 80) -> bytes:
    """Return a plan as a Word document; `width` is ignored. Raises as `render` does."""
    return _file(plan_document(whole), whole.catalogue.version, whole.as_of)


def _file(blocks: Document, version: str, as_of: str) -> bytes:
    try:
        import docx  # noqa: F401
        import resvg_py  # noqa: F401
    except ImportError:
        raise missing_extra("a Word document", "docx") from None
    from pmo_path.reports.word.properties import describe
    from pmo_path.reports.word.translate import translate

    made = translate(blocks, say("edition", version=version))
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    describe(made, inert(title), as_of)
    return office_file(made.save)
