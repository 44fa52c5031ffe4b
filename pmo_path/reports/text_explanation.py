"""The answer of `explain` as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pmo_path.contract.advice import Considered
from pmo_path.contract.cost import Cost
from pmo_path.contract.explanation import Explanation
from pmo_path.core.text import printable
from pmo_path.core.wrapping import bullet, heading, wrap
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.messages.phrases import fact_text, mark_words, origin, why_not
from pmo_path.messages.price_phrases import cost_words, seen_words
from pmo_path.profile.facts import BY_KEY
from pmo_path.reports.text_catalogue import source_lines, timeline_lines, title_lines
from pmo_path.reports.text_what_if import what_if_lines

_FACTS = (
    "aimed at",
    "career level",
    "PMO type",
    "exam",
    "training",
    "study",
    "languages",
    "sitting the exam",
)


def explanation_text(view: Explanation, width: int = 80) -> str:
    """Return an explanation: the verdict, its reasons, what would change it, and the history."""
    lines = [
        *title_lines(view.certification, view.as_of, view.catalogue, width),
        *_names(view, width),
        *(what_if_lines(view.what_if, width) if view.what_if else ()),
        *_verdict(view, width),
        *heading(say("heading-holders")),
        *(line for reason in view.holders for line in bullet(reason.text, width)),
        *_entry(view, width),
        *_facts(view, width),
        *timeline_lines(view.timeline, view.as_of, width),
        *source_lines(view.sources, width),
    ]
    return "\n".join(lines) + "\n"


def _names(view: Explanation, width: int) -> Iterator[str]:
    """Yield the person's name, and what the certification came from and became."""
    if name := printable(str(view.profile.get("name", ""))):
        yield from wrap(say("explained-for", name=name), width)
    if view.became or view.came_from or not view.what_if:  # else its heading follows
        yield ""
    for code, ids in (("became", view.became), ("came-from", view.came_from)):
        if ids:
            yield from wrap(say(code, names=join(view.called[id] for id in ids)), width)


def _verdict(view: Explanation, width: int) -> Iterator[str]:
    """Yield the verdict with its reasons, what would change it, and the successor's verdict."""
    verdict, successor = view.verdict, view.successor
    if verdict:
        yield from wrap(_verdict_words(view.certification.short, verdict), width)
        if words := why_not(_without_replacement(verdict), with_change=False):
            yield from bullet(words, width)
    for reason in view.above:
        yield from bullet(reason.text, width)
    if verdict is None or _may_change(verdict):
        yield from wrap(view.flip_text, width)
    if successor:
        yield from wrap(_verdict_words(successor.short, successor), width)
        yield from bullet(why_not(successor), width)


def _without_replacement(considered: Considered) -> Considered:
    """Return a verdict without what replaced the certification, which is said above it."""
    said = tuple(reason for reason in considered.because if reason.rule != "replaced")
    return replace(considered, because=said) if considered.superseded_by else considered


def _may_change(considered: Considered) -> bool:
    settled = considered.verdict in ("recommended", "held", "unavailable")
    return not (settled or considered.is_outside)


def _verdict_words(name: str, considered: Considered) -> str:
    suits = considered.verdict != "not_suitable" or not considered.is_outside
    verdict = say(f"verdict-{considered.verdict}" if suits else "verdict-outside")
    return say("verdict", name=name, verdict=verdict)


def _facts(view: Explanation, width: int) -> Iterator[str]:
    """Yield the main facts in force, the prices seen, and what is not published."""
    certification = view.certification
    yield from heading(say("heading-facts"))
    for fact in certification.facts:
        if fact.about in _FACTS:
            words = f"{fact_text(fact)}{mark_words(fact.mark)} ({origin(fact)})"
            yield from bullet(f"{fact.about}: {words}", width)
    if isinstance(view.cost, Cost):
        yield from bullet(f"cost: {cost_words(view.cost)}", width)
    for words in seen_words(view.price_ranges, view.prices):
        yield from bullet(f"price: {words}", width)
    if certification.not_published:
        values = "; ".join(certification.not_published)
        yield from wrap(say("not-published", values=values, ask=certification.ask), width, "  ")


def _entry(view: Explanation, width: int) -> Iterator[str]:
    yield from heading(say("heading-entry"))
    facts = [
        fact
        for fact in view.certification.facts
        if fact.about in ("entry", "also asked", "not asked")
    ]
    for requirement in view.requirements:
        settled = " ".join(
            say("settled-by", facts=join(_noun(fact) for fact in facts))
            for facts in requirement.settled_by[:1]
        )
        yield from bullet(f"{requirement.text} {settled}".strip(), width)
    for fact in facts:
        if fact.about != "entry" or not view.requirements:
            yield from bullet(f"{fact.about}: {fact_text(fact)} ({origin(fact)})", width)
    if not facts and not view.requirements:
        yield from bullet(say("requirement-none"), width)


def _noun(fact: str) -> str:
    return BY_KEY[fact].noun if fact in BY_KEY else say("your-level")
