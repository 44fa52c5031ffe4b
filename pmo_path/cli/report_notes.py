"""What `report` tells of directories: the files that it passed over, left standing or removed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from pmo_path.cli.find_profiles import passed_over
from pmo_path.cli.report_directory import LeftOver, Pruned
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.reports.cohort_words import names_words


def passed_over_notes(paths: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for each directory on its files that are no profiles, and why."""
    for path in dict.fromkeys(path for path in paths if path != "-" and os.path.isdir(path)):
        if groups := _groups(passed_over(path)):
            yield say("passed-over", directory=inert(path), groups="; ".join(groups))


def _groups(found: Mapping[str, Sequence[str]]) -> list[str]:
    return [
        say("passed-over-group", names=_names(names), reason=say(f"passed-over-{why}"))
        for why, names in found.items()
    ]


def left_over_notes(left: LeftOver, put_off: bool) -> Iterator[str]:
    """Yield sentences on what earlier runs left over; `put_off` if it was to be removed."""
    if left.unchanged or left.changed:
        yield say("left-over", names=_names((*left.unchanged, *left.changed)))
    if left.changed:
        yield say("left-over-changed", names=_names(left.changed))
    if left.unchanged:
        yield say("prune-put-off" if put_off else "prune-hint")


def pruned_notes(pruned: Pruned, left: LeftOver) -> Iterator[str]:
    """Yield sentences on what was removed, and on what was kept and why."""
    if pruned.removed:
        yield say("pruned", names=_names(pruned.removed))
    if pruned.kept:
        yield say("prune-kept", names=_names(pruned.kept), why=pruned.why)
    if left.changed:
        yield say("prune-kept-changed", names=_names(left.changed))


def _names(names: Sequence[str]) -> str:
    return names_words([inert(name) for name in names])
