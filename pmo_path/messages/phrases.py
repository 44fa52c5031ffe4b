"""Phrases for parts of an advice, shared by every report that people read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from pmo_path.contract.advice import Advice, Caution, Considered, Step, Summed, Total, unpublished
from pmo_path.contract.catalogue import CatalogueInfo, ConflictView, FactView, Snapshot
from pmo_path.contract.published import ExamView, TrainingDays
from pmo_path.contract.unknown import Lacking, LackingWhat
from pmo_path.core.scalars import number_text
from pmo_path.core.text import printable
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join, long_date
from pmo_path.profile.facts import BY_KEY

if TYPE_CHECKING:
    from pmo_path.contract.cohort import Sum
    from pmo_path.contract.map import MapEntry, MapRow, MapView

# The rules of cautions that explain why there is no route, the most specific first.
_WHY_NO_ROUTE = ("leaves-pmo", "from-delivery", "unknown-title", "no-level", "nothing-fits")


def why_no_route(advice: Advice) -> Caution | None:
    """Return the caution that explains why there is no route; None if there is one."""
    if advice.first_routes:
        return None
    return next(
        caution for rule in _WHY_NO_ROUTE for caution in advice.cautions if caution.rule == rule
    )


def headline(advice: Advice) -> str:
    """Return the answer in a sentence: the routes of rank 1, or why there is none."""
    if caution := why_no_route(advice):
        return caution.text
    names = []
    for route in advice.first_routes:
        steps = [step_phrase(step) for step in route.steps]
        later = ", then ".join(steps[1:])
        names.append(say("then", first=steps[0], later=later) if later else steps[0])
    return say("next-step", names=join(dict.fromkeys(names), "or"))


def step_phrase(step: Step) -> str:
    """Return the name of a step inside a sentence, saying so if it is a renewal."""
    return say("renew-step", name=step.short) if step.action == "renew" else step.short


def step_phrases(advice: Advice) -> dict[str, str]:
    """Return the phrase for each certification as a next step; a lapsed one is to be renewed."""
    lapsed = {holding.certification for holding in advice.holdings if holding.state == "lapsed"}
    return {
        certification: say("renew-step", name=name) if certification in lapsed else name
        for certification, name in short_names(advice).items()
    }


def answer_words(fact: str, answer: str) -> str:
    """Return an answer as `value (meaning)`, or alone if no meaning is defined for it."""
    meaning = BY_KEY[fact].says.get(answer)
    return f"{answer} ({meaning})" if meaning else answer


def value_words(fact: str, value: object) -> str:
    """Return a value inside a sentence: a kind of PMO by its label, others by their meaning.

    A career level goes by its name, and what has no meaning of its own stands as it is.
    """
    row, word = BY_KEY[fact], str(value)
    if row.names in ("level", "yes-no"):
        return word
    return (row.labels if row.names == "pmo-type" else row.says).get(word, word)


def from_to(low: float, high: float) -> str:
    """Return `2`, or `2 to 3`."""
    least, most = number_text(low), number_text(high)
    return least if least == most else f"{least} to {most}"


def days_words(days: TrainingDays | Total | Sum, noun: str = "day") -> str:
    """Return a number of training days: `1 day`, `3 days` or `2 to 3 days`."""
    return (
        counted(days.low, noun)
        if days.low == days.high
        else f"{from_to(days.low, days.high)} {noun}s"
    )


def lacking_steps(steps: tuple[Step, ...], quantity: Summed) -> tuple[Lacking, ...]:
    """Return the steps missing from a sum, because their values are not published."""
    return tuple(
        lacking_value(quantity, step.certification, step.short, getattr(step, quantity).ask)
        for step in unpublished(steps, quantity)
    )


def lacking_value(what: LackingWhat, certification: str, short: str, ask: str) -> Lacking:
    """Return what is not known of a certification, and whom to ask."""
    return Lacking(what=what, about=certification, text=say(f"lacks-{what}", name=short), ask=ask)


def fact_text(fact: FactView) -> str:
    """Return the text of a fact; if it has an age, as amounts of money do, with age and note."""
    return with_age(fact.text, fact.age, fact.note)


def exam_words(exam: ExamView) -> str:
    """Return the form of an exam, with its edition if that has a name or a date."""
    if exam.edition in ("undated", "current"):
        return exam.text
    return f"{exam.text} (edition: {exam.edition})"


def why_not(considered: Considered, with_change: bool = True) -> str:
    """Return a paragraph of a verdict's reasons, gaps and, if asked, the cheapest change of it."""
    reasons = (reason.text for reason in considered.because)
    return " ".join(
        (*reasons, *gaps_that_bar(considered), *cheapest_change(considered, with_change))
    )


