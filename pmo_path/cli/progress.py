"""Progress bars on standard error for long runs, shown only to a person at a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pmo_path.messages import grammar

Advance = Callable[[int], None]


def is_shown(to_file: bool) -> bool:
    """Return whether standard error is a terminal and the results go elsewhere."""
    visible = sys.stderr is not None and sys.stderr.isatty()
    return visible and (to_file or sys.stdout is None or not sys.stdout.isatty())


@contextmanager
def batch_progress(path: str, shown: bool) -> Iterator[tuple[Advance, Advance]]:
    """Yield two functions to report progress: bytes read, and profiles answered.

    They do nothing unless `shown`.
    """
    if not shown:
        yield (lambda count: None), (lambda count: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    total = (path != "-" and os.path.getsize(path)) or None
    columns = (BarColumn(), TextColumn("{task.fields[profiles]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, profiles=grammar.counted(0, "profile"))
        profiles = 0

        def answered(count: int) -> None:
            nonlocal profiles
            profiles += count
            progress.update(task, profiles=grammar.counted(profiles, "profile"))

        yield (lambda count: progress.advance(task, count)), answered


@contextmanager
def report_progress(total: int, shown: bool) -> Iterator[Advance]:
    """Yield a function to report how many more of `total` reports were written.

    It does nothing unless `shown`.
    """
    if not shown:
        yield lambda count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("reports"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda count: progress.advance(task, count)
