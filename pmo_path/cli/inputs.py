"""The inputs of commands: profile, catalogue and date.

Modules needed only for an answer are imported inside functions, to keep help and completion fast.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmo_path.core.errors import PmoPathError, Problem, error_reason, unreadable, usage_error

if TYPE_CHECKING:
    from pmo_path.profile.profile import Profile
    from pmo_path.profile.vocabulary import Names


def day_of(as_of: str | None, option: str = "--as-of") -> date:
    """Return the date given by an option, or today. Raises a usage error for an invalid date."""
    from pmo_path.core.errors import BadValueError
    from pmo_path.core.scalars import parse_day

    if as_of is None:
        return date.today()
    try:
        return parse_day(as_of)
    except BadValueError as bad:
        raise usage_error(f"{option}: {bad.detail}", bad.hint, bad.code) from None


def catalogue_from(directory: Path | None) -> Any:
    """Return the catalogue of a directory, or the shipped one if None."""
    from pmo_path.catalogue.load import load_catalogue

    return load_catalogue(directory)


def profile_from(
    catalogue: Any,
    path: str | None,
    facts: Mapping[str, Any],
    base: Profile | None = None,
    strict: bool = False,
) -> Profile:
    """Return the profile of a file (`-` for standard input), or else `base`, overridden by options.

    With `strict`, words that the catalogue does not know are refused instead of kept.
    """
    from pmo_path.core.errors import BadValueError
    from pmo_path.profile.parse import read_options
    from pmo_path.profile.profile import Profile

    base, names = base or Profile(), catalogue.names.with_strict(strict)
    if path is not None:
        base = person_in(read_bytes(path), path, names)
    try:
        return read_options(facts, base, names)
    except BadValueError as bad:
        raise usage_error(bad.detail, bad.hint, bad.code) from None


def person_in(raw: bytes, path: str, names: Names) -> Profile:
    """Return the profile in the bytes of a file. Raises PmoPathError, also where it is a table."""
    from pmo_path.core.documents import read_document
    from pmo_path.profile.parse import read_profile
    from pmo_path.profile.readers.forms import BY_NAME

    try:
        return read_profile(read_document(raw, name_of(path)), names)
    except PmoPathError as error:
        # A file of JSON lines may hold one person: where a fact is wrong, that is what to say.
        if Path(path).suffix.lower() not in BY_NAME or any(one.pointer for one in error.problems):
            raise
        problem = Problem(
            code="not-a-profile",
            detail="this is a table of people, and one person is asked for",
            hint="give it to `batch`, or to `report` with a directory (-o DIR)",
            file=path,
        )
        title = f"{path} is not a profile"
        raise PmoPathError(title, (problem,), code="profile-invalid") from None


def name_of(path: str) -> str:
    """Return the name of a file for messages."""
    return "standard input" if path == "-" else path


def read_bytes(path: str, expected: str = "a YAML or JSON file") -> bytes:
    """Return the bytes of a file (`-` for standard input).

    Reads at most one byte over the limit, so that the parser can refuse a file that is too large.
    """
    from pmo_path.core.documents import MAX_BYTES

    with reading(path, f"give {expected}, or - for standard input") as read:
        return read(MAX_BYTES + 1)


@contextmanager
def reading(path: str, hint: str, by_line: bool = False) -> Iterator[Callable[[int], bytes]]:
    """Yield a function that reads up to a number of bytes of a file (`-` for standard input).

    With `by_line`, of its next line. Raises PmoPathError where it cannot be opened or read.
    """

    def refused(error: OSError | ValueError) -> PmoPathError:
        return unreadable(path, "cannot-read", f"cannot be read: {error_reason(error)}", hint)

    def read(limit: int) -> bytes:
        try:
            return file.readline(limit) if by_line else file.read(limit)
        except (OSError, ValueError) as error:
            raise refused(error) from None

    try:
        if path == "-" and sys.stdin is None:
            raise ValueError("standard input is closed")
        file = sys.stdin.buffer if path == "-" else open(path, "rb")  # noqa: SIM115 (closed below)
    except (OSError, ValueError) as error:
        raise refused(error) from None
    try:
        yield read
    finally:
        if path != "-":
            file.close()


def certification_id(catalogue: Any, name: str) -> str:
    """Return the id of a certification given by id, name or alias.

    Raises a usage error for an unknown one.
    """
    known_id = catalogue.names.find("certification", name)
    if known_id is None:
        hint = meant_by(catalogue, name) or (
            "`pmo-path catalogue list` shows those that are; of another, ask who awards it and who "
            "asks for it before you pay"
        )
        raise usage_error("this certification is not known here", hint, "unknown-certification")
    return str(known_id)


def meant_by(catalogue: Any, name: str) -> str | None:
    """Return a hint at what is meant by a name that is of no certification; None without one."""
    from pmo_path.core.suggest import suggest
    from pmo_path.profile.vocabulary import MOST_CERTIFICATES

    if mistaken := catalogue.mistaken_name(name):
        return str(mistaken.value)
    if catalogue.other_certificate(name):
        return "it is outside this catalogue; `pmo-path explain NAME` tells what is known of it"
    return suggest(catalogue.names.close("certificate", name, MOST_CERTIFICATES), "") or None
