"""Answer many profiles in order, one at a time, without input or output of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct, field

from pmo_path.contract.advice import Advice
from pmo_path.contract.error import error_data
from pmo_path.core.documents import Document
from pmo_path.core.errors import INTERNAL, BadValueError, PmoPathError, Problem, attempt
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.parse import read_profile
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import Profile
from pmo_path.profile.readers.jsonl import InputRecord
from pmo_path.profile.vocabulary import Names

# Problems repeated in the summary at the end; each is in its own line of the output anyway.
MOST_TOLD = 10


class BatchLine(Struct, frozen=True):
    """The answer to one profile of a batch: its line in the input, and an advice or an error.

    `id` is the caller's own, where it could be read.
    """

    line: int
    result: Advice | PmoPathError
    id: str | int | None = None

    def plain(self, form: Callable[[Advice], Any] = lambda advice: advice) -> dict[str, Any]:
        """Return the data for a line of JSON; of an advice, what `form` returns."""
        if isinstance(self.result, PmoPathError):
            problem = error_data(self.result)
            return {"line": self.line, "id": self.id, "ok": False, "problem": problem}
        return {"line": self.line, "id": self.id, "ok": True, "advice": form(self.result)}


def batch_line(record: InputRecord, names: Names, advise: Callable[[Profile], Advice]) -> BatchLine:
    """Return the answer to a record: an advice, or what is wrong with it."""
    result = record.read(lambda document: advise(read_profile(document, names)))
    return BatchLine(record.line, result, own_fact(record.content, "id", names, record.given_id))


def own_fact(content: object, key: str, names: Names, given: Any = None) -> Any:
    """Return one fact of a document, such as the caller's id, even if the rest cannot be read.

    `given` is what is known of it where there is no document. None where it was not said, or cannot
    be read itself.
    """
    if isinstance(content, Document) and isinstance(content.data, dict):
        given = content.data.get(key)
    try:
        return read_fact(BY_KEY[key], given, names)
    except BadValueError:
        return None


class Written(Struct, frozen=True):
    """The text for one profile, and what is counted of it: its error, or if there is a route."""

    line: int
    text: str
    error: PmoPathError | None
    routed: bool


def written_line(
    record: InputRecord,
    names: Names,
    advise: Callable[[Profile], Advice],
    render: Callable[[BatchLine], str],
    name: str,
) -> Written:
    """Return the text for a record; an invalid one, or a failure to render, becomes its error."""
    answer = batch_line(record, names, advise)
    text = attempt(lambda: render(answer), name)
    if isinstance(text, PmoPathError):
        answer = BatchLine(record.line, InputRecord(record.line, text).located(text), answer.id)
        text = render(answer)
    if isinstance(answer.result, PmoPathError):
        return Written(answer.line, text, answer.result, False)
    return Written(answer.line, text, None, bool(answer.result.routes))


class Tally(Struct):
    """Counts of the lines of a batch.

    `bad` lines got an error instead of an advice, `failed` ones among them through a fault of the
    program; `empty` ones got an advice without a route. With `gate`, these count as problems too.
    """

    name: str
    gate: bool = False
    lines: int = 0
    bad: int = 0
    failed: int = 0
    empty: int = 0
    problems: list[Problem] = field(default_factory=list)

    def counted(self, lines: Iterable[Written], fail_fast: bool) -> Iterator[Written]:
        """Yield answers and count them; with `fail_fast`, the first bad one is the last."""
        for written in lines:
            self.note(written)
            yield written
            if fail_fast and self.bad:
                return

    def note(self, written: Written) -> None:
        """Count an answer."""
        self.lines += 1
        if written.error:
            self.bad += 1
            self.failed += written.error.code == INTERNAL
            self._tell(written.error.problems)
        elif not written.routed:
            self.empty += 1
            if self.gate:
                self._tell([nothing_advised(self.name, written.line)])

    def _tell(self, problems: Sequence[Problem]) -> None:
        self.problems += problems[: MOST_TOLD - len(self.problems)]

    def summary(self) -> str:
        """Return the outcome of all lines as a sentence."""
        if not self.lines:
            return "0 profiles were given: the input is empty, or a header alone"
        parts = [f"a route for {self.lines - self.bad - self.empty}"]
        parts += [f"none for {self.empty}"] * bool(self.empty)
        parts += shortfall(self.bad - self.failed, self.failed)
        return f"{self.lines} profile{'' if self.lines == 1 else 's'}: {', '.join(parts)}"

    def error(self) -> PmoPathError | None:
        """Return the error that ends the run with exit code 1, or None if the run succeeded.

        It holds the first `MOST_TOLD` problems.
        """
        if not self.bad and not (self.gate and self.empty):
            return None
        code = "lines-unread" if self.bad else "nothing-advised"
        return PmoPathError(self.summary(), tuple(self.problems), code=code, exit_code=1)


def nothing_advised(file: str | None = None, line: int | None = None) -> Problem:
    """Return the problem of an advice without a route, for `--fail-if-empty`."""
    hint = "the advice says why, and what would change it"
    return Problem(
        code="nothing-advised",
        detail="nothing is advised",
        hint=hint,
        file=file,
        line=line,
        column=line and 1,
    )


def shortfall(unread: int, failed: int) -> list[str]:
    """Return the counts of unreadable profiles and of program faults as parts of a sentence."""
    return [f"{unread} could not be read"] * bool(unread) + [
        f"the program failed on {failed}"
    ] * bool(failed)
