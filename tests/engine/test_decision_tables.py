"""The tables of career level by kind of PMO, on a day of 2018 and today, against what was reviewed.

`UPDATE_TABLES=1 pytest -n0 tests/engine/test_decision_tables.py` writes tables/*.txt anew; review
them as a diff.
`pytest -s -n0 tests/engine/test_decision_tables.py` prints them.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Mapping
from datetime import date

import pytest
from paths import TABLES

from pmo_path.answers.cautions import cautions
from pmo_path.engine.decision import Decision, decide
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.meanings import LEVELS, PMO_TYPES
from pmo_path.profile.profile import Profile

DAYS = (date(2018, 7, 1), date(2026, 11, 22))
Table = Mapping[tuple[str, str], Decision]


def table_on(catalogue: Catalogue, day: date) -> Table:
    return {
        (level, kind): decide(
            on_day(catalogue, day), Profile(experience_level=level, pmo_types=(kind,))
        )
        for level, kind in itertools.product(LEVELS, PMO_TYPES)
    }


def cell(decision: Decision) -> list[str]:
    """Return the next steps, one a line; `caution` where no source places one of them in that kind
    of PMO.
    """
    unplaced = any(one.rule == "not-placed" for one in cautions(decision))
    return [*decision.next_steps, *(["caution"] if unplaced else [])]


def lines(cells: list[list[str]], widths: list[int]) -> Iterable[str]:
    for row in itertools.zip_longest(*cells, fillvalue=""):
        yield "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()


def text_of(table: Table) -> str:
    rows = [[[""], *([kind] for kind in PMO_TYPES)]]
    rows += [[[level], *(cell(table[level, kind]) for kind in PMO_TYPES)] for level in LEVELS]
    widths = [
        max(len(text) for one in column for text in one) for column in zip(*rows, strict=True)
    ]
    rule = "  ".join("-" * width for width in widths)
    return (
        "\n".join(itertools.chain.from_iterable([*lines(row, widths), rule] for row in rows)) + "\n"
    )


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_cell_begins_with_something_on_offer(day: date, catalogue: Catalogue) -> None:
    table = table_on(catalogue, day)
    assert len(table) == 20
    offered = on_day(catalogue, day).offered
    assert [place for place, one in table.items() if not one.next_steps] == []
    assert [place for place, one in table.items() if not all(map(offered, one.next_steps))] == []


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_table_is_the_reviewed_one(day: date, catalogue: Catalogue) -> None:
    text = text_of(table_on(catalogue, day))
    print(f"\n{day}\n{text}")
    file = TABLES / f"{day}.txt"
    if os.environ.get("UPDATE_TABLES") == "1":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), (
        "review the change, then rewrite it with UPDATE_TABLES=1"
    )
