"""A record is a frozen, slotted dataclass in all but the time it takes to define."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, ClassVar

import pytest

import pmo_path
from pmo_path.core import frozen

Standard: Any = dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
Record: Any = frozen.dataclass(frozen=True, slots=True, kw_only=True)


def made(decorate: Any) -> Any:
    @decorate
    class Base:
        """What others stand on."""

        note: ClassVar = {"not": "a field"}

    @decorate
    class Fact(Base):
        """A fact."""

        value: str
        also: tuple[str, ...] = ()

    @decorate
    class Dated(Fact):
        """A fact with a day."""

        from_: int | None = None
        until: int

    return Dated


@frozen.dataclass(frozen=True, slots=True)
class Pair:
    """Two values, told apart by their place."""

    low: int
    high: int = 9


@pytest.mark.parametrize("kind", [made(Standard), made(Record)], ids=["standard", "record"])
def test_a_record_is_what_the_standard_dataclass_is(kind: Any) -> None:
    one = kind(value="a", until=3)
    assert one == kind(until=3, value="a", also=(), from_=None) != kind(value="b", until=3)
    assert one != Pair(1)
    assert hash(one) == hash(kind(value="a", until=3)) == hash(("a", (), None, 3))
    assert repr(one).endswith("Dated(value='a', also=(), from_=None, until=3)")
    assert dataclasses.replace(one, also=("x",)) == kind(value="a", also=("x",), until=3)
    assert dataclasses.asdict(one) == {"value": "a", "also": (), "from_": None, "until": 3}
    assert [row.name for row in dataclasses.fields(one)] == ["value", "also", "from_", "until"]
    assert dataclasses.is_dataclass(kind)
    assert not hasattr(one, "__dict__")
    assert copy.deepcopy(one) == one
    for wrong in ({"value": "a"}, {"value": "a", "until": 3, "wrong": 1}):
        with pytest.raises(TypeError):
            kind(**wrong)
    with pytest.raises(TypeError):
        kind("a", 3)
    assert [kind(value="a", until=3) == one for _ in range(2 * frozen.OFTEN)] == [
        True
    ] * 2 * frozen.OFTEN


@pytest.mark.parametrize("kind", [made(Standard), made(Record)], ids=["standard", "record"])
def test_a_record_is_frozen(kind: Any) -> None:
    one = kind(value="a", until=3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.value = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.value


def test_a_field_may_be_made_anew_for_each_record() -> None:
    @frozen.dataclass(frozen=True, slots=True)
    class Notes:
        """A record with a factory."""

        said: dict[str, int] = dataclasses.field(default_factory=dict)

    made = [Notes() for _ in range(2 * frozen.OFTEN)]
    assert made[0] == made[-1] == Notes({})
    assert len({id(one.said) for one in made}) == len(made)


MODULES = [
    import_module(one.name)
    for one in walk_packages(pmo_path.__path__, "pmo_path.")
    if "__main__" not in one.name
]
RECORDS = {
    one
    for module in MODULES
    for one in vars(module).values()
    if isinstance(one, type) and frozen.is_record(one)
}


@pytest.mark.parametrize("kind", sorted(RECORDS, key=repr), ids=lambda kind: kind.__name__)
def test_a_record_of_the_package_asks_for_no_more_than_is_done_here(kind: Any) -> None:
    assert not hasattr(kind, "__post_init__")
    assert callable(frozen._compiled(kind))  # the fields without a default come first
    for row, standard in zip(frozen.fields(kind), dataclasses.fields(kind), strict=True):
        assert (row.name, row.type, row.kw_only) == (standard.name, standard.type, standard.kw_only)
        assert (standard.init, standard.repr, standard.compare, standard.hash) == (
            True,
            True,
            True,
            None,
        )
        if type(row.default) is dataclasses.Field:
            assert (
                standard.default_factory is row.default.default_factory is not dataclasses.MISSING
            )


def test_fields_by_place_may_have_defaults_and_travel() -> None:
    for _ in range(2 * frozen.OFTEN):
        assert Pair(1) == Pair(1, 9) == Pair(low=1)
    for wrong in ((), (1, 2, 3)):
        with pytest.raises(TypeError):
            Pair(*wrong)
    with pytest.raises(TypeError, match="multiple values"):
        Pair(1, low=1)
    assert pickle.loads(pickle.dumps(Pair(1, 2))) == Pair(1, 2)
    match Pair(3, 4):
        case Pair(low, high):
            assert (low, high) == (3, 4)
