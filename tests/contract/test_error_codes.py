"""Every code of an error that the program can give is listed for scripts, and no other one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

from paths import ROOT

from pmo_path.contract.described.error_codes import CATALOGUE_CODES, ERROR_CODES

# Which argument of a call is the code of a problem, by its place or name.
GIVEN: dict[str, tuple[int | str, ...]] = {
    "BadValueError": (0,),
    "PmoPathError": ("code",),
    "Problem": ("code",),
    "_refused": (2,),
    "_unwritable": (1,),
    "add_problem": (0,),
    "problem": (1,),
    "refused": (0,),
    "unreadable": (1,),
    "usage_error": (2, "code"),
}
LISTED = {*ERROR_CODES, *CATALOGUE_CODES}


@cache
def program() -> tuple[ast.Module, ...]:
    files = sorted((ROOT / "pmo_path").rglob("*.py"))
    return tuple(
        ast.parse(file.read_text(encoding="utf-8"))
        for file in files
        if file.parent.name != "described"
    )


def codes_given() -> Iterator[str]:
    """Yield the codes that stand in calls as they are."""
    for call in (node for tree in program() for node in ast.walk(tree)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
        given = {**dict(enumerate(call.args)), **{word.arg: word.value for word in call.keywords}}
        for place in GIVEN.get(name, ()):
            yield from texts(given.get(place))


def texts(value: ast.expr | None) -> Iterator[str]:
    """Yield the text that an expression is, or either of two."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from (*texts(value.body), *texts(value.orelse))


def test_every_code_that_the_program_gives_is_listed() -> None:
    given = set(codes_given())
    assert len(given) > 80
    assert given - LISTED == set()


def test_every_code_that_is_listed_stands_in_the_program() -> None:
    there = {
        node.value
        for tree in program()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert LISTED - there == set()
    assert not {*ERROR_CODES} & {*CATALOGUE_CODES}
