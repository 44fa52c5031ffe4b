"""ISO codes of languages, countries and currencies, against which values are checked."""

from __future__ import annotations

from collections.abc import Mapping

from pmo_path.core.tables import read_table

_TABLE = read_table("iso_codes")
LANGUAGE_NAMES: Mapping[str, tuple[str, ...]] = _TABLE["languages"]["names"]
COUNTRY_NAMES: Mapping[str, tuple[str, ...]] = _TABLE["countries"]["names"]
LANGUAGES = frozenset(LANGUAGE_NAMES)
COUNTRIES = frozenset(COUNTRY_NAMES)
CURRENCIES = frozenset(" ".join(_TABLE["currencies"]["codes"]).split())
