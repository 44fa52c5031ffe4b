"""`map` as a picture: by the name of the file or the option."""

from __future__ import annotations

from pathlib import Path

import pytest
from goldens import golden
from maps import SVG, parsed
from program import call, run

TODAY = ("--as-of", "2026-11-22")


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("map-today", TODAY),
        ("map-2018-07-01", ("--as-of", "2018-07-01")),
        (
            "map-graduate",
            (
                *TODAY,
                "--education",
                "bachelor",
                "--years",
                "0",
                "--holds",
                "none",
                "--goal",
                "basics",
                "--name",
                "Kim",
            ),
        ),
        (
            "map-analyst-holds-p3o",
            (*TODAY, "--role", "PMO analyst", "--holds", "p3o-foundation@2024-03-01"),
        ),
        (
            "map-head",
            (
                *TODAY,
                "--role",
                "head of PMO",
                "--pmo-type",
                "enterprise",
                "--years",
                "14",
                "--pmos-managed",
                "2",
                "--name",
                "Joan",
            ),
        ),
    ],
)
def test_the_picture_is_the_golden_picture(
    name: str, args: tuple[str, ...], tmp_path: Path
) -> None:
    done = call("map", *args, "-o", tmp_path / "map.svg")
    assert (done.code, done.out, done.err) == (0, "", "")
    golden(f"{name}.svg", (tmp_path / "map.svg").read_text(encoding="utf-8"))


def test_the_name_of_the_file_or_the_option_tells_the_format(tmp_path: Path) -> None:
    done = run("map", *TODAY, "--format", "svg")
    assert (done.code, done.err) == (0, "")
    assert run("map", *TODAY, "-o", tmp_path / "one.SVG").code == 0
    assert (tmp_path / "one.SVG").read_text(encoding="utf-8") == done.out
    assert call("map", *TODAY, "--format", "text", "-o", tmp_path / "two.svg").code == 0
    assert (tmp_path / "two.svg").read_text(encoding="utf-8") == call("map", *TODAY).out
    as_json = call("map", *TODAY, "--json").out
    assert call("map", *TODAY, "--json", "-o", tmp_path / "three.svg").code == 0
    assert (tmp_path / "three.svg").read_text(encoding="utf-8") == as_json
    assert call("map", *TODAY, "-o", tmp_path / "four.json").code == 0
    assert (tmp_path / "four.json").read_text(encoding="utf-8") == as_json


def test_a_file_that_exists_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    target.write_text("mine", encoding="utf-8")
    assert call("map", *TODAY, "-o", target).code == 3
    assert target.read_text(encoding="utf-8") == "mine"
    assert call("map", *TODAY, "-o", target, "--force").code == 0
    assert parsed(target.read_text(encoding="utf-8")).tag == f"{SVG}svg"


@pytest.mark.parametrize(
    "args", [("map", "--format", "gif"), ("explain", "pmp", "--format", "svg")]
)
def test_another_format_is_a_wrong_command_line(args: tuple[str, ...]) -> None:
    done = call(*args)
    assert (done.code, done.out) == (2, "")
    assert "known: json" in done.err


def test_the_same_day_gives_the_same_bytes() -> None:
    first, second = (
        run("map", *TODAY, "--format", "svg", env={"PYTHONHASHSEED": seed}).out for seed in "12"
    )
    assert first == second
