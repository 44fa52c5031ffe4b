"""Completeness of a catalogue: no empty lists that advice needs, full scales, grounds for rules.

These checks are registered in `integrity.RELATIONS`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.catalogue.draft import Draft
from pmo_path.core.errors import Problem
from pmo_path.model.catalogue import OURS
from pmo_path.profile.meanings import LEVELS, PMO_TYPES

_NEVER_EMPTY = {
    "certifications": ("names", "owned_by", "status"),
    "roles": ("levels",),
    "routes": ("titles", "certifications"),
}


def empty_lists(draft: Draft) -> Iterator[Problem]:
    """Report lists that advice needs and that are empty, and owners that are not a body."""
    for section, keys in _NEVER_EMPTY.items():
        for place, entry in enumerate(getattr(draft, section)):
            for key in keys:
                if not getattr(entry, key):
                    yield draft.problem(
                        (section, place, key),
                        "missing-key",
                        f"{key}: at least one is needed",
                        "add one",
                    )
    for place, certification in enumerate(draft.certifications):
        for number, owned in enumerate(certification.owned_by):
            if owned.body is None:
                path = ("certifications", place, "owned_by", number)
                yield draft.problem(
                    path, "missing-key", "body: an owner is one of the bodies", "add `body: ID`"
                )


def incomplete_scales(draft: Draft) -> Iterator[Problem]:
    """Report career levels and PMO types without an entry."""
    for section, wanted in (("career_levels", LEVELS), ("pmo_types", PMO_TYPES)):
        described = [entry.id for entry in getattr(draft, section)]
        for name in wanted:
            if name not in described:
                yield draft.problem(
                    (section,),
                    "missing-key",
                    f"{name}: it is not described",
                    "add an entry with this id",
                )


def broken_bands(draft: Draft) -> Iterator[Problem]:
    """Report bands of years that do not begin at 0, leave gaps, overlap, or end at
    the top level.
    """
    levels = sorted(enumerate(draft.career_levels), key=lambda pair: pair[1].number)
    reached: float | None = 0
    for place, level in levels:
        path = ("career_levels", place, "years")
        if reached is None or level.years.low != reached:
            hint = "let it begin where the level below ends, the first at 0"
            yield draft.problem(
                path, "broken-bands", f"{level.id}: its years leave a gap or overlap", hint
            )
        reached = level.years.high
    if levels and reached is not None:
        place, level = levels[-1]
        yield draft.problem(
            ("career_levels", place, "years"),
            "broken-bands",
            f"{level.id}: its years end",
            "leave `high` out",
        )


def missing_own_source(draft: Draft) -> Iterator[Problem]:
    """Report a missing source for our own judgement."""
    if draft.sources and OURS not in {source.id for source in draft.sources}:
        yield draft.problem(
            ("sources",),
            "missing-key",
            f"there is no source {OURS!r}",
            "add it: the judgement of who keeps the catalogue",
        )


def rules_without_ground(draft: Draft) -> Iterator[Problem]:
    """Report rules without exactly one effect, or without exactly one of source and judgement."""
    for place, rule in enumerate(draft.rules):
        if (rule.source is None) == (rule.judgement is None):
            yield draft.problem(
                ("rules", place),
                "rule-without-source",
                f"{rule.id}: give a source, or `judgement: ours`, not both",
                "a rule rests on a published source or on our own judgement",
            )
        if sum((bool(rule.prefer), bool(rule.exclude), rule.caution)) != 1:
            yield draft.problem(
                ("rules", place),
                "rule-effect",
                f"{rule.id}: a rule has one effect",
                "`prefer`, `exclude` or `caution: true`",
            )
