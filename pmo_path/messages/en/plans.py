"""The words of a plan: steps, days, money, limits and alternatives."""

from __future__ import annotations

PLANS = {
    # the answer
    "plan-answer": "From {own} to {target}: {steps}.",
    "plan-answer-same": "At {target}: {steps}.",
    "plan-answer-unknown-level": "To {target}: {steps}. Your own level is not known.",
    "plan-take": "take {name}",
    "plan-renew": "renew {name}",
    "plan-work-up": "work up to {level}",
    "plan-no-step": "nothing to take is on offer, and there is no step to work up",
    "plan-no-target": (
        "We cannot tell where you want to be. Say your job title or level, or the level that you "
        "want to reach (--target-level): entry, analyst, manager or director."
    ),
    "plan-none-within": (
        "No plan keeps within what you said. The ones that come first, and what they break, "
        "stand below."
    ),
    "plan-leaves": (
        "You want to leave PMO work for delivery. Plans here lead to a level of PMO work; give "
        "--target-level for one."
    ),
    # steps
    "plan-title-experience": "experience alone, without a certification",
    "plan-step-take": "Take {name}",
    "plan-step-renew": "Renew {name}",
    "plan-step-work-up": "Work up from {below} to {level}",
    "plan-step-gain": "Gain {noun}: from {now} to {to}",
    "plan-step-gain-unsaid": "Gain {noun}: {to} are asked for, and how many you have is not said",
    "plan-experience-unpublished": (
        "Nobody publishes how long this takes. Ask people who made that step where you work; "
        'with --assume "{below} to {level}=3 years" the plan takes your number.'
    ),
    "plan-experience-assumed": "You assume that this takes {length}; nobody publishes it.",
    "plan-experience-band": (
        "For orientation: we place {level} at {years} of PMO work (our judgement; no body "
        "publishes it)."
    ),
    "plan-experience-titles": "Titles at {level}: {titles}.",
    "plan-gain-asked": "{name} asks for it: {requirement}.",
    "plan-hours": "{hours}, at {week} a week",
    "plan-ask-experience": "people who made that step where you work",
    "plan-ask-yourself": "yourself: say {noun}",
    "plan-ask-award-day": "yourself: it counts from the day on which you pass {name}",
    # days
    "plan-earliest": "at the earliest {day}",
    "plan-likely": "likely {day}",
    "plan-no-day": "no day can be given: {what} is not known; ask {ask}",
    "plan-exam-wait": (
        "Days are those of training, one step after the other. How long one waits for a place or "
        "an exam is not published, and is not in them."
    ),
    # renewals
    "plan-renewals-undated": (
        "The day of a renewal is counted from the exam, and not known before that has a day."
    ),
    "plan-renewal": "Renew {name} by {due}.",
    "plan-renewal-undated": "{name} lasts {time} from its exam; its day is not known.",
    "plan-lasting-unknown": "It is not published how long {names} lasts.",
    # money
    "plan-cost": "The plan costs {sums}.",
    "plan-cost-at-least": "The plan costs at least {sums}; not all of it is known.",
    "plan-cost-none": "What the plan costs is not known: no current price is published.",
    "plan-cost-nothing": "The plan takes no certification that would cost money.",
    "plan-cost-converted": "At the rates that you gave: {sum}.",
    "plan-lacks-renewals": "cost of {count} within six years",
    "plan-year": "{year}",
    "plan-year-none": "On a day that is not known",
    "plan-year-unknown": "{count} of unknown cost",
    # limits
    "plan-budget-kept": "It costs {cost}, within your budget of {budget}.",
    "plan-budget-broken": "It costs at least {least}, more than your budget of {budget}.",
    "plan-budget-open": (
        "It costs {cost}; your budget is {budget}. Where the price lies settles it."
    ),
    "plan-budget-unknown": (
        "Whether your budget of {budget} suffices is not known: the price of {names} would "
        "settle it."
    ),
    "plan-needed-kept": (
        "Its training can be done by {needed}, when you need it; when the exam can be sat "
        "settles it."
    ),
    "plan-needed-broken": (
        "It cannot be done before {soonest}, later than {needed}, when you need it."
    ),
    "plan-needed-open": (
        "It may not be done by {needed}, when you need it; the form of the course settles it."
    ),
    "plan-needed-unknown": (
        "Whether it can be done by {needed}, when you need it, is not known: how long {names} "
        "takes would settle it."
    ),
    # what is compared
    "plan-fit-first": "For each level it is what the advice puts first.",
    "plan-fit-nothing": "There is no certification for {level}.",
    "plan-fit-gains": "For {level}, {name} is open only after more experience.",
    "plan-fit-lower": "For {level} it stands below {other}: {criterion}.",
    "plan-days": "It takes {sum} of training.",
    "plan-days-at-least": "It takes at least {sum}; how long {names} takes is not published.",
    "plan-days-unknown": "How long {names} takes is not published.",
    "plan-money": "It costs {sum}.",
    "plan-money-at-least": "It costs at least {sum}; the price of {names} is not known.",
    "plan-money-unknown": "The price of {names} is not known.",
    "plan-renewals": "It brings {sum} within six years.",
    "plan-renewals-at-least": (
        "It brings at least {sum} within six years; how long {names} lasts is not published."
    ),
    "plan-renewals-unknown": "How long {names} lasts is not published.",
    "plan-confidence-0": "All that it takes is on offer.",
    "plan-confidence-1": "That {names} is still on offer is not confirmed.",
    "plan-confidence-2": "Whether {names} is on offer is not known.",
    "plan-part-gain": "the experience to gain",
    "plan-at-least": "at least {amount}",
    # alternatives
    "plan-better-fit": "It stands higher in the advice.",
    "plan-better-days": "It takes less time: {much} less.",
    "plan-worse-days": "It takes more time: {much} more.",
    "plan-better-money": "It costs less: {much} less.",
    "plan-worse-money": "It costs more: {much} more.",
    "plan-better-renewals": "It brings fewer renewals: {much} fewer.",
    "plan-worse-renewals": "It brings more renewals: {much} more.",
    "plan-better-confidence": "What it takes is more surely on offer.",
    "plan-worse-confidence": "What it takes is less surely on offer.",
    "plan-not-known": "Which of the two takes less {names} is not known.",
    "plan-name-fit": "care for the levels",
    "plan-name-days": "time",
    "plan-name-money": "money",
    "plan-name-renewals": "renewal",
    "plan-name-confidence": "trust",
    # the search
    "plan-best-found": "Best found: there are more plans than were compared.",
    "plan-cannot-cost-less": "No plan can cost less than {least}.",
    "plan-cannot-take-less": "No plan can take fewer than {least} training days.",
    "plan-hidden": ("Not shown: {count} more that no other plan surely beats."),
    "plan-assumed-duration": "You assume: {what} takes {length}.",
    "plan-assumed-rate": "You gave the rate {rate}.",
    "plan-step-up": "the step from {below} to {level}",
}
