"""The list of what to check first: what is advised most, with what is open and where to look."""

from __future__ import annotations

from datetime import date

from program import answer, run
from strategies import shipped

from pmo_path.answers.worklist import worklist
from pmo_path.model.catalogue import ON_OFFER
from pmo_path.model.on_day import on_day

DAY = date(2026, 11, 28)


def test_what_is_advised_most_comes_first() -> None:
    found = worklist(shipped(), DAY)
    counts = [entry.first_for for entry in found.certifications]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0
    assert max(counts) <= found.situations


def test_it_names_the_facts_that_matter_most() -> None:
    found = {entry.certification: entry for entry in worklist(shipped(), DAY).certifications}
    about = {name: {fact.about for fact in entry.open} for name, entry in found.items()}
    assert {"price", "disagreement"} <= about["p3o-foundation"]
    assert {"status", "price"} <= about["ipmo-f"]
    assert {"price", "exam", "training days"} <= about["hop-analysts"]
    assert "price" in about["pmi-pmocp"]
    assert "price" in about["ipma-pmo"]


def test_only_what_is_on_offer_is_checked_and_each_entry_says_where_to_look() -> None:
    day = on_day(shipped(), DAY)
    for entry in worklist(shipped(), DAY).certifications:
        assert day.status[entry.certification] in ON_OFFER
        assert entry.open
        assert entry.pages or entry.ask


def test_the_command_prints_it_as_text_and_as_json() -> None:
    told = answer("worklist", "catalogue", "worklist", "--as-of", DAY.isoformat())
    names = [entry["short"] for entry in told["certifications"]]
    text = run("catalogue", "worklist", "--as-of", DAY.isoformat()).out
    lines = text.splitlines()
    headings = [f"{place} {name}".upper() for place, name in enumerate(names, 1)]
    assert [line for line in lines if line in headings] == headings
    assert max(len(line) for line in lines if "http" not in line) <= 80
