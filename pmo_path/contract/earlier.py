"""An advice as JSON that was written earlier: what of it can be compared, as far as it is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from pmo_path.contract.advice import Advice, Eligibility, VerdictWord
from pmo_path.contract.catalogue import FactView, SourceView, StatusWord
from pmo_path.contract.date_patterns import AWARD_DATE
from pmo_path.contract.planning import Fits
from pmo_path.core.documents import Document
from pmo_path.core.errors import Path, PmoPathError, Problem
from pmo_path.core.json_text import json_data
from pmo_path.core.record import Record
from pmo_path.core.text import inert

MOST_ITEMS = 2000  # of a list of an advice; the sources are the longest
KNOWN_VERSION = "1"  # of an advice and of a report


class _Level(Record, frozen=True):
    id: str


class EarlierCost(Record, frozen=True):
    """What a step cost: amounts, or `unknown`."""

    unknown: bool = False
    low: float | None = None
    high: float | None = None
    currency: str | None = None


class EarlierStep(Record, frozen=True):
    """A step of a route."""

    certification: str
    action: Literal["obtain", "renew"]
    cost: EarlierCost


class EarlierRoute(Record, frozen=True):
    """A route, its rank and its steps."""

    rank: int
    id: str
    steps: tuple[EarlierStep, ...]


AwardDate = Annotated[str, msgspec.Meta(pattern=f"^{AWARD_DATE}$")]


class _DaySpan(Record, frozen=True):
    first: date
    last: date


class EarlierHolding(Record, frozen=True):
    """An award, or a certificate outside the catalogue."""

    certification: str | None
    name: str
    state: Literal["valid", "lapsing", "lapsed", "unknown"]
    awarded_on: AwardDate | None
    valid_until: date | None
    valid_until_between: _DaySpan | None = None
    sources: tuple[str, ...] = ()


class _RouteDeadline(Record, frozen=True):
    route: str
    state: Fits | None


class _Lapse(Record, frozen=True):
    certification: str
    on: date


class _Deadlines(Record, frozen=True):
    routes: tuple[_RouteDeadline, ...]
    needed_by: date | None = None
    lapses: tuple[_Lapse, ...] = ()


class _Reason(Record, frozen=True):
    sources: tuple[str, ...] = ()


class EarlierVerdict(Record, frozen=True):
    """The verdict on a certification."""

    certification: str
    verdict: VerdictWord
    eligibility: Eligibility
    because: tuple[_Reason, ...] = ()


class EarlierCaution(Record, frozen=True):
    """A caution."""

    rule: str
    text: str = ""  # the slim form has some by their codes alone
    certification: str | None = None
    sources: tuple[str, ...] = ()


class _Missing(Record, frozen=True):
    fact: str


class EarlierSnapshot(Record, frozen=True):
    """A certification on the day; its facts are there for those that are advised."""

    certification: str
    short: str
    status: StatusWord
    facts: tuple[FactView, ...]


class _Catalogue(Record, frozen=True):
    version: str
    digest: str


class _Program(Record, frozen=True):
    version: str


class EarlierAdvice(Record, frozen=True, kw_only=True):
    """What can be compared of an advice; a member that was left out of it is UNSET."""

    as_of: date | msgspec.UnsetType = msgspec.UNSET
    program: _Program | msgspec.UnsetType = msgspec.UNSET
    catalogue: _Catalogue | msgspec.UnsetType = msgspec.UNSET
    profile: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET
    career_level: _Level | msgspec.UnsetType | None = msgspec.UNSET
    aim: _Level | msgspec.UnsetType | None = msgspec.UNSET
    next_steps: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    holdings: tuple[EarlierHolding, ...] | msgspec.UnsetType = msgspec.UNSET
    deadlines: _Deadlines | msgspec.UnsetType = msgspec.UNSET
    routes: tuple[EarlierRoute, ...] | msgspec.UnsetType = msgspec.UNSET
    considered: tuple[EarlierVerdict, ...] | msgspec.UnsetType = msgspec.UNSET
    cautions: tuple[EarlierCaution, ...] | msgspec.UnsetType = msgspec.UNSET
    missing_facts: tuple[_Missing, ...] | msgspec.UnsetType = msgspec.UNSET
    certifications: tuple[EarlierSnapshot, ...] | msgspec.UnsetType = msgspec.UNSET
    sources: tuple[SourceView, ...] | msgspec.UnsetType = msgspec.UNSET

    @property
    def snapshots(self) -> Mapping[str, EarlierSnapshot]:
        """The certifications by id; empty where they were left out."""
        known = () if self.certifications is msgspec.UNSET else self.certifications
        return {snapshot.certification: snapshot for snapshot in known}


_TYPES = {field.name: field.type for field in msgspec.structs.fields(EarlierAdvice)}
_OF_ADVICE = frozenset(field.encode_name for field in msgspec.structs.fields(Advice))
_COMPARED = frozenset(_TYPES) - {"as_of", "program", "catalogue", "sources"}
# Kinds of JSON that people may take for an advice; others are named alike.
_LEFT_OUT = ("missing required field", "got `null`")  # by a selection of members


def earlier_advice(advice: Advice) -> EarlierAdvice:
    """Return an advice as its JSON holds it."""
    return _read(json_data(advice), Document("", {}, {}), ())


def is_answer(data: Any) -> bool:
    """Return whether data is JSON that the program printed, rather than a profile."""
    if not isinstance(data, dict):
        return False
    return "kind" in data or "advice" in data or bool(data.keys() & _OF_ADVICE)


def read_earlier(document: Document) -> EarlierAdvice:
    """Return the advice in JSON that `advise` or `report` wrote, or of a line of `batch`.

    Raises PmoPathError, with the place, for anything else, and for a version that is not known.
    """
    path: Path = ()
    data = document.data
    if not isinstance(data, dict):
        raise _refused(document, (), "not-a-report", "this is not a report", _HINT)
    if data.get("kind") == "report" or ("kind" not in data and "advice" in data):
        _check_version(document, data, path)
        data, path = data.get("advice", {}), ("advice",)
    if not isinstance(data, dict):
        raise _refused(document, path, "not-a-report", "the report holds no advice", _HINT)
    kind = data.get("kind", "advice")
    if kind != "advice":
        detail = f"this is {_kind_words(kind)}, not a report about one person"
        raise _refused(document, (*path, "kind"), "other-kind", detail, _HINT)
    _check_version(document, data, path)
    told = _read(data, document, path)
    if all(getattr(told, name) is msgspec.UNSET for name in _COMPARED):
        detail = "the report holds nothing that could be compared"
        raise _refused(document, path, "nothing-to-compare", detail, _HINT)
    return told


_HINT = "give what `pmo-path report --json` or `pmo-path advise --json` wrote, best in full"


def _kind_words(kind: object) -> str:
    """Return a kind of JSON in words."""
    known = {
        "cohort": "the summary of a team",
        "catalogue": "a list of the catalogue",
        "changes": "a list of changes",
    }
    return known.get(str(kind), f"of the kind {str(kind)[:40]!r}")


def _check_version(document: Document, data: Mapping[str, Any], path: Path) -> None:
    version = data.get("schema_version", KNOWN_VERSION)
    if version == KNOWN_VERSION:
        return
    newer = str(version)[:20]
    detail = f"this is of schema version {newer!r}, and only {KNOWN_VERSION!r} is known here"
    hint = "read it with the program that wrote it, or a newer one"
    raise _refused(document, (*path, "schema_version"), "schema-version", detail, hint)


def _read(data: Mapping[str, Any], document: Document, path: Path) -> EarlierAdvice:
    """Return the members that are there. One of which a part was left out counts as left out."""
    members: dict[str, Any] = {}
    for name, kind in _TYPES.items():
        if name not in data:
            continue
        if _too_long(data[name]):
            detail = f"this has a list of more than {MOST_ITEMS} items"
            raise _refused(document, (*path, name), "too-large", detail, _HINT)
        raw = data[name] if name == "profile" else _cleaned(data[name])
        try:
            members[name] = msgspec.convert(raw, kind)
        except msgspec.ValidationError as error:
            if any(sign in str(error) for sign in _LEFT_OUT):
                continue
            what, _, where = str(error).partition(" - at `$")
            inner = tuple(
                int(part) if part.isdecimal() else part for part in re.findall(r"\w+", where)
            )
            detail = f"this is not what a report holds: {what[:1].lower()}{what[1:]}"
            at = (*path, name, *inner)
            raise _refused(document, at, "not-a-report", detail, _HINT) from None
    return EarlierAdvice(**members)


def _too_long(value: Any) -> bool:
    """Return whether a list in JSON data is longer than any of an advice."""
    if not isinstance(value, dict | list):
        return False
    if isinstance(value, list) and len(value) > MOST_ITEMS:
        return True
    return any(map(_too_long, value.values() if isinstance(value, dict) else value))


def _cleaned(value: Any) -> Any:
    """Return JSON data whose texts are safe to print: a file may hold what nobody wrote there."""
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return value


def _refused(
    document: Document, path: Path, code: str, detail: str, hint: str | None
) -> PmoPathError:
    problem: Problem = document.problem(path, code, detail, hint)
    return PmoPathError(f"{document.name} cannot be compared", (problem,), code=code)
