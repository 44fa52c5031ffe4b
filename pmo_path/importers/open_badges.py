"""Read Open Badges 2.0 and 3.0 as JSON or as a signed token, whose signature is not checked.

Of a badge its name, its ids and its days are looked at; of its recipient nothing.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from pmo_path.core.documents import Document, decode, read_json
from pmo_path.core.errors import BadValueError, Path, PmoPathError, unreadable
from pmo_path.core.scalars import When
from pmo_path.importers.findings import (
    MAX_ENTRIES,
    Findings,
    FoundAward,
    Note,
    member_text,
    origin_in,
)
from pmo_path.importers.written_dates import written_date

_TOKEN = r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*"
_CREDENTIALS = ("OpenBadgeCredential", "AchievementCredential")
_HINT = "give an Assertion or BadgeClass of version 2, or an OpenBadgeCredential of version 3"


def is_token(text: str) -> bool:
    """Whether a text is a signed token: three parts in base64 with points between them."""
    return re.fullmatch(_TOKEN, text) is not None


def token_document(text: str, file: str) -> Document:
    """Return what a signed token says. Raises PmoPathError where its middle part is no JSON."""
    payload = text.split(".")[1]
    try:
        raw = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    except (binascii.Error, ValueError):
        detail = "the middle part of this token is not base64"
        raise unreadable(file, "syntax", detail, "give the token whole") from None
    inside = f"{file} (decoded)"
    document = read_json(decode(raw, inside), inside)
    credential = document.data.get("vc") if isinstance(document.data, dict) else None
    # A place in what was decoded is none in the file: neither line nor pointer would be found.
    data = credential if isinstance(credential, dict) else document.data
    return Document(file, data, {})


def is_open_badge(data: Any) -> bool:
    """Whether a document is a badge, or the class of one."""
    return isinstance(data, dict) and bool(
        {*_types(data)} & {"Assertion", "BadgeClass", *_CREDENTIALS}
    )


def read_open_badge(document: Document, is_signed: bool = False) -> Findings:
    """Return what a badge says. Raises PmoPathError for one without what makes it a badge."""
    data, types = document.data, _types(document.data)
    if "BadgeClass" in types:
        name, own_id = member_text(data, "name"), member_text(data, "id")
        return Findings(form="open-badge-2", badge_classes={own_id: name} if own_id else {})
    notes: list[Note] = []
    if data.get("revoked") is True:
        note = Note(code="badge-revoked", fact="holds", origins=(origin_in(document, ()),))
        return Findings(form="open-badge-2", notes=(note,))
    third = bool({*types} & {*_CREDENTIALS})
    read = _credential if third else _assertion
    awards = tuple(_dated(award, document, notes) for award in read(document))
    if not awards:
        problem = document.problem((), "not-a-badge", "this badge names no achievement", _HINT)
        raise PmoPathError(f"{document.name} cannot be read", (problem,), code="not-a-badge")
    code = "token-unchecked" if is_signed else "badge-unchecked"
    notes.append(Note(code=code, fact="holds", origins=(origin_in(document, ()),)))
    return Findings(
        form="open-badge-3" if third else "open-badge-2", awards=awards, notes=tuple(notes)
    )


def _types(part: Any) -> list[str]:
    """Return the types of a part of a badge: one or several, perhaps with their namespace."""
    kinds = part.get("type") if isinstance(part, dict) else None
    listed = kinds[:20] if isinstance(kinds, list) else [kinds]
    return [re.split("[:/#]", kind)[-1] for kind in listed if isinstance(kind, str)]


def _assertion(document: Document) -> Iterator[FoundAward]:
    """Yield the award of version 2, whose class is embedded or lies at an address."""
    badge = document.data.get("badge")
    if isinstance(badge, str):
        yield FoundAward("", None, origin_in(document, ("badge",)), badge_class=badge)
    elif isinstance(badge, dict) and (member_text(badge, "name") or member_text(badge, "id")):
        origin = origin_in(document, ("badge", "name"))
        addresses = tuple(_addresses(badge))
        yield FoundAward(
            member_text(badge, "name"), None, origin, None, member_text(badge, "id"), addresses
        )


def _credential(document: Document) -> Iterator[FoundAward]:
    """Yield the awards of version 3: one for each achievement of a subject."""
    for path, subject in _listed(document.data, ("credentialSubject",)):
        for inner, achievement in _listed(subject, (*path, "achievement")):
            if name := member_text(achievement, "name"):
                addresses = tuple(_addresses(achievement))
                yield FoundAward(
                    name, None, origin_in(document, (*inner, "name")), addresses=addresses
                )


def _listed(part: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield the objects under the last key of a path with their paths: one, or a list of them."""
    value = part.get(path[-1]) if isinstance(part, dict) else None
    if isinstance(value, list):
        for place, item in enumerate(value[:MAX_ENTRIES]):
            yield (*path, place), item
    elif isinstance(value, dict):
        yield path, value


def _addresses(badge: dict[str, Any]) -> Iterator[str]:
    """Yield the addresses by which a badge may be told: its own, and that of its criteria."""
    criteria = badge.get("criteria")
    yield from filter(None, (member_text(badge, "id"), member_text(criteria, "id")))
    if isinstance(criteria, str):
        yield criteria


def _dated(award: FoundAward, document: Document, notes: list[Note]) -> FoundAward:
    """Return an award with its days.

    Version 3 changes `validFrom` with each new issue, and keeps the day of award beside it.
    """

    def day(*keys: str) -> When | None:
        for key in keys:
            try:
                if when := written_date(member_text(document.data, key)):
                    return when
            except BadValueError:
                notes.append(Note(code="date-unread", origins=(origin_in(document, (key,)),)))
        return None

    return replace(
        award,
        when=day("awardedDate", "issuedOn", "validFrom", "issuanceDate"),
        until=day("expires", "validUntil", "expirationDate"),
    )
