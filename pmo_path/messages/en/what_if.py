"""What is said of changes that are only supposed."""

from __future__ import annotations

WHAT_IF = {
    "heading-what-if": "What if",
    "heading-supposed": "What is supposed",
    "heading-as-it-is": "As it is now",
    "what-if-changed": "The verdict on {name} would be “{after}”; now it is “{before}”.",
    "what-if-other": (
        "The verdict on {name} would stay “{after}”; what else would change stands below."
    ),
    "what-if-same": "Nothing would change for {name}: the verdict stays “{after}”. {why}",
    "what-if-verdict": "Verdict on {name}: {after}; now {before}.",
    "what-if-eligibility": "Entry to {name}: {after}; now {before}.",
    "what-if-place": "Among your routes it would stand {after}; now {before}.",
    "what-if-next_steps": "Your next step: {after}; now {before}.",
    "what-if-career_level": "Your career level: {after}; now {before}.",
    "what-if-aim": "The level that you aim for: {after}; now {before}.",
    "what-if-at": "at place {rank}",
    "what-if-nowhere": "nowhere",
    "what-if-nobody": "not told, as nothing is said of you",
    "what-if-requirement": "Then {text} Now it is {before}.",
    "what-if-still": "Still {text}",
    "what-if-no-longer": "No longer said: {text}",
    "entry-is-met": "met",
    "entry-is-not_met": "not met",
    "entry-is-unknown": "not known",
    "what-if-alone": "{changes} alone does all of it.",
    "what-if-each-alone": "Each of {changes} does all of it alone.",
    "what-if-all-needed": "It takes all the changes together.",
    "what-if-needed": "It takes {changes}; what else is supposed changes nothing more.",
    "what-if-needed-some": "It takes {changes}, with some of the others.",
    "what-if-none-needed": "None does all of it alone, and it does without any one of them.",
    "what-if-idle": "{change} changes nothing of what is said already.",
    "what-if-idle-away": "{change} is not among what is said, so nothing is taken away.",
    "what-if-list": (
        "{label}: nothing was said before, so what is added is taken to be all there is."
    ),
    "what-if-words": (
        "{label}: it decides no verdict and no order of routes. What it does to costs and days, "
        "`pmo-path advise` tells."
    ),
}
