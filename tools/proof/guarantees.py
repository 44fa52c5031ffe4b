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
)

OF_INTERVIEWS = (
    (
        "Every question of the interview counts: two people who differ in that answer alone get other routes first",
        "every question",
        "`interviews.useless`",
    ),
    (
        "The interview ends only where no answers to what is open put other routes first",
        "every end",
        "`interviews.too_early`",
    ),
)

HEAD = """# What is guaranteed

Written by `python tools/prove.py --full --write DATE`; do not edit. What rules and levels can tell apart of
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

INTERVIEW = """- The interview, on the newest day: a person is a title of every kind (one for every list of levels that titles mean,
  one from delivery, one unknown, none) with an answer to every fact that may be asked: each that rules and levels
  can tell apart, or "don't know"; of lists, one item or none. Everybody counts once, and the title as a question.
  A path is one for all people who are put the same questions and give answers that nothing still open tells apart.
- The fixed order puts, in the order of the table of facts, each question that the decision still hangs on, to the same people.
- Of states of an interview that nothing to come can tell apart one is walked; on the small catalogue everybody,
  one by one, is put as many questions. That a question counts is shown by two people who are looked for among decisions, not by
  what the interview says of itself; that it ended in time, by all that the fixed order still asks from there.
"""

NOT_RUN = "- The interview was not run (`--without-interview`), and nothing is claimed of it here.\n"


def page(part: Part, seconds: float, processes: int, day: str) -> str:
    """Return the page with the figures of one full run."""
    proved = GUARANTEES + (OF_INTERVIEWS if part.lengths else ())
    rows = "".join(f"| {what} | {over} | {by} |\n" for what, over, by in proved)
    figures = "\n".join(lines(part))
    return (
        f"{HEAD}{rows}\n## The last full run\n\nOn {day}, {seconds / 60:.1f} minutes on {processes} "
        f"{'process' if processes == 1 else 'processes'}: {len(part.wrong)} findings.\n\n```text\n{figures}\n```\n{HOW}{INTERVIEW if part.lengths else NOT_RUN}"
    )
