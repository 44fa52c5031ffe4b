"""Sentences about what a person holds, what it opens, and words that are not known here."""

from __future__ import annotations

HELD = {
    # on what ground a step is open
    "requirement-on-word": (
        "Met on your word, if it is formally recognised: {requirement}. The provider decides."
    ),
    "requirement-lapsed": (
        "Met, if a lapsed one is still accepted, which is not known to us: {requirement}."
    ),
    "entry-met": "open to you, by what is published.",
    "entry-passed": "you passed it before.",
    "entry-open": ("not known yet; it hangs on what you did not say. Ask {ask} where in doubt."),
    "entry-none-known": "no requirement is published, or known to us; ask {ask}.",
    "entry-not-asked": "nothing is asked before it, by what is published.",
    "entry-once": "open to you once you have passed {names}.",
    "entry-on-word": (
        "met on your word, if it is formally recognised: {names}. The provider decides; ask {ask}."
    ),
    "entry-lapsed": (
        "open to you if a lapsed {names} is still accepted, which is not known to us. Ask {ask}."
    ),
    "entry-provider": (
        "open to you if the provider accepts your practical experience as suitable; how much "
        "counts is not published, or not known to us. Ask {ask}."
    ),
    "entry-judged": (
        "open to you if your experience counts as suitable; we think that it does at levels 3 and "
        "4, and from five years of project-related work (our judgement; the provider decides). Ask "
        "{ask}."
    ),
    # awards on the day
    "renew-proved": (
        "{other} proves that you passed it; both lapsed {due}. Passing it again is the one way "
        "to renew it that we know of; if you renewed it since, give that day."
    ),
    "held": "You hold it{until}.",
    "held-awarded": ", awarded {awarded}",
    "held-until": ", valid {until}",
    "held-until-open": (
        "; whether it is still valid is not known: its last valid day lies {between}"
    ),
    "held-undated": "You hold it; the day of the award was not said.",
    "held-proved": "{other}, which you hold, proves that you passed it.",
    "held-covered": (
        "By itself it lapsed {due}; {other}, which you hold, proves that you passed it."
    ),
    "lapsed-known": "You passed it; it lapsed {due}.",
    "lapsed-proved": "{other}, which you hold, proves that you passed it; both lapsed {due}.",
    "holding-project-management": "Another project management certificate, on your word.",
    "holding-other": "Another certificate, on your word.",
    "holding-not-said": (
        "Not known here; whether it is a project management certificate was not said."
    ),
    "lapsed-prerequisite": (
        "Your {old} has lapsed; whether a lapsed one is still accepted for {name} is not known to "
        "us. Ask {ask} before you book."
    ),
    "early": "Awards from before {until} all ran to that day.",
    "lapsed": (
        "Your {name}, awarded {awarded}, lapsed {due}.{early} If you renewed it since, give that "
        "day; if not, {renewal}."
    ),
    "lapsing": "Your {name}, awarded {awarded}, lapses {due}, within a year.{early} {renewal}",
    "lapsing-soon": (
        "Your {name}, awarded {awarded}, lapses {due}, in less than three months: renew it before "
        "you begin anything else.{early} {renewal}"
    ),
    "renewal-again": "It lapsed; passing it again is the one way to renew it that we know of.",
    "lapsed-suite": "we know of no way but passing it again",
    "lapsed-none": "ask {ask} how to get it back",
    "lapsing-suite": "To renew it, pass an exam of the same suite by {by}, its own too.",
    "lapsing-cpd": "Or ask {ask} at once whether your CPD points renew it.",
    "lapsing-none": "Ask {ask} how to renew it by {by}.",
    "no-award-date": (
        "Your {name} lasts {time} from its award. Give the day of the award: without it we count "
        "it as held."
    ),
    "award-day-open": (
        "Your {name}, awarded {awarded}, may have lapsed: its last valid day lies {between}. "
        "{settled} Until then we count it as held."
    ),
    "award-day-near": (
        "Your {name}, awarded {awarded}, is valid {until}, perhaps for less than a year. {settled}"
    ),
    "give-award-day": "Give the day of the award.",
    "give-suite-days": "Give the day of each award of its suite.",
    "renewed-by": "Your {name} is valid {until}: {other}, of the same suite, renewed it.",
    "not-yet-held": (
        "{name} was awarded {awarded}, after {day}: on that day it is not held. Check the date."
    ),
    "holds-incomplete": (
        "What you are said to hold may not be all; this advice takes it that it is. Give what is "
        "missing, or say that nothing is (`holds_complete: yes`)."
    ),
    "renew-step": "renew {name}",
    "holders": "{name}: {value}. Ask {ask}.",
    # words that are not known here
    "mistaken-name": (
        "{value}. Name the one that you hold; until then {name} counts as a certificate outside "
        "this catalogue."
    ),
    "outside": "It is outside this catalogue; here stands all that we know of it. Ask {ask}.",
    "outside-unknown": "It is outside this catalogue; here stands all that we know of it.",
    "unknown-certificate": "The certificate {name} is not known here.",
    "unknown-certificate-project-management": (
        "It counts only where an owner accepts any recognised project management certificate, on "
        "your word."
    ),
    "unknown-certificate-other": "It decides nothing.",
    "unknown-certificate-not-said": (
        "It decides nothing as long as you do not say whether it is a recognised project "
        "management certificate."
    ),
    "unknown-value": "{word}, said for {noun}, is not known here.",
    "close-to": "Close to it: {names}.",
    "decides-nothing": "It decides nothing.",
}
