"""The work of a batch, in this process or in several, its answers always in the order of the input.

A worker gets its records and gives its answers through a pipe of its own, and ends when that is
closed: it does not outlive this process, however this one ends.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from pmo_path.cli.batch_run import BatchLine, Written, written_line
from pmo_path.cli.inputs import catalogue_from
from pmo_path.cli.outputs import as_usage_error, json_form
from pmo_path.core.errors import PmoPathError, Problem, usage_error
from pmo_path.profile.readers.jsonl import InputRecord

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

FORMATS = ("jsonl", "json", "csv")  # json is an alias of jsonl
Writer = Callable[[InputRecord], Written]

FEW = 100  # records that are answered sooner than another process has started
AT_ONCE = 16  # records given to a worker at a time


class Work(Struct, frozen=True):
    """What a worker needs to know besides the records."""

    catalogue: Path | None
    day: date
    strict: bool
    format: str
    select: Sequence[str] | None
    slim: bool
    name: str

    def header(self) -> str:
        """Return the header of the output. Raises a usage error, as `renderer` does."""
        return renderer(self.format, self.select, self.slim)[0]

    def writer(self) -> Writer:
        """Return the function that writes the answer to a record."""
        from pmo_path.answers.advise import advise

        known = catalogue_from(self.catalogue)
        return partial(
            written_line,
            names=known.names.with_strict(self.strict),
            advise=lambda person: advise(known, person, self.day),
            render=renderer(self.format, self.select, self.slim)[1],
            name=self.name,
        )


@contextmanager
def written_lines(
    records: Iterator[InputRecord], work: Work, write: Writer, jobs: int
) -> Iterator[Iterator[Written]]:
    """Yield the answers to all records in order; at the end no worker is left."""
    first = list(itertools.islice(records, FEW)) if jobs > 1 else []
    if len(first) < FEW:
        yield map(write, itertools.chain(first, records))
        return
    with _workers(work, jobs) as pipes:
        yield _in_turn(itertools.chain(first, records), pipes)


@contextmanager
def _workers(work: Work, jobs: int) -> Iterator[list[Connection]]:
    """Yield the pipes to `jobs` new workers, which are ended at the end."""
    import multiprocessing  # only here: it takes long to import

    fresh = multiprocessing.get_context("spawn")  # else it would keep the other pipes open
    started: list[tuple[Any, Connection]] = []
    try:
        for _ in range(jobs):
            here, there = fresh.Pipe()
            process = fresh.Process(target=_serve, args=(work, there), daemon=True)
            with _signals_blocked():  # a worker inherits that, until it ignores them itself
                process.start()
                started.append((process, here))
            there.close()
        yield [pipe for _, pipe in started]
    finally:
        for process, pipe in started:
            pipe.close()
            process.kill()
        for process, _ in started:
            process.join()


@contextmanager
def _signals_blocked() -> Iterator[None]:
    """Keep the signals that end this process waiting, where the system can."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ending())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ending() -> list[int]:
    """Return the signals that end a program; a terminal sends them to its workers as well."""
    import signal

    known = ("SIGINT", "SIGTERM", "SIGHUP")
    return [getattr(signal, name) for name in known if hasattr(signal, name)]


def _serve(work: Work, pipe: Connection) -> None:
    """Answer the records that come through the pipe until it is closed."""
    import signal

    for number in _ending():
        signal.signal(number, signal.SIG_IGN)
    write = work.writer()
    try:
        while True:
            pipe.send([write(record) for record in pipe.recv()])
    except (EOFError, OSError):
        return


def _in_turn(records: Iterator[InputRecord], pipes: list[Connection]) -> Iterator[Written]:
    """Yield the answers in order: each worker has some records, and gets more for its answers."""
    parts = iter(lambda: list(itertools.islice(records, AT_ONCE)), [])
    busy = deque(pipe for pipe, part in zip(pipes, parts, strict=False) if _gave(pipe, part))
    while busy:
        pipe = busy.popleft()
        try:
            answers = pipe.recv()
        except (EOFError, OSError):
            raise _lost() from None
        if part := next(parts, None):
            _gave(pipe, part)
            busy.append(pipe)
        yield from answers


def _gave(pipe: Connection, part: list[InputRecord]) -> bool:
    try:
        pipe.send(part)
    except OSError:
        raise _lost() from None
    return True


def _lost() -> PmoPathError:
    detail = "one of the processes that --jobs started has ended before its work was done"
    hint = "run it again with fewer --jobs; it may have run out of memory"
    problem = Problem(code="worker-lost", detail=detail, hint=hint)
    return PmoPathError("the batch is not complete", (problem,), code=problem.code)


def renderer(
    format: str, select: Sequence[str] | None, slim: bool
) -> tuple[str, Callable[[BatchLine], str]]:
    """Return the header of the output, and the function that renders an answer as a line.

    Raises a usage error for an unknown format or an invalid `--select`.
    """
    from pmo_path.core.json_text import json_data, json_line
    from pmo_path.core.suggest import did_you_mean

    if format not in FORMATS:
        raise usage_error("--format: there is no such format here", did_you_mean(format, FORMATS))
    if format == "csv" and not slim:
        from pmo_path.reports.csv_columns import DEFAULT, columns, header, row

        with as_usage_error("--select"):
            chosen = columns(select or DEFAULT)
        return header(chosen), lambda answer: row(json_data(answer.plain()), chosen)
    form = json_form("csv" if format == "csv" else "json", select, "batch-line", slim=slim)
    return "", lambda answer: json_line(answer.plain(form))
