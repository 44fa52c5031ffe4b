"""Plain text for people: the answer first, then why, then what else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_path.advice import (
    Advice,
    Decides,
    MissingFact,
    Route,
    Step,
    Unknown,
)
from pmo_path.facts import BY_KEY
from pmo_path.layout import bullet, heading, labelled, wrap
from pmo_path.phrases import answer_words, cost_words, days_words, exam_words, headline, shorts, why_not
from pmo_path.values import number_text, printable
from pmo_path.words import join, long_date, say


def render(advice: Advice, width: int = 80) -> str:
    """Return the advice as lines of at most `width` columns, without colour."""
    lines = [
        *_answer(advice, width),
        *_routes(advice, width),
        *_cautions(advice, width),
        *_alternatives(advice, width),
        *_others(advice, width),
        *_missing(advice, width),
        *_development(advice, width),
        *_sources(advice, width),
    ]
    return "\n".join(lines).strip("\n") + "\n"


# Cautions that say how the level was taken; they stand at the head.
LEVEL_RULES = ("level-assumed", "level-by-years", "level-by-pmos")


def _answer(advice: Advice, width: int) -> Iterator[str]:
    name = printable(str(advice.profile.get("name", "")))
    day = long_date(date.fromisoformat(advice.as_of))
    first = [route for route in advice.routes if route.rank == 1]
    called = shorts(advice)
    doubts = [
        one
        for one in advice.cautions
        if one.rule in ("unconfirmed", "status-unknown") and one.certification in advice.next_steps
    ]
    for doubt in doubts:
        yield from wrap(f"{say('careful')} {doubt.text}", width)
    yield from wrap(headline(advice), width)
    yield from wrap(say("advice-for", name=f"{name}, " if name else "", day=day), width)
    if advice.career_level:
        assumed = [one.text for one in advice.cautions if one.rule in LEVEL_RULES]
        for reason in assumed or advice.career_level.because:
            yield from wrap(reason, width)
    if len(advice.next_steps) > 1:
        yield from _decider(advice, called, width)
    elif not first:
        yield from _by_level(advice, called, width)


def _decider(advice: Advice, called: dict[str, str], width: int) -> Iterator[str]:
    """Say which answer would decide a tie."""
    tied = set(advice.next_steps)
    best: tuple[MissingFact, list[Decides]] | None = None
    for missing in advice.missing_facts:
        settling = [one for one in missing.decides if one.next_steps and set(one.next_steps) < tied]
        if missing.fact == "experience_level" and settling:
            best = missing, settling  # an ambiguous title is settled first
            break
        outcomes = len({one.next_steps for one in settling})
        if missing.fact != "holds" and outcomes > (len({one.next_steps for one in best[1]}) if best else 1):
            best = missing, settling
    if best:
        row = BY_KEY[best[0].fact]
        yield ""
        yield from wrap(say("tie-decided-by", noun=row.noun, option=row.options[-1]), width)
        for one in best[1]:
            names = join(called[step] for step in one.next_steps)
            yield from bullet(say("decides", answer=answer_words(row.key, one.answer), names=names), width)
        return
    yield from wrap(say("tie-open"), width)


def _by_level(advice: Advice, called: dict[str, str], width: int) -> Iterator[str]:
    """Where the level is not known, say what each level would lead to."""
    for missing in advice.missing_facts:
        if missing.fact == "experience_level":
            yield ""
            yield from wrap(say("by-level"), width)
            for one in (each for each in missing.decides if each.next_steps):
                names = join((called[step] for step in one.next_steps), "or")
                yield from bullet(say("decides", answer=answer_words(missing.fact, one.answer), names=names), width)


def _routes(advice: Advice, width: int) -> Iterator[str]:
    first = [route for route in advice.routes if route.rank == 1]
    for number, route in enumerate(first, 1):
        one = len(first) == 1
        yield from heading(say("heading-route") if one else say("heading-one-route", number=number, count=len(first)))
        yield from _route(route, width)


def _route(route: Route, width: int) -> Iterator[str]:
    yield from wrap(route.title, width)
    for reason in route.because:
        yield from wrap(reason, width)
    for number, step in enumerate(route.steps, 1):
        yield ""
        yield from _step(number, step, width)
    yield ""
    yield from _totals(route, width)


def _step(number: int, step: Step, width: int) -> Iterator[str]:
    name = step.short if step.name == step.short else f"{step.short}: {step.name}"
    yield from wrap(f"{number}. {say('renew-name', name=name) if step.action == 'renew' else name}", width, "", "   ")
    for reason in step.because:
        yield from bullet(reason.text, width, 3)
    for gap in step.gaps:
        yield from bullet(gap.text, width, 3)
    if step.action == "renew":
        yield from labelled("Training", say("renew-training"), width)
    yield from labelled("Entry", step.entry, width)
    unknown = []
    for label, value, words in details(step):
        if label == "Training" and step.action == "renew":
            continue
        if isinstance(value, Unknown):
            unknown.append((label.lower(), value.ask))
        else:
            yield from labelled(label, words, width)
    if unknown:
        what, ask = join(label for label, _ in unknown), unknown[0][1]
        yield from wrap(say("not-published", what=what, ask=ask), width, "   ", "     ")


def details(step: Step) -> Iterator[tuple[str, object, str]]:
    """Yield what a step takes: its label, its value, and the value in words (empty if unknown)."""
    yield (
        "Training",
        step.training_days,
        "" if isinstance(step.training_days, Unknown) else days_words(step.training_days),
    )
    yield "Cost", step.cost, "" if isinstance(step.cost, Unknown) else cost_words(step.cost)
    yield "Exam", step.exam, "" if isinstance(step.exam, Unknown) else exam_words(step.exam)
    yield "Validity", step.validity, "" if isinstance(step.validity, Unknown) else step.validity.renewal


def _totals(route: Route, width: int) -> Iterator[str]:
    days, cost = route.totals.training_days, route.totals.cost
    words = []
    if not isinstance(days, Unknown):
        low, high = number_text(days.low), number_text(days.high)
        words.append(f"{low} training days" if low == high else f"{low} to {high} training days")
    if not isinstance(cost, Unknown):
        words.append(f"{number_text(cost.low)} to {number_text(cost.high)} {cost.currency}")
    if words:
        whole = not any(item.startswith("training") for item in route.totals.unknown)
        yield from wrap(say("total" if whole else "total-at-least", what=join(words)), width)
    if route.totals.unknown:
        code = "total-unknown" if words else "total-none"
        yield from wrap(say(code, what=join(route.totals.unknown)), width)


def _cautions(advice: Advice, width: int) -> Iterator[str]:
    said = ("no-level", "nothing-fits", *LEVEL_RULES)
    shown = [one for one in advice.cautions if one.rule not in said and one.text != headline(advice)]
    if shown:
        yield from heading(say("heading-cautions"))
        for one in shown:
            yield from bullet(one.text, width)


def _alternatives(advice: Advice, width: int) -> Iterator[str]:
    others = [route for route in advice.routes if route.rank > 1]
    if others:
        yield from heading(say("heading-alternatives"))
    called = shorts(advice)
    for route in others:
        steps = ", then ".join(called[step.certification] for step in route.steps)
        doubts = [say(f"short-{step.status}") for step in route.steps if step.status in ("unconfirmed", "unknown")]
        doubts += [
            say(
                "short-open",
                facts=join(
                    dict.fromkeys(BY_KEY[fact].noun for gap in step.gaps for fact in gap.facts if fact in BY_KEY)
                ),
            )
            for step in route.steps
            if step.eligibility == "unknown"
        ]
        words = "; ".join(dict.fromkeys((steps, *doubts)))
        yield from bullet(f"{words}. {' '.join(route.because[-1:])}", width)


# Verdicts that stand above already need no line of their own.
_SHOWN_ABOVE = ("recommended", "alternative")


def _others(advice: Advice, width: int) -> Iterator[str]:
    rest = [one for one in advice.considered if one.verdict not in _SHOWN_ABOVE]
    if not rest:
        return
    yield from heading(say("heading-others") if advice.routes else say("heading-all"))
    alike: dict[str, list[str]] = {"level-unknown": [], "neighbour": []}
    for one in rest:
        rule = one.because[0].rule if one.because else ""
        if rule in alike:
            alike[rule].append(one.short)
        else:
            yield from bullet(f"{one.short}: {why_not(one)}", width)
    for rule, names in alike.items():
        if names:
            yield from bullet(f"{join(names)}: {say(f'group-{rule}')}", width)


def _missing(advice: Advice, width: int) -> Iterator[str]:
    if not advice.missing_facts:
        return
    yield from heading(say("heading-missing"))
    for missing in advice.missing_facts:
        yield from _missing_fact(missing, width)


def _missing_fact(missing: MissingFact, width: int) -> Iterator[str]:
    row = BY_KEY[missing.fact]
    yield from bullet(f"{row.noun[:1].upper()}{row.noun[1:]} ({row.options[-1]}): {missing.why}", width)


def _development(advice: Advice, width: int) -> Iterator[str]:
    if advice.development:
        yield from heading(say("heading-development"))
    for one in advice.development:
        doubt = f" ({say('mark-unconfirmed')})" if one.state == "unconfirmed" else ""
        yield from bullet(f"{say(f'area-{one.area}')}: {one.name}. {one.text}{doubt}.", width)
        if one.address:
            yield f"    {one.address}"


def _sources(advice: Advice, width: int) -> Iterator[str]:
    cited = {
        source
        for route in advice.routes
        if route.rank == 1
        for step in route.steps
        for reason in step.because
        for source in reason.sources
    }
    cited |= {source for one in advice.cautions for source in one.sources}
    yield from heading(say("heading-sources"))
    for one in advice.sources:
        if one.id in cited and one.address:
            yield from wrap(f"{one.title} ({one.date}; checked {one.verified_on})", width, "  - ", "    ")
            yield f"    {one.address}"
    verified = advice.catalogue.verified_on
    yield from wrap(
        say("catalogue", version=advice.catalogue.version, oldest=verified.oldest, newest=verified.newest), width
    )
