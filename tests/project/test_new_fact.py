"""A made-up fact is one row and one typed field: everything else finds it by itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from copied_program import changed, copied, printed, run_copy
from paths import DOCS

from pmo_path.conditions.syntax import HOLDS, MEMBERS, NUMBERS, ORDERED


@dataclass(frozen=True)
class NewFact:
    """One made-up fact: what a contributor writes, and what is said of it and found then."""

    row: str
    field: str
    condition: str  # an entry requirement
    short: Any  # a value that does not meet it
    met: Any  # the first value that does
    rule: Any  # a value to which the rule below applies
    question: str
    reply: str  # what is typed at it for `met`
    words: str  # `met` in a report


FACTS = {
    "towers_built": NewFact(
        row="""    Row(
        key="towers_built",
        kind="number",
        options=("--towers-built",),
        noun="the number of towers you built",
        help="How many towers you built.",
        question="How many towers have you built?",
        why="one owner asks for towers",
        most=99,
        change="up",
        effort=1,
    ),
""",
        field="    towers_built: Range | None = None\n",
        condition="at least 3",
        short=2,
        met=3,
        rule=50,
        question="How many towers have you built?",
        reply="3",
        words="3",
    ),
    "craft": NewFact(
        row="""    Row(
        key="craft",
        kind="choice",
        options=("--craft",),
        noun="your craft",
        help="How far you are in your craft.",
        question="How far are you in your craft?",
        why="one owner asks for a craft",
        values=("apprentice", "journeyman", "master"),
        says={"apprentice": "in training", "journeyman": "trained", "master": "a trainer"},
        change="up",
        effort=1,
    ),
""",
        field="    craft: str | None = None\n",
        condition="at least journeyman",
        short="apprentice",
        met="journeyman",
        rule="master",
        question="How far are you in your craft?",
        reply="2",
        words="journeyman (trained)",
    ),
    "tools": NewFact(
        row="""    Row(
        key="tools",
        kind="choices",
        options=("--tool",),
        noun="the tools you own",
        help="Tool that you own; repeatable.",
        question="Which tools do you own?",
        why="one owner asks for tools",
        names="tool",
        values=("hammer", "trowel", "plumb-line"),
        change="any",
        effort=1,
    ),
""",
        field="    tools: tuple[str, ...] | None = None\n",
        condition="includes trowel",
        short=["hammer"],
        met=["trowel"],
        rule=["plumb-line"],
        question="Which tools do you own?",
        reply="2",
        words="trowel",
    ),
}
MET = {key: fact.met for key, fact in FACTS.items()}
RULE = """  - id: z-builders
    if:
      any:
        - towers_built: is 50
        - craft: is master
        - tools: includes plumb-line
    caution: true
    because: Builders are welcome.
    judgement: ours
    examples:
      applies:
        - facts: {craft: master}
      does_not:
        - facts: {towers_built: 51}
"""
DAY = "2026-11-22"
MANAGER = {
    "experience_level": "manager",
    "holds": [],
    "years_in_projects": 5,
    "pmo_education_hours": 99,
}
# To somebody who says this, and two of the facts, only the third makes a difference.
KNOWN = (
    *("--level", "analyst", "--project-years", "5", "--pmo-education-hours", "99", "--years", "5"),
    *("--holds", "hop-analysts", "--holds", "p3o-foundation", "--reads", "en"),
    *("--pmo-type", "tactical", "--goal", "basics", "--works-with", "own", "--country", "GB"),
)
OPTIONS = {
    "towers_built": ("--towers-built", "3"),
    "craft": ("--craft", "journeyman"),
    "tools": ("--tool", "trowel"),
}
each_fact = pytest.mark.parametrize("key", FACTS)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the facts, where PMI-PMOCP asks for them instead of a diploma."""
    copy = copied(tmp_path_factory.mktemp("program"))
    rows, fields = (fact.row for fact in FACTS.values()), (fact.field for fact in FACTS.values())
    table_end, last_field = ")\n\nBY_KEY", "    aspirations: str | None = None\n"
    changed(copy / "pmo_path/profile/facts.py", table_end, "".join(rows) + table_end)
    changed(copy / "pmo_path/profile/profile.py", last_field, last_field + "".join(fields))
    catalogue = copy / "data" / "certifications.yaml"
    head, start, rest = catalogue.read_text(encoding="utf-8").partition("  - id: pmi-pmocp\n")
    needs = ", ".join(f"{{{key}: {fact.condition}}}" for key, fact in FACTS.items())
    rest = rest.replace("education: at least secondary", f"all: [{needs}]", 1)
    catalogue.write_text(head + start + rest, encoding="utf-8")
    with (copy / "data" / "rules.yaml").open("a", encoding="utf-8") as rules:
        rules.write(RULE)
    return copy


def batch(program: Path, people: str, suffix: str = "jsonl") -> list[dict[str, Any]]:
    """Return the advice to several people, given as the text of a file."""
    done, _ = run_copy(
        program, "batch", "-", "--from", suffix, "--as-of", DAY, "--quiet", stdin=people
    )
    return [json.loads(line)["advice"] for line in done.splitlines()]


def advised(program: Path, *people: Mapping[str, Any]) -> list[dict[str, Any]]:
    return batch(program, "".join(json.dumps(person) + "\n" for person in people))


