"""Titles and texts of the days in a calendar, and what is told of those that it lacks."""

from __future__ import annotations

CALENDAR = {
    "calendar-renew": "Renew {name} by {due}",
    "calendar-lapse": "{name}: last valid day",
    "calendar-needed": "Deadline: {names}",
    "calendar-needed-none": "Deadline for a certification",
    "calendar-of": "{name}: {title}",
    "calendar-awarded": "{name}, awarded {awarded}, is valid until {due}.",
    "calendar-proves": "So is what it proves: {names}.",
    "calendar-renewal": "How to renew it: {renewal}",
    "calendar-renewal-unknown": "How to renew it is not published, or not known to us. Ask {ask}.",
    "calendar-early": (
        "So long before the last valid day, there is time to prepare for an exam and to book it "
        "(our judgement)."
    ),
    "calendar-step": "Renewing it is your next step.",
    "calendar-tie": "Any one of them is your next step; the advice says how to choose.",
    "calendar-no-step": "No certification is advised yet; the advice says why.",
    "calendar-fits": (
        "The training for {name} can be done by {ready} if it begins on {day}, in its shortest "
        "form, without a break."
    ),
    "calendar-too-late": (
        "The training for {name} cannot be done by then: from {day}, in its shortest form, it "
        "lasts until {ready}."
    ),
    "calendar-unknown": (
        "Whether {name} can be had by then is not known: how long it takes is not published, or "
        "not known to us. Ask {ask}."
    ),
    "calendar-read": "Read in: {sources}.",
    "calendar-source": "{title}{address} (checked on {checked})",
    "calendar-made": "Advice for {day}. Make this calendar again when something changes.",
    # what is told beside it
    "calendar-empty": (
        "No day to come is known, so the calendar is empty. Days come from `holds`, each award "
        "with its day, and from `needed_by`."
    ),
    "calendar-nameless": (
        "Without a name or an id, a later calendar updates only days that stay the same; one that "
        "moves is added beside the old one. Give `name` or `id`."
    ),
    "calendar-undated": "Not in the calendar, as the last valid day is not known: {names}.",
    "calendar-none-for": "No day to come is known for {people}.",
    "calendar-award-of": "{award} of {name}",
    "calendar-title": "Certification days",
    "calendar-title-name": "Certification days of {name}",
    "calendar-title-team": "Certification days of {people}",
}
