"""Read the value of one fact, from a file, a cell, an option or an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import (
    Range,
    is_whole,
    parse_day,
    parse_money,
    parse_money_range,
    parse_range,
    whole_as_text,
)
from pmo_path.core.suggest import suggest
from pmo_path.core.text import plain_name
from pmo_path.profile.award_parts import award_parts, read_award_date
from pmo_path.profile.fact_row import Row
from pmo_path.profile.meanings import YES_NO
from pmo_path.profile.not_said import says_nothing
from pmo_path.profile.profile import (
    Held,
    OtherCertificate,
    OwnPrice,
    Unmatched,
    with_award_date,
)
from pmo_path.profile.vocabulary import Names

T = TypeVar("T")


MAX_TEXT = 20_000
MAX_ID = 2**53 - 1  # beyond it JSON readers that know doubles alone take another number
MAX_ITEMS = 1_000  # of a list or a mapping


def read_fact(row: Row, value: Any, names: Names) -> Any:
    """Return the value of one fact; None where it is None, or a word such as `n/a` (not said).

    Raises BadValueError.

    An unknown word that the row keeps becomes `Unmatched`, an unknown certificate an
    `OtherCertificate`; `with_facts` moves them to their own facts.
    """
    if value is None or (says_nothing(value) and (row.many or isinstance(value, str))):
        return None
    return _READERS[row.kind](row, value, names)


def _text(row: Row, value: Any, names: Names) -> str:
    return _as_given(value).strip()


def _as_given(value: Any) -> str:
    """Return a text with the spaces around it. Raises BadValueError for an empty one."""
    if not isinstance(value, str):
        raise BadValueError("not-a-text", "this is not a text", "write one line of text")
    if not value.strip():
        raise BadValueError(
            "empty", "the text is empty", "leave it out where the fact is not known"
        )
    try:  # where the locale is ASCII, Python keeps each other byte of an option as a surrogate
        text = value.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        raise BadValueError("not-utf-8", "the text is not valid UTF-8", "type it again") from None
    if len(text) > MAX_TEXT:
        raise BadValueError(
            "too-large", f"the text is longer than {MAX_TEXT} characters", "shorten it"
        )
    return text


def _id(row: Row, value: Any, names: Names) -> str | int:
    """Return an id as it was given: a text, or a whole number that every JSON reader keeps.

    JSON may write the same number as 1 and as 1.0, which its schemas cannot tell apart.
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        if abs(value) > MAX_ID:
            detail = f"an id that is a number lies between -{MAX_ID} and {MAX_ID}"
            raise BadValueError("too-large", detail, "write it as a text, in quotes")
        return value
    if not isinstance(value, str):
        detail = "this is neither a text nor a whole number"
        raise BadValueError("not-a-text", detail, "write one line of text, or a whole number")
    return _as_given(value)


_KNOWN = {
    "holds": "`pmo-path catalogue list` shows every certification",
    "others": "`pmo-path catalogue list` shows every certification",
    "prices": "`pmo-path catalogue list` shows every certification",
    "code": "use a two-letter code, such as GB",
    "codes": "use two-letter codes, such as en",
}


def _choice(row: Row, value: Any, names: Names) -> str | Unmatched:
    if row.values == YES_NO and isinstance(value, bool):
        return YES_NO[value]
    word = whole_as_text(value)  # a career level may be given by its number
    canonical = names.find(row.vocabulary, word) if isinstance(word, str) else None
    if canonical is None and not isinstance(value, str):
        hint = _KNOWN.get(row.kind) or "one of: " + ", ".join(row.values)
        raise BadValueError("not-a-choice", "this is not one of the values", hint)
    if canonical is not None:
        return canonical
    if names.strict or not row.keeps:
        raise _unknown(row, value, names)
    return Unmatched(row.key, _text(row, value, names))


