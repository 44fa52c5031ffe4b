"""What one fact of a profile is: how it is written, asked for, named in a sentence and changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from pmo_path.core.frozen import dataclass

Kind = Literal["text", "choice", "choices", "number", "holds", "others", "codes", "code", "money", "date"]
Change = Literal["never", "up", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fact of a profile.

    `noun` names it inside a sentence. `change` says how a person can change it and `effort`
    how long one unit or step takes, in months: our judgement, used only to find the cheapest
    change. A row with a `question` may be asked in the interview; `why` goes with it. What a catalogue does
    not know is refused, unless the row `keeps` it as it was said. `least` and `most` bound a number, from
    whichever door it comes.
    """

    key: str
    kind: Kind
    options: tuple[str, ...]
    noun: str
    help: str
    question: str | None = None
    why: str | None = None
    names: str | None = None  # the vocabulary of its values
    values: tuple[str, ...] = ()
    whole: bool = False
    least: float = 0
    most: float = 0
    keeps: bool = False
    change: Change = "never"
    effort: float = 0.0
    labels: Mapping[str, str] = field(default_factory=dict)  # value -> its short name, where it has one
    says: Mapping[str, str] = field(default_factory=dict)  # value -> what it means

    @property
    def bare(self) -> str:
        """The noun without whose it is."""
        return self.noun.removeprefix("your ").removeprefix("the ")

    def choice(self, value: str) -> str:
        """Return a value as one to choose: its label, and what it means."""
        meaning = self.says.get(value, value)
        return f"{self.labels[value]}: {meaning}" if value in self.labels else meaning

    @property
    def many(self) -> bool:
        """Whether the fact is a list."""
        return self.kind in ("choices", "holds", "others", "codes")
