"""Keep the interview of `ask` while it goes on, and tell where."""

from __future__ import annotations

import shlex
from pathlib import Path

from pmo_path.cli.saved_interview import Session, default_file
from pmo_path.core.errors import PmoPathError
from pmo_path.interview.loop import Front
from pmo_path.interview.state import State
from pmo_path.interview.told import resumed_text
from pmo_path.messages.catalog import talk
from pmo_path.profile.vocabulary import Names
from pmo_path.system import output


class Keeper:
    """Saves the interview after every answer; if saving fails, says so once and carries on."""

    def __init__(self, file: Path | None, prepared: bool) -> None:
        self._named = file is not None
        self._says_file = prepared or self._named
        self._session = Session(file or default_file(prepared))
        self._failed: PmoPathError | None = None  # the last error on saving

    def begin(self, names: Names, front: Front, afresh: bool) -> State:
        """Return the unfinished interview, or a new one.

        A file named by --save is read even if `afresh`, so that nothing but an interview is
        overwritten.
        """
        saved = self._session.load(names) if self._named or not afresh else None
        if saved is None or afresh:
            return State()
        state, unfit = saved
        if state.answers:
            front.tell(resumed_text(state))
        if unfit:
            front.tell(talk("asked-again", facts=", ".join(unfit)))
        return state

    def save(self, state: State) -> None:
        """Save the interview as it stands."""
        try:
            self._session.save(state)
        except PmoPathError as error:
            if self._failed is None:
                output.tell(talk("cannot-save", why=error.problems[0].detail))
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
            talk(
                "saved-in" if self._says_file else "saved",
                file=shlex.quote(str(self._session.file)),
            )
        )

    def forget(self) -> None:
        """Delete the interview once it is finished."""
        self._session.forget()
