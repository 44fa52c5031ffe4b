"""Lint of a valid catalogue: what the schema allows and is still wrong.

Each check is one function, registered in CHECKS; its problems carry stable codes. Conditions are
evaluated over every cell that they distinguish, rules by deciding for sample profiles.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from pmo_path.answers.fact_age import names_money
from pmo_path.catalogue.lint.advice_checks import _needed, idle_rules, never_advised
from pmo_path.catalogue.lint.freshness import facts_of, old_signs, stale_sources
from pmo_path.catalogue.lint.requirements import (
    Checked,
    dead_alternatives,
    impossible_requirements,
    redundant_requirements,
)
from pmo_path.catalogue.spellings import certification_names, role_names, type_names
from pmo_path.core.errors import Problem, sorted_problems
from pmo_path.core.text import plain_name
from pmo_path.messages.grammar import join
from pmo_path.model.catalogue import ON_OFFER
from pmo_path.model.on_day import on_day
from pmo_path.model.statements import Publisher, Source
from pmo_path.profile.vocabulary import exact_key


def version_gaps(checked: Checked) -> Iterator[Problem]:
    """Report gaps and overlaps between dated versions of entry requirements or of validity."""
    for place, certification in enumerate(checked.draft.certifications):
        for key in ("entry", "validity"):
            versions = getattr(certification, key)
            for number, (earlier, later) in enumerate(itertools.pairwise(versions), 1):
                path = ("certifications", place, key, number)
                until = getattr(earlier, "until", None) or later.from_
                if later.from_ is None:
                    yield checked.problem(
                        path,
                        "version-overlap",
                        "a second version without `from` hides the first",
                        "give it a `from`",
                    )
                elif until < later.from_:
                    yield checked.problem(
                        path,
                        "version-gap",
                        f"nothing is in force from {until} to {later.from_}",
                        "let the one end where the other begins",
                    )
                elif until > later.from_:
                    yield checked.problem(
                        path,
                        "version-overlap",
                        f"two versions are in force from {later.from_}",
                        "let the one end where the other begins",
                    )


def alias_twice(checked: Checked) -> Iterator[Problem]:
    """Report spellings that name two things.

    Titles and PMO types are compared in normalised spelling, certifications as written, as PMOCP
    and PMO-CP are two certifications.
    """
    draft = checked.draft
    delivery = ("delivery", [*draft.delivery.titles_en, *draft.delivery.titles_nl])
    claims = (
        (
            "certifications",
            exact_key,
            [
                (certification.id, list(certification_names(certification)))
                for certification in draft.certifications
            ],
        ),
        (
            "other_certificates",
            exact_key,
            [
                (certificate.id, [certificate.value, *certificate.aliases])
                for certificate in draft.other_certificates
            ],
        ),
        ("pmo_types", plain_name, [(kind.id, list(type_names(kind))) for kind in draft.pmo_types]),
        (
            "roles",
            plain_name,
            [delivery, *((role.id, list(role_names(role))) for role in draft.roles)],
        ),
    )
    for section, key, entries in claims:
        places = {entry.id: place for place, entry in enumerate(getattr(draft, section))}
        owner: dict[str, str] = {}
        for name, spellings in entries:
            for spelling in dict.fromkeys(map(key, spellings)):
                first = owner.setdefault(spelling, name)
                if first != name:
                    detail = f"{spelling.removeprefix('=')!r} names both {first} and {name}"
                    hint = "a spelling may name one thing only"
                    yield checked.problem(
                        (section, places[name], "id"), "alias-twice", detail, hint
                    )


def dead_prerequisites(checked: Checked) -> Iterator[Problem]:
    """Report prerequisites that are withdrawn while the certification itself is still on sale."""
    for place, certification in enumerate(checked.draft.certifications):
        for number, period in enumerate(certification.status):
            if period.status != "current" or period.from_ is None:
                continue
            day = on_day(checked.catalogue, period.from_)
            for needed in sorted(_needed(day, certification.id)):
                ends = [
                    other.from_
                    for other in checked.catalogue.certifications[needed].status
                    if other.status == "withdrawn"
                ]
                until = (
                    certification.status[number + 1].from_
                    if number + 1 < len(certification.status)
                    else None
                )
                if any(end and (until is None or end < until) for end in ends):
                    detail = (
                        f"{certification.id}: {needed} must be held before it, and is withdrawn"
                    )
                    hint = "end this certification too, or give its new entry requirements"
                    yield checked.problem(
                        ("certifications", place, "status", number),
                        "dead-prerequisite",
                        detail,
                        hint,
                    )


def unpublished_levels(checked: Checked) -> Iterator[Problem]:
    """Report certifications for PMO people with no career level that do not list it
    as unpublished.
    """
    for place, certification in enumerate(checked.draft.certifications):
        if (
            certification.kind != "neighbour"
            and not certification.career_levels
            and "career level" not in certification.not_published
        ):
            detail = f"{certification.id}: no career level, and not said to be unpublished"
            yield checked.problem(
                ("certifications", place, "id"),
                "level-missing",
                detail,
                "add `career_levels`, or `career level` to `not_published`",
            )


def unanswered_pages(checked: Checked) -> Iterator[Problem]:
    """Report certifications on offer of which neither a page nor its lack is given."""
    for place, certification in enumerate(checked.draft.certifications):
        if (
            certification.status[-1].status in ON_OFFER
            and not certification.pages
            and "official page" not in certification.not_published
        ):
            yield checked.problem(
                ("certifications", place, "id"),
                "page-missing",
                f"{certification.id}: on offer, without a page to go to",
                "add `pages`, or `official page` to `not_published`",
            )


def incomplete_prices(checked: Checked) -> Iterator[Problem]:
    """Report prices without currency or what they pay for, ends of a period without its beginning,
    and money from sources of unknown publisher.
    """
    sources = {source.id: source for source in checked.draft.sources}
    for path, fact in facts_of(checked):
        if path[0] != "certifications" or "history" in path:  # e.g. the price of a takeover
            continue
        priced = "price" in path
        if priced and "low" in fact:
            lacking = [key for key in ("currency", "for") if key not in fact]
            lacking += ["on"] if "to" in fact and "on" not in fact else []
            if lacking:
                detail = f"a price without {join(lacking)}"
                yield checked.problem(
                    path, "price-incomplete", detail, "add it, or give the price in words alone"
                )
        if priced or names_money(fact["value"]):
            for source_id in (fact["source"], *fact.get("also", ())):
                if sources[source_id].by is None:
                    detail = f"{source_id}: its publisher is not said, and a price rests on it"
                    yield checked.problem(
                        path, "price-incomplete", detail, f"add `by` to the source {source_id}"
                    )


# Those who sell courses or preparation for what they speak of.
SELLERS: tuple[Publisher, ...] = ("training-provider", "study-site")


def _voice(source: Source) -> str:
    """Return the voice of a source, else its publisher: the title up to its colon or bracket."""
    return source.voice or source.title.partition(":")[0].partition(" (")[0]


def lone_sellers(checked: Checked) -> Iterator[Problem]:
    """Report statements rated high that rest on one seller or study site alone.

    Sources of one voice are one. In roles.yaml that voice is the author of what it says: the career
    levels and the roles on them are its own.
    """
    sources = {source.id: source for source in checked.draft.sources}
    for path, fact in facts_of(checked):
        said_by = [sources[source] for source in (fact["source"], *fact.get("also", ()))]
        if fact.get("confidence") != "high" or any(source.by not in SELLERS for source in said_by):
            continue
        authored = path[0] not in ("certifications", "rules", "development") and said_by[0].voice
        if len({_voice(source) for source in said_by}) == 1 and not authored:
            yield checked.problem(
                path,
                "lone-seller",
                f"{said_by[0].title}: a seller alone says so",
                "rate it medium, or name a source that does not sell it in `also`",
            )


def dead_pages(checked: Checked) -> Iterator[Problem]:
    """Report pages without an end at certifications that are withdrawn for good."""
    for place, certification in enumerate(checked.draft.certifications):
        for number, page in enumerate(certification.pages):
            if certification.status[-1].status == "withdrawn" and page.until is None:
                yield checked.problem(
                    ("certifications", place, "pages", number),
                    "dead-page",
                    f"{certification.id}: it is withdrawn, and this page is still a place to go",
                    "end the page by `until`, or leave it out",
                )


CHECKS: tuple[Callable[[Checked], Iterator[Problem]], ...] = (
    impossible_requirements,
    redundant_requirements,
    dead_alternatives,
    version_gaps,
    idle_rules,
    never_advised,
    alias_twice,
    old_signs,
    dead_prerequisites,
    unpublished_levels,
    unanswered_pages,
    incomplete_prices,
    lone_sellers,
    dead_pages,
)


def lint(checked: Checked) -> list[Problem]:
    """Return every problem that the checks find in a valid catalogue, by place.

    Sources to be read again come last, those on which most rests first.
    """
    found = [problem for check in CHECKS for problem in check(checked)]
    return [*sorted_problems(found), *stale_sources(checked)]
