"""What is told of a directory of reports, and of one of profiles."""

from __future__ import annotations

REPORT_DIRECTORY = {
    "passed-over": "Passed over in {directory}: {groups}.",
    "passed-over-group": "{names} ({reason})",
    "passed-over-directory": "a directory",
    "passed-over-table": "a table, to be given by its own name",
    "passed-over-ending": "not named as a profile",
    "passed-over-hidden": "hidden",
    "passed-over-report": "a report of an earlier run",
    "passed-over-other": "not a file",
    "left-over": "Left over from an earlier run, and not written by this one: {names}.",
    "left-over-changed": "Changed since they were written: {names}.",
    "prune-hint": "`--prune` removes those that nobody changed.",
    "prune-put-off": (
        "Nothing was removed: some profiles got no report, and these files may be about them."
    ),
    "pruned": "Removed, left over from an earlier run: {names}.",
    "prune-kept-changed": "Kept, changed since it was written: {names}.",
    "prune-kept": "Kept, could not be removed ({why}): {names}.",
    "notes-unused": (
        "These notes stand in no report: {names}. Notes are named as a report, or by an `id` that "
        "one person alone has; where there are both, those by the `id` are taken."
    ),
    "notes-unclear": (
        "It is not clear whose notes these are, as people of the same name, or of no name, leave "
        "it open; so they stand in no report: {names}. Give each person an `id`, and name the "
        "notes by it."
    ),
    "since-none": "No earlier report is about them, so nothing is said of changes: {names}.",
    "since-unclear": (
        "It is not clear which earlier report is about them, as people of the same name or `id`, "
        "or of no name, leave it open; so nothing is said of changes: {names}. Where each person "
        "has an `id` of their own, and the directory one report of each, the next comparison "
        "tells them apart."
    ),
    "since-left": "Earlier reports about nobody here: {names}.",
    "since-unread": "Earlier reports that could not be read: {names}.",
    "manifest-unread": (
        "The record of earlier reports in {directory} cannot be read, so which of them are left "
        "over is not known. A new one was begun."
    ),
}
