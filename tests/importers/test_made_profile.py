"""One profile of several files: merged, contradictions told, every fact with its place."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from paths import IMPORTS
from strategies import profile_data, shipped

from pmo_path.contract.described.imports import IMPORT_NOTES
from pmo_path.contract.profile_import import ProfileImport
from pmo_path.core.documents import Document, read_document
from pmo_path.core.errors import PmoPathError
from pmo_path.importers.commented_profile import commented_profile, read_lines
from pmo_path.importers.made_profile import made_profile
from pmo_path.importers.recognise import findings_of
from pmo_path.importers.work_facts import kind_of_work
from pmo_path.messages.catalog import codes
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.parse import read_profile

DAY = date(2026, 11, 22)
PMO = {"name": "Org", "position": "PMO analyst", "startDate": "2020-11-22"}


def made(*files: Any, day: date = DAY) -> ProfileImport:
    """Return the profile of some documents, or of the files of some names."""
    read = []
    for number, content in enumerate(files, 1):
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        name = f"{number}.csv" if raw.startswith(b"Name,") else f"{number}.json"
        read.append((name, findings_of(raw, name, shipped().names)))
    return made_profile(shipped(), read, day)


def told(profile: ProfileImport) -> set[str]:
    return {note.code for note in profile.notes}


def resume(**parts: Any) -> dict[str, Any]:
    return {"basics": {}, **parts}


def test_the_shipped_example_of_json_resume() -> None:
    profile = made((IMPORTS / "json-resume" / "sample.resume.json").read_bytes())
    assert profile.profile == {"country": "US", "education": "bachelor", "reads": ["en"]}
    assert told(profile) == {"no-present-position", "titles-not-counted"}


def test_an_export_a_resume_and_badges_make_one_profile() -> None:
    files = [*sorted((IMPORTS / "linkedin").iterdir()), *sorted((IMPORTS / "badges").iterdir())]
    read = [
        (file.name, findings_of(file.read_bytes(), file.name, shipped().names))
        for file in [IMPORTS / "json-resume" / "pmo.json", *files]
    ]
    whole = made_profile(shipped(), read, DAY)
    assert whole.profile == {
        "role": "PMO Analyst",
        "country": "NL",
        "years_in_pmo": "5.6-7.7",
        "years_in_projects": "8.6-10.9",
        "holds": [
            {"certification": "hop-analysts", "awarded_on": "2023-02-03"},
            {"certification": "p3o-foundation", "awarded_on": "2022-05-12"},
            {"certification": "p3o-practitioner", "awarded_on": "2024-04-01"},
            {"certification": "pmi-pmocp", "awarded_on": "2024-06"},
            {"certification": "pmp", "awarded_on": "2023-06-01"},
        ],
        "holds_complete": "no",
        "holds_other": [
            {"name": "Certified Basket Weaver", "awarded_on": "2020-01"},
            {"name": "Sourdough Diploma", "awarded_on": "2015-01-01"},
        ],
        "education": "bachelor",
        "reads": ["nl", "en"],
    }
    assert {"award-not-yet", "award-until", "badge-unchecked", "holds-open"} <= told(whole)
    text = json.dumps([commented_profile(whole), read_lines(whole), repr(whole)])
    for private in (
        "Secret",
        "secret",
        "Bridges",
        "Utrecht",
        "@example",
        "+31",
        "GR000000",
        "1990",
    ):
        assert private not in text
    told_of = {entry.fact for entry in whole.read} | {"holds_complete"}
    assert told_of == set(whole.profile)


def test_a_position_in_two_files_counts_once_at_its_more_precise_dates() -> None:
    rough = resume(work=[{**PMO, "startDate": "2020"}])
    assert made(rough).profile["years_in_pmo"] == "5.8-6.9"
    both = made(rough, resume(work=[PMO]))
    assert both.profile["years_in_pmo"] == 6
    assert [entry.read_in.file for entry in both.read if entry.fact == "role"] == [
        "1.json",
        "2.json",
    ]


def test_the_same_position_with_other_dates_leaves_the_years_open() -> None:
    both = made(resume(work=[PMO]), resume(work=[{**PMO, "startDate": "2018-01"}]))
    assert "years_in_pmo" not in both.profile
    assert both.profile["role"] == "PMO analyst"
    assert {"positions-differ", "years-disputed"} <= told(both)


@pytest.mark.parametrize(
    ("work", "role", "code"),
    [
        ([PMO, {"position": "Baker", "startDate": "2020"}], "PMO analyst", "role-of-several"),
        ([PMO, {"position": "PMO Manager", "startDate": "2020"}], None, "roles-differ"),
        ([PMO, {"position": "pmo ANALYST", "startDate": "2021"}], "PMO analyst", None),
        ([{**PMO, "endDate": "2026-01-01"}], None, "no-present-position"),
        ([{**PMO, "endDate": "2027-01-01"}], "PMO analyst", None),
        ([{**PMO, "endDate": "soon"}], None, "no-present-position"),
        ([{**PMO, "startDate": "2027"}], None, "position-later"),
        ([{"position": "Baker"}, {"position": "Cook"}], None, "roles-differ"),
    ],
)
def test_the_title_is_that_of_the_present_position(
    work: Any, role: str | None, code: str | None
) -> None:
    profile = made(resume(work=work, certificates=[{"name": "PMP"}]))
    assert profile.profile.get("role") == role
    assert {code} - {None} <= told(profile)
    if code is None:
        assert not {"role-of-several", "roles-differ", "no-present-position"} & told(profile)


@pytest.mark.parametrize(
    "broken",
    [{"startDate": "soon"}, {"endDate": "soon"}, {"startDate": ""}, {"endDate": "2010-01-01"}],
)
def test_a_position_that_cannot_be_dated_leaves_the_years_open(broken: dict[str, str]) -> None:
    profile = made(resume(work=[PMO, {**PMO, "position": "PMO Manager", **broken}]))
    assert not {"years_in_pmo", "years_in_projects"} & set(profile.profile)
    assert "years-undated" in told(profile)


def test_what_a_title_is_counted_for() -> None:
    known = {
        "PMO analyst": "pmo",
        "Senior PMO Analyst Blockchain": "pmo",
        "Project manager": "delivery",
        "Baker": "other",
    }
    assert {title: kind_of_work(shipped(), title) for title in known} == known
    delivery = made(resume(work=[{**PMO, "position": "Project manager"}]))
    assert delivery.profile == {"role": "Project manager", "years_in_projects": 6}


def test_a_degree_is_taken_only_where_it_is_plain_that_it_is_the_highest() -> None:
    bachelor = {"studyType": "Bachelor", "startDate": "2010", "endDate": "2014"}
    unclear = {"studyType": "Leadership Diploma", "endDate": "2015"}
    started = {"studyType": "Master", "startDate": "2025"}
    straddling = {"studyType": "Master", "startDate": "2025", "endDate": "2026"}
    school = {"studyType": "High school"}
    cases = [
        ([bachelor, school], "bachelor", set()),
        ([bachelor, started], "bachelor", {"degree-not-yet"}),
        ([bachelor, straddling], None, {"degree-unclear"}),
        ([bachelor, unclear], None, {"degree-unclear"}),
        ([{**started, "endDate": "2026-11-22"}, unclear], "postgraduate", set()),
        (
            [{"studyType": "PhD"}, {**school, "startDate": "2026", "endDate": "x"}],
            "postgraduate",
            set(),
        ),
    ]
    for education, level, noted in cases:
        profile = made(resume(education=education, certificates=[{"name": "PMP"}]))
        assert profile.profile.get("education") == level, education
        assert {note.code for note in profile.notes if note.fact == "education"} == noted


def test_languages_are_taken_only_where_the_list_is_plainly_all() -> None:
    native, fluent = {"language": "Dutch", "fluency": "Native"}, {"language": "en", "fluency": "C1"}
    no, unclear = {"language": "French", "fluency": "A1"}, {"language": "German"}
    cases = [
        ([native, fluent, no], ["nl", "en"], "language-too-little"),
        ([fluent], None, "no-mother-tongue"),
        ([native, unclear], None, "language-unclear"),
        ([native, {"language": "Klingon", "fluency": "C1"}], None, "language-unclear"),
        ([native, {**native, "fluency": "basic"}], None, "languages-differ"),
    ]
    for languages, reads, code in cases:
        profile = made(resume(languages=languages, certificates=[{"name": "PMP"}]))
        assert profile.profile.get("reads") == reads
        assert {note.code for note in profile.notes if note.fact == "reads"} == {code} - {None}


def test_a_language_known_too_little_for_an_exam_is_told() -> None:
    table = b"""Name,Proficiency
