"""Files that appear whole or not at all: written beside their target as parts, then renamed.

A killed run cannot remove its part, so the next run that writes the same target does. A part that
is being written is locked, and stays. Without locks (Windows), one that is open cannot be removed.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


@contextmanager
def replacing(target: Path, mode: int) -> Iterator[IO[bytes]]:
    """Yield a file that replaces the target at the end, or is removed on failure.

    Its name is chosen before it is created, so that an interruption at any moment removes it.
    """
    part = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    lock = None
    try:
        with open(part, "xb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
            lock = _locked(file)
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, mode)
        os.replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    finally:
        if lock is not None:
            os.close(lock)


def clear_parts(target: Path) -> None:
    """Remove what killed runs left of a target; what cannot be removed stays."""
    name = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{8}}\.part")
    with suppress(OSError):
        for entry in os.listdir(target.parent):
            part = target.parent / entry
            if name.fullmatch(entry) and _is_file(part) and not is_in_use(part):
                with suppress(OSError):
                    os.unlink(part)


def is_in_use(part: Path) -> bool:
    """Whether another run is writing a part, or may be; what is no regular file is written by none.

    One that is not in use never will be: each run makes parts of its own.
    """
    try:
        if fcntl is None or not _is_file(part):
            return False
        with open(part, "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


def _is_file(part: Path) -> bool:
    return stat.S_ISREG(os.lstat(part).st_mode)


def _locked(file: IO[bytes]) -> int | None:
    """Lock a new part, and return what holds the lock after the file is closed."""
    if fcntl is None:
        return None
    lock = os.dup(file.fileno())
    with suppress(OSError):  # a file system without locks: nobody else can lock it either
        fcntl.flock(lock, fcntl.LOCK_EX)
    return lock
