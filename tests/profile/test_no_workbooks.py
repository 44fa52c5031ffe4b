"""What stands in place of a workbook: archives made to harm or broken, and other files."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from workbooks import SHEET, Files, assert_refused, changed, ods, xlsx

from pmo_path.profile.readers.workbook import MAX_UNPACKED, MAX_WORKBOOK

PEOPLE = {"Team": [["name", "role"], ["Ann", "PMO lead"]]}


def flagged(raw: bytes) -> bytes:
    """Return a ZIP whose members say that they need a password."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for entry in archive.infolist():
            entry.flag_bits |= 1
    return raw.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


def lying(raw: bytes) -> bytes:
    """Return a ZIP whose largest member says that it is small."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        size = max(entry.file_size for entry in archive.infolist())
    return raw.replace(struct.pack("<L", size), struct.pack("<L", 1_000))


def as_lzma(raw: bytes) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return target.getvalue()


def archives() -> Files:
    """Return archives by name, each with the code of its error."""
    good = xlsx(PEOPLE)
    return {
        "a bomb.xlsx": (changed(good, {SHEET: b" " * (MAX_UNPACKED + 1)}), "too-large"),
        "a lying bomb.xlsx": (lying(changed(good, {SHEET: b" " * 60_000_000})), "damaged"),
        "half.xlsx": (good[: len(good) // 2], "damaged"),
        "cut.xlsx": (good[:-30], "damaged"),
        "LZMA.xlsx": (as_lzma(good), "damaged"),
        "locked ZIP.xlsx": (flagged(good), "locked"),
        "far too large.xlsx": (b"PK" + b"\0" * MAX_WORKBOOK, "too-large"),
    }


def others() -> Files:
    """Return files that are locked, or no workbooks of the kind that is read."""
    good, old = xlsx(PEOPLE), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    locked = (
        b"<manifest:manifest xmlns:manifest='m'><manifest:encryption-data/></manifest:manifest>"
    )
    return {
        "locked.xlsx": (old + "EncryptedPackage".encode("utf-16-le"), "locked"),
        "locked.ods": (changed(ods(PEOPLE), {"META-INF/manifest.xml": locked}), "locked"),
        "old.xls": (old, "not-a-workbook"),
        "old.xlsx": (old, "not-a-workbook"),
        "text.xlsx": (b"name,role\nAnn,x\n", "not-a-workbook"),
        "a letter.xlsx": (
            changed(good, {"xl/workbook.xml": None, "word/document.xml": b"<x/>"}),
            "not-a-workbook",
        ),
        "nothing.ods": (b"", "empty"),
    }


@pytest.mark.parametrize("files", [archives, others])
def test_it_is_one_clear_error(files: Callable[[], Files], tmp_path: Path) -> None:
    assert_refused(files(), tmp_path)
