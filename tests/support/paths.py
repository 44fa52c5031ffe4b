"""Where the repository keeps what tests read."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
CASES = TESTS / "cases"
CATALOGUES = TESTS / "catalogues"
GOLDEN = TESTS / "golden"
TABLES = TESTS / "tables"
IMPORTS = TESTS / "imports"
# The catalogue that tests of the program and of small changes start from.
SMALL = CATALOGUES / "valid" / "small"
EXAMPLES = ROOT / "examples"
DOCS = ROOT / "docs"
