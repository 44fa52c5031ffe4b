"""Plain data to a Profile, through the table of facts; every fault located, all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from pmo_path.codes import COUNTRIES, LANGUAGES
from pmo_path.errors import PmoPathError, Problem
from pmo_path.facts import BY_KEY, EDUCATION, FACTS, GOALS, YES_NO, Row
from pmo_path.frozen import altered, dataclass
from pmo_path.profile import Held, Profile
from pmo_path.source import Document
from pmo_path.values import BadValueError, Range, parse_day, parse_money, parse_range, plain_name

T = TypeVar("T")

MAX_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Names:
    """The words that a catalogue knows: per vocabulary, each plain spelling and its id.

    A spelling as it is written stands under `=` before it and goes first: PMOCP is
    PMI-PMOCP, although without its hyphen PMO-CP reads the same.
    """

    words: Mapping[str, Mapping[str, str]]

    def find(self, vocabulary: str, text: str) -> str | None:
        """Return the id that `text` names as a whole, or None."""
        known = self.words[vocabulary]
        return known.get(exact(text)) or known.get(plain_name(text))

    def close(self, vocabulary: str, text: str) -> list[str]:
        """Return up to three ids whose names are close to `text`, best first."""
        known = self.words[vocabulary]
        import difflib  # only for what is not known

        matches = difflib.get_close_matches(plain_name(text)[:80], known, n=6, cutoff=0.6)
        return list(dict.fromkeys(known[match] for match in matches))[:3]


def exact(text: str) -> str:
    """Return the key of a spelling as it is written, but for case and outer space."""
    return "=" + text.strip().casefold()


def fixed_names() -> dict[str, dict[str, str]]:
    """Return the vocabularies that no catalogue changes."""
    lists: dict[str, Iterable[str]] = {
        "goal": GOALS,
        "education": EDUCATION,
        "yes-no": YES_NO,
        "language": LANGUAGES,
        "country": COUNTRIES,
    }
    known = {name: {plain_name(word): word for word in words} for name, words in lists.items()}
    known["country"]["uk"] = "GB"  # what people write for it
    return known


def read_profile(document: Document, names: Names) -> Profile:
    """Return the profile that a document holds, or raise with every problem located."""
    if not isinstance(document.data, dict):
        problem = document.problem(
            (), "not-a-profile", "a profile is a list of `fact: value` lines", "for example `role: PMO analyst`"
        )
        raise PmoPathError(f"{document.name} is not a profile", (problem,), code="profile-invalid")
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for key, value in document.data.items():
        row = BY_KEY.get(key)
        if row is None:
            problems.append(
                document.problem((key,), "unknown-key", f"there is no fact {key[:60]!r}", did_you_mean(key, BY_KEY))
            )
            continue
        try:
            values[key] = read_fact(row, value, names)
        except BadValueError as bad:
            problems.append(document.problem((key, *bad.path), bad.code, f"{key}: {bad.detail}", bad.hint))
    if problems:
        raise PmoPathError(f"{document.name} is not a valid profile", tuple(problems), code="profile-invalid")
    return Profile(**values)


def profile_of(facts: Mapping[str, object], names: Names) -> Profile:
    """Return the profile of plain facts, as a file would hold them. Raises PmoPathError with every problem."""
    return read_profile(Document("the profile", dict(facts), {}), names)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the closest known words, or all of them."""
    options = list(known)
    import difflib

    close = difflib.get_close_matches(word[:80], options, n=3, cutoff=0.6)
    return suggest(close, "check the spelling" if len(options) > 20 else "known: " + ", ".join(sorted(options)))


def suggest(close: Sequence[str], otherwise: str) -> str:
    """Return a hint that asks for close words, or another where there are none."""
    return f"did you mean {' or '.join(close)}?" if close else otherwise


def read_fact(row: Row, value: Any, names: Names) -> Any:
    """Return the value of one fact; None (not said) stays None. Raises BadValueError."""
    if value is None:
        return None
    return _READERS[row.kind](row, value, names)


def _text(row: Row, value: Any, names: Names) -> str:
    if not isinstance(value, str):
        raise BadValueError("not-a-text", "this is not a text", "write one line of text")
    if not value.strip():
        raise BadValueError("empty", "the text is empty", "leave it out where the fact is not known")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadValueError("not-utf-8", "the text is not valid UTF-8", "type it again")
    if len(value) > MAX_TEXT:
        raise BadValueError("too-large", f"the text is longer than {MAX_TEXT} characters", "shorten it")
    return value.strip()


