"""What people hold and say that the catalogue does not know: it refuses nobody, and is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from program import answer as answered
from program import call
from readings import read
from strategies import facts_of_profiles, shipped
from tried import tried

from pmo_path.answers.advise import advise
from pmo_path.contract.advice import Advice
from pmo_path.core.documents import Document
from pmo_path.core.errors import PmoPathError
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.parse import read_options, read_profile
from pmo_path.profile.profile import Held, OtherCertificate, Profile, Unmatched, with_facts
from pmo_path.profile.vocabulary import MOST_CERTIFICATES, MOST_CLOSE, Names

TODAY = date(2026, 11, 28)
KEEPING = sorted(row.key for row in FACTS if row.keeps)


@cache
def invented(key: str) -> st.SearchStrategy[str]:
    """Words that no catalogue knows for a fact, as people might type them."""
    vocabulary = BY_KEY[key].names or key
    words = st.text(st.characters(categories=["L", "N", "Zs"]), min_size=3, max_size=20).map(
        str.strip
    )
    unknown = words.filter(
        lambda word: (
            bool(word)
            and word.casefold() != "none"
            and not any(
                shipped().names.find(one, word) for one in (vocabulary, "other-certificate")
            )
        )
    )
    return unknown.map("{}=90 GBP".format) if BY_KEY[key].kind == "prices" else unknown


@st.composite
def said(draw: st.DrawFn) -> tuple[dict[str, Any], str, str]:
    """A valid profile, a fact that keeps unknown words, and an invented word for it."""
    key = draw(st.sampled_from(KEEPING))
    return draw(without(key)), key, draw(invented(key))


@cache
def without(key: str) -> st.SearchStrategy[dict[str, Any]]:
    rest = {name: one for name, one in facts_of_profiles().items() if name != key}
    return st.fixed_dictionaries({}, optional=rest)


def strictly(data: Mapping[str, Any]) -> Profile:
    return read_profile(Document("a profile", dict(data), {}), shipped().names.with_strict(True))


@settings(max_examples=tried(60))
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


@settings(max_examples=tried(60))
@given(said())
def test_a_profile_with_invented_words_is_read_back_from_what_it_shows(
    told: tuple[dict[str, Any], str, str],
) -> None:
    data, key, word = told
    profile = read({**data, key: [word] if BY_KEY[key].many else word})
    assert read(profile.plain()) == profile


def answer(advice: Advice) -> Any:
    return advice.routes, advice.considered, advice.missing_facts, advice.career_level


@settings(max_examples=tried(30))
@given(said().filter(lambda told: told[1] not in ("holds", "holds_other")))
def test_an_unknown_word_decides_nothing_and_is_named(
    told: tuple[dict[str, Any], str, str],
) -> None:
    data, key, word = told
    with_word = advise(shipped(), read({**data, key: [word] if BY_KEY[key].many else word}), TODAY)
    assert answer(with_word) == answer(advise(shipped(), read(data), TODAY))
    (caution,) = [one for one in with_word.cautions if one.rule == "unknown-value"]
    assert BY_KEY[key].noun in caution.text


@settings(max_examples=tried(20))
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
        ("certificate", "MoP", ["mop-foundation", "mop-practitioner"]),
        ("certificate", "PRINCE2", ["prince2-foundation", "prince2-practitioner"]),
        (
            "certificate",
            "PRINCE2 Agile",
            ["prince2-agile-foundation", "prince2-agile-practitioner"],
        ),
        ("certificate", "Praxis", ["praxis-framework"]),
        ("certificate", "MSP", ["msp-foundation", "msp-practitioner"]),
        ("certificate", "M_o_R", ["m-o-r-foundation", "m-o-r-practitioner"]),
        ("certificate", "AgilePM", ["agilepm-foundation", "agilepm-practitioner"]),
        ("certificate", "IPMA", ["ipma-pmo", "ipma-a", "ipma-b", "ipma-c", "ipma-d"]),
        (
            "certificate",
            "House of PMO",
            ["hop-administrators", "hop-analysts", "hop-directors", "hop-managers"],
        ),
        *[
            (vocabulary, typed, [])
            for vocabulary in ("certificate", "certification")
            for typed in ("Certified Associate", "PMO", "Project Management", "Practitioner")
        ],
        ("certificate", "Certified Associate PMO", ["pmogi-ca-pmo"]),
        ("certificate", "PMO Certified Practitoner", ["pmo-cp"]),
        ("certificate", "CAPM certification", ["capm"]),
        ("certificate", "capm exam", ["capm"]),
        ("certificate", "APM PMQ 2026", ["apm-pmq"]),
        ("certificate", "P3O Practicioner", ["p3o-practitioner"]),
        *[
            ("certificate", typed, [])
            for typed in ("CAPN", "PPPOM", "PMI-CP", "PPM", "CCPM", "CSM", "???")
        ],
        ("role", "PMO Lead (contract)", ["pmo-lead"]),
        ("role", "PMO analist", ["pmo-analyst"]),
        ("pmo-type", "VMO", []),
    ],
)
def test_close_names_are_those_that_are_meant(
    vocabulary: str, typed: str, meant: list[str]
) -> None:
    most = MOST_CERTIFICATES if vocabulary == "certificate" else MOST_CLOSE
    assert shipped().names.close(vocabulary, typed, most) == meant


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("CAPM", "capm"),
        ("APM PMQ", "apm-pmq"),
        ("PgMP", "pgmp"),
        ("ITIL 4", "itil"),
        ("IPMA-C", "ipma-c"),
        ("ChPP", "apm-chpp"),
        ("PMI-CP", "pmi-cp"),
        ("pmi pmo", "pmi-pmo"),
        ("PMI Certified in PMO", "pmi-pmo"),
    ],
)
def test_what_is_known_of_a_certificate_outside_the_catalogue_is_told(typed: str, id_: str) -> None:
    for words in (("explain", typed), ("catalogue", "show", typed)):
        told = answered("term", *words, "--as-of", TODAY.isoformat())
        assert told["id"] == id_
        assert told["facts"]
        assert told["sources"]


@pytest.mark.parametrize("typed", ["PMI-CP", "pmi cp", "PMI-PMO", "PMI Certified in PMO"])
def test_a_mistaken_name_is_answered_and_never_read_as_what_is_meant(typed: str) -> None:
    advice = advise(shipped(), read({"role": "PMO analyst", "holds": [typed]}), TODAY)
    (held,) = advice.holdings
    assert (held.name, held.certification, held.kind) == (typed, None, None)
    (caution,) = [one for one in advice.cautions if one.rule == "unknown-certificate"]
    assert "for the PMO it is PMI-PMOCP" in caution.text
    done = call("catalogue", "compare", typed, "PMP")
    assert done.code == 2
    assert "for the PMO it is PMI-PMOCP" in " ".join(done.err.split())


def test_explain_says_which_certification_is_meant() -> None:
    done = call("explain", "MoP")
    assert done.code == 2
    assert "mop-foundation or mop-practitioner" in " ".join(done.err.split())
