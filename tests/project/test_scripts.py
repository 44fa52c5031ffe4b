"""The page for scripts says what is true: each of its commands, run in a shell, prints what stands
there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from paths import DOCS
from paths import EXAMPLES as EXAMPLE_FILES
from program import environment

PAGE = (DOCS / "scripts.md").read_text("utf-8")
EXAMPLES = re.findall(r"```sh\n(.*?)```\n```text\n(.*?)```", PAGE, re.DOTALL)


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) == PAGE.count("```sh") == 18


@pytest.mark.skipif(
    not shutil.which("jq") or os.name != "posix", reason="needs jq and a POSIX shell"
)
@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_an_example_of_the_page_is_a_real_run(command: str, shown: str, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(EXAMPLE_FILES)
    program = f'pmo-path() {{ "{sys.executable}" -m pmo_path "$@"; }}\n'
    done = subprocess.run(
        ["bash", "-c", program + command],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.decode() == shown
    assert b"Traceback" not in done.stderr
