"""All output of the program: standard output, standard error, and files replaced atomically."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pmo_path.core.errors import PmoPathError, Problem, error_reason
from pmo_path.core.wrapping import wrap
from pmo_path.system.part_files import clear_parts, replacing

MIN_WIDTH = 20


def width() -> int:
    """Return the width of text on standard output: COLUMNS, else the terminal's, else 80."""
    return max(MIN_WIDTH, shutil.get_terminal_size((80, 24)).columns)


def talk_width() -> int:
    """Return the width of text on standard error: COLUMNS, else that terminal's, else 80."""
    given = os.environ.get("COLUMNS", "")
    try:
        columns = (
            int(given) if given.isdecimal() else os.get_terminal_size(sys.stderr.fileno()).columns
        )
    except (OSError, ValueError, AttributeError):
        columns = 80
    return max(MIN_WIDTH, columns or 80)


def talk_height() -> int:
    """Return how many lines the terminal on standard error shows, or 24."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).lines or 24
    except (OSError, ValueError, AttributeError):
        return 24


def write(
    result: str | bytes, target: Path | None = None, force: bool = False, private: bool = False
) -> None:
    """Write a complete result, text as UTF-8, to standard output or a file. Raises as `opened`."""
    if target is None:
        _write_out(_encoded(result))
        return
    with opened(target, force, private) as put:
        put(result)


def _encoded(result: str | bytes) -> bytes:
    return result.encode("utf-8") if isinstance(result, str) else result


@contextmanager
def opened(
    target: Path | None = None, force: bool = False, private: bool = False
) -> Iterator[Callable[[str | bytes], None]]:
    """Yield a function that writes one piece after another.

    To standard output each piece is written at once, whole even if a signal arrives meanwhile. A
    file is written atomically: it appears after the last piece, and not at all after a failure or
    an interruption; a `private` one has mode 0600. Raises PmoPathError if the file exists and
    `force` is not given, or if something cannot be written.
    """
    if target is None:
        yield _write_whole
        return
    if "\0" in str(target):
        raise _unwritable(
            Path("-o"), "cannot-write", "this is no name of a file", "give another name"
        )
    try:
        target = Path(os.path.realpath(target))
        clear_parts(target)
        existing = target.stat() if target.exists() else None
        if existing and not force:
            raise _unwritable(
                target, "file-exists", "the file exists already", "give --force to replace it"
            )
        if existing and not stat.S_ISREG(existing.st_mode):
            raise _unwritable(
                target, "not-a-file", "this is no regular file", "give the name of a file"
            )
        mode = stat.S_IMODE(existing.st_mode) if existing else 0o666 & ~_umask()
        with replacing(target, 0o600 if private else mode) as file:
            yield lambda piece: (file.write(_encoded(piece)), None)[1]
    except OSError as error:
        raise _unwritable(
            target,
            "cannot-write",
            f"cannot be written: {error_reason(error)}",
            "check the directory and the disk",
        ) from None


def directory(target: Path) -> None:
    """Create a directory if it does not exist. Raises PmoPathError if it cannot be created."""
    try:
        target.mkdir(exist_ok=True)
    except OSError as error:
        detail = f"cannot be a directory: {error_reason(error)}"
        raise _unwritable(
            target, "cannot-write", detail, "give a directory, or the name of a new one"
        ) from None


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def _write_out(data: bytes) -> None:
    if sys.stdout is None:
        raise _unwritten("it is closed")
    out = sys.stdout.buffer
    left = memoryview(data)
    try:
        while left:  # an unbuffered stream may write only a part
            left = left[out.write(left) :]
        out.flush()
    except BrokenPipeError:
        give_up(sys.stdout)
        raise
    except OSError as error:
        raise unwritten(error) from None


def _write_whole(piece: str | bytes) -> None:
    with _interrupts_held():
        _write_out(_encoded(piece))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Defer SIGINT, SIGTERM and SIGHUP until the block ends; a second signal interrupts at once.

    Does nothing outside the main thread, which alone may set signal handlers.
    """
    import signal  # only needed for output in several pieces
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []

    def hold(number: int, frame: object) -> None:
        if held:
            raise KeyboardInterrupt
        held.append(number)

    known = [
        getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
    ]
    # A signal that is ignored, such as SIGHUP under nohup, stays ignored.
    deferred = [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, hold) for number in deferred}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for number in held:
        signal.raise_signal(number)


def unwritten(error: OSError) -> PmoPathError:
    """Return the error for a failed write to standard output, after `give_up` on it."""
    give_up(sys.stdout)
    return _unwritten(error_reason(error))


def _unwritten(why: str) -> PmoPathError:
    problem = Problem(
        code="cannot-write",
        detail=f"standard output cannot be written: {why}",
        hint="check where the output goes, and the disk",
    )
    return PmoPathError("the result could not be written", (problem,), code="cannot-write")


def give_up(*streams: IO[str] | None) -> None:
    """Redirect streams that cannot be written to the null device.

    Otherwise the interpreter would try to flush them at exit, and fail again.
    """
    for stream in streams:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(target: Path, code: str, detail: str, hint: str) -> PmoPathError:
    problem = Problem(code=code, detail=detail, hint=hint, file=str(target))
    return PmoPathError("the result could not be written", (problem,), code=code)


def tell(text: str) -> None:
    """Write a message for people to standard error, wrapped; do nothing if that is closed."""
    if sys.stderr is not None:
        sys.stderr.write("\n".join(wrap(text, talk_width())) + "\n")


def tell_nothing(text: str) -> None:
    """Write no message."""
