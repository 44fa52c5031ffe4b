"""ISO codes of languages, countries and currencies, against which values are checked."""

from __future__ import annotations

from pmo_path.core.tables import read_table

_TABLE = {name: " ".join(table["codes"]).split() for name, table in read_table("iso_codes").items()}
LANGUAGES = frozenset(_TABLE["languages"])
COUNTRIES = frozenset(_TABLE["countries"])
CURRENCIES = frozenset(_TABLE["currencies"])
