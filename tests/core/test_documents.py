"""YAML and JSON text to plain data: nothing guessed, everything located."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pmo_path.core import json_positions
from pmo_path.core.documents import MAX_BYTES, MAX_YAML, Document, pointer, read_document, read_yaml
from pmo_path.core.errors import PmoPathError, Problem
from pmo_path.core.yaml_events import MAX_DEPTH, MAX_PROBLEMS


def read(text: str | bytes) -> Document:
    return read_document(text.encode() if isinstance(text, str) else text, "profile")


def refused(text: str | bytes) -> PmoPathError:
    with pytest.raises(PmoPathError) as error:
        read(text)
    return error.value


def place(problem: Problem) -> tuple[int | None, int | None]:
    return problem.line, problem.column


# --- what is read --------------------------------------------------------------------


def test_every_yaml_scalar_stays_text() -> None:
    text = "a: no\nb: 1.10\nc: 2026-02-30\ne: 0x10\nh: .nan\ni: none\nj: nil\nk: nulls\n"
    expected = {
        "a": "no",
        "b": "1.10",
        "c": "2026-02-30",
        "e": "0x10",
        "h": ".nan",
        "i": "none",
        "j": "nil",
    }
    assert read(text).data == expected | {"k": "nulls"}


@pytest.mark.parametrize("blank", ["", "~", "null", "Null", "NULL", "# nothing yet"])
def test_a_value_left_blank_is_none_as_in_json(blank: str) -> None:
    text = f"a: {blank}\nb:\n  - {blank}\n  - c: {blank}\n"
    assert read(text).data == {"a": None, "b": [None, {"c": None}]}
    assert read(text).places[("b", 1, "c")] == (4, 5)
    stays = blank.partition("#")[0]
    assert read_yaml(text, "catalogue").data == {"a": stays, "b": [stays, {"c": stays}]}


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
@pytest.mark.parametrize("written", ['a: "{}"', "a: '{}'", "{{'a': '{}'}}"])
def test_what_is_quoted_stays_text(word: str, written: str) -> None:
    assert read(written.format(word)).data == {"a": word}


@pytest.mark.parametrize("key", ["~", "null"])
def test_a_key_stays_text(key: str) -> None:
    assert read(f"{key}: x").data == {key: "x"}


def test_json_keeps_its_own_types() -> None:
    text = '{"a": false, "b": 1.5, "c": null, "d": [1, "no"], "e": {"f": "\\u00e9"}}'
    assert read(text).data == json.loads(text)


@pytest.mark.parametrize(
    "text", ["{role: PMO analyst}", "{'role': 'PMO analyst'}", "# a profile\nrole: PMO analyst"]
)
def test_flow_style_and_comments_are_yaml(text: str) -> None:
    assert read(text).data == {"role": "PMO analyst"}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_a_byte_order_mark_and_any_line_ending_are_fine(mark: bytes, ending: bytes) -> None:
    document = read(mark + b"role: analyst" + ending + b"goals:" + ending + b"  - basics" + ending)
    assert document.data == {"role": "analyst", "goals": ["basics"]}
    assert document.places[("goals", 0)] == (3, 5)
    assert read(mark + b'{"a":' + ending + b' "b"}').data == {"a": "b"}


@pytest.mark.parametrize(
    "text",
    [
        "role: analyst\nholds:\n  - pmp\n  - certification: ipmo-f\n",
        '{"role": "analyst",\n"holds": ["pmp",\n  {"certification": "x"}]}',
    ],
)
def test_every_part_has_its_place(text: str) -> None:
    document = read(text)
    lines = text.splitlines()
    for path, word in (
        (("role",), "role"),
        (("holds", 0), "pmp"),
        (("holds", 1, "certification"), "certification"),
    ):
        line, column = document.places[path]
        assert lines[line - 1][column - 1 :].lstrip('"').startswith(word)
        assert place(document.problem(path, "x", "words")) == (line, column)


def test_a_problem_without_a_place_stands_at_its_nearest_parent() -> None:
    problem = read("role: analyst\nholds:\n  - pmp\n").problem(
        ("holds", 7, "awarded_on"), "x", "words"
    )
    assert place(problem) == (2, 1)
    assert problem.pointer == "/holds/7/awarded_on"


def test_pointers_follow_rfc_6901() -> None:
    assert pointer(()) == ""
    assert pointer(("a/b", "~", 0, "")) == "/a~1b/~0/0/"


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text(), parts, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), PLAIN, max_size=4) | st.lists(PLAIN, max_size=4), st.booleans())
def test_any_json_is_read_as_json(data: Any, ascii_only: bool) -> None:
    raw = json.dumps(data, ensure_ascii=ascii_only).encode()
    if b"\x00" not in raw:
        assert read(raw).data == data


# --- what is refused -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("role: a\nyears: 3\nrole: b\n", "duplicate-key", 3, 1),
        ("a:\n  b: 1\n  b: 2\n", "duplicate-key", 3, 3),
        ("{a: 1, a: 2}", "duplicate-key", 1, 8),
        ("a: &x 1\nb: *x\n", "alias", 1, 4),
        ("a: 1\nb: *x\n", "alias", 2, 4),
        ("a: &x\n  <<: *x\n", "alias", 1, 4),
        ("a: 1\n---\nb: 2\n", "syntax", 2, 1),
        ("a: [1, 2\n", "syntax", 2, 1),
        ("a: b: c\n", "syntax", 1, 5),
        ("a: 1\n\tb: 2\n", "syntax", 2, 1),
        ("? [a, b]\n: c\n", "syntax", 1, 3),
        ('{"a": 1,\n "b" 2}', "syntax", None, None),
        ('{"a": 1', "syntax", None, None),
        ("role: \x07bell\n", "syntax", 1, 7),
    ],
)
def test_a_fault_has_its_code_and_place(
    text: str, code: str, line: int | None, column: int | None
) -> None:
    error = refused(text)
    assert error.code == error.problems[0].code == code
    assert error.exit_code == 3
    found = place(error.problems[0])
    assert found == (line, column) if line else None not in found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a": 1, "a": 2}', "duplicate-key"),
        ('{"a": {"b": 1, "b": 1}}', "duplicate-key"),
        ('{"a": NaN}', "not-a-number"),
        ('{"a": [Infinity, -Infinity]}', "not-a-number"),
        ('{"a": ' + "9" * 5000 + "}", "not-a-number"),
        ('{"a": "\\ud800"}', "not-utf-8"),
        ('{"\\udc00": 1}', "not-utf-8"),
    ],
)
def test_json_is_read_strictly(text: str, code: str) -> None:
    assert refused(text).code == code


def test_a_number_too_large_for_a_float_is_not_taken_for_one() -> None:
    # Left to the reader of numbers, which refuses it.
    assert read('{"years_in_pmo": 1e999}').data == {"years_in_pmo": float("inf")}


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.getcwd", "!!python/name:os.system", "!x", "!!binary", "!!map"]
)
def test_a_tag_is_refused_and_runs_nothing(tag: str) -> None:
    problem = refused(f"a: {tag} 'words'\n".encode()).problems[0]
    assert (problem.code, problem.line, problem.column) == ("tag", 1, 4)


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_nothing_is_empty(raw: bytes) -> None:
    assert refused(raw).code == "empty"


@pytest.mark.parametrize("text", ["# only a comment\n", "---\n", "--- \n...\n"])
def test_a_document_of_nothing_holds_nothing(text: str) -> None:
    assert not read(text).data


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bytes_that_are_no_text_are_found_where_they_stand(mark: bytes) -> None:
    assert place(refused(mark + b"name: Zo\xeb\n").problems[0]) == (1, 9)


def test_a_binary_file_is_not_text() -> None:
    assert refused(b"role: a\0b").code == "not-text"
    assert refused(b"%PDF\x00\xff").code == "not-text"
    assert place(refused(b"role: a\nb\0").problems[0]) == (2, 2)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused_with_a_word_on_what_to_do(encoding: str) -> None:
    error = refused("role: analyst\n".encode(encoding))
    assert error.code in ("not-utf-8", "not-text")
    assert "UTF-8" in (error.problems[0].hint or "")
    assert place(error.problems[0])[0] == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            '{"a": 1,\n "b": [1, {"c": 2}],\n "a": 3}',
            {("a",): (3, 2), ("b", 0): (2, 8), ("b", 1, "c"): (2, 12)},
        ),
        ('["\\ud83d\\ude00", 7]', {(0,): (1, 2), (1,): (1, 18)}),
        ('{"a\\"]": {"é": 1}, "\\u0062": []}', {('a"]', "é"): (1, 11), ("b",): (1, 20)}),
        ('["a\u2028b", 1]', {(1,): (1, 9)}),
    ],
)
def test_json_has_its_places_whatever_stands_in_it(text: str, found: dict[Any, Any]) -> None:
    places = json_positions.JsonPlaces(text)
    assert {path: places[path] for path in found} == found


@given(PLAIN, st.booleans(), st.sampled_from([None, 0, 2]))
def test_every_part_of_json_has_a_place(data: Any, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps(data, ensure_ascii=ascii_only, indent=indent)
    paths = json_positions.JsonPlaces(text)

    def every(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
        yield path
        items = (
            value.items()
            if isinstance(value, dict)
            else enumerate(value)
            if isinstance(value, list)
            else ()
        )
        for key, item in items:
            yield from every(item, (*path, key))

    assert set(paths) == set(every(data, ()))
    for path, (line, column) in paths.items():
        rest = text.split("\n")[line - 1][column - 1 :]
        if path and isinstance(path[-1], str):
            assert json.JSONDecoder().raw_decode(rest)[0] == path[-1]


def test_the_first_bracket_that_is_too_deep_is_pointed_at() -> None:
    assert place(refused('{"a":\n ' + "[" * 10_000 + "]" * 10_000 + "}").problems[0]) == (
        2,
        1 + MAX_DEPTH,
    )


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"role: caf\xe9\n", 1, 10),
        (b"a: 1\r\nb: \x80", 2, 4),
        (b"a: \xed\xa0\x80", 1, 4),
    ],
)
def test_bytes_that_are_not_utf_8_are_located(raw: bytes, line: int, column: int) -> None:
    error = refused(raw)
    assert error.code == "not-utf-8"
    assert place(error.problems[0]) == (line, column)


def test_a_file_too_large_is_not_read() -> None:
    assert refused(b"#" * (MAX_BYTES + 1)).code == "too-large"
    assert read(b'{"a": 1}' + b" " * (MAX_BYTES - 8)).data == {"a": 1}


@pytest.fixture(params=["CBaseLoader", "BaseLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read YAML with the library in C, and with the one in Python."""
    if request.param == "BaseLoader":
        monkeypatch.delattr(yaml, "CBaseLoader", raising=False)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("opening", ["[", '{"a":', "- ", "a: [", "[{a: ", "{a: ["])
