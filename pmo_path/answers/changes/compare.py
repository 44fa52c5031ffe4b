"""What changed between two advices, and by what.

The causes are told apart by advising again, each time with one thing more as it is now: first with
the catalogue of today, then on the later day, then with the answers of that day. Compared the other
way round, two sides have the same changes, mirrored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pmo_path.answers.catalogue_views import catalogue_info
from pmo_path.answers.changes.causes import stages
from pmo_path.answers.changes.changed_answers import changed_answers
from pmo_path.answers.changes.changed_facts import (
    changed_facts,
    fact_sources,
    known_sources,
    mirrored_facts,
)
from pmo_path.answers.changes.days_nearer import days_nearer
from pmo_path.answers.changes.headline import change_headline
from pmo_path.answers.changes.notes import change_notes
from pmo_path.answers.changes.standpoints import Standpoint, advice_standpoint, report_standpoint
from pmo_path.answers.changes.values import changed_keys, mirrored
from pmo_path.answers.changes.wording import ChangeWords, asks_of, own_certifications, short_names
from pmo_path.contract.advice import Advice
from pmo_path.contract.changes import AnswerChange, Changes, FactsChange, ValueChange
from pmo_path.contract.earlier import EarlierAdvice
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.profile import Profile


def changes_between(
    catalogue: Catalogue, before: Standpoint, after: Standpoint, as_of: date
) -> Changes:
    """Return what changed from one side to the other; today's catalogue tells the causes apart.

    Pure: the same two sides, catalogue and day give equal changes.
    """
    turned = bool(before.day and after.day and before.day > after.day)
    first, last = (after, before) if turned else (before, after)
    steps = stages(catalogue, first, last)
    changed = tuple(changed_keys(steps.values, steps.causes))
    sources = known_sources(catalogue, before, after)
    matter = own_certifications(before.told, after.told)
    facts = tuple(changed_facts(catalogue, first, last, sources, matter))
    if turned:
        changed = tuple(map(mirrored, changed))
        facts = tuple(mirrored_facts(change, sources) for change in facts)
    words = ChangeWords(
        short_names(catalogue, before.told, after.told),
        before.told,
        after.told,
        matter,
        asks_of(on_day(catalogue, as_of)),
    )
    values = tuple(words.value_change(change, sources.keys()) for change in changed)
    answers: tuple[AnswerChange, ...] = ()
    if before.person and after.person:
        days_of = (before.day or as_of, after.day or as_of)
        answers = tuple(changed_answers(before.person, after.person, days_of, words.shorts))
    matters = bool(answers) or any(change.matters for change in facts)
    others = matters if answers or facts else None
    same = not (answers or values or facts)
    days = tuple(days_nearer(before, after, words.shorts))
    cited = set(_cited(values, facts))
    return Changes(
        as_of=as_of.isoformat(),
        catalogue=catalogue_info(on_day(catalogue, as_of)),
        before=before.view(),
        after=after.view(),
        same=same,
        text=change_headline(before, after, values, others, days, words.shorts),
        answers=answers,
        values=values,
        facts=facts,
        days=days,
        notes=tuple(change_notes(catalogue.digest, before, after, steps)),
        sources=tuple(sources[name] for name in sorted(cited & sources.keys())),
    )


def changes_since(
    catalogue: Catalogue, told: EarlierAdvice, advice: Advice, person: Profile, as_of: date
) -> Changes:
    """Return what changed from an earlier report to an advice that was just given to a person."""
    before, after = report_standpoint(catalogue, told), advice_standpoint(advice, person)
    return changes_between(catalogue, before, after, as_of)


def _cited(values: Sequence[ValueChange], facts: Sequence[FactsChange]) -> Iterator[str]:
    for value in values:
        yield from value.sources
    for change in facts:
        for fact in (*change.gone, *change.new):
            yield from fact_sources(fact)
