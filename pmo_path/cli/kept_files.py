"""The files that the program keeps in the user's own directories, and their removal."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from pmo_path.contract.forgotten import Forgotten, KeptFile, KeptKind
from pmo_path.system.part_files import is_in_use
from pmo_path.system.user_dirs import cache_directory, former_state_directory, state_directory

_PART = r"\.{}\.[0-9a-f]{{8}}\.part"  # left by a run that was killed
_CATALOGUE = r"[0-9a-f]{32}\.json"
_STATE: tuple[tuple[str, KeptKind], ...] = (
    (r"interview\.json", "interview"),
    (r"prepared\.json", "prepared"),
    (_PART.format(r"(?:interview|prepared)\.json"), "part"),
)
_CACHE: tuple[tuple[str, KeptKind], ...] = (
    (_CATALOGUE, "catalogue"),
    (_PART.format(_CATALOGUE), "part"),
)
_PLACES: tuple[tuple[Callable[[], Path], tuple[tuple[str, KeptKind], ...]], ...] = (
    (state_directory, _STATE),
    (former_state_directory, _STATE),
    (cache_directory, _CACHE),
)


def forget_kept_files(dry_run: bool) -> Forgotten:
    """Remove what the program keeps, or find it only, and return which files these are.

    Only files that it names itself are touched; of its directories those go that are empty then.
    What another run is writing is left, for that run would fail.
    """
    removed: list[KeptFile] = []
    left: list[KeptFile] = []
    for file in dict.fromkeys(_kept_files()):
        if is_being_written(file):
            left.append(file)
            continue
        try:
            if not dry_run:
                os.unlink(file.file)
        except OSError:
            left.append(file)
        else:
            removed.append(file)
    if not dry_run:
        for directory in _directories():
            with suppress(OSError):  # not empty, or not there
                directory.rmdir()
    return Forgotten(dry_run=dry_run, removed=tuple(removed), left=tuple(left))


def is_being_written(file: KeptFile) -> bool:
    """Whether another run is writing a file that is kept."""
    return file.holds == "part" and is_in_use(Path(file.file))


def _kept_files() -> Iterator[KeptFile]:
    for directory, (_, kinds) in zip(_directories(), _PLACES, strict=False):
        with suppress(OSError):
            for name in sorted(os.listdir(directory)):
                for pattern, kind in kinds:
                    file = directory / name
                    if re.fullmatch(pattern, name) and not (
                        file.is_dir() and not file.is_symlink()
                    ):
                        yield KeptFile(holds=kind, file=str(file))


def _directories() -> list[Path]:
    """Return the directories of `_PLACES`; none for a user without a home."""
    try:
        return [directory() for directory, _ in _PLACES]
    except RuntimeError:
        return []
