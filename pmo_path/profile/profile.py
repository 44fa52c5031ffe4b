"""The frozen Profile: what is known of one practitioner.

A fact that is not given is None: unknown, never a default. An empty list is an answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, Literal, TypeVar, get_args

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.scalars import Money, MoneyRange, Range, When
from pmo_path.profile.facts import FACTS

_A = TypeVar("_A", bound="Held | OtherCertificate")


class Held(Struct, frozen=True, cache_hash=True):
    """One award of one person; without a date it counts as held.

    `awarded_on` is the day of award. Where only its month or year is known, that is
    `awarded_within`, and `awarded_on` is None: it was awarded on some day of it.
    """

    certification: str
    awarded_on: date | None = None
    awarded_within: When | None = None

    def plain(self) -> str | dict[str, str]:
        """Return the JSON value: the id, or a mapping with the date of award as it is known."""
        if not (awarded := award_date(self)):
            return self.certification
        return {"certification": self.certification, "awarded_on": awarded}


CertificateKind = Literal["project-management", "other"]
CERTIFICATE_KINDS: tuple[CertificateKind, ...] = get_args(CertificateKind)


class OtherCertificate(Struct, frozen=True, cache_hash=True):
    """A certificate that is not in the catalogue, by the name given; `kind` is None if not said.

    Its date is as that of `Held`.
    """

    name: str
    kind: CertificateKind | None = None
    awarded_on: date | None = None
    awarded_within: When | None = None

    def plain(self) -> str | dict[str, str]:
        """Return the JSON value: the name, or a mapping if the name alone would be misread."""
        more = {"kind": self.kind, "awarded_on": award_date(self)}
        known = {key: value for key, value in more.items() if value}
        return (
            {"name": self.name, **known}
            if known or "@" in self.name or ":" in self.name
            else self.name
        )


Award = Held | OtherCertificate


def award_when(award: Award) -> When | None:
    """Return the day, month or year of an award, as it was given; None if none was."""
    return When(award.awarded_on.isoformat()) if award.awarded_on else award.awarded_within


def award_date(award: Award) -> str:
    """Return the date of an award as it was given: a day, month or year; empty if none was."""
    when = award_when(award)
    return when.text if when else ""


def with_award_date(award: _A, when: When | None) -> _A:
    """Return an award with another date; None is one that is not known."""
    if when is None:
        return replace(award, awarded_on=None, awarded_within=None)
    if when.first == when.last:
        return replace(award, awarded_on=when.first, awarded_within=None)
    return replace(award, awarded_on=None, awarded_within=when)


class OwnPrice(Struct, frozen=True):
    """What a person says that a certification costs them."""

    certification: str
    amount: MoneyRange

    def plain(self) -> str:
        """Return the JSON value, in the syntax in which it is read."""
        return f"{self.certification}={self.amount}"


# Facts that no part of an answer depends on: they are shown as they were given.
ONLY_SHOWN = tuple(row.key for row in FACTS if row.read_by == "nobody")


class Unmatched(Struct, frozen=True):
    """A word said for a fact that the catalogue does not know; it has no effect on the decision."""

    fact: str
    word: str

    def plain(self) -> str:
        """Return the JSON value."""
        return self.word


class Profile(Struct, frozen=True, kw_only=True, cache_hash=True):
    """What is known of one practitioner. None is "not said"; () is "none".

    `holds` and `holds_other` together are all that is held: if only `holds` was said, there are no
    other certificates. If `holds_complete` is "no", more may be held; answers take it that nothing
    else is, and say so. `unmatched` are words said for a fact that the catalogue does not know.
    """

    name: str | None = None
    id: str | int | None = None
    role: str | None = None
    experience_level: str | None = None
    pmo_types: tuple[str, ...] | None = None
    works_with: tuple[str, ...] | None = None
    country: str | None = None
    years_in_pmo: Range | None = None
    years_in_projects: Range | None = None
    holds: tuple[Held, ...] | None = None
    holds_complete: str | None = None
    holds_other: tuple[OtherCertificate, ...] | None = None
    goals: tuple[str, ...] | None = None
    target_level: str | None = None
    target_pmo_type: str | None = None
    education: str | None = None
    pmo_education_hours: Range | None = None
    reads: tuple[str, ...] | None = None
    budget: Money | None = None
    prices: tuple[OwnPrice, ...] | None = None
    hours_per_week: Range | None = None
    needed_by: date | None = None
    pmos_managed: Range | None = None
    people_led: Range | None = None
    experience_accepted: str | None = None
    aspirations: str | None = None
    unmatched: tuple[Unmatched, ...] | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything but what is only shown is known."""
        return any(
            getattr(self, fact) is not None
            for fact in self.__struct_fields__
            if fact not in ONLY_SHOWN
        )

    def plain(self) -> dict[str, Any]:
        """Return the facts as JSON data, leaving out those not said."""
        given = ((fact, getattr(self, fact)) for fact in self.__struct_fields__)
        shown = {fact: fact_to_json(value) for fact, value in given if value is not None}
        shown.pop("unmatched", None)
        if self.unmatched:
            facts = dict.fromkeys(entry.fact for entry in self.unmatched)
            shown["unmatched"] = {
                fact: [entry.word for entry in self.unmatched if entry.fact == fact]
                for fact in facts
            }
        return shown


