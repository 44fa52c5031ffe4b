"""Locate and load data/; no other module knows where it is.

An invalid catalogue is refused with all problems of a stage at once, each with file, line, column
and hint. A valid one is cached in compiled form and loaded from there next time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from errno import EACCES
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING

from msgspec import DecodeError

from pmo_path.catalogue import cache
from pmo_path.core.documents import MAX_BYTES
from pmo_path.core.errors import PmoPathError, Problem, error_reason, unreadable
from pmo_path.core.memory import remembered

if TYPE_CHECKING:
    from pmo_path.model.catalogue import Catalogue

FILES = ("sources", "certifications", "roles", "rules", "development")
PACKAGE = Path(__file__).resolve().parent.parent


def data_directory() -> Path:
    """Return the directory of the shipped catalogue: in the package if installed,
    else beside it.
    """
    inside = PACKAGE / "data"
    return inside if inside.is_dir() else PACKAGE.parent / "data"


def load_catalogue(directory: Path | None = None) -> Catalogue:
    """Return the catalogue of a directory, the shipped one if None; uses and fills the cache.

    Raises PmoPathError with the located problems of an invalid catalogue.
    """
    from pmo_path.catalogue.compiled import decode_catalogue

    files = read_files(directory or data_directory())
    fingerprint = fingerprint_of(files)
    kept = cache.find(fingerprint, PACKAGE)
    if kept is not None:
        with suppress(DecodeError):  # not written by this program: compile anew
            return _same(decode_catalogue(kept[1]))
    catalogue = catalogue_from_files(files)
    cache.store(fingerprint, *cache_entry(catalogue), PACKAGE)
    return _same(catalogue)


@remembered(cache.MOST, key=lambda catalogue: catalogue.digest)
def _same(catalogue: Catalogue) -> Catalogue:
    """Intern catalogues by digest: distinct equal ones would be compared at length
    by every cache.

    Its mappings are read-only, as all callers in this process share it.
    """
    from pmo_path.catalogue.compiled import shared

    return shared(catalogue)


def known_ids(directory: Path | None = None) -> dict[str, list[str]]:
    """Return the ids of a catalogue by kind, for completion; faster than loading all of it.

    Raises as `load_catalogue`.
    """
    files = read_files(directory or data_directory())
    kept = cache.find(fingerprint_of(files), PACKAGE)
    ids = kept[0] if kept else cache_entry(load_catalogue(directory))[0]
    known: dict[str, list[str]] = json.loads(ids)
    return known


def cache_entry(catalogue: Catalogue) -> tuple[bytes, bytes]:
    """Return what is cached of a catalogue: its ids and its full text, both as JSON."""
    from pmo_path.catalogue.compiled import encode_catalogue, encode_ids

    return encode_ids(catalogue), encode_catalogue(catalogue)


def catalogue_from_files(files: Mapping[str, bytes]) -> Catalogue:
    """Return the catalogue built from the bytes of its files, without the cache.

    Raises as `load_catalogue`.
    """
    from pmo_path.catalogue.build import build  # costs more than all else in `advise`

    return build(files, digest_of(files))[1]


def digest_of(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 digest of a catalogue, independent of its directory and of
    line endings.
    """
    from hashlib import sha256  # slow to load, and not needed where a cache has the catalogue

    return f"sha256:{sha256(_joined(files)).hexdigest()}"


def fingerprint_of(files: Mapping[str, bytes]) -> str:
    """Return what the cache knows a catalogue by; as independent as its digest."""
    return cache.fingerprint_of(_joined(files))


def _joined(files: Mapping[str, bytes]) -> bytes:
    names = sorted(files, key=lambda path: Path(path).name)
    return b"".join(
        Path(name).name.encode() + b"\0" + files[name].replace(b"\r\n", b"\n") + b"\0"
        for name in names
    )


def read_files(directory: Path) -> dict[str, bytes]:
    """Return the bytes of every catalogue file by path.

    Raises PmoPathError where the directory does not exist or files cannot be read.
    """
    _check_is_directory(directory)
    files = {}
    problems = []
    for name in FILES:
        path = directory / f"{name}.yaml"
        try:
            with open(path, "rb") as file:
                files[f"{directory}/{name}.yaml"] = file.read(MAX_BYTES + 1)
        except OSError as error:
            detail = f"cannot be read: {error_reason(error)}"
            problems.append(
                Problem(
                    code="missing-file",
                    detail=detail,
                    hint="every catalogue has this file",
                    file=str(path),
                )
            )
    if problems:
        raise PmoPathError(
            "the catalogue is not complete", tuple(problems), code="catalogue-invalid"
        )
    return files


def _check_is_directory(directory: Path) -> None:
    """Raise PmoPathError where there is no such directory, or it cannot be entered."""
    try:
        if S_ISDIR(directory.stat().st_mode):
            if os.access(directory, os.X_OK):
                return
            raise PermissionError(EACCES, os.strerror(EACCES))
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a null character
        pass
    except OSError as error:  # not permitted, a name that is too long, a loop of links
        detail = f"cannot be read: {error_reason(error)}"
        hint = "check its name, and who may read it"
        raise unreadable(str(directory), "cannot-read", detail, hint) from None
    detail, hint = "there is no such directory", "give a directory that holds certifications.yaml"
    raise unreadable(str(directory), "no-such-directory", detail, hint)


def check_catalogue(directory: Path | None, today: date) -> list[Problem]:
    """Return the problems of a catalogue: those that make it invalid, or else those of the lint."""
    from pmo_path.catalogue.build import build
    from pmo_path.catalogue.lint.checks import lint
    from pmo_path.catalogue.lint.requirements import Checked

    files = read_files(directory or data_directory())
    try:
        draft, catalogue = build(files, digest_of(files))
    except PmoPathError as error:
        return list(error.problems)
    return lint(Checked(draft, catalogue, today))
