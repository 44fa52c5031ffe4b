"""The recommendation report of one person as a document, the same for every format.

Ordered for the reader: the first page is the whole message; then come the reasons in full, what
else there is, room for the mentor, and the sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from pmo_path.contract.advice import Advice, Step
from pmo_path.contract.changes import Changes
from pmo_path.contract.plan import CareerPlan
from pmo_path.contract.report import Mentor
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import long_date
from pmo_path.reports.alternatives_part import alternatives_part
from pmo_path.reports.blocks import (
    Block,
    Document,
    Fields,
    Heading,
    Line,
    Paragraph,
    addresses_in,
    bullets,
    paragraph,
    plain_lines,
    with_links,
)
from pmo_path.reports.cautions_shown import cautions_besides_steps, most_urgent
from pmo_path.reports.changes_part import changes_part
from pmo_path.reports.citations import Citations, source_list
from pmo_path.reports.given_facts import given_facts
from pmo_path.reports.groups import (
    Shared,
    missing_groups,
    shared_by,
)
from pmo_path.reports.mentor_part import free_text, mentor_part
from pmo_path.reports.page_one import Detail, PageOne, details, fitting_detail
from pmo_path.reports.plan_report import plan_chapter
from pmo_path.reports.sections import (
    catalogue_words,
    development_words,
    missing_nouns,
    step_title,
    step_unknown,
    total_words,
)

NOBODY = Mentor()


def document(
    advice: Advice,
    mentor: Mentor = NOBODY,
    brief: bool = False,
    changes: Changes | None = None,
    plan: CareerPlan | None = None,
) -> Document:
    """Return the report of an advice, with the mentor's name and notes; if `brief`, one page.

    With `changes`, it says what changed since an earlier report; with a `plan`, the way to a level.
    """
    citations = Citations(silent=brief)
    detail = fitting_detail(advice, changes)
    front = PageOne(advice, citations, detail, changes).blocks(brief)
    whole = _Report(advice, mentor, citations, detail, changes, plan)
    rest = _short_end(advice) if brief else whole.blocks()
    return with_links([*front, *rest], addresses(advice))


def addresses(advice: Advice) -> set[str]:
    """Return the addresses that the sentences of an advice name: whom to ask.

    Others in a text, as a person may have typed them, are not to be links.
    """
    return {address for known in advice.certifications for address in addresses_in(known.ask)}


def _short_end(advice: Advice) -> Iterator[Block]:
    """Yield what the short form rests on, in place of the sources."""
    yield Heading(level=2, text=say("heading-rests-brief"))
    yield paragraph(catalogue_words(advice), say("brief-rests"), tone="note")


class _Report(Struct, frozen=True):
    """Builder of what comes after the first page, which is `told` in some detail."""

    advice: Advice
    mentor: Mentor
    citations: Citations
    told: Detail
    changes: Changes | None
    plan: CareerPlan | None

    def blocks(self) -> Iterator[Block]:
        if self.changes:
            yield from changes_part(self.changes, self.citations)
        yield from self.who()
        yield from self.steps()
        yield from self.cautions()
        yield from self.holdings()
        if self.plan:
            yield from plan_chapter(self.plan)
        yield from alternatives_part(self.advice, self.citations)
        yield from self.missing()
        yield from self.development()
        yield from mentor_part(self.advice, self.mentor)
        yield from self.sources()

    def who(self) -> Iterator[Block]:
        """Yield the person's own words, and every fact given; others are not listed."""
        yield Heading(level=2, text=say("heading-said"), starts_page=not self.changes)
        if words := str(self.advice.profile.get("aspirations", "")):
            yield paragraph(say("own-words"))
            yield from free_text(words, tone="quote")
        given = [Line(lead=label, text=words) for label, words in given_facts(self.advice)]
        day = long_date(date.fromisoformat(self.advice.as_of))
        lines = [Line(lead=say("label-day"), text=day)]
        if self.mentor.name:
            lines.append(Line(lead=say("label-mentor"), text=self.mentor.name))
        named = 1 if "name" in self.advice.profile else 0
        yield Fields(lines=(*given[:named], *lines, *given[named:]))
        about = (catalogue_words(self.advice), say("digest", digest=self.advice.catalogue.digest))
        rest = say("said-rest") if given else say("said-nothing")
        yield paragraph(rest, " ".join(about), tone="note")

    def steps(self) -> Iterator[Block]:
        """Yield the routes of rank 1. The first page has what a single one takes at first."""
        first = self.advice.first_routes
        shared = shared_by(first)
        if shared.because or shared.reasons:
            yield Heading(level=2, text=say("heading-shared"))
            reasons = (
                self.citations.line(reason.text, reason.sources) for reason in shared.reasons
            )
            yield bullets([*plain_lines(shared.because), *reasons])
        for number, route in enumerate(first, 1):
            alone = len(first) == 1
            code = "heading-route" if alone else "heading-one-route"
            yield Heading(level=2, text=say(code, number=number, count=len(first)))
            own = plain_lines(shared.own_because(route))
            yield Paragraph(lines=(Line(lead=route.title), *own))
            for place, step in enumerate(route.steps, 1):
                if place == 1 and alone:
                    yield from self.more_reasons(step)
                else:
                    yield from self.step(place, step, shared if place == 1 else Shared())
            if not alone and (totals := tuple(total_words(route))):
                yield paragraph(*totals)

    def more_reasons(self, step: Step) -> Iterator[Block]:
        """Yield the reasons for a step that are not on the first page."""
        if more := step.because[self.told.reasons :]:
            yield bullets(self.citations.line(reason.text, reason.sources) for reason in more)

    def step(self, place: int, step: Step, shared: Shared) -> Iterator[Block]:
        """Yield a step, without the reasons shared by others of its rank."""
        yield Heading(level=3, text=say("heading-step", number=place, name=step_title(step)))
        own = shared.own_reasons(step)
        because = [self.citations.line(reason.text, reason.sources) for reason in own]
        if lines := [*because, *plain_lines(gap.text for gap in step.gaps)]:
            yield bullets(lines)
        yield details(step, self.citations)
        if unknown := step_unknown(step):
            yield paragraph(unknown, tone="note")

    def cautions(self) -> Iterator[Block]:
        """Yield the cautions that are not on the first page."""
        _, left = most_urgent(cautions_besides_steps(self.advice), self.told.cautions)
        if left:
            yield Heading(level=2, text=say("heading-more-cautions"))
            yield bullets(self.citations.line(caution.text, caution.sources) for caution in left)

    def holdings(self) -> Iterator[Block]:
        if held := self.advice.holdings:
            yield Heading(level=2, text=say("heading-holdings"))
            yield bullets(
                self.citations.line(award.text, award.sources, inert(award.name)) for award in held
            )

    def missing(self) -> Iterator[Block]:
        if self.advice.missing_facts:
            yield Heading(level=2, text=say("heading-missing"))
            yield bullets(
                Line(lead=missing_nouns(facts), text=why)
                for facts, why in missing_groups(self.advice)
            )

    def development(self) -> Iterator[Block]:
        if self.advice.development:
            yield Heading(level=2, text=say("heading-development"))
            items = ((item, *development_words(item)) for item in self.advice.development)
            yield bullets(
                Line(
                    lead=lead,
                    text=text,
                    address=item.address,
                    refs=self.citations.refs(item.sources),
                )
                for item, lead, text in items
            )

    def sources(self) -> Iterator[Block]:
        """Yield every source cited, with its day."""
        since = self.changes.sources if self.changes else ()
        known = {source.id: source for source in (*since, *self.advice.sources)}
        yield Heading(level=2, text=say("heading-sources"))
        yield from source_list(known[source] for source in self.citations.numbers)
