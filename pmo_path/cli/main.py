"""The entry point: how the program starts, and with which exit code it ends."""

from __future__ import annotations

import gc
import signal
import sys

from pmo_path.cli import error_boundary
from pmo_path.system import output


def _stop_cleanly() -> None:
    """Where the run is told to end, end as an interruption does: nothing half done stays, the terminal is put back."""

    def stop(*_: object) -> None:
        raise SystemExit(143)

    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:  # nohup leaves it ignored
            signal.signal(number, stop)


def run() -> int | str | None:
    """Run the program with the command line of this process, and return its exit code."""
    gc.set_threshold(100_000)  # few runs are long enough to make that much garbage
    try:
        # Imported here: an interruption while typer is loaded ends like any other.
        from pmo_path.cli.app import app_for

        app_for(sys.argv[1:])(prog_name="pmo-path")
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        output.give_up(sys.stdout, sys.stderr)  # whichever it was
        return 141
    except OSError as error:  # help and completion are written by the library
        error_boundary.report(output.unwritten(error), False)
        return 3
    except SystemExit as end:
        return 141 if isinstance(end.__context__, BrokenPipeError) else end.code  # for which the library ends with 1
    return 0


def main() -> None:
    """Be the program; the entry point of `pmo-path` and `python -m pmo_path`."""
    _stop_cleanly()
    try:
        raise SystemExit(run())
    finally:
        gc.freeze()  # what is left goes with the process; looking through it takes as long as an advice
