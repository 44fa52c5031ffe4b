"""The first page of a person's report: the whole message, which alone is the short form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from pmo_path.answers.level_map import map_of, obtainable_map
from pmo_path.contract.advice import Advice, Route, Step
from pmo_path.contract.changes import Changes
from pmo_path.contract.published import PageView
from pmo_path.contract.unknown import Unknown
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, long_date
from pmo_path.messages.phrases import exam_words, headline, step_phrase, step_phrases
from pmo_path.profile.facts import BY_KEY
from pmo_path.reports.blocks import (
    Block,
    Contents,
    Fields,
    Heading,
    Line,
    Paragraph,
    Picture,
    Table,
    bullets,
    paragraph,
    plain_lines,
)
from pmo_path.reports.cautions_shown import cautions_besides_steps, most_urgent
from pmo_path.reports.change_sections import urgent_notes
from pmo_path.reports.citations import Citations
from pmo_path.reports.essence import sharpest, whom_to_ask
from pmo_path.reports.open_question import open_question
from pmo_path.reports.page_room import lines_taken
from pmo_path.reports.sections import (
    detail_sources,
    doubt_warnings,
    level_words,
    route_cells,
    route_doubts,
    route_names,
    step_details,
    step_title,
    step_unknown,
    total_words,
)

MOST_LINES = 52  # of the page that leave room for the picture
MOST_SIDE_BY_SIDE = 3  # routes that are columns of a table; more of them are its rows
CODES = ("route", "offer", "entry", "training", "cost", "validity")


class Detail(Struct, frozen=True):
    """How much the page tells: reasons for a step, cautions that do no harm, the form of exams."""

    reasons: int
    cautions: int
    exams: bool


DETAILS = (Detail(3, 2, True), Detail(2, 1, True), Detail(2, 1, False), Detail(1, 0, False))


def fitting_detail(advice: Advice, changes: Changes | None = None) -> Detail:
    """Return the fullest detail with which the page has room for the picture, else the least."""
    for detail in DETAILS:
        page = PageOne(advice, Citations(silent=True), detail, changes)
        if lines_taken(page.blocks(True)) <= MOST_LINES:
            return detail
    return DETAILS[-1]


class PageOne(Struct, frozen=True):
    """The builder of the first page."""

    advice: Advice
    citations: Citations
    detail: Detail
    changes: Changes | None = None

    def blocks(self, alone: bool) -> Iterator[Block]:
        """Yield the page; unless it stands alone, with the table of contents."""
        yield from self.answer()
        first = self.advice.first_routes
        if len(first) == 1:
            yield from self.next_step(first[0])
        elif first:
            yield from self.side_by_side(first)
        yield from self.cannot_wait(alone)
        yield from self.outlook()
        if not alone:
            yield Contents(title=say("heading-contents"))
        yield Picture(title=say("map-caption"), view=obtainable_map(map_of(self.advice)))

    def answer(self) -> Iterator[Block]:
        """Yield the title, what is doubtful, the answer, and what it hangs on."""
        name = inert(str(self.advice.profile.get("name", "")))
        yield Heading(
            level=1, text=say("report-title-name", name=name) if name else say("report-title")
        )
        if careful := doubt_warnings(self.advice):
            yield paragraph(*careful, tone="careful")
        yield paragraph(headline(self.advice), tone="answer")
        if self.changes:
            yield paragraph(*urgent_notes(self.changes), self.changes.text)
        day = long_date(date.fromisoformat(self.advice.as_of))
        yield paragraph(say("advice-for", name="", day=day), *level_words(self.advice))
        if question := open_question(self.advice, step_phrases(self.advice), options=False):
            yield paragraph(question.text)
            if question.answers:
                yield bullets(plain_lines(question.answers))

    def next_step(self, route: Route) -> Iterator[Block]:
        """Yield why the first step of a route is advised, what it takes, and where to go."""
        step, *later = route.steps
        yield Heading(level=2, text=step_title(step))
        lines = [
            self.citations.line(reason.text, reason.sources)
            for reason in step.because[: self.detail.reasons]
        ]
        yield bullets([*lines, *plain_lines(gap.text for gap in step.gaps)])
        yield details(step, self.citations)
        if unknown := step_unknown(step):
            yield paragraph(unknown, tone="note")
        if later:
            names = ", ".join(map(step_phrase, later))
            yield Paragraph(
                lines=(Line(lead=say("label-then"), text=names), *plain_lines(total_words(route)))
            )

    def side_by_side(self, routes: Sequence[Route]) -> Iterator[Block]:
        """Yield the routes that share rank 1, each with what it takes, and how people choose."""
        yield Heading(level=2, text=say("heading-choice"))
        if len(routes) > MOST_SIDE_BY_SIDE:
            yield routes_table(self.advice, routes)
            return
        cells = [cells for route, (_, *cells) in route_cells(self.advice) if route in routes]
        rows = [
            (Line(lead=say(f"head-{code}")), *plain_lines(row))
            for code, row in zip(CODES[1:], zip(*cells, strict=True), strict=True)
        ]
        steps = [route.steps[0] for route in routes]
        strongest = [step.because[0] for step in steps]
        why = (self.citations.line(reason.text, reason.sources) for reason in strongest)
        exams = (
            say("cell-not-published") if isinstance(step.exam, Unknown) else exam_words(step.exam)
            for step in steps
        )
        rows.insert(0, (Line(lead=say("head-advised")), *why))
        if self.detail.exams:
            rows.append((Line(lead=say("head-exam")), *plain_lines(exams)))
        rows.append((Line(lead=say("label-pages")), *map(self.where, steps)))
        yield Table(
            caption=say("caption-choice"),
            heads=(say("heading-takes"), *map(route_names, routes)),
            rows=tuple(rows),
        )

    def where(self, step: Step) -> Line:
        """Return the page of a step, or whom to ask."""
        if step.pages:
            return page_line(step.pages[0], self.citations)
        return Line(text=whom_to_ask(self.advice, step))

    def cannot_wait(self, alone: bool) -> Iterator[Block]:
        """Yield the deadline and the most urgent cautions, and how many more there are."""
        told, left = most_urgent(cautions_besides_steps(self.advice), self.detail.cautions)
        lines = []
        if needed := self.advice.profile.get("needed_by"):
            day = long_date(date.fromisoformat(needed))
            lines.append(Line(text=say("deadline-needed", day=day)))
        lines += [self.citations.line(caution.text, caution.sources) for caution in told]
        if lines:
            yield Heading(level=2, text=say("heading-cannot-wait"))
            if left:
                code = "left-out" if alone else "cautions-further"
                lines.append(Line(text=say(code, counts=counted(len(left), "less urgent caution"))))
            yield bullets(lines)

    def outlook(self) -> Iterator[Block]:
        """Yield the other routes, and the answer that would sharpen the advice most."""
        lines = []
        if later := [route for route in self.advice.routes if route.rank > 1]:
            names = "; ".join(
                ", ".join((route_names(route), *route_doubts(route))) for route in later
            )
            lines.append(Line(lead=say("heading-alternatives"), text=f"{names}."))
        if missing := sharpest(self.advice):
            text = say("sharpest-why", noun=BY_KEY[missing.fact].noun, why=missing.why)
            lines.append(Line(lead=say("label-sharpest"), text=text))
        if lines:
            yield Paragraph(lines=tuple(lines))


def details(step: Step, citations: Citations) -> Fields:
    """Return what a step takes, and where to go for it."""
    lines = [
        citations.line(words, detail_sources(step, label), label)
        for label, words in step_details(step)
    ]
    pages = (page_line(page, citations, say("label-pages")) for page in step.pages)
    return Fields(lines=(*lines, *pages))


def page_line(page: PageView, citations: Citations, lead: str = "") -> Line:
    """Return a line that links to a page."""
    return Line(lead=lead, text=page.text, address=page.address, refs=citations.refs(page.sources))


def routes_table(advice: Advice, routes: Sequence[Route]) -> Table:
    """Return some routes of an advice as the rows of a table."""
    return Table(
        caption=say("caption-routes"),
        heads=tuple(say(f"head-{code}") for code in CODES),
        rows=tuple(
            (Line(lead=route_names(route), text=place), *plain_lines(cells))
            for route, (place, *cells) in route_cells(advice, seen=False)
            if route in routes
        ),
    )