def test_it_is_an_option_with_its_help(program: Path) -> None:
    said, _ = run_copy(program, "advise", "--help")
    for help_text in ("How many towers you built.", "How far you are in your craft.", "Tool that"):
        assert help_text in said
    options = ("--towers-built", "2-4", "--craft", "Master", "--tool", "trowel", "--tool", "hammer")
    profile = printed(program, "advise", *options, "--json", "--as-of", DAY)["profile"]
    told = {"towers_built": "2-4", "craft": "master", "tools": ["hammer", "trowel"]}
    assert profile == told


def test_it_is_read_from_every_kind_of_file(program: Path) -> None:
    for text in ("towers_built: 3\ncraft: journeyman\ntools: [trowel]\n", json.dumps(MET)):
        said = printed(program, "advise", "-", "--json", "--as-of", DAY, stdin=text)
        assert said["profile"] == MET
    sheet = "towers_built,craft,tools\n3,journeyman,trowel\n"
    for suffix, text in (("csv", sheet), ("jsonl", json.dumps(MET))):
        assert [said["profile"] for said in batch(program, text, suffix)] == [MET]


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--towers-built", "100", "at most 99"),
        ("--craft", "mastr", "master"),
        ("--tool", "saw", "hammer, trowel, plumb-line"),
    ],
)
def test_a_wrong_value_is_refused(program: Path, option: str, value: str, why: str) -> None:
    with pytest.raises(AssertionError, match=why):
        run_copy(program, "advise", option, value)


def test_it_is_in_the_schemas(program: Path) -> None:
    told = printed(program, "catalogue", "schema", "profile")["properties"]
    assert told["towers_built"]["anyOf"][0]["maximum"] == 99
    assert told["craft"]["anyOf"][0]["enum"] == ["apprentice", "journeyman", "master"]
    assert told["tools"]["description"] == "Tool that you own; repeatable. One, or a list of them."
    advice = printed(program, "catalogue", "schema", "advice")["properties"]["profile"]
    assert advice["properties"]["craft"]["enum"] == ["apprentice", "journeyman", "master"]
    assert {*FACTS} < {*advice["properties"]}


@each_fact
def test_entry_requirements_read_it_and_it_is_missed_and_may_change(
    program: Path, key: str
) -> None:
    known, fact = {**MANAGER, **MET}, FACTS[key]
    unsaid = {name: value for name, value in known.items() if name != key}
    people = (known, {**known, key: fact.short}, unsaid, {**known, key: fact.met})
    met, short, missed, again = advised(program, *people)
    assert [about(said)["verdict"] for said in (met, short, missed)] == [
        "alternative",
        "not_eligible",
        "alternative",
    ]
    assert again == met
    assert key in [open_fact["fact"] for open_fact in missed["missing_facts"]]
    assert key not in [open_fact["fact"] for open_fact in met["missing_facts"]]
    (change,) = about(short)["smallest_change"]
    assert (change["fact"], change["from"], change["to"]) == (key, fact.short, fact.met)


def about(advice: dict[str, Any]) -> dict[str, Any]:
    (found,) = (one for one in advice["considered"] if one["certification"] == "pmi-pmocp")
    return dict(found)


def test_an_explanation_says_what_would_change(program: Path) -> None:
    short = ("--towers-built", "2", "--craft", "apprentice", "--tool", "hammer")
    said, _ = run_copy(program, "explain", "pmi-pmocp", "--as-of", DAY, *KNOWN, *short)
    for change in (
        "the number of towers you built (3; now: 2)",
        "your craft (trained; now: in training)",
        "the tools you own (trowel; now: hammer)",
    ):
        assert change in said


@each_fact
def test_rules_read_it(program: Path, key: str) -> None:
    values = (FACTS[key].rule, FACTS[key].met)
    builder, other = advised(program, *({**MANAGER, key: value} for value in values))
    assert "z-builders" in [caution["rule"] for caution in builder["cautions"]]
    assert "z-builders" not in [caution["rule"] for caution in other["cautions"]]


@each_fact
def test_the_interview_asks_it(program: Path, key: str) -> None:
    fact = FACTS[key]
    known = [word for name in FACTS if name != key for word in OPTIONS[name]]
    args = ("ask", "--answers", "-", "--as-of", DAY, "--json", *KNOWN, *known)
    out, err = run_copy(program, *args, stdin=f"{fact.reply}\n")
    assert f"Question 1; the last one.\n{fact.question}\n" in err
    assert "Why we ask: one owner asks for" in err
    assert json.loads(out)["profile"][key] == fact.met


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_a_report_says_that_it_was_said(program: Path, suffix: str) -> None:
    person, target = program / "me.json", program / f"report.{suffix}"
    person.write_text(json.dumps({"experience_level": "manager", **MET}), encoding="utf-8")
    run_copy(program, "report", str(person), "-o", str(target), "--as-of", DAY)
    text = target.read_text(encoding="utf-8")
    for label in ("Number of towers you built", "Craft", "Tools you own"):
        assert label in text
    for fact in FACTS.values():
        assert fact.words in text


def test_the_format_of_the_catalogue_names_every_fact_that_conditions_read() -> None:
    text = (DOCS / "catalogue.md").read_text(encoding="utf-8")
    section = text.partition("\n## Conditions\n")[2].partition("\n## ")[0]
    facts = (*NUMBERS, *ORDERED, *MEMBERS, HOLDS)
    assert [fact for fact in facts if f"`{fact}`" not in section] == []
