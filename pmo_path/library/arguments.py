"""Check what a caller passed: a wrong type is refused here with a PmoPathError of our own."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from pmo_path.core.documents import Document
from pmo_path.core.errors import BadValueError, PmoPathError, Problem, TableWarning
from pmo_path.core.scalars import Money, Range, When, parse_day
from pmo_path.core.suggest import suggest
from pmo_path.core.yaml_events import MAX_DEPTH
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.parse import UNMATCHED, read_profile
from pmo_path.profile.profile import (
    Held,
    OtherCertificate,
    OwnPrice,
    Profile,
    Unmatched,
)
from pmo_path.profile.vocabulary import Names

if TYPE_CHECKING:
    from pmo_path.contract.catalogue import TermView
    from pmo_path.profile.readers.notes import Asked

Facts: TypeAlias = Mapping[str, object]
File: TypeAlias = "str | os.PathLike[str]"

# The kinds of facts whose values hold our own types, as those of a `Profile` do.
_OWN: Mapping[type, tuple[str, ...]] = {
    Range: ("number",),
    Money: ("money",),
    Held: ("holds", "others"),
    OtherCertificate: ("holds", "others"),
    OwnPrice: ("prices",),
}


def refused(code: str, detail: str, hint: str | None) -> PmoPathError:
    """Return the error for an argument that cannot be used."""
    problem = Problem(code=code, detail=detail, hint=hint)
    return PmoPathError("the call is wrong", (problem,), code=code, exit_code=2)


@contextmanager
def as_refused() -> Iterator[None]:
    """Raise a BadValueError of the block as the error for an argument."""
    try:
        yield
    except BadValueError as bad:
        raise refused(bad.code, bad.detail, bad.hint) from None


def checked_catalogue(value: Any) -> Catalogue:
    """Return a catalogue. Raises PmoPathError for anything else."""
    if isinstance(value, Catalogue):
        return value
    raise refused("wrong-type", "this is not a catalogue", "give what `load_catalogue` returned")


def checked_day(value: Any) -> date:
    """Return a day given as a date or as ISO text. Raises PmoPathError for anything else."""
    if isinstance(value, datetime):
        raise refused("bad-date", "this is a moment, not a day", "give its `.date()`")
    if isinstance(value, date):
        return value
    try:
        return parse_day(value)
    except BadValueError as bad:
        raise refused(bad.code, bad.detail, "give a `datetime.date`, or text YYYY-MM-DD") from None


def checked_path(value: Any) -> str:
    """Return a path as text. Raises PmoPathError for what is neither text nor a path."""
    path = os.fspath(value) if isinstance(value, str | os.PathLike) else value
    if not isinstance(path, str):
        raise refused("wrong-type", "this is not a path", "give text or a `pathlib.Path`")
    return os.path.join(".", path) if path == "-" else path  # standard input is the program's


def is_path(value: object) -> bool:
    """Return whether a value is a path rather than profiles or facts."""
    return isinstance(value, str | os.PathLike)


def checked_directory(value: Any) -> Path | None:
    """Return the directory of a catalogue, None for the shipped one. Raises as `checked_path`."""
    return None if value is None else Path(checked_path(value))


def checked_items(value: Any, what: str) -> Iterable[Any]:
    """Return an iterable of several values. Raises PmoPathError for a single one."""
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise refused("wrong-type", f"this is not a list of {what}", "give a list, even of one")
    items: Iterable[Any] = value
    return items


def checked_texts(value: Any, what: str) -> list[str]:
    """Return the texts of an iterable. Raises PmoPathError for a single one, or another type."""
    texts = list(checked_items(value, what))
    if not all(isinstance(text, str) for text in texts):
        raise refused("wrong-type", f"one of the {what} is no text", "give texts alone")
    return texts


def checked_flag(value: Any) -> bool:
    """Return True or False. Raises PmoPathError for anything else, which Python may take as one."""
    if isinstance(value, bool):
        return value
    raise refused("wrong-type", "`strict` is neither True nor False", "give one of them")


def checked_sheet(value: Any, profiles: object) -> str | None:
    """Return the name of a sheet of the profiles, or None.

    Raises PmoPathError where it is no text, or the profiles are in no workbook.
    """
    if value is None:
        return None
    if not isinstance(value, str):
        raise refused("wrong-type", "this is not the name of a sheet", "give text")
    from pmo_path.cli.team_files import form_of, has_sheets

    if is_path(profiles) and has_sheets(form_of(checked_path(profiles))):
        return value
    raise refused("usage", "`sheet` is about workbooks", "give an .xlsx or .ods, or leave it")


def table_asked(strict: bool, sheet: str | None) -> Asked:
    """Return how to read a table; what of it is left alone becomes a TableWarning."""
    from pmo_path.cli.team_files import asked_for

    def warn(text: str) -> None:
        warnings.warn(text, TableWarning, stacklevel=2)

    return asked_for(strict, sheet, warn)


def certification_called(catalogue: Catalogue, name: Any) -> str:
    """Return the id of a certification named by id, name or alias.

    Raises PmoPathError for anything else.
    """
    from pmo_path.cli.inputs import meant_by

    if not isinstance(name, str):
        raise refused("wrong-type", "this is not the name of a certification", "give text")
    known_id = catalogue.names.find("certification", name)
    if known_id is None:
        outside = catalogue.other_certificate(name) and "`term` tells what is known of it"
        hint = outside or meant_by(catalogue, name) or "`catalogue.certifications` has them all"
        raise refused("unknown-certification", "there is no such certification", hint)
    return known_id


def term_called(catalogue: Catalogue, name: Any, day: date) -> TermView:
    """Return what is known of a term on a day. Raises PmoPathError for what is none."""
    from pmo_path.answers.glossary import close_terms, term_view

    if not isinstance(name, str):
        raise refused("wrong-type", "this is not the name of a term", "give text")
    if catalogue.names.find("certification", name):
        raise refused("unknown-term", "this is a certification", "`explain` tells about it")
    if found := term_view(catalogue, name, day):
        return found
    hint = suggest(close_terms(catalogue, name), "check the spelling")
    raise refused("unknown-term", "nothing of that name is known", hint)


def profile_from(source: Any, names: Names) -> Profile:
    """Return a profile, or the one of facts, with every value read as one in a file is.

    Raises PmoPathError with every problem.
    """
    return read_profile(profile_document(source, "the profile"), names)


def profile_document(source: Any, name: str) -> Document:
    """Return a profile or facts as a document to be read. Raises PmoPathError for other types."""
    if isinstance(source, Profile):
        facts = {fact: getattr(source, fact) for fact in source.__struct_fields__}
        source = {fact: value for fact, value in facts.items() if value is not None}
        words = source.get(UNMATCHED)
        if isinstance(words, tuple) and all(isinstance(word, Unmatched) for word in words):
            source[UNMATCHED] = Profile(unmatched=words).plain().get(UNMATCHED)
    if not isinstance(source, Mapping):
        hint = "give a `Profile`, or a mapping of facts; `{}` where nothing is known"
        raise refused("wrong-type", "this is not a profile", hint)
    data = {key: _fact(key, value) for key, value in _texts(source)}
    return Document(name, data, {}, in_file=False)


def _texts(mapping: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the items of a mapping, with text for other keys: YAML makes numbers of some."""
    for key, value in mapping.items():
        yield key if isinstance(key, str) else repr(key), value