def gaps_that_bar(considered: Considered) -> Iterator[str]:
    """Yield the gaps behind a verdict: those not met, and all of one that is not known."""
    if considered.verdict not in ("held", "unavailable", "recommended", "alternative"):
        for gap in considered.gaps:
            if gap.eligibility == "not_met" or considered.verdict == "unknown":
                yield gap.text


def cheapest_change(considered: Considered, wanted: bool = True) -> Iterator[str]:
    """Yield the sentence of the cheapest change that flips a verdict, where one is known."""
    if considered.smallest_change and wanted:
        changes = "; ".join(change.text for change in considered.smallest_change)
        yield say("would-change", changes=changes)


def short_names(advice: Advice) -> dict[str, str]:
    """Return the name of each certification inside a sentence, by id."""
    return {
        certification.certification: certification.short for certification in advice.certifications
    }


def fact_words(fact: FactView) -> str:
    """Return a fact with its dates, edition, mark, sources, confidence, last check and note."""
    dates = f" [{fact.dates}]" if fact.dates else ""
    edition = f" [{fact.edition}]" if fact.edition else ""
    note = f" Note: {fact.note}" if fact.note and not fact.age else ""
    basis = f"({origin(fact)}; checked {fact.verified_on})"
    return f"{fact_text(fact)}{dates}{edition}{mark_words(fact.mark)} {basis}{note}"


def origin(fact: FactView) -> str:
    """Return the sources of a fact and our confidence.

    If the source is undated, say so, unless the age of the fact does.
    """
    parts = [", ".join((fact.source, *fact.also)), fact.confidence]
    if undated(fact.dated) and not fact.age:
        parts.append(say("source-undated"))
    return "; ".join(parts)


def status_words(certification: Snapshot, as_of: str, about: CatalogueInfo) -> str:
    """Return the status on a day in words, naming the last check if the catalogue is stale."""
    status = say(f"at-{certification.status}", day=long_date(date.fromisoformat(as_of)))
    if about.stale == "none":
        return status
    return say("as-known", said=status, day=long_date(date.fromisoformat(about.verified_on.newest)))


def conflict_words(conflict: ConflictView) -> str:
    """Return the topic of a conflict, each reading with its sources, and the one we follow."""
    readings = "; or ".join(f"{fact_text(fact)} ({origin(fact)})" for fact in conflict.readings)
    return f"{conflict.topic}: {readings}. {say('we-follow')} {conflict.resolution}"


def map_title(view: MapView) -> str:
    """Return the title of a map: its day, the person's name if given, and the catalogue's age."""
    name = printable(str(view.profile.get("name", "")))
    title = say(
        "map-title",
        day=long_date(date.fromisoformat(view.as_of)),
        name=f" for {name}" if name else "",
    )
    return f"{title} {view.catalogue.age}".rstrip()


def entry_label(entry: MapEntry) -> str:
    """Return a certification on a map, followed by its marks."""
    return f"{entry.short} [{', '.join(entry.marks)}]" if entry.marks else entry.short


def row_label(row: MapRow) -> str:
    """Return a level of a map, marked if the person works there or aims for it."""
    marks = [say("map-here")] if row.here else []
    marks += [say("map-aim")] if row.aim else []
    return f"{row.number} {row.level}" + (f" [{', '.join(marks)}]" if marks else "")


def route_words(view: MapView) -> str:
    """Return a sentence that lists the routes of a map, each step in order."""
    rows = (cell for row in view.rows for cell in row.cells)
    shorts = {entry.certification: entry.short for cell in (*rows, view.unplaced) for entry in cell}
    steps = "; or ".join(
        ", then ".join(shorts.get(step, step) for step in route) for route in view.routes
    )
    return say("map-route" if len(view.routes) == 1 else "map-routes", steps=steps)


def undated(source_date: str) -> bool:
    """Whether a source shows no date of its own; `undated (about 2021)` is our estimate."""
    return source_date.startswith("undated")


def with_age(text: str, age: str, note: str) -> str:
    """Return a statement, with its age and note in brackets if it has an age."""
    return f"{text} ({'; '.join(with_note(age, note))})" if age else text


def with_note(*parts: str) -> list[str]:
    """Return parts of a remark, the last of them as a note where it is not empty."""
    *others, note = parts
    return [*others, say("money-note", note=note.rstrip("."))] if note else others


def mark_words(mark: str) -> str:
    """Return the remark after a statement that no source makes explicitly; empty for "stated"."""
    return {"stated": "", "inferred": " (our reading of the sources)", "ours": " (our judgement)"}[
        mark
    ]


def type_words(kind: str) -> str:
    """Return a kind of PMO as an adjective before the word PMO."""
    return "centre-of-excellence" if kind == "coe" else kind
