"""Write a profile as a file that `profile.parse` reads back."""

from __future__ import annotations

from pmo_path.core.json_text import dump
from pmo_path.profile.profile import Profile


def profile_text(profile: Profile, name: str) -> str:
    """Return a profile as a file of that name holds it: JSON where the name says so, else YAML."""
    if name.lower().endswith(".json"):
        return dump(profile.plain())
    import yaml

    return str(yaml.safe_dump(profile.plain(), allow_unicode=True, sort_keys=False))
