"""Put the catalogue into the wheel, as files and compiled.

An editable install reads it from the checkout.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Ships the top-level data/ as pmo_path/data, with the compiled catalogue beside it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add data/ to a standard wheel; `version` is `editable` for editable installs."""
        if version == "standard":
            build_data["force_include"]["data"] = "pmo_path/data"
            build_data["force_include"][str(self._compiled())] = "pmo_path/data/compiled.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled catalogue once it is in the wheel."""
        if hasattr(self, "made"):
            self.made.cleanup()

    def _compiled(self) -> Path:
        sys.path.insert(0, self.root)
        from pmo_path.catalogue.cache import cache_file_content
        from pmo_path.catalogue.load import (
            cache_entry,
            catalogue_from_files,
            fingerprint_of,
            read_files,
        )

        self.made = tempfile.TemporaryDirectory()
        target = Path(self.made.name) / "compiled.json"
        files = read_files(Path(self.root) / "data")
        entry = cache_entry(catalogue_from_files(files))
        target.write_bytes(cache_file_content(fingerprint_of(files), *entry))
        return target
