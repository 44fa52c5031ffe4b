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
    plain_lines,
)
from pmo_path.reports.sections import (
    catalogue_words,
    cautions,
    choice,
    detail_sources,
    development_words,
    doubts,
    gaps_and_change,
    given_facts,
    level_words,
    missing_noun,
    others,
    route_cells,
    route_doubts,
    route_names,
    step_details,
    step_title,
    step_unknown,
    total_words,
)

ROOM_FOR_ACTIONS = 4
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
        yield from self.room()
        yield from self.sources()

    def refs(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of sources, assigning the next one to each that has none."""
        return tuple(
            sorted({self.numbers.setdefault(one, len(self.numbers) + 1) for one in sources})
        )

    def answer(self) -> Iterator[Block]:
        name = inert(str(self.advice.profile.get("name", "")))
        yield Heading(
            level=1, text=say("report-title-name", name=name) if name else say("report-title")
        )
        if careful := doubts(self.advice):
            yield Paragraph(lines=plain_lines(careful), tone="careful")
        yield Paragraph(lines=plain_lines([headline(self.advice)]), tone="answer")
        if level := level_words(self.advice):
            yield Paragraph(lines=plain_lines(level))
        if one := choice(self.advice, step_phrases(self.advice), options=False):
            yield Paragraph(lines=plain_lines([one.text]))
            if one.answers:
                yield _list(plain_lines(one.answers))

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
        yield Paragraph(
            lines=plain_lines([say("said-rest") if given else say("said-nothing")]), tone="note"
        )

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
            one = len(first) == 1
            code = "heading-route" if one else "heading-one-route"
            yield Heading(level=2, text=say(code, number=number, count=len(first)))
            yield Paragraph(lines=(Line(lead=route.title), *plain_lines(route.because)))
            for place, step in enumerate(route.steps, 1):
                yield from self.step(place, step)
            yield Paragraph(lines=plain_lines(total_words(route)))

    def step(self, place: int, step: Step) -> Iterator[Block]:
        yield Heading(level=3, text=say("heading-step", number=place, name=step_title(step)))
        yield self.reasons(step)
        lines = [
            Line(lead=label, text=words, refs=self.refs(detail_sources(step, label)))
            for label, words in step_details(step)
        ]
        yield Fields(lines=tuple(lines))
        if unknown := step_unknown(step):
            yield Paragraph(lines=plain_lines([unknown]), tone="note")

    def reasons(self, step: Step) -> Items:
        """Return why a step is on a route, and its unmet requirements."""
        because = [Line(text=one.text, refs=self.refs(one.sources)) for one in step.because]
        return _list([*because, *plain_lines(gap.text for gap in step.gaps)])

    def cautions(self) -> Iterator[Block]:
        if shown := cautions(self.advice):
            yield Heading(level=2, text=say("heading-cautions"))
            yield _list(Line(text=one.text, refs=self.refs(one.sources)) for one in shown)

    def holdings(self) -> Iterator[Block]:
        if held := self.advice.holdings:
            yield Heading(level=2, text=say("heading-holdings"))
            yield _list(
                Line(lead=inert(one.name), text=one.text, refs=self.refs(one.sources))
                for one in held
            )

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
            under += [
                Line(lead=lead, text=one.text, refs=self.refs(one.sources)) for one in step.because
            ]
            under += [Line(lead=lead, text=gap.text) for gap in step.gaps]
        return Item(line=Line(lead=route_names(route), text=because), under=tuple(under))

    def others(self) -> Iterator[Block]:
        """Yield why the others are not advised, grouping those with the same reasons."""
        alike: dict[tuple[str, ...], list[Considered]] = {}
        for one in others(self.advice):
            alike.setdefault(tuple(reason.text for reason in one.because), []).append(one)
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
        names = join(one.short for one in group)
        if len(group) <= MOST_NAMES:
            return self.considered(names, group)
        item = self.considered(say("many-others", count=len(group)), group)
        return Item(line=item.line, under=(Line(text=names), *item.under))

    def considered(self, lead: str, group: list[Considered]) -> Item:
        """Return the item of certifications with the same reasons, with their gaps and changes."""
        text = " ".join(reason.text for reason in group[0].because)
        refs = self.refs(
            source for one in group for reason in one.because for source in reason.sources
        )
        said: dict[str, list[str]] = {}
        for one in group:
            for each in gaps_and_change(one):
                said.setdefault(each, []).append(one.short)
        under = (
            Line(text=each) if len(names) == len(group) else Line(lead=join(names), text=each)
            for each, names in said.items()
        )
        return Item(line=Line(lead=lead, text=text, refs=refs), under=tuple(under))

    def missing(self) -> Iterator[Block]:
        if self.advice.missing_facts:
            yield Heading(level=2, text=say("heading-missing"))
            yield _list(
                Line(lead=missing_noun(one), text=one.why) for one in self.advice.missing_facts
            )

    def development(self) -> Iterator[Block]:
        if self.advice.development:
            yield Heading(level=2, text=say("heading-development"))
            told = ((one, *development_words(one)) for one in self.advice.development)
            yield _list(
                Line(lead=lead, text=text, address=one.address, refs=self.refs(one.sources))
                for one, lead, text in told
            )

    def room(self) -> Iterator[Block]:
        """Yield the mentor's part: notes, and forms for agreed actions and sign-off."""
        yield Heading(level=2, text=say("heading-mentor"))
        for lines in _paragraphs(self.mentor.notes):
            yield Paragraph(lines=plain_lines(lines))
        blank = Line()
        heads = tuple(say(f"head-{code}") for code in ("action", "who", "by", "done"))
        empty = ((blank,) * len(heads),) * ROOM_FOR_ACTIONS
        yield Table(caption=say("caption-actions"), heads=heads, rows=empty, room=True)
        name = Line(text=str(self.advice.profile.get("name", "")))
        yield Table(
            caption=say("caption-sign"),
            heads=tuple(say(f"head-{code}") for code in ("party", "name", "signature", "date")),
            rows=(
                (Line(lead=say("party-person")), name, blank, blank),
                (Line(lead=say("party-mentor")), Line(text=self.mentor.name), blank, blank),
            ),
            room=True,
        )

    def sources(self) -> Iterator[Block]:
        known = {one.id: one for one in self.advice.sources}
        yield Heading(level=2, text=say("heading-sources"))
        said = [catalogue_words(self.advice), say("digest", digest=self.advice.catalogue.digest)]
        yield Paragraph(lines=plain_lines([*said, say("confidence-note")]), tone="note")
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
                        Line(text=known[one].title, address=known[one].address),
                        *plain_lines(
                            [
                                known[one].date,
                                ", ".join(known[one].confidence) or say("cell-no-confidence"),
                                known[one].verified_on,
                            ]
                        ),
                    )
                    for one, number in self.numbers.items()
                ),
                anchor=SOURCE,
            )


def _list(lines: Iterable[Line]) -> Items:
    return Items(items=tuple(Item(line=line) for line in lines))


def _paragraphs(text: str) -> Iterator[list[str]]:
    """Yield the paragraphs of free text, as lists of lines; empty lines separate them."""
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if inert(line):
            lines.append(line)
        elif lines:
            yield lines
            lines = []
