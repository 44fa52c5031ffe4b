"""Mutation testing of conditions, engine and questionnaire, with mutmut; see docs/mutation.md.

    python verification/mutation.py conditions     # every mutant not tried yet, then the figures
    python verification/mutation.py engine 'pmo_path.engine.career_level.*'  # some of them again
    python verification/mutation.py engine left    # those that no test killed
    python verification/mutation.py                # the figures of all groups

Every group has a tree of its own under build/mutation, with its own tests: the fewest and fastest
that specify its modules. There `mutmut show MUTANT` shows one.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TREES = ROOT / "build" / "mutation"
MODULES = {
    "conditions": """
        core/scalars core/text conditions/syntax conditions/parse conditions/inspect
        conditions/evaluate conditions/facts conditions/partitions conditions/remainder
        conditions/sufficient_reasons
    """,
    "engine": """
        engine/career_level engine/level_signs engine/award_validity engine/due_days
        answers/held_awards answers/entry_grounds answers/level_words
        engine/situation engine/destinations engine/said_facts engine/equivalence
        engine/job_titles engine/title_parts engine/title_words engine/title_grades
        engine/met_rules engine/fit engine/route_planning engine/ranking engine/prospects
        engine/climbing engine/decision engine/pareto engine/plan_search
        answers/aims answers/ranking_words answers/route_steps answers/step_values answers/prices
        answers/counterfactuals answers/change_options
        answers/missing_facts
        answers/budget_and_time answers/development answers/verdict_reasons
        answers/holding_cautions answers/cautions answers/advise
    """,
    "questionnaire": """
        engine/relevance engine/possible_answers engine/answer_effects
        interview/question_selection interview/state interview/status
    """,
}
# In the order in which they are run: what kills most in the least time comes first.
TESTS = {
    "conditions": """
        conditions core/test_scalars.py core/test_text.py profile/test_parse.py
        engine/test_routes.py engine/test_answer_effects.py
        answers/test_rare_advice.py answers/test_situations.py
    """,
    "engine": """
        answers/test_said.py answers/test_said_small.py answers/test_budget_and_time.py
        engine/test_pareto.py engine/test_plan_search.py
        engine/test_route_planning.py engine/test_career_level.py engine/test_routes.py
        answers/test_rare_advice.py answers/test_counterfactuals.py engine/test_award_validity.py
        engine/test_award_spans.py engine/test_thresholds.py
        engine/test_job_titles.py engine/test_prospects.py
        engine/test_career_level_laws.py answers/test_held_awards.py
        answers/test_level_words.py answers/test_price_ages.py
        answers/test_golden.py answers/test_development.py
        answers/test_situations.py answers/test_cases.py engine/test_equivalence.py
    """,
    "questionnaire": """
        interview/test_whole_interviews.py interview/test_state.py
        interview/test_question_selection.py engine/test_route_planning.py
        answers/test_budget_and_time.py answers/test_counterfactuals.py answers/test_said_small.py
    """,
}
# How pytest finds the tests and what they share, as in the pyproject.toml of the repository.
OPTIONS = (
    'addopts = "--import-mode=importlib"',
    'pythonpath = ["tools", "verification", "tests/support"]',
)
# Seconds of its own in which the tests may kill a mutant; one that lives longer has survived.
PATIENCE = 15
STATES = {
    1: "killed",
    3: "killed",
    0: "survived",
    33: "no tests",
    37: "by type",
    24: "timeout",
    -24: "timeout",
}


def lay_out(group: str) -> Path:
    """Make the tree of a group, with links to what is here and mutmut's table."""
    tree = TREES / group
    tree.mkdir(parents=True, exist_ok=True)
    for name in ("tests", "data", "tools", "verification", "examples"):
        if not (tree / name).exists():
            (tree / name).symlink_to(ROOT / name)
    shutil.rmtree(tree / "pmo_path", ignore_errors=True)
    shutil.copytree(ROOT / "pmo_path", tree / "pmo_path")
    for name in MODULES[group].split():
        module = tree / "pmo_path" / f"{name}.py"
        module.write_text(undecorated(module.read_text("utf-8")), encoding="utf-8")
    selected = [f"tests/{name}" for name in TESTS[group].split()]
    table = {
        "source_paths": ["pmo_path"],
        "only_mutate": [f"pmo_path/{name}.py" for name in MODULES[group].split()],
        "also_copy": ["data", "tools", "verification", "examples"],
        # It runs no test, so no child begins with the caches of another.
        "process_isolation": "forkserver",
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "--hypothesis-profile=mutation"],
        "pytest_add_cli_args_test_selection": selected,
        "timeout_multiplier": 5.0,
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in table.items()]
    (tree / "pyproject.toml").write_text(
        "\n".join(["[tool.pytest.ini_options]", *OPTIONS, "[tool.mutmut]", *lines, ""]),
        encoding="utf-8",
    )
    return tree


