"""The profiles that a caller gives, as records: those of a file, or of any iterable."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from pmo_path.core.errors import attempt
from pmo_path.library.arguments import checked_items, checked_path, profile_document, refused

if TYPE_CHECKING:
    from pmo_path.cli.find_profiles import FoundProfile
    from pmo_path.profile.readers.jsonl import InputRecord
    from pmo_path.profile.readers.notes import Asked
    from pmo_path.profile.vocabulary import Names


def given_records(profiles: object) -> Iterator[InputRecord]:
    """Return a record for each profile of an iterable; `line` counts them from 1."""
    from pmo_path.profile.readers.jsonl import InputRecord

    items = checked_items(profiles, "profiles")
    return (
        InputRecord(number, attempt(partial(profile_document, item, _GIVEN), None))
        for number, item in enumerate(items, 1)
    )


_GIVEN = "the profiles"  # stands for the name of a file where there is none


def records_of_file(profiles: object, asked: Asked) -> Iterator[InputRecord]:
    """Return the records of a file, whose name tells its form. Raises PmoPathError for another."""
    from pmo_path.cli.team_files import form_of, records_in
    from pmo_path.profile.readers.forms import BY_NAME

    path = checked_path(profiles)
    hint = f"give a file that ends in {', '.join(BY_NAME)}, or a list of profiles"
    form = form_of(path)
    if form is None:
        raise refused("usage", "the name of the file does not tell its form", hint)

    def records() -> Iterator[InputRecord]:
        with records_in(path, form, asked) as found:
            yield from found

    return records()


def found_records(records: Iterator[InputRecord], names: Names) -> Iterator[FoundProfile]:
    """Yield the profile of each record as one that was found, named by its number."""
    from pmo_path.cli.batch_run import own_fact
    from pmo_path.cli.find_profiles import FoundProfile
    from pmo_path.profile import parse

    for record in records:
        person = record.read(lambda document: parse.read_profile(document, names))
        yield FoundProfile(
            _GIVEN,
            f"profile-{record.line}",
            person,
            record.line,
            given_id=own_fact(record.content, "id", names),
            given_name=own_fact(record.content, "name", names),
        )
