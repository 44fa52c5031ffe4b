"""Frozen dataclasses that cost a tenth of the standard ones to define, and are the same in use here.

The standard decorator looks through every class, makes it twice, and writes and compiles six methods
for it. An advice needs a hundred classes, and that took longer than the advice. Here a class is given
its slots and methods that all share; what else a dataclass has is worked out when it is first asked
for, and most of it never is. For what a start loads; the standard decorator serves all else, and what
is left out here: `__post_init__`, and more of `field` than a factory. See docs/decisions/0004-speed.md.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

T = TypeVar("T")
MISSING = dataclasses.MISSING
OFTEN = 150  # uses of an `__init__` that cost as much as to compile it
_set = object.__setattr__
_Field: Any = dataclasses.Field


class Member(NamedTuple):
    """What is known of one field: a part of what the standard library knows, by the same names."""

    name: str
    type: str
    default: Any
    kw_only: bool


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type], type]:
        """Make a class a frozen, slotted dataclass. Its hints are strings; it stands on one class at most."""

        def make(kind: type) -> type:
            space = {name: one for name, one in vars(kind).items() if name not in ("__dict__", "__weakref__")}
            hints = {name: hint for name, hint in kind.__annotations__.items() if not hint.startswith("ClassVar")}
            own = {name: Member(name, hint, space.pop(name, MISSING), kw_only) for name, hint in hints.items()}
            inherited: dict[str, Member] = getattr(kind, "__members__", {})
            space["__members__"] = inherited | own
            space["__slots__"] = tuple(name for name in own if name not in inherited)
            space["__qualname__"] = kind.__qualname__
            return type(kind)(kind.__name__, kind.__bases__, _METHODS | space)

        assert frozen
        assert slots
        return make


def fields(kind: Any) -> tuple[Member, ...]:
    """Return the fields of a record made here, or of its class, in order."""
    return tuple(kind.__members__.values())


def is_record(value: Any) -> bool:
    """Whether something is a record made here, or the class of one."""
    return hasattr(value, "__members__")


def getter(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes all values of a record as a tuple, without a step of Python for each."""
    names = tuple(kind.__members__)
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda record: tuple([getattr(record, name) for name in names])


def altered(record: T, **values: Any) -> T:
    """Return a record made here, with some of its values replaced: quicker than `dataclasses.replace`."""
    made = object.__new__(type(record))
    names: Mapping[str, Member] = record.__members__  # type: ignore[attr-defined]
    assert values.keys() <= names.keys()
    for name in names:
        _set(made, name, values[name] if name in values else getattr(record, name))
    return made


class _Later:
    """A member of a class that is worked out when it is first asked for, and put in this one's place."""

    __slots__ = ("name", "work")

    def __init__(self, name: str, work: Callable[[Any], Any]) -> None:
        self.name = name
        self.work = work

    def __get__(self, record: Any, kind: type) -> Any:
        for owner in kind.__mro__:  # none, where another thread was faster
            if vars(owner).get(self.name) is self:
                setattr(owner, self.name, self.work(owner))
                break
        return getattr(kind if record is None else record, self.name)


def _standard(kind: Any) -> Any:
    """Return a class with the same fields as the standard library makes it, for pydantic and `dataclasses.replace`."""
    own = {row.name: row for row in fields(kind) if row.name in kind.__annotations__}
    space = {name: row.default for name, row in own.items() if row.default is not MISSING}
    space |= {"__annotations__": {name: row.type for name, row in own.items()}, "__doc__": kind.__doc__}
    space["__module__"] = kind.__module__
    plain = type(kind.__name__, kind.__bases__, space)
    kw_only = any(row.kw_only for row in own.values())
    return dataclasses.dataclass(init=False, repr=False, eq=False, frozen=True, kw_only=kw_only)(plain)


def _init(kind: Any) -> Callable[..., None]:
    """Return an `__init__` that is compiled once it has been used often: to compile it costs as much as that."""
    names = tuple(kind.__members__)
    most = 0 if any(row.kw_only for row in fields(kind)) else len(names)
    defaults = {row.name: row.default for row in fields(kind) if row.default is not MISSING}
    known = kind.__members__.keys()
    uses = 0

    def init(self: Any, *values: Any, **named: Any) -> None:
        nonlocal uses
        uses += 1
        given = {**defaults, **dict(zip(names, values, strict=False)), **named} if values or defaults else named
        by_place = len(values)
        wrong = given.keys() != known or (
            by_place and (by_place > most or not named.keys().isdisjoint(names[:by_place]))
        )
        if wrong or uses >= OFTEN:  # compiled, it also says what is wrong
            kind.__init__ = _compiled(kind)
            kind.__init__(self, *values, **named)
        else:
            for name, value in given.items():
                _set(self, name, value.default_factory() if type(value) is _Field else value)

    return init


def _compiled(kind: Any) -> Callable[..., None]:
    """Return the `__init__` of a class, compiled."""
    rows = sorted(fields(kind), key=lambda row: row.kw_only)
    first_by_name = next((row.name for row in rows if row.kw_only), None)
    space: dict[str, Any] = {"set_": _set}
    parameters, lines = ["self"], []
    for row in rows:
        parameters += ["*"] if row.name == first_by_name else []
        parameters.append(row.name if row.default is MISSING else f"{row.name}=_{row.name}")
        made = type(row.default) is _Field  # by a factory, for each record anew
        value = f"_{row.name}.default_factory() if {row.name} is _{row.name} else {row.name}" if made else row.name
        lines.append(f"    set_(self, {row.name!r}, {value})")
        space[f"_{row.name}"] = row.default
    exec("\n".join([f"def __init__({', '.join(parameters)}):", *lines, "    pass"]), space)
    space["__init__"].__qualname__ = f"{kind.__qualname__}.__init__"
    return space["__init__"]  # type: ignore[no-any-return]


def _equal(self: Any, other: Any) -> Any:
    return self.__record__(self) == self.__record__(other) if self.__class__ is other.__class__ else NotImplemented


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
    "__match_args__": _Later("__match_args__", lambda kind: tuple(row.name for row in fields(kind) if not row.kw_only)),
    "__dataclass_fields__": _Later("__dataclass_fields__", lambda kind: _standard(kind).__dataclass_fields__),
    "__dataclass_params__": _Later("__dataclass_params__", lambda kind: _standard(kind).__dataclass_params__),
}
