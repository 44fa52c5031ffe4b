"""The recommendation report of one person as a document, the same for every format.

Ordered for the reader: the answer, the reasons, the alternatives, then room for the mentor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct, field

from pmo_path.answers.level_map import map_of
from pmo_path.contract.advice import Advice, Considered, Route, Step
from pmo_path.contract.report import Mentor
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import headline, step_phrase, step_phrases
from pmo_path.reports.blocks import (
    SOURCE,
    Block,
    Document,
    Fields,
    Heading,
    Item,
    Items,
    Line,
    Paragraph,
    Picture,
    Table,
    paragraph,
    plain_lines,
)
from pmo_path.reports.mentor_part import mentor_part
from pmo_path.reports.open_question import open_question
from pmo_path.reports.sections import (
    catalogue_words,
    detail_sources,
    development_words,
    doubt_warnings,
    gaps_and_change,
    given_facts,
    level_words,
    missing_noun,
    other_certifications,
    remaining_cautions,
    route_cells,
    route_doubts,
    route_names,
    step_details,
    step_title,
    step_unknown,
    total_words,
)

# Verdicts of certifications that are not advised, in the order of the report.
VERDICTS = ("later", "not_eligible", "unknown", "not_suitable", "unavailable")
NOBODY = Mentor()
MOST_NAMES = 4  # names in the lead of a group; a larger group has them below


def document(advice: Advice, mentor: Mentor = NOBODY) -> Document:
    """Return the report of an advice as a document, with the mentor's name and notes."""
    return tuple(_Report(advice, mentor).blocks())


