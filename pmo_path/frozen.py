"""Frozen dataclasses that cost a quarter of the standard ones to define, and are the same in use.

The standard decorator writes and compiles six methods for every class. An advice needs eighty
classes, and their methods took longer to compile than the advice to make. Here only `__init__` is
compiled for each; the other methods are shared. See docs/decisions/0004-speed.md.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, kw_only: bool = False, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Make a class a frozen, slotted dataclass. Fields may have defaults, but no factories."""

        def make(kind: type) -> type:
            made = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only, slots=slots)(kind)
            own = vars(made)
            methods = {**_METHODS, "__init__": _first_init(made), "__record__": staticmethod(getter(made))}
            for name, member in methods.items():
                if name not in own:
                    setattr(made, name, member)
            return made

        assert frozen
        return make


def getter(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes all values of a dataclass as a tuple, without a step of Python for each."""
    names = [row.name for row in dataclasses.fields(kind)]
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda record: tuple([getattr(record, name) for name in names])


def altered(record: T, **values: Any) -> T:
    """Return a record made here, with some of its values replaced: quicker than `dataclasses.replace`."""
    made = object.__new__(type(record))
    names = record.__slots__  # type: ignore[attr-defined]
    assert values.keys() <= set(names)
    for name in names:
        object.__setattr__(made, name, values[name] if name in values else getattr(record, name))
    return made


def _first_init(kind: Any) -> Callable[..., None]:
    """Return an `__init__` that is compiled when it is first used: a run makes objects of half the classes."""

    def init(self: Any, *values: Any, **named: Any) -> None:
        kind.__init__ = _init(kind)
        kind.__init__(self, *values, **named)

    return init


def _init(kind: Any) -> Callable[..., None]:
    """Return the `__init__` of a class, compiled."""
    rows = sorted(dataclasses.fields(kind), key=lambda row: bool(row.kw_only))
    first_by_name = next((row.name for row in rows if row.kw_only), None)
    defaults = {f"_{row.name}": row.default for row in rows if row.default is not dataclasses.MISSING}
    parameters = ["self"]
    for row in rows:
        parameters += ["*"] if row.name == first_by_name else []
        parameters.append(f"{row.name}=_{row.name}" if f"_{row.name}" in defaults else row.name)
    lines = [f"    set_(self, {row.name!r}, {row.name})" for row in rows]
    space: dict[str, Any] = {"set_": object.__setattr__, **defaults}
    exec("\n".join([f"def __init__({', '.join(parameters)}):", *lines, "    pass"]), space)
    return space["__init__"]  # type: ignore[no-any-return]


def _equal(self: Any, other: Any) -> Any:
    return self.__record__(self) == self.__record__(other) if self.__class__ is other.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(self.__record__(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{row.name}={getattr(self, row.name)!r}" for row in dataclasses.fields(self))
    return f"{self.__class__.__qualname__}({shown})"


def _refuse(self: Any, name: str, value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _getstate(self: Any) -> tuple[Any, ...]:
    return self.__record__(self)  # type: ignore[no-any-return]


def _setstate(self: Any, state: tuple[Any, ...]) -> None:
    for row, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, row.name, value)


_METHODS: dict[str, Any] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
