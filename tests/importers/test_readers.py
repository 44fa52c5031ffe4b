"""Each reader: what it takes of a file, as it is written there, and what it leaves."""

from __future__ import annotations

import base64
import json
from datetime import date
from typing import Any

import pytest
from strategies import shipped

from pmo_path.core.errors import BadValueError, PmoPathError
from pmo_path.importers.findings import Findings
from pmo_path.importers.plain_words import command_of, degree_level
from pmo_path.importers.recognise import findings_of
from pmo_path.importers.written_dates import goes_on, written_date


def found(data: Any, name: str = "a.json") -> Findings:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return findings_of(raw, name, shipped().names)


def codes(findings: Findings) -> list[str]:
    return [note.code for note in findings.notes]


def token(payload: Any) -> bytes:
    parts = (json.dumps(part).encode() for part in ({"alg": "RS256"}, payload))
    return b".".join([*(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts), b"c2ln"])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("Feb 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("september 2021", date(2021, 9, 1), date(2021, 9, 30)),
        ("Sept 2021", date(2021, 9, 1), date(2021, 9, 30)),
        ("May. 2021", date(2021, 5, 1), date(2021, 5, 31)),
        ("Mar 5, 2021", date(2021, 3, 5), date(2021, 3, 5)),
        (" 2021-03-05 ", date(2021, 3, 5), date(2021, 3, 5)),
        ("2021-03-05T23:59:59+02:00", date(2021, 3, 5), date(2021, 3, 5)),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(text: str, first: date, last: date) -> None:
    when = written_date(text)
    assert when
    assert (when.first, when.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["mrt 2021", "03/2021", "2021-13", "Feb 30, 2021", "21", "x", "- 2021", "٢٠٢١"]
)
def test_another_date_is_refused(text: str) -> None:
    with pytest.raises(BadValueError):
        written_date(text)


def test_what_has_no_end_goes_on_unless_it_has_no_date_at_all() -> None:
    ended = [("2020", ""), ("2020", "Present"), ("", ""), ("2020", "soon"), ("", "today")]
    assert [goes_on(*dates) for dates in ended] == [True, True, False, None, True]


@pytest.mark.parametrize(
    ("degree", "level"),
    [
        ("Bachelor", "bachelor"),
        ("Bachelor of Science - BS", "bachelor"),
        ("B.Sc. (Hons)", "bachelor"),
        ("BFA, Graphic Design", "bachelor"),
        ("HBO Bedrijfskunde", "bachelor"),
        ("Bachelor's degree", "bachelor"),
        ("Master", "postgraduate"),
        ("Master’s degree in History", "postgraduate"),
        ("MBA", "postgraduate"),
        ("PhD", "postgraduate"),
        ("High School Diploma", "secondary"),
        ("Associate's degree", "secondary"),
        ("MBO 4", "secondary"),
    ],
)
def test_a_degree_is_read_where_it_is_plain(degree: str, level: str) -> None:
    assert degree_level(degree) == level


@pytest.mark.parametrize(
    "degree",
    [
        "Scrum Master",
        "MS Office",
        "HBO cursus",
        "Master Class Leadership",
        "Masterclass",
        "Bachelor (not completed)",
        "MSc in progress",
        "MBA candidate",
        "Pre-Master",
        "1st year Bachelor of Arts",
        "Diploma",
        "Certificate",
        "Management Training",
        "",
    ],
)
def test_another_degree_is_left_open(degree: str) -> None:
    assert degree_level(degree) is None


def test_how_well_a_language_is_known_is_read_where_it_is_plain() -> None:
    said = {
        "Native speaker": "native",
        "Native or bilingual proficiency": "native",
        "Full professional proficiency": "yes",
        "FLUENT": "yes",
        "C1": "yes",
        "Elementary proficiency": "no",
        "intermediate": None,
        "B2": None,
        "": None,
    }
    assert {fluency: command_of(fluency) for fluency in said} == said


def test_of_a_resume_only_what_is_needed_is_taken() -> None:
    private = {
        "name": "Ann Secret",
        "email": "a@secret",
        "phone": "1",
        "image": "x",
        "summary": "y",
    }
    work = {"name": "Org", "position": "PMO analyst", "summary": "secret", "startDate": 2020}
    resume = {"basics": {**private, "location": {"countryCode": "NL", "city": "Z"}}, "work": [work]}
    findings = found(resume)
    assert (findings.form, findings.countries[0][0]) == ("json-resume", "NL")
    assert str(findings.positions[0].start) == "2020"
    assert not {"Secret", "secret", "Z", "y"} & set(str(findings).replace("'", " ").split())


def test_parts_of_a_resume_that_are_no_such_parts_are_told() -> None:
    wrong = {"basics": 5, "work": {}, "languages": [[], None], "education": [{"studyType": {}}]}
    findings = found({**wrong, "certificates": [{"name": "PMP", "date": "last week"}]})
    assert sorted(codes(findings)) == ["date-unread", *["part-unread"] * 3]
    assert [award.name for award in findings.awards] == ["PMP"]
    with pytest.raises(PmoPathError) as refused:
        found({"work": [{}] * 1001})
    assert refused.value.code == "too-large"


def test_the_tables_of_an_export_are_told_by_their_header_and_read_by_column() -> None:
    header = "Finished On,Title,Extra,Started On,Company Name\r\n"
    rows = '\r\n,,,,\r\n,"PMO\nanalyst",x,Mar 2021,Org\r\nsoon,Baker,x,2010,B\r\n'
    findings = found(f"\ufeff{header}{rows}".encode(), "Positions (1).CSV")
    first, second = findings.positions
    assert (first.title, str(first.start), first.is_present) == ("PMO analyst", "2021-03", True)
    assert (str(first.origin), second.is_present) == (
        "Positions (1).CSV, column Title (line 4)",
        False,
    )
    assert codes(findings) == ["date-unread"]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("First Name,Birth Date\nAnn,1990\n", "unknown-form"),
        ("", "empty"),
        ("Company Name,Role,Cause\nOrg,Mentor,Youth\n", "unknown-form"),
        ("First Name,Last Name,Company,Position,Connected On\nA,B,C,PMO lead,x\n", "unknown-form"),
        ("Name\nPlanning\n", "unknown-form"),
        ('"First Name","Born"\n"Ann: x",1990\n', "unknown-form"),
        ("Name,Authority,Role\nAnn,x,PMO analyst\n", "team"),
        ("Name,Proficiency\nDutch\n", "ragged"),
        ('Name,Proficiency\n"Dutch', "syntax"),
        ("Name,Proficiency\n" + "Dutch,Native\n" * 1001, "too-large"),
        ("Name,Proficiency\nDutch\0,Native\n", "not-text"),
    ],
)
def test_another_table_is_refused(table: str, code: str) -> None:
    with pytest.raises(PmoPathError) as refused:
        found(table.encode(), "a.csv")
    assert refused.value.code == code


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["Positions.csv", "Posities.txt", "standard input", "x.tsv"])
def test_a_table_is_known_by_its_content_in_any_form(
    separator: str, encoding: str, name: str
) -> None:
    rows = (
        ("Company Name", "Title", "Started On", "Finished On"),
        ("Café", "PMO analyst", "2020", ""),
    )
    raw = "".join(f"{separator.join(row)}\r\n" for row in rows).encode(encoding)
    findings = found(raw, name)
    assert [(one.title, one.organisation) for one in findings.positions] == [
        ("PMO analyst", "Café")
    ]
    assert codes(findings) == (["read-as-western"] if encoding == "cp1252" else [])


