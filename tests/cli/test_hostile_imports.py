"""Files made to harm, or broken, given to `profile`: refused, or read without effect."""

from __future__ import annotations

from pathlib import Path

import pytest
from archives import archive
from program import call

DAY = ("--as-of", "2026-11-22")


def test_hostile_archives_are_refused_or_inert(tmp_path: Path) -> None:
    """What the one reader of archives refuses, `core/test_archives.py` tries."""
    table = "Company Name,Title,Started On\nOrg,PMO analyst,Jan 2020\n"
    outside = archive(tmp_path / "outside.zip", {"../../Positions.csv": table, "/etc/x": "x"})
    assert call("profile", outside, *DAY).code == 0
    assert not (tmp_path.parent / "Positions.csv").exists()
    (cut := tmp_path / "cut.zip").write_bytes(outside.read_bytes()[:-30])
    (nothing := tmp_path / "nothing.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    tables = {"a/Positions.csv": table, "b\\Positions.csv": table}
    large = {"Positions.csv": table + "Org,PMO analyst,Jan 2020\n" * 200_000}
    for file, code in (
        (cut, "damaged"),
        (nothing, "unknown-form"),
        (archive(tmp_path / "bomb.zip", {"Positions.csv": b"0" * 50_000_000}), "too-large"),
        (archive(tmp_path / "large.zip", large), "too-large"),
        (archive(tmp_path / "twice.zip", tables), "given-twice"),
        (archive(tmp_path / "other.zip", {"Profile.csv": table}), "unknown-form"),
    ):
        done = call("profile", file, *DAY)
        assert (done.code, done.out) == (3, "")
        assert f"[{code}]" in done.err, (file, done.err)


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("deep.json", b'{"work":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "too-deep"),
        ("many.json", b'{"work":[' + b'{"position":"PMO"},' * 200_000 + b"{}]}", "too-large"),
        ("nul.json", b'{"work":\0[]}', "not-text"),
        ("half.csv", "Name,Proficiency\nDutch,Native\n".encode("utf-16")[:-1], "not-text"),
        ("rows.csv", b"Name,Proficiency\n" + b"a,b\n" * 900_000, "too-large"),
        ("blank.csv", b"Name,Proficiency\n" + b",\n" * 1_000_000, "nothing-read"),
        ("quote.csv", b'Name,Proficiency\n"' + b"x\n" * 1_000_000, "syntax"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0", "not-text"),
        ("token.jwt", b"a." + b"A" * 3_000_000 + b".c", "not-text"),
    ],
)
def test_hostile_documents_are_refused(tmp_path: Path, name: str, raw: bytes, code: str) -> None:
    file = tmp_path / name
    file.write_bytes(raw)
    done = call("profile", file, *DAY)
    assert (done.code, done.out) == (3, "")
    assert f"[{code}]" in done.err
