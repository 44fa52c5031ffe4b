"""Saved interviews: their location on disk and their JSON form."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.documents import MAX_BYTES, Document, read_document
from pmo_path.core.errors import BadValueError, PmoPathError, error_reason, unreadable
from pmo_path.core.json_text import indented_json
from pmo_path.interview.state import Answer, State
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.parse import UNMATCHED
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import Profile, fact_to_json, with_facts
from pmo_path.profile.vocabulary import Names
from pmo_path.system import output
from pmo_path.system.user_dirs import former_state_directory, state_directory

KIND = "interview"
WAY_ON = "give another file; of your own interview, `--new` starts a new one"


def default_file(prepared: bool) -> Path:
    """Return the file for this user's interview. Raises PmoPathError without a home directory.

    Interviews of prepared answers have a file of their own, so that a script never resumes or ends
    one that a person began. An interview in the former directory stays there until finished.
    """
    name = "prepared.json" if prepared else "interview.json"
    try:
        file, former = state_directory() / name, former_state_directory() / name
    except RuntimeError:
        raise unreadable(
            "~", "no-home", "there is no home directory to keep the answers in", "give --save FILE"
        ) from None
    return former if os.path.exists(former) and not os.path.exists(file) else file


class Session(Struct, frozen=True):
    """A file that holds one saved interview, readable by its owner alone."""

    file: Path

    def save(self, state: State) -> None:
        """Write the interview atomically. Raises PmoPathError where that fails."""
        with contextlib.suppress(OSError):  # the write reports what is wrong
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        output.write(indented_json(state_data(state)), self.file, force=True, private=True)

    def forget(self) -> None:
        """Delete the file once the interview is finished; failures are ignored."""
        with contextlib.suppress(OSError):  # never saved
            self.file.unlink()

    def load(self, names: Names) -> tuple[State, list[str]] | None:
        """Return the saved interview and the facts whose answers no longer fit.

        None where none is saved. Raises PmoPathError where the file cannot be read or holds
        something else.
        """
        try:
            with open(self.file, "rb") as file:
                data = file.read(MAX_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            why = f"cannot be read: {error_reason(error)}"
            raise unreadable(str(self.file), "cannot-read", why, "give another --save") from None
        try:
            document = read_document(data, str(self.file))
        except PmoPathError as bad:
            problems = tuple(replace(problem, hint=WAY_ON) for problem in bad.problems)
            raise PmoPathError(bad.title, problems, code=bad.code) from None
        return read_state(document, names)


def state_data(state: State) -> dict[str, Any]:
    """Return an interview as JSON data."""
    return {
        "schema_version": "1",
        "kind": KIND,
        "given": state.given.plain(),
        "answers": [_answer_data(answer) for answer in state.answers],
        "taken_back": [_answer_data(answer) for answer in state.taken_back],
    }


def _answer_data(answer: Answer) -> dict[str, Any]:
    return {
        "fact": answer.fact,
        "value": None if answer.value is None else fact_to_json(answer.value),
    }


def read_state(document: Document, names: Names) -> tuple[State, list[str]]:
    """Return the interview in a document, and the facts whose answers no longer fit the catalogue.

    Raises PmoPathError for a document that is not a saved interview.
    """
    data = document.data
    if not isinstance(data, dict) or data.get("kind") != KIND:
        problem = document.problem(
            (),
            "not-an-interview",
            "this is not a saved interview",
            WAY_ON,
        )
        raise PmoPathError(
            "the saved interview could not be read", (problem,), code="not-an-interview"
        )
    unfit: list[str] = []
    given = dict(_fitting(_pairs(with_unmatched(data.get("given"))), names, unfit))
    answers, taken_back = (
        tuple(Answer(fact, value) for fact, value in _fitting(_listed(data.get(key)), names, unfit))
        for key in ("answers", "taken_back")
    )
    return State(with_facts(Profile(), given), answers, taken_back), unfit


def with_unmatched(data: Any) -> Any:
    """Return facts with their unmatched words put back among their values, to be parsed again."""
    words = data.get(UNMATCHED) if isinstance(data, dict) else None
    if not isinstance(words, dict):
        return data
    facts = {fact: value for fact, value in data.items() if fact != UNMATCHED}
    for fact, more in words.items():
        known = facts.get(fact)
        facts[fact] = (
            [*known, *more] if isinstance(known, list) else more if BY_KEY[fact].many else more[0]
        )
    return facts


def _pairs(data: Any) -> list[tuple[Any, Any]]:
    return list(data.items()) if isinstance(data, dict) else []


def _listed(data: Any) -> list[tuple[Any, Any]]:
    listed = data if isinstance(data, list) else []
    return [(entry.get("fact"), entry.get("value")) for entry in listed if isinstance(entry, dict)]


def _fitting(pairs: list[tuple[Any, Any]], names: Names, unfit: list[str]) -> list[tuple[str, Any]]:
    fitting: dict[str, Any] = {}
    for fact, value in pairs:
        row = BY_KEY.get(fact) if isinstance(fact, str) else None
        try:
            if row is None or fact in fitting:
                raise BadValueError("unknown-key", "there is no such fact")
            fitting[fact] = read_fact(row, value, names)
        except BadValueError:
            unfit.append(row.noun if row else str(fact)[:60])
    return list(fitting.items())
