"""Cautions about what a person holds, and about words that the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pmo_path.contract.advice import Caution, Reason
from pmo_path.core.scalars import When
from pmo_path.core.text import excerpt
from pmo_path.engine.award_validity import WARN, Holding, lapses_soon
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import (
    award_words,
    counted,
    day_or_span,
    join,
    long_date,
    on_words,
    until_words,
)
from pmo_path.messages.phrases import mark_words
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.history import applies
from pmo_path.model.on_day import Day
from pmo_path.model.statements import sources_of
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.meanings import KIND_SAYS
from pmo_path.profile.profile import Held, Profile, may_hold_more
from pmo_path.profile.vocabulary import MOST_CERTIFICATES


def holding_cautions(case: Case) -> Iterator[Caution]:
    """Yield cautions about what a person holds: impossible or future award dates, then validity.

    Before them, one about a list that may not be all.
    """
    if may_hold_more(case.profile):
        yield Caution(rule="holds-incomplete", text=say("holds-incomplete"))
    for held in case.awards.values():
        first = case.day.catalogue.certifications[held.certification].status[:2]
        starts = first[1].from_ if len(first) == 2 and first[0].status == "not_launched" else None
        latest = held.awarded.last if isinstance(held.awarded, When) else held.awarded
        if held.awarded and latest and starts and latest < starts:
            text = say(
                "awarded-too-early",
                name=case.day.short(held.certification),
                awarded=award_words(held.awarded),
            )
            yield Caution(rule="awarded-too-early", text=text, certification=held.certification)
    for award in case.not_yet:
        awarded = award.awarded_on or award.awarded_within
        assert awarded  # `not_yet` holds only awards dated after the day
        known = award.certification if isinstance(award, Held) else None
        name = (
            case.day.short(award.certification) if isinstance(award, Held) else excerpt(award.name)
        )
        text = say(
            "not-yet-held",
            name=name,
            awarded=award_words(awarded),
            day=long_date(case.day.date),
        )
        yield Caution(rule="not-yet-held", text=text, certification=known)
    for held in case.awards.values():
        yield from _holding(case, held)
        yield from holder_cautions(case.day, held.certification)


def holder_cautions(day: Day, certification: str) -> Iterator[Caution]:
    """Yield what an award is worth on the day, as cautions that every holder gets."""
    for reason in for_holders(day, certification):
        yield Caution(
            rule=reason.rule,
            text=reason.text,
            sources=reason.sources,
            certification=certification,
        )


def for_holders(day: Day, certification: str) -> Iterator[Reason]:
    """Yield what an award is worth on the day; the rule tells if it can no longer be taken."""
    status = day.status[certification]
    rule = f"holders-{status}" if status in ("withdrawn", "suspended") else "holders"
    for fact in day.catalogue.certifications[certification].holders:
        if applies(fact, day.date):
            text = say(
                "holders",
                name=day.short(certification),
                value=f"{fact.value}{mark_words(fact.mark)}",
                ask=day.owner(certification).ask,
            )
            yield Reason(rule=rule, text=text, sources=sources_of(fact))


def _holding(case: Case, held: Holding) -> Iterator[Caution]:
    name, rule = case.day.short(held.certification), held.rule
    if rule is None:
        return
    ask = case.day.owner(held.certification).ask
    code: str = held.state
    early = ""
    if rule.early_until and rule.early_due and held.due == rule.early_due:
        early = f" {say('early', until=long_date(rule.early_until))}"
    values = {"name": name, "early": early, "time": counted(rule.months, "month")}
    soon = bool(held.dues and all(lapses_soon(due, case.day.date) for due in held.dues))
    if held.state in ("lapsed", "lapsing"):
        by = long_date(held.due_within[0]) if held.due_within else "then"  # the day that is safe
        code_of = f"{held.state}-{'suite' if rule.suite else 'none'}"
        values["renewal"] = say(code_of, ask=ask, by=by)
    if soon and rule.suite:
        values["renewal"] += f" {say('lapsing-cpd', ask=ask)}"
    if held.awarded and held.dues:
        values |= {"awarded": award_words(held.awarded), "due": on_words(*held.dues)}
        values |= {"until": until_words(*held.dues), "between": day_or_span(*held.dues)}
        settled = "give-award-day" if held.awarded_within else "give-suite-days"
        values["settled"] = say(settled)
    if held.state == "unknown":
        code = "award-day-open" if held.dues else "no-award-date"
    elif soon:
        code = "lapsing-soon"
    elif held.state == "valid":
        if held.renewed_by:
            code, values["other"] = "renewed-by", case.day.short(held.renewed_by)
        elif held.due_within and held.due_within[0] - case.day.date <= WARN:
            code = "award-day-near"
        else:
            return
    yield Caution(
        rule=_CAUTION_OF.get(code, code),
        text=say(code, **values),
        sources=sources_of(rule),
        certification=held.certification,
    )


# The rule of a caution, where it is not the code of its text.
_CAUTION_OF = {
    "lapsing-soon": "lapsing",
    "award-day-open": "maybe-lapsed",
    "award-day-near": "no-award-date",
}


def unknown_word_cautions(catalogue: Catalogue, profile: Profile) -> Iterator[Caution]:
    """Yield a caution for every unknown word: close matches, and how the word is treated."""
    for certificate in profile.holds_other or ():
        name = certificate.name
        if catalogue.other_certificate(name) is None and name not in KIND_SAYS.values():
            mistaken = catalogue.mistaken_name(name)
            meant = (
                say("mistaken-name", value=mistaken.value, name=excerpt(name))
                if mistaken
                else say("unknown-certificate", name=excerpt(name))
                + _may_mean(close_names(catalogue, name))
            )
            kind = certificate.kind or "not-said"
            text = f"{meant} {say(f'unknown-certificate-{kind}')}"
            yield Caution(rule="unknown-certificate", text=text)
    for word in profile.unmatched or ():
        row = BY_KEY[word.fact]
        question = (
            catalogue.names.find("pmo-type-question", word.word)
            if row.names == "pmo-type"
            else None
        )
        meant = (
            f" {say('ask-role', question=question)}"
            if question
            else _may_mean(_close_words(catalogue, row, word.word))
        )
        unknown = say("unknown-value", word=excerpt(word.word), noun=row.noun)
        text = f"{unknown}{meant} {say('decides-nothing')}"
        yield Caution(rule="unknown-value", text=text)


def _close_words(catalogue: Catalogue, row: Row, word: str) -> Sequence[str]:
    """Return known words that are similar to one kept for a fact."""
    if row.kind == "prices":  # of which the name of the certification stands before the amount
        return close_names(catalogue, word.partition("=")[0])
    return catalogue.names.close(row.vocabulary, word)


def close_names(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """Return the names of known certificates that may be meant by an unknown one."""
    certifications, others = catalogue.certifications, catalogue.other_certificates
    return tuple(
        certifications[close].short if close in certifications else others[close].value
        for close in catalogue.names.close("certificate", name, MOST_CERTIFICATES)
    )


def _may_mean(close: Iterable[str]) -> str:
    names = join(close, "or")
    return f" {say('close-to', names=names)}" if names else ""
