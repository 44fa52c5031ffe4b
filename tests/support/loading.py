"""What an import loads."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {
    "typer",
    "rich",
    "pydantic",
    "pydantic_core",
    "yaml",
    "questionary",
    "prompt_toolkit",
    "typst",
    "icalendar",
    "docx",
    "lxml",
    "openpyxl",
    "resvg_py",
    "wcwidth",
}


def loaded(code: str) -> set[str]:
    """Return the libraries that are loaded once some code has run in a fresh interpreter."""
    program = f"{code}\nimport sys; print(*{{one.split('.')[0] for one in sys.modules}})"
    return set(
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        ).stdout.split()
    )
