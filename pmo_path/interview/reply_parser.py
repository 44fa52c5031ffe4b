"""Parse what a person types at a question into an event of the interview."""

from __future__ import annotations

from typing import Any

from pmo_path.core.errors import BadValueError
from pmo_path.engine.possible_answers import with_kinds
from pmo_path.interview.presentation import Question
from pmo_path.interview.state import Answer, Command, Event
from pmo_path.messages.catalog import talk
from pmo_path.profile.fact_row import Row
from pmo_path.profile.meanings import KIND_SAYS
from pmo_path.profile.not_said import says_nothing
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import Held, OtherCertificate, Unmatched
from pmo_path.profile.vocabulary import Names

COMMANDS: dict[str, Command] = {"b": "back", "?": "why", "w": "so far", "q": "quit"}
DONT_KNOW = "-"
_NOT_KNOWN = (DONT_KNOW, "don't know", "dont know", "i don't know", "weet niet", "weet ik niet")
_NONE = ("none", "geen")  # in English and Dutch, as job titles may be


def reply_event(question: Question, names: Names, typed: str) -> Event:
    """Return the event that a typed line means. Raises BadValueError for an invalid answer.

    Numbers stand for the choices. An empty line means the default: the answer taken back, if any,
    else "don't know".
    """
    text, row = typed.strip(), question.row
    if command := COMMANDS.get(text.casefold()):
        return command
    if not text:
        return question.before or Answer(row.key)
    if means_unknown(text):
        return Answer(row.key)
    try:
        meant = _meant(row, list(question.choices), text)
        value = (
            _kinds(question, meant)
            if row.kind == "others"
            else read_fact(row, _awarded(meant, row), names)
        )
        if value is None:  # such as `n/a, n/a`
            return Answer(row.key)
        if row.kind == "choice" and value not in question.choices:
            raise BadValueError("unknown-value", "this is not one of the choices")
        return Answer(row.key, _added(question.held, value) if question.held else value)
    except BadValueError as bad:
        if question.choices and bad.code == "unknown-value":
            raise BadValueError(
                bad.code, bad.detail, talk("number-hint", last=len(question.choices))
            ) from None
        raise


def _awarded(meant: Any, row: Row) -> Any:
    """Return the awards chosen, with each kind of other certificate in the syntax `kind:name`."""
    if row.kind != "holds" or not isinstance(meant, list):
        return meant
    halves = [part.partition("@") for part in meant]
    return [
        "".join((f"{word}:{KIND_SAYS[word]}" if word in KIND_SAYS else word, at, day))
        for word, at, day in halves
    ]


def _added(known: tuple[Any, ...], named: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what is known to be held and what is named; what is named again is as named."""
    return tuple({listed_name(award): award for award in (*known, *named)}.values())


def listed_name(value: Any) -> str:
    """Return what identifies a value in a list: its id, or the name of what is not listed."""
    match value:
        case Held():
            return value.certification
        case OtherCertificate():
            return value.name
        case Unmatched():
            return value.word
    return str(value)


def _kinds(question: Question, meant: Any) -> tuple[OtherCertificate, ...]:
    """Return the certificates asked about, the chosen ones of the kind `project-management`.

    Raises BadValueError where one is not among the choices.
    """
    chosen = [] if meant == "none" else meant
    if any(name not in question.choices for name in chosen):
        raise BadValueError("unknown-value", "this is not one of the choices")
    return with_kinds(question.others, question.choices, chosen)


def means_unknown(typed: str) -> bool:
    """Return whether a typed line says "don't know"."""
    plain = _plain(typed)  # `?` asks why here, and says nothing elsewhere
    return plain in _NOT_KNOWN or (plain not in COMMANDS and says_nothing(typed))


def declines(typed: str) -> bool:
    """Return whether a typed line declines an offer."""
    return means_unknown(typed) or _plain(typed) in ("", "n", "no", "nee", *_NONE, *COMMANDS)


def _plain(typed: str) -> str:
    return typed.strip().casefold().replace("’", "'").rstrip(".")


def refusal_text(bad: BadValueError) -> str:
    """Return what is wrong with an answer and how to correct it, as a sentence."""
    text = f"{bad.detail}; {bad.hint}" if bad.hint else bad.detail
    return f"{text[:1].upper()}{text[1:].rstrip('.?')}{text[-1:] if text.endswith('?') else '.'}"


def _meant(row: Row, values: list[str], text: str) -> Any:
    """Return what was typed, with numbers replaced by the choices they stand for.

    A list for facts of several values, or the word `none` where that means no awards.
    """
    if row.kind != "text" and _plain(text) in _NONE:
        text = "0" if row.kind == "number" else "none"
    parts = [part.strip() for part in text.split(",")] if row.many else [text]
    numbers = {str(number): value for number, value in enumerate(values, 1)}
    if values:
        halves = [part.partition("@") for part in parts]  # CERTIFICATION@DATE
        if any(word.strip().isdecimal() and word.strip() not in numbers for word, _, _ in halves):
            raise BadValueError("unknown-value", talk("no-such-number"))
        parts = ["".join((numbers.get(word.strip(), word), at, day)) for word, at, day in halves]
    if not row.many:
        return parts[0]
    if parts == ["none"]:
        if row.kind in ("holds", "others"):
            return "none"
        return [] if row.may_be_none else parts
    return [part for part in parts if part]
