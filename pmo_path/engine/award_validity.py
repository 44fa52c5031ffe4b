"""The awards a person holds, and whether each is valid on a given day under the rule in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.memory import remembered
from pmo_path.core.scalars import When
from pmo_path.engine.due_days import AwardSpan, due_day, possible_dues
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Validity
from pmo_path.model.history import entry_in_force
from pmo_path.profile.profile import Held, OtherCertificate, Profile, award_when

State = Literal["valid", "lapsing", "lapsed", "unknown"]

A = TypeVar("A", Held, OtherCertificate)

WARN = timedelta(days=365)
# Our judgement: within this an exam can still be prepared for and booked. A day that is no further
# off, of a lapse or by which a step is needed, is told at once, in every answer.
SOON = timedelta(days=90)


class Holding(Struct, frozen=True):
    """One award on a given day, either declared in the profile or `proved_by` another award.

    `state` is "unknown" if no validity rule is in force or the date of award is not known; such
    an award counts as held. `rule` is the validity rule in force, `due` the last valid day, and
    `renewed_by` the certification whose later award extended it.

    Where only a month or a year of award is known, `state` is what every day of it gives: "valid"
    where on some of them the award is lapsing, and "unknown" where it has lapsed on some alone.
    `due` is None unless all of them give one; `due_within` are then the first and the last given.
    """

    certification: str
    state: State
    rule: Validity | None = None
    awarded_on: date | None = None
    due: date | None = None
    renewed_by: str | None = None
    proved_by: str | None = None
    awarded_within: When | None = None
    due_within: tuple[date, date] | None = None

    @property
    def awarded(self) -> date | When | None:
        """The date of award, as exactly as it is known."""
        return self.awarded_on or self.awarded_within

    @property
    def dues(self) -> tuple[date, date] | None:
        """The earliest and the latest last valid day, equal where it is known."""
        return (self.due, self.due) if self.due else self.due_within

    @property
    def counts(self) -> bool:
        """Whether the award need not be obtained or renewed now."""
        return self.state != "lapsed"


def awards_after(awards: tuple[A, ...] | None, day: date) -> tuple[A, ...]:
    """Return the awards dated after `day`, which are not yet held on it.

    An award of a month or a year that has begun counts as held: it is given as such.
    """
    if not awards:
        return ()
    return tuple(
        [
            award
            for award in awards
            if (award.awarded_on is not None and award.awarded_on > day)
            or (award.awarded_within is not None and award.awarded_within.first > day)
        ]
    )


def without_later_awards(profile: Profile, day: date) -> Profile:
    """Return the profile without awards dated after `day`."""
    held, other = awards_after(profile.holds, day), awards_after(profile.holds_other, day)
    if not (held or other):
        return profile
    return replace(
        profile,
        holds=profile.holds and tuple(award for award in profile.holds if award not in held),
        holds_other=profile.holds_other
        and tuple(certificate for certificate in profile.holds_other if certificate not in other),
    )


@remembered(1024, key=lambda catalogue, profile, day: (catalogue, profile.holds, day))
def holdings(catalogue: Catalogue, profile: Profile, day: date) -> Mapping[str, Holding]:
    """Return the state of every award on a day, by certification: first declared, then proved ones.

    If several awards prove the same certification, the proof that lasts longest is kept.
    """
    held = profile.holds or ()
    read = _holding_within if any(award.awarded_within for award in held) else _holding
    declared = {award.certification: read(catalogue, award, held, day) for award in held}
    proofs = [
        _proof(catalogue, certification, award, day)
        for award in declared.values()
        for certification in sorted(
            catalogue.implies.get(award.certification, frozenset()) - declared.keys()
        )
    ]
    # The last proof of a certification wins in the dict below.
    proofs.sort(key=lambda proof: (proof.counts, proof.dues[1] if proof.dues else date.max))
    return declared | {proof.certification: proof for proof in proofs}


@remembered(1024)
def lapsed(catalogue: Catalogue, held: tuple[Held, ...], day: date) -> frozenset[str]:
    """Return the certifications that were passed but are no longer valid on a day.

    A valid award also proves its prerequisites, even if their own awards have lapsed.
    """
    states = holdings(catalogue, Profile(holds=held), day)
    counting = [certification for certification, award in states.items() if award.counts]
    proving = frozenset(counting).union(
        *(catalogue.implies.get(certification, frozenset()) for certification in counting)
    )
    return frozenset(states) - proving


def proved_certifications(catalogue: Catalogue, held: tuple[Held, ...]) -> frozenset[str]:
    """Return the certifications that the awards prove passed: their own and the prerequisites."""
    passed = {award.certification for award in held}
    for award in held:
        passed |= catalogue.implies.get(award.certification, frozenset())
    return frozenset(passed)


def other_certificates(catalogue: Catalogue, profile: Profile) -> tuple[OtherCertificate, ...]:
    """Return the certificates outside the catalogue, adding the kind of listed ones if not said."""
    certificates = []
    for certificate in profile.holds_other or ():
        listed = catalogue.other_certificate(certificate.name)
        certificates.append(
            replace(certificate, kind=listed.kind)
            if listed and certificate.kind is None
            else certificate
        )
    return tuple(certificates)


def other_members(catalogue: Catalogue, profile: Profile) -> tuple[frozenset[str], bool]:
    """Return `holds_other` as conditions read it, and whether that set is complete.

    Members are kinds of certificate and the ids of listed ones. The set is incomplete if a kind is
    not known, or if any certificate is for project management: an owner may accept it under
    another name, which the catalogue does not record.
    """
    members: set[str] = set()
    complete = True
    for certificate in other_certificates(catalogue, profile):
        listed = catalogue.other_certificate(certificate.name)
        members.update(member for member in (certificate.kind, listed and listed.id) if member)
        complete = complete and certificate.kind == "other"
    return frozenset(members), complete


def _holding(catalogue: Catalogue, award: Held, held: tuple[Held, ...], day: date) -> Holding:
    """Return one award on a day; a later award in its suite, made before it lapsed, extends it."""
    rule = entry_in_force(catalogue.certifications[award.certification].validity, day)
    if rule is None:
        return Holding(award.certification, "unknown", awarded_on=award.awarded_on)
    if award.awarded_on is None:
        return Holding(award.certification, "unknown", rule)
    due, renewed_by = due_day(rule, award.awarded_on), None
    by_date = sorted(held, key=lambda other: (other.awarded_on or date.min, other.certification))
    for other in by_date:
        other_rule = entry_in_force(catalogue.certifications[other.certification].validity, day)
        if (
            other.awarded_on is None
            or other_rule is None
            or not rule.suite
            or other_rule.suite != rule.suite
        ):
            continue
        later_due = due_day(other_rule, other.awarded_on)
        if award.awarded_on < other.awarded_on <= due and later_due > due:
            due, renewed_by = later_due, other.certification
    state = _state(due, day)
    return Holding(award.certification, state, rule, award.awarded_on, due, renewed_by)


def _state(due: date, day: date) -> State:
    return "lapsed" if due < day else "lapsing" if due - day <= WARN else "valid"


def _holding_within(
    catalogue: Catalogue, award: Held, held: tuple[Held, ...], day: date
) -> Holding:
    """Return one award on a day, as `_holding` does on every day that all the awards may have."""
    rule = entry_in_force(catalogue.certifications[award.certification].validity, day)
    if rule is None or not (award.awarded_on or award.awarded_within):
        known = _holding(catalogue, award, (), day)
        return replace(known, awarded_within=award.awarded_within)
    own = _span(award, rule, day)
    suite = [
        _span(other, theirs, day)
        for other in held
        if other is not award
        and (other.awarded_on or other.awarded_within)
        and (theirs := entry_in_force(catalogue.certifications[other.certification].validity, day))
        and rule.suite
        and theirs.suite == rule.suite
    ]
    earliest, latest = possible_dues(own, suite)
    extending = [
        other
        for other in suite
        if other.last > own.first and other.dues(other.first, other.last)[1] >= earliest
    ]
    is_extended = own.dues(own.first, own.last)[1] < earliest and len(extending) == 1
    return Holding(
        award.certification,
        _common_state(_state(earliest, day), _state(latest, day)),
        rule,
        award.awarded_on,
        earliest if earliest == latest else None,
        extending[0].certification if is_extended else None,
        awarded_within=award.awarded_within,
        due_within=(earliest, latest) if earliest != latest else None,
    )


def _common_state(earliest: State, latest: State) -> State:
    if earliest == latest:
        return earliest
    return "unknown" if earliest == "lapsed" else "valid"


def _span(award: Held, rule: Validity, day: date) -> AwardSpan:
    """Return the days on which an award may have been given; what is held was by `day`."""
    within = award_when(award)
    assert within  # only an award with a date is a span
    first, last = within.first, within.last
    return AwardSpan(award.certification, rule, first, max(first, min(last, day)))


def _proof(catalogue: Catalogue, certification: str, award: Holding, day: date) -> Holding:
    """Return a certification as proved by an award: as valid within one suite, else unknown."""
    rule = entry_in_force(catalogue.certifications[certification].validity, day)
    if rule is None or award.rule is None or not rule.suite or rule.suite != award.rule.suite:
        return Holding(certification, "unknown", rule, proved_by=award.certification)
    return Holding(
        certification,
        award.state,
        rule,
        due=award.due,
        proved_by=award.certification,
        due_within=award.due_within,
    )


def lapses_soon(due: date, day: date) -> bool:
    """Whether an award that is valid on a day lapses so soon that renewing it goes first."""
    return timedelta() <= due - day <= SOON
