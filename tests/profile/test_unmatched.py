"""What people hold and say that the catalogue does not know: it refuses nobody, and is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from program import call
from readings import read
from strategies import facts_of_profiles, shipped

from pmo_path.answers.advise import advise
from pmo_path.answers.explain import explain
from pmo_path.answers.level_map import map_of
from pmo_path.contract.advice import Advice
from pmo_path.core.documents import Document
from pmo_path.core.errors import PmoPathError
from pmo_path.engine.award_validity import holdings
from pmo_path.messages.phrases import headline
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.parse import read_options, read_profile
from pmo_path.profile.profile import Held, OtherCertificate, Profile, Unmatched, with_facts
from pmo_path.profile.vocabulary import Names
from pmo_path.reports import renderer

TODAY = date(2026, 11, 28)
KEEPING = sorted(row.key for row in FACTS if row.keeps)


def invented(key: str) -> st.SearchStrategy[str]:
    """Words that no catalogue knows for a fact, as people might type them."""
    vocabulary = BY_KEY[key].names or key
    words = st.text(st.characters(categories=["L", "N", "Zs"]), min_size=3, max_size=20).map(
        str.strip
    )
    return words.filter(
        lambda word: (
            bool(word)
            and word.casefold() != "none"
            and not any(
                shipped().names.find(one, word) for one in (vocabulary, "other-certificate")
            )
        )
    )


@st.composite
def said(draw: st.DrawFn) -> tuple[dict[str, Any], str, str]:
    """A valid profile, a fact that keeps unknown words, and an invented word for it."""
    key = draw(st.sampled_from(KEEPING))
    rest = {name: one for name, one in facts_of_profiles().items() if name != key}
    return draw(st.fixed_dictionaries({}, optional=rest)), key, draw(invented(key))


def strictly(data: Mapping[str, Any]) -> Profile:
    return read_profile(Document("a profile", dict(data), {}), shipped().names.with_strict(True))


@settings(max_examples=60)
@given(said())
def test_no_invented_word_refuses_a_profile_and_strictly_it_always_does(
    told: tuple[dict[str, Any], str, str],
) -> None:
    data, key, word = told
    profile = read({**data, key: [word] if BY_KEY[key].many else word})
    kept = {one.name for one in profile.holds_other or ()} | {
        one.word for one in profile.unmatched or ()
    }
    assert word.casefold() in {one.casefold() for one in kept}
    with pytest.raises(PmoPathError) as refused:
        strictly({key: [word] if BY_KEY[key].many else word})
    assert {problem.code for problem in refused.value.problems} <= {
        "unknown-value",
        "ambiguous-value",
    }


@settings(max_examples=60)
@given(said())
def test_a_profile_with_invented_words_is_read_back_from_what_it_shows(
    told: tuple[dict[str, Any], str, str],
) -> None:
    data, key, word = told
    profile = read({**data, key: [word] if BY_KEY[key].many else word})
    assert read(profile.plain()) == profile


def answer(advice: Advice) -> Any:
    return advice.routes, advice.considered, advice.missing_facts, advice.career_level


@settings(max_examples=30)
@given(said().filter(lambda told: told[1] not in ("holds", "holds_other")))
def test_an_unknown_word_decides_nothing_and_is_named(
    told: tuple[dict[str, Any], str, str],
) -> None:
    data, key, word = told
    with_word = advise(shipped(), read({**data, key: [word] if BY_KEY[key].many else word}), TODAY)
    assert answer(with_word) == answer(advise(shipped(), read(data), TODAY))
    (caution,) = [one for one in with_word.cautions if one.rule == "unknown-value"]
    assert BY_KEY[key].noun in caution.text


@settings(max_examples=20)
@given(said().filter(lambda told: told[1] == "holds"))
def test_a_certificate_of_another_kind_decides_nothing_and_is_named(
    told: tuple[dict[str, Any], str, str],
) -> None:
    data, _, word = told
    data = {key: value for key, value in data.items() if key != "holds_other"}
    with_word = advise(shipped(), read({**data, "holds": ["pmp", f"other:{word}"]}), TODAY)
    assert answer(with_word) == answer(advise(shipped(), read({**data, "holds": ["pmp"]}), TODAY))
    assert [one.rule for one in with_word.cautions].count("unknown-certificate") == 1
    assert OtherCertificate(word, "other") in (read({"holds": [f"other:{word}"]}).holds_other or ())


def test_a_name_that_a_later_catalogue_knows_is_matched_when_it_is_read() -> None:
    earlier = Names({**shipped().names.words, "certification": {}, "pmo-type": {}})
    document = Document(
        "me", {"holds": ["p3o-foundation@2024-05-31"], "pmo_types": ["tactical"]}, {}
    )
    old = read_profile(document, earlier)
    assert old.holds == ()
    assert old.holds_other == (OtherCertificate("p3o-foundation", None, date(2024, 5, 31)),)
    assert old.unmatched == (Unmatched("pmo_types", "tactical"),)
    assert read(old.plain()) == Profile(
        holds=(Held("p3o-foundation", date(2024, 5, 31)),), holds_other=(), pmo_types=("tactical",)
    )


@pytest.mark.parametrize(
    ("data", "holds", "other"),
    [
        ({}, None, None),
        ({"holds": "none"}, (), None),
        ({"holds": ["pmp"]}, (Held("pmp"),), None),
        ({"holds": ["Tea"]}, (), (OtherCertificate("Tea"),)),
        ({"holds_other": ["Tea"]}, None, (OtherCertificate("Tea"),)),
        ({"holds_other": ["pmp", "Tea"]}, (Held("pmp"),), (OtherCertificate("Tea"),)),
        ({"holds_other": "none"}, None, ()),
        (
            {
                "holds": ["Tea"],
                "holds_other": [{"name": "tea", "kind": "other", "awarded_on": "2024-01-01"}],
            },
            (),
            (OtherCertificate("Tea", "other", date(2024, 1, 1)),),
        ),
    ],
)
def test_what_is_held_stands_where_it_belongs(data: dict[str, Any], holds: Any, other: Any) -> None:
    profile = read(data)
    assert (profile.holds, profile.holds_other) == (holds, other)


@pytest.mark.parametrize(
    ("base", "given", "expected"),
    [
        ({"holds": ["Tea"]}, {"holds": ["none"]}, {"holds": "none"}),
        ({"holds_other": ["Tea"]}, {"holds": ["pmp"]}, {"holds": ["pmp"], "holds_other": ["Tea"]}),
        ({"holds": ["pmp", "Tea"]}, {"holds_other": ["Milk"]}, {"holds": ["pmp", "Milk"]}),
        (
            {"holds": ["pmp", "Tea"]},
            {"pmo_types": ["VMO"]},
            {"holds": ["pmp", "Tea"], "pmo_types": ["VMO"]},
        ),
        ({"pmo_types": ["VMO"]}, {"pmo_types": ["tactical"]}, {"pmo_types": ["tactical"]}),
    ],
)
def test_an_option_wins_over_what_the_file_says_is_held(
    base: Any, given: Any, expected: Any
) -> None:
    assert read_options(given, read(base), shipped().names) == read(expected)


def test_an_answer_keeps_certificates_that_were_said_alone() -> None:
    before = read({"holds_other": ["Tea"]})
    assert with_facts(before, {"holds": ()}) == read({"holds": [], "holds_other": ["Tea"]})


# --- did you mean ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vocabulary", "typed", "meant"),
    [
        ("certification", "MoP", ["mop-foundation", "mop-practitioner"]),
        ("certification", "PRINCE2", ["prince2-foundation", "prince2-practitioner"]),
        ("certification", "prince 2", ["prince2-foundation", "prince2-practitioner"]),
        ("certification", "Praxis", ["praxis-framework"]),
        (
            "certification",
            "Wellingtone",
            ["wellingtone-pmo-leader", "wellingtone-pmo-practitioner"],
        ),
        ("certification", "PMP certification", ["pmp"]),
        ("certification", "p3o foundatoin", ["p3o-foundation"]),
        *[
            ("certification", typed, [])
            for typed in ("CAPM", "PfMP", "IPMA-D", "GSDC", "PPPOM", "APM PMQ", "", "?")
        ],
        ("role", "PMO Lead (contract)", ["pmo-lead"]),
        ("role", "PMO analist", ["pmo-analyst"]),
        ("pmo-type", "VMO", []),
    ],
)
def test_close_names_are_those_that_are_meant(
    vocabulary: str, typed: str, meant: list[str]
) -> None:
    assert shipped().names.close(vocabulary, typed) == meant


def test_explain_says_which_certification_is_meant() -> None:
    done = call("explain", "MoP")
    assert done.code == 2
    assert "mop-foundation or mop-practitioner" in " ".join(done.err.split())


# --- commands ---------------------------------------------------------------------------

UNKNOWN = (
    "--holds",
    "Order of the Chart",
    "--pmo-type",
    "VMO",
    "--reads",
    "klingon",
    "--country",
    "Atlantis",
)


@pytest.mark.parametrize("command", [("advise",), ("explain", "hop-managers"), ("map",)])
def test_unknown_words_are_kept_and_strictly_refused(command: tuple[str, ...]) -> None:
    assert call(*command, "--role", "PMO lead", *UNKNOWN).code == 0
    for place in range(0, len(UNKNOWN), 2):
        assert call(*command, *UNKNOWN[place : place + 2], "--strict").code == 2


def test_files_are_refused_strictly(tmp_path: Path) -> None:
    file = tmp_path / "me.yaml"
    file.write_text("role: PMO lead\nholds: [Order of the Chart]\n")
    table = tmp_path / "team.csv"
    table.write_text(
        "role,holds,holds_other\nPMO lead,Order of the Chart;pmp,project-management:Tea@2024-01-01\n"
    )
    for words in (("advise", file), ("report", file, "-o", tmp_path / "me.md")):
        assert call(*map(str, words), "--strict").code == 3
        assert call(*map(str, words)).code == 0
    assert call("batch", str(table), "--strict").code == 1
    done = call(
        "batch", str(table), "--format", "csv", "--select", "profile.holds,profile.holds_other"
    )
    assert done.out.splitlines()[1] == "pmp,Order of the Chart;project-management:Tea@2024-01-01"


def test_the_interview_asks_for_other_certificates(tmp_path: Path) -> None:
    answers = tmp_path / "answers.txt"
    given = (
        "ask",
        "--level",
        "analyst",
        "--goal",
        "next-level",
        "--experience-accepted",
        "no",
        "--project-years",
        "0",
        "--answers",
        str(answers),
        "--json",
        "--as-of",
        "2026-11-28",
    )
    answers.write_text("another project management certificate\n", encoding="utf-8")
    shown = call(*given, env={"XDG_STATE_HOME": str(tmp_path)}).err
    place = next(
        line.split()[0]
        for line in shown.splitlines()
        if "another project management certificate" in line
    )
    answers.write_text(f"{place}\nOrder of the Chart\n" + "-\n" * 8, encoding="utf-8")
    done = call(*given, env={"XDG_STATE_HOME": str(tmp_path)})
    assert '"name": "Order of the Chart"' in done.out
    assert '"kind": "project-management"' in done.out
    answers.write_text("Order of the Chart\n1\n" + "-\n" * 8, encoding="utf-8")
    done = call(*given, env={"XDG_STATE_HOME": str(tmp_path)})
    assert "Order of the Chart is not known here" in " ".join(done.err.split())
    assert "Which of your other certificates" in done.err
    assert '"kind": "project-management"' in done.out


# --- other certificates count where an owner accepts them --------------------------------


def test_a_requirement_met_on_the_persons_word_says_so() -> None:
    for holds, met in (
        (["MSP Practitioner"], True),
        (["p3o-practitioner@2026-01-01", "MSP Practitioner"], False),
    ):
        told = explain(
            shipped(), "hop-managers", read({"experience_level": "analyst", "holds": holds}), TODAY
        )
        (requirement,) = told.requirements
        assert requirement.eligibility == "met"
        assert (
            requirement.text.startswith("Met on your word, if it is formally recognised: ") is met
        )


def test_who_is_asked_for_the_kind_of_a_certificate_only_where_it_was_not_said() -> None:
    for holds, asked in (
        ([], False),
        (["Tea"], True),
        (["other:Tea"], False),
        (["project-management:Tea"], False),
    ):
        advice = advise(
            shipped(), read({"role": "PMO analyst", "goals": ["next-level"], "holds": holds}), TODAY
        )
        assert ("holds_other" in [one.fact for one in advice.missing_facts]) is asked


# --- a lapsed award keeps its place -------------------------------------------------------

LAPSED = read(
    {"role": "PMO analyst", "goals": ["frameworks"], "holds": ["p3o-practitioner@2022-05-12"]}
)


def test_what_a_lapsed_award_proves_lapses_with_it_in_one_suite_only() -> None:
    found = holdings(shipped(), LAPSED, TODAY)
    assert {name: (one.state, one.proved_by) for name, one in found.items()} == {
        "p3o-practitioner": ("lapsed", None),
        "p3o-foundation": ("lapsed", "p3o-practitioner"),
    }
    proved = shipped().certifications["p3o-foundation"]
    apart = replace(proved, validity=tuple(replace(one, suite=None) for one in proved.validity))
    others = replace(
        shipped(),
        digest="apart",
        certifications={**shipped().certifications, "p3o-foundation": apart},
    )
    assert holdings(others, LAPSED, TODAY)["p3o-foundation"].state == "unknown"


def test_a_lapsed_award_keeps_its_place_everywhere() -> None:
    advice = advise(shipped(), LAPSED, TODAY)
    assert headline(advice) == "Next step: renew P3O Foundation."
    signs = {
        entry.certification: entry.signs
        for row in map_of(advice).rows
        for cell in row.cells
        for entry in cell
    }
    assert signs["p3o-practitioner"] == ("lapsed", "later")
    assert signs["p3o-foundation"] == ("lapsed", "next")
    assert {one.name: one.state for one in advice.holdings} == {
        "P3O Practitioner": "lapsed",
        "P3O Foundation": "lapsed",
    }
    text = renderer("text")(advice, 200)
    assert "WHY NOT THE OTHERS" in text
    assert "P3O Practitioner: " not in text.partition("WHY NOT THE OTHERS")[2]


def test_a_lapsed_prerequisite_reads_the_same_everywhere() -> None:
    profile = read(
        {"role": "PMO manager", "goals": ["set-up-pmo"], "holds": ["p3o-foundation@2020-01-01"]}
    )
    advice = advise(shipped(), profile, TODAY)
    (step,) = [
        step
        for route in advice.routes
        for step in route.steps
        if step.certification == "p3o-practitioner"
    ]
    assert step.ground == "lapsed"
    assert "if a lapsed P3O Foundation is still accepted" in step.entry
    assert "if a lapsed one is accepted" in renderer("markdown")(advice, 80)
    assert "lapsed-prerequisite" in [one.rule for one in advice.cautions]
