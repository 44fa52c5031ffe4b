"""What the property tests are made of: conditions, worlds, what is known of a world, profiles."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from math import ceil
from typing import Any

from hypothesis import strategies as st

from pmo_path.catalogue.load import load_catalogue
from pmo_path.conditions.facts import Facts
from pmo_path.conditions.syntax import (
    AWARDS,
    MEMBERS,
    NUMBERS,
    ORDERED,
    Combine,
    Compare,
    Condition,
    Includes,
    Named,
    Not,
)
from pmo_path.core.iso_codes import COUNTRIES, CURRENCIES, LANGUAGES
from pmo_path.core.scalars import Range, number_text
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import FACTS
from pmo_path.profile.profile import CERTIFICATE_KINDS

# A world gives every fact one value: a number, a choice, or the complete set of its members.
World = Mapping[str, Any]

LIMITS = (1.0, 2.0, 3.0)
COMPARISONS = ("at least", "at most", "more than", "less than", "is")
IMPLIES = {"p3o-practitioner": frozenset({"p3o-foundation"})}
PAIRS = frozenset({("p3o-practitioner", "p3o-foundation")})  # the same, as facts have it

# Few facts with few values, so that every world can be tried.
SMALL_NUMBERS = ("years_in_projects", "pmos_managed")
SMALL_CHOICES = ("education", "career_level")
SMALL_SETS = {
    "goals": ("basics", "set-up-pmo"),
    "holds": ("p3o-foundation", "p3o-practitioner", "pmp"),
}
SMALL_FACTS = (*SMALL_NUMBERS, *SMALL_CHOICES, *SMALL_SETS)


def combined(leaves: st.SearchStrategy[Condition], most: int) -> st.SearchStrategy[Condition]:
    """Conditions of every shape over some leaves."""

    def grow(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        lists = st.lists(parts, min_size=1, max_size=4)
        some = lists.flatmap(
            lambda one: st.builds(Combine, st.integers(1, len(one)), st.just(tuple(one)))
        )
        return st.one_of(some, st.builds(Not, parts), st.just(Combine(0, ())))

    return st.recursive(leaves, grow, max_leaves=most)


# To make a strategy takes longer than to draw from it, so each is made once.


def by_fact(
    facts: Sequence[str], made: Callable[[str], st.SearchStrategy[Condition]]
) -> st.SearchStrategy[Condition]:
    """Conditions over one of some facts."""
    return st.sampled_from(facts).flatmap({fact: made(fact) for fact in facts}.__getitem__)


@cache
def small_leaves() -> st.SearchStrategy[Condition]:
    """Comparisons over few facts, none of them always met or never met."""
    numbers = st.builds(
        Compare,
        st.sampled_from(SMALL_NUMBERS),
        st.sampled_from(COMPARISONS),
        st.sampled_from(LIMITS),
    )
    choices = by_fact(
        SMALL_CHOICES,
        lambda fact: st.builds(
            Compare,
            st.just(fact),
            st.sampled_from(COMPARISONS),
            st.sampled_from(ORDERED[fact][1:-1]),
        ),
    )
    sets = by_fact(
        sorted(SMALL_SETS),
        lambda fact: st.builds(
            Includes,
            st.just(fact),
            st.sampled_from(tuple(AWARDS.values()) if fact == "holds" else ("any",)),
            members(SMALL_SETS[fact]),
        ),
    )
    return st.one_of(numbers, choices, sets)


@cache
def members(known: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True).map(tuple)


@cache
def small_conditions(most: int = 5) -> st.SearchStrategy[Condition]:
    """Conditions over few facts, small enough to try every world."""
    return combined(small_leaves(), most)


NAMED = {
    "seasoned": Named(
        "seasoned", "three years of project work", Compare("years_in_projects", "at least", 3.0)
    ),
    "ready": Named("ready", "ready for it", Not(Includes("goals", "any", ("basics",)))),
}


@cache
def all_conditions() -> st.SearchStrategy[Condition]:
    """Conditions over every fact that conditions can read, with every operator."""
    amounts = st.integers(0, 999_999_999) | st.decimals(0, 1000, places=6)
    numbers = st.builds(
        Compare, st.sampled_from(NUMBERS), st.sampled_from(COMPARISONS), amounts.map(float)
    )
    choices = by_fact(
        sorted(ORDERED),
        lambda fact: st.builds(
            Compare, st.just(fact), st.sampled_from(COMPARISONS), st.sampled_from(ORDERED[fact])
        ),
    )
    sets = by_fact(
        sorted(MEMBERS),
        lambda fact: st.builds(
            Includes,
            st.just(fact),
            st.just("any"),
            members(MEMBERS[fact] or ("en", "nl", "project-management")),
        ),
    )
    awards = st.builds(
        Includes,
        st.just("holds"),
        st.sampled_from(tuple(AWARDS.values())),
        members(("pmp", "p3o-foundation", "ipmo-f")),
    )
    return combined(
        st.one_of(numbers, choices, sets, awards, st.sampled_from(sorted(NAMED.values(), key=str))),
        8,
    )


# --- worlds --------------------------------------------------------------------------


def values_of(fact: str) -> list[Any]:
    """Every value of a small fact that the limits can tell apart."""
    if fact in SMALL_NUMBERS:
        return [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0]
    if fact in SMALL_CHOICES:
        return list(ORDERED[fact])
    known = SMALL_SETS[fact]
    subsets = (
        frozenset(one)
        for size in range(len(known) + 1)
        for one in itertools.combinations(known, size)
    )
    return [one for one in subsets if fact != "holds" or closed(one) == one]


def closed(held: frozenset[str]) -> frozenset[str]:
    """Return what is held with everything that it proves."""
    return held.union(*(IMPLIES.get(one, frozenset()) for one in held))


@cache
def worlds() -> st.SearchStrategy[World]:
    """One value for every small fact."""
    return st.fixed_dictionaries({fact: st.sampled_from(values_of(fact)) for fact in SMALL_FACTS})


def worlds_of(facts: Facts, read: tuple[str, ...]) -> Iterator[World]:
    """Yield every world that what is known allows, over the facts that are read."""
    allowed = [[value for value in values_of(fact) if allows(facts, fact, value)] for fact in read]
    for values in itertools.product(*allowed):
        yield dict(zip(read, values, strict=True))


def allows(facts: Facts, fact: str, value: Any) -> bool:
    """Whether what is known of a fact leaves room for a value."""
    if fact in SMALL_NUMBERS:
        number = facts.number(fact)
        return bool(number.low <= value <= number.high)
    if fact in SMALL_CHOICES:
        return value in facts.choices(fact)
    if fact in facts.known:
        return bool(value == facts.known[fact])
    return bool(facts.at_least.get(fact, frozenset()) <= value)


def said(world: World) -> Facts:
    """Return a world with everything said."""
    facts = Facts(implies=PAIRS)
    for fact, value in world.items():
        facts = facts.set(fact, Range(value, value) if isinstance(value, float) else value)
    return facts


def answered(facts: Facts, world: World, chosen: frozenset[str]) -> Facts:
    """Return what is known once some facts have been answered as they are in a world."""
    for fact in chosen:
        value = world[fact]
        facts = facts.set(fact, Range(value, value) if isinstance(value, float) else value)
    return facts


BELOW, ABOVE = st.sampled_from((0.0, 0.5, 1.0)), st.sampled_from((0.0, 0.5, 2.0))
CHOICES = {fact: st.frozensets(st.sampled_from(ORDERED[fact])) for fact in SMALL_CHOICES}
EITHER = st.booleans()
WAYS = {
    True: st.sampled_from(("said", "not said", "in part")),
    False: st.sampled_from(("said", "not said")),
}


@st.composite
def known_of(draw: st.DrawFn, world: World, partly: bool = True) -> Facts:
    """What may be known of a world: each fact said, not said, or, if `partly`, said in part."""
    known: dict[str, Range | frozenset[str]] = {}
    at_least: dict[str, frozenset[str]] = {}
    for fact, value in world.items():
        way = draw(WAYS[partly])
        if way == "not said":
            continue
        part = way == "in part"
        if fact in SMALL_NUMBERS:
            below, above = (
                draw(BELOW),
                draw(ABOVE),
            )
            known[fact] = (
                Range(max(0.0, value - below), min(4.0, value + above))
                if part
                else Range(value, value)
            )
        elif fact in SMALL_CHOICES:
            others = draw(CHOICES[fact]) if part else frozenset()
            known[fact] = others | {value}
        elif part:
            at_least[fact] = frozenset(one for one in value if draw(EITHER))
            at_least[fact] = closed(at_least[fact]) if fact == "holds" else at_least[fact]
        else:
            known[fact] = value
    return Facts(known, at_least, PAIRS)


# --- profiles ------------------------------------------------------------------------


@cache
def shipped() -> Catalogue:
    """The shipped catalogue, read once."""
    return load_catalogue()


DAYS = st.dates(date(2008, 1, 1), date(2030, 12, 31))
# As profiles give them: a day, a month or a year.
AWARD_DATES = st.tuples(DAYS, st.sampled_from((10, 10, 7, 4))).map(
    lambda pair: pair[0].isoformat()[: pair[1]]
)
TITLES = (
    "PMO analyst",
    "PMO manager",
    "senior PMO analyst",
    "project support officer",
    "PMO director",
    "project manager",
    "projectondersteuner",
    "wizard of charts",
)


def numbers(row: Row) -> st.SearchStrategy[Any]:
    """Numbers of a profile: plain, as text, or a range; the bounds too."""
    one = st.integers(ceil(row.least), 12)
    spans = st.tuples(one, one).map(sorted).map(lambda pair: f"{pair[0]}-{pair[1]}")
    halves = st.nothing() if row.whole else st.sampled_from((0.5, 2.5, "2.5"))
    ends = st.sampled_from(
        (row.least, row.most, number_text(row.least), str(Range(row.least, row.most)))
    )
    return st.one_of(one, one.map(str), spans, halves, ends)


@cache
def awards() -> st.SearchStrategy[Any]:
    """Certifications held, with a day, a month or a year, or without."""
    ids = st.sampled_from(sorted(shipped().certifications))
    dated = st.fixed_dictionaries({"certification": ids, "awarded_on": AWARD_DATES})
    text = st.tuples(ids, AWARD_DATES).map("@".join)
    return st.lists(st.one_of(ids, dated, text), max_size=4)


@cache
def others() -> st.SearchStrategy[Any]:
    """Certificates outside the catalogue, some listed, with or without their kind and date."""
    names = st.sampled_from(("CAPM", "MSP Practitioner", "Zaphod Master", "Order of Tea"))
    kinds, days = st.sampled_from(CERTIFICATE_KINDS), AWARD_DATES
    told = st.fixed_dictionaries({"name": names}, optional={"kind": kinds, "awarded_on": days})
    return st.lists(st.one_of(names, told), max_size=3)


@cache
def own_prices() -> st.SearchStrategy[Any]:
    """What somebody was quoted for certifications, one or a range, as texts or as a mapping."""
    ids = st.sampled_from(sorted(shipped().certifications))
    ends = st.tuples(st.integers(0, 5000), st.integers(0, 5000)).map(sorted)
    amounts = st.tuples(ends, st.sampled_from(("GBP", "EUR", "USD"))).map(
        lambda pair: f"{pair[0][0]}-{pair[0][1]} {pair[1]}"
    )
    mapping = st.dictionaries(ids, amounts, max_size=4)
    return st.one_of(mapping, mapping.map(lambda each: [f"{id}={each[id]}" for id in each]))


@cache
def some_of(values: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=3)


def values_of_a_fact(row: Row) -> st.SearchStrategy[Any]:
    """Plain data that is valid for a fact."""
    if row.kind == "number":
        return numbers(row)
    if row.values:
        return some_of(row.values) if row.many else st.sampled_from(row.values)
    if row.key == "role":
        return st.sampled_from(TITLES)
    by_kind: dict[str, st.SearchStrategy[Any]] = {
        "id": st.integers(0, 10**6) | st.text(min_size=1, max_size=12).filter(str.strip),
        "text": st.text(min_size=1, max_size=12).filter(str.strip),
        "holds": awards(),
        "others": others(),
        "codes": some_of(("en", "nl", *sorted(LANGUAGES)[:3])),
        "code": st.sampled_from(sorted(COUNTRIES)),
        "money": st.tuples(st.integers(0, 5000), st.sampled_from(sorted(CURRENCIES))).map(
            "{0[0]} {0[1]}".format
        ),
        "prices": own_prices(),
        "date": DAYS.map(date.isoformat),
    }
    return by_kind[row.kind]


@cache
def facts_of_profiles() -> dict[str, st.SearchStrategy[Any]]:
    """For every fact of the table, plain data that is valid."""
    return {row.key: values_of_a_fact(row) for row in FACTS}


@cache
def profile_data() -> st.SearchStrategy[dict[str, Any]]:
    """Plain data of valid profiles, every fact said or not."""
    return st.deferred(lambda: st.fixed_dictionaries({}, optional=facts_of_profiles()))
