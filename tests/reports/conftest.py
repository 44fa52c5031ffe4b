"""Fixtures that the tests of reports share."""

from __future__ import annotations

import pytest
from maps import views

from pmo_path.contract.map import MapView
from pmo_path.model.catalogue import Catalogue


@pytest.fixture(scope="session")
def shipped_maps(catalogue: Catalogue) -> list[MapView]:
    """The maps of many days and people, from the shipped catalogue."""
    return list(views(catalogue))
