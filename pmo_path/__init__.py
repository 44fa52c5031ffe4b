"""pmo-path: which certification route to take in a PMO, and why.

As a library: `from pmo_path import load_catalogue, advise`; see docs/library.md.

Keep it free of typer, rich and pydantic: the build hook has no typer, and every start pays for it.
So each name is found where it lives when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmo_path.core.release import VERSION

if TYPE_CHECKING:
    from pmo_path.cli.batch_run import BatchLine as BatchLine
    from pmo_path.contract.advice import Advice as Advice
    from pmo_path.contract.catalogue import TermView as TermView
    from pmo_path.contract.changes import Changes as Changes
    from pmo_path.contract.cohort import Cohort as Cohort
    from pmo_path.contract.comparison import Comparison as Comparison
    from pmo_path.contract.explanation import Explanation as Explanation
    from pmo_path.contract.plan import CareerPlan as CareerPlan
    from pmo_path.contract.profile_import import ProfileImport as ProfileImport
    from pmo_path.core.errors import PmoPathError as PmoPathError
    from pmo_path.core.errors import Problem as Problem
    from pmo_path.core.errors import TableWarning as TableWarning
    from pmo_path.core.scalars import Range as Range
    from pmo_path.library.calls import advise as advise
    from pmo_path.library.calls import batch as batch
    from pmo_path.library.calls import cohort as cohort
    from pmo_path.library.calls import compare as compare
    from pmo_path.library.calls import diff as diff
    from pmo_path.library.calls import explain as explain
    from pmo_path.library.calls import import_profile as import_profile
    from pmo_path.library.calls import load_catalogue as load_catalogue
    from pmo_path.library.calls import next_question as next_question
    from pmo_path.library.calls import plan as plan
    from pmo_path.library.calls import read_profile as read_profile
    from pmo_path.library.calls import term as term
    from pmo_path.library.calls import to_json as to_json
    from pmo_path.library.questions import NextQuestion as NextQuestion
    from pmo_path.model.catalogue import Catalogue as Catalogue
    from pmo_path.profile.profile import Held as Held
    from pmo_path.profile.profile import Profile as Profile

__version__ = VERSION

__all__ = [
    "Advice",
    "BatchLine",
    "CareerPlan",
    "Catalogue",
    "Changes",
    "Cohort",
    "Comparison",
    "Explanation",
    "Held",
    "NextQuestion",
    "PmoPathError",
    "Problem",
    "Profile",
    "ProfileImport",
    "Range",
    "TableWarning",
    "TermView",
    "__version__",
    "advise",
    "batch",
    "cohort",
    "compare",
    "diff",
    "explain",
    "import_profile",
    "load_catalogue",
    "next_question",
    "plan",
    "read_profile",
    "term",
    "to_json",
]

# The module in which each name lives.
_HOMES = {
    "Advice": "contract.advice",
    "BatchLine": "cli.batch_run",
    "CareerPlan": "contract.plan",
    "Catalogue": "model.catalogue",
    "Changes": "contract.changes",
    "Cohort": "contract.cohort",
    "Comparison": "contract.comparison",
    "Explanation": "contract.explanation",
    "Held": "profile.profile",
    "NextQuestion": "library.questions",
    "PmoPathError": "core.errors",
    "Problem": "core.errors",
    "Profile": "profile.profile",
    "ProfileImport": "contract.profile_import",
    "Range": "core.scalars",
    "TableWarning": "core.errors",
    "TermView": "contract.catalogue",
    "advise": "library.calls",
    "batch": "library.calls",
    "cohort": "library.calls",
    "compare": "library.calls",
    "diff": "library.calls",
    "explain": "library.calls",
    "import_profile": "library.calls",
    "load_catalogue": "library.calls",
    "next_question": "library.calls",
    "plan": "library.calls",
    "read_profile": "library.calls",
    "term": "library.calls",
    "to_json": "library.calls",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return __all__
