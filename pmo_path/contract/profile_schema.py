"""JSON Schema of a profile: as `--strict` reads it, as it is read by default, and as it is shown.

Words stand as the program prints them; its readers take other spellings and names of them too.
Two things no schema can say, and the readers refuse: a range that ends before it begins, and two
prices of one certification.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pmo_path.contract.date_patterns import AWARD_DATE, DAY
from pmo_path.core.iso_codes import COUNTRIES, CURRENCIES, LANGUAGES
from pmo_path.core.scalars import number_text
from pmo_path.profile.award_parts import YEARS_AS_NUMBERS
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.meanings import KIND_SAYS, YES_NO
from pmo_path.profile.not_said import UNSAID
from pmo_path.profile.parse import UNMATCHED
from pmo_path.profile.parse_values import MAX_ID, MAX_TEXT
from pmo_path.profile.profile import CERTIFICATE_KINDS
from pmo_path.profile.vocabulary import Names

Schema = dict[str, Any]

_TO = r"\s*(?:-|–|to)\s*"
_AMOUNT = r"(?:[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(?:\.[0-9]{1,2})?"
_CURRENCY = f"(?:{'|'.join(sorted(CURRENCIES))})"
_KIND = f"(?:{'|'.join(CERTIFICATE_KINDS)})"
_ISO = {"language": LANGUAGES, "country": COUNTRIES}

_TEXT: Schema = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT, "pattern": r"\S"}
_DATE: Schema = {"type": "string", "format": "date", "pattern": f"^{DAY}$"}
_NULL: Schema = {"type": "null"}
_UNSAID: Schema = {"type": "string", "pattern": UNSAID}
_WHOLE: Schema = {"type": "integer", "minimum": -MAX_ID, "maximum": MAX_ID}
_YEAR: Schema = {"type": "integer", "minimum": YEARS_AS_NUMBERS[0], "maximum": YEARS_AS_NUMBERS[-1]}
# A name that is blank, or `none`, which stands alone: no certificate has it.
_NO_NAME: Schema = {"pattern": r"^\s*[Nn][Oo][Nn][Ee]\s*$"}
_NO_AWARD: Schema = {
    "pattern": rf"^\s*(?:{'|'.join(f'(?:{kind})' for kind in CERTIFICATE_KINDS)})?"
    r"\s*:?\s*(?:[Nn][Oo][Nn][Ee])?\s*(?:@|$)"
}
_SPELLINGS = (
    "Listed words stand here as the program prints them, countries and languages by their codes; "
    "it reads other spellings and names of them too."
)
# Examples by the kind of a fact; a row with values, or an example of its own, has that.
_EXAMPLES: Mapping[str, Any] = {
    "date": "2027-03-01",
    "holds": ["p3o-foundation@2022-05-12"],
    "others": ["project-management:capm"],
    "codes": ["en"],
    "code": "GB",
    "money": "1500 GBP",
    "prices": ["p3o-foundation=1095 GBP"],
}


def profile_schema(names: Names | None = None, *, strict: bool) -> Schema:
    """Return the schema of a profile file: facts by their keys.

    Strictly, only what a catalogue knows is allowed, if its names are given.
    """
    facts = {row.key: _read(row, names, strict) for row in FACTS}
    words = {row.key: _unmatched(row, names, strict) for row in FACTS if row.keeps_words}
    return {"description": _SPELLINGS, **_facts(facts, _object(words))}


def canonical_profile() -> Schema:
    """Return the schema of the facts as an answer shows them."""
    words = [row.key for row in FACTS if row.keeps_words]
    shown: Schema = {"type": "array", "items": {"type": "string"}}
    return _facts(
        {row.key: _told(row, _shown(row)) for row in FACTS},
        _object({key: _kept(BY_KEY[key], shown) for key in words}),
    )


def _facts(facts: Schema, unmatched: Schema) -> Schema:
    text = "Words that the catalogue does not know, by the fact that they were said for."
    told = {"description": text, "anyOf": [unmatched, _NULL], "examples": [{"reads": ["en"]}]}
    return _object({**facts, UNMATCHED: told})


def _object(properties: Schema, required: Iterable[str] = ()) -> Schema:
    shape: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**shape, "required": [*required]} if required else shape


def _told(row: Row, shape: Schema) -> Schema:
    """Return the schema of a fact with what it is, its bounds, and an example, from its row."""
    bounds = f" From {number_text(row.least)} to {number_text(row.most)}."
    more = bounds if row.kind == "number" else " One, or a list of them." if row.many else ""
    return {"description": row.help + more, **shape, "examples": [example(row)]}


def example(row: Row) -> Any:
    """Return a value of a fact, as a file may give it."""
    if row.example is not None:
        return row.example
    if row.values:
        return [row.values[0]] if row.many else row.values[0]
    return max(row.least, min(row.most, 4)) if row.kind == "number" else _EXAMPLES.get(row.kind)


def _read(row: Row, names: Names | None, strict: bool) -> Schema:
    shapes: dict[str, Callable[[], Schema]] = {
        "id": lambda: {"anyOf": [_TEXT, _WHOLE]},
        "number": lambda: _any(_number(row), _number_text(row)),
        "date": lambda: _DATE,
        "holds": lambda: _awards(row, names, strict),
        "others": lambda: _awards(row, names, strict),
        "choices": lambda: _one_or_more(_word(row, names, strict)),
        "codes": lambda: _one_or_more(_word(row, names, strict)),
        "choice": lambda: _word(row, names, strict),
        "code": lambda: _word(row, names, strict),
        "money": lambda: {"type": "string", "pattern": f"^{_money(_AMOUNT)}$"},
        "prices": lambda: _prices(names, strict),
    }
    shape = shapes[row.kind]() if row.kind in shapes else _TEXT
    return _told(row, _any(shape, _UNSAID, _NULL))


def _any(*shapes: Schema) -> Schema:
    """Return any of some shapes, those of an alternative among them as ones of its own."""
    flat = [one for shape in shapes for one in shape.get("anyOf", [shape])]
    return {"anyOf": flat}


def _one_or_more(*shapes: Schema) -> Schema:
    """Return one of some shapes, or a list of them."""
    return _any(*shapes, {"type": "array", "items": _any(*shapes, _UNSAID)})


def _word(row: Row, names: Names | None, strict: bool) -> Schema:
    """Return the values of a fact; of one that keeps words, any text unless strict."""
    values = [*row.values] or sorted(_ISO[row.vocabulary])
    if row.keeps and not strict:
        return {**_TEXT, "examples": values[:6]}
    listed: Schema = {"type": "string", "enum": values, **_meanings(row)}
    by_number = {n: names and names.find(row.vocabulary, str(n)) for n in range(10)}
    numbers = {n: f"the same as {value}" for n, value in by_number.items() if value}
    more = [{"enum": [*numbers], "enumDescriptions": [*numbers.values()]}] if numbers else []
    return _any(listed, *more, *([{"type": "boolean"}] if row.values == YES_NO else []))


def _meanings(row: Row) -> Schema:
    """Return what each value of a fact means, with its label where that is another word."""
    said = [
        row.says[value] if row.labels.get(value, value) == value else row.choice(value)
        for value in row.values
        if value in row.says
    ]
    return {"enumDescriptions": said} if said else {}


def _number(row: Row) -> Schema:
    number: Schema = {"type": "number", "minimum": row.least, "maximum": row.most}
    return {**number, "multipleOf": 1} if row.whole else number


def _number_text(row: Row) -> Schema:
    number = _up_to(int(row.most), r"(?:\.0+)?" if row.whole else r"(?:\.[0-9]+)?")
    shape: Schema = {"type": "string", "pattern": rf"^\s*{number}(?:{_TO}{number})?\s*$"}
    if row.least:  # a tenth: neither end is 0, or 0.0 and more
        shape["not"] = {"pattern": r"(?:^|[-–o\s])0+(?:\.0[0-9]*)?(?:$|[-–t\s])"}
    return shape


def _up_to(most: int, fraction: str) -> str:
    """Return the pattern of the numbers from 0 to `most`, as decimal texts."""
    digits, forms = str(most), [f"{most}(?:\\.0+)?"]
    for place, digit in enumerate(digits):
        rest = len(digits) - place - 1
        if int(digit):
            forms.append(f"{digits[:place]}[0-{int(digit) - 1}][0-9]{{{rest}}}{fraction}")
    if len(digits) > 1:
        forms.append(f"[0-9]{{1,{len(digits) - 1}}}{fraction}")
    return f"0*(?:{'|'.join(forms)})"


def _money(amounts: str) -> str:
    return rf"\s*(?:{amounts}\s+{_CURRENCY}|{_CURRENCY}\s+{amounts})\s*"


_PRICE = _money(rf"{_AMOUNT}(?:{_TO}{_AMOUNT})?")


def _prices(names: Names | None, strict: bool) -> Schema:
    """Return prices: `NAME=AMOUNT`, a list of such texts, or amounts by certification."""
    ids = _ids(names, "certification") if strict else ()
    keys: Schema = {"enum": [*ids]} if ids else _TEXT
    amount: Schema = {"type": "string", "pattern": f"^{_PRICE}$"}
    by_id: Schema = {"type": "object", "propertyNames": keys, "additionalProperties": amount}
    return _any(*_one_or_more(_price(ids))["anyOf"], by_id)


def _price(ids: tuple[str, ...] = ()) -> Schema:
    name = f"(?:{'|'.join(ids)})" if ids else r"[^=]*[^=\s][^=]*"
    return {"type": "string", "pattern": f"^{name}={_PRICE}$"}


def _ids(names: Names | None, *vocabularies: str) -> tuple[str, ...]:
    """Return the ids that some vocabularies of a catalogue know; empty without a catalogue."""
    known = [names.words.get(vocabulary, {}) for vocabulary in vocabularies] if names else []
    return tuple(sorted({word for words in known for word in words.values()}))


def _awards(row: Row, names: Names | None, strict: bool) -> Schema:
    """Return `none`, an award, or a list of awards; strictly, of what the catalogue knows."""
    more = () if row.kind == "holds" else ("other-certificate",)
    ids = _ids(names, "certification", *more) if strict else ()
    if ids:
        named: Schema = {"type": "string", "enum": [*ids]}
        dated = f"^(?:{_KIND}:)?(?:{'|'.join(ids)})(?:@{AWARD_DATE})?$"
        words = [named, {"type": "string", "pattern": dated}]
    else:
        named = {**_TEXT, "not": _NO_NAME}
        words = [{**_TEXT, "pattern": f"^[^@]*(?:@{AWARD_DATE})?$", "not": _NO_AWARD}]
    return _any({"const": "none"}, _one_or_more(*words, _award(named), _certificate(named)))


def _award(name: Schema) -> Schema:
    members = {
        "certification": {
            "description": "The id of the certification.",
            **name,
            "examples": ["p3o-foundation"],
        },
        "awarded_on": _AWARDED_ON,
    }
    return _object(members, ("certification",))


def _certificate(name: Schema) -> Schema:
    members = {
        "name": {
            "description": "The name of the certificate.",
            **name,
            "examples": ["p3o-foundation"],
        },
        "kind": {
            "description": "The kind of certificate; null if it is not known.",
            "anyOf": [
                {
                    "type": "string",
                    "enum": [*CERTIFICATE_KINDS],
                    "enumDescriptions": [KIND_SAYS[kind] for kind in CERTIFICATE_KINDS],
                },
                _NULL,
            ],
            "examples": [CERTIFICATE_KINDS[0]],
        },
        "awarded_on": _AWARDED_ON,
    }
    return _object(members, ("name",))


_AWARDED_ON: Schema = {
    "description": (
        "The day of award, as YYYY-MM-DD; YYYY-MM or YYYY if only its month or year is known, null "
        "if neither is."
    ),
    **_any({"type": "string", "pattern": f"^{AWARD_DATE}$"}, _YEAR, _NULL),
    "examples": ["2022-05-12"],
}


def _unmatched(row: Row, names: Names | None, strict: bool) -> Schema:
    """Return the words for a fact that were not known before, each read again as its value."""
    if row.kind == "prices":
        shape = _one_or_more(_price(_ids(names, "certification") if strict else ()))
    else:
        word = _word(row, names, strict)
        shape = _one_or_more(word) if row.many else _one_or_more(word, _NULL)
    return _kept(row, shape)


def _kept(row: Row, shape: Schema) -> Schema:
    text, words = f"Words said for {row.noun} that the catalogue does not know.", example(row)
    return {"description": text, **shape, "examples": [words if row.many else [words]]}


def _shown(row: Row) -> Schema:
    text: Schema = {"type": "string"}
    word = {**text, "enum": [*row.values], **_meanings(row)} if row.values else text
    shapes: dict[str, Schema] = {
        "id": {"type": ["string", "integer"]},
        "number": _any(_number(row), text),
        "date": _DATE,
        "holds": {"type": "array", "items": _any(text, _award(text))},
        "others": {"type": "array", "items": _any(text, _certificate(text))},
        "choices": {"type": "array", "items": word},
        "codes": {"type": "array", "items": word},
        "prices": {"type": "array", "items": {"type": "string", "pattern": "="}},
    }
    return shapes.get(row.kind, word)
