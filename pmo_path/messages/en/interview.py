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
    "decides": "Your answer decides what comes first: {names}.",
    "decides-with": "Together with another answer it can change what comes first.",
    "keys": "Enter: {default}. b back, ? why, w so far, q save and leave.",
    "keys-one": "Arrow keys move, Enter chooses. b back, ? why, w so far, q save and leave.",
    "keys-several": (
        "Arrow keys move, Space ticks, Enter takes what is ticked or, if nothing is, the choice "
        "pointed at. b back, ? why, w so far, q save and leave."
    ),
    "scrolls": "{count} choices; the list scrolls.",
    "keys-not-known": " A single - is “don't know”.",
    "dont-know": "don't know",
    "as-before": "{answer}, as before",
    "none-of-these": "none of these",
    "several": "Several: separate the numbers with commas; `none` for none of them.",
    "several-types": "Several: separate the numbers with commas.",
    "several-codes": "Several: separate them with commas.",
    "number": "A number, or a range such as 2-4.",
    "answered": "{question} {answer}",
    "dated": "With the day of the award, if you know it: 1@2024-05-31.",
    "award-day": "{name}: on which day was it awarded? It may have lapsed since.",
    "award-day-keys": "YYYY-MM-DD; Enter: {default}. b back to the list, q save and leave.",
    "title": "Type it, in English or Dutch.",
    "title-unknown": "That title is not known here.",
    "title-close": "Is it one of these?",
    "title-none": "none of these: ask me for my level instead",
    "title-keys": "Enter: none of these. b back, q save and leave.",
    "title-keys-arrows": "Arrow keys move, Enter chooses. b back, q save and leave.",
    "other-name": "{kind}: what is it called?",
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
    "offered": "Written. `pmo-path advise {file}` reads it.",
    "offer-name": "this is no file name that ends in .yaml or .json",
    "offer-again": "give another name, or an empty line (Enter) for no",
    "not-written": "not written: {why}",
    "alone": "“{choice}” stands alone: take its tick away, or the others.",
    "nothing-ticked": "Nothing is ticked now: tick with Space, or choose “don't know”.",
    "no-such-number": "there is no such number",
    "number-hint": "give a number from 1 to {last}",
}
