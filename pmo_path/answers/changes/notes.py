"""What is to be known of a comparison: who it is about, and what could not be told."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from pmo_path.answers.changes.causes import Stages
from pmo_path.answers.changes.standpoints import COMPARED, Standpoint
from pmo_path.contract.changes import ChangesNote, NoteCode
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.profile.profile import Profile


def change_notes(
    digest: str, before: Standpoint, after: Standpoint, steps: Stages
) -> Iterator[ChangesNote]:
    """Yield the notes, the one that may make the whole comparison void first.

    `digest` is that of today's catalogue.
    """
    sides = (before, after)
    if before.person and after.person:
        yield from _other_person(before.person, after.person)
    if before.day and after.day and after.day < before.day:
        yield _note("earlier-day")
    if any(side.told.profile is UNSET for side in sides):
        yield _note("no-profile")
    elif unread := [side.unread for side in sides if side.unread]:
        yield _note("profile-unread", why=unread[0])
    elif any(side.day is None for side in sides):
        yield _note("no-day")
    if missing := [
        name for name in COMPARED if any(getattr(side.told, name) is UNSET for side in sides)
    ]:
        yield _note("not-held", names=join(missing))
    if any(
        side.told.considered is not UNSET and side.told.certifications is UNSET for side in sides
    ):
        yield _note("slim")
    if before.digest != after.digest and any(
        side.digest != digest and side.told.certifications is UNSET for side in sides
    ):
        yield _note("facts-not-held")
    if steps.told_by_others:
        yield _note("other-catalogue")


def _other_person(before: Profile, after: Profile) -> Iterator[ChangesNote]:
    for was, now in ((before.name, after.name), (before.id, after.id)):
        if was is not None and now is not None and was != now:
            yield _note("other-person", before=inert(str(was)), after=inert(str(now)))
            return


def _note(code: NoteCode, **values: object) -> ChangesNote:
    return ChangesNote(code=code, text=say(f"note-{code}", **values))
