"""Golden advice, as text at two widths and as JSON.

Four people who differ most stand whole in it; of the others, thinned, what these do not show.
UPDATE_GOLDEN=1 pytest -n0 tests/answers/test_golden.py writes them again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
import yaml
from goldens import PEOPLE, WHOLE, golden, steady
from strategies import shipped
from thinning import LEFT_OUT, Thinner
from written import advised

from pmo_path.reports import renderer

OTHERS = [person for person in PEOPLE if person not in WHOLE]


def text(person: str) -> str:
    return str(renderer("text", full=True)(advised(person, shipped()), 80))


def json_text(person: str) -> str:
    advice = advised(person, shipped())
    return steady(str(renderer("json")(advice, 80)), advice.catalogue.digest)


@cache
def thin_texts() -> dict[str, str]:
    thinner = Thinner()
    return {person: thinner.text(text(person)) for person in (*WHOLE, *OTHERS)}


@cache
def thin_advice() -> dict[str, str]:
    thinner = Thinner()
    return {
        person: yaml.dump(
            thinner.advice(json.loads(json_text(person))),
            sort_keys=False,
            allow_unicode=True,
            width=10**6,
        )
        for person in (*WHOLE, *OTHERS)
    }


@pytest.mark.parametrize("person", WHOLE)
def test_text_is_the_golden_text(person: str) -> None:
    golden(f"{person}.txt", text(person))


@pytest.mark.parametrize("person", OTHERS)
def test_what_text_shows_more_of_others_is_the_golden_text(person: str) -> None:
    golden(f"{person}.thin.txt", thin_texts()[person])


@pytest.mark.parametrize("person", PEOPLE)
def test_short_text_is_the_golden_text(person: str) -> None:
    golden(f"{person}.short.txt", renderer("text")(advised(person, shipped()), 80))


@pytest.mark.parametrize("person", ["analyst-today", "graduate-2018"])
def test_narrow_text_is_the_golden_text(person: str) -> None:
    golden(f"{person}.40.txt", renderer("text", full=True)(advised(person, shipped()), 40))


@pytest.mark.parametrize("person", WHOLE)
def test_json_is_the_golden_json(person: str) -> None:
    golden(f"{person}.json", json_text(person))


@pytest.mark.parametrize("person", OTHERS)
def test_what_json_shows_more_of_others_is_the_golden_advice(person: str) -> None:
    golden(f"{person}.thin.yaml", thin_advice()[person])


# --- thinning hides nothing ---------------------------------------------------------------


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place of a plain value in JSON data, with the list or object that it is in."""
    for place, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, dict | list):
            yield from places(value)
        else:
            yield data, place


def test_any_change_of_an_advice_shows_in_the_thinned_one() -> None:
    thinner, told = Thinner(), json.loads(json_text("analyst-today"))
    for person in WHOLE:
        thinner.advice(json.loads(json_text(person)))
    usual = json.dumps(deepcopy(thinner).advice(told))
    kept = {name: told[name] for name in told if name not in LEFT_OUT}
    changed = list(places(kept))[::7]  # all of them pass too, in half a minute
    assert len(changed) > 80
    for holder, place in changed:
        was, holder[place] = holder[place], "something else"
        assert json.dumps(deepcopy(thinner).advice(kept)) != usual, (place, was)
        holder[place] = was


def test_a_second_wording_of_the_same_codes_is_shown_and_then_numbered() -> None:
    def thinned(*texts: str) -> list[Any]:
        cautions = [{"rule": "old", "certification": None, "text": text} for text in texts]
        return list(thinner.advice({"catalogue": {}, "cautions": cautions})["cautions"])

    thinner = Thinner()
    assert thinned("One.") == [{"old None": {"text": "One."}}]
    assert thinned("Two.", "One.", "Two.") == [
        {"old None": {"text": "Two."}},
        "old None",
        "old None [2]",
    ]


def test_an_item_of_text_ends_after_its_first_line_only_where_all_of_it_was_shown() -> None:
    thinner = Thinner()
    assert thinner.text("A\n- b\n  c\n") == "A\n- b\n  c\n"
    assert thinner.text("A\n- b\n  c\n- b\n  d\n") == "A\n- b ...\n- b\n  d\n"
