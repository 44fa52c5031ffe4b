"""Branch coverage of conditions, engine and questionnaire, in this process, in some minutes.

    python verification/branches.py

Prints the branches that no test reached, and exits 1 if there are any. The modules are those of
`mutation.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from mutation import MODULES

ROOT = Path(__file__).resolve().parents[1]
TESTS = """
    conditions core/test_scalars.py core/test_text.py
    engine/test_award_validity.py engine/test_award_spans.py
    engine/test_career_level.py engine/test_job_titles.py
    engine/test_pareto.py engine/test_plan_search.py engine/test_route_planning.py
    engine/test_routes.py engine/test_thresholds.py
    answers/test_budget_and_time.py answers/test_counterfactuals.py answers/test_development.py
    answers/test_golden.py answers/test_level_words.py answers/test_plans.py
    answers/test_price_ages.py
    answers/test_rare_advice.py answers/test_said.py
    answers/test_said_small.py answers/test_situations.py
    interview/test_question_selection.py interview/test_state.py
    interview/test_whole_interviews.py
"""


def main() -> int:
    """Run the tests under coverage and report; return the exit code of the first that fails."""
    measure = [sys.executable, "-m", "coverage"]
    data = {**os.environ, "COVERAGE_FILE": str(ROOT / "build" / "branches")}
    (ROOT / "build").mkdir(exist_ok=True)
    tests = [f"tests/{name}" for name in TESTS.split()]
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
