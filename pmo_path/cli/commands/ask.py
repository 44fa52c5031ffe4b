"""The `ask` command: an interview that ends in the advice."""

from __future__ import annotations

import io
import os
import shlex
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from pmo_path.cli.error_boundary import guarded
from pmo_path.cli.inputs import catalogue_from, day_of, name_of, profile_from, read_bytes
from pmo_path.cli.outputs import write_advice
from pmo_path.cli.profile_options import with_profile_options
from pmo_path.cli.shared_options import AsJson, AsOf, CatalogueDir, Strict
from pmo_path.core.errors import PmoPathError, usage_error
from pmo_path.system import output

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
New = Annotated[
    bool, typer.Option("--new", help="Start again, even where an interview was left unfinished.")
]


@with_profile_options
@guarded
def ask_command(
    as_of: AsOf = None,
    as_json: AsJson = False,
    plain: Plain = False,
    answers: Answers = None,
    save: Save = None,
    new: New = False,
    strict: Strict = False,
    catalogue: CatalogueDir = None,
    facts: dict[str, Any] = {},  # noqa: B006 (never changed; the decorator fills it)
) -> None:
    """Answer a few questions, then get the advice. Options answer a question beforehand.

    Every answer is saved; an interview that was left (q, exit code 75) goes on where it stopped.

    Example: pmo-path ask
    """
    from pmo_path.interview import loop
    from pmo_path.interview.question_selection import Questionnaire
    from pmo_path.interview.state import fold
    from pmo_path.model.on_day import on_day

    day = day_of(as_of)
    _need_terminal(answers)
    known = catalogue_from(catalogue)
    front = _front(known, plain, answers, strict)
    keeper = _Keeper(save, prepared=answers is not None)
    # Prepared answers resume an interview only from an explicit --save FILE.
    state = keeper.begin(known.names, front, new or (answers is not None and save is None))
    state = _said_again(state, profile_from(known, None, facts, state.given, strict), facts)
    if not (state.answers or answers):
        for code in front.greeting:
            front.tell(_talk(code))
    keeper.save(state)
    try:
        questionnaire = Questionnaire(on_day(known, day))
        state = loop.interview(questionnaire, state, front, keeper.save)
        prepared = answers is not None
        said = None if state.left else _finish(known, state, day, as_json, plain, front, prepared)
        if said:
            state = fold(questionnaire, state, (said, "quit"))
            keeper.save(state)
    except (KeyboardInterrupt, PmoPathError):
        output.tell("")
        keeper.say_where()
        raise
    if state.left:
        keeper.leave()
        raise SystemExit(LEFT)
    keeper.forget()


def _need_terminal(answers: str | None) -> None:
    """Raise a usage error where there is neither a terminal to ask on nor prepared answers."""
    from pmo_path.system import terminal

    if answers is None and not terminal.is_terminal():
        example = 'pmo-path advise --role "PMO analyst" --pmo-type tactical'
        hint = f"use `pmo-path advise`, for example: {example}"
        raise usage_error("ask needs a terminal to ask on, or --answers FILE", hint, "no-terminal")


def _said_again(state: Any, given: Any, facts: dict[str, Any]) -> Any:
    """Return the interview with the facts given beforehand; options replace saved answers."""
    from pmo_path.interview.state import State

    def kept(answers: Any) -> Any:
        return tuple(answer for answer in answers if facts.get(answer.fact) in (None, []))

    return State(given, kept(state.answers), kept(state.taken_back))


def _finish(
    known: Any, state: Any, day: date, as_json: bool, plain: bool, front: Any, prepared: bool
) -> Any:
    """Show the advice and offer to save the profile; return the command given instead, if any."""
    from pmo_path.answers.advise import advise
    from pmo_path.messages.catalog import say
    from pmo_path.messages.phrases import headline

    advice = advise(known, state.profile, day)
    write_advice(advice, "json" if as_json else "text", plain=plain)
    if not as_json:
        output.tell(say("in-short", text=headline(advice)))
    return _offer_profile(state.profile, front, prepared) if state.profile.says_something else None


