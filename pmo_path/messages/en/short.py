"""The words of an advice on one screen, where they differ from those of the full form."""

from __future__ import annotations

SHORT = {
    "heading-why": "Why",
    "why-held": "You hold {names}.",
    "heading-takes": "What it takes",
    "heading-in-short": "In short",
    "more-cautions": "Less urgent, in the full form: {count}.",
    "left-out": "In the full form: {counts}.",
    "more-routes": "Further down: {names}.",
    "deadline-needed": "You need it by {day}.",
    "deadline-lapsing": "Your {name} lapses {due}.",
    "deadline-lapsing-soon": "First renew your {name}: it lapses {due}.",
    "deadline-lapsed": "Your {name} lapsed {due}, unless you renewed it since.",
    "where-to-go": "Where to go for {name}: {where}",
    "where-in-full": "Where to go for each stands in the full form.",
    "sharpest": "What would sharpen this most: {noun}{option}.",
    "see-more": "To see more: --full, or explain, report and catalogue compare.",
    "tie-people-decide": (
        "People decide such a tie by what their employer works with, by an award that would lapse, "
        "by money and by days (our judgement)."
    ),
}
