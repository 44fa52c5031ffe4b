"""A catalogue that is right is used as it stands; a wrong one is refused: where and why.

A directory under catalogues/invalid is named after the code it must raise, with a word after it
where there are several. It holds the files that differ from catalogues/valid/small, and
expect.yaml: the file, line and column of the first problem, and `remove` for a file that must not
be there.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import CATALOGUES, SMALL
from program import run, small_catalogue
from refused import INVALID
from tried import tried

from pmo_path.answers.advise import advise
from pmo_path.catalogue.load import catalogue_from_files, load_catalogue
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.core.json_text import json_data
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import Profile

# Every code by which a catalogue can be refused has at least one directory.
CODES = frozenset(
    """alias bad-address bad-condition bad-date bad-id bad-title-word broken-bands cycle dangling-id
    dates-out-of-order dead-successor duplicate-id duplicate-key fact-without-source
    missing-file missing-key not-sorted not-utf-8 rule-effect rule-example-fails
    rule-without-example rule-without-source syntax tag unknown-fact unknown-key unknown-value
    wrong-shape""".split()
)


def expected(directory: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((directory / "expect.yaml").read_text(encoding="utf-8"))
    return data


def problems(directory: Path) -> tuple[Problem, ...]:
    with pytest.raises(PmoPathError) as caught:
        load_catalogue(directory)
    assert caught.value.code == "catalogue-invalid"
    assert caught.value.exit_code == 3
    return caught.value.problems


def test_the_small_catalogue_is_valid() -> None:
    assert list(load_catalogue(SMALL).certifications) == [
        "example-foundation",
        "example-practitioner",
    ]


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_broken_catalogue(code: str) -> None:
    assert any(belongs(path.name, code) for path in INVALID)


def belongs(name: str, code: str) -> bool:
    return name == code or name.startswith(f"{code}-")


@pytest.mark.parametrize("directory", INVALID, ids=lambda path: path.name)
def test_a_broken_catalogue_is_refused_where_it_is_broken(directory: Path, tmp_path: Path) -> None:
    wanted = expected(directory)
    target = small_catalogue(tmp_path / "catalogue", directory)
    if "remove" in wanted:
        (target / wanted["remove"]).unlink()
    first = problems(target)[0]
    assert first.code in CODES
    assert belongs(directory.name, first.code)
    assert Path(first.file or "").name == wanted["file"]
    assert (first.line, first.column) == (wanted.get("line"), wanted.get("column"))
    assert first.detail
    assert first.hint


def test_every_fault_is_reported_at_once(tmp_path: Path) -> None:
    broken = CATALOGUES / "broken"
    found = problems(small_catalogue(tmp_path / "catalogue", broken))
    rows = [
        {"file": Path(one.file or "").name, "line": one.line, "code": one.code} for one in found
    ]
    assert len(rows) == 5
    assert rows == expected(broken)["problems"]


def test_a_pointer_says_where_in_the_data(tmp_path: Path) -> None:
    target = small_catalogue(tmp_path / "catalogue", CATALOGUES / "invalid" / "unknown-value")
    assert problems(target)[0].pointer == "/certifications/0/kind"


def test_a_directory_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PmoPathError) as caught:
        load_catalogue(tmp_path / "nowhere")
    assert caught.value.code == "no-such-directory"
    assert caught.value.problems[0].file == str(tmp_path / "nowhere")


def test_a_directory_that_may_not_be_entered_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)  # who tests may be root
    with pytest.raises(PmoPathError) as caught:
        load_catalogue(small_catalogue(tmp_path / "catalogue"))
    assert (caught.value.code, caught.value.problems[0].detail) == (
        "cannot-read",
        "cannot be read: permission denied",
    )


@pytest.mark.parametrize("name", [file.stem for file in sorted(SMALL.iterdir())])
@pytest.mark.parametrize("content", ["# nothing but a comment\n", "- a list\n", "a text\n"])
def test_a_file_that_holds_no_sections_is_refused(name: str, content: str, tmp_path: Path) -> None:
    target = small_catalogue(tmp_path / "catalogue")
    (target / f"{name}.yaml").write_text(content, encoding="utf-8")
    first = problems(target)[0]
    assert Path(first.file or "").stem == name
    assert first.code == "wrong-shape"


@pytest.mark.parametrize(
    ("file", "section"),
    [
        ("sources", "sources"),
        ("roles", "pmo_types"),
        ("roles", "career_levels"),
        ("certifications", "certifications"),
    ],
)
def test_a_section_that_the_advice_stands_on_is_not_left_out(
    file: str, section: str, tmp_path: Path
) -> None:
    target = small_catalogue(tmp_path / "catalogue")
    path = target / f"{file}.yaml"
    data = yaml.load(path.read_bytes(), yaml.BaseLoader)
    del data[section]
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    assert problems(target)


# --- any damage -----------------------------------------------------------------------

FILES = {file.name: file.read_bytes() for file in sorted(SMALL.iterdir())}
DATA = {name: yaml.load(raw, yaml.BaseLoader) for name, raw in FILES.items()}
GONE = object()
DAMAGE: tuple[Any, ...] = (GONE, "", "x", [], {}, ["x"], [[]], {"x": "y"}, "-1", "2026-99-99", None)
PEOPLE = (
    Profile(),
    Profile(role="PMO analyst"),
    Profile(experience_level="director", pmo_types=("coe",), holds=()),
)


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, item in items:
        yield from paths(item, (*path, key))


PLACES = [(name, path) for name, data in DATA.items() for path in paths(data)]


def damaged(name: str, path: tuple[Any, ...], damage: Any) -> dict[str, bytes]:
    data = copy.deepcopy(DATA[name])
    *above, last = path
    part = data
    for key in above:
        part = part[key]
    if damage is GONE:
        del part[last]
    else:
        part[last] = damage
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
    return {file: text.encode() if file == name else raw for file, raw in FILES.items()}


def outcome(files: dict[str, bytes]) -> Catalogue | tuple[Problem, ...]:
    try:
        return catalogue_from_files(files)
    except PmoPathError as error:
        return error.problems


@given(place=st.sampled_from(PLACES), damage=st.sampled_from(DAMAGE))
@settings(max_examples=tried(40))
def test_any_damage_is_refused_with_its_place_or_does_no_harm(
    place: tuple[str, tuple[Any, ...]], damage: Any
) -> None:
    found = outcome(damaged(*place, damage))
    if isinstance(found, Catalogue):
        for person in PEOPLE:
            assert json_data(advise(found, person, date(2026, 11, 21)))["kind"] == "advice"
    else:
        assert found
        for problem in found:
            assert problem.file in FILES
            assert problem.line


@pytest.mark.parametrize(
    ("name", "path", "damage"),
    [
        (
            "certifications.yaml",
            ("certifications", 1, "entry", 0, "required", 1, "condition", "named"),
            [],
        ),
        ("roles.yaml", ("career_levels", 1), GONE),
        ("roles.yaml", ("roles", 0, "levels"), []),
        ("roles.yaml", ("routes", 0, "titles"), []),
        ("rules.yaml", ("rules", 0, "examples", "applies", 0, "facts"), []),
        ("rules.yaml", ("rules", 1, "caution"), "perhaps"),
    ],
)
def test_known_damage_is_refused_with_a_hint(name: str, path: tuple[Any, ...], damage: Any) -> None:
    with pytest.raises(PmoPathError) as caught:
        catalogue_from_files(damaged(name, path, damage))
    for problem in caught.value.problems:
        assert problem.code.replace("-", "").isalpha()
        assert problem.hint


# --- a new body -----------------------------------------------------------------------


def test_a_new_body_needs_data_only(tmp_path: Path) -> None:
    target = small_catalogue(tmp_path / "catalogue", CATALOGUES / "valid" / "new-body")
    facts = ("--experience-level", "manager", "--pmo-type", "coe", "--as-of", "2026-11-21")
    told = run("advise", "--catalogue", target, *facts, cwd=tmp_path)
    assert told.code == 0
    assert told.err == ""
    assert "Guild Fellow" in told.out.splitlines()[0]
    advice = json.loads(run("advise", "--catalogue", target, *facts, "--json", cwd=tmp_path).out)
    assert advice["next_step"] == "guild-fellow"
    assert advice["routes"][0]["family"] == "sample-guild"


def test_a_new_body_has_routes_of_more_than_one_step(tmp_path: Path) -> None:
    target = small_catalogue(tmp_path / "catalogue", CATALOGUES / "valid" / "new-body")
    director = Profile(experience_level="director", holds=())
    advice = advise(load_catalogue(target), director, date(2026, 11, 21))
    assert [step.certification for step in advice.routes[0].steps] == [
        "guild-fellow",
        "guild-companion",
    ]