def undecorated(code: str) -> str:
    """Return a module with caches and properties applied after their functions.

    Mutmut skips decorated functions.
    """
    lines = code.splitlines()
    functions = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)]
    for node in sorted(functions, key=lambda function: -function.lineno):
        decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
        if len(decorators) == 1 and re.match(
            r"(lru_)?cache\b|(cached_)?property$|remembered\b", decorators[0]
        ):
            lines.insert(
                node.end_lineno or 0,
                " " * node.col_offset + f"{node.name} = {decorators[0]}({node.name})",
            )
            del lines[node.decorator_list[0].lineno - 1 : node.lineno - 1]
    return "\n".join([*lines, ""])


def run(names: Iterable[str]) -> None:
    """Run mutmut here, with tests that are collected once and not again for every mutant."""
    import mutmut.__main__
    import pytest
    from _pytest.config import _prepareconfig
    from mutmut.mutation import trampoline
    from mutmut.runners.harness import PytestRunner
    from mutmut.utils.file_utils import change_cwd
    from mutmut.workers import isolation

    class Collected(PytestRunner):
        """Mutmut's runner, but that a child runs tests that its parent has collected."""

        def warm_up(self) -> None:
            with change_cwd("mutants"):
                args = [*self._pytest_add_cli_args_test_selection, *self._pytest_add_cli_args]
                config = _prepareconfig(
                    ["--rootdir=.", "-x", "-q", "-s", "--tb=no", "--assert=plain", *args]
                )
                config._do_configure()
                self.session = pytest.Session.from_config(config)
                config.hook.pytest_sessionstart(session=self.session)
                self.session.perform_collect()
                self.items = {item.nodeid: item for item in self.session.items}

        def run_tests(self, *, mutant_name: str | None, tests: Iterable[str]) -> int:
            if mutant_name is None:
                return super().run_tests(mutant_name=mutant_name, tests=tests)
            # Asked for a million times a second, and always the same in this process.
            trampoline.get_mutant_under_test = lambda: mutant_name
            with change_cwd("mutants"):
                wanted, begun = set(tests), time.process_time()
                chosen = [item for name, item in self.items.items() if name in wanted]
                for item, following in zip(chosen, [*chosen[1:], None], strict=True):
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                    if self.session.testsfailed:
                        return 1
                    if time.process_time() - begun > PATIENCE:
                        break
            return 0

    isolation.PytestRunner = Collected  # type: ignore[misc]
    # Mixed, but always alike: a run that is stopped has tried a fair sample.
    mutmut.__main__.estimated_worst_case_time = lambda name: zlib.crc32(name.encode())
    mutmut.__main__._run(list(names), 1)


def figures(group: str) -> tuple[dict[str, Counter[str]], list[str]]:
    """Return the outcomes of the mutants of each module, and the names of the survivors."""
    counts: dict[str, Counter[str]] = {}
    left = []
    for name in MODULES[group].split():
        path = TREES / group / "mutants" / "pmo_path" / f"{name}.py.meta"
        tried: dict[str, Any] = (
            json.loads(path.read_text("utf-8"))["exit_code_by_key"] if path.exists() else {}
        )
        ends = {
            mutant: "not tried" if code is None else STATES.get(code, "other")
            for mutant, code in tried.items()
        }
        counts[name] = Counter(ends.values())
        left += [mutant for mutant, end in ends.items() if end in ("survived", "no tests", "other")]
    return counts, left


def main(args: list[str]) -> int:
    """Run a group, if one is named, and print what came of it."""
    if args and args[0] not in MODULES:
        print(f"no group {args[0]!r}; there are: " + ", ".join(MODULES), file=sys.stderr)
        return 2
    if args:
        names = figures(args[0])[1] if args[1:] == ["left"] else args[1:]
        os.chdir(lay_out(args[0]))
        run(names)
        os.chdir(ROOT)
    for group in args[:1] or MODULES:
        counts, left = figures(group)
        whole = sum(counts.values(), Counter())
        print("\n".join(left), flush=True)
        for name, count in [*counts.items(), (group.upper(), whole)]:
            dead, all_ = count["killed"] + count["timeout"], count.total() - count["not tried"]
            print(f"{name:32} {dead / (all_ or 1):7.1%}  {count.total():5}  {dict(count)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
