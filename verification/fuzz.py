"""Bring hostile input through every door of the program.

    python verification/fuzz.py --count 20000
    python verification/fuzz.py --again 1234

The input of a number follows from the seed alone, so that a finding can be brought in again.
Found are tracebacks, faults of the program in a batch, exit codes that no page names, refusals
without a word, JSON that is none, and what takes more than 20 s of the processor. Exits 1 where
something was found.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import os
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fuzzing.doors import DOORS, Outcome

SEED = 17
LONGEST = 20  # seconds of the processor, so that a busy machine finds nothing


class Hang(BaseException):
    """An input takes too long; no Exception, so that nothing in the program catches it."""


def brought_in(seed: int, number: int) -> tuple[str, Outcome]:
    """Bring one input in; return its door, and how it ended."""
    chance = Random(f"{seed}:{number}")
    (door,) = chance.choices(list(DOORS), weights=[share for share, _ in DOORS.values()])
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        signal.setitimer(signal.ITIMER_PROF, LONGEST)
        try:
            return door, DOORS[door][1](chance, Path(place))
        except Hang:
            return door, Outcome(-1, f"more than {LONGEST} s")
        except Exception:
            return door, Outcome(-1, traceback.format_exc(limit=-4))
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


def _hang(number: int, frame: object) -> NoReturn:
    raise Hang


def fuzz(seed: int, numbers: range) -> dict[int, str]:
    """Bring inputs in, print what they came to, and return what was found by number."""
    signal.signal(signal.SIGPROF, _hang)
    found: dict[int, str] = {}
    endings: dict[str, collections.Counter[int]] = collections.defaultdict(collections.Counter)
    slowest = (0.0, 0)
    for number in numbers:
        begin = time.process_time()
        door, outcome = brought_in(seed, number)
        slowest = max(slowest, (time.process_time() - begin, number))
        endings[door][outcome.code] += 1
        if outcome.wrong:
            found[number] = outcome.wrong
            print(f"found: {number} ({door}): {outcome.wrong}", flush=True)
    for door, codes in sorted(endings.items()):
        ended = ", ".join(f"{count} with {code}" for code, count in sorted(codes.items()))
        print(f"{door}: {sum(codes.values())} inputs ended: {ended}")
    print(f"slowest: {slowest[0]:.1f} s, number {slowest[1]}")
    print(f"seed {seed}: {len(found)} findings in {len(numbers)} inputs")
    return found


def main() -> int:
    """Run the fuzz."""
    parser = argparse.ArgumentParser(description="Bring hostile input through every door.")
    parser.add_argument("--count", type=int, default=2_000, help="how many inputs (2000)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first (0)")
    parser.add_argument("--seed", type=int, default=SEED, help=f"of the inputs ({SEED})")
    parser.add_argument("--again", type=int, metavar="NUMBER", help="one input alone")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:  # nobody's own saved interview or cache
        os.environ |= {
            "HOME": home,
            "XDG_STATE_HOME": home,
            "XDG_CACHE_HOME": home,
            "COLUMNS": "80",
        }
        first, count = (given.first, given.count) if given.again is None else (given.again, 1)
        numbers = range(first, first + count)
        return 1 if fuzz(given.seed, numbers) else 0


if __name__ == "__main__":
    sys.exit(main())
