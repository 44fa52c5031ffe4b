"""What a person holds, and whether it is still valid on a day, by the rule in force."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, TypeVar

from pmo_path.core.frozen import altered, dataclass
from pmo_path.core.scalars import days_in
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Validity
from pmo_path.model.history import in_force
from pmo_path.profile.profile import Held, OtherCertificate, Profile

State = Literal["valid", "lapsing", "lapsed", "unknown"]

A = TypeVar("A", Held, OtherCertificate)

WARN = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Holding:
    """One award on a day, said or `proved_by` another that is.

    `state` is unknown where no rule, or no date of award, tells; such an award counts as
    held. `rule` is the validity rule in force, `due` the last day on which it is valid.
    """

    certification: str
    state: State
    rule: Validity | None = None
    awarded_on: date | None = None
    due: date | None = None
    renewed_by: str | None = None
    proved_by: str | None = None

    @property
    def counts(self) -> bool:
        """Whether the award need not be obtained or renewed now."""
        return self.state != "lapsed"


def later(awards: tuple[A, ...] | None, day: date) -> tuple[A, ...]:
    """Return the awards of a later day: on this day they are not held."""
    return tuple(one for one in awards or () if one.awarded_on is not None and one.awarded_on > day)


def held_by(profile: Profile, day: date) -> Profile:
    """Return a profile without its awards of a later day."""
    held, other = later(profile.holds, day), later(profile.holds_other, day)
    if not (held or other):
        return profile
    return altered(
        profile,
        holds=profile.holds and tuple(one for one in profile.holds if one not in held),
        holds_other=profile.holds_other and tuple(one for one in profile.holds_other if one not in other),
    )


def holdings(catalogue: Catalogue, profile: Profile, day: date) -> dict[str, Holding]:
    """Return every award of a profile with its state on a day, by certification: those said, then those they prove."""
    held = profile.holds or ()
    said = {one.certification: _holding(catalogue, one, held, day) for one in held}
    proofs = [
        _proof(catalogue, one, award, day)
        for award in said.values()
        for one in sorted(catalogue.implies.get(award.certification, frozenset()) - said.keys())
    ]
    proofs.sort(key=lambda one: (one.counts, one.due or date.max))  # the one that lasts longest goes last, and stays
    return said | {one.certification: one for one in proofs}


@lru_cache(maxsize=4096)
def lapsed(catalogue: Catalogue, held: tuple[Held, ...], day: date) -> frozenset[str]:
    """Return what was passed and is not valid on a day; a valid award proves its prerequisites, lapsed ones too."""
    states = holdings(catalogue, Profile(holds=held), day)
    counting = [one for one, award in states.items() if award.counts]
    proving = frozenset(counting).union(*(catalogue.implies.get(one, frozenset()) for one in counting))
    return frozenset(states) - proving


def proved(catalogue: Catalogue, held: tuple[Held, ...]) -> frozenset[str]:
    """Return what the awards prove as passed: themselves and their prerequisites."""
    passed = {one.certification for one in held}
    for one in held:
        passed |= catalogue.implies.get(one.certification, frozenset())
    return frozenset(passed)


def others(catalogue: Catalogue, profile: Profile) -> tuple[OtherCertificate, ...]:
    """Return the certificates outside the catalogue, those whose kind was not said with the kind that is known."""
    found = []
    for one in profile.holds_other or ():
        listed = catalogue.other_certificate(one.name)
        found.append(altered(one, kind=listed.kind) if listed and one.kind is None else one)
    return tuple(found)


def other_members(catalogue: Catalogue, profile: Profile) -> tuple[frozenset[str], bool]:
    """Return what conditions see of the certificates outside the catalogue, and whether that is all of it.

    Kinds, and ids of those that are listed. It is not all where a kind was not said, nor where there is one for
    project management: which of those an owner accepts by another name is not known here.
    """
    members: set[str] = set()
    whole = True
    for one in others(catalogue, profile):
        listed = catalogue.other_certificate(one.name)
        members.update(each for each in (one.kind, listed and listed.id) if each)
        whole = whole and one.kind == "other"
    return frozenset(members), whole


def _holding(catalogue: Catalogue, award: Held, held: tuple[Held, ...], day: date) -> Holding:
    rule = in_force(catalogue.certifications[award.certification].validity, day)
    if rule is None:
        return Holding(award.certification, "unknown", awarded_on=award.awarded_on)
    if award.awarded_on is None:
        return Holding(award.certification, "unknown", rule)
    due, renewed_by = due_day(rule, award.awarded_on), None
    for other in sorted(held, key=lambda one: (one.awarded_on or date.min, one.certification)):
        other_rule = in_force(catalogue.certifications[other.certification].validity, day)
        if other.awarded_on is None or other_rule is None or not rule.suite or other_rule.suite != rule.suite:
            continue
        later = due_day(other_rule, other.awarded_on)
        if award.awarded_on < other.awarded_on <= due and later > due:
            due, renewed_by = later, other.certification
    state: State = "lapsed" if due < day else "lapsing" if due - day <= WARN else "valid"
    return Holding(award.certification, state, rule, award.awarded_on, due, renewed_by)


def _proof(catalogue: Catalogue, certification: str, award: Holding, day: date) -> Holding:
    """Return the state of what an award proves: in the same suite it lasts as long, else nobody knows since when."""
    rule = in_force(catalogue.certifications[certification].validity, day)
    if rule is None or award.rule is None or not rule.suite or rule.suite != award.rule.suite:
        return Holding(certification, "unknown", rule, proved_by=award.certification)
    return Holding(certification, award.state, rule, due=award.due, proved_by=award.certification)


def due_day(rule: Validity, awarded_on: date) -> date:
    """Return the last day on which an award of that day is valid under a rule."""
    if rule.early_until and rule.early_due and awarded_on < rule.early_until:
        return rule.early_due
    return add_months(awarded_on, rule.months)


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it has no such day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))
