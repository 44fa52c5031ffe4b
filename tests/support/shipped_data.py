"""The files of the shipped catalogue as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pmo_path.catalogue.load import data_directory
from pmo_path.core.documents import read_yaml

FILES = ("certifications", "development", "roles", "rules", "sources")


def text(name: str) -> str:
    return (data_directory() / f"{name}.yaml").read_text(encoding="utf-8")


def data(name: str) -> dict[str, Any]:
    content: dict[str, Any] = read_yaml(text(name), name).data
    return content


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in items:
        yield from mappings(item)


TEXT = (data_directory() / "certifications.yaml").read_text(encoding="utf-8")
ENTRIES: dict[str, Any] = {
    one["id"]: one for one in read_yaml(TEXT, "certifications").data["certifications"]
}
IDS = sorted(ENTRIES)
