"""The sides of a comparison, of whatever a caller has: an advice, a report's JSON, or a profile."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pmo_path.answers.changes.standpoints import Standpoint, profile_standpoint, report_standpoint
from pmo_path.cli.earlier_reports import standpoint
from pmo_path.contract.advice import Advice
from pmo_path.contract.earlier import earlier_advice, is_answer, read_earlier
from pmo_path.core.documents import Document
from pmo_path.library.arguments import checked_path, is_path, profile_from
from pmo_path.model.catalogue import Catalogue


def side_of(catalogue: Catalogue, source: object, day: date) -> Standpoint:
    """Return the side that a caller gave. Raises PmoPathError for what is none."""
    if isinstance(source, Advice):
        return report_standpoint(catalogue, earlier_advice(source))
    if is_path(source):
        return standpoint(catalogue, checked_path(source), day, strict=False)
    if isinstance(source, Mapping) and is_answer(dict(source)):
        return report_standpoint(catalogue, read_earlier(Document("the report", dict(source), {})))
    return profile_standpoint(catalogue, profile_from(source, catalogue.names), day)
