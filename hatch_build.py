"""Puts the catalogue into the wheel; an editable install reads it from the checkout."""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Ships the top-level data/ as pmo_path/data."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add data/ to a standard wheel; `version` is `editable` for editable installs."""
        if version == "standard":
            build_data["force_include"]["data"] = "pmo_path/data"
