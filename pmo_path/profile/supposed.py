"""Changes of facts that are only supposed: `FACT=VALUE`, `FACT+=VALUE` and `FACT-=VALUE`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.core.documents import read_yaml
from pmo_path.core.errors import BadValueError, PmoPathError
from pmo_path.core.suggest import did_you_mean
from pmo_path.core.text import excerpt
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.not_said import says_nothing
from pmo_path.profile.parse import joined
from pmo_path.profile.parse_values import read_fact
from pmo_path.profile.profile import (
    Held,
    OtherCertificate,
    Profile,
    award_date,
    with_facts,
    with_unknown,
)
from pmo_path.profile.vocabulary import Names

MOST_CHANGES = 20  # at once: each is left out in turn, to tell which of them matter
UNKNOWN = "unknown"
_AWARDS = ("holds", "holds_other")
_CHANGE = re.compile(r"\s*([A-Za-z_]\w*(?:-\w+)*)\s*(\+=|-=|=)(.*)", re.DOTALL)


class Supposed(Struct, frozen=True):
    """One supposed change: `text` as it was given, and the value that it sets, adds or removes.

    The value is as `read_fact` returns it; None makes the fact unknown.
    """

    text: str
    key: str
    sign: Literal["=", "+=", "-="]
    value: Any


def read_supposed(texts: Iterable[str], names: Names) -> tuple[Supposed, ...]:
    """Return the changes of some texts, each once, in an order that is not that of the texts.

    Raises BadValueError, whose detail begins with the text that is wrong.
    """
    changes = sorted((_read(text, names) for text in texts), key=lambda change: change.text)
    once = {(change.key, change.sign, change.value): change for change in reversed(changes)}
    kept = tuple(reversed(once.values()))
    if len(kept) > MOST_CHANGES:
        detail = f"{_quoted(kept[-1].text)}: this is one of more than {MOST_CHANGES} changes"
        raise BadValueError("too-large", detail, "suppose fewer at once")
    for key in dict.fromkeys(change.key for change in kept):
        _check([change for change in kept if change.key == key])
    return kept


def _read(text: str, names: Names) -> Supposed:
    def refused(code: str, detail: str, hint: str | None) -> BadValueError:
        return BadValueError(code, f"{_quoted(text)}: {detail}", hint)

    found = _CHANGE.fullmatch(text)
    if not found:
        hint = "write FACT=VALUE, FACT+=VALUE or FACT-=VALUE, such as years_in_pmo=5"
        raise refused("not-a-change", "this is not a change of a fact", hint)
    key, sign, value = found[1].replace("-", "_"), found[2], found[3].strip()
    row = BY_KEY.get(key)
    if row is None:
        raise refused(
            "unknown-key", f"there is no fact {excerpt(key)!r}", did_you_mean(key, BY_KEY)
        )
    if sign != "=" and not row.many:
        raise refused("not-a-list", f"{key} is no list", f"write {key}=VALUE")
    unknown = says_nothing(value)
    if not value or (unknown and sign != "="):
        hint = f"write {key}={UNKNOWN} to suppose that it is not known"
        raise refused("empty", "there is no value to set, add or take away", hint)
    try:
        parsed = None if unknown else read_fact(row, _plain(value), names)
    except BadValueError as bad:
        raise refused(bad.code, bad.detail, bad.hint) from None
    if parsed is None and sign != "=":  # such as [n/a]
        raise refused("empty", "there is no value to add or take away", f"write {key}={UNKNOWN}")
    return Supposed(text.strip(), key, sign, parsed)  # type: ignore[arg-type]


def _quoted(text: str) -> str:
    return f'"{excerpt(text)}"'


def _plain(value: str) -> Any:
    """Return a value as a profile holds it: a list or mapping in brackets, else text."""
    if value[0] not in "[{":
        return value
    try:
        return read_yaml(value, "the value").data
    except PmoPathError as error:
        problem = error.problems[0]
        raise BadValueError(problem.code, problem.detail, problem.hint) from None


def _check(changes: Sequence[Supposed]) -> None:
    """Refuse changes of one fact that cannot all be made. Raises BadValueError."""
    first, *others = changes
    added = [item for change in changes if change.sign == "+=" for item in change.value]
    removed = [item for change in changes if change.sign == "-=" for item in change.value]
    unlike = others and any(change.sign == "=" for change in changes)
    if unlike or any(_same(item, gone) for item in added for gone in removed):
        texts = ", ".join(_quoted(change.text) for change in others)
        detail = f"{_quoted(first.text)}: this does not go with {texts}"
        raise BadValueError("given-twice", detail, "keep one of them")


def with_supposed(base: Profile, changes: Sequence[Supposed]) -> Profile:
    """Return a profile with all changes made at once.

    What is added to awards of which none was said is not taken to be all that is held. Raises
    BadValueError for a second price of one certification.
    """
    result = with_unknown(base, [change.key for change in changes if change.value is None])
    values: dict[str, Any] = {}
    for key in dict.fromkeys(change.key for change in changes if change.value is not None):
        of_it = [change for change in changes if change.key == key]
        added = [item for change in of_it if change.sign == "+=" for item in change.value]
        if added:
            values[key] = _added(result, BY_KEY[key], added)
        elif of_it[0].sign == "=":  # it is then the only one
            values[key] = of_it[0].value
    if any(change.key == "holds" and change.sign == "+=" for change in changes):
        complete = "no" if result.holds is None else result.holds_complete
        values = {"holds_other": result.holds_other, "holds_complete": complete} | values
    removed = [change for change in changes if change.sign == "-="]
    return _without(with_facts(result, values), removed)


def _added(base: Profile, row: Row, added: Sequence[Any]) -> Any:
    """Return the items of a list with more added; what was said stays said."""
    words = (word for word in base.unmatched or () if word.fact == row.key)
    said = (*(getattr(base, row.key) or ()), *words)
    if row.key in _AWARDS:
        return (*said, *added)
    try:
        return joined(row, said, tuple(added))
    except BadValueError as bad:
        raise BadValueError(bad.code, f"{row.key}: {bad.detail}", bad.hint) from None


def _without(profile: Profile, removed: Sequence[Supposed]) -> Profile:
    """Return a profile without what is removed; an award is looked for in both lists of them."""
    values: dict[str, Any] = {}
    for change in removed:
        for key in (*(_AWARDS if change.key in _AWARDS else (change.key,)), "unmatched"):
            said = values.get(key, getattr(profile, key))
            if said is not None:
                kept = tuple(_left(said, change.value))
                values[key] = kept or (None if key == "unmatched" else ())
    return replace(profile, **values)


def _left(said: Iterable[Any], removed: Sequence[Any]) -> Iterator[Any]:
    return (item for item in said if not any(_same(item, gone) for gone in removed))


def _same(item: Any, named: Any) -> bool:
    """Return whether an item of a list is the one named: an award, of any day that is left open."""
    if isinstance(item, Held) and isinstance(named, Held):
        same_date = award_date(item).startswith(award_date(named))
        return same_date and item.certification == named.certification
    if isinstance(item, OtherCertificate) and isinstance(named, OtherCertificate):
        return item.name.casefold() == named.name.casefold()
    return bool(item == named)
