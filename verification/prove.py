"""Prove the engine over every class of practitioners.

    python verification/prove.py --full
    python verification/prove.py --quick

`--full` covers every class; `--quick` a fixed share of them. `--write DATE` writes
docs/guarantees.md with the figures of a run that found nothing. Exits 1 where something was found.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from proof import guarantees
from proof.run import FULL, QUICK, lines, run


def main() -> int:
    """Run the proof and print what it covered."""
    parser = argparse.ArgumentParser(
        description="Prove the engine over every class of practitioners."
    )
    size = parser.add_mutually_exclusive_group(required=True)
    size.add_argument("--full", action="store_const", const=FULL, dest="size", help="every class")
    size.add_argument(
        "--quick",
        action="store_const",
        const=QUICK,
        dest="size",
        help="a fixed share of the classes",
    )
    parser.add_argument("--processes", type=int, default=2, help="how many at once (2)")
    parser.add_argument("--without-interview", action="store_true", help="leave out the interview")
    parser.add_argument("--write", metavar="DATE", help="write docs/guarantees.md, as of this day")
    options = parser.parse_args()
    chosen = replace(options.size, titles=slice(0)) if options.without_interview else options.size
    part, seconds = run(chosen, options.processes)
    for line in part.wrong[:40]:
        print(f"found: {line}")
    print(*lines(part), sep="\n")
    print(
        f"{options.size.name}: {len(part.wrong)} findings in {seconds:.0f} s "
        f"on {options.processes} process(es)"
    )
    if options.write and not part.wrong:
        page = guarantees.page(part, seconds, options.processes, options.write, options.size)
        guarantees.TARGET.write_text(page, encoding="utf-8")
    return 1 if part.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
