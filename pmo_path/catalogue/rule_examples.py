"""Check every advice rule against its own examples, both those that apply and those that do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pmo_path.catalogue.draft import Draft
from pmo_path.conditions.evaluate import evaluate
from pmo_path.core.documents import Document
from pmo_path.core.errors import Path, PmoPathError, Problem
from pmo_path.engine.career_level import read_level
from pmo_path.engine.said_facts import facts_of
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.model.rules import Example, Rule
from pmo_path.profile.parse import read_profile


def failed_examples(draft: Draft, catalogue: Catalogue) -> list[Problem]:
    """Return a problem for every example that fails, cannot be read or is missing."""
    return list(_failed(draft, catalogue))


def _failed(draft: Draft, catalogue: Catalogue) -> Iterator[Problem]:
    for place, rule in enumerate(catalogue.rules):
        for kind, examples, wanted in (
            ("applies", rule.examples.applies, True),
            ("does_not", rule.examples.does_not, False),
        ):
            if not examples:
                yield draft.problem(
                    ("rules", place, "examples"),
                    "rule-without-example",
                    f"{rule.id}: `{kind}` has no example",
                    "add one",
                )
            for number, example in enumerate(examples):
                path = ("rules", place, "examples", kind, number)
                yield from _example(draft, catalogue, rule, example, path, wanted)


def _example(
    draft: Draft, catalogue: Catalogue, rule: Rule, example: Example, path: Path, wanted: bool
) -> Iterator[Problem]:
    try:
        profile = read_profile(Document("example", dict(example.facts), {}), catalogue.names)
    except PmoPathError as error:
        for problem in error.problems:
            yield draft.problem(
                (*path, "facts"), problem.code, f"{rule.id}: {problem.detail}", problem.hint
            )
        return
    until = (
        rule.until - timedelta(days=1)
        if rule.until
        else max(source.verified_on for source in catalogue.sources.values())
    )
    day = on_day(catalogue, example.on or until)
    applies = (
        rule in day.rules
        and evaluate(rule.if_, facts_of(day, profile, read_level(catalogue, profile).levels)).truth
        is True
    )
    if applies != wanted:
        words = (
            "does not apply to an example that it must apply to"
            if wanted
            else "applies to an example that it must not apply to"
        )
        yield draft.problem(
            path,
            "rule-example-fails",
            f"{rule.id} {words}",
            "correct the rule's condition, its dates, or the example",
        )
