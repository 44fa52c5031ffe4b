"""Explain one certification, and what changes of facts would do that are only supposed.

The profile with the changes made is explained as any other, and the two explanations compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.answers.aims import aim
from pmo_path.answers.changes.changed_answers import changed_answers
from pmo_path.answers.citations import source_ids, source_view
from pmo_path.answers.explain import explain, requirement_views, routes_above
from pmo_path.answers.level_words import level_view
from pmo_path.answers.verdict_reasons import considered_certification
from pmo_path.contract.advice import Considered, Reason
from pmo_path.contract.explanation import Explanation, RequirementView
from pmo_path.contract.what_if import SupposedChange, SupposedRequirement, SupposedValue, WhatIf
from pmo_path.core.text import excerpt
from pmo_path.engine.decision import Decision, decide
from pmo_path.messages.catalog import say
from pmo_path.messages.fact_values import fact_label
from pmo_path.messages.grammar import join
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Certification
from pmo_path.model.on_day import Day, on_day
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import Profile
from pmo_path.profile.supposed import Supposed, with_supposed


class Side(Struct, frozen=True):
    """What a profile gives for a certification: the decision, and what is told of it.

    Where nothing is said of a person there is no verdict, as in an explanation.
    """

    decision: Decision
    subject: Certification
    verdict: Considered | None
    requirements: tuple[RequirementView, ...]
    reasons: tuple[Reason, ...]

    @property
    def name(self) -> str:
        """The name of the certification in a sentence."""
        return self.decision.case.day.short(self.subject.id)

    @property
    def values(self) -> Mapping[SupposedValue, Any]:
        """The values that are compared."""
        case, verdict = self.decision.case, self.verdict
        level, wanted = level_view(case.day.catalogue, case.profile, case.level), aim(case)
        ranks = (one.rank for one in self.decision.ranked if self.subject.id in one.plan.steps)
        return {
            "verdict": verdict and verdict.verdict,
            "eligibility": verdict and verdict.eligibility,
            "place": next(ranks, None),
            "next_steps": self.decision.next_steps,
            "career_level": (level.id, *level.other_readings) if level else (),
            "aim": wanted and wanted.id,
        }

    @property
    def compared(self) -> tuple[Any, ...]:
        """All that is compared: two sides of which it is equal are told alike."""
        met = tuple((view.requirement, view.eligibility) for view in self.requirements)
        return self.values, met, self.reasons


def side_of(day: Day, subject: Certification, profile: Profile) -> Side:
    """Return what a profile gives for a certification on a day."""
    decision = decide(day, profile)
    if not profile.says_something:
        return Side(decision, subject, None, (), ())
    verdict = considered_certification(decision, subject)
    return Side(
        decision,
        subject,
        verdict,
        tuple(requirement_views(decision, subject)),
        (*verdict.because, *(above.reason for above in routes_above(decision, subject.id))),
    )


def explain_supposed(
    catalogue: Catalogue,
    certification: str,
    profile: Profile,
    as_of: date,
    changes: Sequence[Supposed],
) -> Explanation:
    """Return the explanation for a profile, with what the changes would do to it if there are any.

    Raises BadValueError where the changes do not go with the profile.
    """
    told = explain(catalogue, certification, profile, as_of)
    if not changes:
        return told
    day, subject = on_day(catalogue, as_of), catalogue.certifications[certification]
    view = what_if(day, subject, profile, changes)
    sources = sorted({source.id for source in told.sources} | {*source_ids(view)})
    return replace(
        told, what_if=view, sources=tuple(source_view(catalogue, name) for name in sources)
    )


def what_if(
    day: Day, subject: Certification, profile: Profile, changes: Sequence[Supposed]
) -> WhatIf:
    """Return what changes would do, all made at once. Raises BadValueError as `with_supposed`."""

    def side(some: Sequence[Supposed]) -> Side:
        return side_of(day, subject, with_supposed(profile, some))

    supposed, now, then = with_supposed(profile, changes), side(()), side(changes)
    same = now.compared == then.compared
    alone: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    text = _answer(now, then, same)
    if len(changes) > 1 and not same:
        alone, needed, words = _that_matter(changes, lambda some: side(some).compared)
        text = f"{text} {words}"
    shorts = {name: day.short(name) for name in day.catalogue.certifications}
    return WhatIf(
        changes=tuple(change.text for change in changes),
        profile=supposed.plain(),
        same=same,
        text=text,
        verdict=then.verdict,
        answers=tuple(changed_answers(profile, supposed, (day.date, day.date), shorts)),
        values=tuple(_changed(now, then)),
        requirements=tuple(_requirements(now, then)),
        because=tuple(reason for reason in then.reasons if reason not in now.reasons),
        no_longer=tuple(reason for reason in now.reasons if reason not in then.reasons),
        alone=alone,
        needed=needed,
        notes=tuple(_notes(profile, changes, same)),
    )


def _answer(now: Side, then: Side, same: bool) -> str:
    before, after = (_words("verdict", side) for side in (now, then))
    if before != after:
        return say("what-if-changed", name=then.name, before=before, after=after)
    verdict = then.verdict
    why = " ".join(reason.text for reason in verdict.because) if verdict else say("no-person")
    code = "what-if-same" if same else "what-if-other"
    return say(code, name=then.name, after=after, why=why).strip()


def _changed(now: Side, then: Side) -> Iterator[SupposedChange]:
    for what, before in now.values.items():
        after = then.values[what]
        if before != after:
            yield SupposedChange(
                what=what,
                from_=before,
                to=after,
                text=say(
                    f"what-if-{what}",
                    name=then.name,
                    before=_words(what, now),
                    after=_words(what, then),
                ),
                because=tuple(_because(what, now, then)),
            )


def _words(what: SupposedValue, side: Side) -> str:
    """Return a value inside a sentence."""
    value, verdict = side.values[what], side.verdict
    if what == "next_steps":
        case = side.decision.case
        names = {step: case.day.short(step) for step in value}
        steps = (
            say("renew-step", name=name) if case.holds(step) else name
            for step, name in names.items()
        )
        return join(steps, "or") or say("value-none")
    if what == "place":
        return say("what-if-at", rank=value) if value else say("what-if-nowhere")
    if what == "career_level":
        return join(value, "or") or say("value-level-none")
    if what == "aim":
        return value or say("value-aim-none")
    if verdict is None:
        return say("what-if-nobody")
    if what == "eligibility":
        return say(f"value-{value}")
    return say("verdict-outside" if verdict.is_outside else f"value-verdict-{value}")


def _because(what: SupposedValue, now: Side, then: Side) -> Iterator[str]:
    """Yield why a value would be so; of verdict, entry and place the answer has the reasons."""
    case = then.decision.case
    if what == "career_level" and (
        level := level_view(case.day.catalogue, case.profile, case.level)
    ):
        yield from level.because
    elif what == "aim" and (wanted := aim(case)):
        yield from wanted.because
    elif what == "next_steps":
        before, after = (side.decision.next_steps for side in (now, then))
        for step in dict.fromkeys((*after, *before)):
            if (step in before) != (step in after) and step != then.subject.id:
                yield _why(step, then)


def _why(step: str, side: Side) -> str:
    """Return why a certification is the next step, or what stands above it."""
    day = side.decision.case.day
    view = considered_certification(side.decision, day.catalogue.certifications[step])
    reasons = tuple(routes_above(side.decision, step)) or view.because
    words = " ".join(reason.text for reason in reasons)
    return words if words.startswith(view.short) else f"{view.short}: {words}"


def _requirements(now: Side, then: Side) -> Iterator[SupposedRequirement]:
    """Yield every requirement that would change, and those that would stay unmet."""
    were = {view.requirement: view.eligibility for view in now.requirements}
    for view in then.requirements:
        before = were.get(view.requirement)
        if before == view.eligibility == "met":
            continue
        text = f"{view.text[:1].lower()}{view.text[1:]}"
        if before == view.eligibility:
            words = say("what-if-still", text=text)
        else:
            word = say(f"entry-is-{before}") if before else say("what-if-nobody")
            words = say("what-if-requirement", text=text, before=word)
            if view.settled_by:
                nouns = (BY_KEY[fact].noun for fact in view.settled_by[0])
                words = f"{words} {say('settled-by', facts=join(nouns))}"
        yield SupposedRequirement(
            requirement=view.requirement,
            from_=before,
            to=view.eligibility,
            text=words,
            sources=view.sources,
        )


def _notes(profile: Profile, changes: Sequence[Supposed], same: bool) -> Iterator[str]:
    """Yield which changes change nothing of what is said, and what is taken as it was not said."""
    for change in changes:
        row = BY_KEY[change.key]
        if with_supposed(profile, [change]) == profile:
            code = "what-if-idle-away" if change.sign == "-=" else "what-if-idle"
            yield say(code, change=_quoted(change))
        elif change.sign == "+=" and getattr(profile, change.key) is None:
            yield say("what-if-list", label=fact_label(row))
        elif same and row.read_by in ("words", "nobody"):
            yield say("what-if-words", label=fact_label(row))


def _that_matter(
    changes: Sequence[Supposed], outcome: Callable[[Sequence[Supposed]], Any]
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return the changes that do all of it alone, those without which it is not so, and both told.

    Tries each alone, and leaves out each in turn; not every choice of them.
    """
    wanted = outcome(changes)
    alone = [change for change in changes if outcome([change]) == wanted]
    needed = [
        change
        for change in changes
        if outcome([other for other in changes if other is not change]) != wanted
    ]
    if alone:
        code = "what-if-alone" if len(alone) == 1 else "what-if-each-alone"
    elif len(needed) == len(changes):
        code = "what-if-all-needed"
    elif needed:
        code = "what-if-needed" if outcome(needed) == wanted else "what-if-needed-some"
    else:
        code = "what-if-none-needed"
    told, needed_texts = (tuple(one.text for one in some) for some in (alone, needed))
    return told, needed_texts, say(code, changes=join(map(_quoted, alone or needed)))


def _quoted(change: Supposed) -> str:
    return f"“{excerpt(change.text)}”"