def may_hold_more(profile: Profile) -> bool:
    """Whether something is said to be held, and that this may not be all."""
    return profile.holds is not None and profile.holds_complete == "no"


def fact_to_json(value: Any) -> Any:
    """Return one fact's value as JSON data."""
    if isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return [fact_to_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Range | Held | OtherCertificate | OwnPrice | Unmatched):
        return value.plain()
    return str(value)


def certificates_for(members: Iterable[str]) -> tuple[OtherCertificate, ...]:
    """Return a certificate for each member of `holds_other`, which is a kind or a listed id."""
    return tuple(
        OtherCertificate(member, next((kind for kind in CERTIFICATE_KINDS if kind == member), None))
        for member in members
    )


# --- merging facts into a profile -------------------------------------------------------


def with_unknown(base: Profile, facts: Collection[str]) -> Profile:
    """Return a profile of which some facts are not known."""
    values: dict[str, Any] = dict.fromkeys(facts)
    if "holds" in facts:
        values["holds_complete"] = None
    words = tuple(word for word in base.unmatched or () if word.fact not in facts)
    return replace(base, **values, unmatched=words or None)


def with_facts(base: Profile, said: Mapping[str, Any]) -> Profile:
    """Return a profile with some facts replaced by newly parsed ones, unmatched words set apart.

    If the base says `holds`, a new `holds` also replaces its other certificates, and is complete
    again. Awards given under the wrong one of `holds` and `holds_other` are moved.
    """
    values = {"holds_complete": None, **said} if "holds" in said else dict(said)
    if "holds" in values or "holds_other" in values:
        values |= _held(base, values.get("holds"), values.get("holds_other"))
    unmatched = [entry for entry in base.unmatched or () if entry.fact not in said]
    for fact, value in values.items():
        if isinstance(value, Unmatched):
            values[fact] = None
            unmatched.append(value)
        elif isinstance(value, tuple) and any(isinstance(item, Unmatched) for item in value):
            unmatched += [item for item in value if isinstance(item, Unmatched)]
            values[fact] = tuple(item for item in value if not isinstance(item, Unmatched)) or None
    return replace(base, **values, unmatched=tuple(dict.fromkeys(unmatched)) or None)


def _held(base: Profile, holds: Any, other: Any) -> dict[str, Any]:
    """Return `holds` and `holds_other` with every award under the right one of the two."""
    kept = base.holds_other if other is None and (holds is None or base.holds is None) else other
    awards = (*((base.holds or ()) if holds is None else holds), *(kept or ()))
    known = tuple(award for award in awards if isinstance(award, Held))
    others = tuple(award for award in awards if isinstance(award, OtherCertificate))
    said = base.holds is not None or holds is not None
    return {
        "holds": _latest(known) if said or known else None,
        "holds_other": _each_once(others) if others or kept is not None else None,
    }


def _latest(awards: Iterable[Held]) -> tuple[Held, ...]:
    """Return the latest award of each certification, sorted by id.

    Of a day and its month or year, which tell of one award, the day is kept: as text it is later.
    """
    latest: dict[str, Held] = {}
    for award in awards:
        known = latest.get(award.certification)
        if (
            known is None
            or not (date_before := award_date(known))
            or award_date(award) > date_before
        ):
            latest[award.certification] = award
    return tuple(latest[key] for key in sorted(latest))


def _each_once(certificates: Iterable[OtherCertificate]) -> tuple[OtherCertificate, ...]:
    """Return certificates sorted by name, merging the kinds and latest dates of equal names.

    Where two kinds of one were said, which of them it is is not known.
    """
    alike: dict[str, list[OtherCertificate]] = {}
    for certificate in certificates:
        alike.setdefault(certificate.name.casefold(), []).append(certificate)
    merged = []
    for _, group in sorted(alike.items()):
        kinds = {certificate.kind for certificate in group if certificate.kind}
        kind = kinds.pop() if len(kinds) == 1 else None
        merged.append(replace(max(group, key=award_date), name=group[0].name, kind=kind))
    return tuple(merged)
