"""Reports that were written earlier, and profiles to compare with them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pmo_path.cli.inputs import name_of, read_bytes
from pmo_path.core.errors import PmoPathError, Problem

if TYPE_CHECKING:
    from pmo_path.answers.standpoints import Standpoint
    from pmo_path.contract.earlier import EarlierAdvice
    from pmo_path.core.documents import Document
    from pmo_path.model.catalogue import Catalogue

_JSON = "JSON that `pmo-path report` or `pmo-path advise` wrote"


def earlier_report(path: str) -> EarlierAdvice:
    """Return the advice in the JSON of an earlier report (`-` for standard input).

    Raises PmoPathError for anything else.
    """
    from pmo_path.contract.earlier import is_answer, read_earlier

    document = _document(path, _JSON)
    if isinstance(document.data, dict) and not is_answer(document.data):
        detail = "this is no report; it reads like a profile"
        hint = "give the JSON of a report; `pmo-path diff OLD NEW` compares two profiles"
        raise _refused(document.problem((), "not-a-report", detail, hint), document.name)
    return read_earlier(document)


def standpoint(catalogue: Catalogue, path: str, day: date, strict: bool) -> Standpoint:
    """Return a side of a comparison: a report as it is, a profile advised on for a day."""
    from pmo_path.answers.standpoints import profile_standpoint, report_standpoint
    from pmo_path.contract.earlier import is_answer, read_earlier
    from pmo_path.profile.parse import read_profile

    document = _document(path, f"a profile (YAML or JSON), or {_JSON}")
    if is_answer(document.data):
        return report_standpoint(catalogue, read_earlier(document))
    person = read_profile(document, catalogue.names.with_strict(strict))
    return profile_standpoint(catalogue, person, day)


def _document(path: str, expected: str) -> Document:
    from pmo_path.core.documents import read_document

    raw, name = read_bytes(path, expected), name_of(path)
    if raw.lstrip()[:1] == b"<" or raw.startswith(b"%PDF"):
        detail = "this is a report as people read it, not its JSON"
        hint = "give the JSON: `pmo-path report PROFILE -o report.json` writes it"
        raise _refused(Problem(file=name, code="not-json", detail=detail, hint=hint), name)
    return read_document(raw, name)


def _refused(problem: Problem, name: str) -> PmoPathError:
    return PmoPathError(f"{name} cannot be compared", (problem,), code=problem.code)
