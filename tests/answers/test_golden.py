"""Golden advice, as text at two widths and as JSON; UPDATE_GOLDEN=1 pytest -n0 rewrites them for
review.
"""

from __future__ import annotations

import json

import pytest
from goldens import PEOPLE, golden, profile_of

from pmo_path.answers.advise import advise
from pmo_path.core.scalars import parse_day
from pmo_path.model.catalogue import Catalogue
from pmo_path.reports import renderer


@pytest.mark.parametrize("person", PEOPLE)
def test_text_is_the_golden_text(person: str, catalogue: Catalogue) -> None:
    advice = advise(catalogue, profile_of(person, catalogue), parse_day(PEOPLE[person]["on"]))
    golden(f"{person}.txt", renderer("text", full=True)(advice, 80))


@pytest.mark.parametrize("person", PEOPLE)
def test_short_text_is_the_golden_text(person: str, catalogue: Catalogue) -> None:
    advice = advise(catalogue, profile_of(person, catalogue), parse_day(PEOPLE[person]["on"]))
    golden(f"{person}.short.txt", renderer("text")(advice, 80))


@pytest.mark.parametrize("person", ["analyst-today", "graduate-2018"])
def test_narrow_text_is_the_golden_text(person: str, catalogue: Catalogue) -> None:
    advice = advise(catalogue, profile_of(person, catalogue), parse_day(PEOPLE[person]["on"]))
    golden(f"{person}.40.txt", renderer("text", full=True)(advice, 40))


@pytest.mark.parametrize("person", PEOPLE)
def test_json_is_the_golden_json(person: str, catalogue: Catalogue) -> None:
    advice = advise(catalogue, profile_of(person, catalogue), parse_day(PEOPLE[person]["on"]))
    text = renderer("json")(advice, 80)
    digest = json.loads(text)["catalogue"]["digest"]
    golden(f"{person}.json", text.replace(digest, "sha256:0"))
