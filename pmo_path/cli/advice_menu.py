"""What to do with the advice of an interview: look further, keep it, or change an answer."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pmo_path.answers import browse
from pmo_path.answers.advise import advise
from pmo_path.answers.explain import explain
from pmo_path.answers.level_map import map_of
from pmo_path.answers.plans.career_plan import plan_to_target
from pmo_path.cli.plan_questions import asked_for_plan
from pmo_path.cli.screens import write_in_screens
from pmo_path.contract.advice import Advice
from pmo_path.contract.report import Mentor, Report
from pmo_path.core.errors import BadValueError, PmoPathError
from pmo_path.core.filenames import is_profile_name
from pmo_path.interview.presentation import answer_label, question
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.reply_parser import COMMANDS, declines
from pmo_path.interview.state import Event, State, Wanted
from pmo_path.messages.catalog import talk
from pmo_path.profile.dump import profile_text
from pmo_path.profile.facts import BY_KEY
from pmo_path.reports import report_renderer, text, text_map
from pmo_path.reports.essence import fact_to_say
from pmo_path.reports.text_catalogue import comparison_text
from pmo_path.reports.text_explanation import explanation_text
from pmo_path.reports.text_plan import short_plan
from pmo_path.system import output

FINISHED: tuple[Event, ...] = ()
_PROFILE, _REPORT = "me.yaml", "report.html"  # the names of files that Enter takes


class AdviceMenu:
    """The menu after an advice, on a terminal."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        state: State,
        advice: Advice,
        front: Any,
        plain: bool = False,
    ) -> None:
        self._questionnaire, self._state = questionnaire, state
        self._advice, self._front = advice, front
        self._profile = state.profile
        self._plain = plain
        self._names = {
            certification.certification: certification.short
            for certification in advice.certifications
        }

    def choose(self) -> tuple[Event, ...]:
        """Do what is chosen until the person leaves; return the events of the interview then.

        None of them where it is finished.
        """
        rows: dict[str, Callable[[], tuple[Event, ...] | None]] = {
            talk("menu-full"): self._full,
            talk("menu-plan"): self._plan,
            talk("menu-why"): self._explain,
            talk("menu-compare"): self._compare,
            talk("menu-map"): self._map,
            talk("menu-save"): self._save,
            talk("menu-report"): self._report,
            **self._say_more(),
            talk("menu-change"): self._change,
            talk("menu-finish"): lambda: FINISHED,
        }
        actions = list(rows.values())
        while True:
            self._front.tell("")
            try:
                chosen = self._front.choose(talk("menu"), list(rows), "menu-keys", neutral=False)
                events = self._back() if chosen is None else actions[chosen]()
            except EOFError:
                return ("quit",)
            if events is not None:
                return events

    def _back(self) -> tuple[Event, ...] | None:
        if self._state.answers:
            return ("back",)
        self._front.tell(talk("first-question"))
        return None

    def _certification(self, code: str, without: str = "") -> str | None:
        """Ask for a certification: what is advised first, then the others by name."""
        steps = [step.certification for route in self._advice.routes for step in route.steps]
        others = sorted(self._names, key=lambda id: self._names[id].casefold())
        ids = [id for id in dict.fromkeys((*steps, *others)) if id != without]
        names = [self._names[id] for id in ids]
        chosen = self._front.choose(talk(code), names, "menu-list-keys", neutral=False)
        return None if chosen is None else ids[chosen]

    def _full(self) -> None:
        self._show(text.render(self._advice, output.width(), options=False))

    def _explain(self) -> None:
        if certification := self._certification("menu-which"):
            day, profile = self._questionnaire.day, self._state.profile
            answer = explain(day.catalogue, certification, profile, day.date)
            self._show(explanation_text(answer, output.width()))

    def _compare(self) -> None:
        first = self._certification("menu-first")
        second = self._certification("menu-second", without=first) if first else None
        if first and second:
            day = self._questionnaire.day
            answer = browse.comparison(day.catalogue, [first, second], day.date)
            self._show(comparison_text(answer, output.width()))

    def _map(self) -> None:
        self._show(text_map.render(map_of(self._advice), output.width()))

    def _plan(self) -> None:
        """Ask where to, and show the plan; files written here have what was said for it."""
        catalogue = self._questionnaire.day.catalogue
        asked = asked_for_plan(catalogue, self._profile, self._front)
        if asked is not None:
            self._profile = asked
            plan = plan_to_target(catalogue, asked, self._questionnaire.day.date)
            assert plan  # as there is a target
            self._show(short_plan(plan, output.width(), options=False))

    def _show(self, words: str) -> None:
        write_in_screens(words, self._front, self._plain)

    def _save(self) -> None:
        _to_file(
            self._front,
            talk("menu-save-file"),
            _PROFILE,
            lambda name: profile_text(self._profile, name),
            _checked_profile_name,
        )

    def _report(self) -> None:
        day, profile = self._questionnaire.day, self._profile
        plan = plan_to_target(day.catalogue, profile, day.date)
        advice = advise(day.catalogue, profile, day.date)
        whole = Report(mentor=Mentor(), advice=advice, plan=plan)
        page = report_renderer("html")
        _to_file(
            self._front, talk("menu-report-file"), _REPORT, lambda name: page(whole, False), str
        )

    def _say_more(self) -> dict[str, Callable[[], tuple[Event, ...]]]:
        """Return the row that asks for what would sharpen the advice most, where it can be said."""
        row = BY_KEY.get(fact_to_say(self._advice))
        if row is None or not row.question:
            return {}
        facts = [answer.fact for answer in self._state.answers]
        said = row.key in facts  # that it is not known
        events = self._back_to(facts.index(row.key)) if said else (Wanted(row.key),)
        return {talk("menu-say", noun=row.noun): lambda: events}

    def _back_to(self, place: int) -> tuple[Event, ...]:
        """Return the events that go back to an answer."""
        return tuple("back" for _ in self._state.answers[place:])

    def _change(self) -> tuple[Event, ...] | None:
        answers = self._state.answers
        given = [self._answered(place) for place in range(len(answers))]
        if not given:
            self._front.tell(talk("first-question"))
            return None
        chosen = self._front.choose(
            talk("menu-which-answer"), given, "menu-list-keys", neutral=False
        )
        return None if chosen is None else self._back_to(chosen)

    def _answered(self, place: int) -> str:
        """Return a question and its answer, as they were."""
        state, answer = self._state, self._state.answers[place]
        before = State(state.given, state.answers[:place])
        asked = question(self._questionnaire, before, BY_KEY[answer.fact])
        said = answer_label(asked, answer.value)
        return talk("answered", question=asked.text, answer=said)


