"""The cautions of an advice, most urgent first."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.answers.aims import aim_cautions
from pmo_path.answers.budget_and_time import limit_cautions
from pmo_path.answers.common_cautions import entry_not_published, one_voice, provider_decides
from pmo_path.answers.entry_grounds import ground, lapsed_for
from pmo_path.answers.holding_cautions import holding_cautions, unknown_word_cautions
from pmo_path.answers.level_words import level_cautions, office_cautions
from pmo_path.answers.verdict_reasons import plan_words
from pmo_path.contract.advice import Caution
from pmo_path.engine.decision import Decision
from pmo_path.engine.fit import level_distance
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import type_words
from pmo_path.model.catalogue import OURS, STALE
from pmo_path.model.certifications import Certification
from pmo_path.model.statements import Fact, sources_of

# Cautions whose neglect costs money, time or an award: they come first, and stand in every form.
HARMFUL = frozenset(
    "awarded-too-early budget-range holders-suspended holders-withdrawn holds-incomplete lapsed"
    " lapsed-prerequisite lapsing maybe-lapsed not-yet-held over-budget planned stale"
    " status-unknown too-late unconfirmed unknown-certificate unknown-value".split()
)


def cautions(decision: Decision) -> tuple[Caution, ...]:
    """Return every caution once, those whose neglect does harm first."""
    case = decision.case
    listed = [*level_cautions(case.day.catalogue, case.profile, case.level)]
    listed += office_cautions(case)
    listed += [*aim_cautions(case), *_emptiness(decision)]
    for step in advised_steps(decision):
        listed += _offer(case, step)
    for step in advised_steps(decision):
        listed += [*_entry(case, step), *_ground(case, step)]
        listed += _language(case, step)
    listed += _announced(decision)
    listed += _types(decision)
    listed += _rules(case)
    listed += holding_cautions(case)
    listed += unknown_word_cautions(case.day.catalogue, case.profile)
    listed += _relations(decision)
    listed += limit_cautions(decision)
    listed += _voice(decision)
    return tuple(sorted(dict.fromkeys(listed), key=lambda caution: caution.rule not in HARMFUL))


def _first_plans(decision: Decision) -> list[Plan]:
    return [ranked.plan for ranked in decision.ranked if ranked.rank == 1]


def advised_steps(decision: Decision) -> list[str]:
    """Return the steps of all routes of rank 1, each once."""
    return list(dict.fromkeys(step for plan in _first_plans(decision) for step in plan.steps))


def _emptiness(decision: Decision) -> Iterator[Caution]:
    case = decision.case
    if case.leaves:
        yield Caution(rule="leaves-pmo", text=say("leaves-pmo"), sources=(OURS,))
    elif not case.destination:
        yield Caution(rule="no-level", text=say("no-level"))
    elif not decision.ranked:
        yield Caution(rule="nothing-fits", text=say("nothing-fits", day=long_date(case.day.date)))


def _offer(case: Case, step: str) -> Iterator[Caution]:
    name, ask = case.day.short(step), case.day.owner(step).ask
    period = case.day.period(step)
    status = case.day.status[step]
    assert period  # a certification on offer has a status period
    sources = sources_of(period)
    if status in ("unconfirmed", "unknown"):
        code = "unconfirmed" if status == "unconfirmed" else "status-unknown"
        yield Caution(
            rule=code, text=say(code, name=name, ask=ask), sources=sources, certification=step
        )
    elif period.planned and period.from_:
        text = say("planned", name=name, day=long_date(period.from_), ask=ask)
        yield Caution(rule="planned", text=text, sources=sources, certification=step)


def _entry(case: Case, step: str) -> Iterator[Caution]:
    entry = case.day.entry(step)
    name, ask = case.day.short(step), case.day.owner(step).ask
    if entry is None:
        return
    for fact in entry.cautions:
        text = say("cannot-express", name=name, requirement=fact.value, ask=ask)
        yield Caution(
            rule="cannot-express", text=text, sources=sources_of(fact), certification=step
        )
    for before in entry.recommended_before:
        if not case.holds(before):
            text = say("builds-on", name=name, before=case.day.short(before), ask=ask)
            yield Caution(rule="builds-on", text=text, certification=step)
    yield from entry_not_published(case.day, step)


def _language(case: Case, step: str) -> Iterator[Caution]:
    """Tell who reads no English which exam languages are known, unless one surely suffices."""
    reads = case.profile.reads
    if reads is None or "en" in reads:
        return
    name, facts = case.day.short(step), case.day.catalogue.certifications[step].languages
    if any(set(fact.suffices) & set(reads) for fact in facts):
        return
    code = "languages" if facts else "languages-unknown"
    known = "; ".join(
        say("languages-low", languages=fact.value) if fact.confidence == "low" else fact.value
        for fact in facts
    )
    text = say(code, name=name, languages=known, ask=case.day.owner(step).ask)
    yield Caution(rule="languages", text=text, sources=sources_of(*facts), certification=step)


def _announced(decision: Decision) -> Iterator[Caution]:
    """Name announced certifications for the destination level: they may be worth waiting for."""
    case = decision.case
    for certification in case.day.catalogue.certifications.values():
        if (
            case.day.status[certification.id] == "announced"
            and level_distance(case, certification) == 0
        ):
            period = case.day.period(certification.id)
            text = say(
                "announced-here",
                name=certification.short,
                plan=plan_words(case.day, certification.id),
                ask=case.day.owner(certification.id).ask,
            )
            yield Caution(
                rule="announced",
                text=text,
                sources=sources_of(period) if period else (),
                certification=certification.id,
            )


def _ground(case: Case, step: str) -> Iterator[Caution]:
    """Warn where the advice of a step rests on facts of low confidence, or not checked for longer
    than `STALE`.
    """
    certification = case.day.catalogue.certifications[step]
    name, ask = case.day.short(step), case.day.owner(step).ask
    weak = [words for words, fact in _grounds(case, certification) if fact.confidence == "low"]
    if weak:
        text = say("low-confidence", name=name, statements=join(weak), ask=ask)
        yield Caution(rule="low-confidence", text=text, certification=step)
    checked = [case.day.catalogue.checked_on(fact) for _, fact in _grounds(case, certification)]
    if checked and case.day.date - min(checked) > STALE:
        days = {"day": long_date(min(checked)), "as_of": long_date(case.day.date)}
        text = say("stale", name=name, ask=ask, **days)
        yield Caution(rule="stale", text=text, certification=step)


def _grounds(case: Case, certification: Certification) -> Iterator[tuple[str, Fact]]:
    period = case.day.period(certification.id)
    assert period  # a certification on offer has a status period
    yield say("ground-offer"), period
    for level in certification.career_levels:
        if level.level in case.destination:
            yield say("ground-level"), level
    for kind in certification.pmo_types:
        if kind.type in (case.wanted_types or ()):
            yield say("ground-type", type=type_words(kind.type)), kind
    entry = case.day.entry(certification.id)
    for requirement in entry.required if entry else ():
        yield say("ground-entry", requirement=requirement.value), requirement


def _types(decision: Decision) -> Iterator[Caution]:
    case = decision.case
    for plan in _first_plans(decision):
        if plan.fit.placed is False:
            certification = case.day.catalogue.certifications[plan.destination]
            types = join((type_words(kind) for kind in case.wanted_types or ()), "or")
            any_office = any(kind.type == "any" for kind in certification.pmo_types)
            text = say(
                "any-office" if any_office else "not-placed",
                name=case.day.short(certification.id),
                types=types,
            )
            yield Caution(
                rule="not-placed", text=text, sources=(OURS,), certification=certification.id
            )


def _rules(case: Case) -> Iterator[Caution]:
    for rule in case.met.applied:
        if rule.caution:
            yield Caution(
                rule=rule.id,
                text=rule.because,
                sources=(rule.source or OURS, *rule.also),
            )


def _relations(decision: Decision) -> Iterator[Caution]:
    """Warn where what the person holds affects the value of a step.

    They hold its predecessor, a lapsed prerequisite or a valid certification for the same level, or
    have not said what they hold, so that an earlier step may be passed already. Experience that
    the training provider must accept comes here too.
    """
    case = decision.case
    destinations = [plan.destination for plan in _first_plans(decision) if not plan.renew]
    for step in advised_steps(decision):
        for held in case.awards:
            if case.day.successor(held) == step:
                text = say(
                    "predecessor",
                    old=case.day.short(held),
                    name=case.day.short(step),
                    ask=case.day.owner(step).ask,
                )
                yield Caution(rule="predecessor", text=text, certification=step)
    yield from _lapsed_prerequisites(decision)
    yield from _left_to_providers(decision)
    certifications = case.day.catalogue.certifications
    same = [
        award
        for award in case.awards
        if level_distance(case, certifications[award]) == 0
        and case.day.offered(award)
        and case.valid(award)
    ]
    if same and destinations:
        yield Caution(
            rule="same-level",
            text=say("same-level", held=join(map(case.day.short, same))),
            sources=(OURS,),
        )
    if case.profile.holds is None:
        for plan in _first_plans(decision):
            if len(plan.steps) == 1:
                continue
            names = join(map(case.day.short, plan.steps[:-1]), "or")
            yield Caution(rule="passed-not-needed", text=say("passed-not-needed", name=names))


def _left_to_providers(decision: Decision) -> Iterator[Caution]:
    """Warn where the training provider decides whether to accept practical experience for entry."""
    case = decision.case
    for plan in _first_plans(decision):
        for place, step in enumerate(plan.steps):
            if plan.renew or ground(case, step, plan.steps[:place]) != "provider":
                continue
            yield from provider_decides(case.day, step)


def _lapsed_prerequisites(decision: Decision) -> Iterator[Caution]:
    case = decision.case
    for plan in _first_plans(decision):
        for place, step in enumerate(plan.steps):
            if ground(case, step, plan.steps[:place]) == "lapsed":
                old = join((case.day.short(award) for award in lapsed_for(case, step)), "or")
                ask = case.day.owner(step).ask
                text = say("lapsed-prerequisite", old=old, name=case.day.short(step), ask=ask)
                yield Caution(rule="lapsed-prerequisite", text=text, certification=step)


def _voice(decision: Decision) -> Iterator[Caution]:
    sources = decision.case.day.catalogue.sources
    cited = {
        rule.source for plan in _first_plans(decision) for rule in plan.fit.rules if rule.source
    }
    yield from one_voice(source for source in cited if sources[source].voice)
