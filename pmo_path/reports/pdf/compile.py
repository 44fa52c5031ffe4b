"""Reports as PDF: tagged (PDF/UA-1) and reproducible, set by typst in a font that we ship.

typst is optional: the extra `pdf`.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pmo_path
from pmo_path.contract.advice import Advice
from pmo_path.contract.cohort import Cohort
from pmo_path.contract.report import Report
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.messages.catalog import say
from pmo_path.reports.blocks import Document
from pmo_path.reports.cohort_report import cohort_document
from pmo_path.reports.pdf.typst_markup import translate
from pmo_path.reports.person_report import NOBODY, document
from pmo_path.reports.svg.text_metrics import REGULAR

_FONTS = f"{pmo_path.__path__[0]}/fonts"
_STRANGE = re.compile(f"[^{re.escape(''.join(REGULAR))}\n\u200b]")  # what our font may lack


def render(advice: Advice, width: int = 80) -> bytes:
    """Return an advice as a PDF; `width` is ignored.

    Raises PmoPathError where typst is not installed.
    """
    return report(Report(advice=advice, mentor=NOBODY))


def report(whole: Report) -> bytes:
    """Return a report as a PDF. Raises PmoPathError where typst is not installed."""
    return _set(
        document(whole.advice, whole.mentor), whole.advice.catalogue.version, whole.advice.as_of
    )


def summary(cohort: Cohort) -> bytes:
    """Return the summary of a cohort as a PDF. Raises PmoPathError where typst is not installed."""
    return _set(cohort_document(cohort), cohort.catalogue.version, cohort.as_of)


def _set(blocks: Document, version: str, as_of: str) -> bytes:
    source = translate(blocks, say("edition", version=version))
    return pdf_bytes(source, datetime.fromisoformat(as_of).replace(tzinfo=UTC))


def pdf_bytes(source: str, created: datetime) -> bytes:
    """Return typst markup compiled to a PDF with a given creation time.

    Characters that our font lacks are set in a system font; if none has them, they are written as
    code points such as [U+4E00]. Raises PmoPathError where typst is not installed.
    """
    try:
        import typst
    except ImportError:
        raise _missing() from None

    def compile(text: str, ours_alone: bool) -> bytes:
        fonts = typst.Fonts(include_system_fonts=not ours_alone, font_paths=[_FONTS])
        return typst.compile(
            text.encode(), font_paths=fonts, pdf_standards="ua-1", timestamp=created
        )

    if not _STRANGE.search(source):
        return compile(source, True)
    for ours_alone in (True, False):
        try:
            return compile(source, ours_alone)
        except typst.TypstError:  # PDF/UA refuses characters without a glyph
            continue
    return compile(_STRANGE.sub(lambda match: f"[U+{ord(match.group()):04X}]", source), True)


def _missing() -> PmoPathError:
    problem = Problem(
        code="missing-extra",
        detail="a PDF needs the extra `pdf`, which is not installed",
        hint="pip install 'pmo-path[pdf]'",
    )
    return PmoPathError(
        "a part of the program is not installed", (problem,), code="missing-extra", exit_code=4
    )
