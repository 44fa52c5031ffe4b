"""Every code of a reason and a caution that people are told is explained to scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from paths import CASES
from readings import read
from strategies import shipped

from pmo_path.answers.advise import advise
from pmo_path.answers.explain import explain
from pmo_path.contract.advice import Caution, Reason
from pmo_path.contract.described.codes import CAUTIONS, REASONS
from pmo_path.core.documents import read_yaml
from pmo_path.core.record import Record

DAY = date(2026, 11, 22)


def parts(value: object) -> Iterator[Record]:
    """Yield every record inside a value."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif isinstance(value, Record):
        yield value
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name))


@cache
def told() -> tuple[set[str], set[str]]:
    """Return the codes of all reasons and of all cautions, for the people of the cases."""
    reasons, cautions = set(), set()
    answers: list[Record] = [
        advise(shipped(), read(case["profile"]), date.fromisoformat(case["on"]))
        for file in sorted(CASES.glob("*.yaml"))
        for case in read_yaml(file.read_text("utf-8"), file.name).data
        if "profile" in case
    ]
    answers += [
        explain(shipped(), certification, read({"experience_level": "analyst"}), DAY)
        for certification in shipped().certifications
    ]
    for part in (part for answer in answers for part in parts(answer)):
        if isinstance(part, Reason):
            reasons.add(part.rule)
        elif isinstance(part, Caution):
            cautions.add(part.rule)
    rules = {rule.id for rule in shipped().rules}
    return reasons - rules, cautions - rules


def test_every_code_of_a_reason_is_explained() -> None:
    reasons, _ = told()
    assert len(reasons) > 20
    assert reasons - set(REASONS) == set()


def test_every_code_of_a_caution_is_explained() -> None:
    _, cautions = told()
    assert len(cautions) > 20
    assert cautions - set(CAUTIONS) == set()
