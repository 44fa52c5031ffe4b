"""Take apart what was said of one award: its name, its kind and its date."""

from __future__ import annotations

from typing import Any

from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import When, parse_when
from pmo_path.profile.profile import CERTIFICATE_KINDS, CertificateKind

YEARS_AS_NUMBERS = range(1000, 10_000)  # of four digits, as a text has them


def read_award_date(value: Any) -> When:
    """Return the day, the month or the year of an award; a year may be a number.

    Raises BadValueError for anything else.
    """
    is_year = isinstance(value, int | float) and value in YEARS_AS_NUMBERS
    return parse_when(str(int(value)) if is_year else value)


def award_parts(item: Any) -> tuple[str, CertificateKind | None, Any]:
    """Return the name, kind and unparsed day of an award, from `KIND:NAME@DAY` or a mapping.

    Raises BadValueError for anything else.
    """
    hint = (
        "write NAME, NAME@YYYY-MM-DD, or {certification: ID, awarded_on: YYYY-MM-DD} "
        "(name: and kind: for others; YYYY-MM or YYYY where the day is not known)"
    )
    if isinstance(item, str):
        before, colon, after = item.partition(":")
        kind = next(
            (kind for kind in CERTIFICATE_KINDS if colon and kind == before.strip().casefold()),
            None,
        )
        text = after if kind else item
        word, at, day = text.partition("@")
        return word, kind, day if at else None
    if isinstance(item, dict):
        named = item.get("certification", item.get("name"))
        allowed = (
            {"certification", "awarded_on"}
            if "certification" in item
            else {"name", "kind", "awarded_on"}
        )
        if isinstance(named, str) and set(item) <= allowed:
            kind = item.get("kind")
            if kind is None or kind in CERTIFICATE_KINDS:
                return named, kind, item.get("awarded_on")
            hint = "kind: one of " + ", ".join(CERTIFICATE_KINDS)
    raise BadValueError("not-a-certification", "this is not a certification", hint)
