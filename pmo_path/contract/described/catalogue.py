"""What the members of answers about certifications and sources mean."""

from __future__ import annotations

_FACT: dict[str, tuple[object, ...]] = {
    "about": ("What the fact is about, in words.", "entry requirements"),
    "text": ("The fact in words.", "No entry requirement."),
    "dates": ("When it holds, in words; empty if always.", "since 1 February 2021"),
    "edition": ("The edition that it is about; empty if all.", "2013"),
    "source": ("The id of the source.", "p3o-page"),
    "also": ("The ids of further sources that say so.", ["p3o-syllabus"]),
    "mark": ("Whether the source states it, we inferred it, or it is our judgement.",),
    "dated": ("The source's own date; empty if it has none.", "2024-05"),
}
_LOW_HIGH: dict[str, tuple[object, ...]] = {
    "low": ("The lower end of the amount, in its currency; null if it is in words alone.", 395),
    "high": ("The upper end of the amount, in its currency; null if it is in words alone.", 450),
}

CATALOGUE: dict[str, dict[str, tuple[object, ...]]] = {
    "FactView": _FACT,
    "PriceView": {
        **_FACT,
        **_LOW_HIGH,
        "text": ("The price in words, as its source tells it.", "The exam costs 395 GBP."),
        "for": ("What the price pays for; null if it is not told.",),
        "currency": ("The currency (ISO 4217); null if the price is in words alone.", "GBP"),
        "region": ("Where the price is asked; empty if it is not bound to a place.", "GB"),
        "on": ("The day or period of the price; empty if it is undated.", "2026-10"),
        "to": ("The end of the time in which it was seen; empty if that is one day.", ""),
    },
    "PriceRange": {
        "for": ("What the prices pay for.",),
        "amounts": ("The lowest and the highest amount, for each currency.",),
        "count": ("How many prices there are in it.", 3),
        "undated": ("How many of the prices have no day.", 0),
        "text": ("All of it in words.", "The exam: 395-450 GBP, seen in 2026."),
        "brief": ("It in words, for a cell of a table.", "395-450 GBP"),
    },
    "StudyView": {
        **_FACT,
        "low": ("The least time of study, in the unit.", 20),
        "high": ("The most time of study, in the unit.", 30),
        "unit": ("Whether the time is in hours or in days.",),
        "on": ("The day or period in which it was said; empty if undated.", "2025"),
    },
    "Snapshot": {
        "body": ("The id of the certifying body.", "peoplecert"),
        "body_name": ("The name of the certifying body on the day.", "PeopleCert"),
        "listed": ("Whether anything is known of it by the day.", True),
    },
    "SourceView": {
        "id": ("The id of the source.", "p3o-page"),
        "title": ("The title of the source.", "P3O: portfolio, programme and project offices"),
        "date": ("The source's own date; empty if it has none.", "2024-05"),
        "confidence": ("How far we trust what is taken from it, the surest first.", ["high"]),
        "by": ("Who speaks; null if that is not known.", "PeopleCert"),
        "voice": (
            "The circle of authors that it belongs to, which counts as one voice; null if to none.",
            "house-of-pmo-circle",
        ),
    },
    "VerifiedOn": {
        "oldest": ("The oldest day on which a source was checked, as YYYY-MM-DD.", "2026-01-15"),
        "newest": ("The newest day on which a source was checked, as YYYY-MM-DD.", "2026-11-20"),
    },
    "CatalogueInfo": {
        "version": ("The newest day on which a source of it was checked.", "2026-11-20"),
        "digest": ("The SHA-256 of its files, which tells one catalogue from another.", "9f86d0"),
        "verified_on": ("The oldest and the newest day on which a source was checked.",),
        "stale": (
            "How many of the certifications shown have a fact last checked more than 180 days "
            "before.",
        ),
        "age": ("That facts are so old, in words; empty if none is.", ""),
    },
    "DevelopmentItem": {
        "id": ("The id of the item.", "pmo-flashmob"),
        "area": ("What it serves.",),
        "name": ("Its name.", "PMO flashmob"),
        "text": ("What it is, in words.", "An evening with people of other offices."),
        "state": ("Whether it is still there on the day.",),
    },
    "TimelineEntry": {
        "on": ("When it happened, as exactly as the source says; empty if not known.", "2021-02"),
        "event": ("The code of what happened.", "launched"),
        "text": ("What happened, in words.", "PPSO left BCS."),
        "planned": ("Whether it was only planned when the source was read.", False),
    },
    "Listing": {
        "sources": ("Every source that the answer names by its id.",),
        "offers": ("What is known of taking each; empty unless the full list is asked for.",),
        "cautions": (
            "The cautions that say the same to everybody who gets them; empty unless the full "
            "list is asked for.",
        ),
        "development": (
            "What there is beyond an exam, for anybody; empty unless the full list is asked for.",
        ),
        "filters": ("The filters that were asked for, by their names.", {"level": "director"}),
        "certifications": ("The certifications that pass the filters.",),
    },
    "ConflictView": {
        "topic": ("What the sources disagree about, in words.", "the price of the exam"),
        "readings": ("What each of the sources says.",),
        "resolution": ("Which one we follow and why, in words.", "We follow the owner."),
    },
    "CertificationView": {
        "certification": ("The certification as it is on the day.",),
        "aliases": ("Other names of it.", ["P3O-F"]),
        "conflicts": ("Where sources disagree.",),
        "sources": ("Every source that the answer names by its id.",),
    },
    "TermView": {
        "id": ("The id of the term.", "coe"),
        "what": ("What kind of thing the term is, in words.", "kind of PMO"),
        "name": ("The name of the term.", "centre of excellence"),
        "names": ("Other names that it goes by.", ["CoE"]),
        "ask": (
            "The question that settles it, or whom to ask; empty if there is none.",
            "Do you mean your job or your office?",
        ),
        "sources": ("Every source that the answer names by its id.",),
    },
    "ComparedRow": {
        "id": ("The code of the aspect that is compared.",),
        "about": ("The aspect in words.", "entry"),
        "same": ("Whether all of them are alike in it; false if one of them is unknown.", False),
        "values": (
            "What holds for each of the certifications, in words, in their order; unknown if it is "
            "not published, or not known to us.",
            [["none"], ["P3O Foundation"]],
        ),
    },
    "Comparison": {
        "certifications": ("The certifications compared, in the order they were asked for.",),
        "offers": ("What is known of taking them, as data, in the same order.",),
        "rows": ("The aspects compared, always all and in the same order.",),
    },
    "OpenFact": {
        "about": ("What is to be found out.",),
        "text": ("What is open and why, in words.", "No price of today is known."),
        "sources": (
            "The ids of the sources that were read; empty if nothing was found.",
            ["p3o-page"],
        ),
    },
    "ToCheck": {
        "first_for": ("The number of situations in which it is a next step.", 12),
        "open": ("What is open about it.",),
        "pages": ("The addresses to look at first.", ["https://example.org/"]),
    },
    "Worklist": {
        "situations": ("How many situations of people were tried.", 96),
        "certifications": ("What to check, first the certifications that are advised most.",),
        "sources": ("Every source that the list names by its id.",),
    },
    "MapEntry": {
        "body": ("The id of the certifying body.", "peoplecert"),
        "signs": ("What it is on the day and to the person, in codes.", ["held"]),
        "marks": ("The same in words, one for each sign.", ["held"]),
    },
    "MapRow": {
        "level": ("The id of the career level.", "analyst"),
        "here": ("Whether the person works at this level.", True),
        "aim": ("Whether the person aims for this level.", False),
        "cells": ("The certifications of each body at this level, in the order of the bodies.",),
    },
    "MapView": {
        "bodies": ("The ids of the certifying bodies, in the order of the columns.", ["pmi"]),
        "rows": ("The career levels, in the order of the rows.",),
        "unplaced": ("The certifications that no source places at a level.",),
        "routes": (
            "The ids of the certifications on each route advised, in their order.",
            [["p3o-foundation", "p3o-practitioner"]],
        ),
    },
    "problem": {
        "file": ("The file with the problem; null if it is in none.", "team.csv"),
        "sheet": ("The sheet of a workbook; null of any other file.", "Team"),
        "pointer": ("The place in the data, as a JSON Pointer (RFC 6901).", "/years_in_pmo"),
        "line": ("The line in the file, or row of the sheet, from 1; null if there is none.", 5),
        "column": ("The column in that line or row, from 1; null if there is none.", 27),
        "code": ("The stable code of the problem.", "not-a-number"),
        "detail": ("What is wrong, in words.", "years_in_pmo: this is not a number of 0 or more"),
        "hint": ("What to do, in words; null if nothing can be said.", "give a number such as 3"),
    },
    "problems": {
        "clean": ("Whether no problem was found.", False),
        "problems": ("Every problem that was found.",),
    },
    "error": {
        "type": ("The code of the error as a URN.", "urn:pmo-path:error:profile-invalid"),
        "title": ("What went wrong, in words.", "team.csv is not a valid profile"),
        "detail": ("Every problem in words, in one text.", "this is not a number of 0 or more"),
        "code": ("The stable code of the error.", "profile-invalid"),
        "exit_code": ("The exit code with which a command ends for it.", 3),
        "errors": ("The problems that make the error.",),
    },
    "line": {
        "line": ("The line of the input, or row of the sheet, from 1.", 2),
        "ok": ("Whether the line could be read and answered.",),
        "advice": ("The advice for the line.",),
        "problem": ("What is wrong with the line.",),
    },
}
