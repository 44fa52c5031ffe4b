"""What people type is shown, and never obeyed."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

import pytest
from faults import QUICK, refused
from program import call, run

HOSTILE = {
    "markup": "[bold]Sam[/bold] [link=https://x.example]x[/link]",
    "colour": "\x1b[31mSam\x1b[0m",
    "title": "\x1b]0;owned\x07Sam",
    "lines": "Sam\nNext step: nothing\r\nat all\vor\fless\x85\u2028\u2029end",
    "direction": "\u202eSam\u202c \u2066x\u2069 \u200f",
    "c1": "\x9b31mSam",
    "delete": "Sam\x7f\x08\x08\x08",
    "html": "<script>alert(1)</script>&amp;",
    "wide": "山田太郎 🧑\u200d💻",
    "braces": "{name} %s %(x)s {0} \\n ${HOME}",
}


def inert(text: str) -> bool:
    return all(
        letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cf", "Zl", "Zp")
        for letter in text
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_or_title_is_only_ever_shown(name: str) -> None:
    profile = json.dumps({"name": HOSTILE[name], "role": HOSTILE[name]}).encode()
    told = call("advise", "-", *QUICK, stdin=profile)
    assert (told.code, told.err) == (0, "")
    assert inert(told.out)
    assert "Next step: nothing" not in told.out.splitlines()
    plain = call("advise", *QUICK, "--name", "Sam", "--role", "Sam")
    assert len(told.out.splitlines()) <= len(plain.out.splitlines()) + 12

    as_json = call("advise", "-", "--json", *QUICK, stdin=profile)
    assert json.loads(as_json.out)["profile"]["name"] == HOSTILE[name].strip()
    assert all(
        letter == "\n" or unicodedata.category(letter) != "Cc" or letter in "\x7f\x85\x9b"
        for letter in as_json.out
    )


def test_markup_is_shown_as_it_was_typed() -> None:
    assert "[bold]Sam[/bold]" in call("advise", *QUICK, "--name", "[bold]Sam[/bold]").out


@pytest.mark.parametrize(
    "text",
    [HOSTILE["colour"], HOSTILE["direction"], HOSTILE["lines"]],
    ids=["colour", "direction", "lines"],
)
def test_an_error_is_inert_too(text: str) -> None:
    as_key = call("advise", "-", *QUICK, stdin=json.dumps({text: 1}).encode())
    as_file = call("advise", text, *QUICK)
    as_catalogue = call("advise", "--catalogue", text)
    as_output = call("advise", "-o", f"missing/{text}", *QUICK)
    for done in (as_key, as_file, as_catalogue, as_output):
        refused(done)
        assert inert(done.err)
    for option in ("--level", "--holds", "--as-of", "--format"):
        done = call("advise", "--strict", *QUICK, option, text)
        refused(done, 2)
        assert inert(done.err)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="arguments are text there")
@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((b"--role", b"PMO \xff"), 2),
        ((b"--name", b"\xff"), 2),
        ((b"--holds", b"\xff"), 2),
        ((b"--years", b"\xff"), 2),
        ((b"--as-of", b"\xff"), 2),
        ((b"\xff.yaml",), 3),
        ((b"\xff.yaml", b"--json"), 3),
        ((b"--catalogue", b"\xff"), 3),
        ((b"-o", b"missing/\xff"), 3),
    ],
)
def test_bytes_that_are_no_text(args: tuple[bytes, ...], code: int, tmp_path: Path) -> None:
    usual = zip(QUICK[::2], QUICK[1::2], strict=True)
    others = (word for pair in usual if pair[0].encode() not in args for word in pair)
    done = run("advise", *others, *args, cwd=tmp_path)
    assert "given 2 times" not in done.err
    refused(done, code)


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"COLUMNS": "0"}, {"COLUMNS": "wide"}]
)
def test_an_odd_environment_changes_nothing(env: dict[str, str]) -> None:
    done = run("advise", "--name", "Zoë 山", *QUICK, env=env)
    assert (done.code, done.err) == (0, "")
    assert "Zoë 山" in done.out
