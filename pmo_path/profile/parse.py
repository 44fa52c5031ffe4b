"""Parse plain data into a Profile by the table of facts, collecting every located problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pmo_path.core.documents import Document
from pmo_path.core.errors import BadValueError, PmoPathError, Problem
from pmo_path.core.suggest import did_you_mean
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.parse_values import MAX_ITEMS, _in_order, _places, read_fact, sorted_prices
from pmo_path.profile.profile import (
    Profile,
    Unmatched,
    with_facts,
    with_unknown,
)
from pmo_path.profile.vocabulary import Names


def read_profile(document: Document, names: Names) -> Profile:
    """Return the profile that a document holds. Raises PmoPathError with every located problem.

    Words that the catalogue does not know are kept as they were said, or refused if `names` is
    strict.
    """
    if not isinstance(document.data, dict):
        problem = document.problem(
            (),
            "not-a-profile",
            "a profile is a list of `fact: value` lines",
            "for example `role: PMO analyst`",
        )
        raise PmoPathError(f"{document.name} is not a profile", (problem,), code="profile-invalid")
    if len(document.data) > MAX_ITEMS:
        detail = f"this has more than {MAX_ITEMS} facts"
        problem = document.problem((), "too-large", detail, "is this the right file?")
        raise PmoPathError(f"{document.name} is not a profile", (problem,), code="profile-invalid")
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for key, value in document.data.items():
        row = BY_KEY.get(key)
        if key == UNMATCHED:
            problems += _read_again(document, value, values, names)
        elif row is None:
            problems.append(
                document.problem(
                    (key,),
                    "unknown-key",
                    f"there is no fact {key[:60]!r}",
                    did_you_mean(key, BY_KEY),
                )
            )
        else:
            try:
                parsed = read_fact(row, value, names)
                values[key] = joined(row, values[key], parsed) if key in values else parsed
            except BadValueError as bad:
                problems.append(
                    document.problem((key, *bad.path), bad.code, f"{key}: {bad.detail}", bad.hint)
                )
    if problems:
        raise PmoPathError(
            f"{document.name} is not a valid profile", tuple(problems), code="profile-invalid"
        )
    return with_facts(Profile(), values)


UNMATCHED = "unmatched"  # the key under which an advice prints unknown words, by fact


def _read_again(
    document: Document, value: Any, values: dict[str, Any], names: Names
) -> Iterator[Problem]:
    """Parse words that were unmatched before, each as a value of its fact; yield the problems.

    Adds what is read to `values`.
    """
    if value is None:
        return
    if not isinstance(value, dict) or len(value) > len(FACTS):
        yield document.problem(
            (UNMATCHED,), "not-words", "unmatched: this is not `fact: [words]`", "leave it out"
        )
        return
    for key, words in value.items():
        row = BY_KEY.get(key)
        if row is None or not row.keeps_words:
            known = [candidate.key for candidate in FACTS if candidate.keeps_words]
            hint = did_you_mean(key, known)
            yield document.problem(
                (UNMATCHED, key), "unknown-key", f"no fact {key[:60]!r} keeps words", hint
            )
            continue
        for place, bad in _add_words(row, words, values, names):
            detail = f"{key}: {bad.detail}"
            yield document.problem((UNMATCHED, key, *place), bad.code, detail, bad.hint)


def _add_words(
    row: Row, words: Any, values: dict[str, Any], names: Names
) -> Iterator[tuple[tuple[int, ...], BadValueError]]:
    """Add what is read of the words of one fact; yield what cannot be read, with its place."""
    try:
        items = _places(words)
    except BadValueError as bad:
        yield (), bad
        return
    for place, word in items:
        try:
            parsed = read_fact(row, [word] if row.many else word, names)
            values[row.key] = joined(row, values.get(row.key), parsed)
        except BadValueError as bad:
            yield place, bad


def joined(row: Row, value: Any, more: Any) -> Any:
    """Return two values of one fact merged; of a fact with a single value, the known one."""
    if value is None or more is None:
        return more if value is None else value
    if row.kind == "prices":
        return sorted_prices((*value, *more))
    if row.many:
        return _in_order(row, (*value, *more))
    return more if isinstance(value, Unmatched) else value


def read_options(given: Mapping[str, Any], base: Profile, names: Names) -> Profile:
    """Return `base` overridden by the facts of the command line; `n/a` makes a fact unknown.

    Raises BadValueError for the first bad option, naming it.
    """
    values: dict[str, Any] = {}
    for row in FACTS:
        value = given.get(row.key)
        if value is None or value == []:
            continue
        if row.kind in ("holds", "others") and value == ["none"]:
            value = "none"
        try:
            values[row.key] = read_fact(row, value, names)
        except BadValueError as bad:
            raise BadValueError(bad.code, f"{row.options[-1]}: {bad.detail}", bad.hint) from None
    known = {key: value for key, value in values.items() if value is not None}
    return with_facts(with_unknown(base, values.keys() - known.keys()), known)
