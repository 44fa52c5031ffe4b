"""What the members about a profile made from files mean, and those about what was forgotten."""

from __future__ import annotations

IMPORTS: dict[str, dict[str, tuple[object, ...]]] = {
    "ProfileImport": {
        "profile": (
            "The facts that were made of the files, as a file of a profile has them; one that is "
            "missing was left open.",
        ),
        "files": ("The files that were read, and each table of an archive.",),
        "read": ("What the facts rest on, in the order of the facts.",),
        "open": (
            "The keys of the facts that no file plainly says and that may be asked for.",
            ["goals", "pmo_types"],
        ),
        "notes": ("What was not taken over as it stands, or should be looked at.",),
    },
    "FileRead": {
        "file": ("The name of the file, or of a table in an archive.", "export.zip/Positions.csv"),
        "form": ("What kind of file it is.",),
    },
    "ReadPlace": {
        "file": ("The name of the file, or of a table in an archive.", "export.zip/Positions.csv"),
        "place": (
            "The place in it: of a document a JSON pointer, of a table the column, of a workbook "
            "the sheet and the cell.",
            "column Title",
        ),
        "line": ("The line, from 1; null if the place has none.", 2),
    },
    "ReadFact": {
        "value": ("The value of the fact or, of a list, of one item.", "p3o-foundation"),
        "words": ("How it is written there.", "P3O® Foundation"),
        "read_in": ("Where it was read.",),
    },
    "ImportNote": {
        "code": ("The code of the note.", "contradiction"),
        "fact": ("The key of the fact that it is about; null if of none.", "role"),
        "text": ("It in words.", "A date cannot be read, so it counts as not known: a.json."),
        "read_in": ("The places that it is about.",),
    },
    "KeptFile": {
        "holds": ("What the file holds.",),
        "file": ("The path of the file.", "/home/ann/.local/state/pmo-path/interview.json"),
    },
    "Forgotten": {
        "dry_run": ("Whether nothing was removed, only found.", False),
        "removed": ("The files that were removed or, in a dry run, would be.",),
        "left": ("The files that could not be removed, or that another run is writing.",),
    },
}

IMPORT_NOTES: dict[str, str] = {
    "award-close": "A certificate is not in the catalogue by its name, but close to one that is.",
    "award-day-open": "A date of award gives no day; it was taken as it is written.",
    "award-days": "One certification has several days of award; the latest was taken.",
    "award-not-yet": "A certificate is not held yet, by its own words, and was not taken.",
    "award-unknown": "A certificate is not in the catalogue, and was kept as another certificate.",
    "award-unnamed": "A certificate has no name, and was not taken.",
    "award-until": "A file says until when an award lasts; no fact of a profile says that.",
    "badge-elsewhere": "A badge names a class that was not given, so it was not taken.",
    "badge-revoked": "A badge was revoked, and was not taken.",
    "badge-unchecked": "Whether a badge is genuine, and whose it is, was not checked.",
    "contradiction": "Files contradict each other on a fact, so it was left open.",
    "country-unknown": "A country is not known.",
    "date-unread": "A date cannot be read, and counts as not known.",
    "degree-not-yet": "An education goes on or ends later, and was not counted.",
    "degree-unclear": "It is not plain which diploma an education gave, so it was left open.",
    "held-besides": "More is held than the person's own profile says; it was added.",
    "holds-open": "What is held may not be all.",
    "language-unclear": "It is not plain how well a language is known, so all were left open.",
    "language-too-little": "A language is known too little to sit an exam, and was left out.",
    "languages-differ": "Files disagree on a language, so all were left open.",
    "no-mother-tongue": "No mother tongue is named, so the languages were left open.",
    "no-present-position": "No position goes on, so the title was left open.",
    "own-word": "The person's own profile was followed against another file.",
    "part-unread": "A part is not written as such a file has it, and was passed over.",
    "position-later": "A position begins after the day, and was left out.",
    "positions-differ": "Files date the same position differently.",
    "read-as-western": "A table is not UTF-8, and was read as Windows-1252.",
    "role-of-several": "Of several present positions the only one in a PMO gives the title.",
    "roles-differ": "There are several present positions, so the title was left open.",
    "titles-not-counted": "Titles that say neither PMO nor project work count for no years.",
    "titles-perhaps": "Titles may be of PMO work or not, so the years are a range.",
    "token-unchecked": "The signature of a badge, and whose it is, was not checked.",
    "value-unread": "A value cannot be used for a fact, which was left open.",
    "years-disputed": "Files date a position differently, so the years were left open.",
    "years-range": "The dates are so rough that the years begin at none.",
    "years-undated": "A position has no dates that can be counted, so the years were left open.",
}
