"""Try answers: the candidate answers to an open fact, and the open facts a decision depends on.

There is one candidate for every cell that the catalogue's conditions and the inference of the
level can distinguish, so the candidates cover everything that could make a difference.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec.structs import replace

from pmo_path.conditions.evaluate import Truth, evaluate, kleene
from pmo_path.conditions.facts import Facts, as_conditions_read
from pmo_path.conditions.inspect import certifications_read, facts_read, leaves
from pmo_path.conditions.partitions import representatives
from pmo_path.conditions.syntax import HOLDS, OTHER, Compare, Condition, Includes
from pmo_path.core.memory import remembered
from pmo_path.core.scalars import Range
from pmo_path.engine.career_level import read_level
from pmo_path.engine.equivalence import NO_CODE, all_comparisons, extra_signature
from pmo_path.engine.relevance import certificates_without_kind
from pmo_path.engine.situation import Case
from pmo_path.model.on_day import Day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.meanings import KIND_SAYS, LEVELS
from pmo_path.profile.profile import (
    CERTIFICATE_KINDS,
    Held,
    OtherCertificate,
    Profile,
    certificates_for,
)

Key = tuple[str, str, float | str | tuple[str, ...]]


def with_kinds(
    held: Iterable[OtherCertificate], asked: Collection[str], chosen: Collection[str]
) -> tuple[OtherCertificate, ...]:
    """Return certificates with the kind of those `asked`: project management if chosen, or other.

    The others keep what was said of them.
    """
    return tuple(
        certificate
        if certificate.kind or certificate.name not in asked
        else replace(
            certificate, kind="project-management" if certificate.name in chosen else "other"
        )
        for certificate in held
    )


def candidate_answers(day: Day, profile: Profile, row: Row) -> Iterator[tuple[str, Any]]:
    """Yield candidate answers to a fact as (text, value), one per cell; of a list, single items."""
    if row.key == "target_level":
        yield from ((value, value) for value in row.values[_lowest(day, profile) :])
    elif row.kind == "choice":
        yield from ((value, value) for value in row.values)
    elif row.kind == "choices":
        yield from ((value, (value,)) for value in row.values)
    elif row.kind == "number":
        yield from ((str(number), number) for number in _numbers(day, profile, row))
    elif row.kind == "others":
        names = [certificate.name for certificate in certificates_without_kind(day, profile)]
        for kind in CERTIFICATE_KINDS:
            chosen = names if kind == CERTIFICATE_KINDS[0] else ()
            yield (
                "; ".join(f"{kind}:{name}" for name in names),
                with_kinds(profile.holds_other or (), names, chosen),
            )
    elif row.kind == "holds":
        yield "none", ()
        kind = CERTIFICATE_KINDS[0]
        yield f"{kind}:{KIND_SAYS[kind]}", (OtherCertificate(KIND_SAYS[kind], kind),)
        for certification in _worth_holding(day):
            yield certification, (Held(certification),)
    elif row.kind == "code":
        yield from ((code, code) for code in sorted(set(_codes(day, row.key))))
        yield "none of these", NO_CODE
    else:
        read = sorted(set(_codes(day, row.key)))
        yield from ((code, (code,)) for code in read)
        yield "none of these", ("en",) if "en" not in read else ()


def combined_answers(row: Row, named: Collection[str]) -> Iterator[Any]:
    """Yield the answers to a list fact that name several items, or none of its values.

    Only `named` certifications are combined, those that some condition names: holding a single
    one of the others already changes whatever holding several can.
    """
    if row.kind == "choices" and row.may_be_none:
        yield ()
    held = [
        *certificates_for(sorted({*named} & {*CERTIFICATE_KINDS})),
        *(Held(certification) for certification in sorted({*named} - {*CERTIFICATE_KINDS})),
    ]
    items: list[Any] = held if row.kind == "holds" else list(row.values)
    if row.many:
        for size in range(2, len(items) + 1):
            yield from itertools.combinations(items, size)


def distinguishable_answers(case: Case, row: Row, unsettled: Iterable[Condition]) -> Iterator[Any]:
    """Yield one answer to a fact for each signature, combinations last.

    See `answers_with_signatures`.
    """
    if row.kind == "others":  # the answers depend on the certificates already named
        yield from (value for _, value in candidate_answers(case.day, case.profile, row))
        return
    signatures = set()
    for signature, value in answers_with_signatures(case, row, unsettled):
        if signature not in signatures:
            signatures.add(signature)
            yield value


def answers_with_signatures(
    case: Case, row: Row, unsettled: Iterable[Condition]
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield (signature, answer) for every answer to a fact.

    No unsettled condition can distinguish answers with equal signatures.
    """
    settled = _SETTLES.get(row.key, (row.key,))
    compared = [
        leaf for condition in unsettled for leaf in leaves(condition) if leaf.fact in settled
    ]
    known = getattr(case.profile, row.key)
    for value, truths, more in _compared_answers(
        case.day, row.key, known if isinstance(known, Range) else None
    ):
        yield (*[truths[_key(leaf)] for leaf in compared], *more), value
    if row.kind == "holds":
        named = {
            member for leaf in compared if isinstance(leaf, Includes) for member in _combined(leaf)
        }
        for value in combined_answers(row, named):
            facts = Facts().settle(_settled_facts(row.key, value))
            yield tuple([kleene(leaf, facts) for leaf in compared]), value


def _combined(leaf: Includes) -> Iterator[str]:
    """Yield the members tried in combination: certifications, and kinds of other certificates."""
    yield from (
        member for member in leaf.members if leaf.fact == HOLDS or member in CERTIFICATE_KINDS
    )


