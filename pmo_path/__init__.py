"""pmo-path: which certification route to take in a PMO, and why.

As a library: `from pmo_path import load_catalogue, Profile, advise`; see docs/library.md.

Keep it free of typer, rich and pydantic: the build hook has no typer, and every start pays for it.
So each name is found where it lives when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pmo_path.advice import Advice as Advice
    from pmo_path.catalogue.load import load_catalogue as load_catalogue
    from pmo_path.engine import advise as advise
    from pmo_path.errors import PmoPathError as PmoPathError
    from pmo_path.errors import Problem as Problem
    from pmo_path.knowledge import Catalogue as Catalogue
    from pmo_path.profile import Held as Held
    from pmo_path.profile import Profile as Profile
    from pmo_path.reading import profile_of as profile_of
    from pmo_path.reports.json import render as to_json
    from pmo_path.values import Range as Range

__version__ = "0.1.0"

__all__ = [
    "Advice",
    "Catalogue",
    "Held",
    "PmoPathError",
    "Problem",
    "Profile",
    "Range",
    "__version__",
    "advise",
    "load_catalogue",
    "profile_of",
    "to_json",
]

# Where each name lives; `to_json` goes by another name there.
_HOMES = {
    "Advice": "advice.Advice",
    "Catalogue": "knowledge.Catalogue",
    "Held": "profile.Held",
    "PmoPathError": "errors.PmoPathError",
    "Problem": "errors.Problem",
    "Profile": "profile.Profile",
    "Range": "values.Range",
    "advise": "engine.advise",
    "load_catalogue": "catalogue.load.load_catalogue",
    "profile_of": "reading.profile_of",
    "to_json": "reports.json.render",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, _, own = _HOMES[name].rpartition(".")
    found = globals()[name] = getattr(import_module(f"{__name__}.{module}"), own)
    return found
