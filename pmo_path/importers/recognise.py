"""Tell from its content what kind of file was given, and read it."""

from __future__ import annotations

from pmo_path.core.documents import Document, decode, read_document
from pmo_path.core.errors import PmoPathError
from pmo_path.importers.findings import Findings, Origin, origin_in
from pmo_path.importers.json_resume import is_json_resume, read_json_resume
from pmo_path.importers.linkedin import read_linkedin_table
from pmo_path.importers.open_badges import (
    is_open_badge,
    is_token,
    read_open_badge,
    token_document,
)
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.parse import UNMATCHED, read_profile
from pmo_path.profile.vocabulary import Names


def findings_of(raw: bytes, file: str, names: Names) -> Findings:
    """Return what a file says. Raises PmoPathError with located problems where it is none that is
    read here, or cannot be read.
    """
    if file.casefold().endswith(".csv"):
        return read_linkedin_table(raw, file)
    text = decode(raw, file).strip()
    if is_token(text):
        document = token_document(text, file)
        if not is_open_badge(document.data):
            raise _unknown(document)
        return read_open_badge(document, is_signed=True)
    document = read_document(raw, file)
    if is_open_badge(document.data):
        return read_open_badge(document)
    if is_json_resume(document.data):
        return read_json_resume(document)
    if isinstance(document.data, dict) and any(
        key in BY_KEY or key == UNMATCHED for key in document.data
    ):
        return _own_profile(document, names)
    raise _unknown(document)


def _own_profile(document: Document, names: Names) -> Findings:
    profile = read_profile(document, names)
    given = [key for key in BY_KEY if getattr(profile, key) is not None]
    whole = Origin(document.name)
    origins = {key: origin_in(document, (key,)) if key in document.data else whole for key in given}
    return Findings(form="profile", profile=profile, origins=origins)


def _unknown(document: Document) -> PmoPathError:
    problem = document.problem(
        (),
        "unknown-form",
        "this is none of the kinds of file that are read here",
        "give a JSON Resume, a LinkedIn export (its ZIP or tables), an Open Badge, or a profile",
    )
    return PmoPathError(f"{document.name} cannot be read", (problem,), code="unknown-form")
