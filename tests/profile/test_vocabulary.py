"""Which names are those of a certification, from every door."""

from __future__ import annotations

import json

import pytest
from program import call
from strategies import shipped

NAMES = [
    ("P3O\u00ae Foundation", "p3o-foundation"),
    ("P3O\u2122 Foundation", "p3o-foundation"),
    ("Project Management Professional (PMP)", "pmp"),
    ("PMP (Project Management Professional)", "pmp"),
    ("PMO Certified Professional (PMI-PMOCP)", "pmi-pmocp"),
    ("PMI PMO Certified Professional [PMI-PMOCP]\u2122", "pmi-pmocp"),
    ("PRINCE2 7 Foundation", "prince2-foundation"),
    ("PRINCE2 7 Practitioner", "prince2-practitioner"),
    ("pmi-pmocp", "pmi-pmocp"),
    ("PMO-CP", "pmo-cp"),
    ("PMP (2019)", None),
    ("PMP (expired)", None),
    ("PMP (PMO-CP)", None),
    ("PMO Certified Professional (PMO-CP)", None),
    ("PRINCE2 Foundation (CAPM)", None),
    ("Magician (PMP)", None),
    ("Magician (Wizard)", None),
    ("PMP (PMP) (PMP)", None),
    ("PMP training", None),
    ("Preparing for PMP", None),
]


@pytest.mark.parametrize(("name", "certification"), NAMES)
def test_a_certification_is_matched_by_its_whole_name(name: str, certification: str | None) -> None:
    assert shipped().names.find("certification", name) == certification


def test_two_certifications_in_one_name_are_neither() -> None:
    known = [one for one in shipped().certifications.values() if "(" not in one.short]
    for one in known:
        for other in known:
            found = shipped().names.find("certification", f"{one.short} ({other.short})")
            assert found == (one.id if one is other else None)


def test_an_abbreviation_in_brackets_is_known_from_every_door() -> None:
    name = "PMO Certified Professional (PMI-PMOCP)"
    quick = ("--as-of", "2026-11-28")
    holder = call("advise", "--holds", name, "--strict", "--json", *quick)
    team = call("batch", "-", "--from", "csv", *quick, stdin=f"name,holds\nA,{name}\n".encode())
    explained = call("explain", name, *quick)
    assert json.loads(holder.out)["profile"]["holds"] == ["pmi-pmocp"]
    assert json.loads(team.out)["advice"]["profile"]["holds"] == ["pmi-pmocp"]
    assert (explained.code, explained.out.splitlines()[0]) == (0, "PMI-PMOCP (pmi-pmocp)")
