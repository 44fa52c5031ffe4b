"""Read the data tables that the package ships in `tables/`."""

from __future__ import annotations

import pkgutil
from typing import Any

from msgspec import json


def read_table(name: str) -> Any:
    """Return the content of a table; `tables/` names them."""
    raw = pkgutil.get_data("pmo_path", f"tables/{name}.json")
    assert raw is not None  # a file of this package
    return json.decode(raw)
