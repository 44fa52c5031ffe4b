"""Reports that were written earlier, and profiles to compare with them."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pmo_path.cli.inputs import name_of, read_bytes
from pmo_path.core.errors import PmoPathError, Problem, attempt, error_reason, unreadable
from pmo_path.core.filenames import namesakes
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say

if TYPE_CHECKING:
    from pmo_path.answers.changes.standpoints import Standpoint
    from pmo_path.cli.find_profiles import KnownBy
    from pmo_path.contract.advice import Advice
    from pmo_path.contract.changes import Changes
    from pmo_path.contract.earlier import EarlierAdvice
    from pmo_path.core.documents import Document
    from pmo_path.model.catalogue import Catalogue
    from pmo_path.profile.profile import Profile

_JSON = "JSON that `pmo-path report` or `pmo-path advise` wrote"


def earlier_report(path: str) -> EarlierAdvice:
    """Return the advice in the JSON of an earlier report (`-` for standard input).

    Raises PmoPathError for anything else.
    """
    from pmo_path.contract.earlier import is_answer, read_earlier

    document = _document(path, _JSON)
    if isinstance(document.data, dict) and not is_answer(document.data):
        detail = "this is no report; it reads like a profile"
        hint = "give the JSON of a report; `pmo-path diff OLD NEW` compares two profiles"
        raise _refused(document.problem((), "not-a-report", detail, hint), document.name)
    return read_earlier(document)


def standpoint(catalogue: Catalogue, path: str, day: date, strict: bool) -> Standpoint:
    """Return a side of a comparison: a report as it is, a profile advised on for a day."""
    from pmo_path.answers.changes.standpoints import profile_standpoint, report_standpoint
    from pmo_path.contract.earlier import is_answer, read_earlier
    from pmo_path.profile.parse import read_profile

    document = _document(path, f"a profile (YAML or JSON), or {_JSON}")
    if is_answer(document.data):
        return report_standpoint(catalogue, read_earlier(document))
    person = read_profile(document, catalogue.names.with_strict(strict))
    return profile_standpoint(catalogue, person, day)


def _document(path: str, expected: str) -> Document:
    from pmo_path.core.documents import read_document

    raw, name = read_bytes(path, expected), name_of(path)
    if raw.lstrip()[:1] == b"<" or raw.startswith(b"%PDF"):
        detail = "this is a report as people read it, not its JSON"
        hint = "give the JSON: `pmo-path report PROFILE -o report.json` writes it"
        raise _refused(Problem(file=name, code="not-json", detail=detail, hint=hint), name)
    return read_document(raw, name)


def _refused(problem: Problem, name: str) -> PmoPathError:
    return PmoPathError(f"{name} cannot be compared", (problem,), code=problem.code)


class EarlierReports(Struct):
    """The earlier reports of a team by the name of their file, and what became of each.

    Those that could not be read stand in `unread`, in words; `alike` has all by their plain name;
    `alone` are the reports of this run about people whose plain name nobody else has.

    A report belongs to whoever has its id; else to whose report has its name, unless id or name
    say otherwise. Where namesakes leave it open whose it is, it is given to nobody.
    """

    told: Mapping[str, EarlierAdvice]
    unread: Mapping[str, str]
    alike: Mapping[str, Sequence[str]]
    alone: Container[str] = ()
    used: set[str] = field(default_factory=set)
    without: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)

    def changes(
        self, catalogue: Catalogue, name: str, advice: Advice, person: Profile, known: KnownBy
    ) -> Changes | None:
        """Return what changed since the earlier report about a person; None if none is for sure."""
        from pmo_path.answers.changes.compare import changes_since

        theirs = self._may_be(name, person, known)
        self.used.update(theirs)
        if theirs == [name] and name in self.unread and known.is_alone:
            return None  # that it could not be read is said
        if not theirs:
            self.without.append(name)
            return None
        if len(theirs) > 1 or not self._is_sure(theirs[0], name, known):
            self.unclear.append(name)
            return None
        day = date.fromisoformat(advice.as_of)
        return changes_since(catalogue, self.told[theirs[0]], advice, person, day)

    def _may_be(self, name: str, person: Profile, known: KnownBy) -> list[str]:
        """Return the earlier reports that may be about a person: those with the id, else alike."""
        same = (
            [stem for stem, told in self.told.items() if _said(told, "id") == person.id]
            if person.id is not None
            else []
        )
        alike = [
            stem
            for stem in self.alike.get(known.stem, ())
            if stem == name or stem not in self.alone
        ]
        return same or [stem for stem in alike if self._is_compatible(stem, person)]

    def _is_compatible(self, stem: str, person: Profile) -> bool:
        """Whether neither id nor name says that a report is about somebody else."""
        return stem in self.unread or all(
            _said(self.told[stem], fact) in (None, getattr(person, fact))
            or getattr(person, fact) is None
            for fact in ("id", "name")
        )

    def _is_sure(self, stem: str, name: str, known: KnownBy) -> bool:
        if stem not in self.told:
            return False
        by_id = known.id is not None and _said(self.told[stem], "id") == known.id
        return by_id or (known.is_alone and stem == name)

    def remarks(self) -> Iterator[str]:
        """Yield who has no earlier report, or none for sure, and which are of nobody, or unread."""
        left = [name for name in self.told if name not in self.used]
        groups = {
            "none": self.without,
            "unclear": self.unclear,
            "left": left,
            "unread": [*self.unread.values()],
        }
        for code, names in groups.items():
            if names:
                yield say(f"since-{code}", names=", ".join(map(inert, names)))


def _said(told: EarlierAdvice, fact: str) -> object:
    return told.profile.get(fact) if isinstance(told.profile, dict) else None


def earlier_reports(directory: str) -> EarlierReports:
    """Return the earlier reports in a directory: its JSON files, but for the summary.

    Raises PmoPathError where there is none.
    """
    hint = "give the directory that `pmo-path report ... --format json -o DIR` wrote"
    try:
        files = sorted(name for name in os.listdir(directory) if name.lower().endswith(".json"))
    except OSError as error:
        detail = f"cannot be read: {error_reason(error)}"
        raise unreadable(directory, "cannot-read", detail, hint) from None
    told: dict[str, EarlierAdvice] = {}
    unread: dict[str, str] = {}
    for name in files:
        if name.startswith(".") or name == "summary.json":
            continue
        stem = name[: -len(".json")]
        result = attempt(partial(earlier_report, os.path.join(directory, name)), name)
        if isinstance(result, PmoPathError):
            unread[stem] = f"{name} ({result.problems[0].detail})"
        else:
            told[stem] = result
    if not told:
        raise unreadable(directory, "no-report", "no JSON of a report is in this directory", hint)
    return EarlierReports(told, unread, namesakes((*told, *unread)))
