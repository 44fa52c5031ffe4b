"""The catalogues that must be refused."""

from __future__ import annotations

from paths import CATALOGUES

INVALID = sorted(path for path in (CATALOGUES / "invalid").iterdir() if path.is_dir())
