"""The words for how old something is: the facts of an answer, and amounts of money."""

from __future__ import annotations

AGES = {
    "age-all": (
        "The facts shown here were last checked {when}, more than 180 days before {as_of}: what is "
        "said of that day is a guess from what was known then."
    ),
    "age-some": (
        "Facts about {names} were last checked {when}, more than 180 days before {as_of}: what is "
        "said of them on that day is a guess from what was known then."
    ),
    "age-count": "{count} of the {all} certifications shown here",
    "stale": (
        "The facts about {name} were last checked on {day}, more than 180 days before {as_of}. "
        "Ask {ask} whether they still hold."
    ),
    "checked-on": "on {day}",
    "checked-between": "between {first} and {last}",
    "as-known": "{said}, as far as was known on {day}",
    "day-to-come": (
        "Note: {day} is still to come. What is said of it is a guess from what is known today."
    ),
    "source-undated": "undated",
    # money, and whom to ask
    "compare-ask": "For what is not known to us, ask {whom}.",
    "compare-whom": "{ask} about {name}",
    "money-not-confirmed": "not confirmed since",
    "money-dated": "dated {date}",
    "money-who": "{name}, {kind}",
    "money-note": "note: {note}",
    "by-owner": "the owner",
    "by-exam-body": "the examination body",
    "by-training-provider": "a training provider",
    "by-study-site": "a study site",
    "by-employer": "an employer",
    "by-public-body": "a public body",
    "by-forum": "a forum",
    "by-press": "the press",
    # who speaks, beside a source
    "source-training-provider": "seller",
    "source-study-site": "study site",
    "source-forum": "forum",
    "source-house-of-pmo-circle": "circle",
    "source-legend-sells": "A seller sells what it writes about.",
    "source-legend-circle": "Sources of the circle of House of PMO count as one voice.",
    "source-checked": "checked {day}",
}
