"""Keeps compiled catalogues: one in the wheel, others in the person's cache directory.

The key of a kept catalogue is the digest of its files and the state of the whole program that made it: its
version in a wheel, every file of it in a checkout. So a change of either is never missed; that the records
still have the same layout, `compiled` sees for itself. What cannot be read or written is as if it were not
there: a cache only saves time.

A file has three lines: whose it is and that it is whole; the ids, for completion; the catalogue.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pmo_path
from pmo_path.system.user_dirs import cache_directory

MOST = 8  # catalogues that are kept


def find(digest: str, package: Path) -> tuple[bytes, bytes] | None:
    """Return the ids and the compiled catalogue of a digest, if kept; `package` is the program's directory."""
    for place in (_shipped, _path):
        try:
            mark, _, body = place(digest, package).read_bytes().partition(b"\n")
        except (OSError, RuntimeError):  # RuntimeError: a person without a home
            continue
        if mark == _mark(digest, body):
            ids, _, compiled = body.partition(b"\n")
            return ids, compiled
    return None


def keep(digest: str, ids: str, compiled: str, package: Path) -> None:
    """Keep a catalogue for the next time, whole or not at all, and let old ones go."""
    try:
        path = _path(digest, package)
        new = path.with_suffix(f".{os.getpid()}")
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            new.write_bytes(marked(digest, ids, compiled))
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
        for old in sorted(path.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)[:-MOST]:
            old.unlink()
    except (OSError, RuntimeError):
        return


def marked(digest: str, ids: str, compiled: str) -> bytes:
    """Return the content of a kept file."""
    body = f"{ids}\n{compiled}".encode()
    return _mark(digest, body) + b"\n" + body


def _mark(digest: str, body: bytes) -> bytes:
    return f"{digest} {zlib.crc32(body):08x}".encode()


def _shipped(digest: str, package: Path) -> Path:
    """Return where the wheel has its own catalogue, whatever the digest."""
    return package / "data" / "compiled.json"


def _path(digest: str, package: Path) -> Path:
    """Return where a catalogue is kept: in the person's cache directory, apart for every state of the program."""
    key = sha256(f"{digest}\n{_state(package)}".encode())
    return cache_directory() / f"{key.hexdigest()[:32]}.json"


def _state(package: Path) -> str:
    """Return what differs between two states of the program.

    A wheel, which has the catalogue inside, does not change under its version; a checkout does all the time.
    """
    if (package / "data").is_dir():
        return pmo_path.__version__
    return "\n".join(sorted(_files(package)))


def _files(directory: str | Path) -> Iterator[str]:
    """Yield every file below a directory with its size and time, but those that Python compiled."""
    with os.scandir(directory) as found:
        for one in found:
            if one.is_dir():
                if one.name != "__pycache__":
                    yield from _files(one.path)
            else:
                seen = one.stat()
                yield f"{one.path} {seen.st_size} {seen.st_mtime_ns}"
