"""The codes of the reasons and cautions that an answer tells."""

from __future__ import annotations

from collections.abc import Iterator

from strategies import shipped

from pmo_path.contract.advice import Caution, Reason
from pmo_path.contract.described.reasons import CAUTIONS, REASONS
from pmo_path.core.record import Record


def parts(value: object) -> Iterator[Record]:
    """Yield every record inside a value."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif isinstance(value, Record):
        yield value
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name))


def told_codes(answer: object) -> tuple[set[str], set[str]]:
    """Return the codes of all reasons and of all cautions, apart from the rules' ids."""
    reasons, cautions = set(), set()
    for part in parts(answer):
        if isinstance(part, Reason):
            reasons.add(part.rule)
        elif isinstance(part, Caution):
            cautions.add(part.rule)
    rules = {rule.id for rule in shipped().rules}
    return reasons - rules, cautions - rules


def unexplained(answer: object) -> set[str]:
    """Return the codes of an answer that are not explained to scripts."""
    reasons, cautions = told_codes(answer)
    return (reasons - set(REASONS)) | (cautions - set(CAUTIONS))
