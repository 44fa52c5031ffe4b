"""What is told between two questions: why one is asked, where it stands, what an answer changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pmo_path.answers.holding_cautions import unknown_word_cautions
from pmo_path.interview.choices import choices
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import Answer, Event, State
from pmo_path.interview.status import Standing
from pmo_path.messages.catalog import talk
from pmo_path.messages.grammar import counted, join
from pmo_path.messages.phrases import why_not
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import Profile, with_facts


def why_lines(questionnaire: Questionnaire, state: State, row: Row) -> list[str]:
    """Return what the answer to a question decides, and which answers put what first."""
    short = questionnaire.day.short
    asked = BY_KEY[row.asked_with] if row.key == "role" and row.asked_with else row
    may_be_first = questionnaire.firsts(state.profile, row.key)
    names = join((short(certification) for certification in may_be_first), "or")
    lines = [talk("decides", names=names) if len(may_be_first) > 1 else talk("decides-with")]
    leading: dict[str, list[str]] = {}
    for label, profile in _tried(questionnaire, state, asked):
        first = sorted({steps[0] for steps, _ in questionnaire.outcome(profile)}, key=short)
        names = join(map(short, first), "or") or talk("leads-nowhere")
        leading.setdefault(names, []).append(talk("quoted", answer=label))
    return lines + [
        talk("leads-to", answers=join(answers, "or"), names=names)
        for names, answers in leading.items()
    ]


def _tried(questionnaire: Questionnaire, state: State, row: Row) -> Iterator[tuple[str, Profile]]:
    """Yield the answers to a question in words, and the profile with each, "don't know" last.

    Of numbers, those that make a difference; of certifications none, as they are too many.
    """
    values: Iterable[Any] = ()
    if row.values:
        values = choices(questionnaire.day, state, row)
    elif row.kind == "number":
        values = questionnaire.answers(state.profile, row.key)
    for value in values:
        label = row.choice(value) if row.values else str(value)
        answer = (value,) if row.many else value
        yield label, with_facts(state.profile, {row.key: answer})
    yield talk("dont-know"), state.profile


def so_far_lines(day: Day, now: Standing) -> list[str]:
    """Return the standing of the interview as paragraphs."""
    first = join((day.short(certification) for certification in now.first), "or")
    names = "; ".join(day.short(certification) for certification in now.possible)
    lines = [
        talk("so-far-first", names=first) if now.first else talk("so-far-nothing"),
        talk("so-far-possible", names=names) if names else talk("so-far-none"),
        talk("so-far-fell") if now.ruled_out else talk("so-far-all"),
    ]
    return lines + [
        f"{considered.short}: {why_not(considered, with_change=False)}"
        for considered in now.ruled_out
    ]


def dropped_text(state: State) -> str:
    """Return the sentence on which answers the last event dropped; empty where it dropped none."""
    facts = join(BY_KEY[fact].noun for fact in state.dropped)
    return talk("dropped", facts=facts) if facts else ""


def unknown_word_texts(catalogue: Catalogue, event: Event) -> list[str]:
    """Return the cautions about words in an answer that the catalogue does not know."""
    if not isinstance(event, Answer) or event.value is None or event.fact == "holds_other":
        return []
    return [
        caution.text
        for caution in unknown_word_cautions(
            catalogue, with_facts(Profile(), {event.fact: event.value})
        )
    ]


def resumed_text(state: State) -> str:
    """Return the sentence that introduces a resumed interview."""
    return talk("resumed", answers=counted(len(state.answers), "answer"))
