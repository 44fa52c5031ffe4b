"""Writes docs/guarantees.md from the figures of a run."""

from __future__ import annotations

from pathlib import Path

from proof.conditions import MANY
from proof.run import FULL, Part, Size, lines

TARGET = Path(__file__).resolve().parents[2] / "docs" / "guarantees.md"

EVERY_WHOLE = "every class of people, three sets of awards each"
GUARANTEES = (
    (
        "No step of a route is withdrawn, suspended or not yet on offer",
        "every plan",
        "`laws.on_offer`",
    ),
    (
        "No step comes before its prerequisite, and none is closed at its point",
        "every plan",
        "`laws.in_order`",
    ),
    ("No step is held and valid; what has lapsed is renewed", "every plan", "`laws.not_held`"),
    ("No step is there for nothing", "every plan", "`laws.no_longer_than_needed`"),
    (
        (
            "Named criteria order any two plans, or they are tied; the order of reading changes "
            "nothing"
        ),
        "every pair of plans",
        "`laws.prove_order`",
    ),
    (
        (
            "A whole decision is the plans to each destination in order, with the verdicts that "
            "follow"
        ),
        EVERY_WHOLE,
        "`laws.whole`",
    ),
    ("There is a next step, or a reason for none", EVERY_WHOLE, "`whole.prove_whole`"),
    (
        (
            "Where answers and changes are tried, the class that stands for a person is decided "
            "about alike"
        ),
        "every class of people, one set of awards each",
        "`whole.of_its_class`",
    ),
    (
        (
            "The cheapest change flips the verdict, and no cheaper one of the same facts does; "
            "where none is named, none does"
        ),
        ("every class of people, awards and changes, for what is closed or lies beyond their aim"),
        "`cheapest.prove_changes`",
    ),
    (
        (
            "The change that `explain` names flips the verdict, and none of one or two facts that "
            "is cheaper does"
        ),
        "a share",
        "`cheapest.explained`",
    ),
    ("Every answer of a condition is SQLite's", "every state of knowledge", "`conditions.prove`"),
    (
        "A settled answer is never contradicted by more answers",
        "every state of knowledge",
        "`conditions.prove`",
    ),
    (
        "Minimal reasons why and why not are hitting sets of each other",
        "every state of knowledge",
        "`conditions.prove`",
    ),
    (
        "Where title and years are two levels apart, a caution says so",
        "every way to tell a level",
        "`levels.prove_levels`",
    ),
    (
        (
            "An award is valid to its last day, warned of a year before, lapsed the day after, by "
            "SQLite's calendar"
        ),
        "every class of days, around every edge",
        "`notices.prove_notices`",
    ),
    (
        (
            "Budget, hours and the day it is needed by decide nothing; they, and the languages "
            "read, are warned of when they must"
        ),
        "every route, at, just below and just above what it takes",
        "`notices.prove_notices`",
    ),
    (
        (
            "A plan to a level takes nothing that is not open at its point, its days never run "
            "backwards, and its first is the first route of the advice where the aim is near"
        ),
        "a share",
        "`career_plans.planned`",
    ),
    (
        "Every sentence is finished: of routes and steps",
        "every plan, every pair of plans",
        "`laws.in_words`, `laws.prove_order`",
    ),
    ("The same: of cautions", EVERY_WHOLE, "`whole.prove_whole`"),
    ("The same: of the level", "every way to tell a level", "`levels.prove_levels`"),
    ("The same: of verdicts, each with a reason", "a share", "`whole.verdicts`"),
    (
        "The same: of whole advices, with what is missing and what lies beyond the exam",
        "a share",
        "`whole.told`",
    ),
    (
        (
            "The short form of an advice takes 40 lines at 80 columns or fewer, unless what warns "
            "of harm needs more; for nine of ten people it does not"
        ),
        "a share",
        "`screens.prove_screens`",
    ),
    (
        "The short form leaves out nothing that warns of harm; its last 20 lines hold the essence",
        "a share",
        "`screens.on_screen`",
    ),
)

