"""What a person holds: every award with its state on the day, worded for display."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.advice import HoldingView, Reason
from pmo_path.engine.award_validity import Holding
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import long_date
from pmo_path.model.certifications import sources_of


def holdings_view(case: Case) -> tuple[HoldingView, ...]:
    """Return every award given or implied by one, then the certificates outside the catalogue."""
    return (*_awards(case), *_others(case))


def _awards(case: Case) -> Iterator[HoldingView]:
    for one in case.holdings.values():
        reason = held_reason(case, one)
        over = one.certification in case.facts.lapsed
        yield HoldingView(
            certification=one.certification,
            name=case.day.short(one.certification),
            kind=None,
            state="lapsed" if over else "valid" if one.state == "lapsed" else one.state,
            awarded_on=one.awarded_on.isoformat() if one.awarded_on else None,
            valid_until=one.due.isoformat() if one.due else None,
            proved_by=one.proved_by or _covered_by(case, one),
            text=reason.text,
            sources=reason.sources,
        )


def _others(case: Case) -> Iterator[HoldingView]:
    for one in case.others:
        yield HoldingView(
            certification=None,
            name=one.name,
            kind=one.kind,
            state="unknown",
            awarded_on=one.awarded_on.isoformat() if one.awarded_on else None,
            valid_until=None,
            proved_by=None,
            text=say(f"holding-{one.kind or 'not-said'}"),
            sources=(),
        )


def held_reason(case: Case, one: Holding) -> Reason:
    """Return the state of an award on the day, as the reason not to advise it or to renew it."""
    sources = sources_of(one.rule) if one.rule else ()
    due = long_date(one.due) if one.due else ""
    rule = "lapsed" if one.certification in case.facts.lapsed else "held"
    if one.proved_by:
        code = "held-proved" if not one.due else f"{rule}-proved"
        return Reason(
            rule=rule, text=say(code, other=case.day.short(one.proved_by), due=due), sources=sources
        )
    if other := _covered_by(case, one):
        return Reason(
            rule=rule,
            text=say("held-covered", other=case.day.short(other), due=due),
            sources=sources,
        )
    if rule == "lapsed":
        return Reason(rule=rule, text=say("lapsed-known", due=due), sources=sources)
    awarded = f", awarded on {long_date(one.awarded_on)}" if one.awarded_on else ""
    until = f", valid until {due}" if due else ""
    code = "held-undated" if one.rule and not one.awarded_on else "held"
    return Reason(rule=rule, text=say(code, until=awarded + until), sources=sources)


def _covered_by(case: Case, one: Holding) -> str | None:
    """Return the award still counting that implies a lapsed one, so that it counts too.

    None where none is needed.
    """
    if one.state != "lapsed" or one.certification in case.facts.lapsed:
        return None
    implies = case.day.catalogue.implies
    found = (
        name
        for name, other in case.holdings.items()
        if other.counts and one.certification in implies.get(name, ())
    )
    return next(found)
