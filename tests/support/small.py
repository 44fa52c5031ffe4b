"""Small catalogues of a test's own, over `catalogues/valid/small`, and what is advised by them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from paths import SMALL

from pmo_path.answers.advise import advise
from pmo_path.answers.counterfactuals import flip
from pmo_path.catalogue.load import load_catalogue
from pmo_path.contract.advice import Advice
from pmo_path.core.documents import Document, read_yaml
from pmo_path.core.json_text import json_data
from pmo_path.engine.decision import decide
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day
from pmo_path.profile.parse import read_profile
from pmo_path.profile.profile import Profile

TODAY = date(2026, 11, 22)
FACT = {"source": "institute", "confidence": "high"}
FOUNDATION, PRACTITIONER = "example-foundation", "example-practitioner"
Make = Callable[..., Catalogue]


def fact(value: str, **more: Any) -> dict[str, Any]:
    return {"value": value, **FACT, **more}


TWO_YEARS = [fact("Two years", months="24")]


def certification(
    id: str,
    level: str | None = None,
    requires: Mapping[str, Any] | None = None,
    status: str = "current",
    since: Mapping[str, Any] | None = None,
    **more: Any,
) -> dict[str, Any]:
    """A certification on offer since 2019; `requires` gives conditions of entry by their ids."""
    made_for = [fact(f"Made for {level}", level=level)] if level else []
    entry = [
        {
            "required": [
                {"id": name, **fact(name), "condition": need}
                for name, need in (requires or {}).items()
            ]
        }
    ]
    return {
        "id": id,
        "short": id.replace("-", " ").title(),
        "kind": "other",
        "names": [fact(id.replace("-", " ").title())],
        "owned_by": [fact("Example Institute", body="example-institute")],
        "status": [fact("Seen", **{"from": "2019-01-01", **(since or {})}, status=status)],
        **({"career_levels": made_for} if made_for else {}),
        **({"entry": entry} if requires else {}),
        "topics": [fact("What it teaches")],
        **more,
    }


def rule(
    id: str, condition: Any, certification: str, yes: Any, no: Any, **more: Any
) -> dict[str, Any]:
    """A rule that prefers a certification, with one person to whom it applies and one to whom it
    does not.
    """
    examples = {"applies": [{"facts": yes}], "does_not": [{"facts": no}]}
    ground = {"because": "It suits.", "source": "institute", "confidence": "high"}
    return {
        "id": id,
        "if": condition,
        "prefer": [certification],
        **ground,
        "examples": examples,
        **more,
    }


def made(
    path: Path, *certifications: Mapping[str, Any], rules: list[Any] | None = None, **lists: Any
) -> Catalogue:
    """Return a catalogue of some certifications; the two of the small one are always there.

    Of `lists`, such as `roles` or `development`, each takes the place of that list of the small
    catalogue.
    """
    shutil.copytree(SMALL, path)
    for name in ("certifications", "roles", "development"):
        file = path / f"{name}.yaml"
        written = read_yaml(file.read_text("utf-8"), name).data
        changed = {key: value for key, value in lists.items() if key in written}
        if name == "certifications":
            entries = {one["id"]: one for one in (*written[name], *certifications)}
            changed[name] = [entries[one] for one in sorted(entries)]
        if changed:
            file.write_text(json.dumps({**written, **changed}), encoding="utf-8")
    if rules is not None:
        (path / "rules.yaml").write_text(json.dumps({"rules": rules}), encoding="utf-8")
    return load_catalogue(path)


def person(catalogue: Catalogue, **facts: Any) -> Profile:
    return read_profile(Document("profile", facts, {}), catalogue.names)


def advice(catalogue: Catalogue, on: date = TODAY, **facts: Any) -> Advice:
    return advise(catalogue, person(catalogue, **facts), on)


def routes(told: Advice) -> list[tuple[str, ...]]:
    return [tuple(step.certification for step in route.steps) for route in told.routes]


def cautions(told: Advice) -> set[str]:
    return {one.rule for one in told.cautions}


def verdict(told: Advice, certification: str) -> str:
    return next(one.verdict for one in told.considered if one.certification == certification)


def changes(catalogue: Catalogue, certification: str, **facts: Any) -> Any:
    decision = decide(on_day(catalogue, TODAY), person(catalogue, **facts))
    found = flip(decision, certification)
    return (
        None
        if found is None
        else [(one.fact, json_data(one.from_), json_data(one.to)) for one in found]
    )


EXAM = {"for": "exam", "currency": "GBP"}
PRICES = [
    fact("900 pounds", low="900", on="2024-01-01", **EXAM),
    fact(
        "1000 to 1200 pounds",
        low="1000",
        high="1200",
        on="2026-06-01",
        covers="the exam",
        note="With tax.",
        **EXAM,
    ),
    fact("1500 pounds", low="1500", on="2026-11-23", **EXAM),
    fact("ask for a quote", on="2026-05-01"),
    fact("950, of what is not said", low="950", on="2026-07-01"),
    fact("once 700 pounds", low="700", **EXAM),
]
