"""The short form of an advice: one screen for nine of ten, and nothing that harms left out.

What rules and levels tell apart has no money, days, country or award about to lapse, but a screen
shows them: each class of people is given one set of limits and awards, another one each time.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from pmo_path.answers.advise import advise
from pmo_path.answers.cautions import HARMFUL
from pmo_path.contract.advice import Advice, Caution
from pmo_path.core.scalars import Money, Range
from pmo_path.core.wrapping import bullet
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import long_date
from pmo_path.messages.phrases import headline
from pmo_path.model.on_day import Day
from pmo_path.profile.profile import Held, OtherCertificate, Profile
from pmo_path.reports.text_short import MOST_LINES, render
from proof.cells import award
from proof.whole import held_by

Found = Iterator[str]
WIDTH = 80
LAST = 20  # lines of what was printed last that a terminal of 24 rows shows
LEAST_SHARE = 0.9  # of people whose advice is to take MOST_LINES at most


def prove_screens(
    day: Day, everybody: Iterable[Profile], share: int
) -> tuple[list[str], Counter[int]]:
    """Check the short form for every `share`-th class; return the findings and the line counts."""
    wrong: list[str] = []
    lengths: Counter[int] = Counter()
    for turn, profile in enumerate(itertools.islice(everybody, 0, None, share)):
        person = replace(profile, **_limits(day, turn), holds=_held(day, turn))
        advice = advise(day.catalogue, person, day.date)
        text = render(advice, WIDTH)
        lengths[len(text.splitlines())] += 1
        wrong += [f"{day.date} {finding}: {person.plain()}" for finding in on_screen(advice, text)]
    return wrong, lengths


def too_long(lengths: Counter[int]) -> Found:
    """Nine of ten people read at most MOST_LINES."""
    if lengths and share_on_screen(lengths) < LEAST_SHARE:
        yield f"{share_on_screen(lengths):.1%} of people read at most {MOST_LINES} lines"


def share_on_screen(lengths: Counter[int]) -> float:
    """Return the share of people who read at most MOST_LINES."""
    return sum(lengths[number] for number in lengths if number <= MOST_LINES) / lengths.total()


# --- one person's screen -----------------------------------------------------------------


def on_screen(advice: Advice, text: str) -> Found:
    """What warns of harm is told, nothing else makes it long, and the end holds the essence."""
    lines = text.splitlines()
    told, end = _words(text), _words("\n".join(lines[-LAST:]))
    warned = [caution for caution in advice.cautions if caution.rule in HARMFUL]
    for caution in warned:
        if not any(_words(said) in told for said in (caution.text, *_instead(caution, advice))):
            yield f"{caution.rule} is not told"
    of_harm = sum(len(bullet(caution.text, WIDTH)) for caution in warned)
    # An award about to lapse is told once more at the end.
    of_harm += sum(line.startswith(("  Your ", "  First renew your ")) for line in lines)
    if len(lines) - of_harm > MOST_LINES:
        yield f"{len(lines)} lines, {of_harm} of them of harm"
    if len(advice.first_routes) == 1:
        gaps = advice.first_routes[0].steps[0].gaps
        yield from (f"{gap.text} is not told" for gap in gaps if _words(gap.text) not in told)
    essence = [say("heading-in-short").upper(), say("see-more")]
    essence += [headline(advice)] if advice.first_routes else []
    yield from (f"{said} is not at the end" for said in essence if _words(said) not in end)


def _instead(caution: Caution, advice: Advice) -> Found:
    """Yield the shorter words for a lapse that is renewed, and for facts that are all old."""
    if caution.rule == "stale" and advice.catalogue.age:
        yield advice.catalogue.age
    if caution.rule == "lapsed":
        yield from (
            say(
                "deadline-lapsed",
                name=award.name,
                due=f"on {long_date(date.fromisoformat(award.valid_until))}",
            )
            for award in advice.holdings
            if award.certification == caution.certification and award.valid_until
        )


def _words(text: str) -> str:
    """Return a text without its lines."""
    return " ".join(text.split())


# --- what a class is given besides ----------------------------------------------------------


def _limits(day: Day, turn: int) -> dict[str, Any]:
    """Return money, days, country and languages by turns: none, some, and all at once."""
    soon = day.date + timedelta(days=60)
    limits: tuple[dict[str, Any], ...] = (
        {},
        {"needed_by": soon, "hours_per_week": Range(4, 4)},
        {"budget": Money(Decimal(500), "GBP"), "reads": ("nl",)},
        {"holds_other": (OtherCertificate("MSP Practitioner"),), "country": "NL"},
        {
            "name": "Joan",
            "budget": Money(Decimal(500), "EUR"),
            "needed_by": soon,
            "country": "NL",
            "reads": ("nl", "en"),
        },
    )
    return limits[turn % len(limits)]


def _held(day: Day, turn: int) -> tuple[Held, ...] | None:
    """Return awards by turns: not said, none, some, and some of which the valid ones lapse soon."""
    some = held_by(day, turn)
    lapsing = tuple(
        replace(held, awarded_on=held.awarded_on or award(day, held.certification, "lapsing"))
        for held in some
    )
    return (None, (), some, lapsing)[turn % 4]
