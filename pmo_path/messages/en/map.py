"""The words of the picture alone: places, levels, and what its signs mean."""

from __future__ import annotations

CAPTIONS = {
    "map-number": "level {number}",
    "map-across": "levels {low} to {high}",
    "map-also": "also at level {levels}",
    "map-levels": "career level",
    "map-place": "you are here",
    "map-place-maybe": "you may be here",
    "map-office": "{types} PMO",
    "map-no-level": "Level not known to us",
    "map-bodies": "certifying body",
    "map-cell": "{body}: {names}",
    # what its signs mean
    "key": "What the signs mean",
    "key-plain": "no sign: on offer",
    "key-announced": "announced, not yet on offer",
    "key-unconfirmed": "unconfirmed: we could not confirm that it is still on offer",
    "key-suspended": "suspended: it cannot be taken now",
    "key-withdrawn": "withdrawn: no longer offered",
    "key-unknown": "status unknown: not known whether it is on offer",
    "key-held": "held",
    "key-lapsed": "lapsed: passed before, no longer valid",
    "key-next": "next: the next step",
    "key-step": "step 2 and on: the steps after it",
    "key-alternative": "alternative: fits too, after what is recommended",
    "key-later": "later: beyond where you are going now",
    "key-way": "the route",
}
