"""The part of a report on what else there is: routes side by side, and what is not advised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmo_path.contract.advice import Advice, Considered, Route
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.reports.blocks import Block, Heading, Item, Items, Line
from pmo_path.reports.citations import Citations
from pmo_path.reports.groups import alike_certifications, main_reason, more_reasons, told_of_some
from pmo_path.reports.page_one import routes_table
from pmo_path.reports.sections import gaps_and_change, route_doubts, route_names

MOST_NAMES = 4  # names in the lead of a group; a larger group has them below


def alternatives_part(advice: Advice, citations: Citations) -> Iterator[Block]:
    """Yield the routes side by side, why those below rank 1 rank lower, and why no others are
    advised.
    """
    later = [route for route in advice.routes if route.rank > 1]
    if advice.routes[1:]:
        yield Heading(level=2, text=say("heading-side-by-side"))
        yield routes_table(advice, advice.routes)
    if later:
        yield Heading(level=3, text=say("heading-reasons"))
        yield Items(items=tuple(_routes(advice, citations, later)))
    if alike := alike_certifications(advice):
        code = "heading-others" if advice.routes else "heading-all"
        yield Heading(level=2, text=say(code))
        yield Items(items=tuple(_group(citations, group) for group in alike))


def _routes(advice: Advice, citations: Citations, routes: Sequence[Route]) -> Iterator[Item]:
    """Yield the items of routes; why the last stands there is told of the one above it."""
    said = {text for route in advice.first_routes for text in route.because}
    for route in routes:
        last = route.rank == routes[-1].rank
        because = route.because[:-1] if last else route.because
        yield _route(citations, route, [text for text in because if text not in said])
        said |= set(because)


def _route(citations: Citations, route: Route, reasons: Sequence[str]) -> Item:
    doubt = "; ".join(route_doubts(route))
    because = " ".join((*((f"{doubt[:1].upper()}{doubt[1:]}.",) if doubt else ()), *reasons))
    under = []
    for step in route.steps:
        lead = step.short if len(route.steps) > 1 else ""
        under += [citations.line(reason.text, reason.sources, lead) for reason in step.because]
        under += [Line(lead=lead, text=gap.text) for gap in step.gaps]
    return Item(line=Line(lead=route_names(route), text=because), under=tuple(under))


def _group(citations: Citations, group: list[Considered]) -> Item:
    """Return the item of a group; the names of a large one are listed under it."""
    names = join(considered.short for considered in group)
    if len(group) <= MOST_NAMES:
        return _considered(citations, names, group)
    item = _considered(citations, say("many-others", count=len(group)), group)
    return Item(line=item.line, under=(Line(text=names), *item.under))


def _considered(citations: Citations, lead: str, group: list[Considered]) -> Item:
    """Return the item of certifications with the same main reason, with what else is said."""
    told = list(told_of_some(group, _besides))
    of_all = [sentence for names, sentence in told if not names]
    text = " ".join((main_reason(group[0]), *of_all))
    refs = citations.refs(
        source for considered in group for reason in considered.because for source in reason.sources
    )
    under = (Line(lead=names, text=sentence) for names, sentence in told if names)
    return Item(line=Line(lead=lead, text=text, refs=refs), under=tuple(under))


def _besides(considered: Considered) -> Iterator[str]:
    yield from more_reasons(considered)
    yield from gaps_and_change(considered)
