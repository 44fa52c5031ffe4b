"""Phrases for what changed between two advices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from pmo_path.contract.catalogue import FactView, SourceView
from pmo_path.contract.changes import ChangedValue
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join, until_words
from pmo_path.messages.phrases import fact_text, from_to, mark_words

# Values of which several that changed in the same way are told in one sentence.
TOLD_TOGETHER: tuple[ChangedValue, ...] = ("status", "verdict", "eligibility", "question")


def change_words(
    what: ChangedValue, names: Sequence[str], before: Any, after: Any, shorts: Mapping[str, str]
) -> str:
    """Return that a value changed, as a sentence; `names` say which, of several of one kind."""
    if what in ("caution", "question"):
        return say(f"change-{what}-{'new' if after else 'gone'}", names=join(names))
    if what == "holding" and None in (before, after):
        code = "change-holding-gone" if after is None else "change-holding-new"
        return say(code, names=join(names), after=_held(after) if after else "")
    words = (value_words(what, value, shorts) for value in (before, after))
    return say(
        f"change-{what}", names=join(names), **dict(zip(("before", "after"), words, strict=True))
    )


def value_words(what: ChangedValue, value: Any, shorts: Mapping[str, str]) -> str:
    """Return a value inside a sentence."""
    return _WORDS[what](value, shorts)


def steps_words(steps: Sequence[Mapping[str, Any]] | None, shorts: Mapping[str, str]) -> str:
    """Return the names of next steps, one of which is to be taken; renewals are said to be so."""
    return join((_route([step], shorts) for step in steps or ()), "or") or say("value-none")


def _routes(routes: Any, shorts: Mapping[str, str]) -> str:
    return join((_route(route, shorts) for route in routes or ()), "or") or say("value-none")


def _route(steps: Sequence[Mapping[str, Any]], shorts: Mapping[str, str]) -> str:
    names = []
    for step in steps:
        name = shorts.get(step["certification"], step["certification"])
        names.append(say("renew-step", name=name) if step["action"] == "renew" else name)
    return ", then ".join(names)


def _held(value: Any, shorts: Mapping[str, str] | None = None) -> str:
    """Return the state of an award, None where it is not held."""
    if value is None:
        return say("value-none")
    state, until = value["state"], value["valid_until"]
    between = value["valid_until_between"]
    days = (until, until) if until else (between["first"], between["last"]) if between else None
    if not days:
        return say(f"value-held-{'valid' if state == 'lapsing' else state}")
    code = {"lapsing": "lapsing", "lapsed": "lapsed-on"}.get(state, "valid-until")
    return say(f"value-held-{code}", until=until_words(*map(date.fromisoformat, days)))


def _cost(value: Any, shorts: Mapping[str, str]) -> str:
    if value is None or value["low"] is None or value["high"] is None:
        return say("value-cost-none")
    return f"{from_to(value['low'], value['high'])} {value['currency'] or ''}".strip()


def _coded(prefix: str, none: str) -> Callable[[Any, Mapping[str, str]], str]:
    """Return what says a code by the sentence that begins with `prefix`, and None by `none`."""
    return lambda value, _: say(none if value is None else f"{prefix}-{value}")


def _level(none: str) -> Callable[[Any, Mapping[str, str]], str]:
    return lambda value, _: inert(value) if value else say(none)


def _deadline(value: Any, shorts: Mapping[str, str]) -> str:
    if value is None:
        return say("value-deadline-none")
    return say("value-training-unknown" if value == "unknown" else f"value-{value}")


_WORDS: Mapping[ChangedValue, Callable[[Any, Mapping[str, str]], str]] = {
    "next_steps": steps_words,
    "route": _routes,
    "career_level": _level("value-level-none"),
    "aim": _level("value-aim-none"),
    "holding": _held,
    "deadline": _deadline,
    "status": _coded("value-offer", "value-not-known-then"),
    "verdict": _coded("value-verdict", "value-not-known-then"),
    "eligibility": _coded("value", "value-not-known-then"),
    "cost": _cost,
}


def facts_words(
    name: str,
    about: str,
    gone: Sequence[FactView],
    new: Sequence[FactView],
    sources: Mapping[str, SourceView],
) -> str:
    """Return which published facts are gone or new, each with its source and last check."""
    code = "facts-replaced" if gone and new else "facts-new" if new else "facts-gone"
    return say(
        code,
        name=name,
        about=about,
        gone=join(_fact(fact, sources) for fact in gone),
        new=join(_fact(fact, sources) for fact in new),
    )


def _fact(fact: FactView, sources: Mapping[str, SourceView]) -> str:
    source = sources[fact.source].title if fact.source in sources else fact.source
    checked = say("source-checked", day=fact.verified_on)
    ground = "; ".join(part for part in (fact.dates, source, checked) if part)
    return say("facts-one", text=f"{fact_text(fact)}{mark_words(fact.mark)}", ground=ground)
