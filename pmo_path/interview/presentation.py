"""Wording of the interview: questions, their choices, and the progress so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.answers.holding_cautions import unknown_word_cautions
from pmo_path.conditions.inspect import certifications_read
from pmo_path.engine.career_level import candidate_levels, find_role
from pmo_path.engine.relevance import certificates_without_kind
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import Answer, Event, State
from pmo_path.interview.status import Standing
from pmo_path.messages.catalog import talk
from pmo_path.messages.grammar import counted, join
from pmo_path.messages.phrases import why_not
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.certifications import Certification
from pmo_path.model.history import entry_in_force
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.meanings import KIND_SAYS
from pmo_path.profile.profile import Held, OtherCertificate, Profile, fact_to_json, with_facts


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
    row, lines = question.row, [talk("why", why=question.why)]
    if row.key == "role":
        lines.append(talk("title"))
    elif typed and row.many:
        lines.append(
            talk({"pmo_types": "several-types", "reads": "several-codes"}.get(row.key, "several"))
        )
        if row.kind == "holds":
            lines.append(talk("dated"))
    elif row.kind == "number":
        lines.append(talk("number"))
    return lines


def key_help(question: Question, arrows: bool = False) -> str:
    """Return the help line for the keys: Enter, the command letters and, in a list, the arrows."""
    if arrows and question.choices:
        return talk("keys-several" if question.row.many else "keys-one")
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

    For the career level of a person with an ambiguous or delivery title, that title's own question.
    """
    role = state.profile.role
    if row.key == "experience_level" and role:
        known = find_role(catalogue, role)
        if known and len(known.levels) > 1 and known.ask:
            return known.ask.en
        if catalogue.names.find("delivery", role):
            return catalogue.delivery.ask.en
    return row.question or ""


def _choices(catalogue: Catalogue, state: State, row: Row) -> dict[str, str]:
    if row.key == "experience_level":
        may = candidate_levels(catalogue, state.profile)
        return {level: row.choice(level) for level in row.values if level in may}
    if row.kind == "holds":
        return {
            certification.id: certification.short
            for certification in _worth_naming(catalogue, state.before(row.key))
        } | KIND_SAYS
    if row.kind == "others":
        return {
            certificate.name: certificate.name
            for certificate in certificates_without_kind(state.profile)
        }
    return {value: row.choice(value) for value in row.values}


def _lapse(catalogue: Catalogue, certifications: Iterable[str], day: date) -> Iterator[str]:
    for certification in certifications:
        if certification in catalogue.certifications and entry_in_force(
            catalogue.certifications[certification].validity, day
        ):
            yield certification


def _worth_naming(catalogue: Catalogue, before: Answer | None) -> list[Certification]:
    """Return the certifications to offer as held, sorted by short name.

    They belong to a family of routes, are named by an entry requirement, or were given before.
    """
    versions = [
        version
        for certification in catalogue.certifications.values()
        for version in certification.entry
    ]
    named = {
        held
        for version in versions
        for need in version.required
        for held in certifications_read(need.condition)
    }
    named |= {
        held.certification
        for held in (before.value if before else None) or ()
        if isinstance(held, Held)
    }
    asked = [
        certification
        for certification in catalogue.certifications.values()
        if certification.id in named or catalogue.family_of(certification.id)
    ]
    return sorted(asked, key=lambda certification: certification.short.casefold())


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


def unnamed_certificates(question: Question, event: Event) -> list[OtherCertificate]:
    """Return the certificates in an answer that were chosen by kind alone and have no name yet."""
    chosen = event.value if isinstance(event, Answer) and question.row.kind == "holds" else None
    return [
        certificate
        for certificate in chosen or ()
        if isinstance(certificate, OtherCertificate) and certificate.name in KIND_SAYS.values()
    ]


def with_name(event: Answer, certificate: OtherCertificate, name: str) -> Answer:
    """Return the answer with one certificate renamed, or unchanged where the name is empty."""
    new = replace(certificate, name=name) if name else certificate
    return Answer(
        event.fact, tuple(new if given is certificate else given for given in event.value)
    )


def unknown_word_texts(catalogue: Catalogue, event: Event) -> list[str]:
    """Return the cautions about words in an answer that the catalogue does not know."""
    if not isinstance(event, Answer) or event.value is None or event.fact == "holds_other":
        return []
    return [
        caution.text
        for caution in unknown_word_cautions(
            catalogue, with_facts(Profile(), {event.fact: event.value})
        )
    ]


def _short(question: Question, value: object) -> str:
    if isinstance(value, OtherCertificate):
        return value.name + (f" ({value.awarded_on})" if value.awarded_on else "")
    if isinstance(value, Held):
        return _short(question, value.certification) + (
            f" ({value.awarded_on})" if value.awarded_on else ""
        )
    word = str(value)
    return question.row.labels.get(word) or question.choices.get(word, str(fact_to_json(value)))


def why_lines(questionnaire: Questionnaire, state: State, row: Row) -> list[str]:
    """Return why a question is asked, and which certifications its answer can put first."""
    short = questionnaire.day.short
    may_be_first = questionnaire.firsts(state.profile, row.key)
    names = join((short(certification) for certification in may_be_first), "or")
    return [
        talk("why", why=row.why),
        talk("decides", names=names) if len(may_be_first) > 1 else talk("decides-with"),
    ]


def so_far_lines(day: Day, now: Standing) -> list[str]:
    """Return the standing of the interview as paragraphs."""
    first = join((day.short(certification) for certification in now.first), "or")
    names = "; ".join(day.short(certification) for certification in now.possible)
    lines = [
        talk("so-far-first", names=first) if now.first else talk("so-far-nothing"),
        talk("so-far-possible", names=names) if names else talk("so-far-none"),
        talk("so-far-fell") if now.ruled_out else talk("so-far-all"),
    ]
    return lines + [
        f"{considered.short}: {why_not(considered, with_change=False)}"
        for considered in now.ruled_out
    ]


def dropped_text(state: State) -> str:
    """Return the sentence on which answers the last event dropped; empty where it dropped none."""
    facts = join(BY_KEY[fact].noun for fact in state.dropped)
    return talk("dropped", facts=facts) if facts else ""


def title_matches(catalogue: Catalogue, title: str) -> list[str] | None:
    """Return known job titles similar to an unknown one; None where the title is known."""
    if find_role(catalogue, title) or catalogue.names.find("delivery", title):
        return None
    typed = title.casefold().strip()
    known = [
        name for role in catalogue.roles.values() for name in (*role.titles_en, *role.titles_nl)
    ]
    begun = [name for name in known if typed in name.casefold()]
    close = (catalogue.roles[role] for role in catalogue.names.close("role", title))
    return list(dict.fromkeys([*begun[:3], *[role.title for role in close]]))


def resumed_text(state: State) -> str:
    """Return the sentence that introduces a resumed interview."""
    return talk("resumed", answers=counted(len(state.answers), "answer"))
