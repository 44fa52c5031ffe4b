"""Lint of entry requirements, evaluated over every cell that their conditions distinguish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from pmo_path.catalogue.draft import Draft
from pmo_path.conditions.evaluate import evaluate
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.syntax import Combine, Condition, Named, Not
from pmo_path.core.errors import Path, Problem
from pmo_path.model.catalogue import Catalogue, proof_pairs
from pmo_path.model.certifications import Requirement


class Checked(Struct, frozen=True):
    """A catalogue, the draft in which to locate problems, and the date of the check."""

    draft: Draft
    catalogue: Catalogue
    today: date

    def problem(self, path: Path, code: str, detail: str, hint: str) -> Problem:
        """Return a problem located in the catalogue's files."""
        return self.draft.problem(path, code, detail, hint)


def _requirements(checked: Checked) -> Iterator[tuple[Path, list[Requirement]]]:
    for place, draft in enumerate(checked.draft.certifications):
        for number, version in enumerate(checked.catalogue.certifications[draft.id].entry):
            yield ("certifications", place, "entry", number, "required"), list(version.required)


def _facts(checked: Checked) -> Facts:
    return Facts(implies=proof_pairs(checked.catalogue))


def impossible_requirements(checked: Checked) -> Iterator[Problem]:
    """Report requirements that no profile can meet, alone or all of a version together."""
    for path, required in _requirements(checked):
        together = Combine(len(required), tuple(requirement.condition for requirement in required))
        alone = [evaluate(requirement.condition, _facts(checked)).truth for requirement in required]
        if False not in alone and evaluate(together, _facts(checked)).truth is False:
            detail = "nobody can meet all of these together"
            yield checked.problem(
                path, "impossible-requirement", detail, "correct the ones that exclude each other"
            )
        for place, requirement in enumerate(required):
            if evaluate(requirement.condition, _facts(checked)).truth is False:
                yield checked.problem(
                    (*path, place, "condition"),
                    "impossible-requirement",
                    f"{requirement.id}: nobody can meet this",
                    "correct its comparisons",
                )


def redundant_requirements(checked: Checked) -> Iterator[Problem]:
    """Report requirements that follow from the others of the same version."""
    for path, required in _requirements(checked):
        for place, requirement in enumerate(required):
            others = tuple(other.condition for other in required if other is not requirement)
            if _impossible(checked, others):
                continue  # an impossible condition implies everything
            if _follows(checked, Combine(len(others), others), requirement.condition):
                yield checked.problem(
                    (*path, place, "condition"),
                    "redundant-requirement",
                    f"{requirement.id}: whoever meets the others meets this",
                    "leave it out, or say what it adds",
                )


def _impossible(checked: Checked, conditions: tuple[Condition, ...]) -> bool:
    return evaluate(Combine(len(conditions), conditions), _facts(checked)).truth is False


def dead_alternatives(checked: Checked) -> Iterator[Problem]:
    """Report alternatives of an `any` or "n of" that never make a difference."""
    for path, required in _requirements(checked):
        for place, requirement in enumerate(required):
            for condition in _choices(requirement.condition):
                yield from _dead(checked, (*path, place, "condition"), requirement.id, condition)


def _choices(condition: Condition) -> Iterator[Combine]:
    if isinstance(condition, Combine):
        if condition.count < len(condition.parts):
            yield condition
        for part in condition.parts:
            yield from _choices(part)
    elif isinstance(condition, Not | Named):
        yield from _choices(condition.part)


def _dead(checked: Checked, path: Path, name: str, condition: Combine) -> Iterator[Problem]:
    for place in range(len(condition.parts)):
        others = tuple(other for number, other in enumerate(condition.parts) if number != place)
        rest = Combine(condition.count, others)
        if len(others) >= condition.count and _follows(checked, condition, rest):
            yield checked.problem(
                path,
                "dead-alternative",
                f"{name}: alternative {place + 1} never makes a difference",
                "leave it out, or correct it",
            )


def _follows(checked: Checked, ground: Condition, claim: Condition) -> bool:
    """Return whether `ground` implies `claim`: no facts meet the one without the other."""
    return evaluate(Combine(2, (ground, Not(claim))), _facts(checked)).truth is False
