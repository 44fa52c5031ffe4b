"""The members of a ZIP archive, inflated within bounds: what a file declares is never believed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

from pmo_path.core.errors import PmoPathError, unreadable

MAX_MEMBERS = 2_000
_PIECE = 1_000_000
# Of others the memory that they take to inflate is not bounded by what comes out.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def members(raw: bytes, name: str, is_wanted: Callable[[str], bool], most: int) -> dict[str, bytes]:
    """Return the wanted members of a ZIP archive by their names, at most `most` bytes in all.

    A name is a key and never a path. Raises PmoPathError for what is no archive, is damaged, needs
    a password, or holds more.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return _inflated(archive, name, is_wanted, most)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
    ):
        raise damaged(name) from None


def damaged(name: str) -> PmoPathError:
    """Return the error for an archive, or a part of one, that cannot be read."""
    hint = "open it in the program that made it and save it again, or fetch it again"
    return unreadable(name, "damaged", "this file is damaged or incomplete", hint)


def locked(name: str) -> PmoPathError:
    """Return the error for a file that needs a password."""
    hint = "save it without a password"
    return unreadable(name, "locked", "this file is protected by a password", hint)


def _inflated(
    archive: zipfile.ZipFile, name: str, is_wanted: Callable[[str], bool], most: int
) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if is_wanted(entry.filename)]
    if len(entries) > MAX_MEMBERS:
        raise _too_much(name, f"it has more than {MAX_MEMBERS} parts")
    if any(entry.flag_bits & 1 for entry in entries):
        raise locked(name)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise damaged(name)
    if sum(entry.file_size for entry in entries) > most:
        raise _too_much(name, f"unpacked it is larger than {most // 1_000_000} MB")
    found: dict[str, bytes] = {}
    room = most
    for entry in entries:
        with archive.open(entry) as member:
            pieces = []
            while piece := member.read(min(_PIECE, room + 1)):
                room -= len(piece)
                if room < 0:
                    raise _too_much(name, f"unpacked it is larger than {most // 1_000_000} MB")
                pieces.append(piece)
        found[entry.filename] = b"".join(pieces)
    return found


def _too_much(name: str, detail: str) -> PmoPathError:
    return unreadable(name, "too-large", detail, "is this the right file?")


def packed(parts: Mapping[str, bytes]) -> BytesIO:
    """Return an archive in memory that holds these parts and nothing else, not compressed."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for path, content in parts.items():
            archive.writestr(zipfile.ZipInfo(path), content)
    target.seek(0)
    return target
