"""Find and read the profiles of many people in files, directories and tables."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.cli.batch_run import MOST_TOLD, own_fact
from pmo_path.cli.inputs import name_of, read_bytes
from pmo_path.cli.report_directory import MANIFEST, digest_of, manifest_of
from pmo_path.cli.team_files import form_of, has_sheets, holds_many, records_in
from pmo_path.contract.cohort import UnreadProfile
from pmo_path.core.documents import Document, read_document
from pmo_path.core.errors import Path as JsonPath
from pmo_path.core.errors import Place, PmoPathError, attempt, error_reason, unreadable
from pmo_path.core.filenames import (
    PROFILE_SUFFIXES,
    file_stem,
    is_profile_name,
    plain_name,
    unique_names,
)
from pmo_path.core.text import excerpt, inert
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile
from pmo_path.profile.readers.notes import AS_USUAL, Asked
from pmo_path.profile.vocabulary import Names

SUMMARY = "summary"  # the name of the file about all of them


class FoundProfile(Struct, frozen=True):
    """A profile, or the error on reading it; `name` is a candidate for the name of its report.

    Of a row in a table, `places` are those of its cells, in the order of the columns. `given_id`
    and `given_name` are those of the person, as far as they can be read.
    """

    file: str
    name: str
    result: Profile | PmoPathError
    line: int | None = None
    sheet: str | None = None
    places: Mapping[JsonPath, Place] = {}
    given_id: str | int | None = None
    given_name: str | None = None

    def unread(self) -> UnreadProfile:
        """Return it as a profile without a report, as the public JSON has it."""
        return UnreadProfile(
            id=self.given_id,
            name=self.given_name,
            file=self.file,
            sheet=self.sheet,
            line=self.line,
            place=self.place(),
        )

    def place(self) -> str:
        """Return the location of the profile: its file, with the line or row in a table."""
        if self.sheet is not None:
            return f'{self.file}, sheet "{excerpt(self.sheet)}", row {self.line}'
        return self.file if self.line is None else f"{self.file}:{self.line}"


class KnownBy(Struct, frozen=True):
    """What tells a person from all others of a run.

    `id` is None where there is none, or another has it too. `stem` is the plain name of the file of
    the report, before it is numbered; `is_alone` tells that nobody else has it. A row of a table
    without a name is known by its place alone, which is another's once a row goes, so it never is.
    """

    id: str | int | None
    stem: str
    is_alone: bool


def known_by(found: Sequence[FoundProfile]) -> list[KnownBy]:
    """Return what tells each profile found from the others."""
    ids = [entry.result.id if isinstance(entry.result, Profile) else None for entry in found]
    stems = list(map(plain_name, _stems(found)))
    people, names = Counter(ids), Counter(stems)
    return [
        KnownBy(
            own_id if people[own_id] == 1 else None,
            stem,
            names[stem] == 1 and (entry.line is None or _name(entry) != ""),
        )
        for entry, own_id, stem in zip(found, ids, stems, strict=True)
    ]


def labels(found: Iterable[FoundProfile]) -> list[str]:
    """Return a distinct label for each profile found: the person's name, or else its own."""
    own = (inert(_name(entry)) or file_stem(entry.name) for entry in found)
    return list(unique_names(own, joint=" ({})"))


def file_names(found: Iterable[FoundProfile]) -> list[str]:
    """Return a distinct file name, without suffix, for each profile found; none is SUMMARY."""
    return list(unique_names(_stems(found), [SUMMARY]))


def _stems(found: Iterable[FoundProfile]) -> list[str]:
    return [file_stem(_name(entry), entry.name) for entry in found]


def _name(entry: FoundProfile) -> str:
    return (isinstance(entry.result, Profile) and entry.result.name) or ""


def unread_error(found: Iterable[FoundProfile], title: str, exit_code: int) -> PmoPathError:
    """Return the error for profiles that could not be read, with the first of their problems."""
    problems = [
        problem
        for entry in found
        if isinstance(entry.result, PmoPathError)
        for problem in entry.result.problems
    ]
    return PmoPathError(
        title, tuple(problems[:MOST_TOLD]), code="profiles-unread", exit_code=exit_code
    )


