"""Sentences on a profile made from files, where it was read, and on what the program keeps."""

from __future__ import annotations

IMPORTING = {
    "import-head": (
        "Made from the files named below, for {day}. Check it, and add what they do not say."
    ),
    "import-read": "{words}: {place}",
    "import-position": "{title}, {start} to {end}",
    "import-position-since": "{title}, since {start}",
    "import-line": " (line {line})",
    "import-fact": "{noun}: {text}",
    "import-more": "{count} more of the same kind.",
    "import-open": "Left open, as no file plainly says it: {facts}.",
    "import-none-open": "Nothing was left open.",
    "import-not-all": (
        "No file says that this is all that is held. If it is, write yes, or leave the line out."
    ),
    "import-unmatched": "Words of your own profile that are not known here.",
    "import-done": "Written to {file}. `pmo-path ask --profile {file}` asks for what is open.",
    "import-team-done": "{profiles} written into {directory}",
    "import-team-others": (
        "Other profiles stand in {directory}, and are not of this list: {names}. Where they are of "
        "people who left, remove them."
    ),
    "import-file": "{file}: {form}",
    "import-form-profile": "a profile",
    "import-form-team": "a row of a team's list",
    "import-form-json-resume": "JSON Resume",
    "import-form-linkedin": "LinkedIn export",
    "import-form-open-badge-2": "Open Badge 2.0",
    "import-form-open-badge-3": "Open Badge 3.0",
    # what is to be told
    "import-part-unread": "Passed over, as it is not written as such a file has it: {places}.",
    "import-date-unread": "A date cannot be read, so it counts as not known: {places}.",
    "import-read-as-western": (
        "This is not UTF-8; it is read as Windows-1252. Look whether names are right: {places}."
    ),
    "import-badge-unchecked": (
        "Whether this badge is genuine and whose it is was not checked: {places}."
    ),
    "import-token-unchecked": (
        "The signature of this badge was not checked, nor whose it is: {places}."
    ),
    "import-badge-revoked": "Not taken: the badge was revoked: {places}.",
    "import-badge-elsewhere": (
        "Not taken: this badge does not hold its name, which stands at {address}. Nothing is "
        "fetched; give that file too: {places}."
    ),
    "import-award-unnamed": "Not taken: a certificate without a name: {places}.",
    "import-award-not-yet": "Not taken, as it is not held yet by its own words: {name} ({places}).",
    "import-award-unknown": (
        "{name} is not in the catalogue, and kept as another certificate: {places}."
    ),
    "import-award-close": (
        "{name} is not in the catalogue by this name, and kept as another certificate. If it is "
        "{close}, change it: {places}."
    ),
    "import-award-day-open": (
        "{name} gives {day} and no day of it, so that is all that is said of its date: {places}."
    ),
    "import-award-until": "{name} is said there to last until {day}: {places}.",
    "import-award-days": "{name} has several days of award; the latest is taken: {places}.",
    "import-held-besides": (
        "Your profile says what you hold; these were read besides it, and added: {words} "
        "({places})."
    ),
    "import-holds-open": (
        "What you hold may not be all that the files name, so `holds_complete` says no."
    ),
    "import-position-later": "{title} begins after the day, and is left out: {places}.",
    "import-positions-differ": "{title} is dated differently: {places}.",
    "import-years-disputed": (
        "The years are left open, as files date the same position differently: {places}."
    ),
    "import-years-range": (
        "The dates of these positions are so rough that the years begin at none: {places}."
    ),
    "import-years-undated": (
        "The years are left open, as the dates of a position are missing, cannot be read, or end "
        "before they begin: {places}."
    ),
    "import-titles-not-counted": (
        "Counted neither as PMO nor as project work, as these titles do not say so: {titles}."
    ),
    "import-titles-perhaps": (
        "May be PMO work or not, so the years are a range with and without: {titles}."
    ),
    "import-no-present-position": (
        "No position goes on, so the job title is left open; give your last one."
    ),
    "import-role-of-several": (
        "Of several present positions the one in a PMO is taken as the job title. The others: "
        "{titles} ({places})."
    ),
    "import-roles-differ": (
        "Several present positions, so the job title is left open: {titles} ({places})."
    ),
    "import-degree-not-yet": "Not counted, as it goes on or ends later: {degrees} ({places}).",
    "import-degree-unclear": (
        "Education is left open, as it is not plain which diploma this is, or whether it was "
        "obtained: {degrees} ({places})."
    ),
    "import-language-unclear": (
        "Languages are left open, as it is not plain how well these are known: {languages} "
        "({places})."
    ),
    "import-language-too-little": (
        "Not among the languages you read, as this is too little to sit an exam: {languages} "
        "({places})."
    ),
    "import-languages-differ": (
        "Languages are left open, as files disagree on {languages} ({places})."
    ),
    "import-no-mother-tongue": (
        "Languages are left open: no mother tongue is named, so the list is not all ({places})."
    ),
    "import-country-unknown": "{word} is no country that is known here: {places}.",
    "import-contradiction": (
        "Left open, as the files contradict each other on {noun}: {words} ({places})."
    ),
    "import-own-word": (
        "On {noun} your own profile is followed, against another file: {words} ({places})."
    ),
    "import-value-unread": "Left open, as it cannot be used as {noun}: {words} ({places}).",
    # what the program kept
    "forget-did": "Removed: {what}, {file}",
    "forget-would": "Would be removed: {what}, {file}",
    "forget-nothing": "Nothing is kept.",
    "forget-interview": "an unfinished interview",
    "forget-prepared": "an unfinished interview of prepared answers",
    "forget-catalogue": "a checked catalogue, which holds nothing of you",
    "forget-part": "what an interrupted run left",
}
