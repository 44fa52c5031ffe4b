"""Every evidence of a career level: if title and years are two levels apart, a caution says so."""

from __future__ import annotations

import itertools

from pmo_path.answers.level_words import level_cautions, level_view
from pmo_path.core.json_text import json_data
from pmo_path.engine.career_level import read_level
from pmo_path.engine.job_titles import find_role
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.meanings import LEVELS
from proof.answers import tellings
from proof.laws import Counts
from proof.sentences import unfinished


def prove_levels(catalogue: Catalogue, counts: Counts, step: int = 1) -> list[str]:
    """Check every evidence of a level; return the findings."""
    wrong: list[str] = []
    for profile, levels in itertools.islice(tellings(catalogue), 0, None, step):
        counts.add("ways to tell a level")
        role = find_role(catalogue, profile.role)
        years = profile.years_in_pmo
        reading = read_level(catalogue, profile)
        view = level_view(catalogue, profile, reading)
        cautions = list(level_cautions(catalogue, profile, reading))
        wrong += [
            f"{profile.plain()}: {finding}" for finding in unfinished(json_data([view, cautions]))
        ]
        rules = {caution.rule for caution in cautions}
        if reading.levels != levels or set(levels) - set(LEVELS) or len(set(levels)) != len(levels):
            wrong.append(f"{profile.plain()}: levels {levels}")
        if role is None or years is None:
            continue
        said = [catalogue.levels[name] for name in LEVELS]
        touched = [
            place
            for place, level in enumerate(said)
            if (level.years.low or 0) <= years.high
            and (level.years.high is None or years.low < level.years.high)
        ]
        apart = min(abs(LEVELS.index(level) - place) for level in role.levels for place in touched)
        if apart >= 2:
            counts.add("titles and years two levels apart")
            if not rules & {"years-far", "years-near", "level-and-role-disagree"}:
                wrong.append(
                    f"{profile.plain()}: title and years are {apart} levels apart, "
                    "and no caution says so"
                )
    return wrong
