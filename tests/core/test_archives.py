"""The one reader of ZIP archives: what is taken of them, and what is refused."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest

from pmo_path.core.archives import MAX_MEMBERS, is_archive, member_names, members, packed
from pmo_path.core.errors import PmoPathError

SMALL = 1_000


def archive(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", method) as file:
        warnings.simplefilter("ignore")  # of a name that is given twice
        for name, content in entries:
            file.writestr(name, content)
    return target.getvalue()


def with_flag(raw: bytes) -> bytes:
    """Return an archive whose members say that they need a password."""
    return raw.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


def end(listed: int) -> bytes:
    return b"PK\x05\x06" + bytes(8) + listed.to_bytes(4, "little") + bytes(6)


def whole(name: str) -> str | None:
    return name if name != "left" else None


def base(name: str) -> str:
    return name.rpartition("/")[2]


def test_wanted_members_are_read_from_memory_or_a_file_by_their_keys() -> None:
    raw = archive(("../../a", b"1"), ("b", b"2"), ("left", b"3" * 5_000))
    assert is_archive(raw)
    for source in (raw, io.BytesIO(raw)):
        assert members(source, "x", whole, SMALL) == {"../../a": b"1", "b": b"2"}
        assert member_names(source, "x") == ["../../a", "b", "left"]
    again = packed({"a": b"1"}).read()
    assert members(again, "x", whole, SMALL) == {"a": b"1"}
    assert members(archive(), "x", whole, SMALL) == {}


SOUND = archive(("a", b"x" * 500))


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "damaged"),
        (b"PK\x05\x06", "damaged"),
        (b"PK\x03\x04" + bytes(1_000), "damaged"),
        (SOUND[:-30], "damaged"),
        (SOUND[:40] + bytes([SOUND[40] ^ 0xFF]) + SOUND[41:], "damaged"),
        (archive(("a", b"x"), method=zipfile.ZIP_LZMA), "damaged"),
        (archive(("a", b"x"), method=zipfile.ZIP_BZIP2), "damaged"),
        (with_flag(SOUND), "locked"),
        (archive(("a", b"x" * 1_001)), "too-large"),
        (archive(("a", b"x" * 600), ("b", b"x" * 600)), "too-large"),
        (archive(*((str(number), b"") for number in range(MAX_MEMBERS + 1))), "too-large"),
        (b"PK\x03\x04" + bytes(2_000_000) + end(1_500_000), "too-large"),
        (b"PK\x03\x04PK\x06\x07" + bytes(16) + end(10), "too-large"),
        (archive(("a", b"x"), ("a", b"y")), "given-twice"),
        (archive(("one/a", b"x"), ("two/a", b"y")), "given-twice"),
    ],
)
def test_what_is_no_sound_archive_within_bounds_is_refused(raw: bytes, code: str) -> None:
    with pytest.raises(PmoPathError) as refused:
        members(raw, "x", base, SMALL)
    assert refused.value.code == code
    assert refused.value.problems[0].hint


def test_a_member_that_lies_about_its_size_is_not_read_beyond_the_bound() -> None:
    raw = archive(("a", b"x" * 77_777)).replace((77_777).to_bytes(4, "little"), bytes([9, 0, 0, 0]))
    with pytest.raises(PmoPathError) as refused:
        members(raw, "x", whole, SMALL)
    assert refused.value.code in ("damaged", "too-large")
