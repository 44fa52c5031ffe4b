"""Read members of a ZIP archive without unpacking it: nothing is written, no path is followed."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from typing import IO

from pmo_path.core.errors import unreadable

MAX_DIRECTORY = 1_000_000  # bytes of the list of members: some ten thousand of them
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
_HINT = "give the archive as it was downloaded"


def is_archive(begins: bytes) -> bool:
    """Whether a file that begins so is a ZIP archive."""
    return begins.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def archived_files(
    file: IO[bytes], name: str, wanted: Collection[str], most: int
) -> Iterator[tuple[str, bytes]]:
    """Yield the members with a wanted name, in whatever folder, and up to `most` bytes of each.

    Raises PmoPathError for what is no sound archive, or has such a member twice or locked.
    """
    try:
        _refuse_many(file, name)
        with zipfile.ZipFile(file) as archive:
            members = [info for info in archive.infolist() if _base(info.filename) in wanted]
            names = [_base(info.filename) for info in members]
            for info, base in zip(members, names, strict=True):
                if names.count(base) > 1:
                    detail = f"this archive holds {base} more than once"
                    raise unreadable(name, "given-twice", detail, "give the table that is meant")
                if info.flag_bits & 1:
                    raise unreadable(name, "locked", "this archive has a password", _HINT)
                with archive.open(info) as member:
                    yield f"{name}/{base}", member.read(most)
    except _FAULTS:
        detail = "this ZIP archive is damaged, or of a kind that is not read"
        raise unreadable(name, "syntax", detail, _HINT) from None


def _base(filename: str) -> str:
    return filename.replace("\\", "/").rpartition("/")[2]


def _refuse_many(file: IO[bytes], name: str) -> None:
    """Raise PmoPathError for an archive whose list of members would take long to read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - _COMMENT))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _END.size:
        raise zipfile.BadZipFile
    listed = _END.unpack_from(tail, at)[5]
    if listed > MAX_DIRECTORY or tail[max(0, at - 20) : at].startswith(b"PK\x06\x07"):
        detail = "this archive has too many members"
        raise unreadable(name, "too-large", detail, "is this the right file?")
    file.seek(0)
