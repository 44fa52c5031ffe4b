"""Writes docs/guarantees.md from the figures of a full run."""

from __future__ import annotations

from pathlib import Path

from proof.run import Part, lines

TARGET = Path(__file__).resolve().parents[2] / "docs" / "guarantees.md"

GUARANTEES = (
    ("No step of a route is withdrawn, suspended or not yet on offer", "every plan", "`laws.on_offer`"),
    ("No step comes before its prerequisite, and none is closed at its point", "every plan", "`laws.in_order`"),
    ("No step is held and valid; what has lapsed is renewed", "every plan", "`laws.not_held`"),
    ("No step is there for nothing", "every plan", "`laws.no_longer_than_needed`"),
    (
        "Named criteria order any two plans, or they are tied; the order of reading changes nothing",
        "every pair of plans",
        "`laws.prove_order`",
    ),
    ("Every answer of a condition is SQLite's", "every state of knowledge", "`conditions.prove`"),
    ("A settled answer is never contradicted by more answers", "every state of knowledge", "`conditions.prove`"),
    (
        "Minimal reasons why and why not are hitting sets of each other",
        "every state of knowledge",
        "`conditions.prove`",
    ),
    (
        "Where title and years are two levels apart, a caution says so",
        "every way to tell a level",
        "`samples.prove_levels`",
    ),
    ("A whole decision is the plans to each destination in order, and nothing else", "a share", "`laws.whole`"),
    (
        "No change cheaper than the one that is named flips a verdict, of the same facts",
        "a share",
        "`samples.changes`",
    ),
    ("There is a next step, or a reason for none", "a share", "`samples.advice`"),
    ("Every sentence is finished", "a share", "`samples.advice`"),
    (
        "No question of the interview is put that cannot change the outcome",
        "every path (see below)",
        "`interviews.paths`",
    ),
)

HEAD = """# What is guaranteed

Written by `python tools/prove.py --full --without-interview --write DATE`; do not edit. What rules and levels can tell apart of
a person has finitely many classes. The tool enumerates them and checks each, so the engine is proved where
this says "every", and sampled where it says "a share".

| guaranteed | over | by, in `tools/proof/` |
|---|---|---|
"""

HOW = """
## How the classes are made

- Days: one for all that show a decision the same, between two changes of the catalogue.
- People: every value of a fact below, at and above each threshold, every range between two of those, and
  "not said"; every choice; every list of goals and of kinds of PMO; a title for every set of levels that titles mean.
- Awards: "not said", and each award that can matter not held, valid or lapsed. Whether a valid award lapses within a
  year changes only a caution. Of awards that are never a step and are named by the same lists, one stands for all.
- Irrelevance: the way to a certification hangs on what leads there alone, so people are told apart once for
  every destination, and plans are put in order two by two. On the small catalogue of the tests everybody,
  unreduced, is found in a class and gets the plan of that class.
- A share: whole decisions are made for every fifth class of people with three sets of awards each, whole
  advice for about sixty people on each class of days.
"""

INTERVIEW = """- A path of the interview is one for all answers that nothing can tell apart, of lists those that name one item
  or none, and "don't know"; it begins with a title of every kind, on the newest day. Every path counts as likely
  as another. The fixed order asks what the decision still hangs on in the order of the table of facts.
"""


NOT_RUN = "- The paths of the interview were not run (`--without-interview`), and nothing is claimed of them here.\n"


def page(part: Part, seconds: float, processes: int, day: str) -> str:
    """Return the page with the figures of one full run."""
    proved = GUARANTEES if part.paths else GUARANTEES[:-1]
    rows = "".join(f"| {what} | {over} | {by} |\n" for what, over, by in proved)
    figures = "\n".join(lines(part))
    return (
        f"{HEAD}{rows}\n## The last full run\n\nOn {day}, {seconds / 60:.1f} minutes on {processes} "
        f"{'process' if processes == 1 else 'processes'}: {len(part.wrong)} findings.\n\n```text\n{figures}\n```\n{HOW}{INTERVIEW if part.paths else NOT_RUN}"
    )
