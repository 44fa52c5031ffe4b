"""Frozen, slotted dataclasses that are ten times cheaper to define than the standard ones.

The standard decorator inspects each class, creates it twice, and generates and compiles six
methods; for the hundred classes of an advice that took longer than the advice. Here classes share
their methods, and other dataclass attributes are computed on first access, which is rare. Use it
for classes loaded at start-up, and the standard decorator elsewhere. Not supported:
`__post_init__`, and `field` beyond `default_factory`. See docs/decisions/0004-speed.md.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

T = TypeVar("T")
MISSING = dataclasses.MISSING
OFTEN = 150  # calls of a generic `__init__` that cost as much as compiling one
_set = object.__setattr__
_Field: Any = dataclasses.Field


class Member(NamedTuple):
    """One field: a subset of the attributes of `dataclasses.Field`, under the same names."""

    name: str
    type: str
    default: Any
    kw_only: bool


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type], type]:
        """Return a decorator that makes a class a frozen, slotted dataclass.

        Annotations must be strings (`from __future__ import annotations`), with one base at most.
        """

        def make(kind: type) -> type:
            space = {
                name: one
                for name, one in vars(kind).items()
                if name not in ("__dict__", "__weakref__")
            }
            hints = {
                name: hint
                for name, hint in kind.__annotations__.items()
                if not hint.startswith("ClassVar")
            }
            own = {
                name: Member(name, hint, space.pop(name, MISSING), kw_only)
                for name, hint in hints.items()
            }
            inherited: dict[str, Member] = getattr(kind, "__members__", {})
            space["__members__"] = inherited | own
            space["__slots__"] = tuple(name for name in own if name not in inherited)
            space["__qualname__"] = kind.__qualname__
            return type(kind)(kind.__name__, kind.__bases__, _METHODS | space)

        assert frozen
        assert slots
        return make


def fields(kind: Any) -> tuple[Member, ...]:
    """Return the fields, in order, of a record or record class of this module."""
    return tuple(kind.__members__.values())


def is_record(value: Any) -> bool:
    """Whether a value is a record or record class of this module."""
    return hasattr(value, "__members__")


def getter(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that gives all values of a record as a tuple."""
    names = tuple(kind.__members__)
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda record: tuple([getattr(record, name) for name in names])


def altered(record: T, **values: Any) -> T:
    """Return a copy of a record of this module with some values replaced.

    Faster than `dataclasses.replace`.
    """
    made = object.__new__(type(record))
    names: Mapping[str, Member] = record.__members__  # type: ignore[attr-defined]
    assert values.keys() <= names.keys()
    for name in names:
        _set(made, name, values[name] if name in values else getattr(record, name))
    return made


class _Later:
    """Non-data descriptor: computes a class attribute on first access, then is replaced by it."""

    __slots__ = ("name", "work")

    def __init__(self, name: str, work: Callable[[Any], Any]) -> None:
        self.name = name
        self.work = work

    def __get__(self, record: Any, kind: type) -> Any:
        for owner in kind.__mro__:  # no match if another thread has already replaced it
            if vars(owner).get(self.name) is self:
                setattr(owner, self.name, self.work(owner))
                break
        return getattr(kind if record is None else record, self.name)


def _standard(kind: Any) -> Any:
    """Return a standard dataclass with the same fields, for pydantic and `dataclasses.replace`."""
    own = {row.name: row for row in fields(kind) if row.name in kind.__annotations__}
    space = {name: row.default for name, row in own.items() if row.default is not MISSING}
    space |= {
        "__annotations__": {name: row.type for name, row in own.items()},
        "__doc__": kind.__doc__,
    }
    space["__module__"] = kind.__module__
    plain = type(kind.__name__, kind.__bases__, space)
    kw_only = any(row.kw_only for row in own.values())
    return dataclasses.dataclass(init=False, repr=False, eq=False, frozen=True, kw_only=kw_only)(
        plain
    )


def _init(kind: Any) -> Callable[..., None]:
    """Return a generic `__init__` that replaces itself with a compiled one after OFTEN calls."""
    names = tuple(kind.__members__)
    most = 0 if any(row.kw_only for row in fields(kind)) else len(names)
    defaults = {row.name: row.default for row in fields(kind) if row.default is not MISSING}
    known = kind.__members__.keys()
    uses = 0

    def init(self: Any, *values: Any, **named: Any) -> None:
        nonlocal uses
        uses += 1
        given = (
            {**defaults, **dict(zip(names, values, strict=False)), **named}
            if values or defaults
            else named
        )
        by_place = len(values)
        wrong = given.keys() != known or (
            by_place and (by_place > most or not named.keys().isdisjoint(names[:by_place]))
        )
        if wrong or uses >= OFTEN:  # for wrong arguments the compiled one raises TypeError
            kind.__init__ = _compiled(kind)
            kind.__init__(self, *values, **named)
        else:
            for name, value in given.items():
                _set(self, name, value.default_factory() if type(value) is _Field else value)

    return init


def _compiled(kind: Any) -> Callable[..., None]:
    """Return a compiled `__init__` with the signature that the fields of a class give."""
    rows = sorted(fields(kind), key=lambda row: row.kw_only)
    first_by_name = next((row.name for row in rows if row.kw_only), None)
    space: dict[str, Any] = {"set_": _set}
    parameters, lines = ["self"], []
    for row in rows:
        parameters += ["*"] if row.name == first_by_name else []
        parameters.append(row.name if row.default is MISSING else f"{row.name}=_{row.name}")
        made = type(row.default) is _Field  # has a default_factory, called for each record
        value = (
            f"_{row.name}.default_factory() if {row.name} is _{row.name} else {row.name}"
            if made
            else row.name
        )
        lines.append(f"    set_(self, {row.name!r}, {value})")
        space[f"_{row.name}"] = row.default
    exec("\n".join([f"def __init__({', '.join(parameters)}):", *lines, "    pass"]), space)
    space["__init__"].__qualname__ = f"{kind.__qualname__}.__init__"
    return space["__init__"]  # type: ignore[no-any-return]


def _equal(self: Any, other: Any) -> Any:
    return (
        self.__record__(self) == self.__record__(other)
        if self.__class__ is other.__class__
        else NotImplemented
    )


def _hash(self: Any) -> int:
    return hash(self.__record__(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__members__)
    return f"{self.__class__.__qualname__}({shown})"


def _refuse(self: Any, name: str, value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _getstate(self: Any) -> tuple[Any, ...]:
    return self.__record__(self)  # type: ignore[no-any-return]


def _setstate(self: Any, state: tuple[Any, ...]) -> None:
    for name, value in zip(self.__members__, state, strict=True):
        _set(self, name, value)


_METHODS: dict[str, Any] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
    "__init__": _Later("__init__", _init),
    "__record__": _Later("__record__", lambda kind: staticmethod(getter(kind))),
    "__match_args__": _Later(
        "__match_args__", lambda kind: tuple(row.name for row in fields(kind) if not row.kw_only)
    ),
    "__dataclass_fields__": _Later(
        "__dataclass_fields__", lambda kind: _standard(kind).__dataclass_fields__
    ),
    "__dataclass_params__": _Later(
        "__dataclass_params__", lambda kind: _standard(kind).__dataclass_params__
    ),
}
