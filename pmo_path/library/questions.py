"""The next question of the interview, for programs that ask people themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import Profile


class NextQuestion(Struct, frozen=True, kw_only=True):
    """A question about one fact.

    `choices` are its values with their labels, empty where the answer is free; with `many`, the
    answer is a list of them. `at_most` bounds the questions that are left, this one included.
    """

    fact: str
    text: str
    why: str
    choices: Mapping[str, str]
    many: bool
    at_most: int


def asked_next(
    catalogue: Catalogue, profile: Profile, day: date, closed: Iterable[object]
) -> NextQuestion | None:
    """Return the question about the open fact that tells most, None where none can tell more.

    Raises PmoPathError where `closed` names what is no fact.
    """
    from pmo_path.interview.presentation import question
    from pmo_path.interview.question_selection import Questionnaire
    from pmo_path.interview.state import Answer, State
    from pmo_path.library.arguments import refused
    from pmo_path.model.on_day import on_day
    from pmo_path.profile.facts import BY_KEY

    facts = tuple(closed)
    if any(not isinstance(fact, str) or fact not in BY_KEY for fact in facts):
        raise refused("unknown-key", "`closed` holds what is no fact", "give keys of the profile")
    questionnaire = Questionnaire(on_day(catalogue, day))
    state = State(given=profile, answers=tuple(Answer(str(fact)) for fact in facts))
    row = questionnaire.next_question(profile, state.closed)
    if row is None:
        return None
    asked = question(questionnaire, state, row)
    return NextQuestion(
        fact=row.key,
        text=asked.text,
        why=asked.why,
        choices=dict(asked.choices),
        many=row.many,
        at_most=max(1, questionnaire.at_most(profile, state.closed)),
    )
