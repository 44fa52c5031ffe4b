"""Markdown pages generated from the catalogue: one for each certification, and their index."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.contract.catalogue import CertificationView, TimelineEntry
from pmo_path.messages.catalog import say
from pmo_path.messages.phrases import conflict_words, fact_words, status_words
from pmo_path.messages.source_phrases import source_legend, source_remarks
from pmo_path.reports.escaping import markdown as escape


def certification_page(view: CertificationView) -> str:
    """Return the page of a certification: every fact with source, date and confidence."""
    certification = view.certification
    lines = [
        f"# {escape(certification.short)}",
        "",
        say("page-made", id=certification.certification),
        "",
    ]
    status = status_words(certification, view.as_of, view.catalogue)
    lines += [f"{escape(certification.name)}. {escape(certification.body_name)}; {status}.", ""]
    if view.aliases:
        lines.append(escape(say("also-called", names=", ".join(view.aliases))))
    about = ""
    for fact in view.facts:
        if fact.about != about:
            about = fact.about
            heading = f"## {about[:1].upper()}{about[1:]}"
            lines += [heading, ""] if lines[-1] == "" else ["", heading, ""]
        lines.append(f"- {escape(fact_words(fact))}")
    if view.conflicts:
        lines += ["", f"## {say('heading-conflicts')}", ""]
    for conflict in view.conflicts:
        lines.append(f"- {escape(conflict_words(conflict))}")
    if certification.not_published:
        lines += ["", f"## {say('heading-not-published')}", ""]
        lines += [f"- {escape(item)}" for item in certification.not_published]
        lines += ["", escape(say("ask", ask=certification.ask))]
    lines += [*_history(view.timeline), "", f"## {say('heading-sources')}", ""]
    if legend := source_legend(view.sources):
        lines += [escape(legend), ""]
    for source in view.sources:
        title = (
            f"[{escape(source.title)}](<{source.address}>)"
            if source.address
            else escape(source.title)
        )
        lines.append(f"- {source.id}: {title} ({escape(source_remarks(source))})")
    return "\n".join(lines) + "\n"


def _history(entries: tuple[TimelineEntry, ...]) -> Iterator[str]:
    if entries:
        yield from ("", f"## {say('heading-history')}", "")
    for entry in entries:
        yield f"- {entry.on or say('day-unknown')}, {entry.event}: {escape(entry.text)}"


def certification_index(views: list[CertificationView]) -> str:
    """Return the index page of the certifications."""
    lines = [
        "# Certifications",
        "",
        say("page-contents"),
        "",
        "| certification | owner | status | career levels |",
        "|---|---|---|---|",
    ]
    for view in views:
        certification = view.certification
        levels = ", ".join(certification.career_levels) or say("level-not-published")
        page = f"[{escape(certification.short)}]({certification.certification}.md)"
        owner = escape(certification.body_name)
        lines.append(f"| {page} | {owner} | {certification.status} | {levels} |")
    return "\n".join(lines) + "\n"
