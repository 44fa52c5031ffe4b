"""Profiles read from plain data."""

from __future__ import annotations

from typing import Any

from strategies import shipped

from pmo_path.core.documents import Document
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile


def read(data: Any) -> Profile:
    return read_profile(Document("profile", data, {}), shipped().names)
