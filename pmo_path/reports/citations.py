"""Citations of a document: sources get their numbers in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from pmo_path.contract.catalogue import SourceView
from pmo_path.messages.catalog import say
from pmo_path.messages.source_phrases import source_legend, source_remarks
from pmo_path.reports.blocks import Block, Line, References, paragraph


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


def source_list(cited: Iterable[SourceView]) -> Iterator[Block]:
    """Yield the numbered sources of a document, each with its day."""
    sources = tuple(cited)
    if legend := source_legend(sources):
        yield paragraph(legend)
    lines = (
        Line(
            text=f"{source.title} ({source_remarks(source, checked=False)})",
            address=source.address,
        )
        for source in sources
    )
    yield References(lines=tuple(lines)) if sources else paragraph(say("no-sources"))
