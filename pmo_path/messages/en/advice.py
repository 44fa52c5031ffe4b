"""Every sentence that a person reads in an advice, once."""

from __future__ import annotations

from pmo_path.messages.en.age import AGES
from pmo_path.messages.en.calendar import CALENDAR
from pmo_path.messages.en.career import CAREER
from pmo_path.messages.en.cautions import CAUTIONS
from pmo_path.messages.en.changes import CHANGES
from pmo_path.messages.en.cohort import COHORT
from pmo_path.messages.en.documents import LABELS
from pmo_path.messages.en.holdings import HELD
from pmo_path.messages.en.importing import IMPORTING
from pmo_path.messages.en.map import CAPTIONS
from pmo_path.messages.en.plans import PLANS
from pmo_path.messages.en.prices import PRICES
from pmo_path.messages.en.report_directory import REPORT_DIRECTORY
from pmo_path.messages.en.short import SHORT
from pmo_path.messages.en.tables import TABLES
from pmo_path.messages.en.what_if import WHAT_IF
from pmo_path.messages.en.workbook import WORKBOOK
from pmo_path.messages.en.worklist import WORKLIST

SENTENCES = {
    **CAREER,
    **PLANS,
    "no-level": (
        "We cannot tell your career level, and certifications are made for one. Say your job "
        "title, or your level: entry, analyst, manager or director."
    ),
    "nothing-fits": "None of these yet: no certification on offer on {day} fits what you said.",
    # why a step
    "made-for": "It is made for {level}, where you work{mark}.",
    "made-for-maybe": "It is made for {level}, if that is where you work{mark}.",
    "made-for-aim": "It is made for {level}, the level to prepare for{mark}.",
    "carried-over": "{because} (said of {old}, which this replaced).",
    "shifted": (
        "It is made for {level}, next to the level that this advice is for; it is here because it "
        "is placed in your kind of PMO."
    ),
    "advised-only": (
        "It is made for {level}, not the level that this advice is for; it is here because "
        "published advice names it."
    ),
    "placed": "It is placed in {types} PMOs{mark}.",
    "before-must": "You must pass it before {name}.",
    "before-accepted": "{name} asks for {requirement}. {this} is one that is accepted.",
    "renew": (
        "You passed it {awarded}, and it lapsed {due}. Passing it again is the one way to "
        "renew it that we know of; if you renewed it since, give that day."
    ),
    "not-placed": "No source places {name} in {types} PMOs; your level decides (our judgement).",
    "any-office": "{name} is said to suit any kind of PMO; that alone wins nothing here.",
    # why a route stands where it stands
    "only": "It is the only route that fits.",
    "tie": "{names} share rank {rank}: nothing you said separates them.",
    "below": "{other} stands higher because {criterion}.",
    "above": "It stands above {other} because {criterion}.",
    "open": (
        "every step of it is open to you by what is published; whether you meet what the other "
        "asks is not known"
    ),
    "open-none-known": (
        "we know of nothing that bars its entry to you; whether you meet what the other asks is "
        "not known"
    ),
    "open-accepted": (
        "we know of nothing that bars its entry to you, if the provider accepts what you have; "
        "whether you meet what the other asks is not known"
    ),
    "on-offer": "it is better confirmed to be on offer",
    "goal": "published advice names it for your goal",
    "goal-aim": "published advice names it for {level}",
    "level": "it is made for your level",
    "level-aim": "it is made for {level}",
    "employer": "it belongs to what your employer works with (our judgement)",
    "country": "it fits your country or language better (our judgement)",
    "type": "it is placed in your kind of PMO",
    "advised": "published advice names it for people who do your work",
    # verdicts
    "withdrawn": "No longer offered, since {day}{ground}.",
    "withdrawn-as-planned": " (as planned; no later source confirms the day)",
    "withdrawn-once": "No longer offered; since when is not known to us.",
    "replaced": "Replaced by {names}.",
    "replaced-none": "Nothing is known to have replaced it.",
    "not_launched": "Not launched by {day}.",
    "announced": "Announced but not yet on offer on {day}{plan}.",
    "planned-for": ", planned for {day}",
    "suspended": "Cannot be taken: {note}.",
    "unknown-status": "Not known whether it was on offer on {day}.",
    "later-level": "Made for {levels}, beyond where you are going now.",
    "other-level": "Made for {levels}; this advice is for {level}.",
    "beneath-held": "Made for {levels}; what you hold was made for a higher level.",
    "level-unknown": "Made for {levels}; your career level is not known.",
    "no-level-published": (
        "The level it is made for is not published, or not known to us; ask {ask}."
    ),
    "neighbour": (
        "Outside our routes: no PMO certification in the strict sense, or too little is known."
    ),
    "not-eligible": "You do not meet its entry requirements yet.",
    "in-route": "It is a step of the route to {name}.",
    "no-way": "What must be held before it can no longer be obtained, or is not advised.",
    # gaps and changes
    "gap-not-met": "Not met: {requirement}.",
    "gap-unknown": "Not known yet: {requirement}.",
    "change": "{noun} ({to}; now: {from_})",
    "change-unsaid": "{noun} ({to})",
    "change-hold": "obtain {name} first",
    **CAUTIONS,
    **PRICES,
    # missing facts
    "missing-eligibility": "may settle whether you meet the entry requirements of {names}.",
    "missing-decides": "could change what comes first.",
    "missing-verdicts": "could change what is said of {names}.",
    "decides": "{answer}: {names}",
    # explanations
    "holders-withdrawn": (
        "It is no longer offered; what was passed stays passed. How holders are treated by "
        "{successor} is not published, or not known to us; ask {ask}."
    ),
    "owner-of": "the owner of {name}",
    "holders-no-successor": (
        "It is no longer offered, and nothing is known to have replaced it. What was passed stays "
        "passed."
    ),
    "holders-renew": "It lasts {time} from the award{early}. {renewal}",
    "holders-early": " (passed before {until}: due by {due})",
    "holders-suspended": "It cannot be taken at present. Ask {ask} what that means for holders.",
    "holders-unconfirmed": (
        "We could not confirm that it is still on offer; ask {ask} whether it is still recognised."
    ),
    "holders-none": (
        "Nothing is published, or known to us, about its lapsing or renewal; ask {ask}."
    ),
    "requirement-met": "Met: {requirement}.",
    "requirement-none": "No entry requirement is published, or known to us.",
    "settled-by": "Settled by {facts}.",
    "flip-none": "Nothing that you could change makes it advised.",
    "flip-one-way": "One way, not shown to be the least, to make it {verdict}: {changes}.",
    "flip-given-up": "No small change makes it advised; larger ones were not all tried.",
    "flip-none-first": "Nothing that you could change brings it to the first place.",
    "flip-needless": "It is recommended already.",
    "flip-not-offered": "It is not on offer, so nothing you could change would make it advised.",
    "flip-held": "You hold it, so it is not advised again.",
    "flip": "The least that would make it {verdict}: {changes}.",
    "verdict": "{name}: {verdict}.",
    "explained-for": "For {name}.",
    "no-person": (
        "Nothing was said of a person, so there is no verdict; give a fact, such as a job title, "
        "to get one."
    ),
    "came-from": "It replaced {names}.",
    "became": "It was replaced by {names}.",
    "your-level": "your career level",
    "verdict-recommended": "recommended",
    "verdict-alternative": "an alternative, after what is recommended",
    "verdict-later": "later, beyond where you are going now",
    "verdict-held": "held",
    "verdict-not_suitable": "not suitable for your level, kind of PMO or goal",
    "verdict-outside": "not advised here to anybody",
    "verdict-not_eligible": "not open to you yet",
    "verdict-unavailable": "not on offer on this day",
    "verdict-unknown": "not known, because something is not said, or not known to us",
    "heading-holders": "What its holders should do now",
    "heading-entry": "Entry requirements",
    "heading-facts": "What is known of it",
    "heading-history": "History",
    "heading-later": "After {day}",
    "heading-conflicts": "Where sources disagree",
    "heading-not-published": "Not published, or not known to us",
    "we-follow": "What we follow:",
    "ask": "Ask {ask}.",
    "day-unknown": "undated",
    "status-line": "{body}; {status}.",
    "at-current": "on offer on {day}",
    "at-unconfirmed": "not confirmed to be on offer on {day}",
    "at-announced": "announced, not on offer on {day}",
    "at-not_launched": "not launched by {day}",
    "at-suspended": "suspended on {day}",
    "at-withdrawn": "withdrawn by {day}",
    "at-unknown": "not known whether it was on offer on {day}",
    "also-called": "Also called: {names}.",
    "list-title": (
        "{count} certification{plural} on {day}: id, owner, status, career levels (1 entry, 2 "
        "analyst, 3 manager, 4 director)."
    ),
    "level-not-published": "unknown",
    "compare-title": "{names}, side by side, on {day}.",
    "compare-same": "the same",
    "compare-differs": "they differ",
    "compare-unknown": "not published, or not known to us",
    "page-made": (
        "*Made from the catalogue (`{id}`); to change it, change the catalogue and make the pages "
        "again.*"
    ),
    "page-contents": "*Made from the catalogue by `python tools/pages.py`.*",
    # the map
    "map-title": "Career levels and certifications on {day}{name}.",
    "map-level": "level",
    "map-here": "you",
    "map-aim": "your aim",
    "map-unplaced": "Without a level known to us: {names}.",
    "map-route": "Route: {steps}.",
    "map-routes": "Routes of the same rank: {steps}.",
    "map-empty": "no certification is made for this level.",
    **CAPTIONS,
    "mark-held": "held",
    "mark-lapsed": "lapsed",
    "mark-next": "next",
    "mark-next-tie": "next, tied",
    "mark-then": "step {number}",
    "mark-alternative": "alternative",
    "mark-later": "later",
    "mark-withdrawn": "withdrawn",
    "mark-suspended": "suspended",
    "mark-announced": "announced",
    "mark-unconfirmed": "unconfirmed",
    "mark-unknown": "status unknown",
    # text and other reports
    "careful": "Careful:",
    "next-step": "Next step: {names}.",
    "then": "{first} (then {later})",
    "in-short": "In short: {text}",
    "advice-for": "Advice for {name}{day}.",
    "tie-decided-by": "They rank the same. What would decide is {noun}:",
    "tie-open": "They rank the same, and no single answer decides between them.",
    "heading-route": "The route",
    "heading-one-route": "Route {number} of {count}, the same rank",
    "heading-shared": "For each of them",
    "heading-cautions": "Cautions",
    "heading-alternatives": "Other routes, in order",
    "heading-others": "Why not the others",
    "heading-missing": "What to tell us to sharpen this",
    "area-market": "Market",
    "area-job-tools": "Job tools",
    "area-training": "Training",
    "area-networking": "Networking",
    "heading-development": "Beyond the exam",
    "heading-sources": "Sources",
    "renew-name": "Renew {name}",
    "renew-training": "not asked again, as far as we know.",
    "not-published": "Not published, or not known to us: {values}. Ask {ask}.",
    "lacks-training_days": "training days of {name}",
    "lacks-cost": "cost of {name}",
    "total": "The whole route: {sums}.",
    "total-at-least": "The whole route: at least {sums}.",
    "total-none": (
        "The whole route cannot be summed up; not published, or not known to us: {values}."
    ),
    "total-unknown": "Not in the sum, because not published, or not known to us: {values}.",
    "short-unconfirmed": "could not be confirmed to be still on offer",
    "short-unknown": "not known to be on offer",
    "short-provider": "open if the provider accepts your practical experience",
    "short-open": "whether it is open depends on {facts}",
    "brief-unconfirmed": "not confirmed to be on offer",
    "brief-unknown": "not known to be on offer",
    "brief-provider": "entry at the provider's discretion",
    "brief-open": "entry not known yet",
    "would-change": "The least that would change it: {changes}.",
    "heading-all": "What is said of each",
    "by-level": "What comes first depends on the level{option}:",
    "catalogue": "Catalogue {version}; sources checked from {oldest} to {newest}.",
    # titles and labels of documents
    **LABELS,
    **AGES,
    **CHANGES,
    **CALENDAR,
    **COHORT,
    **REPORT_DIRECTORY,
    **IMPORTING,
    **TABLES,
    **HELD,
    **SHORT,
    **WORKLIST,
    **WORKBOOK,
    **WHAT_IF,
}
