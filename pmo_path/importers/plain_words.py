"""Words by which a degree or a command of a language is plainly told; all others leave it open."""

from __future__ import annotations

import re
from typing import Literal

Command = Literal["native", "yes", "no"]

# How a degree begins, the highest first. What is no degree, such as a course, begins otherwise.
_DEGREES: tuple[tuple[str, str], ...] = (
    (
        "postgraduate",
        r"masters?(?: degree)?$|masters? (?:of|in)\b|masters degree\b"
        r"|m(?:sc|a|ba|eng|phil|res|pa)\b"
        r"|llm\b|phd\b|dphil\b|doctorate\b|doctor of\b|doctor$|doctoral degree\b|drs\b"
        r"|postgraduate degree\b|postgraduate$",
    ),
    (
        "bachelor",
        r"bachelors?(?: degree)?$|bachelors? (?:of|in)\b|bachelors degree\b"
        r"|b(?:sc|a|s|eng|ba|com|fa|ed|tech)\b|llb\b|hbo\b|undergraduate degree\b",
    ),
    (
        "secondary",
        r"high school(?: diploma| degree)?$|secondary (?:school|education|diploma)\b|secondary$"
        r"|a levels?\b|abitur\b|vwo\b|havo\b|mbo\b|baccalaureat\b|associates? degree\b"
        r"|associates? (?:of|in)\b",
    ),
)
# Words that tell that a degree was not obtained, or not plainly.
_DOUBTFUL = (
    "not non no without un in-progress progress incomplete uncompleted unfinished dropout dropped"
    " ongoing expected candidate partial partially part exchange minor pre preparatory preparation"
    " semester year years credits module modules course courses cursus training"
    " certificate student studying pending deferred abandoned"
    " propedeuse thesis equivalent"
).split()

_COMMANDS: dict[str, Command] = {
    **dict.fromkeys(
        (
            "native",
            "native speaker",
            "native language",
            "native or bilingual",
            "native or bilingual proficiency",
            "native proficiency",
            "bilingual",
            "bilingual proficiency",
            "mother tongue",
            "first language",
            "moedertaal",
            "muttersprache",
        ),
        "native",
    ),
    **dict.fromkeys(
        (
            "fluent",
            "fluently",
            "fluency",
            "full professional",
            "full professional proficiency",
            "professional working",
            "professional working proficiency",
            "proficient",
            "c1",
            "c2",
            "vloeiend",
            "fliessend",
        ),
        "yes",
    ),
    **dict.fromkeys(
        (
            "limited working",
            "limited working proficiency",
            "elementary",
            "elementary proficiency",
            "beginner",
            "basic",
            "basics",
            "a1",
            "a2",
            "none",
        ),
        "no",
    ),
}


def degree_level(degree: str) -> str | None:
    """Return the level of education that a degree plainly is, or None."""
    words = re.sub(r"['’.]", "", degree.casefold())
    words = " ".join(re.findall(r"[^\W_]+", words))
    if any(word in _DOUBTFUL for word in words.split()):
        return None
    return next((level for level, begins in _DEGREES if re.match(begins, words)), None)


def command_of(fluency: str) -> Command | None:
    """Return whether somebody who says to know a language so well can sit an exam in it.

    None where that is not plain.
    """
    return _COMMANDS.get(" ".join(re.findall(r"[^\W_]+", fluency.casefold())))
