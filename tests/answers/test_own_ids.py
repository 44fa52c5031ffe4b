"""The id that a caller gives is passed through as it was given, in every answer."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from program import call
from strategies import shipped
from tried import tried

from pmo_path.answers.advise import advise
from pmo_path.answers.changes.compare import changes_between
from pmo_path.answers.changes.standpoints import profile_standpoint, report_standpoint
from pmo_path.answers.cohort_member import cohort_member
from pmo_path.contract.earlier import read_earlier
from pmo_path.core.documents import Document
from pmo_path.core.json_text import json_data
from pmo_path.profile.parse import read_profile

DAY = date(2026, 11, 22)
IDS = st.text(min_size=1).filter(str.strip) | st.integers(-(2**53) + 1, 2**53 - 1)


@settings(max_examples=tried(40), deadline=None)
@given(IDS)
def test_an_id_comes_back_as_it_was_given(own: Any) -> None:
    facts = {"id": own, "experience_level": "analyst"}
    person = read_profile(Document("profile", facts, {}), shipped().names)
    advice = advise(shipped(), person, DAY)
    assert json_data(advice)["profile"]["id"] == own
    assert cohort_member(advice, "Ann", "").id == own
    told = read_earlier(Document("report", json_data(advice), {}))
    sides = (report_standpoint(shipped(), told), profile_standpoint(shipped(), person, DAY))
    changes = changes_between(shipped(), *sides, DAY)
    assert (changes.before.id, changes.after.id) == (own, own)
    assert changes.same


@pytest.mark.parametrize("own", ["  a ", "\tb", "c\u00a0"])
def test_batch_passes_a_text_through_with_its_spaces(own: str, tmp_path: Path) -> None:
    lines = [{"id": own, "role": "PMO analyst"}, {"id": own, "years_in_pmo": "many"}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    done = call("batch", tmp_path / "in.jsonl", "--as-of", DAY.isoformat())
    good, bad = map(json.loads, done.out.splitlines())
    assert (good["id"], good["advice"]["profile"]["id"], bad["id"]) == (own, own, own)


def test_an_award_without_its_day_is_named_by_id() -> None:
    facts = {"experience_level": "manager", "holds": ["p3o-practitioner", "hop-managers"]}
    person = read_profile(Document("profile", facts, {}), shipped().names)
    undated = cohort_member(advise(shipped(), person, DAY), "Ann", "").undated
    assert [(award.certification, award.short) for award in undated] == [
        ("p3o-practitioner", "P3O Practitioner")
    ]
