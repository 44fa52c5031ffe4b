"""Compare the career level a person aims for with their own: distance, and levels between."""

from __future__ import annotations

from collections.abc import Iterator

from pmo_path.answers.level_words import level_name
from pmo_path.contract.advice import AimView, Caution
from pmo_path.engine.climbing import FAR, held_at_or_above
from pmo_path.engine.route_planning import Plan
from pmo_path.engine.situation import Case
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.model.catalogue import OURS
from pmo_path.profile.meanings import LEVELS


def aim(case: Case) -> AimView | None:
    """Return the level a person aims for and its distance from their own; None without an aim.

    The aim is the target level, or else, with the goal `next-level`, the level above their own.
    """
    level = _aim(case)
    if level is None:
        return None
    return _aim_view(case, level, _aim_words(case, level))


def next_level_up(case: Case, level: str) -> AimView:
    """Return the level that a plan leads to where the person names none: `level`, the next above
    their own, or their own where that is the top.
    """
    code = "aim-untold" if _levels_up(case, level) else "aim-untold-top"
    return _aim_view(case, level, _compared(case, level, code), named=False)


def _aim_view(case: Case, level: str, because: str, named: bool = True) -> AimView:
    return AimView(
        id=level,
        number=case.day.catalogue.levels[level].number,
        levels_up=_levels_up(case, level),
        named=named,
        because=(because,) if because else (),
    )


def aim_cautions(case: Case) -> Iterator[Caution]:
    """Yield a caution where the aim is below the person's level, or at least `FAR` levels above."""
    level = _aim(case)
    up = _levels_up(case, level) if level else None
    if level and up is not None and not 0 <= up < FAR:
        yield Caution(
            rule="aim-below" if up < 0 else "aim-far", text=_aim_words(case, level), sources=(OURS,)
        )


def _aim(case: Case) -> str | None:
    if case.profile.target_level:
        return case.profile.target_level
    own = case.level.levels
    if not own or "next-level" not in (case.profile.goals or ()):
        return None
    return LEVELS[min(LEVELS.index(own[0]) + 1, len(LEVELS) - 1)]


def _levels_up(case: Case, level: str) -> int | None:
    own = case.level.levels
    return LEVELS.index(level) - LEVELS.index(own[0]) if own else None


def _aim_words(case: Case, level: str) -> str:
    """Return the sentence that compares an aim with the person's own level.

    Empty where the person names their own level.
    """
    up = _levels_up(case, level)
    if up is None:
        return say("aim-alone", aim=level_name(case.day.catalogue, level))
    if up == 0:
        return "" if case.profile.target_level else _compared(case, level, "aim-top")
    code = "aim-below" if up < 0 else "aim-next" if up < FAR else "aim-far"
    return _compared(case, level, code)


def _compared(case: Case, level: str, code: str) -> str:
    """Return the sentence of a code that names a level and the person's own, which is known."""
    catalogue, own = case.day.catalogue, case.level.levels[0]
    return say(
        code,
        aim=level_name(catalogue, level),
        own=level_name(catalogue, own),
        count=_levels_up(case, level),
    )


def skipped_levels(case: Case, plan: Plan) -> Iterator[str]:
    """Yield, for each level from the person's own up to the one below the aim, why the route has no
    step for it; of a destination without a published level nothing can be said.
    """
    level, certifications = _aim(case), case.day.catalogue.certifications
    unplaced = not certifications[plan.destination].career_levels
    if level is None or not case.level.levels or plan.renew or unplaced:
        return
    made_for = {
        placement.level for step in plan.steps for placement in certifications[step].career_levels
    }
    for between in LEVELS[LEVELS.index(case.level.levels[0]) : LEVELS.index(level)]:
        if between in made_for:
            continue
        held = held_at_or_above(case, between)
        code = (
            "skipped-held"
            if held
            else "skipped-empty"
            if _climbed_past(case, level)
            else "skipped-own"
        )
        yield say(
            code,
            level=level_name(case.day.catalogue, between),
            names=join(case.day.short(name) for name in held),
        )


def _climbed_past(case: Case, level: str) -> bool:
    return (_levels_up(case, level) or 0) >= FAR


def climb_words(case: Case, certification: str) -> str:
    """Return why a certification is a step towards a distant aim."""
    catalogue, own = case.day.catalogue, case.level.levels[0]
    made_for = [
        placement.level for placement in catalogue.certifications[certification].career_levels
    ]
    return say(
        "climb-own" if own in made_for else "climb",
        level=join((level_name(catalogue, level) for level in made_for), "or"),
        aim=level_name(catalogue, _aim(case) or own),
    )