def _checked_profile_name(name: str) -> None:
    if not is_profile_name(name):
        raise BadValueError("not-a-profile-name", talk("offer-name"), talk("another-name"))


def _to_file(
    front: Any,
    text: str,
    default: str,
    content: Callable[[str], str | bytes],
    check: Callable[[str], object],
) -> None:
    """Ask for a file name until the content is written to it, or the person goes back.

    Raises EOFError to quit.
    """
    while True:
        typed = front.line(
            text,
            talk("menu-file-keys", default=default),
            lambda typed: None if not typed or typed.casefold() in COMMANDS else check(typed),
        )
        command = COMMANDS.get(typed.casefold())
        if command == "quit":
            raise EOFError
        if command:
            return
        name = typed or default
        try:
            output.write(content(name), Path(os.path.expanduser(name)))
        except PmoPathError as error:
            front.refused(not_written(error, talk("another-name")))
        else:
            front.tell(talk("menu-written", file=name))
            return


def not_written(error: PmoPathError, hint: str) -> BadValueError:
    """Return why a file was not written, with what to do."""
    why = "; ".join(problem.detail for problem in error.problems)
    return BadValueError(error.code, talk("not-written", why=why), hint)


def offer_profile(state: State, front: Any, prepared: bool) -> tuple[Event, ...]:
    """Offer to save a profile, where there is no menu.

    Return `back` or `quit` if typed instead; the end of prepared lines declines.
    """
    front.tell("")
    front.tell(talk("offer"))
    while True:
        try:
            name = front.read().strip()
        except EOFError:
            return FINISHED if prepared else ("quit",)
        command = COMMANDS.get(name.casefold())
        if command == "back" and not state.answers:
            front.tell(talk("first-question"))
            continue
        if command in ("back", "quit"):
            return (command,)
        if declines(name):
            return FINISHED
        try:
            _checked_profile_name(name)
            output.write(profile_text(state.profile, name), Path(os.path.expanduser(name)))
        except BadValueError as bad:
            front.refused(BadValueError(bad.code, bad.detail, talk("offer-again")))
        except PmoPathError as error:
            front.refused(not_written(error, talk("offer-again")))
        else:
            front.tell(talk("offered", file=shlex.quote(_file_argument(name))))
            return FINISHED


def _file_argument(name: str) -> str:
    """Return a file name as a command-line argument, protected from being read as an option."""
    file = os.path.expanduser(name)
    return f"./{file}" if file.startswith("-") else file
