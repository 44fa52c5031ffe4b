"""The proof of the short form: over the small catalogue, and that each check can find a fault."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import paths
import pytest
from msgspec.structs import replace
from proof import people, run, screens
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.catalogue.load import load_catalogue
from pmo_path.core.scalars import Range
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Held, Profile
from pmo_path.reports.text_short import MOST_LINES, render

SMALL = on_day(load_catalogue(paths.SMALL), date(2026, 11, 22))
NOW = on_day(shipped(), date(2026, 11, 22))
LAPSING = Profile(
    role="PMO analyst",
    holds=(Held("p3o-foundation", date(2024, 1, 10)),),
    needed_by=NOW.date - timedelta(days=1),
)
ADVICE = advise(shipped(), LAPSING, NOW.date)
TEXT = render(ADVICE)


def test_everybody_of_the_small_catalogue_reads_one_screen() -> None:
    _, everybody = people.classes(SMALL)
    wrong, lengths = screens.prove_screens(SMALL, everybody, 7)
    assert wrong == []
    assert lengths.total() > 30
    assert list(screens.too_long(lengths)) == []


def test_nothing_is_found_in_what_is_printed() -> None:
    assert list(screens.on_screen(ADVICE, TEXT)) == []


@pytest.mark.parametrize(
    ("said", "instead", "finding"),
    [
        ("has passed", "is known", "too-late is not told"),
        ("in less than three months", "some day", "lapsing is not told"),
        ("IN SHORT", "TO END", "IN SHORT is not at the end"),
        ("  To see more:", "  More:", "To see more"),
        ("  Next step:", "  First:", "Next step"),
    ],
)
def test_what_is_left_out_is_found(said: str, instead: str, finding: str) -> None:
    assert said in TEXT
    found = list(screens.on_screen(ADVICE, TEXT.replace(said, instead)))
    assert [text for text in found if text.startswith(finding)] == found
    assert len(found) == 1


def test_a_gap_that_is_left_out_is_found() -> None:
    aspiring = Profile(
        experience_level="analyst",
        target_level="manager",
        years_in_projects=Range(3, 5),
        holds=(),
    )
    closed = advise(shipped(), aspiring, NOW.date)
    gap = closed.first_routes[0].steps[0].gaps[0]
    text = render(closed, 10_000)
    assert list(screens.on_screen(closed, text)) == []
    assert list(screens.on_screen(closed, text.replace(gap.text, ""))) == [
        f"{gap.text} is not told"
    ]


def test_lines_that_warn_of_no_harm_are_too_many() -> None:
    harmless = replace(ADVICE, cautions=())
    long = "\n" * MOST_LINES + TEXT
    assert any("lines" in found for found in screens.on_screen(harmless, long))
    of_harm = replace(ADVICE, cautions=ADVICE.cautions * MOST_LINES)
    assert list(screens.on_screen(of_harm, long)) == []


def test_one_of_ten_may_read_more() -> None:
    assert list(screens.too_long(Counter({MOST_LINES: 9, 60: 1}))) == []
    assert list(screens.too_long(Counter({MOST_LINES: 8, 60: 2})))
    assert list(screens.too_long(Counter())) == []


def test_the_share_stands_in_what_a_run_prints() -> None:
    part = run.Part(screens=Counter({30: 1, MOST_LINES: 2, 45: 1}))
    assert list(run.lines(part)) == [
        "           4 people, the short form of an advice: 75.0% in 40 lines or fewer, "
        "median 40, mean 38.75, at most 45 lines"
    ]