Dutch,Native or bilingual proficiency
English,Limited working proficiency
German,Elementary proficiency
"""
    findings = findings_of(table, "Languages.csv", shipped().names)
    profile = made_profile(shipped(), [("Languages.csv", findings)], DAY)
    assert profile.profile["reads"] == ["nl"]
    (note,) = (note for note in profile.notes if note.fact == "reads")
    assert note.text == (
        "Not among the languages you read, as this is too little to sit an exam: English (Limited "
        "working proficiency) and German (Elementary proficiency) (Languages.csv, column Name "
        "(line 3) and Languages.csv, column Name (line 4))."
    )


def test_what_a_resume_holds_is_never_said_to_be_all() -> None:
    profile = made(resume(certificates=[{"name": "PMP"}, {"name": "PRINCE 99", "date": "2020"}]))
    assert profile.profile == {
        "holds": ["pmp"],
        "holds_complete": "no",
        "holds_other": [{"name": "PRINCE 99", "awarded_on": "2020"}],
    }
    assert "holds_complete" in profile.open
    others = made(resume(certificates=[{"name": "Basket weaving"}]))
    assert others.profile == {"holds_other": ["Basket weaving"]}
    assert "holds" in others.open


def test_a_profile_of_ones_own_is_followed_and_completed() -> None:
    own = {"name": "Ann", "role": "PMO Manager", "goals": ["basics"], "holds": ["p3o-foundation"]}
    badge = {"type": "Assertion", "badge": {"name": "PMP"}, "issuedOn": "2024-01-01"}
    whole = made(own, badge, resume(work=[PMO]))
    assert whole.profile == {
        "name": "Ann",
        "role": "PMO Manager",
        "years_in_pmo": 6,
        "years_in_projects": 6,
        "holds": ["p3o-foundation", {"certification": "pmp", "awarded_on": "2024-01-01"}],
        "goals": ["basics"],
    }
    assert {"held-besides", "own-word"} <= told(whole)
    again = made({"years_in_pmo": "5-7", "holds": []}, resume(work=[PMO]))
    assert (again.profile["years_in_pmo"], again.profile["holds"]) == ("5-7", [])
    assert not told(again)


def test_files_that_contradict_each_other_leave_the_fact_open() -> None:
    countries = [resume(basics={"location": {"countryCode": code}}) for code in ("NL", "GB")]
    assert told(made(*countries, {"role": "PMO"})) == {"contradiction"}
    assert made(*countries, {"country": "BE"}).profile == {"country": "BE"}
    own = made({"role": "PMO", "education": "bachelor"}, {"role": "Head of PMO"})
    assert own.profile == {"education": "bachelor"}
    unknown = made(resume(basics={"location": {"countryCode": "Atlantis"}}))
    assert (unknown.profile, told(unknown)) == ({}, {"country-unknown"})


def test_too_many_entries_of_all_files_are_refused() -> None:
    with pytest.raises(PmoPathError) as refused:
        made(*[resume(certificates=[{"name": "PMP"}] * 600)] * 2)
    assert refused.value.code == "too-large"


@given(profile_data())
def test_a_profile_alone_is_made_into_itself_and_reads_back(data: dict[str, Any]) -> None:
    names = shipped().names
    if isinstance(data.get("id"), int):  # YAML has text alone
        data["id"] = str(data["id"])
    profile = read_profile(Document("a", data, {}), names)
    if not profile.plain():
        return
    whole = made(profile.plain())
    assert read_profile(Document("b", whole.profile, {}), names) == profile
    again = read_document(commented_profile(whole).encode(), "me.yaml")
    assert read_profile(again, names) == profile


_KEYS = st.sampled_from(
    "basics work education certificates languages location countryCode position name startDate "
    "endDate studyType date language fluency type badge id criteria issuedOn credentialSubject "
    "achievement validFrom expires revoked vc".split()
)
_WORDS = st.sampled_from(
    "PMO analyst|PMP|2020|2020-13|NL|Native|Assertion|BadgeClass|OpenBadgeCredential|"
    "AchievementCredential|Bachelor|https://x/1|\u202e".split("|")
)
_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=25,
)


@given(st.dictionaries(_KEYS, _ANY, max_size=6), st.dictionaries(_KEYS, _ANY, max_size=6))
def test_whatever_is_in_a_document_it_is_read_or_refused(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    try:
        whole = made(one, other)
    except PmoPathError:
        return
    names = shipped().names
    read = read_profile(Document("made", whole.profile, {}), names)
    assert read.plain() == whole.profile


@given(st.text(max_size=80), st.text(max_size=80))
def test_whatever_a_file_says_becomes_no_other_fact(title: str, name: str) -> None:
    """A title or a name is only ever itself in the YAML, whatever it holds."""
    data = resume(work=[{**PMO, "position": title}], certificates=[{"name": name}])
    try:
        whole = made(json.dumps(data, ensure_ascii=True).encode())
    except PmoPathError:  # half a character
        return
    text = commented_profile(whole)
    read = yaml.safe_load(text)
    assert set(read or {}) == set(whole.profile)
    assert set(whole.profile) <= {
        *("role", "years_in_pmo", "years_in_projects", "holds", "holds_complete", "holds_other")
    }


def test_every_note_has_a_sentence_and_a_meaning() -> None:
    sentences = {code.removeprefix("import-") for code in codes() if code.startswith("import-")}
    assert set(IMPORT_NOTES) <= sentences
    assert set(BY_KEY) >= set(made(resume(work=[PMO])).open)
