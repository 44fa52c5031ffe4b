"""The answers of the catalogue commands and of `explain` as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pmo_path.contract.catalogue import (
    CatalogueInfo,
    CertificationView,
    FactView,
    Snapshot,
    SourceView,
    TermView,
    TimelineEntry,
)
from pmo_path.contract.comparison import Aspect, ComparedRow, Comparison
from pmo_path.contract.listing import Listing
from pmo_path.contract.unknown import Unknown
from pmo_path.core.wrapping import bullet, columns, heading, padded, wrap
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import (
    conflict_words,
    fact_words,
    status_words,
)
from pmo_path.messages.source_phrases import source_legend, source_remarks
from pmo_path.profile.meanings import LEVELS


def listing_text(view: Listing, width: int = 80) -> str:
    """Return a listing as a table if it fits the width, else as a list of items."""
    lines = wrap(
        say(
            "list-title",
            count=len(view.certifications),
            plural="s" if len(view.certifications) != 1 else "",
            day=long_date(date.fromisoformat(view.as_of)),
        ),
        width,
    )
    lines += [*_age(view.catalogue, width), ""]
    rows = [
        (
            certification.certification,
            certification.body_name,
            certification.status,
            _levels(certification),
        )
        for certification in view.certifications
    ]
    sizes = [max((columns(row[place]) for row in rows), default=0) for place in range(4)]
    table = sum(sizes) + 6 <= width
    for row in rows:
        if table:
            lines.append(
                "  ".join(
                    padded(cell, size) for cell, size in zip(row, sizes, strict=True)
                ).rstrip()
            )
        else:
            lines += bullet("; ".join(row), width, 0)
    return "\n".join(lines) + "\n"


def _levels(certification: Snapshot) -> str:
    numbers = [str(LEVELS.index(level) + 1) for level in certification.career_levels]
    return " ".join(numbers) or say("level-not-published")


def _facts(facts: Iterable[FactView], width: int) -> list[str]:
    """Return the facts under a heading for each subject."""
    lines: list[str] = []
    about = ""
    for fact in facts:
        if fact.about != about:
            about = fact.about
            lines += heading(about)
        lines += bullet(fact_words(fact), width)
    return lines


def _age(about: CatalogueInfo, width: int) -> list[str]:
    return wrap(about.age, width) if about.age else []


def title_lines(certification: Snapshot, as_of: str, about: CatalogueInfo, width: int) -> list[str]:
    """Return the names of a certification, its owner and status, and the age of its facts."""
    lines = wrap(f"{certification.short} ({certification.certification})", width)
    if certification.name != certification.short:
        lines += wrap(certification.name, width)
    return [
        *lines,
        *wrap(
            say(
                "status-line",
                body=certification.body_name,
                status=status_words(certification, as_of, about),
            ),
            width,
        ),
        *_age(about, width),
    ]


def certification_text(view: CertificationView, width: int = 80) -> str:
    """Return every fact of a certification with source, date and confidence, and what
    is unpublished.
    """
    certification = view.certification
    lines = title_lines(certification, view.as_of, view.catalogue, width)
    if view.aliases:
        lines += wrap(say("also-called", names=", ".join(view.aliases)), width)
    lines += _facts(view.facts, width)
    if view.conflicts:
        lines += heading(say("heading-conflicts"))
    for conflict in view.conflicts:
        lines += bullet(conflict_words(conflict), width)
    if certification.not_published:
        lines += heading(say("heading-not-published"))
        lines += wrap(f"{'; '.join(certification.not_published)}.", width, "  ")
        lines += wrap(say("ask", ask=certification.ask), width, "  ")
    return (
        "\n".join(
            [
                *lines,
                *timeline_lines(view.timeline, view.as_of, width),
                *source_lines(view.sources, width),
            ]
        )
        + "\n"
    )


def term_text(view: TermView, width: int = 80) -> str:
    """Return every fact of a term with its source, date and confidence."""
    lines = wrap(f"{view.name} ({view.what}: {view.id})", width)
    if any(view.names):
        lines += wrap(
            say("also-called", names=", ".join(name for name in view.names if name)), width
        )
    lines += _age(view.catalogue, width)
    if view.ask:
        lines += wrap(view.ask, width)
    lines += _facts(view.facts, width)
    return "\n".join([*lines, *source_lines(view.sources, width)]) + "\n"


def timeline_lines(entries: tuple[TimelineEntry, ...], as_of: str, width: int) -> Iterator[str]:
    """Yield the history, with events after the day under a heading of their own."""
    later = [entry for entry in entries if entry.on[: len(entry.on)] > as_of[: len(entry.on)]]
    if entries:
        yield from heading(say("heading-history"))
    for entry in entries:
        if entry in later and entry is later[0]:
            yield from heading(say("heading-later", day=long_date(date.fromisoformat(as_of))))
        when = entry.on or say("day-unknown")
        yield from wrap(
            f"{when.ljust(10)}  {entry.event}: {entry.text}",
            width,
            "  ",
            " " * 14 if width >= 60 else "    ",
        )


def source_lines(sources: tuple[SourceView, ...], width: int) -> Iterator[str]:
    """Yield each source with its date, last check and address; nothing for none."""
    if sources:
        yield from heading(say("heading-sources"))
    if legend := source_legend(sources):
        yield from wrap(legend, width)
    for source in sources:
        yield from wrap(
            f"{source.id}: {source.title} ({source_remarks(source)})",
            width,
            "  - ",
            "    ",
        )
        if source.address:
            yield f"    {source.address}"


# Aspects shown even where nothing is published about any of the certifications.
_ALWAYS_TOLD: tuple[Aspect, ...] = ("entry", "exam", "training", "price", "validity")


def comparison_text(view: Comparison, width: int = 80) -> str:
    """Return a comparison aspect by aspect, each headed by whether the values differ."""
    shorts = [certification.short for certification in view.certifications]
    lines = wrap(
        say("compare-title", names=join(shorts), day=long_date(date.fromisoformat(view.as_of))),
        width,
    )
    lines += _age(view.catalogue, width)
    for row in view.rows:
        if _is_unknown(row):
            lines += _aspect(row.about, "compare-unknown", width) if row.id in _ALWAYS_TOLD else []
            continue
        lines += _aspect(row.about, "compare-same" if row.same else "compare-differs", width)
        names = ["all"] if row.same and len(shorts) > 2 else ["both"] if row.same else shorts
        for name, values in zip(names, row.values, strict=False):
            known = () if isinstance(values, Unknown) else values
            lines += bullet(f"{name}: {'; '.join(known) or say('compare-unknown')}", width)
    if whom := join(_whom(view)):
        lines += ["", *wrap(say("compare-ask", whom=whom), width)]
    return "\n".join(lines) + "\n"


def _is_unknown(row: ComparedRow) -> bool:
    return all(isinstance(values, Unknown) for values in row.values)


def _aspect(about: str, code: str, width: int) -> list[str]:
    return ["", *wrap(f"{about} ({say(code)})".upper(), width)]


def _whom(view: Comparison) -> Iterator[str]:
    """Yield whom to ask about each certification for which an aspect shown is unknown."""
    told_rows = [row for row in view.rows if row.id in _ALWAYS_TOLD or not _is_unknown(row)]
    for place, certification in enumerate(view.certifications):
        if any(isinstance(row.values[place], Unknown) for row in told_rows):
            yield say("compare-whom", ask=certification.ask, name=certification.short)
