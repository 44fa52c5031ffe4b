"""What the values of facts mean, in the words that a person reads."""

from __future__ import annotations

LEVEL_SAYS = {
    "entry": "new to project support",
    "analyst": "supports or analyses portfolios, programmes and projects",
    "manager": "manages a PMO",
    "director": "leads and directs PMOs",
}
TYPE_SAYS = {
    "operational": "operational: administration for a project or programme manager",
    "tactical": "tactical: control and reporting for a project or programme",
    "portfolio": "portfolio: overview and priorities of all change",
    "enterprise": "enterprise: strategic advice at the side of the directors",
    "coe": "centre of excellence: everyone's standards and methods",
}
GOAL_SAYS = {
    "basics": "the practical basics of PMO work",
    "frameworks": "ideas: which PMO services and models exist",
    "service-design": "practice: how to choose, design and run services",
    "set-up-pmo": "setting up a PMO",
    "next-level": "moving up a level",
    "delivery": "leaving PMO work, to run projects or programmes",
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
