"""The sentences of cautions about a step, by code."""

from __future__ import annotations

CAUTIONS = {
    "languages": (
        "{name}: of the languages of its exam we know: {languages}. Whether those that you read "
        "are enough, also for the manual, is not known to us; ask {ask}."
    ),
    "languages-low": "by a source of low confidence, {languages}",
    "languages-unknown": (
        "{name}: the languages of its exam are not published, or not known to us. Ask {ask} "
        "whether you can sit it in yours."
    ),
    "announced-here": (
        "{name} is made for this level and announced{plan}. If you can wait, ask {ask} first."
    ),
    "provider-decides": (
        "{name} asks for {requirement}. Whether your practical experience counts is for the "
        "provider to say, and how much of it counts is not published, or not known to us. Ask "
        "{ask} before you book."
    ),
    "needed-past": "The day you need it by, {needed}, has passed. Say by when you need it now.",
    "unconfirmed": (
        "{name}: we could not confirm that it is still on offer. Ask {ask} before you book."
    ),
    "status-unknown": (
        "{name}: whether it is on offer on this day is not known. Ask {ask} before you book."
    ),
    "planned": (
        "{name} was planned to start on {day}, and no later source confirms that day. Ask {ask} "
        "before you book."
    ),
    "entry-unknown": (
        "{name}: before you book, ask {ask} what you need for entry; nothing of that is "
        "published, or known to us."
    ),
    "entry-not-published": (
        "{name}: before you book, ask {ask} about entry. Not published, or not known to us: "
        "{requirements}."
    ),
    "cannot-express": "{name}: also asked by the owner: {requirement}. Check it with {ask}.",
    "builds-on": (
        "{name} builds on {before}; whether it must be held first is not published, or not known "
        "to us. Ask {ask}."
    ),
    "predecessor": (
        "You hold {old}, which {name} replaced. Whether that counts for anything is not published, "
        "or not known to us; ask {ask}."
    ),
    "same-level": (
        "You already hold {held}, made for the same level: another one there is a choice, not a "
        "need (our judgement)."
    ),
    "passed-not-needed": "If you already hold {name}, that step falls away.",
    "one-voice": (
        "Most published advice used here comes from one circle (House of PMO, PMO Flashmob, PMO "
        "Learning, Arras People), which also sells such courses. Take it as one voice, as we do, "
        "and hear another before you pay."
    ),
    "ground-offer": "it is on offer",
    "ground-level": "it is made for this level",
    "ground-type": "it is placed in {type} PMOs",
    "ground-entry": "it asks for {requirement}",
    "low-confidence": (
        "{name}: only a source of low confidence says that {statements}. Ask {ask} before you book."
    ),
    "too-late": (
        "{name}: with {days} from {start} it ends after {needed}, even without a break. Agree on "
        "a later day."
    ),
    "class-days": (
        "{name}: the {days} are whole days of class; your {hours} a week are for study beside "
        "them. {study}"
    ),
    "study-unknown": (
        "How much of that people need is not published, or not known to us; ask {ask}."
    ),
    "study-seen": "Plans that were seen put it at {seen}.",
    "time-unknown": (
        "How long {name} takes is not published, or not known to us. Ask {ask} whether you can be "
        "ready by {needed}."
    ),
    "awarded-too-early": (
        "{name} was awarded {awarded}, before it existed as far as is known. Check the date."
    ),
    "renewal-suite": (
        "It lasts {time}; passing another exam of the same suite while it is valid renews it."
    ),
    "renewal-none": "It lasts {time}; ask {ask} how to renew it.",
}
