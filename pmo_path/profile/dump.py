"""Serialise a profile as text that `profile.parse` reads back."""

from __future__ import annotations

from pmo_path.core.json_text import indented_json
from pmo_path.profile.profile import Profile


def profile_text(profile: Profile, name: str) -> str:
    """Return a profile as JSON if `name` ends in `.json`, else as YAML."""
    if name.lower().endswith(".json"):
        return indented_json(profile.plain())
    import yaml

    return str(yaml.safe_dump(profile.plain(), allow_unicode=True, sort_keys=False))
