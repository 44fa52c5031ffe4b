"""Citations of a document: sources get their numbers in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from pmo_path.reports.blocks import Line


class Citations(Struct):
    """The numbers of the sources cited so far. If `silent`, nothing is cited."""

    silent: bool = False
    numbers: dict[str, int] = field(default_factory=dict)

    def refs(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of sources, assigning the next one to each that has none."""
        if self.silent:
            return ()
        return tuple(
            sorted({self.numbers.setdefault(source, len(self.numbers) + 1) for source in sources})
        )

    def line(self, text: str, sources: Iterable[str], lead: str = "") -> Line:
        """Return a line with references to its sources."""
        return Line(lead=lead, text=text, refs=self.refs(sources))
