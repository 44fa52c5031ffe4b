"""The `ask` command: an interview that ends in the advice."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, day_of, name_of, profile_from, read_bytes
from pmo_path.cli.outputs import write_advice
from pmo_path.cli.profile_options import with_profile_options
from pmo_path.cli.shared_options import AsJson, AsOf, CatalogueDir, Full, Strict
from pmo_path.core.errors import PmoPathError, usage_error
from pmo_path.system import output

if TYPE_CHECKING:
    from pmo_path.cli.interview_keeper import Keeper

LEFT = 75  # exit code of an unfinished, saved interview: EX_TEMPFAIL of sysexits.h

Plain = Annotated[
    bool,
    typer.Option(
        "--plain", help="Numbered lines, no arrow keys, no colour; for screen readers too."
    ),
]
Answers = Annotated[
    str | None,
    typer.Option(
        "--answers",
        metavar="FILE",
        help=(
            "Read the replies, one a line, from a file, or - for input; one that is refused "
            "ends it."
        ),
    ),
]
Save = Annotated[
    Path | None,
    typer.Option(
        "--save",
        metavar="FILE",
        help="Keep the interview in this file, not in the state directory.",
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="FILE",
        help="Go on from a profile, and ask only what it leaves open.",
    ),
]
New = Annotated[
    bool, typer.Option("--new", help="Start again, even where an interview was left unfinished.")
]


@with_profile_options
@guarded
def ask_command(
    profile: From = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    plain: Plain = False,
    answers: Answers = None,
    save: Save = None,
    new: New = False,
    full: Full = False,
    strict: Strict = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006 (never changed; the decorator fills it)
) -> None:
    """Answer a few questions, then get the advice. Options answer a question beforehand.

    Every answer is saved; an interview that was left (q, exit code 75) goes on where it stopped.

    Example: pmo-path ask
    """
    from pmo_path.cli.interview_keeper import Keeper
    from pmo_path.interview.question_selection import Questionnaire
    from pmo_path.interview.start import started_from
    from pmo_path.model.on_day import on_day

    day, prepared = day_of(as_of), answers is not None
    _need_terminal(answers)
    known = catalogue_from(catalogue)
    front = _front(known, plain, answers, strict)
    keeper = Keeper(save, prepared)
    # Prepared answers resume an interview only from an explicit --save FILE.
    state = keeper.begin(known.names, front, new or (prepared and save is None))
    given = profile_from(known, profile, facts, state.given, strict)
    state = started_from(state, given, facts)
    if not (state.answers or answers):
        for code in front.greeting:
            front.tell(_talk(code))
    keeper.save(state)
    try:
        questionnaire = Questionnaire(on_day(known, day))
        show = partial(_show, as_json=as_json, full=full, plain=plain)
        after = _after(show, prepared, as_json, plain)
        left = _interview(questionnaire, state, front, keeper, after)
    except (KeyboardInterrupt, PmoPathError):
        output.tell("")
        keeper.say_where()
        raise
    if left:
        keeper.leave()
        raise SystemExit(LEFT)
    keeper.forget()


def _show(advice: Any, as_json: bool, full: bool, plain: bool) -> None:
    form = "json" if as_json else "text"
    write_advice(advice, form, full=full, plain=plain, options=False)


def _after(
    show: Callable[[Any], None], prepared: bool, as_json: bool, plain: bool
) -> Callable[..., Any]:
    """Return what to do with an advice: a menu under it on a terminal, else an offer before it.

    Elsewhere it is shown once, when nobody goes back any more.
    """
    from pmo_path.cli.advice_menu import AdviceMenu, offer_profile

    def offer(questionnaire: Any, state: Any, advice: Any, front: Any) -> Any:
        events = None
        try:
            if not as_json:
                _tell_in_short(advice)
            if not state.profile.says_something:
                return ()
            events = offer_profile(state, front, prepared)
        finally:
            if events != ("back",):
                show(advice)
        return events

    def menu(questionnaire: Any, state: Any, advice: Any, front: Any) -> Any:
        front.tell("")
        show(advice)
        return AdviceMenu(questionnaire, state, advice, front, plain).choose()

    return offer if prepared or as_json or not output.on_terminal() else menu


def _interview(
    questionnaire: Any, state: Any, front: Any, keeper: Keeper, after: Callable[..., Any]
) -> bool:
    """Ask and advise until the person has finished; return whether they left before."""
    from pmo_path.answers.advise import advise
    from pmo_path.interview import loop
    from pmo_path.interview.state import fold

    day = questionnaire.day
    while True:
        state = loop.interview(questionnaire, state, front, keeper.save)
        if state.left:
            return True
        advice = advise(day.catalogue, state.profile, day.date)
        events = after(questionnaire, state, advice, front)
        if not events:
            return False
        state = fold(questionnaire, state, events)
        keeper.save(state)
        if state.left:
            return True


def _need_terminal(answers: str | None) -> None:
    """Raise a usage error where there is neither a terminal to ask on nor prepared answers."""
    from pmo_path.system import terminal

    if answers is None and not terminal.is_terminal():
        example = 'pmo-path advise --role "PMO analyst" --pmo-type tactical'
        hint = f"use `pmo-path advise`, for example: {example}"
        raise usage_error("ask needs a terminal to ask on, or --answers FILE", hint, "no-terminal")


def _tell_in_short(advice: Any) -> None:
    """Say the answer where the questions stand, as the advice itself went elsewhere."""
    from pmo_path.messages.catalog import say
    from pmo_path.messages.phrases import headline

    output.tell(say("in-short", text=headline(advice)))


def _front(known: Any, plain: bool, answers: str | None, strict: bool) -> Any:
    """Return the front end: arrow keys if the terminal supports them, else lines."""
    from pmo_path.cli.prompts.plain import PlainFront
    from pmo_path.system import terminal

    names = known.names.with_strict(strict)
    if answers is not None:
        return PlainFront(names, _prepared(answers), name_of(answers))
    if plain or not terminal.has_cursor():
        return PlainFront(names)
    from pmo_path.cli.prompts.arrow_keys import ArrowKeyFront
    from pmo_path.cli.prompts.list_prompts import can_draw

    if not can_draw():
        return PlainFront(names)
    titles = [
        title for role in known.roles.values() for title in (*role.titles_en, *role.titles_nl)
    ]
    return ArrowKeyFront(names, titles)


def _prepared(answers: str) -> Any:
    """Return an iterator over prepared lines, of standard input as they arrive or of a file."""
    from pmo_path.core.documents import decode

    if answers == "-":
        return _lines_arriving() if sys.stdin is not None else []
    return io.StringIO(decode(read_bytes(answers, "a text file"), answers))


def _lines_arriving() -> Iterator[str]:
    """Yield the lines of standard input as they arrive. Raises PmoPathError for an endless one."""
    from pmo_path.core.documents import MAX_BYTES, too_large

    while line := sys.stdin.readline(MAX_BYTES):
        if len(line) == MAX_BYTES:
            raise too_large(name_of("-"))
        yield line


def _talk(code: str, **values: object) -> str:
    from pmo_path.messages.catalog import talk

    return talk(code, **values)
