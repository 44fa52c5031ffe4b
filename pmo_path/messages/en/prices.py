"""The words for prices that were seen, for a person's own, and for times of study."""

from __future__ import annotations

PRICES = {
    "cost-not-current": "no current price is known to us. Seen: {seen}. Ask {ask}.",
    "cell-seen": "once {seen}",
    "cell-seen-step": "{name}: {seen}",
    "price-range": "{amount} for {what} ({ground})",
    "price-brief": "{amount} ({what}; {when}, {who})",
    "price-count": "{count} prices",
    "price-region": "for {region}",
    "price-undated-too": "{days} or undated",
    "price-undated": "undated",
    "vat-included": "with VAT",
    "vat-excluded": "without VAT",
    "vat-unknown": "VAT not said",
    "vat-mixed": "with or without VAT",
    "brief-exam": "exam",
    "brief-course-with-exam": "course with exam",
    "brief-course": "course",
    "brief-resit": "resit",
    "brief-application": "application",
    "brief-membership": "membership",
    "brief-renewal": "renewal",
    "brief-change": "change",
    "for-exam": "the exam",
    "for-course-with-exam": "a course with the exam",
    "for-course": "a course without the exam",
    "for-resit": "a resit",
    "for-application": "the application",
    "for-membership": "a year of membership",
    "for-renewal": "the renewal",
    "for-change": "moving or cancelling the exam",
    "many-owner": "{count} owners",
    "many-exam-body": "{count} examination bodies",
    "many-training-provider": "{count} training providers",
    "many-study-site": "{count} study sites",
    "many-forum": "{count} forums",
    "many-press": "{count} press reports",
    "sum-of": "prices of {days}",
    "yours": "your own price",
    "theirs": "own price",
    "study-step": "{time} for {name}",
    # what a budget comes to
    "over-budget": "{name} costs {least} or more ({ground}), beyond your budget of {budget}.",
    "over-budget-sum": (
        "{name} cost {least} or more together ({ground}), beyond your budget of {budget}."
    ),
    "budget-range": (
        "{name}: {cost} ({ground}); only the lower end is within your budget of {budget}. Settle "
        "the price before you book."
    ),
    "in-budget": "{name}: {cost} ({ground}), within your budget of {budget}.",
    "budget-currency": (
        "{name}: {cost} ({ground}). Your budget of {budget} is in another currency: give the price "
        "in {currency} to have it compared."
    ),
    "budget-unknown": (
        "Your budget of {budget} cannot be compared: no current price of {name} is known to us. "
        "Ask for a quote and give it as your own price."
    ),
}
