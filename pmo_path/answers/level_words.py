"""The career level in words: how it was inferred, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.advice import Caution, LevelView
from pmo_path.core.text import excerpt
from pmo_path.engine.career_level import Finding, Reading
from pmo_path.engine.job_titles import find_role, office_named, read_title
from pmo_path.engine.relevance import relevant_facts
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join, people_words
from pmo_path.messages.phrases import type_words
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import Profile


def level_view(catalogue: Catalogue, profile: Profile, reading: Reading) -> LevelView | None:
    """Return the career level with the reasons for it; None where it is unknown."""
    if not reading.levels:
        return None
    first, *others = reading.levels
    return LevelView(
        id=first,
        number=catalogue.levels[first].number,
        assumed=reading.assumed,
        other_readings=tuple(others),
        because=tuple(_sentence(catalogue, profile, finding) for finding in reading.because),
    )


def level_cautions(catalogue: Catalogue, profile: Profile, reading: Reading) -> Iterator[Caution]:
    """Yield the cautions about how the level was inferred."""
    for finding in reading.cautions:
        text = _sentence(catalogue, profile, finding)
        if finding.asks:
            text += f" {say('ask-role', question=_question(catalogue, profile))}"
        yield Caution(rule=finding.rule or finding.code, text=text, sources=finding.sources)


def office_cautions(case: Case) -> Iterator[Caution]:
    """Suggest the kind of PMO that a job title names, where saying it can change the advice."""
    named = office_named(case.day.catalogue, case.profile.role)
    if named and case.wanted_types is None and "pmo_types" in relevant_facts(case):
        office, kind = named
        text = say("title-names-office", office=excerpt(office), kind=type_words(kind))
        yield Caution(rule="title-names-office", text=text)


def level_name(catalogue: Catalogue, level: str) -> str:
    """Return a level with its number, as in `level 2 (analyst)`."""
    return say("level-name", number=catalogue.levels[level].number, level=level)


def _sentence(catalogue: Catalogue, profile: Profile, finding: Finding) -> str:
    """Return the sentence of a finding, filled in with the profile facts behind it."""
    level, *others = [level_name(catalogue, level) for level in finding.levels] or [""]
    years, pmos, people = profile.years_in_pmo, profile.pmos_managed, profile.people_led
    return say(
        finding.code,
        role=_title(catalogue, profile.role),
        level=level,
        others=join(others, "or"),
        years=years and counted(years, "year"),
        pmos=pmos and counted(pmos, "PMO"),
        people=people and people_words(people),
        close=" or ".join(catalogue.roles[role].title for role in finding.close),
        question=_question(catalogue, profile),
    )


def _title(catalogue: Catalogue, title: str | None) -> str:
    """Return a job title, with what it is read as where it is not itself the name of a role."""
    written = excerpt(title)
    reading = read_title(catalogue, title) if title else None
    if reading is None or reading.role is None or reading.by_name:
        return written
    grades = [grade.spellings[0] for grade in reading.grades]
    words = {"title": written, "read": " ".join((*grades, reading.role.title))}
    if reading.passed_over:
        return say("title-read-in-part", **words, unknown=join(reading.passed_over, "and"))
    return say("title-read", **words)


def _question(catalogue: Catalogue, profile: Profile) -> str:
    """Return the question that settles a job title: that of its role, or the one for delivery."""
    role = find_role(catalogue, profile.role)
    ask = role.ask if role else catalogue.delivery.ask
    return ask.en if ask else ""
