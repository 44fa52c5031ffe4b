"""The sections of an advice as sentences without layout, shared by text and documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from pmo_path.contract.advice import (
    Advice,
    Considered,
    MissingFact,
    Route,
    Step,
    Summed,
    unpublished,
)
from pmo_path.contract.catalogue import DevelopmentItem
from pmo_path.contract.unknown import Unknown
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import counted, join
from pmo_path.messages.phrases import (
    cheapest_change,
    days_words,
    exam_words,
    fact_text,
    step_phrase,
)
from pmo_path.messages.price_phrases import (
    cost_words,
    in_a_range,
    price_words,
    seen_brief,
    step_ranges,
    sums_words,
)
from pmo_path.profile.facts import BY_KEY

# Cautions on how the level was inferred; shown at the head.
LEVEL_RULES = ("level-assumed", "level-by-years", "level-by-pmos", "level-by-people")
# Cautions on an aim below the level or far above it; shown at the head too.
AIM_RULES = ("aim-below", "aim-far")
# Cautions that a first step may not be on offer; shown before the answer.
DOUBT_RULES = ("unconfirmed", "status-unknown")


def doubt_warnings(advice: Advice) -> tuple[str, ...]:
    """Return the warnings to show first: old facts, or a first step perhaps not on offer."""
    warnings = [advice.catalogue.age] if advice.catalogue.age else []
    warnings += [
        caution.text
        for caution in advice.cautions
        if caution.rule in DOUBT_RULES and caution.certification in advice.next_steps
    ]
    return tuple(f"{say('careful')} {text}" for text in warnings)


def level_words(advice: Advice) -> tuple[str, ...]:
    """Return how the level was inferred and how the aim compares with it; empty without either."""
    aim = advice.aim.because if advice.aim else ()
    if not advice.career_level:
        return aim
    assumed = tuple(caution.text for caution in advice.cautions if caution.rule in LEVEL_RULES)
    return (*(assumed or advice.career_level.because), *aim)


def step_name(step: Step) -> str:
    """Return the name of a step as a title, marked where it is a renewal."""
    name = step.short if step.name == step.short else f"{step.short}: {step.name}"
    return say("renew-name", name=name) if step.action == "renew" else name


def step_title(step: Step) -> str:
    """Return the name of a step as a title, the full name alone if that contains the short one."""
    return step_name(replace(step, short=step.name)) if step.short in step.name else step_name(step)


def step_details(step: Step) -> Iterator[tuple[str, str]]:
    """Yield the known requirements of a step, as pairs of label and words."""
    if step.action == "renew":
        yield "Training", say("renew-training")
    yield "Entry", step.entry
    yield from ((label, words) for label, words in _values(step) if isinstance(words, str))


def detail_sources(step: Step, label: str) -> tuple[str, ...]:
    """Return the sources of a detail; for a cost, those of older prices if none is current."""
    values = {
        "Training": step.training_days,
        "Cost": step.cost,
        "Exam": step.exam,
        "Validity": step.validity,
    }
    if label == "Cost" and isinstance(step.cost, Unknown):
        ranges = (source for prices in step_ranges(step) for source in prices.sources)
        alone = (price for price in step.prices if not in_a_range(price))
        return (*ranges, *(source for price in alone for source in (price.source, *price.also)))
    if label == "Study":
        return tuple(source for study in step.study for source in (study.source, *study.also))
    return getattr(values.get(label), "sources", ())


def step_unknown(step: Step) -> str:
    """Return what is not published about a step, and whom to ask; empty where all is known."""
    asks = {
        label.lower(): words.ask for label, words in _values(step) if isinstance(words, Unknown)
    }
    return say("not-published", values=join(asks), ask=next(iter(asks.values()))) if asks else ""


def _values(step: Step) -> Iterator[tuple[str, str | Unknown]]:
    if step.action != "renew":
        yield (
            "Training",
            step.training_days
            if isinstance(step.training_days, Unknown)
            else days_words(step.training_days),
        )
    if step.study:
        yield "Study", "; ".join(map(fact_text, step.study))
    yield "Cost", _cost(step)
    yield "Exam", step.exam if isinstance(step.exam, Unknown) else exam_words(step.exam)
    yield "Validity", step.validity if isinstance(step.validity, Unknown) else step.validity.renewal


def _cost(step: Step) -> str | Unknown:
    if not isinstance(step.cost, Unknown):
        return cost_words(step.cost)
    return price_words(step, step.cost.ask) if step.prices else step.cost


def total_words(route: Route) -> Iterator[str]:
    """Yield the totals of a route of several steps, and what is missing from them."""
    if len(route.steps) == 1:
        return
    days = route.totals.training_days
    parts = [] if isinstance(days, Unknown) else [days_words(days, "training day")]
    parts += [sums_words(route.totals.costs)] if route.totals.costs else []
    if parts:
        whole = not unpublished(route.steps, "training_days")
        yield say("total" if whole else "total-at-least", sums=join(parts))
    if route.totals.unknown:
        yield say("total-unknown" if parts else "total-none", values=join(route.totals.unknown))


def route_names(route: Route) -> str:
    """Return the steps of a route as a phrase."""
    return ", then ".join(step_phrase(step) for step in route.steps)


def route_doubts(route: Route, brief: bool = False) -> tuple[str, ...]:
    """Return what is uncertain about a route: whether it is on offer, and whether it is open.

    If `brief`, each in a word or two, without the facts on which it depends.
    """
    form = "brief" if brief else "short"
    texts = [
        say(f"{form}-{step.status}")
        for step in route.steps
        if step.status in ("unconfirmed", "unknown")
    ]
    for step in route.steps:
        if step.eligibility == "unknown" and step.ground == "provider":
            texts.append(say(f"{form}-provider"))
        elif step.eligibility == "unknown":
            nouns = (BY_KEY[fact].noun for gap in step.gaps for fact in gap.facts if fact in BY_KEY)
            texts.append(say(f"{form}-open", facts=join(dict.fromkeys(nouns))))
    return tuple(dict.fromkeys(texts))


def route_cells(advice: Advice, seen: bool = True) -> Iterator[tuple[Route, tuple[str, ...]]]:
    """Yield every route with its table cells: rank, offer, entry, training, price, validity.

    Where no price is known, and if `seen`, the cell says which ones were seen.
    """
    tied = len(advice.first_routes) > 1
    for route in advice.routes:
        place = say("cell-rank", rank=route.rank)
        if route.rank == 1:
            place = say("cell-tied" if tied else "cell-recommended")
        offer = join(dict.fromkeys(say(f"cell-offer-{step.status}") for step in route.steps))
        entry = ", then ".join(
            dict.fromkeys(say(f"cell-entry-{step.ground}") for step in route.steps)
        )
        training = _training(route)
        price = _total(route, "cost", sums_words(route.totals.costs))
        if seen and not route.totals.costs:
            price = seen_brief(route.steps) or price
        yield route, (place, offer, entry, training, price, _lasting(route))


def _training(route: Route) -> str:
    """Return the training days of a route for a cell; passing again asks for none."""
    if all(step.action == "renew" for step in route.steps):
        return say("cell-training-none")
    days = route.totals.training_days
    return _total(route, "training_days", "" if isinstance(days, Unknown) else days_words(days))


def _total(route: Route, quantity: Summed, words: str) -> str:
    """Return a total for a cell, as a minimum where a part of it is not published."""
    if not words:
        return say("cell-not-published")
    return say("cell-at-least", value=words) if unpublished(route.steps, quantity) else words


def _lasting(route: Route) -> str:
    """Return how many months the awards of a route last, where published; whose, if not of all."""
    lasting: dict[str, list[str]] = {}
    for step in route.steps:
        if not isinstance(step.validity, Unknown):
            lasting.setdefault(counted(step.validity.months, "month"), []).append(step.short)
    if not lasting:
        return say("cell-not-published")
    known = sum(map(len, lasting.values()))
    if len(lasting) == 1 and known == len(route.steps):
        return next(iter(lasting))
    named = join(f"{months} ({join(names)})" for months, names in lasting.items())
    return named if known == len(route.steps) else say("cell-partly-known", value=named)


def other_certifications(advice: Advice) -> tuple[Considered, ...]:
    """Return the certifications that are on no route and not held, not even lapsed."""
    held = {award.certification for award in advice.holdings}
    apart = (
        considered
        for considered in advice.considered
        if considered.verdict not in ("recommended", "alternative")
    )
    return tuple(considered for considered in apart if considered.certification not in held)


def gaps_and_change(considered: Considered) -> Iterator[str]:
    """Yield the gaps and the cheapest change of a certification, unless held or unavailable."""
    if considered.verdict not in ("held", "unavailable"):
        yield from (gap.text for gap in considered.gaps)
        yield from cheapest_change(considered)


def missing_nouns(facts: Iterable[MissingFact], options: bool = False) -> str:
    """Return the nouns for missing facts, capitalised to begin a line, with options if asked."""
    rows = [BY_KEY[missing.fact] for missing in facts]
    nouns = join(f"{row.noun} ({row.options[-1]})" if options else row.noun for row in rows)
    return f"{nouns[:1].upper()}{nouns[1:]}"


def development_words(item: DevelopmentItem) -> tuple[str, str]:
    """Return a development item as a pair: its area and name, and its description."""
    doubt = f" ({say('mark-unconfirmed')})" if item.state == "unconfirmed" else ""
    return f"{say(f'area-{item.area}')}: {item.name}", f"{item.text}{doubt}."


def catalogue_words(advice: Advice) -> str:
    """Return the version of the catalogue behind an advice, and when its sources were checked."""
    verified = advice.catalogue.verified_on
    return say(
        "catalogue",
        version=advice.catalogue.version,
        oldest=verified.oldest,
        newest=verified.newest,
    )
