"""The ground on which a step is open: one code behind entry words, table cells and cautions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec.structs import replace

from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.inspect import certifications_read, without_judgements
from pmo_path.conditions.syntax import HOLDS, OTHER, Condition
from pmo_path.contract.advice import Ground
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.profile.profile import CERTIFICATE_KINDS

Leaning = Literal["on-word", "judged", "lapsed"]


Asked = tuple[Condition, Facts]


def _without_others(asked: Asked) -> Asked:
    """Drop certificates that count by kind alone, on the person's word.

    Keep those that a requirement names.
    """
    condition, facts = asked
    named = {
        fact: value - {*CERTIFICATE_KINDS}
        for fact, value in facts.at_least.items()
        if fact == OTHER
    }
    return condition, replace(facts, at_least={**facts.at_least, **named})


def _without_lapsed(asked: Asked) -> Asked:
    condition, facts = asked
    held = facts.members(HOLDS)
    return condition, facts if held is None else replace(
        facts, known={**facts.known, HOLDS: held - facts.lapsed}
    )


# Grounds on which the scheme owner could disagree that a requirement is met, each with a function
# that removes it. Where any of several would do alone, the first is reported.
_LEANINGS: tuple[tuple[Leaning, Callable[[Asked], Asked]], ...] = (
    ("on-word", _without_others),
    ("judged", lambda asked: (without_judgements(asked[0]), asked[1])),
    ("lapsed", _without_lapsed),
)


def leans_on(condition: Condition, facts: Facts) -> Leaning | None:
    """Return which weak ground a met condition depends on; None where it is met without any.

    The grounds: a certificate on the person's word, our judgement of experience, a lapsed award.
    `lapsed` where no single ground would do.
    """
    if evaluate(*_but_for((condition, facts))).truth:
        return None
    alone = (code for code, _ in _LEANINGS if evaluate(*_but_for((condition, facts), code)).truth)
    return next(alone, "lapsed")


def _but_for(asked: Asked, kept: Leaning | None = None) -> Asked:
    for code, without in _LEANINGS:
        asked = asked if code == kept else without(asked)
    return asked


def ground(case: Case, certification: str, earlier: tuple[str, ...] = ()) -> Ground:
    """Return the code of the ground on which a certification is open after the `earlier` steps."""
    if case.holds(certification):
        return "passed"
    if case.eligibility(certification, earlier).truth is not True:
        return "provider" if case.granting().eligibility(certification, earlier).truth else "open"
    entry = case.day.entry(certification)
    if entry is None or not (entry.required or entry.not_asked):
        return "none-known"
    if not entry.required:
        return "not-asked"
    if earlier and case.eligibility(certification).truth is not True:
        return "once"
    return leans_on(case.day.requirements(certification), case.after(earlier)) or "met"


def entry_words(case: Case, certification: str, earlier: tuple[str, ...] = ()) -> str:
    """Return the sentence that says whether a step is open, and on what ground."""
    code, ask = ground(case, certification, earlier), case.day.owner(certification).ask
    opening = [step for step in earlier if step in case.day.accepts[certification]] or earlier
    names = map(case.day.short, opening)
    if code == "on-word":
        return say("entry-on-word", names=join(on_word(case)), ask=ask)
    if code == "lapsed":
        names = map(case.day.short, lapsed_for(case, certification))
    return say(f"entry-{code}", names=join(names), ask=ask)


def on_word(case: Case) -> tuple[str, ...]:
    """Return the names, as given, of the certificates that count on the person's word."""
    return tuple(
        certificate.name
        for certificate in case.other_certificates
        if certificate.kind == "project-management"
    )


def lapsed_for(case: Case, certification: str) -> tuple[str, ...]:
    """Return the lapsed awards that the entry requirements of a certification name."""
    named = certifications_read(case.day.requirements(certification))
    return tuple(award for award in named if award in case.facts.lapsed)
