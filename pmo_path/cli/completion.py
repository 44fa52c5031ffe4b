"""Shell completion: ids of the catalogue, and values from the table of facts.

Certifications and the like complete by id alone, as shells split names with spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from pmo_path.profile.fact_row import Row

Completer = Callable[[typer.Context, str], list[str]]


def listed_words(words: Callable[[], Iterable[str]]) -> Completer:
    """Return a completer for words that do not depend on the catalogue, computed on demand."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        return _beginning(words(), incomplete)

    return complete


def catalogue_ids(*kinds: str, beside: tuple[str, ...] = ()) -> Completer:
    """Return a completer for ids of the catalogue (of `--catalogue` if given) and
    words `beside`.
    """

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        from pmo_path.catalogue.load import known_ids
        from pmo_path.core.errors import PmoPathError

        directory = context.params.get("catalogue")
        try:
            known = known_ids(Path(directory) if directory else None)
        except PmoPathError:
            return []  # the command itself reports it
        return _beginning([*beside, *(word for kind in kinds for word in known[kind])], incomplete)

    return complete


def fact_values(row: Row) -> Completer | None:
    """Return the completer for a fact; None where its values cannot be listed."""
    if row.kind == "holds":
        return catalogue_ids("certification", beside=("none",))
    if row.kind == "prices":
        return catalogue_ids("certification")
    if row.key == "role":
        return catalogue_ids("role")
    if row.values:
        return listed_words(lambda: row.values)
    return {"codes": listed_words(_languages), "code": listed_words(_countries)}.get(row.kind)


def _languages() -> Iterable[str]:
    from pmo_path.core.iso_codes import LANGUAGES

    return sorted(LANGUAGES)


def _countries() -> Iterable[str]:
    from pmo_path.core.iso_codes import COUNTRIES

    return sorted(COUNTRIES)


def schema_kinds() -> Iterable[str]:
    """Return the kinds of JSON document that have a schema."""
    from pmo_path.contract.json_schema import KINDS

    return KINDS


def statuses() -> Iterable[str]:
    """Return the statuses that a certification may have."""
    from pmo_path.model.catalogue import STATUSES

    return STATUSES


def _beginning(words: Iterable[str], incomplete: str) -> list[str]:
    return [
        word for word in dict.fromkeys(words) if word.casefold().startswith(incomplete.casefold())
    ]
