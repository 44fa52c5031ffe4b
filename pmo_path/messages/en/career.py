"""The sentences about a person's career level and the level they aim for, by code."""

from __future__ import annotations

CAREER = {
    "level-name": "level {number} ({level})",
    "level-declared": "You said that you work at {level}.",
    "level-by-role": "The title {role} is usually {level}.",
    "level-by-role-open": (
        "The title {role} is taken as {level}, which is not sure; say your level if it is another."
    ),
    "title-read": "{title}, read as {read},",
    "title-read-in-part": "{title}, read as {read} (left aside: {unknown}),",
    "title-names-office": (
        "The office in your title, {office}, may be a PMO of the kind “{kind}”. If it is, say so: "
        "it can change the advice."
    ),
    "level-ambiguous": "The title {role} is taken as {level}; it can also mean {others}.",
    "level-ambiguous-years": (
        "The title {role} can mean {level} or {others}; {years} of PMO work would point to the "
        "first (our bands, not published)."
    ),
    "level-ambiguous-pmos": (
        "The title {role} can mean {level} or {others}; managing {pmos} points to the first."
    ),
    "pmos-disagree": (
        "Managing {pmos} usually means {others}; the advice follows {level}. Check that the level "
        "is right."
    ),
    "level-several-pmos": (
        "The title {role} is usually level 3 (manager), but running {pmos} is level 4 (director); "
        "say your level to settle it."
    ),
    "level-by-pmos": "No level or known title was given; managing {pmos} means {level}.",
    "level-by-years": (
        "No level or known title was given; {years} of PMO work would suggest {level} (our bands "
        "of years, not published). Say your title or level to settle it."
    ),
    "level-and-role-disagree": (
        "You said {level}; the title {role} usually means {others}. What you said is followed."
    ),
    "ask-role": "This settles it: {question}",
    "from-delivery": (
        "Welcome from project delivery. The title {role} does not tell at which level you work in "
        "a PMO. {question}"
    ),
    "unknown-title": (
        "The title {role} is not known here. Say your level instead: entry, analyst, manager or "
        "director."
    ),
    "unknown-title-close": (
        "The title {role} is not known here. Close to it: {close}. Or say your level: entry, "
        "analyst, manager or director."
    ),
    "unknown-title-level": (
        "The title {role} is not known here; the advice follows the level that you gave."
    ),
    "years-near": (
        "{years} of PMO work would suggest {others} (our bands, not published); the advice follows "
        "{level}."
    ),
    "years-far": (
        "{years} of PMO work would suggest {others}, two levels or more away from {level} (our "
        "bands, not published). Check that the level is right."
    ),
    "level-ambiguous-people": (
        "The title {role} can mean {level} or {others}; leading {people} points to the first."
    ),
    "level-by-people": (
        "The title {role} can mean {level} or {others}; you lead {people} in the PMO, so it is "
        "taken as the first."
    ),
    "level-by-managing": (
        "The title {role} can mean {level} or {others}; you manage {pmos}, so it is taken as the "
        "first."
    ),
    "level-by-team": (
        "No level or known title was given; leading {people} in a PMO suggests {level}, or else "
        "{others} (our judgement). Say your title or level to settle it."
    ),
    # the level aimed for
    "aim-next": "You aim for {aim}, the next above {own}, where you work.",
    "aim-top": "You want to move up a level; there is none above {own}, where you work.",
    "aim-untold": "You named no level to reach: the plan takes the next above yours, {aim}.",
    "aim-untold-top": "You named no level to reach, and there is none above yours, {own}.",
    "aim-far": (
        "You aim for {aim}, {count} levels above {own}, where you work. Steps go up level by "
        "level, and each level also takes experience of its work, which no certificate replaces; "
        "how long that takes is not published, or not known to us."
    ),
    "aim-below": (
        "You aim for {aim}, which lies below {own}, where you work. The advice follows the aim; "
        "check that it is what you mean."
    ),
    "aim-alone": (
        "You aim for {aim}. At which level you work now is not known, so nothing can be said of "
        "what lies between. Say at which level of PMO work you are."
    ),
    "skipped-held": "No step for {level}: you hold {names}, made for that level or a higher one.",
    "skipped-own": (
        "No step for {level}: you work there already, and the next level is reached directly (our "
        "judgement)."
    ),
    "skipped-empty": "No step for {level}: nothing on offer that is made for it fits.",
    "climb-own": (
        "It is made for {level}, where you work; steps go up from there, level by level, to {aim} "
        "(our judgement)."
    ),
    "climb": (
        "It is made for {level}, on the way to {aim} (our judgement: steps go up level by level)."
    ),
    "leaves-pmo": (
        "None of these: you want to leave PMO work to run projects or programmes, and we do not "
        "advise on routes to that."
    ),
    "leaves": "Made for PMO work, which you want to leave.",
}
