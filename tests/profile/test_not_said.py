"""`n/a` and its kin are not said, and odd levels are refused, through every door."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from program import call, validator
from readings import problems, read
from strategies import shipped

import pmo_path
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import FACTS
from pmo_path.profile.not_said import says_nothing
from pmo_path.profile.profile import Profile
from pmo_path.profile.readers.cells import cell_value

KIN = ("n/a", "N/A", "N.A.", "n.a", " n/a ", "n.v.t.", "nvt", "-", "–", "?", "Unknown", "onbekend")
DAY = ("--as-of", "2026-11-22")


@pytest.mark.parametrize("word", KIN)
@pytest.mark.parametrize("row", FACTS, ids=lambda row: row.key)
def test_a_word_that_says_nothing_is_not_said_of_any_fact(row: Row, word: str) -> None:
    assert read({row.key: word}) == Profile()
    assert cell_value(row, word) is None
    if row.many:
        assert read({row.key: [word]}) == read({row.key: [word, word]}) == Profile()
    for kind in ("profile", "profile-lenient"):
        assert validator(kind).is_valid({row.key: word})
        assert validator(kind).is_valid({row.key: [word]}) is row.many


@pytest.mark.parametrize("row", FACTS, ids=lambda row: row.key)
def test_an_option_makes_a_fact_of_the_file_unknown(row: Row) -> None:
    file = json.dumps({"holds": ["pmp"], "country": "NL", "reads": ["nl", "Elvish"], "role": "x"})
    asked = ("--json", "--select", "profile", *DAY)
    done = call("advise", "-", row.options[0], "N.A.", *asked, stdin=file)
    assert done.code == 0
    whole = json.loads(call("advise", "-", *asked, stdin=file).out)["profile"]
    told = json.loads(done.out)["profile"]
    whole.pop(row.key, None)
    whole.get("unmatched", {}).pop(row.key, None)
    assert told == {key: value for key, value in whole.items() if value != {}}


def test_the_same_word_is_not_said_in_a_table_as_in_a_file() -> None:
    table = "role,country,reads,experience_level\nPMO analyst,n/a,en; N.A.,n.v.t.\n"
    done = call("batch", "-", "--from", "csv", *DAY, "--select", "profile", stdin=table)
    said = json.loads(done.out)["advice"]["profile"]
    assert said == {"role": "PMO analyst", "reads": ["en"]}
    data = {"role": "PMO analyst", "country": "n/a", "reads": ["en", "N.A."]}
    assert read(data).plain() == said


def test_a_supposed_fact_is_unknown_with_any_such_word() -> None:
    known = shipped()
    facts: dict[str, Any] = {"role": "PMO analyst", "reads": ["en"]}
    day = "2026-11-22"
    for change in ("reads=n/a", "reads=[n/a]", "reads=Unknown"):
        told = pmo_path.explain(known, "pmp", facts, day, what_if=[change])
        assert told.what_if is not None
    for change in ("reads+=n/a", "reads-=?", "reads+=[n/a]"):
        with pytest.raises(pmo_path.PmoPathError) as refused:
            pmo_path.explain(known, "pmp", facts, day, what_if=[change])
        assert refused.value.code == "empty"


def test_the_codes_of_namibia_and_nauru_are_no_such_words() -> None:
    assert read({"country": "NA", "reads": "na"}).plain() == {"country": "NA", "reads": ["na"]}
    assert not says_nothing("na")
    assert not says_nothing([])


@given(st.sampled_from("1234"), st.text("-+().#/ –'\"", min_size=1), st.booleans())
def test_a_level_is_its_number_and_nothing_around_it(number: str, marks: str, after: bool) -> None:
    word = number + marks if after else marks + number
    if word.strip() == number:
        assert read({"experience_level": word}) == read({"experience_level": int(number)})
        return
    for key in ("experience_level", "target_level"):
        (problem,) = problems({key: word})
        assert problem.code == "unknown-value"
        assert "entry, analyst, manager, director, or 1 to 4" in str(problem.hint)


def test_a_level_by_number_is_the_same_however_it_is_written() -> None:
    for level in (3, 3.0, "3", " 3 ", "level 3", "manager"):
        assert read({"experience_level": level}).experience_level == "manager"
    done = call("advise", "--level=-2", *DAY)
    assert (done.code, done.out) == (2, "")
    assert "unknown-value" in done.err


@pytest.mark.parametrize("value", [False, True, 3, 1.5, {}])
def test_a_wrong_type_is_answered_with_what_to_write(value: Any) -> None:
    for key in ("country", "reads", "education", "goals"):
        (problem,) = problems({key: value})
        assert len(str(problem.hint)) > len("one of: ")
