"""The pages on retiring a certification and on checking a fact again show real runs."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from paths import ROOT
from task_pages import (
    ShownRun,
    add_entries,
    add_the_guild,
    assert_shown,
    edit_catalogue,
    parsed_yaml,
    shown_runs,
    task_page,
    with_id,
    yaml_entries,
)

RETIRE, CHECK = task_page("retire.md"), task_page("fact-check.md")


def chapter(page: str, run: ShownRun, *begins: str) -> int:
    """Return how many of the chapters of a page, told by their first words, began before a run."""
    return sum(page.index(words) < run.at for words in begins)


def copy_of_the_catalogue(directory: Path) -> Path:
    shutil.copytree(ROOT / "data", directory / "data")
    return directory / "data"


# --- retire.md -----------------------------------------------------------------------


def retire(content: Any, *, entry: bool = True, successor: str = "guild-fellow") -> None:
    """Follow the steps of the page in certifications.yaml, with or without step 4."""
    _, status, history, versions, _ = map(parsed_yaml, yaml_entries(RETIRE))
    associate = with_id(content["certifications"], "guild-associate")
    fellow = with_id(content["certifications"], "guild-fellow")
    status[0]["superseded_by"] = successor
    associate["status"] += status
    associate["history"] += history
    associate.pop("pages")
    if entry:
        old, new = versions["entry"]
        fellow["entry"] = [{**old, "required": fellow["entry"][0]["required"]}, new]


@pytest.fixture(scope="module")
def retired(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Directories with a catalogue each: as the page says; without step 4; with a misspelt id."""
    directories = []
    source, *_, person = yaml_entries(RETIRE)
    for change in (retire, partial(retire, entry=False), partial(retire, successor="guild-felow")):
        directory = tmp_path_factory.mktemp("retired")
        data = copy_of_the_catalogue(directory)
        add_the_guild(data)
        add_entries(data / "sources.yaml", "sources", source)
        edit_catalogue(data / "certifications.yaml", change)
        (directory / "manager.yaml").write_text(person, encoding="utf-8")
        directories.append(directory)
    return directories


@pytest.mark.parametrize("run", shown_runs(RETIRE), ids=lambda run: run.command.split(" --")[0])
def test_retiring_shows_real_runs(
    run: ShownRun, retired: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = chapter(RETIRE, run, "Without step 4", "A successor that does not exist")
    monkeypatch.chdir(retired[stage])
    assert_shown(run, errors=False)


# --- fact-check.md -------------------------------------------------------------------


def administrators(content: Any) -> Any:
    return with_id(content["certifications"], "hop-administrators")


def change_the_world(content: Any) -> None:
    """Put the exams of the page, of which the first ends, in the place of the one that changed."""
    exam = administrators(content)["exam"]
    exam[:1] = parsed_yaml(yaml_entries(CHECK)[2])


def disagree(content: Any) -> None:
    """Follow one source, and keep both."""
    exam, conflict = map(parsed_yaml, yaml_entries(CHECK)[3:])
    administrators(content)["exam"][:1] = exam["exam"]
    administrators(content).update(conflict)


def forget_days(content: Any) -> None:
    """Take `verified_on` out of every fact of the source that was checked."""
    match content:
        case dict():
            if content.get("source") == "apmg-adm":
                content.pop("verified_on", None)
            for value in content.values():
                forget_days(value)
        case list():
            for value in content:
                forget_days(value)


def check_all(content: Any) -> None:
    """Set the day on the source, as the page does."""
    (checked,) = parsed_yaml(yaml_entries(CHECK)[0])
    with_id(content["sources"], "apmg-adm").update(verified_on=checked["verified_on"])


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Directories with a catalogue each, one for each chapter of the page."""
    chapters: tuple[dict[str, Any], ...] = (
        {},
        {"certifications": change_the_world},
        {"certifications": disagree},
        {"certifications": forget_days, "sources": check_all},
    )
    directories = []
    for changes in chapters:
        directory = tmp_path_factory.mktemp("checked")
        data = copy_of_the_catalogue(directory)
        for name, change in changes.items():
            edit_catalogue(data / f"{name}.yaml", change)
        directories.append(directory)
    return directories


@pytest.mark.parametrize("run", shown_runs(CHECK), ids=lambda run: run.command.split(" --")[0])
def test_checking_a_fact_shows_real_runs(
    run: ShownRun, checked: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = chapter(
        CHECK, run, "**The world changed.**", "**Two sources disagree.**", "## How to see that"
    )
    monkeypatch.chdir(checked[stage])
    assert_shown(run)


def test_the_pages_have_runs_and_entries() -> None:
    assert len(shown_runs(RETIRE)) == RETIRE.count("$ pmo-path") == 9
    assert len(yaml_entries(RETIRE)) == RETIRE.count("```yaml") == 5
    assert len(shown_runs(CHECK)) == CHECK.count("$ pmo-path") == 11
    assert len(yaml_entries(CHECK)) == CHECK.count("```yaml") == 5
