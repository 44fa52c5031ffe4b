"""The table of facts: how each is written, asked for, named in a sentence and changed.

Files, options, the interview, batch and the JSON Schema are all derived from it, a row a fact.
"""

from __future__ import annotations

from pmo_path.profile.fact_row import Row
from pmo_path.profile.meanings import (
    EDUCATION_SAYS,
    GOAL_LABELS,
    GOAL_SAYS,
    KIND_SAYS,
    LEVEL_SAYS,
    TYPE_LABELS,
    TYPE_SAYS,
)

LEVELS = ("entry", "analyst", "manager", "director")
PMO_TYPES = ("operational", "tactical", "portfolio", "enterprise", "coe")
GOALS = ("basics", "frameworks", "service-design", "set-up-pmo", "next-level", "delivery")
EDUCATION = ("none", "secondary", "bachelor", "postgraduate")
YES_NO = ("no", "yes")
# The facts that, beside the present level, determine the wanted one.
AIMS = ("goals", "target_level")
LIFE = 80  # years that a person may have worked

FACTS: tuple[Row, ...] = (
    Row(
        key="name",
        kind="text",
        options=("--name",),
        noun="your name",
        help="Name, only ever echoed.",
    ),
    Row(
        key="role",
        kind="text",
        options=("--role",),
        noun="your job title",
        help="Job title, English or Dutch.",
        question="Which job title is closest to yours?",
        why="the title usually tells at which of the four career levels you work",
        names="role",
        change="any",
        effort=24,
    ),
    Row(
        key="experience_level",
        kind="choice",
        options=("--experience-level", "--level"),
        noun="your career level",
        help="Career level: entry, analyst, manager or director.",
        question=(
            "Do you mainly administer, analyse or specialise, manage one PMO, or direct several?"
        ),
        why="certifications are made for one of four career levels",
        names="level",
        values=LEVELS,
        change="up",
        effort=24,
        says=LEVEL_SAYS,
    ),
    Row(
        key="pmo_types",
        kind="choices",
        options=("--pmo-type",),
        noun="the kind of PMO",
        help="Kind of PMO; repeatable: operational, tactical, portfolio, enterprise, coe.",
        question="What does your office serve?",
        why="some certifications are placed in one kind of PMO only",
        names="pmo-type",
        values=PMO_TYPES,
        keeps=True,
        change="any",
        effort=12,
        labels=TYPE_LABELS,
        says=TYPE_SAYS,
    ),
    Row(
        key="years_in_pmo",
        kind="number",
        options=("--years",),
        noun="years of PMO work",
        help="Years of PMO work, a number or a range such as 2-4.",
        question="How many years have you worked in PMOs?",
        why="years help where the title does not settle the level",
        most=LIFE,
        change="up",
        effort=12,
    ),
    Row(
        key="years_in_projects",
        kind="number",
        options=("--project-years",),
        noun="years of project-related work",
        help="Years of project-related work, a number or a range.",
        question="How many years of project-related work do you have?",
        why="some bodies ask for years of project-related work",
        most=LIFE,
        change="up",
        effort=12,
    ),
    Row(
        key="holds",
        kind="holds",
        options=("--holds",),
        noun="the certifications you hold",
        help="Certification held, ID or ID@YYYY-MM-DD; repeatable; `none` for none.",
        question="Which of these certifications do you hold?",
        why="what you hold is not advised again, and it may open the next one",
        names="certification",
        keeps=True,
        change="up",
    ),
    Row(
        key="holds_other",
        kind="others",
        options=("--holds-other",),
        noun="your other certificates",
        help=(
            "Other certificate held: NAME, NAME@YYYY-MM-DD, project-management:NAME or other:NAME; "
            "repeatable."
        ),
        question="Which of your other certificates is a recognised project management certificate?",
        why="some owners accept any recognised project management certificate",
        names="certification",
        keeps=True,
        says=KIND_SAYS,
    ),
    Row(
        key="goals",
        kind="choices",
        options=("--goal",),
        noun="your goal",
        help=(
            "Goal; repeatable: basics, frameworks, service-design, set-up-pmo, next-level, "
            "delivery."
        ),
        question="What do you want from it?",
        why="the goal decides between certifications made for the same level",
        names="goal",
        values=GOALS,
        change="any",
        effort=0.1,
        labels=GOAL_LABELS,
        says=GOAL_SAYS,
    ),
    Row(
        key="target_level",
        kind="choice",
        options=("--target-level",),
        noun="the level you aim for",
        help="Career level you aim for.",
        question="At which level do you want to work?",
        why="a route can lead to the level you aim for instead of the one you are at",
        names="level",
        values=LEVELS,
        change="any",
        effort=0.2,
        says=LEVEL_SAYS,
    ),
    Row(
        key="target_pmo_type",
        kind="choice",
        options=("--target-pmo-type",),
        noun="the kind of PMO you aim for",
        help="Kind of PMO you aim for.",
        names="pmo-type",
        values=PMO_TYPES,
        keeps=True,
        change="any",
        effort=0.2,
        labels=TYPE_LABELS,
        says=TYPE_SAYS,
    ),
    Row(
        key="education",
        kind="choice",
        options=("--education",),
        noun="your education",
        help="Education: none, secondary, bachelor or postgraduate.",
        question="What is your highest diploma?",
        why="some bodies ask for a diploma",
        names="education",
        values=EDUCATION,
        change="up",
        effort=24,
        says=EDUCATION_SAYS,
    ),
    Row(
        key="pmo_education_hours",
        kind="number",
        options=("--pmo-education-hours",),
        noun="hours of PMO education",
        help="Hours of PMO education so far, a number or a range.",
        question="How many hours of PMO education have you had?",
        why="some bodies ask for hours of PMO education before the exam",
        most=20_000,
        change="up",
        effort=0.05,
    ),
    Row(
        key="reads",
        kind="codes",
        options=("--reads",),
        noun="the languages you read",
        help="Language you can sit an exam in, two letters (en, nl); repeatable.",
        question="In which languages can you sit an exam? (two letters each: en, nl)",
        why="some exams are offered in one language only",
        names="language",
        keeps=True,
        change="up",
        effort=24,
    ),
    Row(
        key="budget",
        kind="money",
        options=("--budget",),
        noun="your budget",
        help="Budget with its currency, `1500 GBP`.",
    ),
    Row(
        key="hours_per_week",
        kind="number",
        options=("--hours-per-week",),
        noun="hours a week for study",
        help="Hours a week for study.",
        least=0.1,
        most=7 * 24,
    ),
    Row(
        key="needed_by",
        kind="date",
        options=("--needed-by",),
        noun="the day you need it by",
        help="Day you need it by, YYYY-MM-DD.",
    ),
    Row(
        key="pmos_managed",
        kind="number",
        options=("--pmos-managed",),
        noun="the number of PMOs you manage",
        help="How many PMOs you manage.",
        question="How many PMOs do you manage?",
        why="running one PMO and directing several are prepared for differently",
        whole=True,
        most=5_000,
        change="any",
        effort=24,
    ),
    Row(
        key="people_led",
        kind="number",
        options=("--people-led",),
        noun="the number of people you lead in the PMO",
        help="How many people in the PMO you lead; 0 for none.",
        question="How many people in the PMO do you lead? (0 for none)",
        why="who leads its people manages a PMO, whatever the title says",
        whole=True,
        most=5_000,
        change="any",
        effort=24,
    ),
    Row(
        key="experience_accepted",
        kind="choice",
        options=("--experience-accepted",),
        noun="whether a provider accepts your practical experience",
        help="Whether a training provider has accepted your practical experience: yes or no.",
        names="yes-no",
        values=YES_NO,
        says={
            "yes": "a training provider accepted it",
            "no": "a training provider did not accept it",
        },
    ),
    Row(
        key="country",
        kind="code",
        options=("--country",),
        noun="your country",
        help="Country, two letters (GB, NL).",
        names="country",
        keeps=True,
    ),
)

BY_KEY = {row.key: row for row in FACTS}

# Facts of conditions that no profile holds, because the engine derives them: the level at which a
# person works, and the one that the advice is for (the same, unless they aim for another).
CAREER_LEVEL = "career_level"
WANTED_LEVEL = "wanted_level"


def profile_fact(fact: str) -> str:
    """Return the fact of a profile that determines a fact of a condition."""
    return {CAREER_LEVEL: "experience_level", WANTED_LEVEL: "target_level"}.get(fact, fact)
