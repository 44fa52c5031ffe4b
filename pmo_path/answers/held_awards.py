"""What a person holds: every award with its state on the day, worded for display."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pmo_path.answers.step_values import validity
from pmo_path.contract.advice import HoldingView, Reason
from pmo_path.contract.planning import DaySpan, RenewalView
from pmo_path.contract.unknown import Unknown
from pmo_path.core.memory import remembered
from pmo_path.engine.award_validity import Holding
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import award_words, day_or_span, on_words, until_words
from pmo_path.model.history import entry_in_force
from pmo_path.model.on_day import Day
from pmo_path.model.statements import sources_of
from pmo_path.profile.profile import award_date


def holdings_view(case: Case) -> tuple[HoldingView, ...]:
    """Return every award given or implied by one, then the certificates outside the catalogue."""
    return (*_awards(case), *_others(case))


def _awards(case: Case) -> Iterator[HoldingView]:
    for award in case.holdings.values():
        reason = held_reason(case, award)
        over = award.certification in case.facts.lapsed
        yield HoldingView(
            certification=award.certification,
            name=case.day.short(award.certification),
            kind=None,
            state="lapsed" if over else "valid" if award.state == "lapsed" else award.state,
            awarded_on=str(award.awarded) if award.awarded else None,
            valid_until=award.due.isoformat() if award.due else None,
            valid_until_between=_between(award),
            validity=validity(case.day, award.certification),
            proved_by=award.proved_by or _covered_by(case, award),
            renewal=_renewal(case, award.certification),
            text=reason.text,
            sources=reason.sources,
        )


def _between(award: Holding) -> DaySpan | None:
    if award.due_within is None:
        return None
    first, last = award.due_within
    return DaySpan(first=first.isoformat(), last=last.isoformat())


def _renewal(case: Case, certification: str) -> RenewalView | Unknown:
    """Return what renews an award; one of a suite that lapsed, nothing but itself."""
    known = kept_by(case.day, certification)
    if isinstance(known, RenewalView) and certification in case.facts.lapsed:
        return replace(known, by=(certification,), text=say("renewal-again"))
    return known


@remembered(1024)
def kept_by(day: Day, certification: str) -> RenewalView | Unknown:
    """Return what renews a valid award on the day: any of its suite that is on offer."""
    certifications = day.catalogue.certifications
    rule = entry_in_force(certifications[certification].validity, day.date)
    known = validity(day, certification)
    if isinstance(known, Unknown) or rule is None or rule.suite is None:
        return Unknown(ask=day.owner(certification).ask)
    suite = (
        name
        for name, other in certifications.items()
        if (theirs := entry_in_force(other.validity, day.date)) and theirs.suite == rule.suite
    )
    return RenewalView(
        by=tuple(name for name in suite if day.offered(name)),
        text=known.renewal,
        sources=known.sources,
    )


def _others(case: Case) -> Iterator[HoldingView]:
    for certificate in case.other_certificates:
        yield HoldingView(
            certification=None,
            name=certificate.name,
            kind=certificate.kind,
            state="unknown",
            awarded_on=award_date(certificate) or None,
            valid_until=None,
            valid_until_between=None,
            validity=None,
            proved_by=None,
            renewal=None,
            text=say(f"holding-{certificate.kind or 'not-said'}"),
            sources=(),
        )


def held_reason(case: Case, award: Holding) -> Reason:
    """Return the state of an award on the day, as the reason not to advise it or to renew it."""
    sources = sources_of(award.rule) if award.rule else ()
    due = on_words(*award.dues) if award.dues else ""
    rule = "lapsed" if award.certification in case.facts.lapsed else "held"
    if award.proved_by:
        return Reason(
            rule=rule,
            text=say(f"{rule}-proved", other=case.day.short(award.proved_by), due=due),
            sources=sources,
        )
    if other := _covered_by(case, award):
        return Reason(
            rule=rule,
            text=say("held-covered", other=case.day.short(other), due=due),
            sources=sources,
        )
    if rule == "lapsed":
        return Reason(rule=rule, text=say("lapsed-known", due=due), sources=sources)
    awarded = say("held-awarded", awarded=award_words(award.awarded)) if award.awarded else ""
    until = ""
    if award.dues:
        said = "held-until-open" if award.state == "unknown" else "held-until"
        until = say(said, until=until_words(*award.dues), between=day_or_span(*award.dues))
    code = "held-undated" if award.rule and not award.awarded else "held"
    return Reason(rule=rule, text=say(code, until=awarded + until), sources=sources)


def _covered_by(case: Case, award: Holding) -> str | None:
    """Return the award still counting that implies a lapsed one, so that it counts too.

    None where none is needed.
    """
    if award.state != "lapsed" or award.certification in case.facts.lapsed:
        return None
    implies = case.day.catalogue.implies
    covering = (
        name
        for name, other in case.holdings.items()
        if other.counts and award.certification in implies.get(name, ())
    )
    return next(covering)
