"""Everything of the catalogue can be looked at: types, levels, roles, bodies, topics, what lies
beyond the exam.
"""

from __future__ import annotations

from datetime import date

import pytest
from program import answer, call

from pmo_path.answers.glossary import term_names, term_view
from pmo_path.model.catalogue import Catalogue

TODAY = ("--as-of", "2026-11-22")


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("tactical", "tactical"),
        ("Tactisch PMO", "tactical"),
        ("manager", "manager"),
        ("PMO'er", "pmo-person"),
        ("AIPMO", "aipmo"),
        ("House of PMO", "house-of-pmo"),
        ("years of experience", "years of experience"),
        ("hop-self-assessment", "hop-self-assessment"),
    ],
)
def test_a_term_is_found_by_its_names(name: str, id_: str) -> None:
    told = answer("term", "catalogue", "show", name, *TODAY)
    assert told["id"] == id_
    assert told["facts"] or told["ask"]
    assert {fact["source"] for fact in told["facts"]} <= {
        source["id"] for source in told["sources"]
    }


def test_every_term_can_be_shown(catalogue: Catalogue) -> None:
    for name in sorted(set(term_names(catalogue).values())):
        view = term_view(catalogue, name, date(2026, 11, 22))
        assert view is not None
        assert view.id == name


def test_a_certification_goes_before_a_term() -> None:
    assert (
        answer("certification", "catalogue", "show", "pmofficer", *TODAY)["kind"] == "certification"
    )


def test_nothing_of_that_name_is_a_usage_error() -> None:
    done = call("catalogue", "show", "no such thing")
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize("width", ["40", "80"])
def test_text_keeps_the_width(width: str) -> None:
    done = call("catalogue", "show", "coe", *TODAY, env={"COLUMNS": width})
    assert all(len(line) <= int(width) or "://" in line for line in done.out.splitlines())
