"""The part of `profile` for a team's list: a profile for each person, in a directory."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.cli.batch_run import shortfall
from pmo_path.cli.find_profiles import FoundProfile, file_names, table_profiles, unread_error
from pmo_path.cli.inputs import reading
from pmo_path.cli.report_directory import file_in_the_way, in_the_way
from pmo_path.cli.team_files import form_of, has_sheets
from pmo_path.core.archives import is_archive, member_names
from pmo_path.core.documents import MAX_BYTES
from pmo_path.core.errors import INTERNAL, PmoPathError, attempt, usage_error
from pmo_path.core.filenames import PROFILE_SUFFIXES, is_profile_name
from pmo_path.core.text import inert
from pmo_path.importers.recognise import table_kind
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted
from pmo_path.profile.readers.forms import workbook_form
from pmo_path.profile.readers.notes import Asked
from pmo_path.reports.cohort_words import names_words
from pmo_path.system import output

if TYPE_CHECKING:
    from pmo_path.contract.profile_import import ProfileImport
    from pmo_path.model.catalogue import Catalogue


class TeamJob(Struct, frozen=True):
    """What was asked for: profiles of the people in a list of a form, into a directory.

    `as_json` writes what was made as data. `asked` says how to read.
    """

    path: str
    form: str
    catalogue: Catalogue
    day: date
    target: Path
    as_json: bool
    force: bool
    asked: Asked


def team_among(paths: Sequence[str]) -> tuple[str, str] | None:
    """Return the team's list among some files, with its form; None where there is none.

    Raises a usage error where other files are given with it.
    """
    forms = {path: form for path in dict.fromkeys(paths) if (form := _team_form(path))}
    if forms and len(set(paths)) > 1:
        raise usage_error(
            f"{inert(next(iter(forms)))} is the list of a team, and other files are given with it",
            "give one list alone, or the files of one person",
        )
    return next(iter(forms.items()), None)


def _team_form(path: str) -> str | None:
    """Return the form of a team's list by what the file holds; None for anything else.

    Only a regular file is looked at, because a pipe can be read but once. One with the name of a
    workbook is left to its reader, which says what it lacks.
    """
    if path == "-" or not os.path.isfile(path):
        return None
    by_name = form_of(path)
    if has_sheets(by_name):
        return by_name
    try:
        with reading(path, "") as read:
            raw = read(MAX_BYTES + 1)
        if not is_archive(raw):
            return "csv" if table_kind(raw, path) == "team" else None
        with open(path, "rb") as file:
            return workbook_form(member_names(file, path))
    except (OSError, PmoPathError):  # whoever reads the file of a person says why
        return None


def team_directory(out: Path | None) -> Path:
    """Return the directory for the profiles of a team. Raises a usage error where it is none."""
    if out is None:
        raise usage_error("the profiles of a team need a directory", "add -o DIR")
    if out.suffix.lower() in PROFILE_SUFFIXES and not out.is_dir():
        raise usage_error(
            "-o: the profiles of a team need a directory", "give a name without an ending"
        )
    return out


def write_profiles(job: TeamJob, tell: Callable[[str], None]) -> None:
    """Write a profile for every row that can be read, each atomically and for its owner alone.

    `tell` receives how many are written, and which profiles stand beside them. Raises PmoPathError
    with exit code 3, before anything is written, where files are in the way or no row can be read;
    with exit code 1, after the others are written, for rows that cannot be, or on which the program
    failed.
    """
    names = job.catalogue.names.with_strict(job.asked.strict)
    entries = list(table_profiles(job.path, job.form, names, job.asked))
    unread = [entry for entry in entries if isinstance(entry.result, PmoPathError)]
    people = [entry for entry in entries if not isinstance(entry.result, PmoPathError)]
    if not people:
        raise unread_error(unread, "no profile could be read, and nothing was written", 3)
    suffix = ".json" if job.as_json else ".yaml"
    targets = {
        job.target / f"{name}{suffix}": entry
        for name, entry in zip(file_names(people), people, strict=True)
    }
    _check(targets, job)
    failed = list(_write(targets, job))
    count = len(people) - len(failed)
    if not count:
        raise unread_error(failed, "no profile could be made, and nothing was written", 3)
    if others := _others(targets, job.target):
        directory = inert(str(job.target))
        tell(say("import-team-others", names=names_words(others), directory=directory))
    profiles = counted(count, "profile")
    done = say("import-team-done", profiles=profiles, directory=inert(str(job.target)))
    if unread or failed:
        parts = (done, *shortfall(len(unread), len(failed)))
        raise unread_error([*unread, *failed], "; ".join(parts), 1)
    tell(f"{done}.")


def _others(targets: Collection[Path], directory: Path) -> list[str]:
    """Return the profiles in a directory that are none of the targets, by their names."""
    listed = sorted(name for name in os.listdir(directory) if is_profile_name(name))
    return [inert(name) for name in listed if directory / name not in targets]


def _check(targets: Mapping[Path, FoundProfile], job: TeamJob) -> None:
    problems = [
        problem for target in targets if (problem := file_in_the_way(target, [job.path], job.force))
    ]
    if problems:
        raise in_the_way(problems)


def _write(targets: Mapping[Path, FoundProfile], job: TeamJob) -> Sequence[FoundProfile]:
    """Write the profiles, and return those on which the program failed."""
    failed = []
    for target, entry in targets.items():
        text = attempt(partial(_text, entry, job), entry.file, entry.line)
        if not isinstance(text, PmoPathError):
            output.directory(job.target)
            output.write(text, target, job.force, private=True)
        elif text.code == INTERNAL:
            failed.append(replace(entry, result=text))
        else:
            raise text
    return failed


def _text(entry: FoundProfile, job: TeamJob) -> str:
    from pmo_path.core.json_text import indented_json
    from pmo_path.importers.commented_profile import commented_profile

    made = _made(entry, job)
    return indented_json(made) if job.as_json else commented_profile(made)


def _made(entry: FoundProfile, job: TeamJob) -> ProfileImport:
    from pmo_path.importers.made_profile import made_profile
    from pmo_path.importers.team_rows import row_findings

    person: Any = entry.result
    found = row_findings(person, entry.file, entry.line or 1, entry.sheet, entry.places)
    return made_profile(job.catalogue, [(entry.file, found)], job.day)
