"""pmo-path: which certification route to take in a PMO, and why.

As a library: `from pmo_path import load_catalogue, Profile, advise`; see docs/library.md.

Keep it free of typer, rich and pydantic: the build hook has no typer, and every start pays for it.
So each name is found where it lives when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pmo_path.answers.advise import advise as advise
    from pmo_path.catalogue.load import load_catalogue as load_catalogue
    from pmo_path.contract.advice import Advice as Advice
    from pmo_path.core.errors import PmoPathError as PmoPathError
    from pmo_path.core.errors import Problem as Problem
    from pmo_path.core.scalars import Range as Range
    from pmo_path.model.catalogue import Catalogue as Catalogue
    from pmo_path.profile.parse import profile_of as profile_of
    from pmo_path.profile.profile import Held as Held
    from pmo_path.profile.profile import Profile as Profile
    from pmo_path.reports.json import render as to_json

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
    "Advice": "contract.advice.Advice",
    "Catalogue": "model.catalogue.Catalogue",
    "Held": "profile.profile.Held",
    "PmoPathError": "core.errors.PmoPathError",
    "Problem": "core.errors.Problem",
    "Profile": "profile.profile.Profile",
    "Range": "core.scalars.Range",
    "advise": "answers.advise.advise",
    "load_catalogue": "catalogue.load.load_catalogue",
    "profile_of": "profile.parse.profile_of",
    "to_json": "reports.json.render",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, _, own = _HOMES[name].rpartition(".")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), own)
    return value