class _Report(Struct):
    """Builder of a report; numbers the sources in the order in which they are first cited."""

    advice: Advice
    mentor: Mentor
    numbers: dict[str, int] = field(default_factory=dict)

    def blocks(self) -> Iterator[Block]:
        yield from self.answer()
        yield from self.who()
        yield from self.steps()
        yield from self.cautions()
        yield from self.picture()
        yield from self.holdings()
        yield from self.alternatives()
        yield from self.others()
        yield from self.missing()
        yield from self.development()
        yield from mentor_part(self.mentor, str(self.advice.profile.get("name", "")))
        yield from self.sources()

    def refs(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of sources, assigning the next one to each that has none."""
        return tuple(
            sorted({self.numbers.setdefault(source, len(self.numbers) + 1) for source in sources})
        )

    def cited(self, text: str, sources: Iterable[str], lead: str = "") -> Line:
        """Return a line with references to its sources."""
        return Line(lead=lead, text=text, refs=self.refs(sources))

    def answer(self) -> Iterator[Block]:
        name = inert(str(self.advice.profile.get("name", "")))
        yield Heading(
            level=1, text=say("report-title-name", name=name) if name else say("report-title")
        )
        if careful := doubt_warnings(self.advice):
            yield paragraph(*careful, tone="careful")
        yield paragraph(headline(self.advice), tone="answer")
        if level := level_words(self.advice):
            yield paragraph(*level)
        if question := open_question(self.advice, step_phrases(self.advice), options=False):
            yield paragraph(question.text)
            if question.answers:
                yield _list(plain_lines(question.answers))

    def who(self) -> Iterator[Block]:
        """Yield the person, the date, the mentor and every fact given; others are not listed."""
        yield Heading(level=2, text=say("heading-said"))
        given = [Line(lead=label, text=words) for label, words in given_facts(self.advice)]
        day = long_date(date.fromisoformat(self.advice.as_of))
        lines = [Line(lead=say("label-day"), text=day)]
        if self.mentor.name:
            lines.append(Line(lead=say("label-mentor"), text=self.mentor.name))
        named = 1 if "name" in self.advice.profile else 0
        yield Fields(lines=(*given[:named], *lines, *given[named:]))
        yield paragraph(say("said-rest") if given else say("said-nothing"), tone="note")

    def picture(self) -> Iterator[Block]:
        view = map_of(self.advice)
        yield Heading(level=2, text=say("heading-picture"))
        yield Picture(
            title=say("map-caption"),
            view=view,
            routes_title=say("picture-route" if len(view.routes) == 1 else "picture-routes"),
            routes=tuple(
                tuple(map(step_phrase, route.steps)) for route in self.advice.first_routes
            ),
        )

    def steps(self) -> Iterator[Block]:
        first = self.advice.first_routes
        for number, route in enumerate(first, 1):
            alone = len(first) == 1
            code = "heading-route" if alone else "heading-one-route"
            yield Heading(level=2, text=say(code, number=number, count=len(first)))
            yield Paragraph(lines=(Line(lead=route.title), *plain_lines(route.because)))
            for place, step in enumerate(route.steps, 1):
                yield from self.step(place, step)
            yield paragraph(*total_words(route))

    def step(self, place: int, step: Step) -> Iterator[Block]:
        yield Heading(level=3, text=say("heading-step", number=place, name=step_title(step)))
        yield self.reasons(step)
        lines = (
            self.cited(words, detail_sources(step, label), label)
            for label, words in step_details(step)
        )
        pages = (
            Line(
                lead=say("label-pages"),
                text=page.text,
                address=page.address,
                refs=self.refs(page.sources),
            )
            for page in step.pages
        )
        yield Fields(lines=(*lines, *pages))
        if unknown := step_unknown(step):
            yield paragraph(unknown, tone="note")

    def reasons(self, step: Step) -> Items:
        """Return why a step is on a route, and its unmet requirements."""
        because = [self.cited(reason.text, reason.sources) for reason in step.because]
        return _list([*because, *plain_lines(gap.text for gap in step.gaps)])

    def cautions(self) -> Iterator[Block]:
        if shown := remaining_cautions(self.advice):
            yield Heading(level=2, text=say("heading-cautions"))
            yield _list(self.cited(caution.text, caution.sources) for caution in shown)

    def holdings(self) -> Iterator[Block]:
        if held := self.advice.holdings:
            yield Heading(level=2, text=say("heading-holdings"))
            yield _list(self.cited(award.text, award.sources, inert(award.name)) for award in held)

    def alternatives(self) -> Iterator[Block]:
        """Yield the routes side by side, and why those below rank 1 rank lower."""
        later = [route for route in self.advice.routes if route.rank > 1]
        if not self.advice.routes[1:]:
            return
        yield Heading(level=2, text=say("heading-side-by-side"))
        codes = ("route", "offer", "entry", "training", "cost", "validity")
        yield Table(
            caption=say("caption-routes"),
            heads=tuple(say(f"head-{code}") for code in codes),
            rows=tuple(
                (Line(lead=route_names(route), text=place), *plain_lines(cells))
                for route, (place, *cells) in route_cells(self.advice)
            ),
        )
        if later:
            yield Heading(level=3, text=say("heading-reasons"))
            yield Items(items=tuple(self.alternative(route) for route in later))

    def alternative(self, route: Route) -> Item:
        doubt = "; ".join(route_doubts(route))
        because = " ".join(((f"{doubt[:1].upper()}{doubt[1:]}.",) if doubt else ()) + route.because)
        under = []
        for step in route.steps:
            lead = step.short if len(route.steps) > 1 else ""
            under += [self.cited(reason.text, reason.sources, lead) for reason in step.because]
            under += [Line(lead=lead, text=gap.text) for gap in step.gaps]
        return Item(line=Line(lead=route_names(route), text=because), under=tuple(under))

    def others(self) -> Iterator[Block]:
        """Yield why the others are not advised, grouping those with the same reasons."""
        alike: dict[tuple[str, ...], list[Considered]] = {}
        for considered in other_certifications(self.advice):
            alike.setdefault(tuple(reason.text for reason in considered.because), []).append(
                considered
            )
        if alike:
            yield Heading(
                level=2, text=say("heading-others") if self.advice.routes else say("heading-all")
            )
            groups = sorted(
                alike.values(), key=lambda group: (VERDICTS.index(group[0].verdict), len(group))
            )
            yield Items(items=tuple(self.group(group) for group in groups))

    def group(self, group: list[Considered]) -> Item:
        """Return the item of a group; the names of a large one are listed under it."""
        names = join(considered.short for considered in group)
        if len(group) <= MOST_NAMES:
            return self.considered(names, group)
        item = self.considered(say("many-others", count=len(group)), group)
        return Item(line=item.line, under=(Line(text=names), *item.under))

    def considered(self, lead: str, group: list[Considered]) -> Item:
        """Return the item of certifications with the same reasons, with their gaps and changes."""
        text = " ".join(reason.text for reason in group[0].because)
        refs = self.refs(
            source
            for considered in group
            for reason in considered.because
            for source in reason.sources
        )
        sharers: dict[str, list[str]] = {}
        for considered in group:
            for sentence in gaps_and_change(considered):
                sharers.setdefault(sentence, []).append(considered.short)
        under = (
            Line(text=sentence)
            if len(names) == len(group)
            else Line(lead=join(names), text=sentence)
            for sentence, names in sharers.items()
        )
        return Item(line=Line(lead=lead, text=text, refs=refs), under=tuple(under))

    def missing(self) -> Iterator[Block]:
        if self.advice.missing_facts:
            yield Heading(level=2, text=say("heading-missing"))
            yield _list(
                Line(lead=missing_noun(missing), text=missing.why)
                for missing in self.advice.missing_facts
            )

    def development(self) -> Iterator[Block]:
        if self.advice.development:
            yield Heading(level=2, text=say("heading-development"))
            items = ((item, *development_words(item)) for item in self.advice.development)
            yield _list(
                Line(lead=lead, text=text, address=item.address, refs=self.refs(item.sources))
                for item, lead, text in items
            )

    def sources(self) -> Iterator[Block]:
        known = {source.id: source for source in self.advice.sources}
        yield Heading(level=2, text=say("heading-sources"))
        about = [catalogue_words(self.advice), say("digest", digest=self.advice.catalogue.digest)]
        yield paragraph(*about, say("confidence-note"), tone="note")
        if self.numbers:
            yield Table(
                caption=say("caption-sources"),
                heads=tuple(
                    say(f"head-{code}")
                    for code in ("number", "source", "dated", "confidence", "checked")
                ),
                rows=tuple(
                    (
                        Line(lead=str(number)),
                        Line(text=known[source].title, address=known[source].address),
                        *plain_lines(
                            [
                                known[source].date,
                                ", ".join(known[source].confidence) or say("cell-no-confidence"),
                                known[source].verified_on,
                            ]
                        ),
                    )
                    for source, number in self.numbers.items()
                ),
                anchor=SOURCE,
            )


def _list(lines: Iterable[Line]) -> Items:
    return Items(items=tuple(Item(line=line) for line in lines))