def found_profiles(path: str, names: Names, asked: Asked = AS_USUAL) -> Iterator[FoundProfile]:
    """Yield every profile of a file (`-` for standard input), directory or table, in order.

    A table is read as it is `asked`.

    An error in one profile is yielded in its place and does not stop the others.
    """
    try:
        if path != "-" and os.path.isdir(path):
            for file in _files(path):
                yield _single(file, names)
        elif holds_many(path):
            yield from table_profiles(path, str(form_of(path)), names, asked)
        else:
            yield _single(path, names)
    except PmoPathError as error:  # of a directory or table as a whole
        yield FoundProfile(name_of(path), Path(path).stem, error)


def _files(path: str) -> list[str]:
    """Return the profile files directly in a directory, sorted by name.

    Raises PmoPathError where it cannot be read or has none.
    """
    try:
        files = [os.path.join(path, name) for name, why in _listed(path) if not why]
    except OSError as error:
        raise unreadable(
            path,
            "cannot-read",
            f"cannot be read: {error_reason(error)}",
            "give a directory of profiles",
        ) from None
    if not files:
        raise unreadable(
            path,
            "no-profile",
            "no profile is in this directory",
            f"name them *{', *'.join(PROFILE_SUFFIXES)}",
        )
    return files


def passed_over(path: str) -> dict[str, list[str]]:
    """Return the names in a directory that are no profiles, by the code of the reason.

    Hidden files are left out, unless they are named as a profile.
    """
    found: dict[str, list[str]] = {}
    try:
        for name, why in _listed(path):
            if why and name != MANIFEST and (name[0] != "." or is_profile_name(name)):
                found.setdefault(why, []).append(name)
    except OSError:  # `found_profiles` refuses the directory
        return {}
    return found


def _listed(path: str) -> list[tuple[str, str]]:
    """Return the names in a directory, sorted, each with the code of why it is no profile."""
    reports = manifest_of(Path(path)) or {}
    return sorted((entry.name, _no_profile(entry, reports)) for entry in os.scandir(path))


def _no_profile(entry: os.DirEntry[str], reports: Mapping[str, str]) -> str:
    """Return the code of why an entry is no profile; empty for a profile."""
    name = entry.name
    if not entry.is_file():
        return "directory" if entry.is_dir() else "other"
    if name[0] == ".":
        return "hidden"
    if name in reports and digest_of(Path(entry.path)) == reports[name]:
        return "report"
    if form_of(name):
        return "table"
    return "" if is_profile_name(name) else "ending"


def _single(path: str, names: Names) -> FoundProfile:
    file, name = name_of(path), "" if path == "-" else Path(path).stem
    content = attempt(lambda: read_document(read_bytes(path), file), file)
    result = (
        content
        if isinstance(content, PmoPathError)
        else attempt(partial(read_profile, content, names), file)
    )
    own = {key: own_fact(content, key, names) for key in ("id", "name")}
    return FoundProfile(file, name, result, given_id=own["id"], given_name=own["name"])


def table_profiles(path: str, form: str, names: Names, asked: Asked) -> Iterator[FoundProfile]:
    """Yield each profile of a table in a form. Raises PmoPathError where it has none, as a whole.

    Rows that say nothing are passed over.
    """
    nobody = True
    sheet = asked.sheet if has_sheets(form) else None
    with records_in(path, form, replace(asked, strict=names.strict, sheet=sheet)) as records:
        for record in records:
            person = record.read(lambda document: read_profile(document, names))
            if person == Profile():  # an empty line such as `{}`
                continue
            nobody = False
            name = f"{Path(path).stem}-{record.line}"
            places = record.content.places if isinstance(record.content, Document) else {}
            own_id = own_fact(record.content, "id", names, record.given_id)
            own_name = own_fact(record.content, "name", names)
            yield FoundProfile(
                path, name, person, record.line, record.sheet, places, own_id, own_name
            )
    if nobody:
        where = "it has no line" if form == "jsonl" else "under its header this table has no row"
        hint = "write one for each person"
        raise unreadable(path, "no-profile", f"{where} that says anything", hint)
