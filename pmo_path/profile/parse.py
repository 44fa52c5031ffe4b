"""Parse plain data into a Profile by the table of facts, collecting every located problem."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from pmo_path.core.documents import Document
from pmo_path.core.errors import BadValueError, PmoPathError, Problem
from pmo_path.core.scalars import Range, parse_day, parse_money, parse_range
from pmo_path.core.suggest import did_you_mean as did_you_mean
from pmo_path.core.suggest import suggest as suggest
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY, FACTS, YES_NO
from pmo_path.profile.profile import (
    CERTIFICATE_KINDS,
    CertificateKind,
    Held,
    OtherCertificate,
    Profile,
    Unmatched,
    with_facts,
)
from pmo_path.profile.vocabulary import Names as Names
from pmo_path.profile.vocabulary import exact_key as exact_key
from pmo_path.profile.vocabulary import fixed_vocabularies as fixed_vocabularies

T = TypeVar("T")

MAX_TEXT = 20_000


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
                values[key] = _joined(row, values[key], parsed) if key in values else parsed
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
    if not isinstance(value, dict):
        yield document.problem(
            (UNMATCHED,), "not-words", "unmatched: this is not `fact: [words]`", "leave it out"
        )
        return
    for key, words in value.items():
        row = BY_KEY.get(key)
        if row is None or not row.keeps or row.kind in ("holds", "others"):
            known = [
                candidate.key
                for candidate in FACTS
                if candidate.keeps and candidate.kind not in ("holds", "others")
            ]
            hint = did_you_mean(key, known)
            yield document.problem(
                (UNMATCHED, key), "unknown-key", f"no fact {key[:60]!r} keeps words", hint
            )
            continue
        for place, word in _places(words):
            try:
                parsed = read_fact(row, [word] if row.many else word, names)
                values[key] = _joined(row, values.get(key), parsed)
            except BadValueError as bad:
                detail = f"{key}: {bad.detail}"
                yield document.problem((UNMATCHED, key, *place), bad.code, detail, bad.hint)


def _joined(row: Row, value: Any, more: Any) -> Any:
    """Return two values of one fact merged; of a fact with a single value, the known one."""
    if value is None or more is None:
        return more if value is None else value
    if row.many:
        return _in_order(row, (*value, *more))
    return more if isinstance(value, Unmatched) else value


def profile_of(facts: Mapping[str, object], names: Names) -> Profile:
    """Return the profile of plain facts, as in a file. Raises PmoPathError with every problem."""
    return read_profile(Document("the profile", dict(facts), {}), names)


def read_fact(row: Row, value: Any, names: Names) -> Any:
    """Return the value of one fact; None (not said) stays None. Raises BadValueError.

    An unknown word that the row keeps becomes `Unmatched`, an unknown certificate an
    `OtherCertificate`; `with_facts` moves them to their own facts.
    """
    if value is None:
        return None
    return _READERS[row.kind](row, value, names)


def _text(row: Row, value: Any, names: Names) -> str:
    if not isinstance(value, str):
        raise BadValueError("not-a-text", "this is not a text", "write one line of text")
    if not value.strip():
        raise BadValueError(
            "empty", "the text is empty", "leave it out where the fact is not known"
        )
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadValueError("not-utf-8", "the text is not valid UTF-8", "type it again")
    if len(value) > MAX_TEXT:
        raise BadValueError(
            "too-large", f"the text is longer than {MAX_TEXT} characters", "shorten it"
        )
    return value.strip()


_KNOWN = {
    "holds": "`pmo-path catalogue list` shows every certification",
    "others": "`pmo-path catalogue list` shows every certification",
    "code": "use a two-letter code, such as GB",
    "codes": "use two-letter codes, such as en",
}


def _choice(row: Row, value: Any, names: Names) -> str | Unmatched:
    if row.values == YES_NO and isinstance(value, bool):
        return YES_NO[value]
    if not isinstance(value, str):
        raise BadValueError(
            "not-a-choice", "this is not one of the values", "one of: " + ", ".join(row.values)
        )
    canonical = names.find(row.names or row.key, value)
    if canonical is not None:
        return canonical
    if names.strict or not row.keeps:
        raise _unknown(row, value, names)
    return Unmatched(row.key, _text(row, value, names))


def _unknown(row: Row, value: str, names: Names) -> BadValueError:
    """Return the error for an unknown word, with a hint at what may be meant."""
    vocabulary = row.names or row.key
    if vocabulary == "pmo-type" and (question := names.find("pmo-type-question", value)):
        hint = f"{question} ({', '.join(row.values)})"
        return BadValueError("ambiguous-value", "this can mean more than one kind of PMO", hint)
    hint = suggest(
        names.close(vocabulary, value), _KNOWN.get(row.kind, "use " + ", ".join(row.values))
    )
    return BadValueError("unknown-value", "this value is not known", hint)


def _choices(row: Row, value: Any, names: Names) -> tuple[str | Unmatched, ...]:
    said = [_at(place, partial(_choice, row, item, names)) for place, item in _places(value)]
    return _in_order(row, said)


def _in_order(row: Row, said: Sequence[str | Unmatched]) -> tuple[str | Unmatched, ...]:
    """Return the items of a list, each once: known ones in the order of the row, then unmatched."""
    known = {item for item in said if isinstance(item, str)}
    order = row.values or tuple(sorted(known))
    unmatched = (item for item in said if isinstance(item, Unmatched))
    return (*(item for item in order if item in known), *dict.fromkeys(unmatched))


def _places(value: Any) -> list[tuple[tuple[int, ...], Any]]:
    """Return the items of a list with their paths; a single value is an item with an empty path."""
    return (
        [((place,), item) for place, item in enumerate(value)]
        if isinstance(value, list)
        else [((), value)]
    )


def _at(place: tuple[str | int, ...], read: Callable[[], T]) -> T:
    """Return what `read` returns, prefixing the path of any BadValueError with `place`."""
    try:
        return read()
    except BadValueError as bad:
        bad.path = (*place, *bad.path)
        raise


def _number(row: Row, value: Any, names: Names) -> Range:
    number = parse_range(value, row.least, row.most)
    if row.whole and not (number.low.is_integer() and number.high.is_integer()):
        raise BadValueError(
            "not-a-number", "this must be a whole number", "give a number such as 2"
        )
    return number


def _awards(row: Row, value: Any, names: Names) -> tuple[Held | OtherCertificate, ...]:
    if isinstance(value, str) and value.strip().casefold() == "none":
        return ()
    awards = [_at(place, partial(_award, item, row, names)) for place, item in _places(value)]
    return tuple(dict.fromkeys(awards))


def _award(item: Any, row: Row, names: Names) -> Held | OtherCertificate:
    """Return the award of a certification of the catalogue, or else a certificate outside it."""
    word, kind, day = _parts(item)
    name, inside = _text(row, word, names), isinstance(item, dict)
    if name.casefold() == "none":
        raise BadValueError(
            "not-a-certification",
            "`none` stands alone: it means that nothing is held",
            "leave it out",
        )
    awarded_on = (
        _at(("awarded_on",) if inside else (), partial(parse_day, day)) if day is not None else None
    )
    if certification := names.find(row.names or row.key, name):
        return Held(certification, awarded_on)
    if names.strict and (row.kind == "holds" or not names.find("other-certificate", name)):
        raise _unknown(row, name, names)
    return OtherCertificate(name, kind, awarded_on)


def _parts(item: Any) -> tuple[str, CertificateKind | None, Any]:
    """Return the name, kind and unparsed day of an award, from `KIND:NAME@DAY` or a mapping."""
    hint = (
        "write NAME, NAME@YYYY-MM-DD, or {certification: ID, awarded_on: YYYY-MM-DD} "
        "(name: and kind: for others)"
    )
    if isinstance(item, str):
        before, colon, after = item.partition(":")
        kind = next(
            (kind for kind in CERTIFICATE_KINDS if colon and kind == before.strip().casefold()),
            None,
        )
        text = after if kind else item
        word, at, day = text.partition("@")
        return word, kind, day if at else None
    if isinstance(item, dict):
        named = item.get("certification", item.get("name"))
        allowed = (
            {"certification", "awarded_on"}
            if "certification" in item
            else {"name", "kind", "awarded_on"}
        )
        if isinstance(named, str) and set(item) <= allowed:
            kind = item.get("kind")
            if kind is None or kind in CERTIFICATE_KINDS:
                return named, kind, item.get("awarded_on")
            hint = "kind: one of " + ", ".join(CERTIFICATE_KINDS)
    raise BadValueError("not-a-certification", "this is not a certification", hint)


_READERS: dict[str, Callable[[Row, Any, Names], Any]] = {
    "text": _text,
    "choice": _choice,
    "choices": _choices,
    "number": _number,
    "holds": _awards,
    "others": _awards,
    "codes": _choices,
    "code": _choice,
    "money": lambda row, value, names: parse_money(value),
    "date": lambda row, value, names: parse_day(value),
}


def read_options(given: Mapping[str, Any], base: Profile, names: Names) -> Profile:
    """Return `base` overridden by the facts of the command line.

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
    return with_facts(base, values)
