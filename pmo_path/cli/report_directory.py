"""A directory of reports, and its manifest: the files that `report` wrote there, with digests.

The manifest alone tells which reports an earlier run left behind, and it is not trusted: only a
plain file of the directory itself that still has the recorded digest is ever removed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from hashlib import file_digest, sha256
from pathlib import Path

from msgspec import DecodeError, Struct, field, json

from pmo_path.cli.batch_run import MOST_TOLD
from pmo_path.cli.error_boundary import input_problem
from pmo_path.core.errors import PmoPathError, Problem, error_reason
from pmo_path.core.json_text import indented_json
from pmo_path.system import output

MANIFEST = ".pmo-path-reports.json"  # hidden, so that no directory of profiles offers it as one
_KIND = "report-manifest"


class Manifest(Struct, frozen=True, kw_only=True):
    """The SHA-256 digest of every file by its name, in hexadecimal."""

    schema_version: str = "1"
    kind: str = _KIND
    sha256: Mapping[str, str]


class LeftOver(Struct, frozen=True):
    """Files of earlier runs that this one did not write: as they were written, and others."""

    unchanged: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class Pruned(Struct, frozen=True):
    """What was removed, and what could not be, with the reason of the first."""

    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    why: str = ""


class ReportDirectory(Struct):
    """A directory to write reports into; `recorded` are the files of its earlier manifest."""

    path: Path
    force: bool
    recorded: Mapping[str, str]
    written: dict[str, str] = field(default_factory=dict)

    def write(self, name: str, content: str | bytes) -> None:
        """Write a report atomically, creating the directory where it does not exist."""
        output.directory(self.path)
        output.write(content, self.path / name, self.force)
        data = content.encode() if isinstance(content, str) else content
        self.written[name] = sha256(data).hexdigest()

    def left_over(self, inputs: Iterable[str]) -> LeftOver:
        """Return the recorded files that still exist and were neither read nor written now."""
        # Compare files, not names: on some file systems two spellings name one file.
        used = (*map(Path, inputs), *(self.path / name for name in self.written))
        spared = [file.stat() for file in used if file.exists()]
        earlier = [name for name in self.recorded if name not in self.written]
        old = [name for name in earlier if self._exists(name, spared)]
        unchanged = [name for name in old if self._is_unchanged(name)]
        return LeftOver(tuple(unchanged), tuple(name for name in old if name not in unchanged))

    def record(self, left_over: Iterable[str]) -> None:
        """Replace the manifest: the files written now, and those left over with their old digests.

        Call it after everything was written: a run that ends before leaves the old manifest.
        """
        files = {name: self.recorded[name] for name in left_over} | self.written
        manifest = Manifest(sha256=dict(sorted(files.items())))
        output.write(indented_json(manifest), self.path / MANIFEST, force=True)

    def prune(self, names: Sequence[str]) -> Pruned:
        """Remove files that are still as they were recorded."""
        removed, kept, why = [], [], ""
        for name in names:
            try:
                if self._is_unchanged(name):
                    os.unlink(self.path / name)
                    removed.append(name)
                    continue
            except OSError as error:
                why = why or error_reason(error)
            kept.append(name)
        return Pruned(tuple(removed), tuple(kept), why)

    def _exists(self, name: str, spared: Sequence[os.stat_result]) -> bool:
        try:
            found = os.lstat(self.path / name)
        except OSError:
            return False
        return not any(os.path.samestat(found, other) for other in spared)

    def _is_unchanged(self, name: str) -> bool:
        return digest_of(self.path / name) == self.recorded[name]


def manifest_of(path: Path) -> Mapping[str, str] | None:
    """Return the files that the manifest of a directory records; None if it is not understood.

    Names that lead out of the directory, or are hidden, are not ours and are left out.
    """
    try:
        manifest = json.decode((path / MANIFEST).read_bytes(), type=Manifest)
    except FileNotFoundError:
        return {}
    except (OSError, DecodeError):
        return None
    if (manifest.kind, manifest.schema_version) != (_KIND, "1"):
        return None
    return {name: digest for name, digest in manifest.sha256.items() if _is_plain(name)}


def manifest_problem(path: Path) -> Problem | None:
    """Return a problem if something other than a file stands where the manifest belongs."""
    target = path / MANIFEST
    if not os.path.lexists(target) or (target.is_file() and not target.is_symlink()):
        return None
    return Problem(
        code="not-a-file",
        detail="the record of the reports belongs here, and this is no regular file",
        hint="remove it, or give another -o",
        file=str(target),
    )


def file_in_the_way(target: Path, paths: Sequence[str], force: bool) -> Problem | None:
    """Return a problem if a target exists (unless forced), or is one of the inputs; else None."""
    if not os.path.lexists(target):
        return None
    if problem := input_problem(target, paths):
        return problem
    if target.is_dir():
        return Problem(
            code="is-directory",
            detail="this is a directory",
            hint="give another -o",
            file=str(target),
        )
    if force:
        return None
    hint = "give --force to replace it, or another -o"
    return Problem(
        code="file-exists", detail="the file exists already", hint=hint, file=str(target)
    )


def in_the_way(problems: Sequence[Problem]) -> PmoPathError:
    """Return the error for files in the way, before anything is written."""
    files = "a file is" if len(problems) == 1 else f"{len(problems)} files are"
    title = f"nothing was written: {files} in the way"
    return PmoPathError(title, tuple(problems[:MOST_TOLD]), code=problems[0].code)


def _is_plain(name: str) -> bool:
    return Path(name).name == name and name[:1] not in ("", ".") and not set(name) & set("\\\0")


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a regular file; empty for a link, another kind, or none."""
    try:
        if stat.S_ISREG(os.lstat(path).st_mode):
            with open(path, "rb") as file:
                return file_digest(file, "sha256").hexdigest()
    except OSError:
        pass
    return ""
