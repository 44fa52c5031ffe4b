"""The questions of the interview in words: their text, choices, help and answers."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.text import plain_name, printable
from pmo_path.engine.job_titles import is_delivery, office_named, read_title
from pmo_path.interview.choices import choices, groups, limited_validity
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import Answer, State
from pmo_path.messages.catalog import talk
from pmo_path.messages.grammar import join
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.fact_row import Row
from pmo_path.profile.profile import (
    Award,
    Held,
    OtherCertificate,
    Profile,
    award_date,
    fact_to_json,
    may_hold_more,
)
from pmo_path.profile.vocabulary import Names


class Question(Struct, frozen=True):
    """A question ready to be asked: its text, the reason for it, and its values with their labels.

    `before` is the answer taken back earlier, now the default; without one, that is "don't know".
    `held` is what is known to be held already, to which a typed answer adds.
    """

    row: Row
    text: str
    why: str
    choices: dict[str, str]
    progress: str
    before: Answer | None = None
    groups: dict[str, str] = {}  # the heading of each choice, where they have one
    lapse: frozenset[str] = frozenset()  # the certifications with limited validity
    others: tuple[OtherCertificate, ...] = ()  # given, outside the catalogue
    held: tuple[Held | OtherCertificate, ...] = ()


def question(questionnaire: Questionnaire, state: State, row: Row) -> Question:
    """Return the question that asks for a fact at this point of the interview."""
    day, offered = questionnaire.day, choices(questionnaire.day, state, row)
    rest = _at_most_after(questionnaire, state, row)
    number = len(state.answers) + 1
    return Question(
        row=row,
        text=_text(day.catalogue, state, row),
        why=row.why or "",
        choices=offered,
        progress=talk("progress", number=number, rest=rest)
        if rest > 0
        else talk("progress-last", number=number),
        before=_still_offered(state.before(row.key), row, offered),
        others=state.profile.holds_other or (),
        held=_known_held(state.profile, row),
        groups=groups(day, offered) if row.kind == "holds" else {},
        lapse=limited_validity(day) if row.kind == "holds" else frozenset(),
    )


def _known_held(profile: Profile, row: Row) -> tuple[Held | OtherCertificate, ...]:
    if row.key != "holds" or not may_hold_more(profile):
        return ()
    return (*(profile.holds or ()), *(profile.holds_other or ()))


def _at_most_after(questionnaire: Questionnaire, state: State, row: Row) -> int:
    """Return how many questions may follow this one.

    An answer that adds to what is known to be held may open others, as any answer to it may.
    """
    if row.key == "holds" and may_hold_more(state.profile):
        unsaid = replace(state.profile, holds=None, holds_complete=None)
        return questionnaire.at_most(unsaid, state.closed | {row.key})
    return questionnaire.at_most(state.profile, state.closed) - 1


def _still_offered(before: Answer | None, row: Row, offered: dict[str, str]) -> Answer | None:
    """Return the answer taken back, unless other facts have ruled it out since."""
    if before and row.kind == "choice" and before.value is not None:
        return before if before.value in offered else None
    return before


def notes(question: Question, typed: bool = True) -> list[str]:
    """Return the reason for a question and, where needed, the format of its answer."""
    row, lines = question.row, [talk("why", why=question.why)]
    if row.key == "role":
        lines.append(talk("title"))
    elif typed and row.many:
        none = "several" if row.may_be_none else "several-types"
        lines.append(talk("several-codes" if row.kind == "codes" else none))
        if row.kind == "holds":
            lines.append(talk("part"))
            lines.append(talk("dated"))
    elif row.kind == "number":
        lines.append(talk("number"))
    return lines


def key_help(question: Question, arrows: bool = False) -> str:
    """Return the help line for the keys: Enter, the command letters and, in a list, the arrows."""
    if arrows and question.choices:
        code = "keys-search" if question.row.keeps else "keys-several"
        return talk(code if question.row.many else "keys-one")
    before = question.before
    default = (
        talk("as-before", answer=answer_label(question, before.value))
        if before
        else talk("dont-know")
    )
    unsaid = talk("keys-not-known") if before and before.value is not None else ""
    return talk("keys", default=default) + unsaid


def _text(catalogue: Catalogue, state: State, row: Row) -> str:
    """Return the text of a question.

    The question for the career level names the title of the person, and asks somebody from
    delivery for their PMO work; the choices say what each level does.
    """
    role = state.profile.role
    if row.key == "experience_level" and role:
        if is_delivery(catalogue, role):
            return catalogue.delivery.ask.en
        if read_title(catalogue, role):
            return talk("level-as", title=printable(role))
    if row.key == "holds" and may_hold_more(state.profile):
        return f"{row.question} {talk('holds-more')}"
    named = office_named(catalogue, role) if row.key == "pmo_types" else None
    hint = talk("type-as", office=named[0], kind=row.labels[named[1]]) if named else ""
    return f"{row.question or ''} {hint}".strip()


def answer_label(question: Question, value: object) -> str:
    """Return an answer in a few words, using the labels of the choices."""
    if value is None:
        return talk("dont-know")
    if value == ():
        return talk("none-of-these")
    if question.row.kind == "others" and isinstance(value, tuple):
        value = tuple(
            certificate
            for certificate in value
            if certificate.name in question.choices and certificate.kind != "other"
        )
        return join(certificate.name for certificate in value) if value else talk("none-of-these")
    return join(
        _short(question, item) for item in (value if isinstance(value, tuple) else (value,))
    )


def part_matches(question: Question, names: Names, word: str) -> list[str]:
    """Return the choices whose label or heading contains a word, else those that it may mean."""
    part = plain_name(word)
    found = [value for value, label in question.choices.items() if part in plain_name(label)]
    found = found or [value for value, head in question.groups.items() if part in plain_name(head)]
    close = names.close(question.row.names or question.row.key, word)
    return (found if part else []) or [value for value in close if value in question.choices]


def _short(question: Question, value: object) -> str:
    if isinstance(value, OtherCertificate):
        return value.name + _dated(value)
    if isinstance(value, Held):
        return _short(question, value.certification) + _dated(value)
    word = str(value)
    return question.row.labels.get(word) or question.choices.get(word, str(fact_to_json(value)))


def _dated(award: Award) -> str:
    return f" ({awarded})" if (awarded := award_date(award)) else ""
