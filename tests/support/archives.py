"""ZIP archives for tests."""

from __future__ import annotations

import zipfile
from pathlib import Path


def archive(target: Path, members: dict[str, bytes | str]) -> Path:
    """Write an archive with these members, and return its path."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return target
