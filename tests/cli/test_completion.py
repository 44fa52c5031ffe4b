"""TAB in bash, zsh and fish: what it offers, as the shells ask for it and inside them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from paths import SMALL
from program import call, environment, run

from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.meanings import EDUCATION, GOALS, LEVELS, PMO_TYPES

BIN = Path(sys.executable).parent


def asking(shell: str, line: str) -> dict[str, str]:
    """Return what a shell sets when TAB is pressed at the end of a line."""
    told = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    return {"_PMO_PATH_COMPLETE": f"complete_{shell}", **told}


def offered(line: str) -> list[str]:
    """Return what bash is offered."""
    done = call(env=asking("bash", line))
    assert done.err == ""
    return done.out.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_is_told_the_ids(shell: str) -> None:
    done = run(env=asking(shell, "pmo-path explain p3o"))
    assert done.err == ""
    told = done.out
    assert "p3o-foundation" in told
    assert "p3o-practitioner" in told
    assert "ipmo" not in told


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("advise --experience-level ", LEVELS),
        ("advise --target-level ", LEVELS),
        ("explain pmp --pmo-type ", PMO_TYPES),
        ("map --goal ", GOALS),
        ("ask --education ", EDUCATION),
        ("advise --format j", ["json"]),
        ("batch --from ", ["jsonl", "csv", "xlsx", "ods"]),
        (
            "advise --country N",
            ["NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ"],
        ),
        ("catalogue list --status s", ["suspended"]),
        ("catalogue list --type e", ["enterprise"]),
        ("catalogue list --body peo", ["peoplecert"]),
        ("catalogue schema adv", ["advice", "advice-slim"]),
        ("adv", ["advise"]),
        ("advise --experience-l", ["--experience-level"]),
        ("advise --name ", []),
    ],
)
def test_values_are_those_of_the_table_of_facts_and_of_the_catalogue(
    line: str, words: list[str]
) -> None:
    assert offered(f"pmo-path {line}") == list(words)


@pytest.mark.parametrize(
    ("command", "formats"),
    [
        ("advise", "text markdown html pdf docx json ics"),
        ("report", "markdown html pdf docx json ics xlsx"),
        ("map", "text svg json"),
        ("batch", "jsonl csv"),
        ("explain pmp", "text json"),
        ("catalogue list", "text json"),
        ("catalogue show", "text json"),
        ("catalogue compare", "text json"),
    ],
)
def test_every_command_offers_its_formats(command: str, formats: str) -> None:
    assert offered(f"pmo-path {command} --format ") == formats.split()


def test_ids_are_those_of_the_catalogue(catalogue: Catalogue) -> None:
    certifications = list(catalogue.certifications)
    assert offered("pmo-path explain ") == certifications
    assert offered("pmo-path catalogue compare pmp ") == certifications
    assert offered("pmo-path advise --holds ") == ["none", *certifications]
    assert offered("pmo-path advise --role ") == list(catalogue.roles)
    assert {*certifications, *catalogue.roles, *catalogue.bodies, *PMO_TYPES} <= set(
        offered("pmo-path catalogue show ")
    )


def test_another_catalogue_has_other_ids(tmp_path: Path) -> None:
    found = offered(f"pmo-path explain --catalogue {SMALL} ")
    assert found == ["example-foundation", "example-practitioner"]
    assert offered(f"pmo-path explain --catalogue {tmp_path} ") == []


def loaded(*args: str, **env: str) -> set[str]:
    """Return the libraries, and our modules, that a run of the program loads, in a process of its
    own.
    """
    command = [sys.executable, "-X", "importtime", "-m", "pmo_path", *args]
    done = subprocess.run(
        command, env=environment(**env), capture_output=True, text=True, timeout=60, check=True
    )
    names = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    return names | {name.partition(".")[0] for name in names}


SLOW = {"pydantic", "pydantic_core", "yaml", "rich", "jinja2"}
ENGINE = {"pmo_path.answers.advise", "pmo_path.engine.decision"}


@pytest.mark.usefixtures("cached")
def test_completion_loads_little() -> None:
    found = loaded(
        _PMO_PATH_COMPLETE="complete_bash", COMP_WORDS="pmo-path explain p3o", COMP_CWORD="2"
    )
    assert "typer" in found
    assert found & (SLOW | ENGINE) == set()


@pytest.mark.usefixtures("cached")
@pytest.mark.parametrize("args", [("--help",), ("--version",), ("advise", "--help")])
def test_help_loads_little(args: tuple[str, ...]) -> None:
    assert loaded(*args) & (SLOW | ENGINE) == set()


@pytest.mark.usefixtures("cached")
def test_an_advice_as_json_loads_little() -> None:
    facts = (
        "--role",
        "PMO analyst",
        "--years",
        "4",
        "--holds",
        "p3o-foundation@2024-03-01",
        "--budget",
        "900 EUR",
    )
    found = loaded("advise", *facts, "--json")
    assert (
        found & (SLOW | {"hashlib", "pmo_path.contract.cohort", "pmo_path.contract.map"}) == set()
    )


@pytest.mark.usefixtures("cached")
def test_a_report_of_one_person_loads_no_readers_of_tables(tmp_path: Path) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text('{"role": "PMO analyst"}', "utf-8")
    found = loaded("report", str(profile), "-o", str(tmp_path / "report.html"))
    assert "pmo_path.cli.commands.report_one" in found
    tables = {"pmo_path.cli.find_profiles", "pmo_path.cli.report_directory", "csv"}
    assert found & ({"pydantic", "yaml", "rich"} | tables) == set()


@pytest.mark.usefixtures("cached")
def test_an_advice_from_a_json_profile_loads_little(tmp_path: Path) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text('{"role": "PMO analyst", "holds": [], "goals": ["frameworks"]}', "utf-8")
    assert loaded("advise", str(profile), "--json") & SLOW == set()


# --- the shells themselves -----------------------------------------------------------


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(
        shutil.which(shell) is None or not (BIN / "pmo-path").exists(),
        reason=f"{shell} or pmo-path is not installed",
    )


def shell_environment() -> dict[str, str]:
    return environment(PATH=f"{BIN}{os.pathsep}{os.environ['PATH']}", TERM="dumb")


def script(shell: str) -> str:
    env = {**shell_environment(), "_PMO_PATH_COMPLETE": f"source_{shell}"}
    return subprocess.run(
        [BIN / "pmo-path"], env=env, capture_output=True, text=True, check=True
    ).stdout


@needs("bash")
def test_bash_completes() -> None:
    code = f"""{script("bash")}
    COMP_WORDS=(pmo-path explain p3o); COMP_CWORD=2
    _pmo_path_completion pmo-path; echo "${{COMPREPLY[@]}}" """
    done = subprocess.run(
        ["bash", "-c", code], env=shell_environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["p3o-foundation", "p3o-practitioner"]


@needs("fish")
def test_fish_completes(tmp_path: Path) -> None:
    code = f'{script("fish")}\ncomplete -C "pmo-path explain p3o"'
    env = {**shell_environment(), "HOME": str(tmp_path)}
    done = subprocess.run(["fish", "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["p3o-foundation", "p3o-practitioner"]


@needs("zsh")
def test_zsh_completes(tmp_path: Path) -> None:
    (tmp_path / ".zshrc").write_text(
        f"PS1='> '\nautoload -U compinit && compinit -u\n{script('zsh')}", "utf-8"
    )
    env = {**shell_environment(), "ZDOTDIR": str(tmp_path), "HOME": str(tmp_path)}
    shell = pexpect.spawn("zsh", ["-i"], env=env, encoding="utf-8", timeout=30)
    try:
        shell.expect("> ")
        shell.send("pmo-path explain p3o-f\t")
        shell.expect("p3o-foundation")
    finally:
        shell.close(force=True)
