"""Field types of the catalogue, which parse YAML text into checked values.

Each has a pydantic hook that imports pydantic only when a catalogue is validated, so the models
themselves do not need it. The hook turns a BadValueError into a located pydantic error.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any

from pmo_path.conditions.syntax import Condition
from pmo_path.core.errors import BadValueError
from pmo_path.core.scalars import When, parse_day, parse_range, parse_when

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_ADDRESS = r"https://[\w-]+(\.[\w-]+)+(:\d+)?([/?#][^\s<>\"\\]*)?"


class Parsed:
    """Annotation for a field that `parse` reads; it raises BadValueError."""

    __slots__ = ("parse",)

    def __init__(self, parse: Callable[[Any], Any]) -> None:
        self.parse = parse

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """Return a validator that calls `parse` and reports a BadValueError at its location."""
        from pydantic_core import PydanticCustomError, core_schema

        def read(value: Any) -> Any:
            try:
                return self.parse(value)
            except BadValueError as bad:
                raise PydanticCustomError(
                    bad.code, "{detail}", {"detail": bad.detail, "hint": bad.hint}
                ) from None

        return core_schema.no_info_plain_validator_function(read)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadValueError("not-a-text", "this must be a text", "write one line of words")
    return value.strip()


def _identifier(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_ID, value):
        raise BadValueError(
            "bad-id", "an id is small letters, digits and hyphens", "for example `p3o-foundation`"
        )
    return value


def _address(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_ADDRESS, value):
        raise BadValueError(
            "bad-address",
            "this is not an https address",
            "write all of it, for example `https://institute.example/practitioner`",
        )
    return value


def _truth(value: Any) -> bool:
    if value not in ("true", "false"):
        raise BadValueError("bad-value", "this must be true or false", "write true or false")
    return bool(value == "true")


def _count(value: Any) -> int:
    number = parse_range(value)
    if number.low != number.high or not number.low.is_integer():
        raise BadValueError("not-a-number", "this must be a whole number", "for example 36")
    return int(number.low)


def _number(value: Any) -> float:
    number = parse_range(value)
    if number.low != number.high:
        raise BadValueError("not-a-number", "this must be one number", "for example 2.5")
    return number.low


def _amount(value: Any) -> Decimal:
    _number(value)
    try:
        return Decimal(value)
    except InvalidOperation:
        raise BadValueError("not-a-number", "this must be an amount", "for example 250") from None


def _condition_data(value: Any) -> Any:
    if not isinstance(value, dict):
        raise BadValueError(
            "bad-condition",
            "this is not a condition",
            "write `fact: comparison`, `all:`, `any:`, `not:` or `at least:`",
        )
    return value


Text = Annotated[str, Parsed(_text)]
Id = Annotated[str, Parsed(_identifier)]
Address = Annotated[str, Parsed(_address)]
Truth = Annotated[bool, Parsed(_truth)]
Count = Annotated[int, Parsed(_count)]
Number = Annotated[float, Parsed(_number)]
Amount = Annotated[Decimal, Parsed(_amount)]
Date = Annotated[date, Parsed(parse_day)]
Moment = Annotated[When, Parsed(parse_when)]
# Plain data until the catalogue parses it, once it knows the named conditions.
RawCondition = Annotated[Condition, Parsed(_condition_data)]
