"""The renewals that fall due on the way: of awards held, and of those that the plan brings.

Awards of one suite are renewed together, by any pass in it. A renewal stands on the last day of
validity, never later, and the next one is counted from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.answers.held_awards import kept_by
from pmo_path.answers.plans.sequence import ToTake
from pmo_path.answers.plans.takes import HORIZON_MONTHS, renewal_group, validity_rule
from pmo_path.answers.plans.timing import Timed
from pmo_path.contract.plan import PlannedRenewal
from pmo_path.contract.planning import RenewalView
from pmo_path.contract.unknown import Unknown
from pmo_path.engine.due_days import add_months, due_day
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, day_or_span, long_date
from pmo_path.model.certifications import Validity
from pmo_path.model.statements import sources_of

NEAR_MONTHS = 36
DAY = timedelta(days=1)


class _Award(Struct, frozen=True):
    """An award that lapses: when it is awarded, and its last valid day; None where not known.

    `between` are the days between which that of an award lies of which a month or year was said.
    """

    certification: str
    rule: Validity
    awarded_on: date | None
    due: date | None
    between: tuple[date, date] | None = None


def renewals(case: Case, steps: Sequence[Timed], start: date) -> tuple[PlannedRenewal, ...]:
    """Return the renewals over six years from the start, by their day; those without one last."""
    groups: dict[str, list[_Award]] = {}
    for award in (*_held(case, start), *_planned(case, steps)):
        groups.setdefault(renewal_group(case.day, award.certification), []).append(award)
    found = [due for awards in groups.values() for due in _of_group(case, awards, start)]
    return tuple(sorted(found, key=lambda due: due.due if isinstance(due.due, str) else "~"))


def without_rule(case: Case, steps: Sequence[Timed]) -> tuple[str, ...]:
    """Return the certifications of a plan of which it is not published how long they last."""
    return tuple(name for name, rule, _ in _taken(case, steps) if rule is None)


def _taken(
    case: Case, steps: Sequence[Timed]
) -> Iterator[tuple[str, Validity | None, date | Unknown]]:
    """Yield each certification that is taken, the rule on how long it lasts, and its first day."""
    for timed in steps:
        if isinstance(timed.step, ToTake):
            name = timed.step.certification
            yield name, validity_rule(case.day, name), timed.earliest


def _held(case: Case, start: date) -> Iterator[_Award]:
    """Yield the awards held that lapse: not those lapsed, nor those that others prove."""
    for name, award in case.awards.items():
        if award.rule and award.counts and (award.dues is None or award.dues[1] >= start):
            yield _Award(name, award.rule, award.awarded_on, award.due, award.due_within)


def _planned(case: Case, steps: Sequence[Timed]) -> Iterator[_Award]:
    for name, rule, earliest in _taken(case, steps):
        if rule:
            day = None if isinstance(earliest, Unknown) else earliest
            yield _Award(name, rule, day, due_day(rule, day) if day else None)


def _of_group(case: Case, awards: Sequence[_Award], start: date) -> Iterator[PlannedRenewal]:
    """Yield the renewals of awards that are renewed together.

    A later award extends the earlier ones if it comes before they lapse. One whose last day is not
    known has a renewal of its own unless another comes before that for certain.
    """
    dated = sorted(
        (award for award in awards if award.due), key=lambda award: award.awarded_on or date.min
    )
    horizon, due = add_months(start, HORIZON_MONTHS), date.min
    for place, award in enumerate(dated):
        due = max(due, award.due or due)
        until = [other.awarded_on - DAY for other in dated[place + 1 :] if other.awarded_on]
        while due <= min([horizon, *until]):
            yield _renewal(case, award, due, start)
            if due == date.max:  # the calendar has no later day
                break
            due = add_months(due, award.rule.months)
    spans = ((award.between[0], award) for award in awards if award.between)
    first, spanned = min(spans, key=lambda pair: pair[0], default=(date.max, awards[0]))
    if not dated or (dated[0].awarded_on or date.min) > first:
        yield _undated(case, spanned)


def _renewal(case: Case, award: _Award, due: date, start: date) -> PlannedRenewal:
    name = case.day.short(award.certification)
    near = due <= add_months(start, NEAR_MONTHS)
    text = say("plan-renewal", name=name, due=long_date(due))
    return replace(_undated(case, award), due=due.isoformat(), years=3 if near else 6, text=text)


def _undated(case: Case, award: _Award) -> PlannedRenewal:
    """Return the renewal of an award whose day is not known, or its month or year alone."""
    day, known = case.day, kept_by(case.day, award.certification)
    name, time = day.short(award.certification), counted(award.rule.months, "month")
    if award.between:
        unknown = Unknown(ask=say("plan-ask-award-date", name=name))
        text = say("plan-renewal-between", name=name, due=day_or_span(*award.between))
    else:
        unknown = Unknown(ask=say("plan-ask-award-day", name=name))
        text = say("plan-renewal-undated", name=name, time=time)
    return PlannedRenewal(
        certification=award.certification,
        short=name,
        due=unknown,
        years=unknown,
        by=known.by if isinstance(known, RenewalView) else known,
        cost=Unknown(ask=day.owner(award.certification).ask),
        text=text,
        sources=sources_of(award.rule),
    )
