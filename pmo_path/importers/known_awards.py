"""Which certification a certificate by its name is, or that it is one outside the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from pmo_path.core.memory import remembered
from pmo_path.core.text import excerpt
from pmo_path.importers.findings import Findings, FoundAward, Note, Origin
from pmo_path.messages.grammar import join
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import (
    Award,
    Held,
    OtherCertificate,
    award_date,
    with_award_date,
)

MOST_LIKENED = 20  # unknown names for which close ones are looked up, which takes a while
# Words that tell that a certificate is not held.
_NOT_YET = (
    r"\b(in progress|ongoing|planned|expected|pending|preparing|preparation|candidate|not yet"
    r"|studying|in voorbereiding|failed|withdrawn)\b"
)


class ReadAward(Struct, frozen=True):
    """An award as a profile has it, with where and in which words it was read."""

    award: Award
    words: str
    origin: Origin


def read_awards(
    catalogue: Catalogue, files: Iterable[Findings]
) -> tuple[list[ReadAward], list[Note]]:
    """Return the awards of several files, and what is to be told of them."""
    found, notes = [*files], []
    classes = {own_id: name for file in found for own_id, name in file.badge_classes.items()}
    awards: list[ReadAward] = []
    likened = 0
    for award in (award for file in found for award in file.awards):
        name = _name(award, classes)
        if not name or name.casefold() == "none":
            code, values = "award-unnamed", {"address": excerpt(award.badge_class, 200)}
            code = "badge-elsewhere" if award.badge_class else code
            notes.append(Note(code=code, fact="holds", values=values, origins=(award.origin,)))
            continue
        if re.search(_NOT_YET, name.casefold()):
            values = {"name": excerpt(name)}
            notes.append(
                Note(code="award-not-yet", fact="holds", values=values, origins=(award.origin,))
            )
            continue
        named = catalogue.names.find("certification", name)
        certification = named or _by_address(catalogue, award)
        held = with_award_date(
            Held(certification) if certification else OtherCertificate(name), award.when
        )
        awards.append(ReadAward(held, name, award.origin))
        if not certification:
            likened += 1
        notes += _award_notes(catalogue, award, held, name, likened <= MOST_LIKENED)
    dated = {_award_name(read) for read in awards if read.award.awarded_on}
    told = [
        note for note in notes if note.code != "award-day-open" or note.values["award"] not in dated
    ]
    return awards, [*told, *_different_days(catalogue, awards)]


def _award_name(read: ReadAward) -> str:
    award = read.award
    return award.certification if isinstance(award, Held) else award.name.casefold()


def _name(award: FoundAward, classes: Mapping[str, str]) -> str:
    """Return the name of an award; that of its class, where that was given too."""
    return award.name or classes.get(award.badge_class or "", "")


@remembered(8)
def _pages(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the certification of each page that is about it alone."""
    pages: dict[str, set[str]] = {}
    for certification in catalogue.certifications.values():
        for page in certification.pages:
            if page.for_ == "about":
                pages.setdefault(_plain_address(page.address), set()).add(certification.id)
    return {address: owners.pop() for address, owners in pages.items() if len(owners) == 1}


def _by_address(catalogue: Catalogue, award: FoundAward) -> str | None:
    known = _pages(catalogue)
    found = {known.get(_plain_address(address)) for address in award.addresses} - {None}
    return found.pop() if len(found) == 1 else None


def _plain_address(address: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", address.strip().casefold()).rstrip("/")


def _award_notes(
    catalogue: Catalogue, award: FoundAward, held: Award, name: str, liken: bool
) -> Iterator[Note]:
    origins = (award.origin,)
    values = {"name": excerpt(name)}
    if isinstance(held, OtherCertificate) and catalogue.other_certificate(name) is None:
        close = catalogue.names.close("certificate", name) if liken else []
        shorts = join((_short(catalogue, entry) for entry in close), "or")
        code = "award-close" if shorts else "award-unknown"
        yield Note(
            code=code, fact="holds_other", values={**values, "close": shorts}, origins=origins
        )
    if award.when and held.awarded_on is None:
        read = ReadAward(held, name, award.origin)
        values = {**values, "day": award.when.text, "award": _award_name(read)}
        yield Note(code="award-day-open", fact="holds", values=values, origins=origins)
    if award.until:
        values = {**values, "day": award.until.text}
        yield Note(code="award-until", fact="holds", values=values, origins=origins)


def _short(catalogue: Catalogue, certificate: str) -> str:
    if certificate in catalogue.certifications:
        return catalogue.certifications[certificate].short
    return str(catalogue.other_certificates[certificate].value)


def _different_days(catalogue: Catalogue, awards: Iterable[ReadAward]) -> Iterator[Note]:
    """Yield a note on each certification that was read with more than one date of award.

    A month or a year is no other date than a day of it.
    """
    dated: dict[str, list[ReadAward]] = {}
    for read in awards:
        if isinstance(read.award, Held) and award_date(read.award):
            dated.setdefault(read.award.certification, []).append(read)
    for certification, reads in dated.items():
        dates = {award_date(read.award) for read in reads}
        if not all(max(dates).startswith(one) for one in dates):
            yield Note(
                code="award-days",
                fact="holds",
                values={"name": _short(catalogue, certification)},
                origins=tuple(read.origin for read in reads),
            )
