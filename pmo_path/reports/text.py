"""An advice as plain text: the answer first, then the reasons, then everything else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_path.contract.advice import Advice, Considered, Route, Step
from pmo_path.core.text import printable
from pmo_path.core.wrapping import bullet, heading, labelled, wrap
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import cheapest_change, gaps_that_bar, headline, step_phrases
from pmo_path.messages.source_phrases import source_legend, source_remarks
from pmo_path.reports.cautions_shown import cautions_besides_steps
from pmo_path.reports.groups import (
    Shared,
    alike_certifications,
    main_reason,
    missing_groups,
    more_reasons,
    shared_by,
    told_of_some,
)
from pmo_path.reports.open_question import open_question
from pmo_path.reports.sections import (
    catalogue_words,
    development_words,
    doubt_warnings,
    level_words,
    missing_nouns,
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
    shared = shared_by(first)
    if shared.because or shared.reasons:
        yield from heading(say("heading-shared"))
    for text in (*shared.because, *(reason.text for reason in shared.reasons)):
        yield from bullet(text, width)
    for number, route in enumerate(first, 1):
        alone = len(first) == 1
        yield from heading(
            say("heading-route")
            if alone
            else say("heading-one-route", number=number, count=len(first))
        )
        yield from _route(route, shared, width)


def _route(route: Route, shared: Shared, width: int) -> Iterator[str]:
    """Yield a route, without what is shared by others of its rank."""
    yield from wrap(route.title, width)
    for text in shared.own_because(route):
        yield from wrap(text, width)
    for number, step in enumerate(route.steps, 1):
        yield ""
        yield from _step(number, step, shared if number == 1 else Shared(), width)
    totals = list(total_words(route))
    yield from ("",) if totals else ()
    for text in totals:
        yield from wrap(text, width)


def _step(number: int, step: Step, shared: Shared, width: int) -> Iterator[str]:
    yield from wrap(f"{number}. {step_name(step)}", width, "", "   ")
    reasons = (reason.text for reason in shared.own_reasons(step))
    for text in (*reasons, *(gap.text for gap in step.gaps)):
        yield from bullet(text, width, 3)
    for label, words in step_details(step):
        yield from labelled(label, words, width)
    for page in step.pages:
        yield from labelled(say("label-pages"), page.text, width)
        yield f"     {page.address}"
    if unknown := step_unknown(step):
        yield from wrap(unknown, width, "   ", "     ")


def _cautions(advice: Advice, width: int) -> Iterator[str]:
    if shown := cautions_besides_steps(advice):
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
        above = route.because[-1:] if route.rank < advice.routes[-1].rank else ()
        yield from bullet(" ".join((f"{words}.", *above)), width)


def _others(advice: Advice, width: int) -> Iterator[str]:
    groups = alike_certifications(advice)
    if groups:
        yield from heading(say("heading-others") if advice.routes else say("heading-all"))
    for group in groups:
        rest = list(told_of_some(group, _besides))
        of_all = [text for names, text in rest if not names]
        names = join(considered.short for considered in group)
        yield from bullet(f"{names}: {' '.join((main_reason(group[0]), *of_all))}", width)
        for some, text in rest:
            if some:
                yield from bullet(f"{some}: {text}", width, 4)


def _besides(considered: Considered) -> Iterator[str]:
    """Yield what is said besides the main reason; of what lies outside our routes, advice alone."""
    if considered.is_outside:
        yield from () if considered.verdict == "unavailable" else more_reasons(considered)
        return
    yield from more_reasons(considered)
    yield from gaps_that_bar(considered)
    yield from cheapest_change(considered)


def _missing(advice: Advice, width: int, options: bool) -> Iterator[str]:
    if not advice.missing_facts:
        return
    yield from heading(say("heading-missing"))
    for facts, why in missing_groups(advice):
        yield from bullet(f"{missing_nouns(facts, options)}: {why}", width)


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
    shown = [source for source in advice.sources if source.id in cited and source.address]
    yield from heading(say("heading-sources"))
    if legend := source_legend(shown):
        yield from wrap(legend, width)
    for source in shown:
        yield from wrap(f"{source.title} ({source_remarks(source)})", width, "  - ", "    ")
        yield f"    {source.address}"
    yield from wrap(catalogue_words(advice), width)
