"""Parts of a certification in CTDL: conditions, costs, durations; and statements with sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pmo_path.answers.prices import seen_prices
from pmo_path.answers.step_values import training_days
from pmo_path.conditions.syntax import Compare, Condition, Includes
from pmo_path.contract.catalogue import FactView, PriceFor, PriceView
from pmo_path.contract.published import TrainingDays
from pmo_path.core.scalars import json_number, number_text
from pmo_path.model.certifications import Certification, Requirement
from pmo_path.model.on_day import Day
from pmo_path.model.statements import Fact, sources_of
from pmo_path.reports.ctdl.terms import Node, identifier, in_english, known_members, source_id

# A course with its exam, and a membership, are none of the types of CTDL.
_COST: Mapping[PriceFor, str] = {
    "exam": "StandaloneAssessment",
    "course": "Tuition",
    "resit": "ReexaminationFee",
    "application": "Application",
    "renewal": "RenewalFee",
    "change": "ReschedulingFee",
}


def conditions(day: Day, facts: Sequence[Fact]) -> list[Node]:
    """Return a ConditionProfile for each fact, with what its condition says beyond words."""
    return [
        {
            "@type": "ceterms:ConditionProfile",
            "ceterms:description": in_english(fact.value),
            **(_exact(day, fact.condition) if isinstance(fact, Requirement) else {}),
            **_trust(day, fact),
        }
        for fact in facts
    ]


def _exact(day: Day, condition: Condition) -> Node:
    """Return the one certification or the years that a condition asks for, if it is that alone."""
    match condition:
        case Includes(fact="holds", members=(name,)):
            return {"ceterms:targetCredential": [identifier(day.catalogue.certifications[name])]}
        case Compare(fact="years_in_pmo" | "years_in_projects", operator="at least"):
            return {"ceterms:yearsOfExperience": json_number(float(condition.value))}
    return {}


def duration(day: Day, certification: Certification) -> Node | None:
    """Return the length of the training as a DurationProfile; None where it is not published."""
    days = training_days(day, certification.id)
    if not isinstance(days, TrainingDays):
        return None
    known = [fact for fact in certification.training_days if fact.low is not None]
    low, high = (f"P{number_text(end)}D" for end in (days.low, days.high))
    exact = {"ceterms:exactDuration": low}
    span = {"ceterms:minimumDuration": low, "ceterms:maximumDuration": high}
    return {
        "@type": "ceterms:DurationProfile",
        "ceterms:description": in_english("; ".join(fact.value for fact in known)),
        **(exact if days.low == days.high else span),
        "pmo:source": [source_id(name) for name in sources_of(*known)],
    }


def price_profiles(day: Day, certification: Certification) -> tuple[list[Node], list[Node]]:
    """Return the prices that count as current, and all others that were seen, as CostProfiles."""
    prices = seen_prices(day, certification.id)
    current = [_cost(day, price) for price in prices if price.current]
    return current, [_cost(day, price) for price in prices if not price.current]


def _cost(day: Day, price: PriceView) -> Node:
    kind = _COST.get(price.for_) if price.for_ else None
    address = day.catalogue.sources[price.source].address
    one = price.low is not None and price.low == price.high
    members = {
        "ceterms:description": in_english(price.text),
        "ceterms:directCostType": kind
        and {
            "@type": "ceterms:CredentialAlignmentObject",
            "ceterms:framework": "https://credreg.net/ctdl/terms/CostType",
            "ceterms:targetNode": f"costType:{kind}",
        },
        "ceterms:price": price.low if one else None,
        "pmo:low": None if one else price.low,
        "pmo:high": None if one else price.high,
        "ceterms:currency": price.currency,
        "ceterms:costDetails": address,
        "pmo:for": price.for_,
        "pmo:vat": price.vat,
        "pmo:region": price.region or None,
        "pmo:observedOn": price.on or None,
        "pmo:observedTo": price.to or None,
    }
    return {"@type": "ceterms:CostProfile", **known_members(members), **_shown_trust(price)}


def statement(fact: FactView) -> Node:
    """Return a statement as it stands in the catalogue, with where it was read."""
    return {
        "@type": "pmo:Statement",
        "pmo:about": fact.about,
        "pmo:text": in_english(fact.text),
        **({"pmo:edition": fact.edition} if fact.edition else {}),
        **_shown_trust(fact),
    }


def _shown_trust(fact: FactView) -> Node:
    return {
        "pmo:source": [source_id(name) for name in dict.fromkeys((fact.source, *fact.also))],
        "pmo:confidence": fact.confidence,
        "pmo:mark": fact.mark,
        "pmo:verifiedOn": fact.verified_on,
        **({"pmo:note": in_english(fact.note)} if fact.note else {}),
    }


def _trust(day: Day, fact: Fact) -> Node:
    return {
        "pmo:source": [source_id(name) for name in sources_of(fact)],
        "pmo:confidence": fact.confidence,
        "pmo:mark": fact.mark,
        "pmo:verifiedOn": day.catalogue.checked_on(fact).isoformat(),
        **({"pmo:note": in_english(fact.note)} if fact.note else {}),
    }