@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 3000])
def test_our_limit_of_depth_speaks_first(opening: str, depth: int) -> None:
    """Other than a library's, which may stop at 1,000 brackets before it has told of the first."""
    assert refused(opening * depth).code == "too-deep"


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 900, 1100, 20_000])
@pytest.mark.parametrize("after", ["", "}", "\x07", "\n\t- : ["])
def test_the_first_bracket_of_yaml_that_is_too_deep_is_pointed_at(depth: int, after: str) -> None:
    error = refused(f"role: x\nholds: {'[' * depth}{after}")
    assert (error.code, place(error.problems[0])) == ("too-deep", (2, 8 + MAX_DEPTH - 1))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("opening", ["? ", "{["])
@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 3000])
def test_a_nested_key_is_no_word(opening: str, depth: int) -> None:
    error = refused(opening * depth)
    assert (error.code, place(error.problems[0])) == (
        "syntax",
        (1, len(opening) + 1 if opening == "? " else 2),
    )


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_depth_is_allowed_up_to_the_limit(opening: str, closing: str) -> None:
    def nested(depth: int) -> str:
        inner = "[]" if opening == "[" else "{}"
        return opening * (depth - 1) + inner + closing * (depth - 1)

    assert read(nested(MAX_DEPTH)).data
    for depth in (MAX_DEPTH + 1, 3000, 200_000):
        assert refused(nested(depth)).code == "too-deep"


