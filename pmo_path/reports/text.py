"""An advice as plain text: the answer first, then the reasons, then everything else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_path.contract.advice import Advice, Route, Step
from pmo_path.core.text import printable
from pmo_path.core.wrapping import bullet, heading, labelled, wrap
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import headline, step_phrases, why_not
from pmo_path.profile.facts import BY_KEY
from pmo_path.reports.open_question import open_question
from pmo_path.reports.sections import (
    catalogue_words,
    development_words,
    doubt_warnings,
    level_words,
    missing_noun,
    other_certifications,
    remaining_cautions,
    route_doubts,
    route_names,
    step_details,
    step_name,
    step_unknown,
    total_words,
)


def render(advice: Advice, width: int = 80, options: bool = True) -> str:
    """Return the advice as lines of at most `width` columns, without colour.

    With `options`, name the command-line option of a fact that is asked for.
    """
    lines = [
        *_answer(advice, width, options),
        *_routes(advice, width),
        *_cautions(advice, width),
        *_holdings(advice, width),
        *_alternatives(advice, width),
        *_others(advice, width),
        *_missing(advice, width, options),
        *_development(advice, width),
        *_sources(advice, width),
    ]
    return "\n".join(lines).strip("\n") + "\n"


def _answer(advice: Advice, width: int, options: bool) -> Iterator[str]:
    name = printable(str(advice.profile.get("name", "")))
    day = long_date(date.fromisoformat(advice.as_of))
    for text in doubt_warnings(advice):
        yield from wrap(text, width)
    yield from wrap(headline(advice), width)
    yield from wrap(say("advice-for", name=f"{name}, " if name else "", day=day), width)
    for text in level_words(advice):
        yield from wrap(text, width)
    if open_choice := open_question(advice, step_phrases(advice), options):
        if open_choice.answers:
            yield ""
        yield from wrap(open_choice.text, width)
        for text in open_choice.answers:
            yield from bullet(text, width)


def _routes(advice: Advice, width: int) -> Iterator[str]:
    first = advice.first_routes
    for number, route in enumerate(first, 1):
        alone = len(first) == 1
        yield from heading(
            say("heading-route")
            if alone
            else say("heading-one-route", number=number, count=len(first))
        )
        yield from _route(route, width)


def _route(route: Route, width: int) -> Iterator[str]:
    yield from wrap(route.title, width)
    for reason in route.because:
        yield from wrap(reason, width)
    for number, step in enumerate(route.steps, 1):
        yield ""
        yield from _step(number, step, width)
    yield ""
    for text in total_words(route):
        yield from wrap(text, width)


def _step(number: int, step: Step, width: int) -> Iterator[str]:
    yield from wrap(f"{number}. {step_name(step)}", width, "", "   ")
    for text in (*(reason.text for reason in step.because), *(gap.text for gap in step.gaps)):
        yield from bullet(text, width, 3)
    for label, words in step_details(step):
        yield from labelled(label, words, width)
    for page in step.pages:
        yield from labelled(say("label-pages"), page.text, width)
        yield f"     {page.address}"
    if unknown := step_unknown(step):
        yield from wrap(unknown, width, "   ", "     ")


def _cautions(advice: Advice, width: int) -> Iterator[str]:
    shown = [
        caution
        for caution in remaining_cautions(advice)
        if caution.rule not in ("no-level", "nothing-fits")
    ]
    if shown:
        yield from heading(say("heading-cautions"))
        for caution in shown:
            yield from bullet(caution.text, width)


def _holdings(advice: Advice, width: int) -> Iterator[str]:
    if advice.holdings:
        yield from heading(say("heading-holdings"))
    for award in advice.holdings:
        yield from bullet(f"{printable(award.name)}: {award.text}", width)


def _alternatives(advice: Advice, width: int) -> Iterator[str]:
    rest = [route for route in advice.routes if route.rank > 1]
    if rest:
        yield from heading(say("heading-alternatives"))
    for route in rest:
        words = "; ".join((route_names(route), *route_doubts(route)))
        yield from bullet(f"{words}. {' '.join(route.because[-1:])}", width)


def _others(advice: Advice, width: int) -> Iterator[str]:
    rest = other_certifications(advice)
    if not rest:
        return
    yield from heading(say("heading-others") if advice.routes else say("heading-all"))
    alike: dict[str, list[str]] = {"level-unknown": [], "leaves-pmo": [], "neighbour": []}
    for considered in rest:
        rule = considered.because[0].rule if considered.because else ""
        if rule in alike:
            alike[rule].append(considered.short)
        else:
            yield from bullet(f"{considered.short}: {why_not(considered)}", width)
    for rule, names in alike.items():
        if names:
            yield from bullet(f"{join(names)}: {say(f'group-{rule}')}", width)


def _missing(advice: Advice, width: int, options: bool) -> Iterator[str]:
    if not advice.missing_facts:
        return
    yield from heading(say("heading-missing"))
    for missing in advice.missing_facts:
        option = f" ({BY_KEY[missing.fact].options[-1]})" if options else ""
        yield from bullet(f"{missing_noun(missing)}{option}: {missing.why}", width)


def _development(advice: Advice, width: int) -> Iterator[str]:
    if advice.development:
        yield from heading(say("heading-development"))
    for item in advice.development:
        yield from bullet(". ".join(development_words(item)), width)
        if item.address:
            yield f"    {item.address}"


def _sources(advice: Advice, width: int) -> Iterator[str]:
    cited = {
        source
        for route in advice.first_routes
        for step in route.steps
        for reason in step.because
        for source in reason.sources
    }
    cited |= {source for caution in advice.cautions for source in caution.sources}
    yield from heading(say("heading-sources"))
    for source in advice.sources:
        if source.id in cited and source.address:
            yield from wrap(
                f"{source.title} ({source.date}; checked {source.verified_on})",
                width,
                "  - ",
                "    ",
            )
            yield f"    {source.address}"
    yield from wrap(catalogue_words(advice), width)
