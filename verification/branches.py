"""Branch coverage of conditions, engine and questionnaire: every branch, in this process, in some minutes.

    python verification/branches.py

Prints what no test reached and exits 1 where that is anything. The modules are those of `mutation.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from mutation import MODULES

ROOT = Path(__file__).resolve().parents[1]
TESTS = """
    conditions/test_conditions core/test_scalars conditions/test_refusals
    answers/test_said engine/test_award_validity engine/test_small
    engine/test_career_level engine/test_engine answers/test_counterfactuals
    engine/test_thresholds answers/test_golden answers/test_development
    interview/test_whole_interviews interview/test_question_selection
    answers/test_situations
"""


def main() -> int:
    """Run the tests under coverage and report; return the exit code of the first that fails."""
    measure = [sys.executable, "-m", "coverage"]
    data = {**os.environ, "COVERAGE_FILE": str(ROOT / "build" / "branches")}
    (ROOT / "build").mkdir(exist_ok=True)
    tests = [f"tests/{name}.py" for name in TESTS.split()]
    pytest = [
        "-m",
        "pytest",
        "-q",
        "-n0",
        "-p",
        "no:cacheprovider",
        "--hypothesis-profile=mutation",
        *tests,
    ]
    ran = subprocess.run(
        [*measure, "run", "--branch", "--source=pmo_path", *pytest], cwd=ROOT, env=data, check=False
    )
    if ran.returncode:
        return ran.returncode
    modules = ",".join(
        f"pmo_path/{name}.py" for group in MODULES.values() for name in group.split()
    )
    report = [
        "report",
        "--show-missing",
        "--skip-covered",
        "--fail-under=100",
        "--precision=2",
        f"--include={modules}",
    ]
    return subprocess.run([*measure, *report], cwd=ROOT, env=data, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
