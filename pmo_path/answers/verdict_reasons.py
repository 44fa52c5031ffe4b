"""Why each certification got its verdict: reasons, gaps and the cheapest change."""

from __future__ import annotations

from pmo_path.answers.counterfactuals import smallest_change
from pmo_path.answers.held_awards import held_reason
from pmo_path.answers.level_words import level_name
from pmo_path.answers.route_steps import ELIGIBILITY, gaps, rule_reason, step_reasons
from pmo_path.contract.advice import Considered, Reason
from pmo_path.core.memory import remembered
from pmo_path.engine.decision import ADVISED, Decision
from pmo_path.engine.fit import excluded_by, suits_but_below_level
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import mark_words
from pmo_path.model.catalogue import OURS
from pmo_path.model.certifications import Certification
from pmo_path.model.on_day import Day
from pmo_path.model.statements import sources_of
from pmo_path.profile.meanings import LEVELS


def considered(decision: Decision) -> tuple[Considered, ...]:
    """Return the verdict on every certification, in the order of the catalogue."""
    return tuple(
        considered_certification(decision, certification)
        for certification in decision.case.day.catalogue.certifications.values()
    )


def considered_certification(decision: Decision, certification: Certification) -> Considered:
    """Return the verdict on one certification, with every reason and gap."""
    case, verdict = decision.case, decision.verdicts[certification.id]
    settled = verdict in ("held", "unavailable")
    successor = case.day.successor(certification.id)
    entry = case.day.entry(certification.id)
    outside = certification.kind == "neighbour" and not (entry and entry.required)
    eligibility = None if outside else case.eligibility(certification.id).truth
    return Considered(
        certification=certification.id,
        name=case.day.name(certification.id),
        short=case.day.short(certification.id),
        status=case.day.status[certification.id],  # type: ignore[arg-type]
        verdict=verdict,
        eligibility=ELIGIBILITY[eligibility],
        because=_reasons(decision, certification),
        gaps=() if settled else gaps(case, certification.id),
        superseded_by=(successor,) if successor else (),
        smallest_change=smallest_change(decision, certification.id),
    )


def _reasons(decision: Decision, certification: Certification) -> tuple[Reason, ...]:
    case, verdict = decision.case, decision.verdicts[certification.id]
    if verdict in ADVISED:
        plan = next(
            ranked.plan for ranked in decision.ranked if certification.id in ranked.plan.steps
        )
        why = step_reasons(case, plan, plan.steps.index(certification.id))
        if certification.id == plan.destination:
            return why
        return (
            Reason(rule="route", text=say("in-route", name=case.day.short(plan.destination))),
            *why,
        )
    if verdict == "held":
        return (held_reason(case, case.holdings[certification.id]),)
    if verdict == "unavailable":
        outside = (_outside(),) if certification.kind == "neighbour" else ()
        return (*outside, *unavailable(case.day, certification.id))
    reasons = [
        rule_reason(case, rule, certification.id) for rule in excluded_by(case, certification.id)
    ]
    held = case.holdings.get(certification.id)
    if held:
        reasons.append(held_reason(case, held))
    if verdict == "not_eligible":
        reasons.append(Reason(rule="not-eligible", text=say("not-eligible")))
    elif level := _level_reason(case, certification, verdict == "later"):
        reasons.append(level)
    return tuple(reasons)


@remembered(1)
def _outside() -> Reason:
    return Reason(rule="neighbour", text=say("neighbour"), sources=(OURS,))


@remembered(1024)
def unavailable(day: Day, certification: str) -> tuple[Reason, ...]:
    """Return why a certification is not on offer on the day, and what replaced it."""
    period, status = day.period(certification), day.status[certification]
    sources = sources_of(period) if period else ()
    if status == "announced":
        text = say("announced", day=long_date(day.date), plan=plan_words(day, certification))
    elif status == "not_launched":
        text = say("not_launched", day=long_date(day.date))
    elif status == "withdrawn" and period and period.from_:
        planned = say("withdrawn-as-planned") if period.planned else ""
        ground = planned + mark_words(period.mark)
        text = say("withdrawn", day=long_date(period.from_), ground=ground)
    elif status == "withdrawn":
        text = say("withdrawn-once")
    elif status == "suspended" and period:
        text = say("suspended", note=period.value)
    else:
        text = say("unknown-status", day=long_date(day.date))
    reasons = [Reason(rule=status, text=text, sources=sources)]
    if status == "withdrawn":
        successor = day.successor(certification)
        words = say("replaced", names=day.short(successor)) if successor else say("replaced-none")
        reasons.append(Reason(rule="replaced", text=words, sources=sources))
    return tuple(reasons)


def plan_words(day: Day, certification: str) -> str:
    """Return for when the start of a certification is planned; empty where no day is known."""
    history = day.catalogue.certifications[certification].status
    starts = (period.from_ for period in history if period.from_ and period.from_ > day.date)
    start = next(starts, None)
    return say("planned-for", day=long_date(start)) if start else ""


def _level_reason(case: Case, certification: Certification, later: bool) -> Reason | None:
    if certification.kind == "neighbour":
        return _outside()
    made_for = certification.career_levels
    if case.leaves:
        return Reason(rule="leaves-pmo", text=say("leaves"), sources=(OURS,))
    if not made_for:
        ask = case.day.owner(certification.id).ask
        return Reason(rule="level", text=say("no-level-published", ask=ask))
    levels = join(
        (level_name(case.day.catalogue, placement.level) for placement in made_for), "and"
    )
    if later:
        return Reason(
            rule="level", text=say("later-level", levels=levels), sources=sources_of(*made_for)
        )
    if not case.destination and suits_but_below_level(case, certification):
        return Reason(
            rule="level", text=say("beneath-held", levels=levels), sources=sources_of(*made_for)
        )
    if not case.destination:
        return Reason(
            rule="level-unknown",
            text=say("level-unknown", levels=levels),
            sources=sources_of(*made_for),
        )
    if any(placement.level in case.destination for placement in made_for):
        return (
            Reason(rule="no-way", text=say("no-way"))
            if not excluded_by(case, certification.id)
            else None
        )
    wanted = join(
        (level_name(case.day.catalogue, level) for level in LEVELS if level in case.destination),
        "or",
    )
    return Reason(
        rule="level",
        text=say("other-level", levels=levels, level=wanted),
        sources=sources_of(*made_for),
    )
