"""Keeps compiled catalogues: one in the wheel, others in the person's cache directory.

A kept catalogue goes by the digest of its files and, outside the wheel, by the state of the program
that made it, so a change of either is never missed. What cannot be read or written is as if it
were not there: a cache only saves time.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from pmo_path.catalogue.compiled import from_text, to_text
from pmo_path.knowledge import Catalogue

SHIPPED = "compiled.json"
MOST = 8  # catalogues that are kept


def find(digest: str, package: Path) -> Catalogue | None:
    """Return the kept catalogue of a digest, or None; `package` is the program's directory."""
    for path in (package / "data" / SHIPPED, _path(digest, package)):
        try:
            mark, _, text = path.read_bytes().partition(b"\n")
            if mark == _mark(digest, text):
                return from_text(text)
        except (OSError, ValueError, TypeError, KeyError, RuntimeError):
            continue
    return None


def keep(catalogue: Catalogue, package: Path) -> None:
    """Keep a catalogue for the next time, whole or not at all, and let old ones go."""
    path = _path(catalogue.digest, package)
    new = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(marked(catalogue))
        new.replace(path)
        for old in sorted(path.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)[:-MOST]:
            old.unlink()
    except (OSError, RuntimeError):
        return


def marked(catalogue: Catalogue) -> bytes:
    """Return the compiled catalogue under a line that tells whose it is, and that it is whole."""
    text = to_text(catalogue).encode()
    return _mark(catalogue.digest, text) + b"\n" + text


def _mark(digest: str, text: bytes) -> bytes:
    return f"{digest} {hashlib.sha256(text).hexdigest()}".encode()


def _path(digest: str, package: Path) -> Path:
    """Return where a catalogue is kept: in the person's cache directory, apart for every state of the program."""
    state = hashlib.sha256(digest.encode())
    for directory in (package, package / "catalogue"):
        for file in sorted(directory.glob("*.py")):
            seen = file.stat()
            state.update(f"{file.name} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(root or Path.home() / ".cache") / "pmo-path" / f"{state.hexdigest()[:32]}.json"
