"""The mentor's part of a report: notes, the agreed actions to go by, and the sign-off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmo_path.answers.deadlines import lapsing_awards
from pmo_path.contract.advice import Advice, Route, Step, Total
from pmo_path.contract.published import TrainingDays
from pmo_path.contract.report import Mentor
from pmo_path.contract.unknown import Unknown
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import day_or_span, join, long_date
from pmo_path.messages.phrases import days_words, step_phrase
from pmo_path.reports.blocks import Block, Heading, Line, Paragraph, Table, Tone, paragraph
from pmo_path.reports.sections import route_names

BLANK_ACTIONS = 2  # rows to fill in by hand
ACTION_HEADS = ("action", "who", "by", "done")
SIGN_HEADS = ("party", "name", "signature", "date")


def mentor_part(advice: Advice, mentor: Mentor) -> Iterator[Block]:
    """Yield the mentor's notes, and the forms to complete by hand."""
    yield Heading(level=2, text=say("heading-mentor"))
    yield from free_text(mentor.notes)
    blank = Line()
    yield Table(
        caption=say("caption-actions"),
        heads=tuple(say(f"head-{code}") for code in ACTION_HEADS),
        rows=(
            *((Line(text=action), blank, Line(text=by), blank) for action, by in actions(advice)),
            *((blank,) * len(ACTION_HEADS),) * BLANK_ACTIONS,
        ),
        room=True,
    )
    person = inert(str(advice.profile.get("name", "")))
    yield Table(
        caption=say("caption-sign"),
        heads=tuple(say(f"head-{code}") for code in SIGN_HEADS),
        rows=(
            (Line(lead=say("party-person")), Line(text=person), blank, blank),
            (Line(lead=say("party-mentor")), Line(text=mentor.name), blank, blank),
        ),
        room=True,
    )


def actions(advice: Advice) -> Iterator[tuple[str, str]]:
    """Yield what the advice asks to be done, each with the day by which, if there is one.

    The steps of the route, or the choice between routes; before them the awards that lapse.
    """
    needed = advice.profile.get("needed_by", "")
    for award, dues in lapsing_awards(advice):
        if award.state == "lapsing":
            yield say("action-renew", name=award.name), day_or_span(*dues)
    first = advice.first_routes
    if len(first) > 1:
        yield say("action-choose", names=join(map(_route, first), "or")), _day(needed)
        return
    for route in first:
        for step in route.steps:
            yield _step(step), _day(needed) if step is route.steps[-1] else ""


def _route(route: Route) -> str:
    return f"{route_names(route)}{_days(route.totals.training_days)}"


def _step(step: Step) -> str:
    name = step_phrase(step)
    days = "" if step.action == "renew" else _days(step.training_days)
    return f"{name[:1].upper()}{name[1:]}{days}"


def _days(days: TrainingDays | Total | Unknown) -> str:
    return "" if isinstance(days, Unknown) else f" ({days_words(days, 'training day')})"


def _day(day: str) -> str:
    return long_date(date.fromisoformat(day)) if day else ""


def free_text(text: str, tone: Tone = "plain") -> Iterator[Paragraph]:
    """Yield the paragraphs of free text; empty lines separate them."""
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if inert(line):
            lines.append(line)
        elif lines:
            yield paragraph(*lines, tone=tone)
            lines = []
