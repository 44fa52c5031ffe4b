"""Golden files and the people whose answers they hold; UPDATE_GOLDEN=1 pytest -n0 rewrites them for
review.
"""

from __future__ import annotations

import os
from typing import Any

from paths import GOLDEN

from pmo_path import __version__
from pmo_path.core.documents import Document, read_document
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile

# Those who differ most: their golden files stand whole.
WHOLE = ("nobody", "graduate-today", "analyst-lapsed-p3o", "head-of-enterprise-pmo-2018")
PEOPLE: dict[str, Any] = read_document((GOLDEN / "people.yaml").read_bytes(), "people.yaml").data


def golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), (
        f"{name} changed; review it, then UPDATE_GOLDEN=1"
    )


def steady(text: str, digest: str) -> str:
    """Return a text without what changes with every catalogue and every release."""
    released = f'"version": "{__version__}"'
    return text.replace(digest, "sha256:0").replace(released, '"version": "0"')


def profile_of(person: str, catalogue: Catalogue) -> Profile:
    return read_profile(Document(person, PEOPLE[person]["profile"], {}), catalogue.names)