def _fact(key: str, value: Any) -> Any:
    row = BY_KEY.get(key)
    return _written(value, row.kind if row else "", 1)


def _written(value: Any, kind: str, depth: int) -> Any:
    """Return a value as a file would hold it: lists, dicts with text as keys, and scalars.

    A type that no file holds is returned as it is, so that the reader of the fact refuses it.
    """
    if depth > MAX_DEPTH:
        detail = f"this is nested deeper than {MAX_DEPTH} levels"
        raise refused("too-deep", detail, "write it flatter")
    if kind in _OWN.get(type(value), ()):
        return _plain(value, kind, depth)
    match value:
        case Mapping():
            return {key: _written(item, kind, depth + 1) for key, item in _texts(value)}
        case list() | tuple():
            return [_written(item, kind, depth + 1) for item in value]
        case date() if not isinstance(value, datetime):  # a moment is not a day
            return value.isoformat()
        case Decimal():
            return format(value, "f")
    return value


def _plain(value: Any, kind: str, depth: int) -> Any:
    """Return one of our own values as a file holds it, or as it is if its members are wrong."""
    if isinstance(value, Held | OtherCertificate):  # so that its day may be text, as others may
        members = {name: getattr(value, name) for name in value.__struct_fields__}
        if members["awarded_within"] is None or isinstance(value.awarded_within, When):
            within = members.pop("awarded_within")
            members["awarded_on"] = within.text if within else value.awarded_on
        return _written(members, kind, depth)
    try:
        return str(value) if isinstance(value, Money) else value.plain()
    except (AttributeError, TypeError, ValueError):
        return value
