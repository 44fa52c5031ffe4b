"""Each certification that is current and that we advise comes first, alone, for somebody.

Those people, and why it is right for them, stand in `cases/first-for-somebody.yaml`; that the
advice is so, `test_cases.py` checks. An unconfirmed one is never put first only to meet this.
"""

from __future__ import annotations

from datetime import date

from paths import CASES

from pmo_path.core.documents import read_yaml
from pmo_path.model.catalogue import Catalogue
from pmo_path.model.on_day import on_day

PEOPLE = read_yaml(
    (CASES / "first-for-somebody.yaml").read_text(encoding="utf-8"), "first-for-somebody.yaml"
).data


def test_each_current_certification_comes_first_for_a_named_person(catalogue: Catalogue) -> None:
    day = on_day(catalogue, max(date.fromisoformat(case["on"]) for case in PEOPLE))
    current = {name for name in day.destinations if day.status[name] == "current"}
    assert sorted(step for case in PEOPLE for step in case["next_steps"]) == sorted(current)
    names = [case["profile"]["name"] for case in PEOPLE]
    assert len(set(names)) == len(names)
    assert all(case["says"].startswith(case["profile"]["name"]) for case in PEOPLE)