def test_a_long_description_is_one_cell() -> None:
    told = '"' + "\n".join(f'- a ""point"" {number}' for number in range(300)) + '"'
    raw = f"Company Name,Title,Description,Started On\nOrg,PMO lead,{told},2020\n".encode()
    assert [position.title for position in found(raw, "a.csv").positions] == ["PMO lead"]


@pytest.mark.parametrize(
    "text",
    ["# name, role\nrole: PMO analyst\n", "holds:\n- pmp\nrole: PMO\n", "{role: PMO, name: A}"],
)
def test_a_profile_whose_first_lines_look_like_a_header_is_one(text: str) -> None:
    assert found(text.encode(), "standard input").form == "profile"


def test_a_badge_of_version_2_gives_its_name_and_days() -> None:
    badge = {"type": "BadgeClass", "id": "https://x/1", "name": "PMP", "criteria": "https://x/c"}
    whole = {"type": ["Assertion"], "badge": badge, "issuedOn": "2024-04-01T23:59:59Z"}
    findings = found({**whole, "expires": "2027", "recipient": {"identity": "secret"}})
    (award,) = findings.awards
    assert (award.name, str(award.when), str(award.until)) == ("PMP", "2024-04-01", "2027")
    assert award.addresses == ("https://x/1", "https://x/c")
    assert (findings.form, codes(findings)) == ("open-badge-2", ["badge-unchecked"])
    assert "secret" not in str(findings)
    assert codes(found({**whole, "revoked": True})) == ["badge-revoked"]
    assert found({**whole, "revoked": True}).awards == ()


def test_a_badge_of_version_3_keeps_the_day_on_which_it_was_first_awarded() -> None:
    subject = {"achievement": [{"name": "PMP"}, {"name": "P3O Foundation"}, {"id": "nameless"}]}
    whole = {"type": "AchievementCredential", "credentialSubject": [subject]}
    findings = found({**whole, "validFrom": "2025-01-01", "awardedDate": "2020-01-01"})
    assert [(award.name, str(award.when)) for award in findings.awards] == [
        ("PMP", "2020-01-01"),
        ("P3O Foundation", "2020-01-01"),
    ]
    assert str(found({**whole, "validFrom": "2025-01-01"}).awards[0].when) == "2025-01-01"


def test_a_signed_badge_is_decoded_and_its_signature_is_said_not_to_be_checked() -> None:
    whole = {"type": "OpenBadgeCredential", "credentialSubject": {"achievement": {"name": "PMP"}}}
    for payload in (whole, {"iss": "x", "vc": whole}):
        findings = found(token(payload) + b"\n", "badge.jwt")
        assert [award.name for award in findings.awards] == ["PMP"]
        assert codes(findings) == ["token-unchecked"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (token([]), "unknown-form"),
        (token({"type": "Assertion"}), "not-a-badge"),
        (b"a.b.c", "syntax"),
        (b"e30.eyJ4.c", "syntax"),
        (b"[1]", "unknown-form"),
        (b'{"shoe": 1}', "unknown-form"),
        (b'{"type": "OpenBadgeCredential"}', "not-a-badge"),
        (b"\x89PNG\r\n\0", "not-text"),
        (b"", "empty"),
    ],
)
def test_what_is_none_of_these_is_refused(raw: bytes, code: str) -> None:
    with pytest.raises(PmoPathError) as refused:
        found(raw, "a.bin")
    assert refused.value.code == code
