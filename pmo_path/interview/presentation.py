"""Wording of the interview: questions, their choices, and the progress so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.answers.holding_cautions import unknown_word_cautions
from pmo_path.conditions.inspect import certifications_read
from pmo_path.engine.career_level import find_role, may_mean
from pmo_path.engine.what_if import kinds_open
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import Answer, Event, State
from pmo_path.interview.status import Standing
from pmo_path.messages.catalog import talk
from pmo_path.messages.grammar import counted, join
from pmo_path.messages.phrases import why_not
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Certification
from pmo_path.model.history import in_force
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.meanings import KIND_SAYS
from pmo_path.profile.profile import Held, OtherCertificate, Profile, plain, saying


class Question(Struct, frozen=True):
    """A question ready to be asked: its text, the reason for it, and its values with their labels.

    `before` is the answer taken back earlier, now the default; without one, that is "don't know".
    """

    row: Row
    text: str
    why: str
    choices: dict[str, str]
    progress: str
    before: Answer | None = None
    lapse: frozenset[str] = frozenset()  # the choices with limited validity
    others: tuple[OtherCertificate, ...] = ()  # given, outside the catalogue


def question(questionnaire: Questionnaire, state: State, row: Row) -> Question:
    """Return the question that asks for a fact at this point of the interview."""
    catalogue, day = questionnaire.day.catalogue, questionnaire.day.date
    choices = _choices(catalogue, state, row)
    rest = questionnaire.at_most(state.profile, state.closed) - 1
    number = len(state.answers) + 1
    return Question(
        row=row,
        text=_text(catalogue, state, row),
        why=row.why or "",
        choices=choices,
        progress=talk("progress", number=number, rest=rest)
        if rest > 0
        else talk("progress-last", number=number),
        before=state.before(row.key),
        others=state.profile.holds_other or (),
        lapse=frozenset(_lapse(catalogue, choices, day) if row.kind == "holds" else ()),
    )


def notes(question: Question, typed: bool = True) -> list[str]:
    """Return the reason for a question and, where needed, the format of its answer."""
    row, found = question.row, [talk("why", why=question.why)]
    if row.key == "role":
        found.append(talk("title"))
    elif typed and row.many:
        found.append(
            talk({"pmo_types": "several-types", "reads": "several-codes"}.get(row.key, "several"))
        )
        if row.kind == "holds":
            found.append(talk("dated"))
    elif row.kind == "number":
        found.append(talk("number"))
    return found


def keys(question: Question, arrows: bool = False) -> str:
    """Return the help line for the keys: Enter, the command letters and, in a list, the arrows."""
    if arrows and question.choices:
        return talk("keys-several" if question.row.many else "keys-one")
    before = question.before
    default = (
        talk("as-before", answer=answer_words(question, before.value))
        if before
        else talk("dont-know")
    )
    unsaid = talk("keys-not-known") if before and before.value is not None else ""
    return talk("keys", default=default) + unsaid


def _text(catalogue: Catalogue, state: State, row: Row) -> str:
    """Return the text of a question.

    For the career level of a person with an ambiguous or delivery title, that title's own question.
    """
    role = state.profile.role
    if row.key == "experience_level" and role:
        found = find_role(catalogue, role)
        if found and len(found.levels) > 1 and found.ask:
            return found.ask.en
        if catalogue.names.find("delivery", role):
            return catalogue.delivery.ask.en
    return row.question or ""


def _choices(catalogue: Catalogue, state: State, row: Row) -> dict[str, str]:
    if row.key == "experience_level":
        may = may_mean(catalogue, state.profile)
        return {level: row.choice(level) for level in row.values if level in may}
    if row.kind == "holds":
        return {
            one.id: one.short for one in _worth_naming(catalogue, state.before(row.key))
        } | KIND_SAYS
    if row.kind == "others":
        return {one.name: one.name for one in kinds_open(state.profile)}
    return {value: row.choice(value) for value in row.values}


def _lapse(catalogue: Catalogue, certifications: Iterable[str], day: date) -> Iterator[str]:
    for one in certifications:
        if one in catalogue.certifications and in_force(
            catalogue.certifications[one].validity, day
        ):
            yield one


def _worth_naming(catalogue: Catalogue, before: Answer | None) -> list[Certification]:
    """Return the certifications to offer as held, sorted by short name.

    They belong to a family of routes, are named by an entry requirement, or were given before.
    """
    versions = [version for one in catalogue.certifications.values() for version in one.entry]
    named = {
        held
        for version in versions
        for need in version.required
        for held in certifications_read(need.condition)
    }
    named |= {
        one.certification
        for one in (before.value if before else None) or ()
        if isinstance(one, Held)
    }
    asked = [
        one
        for one in catalogue.certifications.values()
        if one.id in named or catalogue.family_of(one.id)
    ]
    return sorted(asked, key=lambda one: one.short.casefold())


def answer_words(question: Question, value: object) -> str:
    """Return an answer in a few words, using the labels of the choices."""
    if value is None:
        return talk("dont-know")
    if value == ():
        return talk("none-of-these")
    if question.row.kind == "others" and isinstance(value, tuple):
        value = tuple(one for one in value if one.name in question.choices and one.kind != "other")
        return join(one.name for one in value) if value else talk("none-of-these")
    return join(_short(question, one) for one in (value if isinstance(value, tuple) else (value,)))


def unnamed(question: Question, event: Event) -> list[OtherCertificate]:
    """Return the certificates in an answer that were chosen by kind alone and have no name yet."""
    chosen = event.value if isinstance(event, Answer) and question.row.kind == "holds" else None
    return [
        one
        for one in chosen or ()
        if isinstance(one, OtherCertificate) and one.name in KIND_SAYS.values()
    ]


def named(event: Answer, one: OtherCertificate, name: str) -> Answer:
    """Return the answer with one certificate renamed, or unchanged where the name is empty."""
    new = replace(one, name=name) if name else one
    return Answer(event.fact, tuple(new if each is one else each for each in event.value))


def not_known(catalogue: Catalogue, event: Event) -> list[str]:
    """Return the cautions about words in an answer that the catalogue does not know."""
    if not isinstance(event, Answer) or event.value is None or event.fact == "holds_other":
        return []
    return [
        one.text
        for one in unknown_word_cautions(catalogue, saying(Profile(), {event.fact: event.value}))
    ]


def _short(question: Question, value: object) -> str:
    if isinstance(value, OtherCertificate):
        return value.name + (f" ({value.awarded_on})" if value.awarded_on else "")
    if isinstance(value, Held):
        return _short(question, value.certification) + (
            f" ({value.awarded_on})" if value.awarded_on else ""
        )
    word = str(value)
    return question.row.labels.get(word) or question.choices.get(word, str(plain(value)))


def why_lines(questionnaire: Questionnaire, state: State, row: Row) -> list[str]:
    """Return why a question is asked, and which certifications its answer can put first."""
    short = questionnaire.day.short
    may_be_first = questionnaire.firsts(state.profile, row.key)
    names = join((short(one) for one in may_be_first), "or")
    return [
        talk("why", why=row.why),
        talk("decides", names=names) if len(may_be_first) > 1 else talk("decides-with"),
    ]


def so_far(day: Day, now: Standing) -> list[str]:
    """Return the standing of the interview as paragraphs."""
    first = join((day.short(one) for one in now.first), "or")
    names = "; ".join(day.short(one) for one in now.possible)
    lines = [
        talk("so-far-first", names=first) if now.first else talk("so-far-nothing"),
        talk("so-far-possible", names=names) if names else talk("so-far-none"),
        talk("so-far-fell") if now.fell else talk("so-far-all"),
    ]
    return lines + [f"{one.short}: {why_not(one, with_change=False)}" for one in now.fell]


def dropped(state: State) -> str:
    """Return the sentence on which answers the last event dropped; empty where it dropped none."""
    facts = join(BY_KEY[one].noun for one in state.dropped)
    return talk("dropped", facts=facts) if facts else ""


def title_matches(catalogue: Catalogue, title: str) -> list[str] | None:
    """Return known job titles similar to an unknown one; None where the title is known."""
    if find_role(catalogue, title) or catalogue.names.find("delivery", title):
        return None
    said = title.casefold().strip()
    known = [
        name for role in catalogue.roles.values() for name in (*role.titles_en, *role.titles_nl)
    ]
    begun = [name for name in known if said in name.casefold()]
    close = (catalogue.roles[one] for one in catalogue.names.close("role", title))
    return list(dict.fromkeys([*begun[:3], *[role.title for role in close]]))


def resumed(state: State) -> str:
    """Return the sentence that introduces a resumed interview."""
    return talk("resumed", answers=counted(len(state.answers), "answer"))