_KNOWN = {
    "holds": "`pmo-path catalogue list` shows every certification",
    "code": "use a two-letter code, such as GB",
    "codes": "use two-letter codes, such as en",
}


def _choice(row: Row, value: Any, names: Names) -> str:
    if row.values == YES_NO and isinstance(value, bool):
        return YES_NO[value]
    if not isinstance(value, str):
        raise BadValueError("not-a-choice", "this is not one of the values", "one of: " + ", ".join(row.values))
    vocabulary = row.names or row.key
    found = names.find(vocabulary, value)
    if found is None and vocabulary == "pmo-type" and (question := names.find("pmo-type-question", value)):
        raise BadValueError(
            "ambiguous-value", "this can mean more than one kind of PMO", f"{question} ({', '.join(row.values)})"
        )
    if found is None:
        close = names.close(vocabulary, value)
        hint = suggest(close, _KNOWN.get(row.kind, "use " + ", ".join(row.values)))
        raise BadValueError("unknown-value", "this value is not known", hint)
    return found


def _choices(row: Row, value: Any, names: Names) -> tuple[str, ...]:
    found = {_at(place, partial(_choice, row, item, names)) for place, item in _places(value)}
    order = row.values or tuple(sorted(found))
    return tuple(item for item in order if item in found)


def _places(value: Any) -> list[tuple[tuple[int, ...], Any]]:
    """Return the items of a list with where they stand; one value alone stands for itself."""
    return [((place,), item) for place, item in enumerate(value)] if isinstance(value, list) else [((), value)]


def _at(place: tuple[str | int, ...], read: Callable[[], T]) -> T:
    """Read a part of a value; what is wrong with it is wrong at its place."""
    try:
        return read()
    except BadValueError as bad:
        bad.path = (*place, *bad.path)
        raise


def _number(row: Row, value: Any, names: Names) -> Range:
    number = parse_range(value, row.least, row.most)
    if row.whole and not (number.low.is_integer() and number.high.is_integer()):
        raise BadValueError("not-a-number", "this must be a whole number", "give a number such as 2")
    return number


def _holds(row: Row, value: Any, names: Names) -> tuple[Held, ...]:
    if isinstance(value, str) and value.strip().casefold() == "none":
        return ()
    held = [_at(place, partial(_held, item, row, names)) for place, item in _places(value)]
    latest: dict[str, Held] = {}
    for one in held:
        known = latest.get(one.certification)
        if known is None or known.awarded_on is None or (one.awarded_on and one.awarded_on > known.awarded_on):
            latest[one.certification] = one
    return tuple(latest[key] for key in sorted(latest))


def _held(item: Any, row: Row, names: Names) -> Held:
    hint = "write an id, id@YYYY-MM-DD, or {certification: id, awarded_on: YYYY-MM-DD}"
    day: Any
    if isinstance(item, str):
        word, at, day = item.partition("@")
    elif (
        isinstance(item, dict)
        and isinstance(item.get("certification"), str)
        and set(item) <= {"certification", "awarded_on"}
    ):
        word, at, day = item["certification"], "@" if item.get("awarded_on") is not None else "", item.get("awarded_on")
    else:
        raise BadValueError("not-a-certification", "this is not a certification", hint)
    if word.strip().casefold() == "none":
        raise BadValueError("not-a-certification", "`none` stands alone: it means that nothing is held", "leave it out")
    certification = _choice(row, word.strip(), names)
    inside = ("awarded_on",) if isinstance(item, dict) else ()
    return Held(certification, _at(inside, partial(parse_day, day)) if at else None)


_READERS: dict[str, Callable[[Row, Any, Names], Any]] = {
    "text": _text,
    "choice": _choice,
    "choices": _choices,
    "number": _number,
    "holds": _holds,
    "codes": _choices,
    "code": _choice,
    "money": lambda row, value, names: parse_money(value),
    "date": lambda row, value, names: parse_day(value),
}


def read_options(given: Mapping[str, Any], base: Profile, names: Names) -> Profile:
    """Return `base` with the facts of the command line laid over it. Raises BadValueError per option."""
    values: dict[str, Any] = {}
    for row in FACTS:
        value = given.get(row.key)
        if value is None or value == []:
            continue
        if row.kind == "holds" and value == ["none"]:
            value = "none"
        try:
            values[row.key] = read_fact(row, value, names)
        except BadValueError as bad:
            raise BadValueError(bad.code, f"{row.options[-1]}: {bad.detail}", bad.hint) from None
    return altered(base, **values)