OF_INTERVIEWS = (
    (
        (
            "Every question of the interview counts, unless too much is open to try it all: two "
            "people who differ in that answer alone get other routes first"
        ),
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

Written by `python verification/prove.py --write DATE`; do not edit. What rules and levels can tell
apart of a person has finitely many classes. A full run (`--full`) enumerates them and checks each,
so the engine is then proved where this says "every", and sampled where it says "a share". The run
that every change has to pass (`--quick`) checks a fixed share of the classes. Which of the two gave
the figures below is said above them.

| guaranteed | over, in a full run | by, in `verification/proof/` |
|---|---|---|
"""

HOW = """
## How the classes are made

- Days: one for all that show a decision the same, between two changes of the catalogue.
- People: every value of a fact below, at and above each threshold, every range between two of
  those, and "not said"; every choice; every list of goals and of kinds of PMO; a title for every
  set of levels that titles mean; an employer, a country and languages read for every set of rules
  about them that can apply together.
- Awards: "not said", and each award that can matter not held, valid or lapsed. Whether a valid
  award lapses within a year changes only a caution. Of awards that are never a step and are named
  by the same lists, one stands for all.
- Irrelevance: the way to a certification hangs on what leads there alone, so people are told apart
  once for every destination, and plans are put in order two by two. On the small catalogue of the
  tests everybody, unreduced, is found in a class and gets the plan of that class.
- Whole decisions: a decision makes one plan for each destination, puts them in order, and reads the
  verdicts from them. Every plan and every pair of plans being proved, all that is left is how they
  are put together; that is checked for everybody for whom all ways together differ, with no word of
  awards, with none, and with one of all their combinations, another one each time. All combinations
  for all of them are too many to run.
- Changes: whether a change leads to a certification hangs on the ways to the destinations beyond
  it. People from whom every change leads to the same ways at the same costs are one class. Which
  ways are open is worked out for every set of awards; the engine is asked once for everything that
  this tells apart. Where between two thresholds a number lies changes what a change costs, and
  which is the cheapest only where the figures above count it so.
- Changes that lead to an aim two or more levels up: only that they flip the verdict is checked, not
  that none is cheaper.
- Shares: verdicts in words of every third class, a whole advice of every fortieth, `explain` of
  every thousandth, the plan to a level of every four-hundredth.
- Screens: the short form of an advice is laid out for every fortieth class of people in a full run,
  and for every class that a quick run has. Each is given one of five sets of money, days, country,
  languages and unknown certificates, and one of four sets of awards (not said, none, some, some
  about to lapse), another one each time. Classes, not people in offices, are counted.
"""

INTERVIEW = """\
- The interview, on the newest day: a person is a title of every kind (one for every list of levels
  that titles mean, one from delivery, one unknown, none) with an answer to every fact that may be
  asked: each that rules and levels can tell apart, or "don't know"; of lists, one item or none.
  Everybody counts once, and the title as a question. A path is one for all people who are put the
  same questions and give answers that nothing still open tells apart.
- The fixed order puts, in the order of the table of facts, each question that the decision still
  hangs on, to the same people.
- Of states of an interview that nothing to come can tell apart one is walked; on the small
  catalogue everybody, one by one, is put as many questions. That a question counts is shown by two
  people who are looked for among decisions, not by what the interview says of itself; that it ended
  in time, by all that the fixed order still asks from there.
"""

NOT_RUN = (
    "- The interview was not run (`--without-interview`), and nothing is claimed of it here.\n"
)


def page(part: Part, seconds: float, processes: int, day: str, size: Size) -> str:
    """Return the page with the figures of one run."""
    proved = GUARANTEES + (OF_INTERVIEWS if part.lengths else ())
    rows = "".join(f"| {guarantee} | {over} | {by} |\n" for guarantee, over, by in proved)
    figures = "\n".join(lines(part))
    return (
        f"{HEAD}{rows}\n## The last run\n\nOn {day}, {seconds / 60:.1f} minutes on {processes} "
        f"{'process' if processes == 1 else 'processes'}: {len(part.wrong)} findings. "
        f"{covered(size)}\n\n"
        f"```text\n{figures}\n```\n{HOW}{INTERVIEW if part.lengths else NOT_RUN}"
    )


def covered(size: Size) -> str:
    """Say how much a run covers."""
    if size is FULL:
        return "A full run: every class."
    return (
        f"Not a full run: one class of people in {size.step:,} for the plans, "
        f"one in {size.changes:,} for the changes, "
        "on every sixth class of days, the newest first; "
        f"one state of knowledge in {size.states:,} of each condition that has more than {MANY:,}; "
        "the interviews of one kind of title. The rest was not checked."
    )
