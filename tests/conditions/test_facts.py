"""What is left of facts when some are open again, and what a key of them tells apart."""

from __future__ import annotations

from pmo_path.conditions.facts import Facts
from pmo_path.core.scalars import Range

NONE: frozenset[str] = frozenset()
PERSON = Facts(
    {
        "years_in_pmo": Range(4, 4),
        "education": frozenset({"bachelor"}),
        "holds": frozenset({"pmp"}),
        "goals": NONE,
    },
    lapsed=frozenset({"pmp"}),
)
OPEN = Facts(at_least={"holds": frozenset({"pmp"})})


def test_only_freed_awards_are_no_longer_known_to_have_lapsed() -> None:
    assert PERSON.free(frozenset({"holds"})).lapsed == NONE
    assert PERSON.free(frozenset({"goals"})).lapsed == PERSON.lapsed


def test_a_key_tells_apart_what_a_condition_on_awards_can() -> None:
    pmp = frozenset({"pmp"})
    told = [
        facts.cache_key((), pmp)
        for facts in (PERSON, Facts(PERSON.known), Facts({"holds": NONE}), OPEN, Facts())
    ]
    assert len(set(told)) == len(told)
    assert PERSON.cache_key((), pmp) == PERSON.set("goals", pmp).cache_key((), pmp)
    more = Facts({"holds": frozenset({"pmp", "ipmo-f"})}, lapsed=frozenset({"pmp", "ipmo-f"}))
    assert more.cache_key((), pmp) == PERSON.cache_key((), pmp)
