"""Read members of a ZIP archive within bounds: what it declares is not believed, no path followed.

Nothing is written, and of members that are not wanted nothing is inflated.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import IO

from pmo_path.core.errors import PmoPathError, unreadable

MAX_DIRECTORY = 1_000_000  # bytes of the list of members: some ten thousand of them
MAX_MEMBERS = 2_000  # that are wanted
_PIECE = 1_000_000
# Of others the memory that they take to inflate is not bounded by what comes out.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_END = struct.Struct("<4s4H2LH")  # the record at the end of an archive
_COMMENT = 65_535
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)

Source = bytes | IO[bytes]  # an archive in memory, or a file of it that can be searched


def is_archive(begins: bytes) -> bool:
    """Whether a file that begins so is a ZIP archive."""
    return begins.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def member_names(source: Source, name: str) -> list[str]:
    """Return the names of all members. Raises PmoPathError for what is no sound archive."""
    with _opened(source, name) as archive:
        return archive.namelist()


def members(
    source: Source, name: str, key_of: Callable[[str], str | None], most: int
) -> dict[str, bytes]:
    """Return members of a ZIP archive by their keys, at most `most` bytes in all.

    `key_of` returns the key of a member by its name, None where it is not wanted. Raises
    PmoPathError for what is no sound archive, needs a password, has two members with one key, or
    holds more.
    """
    with _opened(source, name) as archive:
        entries = [(key, entry) for entry in archive.infolist() if (key := key_of(entry.filename))]
        _refuse(entries, name, most)
        found: dict[str, bytes] = {}
        room = most
        for key, entry in entries:
            with archive.open(entry) as member:
                pieces = []
                while piece := member.read(min(_PIECE, room + 1)):
                    room -= len(piece)
                    if room < 0:
                        raise _too_large(name, most)
                    pieces.append(piece)
            found[key] = b"".join(pieces)
        return found


def damaged(name: str) -> PmoPathError:
    """Return the error for an archive, or a part of one, that cannot be read."""
    hint = "open it in the program that made it and save it again, or fetch it again"
    return unreadable(name, "damaged", "this file is damaged or incomplete", hint)


def locked(name: str) -> PmoPathError:
    """Return the error for a file that needs a password."""
    hint = "save it without a password"
    return unreadable(name, "locked", "this file is protected by a password", hint)


@contextmanager
def _opened(source: Source, name: str) -> Iterator[zipfile.ZipFile]:
    """Yield the archive; raise its faults, there and in the block, as PmoPathError."""
    try:
        file = BytesIO(source) if isinstance(source, bytes) else source
        _refuse_long_list(file, name)
        with zipfile.ZipFile(file) as archive:
            yield archive
    except _FAULTS:
        raise damaged(name) from None


def _refuse_long_list(file: IO[bytes], name: str) -> None:
    """Raise PmoPathError for an archive whose list of members would take long to read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - _COMMENT))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _END.size:
        raise zipfile.BadZipFile
    listed = _END.unpack_from(tail, at)[5]
    if listed > MAX_DIRECTORY or tail[max(0, at - 20) : at].startswith(b"PK\x06\x07"):
        raise _too_much(name, "this archive has too many members")
    file.seek(0)


def _refuse(entries: Sequence[tuple[str, zipfile.ZipInfo]], name: str, most: int) -> None:
    """Raise PmoPathError for members that cannot be read within bounds, by what they declare."""
    if len(entries) > MAX_MEMBERS:
        raise _too_much(name, f"it has more than {MAX_MEMBERS} parts")
    keys = [key for key, _ in entries]
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        detail = f"this archive holds {twice} more than once"
        raise unreadable(name, "given-twice", detail, "make it again, with the one that is meant")
    if any(entry.flag_bits & 1 for _, entry in entries):
        raise locked(name)
    if any(entry.compress_type not in _METHODS for _, entry in entries):
        raise damaged(name)
    if sum(entry.file_size for _, entry in entries) > most:
        raise _too_large(name, most)


def _too_large(name: str, most: int) -> PmoPathError:
    return _too_much(name, f"unpacked it is larger than {most // 1_000_000} MB")


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
