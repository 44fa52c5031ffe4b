"""Reports of the golden people and of made-up ones, and text that must stay letters in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import cast

import readers
from goldens import PEOPLE, profile_of
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.contract.advice import Advice, Caution
from pmo_path.contract.report import Mentor, Report
from pmo_path.core.scalars import parse_day
from pmo_path.messages.phrases import headline
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import Profile
from pmo_path.reports import report_renderer
from pmo_path.reports.blocks import Block, Fields, Items, Line, Paragraph, References, Table
from pmo_path.reports.person_report import NOBODY

TODAY = date(2026, 11, 22)
MENTOR = Mentor(
    name="Č. van der Berg",
    notes="The course in spring.\nTime for study: ask.\n\nNext talk: February.",
)
SHOWN = (
    "graduate-today",
    "analyst-holds-p3o",
    "head-of-enterprise-pmo-today",
    "analyst-today",
    "nobody",
)


@cache
def advised(person: str, catalogue: Catalogue) -> Advice:
    """Return the advice for a golden person, worked out once: nobody may change it."""
    return advise(catalogue, profile_of(person, catalogue), parse_day(PEOPLE[person]["on"]))


def written(advice: Advice, form: str, mentor: Mentor = NOBODY, brief: bool = False) -> str:
    return cast(str, report_renderer(form)(Report(advice=advice, mentor=mentor), brief))


def every_line(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield every line of the blocks of a document."""
    for block in blocks:
        match block:
            case Paragraph() | Fields() | References():
                yield from block.lines
            case Items():
                for item in block.items:
                    yield from (item.line, *item.under)
            case Table():
                yield from (cell for row in block.rows for cell in row)


def sentences(advice: Advice) -> Iterator[str]:
    """Yield every reason, gap and caution of an advice, and what else must never be left out.

    What is held or cannot be taken has reasons, but no gap that anyone could close.
    """
    last = advice.routes[-1].rank if advice.routes else 1
    for route in advice.routes:  # why the last stands there is told of the one above it
        yield from route.because[:-1] if route.rank == last > 1 else route.because
        for step in route.steps:
            yield from (reason.text for reason in step.because)
            yield from (gap.text for gap in step.gaps)
    for one in advice.considered:
        if one.verdict not in ("recommended", "alternative"):
            yield from (reason.text for reason in one.because)
        if one.verdict not in ("recommended", "alternative", "held", "unavailable"):
            yield from (gap.text for gap in one.gaps)
            yield from (change.text for change in one.smallest_change)
    yield advice.catalogue.age
    yield from (told_as(advice, one) for one in advice.cautions)
    yield from (one.why for one in advice.missing_facts)
    yield from (one.text for one in advice.development)


def told_as(advice: Advice, caution: Caution) -> str:
    """Return the sentence that tells a caution: its own, or one that says the same elsewhere."""
    if caution.rule in ("no-level", "nothing-fits"):
        return headline(advice)
    if caution.rule == "stale" and advice.catalogue.stale == "all":
        return advice.catalogue.age
    for step in (step for route in advice.first_routes for step in route.steps):
        if step.certification == caution.certification:
            if (caution.rule, step.ground) in SAID_BY_ENTRY:
                return step.entry
            if (caution.rule, step.action) == ("lapsed", "renew"):
                return step.because[0].text
    return caution.text


SAID_BY_ENTRY = {("entry-not-published", "none-known"), ("provider-decides", "provider")}
HOSTILE = (
    "<script>alert(1)</script>",
    "</title></style></main><img src=x onerror=alert(1)>",
    "]]><!--",
    "**bold** _it_ `code` ~~gone~~ [x](javascript:alert(1)) ![y](http://e.example/z.png)",
    "# title #",
    "===",
    "---",
    "- item",
    "> said",
    "1. one",
    "```mermaid",
    "~~~",
    "| a | b |",
    "<https://e.example>",
    "&lt;b&gt; &amp; &copy;",
    "$x^2$ \\(y\\) \\",
    "=cmd|' /C calc'!A0",
    "@import url(//e.example)",
    "#set page(width: 1cm) #panic()",
    "Čapek, Zoë, Иван, 你好, مريم",
    "€ 1,500; 50 %",
    "👩‍💻 and 🏳️‍🌈",
    "a\"b'c",
    "{0} {name} %s",
)


BIDI = ("\u202eevil", "a\u2066b\u2069c", "a\x00b\x1b[31mc", "one\u2028two", "x\u200by")
FIELDS = ("name", "role", "aspirations", "mentor", "notes")
SAID = ("name", "role", "aspirations")


def with_text(form: str, field: str, text: str) -> str:
    """Return a report with a text in one of the free fields."""
    person = {
        "name": "Kim",
        "role": "PMO analyst",
        "aspirations": "More.",
        **({field: text} if field in SAID else {}),
    }
    mentor = {"name": "Ann", "notes": "Well done."}
    mentor |= {"name": text} if field == "mentor" else {"notes": text} if field == "notes" else {}
    return written(advice_for(**person), form, Mentor(**mentor))


@cache
def advice_for(name: str, role: str, aspirations: str) -> Advice:
    person = Profile(name=name, role=role, aspirations=aspirations)
    return advise(shipped(), person, TODAY)


def markup(read: readers.Read) -> list[tuple[str, ...]]:
    """Return how a report is built, without pieces that only carry letters."""
    return [one for one in read.built if one[0] not in ("text", "text_special", "softbreak")]
