"""What is said of two advices: what changed between them, and by what."""

from __future__ import annotations

CHANGES = {
    "changes-title": "What changed",
    "changes-title-name": "What changed for {name}",
    "heading-changes": "What changed since {day}",
    "heading-changes-same-day": "What changed",
    # the answer first
    "changes-none": "Nothing changed.",
    "changes-none-told": "Nothing changed in what could be compared.",
    "changes-none-since": "Nothing changed since {day}.",
    "changes-lead": "Since {day}: {text}",
    "changes-lead-back": "Compared with {day}, a later day: {text}",
    "changes-next": "the next step is now {after}; before, it was {before}.",
    "changes-next-passed": "you now hold {passed}, and the next step is {after}.",
    "changes-next-first": "there is a next step now: {after}.",
    "changes-next-none": "there is no next step any more; it was {before}.",
    "changes-next-same": "the next step is still {after}.",
    "changes-next-still-none": "there is still no next step.",
    "changes-next-untold": "whether the next step changed cannot be told.",
    "changes-by": "That came from {causes}.",
    "changes-elsewhere": "What else changed stands below.",
    "changes-none-of-yours": "Nothing else that matters to you changed.",
    "by-answers": "what you said",
    "by-time": "the passing of time",
    "by-catalogue": "the catalogue",
    "by-rules": "our rules or the program",
    "by-catalogue-or-rules": "the catalogue or our rules",
    "by-untold": "causes that cannot be told apart",
    # which cause
    "heading-by-answers": "What you said, and what that changed",
    "heading-by-catalogue": "What the catalogue changed",
    "heading-by-catalogue-or-rules": "What the catalogue or our rules changed",
    "heading-by-rules": "What our rules or the program changed",
    "heading-by-time": "What time alone changed",
    "heading-by-untold": "What changed by causes that cannot be told apart",
    "heading-compared": "What was compared",
    # what was said
    "answer-passed": "You passed {name} {awarded}.",
    "answer-held": "You hold {name}, which was not said before.",
    "answer-not-held": "{name} is no longer among what you hold.",
    "answer-not-yet": (
        "{name} is dated {day}, after the day of the advice: it does not count yet."
    ),
    "answer-not-given": (
        "{name} is no longer given; its date, {day}, lay after the day of the advice before."
    ),
    "answer-award-day": "{name} was awarded {after}, not {before}.",
    "answer-award-exact": "{name} was awarded {after}; before, only {before} was said.",
    "answer-day-unknown": "a day not said",
    "answer-on-day-unknown": "on a day not said",
    "answer-changed": "{label}: {after}; before, {before}.",
    "answer-new": "{label}: {after}, not said before.",
    "answer-gone": "{label}: no longer said; before it was {before}.",
    "answer-also": "{label}: also {value}.",
    "answer-no-more": "{label}: no longer {value}.",
    "answer-own-words": "What you hope for, in your own words, reads differently.",
    # values
    "change-next_steps": "Next step: {after}; before, {before}.",
    "change-route": "Route: {after}; before, {before}.",
    "change-career_level": "Career level: {after}; before, {before}.",
    "change-aim": "Level aimed for: {after}; before, {before}.",
    "change-deadline": "{names}: {after}; before, {before}.",
    "change-status": "{names}: {after}; before, {before}.",
    "change-verdict": "{names}: {after}; before, {before}.",
    "change-eligibility": "Entry to {names}: {after}; before, {before}.",
    "change-cost": "The cost of {names} is {after}; before, it was {before}.",
    "change-holding": "{names}: {after}; before, {before}.",
    "change-holding-new": "You hold {names}: {after}.",
    "change-holding-gone": "{names} is no longer among what you hold.",
    "change-caution-new": "New caution: {names}",
    "change-caution-gone": "No longer a caution: {names}",
    "change-question-new": "Worth telling now: {names}.",
    "change-question-gone": "No longer worth telling: {names}.",
    "value-none": "none",
    "value-level-none": "not known",
    "value-aim-none": "none said",
    "value-not-known-then": "not in the catalogue",
    "value-verdict-recommended": "recommended",
    "value-verdict-alternative": "an alternative",
    "value-verdict-later": "later",
    "value-verdict-held": "held",
    "value-verdict-not_suitable": "not suitable",
    "value-verdict-not_eligible": "not open to you",
    "value-verdict-unavailable": "not on offer",
    "value-verdict-unknown": "not known",
    "value-met": "open to you",
    "value-not_met": "not met",
    "value-unknown": "not known",
    "ask-its-owner": "its owner",
    "value-cost-none": "not published, or not known to us",
    "value-passed": "the day by which you need it has passed",
    "value-too_late": "its training ends after the day by which you need it",
    "value-fits": "its training ends before the day by which you need it",
    "value-training-unknown": "how long its training takes is not published, or not known to us",
    "value-deadline-none": "no day by which you need it",
    "value-held-valid": "valid",
    "value-held-valid-until": "valid {until}",
    "value-held-lapsing": "lapses soon, valid {until}",
    "value-held-lapsed": "lapsed",
    "value-held-lapsed-on": "lapsed, valid {until}",
    "value-held-unknown": "not known whether it is valid",
    "value-offer-current": "on offer",
    "value-offer-unconfirmed": "not confirmed to be on offer",
    "value-offer-announced": "announced, not on offer",
    "value-offer-not_launched": "not launched",
    "value-offer-suspended": "suspended",
    "value-offer-withdrawn": "withdrawn",
    "value-offer-unknown": "not known whether it is on offer",
    "nearer-needed_by": "Until {day}, by which you need it: {after} left; before, {before}.",
    "nearer-needed_by-passed": "The day by which you need it, {day}, has passed.",
    "nearer-lapse": "{name} is valid until {day}: {after} left; before, {before}.",
    "nearer-lapse-passed": "{name} lapsed: it was valid until {day}.",
    # published facts
    "facts-replaced": "{name}, {about}: now {new}, instead of {gone}.",
    "facts-new": "{name}, {about}: new is {new}.",
    "facts-gone": "{name}, {about}: no longer {gone}.",
    "facts-one": "“{text}” ({ground})",
    "changes-off-route": "What changed for {count} off your routes stands in the JSON alone.",
    # what was compared
    "side-report": "the report for {day}{name} (catalogue {catalogue}, pmo-path {program})",
    "side-profile": "advice for {day} on the profile{name} (catalogue {catalogue})",
    "side-name": " about {name}",
    "side-not-told": "not told",
    "side-day-not-told": "a day not told",
    "label-before": "Before",
    "label-after": "After",
    "changes-method": (
        "To tell the causes apart, the earlier answers were advised on again with today's "
        "catalogue: for the day then, for the day now, and then with the answers now."
    ),
    # notes
    "note-other-person": "Careful: before it is about {before}, and after about {after}.",
    "note-no-profile": (
        "A report holds no profile, so what the answers, time and the catalogue changed cannot be "
        "told apart."
    ),
    "note-profile-unread": (
        "The profile in a report cannot be read here ({why}), so what the answers, time and the "
        "catalogue changed cannot be told apart."
    ),
    "note-no-day": (
        "A report holds no day, so what the answers, time and the catalogue changed cannot be told "
        "apart."
    ),
    "note-not-held": (
        "A report was written in part, without {names}. What is told of that is what the catalogue "
        "of today says of its day, or nothing."
    ),
    "note-facts-not-held": (
        "A report holds no published facts, so what changed in the catalogue since then cannot be "
        "told."
    ),
    "note-slim": (
        "A report is in the slim form: some verdicts of then are not in it, nor the words of some "
        "cautions."
    ),
    "note-other-catalogue": (
        "Neither was written with the catalogue of today, which told the causes apart."
    ),
    "note-earlier-day": "What is compared with what came before is for an earlier day than that.",
}
