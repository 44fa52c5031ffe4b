"""Profiles read from plain data."""

from __future__ import annotations

from typing import Any

import pytest
from strategies import shipped

from pmo_path.core.documents import Document
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile


def read(data: Any, strict: bool = False) -> Profile:
    return read_profile(Document("profile", data, {}), shipped().names.with_strict(strict))


def problems(data: Any) -> tuple[Problem, ...]:
    with pytest.raises(PmoPathError) as refused:
        read_profile(Document("profile", data, {}), shipped().names.with_strict(True))
    assert refused.value.code == "profile-invalid"
    assert refused.value.exit_code == 3
    return refused.value.problems


def codes(data: Any) -> list[str]:
    return [one.code for one in problems(data)]
