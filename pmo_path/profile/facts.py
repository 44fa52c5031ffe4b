"""The table of facts: how each is written, asked for, named in a sentence, changed and read.

Files, options, the interview, batch, conditions, the engine's tables and the JSON Schema are all
derived from it, a row a fact; `profile.Profile` has a field of the same name for its type.
"""

from __future__ import annotations

from pmo_path.profile.fact_row import Row
from pmo_path.profile.meanings import EDUCATION, EDUCATION_SAYS, YES_NO
from pmo_path.profile.work_and_aims import WORK_AND_AIMS

HOURS = ("hours", "hour", "hrs", "hr", "h", "uren", "uur", "u")

FACTS: tuple[Row, ...] = (
    *WORK_AND_AIMS,
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
        units=HOURS,
        kind="number",
        options=("--pmo-education-hours",),
        noun="hours of PMO education",
        help="Hours of PMO education so far, or a range.",
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
        help="Language you can sit an exam in (Dutch, en); repeatable.",
        question="In which languages can you sit an exam?",
        why="some exams are offered in one language only",
        alike=True,
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
        panel="Limits",
        read_by="words",
    ),
    Row(
        key="prices",
        kind="prices",
        options=("--price",),
        noun="your own prices",
        help="Your own price, `pmp=675 USD` or `pmp=600-700 USD`; repeatable.",
        panel="Limits",
        names="certification",
        keeps=True,
        read_by="words",
    ),
    Row(
        key="hours_per_week",
        units=HOURS,
        kind="number",
        options=("--hours-per-week",),
        noun="hours a week for study",
        help="Hours a week for study.",
        panel="Limits",
        least=0.1,
        most=7 * 24,
        read_by="words",
    ),
    Row(
        key="needed_by",
        kind="date",
        options=("--needed-by",),
        noun="the day you need it by",
        help="Day you need it by, YYYY-MM-DD.",
        panel="Limits",
        read_by="words",
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
        tells_level=True,
        asked_with="experience_level",
    ),
    Row(
        key="people_led",
        kind="number",
        options=("--people-led",),
        noun="the number of people you lead in the PMO",
        help="How many people you lead in the PMO, or 0.",
        question="How many people in the PMO do you lead? (0 for none)",
        why="who leads its people manages a PMO, whatever the title says",
        whole=True,
        most=5_000,
        change="any",
        effort=24,
        tells_level=True,
        asked_with="experience_level",
    ),
    Row(
        key="experience_accepted",
        kind="choice",
        options=("--experience-accepted",),
        noun="whether a provider accepts your practical experience",
        help="A provider accepted your experience: yes or no.",
        names="yes-no",
        values=YES_NO,
        says={
            "yes": "a training provider accepted it",
            "no": "a training provider did not accept it",
        },
        read_by="engine",
    ),
    Row(
        key="aspirations",
        kind="text",
        options=("--aspirations",),
        noun="your aspirations",
        help="What you hope for, in your own words; only ever shown as yours.",
        example="I want to run a PMO one day.",
        read_by="nobody",
    ),
)

BY_KEY = {row.key: row for row in FACTS}
AIMS = tuple(row.key for row in FACTS if row.aim)

# Facts of conditions that no profile holds, because the engine derives them: the level at which a
# person works, and the one that the advice is for (the same, unless they aim for another).
CAREER_LEVEL = "career_level"
WANTED_LEVEL = "wanted_level"
# The fact that only a provider can tell: whether it accepts practical experience for entry.
DISCRETION = "experience_accepted"


def profile_fact(fact: str) -> str:
    """Return the fact of a profile that determines a fact of a condition."""
    return {CAREER_LEVEL: "experience_level", WANTED_LEVEL: "target_level"}.get(fact, fact)
