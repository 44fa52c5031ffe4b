"""Finds, reads and validates data/; the only module that knows where it lies.

A catalogue that is wrong is refused with every problem at once, each with file, line, column
and a hint.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pmo_path import guidance, models, offices
from pmo_path.catalogue.draft import Draft, assemble
from pmo_path.catalogue.examples import failed_examples
from pmo_path.catalogue.relations import RELATIONS
from pmo_path.errors import PmoPathError, Problem
from pmo_path.knowledge import Catalogue
from pmo_path.source import Document, decode, read_yaml, refuse

# The sections of every file, and the entry that each is a list of.
SECTIONS: Mapping[str, Mapping[str, type]] = {
    "sources": {"sources": models.Source},
    "certifications": {
        "bodies": models.Body,
        "conditions": guidance.NamedCondition,
        "certifications": models.Certification,
    },
    "roles": {
        "pmo_types": offices.PmoKind,
        "type_questions": offices.Question,
        "career_levels": offices.CareerLevel,
        "roles": offices.Role,
        "delivery": offices.Delivery,
        "routes": offices.Family,
        "background": offices.Background,
    },
    "rules": {"rules": guidance.Rule},
    "development": {"development": guidance.Development},
}
SINGLE = frozenset({"delivery"})
MAY_BE_ABSENT = frozenset({"conditions", "type_questions", "background"})


def data_directory() -> Path:
    """Return where the shipped catalogue lies: in the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"


def load_catalogue(directory: Path | None = None) -> Catalogue:
    """Return the catalogue of a directory (the shipped one if None).

    Raises PmoPathError with every problem found, each located.
    """
    return load(read_files(directory or data_directory()))


def read_files(directory: Path) -> dict[str, bytes]:
    """Return the bytes of every catalogue file, by name without ending."""
    if not directory.is_dir():
        raise refuse(
            str(directory),
            "no-such-directory",
            "there is no such directory",
            "give a directory that holds certifications.yaml",
        )
    files = {}
    problems = []
    for name in SECTIONS:
        path = directory / f"{name}.yaml"
        try:
            files[name] = path.read_bytes()
        except OSError as error:
            detail = f"cannot be read: {(error.strerror or 'not readable').lower()}"
            problems.append(
                Problem(code="missing-file", detail=detail, hint="every catalogue has this file", file=str(path))
            )
    if problems:
        raise PmoPathError("the catalogue is not complete", tuple(problems), code="catalogue-invalid")
    return {f"{directory}/{name}.yaml": raw for name, raw in files.items()}


def check_catalogue(directory: Path | None, today: date) -> list[Problem]:
    """Return every problem of a catalogue, those that refuse it or else those of the lint."""
    from pmo_path.catalogue.checks import lint  # the lint is no part of advising
    from pmo_path.catalogue.requirement_checks import Checked

    files = read_files(directory or data_directory())
    try:
        draft, catalogue = build(files)
    except PmoPathError as error:
        return list(error.problems)
    return _in_order(lint(Checked(draft, catalogue, today)))


def load(files: Mapping[str, bytes]) -> Catalogue:
    """Return the catalogue that the bytes of its files spell. Raises as `load_catalogue`."""
    return build(files)[1]


def build(files: Mapping[str, bytes]) -> tuple[Draft, Catalogue]:
    """Return the catalogue with the draft that it was made from. Raises as `load_catalogue`."""
    documents, problems = _documents(files)
    sections, invalid = _validate(documents)
    problems += invalid
    _raise(problems)
    draft = Draft(documents=documents, digest=_digest(files), **sections)
    catalogue, dangling = assemble(draft)
    problems = [*dangling, *(problem for relation in RELATIONS for problem in relation(draft))]
    _raise(problems)
    _raise(failed_examples(draft, catalogue))
    return draft, catalogue


def _raise(problems: list[Problem]) -> None:
    if problems:
        raise PmoPathError("the catalogue is not valid", tuple(_in_order(problems)), code="catalogue-invalid")


def _in_order(problems: list[Problem]) -> list[Problem]:
    """Return problems as they stand in the files."""
    return sorted(problems, key=lambda one: (one.file or "", one.line or 0, one.column or 0))


def _digest(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files, key=lambda one: Path(one).name):
        digest.update(Path(name).name.encode() + b"\0" + files[name].replace(b"\r\n", b"\n") + b"\0")
    return f"sha256:{digest.hexdigest()}"


def _documents(files: Mapping[str, bytes]) -> tuple[dict[str, Document], list[Problem]]:
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for file, raw in files.items():
        try:
            documents[Path(file).stem] = read_yaml(decode(raw, file), file)
        except PmoPathError as error:
            problems += error.problems
    return documents, problems


def _validate(documents: Mapping[str, Document]) -> tuple[dict[str, Any], list[Problem]]:
    from pydantic import TypeAdapter, ValidationError

    sections: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, document in documents.items():
        known = SECTIONS[name]
        if not isinstance(document.data, dict):
            hint = "sections: " + ", ".join(known)
            problems.append(document.problem((), "wrong-shape", "this file must hold sections", hint))
            continue
        for key in document.data:
            if key not in known:
                detail, hint = f"there is no section {key!r}", "sections: " + ", ".join(known)
                problems.append(document.problem((key,), "unknown-key", detail, hint))
        for key, entry in known.items():
            if key not in document.data and key not in MAY_BE_ABSENT:
                problems.append(
                    document.problem(
                        (), "missing-key", f"the section {key!r} is missing", "add it; it may be an empty list"
                    )
                )
                continue
            kind: Any = entry if key in SINGLE else tuple[entry, ...]  # type: ignore[valid-type]
            try:
                sections[key] = TypeAdapter(kind).validate_python(document.data.get(key, []))
            except ValidationError as error:
                problems += [_problem(document, key, fault) for fault in error.errors(include_url=False)]
    return sections, problems


_CODES = {
    "unexpected_keyword_argument": (
        "unknown-key",
        "this key is not known here",
        "check its spelling against the legend at the head of the file",
    ),
    "extra_forbidden": (
        "unknown-key",
        "this key is not known here",
        "check its spelling against the legend at the head of the file",
    ),
    "missing": ("missing-key", "this key is missing", "add it; the legend at the head of the file says what it means"),
    "missing_argument": (
        "missing-key",
        "this key is missing",
        "add it; the legend at the head of the file says what it means",
    ),
    "dataclass_type": ("wrong-shape", "this must be a mapping of keys to values", "write `key: value` lines"),
    "dict_type": ("wrong-shape", "this must be a mapping of keys to values", "write `key: value` lines"),
    "tuple_type": ("wrong-shape", "this must be a list", "begin each item with a dash"),
}


def _problem(document: Document, key: str, fault: Any) -> Problem:
    path = (key, *fault["loc"])
    kind = fault["type"]
    if kind in _CODES:
        code, detail, hint = _CODES[kind]
        if code == "missing-key" and path[-1] == "source":
            code, detail, hint = (
                "fact-without-source",
                "this fact has no source",
                "every fact names a source of sources.yaml",
            )
        if code in ("missing-key", "unknown-key", "fact-without-source"):
            detail = f"{path[-1]}: {detail}"
    elif kind == "literal_error":
        code, detail, hint = (
            "unknown-value",
            f"{path[-1]}: this value is not known",
            f"one of {fault['ctx']['expected']}",
        )
    else:
        context = fault.get("ctx", {})
        code, detail = kind, f"{path[-1]}: {context.get('detail', fault['msg'])}"
        hint = context.get("hint") or "the legend at the head of the file says what it means"
    return document.problem(path, code, detail, hint)
