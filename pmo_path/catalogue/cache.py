"""Cache of compiled catalogues: one shipped in the wheel, others in the user's cache directory.

The cache key covers the fingerprint of the catalogue's files and the program that compiled it: its
version in a wheel, every file with size and modification time in a checkout. A file that cannot be
read or written counts as absent, as the cache only saves time.

A file has three lines: fingerprint of the catalogue's files and CRC-32 of the rest; the ids, for
completion; the catalogue.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pmo_path
from pmo_path.system.part_files import clear_parts, replacing
from pmo_path.system.user_dirs import cache_directory

MOST = 8  # cached catalogues, in memory and on disk


def find(fingerprint: str, package: Path) -> tuple[bytes, bytes] | None:
    """Return the ids and the compiled catalogue for a fingerprint, or None if no cache has them.

    `package` is the program's directory.
    """
    for place in (_shipped, _path):
        try:
            path = place(fingerprint, package)
            mark, _, body = path.read_bytes().partition(b"\n")
        except (OSError, RuntimeError):  # RuntimeError: no home directory
            continue
        if mark == _mark(fingerprint, body):
            if place is _path:
                with suppress(OSError):  # not ours to write
                    os.utime(path)  # the last one used is the last one deleted
            ids, _, compiled = body.partition(b"\n")
            return ids, compiled
    return None


def store(fingerprint: str, ids: bytes, compiled: bytes, package: Path) -> None:
    """Write a catalogue to the cache atomically, and delete all but the `MOST` last used.

    Failures to write are ignored.
    """
    try:
        path = _path(fingerprint, package)
        path.parent.mkdir(parents=True, exist_ok=True)
        clear_parts(path)
        with replacing(path, 0o600) as file:
            file.write(cache_file_content(fingerprint, ids, compiled))
        for old in sorted(path.parent.glob("*.json"), key=lambda file: file.stat().st_mtime)[
            :-MOST
        ]:
            old.unlink()
    except (OSError, RuntimeError):
        return


def fingerprint_of(data: bytes) -> str:
    """Return a checksum of data: its length, CRC-32 and Adler-32.

    No digest, as the library for one is slow to load (docs/decisions/0004-speed.md).
    """
    return f"{len(data):x}{zlib.crc32(data):08x}{zlib.adler32(data):08x}"


def cache_file_content(fingerprint: str, ids: bytes, compiled: bytes) -> bytes:
    """Return the content of a cache file."""
    body = ids + b"\n" + compiled
    return _mark(fingerprint, body) + b"\n" + body


def _mark(fingerprint: str, body: bytes) -> bytes:
    return f"{fingerprint} {zlib.crc32(body):08x}".encode()


def _shipped(fingerprint: str, package: Path) -> Path:
    """Return the path of the catalogue compiled into the wheel, whatever the fingerprint."""
    return package / "data" / "compiled.json"


def _path(fingerprint: str, package: Path) -> Path:
    """Return the path of a catalogue in the user's cache directory, its name
    derived from the key.
    """
    return cache_directory() / f"{fingerprint}-{fingerprint_of(_state(package).encode())}.json"


def _state(package: Path) -> str:
    """Return what identifies the program's code: the version of a wheel, the files of a checkout.

    An installed wheel, recognised by its `data` directory, does not change under one version.
    """
    if (package / "data").is_dir():
        return pmo_path.__version__
    return "\n".join(sorted(_files(package)))


def _files(directory: str | Path) -> Iterator[str]:
    """Yield path, size and modification time of every file below a directory but `__pycache__`."""
    with os.scandir(directory) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
