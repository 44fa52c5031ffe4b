"""The definition of one fact: how it is written, asked for, named in a sentence and changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

Kind = Literal[
    "id",
    "text",
    "choice",
    "choices",
    "number",
    "holds",
    "others",
    "codes",
    "code",
    "money",
    "prices",
    "date",
]
Change = Literal["never", "up", "any"]
# Who reads the value: conditions alone, so that values with equal comparisons are one; the engine
# itself; only the words of an answer, unless a condition of the catalogue reads it; or nobody: it
# is shown as it was given.
Reader = Literal["conditions", "engine", "words", "nobody"]
Panel = Literal["You", "Your aim", "Limits"]


class Row(Struct, frozen=True, kw_only=True):
    """The definition of one fact of a profile.

    `noun` names it inside a sentence. `change` says how a person can change it, and `effort` how
    many months one unit or step takes: our judgement, used only to find the cheapest change. The
    interview may ask a row that has a `question`, and explains it with `why`. A word that the
    catalogue does not know is refused, unless the row `keeps` it as it was said. `least` and
    `most` bound a number, from whatever source it is read. The interview takes "none of these" for
    a list that `may_be_none`.

    `read_by` says what a value affects. A row that `tells_level` is one from which the career level
    is inferred; one that is an `aim` determines the wanted level, with the career level; one that
    is a `wish` may be changed whatever the entry requirements read; one that is `shaping` affects
    the decision beyond the truth of conditions, so the interview tries each of its values. The
    interview asks it through the fact `asked_with`, where there is one, and after all others where
    most people's answers are `alike`. Help lists its option in
    the `panel`.

    A number in the cell of a table may have one of its `units`.
    """

    key: str
    kind: Kind
    options: tuple[str, ...]
    noun: str
    help: str
    question: str | None = None
    why: str | None = None
    names: str | None = None  # the vocabulary of its values, if it is not named by the key
    values: tuple[str, ...] = ()
    example: str | None = None  # a value as a file may give it, where its kind suggests none
    whole: bool = False
    least: float = 0
    most: float = 0
    keeps: bool = False
    may_be_none: bool = True
    change: Change = "never"
    effort: float = 0.0
    read_by: Reader = "conditions"
    tells_level: bool = False
    aim: bool = False
    wish: bool = False
    shaping: bool = False
    asked_with: str | None = None
    alike: bool = False
    panel: Panel = "You"
    units: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(
        default_factory=dict
    )  # value -> its short name, where it has one
    says: Mapping[str, str] = field(default_factory=dict)  # value -> what it means

    @property
    def bare(self) -> str:
        """The noun without its leading "your" or "the"."""
        return self.noun.removeprefix("your ").removeprefix("the ")

    def choice(self, value: str) -> str:
        """Return the text of a choice: `label: meaning`, or the meaning alone."""
        meaning = self.says.get(value, value)
        return f"{self.labels[value]}: {meaning}" if value in self.labels else meaning

    @property
    def vocabulary(self) -> str:
        """The vocabulary in which its values are looked up."""
        return self.names or self.key

    @property
    def keeps_words(self) -> bool:
        """Whether an unknown word becomes `Unmatched`; an unknown award, another certificate."""
        return self.keeps and self.kind not in ("holds", "others")

    @property
    def many(self) -> bool:
        """Whether the fact is a list."""
        return self.kind in ("choices", "holds", "others", "codes", "prices")
