"""Whatever bytes come in, a document is read or refused."""

from __future__ import annotations

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tried import tried

from pmo_path.core.documents import Document, read_document
from pmo_path.core.errors import PmoPathError

SCRAPS = st.lists(
    st.sampled_from(
        (
            *(
                "{",
                "}",
                "[",
                "]",
                ":",
                ": ",
                ",",
                '"',
                "'",
                "\n",
                "  ",
                "- ",
                "? ",
                "a",
                "role",
                "1e999",
                "NaN",
            ),
            *(
                "&x",
                "*x",
                "!!",
                "!",
                "%",
                "---",
                "\n---\n",
                "...",
                "|",
                ">",
                "#",
                "@",
                "`",
                "<<",
                "~",
                "\\u",
                "\\ud800",
            ),
            *("\t", "\r", "\x85", "\u2028", "\ufeff", "é", "😀", "\x00", "\x1b"),
        )
    ),
    max_size=25,
).map("".join)


def read_or_refused(raw: bytes) -> Document | PmoPathError:
    try:
        return read_document(raw, "profile")
    except PmoPathError as error:
        return error


def returns_or_refuses(raw: bytes) -> None:
    found = read_or_refused(raw)
    if isinstance(found, PmoPathError):
        assert found.exit_code == 3
        assert found.code == found.problems[0].code
        assert {problem.file for problem in found.problems} == {"profile"}
        return
    json.dumps(found.data, ensure_ascii=False).encode()
    for path in found.places:
        part = found.data
        for step in path:
            part = part[step]


@settings(max_examples=tried(300))
@given(st.binary(max_size=60))
@example(b"\xef\xbb\xbf\xef\xbb\xbf{")
@example(b'{"a": 1}\xc2\x85')
@example(b"!<tag:")
@example(b"a: |\n\tb")
@example(b'"\\ud800": 1')
@example(b'a: "\\uDC00"')
@example(b'a: "\\U00110000"')
@example(b"%YAML 9.9\n---\na")
def test_bytes_are_read_or_refused(raw: bytes) -> None:
    returns_or_refuses(raw)


@settings(max_examples=tried(500))
@given(SCRAPS)
def test_scraps_of_yaml_and_json_are_read_or_refused(text: str) -> None:
    returns_or_refuses(text.encode())
