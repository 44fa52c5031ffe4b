"""The answers of the catalogue commands and of `explain` as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pmo_path.contract.advice import Reason
from pmo_path.contract.catalogue import (
    CatalogueInfo,
    CertificationView,
    Comparison,
    FactView,
    Listing,
    Snapshot,
    SourceView,
    TermView,
    TimelineEntry,
)
from pmo_path.contract.explanation import Explanation
from pmo_path.core.text import printable
from pmo_path.core.wrapping import bullet, heading, wrap
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, long_date
from pmo_path.messages.phrases import (
    conflict_words,
    fact_text,
    fact_words,
    mark_words,
    origin,
    status_words,
    why_not,
)
from pmo_path.profile.facts import BY_KEY, LEVELS


def listing(view: Listing, width: int = 80) -> str:
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
        (one.certification, one.body_name, one.status, _levels(one)) for one in view.certifications
    ]
    sizes = [max((len(row[place]) for row in rows), default=0) for place in range(4)]
    table = sum(sizes) + 6 <= width
    for row in rows:
        if table:
            lines.append(
                "  ".join(cell.ljust(size) for cell, size in zip(row, sizes, strict=True)).rstrip()
            )
        else:
            lines += bullet("; ".join(row), width, 0)
    return "\n".join(lines) + "\n"


def _levels(one: Snapshot) -> str:
    numbers = [str(LEVELS.index(level) + 1) for level in one.career_levels]
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


def _title(one: Snapshot, as_of: str, about: CatalogueInfo, width: int) -> list[str]:
    lines = wrap(f"{one.short} ({one.certification})", width)
    if one.name != one.short:
        lines += wrap(one.name, width)
    return [
        *lines,
        *wrap(
            say("status-line", body=one.body_name, status=status_words(one, as_of, about)), width
        ),
        *_age(about, width),
    ]


def show(view: CertificationView, width: int = 80) -> str:
    """Return every fact of a certification with source, date and confidence, and what
    is unpublished.
    """
    one = view.certification
    lines = _title(one, view.as_of, view.catalogue, width)
    if view.aliases:
        lines += wrap(say("also-called", names=", ".join(view.aliases)), width)
    lines += _facts(view.facts, width)
    if view.conflicts:
        lines += heading(say("heading-conflicts"))
    for conflict in view.conflicts:
        lines += bullet(conflict_words(conflict), width)
    if one.not_published:
        lines += heading(say("heading-not-published"))
        lines += wrap(f"{'; '.join(one.not_published)}.", width, "  ")
        lines += wrap(say("ask", ask=one.ask), width, "  ")
    return (
        "\n".join(
            [*lines, *_timeline(view.timeline, view.as_of, width), *_sources(view.sources, width)]
        )
        + "\n"
    )


def term(view: TermView, width: int = 80) -> str:
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
    return "\n".join([*lines, *_sources(view.sources, width)]) + "\n"


def _timeline(entries: tuple[TimelineEntry, ...], as_of: str, width: int) -> Iterator[str]:
    """Yield the history, with events after the day under a heading of their own."""
    later = [one for one in entries if one.on[: len(one.on)] > as_of[: len(one.on)]]
    if entries:
        yield from heading(say("heading-history"))
    for one in entries:
        if one in later and one is later[0]:
            yield from heading(say("heading-later", day=long_date(date.fromisoformat(as_of))))
        when = one.on or say("day-unknown")
        yield from wrap(
            f"{when.ljust(10)}  {one.event}: {one.text}",
            width,
            "  ",
            " " * 14 if width >= 60 else "    ",
        )


def _sources(sources: tuple[SourceView, ...], width: int) -> Iterator[str]:
    yield from heading(say("heading-sources"))
    for one in sources:
        yield from wrap(
            f"{one.id}: {one.title} ({one.date}; checked {one.verified_on})", width, "  - ", "    "
        )
        if one.address:
            yield f"    {one.address}"


# Aspects shown even where nothing is published about any of the certifications.
_ALWAYS_TOLD = ("entry", "exam", "training", "price", "validity")


def compare(view: Comparison, width: int = 80) -> str:
    """Return a comparison aspect by aspect, each headed by whether the values differ."""
    called = [one.short for one in view.certifications]
    lines = wrap(
        say("compare-title", names=join(called), day=long_date(date.fromisoformat(view.as_of))),
        width,
    )
    lines += _age(view.catalogue, width)
    for row in view.rows:
        if row.same and not row.values[0]:
            lines += (
                heading(f"{row.about} ({say('compare-unknown')})")
                if row.about in _ALWAYS_TOLD
                else []
            )
            continue
        lines += heading(f"{row.about} ({say('compare-same' if row.same else 'compare-differs')})")
        names = ["all"] if row.same and len(called) > 2 else ["both"] if row.same else called
        for name, values in zip(names, row.values, strict=False):
            lines += bullet(f"{name}: {'; '.join(values) or say('compare-unknown')}", width)
    if whom := join(_whom(view)):
        lines += ["", *wrap(say("compare-ask", whom=whom), width)]
    return "\n".join(lines) + "\n"


def _whom(view: Comparison) -> Iterator[str]:
    """Yield whom to ask about each certification for which an aspect shown is unknown."""
    told_rows = [row for row in view.rows if row.about in _ALWAYS_TOLD or not row.same]
    for place, one in enumerate(view.certifications):
        if any(not row.values[place] for row in told_rows):
            yield say("compare-whom", ask=one.ask, name=one.short)


def explain(view: Explanation, width: int = 80) -> str:
    """Return an explanation: the verdict, its reasons, what would change it, and the history."""
    one = view.certification
    called = view.certification.short
    lines = _title(one, view.as_of, view.catalogue, width)
    if name := printable(str(view.profile.get("name", ""))):
        lines += wrap(say("explained-for", name=name), width)
    lines += [""]
    for code, ids in (("became", view.became), ("came-from", view.came_from)):
        if ids:
            lines += wrap(say(code, names=join(view.called[each] for each in ids)), width)
    if view.verdict:
        lines += wrap(
            say("verdict", name=called, verdict=say(f"verdict-{view.verdict.verdict}")), width
        )
        lines += (
            bullet(why_not(view.verdict, with_change=False), width)
            if view.verdict.because or view.verdict.gaps
            else []
        )
    if view.verdict is None or view.verdict.verdict not in ("recommended", "held", "unavailable"):
        lines += wrap(view.flip_text, width)
    if view.successor:
        lines += wrap(
            say(
                "verdict",
                name=view.successor.short,
                verdict=say(f"verdict-{view.successor.verdict}"),
            ),
            width,
        )
        lines += bullet(why_not(view.successor), width)
    lines += heading(say("heading-holders"))
    lines += _reasons(view.holders, width)
    lines += _entry(view, width)
    lines += heading(say("heading-facts"))
    for fact in one.facts:
        if fact.about in (
            "aimed at",
            "career level",
            "PMO type",
            "exam",
            "training",
            "price",
            "languages",
        ):
            lines += bullet(
                f"{fact.about}: {fact_text(fact)}{mark_words(fact.mark)} ({origin(fact)})", width
            )
    if one.not_published:
        lines += wrap(
            say("not-published", values="; ".join(one.not_published), ask=one.ask), width, "  "
        )
    return (
        "\n".join(
            [*lines, *_timeline(view.timeline, view.as_of, width), *_sources(view.sources, width)]
        )
        + "\n"
    )


def _reasons(reasons: tuple[Reason, ...], width: int) -> list[str]:
    return [line for reason in reasons for line in bullet(reason.text, width)]


def _entry(view: Explanation, width: int) -> Iterator[str]:
    yield from heading(say("heading-entry"))
    facts = [
        fact
        for fact in view.certification.facts
        if fact.about in ("entry", "also asked", "not asked")
    ]
    for one in view.requirements:
        settled = " ".join(
            say("settled-by", facts=join(_noun(fact) for fact in each))
            for each in one.settled_by[:1]
        )
        yield from bullet(f"{one.text} {settled}".strip(), width)
    for fact in facts:
        if fact.about != "entry" or not view.requirements:
            yield from bullet(f"{fact.about}: {fact_text(fact)} ({origin(fact)})", width)
    if not facts and not view.requirements:
        yield from bullet(say("requirement-none"), width)


def _noun(fact: str) -> str:
    return BY_KEY[fact].noun if fact in BY_KEY else say("your-level")
