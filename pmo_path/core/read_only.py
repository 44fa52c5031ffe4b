"""Mappings that cannot be changed, for values that many share."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class ReadOnly(dict[K, V]):
    """A dict that refuses every change; unlike a mapping proxy it can be pickled and encoded."""

    def _refuse(self, *args: Any, **values: Any) -> NoReturn:
        raise TypeError("this mapping is shared and cannot be changed; copy it with dict(...)")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> Any:
        return ReadOnly, (dict(self),)


def read_only(data: Any) -> Any:
    """Return plain data with `ReadOnly` for its dicts and tuples for its lists."""
    if isinstance(data, dict):
        return ReadOnly({key: read_only(item) for key, item in data.items()})
    return tuple(map(read_only, data)) if isinstance(data, list) else data
