"""Remember results: the one decorator for it, which can be cleared and says how much it holds."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from itertools import islice
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# By the name of the function: what clears its results, and what counts them.
_MEMORIES: dict[str, tuple[Callable[[], None], Callable[[], int]]] = {}


def remembered(
    most: int, key: Callable[..., Hashable] | None = None
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator that remembers the results of a function, `most` of them.

    Without `key` the arguments are the key, and the result not used for longest makes room. With
    it, `key` is called with the arguments, for those that cannot be hashed or say more than is
    read; the older half of the results makes room. Results must not be changed.
    """

    def decorate(work: Callable[P, T]) -> Callable[P, T]:
        name = f"{work.__module__}.{work.__qualname__}"
        if key is None:
            cached = functools.lru_cache(maxsize=most)(work)
            _MEMORIES[name] = cached.cache_clear, lambda: cached.cache_info().currsize
            return cached  # type: ignore[return-value]
        results: dict[Hashable, T] = {}
        _MEMORIES[name] = results.clear, lambda: len(results)

        @functools.wraps(work)
        def recall(*args: P.args, **values: P.kwargs) -> T:
            known = key(*args, **values)
            try:
                return results[known]  # looked up once: to hash a key may take as long as the rest
            except KeyError:
                if len(results) >= most:
                    for old in [*islice(results, (most + 1) // 2)]:
                        results.pop(old, None)
            found = results[known] = work(*args, **values)
            return found

        return recall

    return decorate


def forget() -> None:
    """Clear every result that is remembered in this process."""
    for clear, _ in _MEMORIES.values():
        clear()


def remembered_counts() -> dict[str, int]:
    """Return how many results each function remembers, by its full name."""
    return {name: count() for name, (_, count) in _MEMORIES.items()}
