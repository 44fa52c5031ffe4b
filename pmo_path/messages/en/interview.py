"""Every sentence of the interview, once."""

from __future__ import annotations

TALK = {
    "start": "A few questions, asked only while an answer can still change the advice.",
    "plain": "Numbers instead of arrow keys, for a screen reader too: pmo-path ask --plain",
    "resumed": (
        "Going on with the interview you left ({answers}). `pmo-path ask --new` starts again."
    ),
    "asked-again": "Asked again, because the saved answer no longer fits: {facts}.",
    "progress": "Question {number}; at most {rest} more after it.",
    "progress-last": "Question {number}; the last one.",
    "why": "Why we ask: {why}.",
    "holds-more": "What was read of you is the answer so far; add what is missing.",
    "level-as": "Which is closest to your work as {title}?",
    "type-as": "Nearest to the office in your title, {office}: “{kind}”.",
    "decides": "Your answer decides what comes first: {names}.",
    "decides-with": "Together with another answer it may change what comes first.",
    "leads-to": "{answers}: {names}.",
    "quoted": "“{answer}”",
    "leads-nowhere": "nothing comes first yet",
    "not-listed": "Not listed here",
    "keys": "Enter: {default}. b back, ? why, w so far, q save and leave.",
    "keys-one": "Arrow keys move, Enter chooses. b back, ? why, w so far, q save and leave.",
    "keys-several": (
        "Arrow keys move, Space ticks, Enter takes the ticks or, without any, the choice pointed "
        "at. b back, ? why, w so far, q save and leave."
    ),
    "keys-search": (
        "Arrow keys move, Space ticks, Enter takes the ticks or, without any, the choice pointed "
        "at. / finds a name by a part of it, or adds one. b back, ? why, w so far, q save and "
        "leave."
    ),
    "keys-search-one": (
        "Arrow keys move, / finds a name by a part of it, Enter chooses. b back, q save and leave."
    ),
    "add-typed": "“{name}”: no name in this list contains it; Enter adds it",
    "scrolls": "{count} choices; the list scrolls.",
    "keys-not-known": " A single - is “don't know”.",
    "dont-know": "don't know",
    "as-before": "{answer}, as before",
    "none-of-these": "none of these",
    "several": "Several: separate the numbers with commas; `none` for none of them.",
    "several-types": (
        "Several: separate the numbers with commas. Or type what your office is called."
    ),
    "several-codes": "Several: separate them with commas.",
    "part": "Or type a name or a part of it, also of a certificate that is not listed.",
    "part-of": "{word}: is it one of these?",
    "part-none": "none of these: it is another certificate",
    "number": "A number, or a range such as 2-4.",
    "answered": "{question} {answer}",
    "dated": (
        "With the day of the award, or its month or year, if you know it: 1@2024-05-31, 1@2024-05."
    ),
    "award-day": (
        "{name}: on which day was it awarded, or last renewed? It may have lapsed since."
    ),
    "award-day-keys": (
        "YYYY-MM-DD, YYYY-MM or YYYY; Enter: {default}. b back to the list, q save and leave."
    ),
    "award-said": "{award}: {reply}",
    "title": "Type it, in English or Dutch; between jobs, your last one.",
    "title-unknown": "The title {title} is not known here.",
    "title-close": "Is it one of these?",
    "title-none": "none of these: ask me for my level instead",
    "title-keys": "Enter: none of these. b back, q save and leave.",
    "title-keys-arrows": "Arrow keys move, Enter chooses. b back, q save and leave.",
    "other-name": "{kind}: what is it called?",
    "no-name": "without a name",
    "other-name-keys": "Enter: leave the name out; b back to the list, q save and leave.",
    "first-question": "This is the first question.",
    "dropped": "No longer needed, and left out: {facts}.",
    "so-far-first": "First so far: {names}.",
    "so-far-nothing": "Nothing comes first yet.",
    "so-far-possible": "Still possible: {names}.",
    "so-far-none": "No certification of the catalogue is possible any more.",
    "so-far-fell": "Ruled out by your last answer:",
    "so-far-all": "Your last answer ruled nothing out.",
    "saved": "Saved in {file}. `pmo-path ask` goes on from here.",
    "saved-in": "Saved in {file}. `pmo-path ask --save {file}` goes on from here.",
    "cannot-save": "The answers cannot be saved ({why}); the interview goes on without.",
    "offer": (
        "Save these answers as a profile for `pmo-path advise`? Type a file name such as me.yaml, "
        "or press Enter for no (b back, q keeps the interview)."
    ),
    "menu": "What next?",
    "menu-full": "all of it: reasons, other routes, sources",
    "menu-why": "why, or why not, one certification",
    "menu-compare": "compare two certifications",
    "menu-map": "the map of levels and bodies, with your place",
    "menu-plan": "a plan: from here to where you want to be",
    "plan-where": "Where do you want to be in some years?",
    "plan-level": "level {number}: {says}",
    "plan-budget": "What can you spend, with its currency, such as 1500 GBP?",
    "plan-hours_per_week": "How many hours a week can you study?",
    "plan-needed_by": "By which day do you need it, such as 2027-12-31?",
    "plan-keys": "Enter: leave it out. b back, q save and leave.",
    "menu-save": "save these answers as a profile",
    "menu-report": "write a report to hand on (HTML)",
    "menu-say": "say one thing more: {noun}",
    "menu-change": "change an answer",
    "menu-finish": "finish; the answers are kept only if you saved them",
    "menu-keys": "A number, or a part of the line. b back to the last question, q save and leave.",
    "menu-list-keys": "A number, or a part of the name. b back, q save and leave.",
    "more": "{count} more.",
    "more-keys": "Enter: go on. b back to the menu, q save and leave.",
    "more-hint": "press Enter to go on, or type b or q",
    "no-such-key": "this is no answer here",
    "menu-which": "Which certification?",
    "menu-first": "Which is the first?",
    "menu-second": "Compare it with which?",
    "menu-which-answer": "Which answer?",
    "menu-save-file": "In which file (YAML or JSON)?",
    "menu-report-file": "In which file?",
    "menu-file-keys": "Enter: {default}. b back, q save and leave.",
    "menu-written": "Written to {file}.",
    "another-name": "give another name",
    "offered": "Written. `pmo-path advise {file}` reads it.",
    "offer-name": "this is no file name that ends in .yaml or .json",
    "offer-again": "give another name, or an empty line (Enter) for no",
    "not-written": "not written: {why}",
    "alone": "“{choice}” stands alone: take its tick away, or the others.",
    "passed-over": (
        "“{choice}” is not ticked: tick it with Space, or press Enter to keep the answer as it was."
    ),
    "nothing-ticked": "Nothing is ticked now: tick with Space, or choose “don't know”.",
    "several-named": "several of these have that in their name",
    "no-such-number": "there is no such number",
    "number-hint": "give a number from 1 to {last}",
}
