"""The entry point: process set-up, signals and exit codes."""

from __future__ import annotations

import gc
import signal
import sys
import warnings
from typing import Any

from pmo_path.cli import error_boundary
from pmo_path.core.errors import MissingFontWarning
from pmo_path.system import output


def _stop_cleanly() -> None:
    """Raise SystemExit(143) on SIGTERM and SIGHUP, so that files and terminal are cleaned up."""

    def stop(*_: object) -> None:
        raise SystemExit(143)

    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:  # leave it ignored under nohup
            signal.signal(number, stop)


def _tell_warnings() -> None:
    """Print each warning of the reports once, as a message for people."""
    usual = warnings.showwarning

    def show(message: Warning | str, category: type[Warning], *where: Any, **more: Any) -> None:
        if issubclass(category, MissingFontWarning):
            output.tell(str(message))
        else:
            usual(message, category, *where, **more)

    warnings.showwarning = show
    warnings.simplefilter("default", MissingFontWarning)


def run() -> int | str | None:
    """Run the program with the arguments of this process and return its exit code."""
    gc.set_threshold(100_000)  # few runs are long enough to make that much garbage
    try:
        # Imported inside the try, so that Ctrl-C while typer loads is handled too.
        from pmo_path.cli.app import app_for

        app_for(sys.argv[1:])(prog_name="pmo-path")
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        output.give_up(sys.stdout, sys.stderr)  # either may be the closed one
        return 141
    except OSError as error:  # typer writes help and completion itself
        error_boundary.report_error(output.unwritten(error), False)
        return 3
    except SystemExit as end:
        return 141 if isinstance(end.__context__, BrokenPipeError) else end.code  # typer's is 1
    return 0


def main() -> None:
    """Run the program and exit; the entry point of `pmo-path` and `python -m pmo_path`."""
    _stop_cleanly()
    _tell_warnings()
    try:
        raise SystemExit(run())
    finally:
        gc.freeze()  # skip the collection at exit: it takes as long as an advice
