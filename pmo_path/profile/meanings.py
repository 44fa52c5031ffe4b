"""The meaning of each value of a fact, as people read it, and for some values a label."""

from __future__ import annotations

LEVEL_SAYS = {
    "entry": "administration and support",
    "analyst": "planning, reporting, analysis or a speciality",
    "manager": "managing one PMO and its people",
    "director": "directing PMOs across an organisation",
}
TYPE_LABELS = {
    "operational": "operational",
    "tactical": "tactical",
    "portfolio": "portfolio",
    "enterprise": "enterprise",
    "coe": "centre of excellence",
}
TYPE_SAYS = {
    "operational": "administration for a project or programme manager",
    "tactical": "control and reporting for a project or programme",
    "portfolio": "overview and priorities of all change",
    "enterprise": "strategic advice at the side of the directors",
    "coe": "everyone's standards and methods",
}
GOAL_LABELS = {"frameworks": "ideas", "service-design": "practice"}
GOAL_SAYS = {
    "basics": "the practical basics of PMO work",
    "frameworks": "which PMO services and models exist",
    "service-design": "how to choose, design and run services",
    "set-up-pmo": "setting up a PMO",
    "next-level": "moving up a level",
    "delivery": "leaving PMO work, to run projects or programmes",
}
METHOD_SAYS = {
    "prince2-msp": "PRINCE2, MSP or P3O (PeopleCert)",
    "pmi": "PMI's standards, or PMP",
    "ipma": "IPMA's competence levels",
    "apm": "APM's qualifications",
    "agile-safe": "agile, Scrum or SAFe",
    "own": "its own way of working, or none",
}
# What people call them besides.
METHOD_NAMES = {
    "PRINCE2": "prince2-msp",
    "MSP": "prince2-msp",
    "P3O": "prince2-msp",
    "MoP": "prince2-msp",
    "AXELOS": "prince2-msp",
    "PeopleCert": "prince2-msp",
    "PMP": "pmi",
    "PMBOK": "pmi",
    "agile": "agile-safe",
    "Scrum": "agile-safe",
    "SAFe": "agile-safe",
}
EDUCATION_SAYS = {
    "none": "no secondary diploma",
    "secondary": "a secondary diploma",
    "bachelor": "a bachelor's degree",
    "postgraduate": "a postgraduate degree",
}

KIND_SAYS = {
    "project-management": "another project management certificate",
    "other": "another certificate",
}

LEVELS = tuple(LEVEL_SAYS)
PMO_TYPES = tuple(TYPE_SAYS)
GOALS = tuple(GOAL_SAYS)
WORKS_WITH = tuple(METHOD_SAYS)
EDUCATION = tuple(EDUCATION_SAYS)
YES_NO = ("no", "yes")  # in this order: the index is the truth value
