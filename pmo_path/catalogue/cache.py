"""Keeps compiled catalogues: one in the wheel, others in the person's cache directory.

A kept catalogue goes by the digest of its files and, outside the wheel, by the state of the program
that made it, so a change of either is never missed. What cannot be read or written is as if it
were not there: a cache only saves time.

A file has three lines: whose it is and that it is whole; the ids, for completion; the catalogue.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from pmo_path.digests import sha256
from pmo_path.places import user_directory

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
    state = sha256(digest.encode())
    for directory in (package, package / "catalogue"):
        with os.scandir(directory) as found:
            for file in sorted((one for one in found if one.name.endswith(".py")), key=lambda one: one.name):
                seen = file.stat()
                state.update(f"{file.name} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return user_directory(".cache", "XDG_CACHE_HOME", "LOCALAPPDATA") / f"{state.hexdigest()[:32]}.json"