def _offer_profile(profile: Any, front: Any, prepared: bool) -> Any:
    """Offer to save a profile.

    Return `back` or `quit` if typed instead, so the interview is kept.
    """
    from pmo_path.core.errors import BadValueError
    from pmo_path.core.filenames import is_profile_name
    from pmo_path.interview.reply_parser import COMMANDS, declines
    from pmo_path.profile.dump import profile_text

    front.tell("")
    front.tell(_talk("offer"))
    while True:
        try:
            name = front.read().strip()
        except EOFError:
            return None if prepared else "quit"
        if (command := COMMANDS.get(name.casefold())) in ("back", "quit"):
            return command
        if declines(name):
            return None
        if not is_profile_name(name):
            front.refused(
                BadValueError("not-a-profile-name", _talk("offer-name"), _talk("offer-again"))
            )
            continue
        try:
            output.write(profile_text(profile, name), Path(os.path.expanduser(name)))
        except PmoPathError as error:
            why = _talk("not-written", why="; ".join(problem.detail for problem in error.problems))
            front.refused(BadValueError(error.code, why, _talk("offer-again")))
            continue
        front.tell(_talk("offered", file=shlex.quote(_file_argument(name))))
        return None


def _file_argument(name: str) -> str:
    """Return a file name as a command-line argument, protected from being read as an option."""
    file = os.path.expanduser(name)
    return f"./{file}" if file.startswith("-") else file


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

    titles = [
        title for role in known.roles.values() for title in (*role.titles_en, *role.titles_nl)
    ]
    return ArrowKeyFront(names, titles)


def _prepared(answers: str) -> Any:
    """Return an iterator over prepared lines, of standard input as they arrive or of a file."""
    from pmo_path.core.documents import decode

    if answers == "-":
        return iter(sys.stdin.readline, "") if sys.stdin is not None else []
    return io.StringIO(decode(read_bytes(answers, "a text file"), answers))


def _talk(code: str, **values: object) -> str:
    from pmo_path.messages.catalog import talk

    return talk(code, **values)


class _Keeper:
    """Saves the interview after every answer; if saving fails, says so once and carries on."""

    def __init__(self, file: Path | None, prepared: bool) -> None:
        from pmo_path.cli.saved_interview import Session, default_file

        self._named = file is not None
        self._says_file = prepared or self._named
        self._session = Session(file or default_file(prepared))
        self._failed: PmoPathError | None = None  # the last error on saving

    def begin(self, names: Any, front: Any, afresh: bool) -> Any:
        """Return the unfinished interview, or a new one.

        A file named by --save is read even if `afresh`, so that nothing but an interview is
        overwritten.
        """
        from pmo_path.interview.presentation import resumed_text
        from pmo_path.interview.state import State

        saved = self._session.load(names) if self._named or not afresh else None
        if saved is None or afresh:
            return State()
        state, unfit = saved
        if state.answers:
            front.tell(resumed_text(state))
        if unfit:
            front.tell(_talk("asked-again", facts=", ".join(unfit)))
        return state

    def save(self, state: Any) -> None:
        try:
            self._session.save(state)
        except PmoPathError as error:
            if self._failed is None:
                output.tell(_talk("cannot-save", why=error.problems[0].detail))
            self._failed = error

    def leave(self) -> None:
        """Say where the unfinished interview is saved. Raises PmoPathError if it is not."""
        if self._failed:
            raise self._failed
        self.say_where()

    def say_where(self) -> None:
        """Say where the interview is saved, if it is."""
        if self._failed:
            return
        output.tell(
            _talk(
                "saved-in" if self._says_file else "saved",
                file=shlex.quote(str(self._session.file)),
            )
        )

    def forget(self) -> None:
        self._session.forget()
