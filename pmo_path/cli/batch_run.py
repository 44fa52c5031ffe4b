"""Many profiles in, one answer for each: pure, in order, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pmo_path.contract.advice import Advice
from pmo_path.contract.to_json import error_data, plain
from pmo_path.core.errors import INTERNAL, PmoPathError, Problem, attempt
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile
from pmo_path.profile.readers.jsonl import Record
from pmo_path.profile.vocabulary import Names

# So many problems are told again at the end; every one stands in its line of the output.
MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one profile of a batch: an advice, or the error with its place in the input."""

    line: int
    found: Advice | PmoPathError

    def plain(self) -> dict[str, Any]:
        """Return what the line of JSON shows."""
        if isinstance(self.found, PmoPathError):
            return {"line": self.line, "ok": False, "problem": error_data(self.found)}
        return {"line": self.line, "ok": True, "advice": plain(self.found)}


def answers(records: Iterable[Record], names: Names, advise: Callable[[Profile], Advice]) -> Iterator[Answer]:
    """Yield the answer to each record, in order; a bad one stops nothing."""
    for record in records:
        yield Answer(record.line, record.read(lambda document: advise(read_profile(document, names))))


def written(answer: Answer, render: Callable[[Answer], str], name: str) -> tuple[Answer, str]:
    """Return an answer as it is written; one that cannot be is the problem of its line."""
    text = attempt(lambda: render(answer), name)
    if isinstance(text, PmoPathError):
        answer = Answer(answer.line, Record(answer.line, text).located(text))
        text = render(answer)
    return answer, text


@dataclass(slots=True)
class Tally:
    """How many lines were answered, could not be (`failed`: by a fault of the program), and got no route.

    With `gate` an advice without a route counts as a problem.
    """

    name: str
    gate: bool = False
    lines: int = 0
    bad: int = 0
    failed: int = 0
    empty: int = 0
    problems: list[Problem] = field(default_factory=list)

    def note(self, answer: Answer) -> None:
        """Count an answer."""
        self.lines += 1
        if isinstance(answer.found, PmoPathError):
            self.bad += 1
            self.failed += answer.found.code == INTERNAL
            self._tell(answer.found.problems)
        elif not answer.found.routes:
            self.empty += 1
            if self.gate:
                self._tell([nothing_advised(self.name, answer.line)])

    def _tell(self, problems: Sequence[Problem]) -> None:
        self.problems += problems[: MOST_TOLD - len(self.problems)]

    def summary(self) -> str:
        """Return what became of the lines, in a sentence."""
        if not self.lines:
            return "0 profiles were given"
        parts = [f"a route for {self.lines - self.bad - self.empty}"]
        parts += [f"none for {self.empty}"] * bool(self.empty)
        parts += shortfall(self.bad - self.failed, self.failed)
        return f"{self.lines} profile{'' if self.lines == 1 else 's'}: {', '.join(parts)}"

    def error(self) -> PmoPathError | None:
        """Return what makes the run end with exit code 1, with the first problems; None where nothing does."""
        if not self.bad and not (self.gate and self.empty):
            return None
        code = "lines-unread" if self.bad else "nothing-advised"
        return PmoPathError(self.summary(), tuple(self.problems), code=code, exit_code=1)


def nothing_advised(file: str | None = None, line: int | None = None) -> Problem:
    """Return the problem of an advice without a route, for whoever takes it for one."""
    hint = "the advice says why, and what would change it"
    return Problem(
        code="nothing-advised", detail="nothing is advised", hint=hint, file=file, line=line, column=line and 1
    )


def shortfall(unread: int, failed: int) -> list[str]:
    """Return how many profiles could not be read, and on how many the program failed, as parts of a sentence."""
    return [f"{unread} could not be read"] * bool(unread) + [f"the program failed on {failed}"] * bool(failed)
