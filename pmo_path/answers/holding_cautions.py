"""Cautions about what a person holds, and about words that the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pmo_path.contract.advice import Caution, Reason
from pmo_path.core.text import excerpt
from pmo_path.engine.award_validity import Holding, lapses_soon
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join, long_date
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
        if held.awarded_on and starts and held.awarded_on < starts:
            text = say(
                "awarded-too-early",
                name=case.day.short(held.certification),
                awarded=long_date(held.awarded_on),
            )
            yield Caution(rule="awarded-too-early", text=text, certification=held.certification)
    for award in case.not_yet:
        assert award.awarded_on  # `not_yet` holds only awards dated after the day
        known = award.certification if isinstance(award, Held) else None
        name = (
            case.day.short(award.certification) if isinstance(award, Held) else excerpt(award.name)
        )
        text = say(
            "not-yet-held",
            name=name,
            awarded=long_date(award.awarded_on),
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
    soon = bool(held.due and lapses_soon(held.due, case.day.date))
    if held.state in ("lapsed", "lapsing"):
        values["renewal"] = say(f"{held.state}-{'suite' if rule.suite else 'none'}", ask=ask)
    if soon and rule.suite:
        values["renewal"] += f" {say('lapsing-cpd', ask=ask)}"
    if held.awarded_on and held.due:
        values |= {"awarded": long_date(held.awarded_on), "due": long_date(held.due)}
    if held.state == "unknown":
        code = "no-award-date"
    elif soon:
        code = "lapsing-soon"
    elif held.state == "valid":
        if held.renewed_by is None:
            return
        code, values["other"] = "renewed-by", case.day.short(held.renewed_by)
    yield Caution(
        rule="lapsing" if code == "lapsing-soon" else code,
        text=say(code, **values),
        sources=sources_of(rule),
        certification=held.certification,
    )


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
