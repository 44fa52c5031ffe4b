"""The sentences of the list of what to check first, by code."""

from __future__ import annotations

WORKLIST = {
    "work-title": (
        "What to check with the live web on {day}, first what is advised most. Counted over "
        "{situations} plain situations: each career level, in each kind of PMO, nothing held."
    ),
    "work-first": "A next step in {count} of {situations}.",
    "work-conflict": "Sources disagree: {topic}.",
    "work-price": "Price: nothing is known.",
    "work-price-old": "Price: what is known is old, undated or incomplete.",
    "work-unknown": "The {about}: nothing is known.",
    "work-weak": "The {about}: said on undated pages of others alone.",
    "work-page": "Page: none to send people to is known.",
    "work-status": "Still on offer? The newest sign: {date}.",
    "work-status-undated": "Still on offer? No sign is dated.",
    "work-read": "Read so far: {sources}.",
    "work-where": "Look at: {where}",
    "work-nothing": "Nothing is open.",
}