def _unknown(row: Row, value: str, names: Names) -> BadValueError:
    """Return the error for an unknown word, with a hint at what may be meant."""
    vocabulary = row.vocabulary
    if vocabulary == "pmo-type" and (question := names.find("pmo-type-question", value)):
        hint = f"{question} ({', '.join(row.values)})"
        return BadValueError("ambiguous-value", "this can mean more than one kind of PMO", hint)
    numbered = plain_name(value).isdecimal()  # "-2" is not the number of a level
    more = f", or 1 to {len(row.values)}" if numbered and names.find(vocabulary, "1") else ""
    hint = suggest(
        [] if numbered else names.close(vocabulary, value),
        _KNOWN.get(row.kind, "use " + ", ".join(row.values) + more),
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
    """Return the items of a list with their paths, but those that say nothing (`n/a`).

    A single value is an item with an empty path.

    Raises BadValueError for more than MAX_ITEMS.
    """
    if not isinstance(value, list):
        return [((), value)]
    if len(value) > MAX_ITEMS:
        raise BadValueError("too-large", f"the list has more than {MAX_ITEMS} items", "shorten it")
    return [((place,), item) for place, item in enumerate(value) if not says_nothing(item)]


def _at(place: tuple[str | int, ...], read: Callable[[], T]) -> T:
    """Return what `read` returns, prefixing the path of any BadValueError with `place`."""
    try:
        return read()
    except BadValueError as bad:
        bad.path = (*place, *bad.path)
        raise


def _number(row: Row, value: Any, names: Names) -> Range:
    number = parse_range(value, row.least, row.most)
    if row.whole and not is_whole(value):
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
    word, kind, day = award_parts(item)
    name, inside = _text(row, word, names), isinstance(item, dict)
    if name.casefold() == "none":
        raise BadValueError(
            "not-a-certification",
            "`none` stands alone: it means that nothing is held",
            "leave it out",
        )
    place = ("awarded_on",) if inside else ()
    when = _at(place, partial(read_award_date, day)) if day is not None else None
    if certification := names.find(row.vocabulary, name):
        return with_award_date(Held(certification), when)
    if names.strict and (row.kind == "holds" or not names.find("other-certificate", name)):
        raise _unknown(row, name, names)
    return with_award_date(OtherCertificate(name, kind), when)


def _prices(row: Row, value: Any, names: Names) -> tuple[OwnPrice | Unmatched, ...]:
    """Return the prices of a mapping by certification, or of `ID=AMOUNT` texts, sorted by id."""
    items: list[tuple[tuple[str | int, ...], Any]] = (
        [((key,), (key, money)) for _, (key, money) in _places(list(value.items()))]
        if isinstance(value, dict)
        else [(place, _halves(item)) for place, item in _places(value)]
    )
    prices = [_at(place, partial(_price, row, item, names)) for place, item in items]
    return sorted_prices(prices)


def _halves(item: Any) -> tuple[str, str] | None:
    """Return the name and the amount of `NAME=AMOUNT`, None for anything else."""
    name, equals, money = item.partition("=") if isinstance(item, str) else ("", "", "")
    return (name, money) if equals else None


def _price(row: Row, item: tuple[str, Any] | None, names: Names) -> OwnPrice | Unmatched:
    if item is None:
        raise BadValueError(
            "not-a-price",
            "this is not the price of a certification",
            "write its id and an amount, such as `p3o-foundation=1095 GBP`",
        )
    name, amount = _text(row, item[0], names), parse_money_range(item[1])
    if certification := names.find(row.vocabulary, name):
        return OwnPrice(certification, amount)
    if names.strict:
        raise _unknown(row, name, names)
    return Unmatched(row.key, f"{name}={amount}")


def sorted_prices(prices: Sequence[OwnPrice | Unmatched]) -> tuple[OwnPrice | Unmatched, ...]:
    """Return prices sorted by id, then unmatched ones. Raises BadValueError for two of one id."""
    known = {price.certification: price for price in prices if isinstance(price, OwnPrice)}
    if len(known) < sum(isinstance(price, OwnPrice) for price in dict.fromkeys(prices)):
        raise BadValueError(
            "given-twice",
            "one certification has two prices",
            "keep one, or write a range such as `p3o-foundation=1000-1200 GBP`",
        )
    unmatched = (price for price in prices if isinstance(price, Unmatched))
    return (*(known[name] for name in sorted(known)), *dict.fromkeys(unmatched))


_READERS: dict[str, Callable[[Row, Any, Names], Any]] = {
    "id": _id,
    "text": _text,
    "choice": _choice,
    "choices": _choices,
    "number": _number,
    "holds": _awards,
    "others": _awards,
    "codes": _choices,
    "code": _choice,
    "money": lambda row, value, names: parse_money(value),
    "prices": _prices,
    "date": lambda row, value, names: parse_day(value),
}
