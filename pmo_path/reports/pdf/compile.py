"""Reports as PDF: tagged (PDF/UA-1) and reproducible, set by typst in a font that we ship.

typst is optional: the extra `pdf`.
"""

from __future__ import annotations

import json
import re
import warnings
from datetime import UTC, datetime
from typing import Any

import pmo_path
from pmo_path.contract.advice import Advice
from pmo_path.contract.cohort import Cohort
from pmo_path.contract.plan import CareerPlan
from pmo_path.contract.report import Report
from pmo_path.core.errors import MissingFontWarning, missing_extra
from pmo_path.core.memory import remembered
from pmo_path.messages.catalog import say
from pmo_path.reports.blocks import Document
from pmo_path.reports.cohort_report import cohort_document
from pmo_path.reports.pdf.fonts import (
    LAST,
    OURS,
    advice_on_fonts,
    families,
    letters_missing,
    numbered,
)
from pmo_path.reports.pdf.typst_markup import translate
from pmo_path.reports.person_report import NOBODY, document
from pmo_path.reports.plan_report import plan_document
from pmo_path.reports.svg.text_metrics import REGULAR

_FONTS = f"{pmo_path.__path__[0]}/fonts"
_STRANGE = re.compile(f"[^{re.escape(''.join(REGULAR))}\n\u200b]")  # what our font may lack


def render(advice: Advice, width: int = 80) -> bytes:
    """Return an advice as a PDF; `width` is ignored.

    Raises PmoPathError where typst is not installed.
    """
    return report(Report(advice=advice, mentor=NOBODY))


def report(whole: Report, brief: bool = False) -> bytes:
    """Return a report as a PDF. Raises PmoPathError where typst is not installed."""
    blocks = document(whole.advice, whole.mentor, brief, whole.changes, whole.plan)
    return _set(blocks, whole.advice.catalogue.version, whole.advice.as_of)


def summary(cohort: Cohort) -> bytes:
    """Return the summary of a cohort as a PDF. Raises PmoPathError where typst is not installed."""
    return _set(cohort_document(cohort), cohort.catalogue.version, cohort.as_of)


def plan(whole: CareerPlan, width: int = 80) -> bytes:
    """Return a plan as a PDF; `width` is ignored. Raises PmoPathError as `render` does."""
    return _set(plan_document(whole), whole.catalogue.version, whole.as_of)


def _set(blocks: Document, version: str, as_of: str) -> bytes:
    source = translate(blocks, say("edition", version=version))
    return pdf_bytes(source, datetime.fromisoformat(as_of).replace(tzinfo=UTC))


def pdf_bytes(source: str, created: datetime) -> bytes:
    """Return typst markup compiled to a PDF with a given creation time.

    Characters that our font lacks are set in a font of the system. Those that none has are written
    as code points such as [U+4E00], and a MissingFontWarning says which font to install.
    Raises PmoPathError where typst is not installed.
    """
    try:
        import typst
    except ImportError:
        raise missing_extra("a PDF", "pdf") from None

    strange = set(_STRANGE.findall(source))
    fonts = _fonts(typst.Fonts, bool(strange))
    names = families(source) if strange else (OURS, LAST)
    rule = f"#set text(font: ({', '.join(map(json.dumps, names))}))\n"
    lacking: set[str] = set()
    while True:
        text = rule + (numbered(source, lacking) if lacking else source)
        try:
            made: bytes = typst.compile(
                text.encode(), font_paths=fonts, pdf_standards="ua-1", timestamp=created
            )
            break
        except typst.TypstError as error:  # PDF/UA refuses characters without a glyph
            found = letters_missing(f"{error}\n{getattr(error, 'diagnostic', '')}") & strange
            if found <= lacking:
                if lacking == strange:
                    raise
                found = strange
            lacking |= found
    for advice in advice_on_fonts(lacking):
        warnings.warn(advice, MissingFontWarning, stacklevel=2)
    return made


@remembered(most=4)
def _fonts(kind: Any, system: bool) -> Any:
    """Return typst's `Fonts`, of class `kind`: ours, with those of the system or without."""
    return kind(include_system_fonts=system, font_paths=[_FONTS])
