"""An advice on one screen: the answer, the strongest reasons, and what to do next.

A terminal shows the end of what is printed, so the last lines give the essence once more.
`reports.text` has everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from pmo_path.answers.deadlines import lapsing_awards
from pmo_path.contract.advice import Advice, Considered, Route, Step
from pmo_path.core.text import printable
from pmo_path.core.wrapping import bullet, first_that_fits, heading, labelled, side_by_side, wrap
from pmo_path.engine.award_validity import lapses_soon
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join, long_date, on_words
from pmo_path.messages.phrases import cheapest_change, headline, step_phrases, why_no_route
from pmo_path.profile.facts import BY_KEY
from pmo_path.reports.cautions_shown import most_urgent, remaining_cautions
from pmo_path.reports.essence import sharpest, whom_to_ask
from pmo_path.reports.groups import main_reason, routed_groups, told_of_some
from pmo_path.reports.open_question import open_question
from pmo_path.reports.sections import (
    doubt_warnings,
    level_words,
    route_cells,
    route_doubts,
    route_names,
)

if TYPE_CHECKING:
    from pmo_path.contract.plan import CareerPlan

MOST_LINES = 40
LABELS = ("offer", "entry", "training", "cost", "validity")


class Detail(Struct, frozen=True):
    """How much is said: the number of reasons, of other cautions and of other routes, and, of a
    tie, where to go for each and the prices that were seen but are not current.
    """

    reasons: int
    cautions: int
    alternatives: int
    tied_pages: bool = True
    tied_prices: bool = True


DETAILS = (
    Detail(3, 2, 4),
    Detail(2, 2, 3),
    Detail(2, 1, 2),
    Detail(2, 1, 1),
    Detail(1, 1, 1),
    Detail(1, 0, 1),
    Detail(1, 0, 0),
    Detail(1, 0, 0, tied_pages=False),
    Detail(1, 0, 0, tied_pages=False, tied_prices=False),
)


def render(advice: Advice, width: int = 80, options: bool = True) -> str:
    """Return the advice in lines of at most `width` columns, without colour.

    At most MOST_LINES of them, unless what warns of harm needs more. With `options`, name the
    command-line options with which to tell or to see more.
    """
    forms = (
        [
            *_answer(advice, width),
            *_body(advice, detail, width, options),
            *_end(advice, detail, width, options),
        ]
        for detail in DETAILS
    )
    return "\n".join(first_that_fits(forms, MOST_LINES)) + "\n"


def plan(whole: CareerPlan, width: int = 80) -> str:
    """Return a plan on one screen, as `short_plan` does."""
    from pmo_path.reports.text_plan import short_plan  # lazy: an advice does not need it

    return short_plan(whole, width)


def _answer(advice: Advice, width: int) -> Iterator[str]:
    for text in doubt_warnings(advice):
        yield from wrap(text, width)
    yield from wrap(headline(advice), width)
    name = printable(str(advice.profile.get("name", "")))
    day = long_date(date.fromisoformat(advice.as_of))
    for_whom = say("advice-for", name=f"{name}, " if name else "", day=day)
    yield from wrap(" ".join((for_whom, *level_words(advice))), width)


def _body(advice: Advice, detail: Detail, width: int, options: bool) -> Iterator[str]:
    first = advice.first_routes
    if len(first) == 1:
        yield from _reasons(first[0], detail, width)
    if first:
        yield from _takes(advice, detail, width)
    else:
        yield from _why_nothing(advice, detail, width)
    if question := open_question(advice, step_phrases(advice), options):
        yield ""
        decided = "" if question.answers else say("tie-people-decide")
        yield from wrap(f"{question.text} {decided}", width)
        for text in question.answers:
            yield from bullet(text, width)
    yield from _cautions(advice, detail, width)
    yield from _alternatives(advice, detail, width)
    yield from _left_out(advice, detail, width)


def _reasons(route: Route, detail: Detail, width: int) -> Iterator[str]:
    """Yield why the first step is advised, what is not met of its entry, and what decided."""
    step = route.steps[0]
    yield from heading(say("heading-why"))
    reasons = [reason.text for reason in step.because[: detail.reasons]]
    for text in dict.fromkeys((*reasons, *(gap.text for gap in step.gaps), *route.because[-1:])):
        yield from bullet(text, width)


def _why_nothing(advice: Advice, detail: Detail, width: int) -> Iterator[str]:
    """Yield, where nothing fits, what is held, why other certifications do not fit, and what would
    change that; an answer for another cause says it itself.
    """
    answer = why_no_route(advice)
    if not answer or answer.rule != "nothing-fits":
        return
    held = [one.short for one in advice.considered if one.verdict == "held"]
    told = [say("why-held", names=join(held))] if held else []
    told += map(_why_not, routed_groups(advice)[: max(1, detail.alternatives)])
    if told:
        yield from heading(say("heading-why"))
    for text in told:
        yield from bullet(text, width)


def _why_not(group: list[Considered]) -> str:
    """Return why the certifications of a group are not advised, and what would change it."""
    changes = (
        f"{names}: {text}" if names else text
        for names, text in told_of_some(group, cheapest_change)
    )
    names = join(considered.short for considered in group)
    return " ".join((f"{names}: {main_reason(group[0])}", *changes))


def _takes(advice: Advice, detail: Detail, width: int) -> Iterator[str]:
    """Yield what each route of rank 1 takes, side by side where there are several."""
    first = [row for row in route_cells(advice, detail.tied_prices) if row[0].rank == 1]
    routes, cells = [route for route, _ in first], [row for _, row in first]
    rows = [
        [say(f"head-{label}"), *values]
        for label, *values in zip(LABELS, *(row[1:] for row in cells), strict=True)
        if label != "offer" or set(values) != {say("cell-offer-current")}
    ]
    yield from heading(say("heading-takes"))
    if len(routes) == 1:
        for label, cell in rows:
            yield from labelled(label, cell, width, 2)
        return
    names = ["", *map(route_names, routes)]
    reasons = [[say("head-advised"), *map(_advised, routes)]] if detail.reasons > 1 else []
    yield from side_by_side([names, *rows, *reasons], width)


def _advised(route: Route) -> str:
    """Return the strongest reason for the first step of a route."""
    return next((reason.text for reason in route.steps[0].because), "")


def _cautions(advice: Advice, detail: Detail, width: int) -> Iterator[str]:
    """Yield the harmful cautions and the most urgent others, and how many are left out."""
    shown, rest = most_urgent(remaining_cautions(advice), detail.cautions)
    if not shown:
        return
    yield from heading(say("heading-cautions"))
    for caution in shown:
        yield from bullet(caution.text, width)
    if rest:
        yield from bullet(say("more-cautions", count=counted(len(rest), "caution")), width)


def _alternatives(advice: Advice, detail: Detail, width: int) -> Iterator[str]:
    rest = _other_routes(advice)
    if not rest or not detail.alternatives:
        return
    yield from heading(say("heading-alternatives"))
    for route in rest[: detail.alternatives]:
        words = "; ".join((route_names(route), *route_doubts(route)))
        yield from bullet(f"{words}.", width)
    if names := [_doubtful_names(route) for route in rest[detail.alternatives :]]:
        yield from bullet(say("more-routes", names="; ".join(names)), width)


def _doubtful_names(route: Route) -> str:
    doubts = ", ".join(route_doubts(route, brief=True))
    return route_names(route) + (f" ({doubts})" if doubts else "")


def _left_out(advice: Advice, detail: Detail, width: int) -> Iterator[str]:
    """Yield how much of a kind stands in the full form where nothing of that kind stands here."""
    shown, cautions = most_urgent(remaining_cautions(advice), detail.cautions)
    counts = [] if shown or not cautions else [counted(len(cautions), "less urgent caution")]
    if (routes := _other_routes(advice)) and not detail.alternatives:
        counts.append(counted(len(routes), "other route"))
    if counts:
        yield from ("", *wrap(say("left-out", counts=join(counts)), width))


def _other_routes(advice: Advice) -> tuple[Route, ...]:
    return tuple(route for route in advice.routes if route.rank > 1)


def _end(advice: Advice, detail: Detail, width: int, options: bool) -> Iterator[str]:
    """Yield the essence once more: the step, deadlines, where to go, and how to see more."""
    yield from heading(say("heading-in-short"))
    for text in _essence(advice, detail, options):
        yield from wrap(text, width, "  ", "    ")


def _essence(advice: Advice, detail: Detail, options: bool) -> Iterator[str]:
    yield headline(advice)
    yield from _deadlines(advice)
    yield from _where_to_go(advice, detail)
    missing = sharpest(advice)
    if missing and len(advice.next_steps) < 2:  # of a tie it is said above
        row = BY_KEY[missing.fact]
        option = f" ({row.options[-1]})" if options else ""
        yield say("sharpest", noun=row.noun, option=option)
    if options:
        yield say("see-more")


def _where_to_go(advice: Advice, detail: Detail) -> Iterator[str]:
    steps = _first_steps(advice)
    if len(steps) > 1 and not detail.tied_pages:
        yield say("where-in-full")
        return
    for step in steps:
        where = [page.address for page in step.pages] or [whom_to_ask(advice, step)]
        yield say("where-to-go", name=step.short, where=join(where))


def _first_steps(advice: Advice) -> tuple[Step, ...]:
    """Return the next steps, each once."""
    steps = {route.steps[0].certification: route.steps[0] for route in advice.first_routes}
    return tuple(steps.values())


def _deadlines(advice: Advice) -> Iterator[str]:
    """Yield the day it is needed by, and the awards that lapse, the earliest first."""
    if needed := advice.profile.get("needed_by"):
        yield say("deadline-needed", day=long_date(date.fromisoformat(needed)))
    day = date.fromisoformat(advice.as_of)
    for award, dues in lapsing_awards(advice):
        soon = "-soon" if all(lapses_soon(due, day) for due in dues) else ""
        yield say(f"deadline-{award.state}{soon}", name=award.name, due=on_words(*dues))
