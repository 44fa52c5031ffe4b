"""The row of a person in a team's list as findings: its facts, each with its cell."""

from __future__ import annotations

from collections.abc import Mapping

from pmo_path.core.columns import column_letters
from pmo_path.core.errors import Path, Place
from pmo_path.core.text import excerpt
from pmo_path.importers.findings import Findings, Origin
from pmo_path.profile.facts import BY_KEY
from pmo_path.profile.profile import Profile


def row_findings(
    profile: Profile, file: str, line: int, sheet: str | None, places: Mapping[Path, Place]
) -> Findings:
    """Return what a row says, at `line` of a text or of a `sheet`.

    `places` are those of its cells as the readers of teams give them: in the order of the columns,
    their lines counted from that of the row.
    """

    def origin(key: str) -> Origin:
        if (key,) not in places:
            return Origin(file, line=line)
        below, across = places[(key,)]
        if sheet is None:
            column = column_letters(list(places).index((key,)) + 1)
            return Origin(file, f"column {column}", line + below - 1)
        return Origin(file, f'sheet "{excerpt(sheet)}", cell {column_letters(across)}{line}')

    given = [key for key in BY_KEY if getattr(profile, key) is not None]
    return Findings(form="team", profile=profile, origins={key: origin(key) for key in given})