@remembered(128)
def _compared_answers(
    day: Day, fact: str, within: Range | None
) -> tuple[tuple[Any, Mapping[Key, bool | None], tuple[Any, ...]], ...]:
    """Return every answer with the result of each comparison of the day, and what else matters.

    A number is tried only `within` the range that was given, if one was.
    """
    row = BY_KEY[fact]
    said: dict[str, Any] = {fact: within} if within else {}
    alone = (value for _, value in candidate_answers(day, Profile(**said), row))
    settled = _SETTLES.get(fact, (fact,))
    compared = [leaf for leaf in leaves(all_comparisons(day)) if leaf.fact in settled]
    on_routes = _on_routes(day)
    tried = []
    for value in itertools.chain(alone, combined_answers(row, ())):  # of awards: added below
        more: tuple[Any, ...] = extra_signature(day, row.key, value)
        if row.names == "level":  # conditions read the levels that the engine derives from it
            more = (value,)
        elif row.kind == "holds":
            more = tuple(
                award.certification
                for award in value
                if isinstance(award, Held) and award.certification in on_routes
            )
        facts = Facts().settle(_settled_facts(row.key, value))
        tried.append((value, {_key(leaf): kleene(leaf, facts) for leaf in compared}, more))
    return tuple(tried)


def _key(leaf: Compare | Includes) -> Key:
    """Return a key that identifies a comparison and is quicker to hash than the comparison."""
    return (leaf.fact, leaf.operator, leaf.value if isinstance(leaf, Compare) else leaf.members)


def _on_routes(day: Day) -> frozenset[str]:
    """Return the certifications that may be a step on the day."""
    return day.on_offer & frozenset(day.destinations).union(*day.must_hold.values())


@remembered(8)
def _worth_holding(day: Day) -> tuple[str, ...]:
    """Return the certifications that matter if held: possible steps, and those conditions name."""
    named = certifications_read(all_comparisons(day))
    return tuple(sorted({*_on_routes(day), *named}))


def joint_answers(
    case: Case, rows: Sequence[Row], unsettled: Sequence[Condition]
) -> Iterator[Mapping[str, Any]]:
    """Yield sets of answers to several facts, one per outcome of the conditions; smallest first."""
    facts = case.facts
    read = {fact for condition in unsettled for fact in facts_read(condition)}
    rows = [row for row in rows if read.intersection(_settles(row))]
    keys = {fact for row in rows for fact in _settles(row)}
    conditions = [condition for condition in unsettled if keys & set(facts_read(condition))]
    values = [list(distinguishable_answers(case, row, unsettled)) for row in rows]
    truths = [_truth_by_answers(condition, facts, rows, values) for condition in conditions]
    outcomes = set()
    for size in range(len(rows) + 1):
        for places in itertools.combinations(range(len(rows)), size):
            for numbers in itertools.product(*(range(len(values[place])) for place in places)):
                chosen = dict(zip(places, numbers, strict=True))
                outcome = tuple([truth(chosen) for truth in truths])
                if outcome not in outcomes:
                    outcomes.add(outcome)
                    yield {rows[place].key: values[place][at] for place, at in chosen.items()}


def _truth_by_answers(
    condition: Condition, facts: Facts, rows: Sequence[Row], values: Sequence[Sequence[Any]]
) -> Callable[[Mapping[int, int]], Truth]:
    """Return a function that evaluates a condition for the numbers of the answers, by row.

    It evaluates once for all sets of answers that agree in the facts that the condition reads.
    """
    read = frozenset(facts_read(condition))
    places = [place for place, row in enumerate(rows) if read.intersection(_settles(row))]

    @cache
    def truth(*numbers: int | None) -> Truth:
        settled: dict[str, Range | str | frozenset[str]] = {}
        for place, number in zip(places, numbers, strict=True):
            if number is not None:
                settled |= _settled_facts(rows[place].key, values[place][number])
        return evaluate(condition, facts.settle(settled)).truth

    return lambda chosen: truth(*map(chosen.get, places))


# An answer to `holds` lists all awards, so it settles `holds_other` too.
_SETTLES = {HOLDS: (HOLDS, OTHER)}


def _settles(row: Row) -> tuple[str, ...]:
    return _SETTLES.get(row.key, (row.key,))


def _settled_facts(fact: str, value: Any) -> Mapping[str, Range | str | frozenset[str]]:
    """Return the facts that an answer settles, in the form that conditions read."""
    if fact in (HOLDS, OTHER):
        kinds = frozenset(
            certificate.kind
            for certificate in value
            if isinstance(certificate, OtherCertificate) and certificate.kind
        )
        held = frozenset(award.certification for award in value if isinstance(award, Held))
        return {HOLDS: held, OTHER: kinds} if fact == HOLDS else {OTHER: kinds}
    return {fact: as_conditions_read(fact, value)}


def _numbers(day: Day, profile: Profile, row: Row) -> Iterator[Any]:
    known = getattr(profile, row.key)
    facts = Facts({row.key: known} if known else {})
    yield from representatives(all_comparisons(day), facts, row.key)


def _lowest(day: Day, profile: Profile) -> int:
    """Return the index in LEVELS of the lowest target to offer, which is where the person works."""
    return min(
        (LEVELS.index(level) for level in read_level(day.catalogue, profile).levels), default=0
    )


def _codes(day: Day, fact: str) -> Iterator[str]:
    for leaf in leaves(all_comparisons(day)):
        if isinstance(leaf, Includes) and leaf.fact == fact:
            yield from leaf.members