@pytest.mark.parametrize("depth", [MAX_DEPTH, 700, 3000])
def test_depth_is_refused_in_json_that_is_no_yaml(depth: int) -> None:
    assert refused('["\\ud83d\\ude00", ' + "[" * depth + "]" * depth + "]").code == "too-deep"


def test_all_duplicate_keys_are_told_at_once() -> None:
    assert [place(one) for one in refused("a: 1\na: 2\nb: 1\nb: 2\n").problems] == [(2, 1), (4, 1)]


# --- large input ---------------------------------------------------------------------


def test_places_are_only_worked_out_where_there_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    def members(text: str, offset: int) -> Iterator[Any]:
        searched.append(text[offset])
        return found(text, offset)

    found = json_positions._members
    monkeypatch.setattr(json_positions, "_members", members)
    document = read('{"a": [1, [2, 3]], "b": {"c": 4}}')
    assert searched == []
    assert place(document.problem(("b", "c"), "x", "words")) == (1, 26)
    assert place(document.problem(("b",), "x", "words")) == (1, 20)
    assert searched == ["{", "{"]  # each object once, and no list that nobody asked about


@pytest.mark.parametrize("part", ['"pmp"', "0", "NaN", '{"a": 1, "a": 2}', '"\\ud800"', "[[1]]"])
def test_the_places_of_a_long_line_take_linear_work(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counts the steps: one or two seconds for megabytes, where each step searched the text."""
    steps: list[int] = []
    after = json_positions._after

    def counted(text: str, offset: int) -> int:
        end = after(text, offset)
        steps.append(1 + end - offset)
        return end

    monkeypatch.setattr(json_positions, "_after", counted)
    for count in (1_000, 2_000):
        steps.clear()
        text = '{"holds": [' + ", ".join([part] * count) + "]}"
        document = Document("profile", None, json_positions.JsonPlaces(text))
        assert place(document.problem(("holds", count - 1), "x", "words"))[0] == 1
        assert count < sum(steps) < 5 * count


def test_the_rest_of_a_list_is_not_searched_for_a_place_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offsets: list[int] = []
    after = json_positions._after
    monkeypatch.setattr(
        json_positions, "_after", lambda text, offset: offsets.append(offset) or after(text, offset)
    )
    places = json_positions.JsonPlaces("[" + ", ".join(["NaN"] * 1_000) + "]")
    assert places[(9,)] == (1, 2 + 9 * len("NaN, "))
    assert max(offsets) < 60
    assert places[(3,)] == (1, 2 + 3 * len("NaN, "))
    assert (1_000,) not in places


@given(PLAIN, st.randoms(use_true_random=False))
def test_a_place_is_the_same_whatever_was_asked_for_before(data: Any, some: Random) -> None:
    text = json.dumps(data)
    places = dict(json_positions.JsonPlaces(text))
    paths = list(places)
    some.shuffle(paths)
    asked = json_positions.JsonPlaces(text)
    assert {path: asked[path] for path in paths} == places


@pytest.mark.parametrize(
    "text",
    ['{"holds": [' + "NaN," * 5_000 + "0]}", "{" + '"a": 1,' * 5_000 + '"a": 1}', "a: 1\n" * 5_000],
)
def test_no_more_problems_are_told_than_anybody_reads(text: str) -> None:
    assert len(refused(text).problems) == MAX_PROBLEMS


def test_yaml_of_a_megabyte_is_too_large_and_json_is_not() -> None:
    assert refused("a: b\n" * (MAX_YAML // 5 + 1)).code == "too-large"
    assert refused("{a: [" + "b, " * (MAX_YAML // 3) + "]}").code == "syntax"
    assert len(read('{"a": "' + "b" * MAX_YAML + '"}').data["a"]) == MAX_YAML
