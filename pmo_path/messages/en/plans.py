"""The words of a plan: steps, days, money, limits and alternatives."""

from __future__ import annotations

PLANS = {
    # the answer
    "plan-answer": "From {own} to {target}: {steps}.",
    "plan-answer-same": "At {target}: {steps}.",
    "plan-answer-unknown-level": "To {target}: {steps}. Your own level is not known.",
    "plan-gain": "gain {noun} up to {to}",
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
        "How long this takes is not published, or not known to us. Ask people who made that step "
        "where you work."
    ),
    "plan-experience-assumed": (
        "You assume how long this takes: it is not published, or not known to us."
    ),
    "plan-experience-band": (
        "For orientation: we place {level} at {years} of PMO work (our own bands)."
    ),
    "plan-experience-titles": "Titles at {level}: {titles}.",
    "plan-gain-asked": "{name} asks for it: {requirement}.",
    "plan-hours": "{hours}, at {week} a week",
    "plan-ask-course": "whoever gives the course: how many days its hours take",
    "plan-ask-rate": "yourself: give the rate from {currency} to {other}",
    "plan-ask-experience": "people who made that step where you work",
    "plan-ask-yourself": "yourself: say {noun}",
    "plan-ask-award-date": "yourself: it counts from the day on which you passed {name}",
    "plan-ask-award-day": "yourself: it counts from the day on which you pass {name}",
    "lacks-rate": "cost of {name} in {currency}",
    "lacks-renewal": "cost of renewing {name}",
    "lacks-validity": "how long {name} lasts",
    "lacks-experience": "how long it takes to gain {noun}",
    "lacks-working-up": "how long it takes to work up to {level}",
    # days
    "plan-done": "The last certification can be done by {day} at the earliest.",
    "plan-done-longest": (
        "The last certification can be done by {day} at the earliest, or by {longest} with the "
        "longest times {grounds}."
    ),
    "plan-label-gains": "It has",
    "plan-label-gives-up": "It gives up",
    "plan-label-not-compared": "Not known",
    "heading-the-plan": "The plan",
    "heading-plan-alternatives": "Other plans",
    "heading-plan-left-out": "Plans that break a limit",
    "heading-plan-limits": "Your limits",
    "heading-plan-unknown": "Not known",
    "heading-plan-rests": "What it rests on",
    "heading-plan-criteria": "What it takes",
    "heading-plan-chapter": "The way to level {number}",
    "plan-others": "Instead, each held against the first plan:",
    "plan-left-out": "Left out, as they break a limit:",
    "plan-time-line": "The plan in the order of time",
    "plan-time-line-key": (
        "A disc is a certification, a square experience, a diamond a renewal. Days are the "
        "earliest; a dashed line leads to what has no day. Distances are not to scale."
    ),
    "plan-day-unknown": "Day not known",
    "plan-label-fit": "Fit",
    "plan-label-days": "Training",
    "plan-label-money": "Money",
    "plan-label-renewals": "Renewals",
    "plan-label-confidence": "On offer",
    "plan-label-due": "Renewals due",
    "plan-calendar-step": "{step}: at the earliest",
    "plan-calendar-made": "Plan for {day}. Make this calendar again when something changes.",
    "plan-calendar-empty": "No day of the plan is known, so the calendar is empty.",
    "plan-calendar-title": "Plan",
    "plan-calendar-title-name": "Plan of {name}",
    "plan-title": "Plan",
    "plan-title-name": "Plan for {name}",
    "plan-for": "Plan for {name}{day}.",
    "plan-for-start": "Plan for {name}{day}, beginning on {start}.",
    "plan-assume-hint": (
        'Say what you assume, and the plan has days: --assume "{below} to {level}=3 years".'
    ),
    "plan-assumed-length": "{length}, as you assume",
    "plan-see-more": "To see more: --full, or --format html.",
    "plan-instead": "Instead {number}",
    "plan-more-plans": "Further down: {names}.",
    "plan-other-plans": "{names}.",
    "plan-earliest": "at the earliest {day}",
    "plan-longest": "with the longest times {grounds}, {longest}",
    "plan-longest-published": "published",
    "plan-longest-ours": "worked out by us",
    "plan-longest-assumed": "assumed",
    "plan-step-unknown": (
        "No day can be given from “{step}” on: how long that takes is not known. Ask {ask}."
    ),
    "plan-exam-wait": (
        "Days are those of training, one step after the other. How long one waits for a place or "
        "an exam is not published, or not known to us, and is not in them."
    ),
    # renewals
    "plan-renewals-due": "Renewals that fall due: {near} within three years, {far} within six.",
    "plan-renewals-due-undated": (
        "Renewals that fall due: {near} within three years, {far} within six, and {undated} on a "
        "day that is not known."
    ),
    "plan-renewal": "Renew {name} by {due}.",
    "plan-renewal-between": "Renew {name} in time: its last day lies {due}.",
    "plan-renewal-undated": "{name} lasts {time} from its exam; its day is not known.",
    "plan-lasting-unknown": (
        "How long an award lasts is not published, or not known to us, for {names}."
    ),
    # money
    "plan-cost": "The plan costs {sums}.",
    "plan-cost-at-least": "The plan costs at least {sums}; not all of it is known.",
    "plan-cost-none": "What the plan costs is not known: we know no current price.",
    "plan-cost-nothing": "The plan takes no certification that would cost money.",
    "plan-cost-converted": "At the rates that you gave: {sum}.",
    "plan-lacks-renewals": "cost of {count} of {name} within six years",
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
        "Whether it can be done by {needed}, when you need it, is not known: {missing} would "
        "settle it."
    ),
    "plan-missing-training": "the training days of {names}",
    "plan-missing-work": "how long it takes to work up before the last exam",
    # what is compared
    "plan-fit-first": "For each level it is what the advice puts first.",
    "plan-fit-nothing": "There is no certification for {level}.",
    "plan-fit-gains": "For {level}, {name} is open only after more experience.",
    "plan-fit-lower": "For {level}, {other} stands higher in the advice: {criterion}.",
    "plan-days": "It takes {sum} of training.",
    "plan-days-at-least": (
        "It takes at least {sum} of training; the days are not published, or not known to us, for "
        "{names}."
    ),
    "plan-days-unknown": "Training days are not published, or not known to us, for {names}.",
    "plan-money": "It costs {sum}.",
    "plan-money-at-least": "It costs at least {sum}; no current price is known for {names}.",
    "plan-money-unknown": "No current price is known for {names}.",
    "plan-renewals": "It brings {sum} within six years.",
    "plan-renewals-at-least": (
        "It brings at least {sum} within six years; how long an award lasts is not published, or "
        "not known to us, for {names}."
    ),
    "plan-renewals-unknown": (
        "How long an award lasts is not published, or not known to us, for {names}."
    ),
    "plan-no-renewals": "no renewal",
    "plan-confidence-0": "All that it takes is on offer.",
    "plan-confidence-1": "That {names} is still on offer is not confirmed.",
    "plan-confidence-2": "Whether {names} is on offer is not known.",
    "plan-part-gain": "the experience to gain",
    "plan-at-least": "at least {amount}",
    # alternatives
    "plan-no-more-days": "It takes no more time: all that it takes is in the first plan too.",
    "plan-no-more-money": "It costs no more: all that it takes is in the first plan too.",
    "plan-no-more-renewals": "It brings no more renewals: all of them are in the first plan too.",
    "plan-no-less-days": "It takes the time of the first plan, and more that is not known.",
    "plan-no-less-money": "It costs what the first plan costs, and more that is not known.",
    "plan-no-less-renewals": "It brings the renewals of the first plan, and perhaps more.",
    "plan-better-fit": "It stands higher in the advice.",
    "plan-better-days": "It takes less time: {much} less.",
    "plan-worse-days": "It takes more time: {much} more.",
    "plan-better-money": "It costs less: {much} less.",
    "plan-worse-money": "It costs more: {much} more.",
    "plan-better-renewals": "It brings fewer renewals: {much} fewer.",
    "plan-worse-renewals": "It brings more renewals: {much} more.",
    "plan-better-confidence": "What it takes is more surely on offer.",
    "plan-worse-confidence": "What it takes is less surely on offer.",
    "plan-not-known": "It cannot be compared with the first plan in {names}: not all is known.",
    "plan-name-fit": "fit",
    "plan-name-days": "time",
    "plan-name-money": "money",
    "plan-name-renewals": "renewals",
    "plan-name-confidence": "what is on offer",
    # the search
    "plan-best-found": "Best found: there are more plans than were compared.",
    "plan-cannot-cost-less": "No plan can cost less than {least}.",
    "plan-cannot-take-less": "No plan can take less than {least} of training.",
    "plan-left-out-more": "Left out as well, for the same limits: {count} more.",
    "plan-assumed-duration": "You assume: {what} takes {length}.",
    "plan-assumed-unused": (
        "You assume: {what} takes {length}. No plan that is shown takes it, so it changes nothing."
    ),
    "plan-assumed-rate": "You gave the rate {rate}.",
    "plan-step-up": "the step from {below} to {level}",
}
