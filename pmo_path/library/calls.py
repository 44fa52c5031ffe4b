"""The functions of the library: each checks its arguments and hands over to the program's own.

Imports stand inside the functions, so that each loads only what it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from pmo_path.contract.advice import Advice
from pmo_path.core.errors import BadValueError
from pmo_path.library.arguments import (
    Facts,
    File,
    as_refused,
    certification_called,
    checked_catalogue,
    checked_day,
    checked_directory,
    checked_flag,
    checked_items,
    checked_path,
    checked_sheet,
    checked_texts,
    is_path,
    profile_from,
    refused,
    table_asked,
    term_called,
)
from pmo_path.library.questions import NextQuestion
from pmo_path.library.records import found_records, given_records, records_of_file
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import Profile

if TYPE_CHECKING:
    from pmo_path.cli.batch_run import BatchLine
    from pmo_path.contract.catalogue import TermView
    from pmo_path.contract.changes import Changes
    from pmo_path.contract.cohort import Cohort
    from pmo_path.contract.comparison import Comparison
    from pmo_path.contract.explanation import Explanation
    from pmo_path.contract.plan import CareerPlan
    from pmo_path.contract.profile_import import ProfileImport

T = TypeVar("T")


def load_catalogue(directory: File | None = None) -> Catalogue:
    """Return the catalogue of a directory, the shipped one if None."""
    from pmo_path.catalogue import load

    return load.load_catalogue(checked_directory(directory))


def read_profile(
    source: Profile | File | Facts, catalogue: Catalogue | None = None, *, strict: bool = False
) -> Profile:
    """Return the profile in a YAML or JSON file, or of a mapping of facts.

    Names are those of `catalogue`, the shipped one if None; with `strict` others are refused.
    """
    from pmo_path.cli.inputs import person_in, reading
    from pmo_path.core.documents import MAX_BYTES

    known = load_catalogue() if catalogue is None else checked_catalogue(catalogue)
    names = known.names.with_strict(checked_flag(strict))
    if not is_path(source):
        return profile_from(source, names)
    path = checked_path(source)
    with reading(path, "give a YAML or JSON file") as read:
        raw = read(MAX_BYTES + 1)
    return person_in(raw, path, names)


def import_profile(
    files: File | Iterable[File], as_of: date | str, catalogue: Catalogue | None = None
) -> ProfileImport:
    """Return the profile that a CV, an export, badges or profiles make, until a day.

    Every fact is told with where it was read. Names are those of `catalogue`, the shipped one if
    None.
    """
    from pmo_path.cli.import_files import found_in_files
    from pmo_path.importers.made_profile import made_profile

    known = load_catalogue() if catalogue is None else checked_catalogue(catalogue)
    day = checked_day(as_of)
    listed = [files] if is_path(files) else checked_items(files, "files")
    paths = [checked_path(path) for path in listed]
    return made_profile(known, found_in_files(paths, known.names), day)


def advise(catalogue: Catalogue, profile: Profile | Facts, as_of: date | str) -> Advice:
    """Return which certification routes a person should take on a day, and why."""
    from pmo_path.answers import advise as answers

    known, day = checked_catalogue(catalogue), checked_day(as_of)
    return answers.advise(known, profile_from(profile, known.names), day)


def explain(
    catalogue: Catalogue,
    certification: str,
    profile: Profile | Facts,
    as_of: date | str,
    *,
    what_if: Iterable[str] = (),
) -> Explanation:
    """Return why, or why not, one certification for a person on a day, and its history.

    `what_if` are changes of facts that are only supposed, such as `years_in_pmo=5`: the member
    of that name tells what they would do.
    """
    from pmo_path.answers.what_if import explain_supposed
    from pmo_path.profile.supposed import read_supposed

    known, day = checked_catalogue(catalogue), checked_day(as_of)
    named = certification_called(known, certification)
    person = profile_from(profile, known.names)
    texts = checked_texts(what_if, "changes")
    try:
        return explain_supposed(known, named, person, day, read_supposed(texts, known.names))
    except BadValueError as bad:
        raise refused(bad.code, bad.detail, bad.hint) from None


def term(catalogue: Catalogue, name: str, as_of: date | str) -> TermView:
    """Return what is known on a day of what is no certification of the catalogue.

    It is a certificate outside it, a name often mistaken, a kind of PMO, a level, a role, a body or
    a topic.
    """
    return term_called(checked_catalogue(catalogue), name, checked_day(as_of))


def plan(
    catalogue: Catalogue,
    profile: Profile | Facts,
    as_of: date | str,
    *,
    start: date | str | None = None,
    assume: Iterable[str] = (),
    exchange: Iterable[str] = (),
) -> CareerPlan:
    """Return the plan from where a person is to the level they aim for, or else the next one up.

    It begins on the day `start`, else on `as_of`. `assume` are lengths of time such as "analyst to
    manager=3 years", `exchange` rates such as "1 EUR=0.85 GBP".
    """
    from pmo_path.answers.plans.career_plan import career_plan
    from pmo_path.answers.plans.wishes import wishes

    known, day = checked_catalogue(catalogue), checked_day(as_of)
    person = profile_from(profile, known.names)
    with as_refused():
        wanted = wishes(
            known.names,
            day,
            None if start is None else checked_day(start),
            checked_texts(assume, "assumptions"),
            checked_texts(exchange, "rates"),
            person.budget,
        )
    return career_plan(known, person, day, wanted)


def compare(catalogue: Catalogue, certifications: Sequence[str], as_of: date | str) -> Comparison:
    """Return two or three certifications aspect by aspect on a day."""
    from pmo_path.answers.browse import comparison

    known, day = checked_catalogue(catalogue), checked_day(as_of)
    names = checked_items(certifications, "certifications")
    chosen = list(dict.fromkeys(certification_called(known, name) for name in names))
    if not 2 <= len(chosen) <= 3:
        raise refused("usage", "compare takes two or three different certifications", None)
    return comparison(known, chosen, day)


def diff(
    catalogue: Catalogue,
    before: Advice | Profile | File | Facts,
    after: Advice | Profile | File | Facts,
    as_of: date | str,
) -> Changes:
    """Return what changed between two advices, and by what: the answers, time or the catalogue.

    Each is an advice, the JSON data or file of a report or an advice, or a profile in any form
    that `read_profile` takes; a profile is advised on for the day.
    """
    from pmo_path.answers.changes.compare import changes_between
    from pmo_path.library.sides import side_of

    known, day = checked_catalogue(catalogue), checked_day(as_of)
    return changes_between(known, side_of(known, before, day), side_of(known, after, day), day)


def next_question(
    catalogue: Catalogue,
    profile: Profile | Facts,
    as_of: date | str,
    closed: Iterable[str] = (),
) -> NextQuestion | None:
    """Return the question to ask next, or None where no answer can change what comes first.

    `closed` are facts not to be asked again, such as those answered with "don't know".
    """
    from pmo_path.library.questions import asked_next

    known, day = checked_catalogue(catalogue), checked_day(as_of)
    facts = checked_items(closed, "facts")
    return asked_next(known, profile_from(profile, known.names), day, facts)


def batch(
    catalogue: Catalogue,
    profiles: File | Iterable[Profile | Facts],
    as_of: date | str,
    *,
    strict: bool = False,
    sheet: str | None = None,
) -> Iterator[BatchLine]:
    """Yield the answer to each profile in order: an advice, or the error that refuses it.

    `profiles` are those of a table (CSV, JSON lines, or a workbook, of which `sheet` names the
    sheet), or any iterable, read one at a time. A TableWarning says what of a table is left alone.
    """
    from pmo_path.answers import advise as answers
    from pmo_path.cli.batch_run import batch_line

    known, day = checked_catalogue(catalogue), checked_day(as_of)
    names = known.names.with_strict(checked_flag(strict))
    named = checked_sheet(sheet, profiles)
    records = (
        records_of_file(profiles, table_asked(strict, named))
        if is_path(profiles)
        else given_records(profiles)
    )
    advise = partial(answers.advise, known, as_of=day)
    return (batch_line(record, names, advise) for record in records)


def cohort(
    catalogue: Catalogue,
    profiles: File | Iterable[Profile | Facts],
    as_of: date | str,
    *,
    strict: bool = False,
    sheet: str | None = None,
) -> Cohort:
    """Return the summary of a team: those of a file, table or directory, or any iterable.

    `sheet` is the one of a workbook. Raises PmoPathError where no profile of several could be read;
    else `unread` names those.
    """
    from pmo_path.cli.find_profiles import found_profiles
    from pmo_path.library.teams import team_summary

    known, day = checked_catalogue(catalogue), checked_day(as_of)
    names = known.names.with_strict(checked_flag(strict))
    named = checked_sheet(sheet, profiles)
    if is_path(profiles):
        found = found_profiles(checked_path(profiles), names, table_asked(strict, named))
        return team_summary(known, day, found)
    return team_summary(known, day, found_records(given_records(profiles), names))


def to_json(answer: object) -> str:
    """Return the JSON text of an answer of this library, as the program prints it.

    That of a profile and of an error too; a catalogue is no answer.
    """
    from pmo_path.library.json_answers import json_of

    return json_of(answer)
