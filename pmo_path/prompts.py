"""The only module that reads the terminal: one numbered question a time, line by line.

Prompts go to standard error, so that the advice alone is on standard output. No cursor
control and no colour: it reads the same through a screen reader.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import Any

from pmo_path.conditions import certifications_read
from pmo_path.facts import Row
from pmo_path.knowledge import Catalogue
from pmo_path.layout import wrap
from pmo_path.levels import find_role
from pmo_path.profile import Profile
from pmo_path.questionnaire import next_question
from pmo_path.reading import read_fact
from pmo_path.values import BadValueError


def is_terminal() -> bool:
    """Whether a person can be asked: standard input and standard error are terminals."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def interview(catalogue: Catalogue, profile: Profile, as_of: date, width: int) -> Profile:
    """Ask until nothing open could change what comes first; return the profile.

    Raises EOFError at the end of input and KeyboardInterrupt when interrupted.
    """
    skipped: frozenset[str] = frozenset()
    number = 1
    _say("Enter alone means: I don't know. Ctrl-C leaves.", width)
    while row := next_question(catalogue, profile, as_of, skipped):
        value = _ask(catalogue, row, number, width)
        if value is None:
            skipped |= {row.key}
        else:
            profile = replace(profile, **{row.key: value})
            skipped |= {row.key}
        number += 1
    return profile


def _ask(catalogue: Catalogue, row: Row, number: int, width: int) -> Any:
    _say("", width)
    _say(f"{number}. {row.question}", width)
    _say(f"Why we ask: {row.why}.", width, "   ")
    choices = _choices(catalogue, row)
    for place, words in enumerate(choices.values(), 1):
        _say(f"{place} {words}", width, "   ")
    if row.many:
        _say("Separate several with commas.", width, "   ")
    if row.kind == "holds":
        _say("`none` for none; add the day of the award if you know it: 1@2024-05-31.", width, "   ")
        _say(f"{row.question}", width)
    while True:
        answer = _read()
        if not answer:
            return None
        try:
            value = read_fact(row, _answer(row, list(choices), answer), catalogue.names)
        except BadValueError as bad:
            hint = f"give a number from 1 to {len(choices)}" if choices and bad.code == "unknown-value" else bad.hint
            _say(f"{bad.detail}; {hint}." if hint else f"{bad.detail}.", width, "   ")
            continue
        if row.key == "role" and not _known_title(catalogue, value, width):
            continue
        return value


def _choices(catalogue: Catalogue, row: Row) -> dict[str, str]:
    """Return the values to choose from, each with its words; empty where anything may be typed.

    Of the certifications, those that stand on a route or that an entry requirement names.
    """
    if row.kind != "holds":
        return {value: row.says.get(value, value) for value in row.values}
    versions = [version for one in catalogue.certifications.values() for version in one.entry]
    named = {held for version in versions for need in version.required for held in certifications_read(need.condition)}
    return {
        one.id: one.short for one in catalogue.certifications.values() if one.id in named or catalogue.family_of(one.id)
    }


def _answer(row: Row, values: list[str], answer: str) -> Any:
    """Return what was typed with numbers turned into the values they stand for."""
    parts = [part.strip() for part in answer.split(",")] if row.many else [answer.strip()]
    numbers = {str(number): value for number, value in enumerate(values, 1)}
    if row.kind != "number":
        halves = [part.partition("@") for part in parts]  # a certification may carry its day
        parts = ["".join((numbers.get(number.strip(), number), at, day)) for number, at, day in halves]
    if row.many:
        return parts if parts != ["none"] else "none"
    return parts[0]


def _known_title(catalogue: Catalogue, title: str, width: int) -> bool:
    if find_role(catalogue, title) or catalogue.names.find("delivery", title):
        return True
    close = [
        catalogue.roles[one].titles_en[0]
        for one in catalogue.names.close("role", title)
        if catalogue.roles[one].titles_en
    ]
    _say("That title is not known here." + (f" Close to it: {', '.join(close)}." if close else ""), width, "   ")
    _say("Try another, or press Enter to be asked for your level instead.", width, "   ")
    return False


def _say(text: str, width: int, indent: str = "") -> None:
    for line in wrap(text, width, indent):
        print(line, file=sys.stderr)


def _read() -> str:
    sys.stderr.write("> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()
