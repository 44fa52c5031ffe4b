"""The lint of a valid catalogue: what is allowed and still wrong is found, and nothing else is.

A directory under catalogues/lint is named after the code that it must give, with a word after it
where there are several; it holds the files that differ from catalogues/valid/small, and
expect.yaml: the file and line of the first problem. A directory under catalogues/clean looks
wrong and is not.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from paths import CATALOGUES, SMALL
from program import answer, call, small_catalogue
from shipped_data import FILES, data, mappings

from pmo_path.catalogue.build import build
from pmo_path.catalogue.lint.checks import CHECKS
from pmo_path.catalogue.lint.freshness import stale_sources
from pmo_path.catalogue.lint.requirements import Checked
from pmo_path.catalogue.load import check_catalogue, data_directory, digest_of, read_files
from pmo_path.core.errors import Problem
from pmo_path.model.catalogue import Catalogue

CODES = frozenset(
    """alias-twice dead-alternative dead-page dead-prerequisite future-check idle-rule
    impossible-requirement level-missing lone-seller never-advised price-incomplete
    redundant-requirement old-sign page-missing stale-fact version-gap version-overlap""".split()
)
DAY = date(2026, 11, 21)


def directories(name: str) -> list[Path]:
    return sorted(path for path in (CATALOGUES / name).iterdir() if path.is_dir())


def code_of(directory: Path) -> str:
    return next(
        code for code in CODES if directory.name == code or directory.name.startswith(f"{code}-")
    )


def check(target: Path, *changes: Path, day: date = DAY) -> list[Problem]:
    return check_catalogue(small_catalogue(target, *changes), day)


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_catalogue_that_gives_it(code: str) -> None:
    assert (CATALOGUES / "lint" / code).is_dir()


def test_every_check_gives_a_code_that_is_tried() -> None:
    # gaps and overlaps of versions are one check; what waits for its source is none of CHECKS
    pairs = 3
    assert len(CODES) == len(CHECKS) + pairs


@pytest.mark.parametrize("directory", directories("lint"), ids=lambda path: path.name)
def test_a_fault_gives_its_code_and_no_other_where_it_is(directory: Path, tmp_path: Path) -> None:
    wanted = yaml.safe_load((directory / "expect.yaml").read_text(encoding="utf-8"))
    found = check(tmp_path / "catalogue", directory)
    assert {one.code for one in found} == {code_of(directory)}
    assert (Path(found[0].file or "").name, found[0].line) == (wanted["file"], wanted["line"])
    for one in found:
        assert one.detail
        assert one.hint


@pytest.mark.parametrize("directory", directories("clean"), ids=lambda path: path.name)
def test_what_only_looks_wrong_is_clean(directory: Path, tmp_path: Path) -> None:
    assert check(tmp_path / "catalogue", directory) == []


def test_the_small_catalogue_is_clean() -> None:
    assert check_catalogue(SMALL, DAY) == []


def test_the_shipped_catalogue_is_clean_on_the_day_of_its_newest_check(
    catalogue: Catalogue,
) -> None:
    assert check_catalogue(None, date.fromisoformat(catalogue.version)) == []


def test_every_fault_of_several_is_reported(tmp_path: Path) -> None:
    faults = [
        CATALOGUES / "lint" / code for code in ("level-missing", "stale-fact", "alias-twice-role")
    ]
    assert sorted(one.code for one in check(tmp_path / "catalogue", *faults)) == [
        "alias-twice",
        "level-missing",
        "stale-fact",
    ]


@pytest.mark.parametrize(("days", "stale"), [(0, False), (180, False), (181, True)])
def test_a_source_is_stale_after_180_days(days: int, stale: bool, tmp_path: Path) -> None:
    found = check(tmp_path / "catalogue", day=date(2026, 11, 20) + timedelta(days=days))
    assert [one.code for one in found] == (["stale-fact"] * 2 if stale else [])


def test_a_fact_that_was_checked_on_its_own_day_does_not_wait_for_its_source(
    tmp_path: Path,
) -> None:
    target = small_catalogue(tmp_path / "catalogue", CATALOGUES / "lint" / "stale-fact")
    for file in sorted(target.iterdir()):
        content = yaml.load(file.read_bytes(), yaml.BaseLoader)
        for one in mappings(content):
            if one.get("source") == "institute" and "because" in one:
                del one["source"], one["confidence"]
                one["judgement"] = "ours"
            elif one.get("source") == "institute":
                one["verified_on"] = "2026-11-20"
        file.write_text(yaml.safe_dump(content), encoding="utf-8")
    assert check_catalogue(target, DAY) == []


def test_far_in_the_future_every_source_waits_and_the_most_used_comes_first() -> None:
    files = read_files(data_directory())
    found = list(stale_sources(Checked(*build(files, digest_of(files)), date(2099, 1, 1))))
    assert {one.code for one in found} == {"stale-fact"}
    facts = [fact for name in FILES for fact in mappings(data(name)) if "source" in fact]
    waiting: Counter[str] = Counter()
    for fact in facts:
        also = () if "verified_on" in fact else (*fact.get("also", ()), *fact.get("basis", ()))
        waiting.update({fact["source"], *also})
    told = [one.detail.partition(":")[0] for one in found]
    ordered = sorted(waiting, key=lambda name: (name == "ours", -waiting[name], name))
    assert told == ordered
    assert {Path(one.file or "").name for one in found} == {"sources.yaml"}


@pytest.mark.parametrize(("days", "old"), [(730, False), (731, True)])
def test_a_sign_of_an_offer_counts_for_two_years(days: int, old: bool, tmp_path: Path) -> None:
    found = check(tmp_path / "catalogue", day=date(2026, 1, 15) + timedelta(days=days))
    assert ("old-sign" in {one.code for one in found}) is old


def test_problems_as_json_say_what_where_and_what_to_do(tmp_path: Path) -> None:
    target = small_catalogue(tmp_path / "catalogue", CATALOGUES / "lint" / "version-gap")
    told = answer("problems", "catalogue", "check", target, "--as-of", DAY.isoformat(), code=1)
    assert told["clean"] is False
    only = told["problems"][0]
    assert len(told["problems"]) == 1
    assert only["code"] == "version-gap"
    assert only["pointer"] == "/certifications/1/entry/1"
    assert Path(only["file"]) == target / "certifications.yaml"
    text = call("catalogue", "check", target, "--as-of", DAY.isoformat(), env={"COLUMNS": "200"})
    assert (text.code, text.err) == (1, "")
    assert f"{only['file']}:{only['line']}:{only['column']}" in text.out
    assert only["hint"] in text.out


def test_a_catalogue_that_is_refused_is_not_linted(tmp_path: Path) -> None:
    changes = (CATALOGUES / "lint" / "level-missing", CATALOGUES / "invalid" / "rule-effect")
    assert {one.code for one in check(tmp_path / "catalogue", *changes)} == {"rule-effect"}
